"""Which pages of an open scan there are: those that come next stand ready, and none goes with something to lose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.proefscan import sla_aan
from tests.ui.test_werkscherm import topic
from vtscan_desktop.domain.risicoscan import ScanStatus
from vtscan_desktop.ui.naast.leidraad import LeidraadBlad
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.paginavoorraad import LAATSTE
from vtscan_desktop.ui.stappen import ACTIES, GESPREKKEN, RAPPORT, topicstap
from vtscan_desktop.ui.tabellen.cellen import RegelCel
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

ALLE_TOPICS = range(1, 21)


def paginas(scherm: Werkscherm) -> set[str]:
    """The steps that have a page now."""
    return {pagina.stap.id for pagina in scherm.stapel.findChildren(Pagina)}


def rust(qtbot: QtBot, scherm: Werkscherm) -> None:
    """Let what is done between two acts of the user be done."""
    qtbot.waitUntil(lambda: scherm.gereed)
    QApplication.processEvents()


def loop_weg(scherm: Werkscherm, qtbot: QtBot) -> None:
    """Walk along all topics, and let what can be missed go."""
    for nr in ALLE_TOPICS:
        scherm.ga_naar(topicstap(nr))
    rust(qtbot, scherm)


def test_de_volgende_en_de_vorige_bladzijde_staan_klaar(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.ga_naar(topicstap(9))
    rust(qtbot, werkscherm)
    assert {topicstap(8), topicstap(9), topicstap(10)} <= paginas(werkscherm)
    assert topicstap(11) not in paginas(werkscherm)


def test_ook_wat_naast_het_eerste_topic_staat_is_er_al_voor_de_klik(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.ga_naar(GESPREKKEN)
    rust(qtbot, werkscherm)
    assert werkscherm.zijvak.isHidden()
    blad = werkscherm.zijvak.findChild(LeidraadBlad)
    assert blad is not None
    regel = blad.regels[0]
    assert regel.tekst.text() == werkscherm.werkruimte.format.leidraad.topic(1).vragen[0].tekst
    klaar = [deze.geometry() for deze in blad.regels]
    werkscherm.ga_naar(topicstap(1))
    QApplication.processEvents()
    assert [deze.geometry() for deze in blad.regels] == klaar


def test_een_stap_die_wordt_aangewezen_staat_klaar_voor_de_klik(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.ga_naar(topicstap(2))
    rust(qtbot, werkscherm)
    lijst = werkscherm.stappenlijst
    model = lijst.model()
    doel = next(i for i in range(model.rowCount()) if "16" in str(model.index(i, 0).data()))
    midden = lijst.visualRect(model.index(doel, 0)).center()
    QTest.mouseMove(lijst.viewport(), midden + QPoint(1, 1))
    QTest.mouseMove(lijst.viewport(), midden)
    rust(qtbot, werkscherm)
    assert topicstap(16) in paginas(werkscherm)
    assert werkscherm.huidig == topicstap(2)


def test_wat_in_het_zoekvenster_is_gekozen_staat_klaar_voor_enter(actief_venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm = actief_venster.werkscherm
    assert scherm is not None
    scherm.ga_naar(topicstap(2))
    rust(qtbot, scherm)
    QTest.keyClick(actief_venster, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    box = actief_venster.zoeker.zoekvenster
    assert box is not None
    QTest.keyClicks(box.regel, "16")
    rust(qtbot, scherm)
    assert topicstap(16) in paginas(scherm)
    assert scherm.huidig == topicstap(2)
    box.reject()


def test_na_een_rondgang_langs_alle_topics_zijn_er_niet_meer_bladzijden_dan_nodig(
    werkscherm: Werkscherm, qtbot: QtBot
) -> None:
    loop_weg(werkscherm, qtbot)
    over = [naam for naam in paginas(werkscherm) if naam.startswith("topic-")]
    assert len(over) <= LAATSTE
    assert werkscherm.huidig in over


def test_wie_ver_weg_terugkomt_vindt_zijn_tekst_en_kan_die_nog_terugnemen(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    pagina = topic(werkscherm, 3)
    pagina.risico.setFocus()
    was = pagina.risico.tekst()
    sla_aan(pagina.risico, "X")
    loop_weg(werkscherm, qtbot)
    terug = topic(werkscherm, 3)
    assert "X" in terug.risico.tekst()
    terug.risico.undo()
    assert terug.risico.tekst() == was
    assert werkscherm.werkruimte.scan.topic(3).risico == was


@pytest.mark.parametrize("teruggenomen", [False, True], ids=["getypt", "teruggenomen"])
def test_een_bladzijde_met_een_regel_waarin_nog_een_stap_terug_of_vooruit_kan_blijft(
    werkscherm: Werkscherm, qtbot: QtBot, teruggenomen: bool
) -> None:
    met_acties = next(deze for deze in werkscherm.werkruimte.scan.topics if deze.acties)
    pagina = topic(werkscherm, met_acties.nr)
    termijn = pagina.findChildren(RegelCel)[0]
    was = termijn.tekst()
    termijn.setFocus()
    QTest.keyClicks(termijn, "X")
    if teruggenomen:
        termijn.undo()
        assert termijn.tekst() == was
    loop_weg(werkscherm, qtbot)
    assert topic(werkscherm, met_acties.nr) is pagina
    assert (termijn.isUndoAvailable(), termijn.isRedoAvailable()) == (not teruggenomen, teruggenomen)


def test_een_bladzijde_met_een_rij_die_terug_te_zetten_is_blijft(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    met_acties = next(deze for deze in werkscherm.werkruimte.scan.topics if deze.acties)
    pagina = topic(werkscherm, met_acties.nr)
    tabel = pagina._tabellen[0]
    tabel._bij_verwijder(tabel.rij(0))
    loop_weg(werkscherm, qtbot)
    assert topic(werkscherm, met_acties.nr) is pagina
    tabel._zet_terug()
    assert werkscherm.werkruimte.scan.topic(met_acties.nr).acties == met_acties.acties


@pytest.mark.parametrize("stap", [ACTIES, RAPPORT])
def test_wat_alleen_op_een_bladzijde_staat_gaat_niet_weg(werkscherm: Werkscherm, qtbot: QtBot, stap: str) -> None:
    werkscherm.ga_naar(stap)
    pagina = werkscherm.pagina(stap)
    loop_weg(werkscherm, qtbot)
    assert werkscherm.pagina(stap) is pagina


def test_een_opgegeven_bladzijde_is_echt_weg_en_komt_gelijk_terug(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    pagina = topic(werkscherm, 4)
    tekst = pagina.toelichting.tekst()
    assert tekst
    loop_weg(werkscherm, qtbot)
    assert not isValid(pagina)
    opnieuw = topic(werkscherm, 4)
    assert opnieuw.toelichting.tekst() == tekst
    assert opnieuw.keuze.oordeel() is werkscherm.werkruimte.scan.topic(4).oordeel
    assert not opnieuw.toelichting.document().isUndoAvailable()


def test_een_opgegeven_bladzijde_stoort_het_heropenen_niet(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.werkruimte.wijzig_veld(status=ScanStatus.VASTGESTELD)
    assert topic(werkscherm, 2).risico.isReadOnly()
    loop_weg(werkscherm, qtbot)
    werkscherm.werkruimte.zet_status(ScanStatus.CONCEPT, "Er is een actie bij gekomen.")
    assert not topic(werkscherm, 17).risico.isReadOnly()
    assert not topic(werkscherm, 2).risico.isReadOnly()
