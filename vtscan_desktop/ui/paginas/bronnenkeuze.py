"""On which gesprekken and documenten a topic rests."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.domain.benamingen import GESPREKSOORT
from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzen import Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_tabvolgorde
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_LEEG = "Nog niets om naar te verwijzen. Voeg een gesprek of document toe, dan kunt u het hier aanvinken."


class Bronnenkeuze(QWidget):
    """A check box per gesprek and document. `toevoegen` asks for the page where these are listed."""

    toevoegen = Signal()

    def __init__(self, nr: int, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bronnen")
        self._nr = nr
        self._werkruimte = werkruimte
        self._getoond: tuple[tuple[str, str], ...] = ()
        self._vinkjes: dict[str, Vinkregel] = {}
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(thema().px(maten.SMAL))
        self._leeg = label(_LEEG, self, "gedempt")
        self._kolom.addWidget(self._leeg)
        naar = knop("Gesprek of document toevoegen", self, "link", "plus")
        naar.clicked.connect(self.toevoegen)
        self._kolom.addWidget(naar, 0, Qt.AlignmentFlag.AlignLeft)

    def ververs(self) -> None:
        """Show the bronnen as they are now; the boxes are made anew only when the list changed."""
        scan = self._werkruimte.scan
        lijst = bronnenlijst(scan)
        if lijst != self._getoond:
            self._maak_vinkjes(lijst)
        gekozen = scan.topic(self._nr).bronnen
        for sleutel, vinkje in self._vinkjes.items():
            vinkje.zet(sleutel in gekozen)

    def _maak_vinkjes(self, lijst: tuple[tuple[str, str], ...]) -> None:
        self._getoond = lijst
        for vinkje in self._vinkjes.values():
            self._kolom.removeWidget(vinkje)
            vinkje.hide()
            vinkje.deleteLater()
        self._vinkjes = {}
        self._leeg.setVisible(not lijst)
        for i, (sleutel, tekst) in enumerate(lijst):
            vinkje = Vinkregel(tekst, self)
            vinkje.aangevinkt.connect(self._bij_bron)
            self._vinkjes[sleutel] = vinkje
            self._kolom.insertWidget(i, vinkje)
        zet_tabvolgorde(self, (vinkje.vinkje for vinkje in self._vinkjes.values()))

    def _bij_bron(self, _aan: bool) -> None:
        aan = {sleutel for sleutel, vinkje in self._vinkjes.items() if vinkje.aan()}
        oud = self._werkruimte.scan.topic(self._nr).bronnen
        nieuw = tuple(b for b in oud if b in aan) + tuple(s for s in self._vinkjes if s in aan and s not in oud)
        self._werkruimte.wijzig_topic(self._nr, bronnen=nieuw)


def bronnenlijst(scan: Risicoscan) -> tuple[tuple[str, str], ...]:
    """(id, text) of all that can be a bron: gesprekken first, then documenten."""
    gesprekken = tuple(
        (g.id, f"Gesprek {format_datum_kort(g.datum)}, {GESPREKSOORT[g.soort]}") for g in scan.gesprekken
    )
    documenten = tuple(
        (d.id, f"{d.titel or 'Document zonder titel'}{f' ({format_datum_kort(d.datum)})' if d.datum else ''}")
        for d in scan.documenten
    )
    return gesprekken + documenten
