"""Lays a figure of lines out: scales, axes, the lines with their gaps, and words where there is room for them.

A count on a day is a point. A count over a period is a level stretch as long as that period, so that a year never
looks like a month; stretches that follow one another are joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.assen import as_waarden
from vtscan_desktop.domain.figuur.beschrijving import ONBEKEND, leestekst
from vtscan_desktop.domain.figuur.namen import plan_namen, schrijf_erboven, schrijf_ernaast
from vtscan_desktop.domain.figuur.streken import STREKEN, TERUG
from vtscan_desktop.domain.figuur.tekening import Leespunt, Lijn, Rol, Tekening, Vel
from vtscan_desktop.domain.figuur.waarden import Hinder, schrijf_waarden

if TYPE_CHECKING:
    from datetime import date

    from vtscan_desktop.domain.figuur.beschrijving import Lijnfiguur, Punt, Reeks
    from vtscan_desktop.domain.figuur.streken import Streek
    from vtscan_desktop.domain.figuur.tekening import Meet, Plek

HOOGTE = 10.0
"""Of the plot at least, as part of the text size; so are all below."""
KOP, VOET, LUCHT = 1.7, 1.9, 1.5
"""Above the plot for what the axis counts; under it for dates; and within it above the highest value."""


@dataclass(frozen=True, slots=True)
class Baan:
    """One line with its look and, for each point, where its value stands; None is unknown."""

    reeks: Reeks
    streek: Streek
    plekken: tuple[Plek | None, ...]
    stukken: tuple[tuple[Plek, ...], ...]


class _Plan:
    def __init__(self, figuur: Lijnfiguur, breedte: float, letter: float, meet: Meet) -> None:
        self.figuur, self.em = figuur, letter
        punten = [punt for reeks in figuur.reeksen for punt in reeks.punten]
        waarden = [punt.waarde for punt in punten if punt.waarde is not None]
        hoogste = max(waarden, default=Fraction(0))
        geheel = all(waarde.denominator == 1 for waarde in waarden)
        self.as_waarden = as_waarden(hoogste, geheel=geheel)
        self.top = max(hoogste, self.as_waarden[1][0])
        self.duur = any(punt.van != punt.tot for punt in punten)
        self.eerste = min(punt.van for punt in punten)
        self.laatste = max(punt.tot for punt in punten)
        proef = Vel(breedte, 0, letter, meet)
        self.namen = plan_namen([reeks.naam for reeks in figuur.reeksen], proef)
        self.boven = (KOP + self.namen.kop()) * letter
        self.onder = self.boven + (LUCHT + max(HOOGTE, self.namen.hoogte())) * letter
        self.plothoogte = self.onder - self.boven - LUCHT * letter
        self.vel = Vel(breedte, self.onder + VOET * letter, letter, meet)
        self.links = max(proef.lengte(tekst) for _, tekst in self.as_waarden) + 0.7 * letter
        self.rechts = breedte - self.namen.breedte(proef)
        inzet = (0.3 if self.duur else 1.9) * letter
        self.van, self.tot = self.links + inzet, self.rechts - inzet

    def x(self, dag: date) -> float:
        dagen = (self.laatste - self.eerste).days + int(self.duur)
        if not dagen:
            return (self.van + self.tot) / 2
        return self.van + (self.tot - self.van) * (dag - self.eerste).days / dagen

    def rand(self, punt: Punt) -> tuple[float, float]:
        """Where a point begins and ends along the axis of dates; a day has no length."""
        if not self.duur:
            return self.x(punt.van), self.x(punt.van)
        return self.x(punt.van), self.x(punt.tot + timedelta(days=1)) if punt.tot < self.laatste else self.tot

    def y(self, waarde: Fraction) -> float:
        return self.onder - self.plothoogte * float(waarde / self.top)


def plan_lijnen(figuur: Lijnfiguur, breedte: float, letter: float, meet: Meet) -> Tekening:
    """The drawing of a figure of lines at this width and text size."""
    plan = _Plan(figuur, breedte, letter, meet)
    _assen(plan)
    banen = _banen(plan)
    schrijf_erboven(plan.vel, plan.namen, banen, (KOP + 0.8) * letter)
    schrijf_ernaast(plan.vel, plan.namen, banen, plan.rechts, (plan.boven, plan.onder))
    dagen = _dagen(plan)
    for baan in sorted(banen, key=lambda baan: (not baan.reeks.terug, baan.streek.rol is Rol.ACCENT)):
        _teken(plan, baan)
    hinder = Hinder(banen)
    waarden = schrijf_waarden(plan.vel, banen, hinder)
    gaten = [_onbekend(plan, baan, i, hinder) for baan in banen for i, p in enumerate(baan.plekken) if p is None]
    return plan.vel.klaar(volledig=dagen and waarden and all(gaten))


def _assen(plan: _Plan) -> None:
    vel, em = plan.vel, plan.em
    vel.schrijf(0, em, plan.figuur.eenheid)
    for waarde, tekst in plan.as_waarden:
        y = plan.y(waarde)
        vel.vormen.append(Lijn(((plan.links, y), (plan.rechts, y)), Rol.HAARLIJN, 0.08 * em))
        vel.schrijf(plan.links - 0.6 * em, y + 0.33 * em, tekst, anker=1.0)


def _banen(plan: _Plan) -> list[Baan]:
    voor = iter(STREKEN)
    banen = []
    for reeks in plan.figuur.reeksen:
        plekken: list[Plek | None] = []
        stukken: list[list[Plek]] = []
        vorige: Punt | None = None
        for punt in reeks.punten:
            x0, x1 = plan.rand(punt)
            plek = None if punt.waarde is None else ((x0 + x1) / 2, plan.y(punt.waarde))
            plekken.append(plek)
            if plek is not None:
                stuk = [plek] if x0 == x1 else [(x0, plek[1]), (x1, plek[1])]
                if vorige is not None and _sluit_aan(vorige, punt, duur=plan.duur):
                    stukken[-1] += stuk
                else:
                    stukken.append(stuk)
            vorige = punt if plek is not None else None
        streek = TERUG if reeks.terug else next(voor)
        banen.append(Baan(reeks, streek, tuple(plekken), tuple(tuple(stuk) for stuk in stukken)))
    return banen


def _sluit_aan(eerder: Punt, later: Punt, *, duur: bool) -> bool:
    return not duur or later.van == eerder.tot + timedelta(days=1)


def _dagen(plan: _Plan) -> bool:
    """The days and periods along the axis: the last, the first, and as many as fit between; whether all did."""
    vel, em = plan.vel, plan.em
    punten = {(punt.van, punt.tot): punt for reeks in plan.figuur.reeksen for punt in reeks.punten}
    op_dag = [punten[sleutel] for sleutel in sorted(punten)]
    alle = True
    for punt in [op_dag[-1], *op_dag[:-1]]:
        x0, x1 = plan.rand(punt)
        if vel.schrijf((x0 + x1) / 2, plan.onder + 1.45 * em, punt.kort, anker=0.5):
            for x in {x0, x1}:
                vel.vormen.append(Lijn(((x, plan.onder), (x, plan.onder + 0.35 * em)), Rol.HAARLIJN, 0.08 * em))
        else:
            alle = False
    return alle


def _teken(plan: _Plan, baan: Baan) -> None:
    vel, em = plan.vel, plan.em
    for stuk in baan.stukken:
        if len(stuk) > 1:
            vel.vormen.append(baan.streek.lijn(em, *stuk))
    for punt, plek in zip(baan.reeks.punten, baan.plekken, strict=True):
        if plek is not None:
            vel.vormen.append(baan.streek.merk(em, plek))
        x0, x1 = plan.rand(punt)
        waar = plek or ((x0 + x1) / 2, plan.onder)
        vel.leespunten.append(Leespunt(*waar, leestekst(baan.reeks, punt)))


def _onbekend(plan: _Plan, baan: Baan, i: int, hinder: Hinder) -> bool:
    """The word for a gap in a line, at the height of what is known beside it; False where there is no room."""
    em = plan.em
    voor = next((p[1] for p in reversed(baan.plekken[:i]) if p), None)
    na = next((p[1] for p in baan.plekken[i + 1 :] if p), None)
    bekend = [y for y in (voor, na) if y is not None]
    midden = sum(bekend) / len(bekend) if bekend else plan.onder - em
    x = sum(plan.rand(baan.reeks.punten[i])) / 2
    return any(
        hinder.schrijf(plan.vel, x, min(midden + dy * em, plan.onder - 0.4 * em), ONBEKEND, baan.streek.rol, anker=0.5)
        for dy in (0.33, -0.9, 1.5, -2.1, 2.7)
    )
