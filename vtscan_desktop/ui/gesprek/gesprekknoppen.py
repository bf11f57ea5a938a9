"""Starting and ending a gesprek with one click each; the notes made in between fall to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from vtscan_desktop.domain.benamingen import GESPREKSOORT
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import Gesprek, GesprekSoort
from vtscan_desktop.services.notities import nieuw_gesprek, voorgesteld_gesprek
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_MEEST = 8
"""How many gesprekken the menu offers to go on with; all of them stand on their page."""


class Gesprekknoppen(QWidget):
    """While a gesprek is going on: which one, and a button to end it. Else a button that starts the likely one.

    The menu beside it holds every other choice: another soort, or a gesprek that is there already.
    """

    naar_gesprekken = Signal()
    melding = Signal(str)

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema().px(maten.KRAP))
        self.start = self._maak("chipknop", rij)
        self.start.setProperty("aan", True)
        self.start.clicked.connect(self._bij_start)
        self.kies = self._maak("chipknop", rij)
        self.kies.setMenu(QMenu(self.kies))
        self.kies.menu().aboutToShow.connect(self.vul_menu)
        self.beeindig = self._maak("klein-link", rij)
        self.beeindig.setText("Beëindig")
        self.beeindig.setToolTip("Notities die u hierna maakt, staan buiten dit gesprek")
        self.beeindig.clicked.connect(self._bij_einde)
        self.ververs()

    def ververs(self) -> None:
        """Show the gesprek that is going on, or the one that would start."""
        lopend = self._werkruimte.lopend_gesprek()
        gesprek = next((g for g in self._werkruimte.scan.gesprekken if g.id == lopend), None)
        self.start.setVisible(gesprek is None)
        self.beeindig.setVisible(gesprek is not None)
        self.kies.setProperty("aan", gesprek is not None)
        if gesprek is not None:
            naam = f"gesprek {_naam(gesprek)}"
            _zet(self.kies, naam, f"Nu bezig: {naam}. Ander gesprek kiezen")
            _zet(self.beeindig, "Beëindig", f"Beëindig {naam}")
            return
        voorgesteld = voorgesteld_gesprek(self._werkruimte.scan, self._werkruimte.nu().date())
        soort = voorgesteld.soort if isinstance(voorgesteld, Gesprek) else voorgesteld
        _zet(self.start, f"Start gesprek · {GESPREKSOORT[soort]}", f"Start een gesprek: {GESPREKSOORT[soort]}")
        _zet(self.kies, "…", "Een ander gesprek starten")

    def vul_menu(self) -> None:
        """Every gesprek that can start now."""
        menu = self.kies.menu()
        menu.clear()
        menu.addSection("Nieuw gesprek, vandaag")
        for soort, tekst in GESPREKSOORT.items():
            menu.addAction(tekst).triggered.connect(partial(self._start_nieuw, soort))
        lopend = self._werkruimte.lopend_gesprek()
        verder = sorted(self._werkruimte.scan.gesprekken, key=lambda g: g.datum, reverse=True)[:_MEEST]
        if verder:
            menu.addSection("Verder met")
        for gesprek in verder:
            actie = menu.addAction(f"{format_datum_kort(gesprek.datum)}, {GESPREKSOORT[gesprek.soort]}")
            actie.setCheckable(True)
            actie.setChecked(gesprek.id == lopend)
            actie.triggered.connect(partial(self._zet_lopend, gesprek.id))
        menu.addSeparator()
        menu.addAction("Alle gesprekken…").triggered.connect(self.naar_gesprekken)

    def _maak(self, soort: str, rij: QHBoxLayout) -> QPushButton:
        gemaakt = knop("", self, soort)
        rij.addWidget(gemaakt)
        return gemaakt

    def _bij_start(self) -> None:
        voorgesteld = voorgesteld_gesprek(self._werkruimte.scan, self._werkruimte.nu().date())
        if isinstance(voorgesteld, Gesprek):
            self._zet_lopend(voorgesteld.id)
        else:
            self._start_nieuw(voorgesteld)

    def _start_nieuw(self, soort: GesprekSoort) -> None:
        scan, gesprek = nieuw_gesprek(self._werkruimte.scan, soort, self._werkruimte.nu().date())
        self._werkruimte.wijzig(scan)
        self._zet_lopend(gesprek.id)

    def _bij_einde(self) -> None:
        self._zet_lopend(None)

    def _zet_lopend(self, gesprek: str | None) -> None:
        try:
            self._werkruimte.zet_lopend_gesprek(gesprek)
        except VtscanFout as fout:
            self.melding.emit(str(fout))


def _naam(gesprek: Gesprek) -> str:
    return f"{format_datum_kort(gesprek.datum).rsplit(' ', 1)[0]} · {GESPREKSOORT[gesprek.soort]}"


def _zet(deze: QPushButton, tekst: str, naam: str) -> None:
    if deze.text() != tekst:
        deze.setText(tekst)
        deze.setAccessibleName(naam)
        deze.style().unpolish(deze)
        deze.style().polish(deze)
