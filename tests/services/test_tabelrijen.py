"""Rows as typed: nothing is lost on the way into the scan and back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategieen import bedragen, risicoscans, tekst
from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
    BudgetRij,
    BudgetSoort,
    Document,
    Gesprek,
    GesprekSoort,
    Notitie,
    Risicoscan,
    TopicZienswijze,
    Wie,
)
from vtscan_desktop.services import tabelsoorten as soorten
from vtscan_desktop.services.tabelrijen import Cellen, Celsoort, Tabelsoort, lees_cel, pak_in, splits, voeg_samen
from vtscan_desktop.services.verwijzingen import gebruik_van, met_verwijzingen, zonder_verwijzingen

VANDAAG = date(2016, 7, 11)
NAMEN = [
    "acties/3",
    "budget",
    "documenten",
    "formatie",
    "gesprekken",
    "maatwerkacties",
    "primair_proces",
    "wachtlijst",
    "zienswijzen",
]


def ruwe_cel(kolom: Any) -> st.SearchStrategy[str]:
    """What a user may have put in a cell: nothing, nonsense, or something that is valid."""
    if kolom.soort is Celsoort.KEUZE:
        return st.sampled_from([optie for optie, _ in kolom.opties])
    if kolom.soort is Celsoort.VINK:
        return st.sampled_from(["", "ja"])
    if kolom.soort is Celsoort.RIJEN:
        rijen = st.lists(st.tuples(*map(ruwe_cel, kolom.rijen.kolommen)), max_size=2)
        return rijen.map(lambda lijst: pak_in([c for c in lijst if not kolom.rijen.is_leeg(c)]))
    goed = {
        Celsoort.DATUM: ["31 dec 2016", "1-10-2016", "2016-02-29"],
        Celsoort.JAAR: ["2016", "2015"],
        Celsoort.GEHEEL: ["12", "1.234"],
        Celsoort.GETAL: ["0,8", "1.234,50"],
        Celsoort.BEDRAG: ["€ 1.000", "12,5"],
    }.get(kolom.soort, ["een tekst"])
    return st.just("") | st.sampled_from(goed) | tekst(8)


@st.composite
def getypt(draw: st.DrawFn, naam: str) -> tuple[Tabelsoort[Any], tuple[Cellen, ...]]:
    soort = soorten.tabelplek(naam, VANDAAG).soort
    rijen = draw(st.lists(st.tuples(*map(ruwe_cel, soort.kolommen)), max_size=5))
    kolom = soort.idkolom
    if kolom is not None:
        rijen = [(*c[:kolom], f"s{i}", *c[kolom + 1 :]) for i, c in enumerate(rijen)]
    return soort, tuple(rijen)


@pytest.mark.parametrize("naam", NAMEN)
@given(data=st.data())
@settings(max_examples=40)
def test_wat_getypt_is_komt_na_bewaren_terug(naam: str, data: st.DataObject) -> None:
    soort, rijen = data.draw(getypt(naam))
    echt, klad = splits(soort, naam, rijen, ())
    terug = voeg_samen(soort, echt, klad)
    vol = [c for c in rijen if not soort.is_leeg(c)]
    assert [soort.normaal(c) for c in terug] == [soort.normaal(c) for c in vol]
    for k in klad:
        assert k.cellen in terug  # what is not valid comes back to the letter
        rij = soort.lees(k.cellen).rij
        assert k.echt == (rij is not None and not soort.is_leeg(soort.cellen(rij)))
    assert splits(soort, naam, terug, echt) == (echt, klad)


@given(scan=risicoscans())
@settings(max_examples=50)
def test_rijen_die_niet_zijn_aangeraakt_blijven_hetzelfde(scan: Risicoscan) -> None:
    for naam in NAMEN:
        plek = soorten.tabelplek(naam, VANDAAG)
        rijen = plek.lees(scan)
        if plek.soort.idkolom is None:
            rijen = tuple(r for r in rijen if not plek.soort.is_leeg(plek.soort.cellen(r)))
        echt, klad = splits(plek.soort, naam, voeg_samen(plek.soort, rijen, ()), rijen)
        assert echt == rijen
        assert not klad
        assert plek.lees(plek.zet(scan, echt)) == rijen


@given(bedrag=bedragen.filter(lambda b: b < 10**15))
def test_een_bedrag_verandert_niet_door_het_te_tonen(bedrag: float) -> None:
    rij = BudgetRij(2016, bedrag, BudgetSoort.STRUCTUREEL)
    assert soorten.BUDGET.lees(soorten.BUDGET.cellen(rij)).rij == rij


@pytest.mark.parametrize(
    ("tabel", "cellen", "zin"),
    [
        (soorten.BUDGET, ("2014", "1", "structureel"), "Dit moet een jaar zijn van 2015 tot en met 2100."),
        (soorten.BUDGET, ("2101", "1", "structureel"), "Dit moet een jaar zijn van 2015 tot en met 2100."),
        (soorten.BUDGET, ("2016", "-1", "structureel"), "Dit getal kan niet lager zijn dan nul."),
        (soorten.BUDGET, ("2016", "veel", "structureel"), "Dit is geen geldig getal. Schrijf bijvoorbeeld 1.234,5."),
        (soorten.WACHTLIJST, ("31 dec 2016", "1,5", "", "r1"), "Dit is geen geheel getal. Schrijf bijvoorbeeld 1.234."),
        (soorten.PRIMAIR_PROCES, ("1-1-2016", "31-12-2015", "", "", ""), "De einddatum ligt voor de begindatum."),
        (
            soorten.FORMATIE,
            ("1-1-1899", "vt", "", ""),
            "Dit is geen geldige datum. Schrijf bijvoorbeeld 31-12-2016 of 31 dec 2016.",
        ),
        (soorten.BUDGET, ("", "1", "structureel"), "Vul nog in: jaar."),
    ],
)
def test_een_rij_buiten_de_grenzen_telt_niet_mee_en_zegt_waarom(
    tabel: Tabelsoort[Any], cellen: Cellen, zin: str
) -> None:
    lezing = tabel.lees(cellen)
    assert lezing.rij is None
    assert [f.tekst for f in lezing.fouten] == [zin]
    assert splits(tabel, "t", (cellen,), ())[1][0].cellen == cellen


def test_een_actie_met_een_onleesbare_termijn_telt_mee_zonder_termijn() -> None:
    cellen = ("Triage versnellen", "Veilig Thuis", "na de zomer", "loopt", "", "r1")
    echt, klad = splits(soorten.ACTIES, "acties/3", (cellen,), ())
    assert echt == (Actie("Triage versnellen", "Veilig Thuis", None, ActieStatus.LOOPT),)
    assert klad[0].echt
    assert voeg_samen(soorten.ACTIES, echt, klad) == (cellen,)


def test_een_actie_die_elders_wordt_toegevoegd_komt_na_de_rijen_in_wording() -> None:
    half = ("", "31 dec 2016", "structureel")
    echt, klad = splits(soorten.BUDGET, "budget", (("2016", "€ 5", "tijdelijk"), half), ())
    erbij = (*echt, BudgetRij(2017, 6.0, BudgetSoort.TIJDELIJK))
    assert voeg_samen(soorten.BUDGET, erbij, klad)[1] == half
    assert len(voeg_samen(soorten.BUDGET, erbij, klad)) == 3


def test_een_gesprek_waarvan_de_datum_wordt_overgetypt_blijft_bestaan() -> None:
    soort = soorten.gesprekken(VANDAAG)
    oud = Gesprek("g1", date(2016, 5, 12), GesprekSoort.INSTELLING)
    cellen = ("g1", "12 me", "instelling", "Zwolle", "")
    echt, klad = splits(soort, "gesprekken", (cellen,), (oud,))
    assert echt == (replace(oud, locatie="Zwolle"),)
    assert voeg_samen(soort, echt, klad) == (cellen,)


def test_een_nieuwe_lege_rij_wordt_niet_bewaard() -> None:
    for naam in NAMEN:
        soort = soorten.tabelplek(naam, VANDAAG).soort
        assert splits(soort, naam, (soort.nieuw(),), ()) == ((), ())


def test_een_onvolledige_rij_in_een_kaart_houdt_de_rest_niet_tegen() -> None:
    kolom = next(k for k in soorten.ZIENSWIJZEN.kolommen if k.sleutel == "per_topic")
    waarde, fout = lees_cel(kolom, pak_in([("3", "Herkenbaar", "", "r1"), ("", "Zonder topic", "", "r2")]))
    assert waarde == (TopicZienswijze(3, "Herkenbaar"),)
    assert fout


def test_een_verwijderd_gesprek_laat_geen_verwijzing_achter_en_komt_met_alles_terug() -> None:
    notitie = Notitie(datetime(2016, 5, 12, 9, tzinfo=UTC), "Wachtlijst loopt op", gesprek="g1")
    scan = Risicoscan("x", "ijsselland", VANDAAG, documenten=(Document("d1", "Nota"),), notities=(notitie,))
    scan = replace(scan, gesprekken=(Gesprek("g1", VANDAAG, GesprekSoort.OVERIG, (Wie("Manager"),)),))
    scan = scan.met_topic(replace(scan.topic(3), bronnen=("d1", "g1")))
    gebruik = gebruik_van(scan, "g1")
    assert gebruik.vraag("gesprek") == (
        "Dit gesprek is bron bij 1 topic en gesprek bij 1 notitie. Als u het verwijdert, vervalt dat. "
        "De notities blijven staan, zonder gesprek."
    )
    zonder = zonder_verwijzingen(scan, "g1")
    assert zonder.topic(3).bronnen == ("d1",)
    assert zonder.notities[0].gesprek is None
    assert met_verwijzingen(zonder, gebruik) == scan
    assert gebruik_van(scan, "onbekend").vraag("document") == ""
