"""Takes all measurements and prints one table: `python -m tests.benchmarks [WORD] [--schrijf]`.

Every `bench_*.py` beside this file has `meet() -> list[Meting]`. With WORD: only modules with WORD in their name. With
`--schrijf` the table in docs/prestaties.md is written anew (of all modules: then WORD is not allowed). Exit code 1
when an aim is missed.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.meting import Meting
from tests.benchmarks.prestaties import schrijf


def regel(meting: Meting) -> str:
    """One row of the table."""
    vergelijk = f"{meting.gemeten / meting.baseline:.2f} x" if meting.baseline else ""
    doel = f"{meting.doel:.1f}" if meting.doel is not None else ""
    oordeel = "" if meting.doel is None else ("ja" if meting.haalt_doel else "NEE")
    waarde = f"{meting.gemeten:>10.2f} {meting.eenheid:<3}"
    return f"{meting.naam:<52} {waarde} {vergelijk:>8} {doel:>9} {oordeel:>4}  {meting.maat}"


def meet(woord: str = "") -> list[Meting]:
    """Run every module whose name has the word, and print its rows as they come."""
    print(f"{'wat':<52} {'gemeten':>14} {'tegen':>8} {'doel':>9} {'ok':>4}  maat")
    metingen = []
    for pad in sorted(Path(__file__).parent.glob("bench_*.py")):
        if woord in pad.stem:
            for meting in importlib.import_module(f"tests.benchmarks.{pad.stem}").meet():
                print(regel(meting), flush=True)
                metingen.append(meting)
    return metingen


def main() -> int:
    """Measure what was asked."""
    ontleder = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    wat = ontleder.add_mutually_exclusive_group()
    wat.add_argument("woord", nargs="?", default="")
    wat.add_argument("--schrijf", action="store_true")
    gevraagd = ontleder.parse_args()
    metingen = meet(gevraagd.woord)
    if gevraagd.schrijf:
        schrijf(metingen)
    return 0 if all(meting.haalt_doel for meting in metingen) else 1


if __name__ == "__main__":
    sys.exit(main())
