"""An error that nobody foresaw: said, written down, the text kept, and the program goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vtscan_desktop.services.onvoorzien import zet_ontvanger
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.foutvanger import Foutvanger
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.verslagvenster import Verslagvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
GEHEIM = "kanarie-4711"


pytestmark = pytest.mark.usefixtures("vanger")


@pytest.fixture
def vanger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Foutvanger]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    gemaakt = Foutvanger(tmp_path / "verslagen", lambda: NU, qapp)
    yield gemaakt
    zet_ontvanger(None)
    gemaakt.deleteLater()


def _stuk(_melder: Melder | None = None) -> None:
    raise ZeroDivisionError(GEHEIM)


def _wacht(qtbot: QtBot, venster: Hoofdvenster) -> str:
    qtbot.waitUntil(lambda: "iets onverwachts mis (ZeroDivisionError)" in venster.meldingregel.tekst())
    assert "u kunt verder werken" in venster.meldingregel.tekst()
    assert GEHEIM not in venster.meldingregel.tekst()
    venster.meldingregel.actie.click()
    [verslag] = venster.findChildren(Verslagvenster)
    tekst = verslag.tekst.toPlainText()
    assert GEHEIM not in tekst
    verslag.close()
    return tekst


def test_an_error_in_the_window_is_said_with_a_report_to_read_and_the_text_is_kept(
    qtbot: QtBot, hoofdvenster: Hoofdvenster, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hoofdvenster.werkscherm is not None
    with qtbot.waitSignal(hoofdvenster.werkscherm.werkruimte.bewaard):
        hoofdvenster.werkscherm.werkruimte.wijzig_veld(overall_beeld="net getypt")
        try:
            _stuk()
        except ZeroDivisionError as fout:
            sys.excepthook(type(fout), fout, fout.__traceback__)
    assert "_stuk" in _wacht(qtbot, hoofdvenster)
    assert hoofdvenster.isVisible()
    assert GEHEIM not in capsys.readouterr().err


def test_an_error_in_a_thread_is_said_too(qtbot: QtBot, hoofdvenster: Hoofdvenster) -> None:
    draad = threading.Thread(target=_stuk)
    draad.start()
    draad.join()
    assert "_stuk" in _wacht(qtbot, hoofdvenster)


def test_an_error_in_background_work_is_said_too(qtbot: QtBot, hoofdvenster: Hoofdvenster) -> None:
    gezegd: list[object] = []
    hoofdvenster.mislukt = gezegd.append  # type: ignore[attr-defined]
    voer_uit(_stuk, hoofdvenster, mislukt=hoofdvenster.mislukt)  # type: ignore[attr-defined]
    assert "_stuk" in _wacht(qtbot, hoofdvenster)
    assert len(gezegd) == 1


def test_a_report_that_cannot_be_written_does_not_silence_the_error(
    qtbot: QtBot, hoofdvenster: Hoofdvenster, tmp_path: Path
) -> None:
    (tmp_path / "verslagen").write_text("in de weg")
    draad = threading.Thread(target=_stuk)
    draad.start()
    draad.join()
    qtbot.waitUntil(lambda: "iets onverwachts mis" in hoofdvenster.meldingregel.tekst())
    assert hoofdvenster.meldingregel.actie.isHidden()


def test_a_bad_end_is_still_told_of_when_the_scan_that_was_open_comes_back_by_itself(
    qtbot: QtBot, voorbeeldsessie: Sessie, vanger: Foutvanger, tmp_path: Path
) -> None:
    (tmp_path / "verslagen").mkdir()
    (tmp_path / "verslagen/vastgelopen-20160710-101500-000000.txt").write_text("Fatal Python error: Segmentation fault")
    voorbeeldsessie.onthoud_open_scan(voorbeeldsessie.scans.overzicht()[0].id)
    venster = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "De database is bijgewerkt.")
    qtbot.addWidget(venster)
    venster.show()
    vanger.bewaak()
    venster.neem_sessie(voorbeeldsessie)
    assert venster.werkscherm is not None
    assert venster.meldingregel.tekst().startswith("De database is bijgewerkt. Het programma stopte de vorige keer")
    venster.meldingregel.actie.click()
    [verslag] = venster.findChildren(Verslagvenster)
    assert "Segmentation fault" in verslag.tekst.toPlainText()
    venster.sessie = None  # its owner closes it
    venster.close()
    vanger.sluit()
