"""Life of a scan through the real window: vaststellen, on slot, heropenen, and looking back at a version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from tests.ui.proefscan import sla_aan
from vtscan_desktop.domain.levensloop import MAX_REDEN
from vtscan_desktop.domain.risicoscan import Risicoscan, ScanStatus, Vaststelling
from vtscan_desktop.services.rapporten import maak_rapport
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.gesprek.notitiebalk import GEEN_NOTITIES
from vtscan_desktop.ui.gesprek.notitieveld import HINT
from vtscan_desktop.ui.naast.leidraad import LeidraadBlad
from vtscan_desktop.ui.naast.zijvak import LEIDRAAD
from vtscan_desktop.ui.paginas import gegevens
from vtscan_desktop.ui.paginas.gegevens import GegevensPagina
from vtscan_desktop.ui.stappen import GEGEVENS, OVERALL_BEELD, RAPPORT, topicstap
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.versies.alleenlezen import blijft_open
from vtscan_desktop.ui.versies.heropenen import Heropenvenster
from vtscan_desktop.ui.versies.scanversies import Scanversievenster
from vtscan_desktop.ui.werkscherm import Werkscherm

VAST = Vaststelling(3, "De wachtlijst weegt het zwaarst.", date(2016, 7, 11))


def scherm_van(venster: Hoofdvenster) -> Werkscherm:
    assert venster.werkscherm is not None
    return venster.werkscherm


def scan_van(venster: Hoofdvenster) -> Risicoscan:
    return scherm_van(venster).werkruimte.scan


def dialoog(venster: Hoofdvenster, soort: type[QDialog]) -> QDialog:
    return next(d for d in venster.findChildren(soort) if d.isVisible())


def kies_status(venster: Hoofdvenster, status: ScanStatus) -> GegevensPagina:
    scherm = scherm_van(venster)
    scherm.ga_naar(GEGEVENS)
    pagina = scherm.pagina(GEGEVENS)
    assert isinstance(pagina, GegevensPagina)
    pagina.status.zet_waarde(status.value)
    pagina.status.activated.emit(pagina.status.currentIndex())
    return pagina


@pytest.fixture
def vastgesteld(hoofdvenster: Hoofdvenster, monkeypatch: pytest.MonkeyPatch) -> Hoofdvenster:
    """The window with the scan vastgesteld, as its user does that."""
    monkeypatch.setattr(gegevens, "vraag", lambda *_, **__: "Vaststellen")
    scherm_van(hoofdvenster).werkruimte.wijzig(replace(scan_van(hoofdvenster), vaststelling=VAST))
    kies_status(hoofdvenster, ScanStatus.VASTGESTELD)
    return hoofdvenster


def test_zonder_vaststelling_wordt_een_scan_niet_vastgesteld_en_staat_er_wat_ontbreekt(
    hoofdvenster: Hoofdvenster,
) -> None:
    pagina = kies_status(hoofdvenster, ScanStatus.VASTGESTELD)
    assert scan_van(hoofdvenster).status is ScanStatus.CONCEPT
    assert pagina.status.waarde() == "concept"
    assert "uw vaststelling van de categorie" in pagina.statusfout.text()
    scherm_van(hoofdvenster).werkruimte.wijzig(
        replace(scan_van(hoofdvenster), vaststelling=Vaststelling(1, motivering=" "))
    )
    pagina = kies_status(hoofdvenster, ScanStatus.VASTGESTELD)
    assert "de datum van uw vaststelling en de motivering" in pagina.statusfout.text()


def test_wie_zich_bedenkt_houdt_een_concept(hoofdvenster: Hoofdvenster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gegevens, "vraag", lambda *_, **__: "")
    scherm_van(hoofdvenster).werkruimte.wijzig(replace(scan_van(hoofdvenster), vaststelling=VAST))
    pagina = kies_status(hoofdvenster, ScanStatus.VASTGESTELD)
    assert pagina.status.waarde() == scan_van(hoofdvenster).status.value == "concept"


def test_een_vastgestelde_scan_verandert_niet_per_ongeluk(vastgesteld: Hoofdvenster) -> None:
    scherm = scherm_van(vastgesteld)
    assert scan_van(vastgesteld).status is ScanStatus.VASTGESTELD
    assert scherm.alleenlezen.balk.isVisible()
    voor = scan_van(vastgesteld)
    for stap in scherm.stappen:
        if stap.id == RAPPORT:
            continue
        scherm.ga_naar(stap.id)
        pagina = scherm.pagina(stap.id)
        for veld in pagina.findChildren(QTextEdit):
            assert veld.isReadOnly(), (stap.id, veld.accessibleName())
            sla_aan(veld, "X")
        for regel in pagina.findChildren(QLineEdit):
            if not blijft_open(regel, pagina):
                assert regel.isReadOnly() or not regel.isEnabled(), (stap.id, regel.accessibleName())
    sla_aan(scherm.notitiebalk.regel, "3: per ongeluk\n")
    assert scherm.notitiebalk.regel.text() == ""
    assert scan_van(vastgesteld) == voor


def test_wat_toch_wijzigt_wordt_geweigerd_met_een_zin_en_de_pagina_toont_wat_er_staat(
    vastgesteld: Hoofdvenster,
) -> None:
    scherm = scherm_van(vastgesteld)
    scherm.ga_naar(topicstap(3))
    voor = scan_van(vastgesteld)
    veld = scherm.pagina(topicstap(3)).findChild(TekstVlak, "toelichting")
    assert veld is not None
    veld.setPlainText("iets anders")
    assert scan_van(vastgesteld) == voor
    assert veld.tekst() == voor.topic(3).toelichting
    assert "staat op slot" in scherm.meldingregel.tekst()
    scherm.wissel_modus()
    assert not scherm.in_modus


def test_een_scan_op_slot_vraagt_niet_om_notities_en_houdt_de_vinkjes_van_de_leidraad(
    vastgesteld: Hoofdvenster,
) -> None:
    scherm = scherm_van(vastgesteld)
    scherm.ga_naar(topicstap(3))
    balk = scherm.notitiebalk
    assert balk.regel.placeholderText() == GEEN_NOTITIES
    assert not balk.gesprek.isVisible()
    next(t for t in scherm.findChildren(QShortcut) if t.objectName() == "notitie").activated.emit()
    assert scherm.meldingregel.tekst() == GEEN_NOTITIES
    scherm.zijvak.kies(LEIDRAAD)
    leidraad = scherm.zijvak.blad(LEIDRAAD)
    assert isinstance(leidraad, LeidraadBlad)
    assert not leidraad.regels[0].vinkje.isEnabled()
    scherm.werkruimte.zet_vinkje("topic-3-1", aan=True)
    assert scherm.werkruimte.vinkjes() == frozenset()
    scherm.werkruimte.zet_status(ScanStatus.TER_BESPREKING, "nog een gesprek")
    assert leidraad.regels[0].vinkje.isEnabled()
    assert balk.regel.placeholderText() == HINT
    assert balk.gesprek.isVisible()


def test_heropenen_kan_alleen_met_een_reden_die_bewaard_blijft(vastgesteld: Hoofdvenster) -> None:
    scherm = scherm_van(vastgesteld)
    scherm.ga_naar(OVERALL_BEELD)
    scherm.alleenlezen.balk.knop.click()
    venster = dialoog(vastgesteld, Heropenvenster)
    assert isinstance(venster, Heropenvenster)
    venster.hoofd.click()
    assert scan_van(vastgesteld).status is ScanStatus.VASTGESTELD
    assert "waarom" in venster.fout.text()
    venster.reden.setPlainText("De gemeente Zwolle leverde nieuwe cijfers.")
    venster.hoofd.click()
    assert scan_van(vastgesteld).status is ScanStatus.TER_BESPREKING
    assert not scherm.alleenlezen.balk.isVisible()
    veld = scherm.pagina(OVERALL_BEELD).findChild(TekstVlak, "overall_beeld")
    assert veld is not None
    assert not veld.isReadOnly()
    sla_aan(veld, "Z")
    assert "Z" in scan_van(vastgesteld).overall_beeld

    assert vastgesteld.sessie is not None
    terug, vast = vastgesteld.sessie.versies.statuswijzigingen(scan_van(vastgesteld).id)
    assert (vast.van, vast.naar) == (ScanStatus.CONCEPT, ScanStatus.VASTGESTELD)
    assert (terug.naar, terug.reden) == (ScanStatus.TER_BESPREKING, "De gemeente Zwolle leverde nieuwe cijfers.")
    assert terug.tijd == NU


def met_rapport(venster: Hoofdvenster, pad: Path) -> Risicoscan:
    """Make a report of the open scan, then change the overall beeld in the window."""
    assert venster.sessie is not None
    toen = scan_van(venster)
    maak_rapport(toen, pad, nu=NU, vervang=False, opslag=venster.sessie.opslag)
    scherm = scherm_van(venster)
    scherm.ga_naar(OVERALL_BEELD)
    veld = scherm.pagina(OVERALL_BEELD).findChild(TekstVlak, "overall_beeld")
    assert veld is not None
    sla_aan(veld, "Later. ")
    return toen


def open_versies(venster: Hoofdvenster) -> Scanversievenster:
    venster.scanwerk.toon_versies()
    gevonden = dialoog(venster, Scanversievenster)
    assert isinstance(gevonden, Scanversievenster)
    return gevonden


def test_na_een_rapport_staat_er_wat_er_sindsdien_is_gewijzigd(hoofdvenster: Hoofdvenster, tmp_path: Path) -> None:
    met_rapport(hoofdvenster, tmp_path / "r.pdf")
    versies = open_versies(hoofdvenster)
    assert versies.naam.text() == "Versie 1, bestuurlijke editie"
    assert "r.pdf" in versies.feiten.text()
    assert versies.samenvatting.text() == "Eén wijziging."
    tekst = versies.beeld.toPlainText()
    assert "Overall beeld: 1 woord bijgekomen." in tekst
    assert "Later." in tekst


def test_een_versie_is_te_lezen_zoals_de_scan_toen_was_en_terug_is_de_scan_van_nu(
    hoofdvenster: Hoofdvenster, tmp_path: Path
) -> None:
    toen = met_rapport(hoofdvenster, tmp_path / "r.pdf")
    nu = scan_van(hoofdvenster)
    open_versies(hoofdvenster).inzien.click()
    scherm = scherm_van(hoofdvenster)
    assert scan_van(hoofdvenster) == toen
    assert RAPPORT not in {stap.id for stap in scherm.stappen}
    assert "versie 1 (bestuurlijke editie)" in scherm.alleenlezen.balk.tekst.text()
    scherm.ga_naar(OVERALL_BEELD)
    veld = scherm.pagina(OVERALL_BEELD).findChild(TekstVlak, "overall_beeld")
    assert veld is not None
    assert (veld.isReadOnly(), veld.tekst()) == (True, toen.overall_beeld)
    scherm.werkruimte.wijzig_veld(titel="anders")
    assert scan_van(hoofdvenster) == toen
    scherm.alleenlezen.balk.knop.click()
    assert scan_van(hoofdvenster) == nu
    assert not scherm_van(hoofdvenster).werkruimte.op_slot
    assert hoofdvenster.sessie is not None
    assert hoofdvenster.sessie.opslag.lees(nu.id).scan == nu


@pytest.mark.parametrize(("hoe", "zin"), [(lambda b: b, "is precies versie 1"), (lambda b: b + b" ", "is geen van")])
def test_een_pdf_is_na_te_gaan(
    hoofdvenster: Hoofdvenster, tmp_path: Path, qtbot: QtBot, hoe: Callable[[bytes], bytes], zin: str
) -> None:
    met_rapport(hoofdvenster, tmp_path / "r.pdf")
    (tmp_path / "gekregen.pdf").write_bytes(hoe((tmp_path / "r.pdf").read_bytes()))
    versies = open_versies(hoofdvenster)
    versies.controleer(tmp_path / "gekregen.pdf")
    qtbot.waitUntil(lambda: zin in versies.melding.text())


def test_zonder_rapport_zegt_het_venster_wat_er_straks_staat(hoofdvenster: Hoofdvenster) -> None:
    versies = open_versies(hoofdvenster)
    assert versies.gekozen is None
    assert not versies.status.isVisible()


def test_een_te_lange_reden_wordt_niet_stil_geweigerd(vastgesteld: Hoofdvenster) -> None:
    scherm_van(vastgesteld).alleenlezen.balk.knop.click()
    venster = dialoog(vastgesteld, Heropenvenster)
    assert isinstance(venster, Heropenvenster)
    venster.reden.setPlainText("x" * (MAX_REDEN + 1))
    assert "te lang" in venster.fout.text()
    assert venster.reden.tekst() == ""
    venster.close()
