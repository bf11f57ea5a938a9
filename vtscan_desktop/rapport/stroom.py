"""Blocks onto pages: first all of it is placed, then drawn, so every page knows how many there are."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.rapport.blokken import Blok, Paginaeinde
from vtscan_desktop.rapport.stijlen import BREEDTE, HOOGTE

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Geplaatst:
    """A block on a page; `y` in points below the top of the content."""

    blok: Blok
    y: float


class _Stroom:
    def __init__(self, blokken: Sequence[Blok]) -> None:
        self.rij = deque(blokken)
        self.paginas: list[list[Geplaatst]] = [[]]
        self.y = 0.0
        self.marge = 0.0

    def nieuwe_pagina(self) -> None:
        if self.paginas[-1]:
            self.paginas.append([])
        self.y = self.marge = 0.0

    def nodig(self, blok: Blok) -> float:
        """Height that must fit here for `blok` to start: with what it must stay with."""
        hoogte = 0.0
        for volgende in self.rij:
            if not blok.bij_volgende:
                break
            hoogte += blok.hoogte(BREEDTE) + max(blok.onder, volgende.boven)
            blok = volgende
        return hoogte + blok.kop_hoogte(BREEDTE)

    def plaats(self, blok: Blok) -> None:
        if isinstance(blok, Paginaeinde):
            if self.y >= blok.vanaf * HOOGTE:
                self.nieuwe_pagina()
            return
        leeg = not self.paginas[-1]
        y = self.y + (0.0 if leeg else max(self.marge, blok.boven))
        ruimte = HOOGTE - y
        if not leeg and self.nodig(blok) > ruimte:
            self.nieuwe_pagina()
            self.rij.appendleft(blok)
            return
        eerste, rest = blok.splits(BREEDTE, ruimte, dwing=leeg)
        if eerste is not None:
            self.paginas[-1].append(Geplaatst(eerste, y))
            self.y, self.marge = y + eerste.hoogte(BREEDTE), eerste.onder
        if rest is not None:
            self.nieuwe_pagina()
            self.rij.appendleft(rest)


def verdeel_over_paginas(blokken: Sequence[Blok]) -> list[list[Geplaatst]]:
    """All blocks, placed on as many pages as they need."""
    stroom = _Stroom(blokken)
    while stroom.rij:
        stroom.plaats(stroom.rij.popleft())
    if not stroom.paginas[-1] and len(stroom.paginas) > 1:
        stroom.paginas.pop()
    return stroom.paginas
