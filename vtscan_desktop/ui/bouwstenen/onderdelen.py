"""The small parts of every page: labels, buttons, lines, and their classes in the stylesheet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from vtscan_desktop.ui.thema import thema


def zet_soort(widget: QWidget, soort: str) -> None:
    """Give a widget its class in the stylesheet."""
    widget.setProperty("soort", soort)


def zet_eigenschap(widget: QWidget, naam: str, waarde: object) -> None:
    """Set a property the stylesheet looks at, and restyle the widget if it has been styled already."""
    if widget.property(naam) == waarde:
        return
    widget.setProperty(naam, waarde)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        if isinstance(widget, QLabel):  # else a border that comes or goes changes nothing in the room it takes
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


class Label(QLabel):
    """A label that remembers its height for a width: a page of wrapped texts asks it many hundreds of times."""

    smal = False
    """Whether a text that breaks takes any width it is given; Qt then need not look for a good one at each change."""

    def __init__(self, tekst: str, parent: QWidget) -> None:
        super().__init__(tekst, parent)
        self._hoogten: dict[int, int] = {}

    def setText(self, tekst: str) -> None:
        """Show another text."""
        if tekst != self.text():
            self._hoogten.clear()
            super().setText(tekst)

    def heightForWidth(self, breedte: int) -> int:
        """As Qt computes it, once for each width."""
        if breedte not in self._hoogten:
            self._hoogten[breedte] = super().heightForWidth(breedte)
        return self._hoogten[breedte]

    def sizeHint(self) -> QSize:
        """As Qt has it, but for a label that is `smal`."""
        return super().sizeHint() if not self.smal else QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return super().minimumSizeHint() if not self.smal else self.sizeHint()

    def changeEvent(self, e: QEvent) -> None:
        """Another font or style gives another height."""
        self._hoogten.clear()
        super().changeEvent(e)


class Regel(Label):
    """A text that stands on one line where that fits, and breaks where it does not."""

    def __init__(self, tekst: str, parent: QWidget, soort: str = "") -> None:
        super().__init__(tekst, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        zet_soort(self, soort)

    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        self.ensurePolished()
        breedte = self.fontMetrics().size(0, self.text()).width() + 1  # a letter may reach beyond its advance
        return QSize(breedte, self.heightForWidth(breedte))


def label(tekst: str, parent: QWidget, soort: str = "", *, buddy: QWidget | None = None, breekt: bool = True) -> QLabel:
    """A plain-text label of a class; with a buddy it also names that control."""
    gemaakt = Label(tekst, parent)
    gemaakt.setTextFormat(Qt.TextFormat.PlainText)
    gemaakt.setWordWrap(breekt and buddy is None)
    zet_soort(gemaakt, soort)
    if buddy is not None:
        gemaakt.setBuddy(buddy)
    return gemaakt


class Knop(QPushButton):
    """A button that Enter presses while it has focus, as Space does; it is never the one of a dialog by itself."""

    def __init__(self, tekst: str, parent: QWidget) -> None:
        super().__init__(tekst, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter is for the button with focus: a dialog would give it to its main button."""
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not e.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(e)


def knop(tekst: str, parent: QWidget, soort: str = "", icoon: str = "") -> QPushButton:
    """A push button of a class, with an icon if named."""
    gemaakt = Knop(tekst.replace("&", "&&"), parent)
    zet_soort(gemaakt, soort)
    if icoon:
        palet = thema().palet
        gemaakt.setIcon(thema().icoon(icoon, palet.accent if soort == "link" else palet.gedempt))
        if tekst:  # room between icon and word; a screen reader gets the word alone
            gemaakt.setText(f" {gemaakt.text()}")
            gemaakt.setAccessibleName(tekst)
        gemaakt.setIconSize(QSize(16, 16) * thema().schaal)
    if soort in ("link", "stil"):
        gemaakt.setCursor(Qt.CursorShape.PointingHandCursor)
    return gemaakt


def lijn(parent: QWidget) -> QFrame:
    """A hairline."""
    gemaakt = QFrame(parent)
    zet_soort(gemaakt, "lijn")
    return gemaakt


def zet_uitleg(widget: QWidget, tekst: str) -> None:
    """Say more about a widget in words from outside: a tooltip that looks like markup is read as such."""
    from html import escape  # with the names of all characters: not before the first window

    widget.setToolTip(f"<p>{escape(tekst, quote=False)}</p>" if tekst else "")


def zet_tabvolgorde(anker: QWidget, delen: Iterable[QWidget]) -> None:
    """Let Tab visit these in this order, from where `anker` stands: what is made later comes last by itself.

    Qt begins only at what can have the focus, so the anchor can for as long as this takes.
    """
    beleid = anker.focusPolicy()
    anker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    vorige = anker
    for deel in delen:
        QWidget.setTabOrder(vorige, deel)
        vorige = deel
    anker.setFocusPolicy(beleid)


def breekbaar(pad: Path) -> str:
    """A path that may be broken over lines after each folder: it holds no spaces to break at."""
    return str(pad).replace(os.sep, f"{os.sep}\u200b")
