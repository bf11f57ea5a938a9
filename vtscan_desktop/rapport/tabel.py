"""A table whose head is repeated on every page and whose rows, when they must, go on over the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from vtscan_desktop.rapport.blokken import Alinea, Blok, Kolom
from vtscan_desktop.rapport.merken import Knoop
from vtscan_desktop.rapport.stijlen import HAARLIJN, INKT, RAND

if TYPE_CHECKING:
    from vtscan_desktop.rapport.merken import Pen

MIN_RIJEN = 2
MEESTE_REGELS = 6
"""Longest cell, in lines, that is shown again where its row goes on over the page."""
HEEL_TOT = 170.0
"""A row up to this height, in points, moves to the next page as a whole."""


@dataclass(slots=True)
class Rij:
    """A row: one column of blocks per cell. `breed` is one cell over all columns, `groep` a heading over them.

    The cells in `herhaal` are shown once more where the row goes on over the page; a row that is `breed` shows
    `vervolg` there. `bij_volgende` holds it on one page with the start of the next row.
    """

    cellen: list[Kolom]
    knoop: Knoop
    celknopen: list[Knoop]
    groep: bool = False
    breed: bool = False
    bij_volgende: bool = False
    vervolg: Alinea | None = None
    boven: float = 5.8
    onder: float = 5.8
    lijn: str = HAARLIJN
    herhaal: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Kolommen:
    """The columns: their widths as parts of the whole, and the gap between them in points."""

    delen: tuple[float, ...]
    tussen: float = 12.0

    def plaatsen(self, breedte: float) -> list[tuple[float, float]]:
        """(x, width) of each column in a table of `breedte`."""
        vrij = breedte - self.tussen * (len(self.delen) - 1)
        x, uit = 0.0, []
        for deel in self.delen:
            eigen = vrij * deel / sum(self.delen)
            uit.append((x, eigen))
            x += eigen + self.tussen
        return uit


def _maak_rij(cellen: Sequence[Blok | Sequence[Blok]], soort: str) -> Rij:
    kolommen = [Kolom([c] if isinstance(c, Blok) else c) for c in cellen]
    celknopen = [Knoop(soort).hang(*k.knopen()) for k in kolommen]
    return Rij(kolommen, Knoop("TR").hang(*celknopen), celknopen)


def koprij(*cellen: Blok) -> Rij:
    """The head of a table."""
    rij = _maak_rij(cellen, "TH")
    for knoop in rij.celknopen:
        knoop.kenmerken["Scope"] = "Column"
    rij.boven, rij.onder, rij.lijn = 0.0, 4.5, INKT
    return rij


def rij(*cellen: Blok | Sequence[Blok], rijkop: int | None = 0) -> Rij:
    """A row; the cell at `rijkop` names it, and is shown again with those before it where the row goes on."""
    uit = _maak_rij(cellen, "TD")
    uit.herhaal = tuple(range((rijkop or 0) + 1))
    if rijkop is not None:
        uit.celknopen[rijkop].soort = "TH"
        uit.celknopen[rijkop].kenmerken["Scope"] = "Row"
    return uit


def groeprij(titel: Blok, kolommen: int) -> Rij:
    """A heading over all columns, for the rows that follow."""
    uit = _maak_rij([titel], "TH")
    uit.celknopen[0].kenmerken.update(Scope="Column", ColSpan=kolommen)
    uit.groep = uit.breed = uit.bij_volgende = True
    uit.boven, uit.lijn = 12.0, RAND
    return uit


def breed_erbij(boven: Rij, cel: Sequence[Blok], kolommen: int, vervolg: Alinea) -> Rij:
    """A row of one cell over all columns that belongs to the row `boven`: for text too long for a column.

    `vervolg` is shown above what goes on over the page; it is not read aloud.
    """
    uit = _maak_rij([cel], "TD")
    uit.celknopen[0].kenmerken["ColSpan"] = kolommen
    uit.breed, uit.vervolg, uit.herhaal = True, vervolg.herhaling(), ()
    uit.vervolg.onder = uit.boven
    boven.bij_volgende, boven.lijn, boven.onder = True, "", 0.0
    return uit


def _vervolgkop(cel: Kolom, breedte: float) -> Kolom:
    """A cell of a row once more, where the row goes on over the page: only when it is short."""
    kort = [b for b in cel.blokken if isinstance(b, Alinea) and len(b.regels(breedte)) <= MEESTE_REGELS]
    herhaald = [b.herhaling() for b in kort]
    return Kolom(herhaald[:1])


class Tabel(Blok):
    """A table."""

    def __init__(
        self, kolommen: Kolommen, kop: Rij | None, rijen: Sequence[Rij], *, boven: float = 0.0, onder: float = 0.0
    ) -> None:
        self.kolommen, self.kop, self.rijen = kolommen, kop, list(rijen)
        self.boven, self.onder = boven, onder
        self.knoop = Knoop("Table").hang(*(r.knoop for r in self._alle()))
        self._vervolg = False
        self._hoogtes: dict[int, float] = {}

    def _alle(self) -> list[Rij]:
        return [*([self.kop] if self.kop else []), *self.rijen]

    def _kop(self, breedte: float) -> float:
        return self._rijhoogte(self.kop, breedte) if self.kop else 0.0

    def _celbreedtes(self, rij: Rij, breedte: float) -> list[tuple[float, float]]:
        return [(0.0, breedte)] if rij.breed else self.kolommen.plaatsen(breedte)

    def _rijhoogte(self, rij: Rij, breedte: float) -> float:
        if id(rij) not in self._hoogtes:
            maten = zip(rij.cellen, self._celbreedtes(rij, breedte), strict=True)
            self._hoogtes[id(rij)] = max(c.hoogte(b) for c, (_, b) in maten) + rij.boven + rij.onder
        return self._hoogtes[id(rij)]

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return sum(self._rijhoogte(r, breedte) for r in self._alle())

    def _minimum(self, rij: Rij, breedte: float) -> float:
        hoogte = self._rijhoogte(rij, breedte)
        if hoogte <= HEEL_TOT:
            return hoogte
        maten = zip(rij.cellen, self._celbreedtes(rij, breedte), strict=True)
        return max(c.kop_hoogte(b) for c, (_, b) in maten if c.blokken) + rij.boven + rij.onder

    def kop_hoogte(self, breedte: float) -> float:
        """Height of the smallest first part: all of a small table, else its head and the start of two rows."""
        hoogte, gehad = self._kop(breedte), 0
        if (heel := self.hoogte(breedte)) <= HEEL_TOT:
            return heel
        for rij in self.rijen:
            gehad += not rij.bij_volgende
            if gehad == MIN_RIJEN or rij is self.rijen[-1]:
                return hoogte + self._minimum(rij, breedte)
            if self._rijhoogte(rij, breedte) > HEEL_TOT:
                return hoogte + self._minimum(rij, breedte)
            hoogte += self._rijhoogte(rij, breedte)
        return hoogte

    def _als(self, rijen: list[Rij], *, vervolg: bool) -> Tabel:
        deel = object.__new__(Tabel)
        deel.kolommen, deel.kop, deel.rijen, deel.knoop = self.kolommen, self.kop, rijen, self.knoop
        deel.boven, deel.onder, deel._vervolg, deel._hoogtes = 0.0, self.onder, vervolg, {}
        return deel

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """What fits, and the rest."""
        over = ruimte - self._kop(breedte)
        for i, rij in enumerate(self.rijen):
            hoogte = self._rijhoogte(rij, breedte)
            nodig = hoogte
            for vorige, volgende in pairwise(self.rijen[i:]):
                if not vorige.bij_volgende:
                    break
                nodig += self._minimum(volgende, breedte)
            if nodig <= over + 0.01:
                over -= hoogte
                continue
            eerste, tweede = self._splits_rij(rij, breedte, over, dwing=dwing and i == 0)
            voor = [*self.rijen[:i], *([eerste] if eerste else [])]
            na = [*([tweede] if tweede else []), *self.rijen[i + 1 :]]
            if not voor:
                return None, self
            if not eerste and len(voor) > MIN_RIJEN and self._staat_alleen(na, voor[-1], breedte):
                na.insert(0, voor.pop())
            deel = self._als(voor, vervolg=self._vervolg)
            deel.boven = self.boven
            return deel, (self._als(na, vervolg=True) if na else None)
        return self, None

    def _staat_alleen(self, na: list[Rij], vorige: Rij, breedte: float) -> bool:
        """Whether a small last row would stand alone under a repeated head, with one before it to keep it company."""
        samen = sum(self._rijhoogte(rij, breedte) for rij in (*na, vorige))
        return len(na) == 1 and not vorige.bij_volgende and samen <= HEEL_TOT

    def _splits_rij(self, rij: Rij, breedte: float, over: float, *, dwing: bool) -> tuple[Rij | None, Rij | None]:
        if dwing and rij.groep:
            return rij, None
        if not dwing and (rij.groep or self._rijhoogte(rij, breedte) <= HEEL_TOT):
            return None, rij
        ruimte = over - rij.boven - rij.onder
        maten = list(zip(rij.cellen, self._celbreedtes(rij, breedte), strict=True))
        delen = [c.splits(b, ruimte, dwing=dwing) if c.blokken else (c, None) for c, (_, b) in maten]
        if any(d is None for d, _ in delen):
            return None, rij
        eerste = [d if isinstance(d, Kolom) else Kolom([]) for d, _ in delen]
        rest = [r if isinstance(r, Kolom) else Kolom([]) for _, r in delen]
        if not any(k.blokken for k in rest):
            return rij, None
        if rij.vervolg is not None:
            rest[0] = Kolom([rij.vervolg, *rest[0].blokken])
        for i in rij.herhaal:
            if not rest[i].blokken:
                rest[i] = _vervolgkop(rij.cellen[i], maten[i][1][1])
        return (
            replace(rij, cellen=eerste, lijn=""),
            replace(rij, cellen=rest),
        )

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        for rij in self._alle():
            with pen.zonder_merk(aan=self._vervolg and rij is self.kop):
                for cel, (dx, eigen) in zip(rij.cellen, self._celbreedtes(rij, breedte), strict=True):
                    cel.teken(pen, x + dx, y + rij.boven, eigen)
            y += self._rijhoogte(rij, breedte)
            if rij.lijn:
                pen.lijn(x, y, x + breedte, rij.lijn)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self.knoop]
