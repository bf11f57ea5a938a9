"""The page with what a scan rests on: gesprekken and documenten."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.services.tabelrijen import Cellen
from vtscan_desktop.services.verwijzingen import Gebruik, gebruik_van, met_verwijzingen, zonder_verwijzingen
from vtscan_desktop.ui.onderdelen import label
from vtscan_desktop.ui.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabelkoppeling import ScanTabel
from vtscan_desktop.ui.tabelrij import TabelRij
from vtscan_desktop.ui.tabelsoorten import tabelplek
from vtscan_desktop.ui.werkruimte import Werkruimte

_GESPREKKEN = (
    "Met wie is er gesproken? Zet een gesprek op ‘nu bezig’, dan komen de notities die u maakt bij dat gesprek."
)
_DOCUMENTEN = "Welke stukken zijn gelezen? Bij elk topic kunt u aangeven op welke gesprekken en stukken het berust."


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

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(stap, werkruimte, parent, titel="Gesprekken en documenten", onder="Waar deze scan op berust")
        self.kop("Gesprekken")
        self.kolom.addWidget(label(_GESPREKKEN, self.inhoud, "klein"))
        self.gesprekken = GesprekTabel(werkruimte, self.inhoud)
        self.kolom.addWidget(self.gesprekken)
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

    def eerste_veld(self) -> QWidget | None:
        """The first gesprek, or the link that adds one."""
        return self.gesprekken.focusketen()[0] if self.gesprekken.aantal() else self.gesprekken.toevoegen


def _sleutels(scan: Risicoscan) -> set[str]:
    return {g.id for g in scan.gesprekken} | {d.id for d in scan.documenten}
