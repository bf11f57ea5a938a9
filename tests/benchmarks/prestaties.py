"""Writes the measured table into docs/prestaties.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.benchmarks.meting import Meting

DOCUMENT = Path(__file__).parents[2] / "docs/prestaties.md"
BEGIN, EINDE = "<!-- gemeten: begin -->\n", "<!-- gemeten: einde -->"
_KOP = "| wat | gemeten | ter vergelijking | doel | gehaald |\n|---|---:|---|---:|---|\n"


def schrijf(metingen: Sequence[Meting]) -> None:
    """Put the measurements in the place of the earlier ones; the words around them stay."""
    voor, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    rijen = "".join(map(_rij, metingen))
    DOCUMENT.write_text(f"{voor}{BEGIN}{_omstandigheden()}\n\n{_KOP}{rijen}{EINDE}{na}", "utf-8")


def _rij(meting: Meting) -> str:
    verhouding = f"{_getal(meting.gemeten / meting.baseline, 2)} × " if meting.baseline else ""
    doel = f"{_getal(meting.doel)} {meting.eenheid}" if meting.doel is not None else ""
    gehaald = "" if meting.doel is None else "ja" if meting.haalt_doel else "**nee**"
    waarde = f"{_getal(meting.gemeten)} {meting.eenheid}"
    return f"| {meting.naam} | {waarde} | {verhouding}{meting.maat} | {doel} | {gehaald} |\n"


def _getal(waarde: float, decimalen: int | None = None) -> str:
    """In Dutch notation, with no more decimals than matter."""
    if decimalen is None:
        decimalen = 0 if waarde >= 100 else 1 if waarde >= 10 else 2
    return f"{waarde:,.{decimalen}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _omstandigheden() -> str:
    from PySide6.QtCore import qVersion

    druk = f", belasting bij het einde {_getal(os.getloadavg()[0], 1)}" if hasattr(os, "getloadavg") else ""
    dag = date.today()
    return (
        f"Gemeten op {dag.day}-{dag.month}-{dag.year}: {platform.system()} {platform.machine()}, {os.cpu_count()} "
        f"kernen{druk}, Python {platform.python_version()}, Qt {qVersion()}."
    )
