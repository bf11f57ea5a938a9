"""The field for a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.notatie import format_datum_kort, parse_datum
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_eigenschap
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld


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
