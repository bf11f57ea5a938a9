"""Gespreksmodus: one key to a quiet window, and back to exactly where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from vtscan_desktop.domain.risicoscan import Notitie, NotitieSoort, ScanStatus
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.gesprek.gespreksmodus import Gespreksmodus
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkruimte import Werkruimte
from vtscan_desktop.ui.werkscherm import Werkscherm

F11, ENTER = Qt.Key.Key_F11, Qt.Key.Key_Return


@pytest.fixture
def scherm(werkscherm: Werkscherm, qtbot: QtBot) -> Werkscherm:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    werkscherm.ga_naar(topicstap(3))
    return werkscherm


def open_modus(scherm: Werkscherm) -> Gespreksmodus:
    QTest.keyClick(QApplication.focusWidget(), F11)
    [modus] = scherm.findChildren(Gespreksmodus)
    assert modus.isVisible()
    return modus


@pytest.mark.parametrize("terug", [F11, Qt.Key.Key_Escape], ids=["f11", "esc"])
def test_dezelfde_toets_brengt_pagina_veld_cursor_en_schuifstand_terug(scherm: Werkscherm, terug: Qt.Key) -> None:
    pagina = scherm.pagina(topicstap(3))
    vlak = pagina.findChild(QTextEdit, "risico")
    assert vlak is not None
    vlak.setFocus()
    cursor = vlak.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    vlak.setTextCursor(cursor)
    pagina.rol.verticalScrollBar().setValue(40)
    modus = open_modus(scherm)
    assert not pagina.isVisible()
    for _ in range(4):
        QTest.keyClick(modus.balk.regel, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert modus.topic == 7
    QTest.keyClick(modus.balk.regel, terug)
    assert not modus.isVisible()
    assert scherm.huidig == topicstap(3)
    assert vlak.hasFocus()
    assert (vlak.textCursor().anchor(), vlak.textCursor().position()) == (5, 9)
    assert pagina.rol.verticalScrollBar().value() == 40


def test_het_toont_de_vragen_van_het_topic_en_notities_vallen_daarbij(scherm: Werkscherm) -> None:
    modus = open_modus(scherm)
    zichtbaar = [regel.tekst.text() for regel in modus.vragen.regels if regel.isVisible()]
    assert zichtbaar == [vraag.tekst for vraag in laad_format().leidraad.topic(3).vragen]
    assert modus.balk.regel.hasFocus()
    QTest.keyClicks(modus.balk.regel, "5:")
    QTest.keyClick(modus.balk.regel, ENTER)
    assert modus.topic == 5
    QTest.keyClicks(modus.balk.regel, "'s nachts via Zwolle")
    QTest.keyClick(modus.balk.regel, ENTER)
    assert scherm.werkruimte.scan.notities[-1].topic == 5
    assert modus.notities.rijen()[-1].notitie.tekst == "'s nachts via Zwolle"
    assert modus.tijd.text() == "14:02"


def test_het_verslag_is_dat_van_het_gesprek_dat_loopt(scherm: Werkscherm) -> None:
    modus = open_modus(scherm)
    modus.balk.gesprek.start.click()
    for regel in ("een", "12: twee"):
        QTest.keyClicks(modus.balk.regel, regel)
        QTest.keyClick(modus.balk.regel, ENTER)
    assert [rij.notitie.tekst for rij in modus.notities.rijen()] == ["een", "twee"]
    modus.balk.gesprek.beeindig.click()
    assert [rij.notitie.tekst for rij in modus.notities.rijen()] == ["een"]


def test_een_half_getypte_notitie_gaat_mee_heen_en_terug(scherm: Werkscherm) -> None:
    scherm.notitiebalk.regel.setFocus()
    QTest.keyClicks(scherm.notitiebalk.regel, "half ")
    modus = open_modus(scherm)
    assert modus.balk.regel.text() == "half "
    QTest.keyClicks(modus.balk.regel, "af")
    QTest.keyClick(modus.balk.regel, F11)
    assert scherm.notitiebalk.regel.text() == "half af"
    assert scherm.notitiebalk.regel.hasFocus()
    QTest.keyClick(scherm.notitiebalk.regel, ENTER)
    assert [n.tekst for n in scherm.werkruimte.scan.notities] == ["half af"]


def test_een_melding_is_ook_hier_te_zien_en_een_voorbeeld_zegt_dat(scherm: Werkscherm) -> None:
    modus = open_modus(scherm)
    scherm.meldingregel.toon("Niet bewaard.", fout=True)
    assert scherm.meldingregel.isVisible()
    assert any(lab.text() == "VOORBEELD" and lab.isVisible() for lab in modus.findChildren(QLabel))
    woord = modus.merk.fontMetrics().horizontalAdvance(modus.merk.text())
    assert modus.merk.sizeHint().width() >= woord + 2 * maten.KLEIN, "the border keeps its distance"
    QTest.keyClick(modus.balk.regel, F11)
    assert scherm.meldingregel.isVisible()


def test_naar_een_andere_stap_gaan_verlaat_de_modus(scherm: Werkscherm) -> None:
    modus = open_modus(scherm)
    modus.balk.naar_gesprekken.emit()
    assert not modus.isVisible()
    assert scherm.huidig == "gesprekken"


def test_een_andere_tekstgrootte_blijft_in_de_modus(voorbeeldsessie: Sessie, qtbot: QtBot) -> None:
    venster = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    venster.neem_sessie(voorbeeldsessie)
    venster.open_scan(voorbeeldsessie.scans.overzicht()[0].id)
    try:
        assert venster.werkscherm is not None
        venster.werkscherm.ga_naar(topicstap(3))
        modus = open_modus(venster.werkscherm)
        modus.ga(1)
        QTest.keyClick(modus.balk.regel, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert thema().schaal > 1
        assert venster.werkscherm.modustopic == 4
        assert venster.werkscherm.huidig == topicstap(3)
    finally:
        venster.close()
        thema().zet_schaal(1.0)


@pytest.mark.parametrize("schaal", [1.0, 1.5, 2.0])
def test_alles_past_en_elk_bedieningselement_heeft_een_naam(
    voorbeeldsessie: Sessie, qtbot: QtBot, schaal: float
) -> None:
    thema().zet_schaal(schaal)
    try:
        [regel] = voorbeeldsessie.scans.overzicht()
        ruimte = Werkruimte(voorbeeldsessie, regel.id, lambda: NU, None)
        lang = "Sluitende afspraken met de wijkteams ontbreken nog in vier van de elf gemeenten. " * 3
        ruimte.wijzig_veld(notities=tuple(Notitie(NU, lang, None, 10, soort) for soort in NotitieSoort))
        scherm = Werkscherm(ruimte, voorbeeldsessie, None)
        qtbot.addWidget(scherm)
        scherm.resize(1280, 800)
        scherm.show()
        scherm.open_modus(10)
        QApplication.processEvents()
        [modus] = scherm.findChildren(Gespreksmodus)
        assert (modus.width(), modus.height()) == (1280, 800)
        assert [fout for widget in modus.findChildren(QWidget) if (fout := fout_van(widget))] == []
        scherm.sluit()
    finally:
        thema().zet_schaal(1.0)


def fout_van(widget: QWidget) -> str:
    """What is wrong with a widget that is shown: cut off, or without a name."""
    if not widget.isVisible():
        return ""
    if isinstance(widget, QLabel) and widget.text():
        nodig = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.minimumSizeHint().height()
        past = widget.height() + 1 >= nodig and (
            widget.wordWrap() or widget.width() >= widget.minimumSizeHint().width()
        )
        return "" if past else f"past niet: {widget.text()[:40]}"
    if isinstance(widget, QAbstractButton):
        if not (widget.text() or widget.accessibleName()):
            return f"naamloze knop {widget.objectName()}"
        past = not widget.text() or widget.width() >= widget.minimumSizeHint().width()
        return "" if past else f"past niet: {widget.text()}"
    return ""


def test_de_status_in_de_kop_is_die_van_nu(scherm: Werkscherm) -> None:
    scherm.werkruimte.wijzig_veld(voorbeeld=False)
    modus = open_modus(scherm)
    assert modus.merk.text() == "concept"
    QTest.keyClick(modus.balk.regel, F11)
    scherm.werkruimte.zet_status(ScanStatus.TER_BESPREKING)
    assert open_modus(scherm).merk.text() == "ter bespreking"
