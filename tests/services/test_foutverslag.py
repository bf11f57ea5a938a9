"""A report tells where it went wrong, and nothing of what was typed or whose computer it is."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vtscan_desktop.services.foutverslag import BEWAAR, Waker, beschrijf, bewaar_verslag

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
GEHEIM = "kanarie-4711"


def _fout() -> Exception:
    try:
        try:
            raise ValueError(GEHEIM)
        except ValueError as eerste:
            raise KeyError({GEHEIM: GEHEIM}) from eerste
    except KeyError as fout:
        return fout


def test_a_report_names_kind_and_place_and_quotes_nothing() -> None:
    tekst = beschrijf(_fout(), NU)
    assert "KeyError, in:\n  tests/services/test_foutverslag.py, regel " in tekst
    assert "door ValueError, in:" in tekst
    assert GEHEIM not in tekst
    assert str(Path(__file__).parents[2]) not in tekst


def test_only_the_last_reports_are_kept(tmp_path: Path) -> None:
    for i in range(BEWAAR + 5):
        laatste = bewaar_verslag(str(i), NU + timedelta(seconds=i), tmp_path / "verslagen")
    over = sorted((tmp_path / "verslagen").iterdir())
    assert len(over) == BEWAAR
    assert over[-1] == laatste


def test_an_end_by_the_system_is_found_at_the_next_start(tmp_path: Path) -> None:
    code = "import sys, faulthandler; from pathlib import Path; from datetime import datetime\n"
    code += "from vtscan_desktop.services.foutverslag import Waker\n"
    code += f"def mijn_functie({GEHEIM.replace('-', '_')}): faulthandler._sigsegv()\n"
    code += "w = Waker(Path(sys.argv[1]), datetime.now()); mijn_functie(1)"
    gedaan = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=Path(__file__).parents[2], check=False, capture_output=True
    )
    assert gedaan.returncode != 0
    waker = Waker(tmp_path, NU)
    waker.sluit()
    assert waker.verslag is not None
    tekst = waker.verslag.read_text()
    assert "vastgelopen" in tekst
    assert "mijn_functie" in tekst
    assert GEHEIM not in tekst
    assert [p.name for p in tmp_path.iterdir()] == [waker.verslag.name]
    tweede = Waker(tmp_path, NU)
    tweede.sluit()
    assert tweede.verslag is None, "it is said once"


def test_where_nothing_can_be_written_the_program_still_starts(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    waker = Waker(tmp_path / "bestand" / "map", NU)
    assert waker.verslag is None
    waker.sluit()
