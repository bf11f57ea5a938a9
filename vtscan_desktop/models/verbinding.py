"""One connection to one SQLCipher file: finding it, proving the key, locking it, and naming what goes wrong.

Nothing here needs SQLAlchemy, so the first window (the passphrase) can import it at once.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as sqlcipher

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
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

_PAGINA = 4096
_SOM = 64  # SQLCipher 4 ends each page in 16 bytes of IV and 64 of HMAC-SHA512
_WAL_KOP, _FRAME_KOP = 32, 24
# 4,096 bytes of cipher text hold nearly all 256 byte values; text, PDF's and plain databases far fewer.
_MINSTE_BYTEWAARDEN = 230
_BEKENDE_KOPPEN = (b"SQLite format 3\0", b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")

# Device and inode of every database this process has open. SQLite would refuse a second connection by itself, but
# before that we read the file for its salt, and on POSIX closing it drops the locks that this process holds on it.
_in_gebruik: set[tuple[int, int]] = set()


class Bestandslot:
    """The claim of this process on one database file; `vrij` gives it up (more than once does no harm)."""

    def __init__(self, pad: Path) -> None:
        gegevens = pad.stat()
        self._kenmerk = (gegevens.st_dev, gegevens.st_ino)
        if self._kenmerk in _in_gebruik:
            raise in_gebruik(pad)
        _in_gebruik.add(self._kenmerk)

    def vrij(self) -> None:
        """Give up the claim."""
        _in_gebruik.discard(self._kenmerk)


def in_gebruik(pad: Path) -> OmgevingFout:
    """The error for a database that another window or process has open."""
    return OmgevingFout(f"De database {pad} is al in gebruik; sluit het andere venster of programma eerst.")


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
    # A checkpoint that a power cut broke off leaves a torn last page, which the WAL beside it mends.
    if gegevens.st_size < _PAGINA or (gegevens.st_size % _PAGINA and not _walbestand(pad).exists()):
        raise geen_database(pad)


def vind_sleutel(pad: Path, geheim: str) -> tuple[bytes, bytes]:
    """The raw key and the salt that `geheim`, a passphrase or a herstelsleutel, gives for the database at `pad`.

    The key is proved against the file by SQLCipher's own page checksums, read-only: with a wrong passphrase
    nothing is opened, so nothing can be changed. Raises `InvoerFout` when it doesn't fit.
    """
    try:
        with pad.open("rb") as bestand:
            eerste = bestand.read(_PAGINA)
    except OSError as fout:
        raise _systeemfout(pad, fout) from fout
    if eerste.startswith(_BEKENDE_KOPPEN) or len(set(eerste)) < _MINSTE_BYTEWAARDEN:
        raise geen_database(pad)
    zout = eerste[:ZOUTLENGTE]
    slip: Herstelsleutelfout | None = None
    try:
        herstel = lees_herstelsleutel(geheim)
    except Herstelsleutelfout as fout:
        slip, herstel = fout, None
    if herstel is not None and _past(pad, herstel, zout, eerste):
        return herstel, zout
    sleutel = leid_sleutel_af(geheim, zout)
    if _past(pad, sleutel, zout, eerste):
        return sleutel, zout
    raise slip or InvoerFout(f"Het wachtwoord klopt niet voor {pad}.")


def _past(pad: Path, sleutel: bytes, zout: bytes, eerste: bytes) -> bool:
    """Whether the key made the checksum of page 1, or (page 1 may be torn by a power cut) of a page in the WAL."""
    somsleutel = hashlib.pbkdf2_hmac("sha512", sleutel, bytes(b ^ 0x3A for b in zout), 2, 32)

    def klopt(pagina: bytes, nummer: int) -> bool:
        inhoud = pagina[ZOUTLENGTE if nummer == 1 else 0 : -_SOM] + nummer.to_bytes(4, "little")
        return hmac.compare_digest(hmac.digest(somsleutel, inhoud, "sha512"), pagina[-_SOM:])

    if klopt(eerste, 1):
        return True
    wal = _walbestand(pad)
    if not wal.exists():
        return False
    with wal.open("rb") as bestand:
        bestand.seek(_WAL_KOP)
        frame = bestand.read(_FRAME_KOP + _PAGINA)
    return len(frame) == _FRAME_KOP + _PAGINA and klopt(frame[_FRAME_KOP:], int.from_bytes(frame[:4], "big"))


def _walbestand(pad: Path) -> Path:
    return pad.with_name(pad.name + "-wal")


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
        return InvoerFout(f"De database {pad} is beschadigd; zet een reservekopie terug.")
    if code == sqlcipher.SQLITE_CONSTRAINT:
        return InvoerFout(f"De wijziging past niet bij wat in {pad} staat; open de scan opnieuw.")
    return OmgevingFout(f"De database {pad} kan niet worden gelezen of geschreven.")
