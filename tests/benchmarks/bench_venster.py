"""What a user waits for in the window: the first window, opening a database, switching topic, typing."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.meting import Meting
from tests.benchmarks.vensterproces import WACHTWOORD
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie

KEREN = 7
EERSTE_KEREN = 21
"""More often, since starting a process takes more or less time by chance."""


def _draai(module: str, *gegeven: str) -> tuple[float, str]:
    """Run a module in a fresh process: its whole duration in milliseconds, and what it printed.

    With bytecode beside the sources, as for a user, also where this machine is set to write none.
    """
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    opdracht = [sys.executable, "-m", f"tests.benchmarks.{module}", *gegeven]
    gedaan = subprocess.run(opdracht, check=True, stdout=subprocess.PIPE, text=True, env=omgeving)
    return (time.perf_counter() - begin) * 1000, gedaan.stdout


def proces(wat: str, database: Path) -> tuple[float, list[list[float]]]:
    """Run one timing in a fresh process: its whole duration in milliseconds, and what it printed."""
    duur, gezegd = _draai("vensterproces", wat, str(database))
    return duur, [[float(getal) for getal in regel.split()] for regel in gezegd.splitlines()]


def meet() -> list[Meting]:
    """All timings of the window, on a database with the scan of IJsselland."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "meting.vtdb"
        sessie = Sessie.maak(database, WACHTWOORD)
        sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
        sessie.sluit()
        kaal, eerste = [], []
        proces("eerste", database)  # once for nothing: it writes the bytecode
        for _ in range(EERSTE_KEREN):  # by turns, so that both meet the same machine
            kaal.append(_draai("kaalvenster")[0])
            eerste.append(proces("eerste", database)[0])
        openen = [proces("openen", database)[1][0][0] for _ in range(KEREN)]
        wissels, sprongen, toetsen = proces("werk", database)[1]
        echt, proef = proces("chip", database)[1]
    bodem = statistics.median(kaal)
    return [
        Meting("eerste venster, proces en al", statistics.median(eerste), "kaal PySide6-venster", bodem, 1.5 * bodem),
        Meting("wachtwoord tot startpagina", statistics.median(openen), "sleutel afleiden erbij", doel=500),
        Meting("wisselen naar het volgende topic", statistics.median(wissels), "een beeld van het scherm", doel=16),
        Meting("wisselen naar het volgende topic, traagste", max(wissels), "ter vergelijking"),
        Meting("sprong naar een topic ver weg, niet aangewezen", statistics.median(sprongen), "ter vergelijking"),
        Meting("toets tot beeld", statistics.median(toetsen), "een beeld van het scherm", doel=16),
        Meting("toets tot beeld, traagste", max(toetsen), "ter vergelijking"),
        Meting("oordeel tot chip in de kop", statistics.median(echt), "een beeld van het scherm", doel=16),
        Meting(
            "oordeel tot chip in de kop, bij wat als", statistics.median(proef), "een beeld van het scherm", doel=16
        ),
    ]
