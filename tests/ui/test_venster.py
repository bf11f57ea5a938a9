"""The main window as such: how it comes on the screen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from pytestqt.qtbot import QtBot

from vtscan_desktop.ui.venster import BEGIN, Hoofdvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


def test_het_venster_valt_met_zijn_rand_nooit_buiten_het_scherm(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for scherm, vult in ((QSize(1280, 800), True), (QSize(1366, 768), True), (QSize(1920, 1040), False)):
        monkeypatch.setattr(QScreen, "availableSize", lambda _scherm, maat=scherm: maat)
        venster = Hoofdvenster(tmp_path / "geen.db", lambda: NU, lambda _pad: "")
        qtbot.addWidget(venster)
        venster.toon()
        assert venster.isVisible()
        assert venster.isMaximized() is vult
        assert vult or venster.size() == BEGIN
