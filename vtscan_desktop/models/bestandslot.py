"""Who has a database open: claims inside this process, and the lock of the operating system for all others.

The lock is the truth: it goes when its process ends, however that ends, so nothing here can go stale.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from vtscan_desktop.domain.errors import OmgevingFout

_FLOCK = "hhqqi"
"""`struct flock` on Linux: kind, whence, start, length, process."""
_SLOTBYTE = 0x40000002
"""Where SQLite locks a file (its file format, "lock-byte page"): the first byte of what a reader shares."""

# Device and inode of every database this process has open. SQLite would refuse a second connection by itself, but
# before that we read the file for its salt, and on POSIX closing it drops the locks that this process holds on it.
_in_gebruik: set[tuple[int, int]] = set()


class Bestandslot:
    """The claim of this process on one database file; `vrij` gives it up (more than once does no harm)."""

    def __init__(self, pad: Path) -> None:
        gegevens = pad.stat()
        self._kenmerk = (gegevens.st_dev, gegevens.st_ino)
        if self._kenmerk in _in_gebruik:
            raise _bezet(pad, " in een ander venster van dit programma")
        _in_gebruik.add(self._kenmerk)

    def vrij(self) -> None:
        """Give up the claim."""
        _in_gebruik.discard(self._kenmerk)


def in_gebruik(pad: Path) -> OmgevingFout:
    """The error for a database that another process has open; it names that process where the system tells which."""
    return _bezet(pad, _wie(pad))


def _bezet(pad: Path, wie: str) -> OmgevingFout:
    return OmgevingFout(f"De database {pad} is al in gebruik{wie}; sluit het andere venster of programma eerst.")


def eis_vrij(pad: Path) -> None:
    """Raise `OmgevingFout` when another process has the database open. Changes nothing, and needs no key.

    Only for a file that this process has claimed and not opened yet.
    """
    nummer = os.open(pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        _probeer_slot(nummer)
    except OSError as fout:
        raise in_gebruik(pad) from fout
    finally:
        os.close(nummer)


def _wie(pad: Path) -> str:
    """Which process holds the lock, from the system's own books: a number that was used again is never named.

    Another user's process, one on another computer, and any on another system than Linux stay unnamed.
    """
    if sys.platform != "linux":
        return ""
    try:
        nummer = os.open(pad, os.O_RDONLY)
        try:
            vraag = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _SLOTBYTE, 1, 0)
            soort, *_, proces = struct.unpack(_FLOCK, fcntl.fcntl(nummer, fcntl.F_GETLK, vraag))
            bestand = os.fstat(nummer)
        finally:
            os.close(nummer)
        if soort == fcntl.F_UNLCK:
            return ""
        folder = Path(f"/proc/{proces}")
        open_bestanden = [fd.stat() for fd in (folder / "fd").iterdir() if fd.exists()]
        if any(os.path.samestat(bestand, ander) for ander in open_bestanden):
            naam = (folder / "comm").read_text("utf-8", "replace").strip()
            return f" door {naam} (proces {proces})"
    except OSError:
        pass  # it ended just now, or it is another user's
    return ""


if sys.platform == "win32":
    import msvcrt

    def _probeer_slot(nummer: int) -> None:
        """Lock the byte for a moment; OSError when another process holds it."""
        os.lseek(nummer, _SLOTBYTE, os.SEEK_SET)
        msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
        os.lseek(nummer, _SLOTBYTE, os.SEEK_SET)
        msvcrt.locking(nummer, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _probeer_slot(nummer: int) -> None:
        """Lock the byte for a moment; OSError when another process holds it."""
        fcntl.lockf(nummer, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, _SLOTBYTE)
        fcntl.lockf(nummer, fcntl.LOCK_UN, 1, _SLOTBYTE)
