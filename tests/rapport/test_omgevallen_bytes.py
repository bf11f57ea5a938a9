"""One changed byte in what was signed is always reported.

The suite takes a sample; all of it: `VTSCAN_BYTES=1000 python -m pytest tests/rapport/test_omgevallen_bytes.py`.
"""

from __future__ import annotations

import os
import random
import re

import pytest

from tests.rapport.ondertekend import NU, ondertekend
from vtscan_desktop.rapport.controleren import controleer
from vtscan_desktop.rapport.identiteit import maak_identiteit
from vtscan_desktop.rapport.ondertekenen import onderteken

AANTAL = int(os.environ.get("VTSCAN_BYTES", "150"))
DELEN = 10


def getekende_plaatsen(pdf: bytes) -> list[int]:
    """Every byte that some signature covers."""
    plaatsen: set[int] = set()
    for b in re.finditer(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", pdf):
        voor, na, lengte = (int(b[i]) for i in (1, 2, 3))
        plaatsen |= {*range(voor), *range(na, na + lengte)}
    return sorted(plaatsen)


@pytest.mark.parametrize("deel", range(DELEN))
def test_a_changed_byte_is_reported(deel: int) -> None:
    tweemaal = onderteken(ondertekend(), "wethouder", maak_identiteit("Wethouder", "Zwolle", NU), NU)
    for pdf, zaad in ((ondertekend(), deel), (tweemaal, 1000 + deel)):
        plaatsen, keuze = getekende_plaatsen(pdf), random.Random(zaad)
        for _ in range(max(1, AANTAL // DELEN // 2)):
            plaats, wissel = keuze.choice(plaatsen), keuze.randrange(1, 256)
            kapot = bytearray(pdf)
            kapot[plaats] ^= wissel
            controle = controleer(bytes(kapot))
            assert not controle.geldig, f"zaad {zaad}: byte {plaats} met {wissel}"
            assert controle.meldingen
