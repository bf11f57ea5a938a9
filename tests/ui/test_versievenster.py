"""Earlier versions of a text: what was typed is never lost, and comes back in one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from vtscan_desktop.domain.risicoscan import Notitie, ScanStatus, Vaststelling
from vtscan_desktop.domain.tekstversies import RIJ, Tekstversie
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
from vtscan_desktop.ui.paginas.categoriedelen import Vaststellingkaart
from vtscan_desktop.ui.paginas.teksten import OverallBeeldPagina
from vtscan_desktop.ui.paginas.topic import TopicPagina
from vtscan_desktop.ui.stappen import CATEGORIE, GEGEVENS, GESPREKKEN, IN_KAART, OVERALL_BEELD, ZIENSWIJZEN, topicstap
from vtscan_desktop.ui.tabellen.cellen import TekstCel
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.tabellen.tabelkoppeling import ScanTabel
from vtscan_desktop.ui.versies.versieknop import Versieknop
from vtscan_desktop.ui.versies.versievenster import Versievenster, moment
from vtscan_desktop.ui.werkruimte import Werkruimte
from vtscan_desktop.ui.werkscherm import Werkscherm

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def toelichting(scherm: Werkscherm, nr: int) -> TekstVlak:
    scherm.activateWindow()
    scherm.ga_naar(topicstap(nr))
    pagina = scherm.pagina(topicstap(nr))
    assert isinstance(pagina, TopicPagina)
    pagina.toelichting.setFocus()
    return pagina.toelichting


def open_versievenster() -> Versievenster:
    venster = QApplication.activeModalWidget()
    assert isinstance(venster, Versievenster)
    return venster


def doe_in_venster(doe: Callable[[Versievenster], object]) -> None:
    """Once the dialog is open (it has an event loop of its own)."""

    def nu() -> None:
        doe(open_versievenster())

    QTimer.singleShot(0, nu)


def heropen(scherm: Werkscherm, sessie: Sessie, qtbot: QtBot) -> Werkscherm:
    scherm.sluit()
    opnieuw = Werkscherm(Werkruimte(sessie, scherm.werkruimte.scan.id, lambda: NU, None), sessie, None)
    qtbot.addWidget(opnieuw)
    opnieuw.show()
    return opnieuw


def test_alles_selecteren_en_een_letter_typen_is_na_heropenen_terug_te_halen_en_dat_ook_weer_ongedaan(
    werkscherm: Werkscherm, voorbeeldsessie: Sessie, qtbot: QtBot
) -> None:
    vlak = toelichting(werkscherm, 3)
    was = vlak.tekst()
    assert len(was) > 100
    QTest.keyClick(vlak, Qt.Key.Key_A, CTRL)
    QTest.keyClick(vlak, Qt.Key.Key_X)
    assert vlak.tekst() == "x"
    opnieuw = heropen(werkscherm, voorbeeldsessie, qtbot)
    vlak = toelichting(opnieuw, 3)
    assert vlak.tekst() == "x"
    doe_in_venster(lambda venster: venster.terug.click())
    QTest.keyClick(vlak, Qt.Key.Key_Z, CTRL | SHIFT)
    assert vlak.tekst() == was
    assert opnieuw.werkruimte.scan.topic(3).toelichting == was
    QTest.keyClick(vlak, Qt.Key.Key_Z, CTRL)
    assert opnieuw.werkruimte.scan.topic(3).toelichting == "x"
    QTest.keyClick(vlak, Qt.Key.Key_Y, CTRL)
    assert opnieuw.werkruimte.scan.topic(3).toelichting == was
    opnieuw.sluit()


def test_wie_het_venster_sluit_houdt_de_tekst_van_nu(werkscherm: Werkscherm) -> None:
    vlak = toelichting(werkscherm, 3)
    vlak.selectAll()
    vlak.insertPlainText("nieuw")
    doe_in_venster(lambda venster: venster.reject())
    vlak.vraag_versies()
    assert vlak.tekst() == "nieuw"
    assert werkscherm.focusWidget() is vlak


def test_zonder_eerdere_versie_zegt_het_scherm_dat(werkscherm: Werkscherm) -> None:
    toelichting(werkscherm, 16).vraag_versies()
    assert "nog geen eerdere versie" in werkscherm.meldingregel.tekst()


def test_het_verlaten_van_een_veld_maakt_een_versie(werkscherm: Werkscherm) -> None:
    vlak = toelichting(werkscherm, 16)
    vlak.insertPlainText("Een eerste regel.")
    werkscherm.notitiebalk.regel.setFocus()
    assert [v.tekst for v in werkscherm.werkruimte.versies("topic/16/toelichting")] == ["Een eerste regel."]


def test_elke_lange_tekst_bewaart_versies_onder_de_sleutel_waaronder_ze_staan(werkscherm: Werkscherm) -> None:
    for stap in (GEGEVENS, topicstap(2), topicstap(19), IN_KAART, OVERALL_BEELD, CATEGORIE):
        werkscherm.ga_naar(stap)
        if stap == CATEGORIE:
            werkscherm.pagina(stap).findChildren(Vaststellingkaart)[0].keuze.kies("2")
        for vlak in werkscherm.pagina(stap).findChildren(TekstVlak):
            if vlak.sleutel:
                vlak.zet_tekst("")
                vlak.insertPlainText("Een hele zin om te bewaren.")
                vlak.selectAll()
                vlak.insertPlainText("weg")
                gevonden = [v.tekst for v in werkscherm.werkruimte.versies(vlak.sleutel)]
                assert "Een hele zin om te bewaren." in gevonden, vlak.sleutel
    sleutels = {v.sleutel for s in werkscherm.stappen for v in werkscherm.pagina(s.id).findChildren(TekstVlak)}
    assert sum(not s.startswith(RIJ) for s in sleutels - {""}) == 4 + 17 * 3 + 3 + 4 + 2 + 1


@pytest.mark.parametrize("stap", [topicstap(3), GESPREKKEN, ZIENSWIJZEN])
def test_alles_selecteren_en_typen_in_een_rij_is_na_heropenen_terug_te_halen_met_dezelfde_toets(
    werkscherm: Werkscherm, voorbeeldsessie: Sessie, qtbot: QtBot, stap: str
) -> None:
    werkscherm.activateWindow()
    werkscherm.ga_naar(stap)
    tabel = werkscherm.pagina(stap).findChildren(ScanTabel)[0]
    rij = tabel.voeg_toe()
    for genest in rij.findChildren(RijenTabel):
        genest.voeg_toe()
    cellen = rij.findChildren(TekstCel)
    for cel in cellen:
        cel.setFocus()
        QTest.keyClicks(cel, "Een hele zin.")
    for cel in cellen:
        QTest.keyClick(cel, Qt.Key.Key_A, CTRL)
        QTest.keyClick(cel, Qt.Key.Key_X)
    opnieuw = heropen(werkscherm, voorbeeldsessie, qtbot)
    opnieuw.activateWindow()
    opnieuw.ga_naar(stap)
    for was in cellen:
        (cel,) = (c for c in opnieuw.pagina(stap).findChildren(TekstCel) if c.sleutel == was.sleutel)
        assert cel.tekst() == "x"
        cel.setFocus()
        doe_in_venster(lambda venster: venster.terug.click())
        QTest.keyClick(cel, Qt.Key.Key_Z, CTRL | SHIFT)
        assert cel.tekst() == "Een hele zin."
    opnieuw.sluit()


def test_een_gewijzigde_notitie_is_terug_te_halen_uit_het_menu_van_haar_rij(werkscherm: Werkscherm) -> None:
    werkscherm.activateWindow()
    ruimte = werkscherm.werkruimte
    notitie = Notitie(NU, "Een hele zin.", topic=3)
    ruimte.wijzig(ruimte.scan.met_notitie(notitie))
    werkscherm.ga_naar(topicstap(3))
    werkscherm.zijvak.toon_notitie(notitie)
    lijst = next(lijst for lijst in werkscherm.findChildren(Notitielijst) if lijst.isVisible())
    rij = lijst.rijen()[-1]
    rij.setFocus()
    QTest.keyClick(rij, Qt.Key.Key_Return)
    assert rij.vak is not None
    QTest.keyClick(rij.vak, Qt.Key.Key_A, CTRL)
    QTest.keyClick(rij.vak, Qt.Key.Key_X)
    QTest.keyClick(rij.vak, Qt.Key.Key_Return)
    assert ruimte.scan.notities[-1].tekst == "x"
    doe_in_venster(lambda venster: venster.terug.click())
    next(a for a in rij.maak_menu().actions() if a.text().startswith("Eerdere versies")).trigger()
    assert ruimte.scan.notities[-1].tekst == "Een hele zin."


def test_de_knop_bij_een_veld_vraagt_de_versies_van_dat_veld_en_laat_de_cursor_staan(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(OVERALL_BEELD)
    pagina = werkscherm.pagina(OVERALL_BEELD)
    assert isinstance(pagina, OverallBeeldPagina)
    pagina.beeld.selectAll()
    pagina.beeld.insertPlainText("nieuw")
    doe_in_venster(lambda venster: titels.append(venster.windowTitle()) or venster.reject())  # type: ignore[func-returns-value]
    titels: list[str] = []
    pagina.findChildren(Versieknop)[0].click()
    assert titels == ["Eerdere versies van: Overall beeld"]


def test_van_een_scan_op_slot_zijn_eerdere_versies_te_lezen_en_niet_terug_te_zetten(werkscherm: Werkscherm) -> None:
    vlak = toelichting(werkscherm, 3)
    QTest.keyClick(vlak, Qt.Key.Key_A, CTRL)
    QTest.keyClick(vlak, Qt.Key.Key_X)
    ruimte = werkscherm.werkruimte
    ruimte.wijzig_veld(vaststelling=Vaststelling(3, "De wachtlijst weegt het zwaarst.", date(2016, 7, 11)))
    ruimte.zet_status(ScanStatus.VASTGESTELD)
    gezien: list[tuple[int, bool, bool]] = []

    def kijk(venster: Versievenster) -> None:
        QTest.keyClick(venster.lijst, Qt.Key.Key_Return)
        gezien.append((venster.lijst.count(), venster.isVisible(), venster.terug.isVisible()))
        venster.reject()

    doe_in_venster(kijk)
    next(k for k in werkscherm.findChildren(Versieknop) if k.isVisible()).click()
    assert gezien == [(1, True, False)]
    assert vlak.tekst() == "x"


def test_ctrl_z_werkt_nog_na_een_wandeling_langs_andere_stappen(werkscherm: Werkscherm) -> None:
    vlak = toelichting(werkscherm, 3)
    was = vlak.tekst()
    QTest.keyClicks(vlak, "Erbij. ")
    for stap in (topicstap(4), CATEGORIE, topicstap(3)):
        werkscherm.ga_naar(stap)
    for _ in range(10):
        QTest.keyClick(vlak, Qt.Key.Key_Z, CTRL)
    assert vlak.tekst() == was
    assert werkscherm.werkruimte.scan.topic(3).toelichting == was


def test_wat_een_ander_deel_van_het_scherm_in_de_tekst_zet_is_met_ctrl_z_ongedaan_te_maken(
    werkscherm: Werkscherm,
) -> None:
    vlak = toelichting(werkscherm, 3)
    was = vlak.tekst()
    werkscherm.werkruimte.wijzig_topic(3, toelichting=f"{was}\nuit een notitie 😀")
    assert vlak.tekst().endswith("uit een notitie 😀")
    QTest.keyClick(vlak, Qt.Key.Key_Z, CTRL)
    assert werkscherm.werkruimte.scan.topic(3).toelichting == was


def test_het_verschil_staat_er_met_streep_en_onderstreping_en_niet_als_opmaak(
    qtbot: QtBot, werkscherm: Werkscherm
) -> None:
    versie = Tekstversie(NU, "De <b>wachtlijst</b> groeit sterk.")
    venster = Versievenster("Risico’s", "De <b>wachtlijst</b> krimpt.", (versie,), NU.date(), werkscherm)
    qtbot.addWidget(venster)
    assert "<b>wachtlijst</b>" in venster.beeld.toPlainText()
    vormen = {}
    blok = venster.beeld.document().begin()
    for stuk in blok:
        deel = stuk.fragment()
        vormen[deel.text().strip()] = (deel.charFormat().fontStrikeOut(), deel.charFormat().fontUnderline())
    assert any(streep and "groeit" in tekst for tekst, (streep, _) in vormen.items())
    assert any(onder and "krimpt" in tekst for tekst, (_, onder) in vormen.items())
    assert "verdwenen" in venster.samenvatting.text()


@pytest.mark.parametrize(
    ("tijd", "tekst"),
    [
        (datetime(2016, 7, 11, 10, 4, tzinfo=UTC), "vandaag, "),
        (datetime(2016, 7, 10, 10, 4, tzinfo=UTC), "gisteren, "),
        (datetime(2016, 5, 12, 10, 4, tzinfo=UTC), "12 mei 2016, "),
    ],
)
def test_een_moment_staat_er_zoals_men_het_zegt(tijd: datetime, tekst: str) -> None:
    gezegd = moment(tijd, date(2016, 7, 11))
    assert gezegd.startswith(tekst)
    assert gezegd.endswith(".04 uur")


def test_het_venster_heeft_namen_voor_wie_het_hoort(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    venster = Versievenster("Risico’s", "nu", (Tekstversie(NU, "toen"),), NU.date(), werkscherm)
    qtbot.addWidget(venster)
    assert venster.lijst.accessibleName()
    assert venster.beeld.accessibleName()
    assert all(k.text() for k in venster.findChildren(QPushButton))
