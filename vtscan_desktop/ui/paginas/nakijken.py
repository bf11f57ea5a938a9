"""What can still be looked at before a report is made: one list, with a way to each point."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.nakijken.regels import tel
from vtscan_desktop.domain.nakijken.stof import Ernst, Nakijkpunt
from vtscan_desktop.domain.notatie import hoofdletter
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.rijlijst import Lijst, Linktekst, Rij
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.sprong import stap_van
from vtscan_desktop.ui.stappen import Stap, maak_stappen
from vtscan_desktop.ui.teksten import aantallen
from vtscan_desktop.ui.werkruimte import Werkruimte

_KOPPEN = {
    Ernst.FOUT: ("Fouten", "zolang deze er zijn, krijgt het rapport het merk CONCEPT"),
    Ernst.WAARSCHUWING: ("Waarschuwingen", "kijk of dit zo bedoeld is"),
    Ernst.OPMERKING: ("Opmerkingen", "goed om te weten"),
}


class NakijkenPagina(Pagina):
    """The points by weight. Each has a link that puts the cursor where it can be mended."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Nakijken", onder="Wat u nog kunt nalopen voordat u een rapport maakt"
        )
        self._knopteksten = {stap.id: stap.knoptekst for stap in maak_stappen(werkruimte.format)}
        self.samen = label("", self.inhoud, "melding")
        self.kolom.addWidget(self.samen)
        self.lijsten: dict[Ernst, Lijst] = {}
        for ernst, (kop, onder) in _KOPPEN.items():
            lijst = Lijst(kop, self.inhoud, onder=onder)
            lijst.gekozen.connect(self.naar_plaats)
            self.lijsten[ernst] = lijst
            self.kolom.addWidget(lijst)

    def ververs(self) -> None:
        """Show the points as they are now."""
        punten = self.werkruimte.nakijkpunten()
        telling = tel(punten)
        self.samen.setText(f"{hoofdletter(aantallen(telling))}." if punten else "Er is niets meer na te lopen.")
        zet_eigenschap(self.samen, "soort", "waarschuwing" if telling[Ernst.FOUT] else "melding")
        for ernst, lijst in self.lijsten.items():
            lijst.toon(tuple(self._rij(punt) for punt in punten if punt.ernst is ernst))

    def eerste_veld(self) -> QWidget | None:
        """The way to the first point."""
        getoond = (lijst for lijst in self.lijsten.values() if not lijst.isHidden())
        return next((link for lijst in getoond for link in lijst.findChildren(Linktekst)), None)

    def _rij(self, punt: Nakijkpunt) -> Rij:
        naar = self._knopteksten[stap_van(punt.plaats)]
        return Rij(kop=punt.titel, uitleg=punt.tekst, html=f'<a href="{punt.plaats}">Naar {naar}</a>', naam=punt.tekst)
