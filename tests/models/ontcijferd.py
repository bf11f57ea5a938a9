"""What an encrypted database holds to the last byte, free space included: for whoever has the key."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from vtscan_desktop.models.paginas import PAGINA, walbestand
from vtscan_desktop.models.sleutel import Sleutelpaar

_RESERVE, _WALKOP, _FRAMEKOP = 80, 32, 24


def ontcijfer(pad: Path, paar: Sleutelpaar) -> bytes:
    """All pages of the file, and of all frames in the WAL, decrypted."""
    inhoud = pad.read_bytes()
    delen = [_pagina(inhoud[i : i + PAGINA], paar, 16 if i == 0 else 0) for i in range(0, len(inhoud), PAGINA)]
    if walbestand(pad).exists():
        wal = walbestand(pad).read_bytes()
        for i in range(_WALKOP, len(wal), _FRAMEKOP + PAGINA):
            frame = wal[i + _FRAMEKOP : i + _FRAMEKOP + PAGINA]
            if len(frame) == PAGINA:
                eerste = int.from_bytes(wal[i : i + 4], "big") == 1
                delen.append(_pagina(frame, paar, 16 if eerste else 0))
    return b"".join(delen)


def _pagina(pagina: bytes, paar: Sleutelpaar, kop: int) -> bytes:
    iv = pagina[-_RESERVE : -_RESERVE + 16]
    ontcijferaar = Cipher(algorithms.AES(paar.sleutel), modes.CBC(iv)).decryptor()
    return ontcijferaar.update(pagina[kop:-_RESERVE])
