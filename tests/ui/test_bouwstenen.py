"""The parts that every window is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import cursor_in_beeld, sla_aan
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.ui.bouwstenen.blad import zet_blad
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij, Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_uitleg
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.thema import thema

OPMAAK = '<b>Scan</b> <img src="geheim.png">'


def test_wat_een_vraag_noemt_is_nooit_opmaak(houder: QWidget) -> None:
    gezien: dict[str, Qt.TextFormat] = {}

    def kijk() -> None:
        venster = QApplication.activeModalWidget()
        assert isinstance(venster, QMessageBox)
        gezien.update({deel.text(): deel.textFormat() for deel in venster.findChildren(QLabel) if deel.text()})
        venster.reject()

    QTimer.singleShot(0, houder, kijk)
    assert vraag(houder, f"{OPMAAK} weg?", OPMAAK, "Ja") == ""
    assert gezien == {f"{OPMAAK} weg?": Qt.TextFormat.PlainText, OPMAAK: Qt.TextFormat.PlainText}


def test_wat_een_uitleg_noemt_is_nooit_opmaak(houder: QWidget) -> None:
    zet_uitleg(houder, f"{OPMAAK} & meer")
    gelezen = QTextDocument()
    gelezen.setHtml(houder.toolTip())
    assert gelezen.toPlainText() == f"{OPMAAK} & meer"
    zet_uitleg(houder, "")
    assert houder.toolTip() == ""


@pytest.fixture
def grote_tekst() -> Iterator[None]:
    thema().zet_schaal(2.0)
    yield
    thema().zet_schaal(1.0)


@pytest.mark.usefixtures("grote_tekst")
def test_de_antwoorden_op_een_vraag_staan_er_heel(houder: QWidget) -> None:
    antwoorden = ("Verwijderen", "Ook uit de reservekopieën")
    afgesneden: dict[str, bool] = {}

    def kijk() -> None:
        venster = QApplication.activeModalWidget()
        assert isinstance(venster, QMessageBox)
        afgesneden.update((k.text(), k.width() < k.sizeHint().width()) for k in venster.findChildren(QPushButton))
        venster.reject()

    QTimer.singleShot(0, houder, kijk)
    assert vraag(houder, "Scan verwijderen?", "Dit kan niet ongedaan worden gemaakt.", *antwoorden) == ""
    assert afgesneden == dict.fromkeys((*antwoorden, "Annuleren"), False)


@pytest.mark.parametrize(("knop", "aan"), [(Qt.MouseButton.LeftButton, True), (Qt.MouseButton.RightButton, False)])
def test_alleen_een_gewone_klik_op_de_tekst_zet_een_vinkje(houder: QWidget, knop: Qt.MouseButton, aan: bool) -> None:
    regel = Vinkregel("Ook dit", houder)
    regel.show()
    QTest.mouseClick(regel.tekst, knop)
    assert regel.aan() is aan


def test_een_ander_blad_tonen_bewaart_het_vorige_niet(houder: QWidget) -> None:
    vlak = QTextBrowser(houder)
    for nummer in range(5):
        zet_blad(vlak, QTextDocument(f"blad {nummer}"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [blad.toPlainText() for blad in vlak.findChildren(QTextDocument)] == ["blad 4"]
    assert vlak.toPlainText() == "blad 4"


@pytest.mark.parametrize("tekst", ["gewoon", "🙂🙂 telt voor Qt dubbel", ""])
def test_aan_het_einde_staat_de_cursor_achter_het_laatste_teken(houder: QWidget, tekst: str) -> None:
    vlak, regel = TekstVlak("Tekst", houder), RegelVeld("Regel", houder)
    for veld in (vlak, regel):
        veld.zet_tekst(tekst)
        veld.naar_einde()
        QTest.keyClicks(veld, "!")
        assert veld.tekst() == f"{tekst}!"


def test_hoe_ver_het_is_staat_er_niet_als_fout(houder: QWidget) -> None:
    venster = Formuliervenster("Titel", "Uitleg", "Doe het", QSize(400, 300), houder)
    venster.toon_voortgang("Kopie nakijken", 2, 5)
    assert (venster.fout.text(), venster.fout.property("soort")) == ("Kopie nakijken (2 van 5)…", "gedempt")
    venster.bij_fout(InvoerFout("Dat kan niet."))
    assert (venster.fout.text(), venster.fout.property("soort")) == ("Dat kan niet.", "fout")


def test_tab_komt_in_een_rij_keuzen_bij_wat_gekozen_is_en_gaat_dan_verder(houder: QWidget, qtbot: QtBot) -> None:
    voor, rij = QLineEdit(houder), Knoppenrij("Oordeel", houder)
    for waarde in ("a", "b", "c"):
        rij.voeg_toe(waarde, waarde)
    na = QLineEdit(houder)
    for deel in (voor, rij, na):
        deel.show()
    houder.activateWindow()
    qtbot.waitUntil(houder.isActiveWindow)
    for gekozen, halte in (("c", "c"), ("b", "b"), ("", "a")):
        rij.zet_waarde(gekozen)
        voor.setFocus()
        QTest.keyClick(voor, Qt.Key.Key_Tab)
        assert rij.knop(halte).hasFocus()
        QTest.keyClick(rij.knop(halte), Qt.Key.Key_Tab)
        assert na.hasFocus()
    rij.knop("a").setFocus()
    for toets, daar in (
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Down, "c"),
        (Qt.Key.Key_Right, "c"),
        (Qt.Key.Key_Left, "b"),
    ):
        QTest.keyClick(QApplication.focusWidget(), toets)
        assert rij.knop(daar).hasFocus()
    QTest.keyClick(rij.knop("b"), Qt.Key.Key_Space)
    assert rij.waarde() == "b"


def test_wie_onder_de_rand_doortypt_ziet_wat_er_komt_te_staan(houder: QWidget, qtbot: QtBot) -> None:
    rol = Rolvak(houder)
    QVBoxLayout(houder).addWidget(rol)
    kolom = QVBoxLayout(rol.vlak)
    veld = TekstVlak("Feitelijke situatie", rol.vlak)
    kolom.addWidget(veld)
    kolom.addStretch(1)
    houder.resize(400, 200)
    houder.activateWindow()
    veld.setFocus()
    qtbot.waitUntil(lambda: veld.hasFocus() and rol.vlak.height() == rol.viewport().height())
    sla_aan(veld, "".join(f"regel {nummer}\n" for nummer in range(40)))
    qtbot.waitUntil(lambda: rol.verticalScrollBar().maximum() > houder.height())
    qtbot.waitUntil(partial(cursor_in_beeld, rol, veld))
    rol.verticalScrollBar().setValue(0)
    QTest.keyClick(veld, Qt.Key.Key_Up)
    qtbot.waitUntil(partial(cursor_in_beeld, rol, veld))
