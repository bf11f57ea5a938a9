"""What a program that was killed left half-written goes; what is somebody's, or being written, stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vtscan_desktop import bestanden
from vtscan_desktop.bestanden import ruim_resten, schrijf_veilig, werkmap
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services import persoon
from vtscan_desktop.services.reservekopieen import maak_reservekopie, reservemap, ruim_op, zet_tweede_plaats

ROOT = Path(__file__).parents[1]
NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
REST = ".scans.vtdb.0123456789ab.deel"
VAN_ANDEREN = ("scans.vtdb", ".deel", ".scans.vtdb.deel", "x.0123456789ab.deel", ".x.0123456789AB.deel", ".x.012.deel")
OP_SLOT = """
import fcntl, sys
bestand = open(sys.argv[1], "r+b")
fcntl.lockf(bestand, fcntl.LOCK_EX)
print("op slot", flush=True)
sys.stdin.read()
"""
GEDOOD = """
import os
from vtscan_desktop.bestanden import werkmap
with werkmap() as folder:
    (folder / "kopie").touch()
    os.kill(os.getpid(), 9)
"""


def _maak(folder: Path, *namen: str, oud: bool = True) -> list[Path]:
    paden = [folder / naam for naam in namen]
    for pad in paden:
        pad.write_bytes(b"half")
        if oud:
            os.utime(pad, (time.time() - 7200,) * 2)
    return paden


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    with Opslag.maak(tmp_path / "scans.vtdb", "een lang wachtwoord") as geopend:
        yield geopend


def test_alleen_wat_van_ons_is_en_oud_gaat_weg(tmp_path: Path) -> None:
    weg = _maak(tmp_path, REST, f"{REST}-tussen", f"{REST}-tussen-wal", f"{REST}-journal")
    blijft = [*_maak(tmp_path, *VAN_ANDEREN), *_maak(tmp_path, ".nieuw.0123456789ab.deel", oud=False)]
    (tmp_path / ".map.0123456789ab.deel").mkdir()
    ruim_resten(tmp_path)
    assert not [pad for pad in weg if pad.exists()]
    assert all(pad.exists() for pad in blijft)
    assert (tmp_path / ".map.0123456789ab.deel").is_dir()
    ruim_resten(tmp_path / "bestaat niet")


def test_wie_ernaast_schrijft_ruimt_op(tmp_path: Path) -> None:
    [rest] = _maak(tmp_path, ".risicoscan.pdf.0123456789ab.deel")
    schrijf_veilig(tmp_path / "uit.pdf", b"heel", vervang=False)
    assert not rest.exists()
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="on Windows what is open can't be removed")
def test_wat_een_ander_programma_nog_op_slot_heeft_blijft(tmp_path: Path) -> None:
    [rest] = _maak(tmp_path, REST)
    ander = subprocess.Popen([sys.executable, "-c", OP_SLOT, str(rest)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert ander.stdout is not None
    ander.stdout.readline()
    ruim_resten(tmp_path)
    assert rest.exists()
    ander.communicate(b"")
    ruim_resten(tmp_path)
    assert not rest.exists()


def test_bij_de_database_en_op_de_tweede_plaats_gaat_het_weg(opslag: Opslag, tmp_path: Path) -> None:
    maak_reservekopie(opslag, NU)
    stick = tmp_path / "stick"
    stick.mkdir()
    zet_tweede_plaats(opslag, stick)
    resten = [_maak(folder, REST)[0] for folder in (opslag.pad.parent, reservemap(opslag.pad), stick)]
    ruim_op(opslag)
    assert not [pad for pad in resten if pad.exists()]


def test_met_een_persoon_gaat_ook_weg_wat_net_half_geschreven_was(opslag: Opslag) -> None:
    maak_reservekopie(opslag, NU)
    [rest] = _maak(reservemap(opslag.pad), ".scans-00002-20261127-140000-r1.vtdb.0123456789ab.deel", oud=False)
    [van_ander] = _maak(reservemap(opslag.pad), ".anders-00002-20261127.vtdb.0123456789ab.deel", oud=False)
    persoon.wis(opslag, persoon.maak_plan(opslag, ("Kanariegraaf",), ""), NU, lambda _t, _s, _v: None)
    assert not rest.exists()
    assert van_ander.exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is how a program dies without notice")
def test_een_werkmap_van_een_gedood_programma_gaat_met_de_volgende(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, "-c", GEDOOD], check=False, cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path)})
    [rest] = tmp_path.iterdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with werkmap() as eigen:
        assert {rest, eigen} == set(tmp_path.iterdir()), "it may still be at work"
    monkeypatch.setattr(bestanden, "_OUD_S", 0.0)
    with werkmap() as eigen:
        assert set(tmp_path.iterdir()) == {eigen}
