"""How lines are told apart without colour: the dash, and the mark at each value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.tekening import Lijn, Rol, Stip, Vlak

if TYPE_CHECKING:
    from vtscan_desktop.domain.figuur.tekening import Plek, Vorm


class Mark(Enum):
    """The mark at a value; each as wide as a circle of the same size looks."""

    STIP = "stip"
    RUIT = "ruit"
    BLOK = "blok"
    DRIEHOEK = "driehoek"


@dataclass(frozen=True, slots=True)
class Streek:
    """How one line looks. `streep` and `dikte` are parts of the text size; an open mark has paper inside."""

    mark: Mark
    rol: Rol
    streep: tuple[float, ...] = ()
    open: bool = False
    dikte: float = 0.17

    def lijn(self, letter: float, *punten: Plek) -> Lijn:
        """A stretch of the line."""
        return Lijn(punten, self.rol, self.dikte * letter, tuple(deel * letter for deel in self.streep))

    def merk(self, letter: float, plek: Plek) -> Vorm:
        """Its mark at a place."""
        x, y = plek
        r = STRAAL * letter
        vulling, rand, dikte = (Rol.PAPIER, self.rol, 0.13 * letter) if self.open else (self.rol, None, 0.0)
        if self.mark is Mark.STIP:
            return Stip(x, y, r, vulling, rand, dikte)
        hoeken = {
            Mark.RUIT: ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
            Mark.BLOK: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
            Mark.DRIEHOEK: ((0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)),
        }[self.mark]
        return Vlak(tuple((x + r * dx, y + r * dy) for dx, dy in hoeken), vulling, rand, dikte)


STRAAL = 0.32
"""Half the width of a mark, as part of the text size."""
STREKEN = (
    Streek(Mark.STIP, Rol.ACCENT),
    Streek(Mark.BLOK, Rol.INKT, (0.55, 0.35), open=True, dikte=0.13),
    Streek(Mark.DRIEHOEK, Rol.GEDEMPT, (0.16, 0.28), dikte=0.14),
    Streek(Mark.RUIT, Rol.INKT, (0.9, 0.3, 0.16, 0.3), open=True, dikte=0.11),
)
"""The first is what matters most; a figure has no more lines than there are ways to tell them apart."""
TERUG = Streek(Mark.STIP, Rol.GEDEMPT, (0.4, 0.3), open=True, dikte=0.12)
"""What lies behind: an earlier scan."""
