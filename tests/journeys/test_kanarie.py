"""What is typed stands in the clear in no file: not in the database, its WAL, a backup, a temporary file, the log, the
settings or a report of an error; not while it is open, not after locking, not after kill -9.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.kanarie import KANARIE, WACHTWOORD
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.logboek import BESTAND

WOORDEN = (KANARIE, WACHTWOORD, "Kanariewachtwoord", "notitie over")


def _vormen() -> set[bytes]:
    woorden = {*WOORDEN, *(w.lower() for w in WOORDEN)}
    return {woord.encode(code) for woord in woorden for code in ("utf-8", "utf-16-le", "utf-16-be")}


def _vind(folder: Path) -> list[str]:
    """The files below a folder in which any of the words stands, in any form."""
    return sorted(
        str(pad.relative_to(folder))
        for pad in folder.rglob("*")
        if pad.is_file() and any(vorm in pad.read_bytes() for vorm in _vormen())
    )


def _omgeving(wereld: Path) -> dict[str, str]:
    """A world in which all that a program writes comes below one folder."""
    for naam in ("thuis", "tmp", "config", "data", "cache", "run"):
        (wereld / naam).mkdir(mode=0o700)
    rest = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    xdg = {f"XDG_{naam.upper()}_HOME": str(wereld / naam) for naam in ("config", "data", "cache")}
    eigen = {"HOME": str(wereld / "thuis"), "TMPDIR": str(wereld / "tmp"), "XDG_RUNTIME_DIR": str(wereld / "run")}
    return rest | xdg | eigen | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def _volg(proces: subprocess.Popen[str]) -> tuple[set[str], int]:
    """Follow what the session says, until it has typed on for a while; the files it wrote, and in how many fields."""
    assert proces.stdout is not None
    geschreven, getypt, verder = set(), 0, 0
    for regel in proces.stdout:
        wat, _, rest = regel.rstrip("\n").partition(" ")
        if wat == "GESCHREVEN":
            geschreven.add(rest)
        elif wat == "KLAAR":
            getypt = int(rest)
        elif wat == "MIS":
            pytest.fail(rest)
        verder += wat == "verder"
        if verder == 20:
            return geschreven, getypt
    pytest.fail("de sessie hield vanzelf op")


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is er niet")
def test_wat_getypt_wordt_staat_in_geen_bestand_leesbaar(tmp_path: Path) -> None:
    wereld = tmp_path / "wereld"
    wereld.mkdir()
    database = wereld / "data" / "vtscan" / "scans.vtdb"
    with (wereld / "scherm.txt").open("wb") as scherm:
        proces = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.kanarie", str(database)],
            env=_omgeving(wereld),
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=scherm,
            text=True,
        )
    try:
        geschreven, getypt = _volg(proces)
    finally:
        proces.kill()
        proces.communicate()
    assert getypt > 60
    assert [pad for pad in geschreven if not Path(pad).is_relative_to(wereld) and pad != os.devnull] == []
    assert (wereld / "data" / "vtscan" / BESTAND).stat().st_size > 0
    assert list((wereld / "data" / "vtscan" / "reservekopieen").iterdir())
    assert database.with_name(database.name + "-wal").exists()  # it was killed with the database open
    assert _vind(wereld) == []
    # Were it there, it would be found; and it is in the database, for who has the passphrase.
    (wereld / "proef.txt").write_text(KANARIE, "utf-16-le")
    assert _vind(wereld) == ["proef.txt"]
    with Opslag.open(database, WACHTWOORD) as opslag:
        assert len(opslag.zoek(KANARIE, ten_hoogste=200)) > 30
