"""The page with what a scan rests on: gesprekken and documenten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from vtscan_desktop.domain.benamingen import GESPREKSOORT
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import Notitie, Risicoscan
from vtscan_desktop.services.notities import Notitiefilter
from vtscan_desktop.services.tabelrijen import Cellen
from vtscan_desktop.services.tabelsoorten import tabelplek
from vtscan_desktop.services.verwijzingen import Gebruik, gebruik_van, met_verwijzingen, zonder_verwijzingen
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.gesprek.agendavenster import toon_agenda
from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabellen.tabelkoppeling import ScanTabel
from vtscan_desktop.ui.tabellen.tabelrij import TabelRij
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_KEUZE = 360
"""The greatest width of the choice of a gesprek, in px at 100%."""

_GESPREKKEN = (
    "Met wie is er gesproken? Noem de functie en de organisatie; een naam komt alleen in de interne editie van het "
    "rapport en in een export. Zet een gesprek op ‘nu bezig’, dan komen de notities die u maakt bij dat gesprek."
)
_DOCUMENTEN = "Welke stukken zijn gelezen? Bij elk topic kunt u aangeven op welke gesprekken en stukken het berust."

_ALLE, _BUITEN = "*alle", "*buiten"
"""Choices beside the ids of gesprekken."""


class BronTabel(ScanTabel):
    """Gesprekken or documenten: removing one that is used asks first, then takes out what points to it."""

    def __init__(self, naam: str, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(tabelplek(naam, werkruimte.nu().date()), werkruimte, parent)
        self._verwijzingen: dict[str, Gebruik] = {}

    def vraag_bij_verwijderen(self, cellen: Cellen) -> str:
        """How often it is used."""
        return gebruik_van(self.werkruimte.scan, cellen[0]).vraag(self.soort.ding)

    def pas_aan(self, oud: Risicoscan, nieuw: Risicoscan) -> Risicoscan:
        """Take out what points to a removed row, and put it back with the row."""
        waren, zijn = _sleutels(oud), _sleutels(nieuw)
        for sleutel in waren - zijn:
            self._verwijzingen[sleutel] = gebruik_van(nieuw, sleutel)
            nieuw = zonder_verwijzingen(nieuw, sleutel)
        for sleutel in (zijn - waren) & self._verwijzingen.keys():
            nieuw = met_verwijzingen(nieuw, self._verwijzingen.pop(sleutel))
        return nieuw


class GesprekTabel(BronTabel):
    """The gesprekken, each with a switch for the one that is going on."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        self._bezig: dict[TabelRij, QCheckBox] = {}
        super().__init__("gesprekken", werkruimte, parent)
        werkruimte.gesprek_gewisseld.connect(self.toon_lopend)

    def maak_extra(self, rij: TabelRij) -> QWidget:
        """The switch of one gesprek."""
        vinkje = QCheckBox("Nu bezig", rij)
        vinkje.setToolTip("Notities die u nu maakt, komen bij dit gesprek te staan")
        vinkje.setEnabled(False)
        vinkje.clicked.connect(self._bij_bezig)
        self._bezig[rij] = vinkje
        return vinkje

    def ververs(self) -> None:
        """Show the scan as it is now."""
        super().ververs()
        self.toon_lopend()

    def toon_lopend(self, _gesprek: object = None) -> None:
        """Show which gesprek is going on; only one that is complete can be."""
        bekend = {g.id for g in self.werkruimte.scan.gesprekken}
        lopend = self.werkruimte.lopend_gesprek()
        self._bezig = {rij: self._bezig[rij] for rij in map(self.rij, range(self.aantal()))}
        for nummer, (rij, vinkje) in enumerate(self._bezig.items(), 1):
            sleutel = rij.cellen()[0]
            vinkje.setProperty("gesprek", sleutel)
            vinkje.setAccessibleName(f"Gesprek {nummer}, nu bezig")
            vinkje.setEnabled(sleutel in bekend)
            vinkje.setChecked(sleutel == lopend)

    def _bij_bezig(self, aan: bool) -> None:
        gesprek = str(self.sender().property("gesprek"))
        try:
            self.werkruimte.zet_lopend_gesprek(gesprek if aan else None)
        except VtscanFout as fout:
            self.geweigerd.emit(str(fout))
            self.toon_lopend()


