"""Each signaal is given at its threshold, and an unknown number never gives one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.domain.naslag import PEILDATUM, scan_van
from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Kerndata,
    Oordeel,
    Partij,
    Risicoscan,
    Standpunt,
    TopicInvulling,
    Vaststelling,
    WachtlijstRij,
    Wie,
    Zienswijze,
)
from vtscan_desktop.domain.signalen import Signaal, bepaal_signalen
from vtscan_desktop.domain.voorstel import propose_categorie
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel

GESPREKKEN = (
    Gesprek("g1", PEILDATUM, GesprekSoort.AMBTELIJK),
    Gesprek("g2", PEILDATUM, GesprekSoort.INSTELLING),
)
RUSTIG = replace(scan_van("p" * 17), gesprekken=GESPREKKEN)
"""A scan without any signaal."""
VT, ARTS = FormatieFunctie.VT, FormatieFunctie.VERTROUWENSARTS
S, T = BudgetSoort.STRUCTUREEL, BudgetSoort.TIJDELIJK


def signalen(scan: Risicoscan) -> tuple[Signaal, ...]:
    return bepaal_signalen(scan, propose_categorie(scan), laad_format(), laad_inspectietabel())


def codes(scan: Risicoscan) -> list[str]:
    return [signaal.code for signaal in signalen(scan)]


def met(**kerndata: Any) -> Risicoscan:
    return replace(RUSTIG, kerndata=Kerndata(**kerndata))


def test_een_scan_zonder_bijzonderheden_geeft_geen_signaal() -> None:
    assert codes(RUSTIG) == []


@pytest.mark.parametrize(
    ("bedrag", "verwacht"),
    [
        (3374.99, ["budget_onder_bandbreedte"]),
        (3375, []),
        (8399, []),
        (8399.01, ["budget_boven_bandbreedte"]),
    ],
)
def test_budget_buiten_de_bandbreedte(bedrag: float, verwacht: list[str]) -> None:
    assert codes(met(inwoners=1000, budget=(BudgetRij(2016, bedrag, S),))) == verwacht


def test_het_budget_is_de_som_van_het_laatste_jaar_en_zegt_dat_het_een_eerste_vergelijking_is() -> None:
    rijen = (BudgetRij(2016, 2000, S), BudgetRij(2015, 9000, S), BudgetRij(2016, 1000, S), BudgetRij(2016, 0, T))
    (signaal,) = signalen(met(inwoners=1000, budget=rijen))
    assert signaal.code == "budget_onder_bandbreedte"
    assert "€\u00a03.000" in signaal.tekst
    assert "eerste vergelijking" in signaal.tekst


def test_zonder_inwoners_of_budget_geen_bandbreedte() -> None:
    assert codes(met(budget=(BudgetRij(2016, 1, S),))) == []
    assert codes(met(inwoners=1000)) == []


def test_tijdelijk_budget_telt_alleen_in_het_laatste_jaar_en_boven_nul() -> None:
    assert codes(met(budget=(BudgetRij(2016, 1, T),))) == ["budget_deels_tijdelijk"]
    assert codes(met(budget=(BudgetRij(2016, 0, T),))) == []
    assert codes(met(budget=(BudgetRij(2015, 1, T), BudgetRij(2016, 1, S)))) == []


@pytest.mark.parametrize(
    ("vast", "tijdelijk", "signaal"),
    [(9, 3, False), (9, 3.01, True), (0.9, 0.3, False), (None, 3, False), (9, None, False), (0, 0, False)],
)
def test_meer_dan_een_kwart_tijdelijke_formatie(vast: float | None, tijdelijk: float | None, signaal: bool) -> None:
    rijen = (FormatieRij(PEILDATUM, VT, vast, tijdelijk),)
    assert codes(met(formatie=rijen)) == (["formatie_deels_tijdelijk"] if signaal else [])


@pytest.mark.parametrize("functie", [ARTS, FormatieFunctie.GEDRAGSWETENSCHAPPER])
@pytest.mark.parametrize(
    ("vast", "tijdelijk", "signaal"),
    [(0.8, 0, True), (0.7, 0.3, False), (0.99, None, True), (None, 0.5, True), (None, None, False), (None, 1, False)],
)
def test_minder_dan_een_fte_is_kwetsbaar(
    functie: FormatieFunctie, vast: float | None, tijdelijk: float | None, signaal: bool
) -> None:
    rijen = (FormatieRij(PEILDATUM, functie, vast, tijdelijk),)
    assert codes(met(formatie=rijen)) == ([f"{functie.value}_kwetsbaar"] if signaal else [])


@pytest.mark.parametrize(
    ("vast", "tijdelijk", "zin"),
    [
        (0, 0, "Er is geen vertrouwensarts (11 juli 2016: 0 fte)."),
        (None, 0, "Voor zover bekend is er geen vertrouwensarts (11 juli 2016: 0 fte)."),
        (0.5, None, "Voor zover bekend is er 0,5 fte vertrouwensarts (11 juli 2016): bij afwezigheid is er weinig om"),
    ],
)
def test_wie_er_niet_is_kan_niet_afwezig_zijn_en_wat_onbekend_is_telt_niet_stil_mee(
    vast: float | None, tijdelijk: float | None, zin: str
) -> None:
    (signaal,) = signalen(met(formatie=(FormatieRij(date(2016, 7, 11), ARTS, vast, tijdelijk),)))
    assert signaal.tekst.startswith(zin)


def test_rijen_op_een_peildatum_tellen_op_en_alleen_de_laatste_peildatum_telt() -> None:
    eerder, nu = date(2015, 1, 1), date(2016, 1, 1)
    samen = (FormatieRij(nu, ARTS, 0.4), FormatieRij(eerder, ARTS, 0.1), FormatieRij(nu, ARTS, 0.6))
    assert codes(met(formatie=samen)) == []
    onbekend = (FormatieRij(eerder, ARTS, 0.1), FormatieRij(nu, ARTS))
    assert codes(met(formatie=onbekend)) == []


def test_een_wachtlijst_stijgt_als_de_laatste_telling_hoger_is_dan_die_ervoor() -> None:
    def rijen(*tellingen: tuple[int, int, str]) -> Risicoscan:
        return met(wachtlijst=tuple(WachtlijstRij(date(2016, m, 1), n, wat) for m, n, wat in tellingen))

    stijgt = ["wachtlijst_stijgend"]
    assert codes(rijen((1, 10, "a"), (2, 11, "a"))) == stijgt
    assert codes(rijen((2, 11, "a"), (1, 10, "a"))) == stijgt
    assert codes(rijen((1, 10, " A"), (2, 11, "a "))) == stijgt
    assert codes(rijen((1, 10, "a"), (2, 11, "b"))) == []
    assert codes(rijen((1, 10, "a"), (2, 10, "a"))) == []
    assert codes(rijen((1, 10, "a"), (2, 12, "a"), (3, 11, "a"))) == []
    assert codes(rijen((1, 10, "a"), (1, 11, "a"))) == []
    assert codes(rijen((1, 10, "a"), (2, 9, "a"), (2, 11, "a"))) == stijgt
    assert codes(rijen((1, 10, "a"), (2, 11, "a"), (1, 1, "b"), (2, 2, "b"))) == stijgt


def test_een_oordeel_op_orde_dat_afwijkt_van_de_inspectie_valt_op() -> None:
    drenthe = replace(RUSTIG, regio="drenthe")
    for nr in (3, 4, 5, 6, 8):
        drenthe = drenthe.met_topic(TopicInvulling(nr, oordeel=Oordeel.OP_ORDE))
    gevonden = [(s.topic, s.tekst.split("criterium ")[1][:3]) for s in signalen(drenthe)]
    # Drenthe: 1.1, 1.2, 1.3 and 2.1 onvoldoende by the table
    tabel = laad_inspectietabel().van("drenthe")
    assert tabel is not None
    onvoldoende = {c for c, o in tabel.criteria().items() if o == "onvoldoende"}
    kaart = {3: ["1.2"], 4: ["2.1", "2.2"], 5: ["1.1"], 6: ["1.2", "3.1"], 8: ["1.3"]}
    assert gevonden == [(nr, c) for nr, criteria in kaart.items() for c in criteria if c in onvoldoende]
    assert len(gevonden) >= 4


@pytest.mark.parametrize(("termijn", "signaal"), [(date(2017, 1, 11), False), (date(2017, 1, 12), True)])
def test_een_eerste_termijn_na_een_half_jaar_valt_op(termijn: date, signaal: bool) -> None:
    def scan(*termijnen: date) -> Risicoscan:
        acties = tuple(Actie("Verbeteren", "Veilig Thuis", dag, ActieStatus.OPEN) for dag in termijnen)
        return RUSTIG.met_topic(TopicInvulling(7, oordeel=Oordeel.IN_ONTWIKKELING, acties=acties))

    assert codes(scan(termijn)) == (["termijn_na_half_jaar"] if signaal else [])
    assert codes(scan(termijn, date(2016, 8, 1))) == []
    assert codes(scan(termijn, date(2016, 7, 1))) == (["termijn_na_half_jaar"] if signaal else [])


def test_elke_zienswijze_die_niet_akkoord_is_telt_apart() -> None:
    niet = Zienswijze(Partij.WETHOUDER, standpunt=Standpunt.NIET_AKKOORD)
    wel = Zienswijze(Partij.INSTELLING, standpunt=Standpunt.AKKOORD_MET_OPMERKINGEN)
    assert codes(replace(RUSTIG, zienswijzen=(niet, wel, niet))) == ["zienswijze_niet_akkoord"] * 2


@pytest.mark.parametrize(("organisatie", "wie"), [(" gemeente Raalte ", " van gemeente Raalte"), ("  ", "")])
def test_wie_niet_akkoord_is_staat_er_zonder_losse_spaties(organisatie: str, wie: str) -> None:
    niet = Zienswijze(Partij.WETHOUDER, Wie(organisatie=organisatie), standpunt=Standpunt.NIET_AKKOORD)
    (signaal,) = signalen(replace(RUSTIG, zienswijzen=(niet,)))
    assert signaal.tekst == f"De wethouder{wie} is niet akkoord."


def test_een_ontbrekend_gesprek_met_ambtenaren_of_instelling_valt_op() -> None:
    assert codes(replace(RUSTIG, gesprekken=())) == ["gesprekspartner_ontbreekt"] * 2
    assert codes(replace(RUSTIG, gesprekken=GESPREKKEN[:1])) == ["gesprekspartner_ontbreekt"]


def test_een_vaststelling_die_afwijkt_of_geen_voorstel_heeft_valt_op() -> None:
    assert codes(replace(RUSTIG, vaststelling=Vaststelling(2))) == []
    assert codes(replace(RUSTIG, vaststelling=Vaststelling(1))) == ["wijkt_af_van_voorstel"]
    leeg = replace(scan_van("?" * 17), gesprekken=GESPREKKEN, vaststelling=Vaststelling(1))
    assert codes(leeg) == ["wijkt_af_van_voorstel"]


def test_signalen_staan_op_code() -> None:
    scan = replace(
        met(budget=(BudgetRij(2016, 1, T),), formatie=(FormatieRij(PEILDATUM, ARTS, 0.5),)),
        gesprekken=(),
        vaststelling=Vaststelling(3),
    )
    assert codes(scan) == sorted(codes(scan))
    assert len(codes(scan)) == 5
