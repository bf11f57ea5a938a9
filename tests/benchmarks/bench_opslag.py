"""What keeping costs.

Typing is measured in a scan with 5,000 notes, against a bare one-row UPDATE with commit on the same connection in
the same run, for disks differ more than programs do.
"""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from tests.benchmarks.meting import Meting, mediaan_ms
from vtscan_desktop.domain.risicoscan import Actie, Notitie, Oordeel, Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.sleutel import leid_sleutel_af

NOTITIES = 5_000
SCANS = 260
KEER = 300
NU = datetime(2016, 7, 11, tzinfo=UTC)


def _typ(opslag: Opslag) -> tuple[float, float]:
    """Median of one keystroke kept, and of the bare update; taken in turns, so that both meet the same disk."""
    notities = tuple(Notitie(NU, f"notitie {i} " * 10) for i in range(NOTITIES))
    stand = Werkstand(Risicoscan("typen", "ijsselland", date(2016, 7, 11), notities=notities))
    opslag.bewaar(None, stand, NU)
    kaal = opslag._verbinding
    kaal.execute("CREATE TABLE kaal (id INTEGER PRIMARY KEY, tekst TEXT)")
    kaal.execute("INSERT INTO kaal VALUES (1, '')")
    bewaard, kale = [], []
    for i in range(KEER):
        tekst = "x" * i
        nieuw = Werkstand(stand.scan.met_topic(replace(stand.scan.topic(3), toelichting=tekst)))
        begin = perf_counter()
        opslag.bewaar(stand, nieuw, NU)
        midden = perf_counter()
        kaal.execute("UPDATE kaal SET tekst = ? WHERE id = 1", (tekst,))
        kale.append(perf_counter() - midden)
        bewaard.append(midden - begin)
        stand = nieuw
    return statistics.median(bewaard) * 1000, statistics.median(kale) * 1000


def _vul(opslag: Opslag) -> None:
    actie = Actie("Wachtlijst wegwerken", "instelling", date(2016, 12, 1))
    for i in range(SCANS):
        scan = Risicoscan(f"scan-{i}", "ijsselland", date(2016, 7, 11))
        for nr in range(1, 18):
            invulling = replace(scan.topic(nr), oordeel=Oordeel.IN_ONTWIKKELING, acties=(actie,), toelichting="x" * 800)
            scan = scan.met_topic(invulling)
        opslag.bewaar(None, Werkstand(scan), NU)


def meet() -> list[Meting]:
    """The timings of the store."""
    with tempfile.TemporaryDirectory() as folder:
        pad = Path(folder) / "bench.vtdb"
        with Opslag.maak(pad, "voorbeeld") as opslag:
            bewaard, kaal = _typ(opslag)
            lezen = mediaan_ms(lambda: opslag.lees("typen"))
            _vul(opslag)
            overzicht = mediaan_ms(opslag.overzicht)
            kopie = mediaan_ms(lambda: opslag.reservekopie(Path(folder) / "kopie.vtdb"))
        openen = mediaan_ms(lambda: Opslag.open(pad, "voorbeeld").sluit())
        grootte = f"{pad.stat().st_size / 1e6:.1f}".replace(".", ",")
        sleutel = mediaan_ms(lambda: leid_sleutel_af("voorbeeld", bytes(16)))
    return [
        Meting("toets bewaren in een scan met 5.000 notities", bewaard, "kale UPDATE van een rij", kaal, doel=16.0),
        Meting("database openen met het wachtwoord", openen, "de sleutelafleiding alleen", sleutel),
        Meting(f"overzicht van {SCANS + 1} scans", overzicht, ""),
        Meting("scan met 5.000 notities lezen", lezen, ""),
        Meting(f"gecontroleerde reservekopie van {grootte} MB", kopie, ""),
    ]
