"""Reports to look at in tests: the shipped scan and changed copies of it, built, and read back with poppler."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from vtscan_desktop.domain.beoordeling import beoordeel
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel, regionaam, voorbeeldscan
from vtscan_desktop.rapport.bouw import bouw_rapport
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Bouwsel, Ondertekenaar, RapportGegevens
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = datetime(2016, 7, 11, 16, 4, tzinfo=UTC)


@cache
def ijsselland() -> Risicoscan:
    return lees_scanbestand(voorbeeldscan()).scan


def gegevens(scan: Risicoscan, ondertekenaars: tuple[Ondertekenaar, ...] = STANDAARD_ONDERTEKENAARS) -> RapportGegevens:
    beoordeling = beoordeel(scan, laad_format(), laad_inspectietabel())
    naam = regionaam(scan.regio)
    return RapportGegevens(scan, beoordeling, laad_format(), naam, 1, Editie.BESTUURLIJK, MOMENT, ondertekenaars)


def bouw(scan: Risicoscan, ondertekenaars: tuple[Ondertekenaar, ...] = STANDAARD_ONDERTEKENAARS) -> Bouwsel:
    return bouw_rapport(gegevens(scan, ondertekenaars))


@cache
def gebouwd_ijsselland() -> Bouwsel:
    return bouw(ijsselland())


def lees(pdf: bytes, map_: Path, *opties: str) -> str:
    """What `pdftotext` reads, white space made one space."""
    pad = map_ / "rapport.pdf"
    pad.write_bytes(pdf)
    opdracht = ["pdftotext", "-enc", "UTF-8", *opties, str(pad), "-"]
    return subprocess.run(opdracht, capture_output=True, check=True).stdout.decode()


def plat(tekst: str) -> str:
    """Text with each run of white space as one space."""
    return " ".join(tekst.split())
