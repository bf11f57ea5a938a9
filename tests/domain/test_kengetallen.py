"""Derived figures: nothing out of a missing number, and what is missing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kerndataproef import VOLLE_KERNDATA
from tests.strategieen import kerndata
from vtscan_desktop.domain.kengetallen import kengetallen
from vtscan_desktop.domain.kerndata import euro_bij_band, laatste_budgetjaar
from vtscan_desktop.domain.risicoscan import BudgetSoort, FormatieFunctie, Kerndata, Risicoscan
from vtscan_desktop.domain.signalen import bepaal_signalen
from vtscan_desktop.domain.voorstel import propose_categorie
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel

NRS = (18, 19, 20)


def alle(data: Kerndata) -> list[Fraction | None]:
    return [getal.waarde for nr in NRS for getal in kengetallen(data, nr)]


def test_met_alle_getallen_is_alles_af_te_leiden() -> None:
    assert None not in alle(VOLLE_KERNDATA)
    assert len(alle(VOLLE_KERNDATA)) == 6


@settings(deadline=None)
@given(kerndata)
def test_een_kengetal_heeft_een_waarde_of_zegt_wat_ontbreekt(data: Kerndata) -> None:
    for nr in NRS:
        for getal in kengetallen(data, nr):
            assert (getal.waarde is None) == bool(getal.ontbreekt) == (getal.tekst == "onbekend")
            assert getal.naam
            assert getal.formule
            assert getal.bron
            assert getal.waarde is None or getal.waarde >= 0


GETALLEN = {
    "inwoners": lambda d: replace(d, inwoners=None),
    "budget": lambda d: replace(d, budget=()),
    "tijdelijk budget": lambda d: replace(d, budget=tuple(r for r in d.budget if r.soort is BudgetSoort.STRUCTUREEL)),
    "meldingen": lambda d: replace(d, primair_proces=tuple(replace(r, meldingen=None) for r in d.primair_proces)),
    "adviesvragen": lambda d: replace(d, primair_proces=tuple(replace(r, adviesvragen=None) for r in d.primair_proces)),
    "onderzoeken": lambda d: replace(d, primair_proces=tuple(replace(r, onderzoeken=None) for r in d.primair_proces)),
    "vast": lambda d: replace(d, formatie=tuple(replace(r, vast=None) for r in d.formatie)),
    "tijdelijk": lambda d: replace(d, formatie=tuple(replace(r, tijdelijk=None) for r in d.formatie)),
    "formatie": lambda d: replace(d, formatie=tuple(r for r in d.formatie if r.functie is not FormatieFunctie.VT)),
}
NODIG = [
    {"inwoners", "budget"},
    {"budget", "tijdelijk budget"},
    {"meldingen", "vast", "tijdelijk", "formatie"},
    {"adviesvragen", "meldingen"},
    {"onderzoeken", "meldingen"},
    {"vast", "tijdelijk", "formatie"},
]
"""What each derived figure needs, in their order."""


@given(st.sets(st.sampled_from(sorted(GETALLEN)), min_size=1))
def test_niets_wordt_afgeleid_uit_een_getal_dat_ontbreekt_en_al_het_andere_wel(weg: set[str]) -> None:
    data = VOLLE_KERNDATA
    for wat in weg:
        data = GETALLEN[wat](data)
    assert [waarde is None for waarde in alle(data)] == [bool(nodig & weg) for nodig in NODIG]


def test_wat_ontbreekt_staat_er_bij_naam() -> None:
    data = GETALLEN["meldingen"](GETALLEN["tijdelijk"](VOLLE_KERNDATA))
    per_fte = kengetallen(data, 19)[0]
    assert per_fte.ontbreekt == (
        "Niet te berekenen: het aantal meldingen in januari t/m maart 2016 en de tijdelijke fte van Veilig Thuis op "
        "1 april 2016 ontbreken."
    )


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        (Fraction(3375), "€\u00a03.375"),
        (Fraction(33746, 10), "€\u00a03.374,60"),
        (Fraction(8399001, 1000), "€\u00a08.399,001"),
        (Fraction(58039, 10), "€\u00a05.804"),
    ],
)
def test_een_afgerond_bedrag_lijkt_nooit_op_een_grens_die_het_niet_is(bedrag: Fraction, tekst: str) -> None:
    assert euro_bij_band(bedrag) == tekst


def test_het_signaal_en_het_afgeleide_cijfer_noemen_hetzelfde_bedrag() -> None:
    data = replace(VOLLE_KERNDATA, inwoners=300_007)
    scan = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11), kerndata=data)
    signalen = bepaal_signalen(scan, propose_categorie(scan), laad_format(), laad_inspectietabel())
    (signaal,) = [signaal for signaal in signalen if signaal.code == "budget_boven_bandbreedte"]
    assert kengetallen(data, 18)[0].tekst in signaal.tekst


def test_een_nieuw_jaar_met_alleen_structureel_geld_zegt_dat_het_tijdelijke_ontbreekt() -> None:
    jaar = laatste_budgetjaar(VOLLE_KERNDATA)
    data = GETALLEN["tijdelijk budget"](VOLLE_KERNDATA)
    assert f"het tijdelijke budget van {jaar} ontbreekt" in kengetallen(data, 18)[1].ontbreekt
