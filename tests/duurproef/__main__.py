"""`python -m tests.duurproef [AANTAL] [TEGELIJK]`: kill the program AANTAL times while someone types (200).

And a fifth as often during export, backup and migration. Ends with exit code 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.duurproef.proef import Leeg, Uitkomst, dood_migratie, dood_typist
from vtscan_desktop.services.sessie import Sessie

ALTIJD_MS, P95_MS = 1000, 500
"""Text older than this is always there; and in 95 of 100 killings text older than this."""
DEEL = 5


def maak_leeg(folder: Path) -> Leeg:
    """A database with one empty scan."""
    sessie = Sessie.maak(folder / "scans.vtdb", "een lang wachtwoord")
    sessie.scans.nieuw("ijsselland", date(2016, 7, 11))
    sessie.sluit()
    return Leeg(sessie.pad, sessie.herstelsleutel)


def een_keer(leeg: Leeg, bezigheid: str, zaad: int) -> Uitkomst:
    """One killing in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        if bezigheid == "migratie":
            return dood_migratie(Path(folder), zaad)
        return dood_typist(leeg, Path(folder), bezigheid, zaad)


def alle_keren(aantal: int) -> Iterator[tuple[str, int]]:
    """Which killings to do: what goes on beside the typing, and a seed."""
    for zaad in range(aantal):
        yield "typen", zaad
        if zaad % DEEL == 0:
            yield from ((bezigheid, zaad) for bezigheid in ("export", "reservekopie", "migratie"))


def p95(uitkomsten: list[Uitkomst]) -> float:
    """The 95th percentile of the age of the oldest key lost, in ms."""
    return sorted(u.kwijt_ms for u in uitkomsten)[max(0, -(-len(uitkomsten) * 95 // 100) - 1)]


def verslag(uitkomsten: list[Uitkomst]) -> bool:
    """Print the figures; whether every promise was kept."""
    goed = True
    for bezigheid in dict.fromkeys(u.bezigheid for u in uitkomsten):
        deze = [u for u in uitkomsten if u.bezigheid == bezigheid]
        gaaf = sum(not u.fouten for u in deze)
        langst = max(u.kwijt_ms for u in deze)
        print(
            f"{bezigheid:<13} gaaf {gaaf}/{len(deze)}  toetsen {sum(u.getypt for u in deze)}  "
            f"kwijt {sum(u.kwijt for u in deze)}  oudste kwijt: p95 {p95(deze):.0f} ms, hoogst {langst:.0f} ms"
        )
        for u in deze:
            for fout in u.fouten:
                print(f"  zaad {u.zaad}: {fout}")
        goed = goed and gaaf == len(deze) and langst <= ALTIJD_MS and p95(deze) <= P95_MS
    print("Alle beloften gehouden." if goed else "Een belofte is gebroken.")
    return goed


def main() -> int:
    """Do them all; the exit code."""
    ontleder = argparse.ArgumentParser(prog="python -m tests.duurproef")
    ontleder.add_argument("aantal", nargs="?", type=int, default=200)
    ontleder.add_argument("tegelijk", nargs="?", type=int, default=2)
    gevraagd = ontleder.parse_args()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(gevraagd.tegelijk) as ploeg:
        leeg = maak_leeg(Path(folder))
        uitkomsten = []
        for uitkomst in ploeg.map(lambda keer: een_keer(leeg, *keer), alle_keren(gevraagd.aantal)):
            uitkomsten.append(uitkomst)
            print(uitkomst, file=sys.stderr, flush=True)
    return 0 if verslag(uitkomsten) else 1


if __name__ == "__main__":
    sys.exit(main())
