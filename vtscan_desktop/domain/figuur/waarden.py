"""Writes values at the points of lines, where neither a line nor another word is in the way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.streken import STRAAL
from vtscan_desktop.domain.figuur.tekening import Rol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vtscan_desktop.domain.figuur.lijnplan import Baan
    from vtscan_desktop.domain.figuur.tekening import Plek, Rechthoek, Vel

MEESTE = 24
"""With more points than this only each line's last, highest, lowest and first value are written."""
# Where a value may stand: (part of its width to the left of the point, baseline from the point in parts of the size).
_PLAATSEN = ((0.5, -0.75), (0.5, 1.35), (0.85, -0.7), (0.15, -0.7), (0.85, 1.3), (0.15, 1.3), (-0.2, 0.33), (1.2, 0.33))


class Hinder:
    """The lines and marks of a figure, that no word may stand on."""

    def __init__(self, banen: Sequence[Baan]) -> None:
        self.stukken = [paar for baan in banen for stuk in baan.stukken for paar in pairwise(stuk)]
        self.merken = [plek for baan in banen for plek in baan.plekken if plek is not None]

    def schrijf(
        self, vel: Vel, x: float, y: float, tekst: str, rol: Rol, *, nadruk: bool = False, anker: float = 0.0
    ) -> bool:
        """As `Vel.schrijf`, where no line or mark is in the way."""
        em, breedte = vel.letter, vel.lengte(tekst, nadruk=nadruk)
        links = min(max(x - anker * breedte, 0.0), vel.breedte - breedte)
        x0, y0, x1, y1 = vel.vak(links, y, breedte)
        letters = (x0, y0 + 0.12 * em, x1, y1 - 0.2 * em)
        if any(_raakt(letters, *stuk) for stuk in self.stukken):
            return False
        if any(_dekt(letters, merk, STRAAL * em) for merk in self.merken):
            return False
        return vel.schrijf(links, y, tekst, rol, nadruk=nadruk, vlak=True)


def schrijf_waarden(vel: Vel, banen: Sequence[Baan], hinder: Hinder) -> bool:
    """Write what fits, the most telling values first; whether all known values stand there."""
    kort = len(hinder.merken) > MEESTE
    alle = not kort
    for baan in banen:
        volgorde = _volgorde(baan)
        for i in volgorde[:4] if kort else volgorde:
            alle = _schrijf(vel, baan, i, hinder) and alle
    return alle


def _volgorde(baan: Baan) -> list[int]:
    """The known points of a line: last, highest, lowest, first, and then in order."""
    bekend = [i for i, plek in enumerate(baan.plekken) if plek is not None]
    if not bekend:
        return []
    hoogte = {i: plek[1] for i, plek in enumerate(baan.plekken) if plek is not None}
    eerst = [bekend[-1], min(bekend, key=hoogte.__getitem__), max(bekend, key=hoogte.__getitem__), bekend[0]]
    return list(dict.fromkeys([*eerst, *bekend]))


def _schrijf(vel: Vel, baan: Baan, i: int, hinder: Hinder) -> bool:
    plek = baan.plekken[i]
    assert plek is not None
    rol = Rol.INKT if baan.streek.rol is Rol.ACCENT else baan.streek.rol
    boven, onder, *opzij = _PLAATSEN
    return any(
        hinder.schrijf(
            vel, plek[0], plek[1] + dy * vel.letter, baan.reeks.punten[i].tekst, rol, nadruk=True, anker=anker
        )
        for anker, dy in ([onder, boven] if _is_dal(baan, i) else [boven, onder]) + opzij
    )


def _is_dal(baan: Baan, i: int) -> bool:
    """Whether a value lies below those beside it, so that its number stands best under it."""
    plekken = baan.plekken
    buren = [plekken[j] for j in (i - 1, i + 1) if 0 <= j < len(plekken)]
    hier = plekken[i]
    return len(buren) == 2 and hier is not None and all(buur is not None and buur[1] < hier[1] for buur in buren)


def _dekt(vak: Rechthoek, punt: Plek, straal: float) -> bool:
    (x0, y0, x1, y1), (x, y) = vak, punt
    return x0 - straal < x < x1 + straal and y0 - straal < y < y1 + straal


def _raakt(vak: Rechthoek, a: Plek, b: Plek) -> bool:
    """Whether a straight piece passes through a rectangle (Liang and Barsky)."""
    x0, y0, x1, y1 = vak
    if max(a[0], b[0]) < x0 or min(a[0], b[0]) > x1 or max(a[1], b[1]) < y0 or min(a[1], b[1]) > y1:
        return False
    begin, eind = 0.0, 1.0
    for weg, ruim in _grenzen(vak, a, b):
        if weg == 0:
            if ruim < 0:
                return False
        elif weg < 0:
            begin = max(begin, ruim / weg)
        else:
            eind = min(eind, ruim / weg)
    return begin <= eind


def _grenzen(vak: Rechthoek, a: Plek, b: Plek) -> Iterable[tuple[float, float]]:
    dx, dy = b[0] - a[0], b[1] - a[1]
    return ((-dx, a[0] - vak[0]), (dx, vak[2] - a[0]), (-dy, a[1] - vak[1]), (dy, vak[3] - a[1]))
