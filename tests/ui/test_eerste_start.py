"""The first start in the window: what each step asks, the way back, and that nothing is written before the end."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.eerste_start import kies_wachtwoord, loop_door, naar_sleutel, start_van
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.startbladen import Plaatsblad, Sleutelblad, Wachtwoordblad, Zelfblad
from vtscan_desktop.ui.toegang.toegang import Toegang
from vtscan_desktop.ui.venster import Hoofdvenster

WACHTWOORD = "een lange zin als slot"
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


def _venster(qtbot: QtBot, pad: Path) -> Toegang:
    venster = Toegang(pad, lambda: date(2016, 7, 11))
    qtbot.addWidget(venster)
    venster.show()
    return venster


def test_a_first_start_makes_a_database_that_the_passphrase_opens(qtbot: QtBot, tmp_path: Path) -> None:
    pad = tmp_path / "nog niet" / "scans.vtdb"
    venster = _venster(qtbot, pad)
    with qtbot.waitSignal(venster.geopend) as sein:
        for klaar in loop_door(start_van(venster), WACHTWOORD, "Adviseur"):
            qtbot.waitUntil(klaar)
            assert list(tmp_path.iterdir()) == []
    sein.args[0].sluit()
    sessie = Sessie.open(pad, WACHTWOORD)
    assert sessie.adviseur().functie == "Adviseur"
    assert sessie.scans.overzicht() == ()
    sessie.sluit()


def test_who_begins_with_the_example_sees_it_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    venster = Hoofdvenster(tmp_path / "scans.vtdb", lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    assert venster.toegang is not None
    for klaar in loop_door(start_van(venster.toegang), WACHTWOORD, voorbeeld=True):
        qtbot.waitUntil(klaar)
    qtbot.waitUntil(lambda: venster.werkscherm is not None)
    assert venster.werkscherm is not None
    assert venster.werkscherm.werkruimte.scan.voorbeeld
    venster.close()


def test_no_way_on_before_the_recovery_key_is_said_to_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    blad = naar_sleutel(qtbot, venster, WACHTWOORD)
    assert not blad.door.isEnabled()
    blad.bewaard.click()
    assert blad.door.isEnabled()
    blad.bewaard.click()
    assert not blad.door.isEnabled()


def test_enter_goes_on_from_a_choice_too_once_there_is_a_way_on(qtbot: QtBot, tmp_path: Path) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    start = start_van(venster)
    blad = naar_sleutel(qtbot, venster, WACHTWOORD)
    QTest.keyClick(blad.bewaard, Qt.Key.Key_Return)
    assert start.blad is blad
    QTest.keyClick(blad.bewaard, Qt.Key.Key_Space)
    QTest.keyClick(blad.bewaard, Qt.Key.Key_Return)
    assert isinstance(start.blad, Zelfblad)
    start.blad.door.click()
    with qtbot.waitSignal(venster.geopend) as sein:
        QTest.keyClick(start.blad.eerste_veld(), Qt.Key.Key_Return)
    sein.args[0].sluit()


def test_back_at_the_passphrase_the_same_one_keeps_the_key_and_another_asks_to_keep_it_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    start = start_van(venster)
    blad = naar_sleutel(qtbot, venster, WACHTWOORD)
    sleutel = start.keuze.herstelsleutel
    blad.bewaard.click()
    blad.weer.click()
    start.blad.weer.click()
    assert isinstance(start.blad, Wachtwoordblad)
    assert start.blad.nieuw.tekst() == WACHTWOORD
    start.blad.neem(WACHTWOORD)
    start.blad.door.click()
    assert isinstance(start.blad, Sleutelblad)
    assert start.keuze.herstelsleutel == sleutel
    assert start.blad.bewaard.isChecked()
    start.blad.weer.click()
    start.blad.weer.click()
    qtbot.waitUntil(kies_wachtwoord(start, "een heel andere lange zin"))
    start.blad.door.click()
    assert isinstance(start.blad, Sleutelblad)
    assert start.keuze.herstelsleutel != sleutel
    assert not start.blad.bewaard.isChecked()


def test_each_step_says_which_it_is_and_what_was_typed_is_there_on_the_way_back(qtbot: QtBot, tmp_path: Path) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    start = start_van(venster)
    assert start.balk.accessibleName() == "Stap 1 van 5: Wachtwoord"
    blad = naar_sleutel(qtbot, venster, WACHTWOORD)
    blad.bewaard.click()
    blad.door.click()
    assert start.balk.accessibleName() == "Stap 4 van 5: Uzelf"
    assert isinstance(start.blad, Zelfblad)
    qtbot.keyClicks(start.blad.vak.velden["functie"], "Adviseur")
    start.blad.door.click()
    start.blad.weer.click()
    assert isinstance(start.blad, Zelfblad)
    assert start.blad.vak.wie().functie == "Adviseur"


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    venster = _venster(qtbot, tmp_path / "bestand" / "scans.vtdb")
    start = start_van(venster)
    for klaar in loop_door(start, WACHTWOORD):
        qtbot.waitUntil(klaar)
    qtbot.waitUntil(lambda: not start.blad.fout.isHidden())
    assert start.blad.fout.text().endswith("kon niet gemaakt worden.")
    for _ in range(3):
        start.blad.weer.click()
    assert isinstance(start.blad, Plaatsblad)
    start.blad.zet_map(tmp_path)
    for _ in range(3):
        start.blad.door.click()
    with qtbot.waitSignal(venster.geopend) as sein:
        start.blad.door.click()
    sein.args[0].sluit()


def test_larger_text_is_there_at_once_and_what_was_typed_stays(qtbot: QtBot, tmp_path: Path) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    blad = start_van(venster).blad
    assert isinstance(blad, Wachtwoordblad)
    blad.nieuw.wachtwoord.setText("half getypt")
    breed = venster._kaart.maximumWidth()
    try:
        thema().zet_schaal(1.5)
        groot = start_van(venster).blad
        assert isinstance(groot, Wachtwoordblad)
        assert groot.nieuw.tekst() == "half getypt"
        assert venster._kaart.maximumWidth() == round(breed * 1.5)
        naar_sleutel(qtbot, venster, WACHTWOORD).bewaard.click()
        sleutel = start_van(venster).keuze.herstelsleutel
        thema().zet_schaal(1.3)
        weer = start_van(venster).blad
        assert isinstance(weer, Sleutelblad)
        assert weer.bewaard.isChecked()
        assert weer.keuze.herstelsleutel == sleutel
    finally:
        thema().zet_schaal(1.0)


@pytest.mark.parametrize("stop", [True, False])
def test_closing_asks_only_when_something_would_be_lost_and_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: bool
) -> None:
    gevraagd: list[str] = []

    def antwoord(_ouder: QWidget, titel: str, _tekst: str, *_antwoorden: str, gevaar: str = "") -> str:
        gevraagd.append(titel)
        return gevaar if stop else ""

    monkeypatch.setattr("vtscan_desktop.ui.bouwstenen.vragen.vraag", antwoord)
    leeg = Hoofdvenster(tmp_path / "scans.vtdb", lambda: NU, lambda _pad: "")
    qtbot.addWidget(leeg)
    leeg.show()
    assert leeg.toegang is not None
    qtbot.keyClick(leeg.toegang.blad, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert not leeg.isVisible()
    assert gevraagd == []
    venster = Hoofdvenster(tmp_path / "scans.vtdb", lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    assert venster.toegang is not None
    naar_sleutel(qtbot, venster.toegang, WACHTWOORD)
    venster.close()
    assert gevraagd == ["Stoppen met beginnen?"]
    assert venster.isVisible() is not stop
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("vtscan_desktop.ui.bouwstenen.vragen.vraag", lambda *_, gevaar="": gevaar)
    venster.close()


@pytest.mark.parametrize(
    ("een", "twee", "bezwaar"),
    [
        ("kort", "kort", "minstens 8 tekens"),
        ("        ", "        ", "minstens 8 tekens"),
        ("lang genoeg", "lang genoeh", "niet gelijk"),
    ],
)
def test_a_passphrase_that_will_not_do_is_refused_in_one_sentence(
    qtbot: QtBot, tmp_path: Path, een: str, twee: str, bezwaar: str
) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    blad = start_van(venster).blad
    assert isinstance(blad, Wachtwoordblad)
    blad.nieuw.wachtwoord.setText(een)
    blad.nieuw.herhaling.setText(twee)
    blad.door.click()
    assert bezwaar in blad.fout.text()
    assert not (tmp_path / "scans.vtdb").exists()
