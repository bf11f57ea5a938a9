"""The note line: kinds that grow while typing, gesprekken with one click, and Esc back to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.risicoscan import GesprekSoort, Notitie, NotitieSoort
from vtscan_desktop.ui.gesprek.notitieveld import Notitieveld
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.venster import MINIMUM
from vtscan_desktop.ui.werkscherm import Werkscherm

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def regel(werkscherm: Werkscherm, qtbot: QtBot) -> Notitieveld:
    """The note line on topic 3, with the cursor in it."""
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    werkscherm.ga_naar(topicstap(3))
    druk(werkscherm.pagina(topicstap(3)).eerste_veld(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert werkscherm.notitiebalk.regel.hasFocus()
    return werkscherm.notitiebalk.regel


def druk(veld: object, toets: Qt.Key, met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(veld, toets, met)  # type: ignore[call-overload]


def typ(regel: Notitieveld, tekst: str) -> None:
    QTest.keyClicks(regel, tekst)


def laatste(scherm: Werkscherm) -> Notitie:
    return scherm.werkruimte.scan.notities[-1]


@pytest.mark.parametrize("toets", [TAB, Qt.Key.Key_Right], ids=["tab", "pijl"])
def test_een_begin_van_een_soort_wordt_met_een_toets_af_zonder_de_notitie_te_bewaren(
    werkscherm: Werkscherm, regel: Notitieveld, toets: Qt.Key
) -> None:
    typ(regel, "arts ziek #k")
    assert regel.text() == "arts ziek #k"
    druk(regel, toets)
    assert regel.text() == "arts ziek #knelpunt "
    assert regel.hasFocus()
    assert werkscherm.werkruimte.scan.notities == ()
    typ(regel, "al weken")
    druk(regel, ENTER)
    assert (laatste(werkscherm).tekst, laatste(werkscherm).soort) == ("arts ziek al weken", NotitieSoort.KNELPUNT)


def test_enter_maakt_de_soort_af_en_bewaart_in_een_keer(werkscherm: Werkscherm, regel: Notitieveld) -> None:
    typ(regel, "arts ziek #k")
    druk(regel, ENTER)
    assert regel.text() == ""
    assert (laatste(werkscherm).tekst, laatste(werkscherm).soort) == ("arts ziek", NotitieSoort.KNELPUNT)
    typ(regel, "een visie #o")
    druk(regel, Qt.Key.Key_Down)
    druk(regel, ENTER)
    assert (laatste(werkscherm).tekst, laatste(werkscherm).soort) == ("een visie", NotitieSoort.OPGAVE)
    typ(regel, "#k")
    druk(regel, ENTER)
    assert regel.text() == "#knelpunt "
    assert len(werkscherm.werkruimte.scan.notities) == 2


def test_doortypen_stoort_zich_niet_aan_wat_het_worden_kan(werkscherm: Werkscherm, regel: Notitieveld) -> None:
    typ(regel, "#k arts ziek")
    assert regel.text() == "#k arts ziek"
    druk(regel, ENTER)
    assert (laatste(werkscherm).tekst, laatste(werkscherm).soort) == ("arts ziek", NotitieSoort.KNELPUNT)


def test_met_de_pijlen_kiest_men_uit_wat_het_worden_kan(regel: Notitieveld) -> None:
    typ(regel, "#o")
    assert [*regel.keuzen()] == [NotitieSoort.OORZAAK, NotitieSoort.OPGAVE]
    druk(regel, Qt.Key.Key_Down)
    druk(regel, TAB)
    assert regel.text() == "#opgave "
    regel.clear()
    typ(regel, "#")
    assert regel.aanvulling() == ""
    druk(regel, Qt.Key.Key_Down)
    druk(regel, TAB)
    assert regel.text() == "#knelpunt "


def test_een_hekje_dat_geen_soort_wordt_is_gewoon_tekst(werkscherm: Werkscherm, regel: Notitieveld) -> None:
    typ(regel, "kamer #12")
    druk(regel, ENTER)
    assert (laatste(werkscherm).tekst, laatste(werkscherm).soort) == ("kamer #12", NotitieSoort.NOTITIE)
    typ(regel, "lift #k")
    druk(regel, ESC)
    assert regel.aanvulling() == ""
    assert regel.hasFocus()


def test_esc_brengt_terug_naar_veld_en_cursor(regel: Notitieveld) -> None:
    druk(regel, ESC)
    vlak = QApplication.focusWidget()
    assert isinstance(vlak, QTextEdit)
    QTest.keyClicks(vlak, "abc")
    plek = vlak.textCursor().position()
    druk(vlak, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert regel.hasFocus()
    typ(regel, "tussendoor")
    druk(regel, ENTER)
    druk(regel, ESC)
    assert vlak.hasFocus()
    assert vlak.textCursor().position() == plek


def test_een_nummer_alleen_gaat_naar_dat_topic_en_een_notitie_met_nummer_niet(
    werkscherm: Werkscherm, regel: Notitieveld
) -> None:
    typ(regel, "12: vorm nog open")
    druk(regel, ENTER)
    assert (werkscherm.huidig, laatste(werkscherm).topic) == (topicstap(3), 12)
    typ(regel, "12:")
    druk(regel, ENTER)
    assert (werkscherm.huidig, regel.text()) == (topicstap(12), "")
    assert regel.hasFocus()
    assert len(werkscherm.werkruimte.scan.notities) == 1


def test_een_klik_begint_een_gesprek_en_een_klik_beeindigt_het(werkscherm: Werkscherm, regel: Notitieveld) -> None:
    ruimte, gesprek = werkscherm.werkruimte, werkscherm.notitiebalk.gesprek
    ruimte.wijzig_veld(gesprekken=())
    gesprek.start.click()
    [eerste] = ruimte.scan.gesprekken
    assert (eerste.datum, eerste.soort) == (ruimte.nu().date(), GesprekSoort.AMBTELIJK)
    assert ruimte.lopend_gesprek() == eerste.id
    typ(regel, "in het gesprek")
    druk(regel, ENTER)
    assert laatste(werkscherm).gesprek == eerste.id
    gesprek.beeindig.click()
    typ(regel, "erna")
    druk(regel, ENTER)
    assert laatste(werkscherm).gesprek is None
    gesprek.start.click()
    assert [g.soort for g in ruimte.scan.gesprekken] == [GesprekSoort.AMBTELIJK, GesprekSoort.INSTELLING]


def test_uit_het_menu_begint_elke_soort_en_gaat_een_eerder_gesprek_verder(werkscherm: Werkscherm) -> None:
    ruimte, gesprek = werkscherm.werkruimte, werkscherm.notitiebalk.gesprek
    kies(werkscherm, "overig")
    nieuw = ruimte.scan.gesprekken[-1]
    assert (nieuw.soort, ruimte.lopend_gesprek()) == (GesprekSoort.OVERIG, nieuw.id)
    gesprek.beeindig.click()
    kies(werkscherm, "11 jul 2016, overig")
    assert ruimte.lopend_gesprek() == nieuw.id


def kies(scherm: Werkscherm, tekst: str) -> None:
    gesprek = scherm.notitiebalk.gesprek
    gesprek.vul_menu()
    [actie] = [a for a in gesprek.kies.menu().actions() if a.text() == tekst]
    actie.trigger()


def test_wat_in_een_gesprek_getypt_is_blijft_daarbij_als_een_ander_begint(
    werkscherm: Werkscherm, regel: Notitieveld
) -> None:
    kies(werkscherm, "ambtelijk")
    eerste = werkscherm.werkruimte.lopend_gesprek()
    typ(regel, "nog niet bewaard")
    kies(werkscherm, "wethouder")
    assert (laatste(werkscherm).tekst, laatste(werkscherm).gesprek) == ("nog niet bewaard", eerste)
    assert regel.text() == ""
    typ(regel, "bij de wethouder")
    druk(regel, ENTER)
    assert laatste(werkscherm).gesprek == werkscherm.werkruimte.lopend_gesprek() != eerste


def test_een_regel_van_voor_het_gesprek_hoort_bij_het_gesprek_dat_begint(
    werkscherm: Werkscherm, regel: Notitieveld
) -> None:
    typ(regel, "wie zijn er")
    werkscherm.notitiebalk.gesprek.start.click()
    assert regel.text() == "wie zijn er"
    druk(regel, ENTER)
    assert laatste(werkscherm).gesprek == werkscherm.werkruimte.lopend_gesprek() is not None


@pytest.mark.parametrize("in_gesprek", [False, True], ids=["erbuiten", "in gesprek"])
def test_in_een_smal_venster_wijkt_de_naam_van_het_topic_voor_de_regel(
    werkscherm: Werkscherm, in_gesprek: bool
) -> None:
    balk = werkscherm.notitiebalk
    if in_gesprek:
        balk.gesprek.start.click()
    for breedte, naam in ((1280, "13 Sturing en bekostiging"), (MINIMUM.width(), "topic 13"), (1280, "13 Sturing")):
        werkscherm.resize(breedte, MINIMUM.height())
        werkscherm.ga_naar(topicstap(13))
        QApplication.processEvents()
        assert balk.topicchip.text().startswith(naam)
        assert balk.regel.width() >= 200
        assert (balk.topicchip.toolTip() != "") is (naam == "topic 13"), "what gave way is still to be read"


class Indelingen(QObject):
    """Counts how often something is asked to be laid out anew."""

    aantal = 0

    def eventFilter(self, _wie: QObject, e: QEvent) -> bool:
        """See every event, stop none."""
        self.aantal += e.type() == QEvent.Type.LayoutRequest
        return False


def test_een_letter_in_de_regel_of_elders_vraagt_de_balk_niet_om_een_nieuwe_indeling(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(topicstap(3))
    veld = werkscherm.pagina(topicstap(3)).eerste_veld()
    assert veld is not None
    telling = Indelingen(werkscherm)
    for waar in (werkscherm.notitiebalk.regel, veld):
        QTest.keyClicks(waar, "een")
        QApplication.processEvents()
        werkscherm.notitiebalk.installEventFilter(telling)
        QTest.keyClicks(waar, " letter")
        QApplication.processEvents()
        werkscherm.notitiebalk.removeEventFilter(telling)
    assert telling.aantal == 0
