"""The first window: what opens the database, what does not, and what must be kept before going on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.eerste_start import kies_wachtwoord, loop_door
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.eerste_start import EersteStart
from vtscan_desktop.ui.herstelsleutel import Herstelsleutel
from vtscan_desktop.ui.startbladen import Plaatsblad, Sleutelblad, Wachtwoordblad, Zelfblad
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang import Ontgrendelen, Toegang
from vtscan_desktop.ui.venster import Hoofdvenster

WACHTWOORD = "een lange zin als slot"
VANDAAG = date(2016, 7, 11)
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


def _venster(qtbot: QtBot, pad: Path) -> Toegang:
    venster = Toegang(pad, lambda: VANDAAG)
    qtbot.addWidget(venster)
    venster.show()
    return venster


@pytest.fixture(scope="module")
def moeder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A database with its recovery key, made once."""
    sessie = Sessie.maak(tmp_path_factory.mktemp("db") / "scans.vtdb", WACHTWOORD)
    sleutel = sessie.herstelsleutel
    sessie.sluit()
    return sessie.pad, sleutel


@pytest.fixture
def database(tmp_path: Path, moeder: tuple[Path, str]) -> tuple[Path, str]:
    """A copy of it, with the key that opens it too."""
    return Path(shutil.copy(moeder[0], tmp_path / "scans.vtdb")), moeder[1]


def _open_met(qtbot: QtBot, venster: Toegang, geheim: str) -> Sessie:
    assert isinstance(venster.blad, Ontgrendelen)
    venster.blad.geheim.setText(geheim)
    with qtbot.waitSignal(venster.geopend) as sein:
        qtbot.keyClick(venster.blad.geheim, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    sessie = sein.args[0]
    assert isinstance(sessie, Sessie)
    return sessie


def _start(venster: Toegang) -> EersteStart:
    assert isinstance(venster.blad, EersteStart)
    return venster.blad


def _naar_sleutel(qtbot: QtBot, venster: Toegang) -> Sleutelblad:
    start = _start(venster)
    qtbot.waitUntil(kies_wachtwoord(start, WACHTWOORD), timeout=20_000)
    start.blad.door.click()
    assert isinstance(start.blad, Sleutelblad)
    return start.blad


def test_a_first_start_makes_a_database_that_the_passphrase_opens(qtbot: QtBot, tmp_path: Path) -> None:
    pad = tmp_path / "nog niet" / "scans.vtdb"
    venster = _venster(qtbot, pad)
    with qtbot.waitSignal(venster.geopend, timeout=20_000) as sein:
        for klaar in loop_door(_start(venster), WACHTWOORD, "Adviseur"):
            qtbot.waitUntil(klaar, timeout=20_000)
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
    for klaar in loop_door(_start(venster.toegang), WACHTWOORD, voorbeeld=True):
        qtbot.waitUntil(klaar, timeout=20_000)
    qtbot.waitUntil(lambda: venster.werkscherm is not None, timeout=20_000)
    assert venster.werkscherm is not None
    assert venster.werkscherm.werkruimte.scan.voorbeeld
    venster.close()


def test_no_way_on_before_the_recovery_key_is_said_to_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    blad = _naar_sleutel(qtbot, venster)
    assert not blad.door.isEnabled()
    blad.bewaard.click()
    assert blad.door.isEnabled()
    blad.bewaard.click()
    assert not blad.door.isEnabled()


def test_back_at_the_passphrase_the_same_one_keeps_the_key_and_another_asks_to_keep_it_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    start = _start(venster)
    blad = _naar_sleutel(qtbot, venster)
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
    qtbot.waitUntil(kies_wachtwoord(start, "een heel andere lange zin"), timeout=20_000)
    start.blad.door.click()
    assert isinstance(start.blad, Sleutelblad)
    assert start.keuze.herstelsleutel != sleutel
    assert not start.blad.bewaard.isChecked()


def test_each_step_says_which_it_is_and_what_was_typed_is_there_on_the_way_back(qtbot: QtBot, tmp_path: Path) -> None:
    venster = _venster(qtbot, tmp_path / "scans.vtdb")
    start = _start(venster)
    assert start.balk.accessibleName() == "Stap 1 van 5: Wachtwoord"
    blad = _naar_sleutel(qtbot, venster)
    blad.bewaard.click()
    blad.door.click()
    assert start.balk.accessibleName() == "Stap 4 van 5: Uzelf"
    assert isinstance(start.blad, Zelfblad)
    qtbot.keyClicks(start.blad.vak.velden["functie"], "Adviseur")
    start.blad.door.click()
    start.blad.weer.click()
    assert isinstance(start.blad, Zelfblad)
    assert start.blad.vak.wie().functie == "Adviseur"


def test_where_a_database_lies_it_can_be_opened_and_not_made(
    qtbot: QtBot, database: tuple[Path, str], tmp_path: Path
) -> None:
    venster = _venster(qtbot, tmp_path / "elders" / database[0].name)
    start = _start(venster)
    qtbot.waitUntil(kies_wachtwoord(start, WACHTWOORD), timeout=20_000)
    assert isinstance(start.blad, Plaatsblad)
    assert start.blad.open.isHidden()
    start.blad.zet_map(tmp_path)
    assert not start.blad.door.isEnabled()
    start.blad.open.click()
    assert isinstance(venster.blad, Ontgrendelen)
    assert venster.blad.pad == database[0]


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    venster = _venster(qtbot, tmp_path / "bestand" / "scans.vtdb")
    start = _start(venster)
    for klaar in loop_door(start, WACHTWOORD):
        qtbot.waitUntil(klaar, timeout=20_000)
    qtbot.waitUntil(lambda: not start.blad.fout.isHidden(), timeout=20_000)
    assert start.blad.fout.text().endswith("kon niet gemaakt worden.")
    for _ in range(3):
        start.blad.weer.click()
    assert isinstance(start.blad, Plaatsblad)
    start.blad.zet_map(tmp_path)
    for _ in range(3):
        start.blad.door.click()
    with qtbot.waitSignal(venster.geopend, timeout=20_000) as sein:
        start.blad.door.click()
    sein.args[0].sluit()


@pytest.mark.parametrize("stop", [True, False])
def test_closing_asks_only_when_something_would_be_lost_and_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: bool
) -> None:
    gevraagd: list[str] = []

    def antwoord(_ouder: QWidget, titel: str, _tekst: str, *_antwoorden: str, gevaar: str = "") -> str:
        gevraagd.append(titel)
        return gevaar if stop else ""

    monkeypatch.setattr("vtscan_desktop.ui.venster.vraag", antwoord)
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
    _naar_sleutel(qtbot, venster.toegang)
    venster.close()
    assert gevraagd == ["Stoppen met beginnen?"]
    assert venster.isVisible() is not stop
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("vtscan_desktop.ui.venster.vraag", lambda *_, gevaar="": gevaar)
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
    blad = _start(venster).blad
    assert isinstance(blad, Wachtwoordblad)
    blad.nieuw.wachtwoord.setText(een)
    blad.nieuw.herhaling.setText(twee)
    blad.door.click()
    assert bezwaar in blad.fout.text()
    assert not (tmp_path / "scans.vtdb").exists()


