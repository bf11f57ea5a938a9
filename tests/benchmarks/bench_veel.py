"""What a user waits for when there is much: 26 regio's of ten scans each, and 50,000 notes in one scan."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.benchmarks.bench_venster import proces
from tests.benchmarks.meting import Meting
from tests.benchmarks.vensterproces import WACHTWOORD
from vtscan_desktop.domain.risicoscan import Notitie, NotitieSoort
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import laad_regios, voorbeeldscan
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.services.sessie import Sessie

KEREN = 5
SCANS_PER_REGIO = 10
NOTITIES = 50_000
_NU = datetime(2016, 7, 11, 9, tzinfo=UTC)


def _vul_scans(database: Path) -> int:
    """Ten filled scans for each regio; gives how many."""
    voorbeeld = lees_invoer(voorbeeldscan()).scan
    aantal = 0
    sessie = Sessie.maak(database, WACHTWOORD)
    for regio in laad_regios():
        for jaar in range(SCANS_PER_REGIO):
            aantal += 1
            peildatum = date(2016 + jaar, 7, 11)
            scan = replace(voorbeeld, id=f"scan-{aantal}", regio=regio.sleutel, peildatum=peildatum)
            sessie.opslag.bewaar(None, Werkstand(scan), _NU)
    sessie.sluit()
    return aantal


def _vul_notities(database: Path) -> None:
    """One scan with notes on every topic, of every kind."""
    soorten = list(NotitieSoort)
    notities = tuple(
        Notitie(
            _NU + timedelta(minutes=n), f"Notitie {n}: van 45 naar 33.", None, n % 20 + 1, soorten[n % len(soorten)]
        )
        for n in range(NOTITIES)
    )
    sessie = Sessie.maak(database, WACHTWOORD)
    sessie.opslag.bewaar(None, Werkstand(replace(lees_invoer(voorbeeldscan()).scan, notities=notities)), _NU)
    sessie.sluit()


def meet() -> list[Meting]:
    """All of it, each in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        veel_scans, veel_notities = Path(folder) / "scans.vtdb", Path(folder) / "notities.vtdb"
        aantal = _vul_scans(veel_scans)
        openen = [proces("openen", veel_scans)[1][0][0] for _ in range(KEREN)]
        _vul_notities(veel_notities)
        wissels, sprongen, toetsen = proces("werk", veel_notities)[1]
        [rollen] = proces("rollen", veel_notities)[1]
    hoeveel = f"{NOTITIES:,}".replace(",", ".")
    beeld = "een beeld van het scherm"
    return [
        Meting(f"wachtwoord tot startpagina, {aantal} scans", statistics.median(openen), "sleutel erbij", doel=500),
        Meting(f"wisselen naar het volgende topic, {hoeveel} notities", statistics.median(wissels), beeld, doel=16),
        Meting(f"sprong naar een topic ver weg, {hoeveel} notities", statistics.median(sprongen), "ter vergelijking"),
        Meting(f"toets tot beeld, {hoeveel} notities", statistics.median(toetsen), beeld, doel=16),
        Meting(f"rollen door de notities van een topic, {hoeveel}", statistics.median(rollen), beeld, doel=16),
        Meting("rollen, traagste", max(rollen), "ter vergelijking"),
    ]
