"""Damage is always noticed, never a crash, and a damaged file is never touched.

A sample here; `VTSCAN_SCHADE=500 pytest tests/models/test_schade.py` does five hundred files.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, SchadeFout, Wachtwoordfout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models import gaafheid
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import PAGINA, walbestand
from vtscan_desktop.models.verbinding import verbind, vind_sleutel
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

AANTAL = int(os.environ.get("VTSCAN_SCHADE", "40"))
AFGEKAPT = 20
ZOUT = 16
SCHRIJVER = """
import os, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
opslag = Opslag.open(Path(sys.argv[1]), sys.argv[2])
stand = Werkstand(Risicoscan("a", "ijsselland", datetime.now(UTC).date()))
opslag.bewaar(None, stand, datetime.now(UTC))
for i in range(12):
    nieuw = Werkstand(replace(stand.scan, overall_beeld=f"stand {i} " * 50))
    opslag.bewaar(stand, nieuw, datetime.now(UTC))
    stand = nieuw
os.kill(os.getpid(), signal.SIGKILL)
"""
"""A program that is stopped with its last changes in the WAL."""


@dataclass(frozen=True)
class Gaaf:
    """A whole database, closed, and its herstelsleutel (which opens it without deriving a key)."""

    pad: Path
    sleutel: str
    inhoud: bytes


@pytest.fixture(scope="module")
def gaaf(tmp_path_factory: pytest.TempPathFactory) -> Gaaf:
    pad = tmp_path_factory.mktemp("gaaf") / "scans.vtdb"
    with Opslag.maak(pad, WACHTWOORD) as opslag:
        scan = lees_scanbestand(voorbeeldscan()).scan
        for nr in range(3):
            opslag.bewaar(None, Werkstand(replace(scan, id=f"{scan.id[:-1]}{nr}")), NU)
        opslag.verwijder(f"{scan.id[:-1]}1")  # leaves pages that are in no table
        sleutel = opslag.herstelsleutel
    return Gaaf(pad, sleutel, pad.read_bytes())


@pytest.fixture(scope="module")
def gestopt(tmp_path_factory: pytest.TempPathFactory) -> Gaaf:
    """A database as a killed program leaves it, with a WAL beside it."""
    pad = tmp_path_factory.mktemp("gestopt") / "scans.vtdb"
    with Opslag.maak(pad, WACHTWOORD) as opslag:
        sleutel = opslag.herstelsleutel
    gedaan = subprocess.run(
        [sys.executable, "-c", SCHRIJVER, str(pad), sleutel], cwd=Path(__file__).parents[2], check=False
    )
    assert gedaan.returncode == -signal.SIGKILL
    assert walbestand(pad).stat().st_size > 12 * PAGINA
    return Gaaf(pad, sleutel, pad.read_bytes())


def _kopie(gaaf: Gaaf, folder: Path) -> Path:
    pad = Path(shutil.copy(gaaf.pad, folder / gaaf.pad.name))
    if walbestand(gaaf.pad).exists():
        shutil.copy(walbestand(gaaf.pad), walbestand(pad))
    return pad


def _toestand(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def _kieper(pad: Path, dobbel: random.Random) -> list[int]:
    """Change 1 to 64 bytes of a file; where."""
    inhoud = bytearray(pad.read_bytes())
    plekken = dobbel.sample(range(len(inhoud)), dobbel.randint(1, 64))
    for plek in plekken:
        inhoud[plek] ^= dobbel.randint(1, 255)
    pad.write_bytes(inhoud)
    return plekken


@pytest.mark.parametrize("zaad", range(AANTAL))
def test_flipped_bytes_are_always_noticed_and_the_file_is_left_as_it_was(gaaf: Gaaf, tmp_path: Path, zaad: int) -> None:
    pad = _kopie(gaaf, tmp_path)
    plekken = _kieper(pad, random.Random(zaad))
    eerst = _toestand(tmp_path)
    # Another salt is another key: then no key fits, and the sentence is that of a wrong passphrase.
    soort = Wachtwoordfout if min(plekken) < ZOUT else SchadeFout
    with pytest.raises(soort):
        Opslag.open(pad, gaaf.sleutel)
    assert _toestand(tmp_path) == eerst


@pytest.mark.parametrize("zaad", range(AFGEKAPT))
def test_a_truncated_file_is_always_noticed_and_left_as_it_was(gaaf: Gaaf, tmp_path: Path, zaad: int) -> None:
    dobbel = random.Random(zaad)
    pad = _kopie(gaaf, tmp_path)
    rest = dobbel.randrange(PAGINA, len(gaaf.inhoud)) if zaad % 2 else dobbel.randrange(1, 20) * PAGINA
    os.truncate(pad, rest)
    eerst = _toestand(tmp_path)
    with pytest.raises(SchadeFout):
        Opslag.open(pad, gaaf.sleutel)
    assert _toestand(tmp_path) == eerst


def test_less_than_a_page_is_no_database(gaaf: Gaaf, tmp_path: Path) -> None:
    pad = _kopie(gaaf, tmp_path)
    for rest in (0, 1, PAGINA - 1):
        os.truncate(pad, rest)
        with pytest.raises(InvoerFout, match="geen vtscan-database"):
            Opslag.open(pad, gaaf.sleutel)


def test_what_a_killed_program_left_opens_with_its_last_change(gestopt: Gaaf, tmp_path: Path) -> None:
    pad = _kopie(gestopt, tmp_path)
    with Opslag.open(pad, gestopt.sleutel) as opslag:
        assert opslag.lees("a").scan.overall_beeld.startswith("stand 11 ")
        assert opslag.melding == ""
    assert not walbestand(pad).exists()


def test_a_deleted_wal_is_noticed_once(gestopt: Gaaf, tmp_path: Path) -> None:
    pad = _kopie(gestopt, tmp_path)
    walbestand(pad).unlink()
    assert _bevindingen(pad, gestopt) == (gaafheid.GEMIST.format(pad=pad),)
    with Opslag.open(pad, gestopt.sleutel) as opslag:
        assert opslag.melding == gaafheid.GEMIST.format(pad=pad)
        assert opslag.lees("a").scan.overall_beeld == "", "what came after the first change is gone with it"
    with Opslag.open(pad, gestopt.sleutel) as opslag:
        assert opslag.melding == ""
    assert _bevindingen(pad, gestopt) == ()


@pytest.mark.parametrize("zaad", range(max(12, AANTAL // 5)))
def test_flipped_bytes_in_the_wal_never_lose_more_than_the_last_change(
    gestopt: Gaaf, tmp_path: Path, zaad: int
) -> None:
    pad = _kopie(gestopt, tmp_path)
    _kieper(walbestand(pad), random.Random(zaad))
    eerst = _toestand(tmp_path)
    try:
        with Opslag.open(pad, gestopt.sleutel) as opslag:
            assert opslag.lees("a").scan.overall_beeld.startswith(("stand 10 ", "stand 11 "))
    except SchadeFout:
        assert _toestand(tmp_path) == eerst


@pytest.mark.parametrize("plek", [0, 9, 20, 30])
def test_a_wal_with_a_spoilt_header_is_damage(gestopt: Gaaf, tmp_path: Path, plek: int) -> None:
    pad = _kopie(gestopt, tmp_path)
    wal = bytearray(walbestand(pad).read_bytes())
    wal[plek] ^= 4
    walbestand(pad).write_bytes(wal)
    with pytest.raises(SchadeFout, match="-wal"):
        Opslag.open(pad, gestopt.sleutel)


def test_a_wal_cut_off_by_a_power_cut_is_no_damage(gestopt: Gaaf, tmp_path: Path) -> None:
    pad = _kopie(gestopt, tmp_path)
    os.truncate(walbestand(pad), walbestand(pad).stat().st_size - 1000)
    with Opslag.open(pad, gestopt.sleutel) as opslag:
        assert opslag.lees("a").scan.overall_beeld.startswith("stand 10 ")


def test_a_checkpoint_broken_off_is_mended_by_the_wal(gestopt: Gaaf, tmp_path: Path) -> None:
    pad = _kopie(gestopt, tmp_path)
    frame = walbestand(pad).read_bytes()[32:]
    nummer = int.from_bytes(frame[:4], "big")
    inhoud = bytearray(pad.read_bytes())
    inhoud[(nummer - 1) * PAGINA + 2000 : nummer * PAGINA] = bytes(PAGINA - 2000)
    pad.write_bytes(inhoud)
    with Opslag.open(pad, gestopt.sleutel) as opslag:
        assert opslag.lees("a").scan.overall_beeld.startswith("stand 11 ")


def test_an_open_database_is_not_taken_for_a_damaged_one(gaaf: Gaaf, tmp_path: Path) -> None:
    pad = _kopie(gaaf, tmp_path)
    code = "import sys; from pathlib import Path; from vtscan_desktop.models import gaafheid, verbinding\n"
    code += "pad = Path(sys.argv[1]); k = verbinding.vind_sleutel(pad, sys.argv[2])\n"
    code += "try: gaafheid.onderzoek(pad, *k)\nexcept Exception as fout: print(type(fout).__name__)"
    with Opslag.open(pad, gaaf.sleutel) as opslag:
        opslag.bewaar(None, Werkstand(Risicoscan("b", "ijsselland", NU.date())), NU)
        gedaan = subprocess.run(
            [sys.executable, "-c", code, str(pad), gaaf.sleutel],
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            text=True,
        )
        assert gedaan.stdout == f"{OmgevingFout.__name__}\n"
    assert _bevindingen(pad, gaaf) == ()


@pytest.mark.parametrize(("aantal", "zin"), [(1, "hoort één rij nergens bij."), (2, "horen twee rijen nergens bij.")])
def test_rijen_die_nergens_bij_horen_worden_geteld(tmp_path: Path, gaaf: Gaaf, aantal: int, zin: str) -> None:
    pad = tmp_path / "los.vtdb"
    shutil.copyfile(gaaf.pad, pad)
    verbinding = verbind(pad, *vind_sleutel(pad, gaaf.sleutel))
    verbinding.execute("PRAGMA foreign_keys = OFF")
    for nr in range(aantal):
        verbinding.execute("INSERT INTO bron (scan_id, topic, positie, bron) VALUES ('weg', 1, ?, 'g1')", (nr,))
    verbinding.close()
    assert _bevindingen(pad, gaaf) == (f"In {pad} {zin}",)


def _bevindingen(pad: Path, gaaf: Gaaf) -> tuple[str, ...]:
    return gaafheid.onderzoek(pad, *vind_sleutel(pad, gaaf.sleutel))