def test_the_recovery_key_opens_what_the_passphrase_opens(qtbot: QtBot, database: tuple[Path, str]) -> None:
    pad, sleutel = database
    venster = _venster(qtbot, pad)
    assert isinstance(venster.blad, Ontgrendelen)
    venster.blad.vergeten.click()
    _open_met(qtbot, venster, sleutel.replace("\n", " ").lower()).sluit()


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(qtbot: QtBot, database: tuple[Path, str]) -> None:
    venster = _venster(qtbot, database[0])
    blad = venster.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText("niet dit")
    blad.open.click()
    assert not blad.open.isEnabled()
    qtbot.waitUntil(lambda: not blad.fout.isHidden())
    assert "wachtwoord" in blad.fout.text().lower()
    _open_met(qtbot, venster, WACHTWOORD).sluit()


def test_a_passphrase_given_beforehand_opens_without_asking(qtbot: QtBot, database: tuple[Path, str]) -> None:
    venster = _venster(qtbot, database[0])
    with qtbot.waitSignal(venster.geopend) as sein:
        venster.probeer(WACHTWOORD)
    sein.args[0].sluit()


@pytest.mark.parametrize("inhoud", [b"", b"geen database" * 1000])
def test_a_file_that_is_no_database_is_said(qtbot: QtBot, tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "x.vtdb").write_bytes(inhoud)
    venster = _venster(qtbot, tmp_path / "x.vtdb")
    blad = venster.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText(WACHTWOORD)
    blad.open.click()
    qtbot.waitUntil(lambda: not blad.fout.isHidden())
    assert blad.fout.text().endswith(".")
    assert (tmp_path / "x.vtdb").read_bytes() == inhoud


def test_a_database_that_is_in_use_is_said(qtbot: QtBot, database: tuple[Path, str]) -> None:
    sessie = Sessie.open(database[0], WACHTWOORD)
    venster = _venster(qtbot, database[0])
    blad = venster.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText(WACHTWOORD)
    blad.open.click()
    qtbot.waitUntil(lambda: not blad.fout.isHidden())
    sessie.sluit()
    assert "gebruik" in blad.fout.text()


def test_the_window_stays_responsive_while_the_key_is_derived(qtbot: QtBot, database: tuple[Path, str]) -> None:
    venster = _venster(qtbot, database[0])
    tikken: list[int] = []
    klok = QTimer(venster)
    klok.setInterval(1)
    klok.timeout.connect(lambda: tikken.append(1))
    klok.start()
    _open_met(qtbot, venster, WACHTWOORD).sluit()
    assert len(tikken) > 5


