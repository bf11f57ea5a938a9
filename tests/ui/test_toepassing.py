"""The first window waits for nothing that it does not show."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

START = """
import builtins, json, linecache, sys
from vtscan_desktop.app import maak_app
own = builtins.__import__
maak_app()
import vtscan_desktop.ui.venster
sources = [name for name in linecache.cache if "vtscan_desktop" in name]
print(json.dumps({"own": builtins.__import__ is own, "sources": sources, "modules": list(sys.modules)}))
"""
LATER = ("sqlalchemy", "argon2", "reportlab", "pyhanko", "PySide6.QtNetwork", "PySide6.QtPrintSupport")
LATER += ("vtscan_desktop.hulpbronnen", "vtscan_desktop.domain.risicoscan", "vtscan_desktop.ui.toegang.eerste_start")


@pytest.fixture(scope="module")
def started() -> Any:
    """What a fresh process says that made the application and has the main window at hand."""
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_imports_are_pythons_own_and_read_no_sources(started: Any) -> None:
    assert started["own"]
    assert started["sources"] == []


@pytest.mark.parametrize("module", LATER)
def test_what_comes_with_the_database_or_later_is_not_fetched_before_the_first_window(
    started: Any, module: str
) -> None:
    assert module not in started["modules"]


TYPING = """
import gc, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from vtscan_desktop.app import maak_app, maak_venster
maak_app()
venster = maak_venster(Path(sys.argv[1]), onthoud=False)
venster.show()
einde = time.monotonic() + 60
while not gc.get_freeze_count() and time.monotonic() < einde:
    QApplication.processEvents()
print(*sys.modules)
venster.close()
"""


def test_what_shows_the_scans_is_fetched_while_the_passphrase_is_typed(tmp_path: Path) -> None:
    pad = str(tmp_path / "scans.vtdb")
    done = subprocess.run([sys.executable, "-c", TYPING, pad], capture_output=True, text=True, check=True)
    assert {"vtscan_desktop.services.sessie", "vtscan_desktop.ui.scans.startpagina"} <= set(done.stdout.split())
