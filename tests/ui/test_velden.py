"""The fields: what the user types comes out to the letter, and nothing else does."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import sla_aan
from vtscan_desktop.domain.grenzen import MAX_TEKST, schoon
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.thema import thema


@pytest.fixture
def houder(qtbot: QtBot) -> QWidget:
    thema()
    venster = QWidget()
    qtbot.addWidget(venster)
    return venster


@pytest.mark.parametrize(
    "tekst", ["café – één", "a\u00a0b", "regel 1\nregel 2", "🙂 is één teken", "שלום", "<b>&amp;</b>"]
)
def test_wat_getypt_wordt_komt_er_letterlijk_uit(houder: QWidget, tekst: str) -> None:
    vlak = TekstVlak("Feitelijke situatie", houder)
    gezien: list[str] = []
    vlak.veranderd.connect(gezien.append)
    sla_aan(vlak, tekst)
    assert vlak.tekst() == tekst
    assert gezien[-1] == tekst


@pytest.mark.parametrize("tekst", ["a\u00a0b", "twee\n\nregels\n", "tab\tteken", "  spaties  "])
def test_een_getoonde_tekst_blijft_na_een_toets_verder_gelijk(houder: QWidget, tekst: str) -> None:
    vlak = TekstVlak("Risico", houder)
    vlak.zet_tekst(tekst)
    vlak.zet_cursorplek(10**6)
    sla_aan(vlak, "x")
    assert vlak.tekst() == tekst + "x"


def test_tonen_is_geen_wijziging_van_de_gebruiker(houder: QWidget, qtbot: QtBot) -> None:
    vlak = TekstVlak("Risico", houder)
    with qtbot.assertNotEmitted(vlak.veranderd):
        vlak.zet_tekst("van elders")


def test_dezelfde_tekst_opnieuw_tonen_laat_cursor_en_ongedaan_maken_met_rust(houder: QWidget) -> None:
    vlak = TekstVlak("Risico", houder)
    sla_aan(vlak, "abc")
    vlak.zet_cursorplek(1)
    vlak.zet_tekst("abc")
    assert vlak.cursorplek() == 1
    vlak.undo()
    assert vlak.tekst() != "abc"


def test_het_vak_groeit_mee_met_de_tekst(houder: QWidget) -> None:
    vlak = TekstVlak("Risico", houder, regels=2)
    QVBoxLayout(houder).addWidget(vlak)
    houder.show()
    laag = vlak.height()
    sla_aan(vlak, "regel\n" * 12)
    assert vlak.height() > 2 * laag
    assert vlak.document().size().height() <= vlak.viewport().height() + 1


def test_te_lange_plak_wordt_geweigerd_en_wat_er_stond_blijft(houder: QWidget, qtbot: QtBot) -> None:
    vlak = TekstVlak("Risico", houder)
    vlak.zet_tekst("al getypt")
    stof = QMimeData()
    stof.setText("x" * MAX_TEKST)
    with qtbot.waitSignal(vlak.geweigerd) as melding:
        vlak.insertFromMimeData(stof)
    assert "100.000" in melding.args[0]
    assert vlak.tekst() == "al getypt"


def test_een_getypt_teken_te_veel_wordt_geweigerd(houder: QWidget, qtbot: QtBot) -> None:
    vlak = TekstVlak("Risico", houder)
    vlak.zet_tekst("x" * MAX_TEKST)
    with qtbot.waitSignal(vlak.geweigerd):
        sla_aan(vlak, "y")
    assert vlak.tekst() == "x" * MAX_TEKST


def test_plakken_neemt_geen_opmaak_en_geen_stuurtekens_mee(houder: QWidget) -> None:
    vlak = TekstVlak("Risico", houder)
    stof = QMimeData()
    stof.setHtml("<b>vet</b>")
    stof.setText("vet\x07\r\nregel")
    vlak.insertFromMimeData(stof)
    assert vlak.tekst() == "vet\nregel"


def test_schoon_laat_alles_heel_behalve_stuurtekens() -> None:
    assert schoon("a\x00b\u2028c\ud800d\te") == "ab\ncd\te"


def test_een_datum_mag_op_zijn_nederlands_en_wordt_bij_verlaten_eenvormig(houder: QWidget) -> None:
    veld = DatumVeld("Datum", houder)
    sla_aan(veld, "31-12-2016")
    assert veld.datum() == date(2016, 12, 31)
    assert veld.tekst() == "31-12-2016"
    veld.focusOutEvent(_uit())
    assert veld.tekst() == "31 dec 2016"


def test_een_datum_die_niet_bestaat_blijft_staan_met_uitleg(houder: QWidget) -> None:
    veld = DatumVeld("Datum", houder)
    sla_aan(veld, "31-02-2016")
    assert veld.datum() is None
    assert veld.tekst() == "31-02-2016"
    assert veld.property("fout") is True
    assert "Geen geldige datum" in veld.toolTip()


def test_nog_eens_kiezen_wist_de_keuze(houder: QWidget) -> None:
    rij = Knoppenrij("Oordeel", houder)
    rij.voeg_toe("a", "A")
    rij.voeg_toe("b", "B")
    gezien: list[str] = []
    rij.veranderd.connect(gezien.append)
    rij.knop("b").click()
    rij.knop("a").click()
    rij.knop("a").click()
    assert gezien == ["b", "a", ""]
    assert not rij.knop("a").isChecked()


def test_een_regel_is_ten_hoogste_300_tekens(houder: QWidget) -> None:
    veld = RegelVeld("Titel", houder)
    sla_aan(veld, "x" * 301)
    assert len(veld.tekst()) == 300


def _uit() -> QFocusEvent:
    return QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)


@pytest.mark.parametrize("aantal", [2, 3, 10])
def test_een_korte_keuzelijst_staat_er_helemaal(houder: QWidget, qtbot: QtBot, aantal: int) -> None:
    veld = KeuzeVeld("Status", [(str(i), f"keuze {i}") for i in range(aantal)], houder)
    houder.show()
    houder.activateWindow()
    qtbot.waitUntil(houder.isActiveWindow)
    veld.setFocus()
    veld.showPopup()
    lijst = veld.view()
    QApplication.processEvents()
    onderste = lijst.visualRect(lijst.model().index(aantal - 1, 0))
    assert lijst.verticalScrollBar().maximum() == 0
    assert onderste.bottom() < lijst.viewport().height()
    veld.hidePopup()


def test_een_keuze_die_niet_past_eindigt_met_een_beletselteken(houder: QWidget) -> None:
    def beeld(tekst: str) -> tuple[QImage, str]:
        veld = KeuzeVeld("Topic", [("8", tekst)], houder)
        veld.resize(120, veld.sizeHint().height())
        past = veld.fontMetrics().elidedText(tekst, Qt.TextElideMode.ElideRight, veld.ruimte_voor_tekst())
        return veld.grab().toImage(), past

    te_lang, past = beeld("8 Registratie en beleidsinformatie")
    assert past.endswith("…")
    assert te_lang == beeld(past)[0]
