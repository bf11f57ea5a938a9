"""How soon a note shows that is typed in a scan with thousands of them."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks.bench_venster import proces
from tests.benchmarks.meting import Meting
from tests.benchmarks.vensterproces import WACHTWOORD
from vtscan_desktop.domain.risicoscan import Notitie, NotitieSoort
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.services.sessie import Sessie

AANTAL = 5000
_BEGIN = datetime(2016, 5, 12, 9, tzinfo=UTC)


def meet() -> list[Meting]:
    """Enter to picture, all notes on the topic that is shown."""
    soorten = list(NotitieSoort)
    notities = tuple(
        Notitie(_BEGIN + timedelta(minutes=n), f"Notitie {n}: van 45 naar 33.", None, 3, soorten[n % len(soorten)])
        for n in range(AANTAL)
    )
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "meting.vtdb"
        sessie = Sessie.maak(database, WACHTWOORD)
        scan = replace(lees_invoer(voorbeeldscan()).scan, notities=notities)
        sessie.opslag.bewaar(None, Werkstand(scan), _BEGIN)
        sessie.sluit()
        [tijden] = proces("notities", database)[1]
    naam = f"nieuwe notitie tot beeld, tussen {AANTAL} andere"
    return [
        Meting(naam, statistics.median(tijden), "een beeld van het scherm", doel=16),
        Meting("nieuwe notitie tot beeld, traagste", max(tijden), "ter vergelijking"),
    ]
