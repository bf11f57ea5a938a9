"""A drawing in lines, planes and words, from the top left, y down. Two painters draw it: on screen and on paper.

Lengths are in the unit of the text size that the drawing was laid out with: points on paper, px on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Meet = Callable[[str, bool], float]
"""Width of a text at size 1, by whether it is emphasised."""
Plek = tuple[float, float]
Rechthoek = tuple[float, float, float, float]
"""x0, y0, x1, y1."""
STIJGING, DALING = 0.80, 0.26
"""Room of a line of text above and below its baseline, as parts of its size."""


class Rol(StrEnum):
    """What a colour is for; each painter has its own for it."""

    INKT = "inkt"
    GEDEMPT = "gedempt"
    HAARLIJN = "haarlijn"
    ACCENT = "accent"
    ZACHT = "zacht"
    PAPIER = "papier"


@dataclass(frozen=True, slots=True)
class Lijn:
    """A line through points; `streep` gives lengths on and off, () a line without gaps."""

    punten: tuple[Plek, ...]
    rol: Rol
    dikte: float
    streep: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Vlak:
    """A filled polygon, with an edge of another role if given."""

    punten: tuple[Plek, ...]
    rol: Rol
    rand: Rol | None = None
    dikte: float = 0.0


@dataclass(frozen=True, slots=True)
class Stip:
    """A filled circle, with an edge of another role if given."""

    x: float
    y: float
    straal: float
    rol: Rol
    rand: Rol | None = None
    dikte: float = 0.0


@dataclass(frozen=True, slots=True)
class Tekst:
    """Words on the baseline y, from x on."""

    x: float
    y: float
    tekst: str
    rol: Rol
    nadruk: bool
    breedte: float


@dataclass(frozen=True, slots=True)
class Leespunt:
    """A place where a value can be read, with the words for it; not drawn."""

    x: float
    y: float
    tekst: str


Vorm = Lijn | Vlak | Stip | Tekst


@dataclass(frozen=True, slots=True)
class Tekening:
    """A figure laid out: all there is to draw, in that order, and where its values can be read."""

    breedte: float
    hoogte: float
    letter: float
    vormen: tuple[Vorm, ...]
    leespunten: tuple[Leespunt, ...]
    volledig: bool
    """Whether every value and its date or name stand in it, so that it needs no list beside it."""


class Vel:
    """A drawing in the making. It places words only where nothing else is written."""

    def __init__(self, breedte: float, hoogte: float, letter: float, meet: Meet) -> None:
        self.breedte, self.hoogte, self.letter = breedte, hoogte, letter
        self.vormen: list[Vorm] = []
        self.leespunten: list[Leespunt] = []
        self.bezet: list[Rechthoek] = []
        self._meet = meet

    def lengte(self, tekst: str, *, nadruk: bool = False) -> float:
        """Width of a text on this sheet."""
        return self._meet(tekst, nadruk) * self.letter

    def vak(self, x: float, y: float, breedte: float) -> Rechthoek:
        """What a line of text of this width on the baseline y takes."""
        return (x, y - STIJGING * self.letter, x + breedte, y + DALING * self.letter)

    def is_vrij(self, vak: Rechthoek, ruim: float = 0.0) -> bool:
        """Whether it lies within the sheet and nothing is written there, nor within `ruim` beside it."""
        x0, y0, x1, y1 = vak
        if x0 < 0 or y0 < 0 or x1 > self.breedte or y1 > self.hoogte:
            return False
        return not any(
            x0 - ruim < bx1 and bx0 < x1 + ruim and y0 < by1 and by0 < y1 for bx0, by0, bx1, by1 in self.bezet
        )

    def schrijf(
        self,
        x: float,
        y: float,
        tekst: str,
        rol: Rol = Rol.GEDEMPT,
        *,
        nadruk: bool = False,
        anker: float = 0.0,
        vlak: bool = False,
    ) -> bool:
        """Write with `anker` of its width left of x, moved to stay on the sheet; False, and nothing, where it can't.

        With `vlak` no hairline runs through it.
        """
        breedte = self.lengte(tekst, nadruk=nadruk)
        links = min(max(x - anker * breedte, 0.0), self.breedte - breedte)
        vak = self.vak(links, y, breedte)
        if not self.is_vrij(vak, 0.3 * self.letter):
            return False
        self.bezet.append(vak)
        self.vormen.append(Tekst(links, y, tekst, rol, nadruk, breedte))
        if vlak:
            x0, y0, x1, y1 = vak
            self.vormen.append(Vlak(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), Rol.PAPIER))
        return True

    def klaar(self, *, volledig: bool) -> Tekening:
        """The drawing from the back: hairlines, what clears words of them, lines, words. Read from left to right."""
        volgorde = sorted(self.vormen, key=_laag)
        punten = sorted(self.leespunten, key=lambda punt: (punt.x, punt.y))
        return Tekening(self.breedte, self.hoogte, self.letter, tuple(volgorde), tuple(punten), volledig)


def _laag(vorm: Vorm) -> int:
    if vorm.rol is Rol.HAARLIJN:
        return 0
    if isinstance(vorm, Vlak) and vorm.rol is Rol.PAPIER and vorm.rand is None:
        return 1
    return 3 if isinstance(vorm, Tekst) else 2


def breek(tekst: str, ruimte: float, lengte: Callable[[str], float], regels: int) -> tuple[str, ...]:
    """A name in at most so many lines of this width; what does not fit ends in an ellipsis."""
    uit: list[str] = []
    for woord in tekst.split():
        if uit and lengte(f"{uit[-1]} {woord}") <= ruimte:
            uit[-1] += f" {woord}"
        else:
            uit.append(woord)
    over = len(uit) > regels
    uit = uit[:regels]
    return tuple(_kort(regel, ruimte, lengte, altijd=over and i == regels - 1) for i, regel in enumerate(uit))


def _kort(tekst: str, ruimte: float, lengte: Callable[[str], float], *, altijd: bool) -> str:
    if not altijd and lengte(tekst) <= ruimte:
        return tekst
    while tekst and lengte(f"{tekst}…") > ruimte:
        tekst = tekst[:-1]
    return f"{tekst.rstrip()}…"
