"""Which database was used last is remembered beside the data; when that can't be, it is said and nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vtscan_desktop.services import plaats
from vtscan_desktop.services.plaats import laatste_plaats, onthoud_plaats, standaardplaats


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps its settings, in a world of the test's own; not there yet."""
    folder = tmp_path / "config"
    monkeypatch.setattr(plaats, "user_config_path", lambda naam, **_: folder / naam)
    monkeypatch.setattr(plaats, "user_data_path", lambda naam, **_: tmp_path / "data" / naam)
    return folder


def test_the_database_that_was_used_last_is_the_one_to_open(config: Path, tmp_path: Path) -> None:
    assert laatste_plaats() == standaardplaats()
    for naam in ("scans.vtdb", "map van René 🙂/andere.vtdb"):
        assert onthoud_plaats(tmp_path / naam) == ""
        assert laatste_plaats() == tmp_path / naam
    assert [pad.name for pad in config.rglob("*") if pad.is_file()] == ["plaats.json"]


@pytest.mark.parametrize("inhoud", ["", "{", "[]", "{}", '{"database": 3}', '"scans.vtdb"'])
def test_a_file_that_says_no_place_gives_the_usual_one(config: Path, tmp_path: Path, inhoud: str) -> None:
    onthoud_plaats(tmp_path / "scans.vtdb")
    [bestand] = (pad for pad in config.rglob("*") if pad.is_file())
    bestand.write_text(inhoud, "utf-8")
    assert laatste_plaats() == standaardplaats()


def test_what_cannot_be_remembered_is_said_in_dutch(config: Path, tmp_path: Path) -> None:
    config.write_text("a file where the folder should come")
    zin = onthoud_plaats(tmp_path / "scans.vtdb")
    assert re.fullmatch(r"De plaats van de database kon niet worden onthouden\. Systeemfout \d+\.", zin)
    assert laatste_plaats() == standaardplaats()
