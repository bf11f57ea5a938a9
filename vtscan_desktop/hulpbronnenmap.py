"""Where what ships with the program lies. Apart, so that the first window need not load all that reads from it."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from vtscan_desktop.domain.errors import OmgevingFout


@cache
def hulpbronnenmap() -> Path:
    """The folder with what ships along, in the source tree, an installed wheel or a frozen program."""
    pakket = Path(__file__).resolve().parent
    bevroren = Path(getattr(sys, "_MEIPASS", pakket))
    for map_ in (pakket / "_resources", bevroren / "vtscan_desktop" / "_resources", pakket.parent / "resources"):
        if map_.is_dir():
            return map_
    raise OmgevingFout("De meegeleverde bestanden zijn niet gevonden. Installeer het programma opnieuw.")


def meegeleverd(naam: str) -> Path:
    """A file about the program itself (its licence), which lies at the top of the source tree, else among the rest."""
    los = hulpbronnenmap() / naam
    return los if los.exists() else hulpbronnenmap().parent / naam
