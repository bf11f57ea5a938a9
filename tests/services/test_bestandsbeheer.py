"""A file is shown selected where the desktop has a file manager that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from vtscan_desktop.services.bestandsbeheer import toon_in_map


def nep(folder: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    programma = folder / "bin" / "dbus-send"
    programma.parent.mkdir()
    programma.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/gekregen"\nexit {code}\n')
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", str(programma.parent), prepend=":")
    return folder / "gekregen"


def test_the_file_manager_gets_exactly_this_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gekregen = nep(tmp_path, 0, monkeypatch)
    pad = tmp_path / "één, twee $(x).pdf"
    pad.touch()
    assert toon_in_map(pad)
    regels = gekregen.read_text().splitlines()
    assert regels[-2] == f"array:string:{pad.as_uri()}"
    assert "," not in regels[-2]
    assert regels[-3].endswith("FileManager1.ShowItems")


def test_a_desktop_without_one_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nep(tmp_path, 1, monkeypatch)
    assert not toon_in_map(tmp_path / "r.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not toon_in_map(tmp_path / "r.pdf")
