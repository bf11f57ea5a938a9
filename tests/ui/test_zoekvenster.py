"""Ctrl+K: what was typed anywhere is found, and Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.risicoscan import Gesprek, GesprekSoort, Notitie, Oordeel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.zoeken import Zoekantwoord
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.gesprek.gespreksmodus import Gespreksmodus
from vtscan_desktop.ui.gesprek.notitierij import Notitierij
from vtscan_desktop.ui.kleuren import LICHT
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN, sneltoets
from vtscan_desktop.ui.stappen import GESPREKKEN, OVERALL_BEELD, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm
from vtscan_desktop.ui.zoeken.zoekregels import Modus, Regel, Zoekbron, Zoekgroep
from vtscan_desktop.ui.zoeken.zoekvenster import Zoekvenster


@pytest.fixture
def venster(hoofdvenster: Hoofdvenster) -> Hoofdvenster:
    """The main window at topic 3 of IJsselland, with two notes."""
    scherm = werkscherm(hoofdvenster)
    for tekst, topic in (("De zolderkamer is vol <b>dossiers</b>", 5), ("Zolderkamer: ook los genoemd", None)):
        notitie = Notitie(tijd=NU, tekst=tekst, gesprek=None, topic=topic)
        scherm.werkruimte.wijzig(scherm.werkruimte.scan.met_notitie(notitie))
    scherm.ga_naar(topicstap(3))
    return hoofdvenster


def werkscherm(venster: Hoofdvenster) -> Werkscherm:
    assert venster.werkscherm is not None
    return venster.werkscherm


def open_box(venster: Hoofdvenster) -> Zoekvenster:
    venster.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = venster.zoeker.zoekvenster
    assert box is not None
    return box


def zoek(venster: Hoofdvenster, vraag: str, qtbot: QtBot, groep: Zoekgroep) -> tuple[Zoekvenster, list[Regel]]:
    """Type a question, and wait for the rows of a group."""
    box = open_box(venster)
    QTest.keyClicks(box.regel, vraag)
    qtbot.waitUntil(lambda: box.af)
    return box, [regel for regel in box.lijst.regels() if regel.groep is groep]


def kies(box: Zoekvenster, regel: Regel) -> None:
    """Go down to a row with the arrow, and Enter."""
    for _ in box.lijst.regels():
        if box.lijst.regel() == regel:
            break
        QTest.keyClick(box.regel, Qt.Key.Key_Down)
    assert box.lijst.regel() == regel
    QTest.keyClick(box.regel, Qt.Key.Key_Return)


def test_zonder_vraag_staan_de_topics_met_een_vlag_bovenaan(venster: Hoofdvenster) -> None:
    werkscherm(venster).werkruimte.wijzig_topic(12, later=True)
    regels = open_box(venster).lijst.regels()
    assert regels[0].tekst.startswith("12 ")
    assert regels[0].vlag
    assert {regel.groep for regel in regels} == {Zoekgroep.STAPPEN, Zoekgroep.OPDRACHTEN}


def test_een_nummer_en_enter_gaat_naar_dat_topic(venster: Hoofdvenster) -> None:
    box = open_box(venster)
    QTest.keyClicks(box.regel, "12")
    QTest.keyClick(box.regel, Qt.Key.Key_Return)
    assert werkscherm(venster).huidig == topicstap(12)
    assert not box.isVisible()


def test_ctrl_g_en_een_nummer_gaat_ook_uit_de_notitieregel_naar_het_veld_van_dat_topic(venster: Hoofdvenster) -> None:
    scherm = werkscherm(venster)
    scherm.notitiebalk.regel.setFocus()
    QTest.keyClick(scherm.notitiebalk.regel, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    box = venster.zoeker.zoekvenster
    assert box is not None
    QTest.keyClicks(box.regel, "1")
    assert [regel.tekst.split()[0] for regel in box.lijst.regels()][:2] == ["1", "10"]
    QTest.keyClick(box.regel, Qt.Key.Key_Return)
    assert scherm.huidig == topicstap(1)
    assert scherm.focusWidget() is scherm.pagina(topicstap(1)).eerste_veld()


def test_een_woord_uit_een_tekst_gaat_naar_het_veld_met_dat_woord_geselecteerd(
    venster: Hoofdvenster, qtbot: QtBot
) -> None:
    scherm = werkscherm(venster)
    scherm.werkruimte.wijzig_topic(9, risico="Eerst iets anders.\nDan de Ooievaarsnest-kwestie, en meer.")
    box, [regel] = zoek(venster, "ooievaars", qtbot, Zoekgroep.TEKSTEN)
    assert regel.onder.startswith("9 ")
    kies(box, regel)
    assert scherm.huidig == topicstap(9)
    veld = scherm.focusWidget()
    assert isinstance(veld, TekstVlak)
    assert veld.objectName() == "risico"
    assert veld.textCursor().selectedText().casefold() == "ooievaars"


def test_accenten_en_hoofdletters_maken_niet_uit(venster: Hoofdvenster, qtbot: QtBot) -> None:
    werkscherm(venster).werkruimte.wijzig_veld(overall_beeld="De coördinatie is in één hand.")
    box, [regel] = zoek(venster, "EEN COORD", qtbot, Zoekgroep.TEKSTEN)
    assert [regel.tekst[a:b] for a, b in regel.gevonden] == ["coörd", "één"]
    kies(box, regel)
    assert werkscherm(venster).huidig == OVERALL_BEELD


def test_een_notitie_wordt_gevonden_en_gekozen_en_is_nooit_opmaak(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm = werkscherm(venster)
    box, regels = zoek(venster, "dossiers", qtbot, Zoekgroep.NOTITIES)
    assert regels[0].tekst == "De zolderkamer is vol <b>dossiers</b>"
    kies(box, regels[0])
    assert scherm.huidig == topicstap(5)
    rij = scherm.focusWidget()
    assert isinstance(rij, Notitierij)
    assert rij.notitie.tekst == "De zolderkamer is vol <b>dossiers</b>"


def test_een_notitie_zonder_topic_staat_bij_haar_gesprek(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm = werkscherm(venster)
    gesprekken = (Gesprek("g1", date(2016, 5, 12), GesprekSoort.INSTELLING),)
    scherm.werkruimte.wijzig_veld(gesprekken=gesprekken)
    notitie = Notitie(tijd=NU, tekst="Bij de koffieautomaat gehoord", gesprek="g1")
    scherm.werkruimte.wijzig(scherm.werkruimte.scan.met_notitie(notitie))
    for vraag, tekst in (("koffieautomaat", notitie.tekst), ("los genoemd", "Zolderkamer: ook los genoemd")):
        box, [regel] = zoek(venster, vraag, qtbot, Zoekgroep.NOTITIES)
        kies(box, regel)
        assert scherm.huidig == GESPREKKEN
        rij = scherm.focusWidget()
        assert isinstance(rij, Notitierij)
        assert rij.notitie.tekst == tekst
        assert rij.visibleRegion().boundingRect().height() > 0


def test_in_gespreksmodus_springt_een_nummer_naar_dat_topic_zonder_de_modus_te_verlaten(venster: Hoofdvenster) -> None:
    scherm = werkscherm(venster)
    scherm.wissel_modus()
    venster.zoeker.kies_topic()
    box = venster.zoeker.zoekvenster
    assert box is not None
    QTest.keyClicks(box.regel, "14")
    QTest.keyClick(box.regel, Qt.Key.Key_Return)
    assert scherm.in_modus
    modus = scherm.findChild(Gespreksmodus)
    assert modus is not None
    assert modus.topic == 14
    assert scherm.focusWidget() is modus.balk.regel


def test_een_actie_wordt_gevonden_en_de_cursor_staat_in_haar_rij(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm = werkscherm(venster)
    actie = scherm.werkruimte.scan.topic(3).acties[-1]
    box, regels = zoek(venster, actie.omschrijving[:18], qtbot, Zoekgroep.ACTIES)
    kies(box, next(regel for regel in regels if regel.tekst.startswith(actie.omschrijving[:18])))
    assert scherm.huidig == topicstap(3)
    veld = scherm.focusWidget()
    assert isinstance(veld, TekstVlak)
    assert veld.tekst() == actie.omschrijving


def test_een_opdracht_doet_wat_zijn_sneltoets_doet(venster: Hoofdvenster) -> None:
    scherm = werkscherm(venster)
    box = open_box(venster)
    QTest.keyClicks(box.regel, "vlag zetten")
    assert box.lijst.regels()[0].rechts == sneltoets("vlag").tekst
    QTest.keyClick(box.regel, Qt.Key.Key_Return)
    assert scherm.werkruimte.scan.topic(3).later
    assert scherm.kopbalk.vlaggen.text().strip() == "1"


def test_een_oordeel_kan_als_opdracht(venster: Hoofdvenster) -> None:
    box = open_box(venster)
    QTest.keyClicks(box.regel, "oordeel niet op")
    QTest.keyClick(box.regel, Qt.Key.Key_Return)
    assert werkscherm(venster).werkruimte.scan.topic(3).oordeel.value == "niet_op_orde"


def test_wat_in_een_andere_scan_staat_noemt_de_regio_en_opent_die_scan(
    venster: Hoofdvenster, voorbeeldsessie: Sessie, qtbot: QtBot
) -> None:
    ander = voorbeeldsessie.scans.nieuw("gooi-en-vechtstreek", date(2021, 3, 1))
    oud = voorbeeldsessie.opslag.lees(ander)
    nieuw = replace(oud, scan=replace(oud.scan, overall_beeld="Hier staat het woord kwikstaart."))
    voorbeeldsessie.opslag.bewaar(oud, nieuw, NU)
    box, [regel] = zoek(venster, "kwikstaart", qtbot, Zoekgroep.TEKSTEN)
    assert "Gooi" in regel.onder
    kies(box, regel)
    scherm = werkscherm(venster)
    assert scherm.werkruimte.scan.id == ander
    assert scherm.huidig == OVERALL_BEELD
    veld = scherm.focusWidget()
    assert isinstance(veld, TekstVlak)
    assert veld.textCursor().selectedText() == "kwikstaart"


def test_vanaf_de_startpagina_opent_een_gevonden_tekst_haar_scan(venster: Hoofdvenster, qtbot: QtBot) -> None:
    werkscherm(venster).werkruimte.wijzig_veld(overall_beeld="Eén kwikstaart.")
    venster.naar_start()
    box, [regel] = zoek(venster, "kwikstaart", qtbot, Zoekgroep.TEKSTEN)
    assert "IJsselland" in regel.onder
    kies(box, regel)
    assert werkscherm(venster).huidig == OVERALL_BEELD


def test_de_lijst_van_vlaggen_toont_alleen_topics_met_een_vlag(venster: Hoofdvenster) -> None:
    werkscherm(venster).werkruimte.wijzig_topic(7, later=True)
    werkscherm(venster).kopbalk.vlaggen.click()
    box = venster.zoeker.zoekvenster
    assert box is not None
    assert [regel.tekst.split()[0] for regel in box.lijst.regels()] == ["7"]


def test_zonder_vlag_zegt_de_lijst_hoe_men_er_een_zet(venster: Hoofdvenster) -> None:
    venster.zoeker.toon_vlaggen()
    box = venster.zoeker.zoekvenster
    assert box is not None
    assert box.niets.isVisible()
    assert "Ctrl+B" in box.niets.text()


def test_typen_wacht_niet_op_een_trage_vraag_en_de_laatste_vraag_wint(qtbot: QtBot) -> None:
    import threading

    thema()
    door = threading.Event()
    gevraagd: list[str] = []

    def zoek_traag(vraag: str, _scan: str | None) -> Zoekantwoord:
        gevraagd.append(vraag)
        door.wait(5)
        return Zoekantwoord()

    ouder = QLabel()
    ouder.resize(900, 700)
    qtbot.addWidget(ouder)
    box = Zoekvenster(Zoekbron((), SNELTOETSEN), zoek_traag, None, ouder)
    box.show()
    QTest.keyClicks(box.regel, "tekst")
    assert box.regel.text() == "tekst"
    assert any(regel.tekst == "Tekst groter" for regel in box.lijst.regels())
    door.set()
    qtbot.waitUntil(lambda: gevraagd[-1] == "tekst" and box.af)
    assert gevraagd == ["t", "tekst"]
    box.close()


def test_een_fout_bij_het_zoeken_wordt_gezegd_en_topics_blijven_te_vinden(qtbot: QtBot) -> None:
    thema()

    def kapot(_vraag: str, _scan: str | None) -> Zoekantwoord:
        raise OmgevingFout("De database kon niet gelezen worden.")

    ouder = QLabel()
    ouder.resize(900, 700)
    qtbot.addWidget(ouder)
    box = Zoekvenster(Zoekbron((), SNELTOETSEN), kapot, None, ouder, Modus.ALLES)
    box.show()
    QTest.keyClicks(box.regel, "vlag")
    qtbot.waitUntil(lambda: "niet gelezen" in box.voet.text())
    assert box.lijst.regels()
    box.close()


@pytest.fixture(params=[1.0, 2.0])
def schaal(request: pytest.FixtureRequest) -> Iterator[float]:
    thema().zet_schaal(request.param)
    yield request.param
    thema().zet_schaal(1.0)


def test_de_box_past_in_het_venster(schaal: float, hoofdvenster: Hoofdvenster) -> None:
    assert schaal == thema().schaal
    box = open_box(hoofdvenster)
    assert hoofdvenster.geometry().contains(box.geometry())
    assert box.minimumSizeHint().width() <= box.width()
    box.reject()


def test_de_uitleg_in_een_lege_regel_heeft_de_kleur_van_gewone_uitleg(hoofdvenster: Hoofdvenster) -> None:
    box = open_box(hoofdvenster)
    for veld in (box.regel, werkscherm(hoofdvenster).notitiebalk.regel):
        veld.ensurePolished()
        assert veld.palette().placeholderText().color().name(QColor.NameFormat.HexArgb) == f"#ff{LICHT.gedempt[1:]}"


@pytest.mark.parametrize("regio", ["ijsselland", "noord-en-midden-limburg"])
def test_de_kop_past_ook_met_een_lange_regio_en_grote_letters(
    schaal: float, regio: str, hoofdvenster: Hoofdvenster, qtbot: QtBot
) -> None:
    assert schaal == thema().schaal
    scherm = werkscherm(hoofdvenster)
    with qtbot.waitSignal(scherm.werkruimte.bewaard):
        scherm.werkruimte.wijzig_veld(regio=regio)
        scherm.werkruimte.wijzig_topic(4, later=True, oordeel=Oordeel.NIET_BESPROKEN)
        scherm.werkruimte.bewaar_nu()
    for _ in range(2):  # the words, and then the room for them
        QApplication.processEvents()
    krap = [
        deel.accessibleName() or deel.objectName()
        for deel in scherm.kopbalk.findChildren(QWidget)
        if deel.isVisible()
        and isinstance(deel, QLabel | QPushButton)
        and deel.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Ignored
        and deel.width() < deel.minimumSizeHint().width()
    ]
    assert krap == []
    assert scherm.kopbalk.width() == hoofdvenster.width() == 1280


def test_een_stap_die_zo_heet_staat_voor_topics_met_dat_woord_in_hun_titel(venster: Hoofdvenster) -> None:
    box = open_box(venster)
    QTest.keyClicks(box.regel, "rapport")
    assert box.lijst.regels()[0].tekst == "Rapport"


def test_een_gesloten_box_houdt_niets_van_de_scan_vast(venster: Hoofdvenster) -> None:
    box = open_box(venster)
    QTest.keyClick(box.regel, Qt.Key.Key_Escape)
    assert venster.zoeker.zoekvenster is None
