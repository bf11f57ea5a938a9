"""What has nothing in it yet says what to do, and offers what it takes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from tests.ui.proefscan import GEHEIM
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
from vtscan_desktop.ui.naast.vorige import VorigeBlad
from vtscan_desktop.ui.naast.zijvak import VORIGE
from vtscan_desktop.ui.paginas.bronnenkeuze import Bronnenkeuze
from vtscan_desktop.ui.scans.hermetingvenster import Hermetingvenster
from vtscan_desktop.ui.scans.vergelijkvenster import Vergelijkvenster
from vtscan_desktop.ui.stappen import RAPPORT, topicstap
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.versies.scanversies import Scanversievenster
from vtscan_desktop.ui.werkscherm import Werkscherm

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def venster(qtbot: QtBot, tmp_path: Path, lege_database: Path) -> Iterator[Hoofdvenster]:
    """The main window on a scan with nothing in it."""
    thema()
    sessie = Sessie.open(Path(shutil.copy(lege_database, tmp_path / "leeg.db")), GEHEIM)
    gemaakt = Hoofdvenster(sessie.pad, lambda: NU, lambda _pad: "")
    qtbot.addWidget(gemaakt)
    gemaakt.neem_sessie(sessie)
    gemaakt.open_scan(sessie.scans.overzicht()[0].id)
    gemaakt.show()
    yield gemaakt
    gemaakt.close()


def scherm(venster: Hoofdvenster) -> Werkscherm:
    assert venster.werkscherm is not None
    return venster.werkscherm


def zinnen(deel: QWidget) -> list[str]:
    """The whole sentences that are shown in a part of the window."""
    return [w.text() for w in deel.findChildren(QLabel) if w.isVisible() and w.text().rstrip().endswith((".", "?"))]


def test_elke_lege_tabel_en_lijst_zegt_wat_erin_komt_en_hoe(venster: Hoofdvenster) -> None:
    gezien = 0
    for stap in scherm(venster).stappen:
        scherm(venster).ga_naar(stap.id)
        pagina = scherm(venster).pagina(stap.id)
        for deel in pagina.findChildren(RijenTabel) + pagina.findChildren(Bronnenkeuze):
            if deel.isVisible():
                gezien += 1
                assert len(zinnen(deel)) == 1, f"{stap.id}: {deel.objectName()}"
                assert any(knop.isVisible() for knop in deel.findChildren(QPushButton))
        for lijst in pagina.findChildren(Notitielijst):
            gezien += 1
            assert "regel onderaan" in zinnen(lijst)[0]
    assert gezien > 45


def test_met_een_rij_staan_er_kolommen_en_zonder_weer_de_zin(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm(venster).ga_naar(topicstap(3))
    tabel = next(t for t in scherm(venster).pagina(topicstap(3)).findChildren(RijenTabel) if t.soort.naam == "Acties")
    zin = zinnen(tabel)
    rij = tabel.voeg_toe()
    assert zin[0] not in zinnen(tabel)
    assert "Wie" in {w.text() for w in tabel.findChildren(QLabel) if w.isVisible()}
    rij.verwijder.emit(rij)
    qtbot.waitUntil(lambda: zin == zinnen(tabel))


def test_zonder_rapport_wijzen_de_versies_de_weg_ernaartoe(venster: Hoofdvenster) -> None:
    venster.scanwerk.toon_versies()
    versies = open_dialoog(venster, Scanversievenster)
    versies.maak.click()
    assert not versies.isVisible()
    assert scherm(venster).huidig == RAPPORT


def test_zonder_andere_scan_biedt_vergelijken_een_hermeting_aan(venster: Hoofdvenster) -> None:
    venster.scanwerk.vergelijk()
    vergelijken = open_dialoog(venster, Vergelijkvenster)
    assert not vergelijken.ander.isVisible()
    vergelijken.hermeting.click()
    open_dialoog(venster, Hermetingvenster).close()


def test_zonder_vorige_scan_is_er_een_weg_naar_waar_men_er_een_importeert(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm(venster).ga_naar(topicstap(3))
    scherm(venster).zijvak.kies(VORIGE)
    blad = scherm(venster).zijvak.blad(VORIGE)
    assert isinstance(blad, VorigeBlad)
    qtbot.waitUntil(blad.start.isVisible)
    blad.start.click()
    assert venster.werkscherm is None


def test_een_zoekopdracht_zonder_scans_is_met_een_klik_weer_weg(venster: Hoofdvenster) -> None:
    venster.naar_start()
    start = venster.startpagina
    assert start is not None
    QTest.keyClicks(start.filter, "onderzeeboot")
    assert start.rijen() == []
    alles = next(k for k in start.findChildren(QPushButton) if k.text() == "Toon alle scans")
    alles.click()
    assert len(start.rijen()) == 1
    assert start.filter.text() == ""


def open_dialoog(venster: Hoofdvenster, soort: type[D]) -> D:
    return next(d for d in venster.findChildren(soort) if d.isVisible())


def test_het_voorbeeld_kan_ook_open_als_er_al_een_eigen_scan_is(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.naar_start()
    start = venster.startpagina
    assert start is not None
    assert start.kijk.isVisible()
    start.kijk.click()
    qtbot.waitUntil(lambda: venster.werkscherm is not None)
    assert scherm(venster).werkruimte.scan.voorbeeld
    venster.naar_start()
    assert venster.startpagina is not None
    assert not venster.startpagina.kijk.isVisible()
