"""Figures derived from kerndata, each with its formula and source; what cannot be derived says what is missing.

Nothing is derived from a missing number: unknown stays unknown. They are points of reference beside the oordelen, and
no rule reads them. Which ones there are, and that a quarter is the measure of tijdelijk, is our own working-out; the
band of the budget is that of § 1.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.beschrijving import ligging
from vtscan_desktop.domain.kerndata import (
    BANDBREEDTE,
    KWART,
    euro_bij_band,
    hele_maanden,
    laatste_budgetjaar,
    laatste_formatie,
    periode_tekst,
    som,
    tel_periode,
)
from vtscan_desktop.domain.notatie import (
    format_breuk,
    format_datum,
    format_euro,
    format_eurobreuk,
    format_getal,
    hoofdletter,
    opsomming,
)
from vtscan_desktop.domain.risicoscan import BudgetSoort, FormatieFunctie

if TYPE_CHECKING:
    from datetime import date

    from vtscan_desktop.domain.risicoscan import Kerndata

PARAGRAAF = "Basis op orde, § 1.5"
EIGEN = "eigen berekening uit de kerndata"
EIGEN_ZIN = "Eigen berekening uit de kerndata, tenzij er een bron bij staat."


@dataclass(frozen=True, slots=True)
class Kengetal:
    """One derived figure. `waarde` None: not to be derived, and `ontbreekt` says for want of what.

    `tekst` is the value in Dutch notation, `formule` the formula in words with the numbers filled in, `noot` how the
    value lies beside a measure where there is one, or how to read it.
    """

    naam: str
    waarde: Fraction | None
    tekst: str
    formule: str
    bron: str
    noot: str = ""
    ontbreekt: str = ""


def kengetallen(kerndata: Kerndata, nr: int) -> tuple[Kengetal, ...]:
    """The derived figures of a topic: 18 budget, 19 primair proces, 20 formatie; none of another."""
    if nr == 18:
        return _per_1000(kerndata), _tijdelijk_budget(kerndata)
    if nr == 19:
        return _per_fte(kerndata), _per_melding(kerndata, "adviesvragen"), _per_melding(kerndata, "onderzoeken")
    if nr == 20:
        return (_tijdelijke_formatie(kerndata),)
    return ()


def toelichting(kengetal: Kengetal) -> str:
    """What stands under a derived figure: its formula, how it lies, what is missing, and its source if not `EIGEN`."""
    bron = "" if kengetal.bron == EIGEN else f"Bron: {kengetal.bron}."
    delen = (f"{hoofdletter(kengetal.formule)}.", kengetal.noot, kengetal.ontbreekt, bron)
    return " ".join(deel for deel in delen if deel)


def _zonder(naam: str, formule: str, bron: str, *ontbreekt: str) -> Kengetal:
    """What cannot be derived: its formula in words alone, and what to fill in."""
    zin = f"Niet te berekenen: {opsomming(ontbreekt)} {'ontbreekt' if len(ontbreekt) == 1 else 'ontbreken'}."
    return Kengetal(naam, None, "onbekend", formule, bron, ontbreekt=zin)


def _per_1000(kerndata: Kerndata) -> Kengetal:
    naam, formule = "Budget per 1.000 inwoners", "budget van het laatste jaar ÷ inwoners ×\u00a01.000"
    jaar = laatste_budgetjaar(kerndata)
    ontbreekt = ["het budget"] if jaar is None else []
    ontbreekt += [] if kerndata.inwoners else ["het aantal inwoners"]
    totaal = _budget(kerndata, jaar, *BudgetSoort)
    if ontbreekt or totaal is None or not kerndata.inwoners:
        return _zonder(naam, formule, PARAGRAAF, *ontbreekt)
    bedrag = totaal * 1000 / kerndata.inwoners
    laag, hoog = BANDBREEDTE
    ligt = ligging(bedrag, (Fraction(laag), Fraction(hoog)))
    return Kengetal(
        f"{naam}, {jaar}",
        bedrag,
        euro_bij_band(bedrag),
        f"budget van {jaar} ({format_eurobreuk(totaal)}) ÷ {format_getal(kerndata.inwoners)} inwoners ×\u00a01.000",
        PARAGRAAF,
        f"Ligt {ligt} van {format_euro(laag)} tot {format_euro(hoog)}: een eerste vergelijking, niet gecorrigeerd.",
    )


def _tijdelijk_budget(kerndata: Kerndata) -> Kengetal:
    naam, formule = "Tijdelijk deel van het budget", "tijdelijk budget ÷ hele budget van het laatste jaar"
    jaar = laatste_budgetjaar(kerndata)
    delen = {soort: _budget(kerndata, jaar, soort) for soort in BudgetSoort}
    mist = [
        f"het {'structurele' if s is BudgetSoort.STRUCTUREEL else 'tijdelijke'} budget"
        for s, d in delen.items()
        if d is None
    ]
    if mist:
        return _zonder(naam, formule, EIGEN, *(mist if jaar is None else [f"{wat} van {jaar}" for wat in mist]))
    tijdelijk, vast = delen[BudgetSoort.TIJDELIJK] or Fraction(), delen[BudgetSoort.STRUCTUREEL] or Fraction()
    if not tijdelijk + vast:
        return _zonder(naam, formule, EIGEN, f"een budget van {jaar} boven nul")
    return Kengetal(
        f"{naam}, {jaar}",
        tijdelijk / (tijdelijk + vast),
        _procent(tijdelijk / (tijdelijk + vast)),
        f"tijdelijk budget ({format_eurobreuk(tijdelijk)}) ÷ "
        f"hele budget van {jaar} ({format_eurobreuk(tijdelijk + vast)})",
        EIGEN,
    )


def _per_fte(kerndata: Kerndata) -> Kengetal:
    naam, formule = "Meldingen per fte", "meldingen in de laatste periode ÷ fte van Veilig Thuis, vast en tijdelijk"
    periode = laatste_periode(kerndata)
    meldingen = tel_periode(kerndata, periode, "meldingen")
    stand = laatste_formatie(kerndata, FormatieFunctie.VT)
    mist = [] if meldingen is not None else [_wat("meldingen", periode)]
    mist += _mist_fte(kerndata)
    if periode is None or meldingen is None or stand is None or mist:
        return _zonder(naam, formule, EIGEN, *mist)
    fte = som((stand.vast, stand.tijdelijk))
    if not fte:
        return _zonder(naam, formule, EIGEN, "een formatie boven nul")
    maanden = hele_maanden(*periode)
    tekst = format_breuk(meldingen / fte, 1)
    if maanden and maanden > 1:
        tekst += f" ({format_breuk(meldingen / fte / maanden, 1)} per maand)"
    return Kengetal(
        f"{naam}, {periode_tekst(*periode)}",
        meldingen / fte,
        tekst,
        f"{format_breuk(meldingen, 0)} meldingen ÷ {format_breuk(fte, 2)} fte van Veilig Thuis "
        f"op {format_datum(stand.peildatum)}, vast en tijdelijk",
        EIGEN,
    )


def _per_melding(kerndata: Kerndata, soort: str) -> Kengetal:
    naam, formule = f"{hoofdletter(soort)} per melding", f"{soort} ÷ meldingen in de laatste periode"
    periode = laatste_periode(kerndata)
    boven, meldingen = (tel_periode(kerndata, periode, naam) for naam in (soort, "meldingen"))
    mist = [_wat(wat, periode) for wat, aantal in ((soort, boven), ("meldingen", meldingen)) if aantal is None]
    if periode is None or boven is None or meldingen is None:
        return _zonder(naam, formule, EIGEN, *mist)
    if not meldingen:
        return _zonder(naam, formule, EIGEN, f"een aantal meldingen boven nul in {periode_tekst(*periode)}")
    return Kengetal(
        f"{naam}, {periode_tekst(*periode)}",
        boven / meldingen,
        format_breuk(boven / meldingen, 2),
        f"{format_breuk(boven, 0)} {soort} ÷ {format_breuk(meldingen, 0)} meldingen",
        EIGEN,
        "De onderzoeken kunnen over eerdere meldingen gaan." if soort == "onderzoeken" else "",
    )


def _tijdelijke_formatie(kerndata: Kerndata) -> Kengetal:
    naam, formule = (
        "Tijdelijk deel van de formatie",
        "tijdelijke fte ÷ alle fte van Veilig Thuis op de laatste peildatum",
    )
    stand = laatste_formatie(kerndata, FormatieFunctie.VT)
    mist = _mist_fte(kerndata)
    if stand is None or mist:
        return _zonder(naam, formule, EIGEN, *mist)
    tijdelijk, alles = som((stand.tijdelijk,)) or Fraction(), som((stand.vast, stand.tijdelijk))
    if not alles:
        return _zonder(naam, formule, EIGEN, "een formatie boven nul")
    deel = tijdelijk / alles
    return Kengetal(
        f"{naam}, {format_datum(stand.peildatum)}",
        deel,
        _procent(deel),
        f"{format_breuk(tijdelijk, 2)} fte tijdelijk ÷ {format_breuk(alles, 2)} fte van Veilig Thuis",
        EIGEN,
        "Dat is meer dan een kwart." if deel > KWART else "Dat is niet meer dan een kwart.",
    )


def laatste_periode(kerndata: Kerndata) -> tuple[date, date] | None:
    """The period of primair proces that ended last, and of those the shortest; None without one."""
    laatste = max(((rij.tot, rij.van) for rij in kerndata.primair_proces), default=None)
    return None if laatste is None else (laatste[1], laatste[0])


def _budget(kerndata: Kerndata, jaar: int | None, *soorten: BudgetSoort) -> Fraction | None:
    return som(rij.bedrag for rij in kerndata.budget if rij.jaar == jaar and rij.soort in soorten)


def _wat(soort: str, periode: tuple[date, date] | None) -> str:
    return f"het aantal {soort}" + (f" in {periode_tekst(*periode)}" if periode else "")


def _mist_fte(kerndata: Kerndata) -> list[str]:
    stand = laatste_formatie(kerndata, FormatieFunctie.VT)
    if stand is None:
        return ["de formatie van Veilig Thuis"]
    delen = (("vaste", stand.vast), ("tijdelijke", stand.tijdelijk))
    return [
        f"de {soort} fte van Veilig Thuis op {format_datum(stand.peildatum)}" for soort, fte in delen if fte is None
    ]


def _procent(deel: Fraction) -> str:
    """A share, with decimals only near a quarter, where the whole number would hide on which side it lies."""
    afgerond = round(deel * 100)
    decimalen = 1 if afgerond == 100 * KWART and deel != KWART else 0
    return f"{format_breuk(deel * 100, decimalen)}%"
