"""F1 opens the handleiding where it is about what the user sees, and the work goes on beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from vtscan_desktop.domain.handleiding import Beeld
from vtscan_desktop.services.handleiding import lees_handleiding
from vtscan_desktop.services.overdit import pakketten
from vtscan_desktop.ui.handleiding.handleidingvenster import Handleidingvenster
from vtscan_desktop.ui.handleiding.overvenster import Overvenster
from vtscan_desktop.ui.handleiding.sneltoetsenblad import toetsnamen
from vtscan_desktop.ui.instellingen.venster import Instellingenvenster
from vtscan_desktop.ui.kleuren import DONKER
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN
from vtscan_desktop.ui.stappen import CATEGORIE, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.eerste_start import EersteStart
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

F1 = Qt.Key.Key_F1


@pytest.fixture
def venster(hoofdvenster: Hoofdvenster, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    hoofdvenster.activateWindow()
    qtbot.waitUntil(hoofdvenster.isActiveWindow)
    yield hoofdvenster
    hoofdvenster.hulp.sluit()


def scherm(venster: Hoofdvenster) -> Werkscherm:
    assert venster.werkscherm is not None
    return venster.werkscherm


def handleiding(venster: Hoofdvenster) -> Handleidingvenster:
    assert venster.hulp.handleiding is not None
    return venster.hulp.handleiding


def test_f1_opent_het_hoofdstuk_van_de_stap_en_nog_eens_dat_van_een_andere(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm(venster).ga_naar(CATEGORIE)
    QTest.keyClick(venster, F1)
    assert handleiding(venster).doel == "categorie"
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    scherm(venster).ga_naar(topicstap(18))
    QTest.keyClick(venster, F1)
    assert handleiding(venster).doel == "topics#de-cijfers-topics-18-19-en-20"
    assert handleiding(venster).focusWidget() is handleiding(venster).blad  # arrows scroll


def test_f1_weet_van_notitieregel_gespreksmodus_en_startpagina(venster: Hoofdvenster) -> None:
    scherm(venster).notitiebalk.regel.setFocus()
    venster.hulp.toon()
    assert handleiding(venster).doel == "gesprek#de-notitieregel"
    scherm(venster).open_modus(3)
    venster.hulp.toon()
    assert handleiding(venster).doel == "gesprek#gespreksmodus"
    venster.naar_start()
    venster.hulp.toon()
    assert handleiding(venster).doel == "startpagina"


def test_f1_in_een_venster_erboven_gaat_over_dat_venster_en_er_is_in_te_lezen(
    venster: Hoofdvenster, qtbot: QtBot
) -> None:
    venster.scanwerk.toon_versies()
    [dialoog] = [d for d in venster.findChildren(QDialog) if d.isVisible()]
    qtbot.waitUntil(dialoog.isActiveWindow)
    QTest.keyClick(dialoog, F1)
    gelezen = handleiding(venster)
    assert gelezen.doel == "versies#versies-van-de-scan"
    QTest.keyClicks(gelezen.vraag, "usb")  # a window that asks something blocks only what it is about
    assert gelezen.doel == "reservekopieen#een-tweede-plaats"
    dialoog.close()


def test_f1_helpt_ook_bij_de_eerste_start(tmp_path: Path, qtbot: QtBot) -> None:
    venster = Hoofdvenster(tmp_path / "nieuw.vtdb", lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    assert venster.toegang is not None
    assert isinstance(venster.toegang.blad, EersteStart)
    venster.hulp.toon()
    assert handleiding(venster).doel == "beginnen#het-wachtwoord"
    venster.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert venster.hulp.handleiding is None  # it goes with the window


def test_links_zoeken_en_terug(venster: Hoofdvenster) -> None:
    venster.hulp.toon_plek("welkom")
    gelezen = handleiding(venster)
    gelezen.blad.anchorClicked.emit(QUrl("rapport#meetekenen"))
    assert gelezen.doel == "rapport#meetekenen"
    assert gelezen.lijst.currentItem().text() == "Het rapport"
    gelezen.terug.click()
    assert gelezen.doel == "welkom"
    assert not gelezen.terug.isEnabled()
    QTest.keyClick(gelezen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(gelezen.vraag, "herstelsleutel")
    assert gelezen.lijst.item(0).text() == "De herstelsleutel\nDe eerste keer"
    assert gelezen.doel == "beginnen#de-herstelsleutel"
    assert gelezen.blad.extraSelections()
    QTest.keyClicks(gelezen.vraag, "onderzeeboot")
    assert gelezen.niets.isVisible()
    gelezen.vraag.clear()
    gelezen.vraag.veranderd.emit("")
    assert gelezen.lijst.count() > 20
    QTest.keyClick(gelezen, Qt.Key.Key_Escape)
    assert not gelezen.isVisible()


def test_alle_sneltoetsen_zijn_een_stap_ver(venster: Hoofdvenster) -> None:
    QTest.keyClick(venster, F1, Qt.KeyboardModifier.ControlModifier)
    tekst = handleiding(venster).blad.toPlainText()
    assert [toets.wat for toets in SNELTOETSEN if toets.wat not in tekst] == []


def test_andere_kleuren_en_tekstgrootte_gelden_meteen_op_dezelfde_plek(venster: Hoofdvenster) -> None:
    venster.hulp.toon_plek("rapport#meetekenen")
    licht = handleiding(venster).blad.document().defaultFont().pointSizeF()
    thema().stel_in(DONKER, 2.0)
    try:
        assert handleiding(venster).blad.width() > handleiding(venster).lijst.width()
        assert handleiding(venster).doel == "rapport#meetekenen"
        assert handleiding(venster).isVisible()
        assert handleiding(venster).blad.document().defaultFont().pointSizeF() == pytest.approx(licht * 2)
    finally:
        thema().stel_in(None, 1.0)


def test_elk_beeld_past_in_de_kolom(venster: Hoofdvenster) -> None:
    for hoofdstuk in lees_handleiding(toetsnamen()):
        venster.hulp.toon_plek(hoofdstuk.id)
        blad = handleiding(venster).blad
        QApplication.processEvents()
        assert blad.document().idealWidth() <= blad.viewport().width() + 1, hoofdstuk.id
        beelden = sum(isinstance(blok, Beeld) for blok in hoofdstuk.blokken)
        assert blad.document().toHtml().count("<img") == beelden


def test_als_pdf_getagd_met_elk_hoofdstuk_in_de_inhoudsopgave(
    venster: Hoofdvenster, qtbot: QtBot, tmp_path: Path
) -> None:
    venster.hulp.toon_plek("welkom")
    gelezen = handleiding(venster)
    doel = tmp_path / "handleiding.pdf"
    gelezen.bewaar_als(doel)
    qtbot.waitUntil(lambda: gelezen.uitkomst.text().startswith("Bewaard"))
    with pikepdf.open(doel) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/AcroForm" not in pdf.Root
        with pdf.open_outline() as boom:
            titels = [punt.title for punt in boom.root]
    assert titels[2:] == [gelezen.lijst.item(i).text() for i in range(gelezen.lijst.count())]
    gelezen.bewaar_als(tmp_path / "map-die-er-niet-is" / "handleiding.pdf")
    qtbot.waitUntil(lambda: "map-die-er-niet-is" in gelezen.uitkomst.text())


def test_over_noemt_versie_plaats_en_de_licentie_van_elk_pakket(venster: Hoofdvenster, qtbot: QtBot) -> None:
    QTest.keyClick(venster, F1, Qt.KeyboardModifier.ShiftModifier)
    over = venster.findChild(Overvenster)
    assert over is not None
    regels = [over.lijst.item(i).text() for i in range(over.lijst.count())]
    assert {"PySide6_Essentials", "reportlab", "pyHanko", "markdown-it-py"} <= {
        regel.split("\n")[0] for regel in regels
    }
    for i, _regel in enumerate(regels):
        over.lijst.setCurrentRow(i)
        assert over.tekst.toPlainText().strip()
    over.lijst.setCurrentRow(0)
    assert "EUPL" in over.tekst.toPlainText()
    with qtbot.waitSignal(over.handleiding):
        over.lezen.click()
    assert handleiding(venster).isVisible()


def test_over_is_er_ook_vanuit_startpagina_instellingen_en_zoeken(venster: Hoofdvenster) -> None:
    venster.weergave.open_venster()
    instellingen = venster.findChild(Instellingenvenster)
    assert instellingen is not None
    instellingen.over.click()
    over = venster.findChild(Overvenster)
    assert over is not None
    over.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert venster.findChild(Overvenster) is None  # it goes when it closes
    assert "over" in {opdracht.id for opdracht in venster.zoeker._bron().opdrachten}
    venster.naar_start()
    assert venster.startpagina is not None
    venster.startpagina.over.emit()
    assert venster.findChild(Overvenster) is not None


def test_elk_pakket_noemt_zijn_licentie() -> None:
    assert [deel.naam for deel in pakketten() if not (deel.licentie and deel.versie and deel.tekst)] == []
    assert len(pakketten()) > 40
