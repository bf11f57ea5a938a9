"""The fields all pages share. Each tells what the user changed by `veranderd`, and only what the user changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from vtscan_desktop.domain.notatie import format_datum_kort, format_getal, parse_datum
from vtscan_desktop.domain.risicoscan import MAX_REGEL, MAX_TEKST
from vtscan_desktop.ui.stroom import Stroom
from vtscan_desktop.ui.thema import thema

REGELHOOGTE = 121
"""Line height of long texts, in percent of the font's own (1.2 em): 1.45 em."""
_TE_LANG = "Deze tekst wordt te lang: {lengte} tekens, toegestaan zijn er {max}. Wat u toevoegde, is niet overgenomen."


def zet_soort(widget: QWidget, soort: str) -> None:
    """Give a widget its class in the stylesheet."""
    widget.setProperty("soort", soort)


def zet_eigenschap(widget: QWidget, naam: str, waarde: object) -> None:
    """Set a property the stylesheet looks at, and restyle the widget."""
    if widget.property(naam) != waarde:
        widget.setProperty(naam, waarde)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Label(QLabel):
    """A label that remembers its height for a width: a page of wrapped texts asks it many hundreds of times."""

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

    def changeEvent(self, e: QEvent) -> None:
        """Another font or style gives another height."""
        self._hoogten.clear()
        super().changeEvent(e)


def label(tekst: str, parent: QWidget, soort: str = "", *, buddy: QWidget | None = None, breekt: bool = True) -> QLabel:
    """A plain-text label of a class; with a buddy it also names that control."""
    gemaakt = Label(tekst, parent)
    gemaakt.setTextFormat(Qt.TextFormat.PlainText)
    gemaakt.setWordWrap(breekt and buddy is None)
    zet_soort(gemaakt, soort)
    if buddy is not None:
        gemaakt.setBuddy(buddy)
    return gemaakt


def knop(tekst: str, parent: QWidget, soort: str = "", icoon: str = "") -> QPushButton:
    """A push button of a class, with an icon if named. It does not take Enter from a dialog."""
    gemaakt = QPushButton(tekst.replace("&", "&&"), parent)
    gemaakt.setAutoDefault(False)
    zet_soort(gemaakt, soort)
    if icoon:
        palet = thema().palet
        gemaakt.setIcon(thema().icoon(icoon, palet.accent if soort == "link" else palet.gedempt))
        gemaakt.setIconSize(QSize(16, 16) * thema().schaal)
    if soort in ("link", "stil"):
        gemaakt.setCursor(Qt.CursorShape.PointingHandCursor)
    return gemaakt


def lijn(parent: QWidget) -> QFrame:
    """A hairline."""
    gemaakt = QFrame(parent)
    zet_soort(gemaakt, "lijn")
    return gemaakt


