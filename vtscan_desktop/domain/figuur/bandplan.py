"""Lays out values beside a band: one axis from 0, the band as a soft plane on it, each value with its name above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.beschrijving import ligging
from vtscan_desktop.domain.figuur.streken import STREKEN, TERUG
from vtscan_desktop.domain.figuur.tekening import Leespunt, Lijn, Rol, Tekening, Vel, Vlak, breek

if TYPE_CHECKING:
    from fractions import Fraction

    from vtscan_desktop.domain.figuur.beschrijving import Bandfiguur, Merk
    from vtscan_desktop.domain.figuur.tekening import Meet

DIK = 1.5
"""Height of the band, as part of the text size; so are all below."""
RIJ = 1.45
"""Height of a row of names above the band."""
KOP, VOET, KANT = 1.6, 1.9, 0.5
UITSTEEK = 0.3
"""How far the line of a value stands out of the band."""
VOORBIJ = 1.06
"""How far the axis runs past the furthest value."""
VOORBEELD = 1.0
"""Room for the mark before a name."""


class _Plan:
    def __init__(self, figuur: Bandfiguur, breedte: float, letter: float, meet: Meet) -> None:
        self.figuur, self.em = figuur, letter
        self.boven = (KOP + RIJ * max(1, len(figuur.merken)) + UITSTEEK) * letter
        self.onder = self.boven + DIK * letter
        self.vel = Vel(breedte, self.onder + VOET * letter, letter, meet)
        self.einde = max([figuur.grenzen[1], *(merk.waarde for merk in figuur.merken)])

    def x(self, waarde: Fraction) -> float:
        kant = KANT * self.em
        return kant + (self.vel.breedte - 2 * kant) * float(waarde / self.einde) / VOORBIJ


def plan_band(figuur: Bandfiguur, breedte: float, letter: float, meet: Meet) -> Tekening:
    """The drawing of values on their band at this width and text size."""
    plan = _Plan(figuur, breedte, letter, meet)
    plan.vel.schrijf(0, letter, figuur.eenheid)
    _band(plan)
    alle = [_merk(plan, merk) for merk in sorted(figuur.merken, key=lambda merk: (merk.terug, merk.waarde))]
    return plan.vel.klaar(volledig=all(alle))


def _band(plan: _Plan) -> None:
    """The plane, the axis under it, and what the limits are."""
    vel, em, figuur = plan.vel, plan.em, plan.figuur
    laag, hoog = (plan.x(grens) for grens in figuur.grenzen)
    vlak = ((laag, plan.boven), (hoog, plan.boven), (hoog, plan.onder), (laag, plan.onder))
    vel.vormen.append(Vlak(vlak, Rol.ZACHT))
    as_ = ((KANT * em, plan.onder), (vel.breedte - KANT * em, plan.onder))
    vel.vormen.append(Lijn(as_, Rol.HAARLIJN, 0.08 * em))
    for grens in (laag, hoog):
        vel.vormen.append(Lijn(((grens, plan.boven), (grens, plan.onder + 0.35 * em)), Rol.GEDEMPT, 0.08 * em))
    van, tot = figuur.grensteksten
    y = plan.onder + 1.45 * em
    ruim = (vel.lengte(van) + vel.lengte(tot)) / 2 + em
    if hoog - laag > ruim and laag > vel.lengte(van) / 2:
        vel.schrijf(laag, y, van, anker=0.5)
        vel.schrijf(hoog, y, tot, anker=0.5)
        vel.schrijf((laag + hoog) / 2, y, figuur.bandnaam, anker=0.5)
    else:
        vel.schrijf((laag + hoog) / 2, y, f"{figuur.bandnaam} {van} – {tot}", anker=0.5)
    vel.schrijf(KANT * em, y, "0", anker=0.5)


def _merk(plan: _Plan, merk: Merk) -> bool:
    """A value: its line and mark on the band, and its name in the lowest row that has room."""
    vel, em = plan.vel, plan.em
    x, midden = plan.x(merk.waarde), (plan.boven + plan.onder) / 2
    streek = TERUG if merk.terug else STREKEN[0]
    hoogte = ((x, plan.boven - UITSTEEK * em), (x, plan.onder))
    vel.vormen += [Lijn(hoogte, streek.rol, 0.13 * em), streek.merk(em, (x, midden))]
    figuur = plan.figuur
    vel.leespunten.append(Leespunt(x, midden, f"{merk.naam}: {merk.tekst}, {ligging(merk.waarde, figuur.grenzen)}"))
    voor = VOORBEELD * em if len(figuur.merken) > 1 else 0.0
    [naam] = breek(f"{merk.naam}: {merk.tekst}", vel.breedte - voor, lambda t: vel.lengte(t, nadruk=True), 1)
    breedte = vel.lengte(naam, nadruk=True)
    links = min(max(x - breedte / 2, voor), vel.breedte - breedte)
    for rij in range(max(1, len(figuur.merken))):
        y = plan.boven - (UITSTEEK + 0.5 + rij * RIJ) * em
        rol = Rol.INKT if not merk.terug else Rol.GEDEMPT
        vak = vel.vak(links - voor, y, breedte + voor)
        if vel.is_vrij(vak, 0.3 * em) and vel.schrijf(links, y, naam, rol, nadruk=not merk.terug):
            vel.bezet.append(vak)
            if voor:
                vel.vormen.append(streek.merk(em, (links - voor + 0.4 * em, y - 0.3 * em)))
            return True
    return False
