"""What an encrypted database tells without being opened: whether a key is its key, and whether its pages are whole.

Only reads. SQLCipher ends each page of 4,096 bytes in 16 bytes of IV and 64 of HMAC-SHA512 over the rest and the page
number, so that one changed bit shows; only the salt, the first 16 bytes of the file, stands outside it, and a
changed salt gives another key. What a write-ahead log (the WAL, beside the file) adds counts as SQLite counts it.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.models.sleutel import ZOUTLENGTE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGINA = 4096
"""Bytes of a page."""
_SOM = 64
_WALKOP, _FRAMEKOP = 32, 24
_FRAME = _FRAMEKOP + PAGINA
_WALMERK = {0x377F0682: "<", 0x377F0683: ">"}
"""First number of a WAL, and the order of bytes in which its checksums are counted."""
_32_BIT = 0xFFFFFFFF


def walbestand(pad: Path) -> Path:
    """Where the WAL of a database lies."""
    return pad.with_name(pad.name + "-wal")


class Paginatoets:
    """Tells the pages that were written with a key from all others."""

    def __init__(self, sleutel: bytes, zout: bytes) -> None:
        self._somsleutel = hashlib.pbkdf2_hmac("sha512", sleutel, bytes(b ^ 0x3A for b in zout), 2, 32)

    def klopt(self, pagina: bytes, nummer: int) -> bool:
        """Whether these bytes are, to the last bit, a page that was written with the key as number `nummer`."""
        inhoud = pagina[ZOUTLENGTE if nummer == 1 else 0 : -_SOM] + nummer.to_bytes(4, "little")
        return hmac.compare_digest(hmac.digest(self._somsleutel, inhoud, "sha512"), pagina[-_SOM:])


@dataclass(frozen=True, slots=True)
class Wal:
    """What stands in a WAL: the pages that SQLite will take from it, the size in pages after the last transaction
    (None when there is none), and whether transactions that were kept can no longer be reached.
    """

    paginas: frozenset[int] = frozenset()
    omvang: int | None = None
    verloren: bool = False


def sleutel_past(pad: Path, sleutel: bytes, zout: bytes) -> bool:
    """Whether the key made any page of the file, or (a power cut tears pages) the first in the WAL.

    Of a file whose first page fits, only that is read.
    """
    toets = Paginatoets(sleutel, zout)
    if any(toets.klopt(pagina, nummer) for nummer, pagina in _paginas(pad)):
        return True
    return any(toets.klopt(frame[_FRAMEKOP:], _nummer(frame)) for frame in _frames(_lees(walbestand(pad)))[:1])


def zoek_schade(pad: Path, sleutel: bytes, zout: bytes) -> str:
    """What is wrong with the bytes of the file or its WAL, as the end of a Dutch sentence; "" when nothing is."""
    toets = Paginatoets(sleutel, zout)
    wal = lees_wal(_lees(walbestand(pad)))
    if wal.verloren:
        return "wijzigingen in het bestand dat op -wal eindigt zijn niet meer te lezen"
    stuk = aantal = 0
    for nummer, pagina in _paginas(pad):
        aantal = nummer
        if nummer in wal.paginas or (wal.omvang is not None and nummer > wal.omvang) or not any(pagina):
            continue  # SQLite takes it from the WAL, drops it, or never wrote it; what needs it finds it empty
        stuk += not toets.klopt(pagina, nummer)
    if stuk:
        return f"{stuk} van de {aantal} stukken van het bestand {'klopt' if stuk == 1 else 'kloppen'} niet meer"
    return ""


def lees_wal(inhoud: bytes) -> Wal:
    """Read a WAL as SQLite does: up to the first frame whose checksum fails.

    A power cut can leave one transaction behind it that was never confirmed; two, or a header that fails, is damage.
    """
    frames = _frames(inhoud)
    if not frames:
        return Wal()
    orde = _WALMERK.get(int.from_bytes(inhoud[:4], "big"))
    som = (0, 0) if orde is None else _tel(orde, inhoud[:24], (0, 0))
    if orde is None or som != struct.unpack(">2I", inhoud[24:_WALKOP]):
        return Wal(verloren=True)
    merk = inhoud[16:24]
    vast: set[int] = set()
    lopend: set[int] = set()
    omvang: int | None = None
    for plek, frame in enumerate(frames):
        som = _tel(orde, frame[:8] + frame[_FRAMEKOP:], som)
        if frame[8:16] != merk or som != struct.unpack(">2I", frame[16:_FRAMEKOP]):
            return Wal(frozenset(vast), omvang, _verloren(frames[plek:], merk))
        lopend.add(_nummer(frame))
        if einde := int.from_bytes(frame[4:8], "big"):
            vast |= lopend
            lopend.clear()
            omvang = einde
    return Wal(frozenset(vast), omvang)


def _verloren(rest: list[bytes], merk: bytes) -> bool:
    """Whether the frames from the first wrong one on hold the end of more than one transaction of this WAL."""
    return sum(frame[8:16] == merk and any(frame[4:8]) for frame in rest) > 1


def _tel(orde: str, inhoud: bytes, som: tuple[int, int]) -> tuple[int, int]:
    """SQLite's checksum of a WAL over some more bytes."""
    een, twee = som
    getallen = iter(struct.unpack(f"{orde}{len(inhoud) // 4}I", inhoud))
    for a, b in zip(getallen, getallen, strict=True):
        een = (een + a + twee) & _32_BIT
        twee = (twee + b + een) & _32_BIT
    return een, twee


def _paginas(pad: Path) -> Iterator[tuple[int, bytes]]:
    """The pages of a file with their numbers, from 1; a part of a page at the end too."""
    with pad.open("rb") as bestand:
        nummer = 0
        while pagina := bestand.read(PAGINA):
            nummer += 1
            yield nummer, pagina


def _frames(inhoud: bytes) -> list[bytes]:
    """The whole frames of a WAL, each a header and a page."""
    einde = len(inhoud) - (len(inhoud) - _WALKOP) % _FRAME
    return [inhoud[i : i + _FRAME] for i in range(_WALKOP, einde, _FRAME)]


def _nummer(frame: bytes) -> int:
    return int.from_bytes(frame[:4], "big")


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except FileNotFoundError:
        return b""
