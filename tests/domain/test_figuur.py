"""Figures as laid out: everything on the sheet, no word over another, gaps where a number is unknown."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kerndataproef import MELDINGEN, ONDERZOEKEN, VOLLE_KERNDATA
from vtscan_desktop.domain.figuur.assen import MEESTE_STAPPEN, as_waarden
from vtscan_desktop.domain.figuur.beschrijving import (
    GROOTSTE,
    ONBEKEND,
    Bandfiguur,
    Figuur,
    Lijnfiguur,
    Merk,
    Punt,
    Reeks,
    leestekst,
)
from vtscan_desktop.domain.figuur.plan import teken_plan
from vtscan_desktop.domain.figuur.tekening import DALING, STIJGING, Lijn, Stip, Tekening, Tekst, Vlak
from vtscan_desktop.domain.kerndatafiguren import formatiefiguren, procesfiguur, vergelijkfiguren, wachtlijstfiguren
from vtscan_desktop.domain.risicoscan import (
    FormatieFunctie,
    FormatieRij,
    Kerndata,
    ProcesRij,
    Risicoscan,
    WachtlijstRij,
)

DAG = date(2016, 7, 11)


def meet(tekst: str, nadruk: bool) -> float:
    return sum(0.3 if teken in " .,:ilj" else 0.56 for teken in tekst) * (1.04 if nadruk else 1)


def scan_met(kerndata: Kerndata, dag: date = DAG) -> Risicoscan:
    return Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", dag, kerndata=kerndata)


def teken(figuur: Figuur, breedte: float = 480, letter: float = 9) -> Tekening:
    return teken_plan(figuur, breedte, letter, meet)


def woorden(tekening: Tekening) -> list[str]:
    return [vorm.tekst for vorm in tekening.vormen if isinstance(vorm, Tekst)]


namen = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
dagen = st.dates(date(1900, 1, 1), date(2100, 12, 31))
waarden = st.none() | st.fractions(0, GROOTSTE, max_denominator=100) | st.integers(0, 60).map(Fraction)


@st.composite
def lijnfiguren(draw: st.DrawFn) -> Lijnfiguur:
    def punt(dag: date, duur: int, waarde: Fraction | None) -> Punt:
        tekst = ONBEKEND if waarde is None else str(round(waarde))
        tot = min(dag + timedelta(days=duur), date(2100, 12, 31))
        return Punt(dag, tot, waarde, tekst, dag.isoformat(), f"{dag.day} jan {dag.year}")

    duren = draw(st.sampled_from([st.just(0), st.integers(0, 400)]))
    reeksen = []
    for i in range(draw(st.integers(1, 4))):
        op = draw(st.lists(st.tuples(dagen, duren, waarden), min_size=1, max_size=30, unique_by=lambda rij: rij[0]))
        reeksen.append(Reeks(draw(namen), tuple(punt(*rij) for rij in sorted(op)), terug=i == 3))
    return Lijnfiguur("Titel", "aantal", tuple(reeksen))


@st.composite
def bandfiguren(draw: st.DrawFn) -> Bandfiguur:
    merken = draw(st.lists(st.builds(Merk, namen, st.fractions(0, GROOTSTE), namen, st.booleans()), max_size=3))
    grenzen = (Fraction(3375), Fraction(8399))
    return Bandfiguur("Titel", "euro", "bandbreedte", grenzen, ("€ 3.375", "€ 8.399"), tuple(merken))


@settings(max_examples=120, deadline=None)
@given(lijnfiguren() | bandfiguren(), st.sampled_from([(480.0, 9.0), (630.0, 13.0), (638.0, 26.0), (780.0, 26.0)]))
def test_alles_ligt_op_het_vel_en_geen_woord_staat_over_een_ander(figuur: Figuur, maat: tuple[float, float]) -> None:
    tekening = teken_plan(figuur, *maat, meet)
    vakken = []
    for vorm in tekening.vormen:
        punten = [(vorm.x, vorm.y)] if isinstance(vorm, Stip | Tekst) else vorm.punten
        ruim = vorm.straal if isinstance(vorm, Stip) else 0
        for x, y in punten:
            assert x - ruim >= -0.01
            assert x + ruim <= tekening.breedte + 0.01
            assert y - ruim >= -0.01
            assert y + ruim <= tekening.hoogte + 0.01
        if isinstance(vorm, Tekst):
            assert vorm.x + vorm.breedte <= tekening.breedte + 0.01
            letter = tekening.letter
            vakken.append((vorm.x, vorm.y - STIJGING * letter, vorm.x + vorm.breedte, vorm.y + DALING * letter))
    for (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) in combinations(vakken, 2):
        assert ax1 <= bx0 or bx1 <= ax0 or ay1 <= by0 or by1 <= ay0


@given(st.fractions(0, GROOTSTE, max_denominator=1000), st.booleans())
def test_een_as_begint_bij_nul_en_heeft_ronde_stappen(hoogste: Fraction, geheel: bool) -> None:
    streepjes = as_waarden(hoogste, geheel=geheel)
    getallen = [waarde for waarde, _ in streepjes]
    assert getallen[0] == 0
    assert 2 <= len(getallen) <= MEESTE_STAPPEN + 1
    stap = getallen[1]
    assert getallen == [stap * i for i in range(len(getallen))]
    assert str(float(stap)).replace("0", "").replace(".", "")[0] in "125"
    assert len({tekst for _, tekst in streepjes}) == len(streepjes)
    if geheel:
        assert stap.denominator == 1


@pytest.mark.parametrize(
    ("hoogste", "teksten"),
    [
        (Fraction(45), ["0", "20", "40"]),
        (Fraction(0), ["0", "1"]),
        (Fraction(4, 5), ["0", "0,2", "0,4", "0,6", "0,8"]),
        (Fraction(15700), ["0", "5.000", "10.000", "15.000"]),
    ],
)
def test_getallen_langs_een_as_staan_er_op_zijn_nederlands(hoogste: Fraction, teksten: list[str]) -> None:
    assert [tekst for _, tekst in as_waarden(hoogste, geheel=hoogste.denominator == 1)] == teksten


def test_een_onbekend_aantal_is_een_gat_met_dat_woord_en_geen_nul() -> None:
    figuur = procesfiguur(scan_met(VOLLE_KERNDATA))
    assert figuur is not None
    tekening = teken(figuur)
    assert woorden(tekening).count(ONBEKEND) == 1
    advies = next(reeks for reeks in figuur.reeksen if reeks.naam == "adviesvragen")
    assert [punt.tekst for punt in advies.punten] == ["75", ONBEKEND, "83", "100"]
    assert leestekst(advies, advies.punten[0]) == "adviesvragen, januari t/m juni 2015: 75 (450 in 6 maanden)"
    met_gat = [vorm for vorm in tekening.vormen if isinstance(vorm, Lijn) and vorm.streep and len(vorm.punten) > 2]
    zonder = procesfiguur(scan_met(Kerndata(primair_proces=tuple(
        ProcesRij(rij.van, rij.tot, rij.meldingen, rij.adviesvragen or 0, rij.onderzoeken)
        for rij in VOLLE_KERNDATA.primair_proces
    ))))  # fmt: skip
    assert zonder is not None
    heel = [vorm for vorm in teken(zonder).vormen if isinstance(vorm, Lijn) and vorm.streep and len(vorm.punten) > 2]
    assert sorted(len(lijn.punten) for lijn in met_gat) == [4, 8]
    assert sorted(len(lijn.punten) for lijn in heel) == [8, 8]


def test_een_periode_is_zo_breed_als_ze_duurt() -> None:
    figuur = procesfiguur(scan_met(VOLLE_KERNDATA))
    assert figuur is not None
    lijn = next(v for v in teken(figuur).vormen if isinstance(v, Lijn) and v.rol == "accent" and len(v.punten) > 2)
    breedtes = [b[0] - a[0] for a, b in zip(lijn.punten[::2], lijn.punten[1::2], strict=True)]
    assert breedtes[0] == pytest.approx(2 * breedtes[1], rel=0.03)
    assert figuur.eenheid == "gemiddeld aantal per maand"
    assert "verschillen in lengte" in figuur.noot


def test_kwartalen_staan_er_zoals_ze_geteld_zijn() -> None:
    rijen = VOLLE_KERNDATA.primair_proces[1:]
    figuur = procesfiguur(scan_met(Kerndata(primair_proces=rijen)))
    assert figuur is not None
    assert (figuur.eenheid, figuur.noot) == ("aantal per kwartaal", "")
    assert [punt.tekst for punt in figuur.reeksen[0].punten] == ["420", "455", "470"]


def test_reeksen_zijn_zonder_kleur_uit_elkaar_te_houden_en_dragen_hun_naam() -> None:
    rijen = tuple(
        WachtlijstRij(date(2016, maand, 1), 10 * i + maand, f"soort {i}") for i in range(6) for maand in (1, 2, 3)
    )
    figuren = wachtlijstfiguren(scan_met(Kerndata(wachtlijst=rijen)))
    assert [len(figuur.reeksen) for figuur in figuren] == [4, 2]
    tekening = teken(figuren[0])
    assert {f"soort {i}" for i in range(4)} <= set(woorden(tekening))
    strepen = {vorm.streep for vorm in tekening.vormen if isinstance(vorm, Lijn) and len(vorm.punten) == 3}
    assert len(strepen) == 4


def test_een_telling_die_meeging_naar_de_hermeting_is_nog_geen_lijn() -> None:
    eerst = scan_met(Kerndata(wachtlijst=(WachtlijstRij(date(2016, 4, 1), 30),)))
    assert vergelijkfiguren(eerst, scan_met(eerst.kerndata, date(2017, 1, 11))) == ()
    erbij = Kerndata(wachtlijst=(*eerst.kerndata.wachtlijst, WachtlijstRij(date(2016, 12, 1), 8)))
    assert [figuur.titel for figuur in vergelijkfiguren(eerst, scan_met(erbij, date(2017, 1, 11)))] == ["Wachtlijst"]


def test_van_een_enkele_bekende_waarde_zegt_de_alternatieve_tekst_geen_verloop() -> None:
    kwartalen = ((date(2015, 10, 1), date(2015, 12, 31), 45), (date(2016, 1, 1), date(2016, 3, 31), None))
    figuur = procesfiguur(scan_met(Kerndata(primair_proces=tuple(ProcesRij(*deel) for deel in kwartalen))))
    assert figuur is not None
    assert figuur.alt == (
        "Lijngrafiek: Primair proces: meldingen, aantal per kwartaal. meldingen: alleen bekend is oktober t/m december "
        "2015: 45. Alle waarden: oktober t/m december 2015: 45; januari t/m maart 2016: onbekend."
    )


def test_een_figuur_met_een_lijn_zegt_in_haar_titel_welke_het_is() -> None:
    def rij(maand: int, functie: FormatieFunctie, vast: float | None, tijdelijk: float | None) -> FormatieRij:
        return FormatieRij(date(2016, maand, 1), functie, vast, tijdelijk)

    alleen = tuple(
        rij(maand, *deel)
        for maand in (1, 4)
        for deel in (
            (FormatieFunctie.VT, 20.0, None),
            (FormatieFunctie.VERTROUWENSARTS, 0.8, 0.0),
            (FormatieFunctie.GEDRAGSWETENSCHAPPER, None, 0.0),
        )
    )
    titels = ["Formatie van Veilig Thuis: vast", "Formatie: vertrouwensarts"]
    assert [figuur.titel for figuur in formatiefiguren(scan_met(Kerndata(formatie=alleen)))] == titels
    beide = ["Formatie van Veilig Thuis", "Vertrouwensarts en gedragswetenschapper"]
    assert [figuur.titel for figuur in formatiefiguren(scan_met(VOLLE_KERNDATA))] == beide


def test_de_alternatieve_tekst_zegt_wat_de_figuur_zegt() -> None:
    (figuur,) = wachtlijstfiguren(scan_met(VOLLE_KERNDATA))
    assert figuur.alt.startswith(
        f"Lijngrafiek: Wachtlijst, aantal op de teldatum. {ONDERZOEKEN}: van 30 naar 33, het hoogst 45 "
        "(30 september 2015), het laagst 17 (30 juni 2015)."
    )
    assert f"{MELDINGEN}: van 12 naar 9" in figuur.alt
    assert figuur.waarden[0] == ("Wanneer", ONDERZOEKEN, MELDINGEN)
    assert figuur.waarden[1:3] == (("31 december 2014", "30", ""), ("31 maart 2015", "22", "12"))


def test_een_getal_is_pas_een_lijn_bij_twee_tellingen_die_op_een_as_passen() -> None:
    def figuren(*aantallen: int) -> int:
        rijen = tuple(WachtlijstRij(date(2016, i, 1), aantal, "x") for i, aantal in enumerate(aantallen, 1))
        return len(wachtlijstfiguren(scan_met(Kerndata(wachtlijst=rijen))))

    assert [figuren(), figuren(3), figuren(3, 4), figuren(3, GROOTSTE + 1), figuren(3, 10**400)] == [0, 0, 1, 0, 0]


def test_toen_en_nu_staan_in_een_figuur_de_eerste_erachter() -> None:
    toen = scan_met(VOLLE_KERNDATA)
    later = WachtlijstRij(date(2016, 12, 31), 12, ONDERZOEKEN.upper())
    nu = scan_met(Kerndata(VOLLE_KERNDATA.inwoners, VOLLE_KERNDATA.budget, wachtlijst=(later,)), date(2017, 1, 15))
    figuren = {figuur.titel: figuur for figuur in vergelijkfiguren(toen, nu)}
    assert list(figuren) == [
        "Budget naast de bandbreedte",
        "Primair proces: meldingen",
        "Primair proces: adviesvragen",
        "Primair proces: onderzoeken",
        "Formatie: Veilig Thuis",
        "Formatie: vertrouwensarts",
        "Formatie: gedragswetenschapper",
        f"Wachtlijst: {ONDERZOEKEN.upper()}",
        f"Wachtlijst: {MELDINGEN}",
    ]
    wachtlijst = figuren[f"Wachtlijst: {ONDERZOEKEN.upper()}"]
    assert isinstance(wachtlijst, Lijnfiguur)
    assert [(reeks.naam, reeks.terug, len(reeks.punten)) for reeks in wachtlijst.reeksen] == [
        ("scan van 11 juli 2016", True, 5),
        ("scan van 15 januari 2017", False, 1),
    ]
    triage = figuren[f"Wachtlijst: {MELDINGEN}"]
    assert isinstance(triage, Lijnfiguur)
    assert triage.reeksen[1].naam == "scan van 15 januari 2017: geen cijfers"
    assert "scan van 15 januari 2017: geen cijfers." in triage.alt
    assert "geen cijfers" in " ".join(woorden(teken(triage)))
    gestreept = [vorm for vorm in teken(wachtlijst).vormen if isinstance(vorm, Lijn) and vorm.streep]
    assert {lijn.rol for lijn in gestreept} == {"gedempt"}


def test_een_bedrag_ver_boven_de_band_houdt_de_band_zichtbaar_en_benoemd() -> None:
    merk = Merk("2016", Fraction(400_000), "€ 400.000")
    grenzen = (Fraction(3375), Fraction(8399))
    figuur = Bandfiguur("Budget", "euro", "bandbreedte", grenzen, ("€ 3.375", "€ 8.399"), (merk,))
    tekening = teken(figuur)
    assert "bandbreedte € 3.375 – € 8.399" in woorden(tekening)
    assert "2016: € 400.000" in woorden(tekening)
    (band,) = [vorm for vorm in tekening.vormen if isinstance(vorm, Vlak)]
    assert band.punten[1][0] - band.punten[0][0] > 0
    assert "boven de bandbreedte" in figuur.alt
