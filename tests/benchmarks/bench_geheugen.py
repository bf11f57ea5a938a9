"""How much memory the program takes at rest, and how much room it takes on disk."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bench_venster import proces
from tests.benchmarks.meting import Meting
from tests.benchmarks.vensterproces import WACHTWOORD
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie

BEVROREN = Path(__file__).parents[2] / "dist/vtscan"
"""Made by `python3 packaging/build.py`; when it isn't there, nothing is said of it."""


def meet() -> list[Meting]:
    """Memory with the scan of IJsselland open (where the system tells it), and the frozen folder."""
    metingen = []
    if sys.platform.startswith("linux"):
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "meting.vtdb"
            sessie = Sessie.maak(database, WACHTWOORD)
            sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
            sessie.sluit()
            [[geopend, _], [gelopen, venster]] = proces("geheugen", database)[1]
        samen = "alle processen samen"
        metingen += [
            Meting("geheugen in rust met een scan open", geopend, samen, doel=150, eenheid="MiB"),
            Meting("geheugen in rust na een rondgang langs alle stappen", gelopen, samen, doel=150, eenheid="MiB"),
            Meting("waarvan het venster", venster, "ter vergelijking", eenheid="MiB"),
        ]
    if BEVROREN.is_dir():
        groot = sum(bestand.stat().st_size for bestand in BEVROREN.rglob("*") if not bestand.is_symlink()) / 1e6
        metingen.append(Meting("map van het bevroren programma", groot, "op schijf", doel=220, eenheid="MB"))
    return metingen