def schoon(tekst: str) -> str:
    """Text as it may be kept: line breaks as newline, no other control characters but tab, no lone surrogates."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return "".join(t for t in tekst if t in "\n\t" or unicodedata.category(t) not in ("Cc", "Cs"))


class TekstVlak(QTextEdit):
    """A long plain text that grows with what is in it; the page scrolls, not the field."""

    veranderd = Signal(str)
    geweigerd = Signal(str)
    """One Dutch sentence on why an insertion was not taken over."""
    regelhoogte = REGELHOOGTE

    def __init__(
        self, naam: str, parent: QWidget, *, regels: int = 3, hint: str = "", maximum: int = MAX_TEKST
    ) -> None:
        super().__init__(parent)
        self._regels = regels
        self._maximum = maximum
        self._vult = False
        self._laatste = ""
        self.setAcceptRichText(False)
        self.setAccessibleName(naam)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._zet_regelhoogte()
        self.textChanged.connect(self._bij_tekst)
        self.document().documentLayout().documentSizeChanged.connect(self._pas_hoogte_aan)

    def tekst(self) -> str:
        """The text, to the letter."""
        return self._laatste

    def zet_tekst(self, tekst: str) -> None:
        """Show a text that did not come from the user; leaves cursor and undo alone when it is the same."""
        if tekst == self._laatste:
            return
        self._vult = True
        self._laatste = tekst
        self.setPlainText(tekst)
        self._zet_regelhoogte()
        self._vult = False
        self._pas_hoogte_aan()

    def cursorplek(self) -> int:
        """Position of the cursor, in characters of the document."""
        return self.textCursor().position()

    def zet_cursorplek(self, plek: int) -> None:
        """Put the cursor at a position (clipped to the text)."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(plek, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, unless it would make the text too long."""
        nieuw = schoon(source.text())
        lengte = len(self._laatste) - len(self.textCursor().selectedText()) + len(nieuw)
        if lengte > self._maximum:
            self._weiger(lengte)
            return
        self.textCursor().insertText(nieuw)
        self.ensureCursorVisible()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Shift+Enter is a line like any other (Qt would put a special character)."""
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and e.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            return
        super().keyPressEvent(e)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """A new width gives a new height."""
        super().resizeEvent(e)
        self._pas_hoogte_aan()

    def changeEvent(self, e: QEvent) -> None:
        """A new font gives a new height."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._pas_hoogte_aan()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(super().sizeHint().width(), self.height())

    def _bij_tekst(self) -> None:
        if self._vult:
            return
        nieuw = schoon(self.document().toRawText())
        if nieuw == self._laatste:
            return
        if len(nieuw) > self._maximum:
            self._weiger(len(nieuw))
            self.undo()
            return
        self._laatste = nieuw
        self.veranderd.emit(nieuw)

    def _weiger(self, lengte: int) -> None:
        self.geweigerd.emit(_TE_LANG.format(lengte=format_getal(lengte), max=format_getal(self._maximum)))

    def _zet_regelhoogte(self) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        opmaak = QTextBlockFormat()
        opmaak.setLineHeight(self.regelhoogte, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        vult, self._vult = self._vult, True
        cursor.mergeBlockFormat(opmaak)
        self._vult = vult
        document.setUndoRedoEnabled(True)

    def _pas_hoogte_aan(self) -> None:
        rand = self.height() - self.viewport().height()
        regel = self.fontMetrics().lineSpacing() * REGELHOOGTE / 100
        wil = max(round(regel * self._regels) + 4, round(self.document().size().height())) + max(rand, 16)
        if wil != self.height():
            self.setFixedHeight(wil)


class RegelVeld(QLineEdit):
    """One line of text."""

    veranderd = Signal(str)

    def __init__(self, naam: str, parent: QWidget, *, hint: str = "", maximum: int = MAX_REGEL) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        self.setPlaceholderText(hint)
        self.setMaxLength(maximum)
        self.textEdited.connect(self._bij_tekst)

    def tekst(self) -> str:
        """The text."""
        return schoon(self.text())

    def zet_tekst(self, tekst: str) -> None:
        """Show a text that did not come from the user."""
        if tekst != self.tekst():
            self.setText(tekst)
            self.setCursorPosition(0)

    def cursorplek(self) -> int:
        """Position of the cursor."""
        return self.cursorPosition()

    def zet_cursorplek(self, plek: int) -> None:
        """Put the cursor at a position."""
        self.setCursorPosition(plek)

    def _bij_tekst(self, tekst: str) -> None:
        self.veranderd.emit(schoon(tekst))


class DatumVeld(RegelVeld):
    """A date as the Dutch write it; on leaving the field it is shown in one form.

    `datum_veranderd` carries a `date`, or None when the field is empty or holds no date (yet). What is typed stays.
    """

    datum_veranderd = Signal(object)

    def __init__(self, naam: str, parent: QWidget, *, verplicht: bool = False) -> None:
        super().__init__(naam, parent, hint="dd-mm-jjjj", maximum=40)
        self._verplicht = verplicht
        self.veranderd.connect(self._bij_datum)

    def datum(self) -> date | None:
        """The date, or None when there is none (yet)."""
        return parse_datum(self.tekst())

    def zet_datum(self, datum: date | None) -> None:
        """Show a date; what the user is typing and means the same stays as it is."""
        if datum != self.datum() or (datum is None and not self.hasFocus() and not self.tekst()):
            self.zet_tekst(format_datum_kort(datum) if datum else "")
        self._toon_fout()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Leaving: show the date in the one form, or that it isn't one."""
        super().focusOutEvent(e)
        if gelezen := self.datum():
            self.zet_tekst(format_datum_kort(gelezen))
        self._toon_fout()

    def _bij_datum(self, _tekst: str) -> None:
        self._toon_fout()
        self.datum_veranderd.emit(self.datum())

    def _toon_fout(self) -> None:
        leeg = not self.tekst().strip()
        fout = (leeg and self._verplicht) or (not leeg and self.datum() is None)
        zet_eigenschap(self, "fout", fout)
        self.setToolTip("Geen geldige datum. Schrijf bijvoorbeeld 31-12-2016 of 31 dec 2016." if fout else "")


class KeuzeVeld(QComboBox):
    """A choice from a short list of (value, text)."""

    veranderd = Signal(str)

    def __init__(self, naam: str, opties: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        for waarde, tekst in opties:
            self.addItem(tekst, waarde)
        self.activated.connect(self._bij_keuze)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def waarde(self) -> str:
        """The chosen value."""
        return str(self.currentData())

    def zet_waarde(self, waarde: str) -> None:
        """Show a value that did not come from the user."""
        self.setCurrentIndex(max(0, self.findData(str(waarde))))

    def wheelEvent(self, e: object) -> None:
        """Scrolling the page must not change an answer."""
        e.ignore()  # type: ignore[attr-defined]

    def _bij_keuze(self, _index: int) -> None:
        self.veranderd.emit(self.waarde())


class Knoppenrij(QWidget):
    """A row of joined buttons of which at most one is chosen; choosing the chosen one again clears it.

    `veranderd` carries the chosen value, or "" when it was cleared. Digits 1-9 choose while the row has focus.
    """

    veranderd = Signal(str)

    def __init__(self, naam: str, parent: QWidget, *, wisbaar: bool = True) -> None:
        super().__init__(parent)
        self._wisbaar = wisbaar
        self._waarde = ""
        self._knoppen: dict[str, QPushButton] = {}
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(False)
        self._groep.buttonClicked.connect(self._bij_klik)
        self._rij = Stroom(self)
        self.setAccessibleName(naam)

    def voeg_toe(self, waarde: str, tekst: str, eigen: QPushButton | None = None) -> QPushButton:
        """Add a choice at the end, as a plain button or as one's own."""
        gemaakt = eigen or QPushButton(tekst, self)
        zet_soort(gemaakt, "keuze")
        gemaakt.setAutoDefault(False)
        gemaakt.setCheckable(True)
        gemaakt.setProperty("waarde", waarde)
        gemaakt.setAccessibleName(f"{self.accessibleName()}: {tekst}")
        gemaakt.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._knoppen[waarde] = gemaakt
        self._groep.addButton(gemaakt)
        self._rij.addWidget(gemaakt)
        self._zet_plaatsen()
        return gemaakt

    def knop(self, waarde: str) -> QPushButton:
        """The button of a value."""
        return self._knoppen[waarde]

    def waarden(self) -> list[str]:
        """The values to choose from."""
        return list(self._knoppen)

    def waarde(self) -> str:
        """The chosen value, "" for none."""
        return self._waarde

    def zet_waarde(self, waarde: str) -> None:
        """Show a value that did not come from the user."""
        self._waarde = waarde
        for sleutel, deze in self._knoppen.items():
            deze.setChecked(sleutel == waarde)

    def kies(self, waarde: str) -> None:
        """Choose as the user does by click or key."""
        nieuw = "" if waarde == self._waarde and self._wisbaar else waarde
        self.zet_waarde(nieuw)
        self.veranderd.emit(nieuw)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Digits choose by position."""
        tekst = e.text()
        zichtbaar = [w for w, k in self._knoppen.items() if not k.isHidden()]
        if tekst.isdecimal() and 1 <= int(tekst) <= len(zichtbaar):
            self.kies(zichtbaar[int(tekst) - 1])
            return
        super().keyPressEvent(e)

    def _bij_klik(self, geklikt: QPushButton) -> None:
        self.kies(str(geklikt.property("waarde")))

    def _zet_plaatsen(self) -> None:
        alle = list(self._knoppen.values())
        for i, deze in enumerate(alle):
            plaats = "eerste" if i == 0 else "laatste" if i == len(alle) - 1 else "midden"
            zet_eigenschap(deze, "plaats", "enige" if len(alle) == 1 else plaats)


class Vinkregel(QWidget):
    """A check box whose text breaks over lines. `aangevinkt` carries the new state when the user changes it."""

    aangevinkt = Signal(bool)

    def __init__(self, tekst: str, parent: QWidget) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema().px(8))
        self.vinkje = QCheckBox(self)
        self.vinkje.setAccessibleName(tekst)
        self.vinkje.clicked.connect(self.aangevinkt)
        rij.addWidget(self.vinkje, 0, Qt.AlignmentFlag.AlignTop)
        self._tekst = label(tekst, self)
        rij.addWidget(self._tekst, 1)

    def mousePressEvent(self, e: QMouseEvent) -> None:
        """A click on the text is a click on the box."""
        self.vinkje.click()
        e.accept()

    def aan(self) -> bool:
        """Whether it is checked."""
        return self.vinkje.isChecked()

    def zet(self, aan: bool) -> None:
        """Show a state that did not come from the user."""
        self.vinkje.setChecked(aan)
