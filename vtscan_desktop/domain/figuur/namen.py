"""Names of lines: at their ends where they fit there, else in a row above; each with a piece of its line before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.tekening import Rol, Vel, breek

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vtscan_desktop.domain.figuur.lijnplan import Baan
    from vtscan_desktop.domain.figuur.streken import Streek

REGEL = 1.25
"""Line height of names, as part of the text size; so are all below."""
DEEL = 0.3
"""Part of the width that names at the lines' ends may take."""
REGELS = 3
VOORBEELD = 1.9
"""Width of the piece of line before a name."""
AFSTAND = 0.9
"""Between the plot and the names beside it."""
TUSSEN, TUSSEN_RIJ = 0.4, 1.3
"""Between names under one another; and beside one another."""


@dataclass(frozen=True, slots=True)
class Naamplan:
    """Where the names go: `regels` of each at its line's end, or `rijen` of (line, left, name) above the plot."""

    regels: tuple[tuple[str, ...], ...] = ()
    rijen: tuple[tuple[tuple[int, float, str], ...], ...] = ()

    def hoogte(self) -> float:
        """What the names beside the plot need, in parts of the text size."""
        return sum(len(naam) for naam in self.regels) * REGEL + TUSSEN * len(self.regels)

    def kop(self) -> float:
        """What the rows above the plot need, in parts of the text size."""
        return len(self.rijen) * REGEL + (TUSSEN if self.rijen else 0)

    def breedte(self, vel: Vel) -> float:
        """What the names beside the plot need."""
        langste = max((_lengte(vel, regel) for naam in self.regels for regel in naam), default=0.0)
        return langste + (AFSTAND + VOORBEELD + 0.3) * vel.letter if self.regels else 0.3 * vel.letter


def plan_namen(namen: Sequence[str], vel: Vel) -> Naamplan:
    """A plan for the names of these lines; one line alone has its name in the title."""
    if len(namen) < 2:
        return Naamplan()
    ruimte = vel.breedte * DEEL - VOORBEELD * vel.letter
    regels = tuple(breek(naam, ruimte, lambda t: _lengte(vel, t), REGELS) for naam in namen)
    if all(" ".join(delen) == " ".join(naam.split()) for delen, naam in zip(regels, namen, strict=True)):
        return Naamplan(regels)
    return Naamplan(rijen=_rijen(namen, vel))


def schrijf_erboven(vel: Vel, plan: Naamplan, banen: Sequence[Baan], y: float) -> None:
    """The names in rows, the first with its baseline at y."""
    for r, rij in enumerate(plan.rijen):
        for i, x, naam in rij:
            _schrijf(vel, banen[i].streek, x, y + r * REGEL * vel.letter, (naam,))


def schrijf_ernaast(vel: Vel, plan: Naamplan, banen: Sequence[Baan], x: float, grenzen: tuple[float, float]) -> None:
    """The names from x on, each at its line's end, moved up or down within `grenzen` where two would touch."""
    if not plan.regels:
        return
    em, (boven, onder) = vel.letter, grenzen
    hoogten = [len(naam) * REGEL * em for naam in plan.regels]
    eind = [next((plek[1] for plek in reversed(baan.plekken) if plek), onder) for baan in banen]
    volgorde = sorted(range(len(banen)), key=lambda i: (eind[i], i))
    tops: list[float] = []
    for i in volgorde:
        tops.append(max(eind[i] - hoogten[i] / 2, boven))
        boven = tops[-1] + hoogten[i] + TUSSEN * em
    onder += 0.5 * em
    for k in reversed(range(len(tops))):
        tops[k] = min(tops[k], onder - hoogten[volgorde[k]])
        onder = tops[k] - TUSSEN * em
    for top, i in zip(tops, volgorde, strict=True):
        _schrijf(vel, banen[i].streek, x + AFSTAND * em, top + 0.95 * em, plan.regels[i])


def _rijen(namen: Sequence[str], vel: Vel) -> tuple[tuple[tuple[int, float, str], ...], ...]:
    """As many beside one another as fit."""
    voor = VOORBEELD * vel.letter
    rijen: list[list[tuple[int, float, str]]] = []
    x = vel.breedte + 1
    for i, naam in enumerate(namen):
        kort = "".join(breek(naam, vel.breedte - voor, lambda t: _lengte(vel, t), 1))
        breedte = voor + _lengte(vel, kort)
        if x + breedte > vel.breedte:
            rijen.append([])
            x = 0.0
        rijen[-1].append((i, x, kort))
        x += breedte + TUSSEN_RIJ * vel.letter
    return tuple(tuple(rij) for rij in rijen)


def _schrijf(vel: Vel, streek: Streek, x: float, y: float, regels: Sequence[str]) -> None:
    em = vel.letter
    midden = y - 0.33 * em
    vel.vormen.append(streek.lijn(em, (x, midden), (x + 1.4 * em, midden)))
    vel.vormen.append(streek.merk(em, (x + 0.7 * em, midden)))
    for r, regel in enumerate(regels):
        nadruk = streek.rol is Rol.ACCENT
        vel.schrijf(x + VOORBEELD * em, y + r * REGEL * em, regel, streek.rol, nadruk=nadruk)


def _lengte(vel: Vel, naam: str) -> float:
    return vel.lengte(naam, nadruk=True)
