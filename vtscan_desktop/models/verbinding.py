"""One connection to one SQLCipher file: finding it, proving the key, locking it, and naming what goes wrong.

Nothing here needs SQLAlchemy, so the first window (the passphrase) can import it at once.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as sqlcipher

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, SchadeFout, VtscanFout, Wachtwoordfout
from vtscan_desktop.models.bestandslot import in_gebruik
from vtscan_desktop.models.paginas import PAGINA, sleutel_past
from vtscan_desktop.models.sleutel import (
    ZOUTLENGTE,
    Herstelsleutelfout,
    lees_herstelsleutel,
    leid_sleutel_af,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINSTE_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL database with two connections."""

# 4,096 bytes of cipher text hold nearly all 256 byte values; text, PDF's and plain databases far fewer.
_MINSTE_BYTEWAARDEN = 230
_BEKENDE_KOPPEN = (b"SQLite format 3\0", b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")


def geen_database(pad: Path) -> InvoerFout:
    """The error for a file that is something else."""
    return InvoerFout(f"Het bestand {pad} is geen vtscan-database.")


def controleer_sqlite() -> None:
    """Raise `OmgevingFout` when the SQLite that is bundled is too old to be trusted with a WAL database."""
    if sqlcipher.sqlite_version_info < MINSTE_SQLITE:
        nodig = ".".join(map(str, MINSTE_SQLITE))
        raise OmgevingFout(f"De meegeleverde SQLite {sqlcipher.sqlite_version} is te oud; {nodig} of nieuwer is nodig.")


def controleer_bestand(pad: Path) -> None:
    """Raise a typed error unless `pad` is a file that we may read and write and that may be a database.

    Only looks at the file's attributes, never opens it.
    """
    try:
        gegevens = pad.stat()
    except FileNotFoundError:
        raise OmgevingFout(f"Er is geen bestand {pad}.") from None
    except OSError as fout:
        raise _systeemfout(pad, fout) from fout
    if stat.S_ISDIR(gegevens.st_mode):
        raise InvoerFout(f"{pad} is een map; geef het databasebestand zelf op.")
    if not stat.S_ISREG(gegevens.st_mode):
        raise geen_database(pad)
    if not os.access(pad, os.R_OK | os.W_OK):
        raise _geen_rechten(pad)
    if not os.access(pad.parent, os.W_OK):
        raise OmgevingFout(f"U hebt geen rechten om te schrijven in de map {pad.parent}.")
    if gegevens.st_size < PAGINA:
        raise geen_database(pad)


def vind_sleutel(pad: Path, geheim: str) -> tuple[bytes, bytes]:
    """The raw key and the salt that `geheim`, a passphrase or a herstelsleutel, gives for the database at `pad`.

    The key is proved against the file by SQLCipher's own page checksums, read-only: with a wrong passphrase
    nothing is opened, so nothing can be changed. Raises `InvoerFout` when it doesn't fit.
    """
    try:
        with pad.open("rb") as bestand:
            eerste = bestand.read(PAGINA)
        if eerste.startswith(_BEKENDE_KOPPEN) or len(set(eerste)) < _MINSTE_BYTEWAARDEN:
            raise geen_database(pad)
        return _passende_sleutel(pad, geheim, eerste[:ZOUTLENGTE])
    except OSError as fout:
        raise _systeemfout(pad, fout) from fout


def _passende_sleutel(pad: Path, geheim: str, zout: bytes) -> tuple[bytes, bytes]:
    slip: Herstelsleutelfout | None = None
    try:
        herstel = lees_herstelsleutel(geheim)
    except Herstelsleutelfout as fout:
        slip, herstel = fout, None
    if herstel is not None and sleutel_past(pad, herstel, zout):
        return herstel, zout
    sleutel = leid_sleutel_af(geheim, zout)
    if sleutel_past(pad, sleutel, zout):
        return sleutel, zout
    if pad.stat().st_size % PAGINA:
        raise geen_database(pad)
    raise slip or Wachtwoordfout(f"Het wachtwoord klopt niet voor {pad}.")


def verbind(pad: Path, sleutel: bytes, zout: bytes) -> Any:
    """Open the existing file `pad` with key and salt, exclusively, in WAL mode; the DB-API connection.

    Autocommit: whoever writes says BEGIN himself. Raises as `vertaald` does.
    """
    controleer_sqlite()
    with vertaald(pad):
        verbinding = sqlcipher.connect(
            f"{pad.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, timeout=0
        )
        try:
            for pragma in (
                "cipher_log_level=NONE",
                f"key=\"x'{sleutel.hex()}{zout.hex()}'\"",
                "cipher_compatibility=4",
                # Before WAL: then no shared-memory file is ever made, and a second process finds it locked.
                "locking_mode=EXCLUSIVE",
                "journal_mode=WAL",
                "synchronous=FULL",
                "foreign_keys=ON",
                "trusted_schema=OFF",
                # No plain text in temporary files.
                "temp_store=MEMORY",
                # What is deleted is gone from the file, for whoever ever has the key too.
                "secure_delete=ON",
            ):
                verbinding.execute(f"PRAGMA {pragma}").fetchall()
            verbinding.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except BaseException:
            verbinding.close()
            raise
    return verbinding


@contextmanager
def vertaald(pad: Path) -> Iterator[None]:
    """Turn what SQLite (also through SQLAlchemy) or the system raises inside into one typed Dutch sentence."""
    try:
        yield
    except VtscanFout:
        raise
    except UnicodeEncodeError as fout:
        raise InvoerFout("De tekst bevat een half teken dat niet te bewaren is; verwijder het.") from fout
    except OSError as fout:
        raise _systeemfout(pad, fout) from fout
    except Exception as fout:
        code = getattr(getattr(fout, "orig", fout), "sqlite_errorcode", None)
        if code is None:
            raise
        raise _als_vtscanfout(code & 0xFF, pad) from fout


def _geen_rechten(pad: Path) -> OmgevingFout:
    return OmgevingFout(f"U hebt geen rechten om {pad} te lezen en te schrijven.")


def _systeemfout(pad: Path, fout: OSError) -> OmgevingFout:
    """What the system says, by its number: its own words are seldom Dutch."""
    if isinstance(fout, PermissionError):
        return _geen_rechten(pad)
    if fout.errno in (errno.ENOSPC, errno.EDQUOT):
        return OmgevingFout("De schijf is vol; er is niets bewaard.")
    return OmgevingFout(f"Het bestand {pad} kan niet worden gelezen of geschreven (systeemfout {fout.errno}).")


def _als_vtscanfout(code: int, pad: Path) -> VtscanFout:
    if code in (sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED):
        return in_gebruik(pad)
    if code == sqlcipher.SQLITE_FULL:
        return OmgevingFout(f"De schijf met {pad} is vol; het laatste is niet bewaard.")
    if code in (sqlcipher.SQLITE_READONLY, sqlcipher.SQLITE_PERM, sqlcipher.SQLITE_AUTH):
        return OmgevingFout(f"In {pad} kan niet worden geschreven.")
    if code in (sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT):
        return SchadeFout(f"De database {pad} is beschadigd; zet een reservekopie terug.")
    if code == sqlcipher.SQLITE_CONSTRAINT:
        return InvoerFout(f"De wijziging past niet bij wat in {pad} staat; open de scan opnieuw.")
    return OmgevingFout(f"De database {pad} kan niet worden gelezen of geschreven.")
