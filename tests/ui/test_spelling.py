"""Spelling while typing: what is marked, when, and what the menu of a word offers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import Proef, typ
from vtscan_desktop.domain.grenzen import MAX_TEKST
from vtscan_desktop.ui.bouwstenen.spelling import spelling
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak


@pytest.fixture
def aan(proef: Proef) -> Iterator[Proef]:
    """The spelling check with the words of an opened database."""
    spelling().begin(proef.sessie)
    yield proef
    spelling().stop()


@pytest.fixture
def vlak(aan: Proef) -> TekstVlak:
    """An empty field in an active window, with focus."""
    gemaakt = TekstVlak("Proef", aan.venster)
    ander = QWidget(aan.venster)
    ander.setObjectName("ander")
    aan.toon_venster()
    gemaakt.setFocus()
    return gemaakt


def gemarkeerd(vlak: TekstVlak) -> list[str]:
    """The words with a squiggle, in order."""
    woorden = []
    blok = vlak.document().begin()
    while blok.isValid():
        for reeks in blok.layout().formats():
            if reeks.format.underlineStyle() is QTextCharFormat.UnderlineStyle.SpellCheckUnderline:
                ruw = blok.text().encode("utf-16-le", "surrogatepass")
                woorden.append(ruw[2 * reeks.start : 2 * (reeks.start + reeks.length)].decode("utf-16-le"))
        blok = blok.next()
    return woorden


def wacht_op(qtbot: QtBot, vlak: TekstVlak, *woorden: str) -> None:
    qtbot.waitUntil(lambda: gemarkeerd(vlak) == list(woorden))


def keuzen(menu: QMenu) -> list[str]:
    return [actie.text() for actie in menu.actions()]


def kies(menu: QMenu, tekst: str) -> None:
    next(actie for actie in menu.actions() if actie.text() == tekst).trigger()


def test_een_fout_woord_krijgt_een_streepje_zodra_het_af_is(vlak: TekstVlak, qtbot: QtBot) -> None:
    typ(vlak, "De ontwikeling")
    typ(vlak, "sfout stokt, de wethouder weegt aaf")
    wacht_op(qtbot, vlak, "ontwikelingsfout")
    typ(vlak, " ")
    wacht_op(qtbot, vlak, "ontwikelingsfout", "aaf")


def test_het_laatste_woord_wordt_gekeurd_als_het_veld_wordt_verlaten(vlak: TekstVlak, qtbot: QtBot) -> None:
    typ(vlak, "gemente wachtlisjt")
    wacht_op(qtbot, vlak, "gemente")
    vlak.clearFocus()
    wacht_op(qtbot, vlak, "gemente", "wachtlisjt")


def test_een_emoji_en_een_tweede_alinea_verschuiven_het_streepje_niet(vlak: TekstVlak, qtbot: QtBot) -> None:
    vlak.zet_tekst("Goed 😀 gesprk vandaag\n😀😀 met de gemente gesproken")
    wacht_op(qtbot, vlak, "gesprk", "gemente")


def test_het_menu_biedt_wat_bedoeld_was_en_ctrl_z_neemt_de_keuze_terug(vlak: TekstVlak, qtbot: QtBot) -> None:
    vlak.zet_tekst("De ontwikeling stokt 😀 nu.")
    wacht_op(qtbot, vlak, "ontwikeling")
    vlak.zet_cursorplek(5)
    menu = vlak.maak_menu(QPoint(), met_muis=False)
    assert "Plakken" in " ".join(keuzen(menu)).replace("&", "") or len(keuzen(menu)) > 6
    qtbot.waitUntil(lambda: "ontwikkeling" in keuzen(menu))
    kies(menu, "ontwikkeling")
    assert vlak.tekst() == "De ontwikkeling stokt 😀 nu."
    vlak.undo()
    assert vlak.tekst() == "De ontwikeling stokt 😀 nu."


def test_een_eigen_woord_is_meteen_overal_bekend_ook_na_heropenen(vlak: TekstVlak, aan: Proef, qtbot: QtBot) -> None:
    ander = TekstVlak("Tweede", aan.venster)
    ander.show()
    for veld in (vlak, ander):
        veld.zet_tekst("Overleg met Brzozowa en de gemente.")
        wacht_op(qtbot, veld, "Brzozowa", "gemente")
    vlak.zet_cursorplek(14)
    kies(vlak.maak_menu(QPoint(), met_muis=False), "Toevoegen aan woordenboek")
    for veld in (vlak, ander):
        wacht_op(qtbot, veld, "gemente")
    spelling().stop()
    aan.heropen()
    spelling().begin(aan.sessie)
    assert spelling().is_goed("Brzozowa")


def test_een_eigen_woord_kan_weer_uit_het_woordenboek(vlak: TekstVlak, qtbot: QtBot) -> None:
    spelling().leer("gemente")
    vlak.zet_tekst("De gemente.")
    vlak.zet_cursorplek(5)
    kies(vlak.maak_menu(QPoint(), met_muis=False), "“gemente” uit woordenboek verwijderen")
    wacht_op(qtbot, vlak, "gemente")


def test_een_goed_woord_heeft_het_gewone_menu(vlak: TekstVlak, qtbot: QtBot) -> None:
    vlak.zet_tekst("De gemeente gemente.")
    wacht_op(qtbot, vlak, "gemente")
    vlak.zet_cursorplek(5)
    assert "Toevoegen aan woordenboek" not in keuzen(vlak.maak_menu(QPoint(), met_muis=False))


def test_uitgezet_verdwijnen_de_streepjes(vlak: TekstVlak, qtbot: QtBot) -> None:
    vlak.zet_tekst("De gemente.")
    wacht_op(qtbot, vlak, "gemente")
    spelling().zet_aan(False)
    try:
        assert gemarkeerd(vlak) == []
    finally:
        spelling().zet_aan(True)


def test_streepjes_veranderen_geen_tekst_en_laten_ongedaan_maken_met_rust(vlak: TekstVlak, qtbot: QtBot) -> None:
    gemeld: list[str] = []
    vlak.veranderd.connect(gemeld.append)
    typ(vlak, "gemente ")
    aantal = len(gemeld)
    wacht_op(qtbot, vlak, "gemente")
    assert len(gemeld) == aantal
    vlak.undo()
    assert vlak.tekst() == ""


def test_de_langste_tekst_wordt_helemaal_gekeurd(vlak: TekstVlak, qtbot: QtBot) -> None:
    regel = "De wethouder vraagt naar de gemente en de wachtlijst van de instelling.\n"
    aantal = MAX_TEKST // len(regel)
    vlak.zet_tekst(regel * aantal)
    wacht_op(qtbot, vlak, *["gemente"] * aantal)
    QApplication.processEvents()


def test_valt_de_controle_uit_dan_wordt_dat_een_keer_gezegd_en_komt_ze_vanzelf_terug(
    vlak: TekstVlak, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []
    spelling().melding.connect(gezegd.append)
    # also afterwards: a question that is still under way when it is quick again fails too
    monkeypatch.setattr("vtscan_desktop.ui.bouwstenen.spelling.WEER_MS", 20)
    with monkeypatch.context() as traag:
        traag.setattr("vtscan_desktop.services.spelling.GEDULD_S", 0.0)
        spelling()._controle.sluit()
        with qtbot.waitSignal(spelling().melding):
            vlak.zet_tekst("De gemente besluit.")
        qtbot.wait(300)
        vlak.zet_tekst("De gemente besluit over de wachtlisjt.")
        qtbot.wait(300)
    wacht_op(qtbot, vlak, "gemente", "wachtlisjt")
    spelling().melding.disconnect(gezegd.append)
    assert gezegd == ["De spellingcontrole werkt nu niet; ze begint vanzelf weer. U kunt gewoon verder werken."]
    assert spelling().actief


def test_komen_suggesties_niet_dan_zegt_het_menu_dat(
    vlak: TekstVlak, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    vlak.zet_tekst("De gemente besluit.")
    wacht_op(qtbot, vlak, "gemente")
    monkeypatch.setattr("vtscan_desktop.services.spelling.GEDULD_S", 0.0)
    vlak.zet_cursorplek(5)
    menu = vlak.maak_menu(QPoint(), met_muis=False)
    qtbot.waitUntil(lambda: "Suggesties zijn er nu niet" in keuzen(menu))
    assert gemarkeerd(vlak) == ["gemente"]
