"""One voorstel with all its steps, over many random scans: the slowest must fit in a frame."""

from __future__ import annotations

import random
import statistics
import time

from tests.benchmarks.meting import Meting
from tests.domain.naslag import scan_van
from vtscan_desktop.domain.beoordeling import beoordeel
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS, Hertoetsuitkomst, Risicoscan
from vtscan_desktop.domain.voorstel import propose_categorie
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel

AANTAL = 5000
KEREN = 3


def _scans() -> list[Risicoscan]:
    """Random scans of every make-up, from all alike to well mixed; the same ones each time."""
    willekeur = random.Random(2016)
    scans = []
    for _ in range(AANTAL):
        gewicht = [willekeur.random() ** 2 for _ in "opin?"]
        letters = "".join(
            willekeur.choices("opin?-", [*gewicht, 0 if nr in KERN_NRS else 0.2])[0] for nr in OORDEEL_NRS
        )
        scans.append(scan_van(letters, willekeur.choice(list(Hertoetsuitkomst))))
    return scans


def _duur(scan: Risicoscan) -> float:
    """The shortest of a few runs, in milliseconds: what the computation takes, without what else the machine does."""
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        propose_categorie(scan)
        tijden.append(time.perf_counter() - begin)
    return min(tijden) * 1000


def meet() -> list[Meting]:
    """The slowest and the median voorstel, and the slowest whole beoordeling of those that were slow."""
    scans = _scans()
    duren = sorted((_duur(scan), i) for i, scan in enumerate(scans))
    geheel = []
    for _, i in duren[-50:]:
        begin = time.perf_counter()
        beoordeel(scans[i], laad_format(), laad_inspectietabel())
        geheel.append((time.perf_counter() - begin) * 1000)
    return [
        Meting(f"voorstel met stappen, traagste van {AANTAL}", duren[-1][0], "binnen een beeld (16 ms)", doel=16.0),
        Meting(
            f"voorstel met stappen, mediaan van {AANTAL}",
            statistics.median(d for d, _ in duren),
            "onder 1 ms",
            None,
            1.0,
        ),
        Meting("hele beoordeling, traagste van 50 trage", max(geheel), "binnen een beeld (16 ms)", doel=16.0),
    ]
