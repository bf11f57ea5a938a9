"""Who still has to be asked what: an overview, and an agenda for the next gesprek to print, keep or copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.agenda import (
    SOORTEN,
    Agenda,
    bepaal_gespreksstand,
    maak_agenda,
    schrijf_agenda,
    schrijf_gespreksstand,
)
from vtscan_desktop.domain.risicoscan import GesprekSoort, Risicoscan
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.ui.bouwstenen.blad import Opmaak
from vtscan_desktop.ui.bouwstenen.bladvenster import Bladvenster
from vtscan_desktop.ui.bouwstenen.onderdelen import lijn
from vtscan_desktop.ui.bouwstenen.tabrij import Tabrij
from vtscan_desktop.ui.gesprek.agendablad import PARTNER, agendablad, overzichtblad
from vtscan_desktop.ui.teksten import scannaam
from vtscan_desktop.ui.werkruimte import Werkruimte

OVERZICHT = 0
"""Place of the tab with the overview; after it comes a tab for each kind of gesprek."""
_GESPREKSOORTEN = tuple(PARTNER)


def toon_agenda(werkruimte: Werkruimte, parent: QWidget) -> Agendavenster:
    """Open the window over the one that `parent` stands in."""
    venster = Agendavenster(werkruimte, parent.window())
    venster.open()
    return venster


class Agendavenster(Bladvenster):
    """What is shown is what is printed, kept or copied."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__("Agenda voor een gesprek", "de agenda", parent)
        self._werkruimte = werkruimte
        self._plaats = OVERZICHT
        self.tabs = Tabrij(("Overzicht", *PARTNER.values()), self)
        self.tabs.gekozen.connect(self.kies)
        self.kolom.insertWidget(0, self.tabs)
        self.kolom.insertWidget(1, lijn(self))
        QWidget.setTabOrder(self.tabs.knop(len(PARTNER)), self.blad)
        self.kies(1 + _GESPREKSOORTEN.index(_volgende_soort(werkruimte)))
        self.blad.setFocus(Qt.FocusReason.OtherFocusReason)

    def kies(self, plaats: int) -> None:
        """Show the overview, or the agenda for a kind of gesprek."""
        self._plaats = plaats
        self.tabs.zet(plaats)
        self.toon_document()

    def document(self, opmaak: Opmaak) -> QTextDocument:
        """What is shown, for another appearance."""
        scan = self._werkruimte.scan
        onder = scannaam(scan.regio, scan.peildatum)
        if self._plaats == OVERZICHT:
            return overzichtblad(bepaal_gespreksstand(scan), self._werkruimte.format, onder, opmaak)
        return agendablad(self._agenda(scan), onder, opmaak)

    def tekst(self) -> str:
        """What is shown, as plain text."""
        scan = self._werkruimte.scan
        if self._plaats == OVERZICHT:
            return schrijf_gespreksstand(bepaal_gespreksstand(scan), self._werkruimte.format)
        return schrijf_agenda(self._agenda(scan), regionaam(scan.regio))

    def _agenda(self, scan: Risicoscan) -> Agenda:
        soort = _GESPREKSOORTEN[self._plaats - 1]
        return maak_agenda(scan, self._werkruimte.format, soort, self._werkruimte.vinkjes())

    def naam(self) -> str:
        """After what is shown and the regio."""
        wat = "overzicht" if self._plaats == OVERZICHT else PARTNER[_GESPREKSOORTEN[self._plaats - 1]].lower()
        return f"Agenda {wat} {regionaam(self._werkruimte.scan.regio)}"


def _volgende_soort(werkruimte: Werkruimte) -> GesprekSoort:
    """With whom the agenda is most likely for: who is spoken now, else who was not spoken yet."""
    gesprekken = werkruimte.scan.gesprekken
    lopend = next((g.soort for g in gesprekken if g.id == werkruimte.lopend_gesprek()), None)
    gesproken = {g.soort for g in gesprekken}
    return lopend or next((soort for soort in SOORTEN if soort not in gesproken), SOORTEN[0])
