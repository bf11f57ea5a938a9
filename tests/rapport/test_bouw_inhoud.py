"""What the report says, and what it never says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.rapport.bouwproef import bouw, gebouwd_ijsselland, gegevens, ijsselland, lees, plat
from vtscan_desktop.domain import risicoscan as r
from vtscan_desktop.domain.benamingen import OORDEELWOORDEN
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.rapport.bouw import bouw_rapport

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def voorpagina(tmp_path: Path) -> str:
    return plat(lees(gebouwd_ijsselland().pdf, tmp_path, "-l", "1"))


def test_bladzijde_een_zegt_alles(voorpagina: str) -> None:
    scan = ijsselland()
    for verwacht in (
        "Veilig Thuis IJsselland",
        "Peildatum 11 juli 2016",
        "VOORBEELD",
        "2 voorstel",
        "De adviseur heeft nog geen categorie vastgesteld.",
        scan.overall_beeld,
        "Waarom categorie 2",
        "1. Zes kerntopics zijn nog in ontwikkeling",
        "Topic 16 is nog niet besproken; dat verandert het voorstel niet.",
        "Lokale zorgroutes en contactpersonen per gemeente vastleggen Regiogemeenten 1 oktober 2016",
        scan.vraag_aan_lezer,
        "Nog aan te vullen: zienswijze van ambtenaar, instelling en wethouder.",
        "Adviseur Wethouder Bestuurder Veilig Thuis",
        "Risicoscan Veilig Thuis IJsselland · peildatum 11 juli 2016 · bestuurlijke editie · versie 1",
    ):
        assert plat(verwacht) in voorpagina


def test_categorienamen_staan_er_letterlijk(voorpagina: str) -> None:
    for naam in CATEGORIENAMEN.values():
        for deel in naam.split(" / "):
            assert deel in voorpagina


def test_voorbeeld_en_concept_staan_op_elke_bladzijde(tmp_path: Path) -> None:
    bladzijden = lees(gebouwd_ijsselland().pdf, tmp_path).split("\f")[:-1]
    assert len(bladzijden) > 3
    for i, bladzijde in enumerate(bladzijden, 1):
        assert "VOORBEELD" in bladzijde
        assert "CONCEPT" in bladzijde
        assert f"{i} van {len(bladzijden)}" in bladzijde


def test_een_vastgestelde_scan_is_geen_concept_en_geen_voorbeeld(tmp_path: Path) -> None:
    scan = replace(ijsselland(), voorbeeld=False, status=r.ScanStatus.VASTGESTELD)
    tekst = lees(bouw(scan).pdf, tmp_path)
    assert "VOORBEELD" not in tekst
    assert "CONCEPT" not in tekst


def test_een_scan_die_ter_bespreking_is_zegt_dat_op_elke_pagina(tmp_path: Path) -> None:
    pdf = bouw(replace(ijsselland(), status=r.ScanStatus.TER_BESPREKING)).pdf
    for pagina in ("1", "2", "3"):
        tekst = lees(pdf, tmp_path, "-f", pagina, "-l", pagina)
        assert "TER BESPREKING" in tekst
        assert "CONCEPT" not in tekst


def test_voorstel_en_vaststelling_staan_naast_elkaar(tmp_path: Path) -> None:
    vaststelling = r.Vaststelling(3, "De tijdelijke inzet loopt af.", date(2016, 7, 20))
    blad = plat(lees(bouw(replace(ijsselland(), vaststelling=vaststelling)).pdf, tmp_path, "-l", "1"))
    assert "2 voorstel" in blad
    assert "3 vastgesteld" in blad
    assert "De adviseur heeft op 20 juli 2016 categorie 3 vastgesteld." in blad
    assert "De tijdelijke inzet loopt af." in blad
    assert "Waarom het voorstel categorie 2 is" in blad


def test_een_lege_scan_toont_het_bereik_en_noemt_geen_voorstel(tmp_path: Path) -> None:
    scan = r.Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "twente", date(2016, 7, 11))
    blad = plat(lees(bouw(scan).pdf, tmp_path, "-l", "1"))
    assert blad.count("nog mogelijk") == 3
    assert "Er is nog geen voorstel." in blad
    assert "1, 2 of 3" in blad


def test_namen_notities_en_locaties_komen_er_niet_in(tmp_path: Path) -> None:
    wie = r.Wie("Beleidsadviseur", "Gemeente Zwolle", "KANARIE-NAAM")
    scan = replace(
        ijsselland(),
        adviseur=replace(ijsselland().adviseur, naam="KANARIE-NAAM"),
        gesprekken=(r.Gesprek("g1", date(2016, 5, 1), r.GesprekSoort.AMBTELIJK, (wie,), "KANARIE-PLEK"),),
        notities=(r.Notitie(datetime(2016, 5, 1, tzinfo=UTC), "KANARIE-NOTITIE", "g1", 3),),
        zienswijzen=(r.Zienswijze(r.Partij.WETHOUDER, wie, tekst="Akkoord"),),
    )
    tekst = lees(bouw(scan).pdf, tmp_path)
    assert "Beleidsadviseur, Gemeente Zwolle" in plat(tekst)
    assert "KANARIE" not in tekst


def test_elk_topic_staat_er_met_volle_titel_oordeel_en_toelichting(tmp_path: Path) -> None:
    scan = ijsselland()
    tekst = re.sub(r"\s+", "", lees(gebouwd_ijsselland().pdf, tmp_path))
    for thema in laad_format().themas():
        assert re.sub(r"\s+", "", thema.titel) in tekst
    for topic in laad_format().topics[:17]:
        assert re.sub(r"\s+", "", topic.titel) in tekst
        assert re.sub(r"\s+", "", scan.topic(topic.nr).toelichting) in tekst
        assert re.sub(r"\s+", "", scan.topic(topic.nr).risico) in tekst
    assert "Beoordeeldalsinontwikkeling;teltalsnietoporde,omdateenafspraakoverwieenwanneerontbreekt." in tekst
    assert tekst.count("aangevuld:") == 4


def test_onbekend_is_onbekend_en_geen_nul(tmp_path: Path) -> None:
    rij = r.ProcesRij(date(2016, 1, 1), date(2016, 3, 31), None, 0, None)
    scan = replace(ijsselland(), kerndata=r.Kerndata(primair_proces=(rij,)))
    tekst = plat(lees(bouw(scan).pdf, tmp_path))
    assert "januari t/m maart 2016 onbekend 0 onbekend" in tekst
    assert "Budget: onbekend." in tekst
    assert "Formatie: onbekend." in tekst
    assert "Inwoners van de regio: onbekend." in tekst


def test_komma_s_van_getallen_in_een_kolom_staan_onder_elkaar(tmp_path: Path) -> None:
    jaren = ((2015, 1250000.5), (2016, 900.0))
    budget = tuple(r.BudgetRij(jaar, bedrag, r.BudgetSoort.STRUCTUREEL) for jaar, bedrag in jaren)
    scan = replace(ijsselland(), kerndata=replace(ijsselland().kerndata, budget=budget))
    tekst = plat(lees(bouw(scan).pdf, tmp_path, "-layout"))
    assert "vertrouwensarts 0,80 0 30 november 2015 gedragswetenschapper 0,33 0" in tekst
    assert "€ 1.250.000,50" in tekst
    assert "€ 900,00" in tekst


def test_een_termijn_staat_in_de_tabel_met_acties_op_een_regel(tmp_path: Path) -> None:
    assert "30 september 2016" in lees(gebouwd_ijsselland().pdf, tmp_path, "-layout")


def test_het_colofon_zegt_wat_de_oordelen_betekenen_en_welke_topics_kern_zijn(tmp_path: Path) -> None:
    colofon = plat(lees(gebouwd_ijsselland().pdf, tmp_path)).split("Wat de oordelen betekenen")[1]
    oordelen = {topic.oordeel for topic in ijsselland().topics} - {r.Oordeel.NIET_BESPROKEN, r.Oordeel.NVT}
    for oordeel in oordelen | {r.Oordeel.NIET_OP_ORDE}:
        assert f"{OORDEELWOORDEN[oordeel].capitalize()}. Het is " in colofon
    assert "wegen zwaarder: 1, 3, 4, 5, 9, 12, 13, 14 en 15." in colofon


def test_lege_regels_om_een_tekst_heen_geven_geen_gat(tmp_path: Path) -> None:
    def eerste(beeld: str) -> str:
        return lees(bouw(replace(ijsselland(), in_kaart=r.InKaart(beeld, "Opgaven."))).pdf, tmp_path, "-layout")

    assert eerste("\n\nWerkdruk.\n\n \n") == eerste("Werkdruk.")


@pytest.mark.parametrize("groot", [10**6, 10**30, 10**400])
def test_absurd_grote_getallen_geven_een_rapport(groot: int, tmp_path: Path) -> None:
    bedrag = min(float(10**300), float(groot) if groot < 10**300 else 1.7e308)
    data = r.Kerndata(
        1,
        tuple(r.BudgetRij(2016, bedrag, soort) for soort in r.BudgetSoort),
        (r.ProcesRij(date(2016, 1, 1), date(2016, 3, 31), groot, groot, groot),),
        (r.FormatieRij(date(2016, 1, 1), r.FormatieFunctie.VT, bedrag, 1e-300),),
        tuple(r.WachtlijstRij(date(2016, maand, 1), groot + maand, "zaken") for maand in (1, 2, 3)),
    )
    tekst = lees(bouw(replace(ijsselland(), kerndata=data)).pdf, tmp_path)
    assert f"{groot + 3:,}".replace(",", ".") in re.sub(r"\s", "", tekst)


def test_de_volgorde_is_die_van_de_bron(tmp_path: Path) -> None:
    tekst = lees(gebouwd_ijsselland().pdf, tmp_path)
    koppen = (
        "Waarop dit rapport berust",
        "Dit rapport moet nog aangevuld worden met de zienswijze",
        "Documenten",
        "In kaart gebracht",
        "Categorie en onderbouwing",
        "is een eigen uitwerking",
        "Toelichting",
        "Kerndata en financiën",
        "Wachtlijst: niet gestarte onderzoeken",
        "Acties",
        "Maatwerkacties",
        "Zienswijzen",
        "Colofon",
        "vtscan controleer",
    )
    tekst = plat(tekst)
    plaatsen = [tekst.find(kop) for kop in koppen]
    assert -1 not in plaatsen
    assert plaatsen == sorted(plaatsen)


def test_woorden_van_topics_en_oordelen_blijven_heel(tmp_path: Path) -> None:
    leeg = r.Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "twente", date(2016, 7, 11))
    scan = leeg.met_topic(r.TopicInvulling(2, oordeel=r.Oordeel.NVT))
    regels = [plat(regel) for regel in lees(bouw(scan).pdf, tmp_path, "-layout").splitlines()]
    assert any(re.search(r"\bniet van toepassing\b", regel) for regel in regels)
    woorden = {woord for regel in regels for woord in regel.split()}
    for topic in laad_format().topics[:17]:
        assert set(topic.titel.split()) <= woorden


def test_een_rapport_dat_concept_heet_terwijl_de_scan_is_vastgesteld_zegt_waarom(tmp_path: Path) -> None:
    g = gegevens(replace(ijsselland(), status=r.ScanStatus.VASTGESTELD))
    reden = "dit rapport heet nog CONCEPT, omdat er nog punten openstaan die niet kloppen"
    assert reden in plat(lees(bouw_rapport(replace(g, fouten_open=True)).pdf, tmp_path))
    assert reden not in plat(lees(bouw_rapport(g).pdf, tmp_path))
