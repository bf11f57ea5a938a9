"""The first window waits for nothing that it does not show, and is whole from its first picture on."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import GEHEIM
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

START = """
import builtins, gc, json, linecache, sys
from pathlib import Path
own = builtins.__import__
from vtscan_desktop.app import maak_app, maak_venster
app = maak_app()
from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    seen = None
    def eventFilter(self, who, event):
        if event.type() is QEvent.Type.Paint and self.seen is None:
            self.seen = {
                "own": builtins.__import__ is own,
                "sources": [name for name in linecache.cache if "vtscan_desktop" in name],
                "modules": list(sys.modules),
                "styles": "QStyle" in vars(QtWidgets),
                "frozen": gc.get_freeze_count(),
                "collects": gc.isenabled(),
            }
        return False
window = maak_venster(Path(sys.argv[1]), onthoud=False)
watch = Watch(window)
window.installEventFilter(watch)
window.in_beeld.connect(app.quit)
window.show()
app.exec()
watch.seen["later"] = list(sys.modules)
print(json.dumps(watch.seen))
"""
PROGRAMMA = """
import sys
from vtscan_desktop import app
import vtscan_desktop.ui
from PySide6.QtCore import Qt
make = app.maak_venster
def make_and_close(database):
    window = make(database)
    window.start_klaar.connect(window.close, Qt.ConnectionType.QueuedConnection)
    return window
app.maak_venster = make_and_close
sys.exit(app.main(sys.argv[1:]))
"""
TYPING = """
import gc, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from vtscan_desktop.app import maak_app, maak_venster
maak_app()
frozen = gc.get_freeze_count()
venster = maak_venster(Path(sys.argv[1]), onthoud=False)
venster.show()
einde = time.monotonic() + 60
while gc.get_freeze_count() <= frozen and time.monotonic() < einde:
    QApplication.processEvents()
print(*sys.modules)
venster.close()
"""
LATER = (
    "dataclasses",
    "html",
    "sqlalchemy",
    "argon2",
    "reportlab",
    "pyhanko",
    "logging.handlers",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "vtscan_desktop.bestanden",
    "vtscan_desktop.hulpbronnen",
    "vtscan_desktop.domain.notatie",
    "vtscan_desktop.domain.risicoscan",
    "vtscan_desktop.services.foutverslag",
    "vtscan_desktop.services.logboek",
    "vtscan_desktop.ui.toegang.eerste_start",
    "vtscan_desktop.ui.toegang.nieuw_wachtwoord",
)
NA_BEELD = (
    "vtscan_desktop.ui.sneltoetsen",
    "vtscan_desktop.ui.langwerk",
    "vtscan_desktop.ui.zoeken.zoeker",
    "vtscan_desktop.ui.handleiding.hulp",
    "vtscan_desktop.ui.toegang.slot",
    "vtscan_desktop.ui.toegang.beveiliging",
    "vtscan_desktop.ui.scans.scanwerk",
    "vtscan_desktop.ui.reservekopieen.reservedienst",
)
"""What works behind the screens: there right after the first paint."""
TOETSEN = {"zoek", "handleiding", "sneltoetsen", "over", "overleg", "reservekopieen", "herstelsleutel", "persoon"}
TOETSEN |= {"vergrendel", "instellingen", "formats", "groter", "kleiner", "afsluiten"}
"""The shortcuts of the window itself."""
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a fresh process says at the first paint of its window, which asks for the passphrase of a database."""
    database = tmp_path_factory.mktemp("start") / "scans.vtdb"
    database.write_bytes(b"not opened")
    return start(database)


def start(database: Path) -> Any:
    opdracht = [sys.executable, "-c", START, str(database)]
    return json.loads(subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout)


@pytest.fixture
def gesloten(qtbot: QtBot, voorbeeldsessie: Sessie) -> Hoofdvenster:
    """A window that asks for the passphrase of a database, not shown yet."""
    thema()
    voorbeeldsessie.sluit()
    venster = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    return venster


def toetsen(venster: Hoofdvenster) -> list[str]:
    """The shortcuts that the window itself listens to."""
    gevonden = venster.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted(toets.objectName() for toets in gevonden)


def test_imports_are_pythons_own_and_read_no_sources(started: Any) -> None:
    assert started["own"]
    assert started["sources"] == []


@pytest.mark.parametrize("module", LATER + NA_BEELD)
def test_what_comes_with_the_database_or_later_is_not_fetched_before_the_first_window(
    started: Any, module: str
) -> None:
    assert module not in started["modules"]


def test_what_shows_the_scans_is_fetched_while_the_passphrase_is_typed(tmp_path: Path) -> None:
    pad = str(tmp_path / "scans.vtdb")
    done = subprocess.run([sys.executable, "-c", TYPING, pad], capture_output=True, text=True, check=True)
    assert done.stderr == "", "what fails on a thread says so there"
    assert {"vtscan_desktop.services.sessie", "vtscan_desktop.ui.scans.startpagina"} <= set(done.stdout.split())


