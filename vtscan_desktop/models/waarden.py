"""What the store keeps beside the scans themselves, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from vtscan_desktop.domain.risicoscan import Editie, Risicoscan, ScanStatus


@dataclass(frozen=True, slots=True)
class Scanopschrift:
    """What a list shows of a scan as it is kept; `gewijzigd` is the instant (UTC) of its last change."""

    id: str
    regio: str
    peildatum: date
    titel: str
    status: ScanStatus
    voorbeeld: bool
    editie: Editie
    gewijzigd: datetime


@dataclass(frozen=True, slots=True)
class Scankop(Scanopschrift):
    """One scan in the overview.

    `revisie` is the database's revisie of its last change. `kern` is a light scan: it holds only what the voorstel is
    computed from (peildatum, oordelen, acties, hertoets) and the vaststelling; texts, notities and kerndata are left
    out.
    """

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
class Versiesleutel:
    """Which report of which scan: each editie counts its own versions."""

    scan_id: str
    versie: int
    editie: str


@dataclass(frozen=True, slots=True)
class Rapportversie:
    """A report that was made: its number, editie, SHA-256 (hex) of the file and the instant (UTC).

    `vingerafdruk` is that of the identity that signed. `gewist` says what was taken out of the kept scan later on,
    `format` what that scan says of its format.
    """

    scan_id: str
    versie: int
    editie: str
    sha256: str
    gemaakt: datetime
    bestandsnaam: str = ""
    vingerafdruk: str = ""
    gewist: str = ""
    format: str = ""

    @property
    def sleutel(self) -> Versiesleutel:
        """Which one it is."""
        return Versiesleutel(self.scan_id, self.versie, self.editie)


@dataclass(frozen=True, slots=True)
class Statuswijziging:
    """A change of a scan's status: the instant (UTC), by whom (functie and organisatie) and why."""

    tijd: datetime
    van: ScanStatus
    naar: ScanStatus
    wie: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Eigenformat:
    """A format of the organisation's own: its kenmerk, the instant (UTC) it was taken over, and its file."""

    sleutel: str
    overgenomen: datetime
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Formatgebruik:
    """How many scans are of a format, and how many versions of scans that were kept with reports."""

    scans: int = 0
    versies: int = 0


class Zoeksoort(StrEnum):
    """What kind of text was found."""

    TITEL = "titel"
    NOTITIE = "notitie"
    TEKST = "tekst"
    ACTIE = "actie"
    GESPREK = "gesprek"
    DOCUMENT = "document"
    MAATWERKACTIE = "maatwerkactie"
    ZIENSWIJZE = "zienswijze"


@dataclass(frozen=True, slots=True)
class Treffer:
    """A text that was found.

    `format` is what the scan says of its format. `plek` says where it stands: a long text by its key
    (`topic/3/toelichting`), rows by their place from 0 (`notitie/12`, `topic/3/actie/0`, `gesprek/1`,
    `zienswijze/0/topic/1/tekst`). `topic` is the topic it belongs to, if any. `fragment` is a line of the text around
    the first word found, and `markeringen` the parts of that line (start, end) that match.
    """

    scan_id: str
    regio: str
    peildatum: date
    format: str
    titel: str
    soort: Zoeksoort
    plek: str
    topic: int | None
    fragment: str
    markeringen: tuple[tuple[int, int], ...]
