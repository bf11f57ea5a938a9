"""A figure on paper: the drawing of its description as vectors, in the colours of the report, tagged with its words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.beschrijving import onderschrift
from vtscan_desktop.domain.figuur.plan import teken_plan
from vtscan_desktop.domain.figuur.tekening import Lijn, Rol, Stip, Tekening, Tekst, Vlak
from vtscan_desktop.rapport import letters, stijlen
from vtscan_desktop.rapport.blokken import Blok
from vtscan_desktop.rapport.merken import Knoop
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE, Letter, Stijl
from vtscan_desktop.rapport.tekstblok import Stuk, zet

if TYPE_CHECKING:
    from typing import Any

    from vtscan_desktop.domain.figuur.beschrijving import Figuur
    from vtscan_desktop.domain.figuur.tekening import Vorm
    from vtscan_desktop.rapport.merken import Pen
    from vtscan_desktop.rapport.opmaak import Opmaak

GROOTTE = 9.0
"""Size of the words in a figure, in points."""
KLEUR = {
    Rol.INKT: stijlen.INKT,
    Rol.GEDEMPT: stijlen.GEDEMPT,
    Rol.HAARLIJN: stijlen.HAARLIJN,
    Rol.ACCENT: stijlen.ACCENT,
    Rol.ZACHT: stijlen.ACCENT_ZACHT,
    Rol.PAPIER: stijlen.PAPIER,
}
_EEN_REGEL = 1e6


def _stijl(nadruk: bool, rol: Rol = Rol.INKT) -> Stijl:
    return Stijl(Letter.MIDDEL if nadruk else Letter.GEWOON, GROOTTE, KLEUR[rol])


@cache
def _meet(tekst: str, nadruk: bool) -> float:
    runs = letters.verdeel(_stijl(nadruk).letter, tekst, set())
    return sum(letters.breedte(run.letter, run.tekst) for run in runs)


def figuurdeel(o: Opmaak, figuur: Figuur, niveau: int) -> list[Blok]:
    """A figure under its title as a heading of this level, with what stands under it."""
    zin = onderschrift(figuur)
    blok = Figuurblok(figuur, o.onbekend, onder=4.0 if zin else 9.0)
    blok.bij_volgende = bool(zin)
    return [o.kop(niveau, figuur.titel), blok, *([o.onderschrift(zin)] if zin else [])]


class Figuurblok(Blok):
    """A figure, as wide as the column. `onbekend` gathers the characters that no shipped typeface has."""

    def __init__(self, figuur: Figuur, onbekend: set[str], *, onder: float = 0.0) -> None:
        self.figuur, self.onder = figuur, onder
        self._onbekend = onbekend
        self._tekening: Tekening | None = None
        self.knoop = Knoop("Figure", alt=figuur.alt)

    def tekening(self, breedte: float) -> Tekening:
        """The figure laid out at a width."""
        if self._tekening is None or self._tekening.breedte != breedte:
            self._tekening = teken_plan(self.figuur, breedte, GROOTTE, _meet)
        return self._tekening

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return self.tekening(breedte).hoogte

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self.knoop]

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        tekening = self.tekening(breedte)
        self.knoop.vlak = (x, PAGINAHOOGTE - y - tekening.hoogte, x + breedte, PAGINAHOOGTE - y)
        with pen.merk(self.knoop):
            pen.canvas.saveState()
            pen.canvas.setLineJoin(1)
            for vorm in tekening.vormen:
                self._vorm(pen, vorm, x, y)
            pen.canvas.restoreState()

    def _vorm(self, pen: Pen, vorm: Vorm, x: float, y: float) -> None:
        c = pen.canvas
        if isinstance(vorm, Tekst):
            [regel] = zet((Stuk(vorm.tekst, _stijl(vorm.nadruk, vorm.rol)),), _EEN_REGEL, self._onbekend)
            regel.teken_op(pen, x + vorm.x, y + vorm.y)
        elif isinstance(vorm, Stip):
            _zet_verf(c, vorm)
            c.circle(x + vorm.x, PAGINAHOOGTE - y - vorm.y, vorm.straal, stroke=int(vorm.rand is not None), fill=1)
        else:
            pad = c.beginPath()
            pad.moveTo(x + vorm.punten[0][0], PAGINAHOOGTE - y - vorm.punten[0][1])
            for px, py in vorm.punten[1:]:
                pad.lineTo(x + px, PAGINAHOOGTE - y - py)
            if isinstance(vorm, Lijn):
                c.setStrokeColor(letters.kleur(KLEUR[vorm.rol]))
                c.setLineWidth(vorm.dikte)
                c.setDash(list(vorm.streep))
                c.drawPath(pad, stroke=1, fill=0)
                c.setDash([])
            else:
                pad.close()
                _zet_verf(c, vorm)
                c.drawPath(pad, stroke=int(vorm.rand is not None), fill=1)


def _zet_verf(c: Any, vorm: Vlak | Stip) -> None:
    c.setFillColor(letters.kleur(KLEUR[vorm.rol]))
    if vorm.rand is not None:
        c.setStrokeColor(letters.kleur(KLEUR[vorm.rand]))
        c.setLineWidth(vorm.dikte)