class GesprekkenPagina(Pagina):
    """Gesprekken and documenten."""

    eigen_stand = True

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(stap, werkruimte, parent, titel="Gesprekken en documenten", onder="Waar deze scan op berust")
        self.kop("Gesprekken")
        self.kolom.addWidget(label(_GESPREKKEN, self.inhoud, "klein"))
        self.gesprekken = GesprekTabel(werkruimte, self.inhoud)
        self.kolom.addWidget(self.gesprekken)
        self.agenda = knop("Agenda voor een gesprek…", self.inhoud)
        self.agenda.setToolTip("Wie moet nog wat gevraagd worden? Om af te drukken of te kopiëren")
        self.agenda.clicked.connect(self._toon_agenda)
        self.kolom.addWidget(self.agenda, 0, Qt.AlignmentFlag.AlignLeft)
        self._bouw_verslag()
        self.kop("Documenten")
        self.kolom.addWidget(label(_DOCUMENTEN, self.inhoud, "klein"))
        self.documenten = BronTabel("documenten", werkruimte, self.inhoud)
        self.kolom.addWidget(self.documenten)
        for tabel in (self.gesprekken, self.documenten):
            tabel.geweigerd.connect(self.melding)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        self.gesprekken.ververs()
        self.documenten.ververs()
        self._toon_opties()
        self.notities.ververs()

    def toon_notitie(self, notitie: Notitie) -> None:
        """Show the notes that one stands among, with the focus on it."""
        self.verslag.zet_waarde(notitie.gesprek or _BUITEN)
        self._toon_notities()
        self.notities.kies(notitie)

    def _toon_agenda(self) -> None:
        toon_agenda(self.werkruimte, self)

    def _bouw_verslag(self) -> None:
        self._opties: tuple[tuple[str, str], ...] = ()
        self.verslag = KeuzeVeld("Notities van", (), self.inhoud)
        self.kop("Notities van", self.verslag)
        self.verslag.setMaximumWidth(thema().px(_KEUZE))
        self.verslag.veranderd.connect(self._toon_notities)
        self.kolom.addWidget(self.verslag)
        self.notities = Notitielijst(self.werkruimte, self.inhoud, rolt=False)
        self.notities.melding.connect(self.melding)
        self.kolom.addWidget(self.notities)
        self.werkruimte.gesprek_gewisseld.connect(self._kies_gesprek)

    def _toon_opties(self) -> None:
        """The gesprekken to choose from; at first the one that is going on, else the last one."""
        gesprekken = self.werkruimte.scan.gesprekken
        opties = tuple((g.id, f"{format_datum_kort(g.datum)}, {GESPREKSOORT[g.soort]}") for g in gesprekken)
        opties += ((_BUITEN, "Buiten een gesprek"), (_ALLE, "Alle notities"))
        if opties == self._opties:
            return
        gekozen = self.verslag.waarde() if self._opties else self.werkruimte.lopend_gesprek()
        self._opties = opties
        self.verslag.clear()
        for waarde, tekst in opties:
            self.verslag.addItem(tekst, waarde)
        if not any(waarde == gekozen for waarde, _ in opties):
            gekozen = max(gesprekken, key=lambda g: g.datum).id if gesprekken else _ALLE
        self.verslag.zet_waarde(gekozen or _ALLE)
        self._toon_notities()

    def _kies_gesprek(self, gesprek: str | None) -> None:
        """A gesprek that starts shows its notes."""
        if gesprek is not None and self._opties:
            self._toon_opties()
            self.verslag.zet_waarde(gesprek)
            self._toon_notities()

    def _toon_notities(self, _waarde: str = "") -> None:
        waarde = self.verslag.waarde()
        gesprek = waarde if waarde not in (_ALLE, _BUITEN) else None
        self.notities.toon(Notitiefilter(gesprek=gesprek, los=waarde == _BUITEN))

    def eerste_veld(self) -> QWidget | None:
        """The first gesprek, or the link that adds one."""
        return self.gesprekken.focusketen()[0] if self.gesprekken.aantal() else self.gesprekken.toevoegen


def _sleutels(scan: Risicoscan) -> set[str]:
    return {g.id for g in scan.gesprekken} | {d.id for d in scan.documenten}
