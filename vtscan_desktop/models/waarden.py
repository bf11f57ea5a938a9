"""What the store keeps beside the scans themselves, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from vtscan_desktop.domain.risicoscan import Editie, Risicoscan, ScanStatus


@dataclass(frozen=True, slots=True)
class Scankop:
    """One scan in the overview.

    `gewijzigd` is the instant (UTC) and `revisie` the database's revisie of its last change. `kern` is a light
    scan: it holds only what the voorstel is computed from (peildatum, oordelen, acties, hertoets) and the
    vaststelling; texts, notities and kerndata are left out.
    """

    id: str
    regio: str
    peildatum: date
    titel: str
    status: ScanStatus
    voorbeeld: bool
    editie: Editie
    gewijzigd: datetime
    revisie: int
    kern: Risicoscan


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the user was in a scan: step, field, and the cursor's offset in it (in UTF-16 units, as Qt counts)."""

    scan_id: str
    stap: str
    veld: str
    cursor: int


@dataclass(frozen=True, slots=True)
class Identiteitrij:
    """A signing identity: a PKCS#12 with its own passphrase. At most one is `actief`."""

    id: str
    naam: str
    pkcs12: bytes
    wachtwoord: str
    gemaakt: datetime
    actief: bool


@dataclass(frozen=True, slots=True)
class Rapportversie:
    """A report that was made: its number, editie, SHA-256 (hex) of the file and the instant (UTC)."""

    scan_id: str
    versie: int
    editie: str
    sha256: str
    gemaakt: datetime