def test_another_file_shows_what_belongs_to_it(
    qtbot: QtBot, database: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venster = _venster(qtbot, tmp_path / "elders" / "scans.vtdb")
    blad = _start(venster).blad
    assert isinstance(blad, Wachtwoordblad)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(database[0]), ""))
    blad.ander.click()
    assert isinstance(venster.blad, Ontgrendelen)
    assert venster.blad.pad == database[0]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nieuw"), ""))
    next(k for k in venster.blad.findChildren(QPushButton) if "Nieuwe" in k.text()).click()
    assert isinstance(venster.blad, EersteStart)
    assert venster.blad.pad == tmp_path / "nieuw.vtdb"


def test_a_passphrase_is_hidden_until_asked_for(qtbot: QtBot, database: tuple[Path, str]) -> None:
    venster = _venster(qtbot, database[0])
    blad = venster.blad
    assert isinstance(blad, Ontgrendelen)
    assert blad.geheim.echoMode() == QLineEdit.EchoMode.Password
    blad.zichtbaar.click()
    assert blad.geheim.echoMode() == QLineEdit.EchoMode.Normal


def _eis_leesbaar(venster: QWidget) -> None:
    for deel in venster.findChildren(QWidget):
        if isinstance(deel, QPushButton | QCheckBox | QLineEdit):
            assert deel.accessibleName() or deel.text(), deel
        if isinstance(deel, QPushButton | QCheckBox) and deel.isVisible():
            assert deel.width() >= deel.sizeHint().width(), deel.text()
        if isinstance(deel, QLabel) and deel.isVisible():
            assert deel.height() >= deel.heightForWidth(deel.width()), deel.text()
            assert deel.wordWrap() or deel.width() >= deel.sizeHint().width(), deel.text()


def test_every_control_has_a_name_and_nothing_is_cut_off_at_200_percent(
    qtbot: QtBot, database: tuple[Path, str], tmp_path: Path
) -> None:
    thema().zet_schaal(2.0)
    try:
        venster = _venster(qtbot, database[0])
        venster.resize(1280, 800)
        qtbot.waitExposed(venster)
        _eis_leesbaar(venster)
        nieuw = _venster(qtbot, tmp_path / "een" / "nieuwe.vtdb")
        nieuw.resize(1280, 800)
        qtbot.waitExposed(nieuw)
        _eis_leesbaar(nieuw)
        blad = _naar_sleutel(qtbot, nieuw)
        blad.bewaard.click()
        qtbot.waitUntil(lambda: _eis_leesbaar(nieuw))
        for _ in range(2):
            _start(nieuw).blad.door.click()
            qtbot.waitUntil(lambda: _eis_leesbaar(nieuw))
    finally:
        thema().zet_schaal(1.0)


def test_the_recovery_key_can_be_copied_printed_and_kept_as_text(qtbot: QtBot, tmp_path: Path) -> None:
    sleutel = "\n".join(["ABCD-EF0H-JK1M-N2PQ"] * 4)
    blad = Herstelsleutel(sleutel, tmp_path / "scans.vtdb", lambda: VANDAAG, None)  # type: ignore[arg-type]
    qtbot.addWidget(blad)
    next(k for k in blad.findChildren(QPushButton) if k.text() == "Kopieer").click()
    assert QGuiApplication.clipboard().text() == sleutel
    blad.bewaar_als(tmp_path / "sleutel.txt")
    tekst = (tmp_path / "sleutel.txt").read_text("utf-8")
    assert sleutel in tekst
    assert "11 juli 2016" in tekst
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sleutel.pdf"))
    blad.druk_af(printer)
    assert (tmp_path / "sleutel.pdf").read_bytes().startswith(b"%PDF")


def test_a_key_file_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    blad = Herstelsleutel("ABCD", tmp_path / "scans.vtdb", lambda: VANDAAG, None)  # type: ignore[arg-type]
    qtbot.addWidget(blad)
    with qtbot.waitSignal(blad.melding) as sein:
        blad.bewaar_als(tmp_path / "geen map" / "sleutel.txt")
    assert sein.args[0].endswith(".")


def test_the_first_window_needs_nothing_of_the_store() -> None:
    zwaar = "{'sqlmodel', 'sqlalchemy', 'reportlab', 'pyhanko', 'pikepdf', 'alembic', 'PySide6.QtPrintSupport'}"
    proef = f"import sys, vtscan_desktop.ui.toegang; print({zwaar} & set(sys.modules))"
    uit = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "set()"


def test_a_closed_window_is_freed(qtbot: QtBot, database: tuple[Path, str]) -> None:
    venster = _venster(qtbot, database[0])
    with qtbot.waitSignal(venster.destroyed):
        venster.close()
        venster.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
