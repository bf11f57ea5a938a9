"""The head of page one: logo and name of who publishes the report."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok
from vtscan_desktop.rapport.merken import Knoop
from vtscan_desktop.rapport.onderdelen.passend import begin_van
from vtscan_desktop.rapport.stijlen import BREEDTE as BLADBREEDTE
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import Huisstijl
    from vtscan_desktop.rapport.merken import Pen
    from vtscan_desktop.rapport.opmaak import Opmaak

HOOGTE, TUSSEN = 34.0, 12.0
"""Most room that a logo takes, and between it and the name, in points."""
_LOGOBREEDTEN = (170.0, 110.0)
"""Most widths of a logo that are tried for a long name beside it."""
RECHTS_VRIJ = 190.0
"""Room at the right for the words that every page shows."""
_ONDER = 14.0
_NAAMMATEN = (1.0, 0.92, 0.85, 0.78, 0.7)
"""Sizes tried for a long name."""
RUIMTE = HOOGTE + _ONDER
"""What the head takes at most."""


class _Briefhoofd(Blok):
    """Logo and name beside one another, on one line of sight."""

    onder = _ONDER

    def __init__(self, huisstijl: Huisstijl, o: Opmaak) -> None:
        organisatie = huisstijl.organisatie.strip()
        self._logo = ImageReader(BytesIO(huisstijl.logo)) if huisstijl.logo else None
        self._breedst = _LOGOBREEDTEN[0]
        self._naam = self._zet_naam(organisatie, o) if organisatie else None
        self._figuur = Knoop("Figure", alt=f"Logo van {organisatie or 'de opsteller'}")

    def _zet_naam(self, organisatie: str, o: Opmaak) -> Alinea:
        """The name as large as fits in the head; its beginning where no size is small enough."""
        for self._breedst in _LOGOBREEDTEN:
            for maat in _NAAMMATEN:
                naam = o.alinea(organisatie, s.BOVENKOP.geschaald(maat), onder=0)
                if self._past(naam):
                    return naam
        for tekens in range(len(organisatie), 0, -5):
            naam = o.alinea(begin_van(organisatie, tekens), s.BOVENKOP.geschaald(_NAAMMATEN[-1]), onder=0)
            if self._past(naam):
                break
        return naam

    def _past(self, naam: Alinea) -> bool:
        return naam.hoogte(self._tekstplaats(BLADBREEDTE)[1]) <= HOOGTE

    def _maat(self) -> tuple[float, float]:
        if self._logo is None:
            return 0.0, 0.0
        breed, hoog = self._logo.getSize()
        schaal = min(self._breedst / breed, HOOGTE / hoog)
        return breed * schaal, hoog * schaal

    def _tekstplaats(self, breedte: float) -> tuple[float, float]:
        """(x, width) of the name."""
        breed = self._maat()[0]
        links = breed + TUSSEN if breed else 0.0
        return links, breedte - links - RECHTS_VRIJ

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        naam = self._naam.hoogte(self._tekstplaats(breedte)[1]) if self._naam else 0.0
        return max(self._maat()[1], naam)

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        hoogte = self.hoogte(breedte)
        breed, hoog = self._maat()
        if self._logo is not None:
            boven = y + (hoogte - hoog) / 2
            onder = PAGINAHOOGTE - boven - hoog
            self._figuur.vlak = (x, onder, x + breed, onder + hoog)
            with pen.merk(self._figuur):
                pen.canvas.drawImage(self._logo, x, onder, breed, hoog)
        if self._naam is not None:
            links, ruim = self._tekstplaats(breedte)
            self._naam.teken(pen, x + links, y + (hoogte - self._naam.hoogte(ruim)) / 2, ruim)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        logo = [self._figuur] if self._logo is not None else []
        return [*logo, *(self._naam.knopen() if self._naam else [])]


def briefhoofd(huisstijl: Huisstijl, o: Opmaak) -> list[Blok]:
    """The head, or nothing where no logo and no name were set."""
    return [_Briefhoofd(huisstijl, o)] if huisstijl.logo or huisstijl.organisatie.strip() else []
