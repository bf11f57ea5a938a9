"""The page for hoor en wederhoor: what the parties say about the scan, our answer, and what has still to come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtscan_desktop.domain.benamingen import PARTIJ
from vtscan_desktop.domain.risicoscan import Partij, Zienswijze
from vtscan_desktop.domain.zienswijzen import Openpunt, nog_te_komen, open_punten
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.rijlijst import Lijst, Rij
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabellen.tabelkoppeling import maak_tabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_BINNEN = "Van alle partijen is een zienswijze ontvangen, en alles is beantwoord."
_RAPPORT = "Het rapport noemt wie nog moet antwoorden."


class ZienswijzenPagina(Pagina):
    """One card per zienswijze; on top what has still to come, with a jump to each point."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Zienswijzen", onder="Wat de partijen van de scan vinden, en ons antwoord"
        )
        self.kolom.addSpacing(thema().px(maten.KLEIN))
        self.kolom.addWidget(self._maak_stand())
        self.kolom.addSpacing(thema().px(maten.KLEIN))
        self.tabel = maak_tabel("zienswijzen", werkruimte, self.inhoud)
        self.tabel.geweigerd.connect(self.melding)
        self.kolom.addWidget(self.tabel)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        self.tabel.ververs()
        scan = self.werkruimte.scan
        punten = open_punten(scan)
        self.open.toon(tuple(map(_rij, punten)))
        self.open.setVisible(bool(punten))
        self.stand.setText(_RAPPORT if nog_te_komen(scan) else "" if punten else _BINNEN)
        self.stand.setVisible(bool(self.stand.text()))

    def eerste_veld(self) -> QWidget | None:
        """The first card; without one the page itself, for Enter must not add one unasked."""
        return self.tabel.focusketen()[0] if self.tabel.aantal() else self.rol

    def voeg_toe(self, partij: Partij) -> None:
        """Add a zienswijze that is expected of a partij; the cursor goes to its date."""
        self.werkruimte.wijzig_veld(zienswijzen=(*self.werkruimte.scan.zienswijzen, Zienswijze(partij)))
        self.tabel.ververs()
        self._ga_naar(self.tabel.aantal() - 1)

    def _maak_stand(self) -> QWidget:
        t = thema()
        kaart = QFrame(self.inhoud)
        zet_soort(kaart, "kaart")
        kolom = QVBoxLayout(kaart)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.KLEIN), t.px(maten.RUIM), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.KLEIN))
        self.open = Lijst("Nog te doen", kaart)
        self.open.gekozen.connect(self._bij_punt)
        kolom.addWidget(self.open)
        self.stand = label("", kaart, "gedempt")
        kolom.addWidget(self.stand)
        kolom.addWidget(label("Zet klaar van wie u een zienswijze verwacht:", kaart))
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        self.knoppen = {}
        for partij, naam in PARTIJ.items():
            deze = knop(naam.capitalize(), kaart, icoon="plus")
            deze.setAccessibleName(f"Zienswijze van {naam} toevoegen")
            deze.setProperty("partij", partij.value)
            deze.clicked.connect(self._bij_knop)
            rij.addWidget(deze)
            self.knoppen[partij] = deze
        kolom.addLayout(rij)
        return kaart

    def _ga_naar(self, plaats: int) -> None:
        """Put the cursor in a card, from 0."""
        if plaats < self.tabel.aantal():
            self.tabel.rij(plaats).velden()[1].setFocus(Qt.FocusReason.OtherFocusReason)
            self.rol.ensureWidgetVisible(self.tabel.rij(plaats), 0, thema().px(maten.BREED))

    def _bij_knop(self) -> None:
        self.voeg_toe(Partij(str(self.sender().property("partij"))))

    def _bij_punt(self, doel: str) -> None:
        self._ga_naar(int(doel))


def _rij(punt: Openpunt) -> Rij:
    links = f'<a href="{punt.plaats}">invullen</a>' if punt.plaats is not None else ""
    return Rij(uitleg=punt.tekst, links=links)
