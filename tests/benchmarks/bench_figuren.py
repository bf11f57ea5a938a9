"""How soon a figure follows what is typed, and what laying one out takes."""

from __future__ import annotations

import statistics
import tempfile
from datetime import date
from pathlib import Path

from tests.benchmarks.bench_venster import proces
from tests.benchmarks.meting import Meting, mediaan_ms
from tests.benchmarks.vensterproces import WACHTWOORD
from tests.kerndataproef import VOLLE_KERNDATA
from vtscan_desktop.domain.figuur.plan import teken_plan
from vtscan_desktop.domain.kerndatafiguren import topicfiguren
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie

SCAN = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11), kerndata=VOLLE_KERNDATA)


def _leg_alles_uit() -> None:
    for nr in (3, 18, 19, 20):
        for figuur in topicfiguren(SCAN, nr):
            teken_plan(figuur, 640, 13, lambda tekst, _nadruk: 0.55 * len(tekst))


def meet() -> list[Meting]:
    """Key to picture in the window, and all figures of a full scan without it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "meting.vtdb"
        sessie = Sessie.maak(database, WACHTWOORD)
        sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
        sessie.sluit()
        [tijden] = proces("figuren", database)[1]
    return [
        Meting("getypte telling tot figuur", statistics.median(tijden), "een beeld van het scherm", doel=16),
        Meting("getypte telling tot figuur, traagste", max(tijden), "ter vergelijking"),
        Meting("alle figuren van een scan uitleggen", mediaan_ms(_leg_alles_uit, 15), "binnen een beeld", doel=16),
    ]
