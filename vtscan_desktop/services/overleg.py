"""All regio's together, read from the database: for the overview and for the file with acties."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vtscan_desktop.domain.overleg import Overleg, laatste_scans, maak_overleg
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.formats import format_van

if TYPE_CHECKING:
    from datetime import date

    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.models.opslag import Opslag


def lees_laatste_scans(opslag: Opslag) -> tuple[Risicoscan, ...]:
    """Of each regio its latest scan. It reads every one of them whole: not on the window's thread.

    Raises `VtscanFout` when the database can't be read.
    """
    koppen = laatste_scans(kop.kern for kop in opslag.overzicht())
    return tuple(opslag.lees(kop.id).scan for kop in koppen)


def lees_overleg(opslag: Opslag, vandaag: date) -> Overleg:
    """The overview of all regio's as they stand on a day. As `lees_laatste_scans`."""
    scans = lees_laatste_scans(opslag)
    return maak_overleg(((scan, regionaam(scan.regio)) for scan in scans), partial(format_van, opslag=opslag), vandaag)
