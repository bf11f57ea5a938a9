"""From a scan to its signed, checked and written report: the first one pays for the imports, the others do not."""

from __future__ import annotations

import tempfile
import time
from datetime import datetime
from pathlib import Path

from tests.benchmarks.meting import Meting, mediaan_ms
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.rapporten import controleer_rapport, maak_rapport
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand


def meet() -> list[Meting]:
    """The report of IJsselland, with a new identity each time, as the command line makes it."""
    scan = lees_scanbestand(voorbeeldscan()).scan
    nu = datetime.now().astimezone()
    with tempfile.TemporaryDirectory() as folder:
        pad = Path(folder) / "rapport.pdf"

        def maak() -> None:
            maak_rapport(scan, pad, nu=nu, vervang=True)

        begin = time.perf_counter()
        maak()
        eerste = (time.perf_counter() - begin) * 1000
        volgende = mediaan_ms(maak)
        controle = mediaan_ms(lambda: controleer_rapport(pad))
    return [
        Meting("rapport maken en ondertekenen, het eerste", eerste, "met alle imports"),
        Meting("rapport maken en ondertekenen, daarna", volgende, "een seconde", doel_ms=1000),
        Meting("rapport controleren", controle, ""),
    ]
