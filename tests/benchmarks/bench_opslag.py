"""What keeping costs: `python -m tests.benchmarks.bench_opslag` prints the times, in milliseconds.

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
from typing import TYPE_CHECKING

from vtscan_desktop.domain.risicoscan import Actie, Notitie, Oordeel, Risicoscan, Werkstand
from vtscan_desktop.models.opslag import Opslag

if TYPE_CHECKING:
    from collections.abc import Callable

NOTITIES = 5_000
SCANS = 260
KEER = 300
NU = datetime(2016, 7, 11, tzinfo=UTC)


def _duur(werk: Callable[[], object]) -> float:
    """Milliseconds that the work takes, once."""
    begin = perf_counter()
    werk()
    return (perf_counter() - begin) * 1000


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
        bewaard.append(_duur(lambda oud=stand, nieuw=nieuw: opslag.bewaar(oud, nieuw, NU)))
        kale.append(_duur(lambda tekst=tekst: kaal.execute("UPDATE kaal SET tekst = ? WHERE id = 1", (tekst,))))
        stand = nieuw
    return statistics.median(bewaard), statistics.median(kale)


def _vul(opslag: Opslag) -> None:
    actie = Actie("Wachtlijst wegwerken", "instelling", date(2016, 12, 1))
    for i in range(SCANS):
        scan = Risicoscan(f"scan-{i}", "ijsselland", date(2016, 7, 11))
        for nr in range(1, 18):
            invulling = replace(scan.topic(nr), oordeel=Oordeel.IN_ONTWIKKELING, acties=(actie,), toelichting="x" * 800)
            scan = scan.met_topic(invulling)
        opslag.bewaar(None, Werkstand(scan), NU)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        pad = Path(folder) / "bench.vtdb"
        maken = _duur(lambda: Opslag.maak(pad, "voorbeeld").sluit())
        with Opslag.open(pad, "voorbeeld") as opslag:
            bewaard, kaal = _typ(opslag)
            lezen = statistics.median(_duur(lambda: opslag.lees("typen")) for _ in range(5))
            _vul(opslag)
            kopie = _duur(lambda: opslag.reservekopie(Path(folder) / "kopie.vtdb"))
        openen = statistics.median(_duur(lambda: Opslag.open(pad, "voorbeeld").sluit()) for _ in range(5))
        with Opslag.open(pad, "voorbeeld") as opslag:
            overzicht = statistics.median(_duur(opslag.overzicht) for _ in range(5))
            grootte = pad.stat().st_size / 1e6
    print(f"database maken                              {maken:8.1f} ms")
    print(f"openen met wachtwoord (argon2id)            {openen:8.1f} ms")
    print(f"toets bewaren, {NOTITIES} notities                {bewaard:8.2f} ms")
    print(f"kale UPDATE van een rij                     {kaal:8.2f} ms   verhouding {bewaard / kaal:.1f}")
    print(f"scan met {NOTITIES} notities lezen                {lezen:8.1f} ms")
    print(f"overzicht van {SCANS + 1} scans                    {overzicht:8.1f} ms")
    print(f"reservekopie van {grootte:4.1f} MB                    {kopie:8.1f} ms")


if __name__ == "__main__":
    main()
