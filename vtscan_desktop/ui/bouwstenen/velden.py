"""The one-line fields all pages share. Each tells by `veranderd` what the user changed, and only that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtscan_desktop.domain.grenzen import MAX_REGEL, schoon
from vtscan_desktop.domain.notatie import format_datum_kort, parse_datum
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_eigenschap


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

    def naar_einde(self) -> None:
        """Put the cursor after the last character."""
        self.end(False)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Ctrl+Y redoes on every system."""
        if QKeySequence(e.keyCombination()) == QKeySequence("Ctrl+Y"):
            self.redo()
            return
        super().keyPressEvent(e)

    def _bij_tekst(self, tekst: str) -> None:
        self.veranderd.emit(schoon(tekst))


class DatumVeld(RegelVeld):
    """A date as the Dutch write it; on leaving the field it is shown in one form. What is no date (yet) stays."""

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

    def showPopup(self) -> None:
        """The whole list, where it is not a long one: Qt leaves the border of focus out of its height."""
        super().showPopup()
        if self.count() > self.maxVisibleItems():
            return
        lijst = self.view()
        nodig = lijst.sizeHintForRow(0) * self.count()
        for _ in range(2):  # the arrows to scroll by take room too, until they are gone
            te_kort = max(0, nodig - lijst.viewport().height())
            lijst.window().resize(lijst.window().width(), lijst.window().height() + te_kort)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Scrolling the page must not change an answer."""
        e.ignore()

    def _bij_keuze(self, _index: int) -> None:
        self.veranderd.emit(self.waarde())
