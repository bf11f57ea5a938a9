"""Removing a scan, from the backups too if asked: what goes, what stays, and what is out of reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.services.kopiewerk import pas_toe_op_kopieen, verdeel_kopieen
from vtscan_desktop.services.scans import ScanService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag


@dataclass(frozen=True, slots=True)
class Verwijderplan:
    """What hangs on a scan outside the scan itself: backups that may hold it, and reports that were made of it."""

    kopieen: tuple[Path, ...]
    gesloten_kopieen: tuple[Path, ...]
    rapporten: tuple[str, ...]


def maak_verwijderplan(opslag: Opslag, scan_id: str) -> Verwijderplan:
    """Look what there is; changes nothing. Raises `VtscanFout`."""
    rapporten = tuple(
        f"versie {versie.versie} ({versie.editie}) van {format_datum(versie.gemaakt.date())}"
        for versie in opslag.rapportversies(scan_id)
    )
    return Verwijderplan(*verdeel_kopieen(opslag), rapporten)


def verwijder_scan(
    opslag: Opslag, scan_id: str, meld: Callable[[str, int, int], None], *, ook_kopieen: bool
) -> tuple[str, ...]:
    """Remove a scan for good, from the backups too if asked; Dutch sentences on the backups where that failed.

    Raises `VtscanFout` when it can't be removed from the database: nothing is then changed.
    """
    with opslag.kopiewerk:
        ScanService(opslag).verwijder(scan_id)

        def uit(kopie: Opslag) -> None:
            if kopie.bestaat(scan_id):
                kopie.verwijder(scan_id)

        return pas_toe_op_kopieen(opslag, uit, meld)[1] if ook_kopieen else ()