def test_a_first_start_fetches_only_its_own_sheets_more(tmp_path: Path) -> None:
    gehaald = start(tmp_path / "nog niet.vtdb")["modules"]
    bladen = {"vtscan_desktop.ui.toegang.eerste_start", "vtscan_desktop.ui.toegang.nieuw_wachtwoord"}
    assert {*LATER, *NA_BEELD} & {*gehaald} == bladen | {"dataclasses"}


@pytest.mark.parametrize("module", NA_BEELD)
def test_what_works_behind_the_screens_is_there_right_after_the_first_paint(started: Any, module: str) -> None:
    assert module in started["later"]


def test_the_garbage_collector_works_and_leaves_the_classes_of_qt_alone(started: Any) -> None:
    assert started["collects"]
    assert started["frozen"] > 10_000
    assert gc.isenabled()


def test_the_style_is_chosen_without_making_the_class_of_all_styles(started: Any) -> None:
    assert not started["styles"]


def test_what_is_painted_first_is_the_whole_window(qtbot: QtBot, gesloten: Hoofdvenster) -> None:
    knipperen = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    try:
        beelden = []
        gesloten.in_beeld.connect(lambda: beelden.append(gesloten.grab().toImage()))
        with qtbot.waitSignal(gesloten.in_beeld):
            gesloten.show()
        qtbot.wait(300)
        assert [gesloten.grab().toImage()] == beelden
    finally:
        QApplication.setCursorFlashTime(knipperen)


def test_every_key_works_right_after_the_first_paint(qtbot: QtBot, gesloten: Hoofdvenster) -> None:
    with qtbot.waitSignal(gesloten.in_beeld):
        gesloten.show()
    assert toetsen(gesloten) == sorted(TOETSEN)
    gesloten.activateWindow()
    qtbot.waitUntil(gesloten.isActiveWindow)
    QTest.keyClick(gesloten.windowHandle(), Qt.Key.Key_F1)
    assert gesloten.hulp.handleiding is not None
    assert gesloten.hulp.handleiding.isVisible()
    gesloten.close()


def test_a_database_that_opens_before_the_first_paint_has_the_whole_window(
    qtbot: QtBot, voorbeeldsessie: Sessie
) -> None:
    thema()
    venster = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    gezien: list[None] = []
    venster.in_beeld.connect(lambda: gezien.append(None))
    venster.neem_sessie(voorbeeldsessie)
    assert toetsen(venster) == sorted(TOETSEN)
    venster.show()
    qtbot.wait(50)
    assert gezien == [None], "told once"
    assert toetsen(venster) == sorted(TOETSEN), "and made once"
    venster.sessie = None  # its owner closes it
    venster.close()


def test_a_passphrase_that_was_given_opens_the_database_after_the_first_paint_and_is_not_kept(
    qtbot: QtBot, gesloten: Hoofdvenster
) -> None:
    stappen: list[str] = []
    gesloten.in_beeld.connect(lambda: stappen.append("seen"))
    gesloten.start_klaar.connect(lambda: stappen.append("open"))
    gesloten.vraag(None, None, GEHEIM)
    with qtbot.waitSignal(gesloten.start_klaar):
        gesloten.show()
    assert stappen == ["seen", "open"]
    assert GEHEIM not in map(str, vars(gesloten).values())
    gesloten.close()


def test_a_window_that_is_never_painted_is_whole_after_a_while(qtbot: QtBot, gesloten: Hoofdvenster) -> None:
    gesloten.setUpdatesEnabled(False)
    with qtbot.waitSignal(gesloten.in_beeld):
        gesloten.show()
    assert toetsen(gesloten) == sorted(TOETSEN)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folders of a user can't be set from outside")
def test_the_program_logs_its_start_before_the_database_that_it_opens_at_once(
    voorbeeldsessie: Sessie, tmp_path: Path
) -> None:
    voorbeeldsessie.sluit()
    (tmp_path / "geheim.txt").write_text(GEHEIM)
    mappen = {f"XDG_{naam}_HOME": str(tmp_path / naam) for naam in ("DATA", "CONFIG", "STATE")}
    gegeven = ["--database", str(voorbeeldsessie.pad), "--wachtwoord-bestand", str(tmp_path / "geheim.txt")]
    gedaan = subprocess.run(
        [sys.executable, "-c", PROGRAMMA, *gegeven], env=os.environ | mappen, capture_output=True, text=True, check=True
    )
    assert gedaan.stderr == ""
    regels = (tmp_path / "DATA" / "vtscan" / "logboek.txt").read_text("utf-8").splitlines()
    assert [regel.split("  ")[1] for regel in regels] == [
        "programma gestart",
        "database geopend",
        "database gesloten",
        "programma gesloten",
    ]
    assert list((tmp_path / "STATE" / "vtscan" / "foutverslagen").iterdir()) == [], "watched, and it ended as it should"
