"""Sums and series over kerndata. Unknown is unknown: an absent number counts as nothing, and is never 0."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import format_datum, format_datum_kort, format_eurobreuk, maandnaam, maandnaam_kort
from vtscan_desktop.domain.risicoscan import BudgetSoort

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vtscan_desktop.domain.risicoscan import FormatieFunctie, Kerndata

BANDBREEDTE = (3375, 8399)
"""Euro per 1.000 inwoners, § 1.5: a first benchmark, not corrected for tasks beyond the legal ones."""
KWART = Fraction(1, 4)
"""A larger part of the formatie than this that is tijdelijk gives a signaal."""
PROCESSOORTEN = ("meldingen", "adviesvragen", "onderzoeken")
"""What is counted of the primair proces."""


@dataclass(frozen=True, slots=True)
class Formatiestand:
    """Formatie of one functie at its latest peildatum, in fte, rows added up; None is unknown."""

    peildatum: date
    vast: float | None
    tijdelijk: float | None


@dataclass(frozen=True, slots=True)
class Wachtlijstreeks:
    """The counts of one kind of waiting by date, one a date; `wat` as first written."""

    wat: str
    punten: tuple[tuple[date, int], ...]


def exact(getal: float) -> Fraction:
    """The number as it is written, so that 0,1 + 0,2 is 0,3."""
    return Fraction(repr(getal))


def naar_getal(breuk: Fraction) -> float:
    """The nearest float; beyond what a float can hold, the nearest whole number."""
    try:
        return float(breuk)
    except OverflowError:
        return round(breuk)


def som(getallen: Iterable[float | None]) -> Fraction | None:
    """The sum of what is known; None when nothing is."""
    bekend = [exact(getal) for getal in getallen if getal is not None]
    return sum(bekend, Fraction()) if bekend else None


def laatste_budgetjaar(kerndata: Kerndata) -> int | None:
    """The latest year with a budget row."""
    return max((rij.jaar for rij in kerndata.budget), default=None)


def budget(kerndata: Kerndata, jaar: int, soort: BudgetSoort | None = None) -> float | None:
    """Euro in one year, of one soort or of both; None without such a row."""
    totaal = som(rij.bedrag for rij in kerndata.budget if rij.jaar == jaar and soort in (None, rij.soort))
    return None if totaal is None else naar_getal(totaal)


def euro_per_1000_inwoners(kerndata: Kerndata) -> Fraction | None:
    """The latest year's budget, structureel and tijdelijk, per 1.000 inwoners; None when it can't be known."""
    jaar = laatste_budgetjaar(kerndata)
    if jaar is None or not kerndata.inwoners:
        return None
    totaal = som(rij.bedrag for rij in kerndata.budget if rij.jaar == jaar)
    return None if totaal is None else totaal * 1000 / kerndata.inwoners


def euro_bij_band(bedrag: Fraction) -> str:
    """In whole euros, or with as many decimals as it takes not to look like a limit of the band that it isn't."""
    decimalen = 0
    while round(bedrag, decimalen) in BANDBREEDTE and round(bedrag, decimalen) != bedrag and decimalen < 6:
        decimalen += 2
    return format_eurobreuk(bedrag, decimalen)


def budget_deels_tijdelijk(kerndata: Kerndata) -> bool:
    """Whether the latest year has temporary money."""
    jaar = laatste_budgetjaar(kerndata)
    return any(rij.jaar == jaar and rij.soort is BudgetSoort.TIJDELIJK and rij.bedrag > 0 for rij in kerndata.budget)


def laatste_formatie(kerndata: Kerndata, functie: FormatieFunctie) -> Formatiestand | None:
    """The formatie of `functie` at its latest peildatum; None without a row."""
    peildatum = max((rij.peildatum for rij in kerndata.formatie if rij.functie is functie), default=None)
    if peildatum is None:
        return None
    rijen = [rij for rij in kerndata.formatie if rij.functie is functie and rij.peildatum == peildatum]
    vast, tijdelijk = som(rij.vast for rij in rijen), som(rij.tijdelijk for rij in rijen)
    return Formatiestand(
        peildatum, None if vast is None else naar_getal(vast), None if tijdelijk is None else naar_getal(tijdelijk)
    )


def wachtlijstreeksen(kerndata: Kerndata) -> tuple[Wachtlijstreeks, ...]:
    """The counts per `wat` (trimmed, case ignored), by date; of two counts on one date the later row stands."""
    namen: dict[str, str] = {}
    reeksen: dict[str, dict[date, int]] = {}
    for rij in kerndata.wachtlijst:
        wat = rij.wat.strip()
        namen.setdefault(wat.casefold(), wat)
        reeksen.setdefault(wat.casefold(), {})[rij.datum] = rij.aantal
    return tuple(Wachtlijstreeks(namen[sleutel], tuple(sorted(reeks.items()))) for sleutel, reeks in reeksen.items())


def tel_periode(kerndata: Kerndata, periode: tuple[date, date] | None, soort: str) -> Fraction | None:
    """The meldingen, adviesvragen or onderzoeken (`soort`) of one period: rows of one period add up."""
    return som(getattr(rij, soort) for rij in kerndata.primair_proces if (rij.van, rij.tot) == periode)


def hele_maanden(van: date, tot: date) -> int | None:
    """How many whole months a period is; None when it does not begin and end with a month."""
    if van.day != 1 or tot.day != monthrange(tot.year, tot.month)[1]:
        return None
    return (tot.year - van.year) * 12 + tot.month - van.month + 1


def periode_kort(van: date, tot: date) -> str:
    """A period for along an axis: "2016", "mrt 2016", "jan–mrt 2016", else both days."""
    maanden = hele_maanden(van, tot)
    if maanden is None:
        return f"{format_datum_kort(van)} – {format_datum_kort(tot)}"
    if maanden == 12 and van.month == 1:
        return str(van.year)
    eind = f"{maandnaam_kort(tot.month)} {tot.year}"
    if maanden == 1:
        return eind
    beginjaar = "" if van.year == tot.year else f" {van.year}"
    return f"{maandnaam_kort(van.month)}{beginjaar}–{eind}"


def periode_tekst(van: date, tot: date) -> str:
    """A period in words: "januari t/m maart 2016" for whole months, else with both days."""
    if hele_maanden(van, tot) is None:
        return f"{format_datum(van)} t/m {format_datum(tot)}"
    if (van.year, van.month) == (tot.year, tot.month):
        return f"{maandnaam(van.month)} {van.year}"
    beginjaar = "" if van.year == tot.year else f" {van.year}"
    return f"{maandnaam(van.month)}{beginjaar} t/m {maandnaam(tot.month)} {tot.year}"
