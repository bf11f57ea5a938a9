"""Drawings as vectors: the shape of an oordeel and the bar of categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.rapport import stijlen
from vtscan_desktop.rapport.blokken import Alinea, Blok, Kolom
from vtscan_desktop.rapport.merken import Knoop
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE, RAND, STRAAL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from vtscan_desktop.rapport.merken import Pen

OORDEELKLEUR = {
    Oordeel.OP_ORDE: stijlen.GROEN,
    Oordeel.PRIL: stijlen.OKER,
    Oordeel.IN_ONTWIKKELING: stijlen.ORANJE,
    Oordeel.NIET_OP_ORDE: stijlen.ROOD,
    Oordeel.NIET_BESPROKEN: stijlen.GRIJS,
    Oordeel.NVT: stijlen.GRIJS,
}


def _tik(c: Any, x: float, y: float, r: float) -> None:
    c.circle(x, y, r, stroke=0, fill=1)
    c.setStrokeColor(stijlen.PAPIER)
    c.setLineWidth(1.1)
    c.lines(
        [
            (x - r * 0.45, y - r * 0.02, x - r * 0.12, y - r * 0.38),
            (x - r * 0.12, y - r * 0.38, x + r * 0.48, y + r * 0.36),
        ]
    )


def _halve(c: Any, x: float, y: float, r: float) -> None:
    c.circle(x, y, r - 0.5, stroke=1, fill=0)
    c.wedge(x - r + 0.5, y - r + 0.5, x + r - 0.5, y + r - 0.5, 90, 180, stroke=0, fill=1)


def _pijl(c: Any, x: float, y: float, r: float) -> None:
    c.circle(x, y, r - 0.5, stroke=1, fill=0)
    top = y + r * 0.5
    c.lines([(x, y - r * 0.5, x, top), (x - r * 0.38, y + r * 0.12, x, top), (x + r * 0.38, y + r * 0.12, x, top)])


def _driehoek(c: Any, x: float, y: float, r: float) -> None:
    pad = c.beginPath()
    pad.moveTo(x, y + r)
    pad.lineTo(x + r * 1.08, y - r * 0.88)
    pad.lineTo(x - r * 1.08, y - r * 0.88)
    pad.close()
    c.drawPath(pad, stroke=1, fill=1)
    c.setStrokeColor(stijlen.PAPIER)
    c.setLineWidth(1.1)
    c.line(x, y + r * 0.38, x, y - r * 0.22)
    c.line(x, y - r * 0.52, x, y - r * 0.62)


def teken_oordeel(pen: Pen, oordeel: Oordeel, x: float, y: float, r: float = 4.6, *, punt: bool = False) -> None:
    """The shape of an oordeel, centred on x, y (y down from the top of the page); the word beside it says the same.

    With `punt` the open circle of what is not discussed has a dot: there is text already.
    """
    c = pen.canvas
    kleur = OORDEELKLEUR[oordeel]
    y = PAGINAHOOGTE - y
    with pen.merk(None):
        c.saveState()
        c.setFillColor(kleur)
        c.setStrokeColor(kleur)
        c.setLineWidth(1.0)
        c.setLineCap(1)
        c.setLineJoin(1)
        if oordeel is Oordeel.OP_ORDE:
            _tik(c, x, y, r)
        elif oordeel is Oordeel.PRIL:
            _halve(c, x, y, r)
        elif oordeel is Oordeel.IN_ONTWIKKELING:
            _pijl(c, x, y, r)
        elif oordeel is Oordeel.NIET_OP_ORDE:
            _driehoek(c, x, y, r)
        elif oordeel is Oordeel.NVT:
            c.line(x - r * 0.6, y, x + r * 0.6, y)
        else:
            c.circle(x, y, r - 0.5, stroke=1, fill=0)
            if punt:
                c.circle(x, y, r * 0.28, stroke=0, fill=1)
        c.restoreState()


class Oordeelregel(Blok):
    """The shape of an oordeel with its word beside it."""

    INSPRING = 12.5

    def __init__(self, oordeel: Oordeel, woord: Alinea, *, punt: bool = False) -> None:
        self.oordeel, self.woord, self.punt = oordeel, woord, punt

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return self.woord.hoogte(breedte - self.INSPRING)

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        midden = y + self.woord.regelhoogte / 2
        teken_oordeel(pen, self.oordeel, x + 4.8, midden, punt=self.punt)
        self.woord.teken(pen, x + self.INSPRING, y, breedte - self.INSPRING)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return self.woord.knopen()


class Categoriebalk(Blok):
    """The three categories beside one another. `vullingen` gives the soft colour and ink of a marked one."""

    DELEN = (179.0, 284.0, 179.0)
    VULLING = 10.5

    def __init__(self, kolommen: Sequence[Kolom], vullingen: dict[int, tuple[str, str]], *, onder: float = 3.0) -> None:
        self.kolommen, self.vullingen, self.onder = list(kolommen), vullingen, onder

    def _plaatsen(self, breedte: float) -> list[tuple[float, float]]:
        x, uit = 0.0, []
        for deel in self.DELEN:
            eigen = breedte * deel / sum(self.DELEN)
            uit.append((x, eigen))
            x += eigen
        return uit

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        maten = zip(self.kolommen, self._plaatsen(breedte), strict=True)
        return max(k.hoogte(b - 2 * self.VULLING) for k, (_, b) in maten) + 18.0

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        hoogte = self.hoogte(breedte)
        c = pen.canvas
        with pen.merk(None):
            c.saveState()
            pad = c.beginPath()
            pad.roundRect(x, PAGINAHOOGTE - y - hoogte, breedte, hoogte, STRAAL)
            c.clipPath(pad, stroke=0, fill=0)
            for nr, (dx, eigen) in enumerate(self._plaatsen(breedte), 1):
                if nr in self.vullingen:
                    zacht, inkt = self.vullingen[nr]
                    c.setFillColor(zacht)
                    c.rect(x + dx, PAGINAHOOGTE - y - hoogte, eigen, hoogte, stroke=0, fill=1)
                    c.setFillColor(inkt)
                    c.rect(x + dx, PAGINAHOOGTE - y - hoogte, eigen, 3.2, stroke=0, fill=1)
                if nr > 1:
                    c.setStrokeColor(RAND)
                    c.setLineWidth(0.75)
                    c.line(x + dx, PAGINAHOOGTE - y, x + dx, PAGINAHOOGTE - y - hoogte)
            c.restoreState()
        pen.vak(x, y, breedte, hoogte, rand=RAND, straal=STRAAL)
        for kolom, (dx, eigen) in zip(self.kolommen, self._plaatsen(breedte), strict=True):
            kolom.teken(pen, x + dx + self.VULLING, y + 6.5, eigen - 2 * self.VULLING)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [knoop for kolom in self.kolommen for knoop in kolom.knopen()]
