"""A whole gesprek typed, the program killed, and everything still there.

At the speed of a person (about five minutes): `VTSCAN_TEKENS_PER_SECONDE=8 pytest tests/journeys/test_gesprek.py`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.journeys.gesprek import WACHTWOORD, Getypt, verloop
from tests.ui.proefscan import maak_lege_database
from vtscan_desktop.services.sessie import Sessie

PROJECT = Path(__file__).parents[2]
NA_LAATSTE_TOETS_S = 1.0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is how a program dies without a chance to save")
def test_zestig_notities_overleven_dat_het_programma_wordt_afgebroken(tmp_path: Path) -> None:
    database = tmp_path / "gesprek.vtdb"
    maak_lege_database(database)
    proces = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.gesprek", str(database)],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert proces.stdout is not None
    try:
        assert proces.stdout.readline() == "KLAAR\n"
        time.sleep(NA_LAATSTE_TOETS_S)
    finally:
        proces.send_signal(signal.SIGKILL)
        proces.wait()
        proces.stdout.close()
    controleer(database)


def controleer(database: Path) -> None:
    """All that was typed stands in the database, with its topic, kind and gesprek."""
    sessie = Sessie.open(database, WACHTWOORD)
    [regel] = sessie.scans.overzicht()
    scan = sessie.opslag.lees(regel.id).scan
    sessie.sluit()
    nummers = {g.id: i for i, g in enumerate(scan.gesprekken)}
    verwacht = [wat for wat in verloop() if isinstance(wat, Getypt)]
    assert len(verwacht) == 60
    assert len(scan.gesprekken) == 2
    gekregen = [(n.tekst, n.topic, n.soort, nummers.get(n.gesprek or "")) for n in scan.notities]
    assert gekregen == [(w.tekst, w.topic, w.soort, w.gesprek) for w in verwacht]
    assert [n.tijd for n in scan.notities] == sorted(n.tijd for n in scan.notities)
