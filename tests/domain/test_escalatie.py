"""What holds of the ladder and the overview for every scan there can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategieen import risicoscans
from vtscan_desktop.domain.acties import alle_acties, is_te_laat
from vtscan_desktop.domain.escalatie import LADDER, Advies, Tredestand, aanleidingen, bepaal_ladder
from vtscan_desktop.domain.overleg import laatste_scans, maak_overleg, schrijf_overleg, zonder_namen
from vtscan_desktop.domain.risicoscan import (
    Actie,
    Gesprek,
    GesprekSoort,
    Maatwerkactie,
    MaatwerkSoort,
    Risicoscan,
    TopicInvulling,
    Wie,
)
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.formats import format_van

DAG = date(2016, 11, 1)
dagen = st.dates(date(2015, 1, 1), date(2018, 1, 1))


@given(scan=risicoscans(), dag=dagen)
@settings(max_examples=60, deadline=None)
def test_een_voorstel_gaat_nooit_omlaag_en_staat_nooit_zonder_reden(scan: Risicoscan, dag: date) -> None:
    ladder = bepaal_ladder(scan, laad_format(), dag)
    treden = [trede.nr for trede in LADDER for soort in trede.soorten if soort in ladder.voorstel.soorten]
    assert all(nr >= ladder.hoogste for nr in treden)
    assert bool(treden) == (ladder.voorstel.advies is Advies.ZETTEN)
    if ladder.voorstel.advies in (Advies.ZETTEN, Advies.BOVENAAN):
        assert ladder.voorstel.redenen
    assert MaatwerkSoort.BUDDY not in ladder.voorstel.soorten


@given(scan=risicoscans(), dag=dagen)
@settings(max_examples=60, deadline=None)
def test_wie_het_voorstel_volgt_en_een_dag_afspreekt_wordt_daarna_niet_verder_gestuurd(
    scan: Risicoscan, dag: date
) -> None:
    voorstel = bepaal_ladder(scan, laad_format(), dag).voorstel
    stappen = tuple(Maatwerkactie(soort, termijn=dag + timedelta(days=7)) for soort in voorstel.soorten)
    daarna = bepaal_ladder(replace(scan, maatwerkacties=(*scan.maatwerkacties, *stappen)), laad_format(), dag)
    assert not stappen or daarna.voorstel.advies is Advies.AFWACHTEN


@given(scan=risicoscans())
@settings(max_examples=40, deadline=None)
def test_een_dag_later_is_er_nooit_minder_te_laat(scan: Risicoscan) -> None:
    morgen = DAG + timedelta(days=1)
    vandaag_laat = [plek for plek in alle_acties(scan) if is_te_laat(plek.actie, DAG)]
    assert all(is_te_laat(plek.actie, morgen) for plek in vandaag_laat)
    assert len(aanleidingen(scan, laad_format(), DAG)) <= len(aanleidingen(scan, laad_format(), morgen))


@given(scan=risicoscans())
@settings(max_examples=40, deadline=None)
def test_het_overzicht_kent_geen_naam_van_de_adviseur(scan: Risicoscan) -> None:
    naam = "Kanarie Geelvink"
    topic = scan.topic(3)
    acties = tuple(replace(a, verantwoordelijke=naam, omschrijving=f"{naam} belt") for a in topic.acties)
    scan = replace(scan, adviseur=Wie("adviseur", "VNG", naam)).met_topic(replace(topic, acties=acties))
    assert naam not in schrijf_overleg(maak_overleg([(scan, "IJsselland")], format_van, DAG))
    assert zonder_namen(scan).topic(3).acties == tuple(
        replace(a, verantwoordelijke="adviseur", omschrijving="adviseur belt") for a in topic.acties
    )


@pytest.mark.parametrize(
    ("geschreven", "wordt"),
    [
        ("Bel mevrouw de Wit-Bakker.", "Bel manager."),
        ("K. de Wit-Bakker en Karin de Wit-Bakker", "manager en manager"),
        ("Overleg met De Wit-Bakker", "Overleg met manager"),
        ("Afspraak met J.P. (Jan)", "Afspraak met arts"),
        ("Bel Piet van ’t Hof", "Bel bestuurder"),
        ("Mevrouw Vis zoekt een buddy", "wethouder zoekt een buddy"),
        ("Bel mevrouw van ’t Hof of karin de wit\u2011bakker", "Bel bestuurder of manager"),
        ("Het witte boek van de bakker", "Het witte boek van de bakker"),
    ],
)
def test_ook_wie_maar_half_bij_naam_staat_wordt_een_functie(geschreven: str, wordt: str) -> None:
    met = (
        Wie("manager", "VT", "Karin de Wit-Bakker"),
        Wie("arts", "VT", "J.P. (Jan)"),
        Wie("bestuurder", "VT", "Piet van 't Hof"),
        Wie("wethouder", "", "Jo Vis"),
    )
    gesprek = Gesprek("g1", DAG, GesprekSoort.INSTELLING, met)
    stap = Maatwerkactie(MaatwerkSoort.BUDDY, omschrijving=geschreven)
    scan = Risicoscan("a", "twente", DAG, gesprekken=(gesprek,), maatwerkacties=(stap,))
    assert zonder_namen(scan).maatwerkacties[0].omschrijving == wordt


def test_een_stap_met_een_uitkomst_is_geen_termijn_die_nog_komt() -> None:
    stap = Maatwerkactie(MaatwerkSoort.BUDDY, termijn=DAG + timedelta(days=7))
    scan = Risicoscan("a", "twente", DAG, maatwerkacties=(stap,))
    gezet = replace(scan, maatwerkacties=(replace(stap, uitkomst="De buddy begint."),))
    assert "8 november 2016" in schrijf_overleg(maak_overleg([(scan, "Twente")], format_van, DAG))
    assert "8 november 2016" not in schrijf_overleg(maak_overleg([(gezet, "Twente")], format_van, DAG))


def test_een_actie_staat_in_het_overzicht_als_een_zin() -> None:
    acties = (Actie("Leg de zorgroutes vast.", "Gemeenten", DAG), Actie("", "", DAG))
    scan = Risicoscan("a", "twente", DAG).met_topic(TopicInvulling(10, acties=acties))
    tekst = schrijf_overleg(maak_overleg([(scan, "Twente")], format_van, DAG))
    assert "- 1 november 2016: Leg de zorgroutes vast (Gemeenten), topic 10 Lokale structuren.\n" in tekst
    assert "- 1 november 2016: Actie zonder omschrijving, topic 10 Lokale structuren.\n" in tekst


def test_van_elke_regio_telt_de_scan_met_de_laatste_peildatum() -> None:
    scans_ = [
        Risicoscan("a", "twente", date(2016, 1, 1)),
        Risicoscan("b", "twente", date(2016, 7, 1)),
        Risicoscan("c", "ijsselland", date(2015, 1, 1)),
        Risicoscan("d", "twente", date(2016, 7, 1)),
    ]
    assert [scan.id for scan in laatste_scans(scans_)] == ["b", "c"]


def test_zonder_stappen_is_elke_trede_nog_niet_gezet() -> None:
    ladder = bepaal_ladder(Risicoscan("a", "twente", DAG), laad_format(), DAG)
    assert [trede.stand for trede in ladder.treden] == [Tredestand.NIET_GEZET] * len(LADDER)
    assert ladder.hoogste == 0
