"""Runs all timings and prints one table. `python -m tests.benchmarks [WORD]`: only modules with WORD in their name.

Every `bench_*.py` beside this file has `meet() -> list[Meting]`. Exit code 1 when an aim is missed.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.meting import Meting


def haalt_doel(meting: Meting) -> bool:
    """Whether the aim, if there is one, is met."""
    return meting.doel_ms is None or meting.gemeten_ms <= meting.doel_ms


def regel(meting: Meting) -> str:
    """One row of the table."""
    vergelijk = f"{meting.gemeten_ms / meting.baseline_ms:.2f} x" if meting.baseline_ms else ""
    doel = f"{meting.doel_ms:.1f}" if meting.doel_ms is not None else ""
    oordeel = "" if meting.doel_ms is None else ("ja" if haalt_doel(meting) else "NEE")
    return f"{meting.naam:<52} {meting.gemeten_ms:>10.2f} {vergelijk:>8} {doel:>9} {oordeel:>4}  {meting.maat}"


def main(woord: str = "") -> int:
    """Run every module, print its rows as they come, and say whether all aims are met."""
    print(f"{'wat':<52} {'ms':>10} {'tegen':>8} {'doel ms':>9} {'ok':>4}  maat")
    gehaald = True
    for pad in sorted(Path(__file__).parent.glob("bench_*.py")):
        if woord not in pad.stem:
            continue
        for meting in importlib.import_module(f"tests.benchmarks.{pad.stem}").meet():
            print(regel(meting), flush=True)
            gehaald = gehaald and haalt_doel(meting)
    return 0 if gehaald else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
