"""The shell: steps, notes, and coming back to where one was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from tests.ui.proefscan import sla_aan
from vtscan_desktop.domain.risicoscan import NotitieSoort, Oordeel
from vtscan_desktop.services.sessie import Plek, Sessie
from vtscan_desktop.ui.paginas.topic import TopicPagina
from vtscan_desktop.ui.stappen import RAPPORT, topicstap
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkruimte import Werkruimte
from vtscan_desktop.ui.werkscherm import Werkscherm


def topic(scherm: Werkscherm, nr: int) -> TopicPagina:
    scherm.ga_naar(topicstap(nr))
    pagina = scherm.pagina(topicstap(nr))
    assert isinstance(pagina, TopicPagina)
    return pagina


def test_volgende_loopt_langs_alle_stappen_en_vorige_weer_terug(werkscherm: Werkscherm) -> None:
    gezien = [werkscherm.huidig]
    while (knop := werkscherm.pagina(werkscherm.huidig).findChild(QPushButton, "volgende")) is not None:
        knop.click()
        gezien.append(werkscherm.huidig)
    assert gezien == [s.id for s in werkscherm.stappen]
    assert gezien[-1] == RAPPORT
    while (knop := werkscherm.pagina(werkscherm.huidig).findChild(QPushButton, "vorige")) is not None:
        knop.click()
        gezien.pop()
        assert werkscherm.huidig == gezien[-1]


def test_een_notitie_krijgt_tijd_gesprek_topic_en_soort_en_verplaatst_niets(werkscherm: Werkscherm) -> None:
    topic(werkscherm, 3)
    regel = werkscherm.notitiebalk.regel
    sla_aan(regel, "#knelpunt van 45 naar 33")
    sla_aan(regel, "\n")
    notitie = werkscherm.werkruimte.scan.notities[-1]
    assert (notitie.tekst, notitie.topic, notitie.soort) == ("van 45 naar 33", 3, NotitieSoort.KNELPUNT)
    assert notitie.tijd == NU
    assert notitie.gesprek is None
    assert werkscherm.huidig == topicstap(3)
    assert regel.tekst() == ""


def test_een_notitie_met_nummer_komt_bij_dat_topic_zonder_daarheen_te_gaan(werkscherm: Werkscherm) -> None:
    topic(werkscherm, 3)
    sla_aan(werkscherm.notitiebalk.regel, "12: vorm nog open")
    sla_aan(werkscherm.notitiebalk.regel, "\n")
    assert werkscherm.werkruimte.scan.notities[-1].topic == 12
    assert werkscherm.huidig == topicstap(3)


def test_een_half_getypte_notitie_staat_er_na_heropenen_nog(
    werkscherm: Werkscherm, voorbeeldsessie: Sessie, qtbot: QtBot
) -> None:
    sla_aan(werkscherm.notitiebalk.regel, "half")
    werkscherm.sluit()
    ruimte = Werkruimte(voorbeeldsessie, werkscherm.werkruimte.scan.id, lambda: NU, None)
    opnieuw = Werkscherm(ruimte, voorbeeldsessie, None)
    qtbot.addWidget(opnieuw)
    assert opnieuw.notitiebalk.regel.tekst() == "half"
    opnieuw.sluit()


def test_heropenen_komt_terug_bij_stap_veld_en_cursor(
    werkscherm: Werkscherm, voorbeeldsessie: Sessie, qtbot: QtBot
) -> None:
    pagina = topic(werkscherm, 9)
    pagina.risico.setFocus()
    pagina.risico.zet_cursorplek(7)
    werkscherm.onthoud_plek(pagina.risico)
    werkscherm.sluit()
    opnieuw = Werkscherm(
        Werkruimte(voorbeeldsessie, werkscherm.werkruimte.scan.id, lambda: NU, None), voorbeeldsessie, None
    )
    qtbot.addWidget(opnieuw)
    opnieuw.show()
    assert opnieuw.huidig == topicstap(9)
    veld = opnieuw.pagina(topicstap(9)).findChild(QTextEdit, "risico")
    assert veld is not None
    assert veld.textCursor().position() == 7
    opnieuw.sluit()


def test_tijdens_het_typen_wordt_bewaard_waar_de_cursor_is_zonder_dat_het_veld_wordt_verlaten(
    werkscherm: Werkscherm, voorbeeldsessie: Sessie, qtbot: QtBot
) -> None:
    scan = werkscherm.werkruimte.scan.id
    risico = topic(werkscherm, 9).risico
    risico.setFocus()
    risico.zet_cursorplek(3)
    sla_aan(risico, "vijf!")
    qtbot.waitUntil(lambda: voorbeeldsessie.opslag.lees_plek(scan) == Plek(scan, topicstap(9), "risico", 8))


def test_de_kop_volgt_elk_oordeel(werkscherm: Werkscherm) -> None:
    pagina = topic(werkscherm, 4)
    chip = werkscherm.kopbalk.findChild(QPushButton, "voorstel")
    assert chip is not None
    assert "categorie 2" in chip.text()
    pagina.keuze.knop("niet_op_orde").click()
    assert "categorie 3" in chip.text()
    pagina.keuze.knop("niet_op_orde").click()
    assert werkscherm.werkruimte.scan.topic(4).oordeel is Oordeel.NIET_BESPROKEN


def test_nvt_kan_niet_bij_een_kerntopic(werkscherm: Werkscherm) -> None:
    assert "nvt" not in topic(werkscherm, 4).keuze.waarden()
    assert "nvt" in topic(werkscherm, 2).keuze.waarden()


def test_een_topic_dat_lager_telt_zegt_dat_naast_het_oordeel(werkscherm: Werkscherm) -> None:
    waarschuwing = topic(werkscherm, 7).telling
    assert waarschuwing.isVisible()
    assert "telt als niet op orde" in waarschuwing.text()
    assert not topic(werkscherm, 3).telling.isVisible()


def test_een_melding_wegklikken_laat_de_cursor_staan(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    vlak = topic(werkscherm, 3).toelichting
    vlak.setFocus()
    werkscherm.meldingregel.toon("Er is iets.")
    [sluiten] = (k for k in werkscherm.meldingregel.findChildren(QPushButton) if k.text() == "Sluiten")
    qtbot.mouseClick(sluiten, Qt.MouseButton.LeftButton)
    assert werkscherm.meldingregel.isHidden()
    assert vlak.hasFocus()


def test_wanneer_er_bewaard_is_staat_er_ook_na_een_andere_tekstgrootte(
    hoofdvenster: Hoofdvenster, qtbot: QtBot
) -> None:
    assert hoofdvenster.werkscherm is not None
    werkruimte = hoofdvenster.werkscherm.werkruimte
    with qtbot.waitSignal(werkruimte.bewaard):
        werkruimte.wijzig_veld(titel="Net getypt")
    hoofdvenster.zet_weergave(None, 1.3)
    try:
        tijd = f"{NU.astimezone():%H:%M:%S}"
        assert tijd in hoofdvenster.werkscherm.kopbalk._bewaard.text()
    finally:
        hoofdvenster.zet_weergave(None, 1.0)
