"""The pages with only long texts: what was brought to light, and the overall beeld."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.services.notities import IN_KAART, Notitiefilter
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.tweeluik import Tweeluik
from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.teksten import NOTITIESOORT
from vtscan_desktop.ui.werkruimte import Werkruimte

_IN_KAART = (
    ("knelpunten", "Knelpunten", "Wat gaat er niet goed, en waardoor komt dat?"),
    ("opgaven", "Opgaven", "Wat moet er nog gebeuren om de basis op orde te krijgen?"),
    ("partners", "Partners", "Met wie in de keten werkt Veilig Thuis samen, en hoe gaat dat?"),
    ("wensen", "Wensen", "Welke hulp of ondersteuning wil de regio bij het verbeteren?"),
)
_NAAST = 720
"""From this width on, in px at 100%, the notes stand beside the text they are for."""
_BEGIN = 5
"""How many notes stand beside each text before earlier ones are asked for."""


class _Tekstpagina(Pagina):
    """A page of headed long texts; each goes to `_bewaar` under its own name."""

    def tekst(self, veld: str, kop: str, uitleg: str, regels: int, *, onder: str = "") -> TekstVlak:
        """Add a text with its heading and one line on what belongs in it; `onder` is the part of the scan it is in."""
        vlak = TekstVlak(kop, self.inhoud, regels=regels)
        vlak.setObjectName(veld)
        vlak.sleutel = f"{onder}{veld}"
        kolom = self.tekstkolom(vlak)
        self.kop(kop, vlak, kolom)
        kolom.addWidget(label(uitleg, self.inhoud, "klein"))
        kolom.addWidget(vlak)
        vlak.veranderd.connect(self._bij_tekst)
        vlak.geweigerd.connect(self.melding)
        return vlak

    def tekstkolom(self, vlak: TekstVlak) -> QVBoxLayout:
        """Where a text and its heading come."""
        del vlak
        return self.kolom

    def _bij_tekst(self, tekst: str) -> None:
        self.bewaar(self.sender().objectName(), tekst)

    def bewaar(self, veld: str, tekst: str) -> None:
        """Put a changed text in the scan."""
        raise NotImplementedError


class InKaartPagina(_Tekstpagina):
    """Knelpunten, opgaven, partners and wensen (§1.2)."""

    eigen_stand = True

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap,
            werkruimte,
            parent,
            titel="In kaart gebracht",
            onder="Wat de gesprekken samen hebben opgeleverd, met de notities die daarbij horen",
            breed=True,
        )
        self.notities: dict[str, Notitielijst] = {}
        self.vlakken = {veld: self.tekst(veld, kop, uitleg, 3, onder="in_kaart/") for veld, kop, uitleg in _IN_KAART}

    def ververs(self) -> None:
        """Show the scan as it is now."""
        for veld, vlak in self.vlakken.items():
            vlak.zet_tekst(getattr(self.werkruimte.scan.in_kaart, veld))
        for lijst in self.notities.values():
            lijst.ververs()

    def tekstkolom(self, vlak: TekstVlak) -> QVBoxLayout:
        """Beside each text stand the notes of its kinds, each to be taken over in it."""
        veld = vlak.objectName()
        soorten = IN_KAART[veld]
        namen = " of ".join(f"#{soort}" for soort in NOTITIESOORT if soort in soorten)
        leeg = f"Notities met {namen} komen hier te staan. Typ er een in de regel onderaan."
        lijst = Notitielijst(self.werkruimte, self.inhoud, rolt=False, begin=_BEGIN, overnemen=veld, leeg=leeg)
        lijst.setAccessibleName(f"Notities bij {vlak.accessibleName().lower()}")
        lijst.melding.connect(self.melding)
        lijst.toon(Notitiefilter(soorten=soorten))
        self.notities[veld] = lijst
        links = QWidget(self.inhoud)
        kolom = QVBoxLayout(links)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(self.kolom.spacing())
        naast = Tweeluik(5, 4, _NAAST, self.inhoud, tussen=maten.RUIM, boven=True)
        naast.vul(links, lijst)
        self.kolom.addWidget(naast)
        return kolom

    def eerste_veld(self) -> QWidget | None:
        """The knelpunten."""
        return self.vlakken["knelpunten"]

    def bewaar(self, veld: str, tekst: str) -> None:
        """Put a changed text in the scan."""
        self.werkruimte.wijzig_veld(in_kaart=replace(self.werkruimte.scan.in_kaart, **{veld: tekst}))


class OverallBeeldPagina(_Tekstpagina):
    """The overall beeld and what is asked of the reader, both on page one of the report."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Overall beeld", onder="Dit staat op de eerste pagina van het rapport"
        )
        self.beeld = self.tekst(
            "overall_beeld",
            "Overall beeld",
            "Hoe staat Veilig Thuis in deze regio ervoor? Schrijf het in een paar zinnen, voor een wethouder.",
            8,
        )
        self.vraag = self.tekst(
            "vraag_aan_lezer",
            "Wat wij van u vragen",
            "Wat wilt u van de lezer: een zienswijze, een besluit, een gesprek? En voor wanneer?",
            3,
        )

    def ververs(self) -> None:
        """Show the scan as it is now."""
        self.beeld.zet_tekst(self.werkruimte.scan.overall_beeld)
        self.vraag.zet_tekst(self.werkruimte.scan.vraag_aan_lezer)

    def eerste_veld(self) -> QWidget | None:
        """The overall beeld."""
        return self.beeld

    def bewaar(self, veld: str, tekst: str) -> None:
        """Put a changed text in the scan."""
        self.werkruimte.wijzig_veld(**{veld: tekst})
