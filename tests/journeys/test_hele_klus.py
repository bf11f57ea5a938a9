"""The main job from first start to checked PDF, through the widgets of the real window."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.eerste_start import loop_door
from vtscan_desktop.app import main, nu
from vtscan_desktop.demo import druk, typ
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Actie, Oordeel, Risicoscan
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.paginas.rapport import RapportPagina
from vtscan_desktop.ui.paginas.topic import TopicPagina
from vtscan_desktop.ui.stappen import RAPPORT, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.eerste_start import EersteStart
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

WACHTWOORD = "een zin van vijf woorden"
ERBIJ = " Ook <b>dit</b> & «dát» 🙂, zei de wethouder."


@pytest.fixture
def open_venster(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Hoofdvenster]]:
    thema()
    vensters: list[Hoofdvenster] = []

    def maak() -> Hoofdvenster:
        vensters.append(Hoofdvenster(tmp_path / "reis.vtdb", nu, lambda _pad: ""))
        qtbot.addWidget(vensters[-1])
        vensters[-1].show()
        return vensters[-1]

    yield maak
    for venster in vensters:
        venster.close()


def scherm_van(venster: Hoofdvenster) -> Werkscherm:
    assert venster.werkscherm is not None
    return venster.werkscherm


def eerste_start(venster: Hoofdvenster, qtbot: QtBot) -> None:
    toegang = venster.toegang
    assert toegang is not None
    assert isinstance(toegang.blad, EersteStart)
    for klaar in loop_door(toegang.blad, WACHTWOORD, "Adviseur"):
        qtbot.waitUntil(klaar)
    qtbot.waitUntil(lambda: venster.startpagina is not None)


def bewerk_topic(scherm: Werkscherm, nr: int) -> None:
    pagina = scherm.pagina(topicstap(nr))
    vlak = pagina.findChild(TekstVlak, "toelichting")
    assert vlak is not None
    vlak.moveCursor(QTextCursor.MoveOperation.End)
    typ(vlak, ERBIJ)
    if nr not in OORDEEL_NRS:
        return
    assert isinstance(pagina, TopicPagina)
    if nr == 16:
        pagina.keuze.knop("pril").click()
    [toevoegen, *_] = [k for k in pagina.findChildren(QPushButton) if k.text().strip() == "+ Actie toevoegen"]
    rij = len(scherm.werkruimte.scan.topic(nr).acties)
    toevoegen.click()
    for kolom, tekst in (("omschrijving", f"Actie {nr}"), ("verantwoordelijke", "Regio"), ("termijn", "1-10-2016")):
        cel = pagina.findChild(QWidget, f"acties/{nr}:{rij}:{kolom}")
        assert cel is not None, kolom
        typ(cel, tekst)


def verwacht(begin: Risicoscan, einde: Risicoscan) -> Risicoscan:
    """What the journey should have made of the scan; the note's time is taken over."""
    scan = begin
    for nr in range(1, 21):
        topic = scan.topic(nr)
        acties = topic.acties
        if nr in OORDEEL_NRS:
            acties = (*acties, Actie(f"Actie {nr}", "Regio", datetime(2016, 10, 1).date()))
        oordeel = Oordeel.PRIL if nr == 16 else topic.oordeel
        scan = scan.met_topic(replace(topic, toelichting=topic.toelichting + ERBIJ, acties=acties, oordeel=oordeel))
    return replace(scan, notities=einde.notities)


def importeer_en_open(venster: Hoofdvenster, qtbot: QtBot) -> Werkscherm:
    start = venster.startpagina
    assert start is not None
    start.neem_bestand(voorbeeldscan())
    qtbot.waitUntil(lambda: bool(start.rijen()))
    start.rijen()[0].open.click()
    return scherm_van(venster)


def loop_langs_alles(scherm: Werkscherm) -> None:
    for stap in scherm.stappen:
        assert scherm.huidig == stap.id
        if stap.topic:
            bewerk_topic(scherm, stap.topic)
        if stap.topic == 3:
            typ(scherm.notitiebalk.regel, "#knelpunt extra inzet stopt in augustus")
            druk(scherm.notitiebalk.regel, Qt.Key.Key_Return)
        volgende = scherm.pagina(stap.id).findChild(QPushButton, "volgende")
        if volgende is not None:
            volgende.click()


def heropen(venster: Hoofdvenster, qtbot: QtBot) -> Werkscherm:
    toegang = venster.toegang
    assert toegang is not None
    assert isinstance(toegang.blad, Ontgrendelen)
    typ(toegang.blad.geheim, WACHTWOORD)
    toegang.blad.open.click()
    qtbot.waitUntil(lambda: venster.werkscherm is not None)
    return scherm_van(venster)


def test_van_eerste_start_tot_gecontroleerd_rapport(
    open_venster: Callable[[], Hoofdvenster], qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    venster = open_venster()
    eerste_start(venster, qtbot)
    scherm = importeer_en_open(venster, qtbot)
    begin = scherm.werkruimte.scan
    assert begin == lees_invoer(voorbeeldscan()).scan
    loop_langs_alles(scherm)
    scherm.ga_naar(topicstap(9))
    voor = scherm.werkruimte.scan
    assert voor == verwacht(begin, voor)
    venster.close()

    scherm = heropen(open_venster(), qtbot)
    assert scherm.werkruimte.scan == voor
    assert scherm.huidig == topicstap(9)

    pdf = tmp_path / "rapport.pdf"
    maak_rapport(scherm, pdf, qtbot)
    assert main(["controleer", str(pdf), "--json"]) == 0
    uitkomst = json.loads(capsys.readouterr().out)
    assert (uitkomst["geldig"], uitkomst["scan"]["regio"]) == (True, "ijsselland")
    assert uitkomst["open_velden"] == ["wethouder", "bestuurder"]
    tekst = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert "Actie 16" in tekst
    assert "«dát»" in tekst
    assert "extra inzet stopt" not in tekst, "notities do not belong in the bestuurlijke editie"


def maak_rapport(scherm: Werkscherm, pdf: Path, qtbot: QtBot) -> None:
    scherm.ga_naar(RAPPORT)
    pagina = scherm.pagina(RAPPORT)
    assert isinstance(pagina, RapportPagina)
    pagina.zet_pad(pdf)
    pagina.maak.click()
    qtbot.waitUntil(lambda: pagina.uitkomst.isVisible() or pagina.fout.isVisible(), timeout=60_000)
    assert pagina.fout.text() == ""
    QApplication.processEvents()
