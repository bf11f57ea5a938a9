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
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.eerste_start import kies_wachtwoord, naar_sleutel, start_van
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen import bestandskeuze
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang import startbladen
from vtscan_desktop.ui.toegang.eerste_start import EersteStart
from vtscan_desktop.ui.toegang.herstelsleutel import Herstelsleutel
from vtscan_desktop.ui.toegang.startbladen import Plaatsblad, Wachtwoordblad
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen, Toegang

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


def test_where_a_database_lies_it_can_be_opened_and_not_made(
    qtbot: QtBot, database: tuple[Path, str], tmp_path: Path
) -> None:
    venster = _venster(qtbot, tmp_path / "elders" / database[0].name)
    start = start_van(venster)
    qtbot.waitUntil(kies_wachtwoord(start, WACHTWOORD))
    assert isinstance(start.blad, Plaatsblad)
    assert start.blad.open.isHidden()
    start.blad.zet_map(tmp_path)
    assert not start.blad.door.isEnabled()
    start.blad.open.click()
    assert isinstance(venster.blad, Ontgrendelen)
    assert venster.blad.pad == database[0]


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
    blad = start_van(venster).blad
    assert isinstance(blad, Wachtwoordblad)
    monkeypatch.setattr(startbladen, "kies_bestand", lambda *_: database[0])
    blad.ander.click()
    assert isinstance(venster.blad, Ontgrendelen)
    assert venster.blad.pad == database[0]
    monkeypatch.setattr(bestandskeuze, "kies_doel", lambda *_, **__: tmp_path / "nieuw.vtdb")
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
        blad = naar_sleutel(qtbot, nieuw, WACHTWOORD)
        blad.bewaard.click()
        qtbot.waitUntil(lambda: _eis_leesbaar(nieuw))
        for _ in range(2):
            start_van(nieuw).blad.door.click()
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
    proef = f"import sys, vtscan_desktop.ui.toegang.toegang; print({zwaar} & set(sys.modules))"
    uit = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "set()"


def test_a_closed_window_is_freed(qtbot: QtBot, database: tuple[Path, str]) -> None:
    venster = _venster(qtbot, database[0])
    with qtbot.waitSignal(venster.destroyed):
        venster.close()
        venster.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
