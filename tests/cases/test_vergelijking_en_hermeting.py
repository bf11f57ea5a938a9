"""The cases of `vergelijking/` and `hermeting/`, that an adviser can read, come out as they say."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cases.test_cases import maak_scan
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.hermeting import DELEN, Deel, maak_hermeting
from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
    BudgetRij,
    BudgetSoort,
    Document,
    Editie,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Hertoets,
    Hertoetsuitkomst,
    InKaart,
    Kerndata,
    Maatwerkactie,
    MaatwerkSoort,
    Notitie,
    Oordeel,
    Partij,
    ProcesRij,
    Risicoscan,
    ScanStatus,
    TopicInvulling,
    Vaststelling,
    WachtlijstRij,
    Wie,
    Zienswijze,
)
from vtscan_desktop.domain.vergelijking import Richting, vat_samen, zet_naast_elkaar

MAP = Path(__file__).parent
PEILDATUM = date(2016, 7, 11)
LATER = date(2017, 1, 11)
STANDAARD = frozenset(deel for deel, uitleg in DELEN.items() if uitleg.standaard)
VOL = Risicoscan(
    "3f8f4a6e-1111-4111-8111-111111111111",
    "ijsselland",
    PEILDATUM,
    titel="Eerste scan",
    status=ScanStatus.VASTGESTELD,
    editie=Editie.BESTUURLIJK,
    adviseur=Wie("Adviseur", "VNG"),
    gesprekken=(Gesprek("g1", date(2016, 5, 2), GesprekSoort.INSTELLING, (Wie("Manager", "Veilig Thuis"),)),),
    notities=(Notitie(datetime(2016, 5, 2, tzinfo=UTC), "losse notitie"),),
    documenten=(Document("d1", "Jaarverslag"),),
    hertoets=Hertoets(Hertoetsuitkomst.VOLDAAN),
    kerndata=Kerndata(
        inwoners=500_000,
        budget=(BudgetRij(2015, 2e6, BudgetSoort.STRUCTUREEL),),
        wachtlijst=(WachtlijstRij(date(2016, 1, 1), 30),),
    ),
    in_kaart=InKaart(knelpunten="Te weinig mensen"),
    overall_beeld="Het gaat.",
    vraag_aan_lezer="Wilt u meekijken?",
    maatwerkacties=(
        Maatwerkactie(MaatwerkSoort.ADVIESGESPREK_WETHOUDER, "Gesprek met de wethouder"),
        Maatwerkactie(MaatwerkSoort.BUDDY, "Buddy gevonden", status=ActieStatus.GEREED),
    ),
    zienswijzen=(Zienswijze(Partij.WETHOUDER, tekst="Mee eens"),),
    vaststelling=Vaststelling(2, "Zo is het.", date(2016, 7, 20)),
).met_topic(
    TopicInvulling(
        3,
        "De wachtlijst groeit.",
        "Kinderen wachten.",
        Oordeel.IN_ONTWIKKELING,
        bronnen=("g1", "d1"),
        acties=(
            Actie("Wegwerken", "Veilig Thuis", date(2016, 12, 1)),
            Actie("Triage", "GGD", status=ActieStatus.LOOPT),
            Actie("Werven", status=ActieStatus.GEREED),
            Actie("Verhuizen", status=ActieStatus.VERVALLEN),
            Actie(),
        ),
    )
)


def _casussen(soort: str) -> list[Path]:
    return sorted((MAP / soort).glob("*.toml"))


@pytest.mark.parametrize("pad", _casussen("vergelijking"), ids=lambda pad: pad.stem)
def test_twee_scans_naast_elkaar(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    toen, nu = maak_scan({"oordelen": casus["toen"]}), maak_scan({"oordelen": casus["nu"]})
    naast = zet_naast_elkaar(toen, nu)
    gekregen: dict[str, Any] = {
        "beter": list(naast.nummers(Richting.BETER)),
        "slechter": list(naast.nummers(Richting.SLECHTER)),
        "niet_te_vergelijken": list(naast.nummers(Richting.ONVERGELIJKBAAR)),
        "zin": vat_samen(naast),
        "uitleg": [f"{topic.nr}: {topic.uitleg}" for topic in naast.topics if topic.uitleg],
        "voorstel": [naast.voorstel_toen.voorstel, naast.voorstel_nu.voorstel],
    }
    assert {sleutel: gekregen[sleutel] for sleutel in casus["verwacht"]} == casus["verwacht"]


@pytest.mark.parametrize("pad", _casussen("hermeting"), ids=lambda pad: pad.stem)
def test_een_hermeting_neemt_mee_wat_gekozen_is(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    delen = {"zoals voorgesteld": STANDAARD, "alles": frozenset(Deel), "niets": frozenset[Deel]()}[casus["delen"]]
    scan = maak_hermeting(VOL, "nieuw", LATER, delen)
    topic, verwacht = scan.topic(3), casus["verwacht"]
    gekregen: dict[str, Any] = {
        "toelichting_3": topic.toelichting,
        "risico_3": topic.risico,
        "oordeel_3": topic.oordeel.value,
        "acties_3": [f"{actie.omschrijving} ({actie.status.value})" for actie in topic.acties],
        "maatwerkacties": [actie.omschrijving for actie in scan.maatwerkacties],
        "documenten": [document.titel for document in scan.documenten],
        "inwoners": scan.kerndata.inwoners,
        "wachtlijst": [rij.aantal for rij in scan.kerndata.wachtlijst],
        "budget": [rij.jaar for rij in scan.kerndata.budget],
        "hertoets": scan.hertoets.uitkomst.value,
        "adviseur": scan.adviseur.functie,
        "in_kaart": scan.in_kaart.knelpunten,
    }
    assert {sleutel: gekregen[sleutel] for sleutel in verwacht if sleutel != "leeg"} == {
        sleutel: waarde for sleutel, waarde in verwacht.items() if sleutel != "leeg"
    }
    kaal = Risicoscan("nieuw", "ijsselland", LATER)
    assert [naam for naam in verwacht["leeg"] if getattr(scan, naam) != getattr(kaal, naam)] == []
    assert (scan.id, scan.regio, scan.peildatum) == ("nieuw", "ijsselland", LATER)
    assert (scan.status, scan.editie) == (ScanStatus.CONCEPT, Editie.VOLLEDIG)


def test_bronnen_die_niet_meegaan_worden_niet_meer_genoemd() -> None:
    assert maak_hermeting(VOL, "nieuw", LATER, STANDAARD).topic(3).bronnen == ("d1",)
    zonder = maak_hermeting(VOL, "nieuw", LATER, STANDAARD - {Deel.DOCUMENTEN})
    assert zonder.topic(3).bronnen == ()


def test_elk_deel_doet_iets_en_zegt_hoeveel_er_is() -> None:
    kaal = maak_hermeting(VOL, "nieuw", LATER, frozenset())
    for deel, uitleg in DELEN.items():
        assert uitleg.tel(VOL) > 0, deel
        assert uitleg.tel(kaal) == 0, deel
        if deel is not Deel.GESPREKSPARTNERS:  # those come as rows in the making
            assert maak_hermeting(VOL, "nieuw", LATER, frozenset({deel})) != kaal, deel


@pytest.mark.parametrize(("peildatum", "zin"), [(PEILDATUM, "na 11 juli 2016"), (date(2101, 1, 1), "in 2100")])
def test_een_peildatum_die_niet_kan_wordt_geweigerd(peildatum: date, zin: str) -> None:
    with pytest.raises(InvoerFout, match=zin):
        maak_hermeting(VOL, "nieuw", peildatum, STANDAARD)


def test_een_scan_naast_zichzelf_laat_niets_zien_dat_anders_is() -> None:
    naast = zet_naast_elkaar(VOL, VOL)
    assert naast.nummers(Richting.BETER) == naast.nummers(Richting.SLECHTER) == ()
    assert all(cijfer.toen == cijfer.nu for cijfer in naast.cijfers)
    assert naast.voorstel_toen == naast.voorstel_nu


def test_de_oudste_van_twee_is_toen_en_wat_niet_bekend_is_heet_onbekend() -> None:
    later = replace(
        VOL,
        peildatum=LATER,
        kerndata=Kerndata(wachtlijst=(WachtlijstRij(date(2016, 1, 1), 31), WachtlijstRij(date(2016, 12, 1), 8))),
    )
    for naast in (zet_naast_elkaar(VOL, later), zet_naast_elkaar(later, VOL)):
        assert naast.toen is VOL
        assert naast.nu is later
    cijfers = {cijfer.wat: (cijfer.toen, cijfer.nu) for cijfer in naast.cijfers}
    assert cijfers == {
        "Inwoners": ("500.000", "onbekend"),
        "Budget": ("€\u00a02.000.000 (2015)", "onbekend"),
        "Budget per 1.000 inwoners": ("€\u00a04.000", "onbekend"),
        "Wachtlijst": ("30 (1 januari 2016)", "8 (1 december 2016)"),
    }


def test_naast_elkaar_staat_wat_bij_elkaar_hoort_opgeteld_en_wat_maar_half_bekend_is_zegt_dat() -> None:
    kwartaal = date(2016, 1, 1), date(2016, 3, 31)
    toen = Kerndata(
        primair_proces=(ProcesRij(*kwartaal, 300, 90), ProcesRij(*kwartaal, 170), ProcesRij(*kwartaal)),
        formatie=(
            FormatieRij(date(2016, 4, 1), FormatieFunctie.VT, 33, None),
            FormatieRij(date(2016, 4, 1), FormatieFunctie.VERTROUWENSARTS, None, 0.5),
            FormatieRij(date(2016, 4, 1), FormatieFunctie.GEDRAGSWETENSCHAPPER, 0.66, 0.2),
        ),
        inwoners=3000,
        budget=(BudgetRij(2016, 10124.4, BudgetSoort.STRUCTUREEL),),
    )
    naast = zet_naast_elkaar(replace(VOL, kerndata=toen), replace(VOL, peildatum=LATER, kerndata=Kerndata()))
    cijfers = {cijfer.wat: cijfer.toen.replace("\u00a0", " ") for cijfer in naast.cijfers}
    assert cijfers == {
        "Inwoners": "3.000",
        "Budget": "€ 10.124,40 (2016)",
        "Budget per 1.000 inwoners": "€ 3.374,80",  # not "€ 3.375", which is the lower limit itself
        "Meldingen": "470 (januari t/m maart 2016)",
        "Adviesvragen": "90 (januari t/m maart 2016)",
        "Formatie Veilig Thuis": "33 fte vast, tijdelijk onbekend (1 april 2016)",
        "Formatie vertrouwensarts": "0,5 fte tijdelijk, vast onbekend (1 april 2016)",
        "Formatie gedragswetenschapper": "0,86 fte (1 april 2016)",
    }


def test_getallen_zo_groot_als_een_bestand_ze_kent_staan_ook_naast_elkaar() -> None:
    rij = FormatieRij(date(2016, 4, 1), FormatieFunctie.VT, 1.7e308, 1.7e308)
    scan = replace(VOL, kerndata=Kerndata(formatie=(rij,)))
    assert zet_naast_elkaar(scan, scan).cijfers[0].toen.startswith("340.000.000")
