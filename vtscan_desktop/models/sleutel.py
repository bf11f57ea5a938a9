"""The key of a database: derived from a passphrase, or read back from its written form, the herstelsleutel.

The herstelsleutel *is* the 32-byte database key in writing, so that nothing else has to be kept beside the
file. It has four lines of sixteen characters (Crockford base32, no I, L, O or U); of each line the last three
are a check over the line and its number, so that a slip of the pen is named by line.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from typing import NamedTuple

from argon2.low_level import Type, hash_secret_raw

from vtscan_desktop.domain.errors import InvoerFout

ZOUTLENGTE = 16
"""Bytes of salt; they are the first bytes of the database file."""
SLEUTELLENGTE = 32
"""Bytes of the raw key."""

_ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GELIJKENDE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_REGELS = 4
_REGELLENGTE = 16
_CONTROLE = 3
_DEEL = SLEUTELLENGTE // _REGELS
# Any random herstelsleutel holds far more digits than this; a sentence as passphrase hardly ever does.
_MINSTE_CIJFERS = 6


class Herstelsleutelfout(InvoerFout):
    """The text is clearly meant as a herstelsleutel, but is not one; the message names the line."""


class Sleutelpaar(NamedTuple):
    """What opens a file: the raw key, and the salt that stands in its first bytes."""

    sleutel: bytes
    zout: bytes


def nieuw_sleutelpaar(wachtwoord: str) -> Sleutelpaar:
    """What will open a file that this passphrase is for, with a salt of its own. As `leid_sleutel_af`."""
    zout = secrets.token_bytes(ZOUTLENGTE)
    return Sleutelpaar(leid_sleutel_af(wachtwoord, zout), zout)


def leid_sleutel_af(wachtwoord: str, zout: bytes) -> bytes:
    """Derive the 32-byte key from a passphrase by argon2id (64 MiB, 3 passes, 4 lanes), about 110 ms.

    The passphrase is taken in NFC, so that the same letters typed on another system give the same key.
    Raises `InvoerFout` when it is empty or blank.
    """
    if not wachtwoord.strip():
        raise InvoerFout("Het wachtwoord is leeg; kies een wachtwoord van ten minste één teken.")
    return hash_secret_raw(
        unicodedata.normalize("NFC", wachtwoord).encode("utf-8", "surrogatepass"),
        zout,
        time_cost=3,
        memory_cost=64 * 1024,
        parallelism=4,
        hash_len=SLEUTELLENGTE,
        type=Type.ID,
    )


def schrijf_herstelsleutel(sleutel: bytes) -> str:
    """Write a raw key as four lines of four groups of four characters."""
    regels = (_schrijf_regel(i, sleutel[i * _DEEL : (i + 1) * _DEEL]) for i in range(_REGELS))
    return "\n".join("-".join(regel[j : j + 4] for j in range(0, _REGELLENGTE, 4)) for regel in regels)


def lees_herstelsleutel(tekst: str) -> bytes | None:
    """Read a raw key back: case, spaces and dashes don't matter, nor O for 0 and I or L for 1.

    Returns None for a text that does not look like a herstelsleutel (then it is a passphrase), and raises
    `Herstelsleutelfout` for one that does but holds a slip.
    """
    getikt = [regel for regel in map(_schoon, tekst.splitlines()) if regel]
    geheel = "".join(getikt)
    if sum(teken.isdigit() for teken in tekst) < _MINSTE_CIJFERS or not set(geheel) <= set(_ALFABET):
        return None
    if len(getikt) != _REGELS:
        if len(geheel) != _REGELS * _REGELLENGTE:
            return None
        getikt = [geheel[i : i + _REGELLENGTE] for i in range(0, len(geheel), _REGELLENGTE)]
    return b"".join(_lees_regel(i, regel) for i, regel in enumerate(getikt))


def _schoon(regel: str) -> str:
    """The line in capitals, with white space, dashes and look-alikes out of the way."""
    tekens = (t for t in regel.upper() if not t.isspace() and unicodedata.category(t) not in {"Pd", "Cf"})
    return "".join(tekens).translate(_GELIJKENDE)


def _schrijf_regel(nummer: int, deel: bytes) -> str:
    return _base32(int.from_bytes(deel, "big"), _REGELLENGTE - _CONTROLE) + _controle(nummer, deel)


def _lees_regel(nummer: int, regel: str) -> bytes:
    fout = Herstelsleutelfout(f"Regel {nummer + 1} van de herstelsleutel klopt niet; kijk die regel nog eens na.")
    if len(regel) != _REGELLENGTE:
        raise fout
    waarde = 0
    for teken in regel[:-_CONTROLE]:
        waarde = waarde * 32 + _ALFABET.index(teken)
    if waarde.bit_length() > 8 * _DEEL:
        raise fout
    deel = waarde.to_bytes(_DEEL, "big")
    if _controle(nummer, deel) != regel[-_CONTROLE:]:
        raise fout
    return deel


def _controle(nummer: int, deel: bytes) -> str:
    """Three characters (15 bits) that depend on the line and its number, so that swapped lines show too."""
    som = hashlib.sha256(bytes([nummer]) + deel).digest()
    return _base32(int.from_bytes(som[:2], "big") >> 1, _CONTROLE)


def _base32(waarde: int, lengte: int) -> str:
    return "".join(_ALFABET[waarde >> 5 * i & 31] for i in reversed(range(lengte)))
