"""A database examined, a backup looked into, and a backup put back in its place."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import MEGABYTE, eis_bestand, kopieer, schrijf_veilig, werkmap
from vtscan_desktop.domain.errors import InvoerFout, SchadeFout, VtscanFout, Wachtwoordfout
from vtscan_desktop.domain.notatie import format_tijdstip
from vtscan_desktop.models import gaafheid
from vtscan_desktop.models.migratie import HEAD
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.models.sleutel import ZOUTLENGTE
from vtscan_desktop.models.verbinding import controleer_bestand, vertaald, vind_sleutel
from vtscan_desktop.services.logboek import Actie, handeling, noteer
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie, reservemap
from vtscan_desktop.services.scans import ScanService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.services.scans import Scanregel

_MAX_DATABASE = 2_000 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Kopieinhoud:
    """What is in a database file: its scans, and the instant (UTC) of the last change in any, None without scans."""

    scans: tuple[Scanregel, ...]
    gewijzigd: datetime | None


def open_database(pad: Path, geheim: str) -> Opslag:
    """Open a database with its passphrase or herstelsleutel, as `Opslag.open`.

    A passphrase that fits a backup but not the file is told apart from a wrong one: the first bytes of the file, which
    the key depends on, are then damaged (or the passphrase was changed since).
    """
    try:
        opslag = Opslag.open(pad, geheim)
    except Wachtwoordfout as fout:
        raise _verklaar(pad, geheim, fout) from fout
    if opslag.voor_migratie is not None:
        noteer(Actie.DATABASE_BIJWERKEN, uitkomst=f"schema.{HEAD}")
    return opslag


def onderzoek(pad: Path, geheim: str) -> tuple[str, ...]:
    """All that is wrong with a database, as Dutch sentences; none when it is whole. Changes nothing.

    Raises `InvoerFout` when it can't be examined (wrong passphrase, no database, newer), `OmgevingFout` when it is
    missing or in use.
    """
    controleer_bestand(pad)
    try:
        sleutel, zout = vind_sleutel(pad, geheim)
    except Wachtwoordfout as fout:
        verklaring = _verklaar(pad, geheim, fout)
        if isinstance(verklaring, SchadeFout):
            return (str(verklaring),)
        raise
    return gaafheid.onderzoek(pad, sleutel, zout)


def bekijk(pad: Path, geheim: str) -> Kopieinhoud:
    """What is in a database or backup that is not open; the file is not changed. Raises `VtscanFout`."""
    with _op_kopie(pad) as kopie, Opslag.open(kopie, geheim) as opslag:
        return _inhoud(opslag)


def zet_terug(database: Path, reservekopie: Path, geheim: str, nu: datetime) -> Path | None:
    """Put a backup in the place of a database; where the database as it was is kept, None when there was none.

    `geheim` opens the backup. A whole database that it opens too gets a last backup of its own; any other is kept as it
    is, byte for byte, among the backups. Nothing changes before the backup was found whole, and at any moment the old
    or the new database stands there. Raises `VtscanFout`.
    """
    if database.exists() and reservekopie.exists() and database.samefile(reservekopie):
        raise InvoerFout("Een database kan niet uit zichzelf worden hersteld; kies een reservekopie.")
    with _gave_kopie(reservekopie, geheim) as (kopie, sleutel):
        bewaard = _stel_veilig(database, geheim, nu) if database.exists() else None

        def controle(proef: Path) -> None:
            _eis_gaaf(proef, sleutel)
            # Of a file that is set aside: it would be taken for that of the new one.
            walbestand(database).unlink(missing_ok=True)

        with handeling(Actie.TERUGZETTEN):
            schrijf_veilig(database, kopieer(kopie), vervang=True, controle=controle)
    return bewaard


@contextmanager
def _gave_kopie(pad: Path, geheim: str) -> Iterator[tuple[Path, str]]:
    """A copy of a backup that is whole, brought up to date, and its herstelsleutel."""
    with _op_kopie(pad) as kopie:
        try:
            with Opslag.open(kopie, geheim) as opslag:
                sleutel = opslag.herstelsleutel
            _eis_gaaf(kopie, sleutel)
        except SchadeFout as fout:
            raise InvoerFout(f"De reservekopie {pad} is zelf beschadigd; kies een andere.") from fout
        yield kopie, sleutel


def _eis_gaaf(pad: Path, sleutel: str) -> None:
    if bevindingen := gaafheid.onderzoek(pad, *vind_sleutel(pad, sleutel)):
        raise SchadeFout(bevindingen[0])


def _stel_veilig(database: Path, geheim: str, nu: datetime) -> Path:
    """Keep the database as it is now; where."""
    try:
        with Opslag.open(database, geheim) as opslag:
            return maak_reservekopie(opslag, nu).pad
    except InvoerFout:  # damaged, or with another passphrase
        folder = reservemap(database)
        opzij = folder / f"{database.stem}-vervangen-{nu:%Y%m%d-%H%M%S-%f}{database.suffix}"
        with vertaald(database):
            folder.mkdir(mode=0o700, exist_ok=True)
            if walbestand(database).exists():
                schrijf_veilig(walbestand(opzij), kopieer(walbestand(database)), vervang=False)
            schrijf_veilig(opzij, kopieer(database), vervang=False)
        return opzij


def _inhoud(opslag: Opslag) -> Kopieinhoud:
    scans = ScanService(opslag).overzicht()
    return Kopieinhoud(scans, max((scan.gewijzigd for scan in scans), default=None))


def _verklaar(pad: Path, geheim: str, fout: Wachtwoordfout) -> VtscanFout:
    """Why a passphrase does not fit: it does fit the newest backup with another salt, or it is just wrong."""
    try:
        zout = _lees_zout(pad)
        for kopie in lijst(pad):
            if kopie.nr and _lees_zout(kopie.pad) != zout:
                vind_sleutel(kopie.pad, geheim)
                wanneer = format_tijdstip(kopie.tijd.astimezone())
                return SchadeFout(
                    f"Het wachtwoord past niet op {pad}, maar wel op de reservekopie van {wanneer}: het begin van het "
                    "bestand is beschadigd, of het wachtwoord is sindsdien gewijzigd."
                )
    except (OSError, VtscanFout):
        return fout  # no backup to compare with
    return fout


def _lees_zout(pad: Path) -> bytes:
    with pad.open("rb") as bestand:
        return bestand.read(ZOUTLENGTE)


@contextmanager
def _op_kopie(pad: Path) -> Iterator[Path]:
    """A copy in a temporary folder (as encrypted as the file), to open; errors name the file itself."""
    eis_bestand(pad, _MAX_DATABASE)
    with werkmap() as folder:
        kopie = folder / "kopie.vtdb"
        with vertaald(kopie):
            shutil.copyfile(pad, kopie)
            if walbestand(pad).exists():
                shutil.copyfile(walbestand(pad), walbestand(kopie))
        try:
            yield kopie
        except VtscanFout as fout:
            raise type(fout)(str(fout).replace(str(kopie), str(pad))) from fout
