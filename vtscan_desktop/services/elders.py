"""Keeping the open scan somewhere else, when the place of the database can no longer be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.risicoscan import Notitie, Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag

SCAN = ".vtscan"
"""Files with this end, in capitals or not, hold the one scan, readable by anyone; all others are made a database."""


def bewaar_elders(opslag: Opslag, stand: Werkstand, pad: Path, nu: datetime) -> str:
    """Write the open scan as it is now to another place; one Dutch sentence on what is there now.

    A database gets all scans if they can still be read, else this one, and opens with the same passphrase. Raises
    `VtscanFout` when nothing could be written; `pad` is then as it was.
    """
    if pad.suffix.lower() == SCAN:
        schrijf_veilig(pad, schrijf_scan(_met_klad(stand, nu)), vervang=True)
        return f"De scan staat in {pad}. Dit bestand is niet versleuteld."
    alles = True
    try:
        opslag.reservekopie(pad)
    except VtscanFout:
        opslag.maak_naast(pad).sluit()
        alles = False
    with opslag.open(pad, opslag.herstelsleutel) as elders:
        er_al = elders.bestaat(stand.scan.id)
        elders.bewaar(elders.lees(stand.scan.id) if er_al else None, stand, nu)
    wat = "Alle scans staan" if alles else "De open scan staat"
    return f"{wat} met uw laatste tekst in {pad}; dezelfde versleuteling, hetzelfde wachtwoord."


def _met_klad(stand: Werkstand, nu: datetime) -> Risicoscan:
    """The scan with each row in the making as a notitie: the exchange format has no other place for it."""
    regels = (" | ".join(filter(None, rij.cellen)) for rij in stand.klad)
    notities = tuple(Notitie(nu, f"Nog niet af: {regel}") for regel in regels if regel)
    return replace(stand.scan, notities=stand.scan.notities + notities)
