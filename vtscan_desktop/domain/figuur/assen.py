"""Round steps along an axis."""

from __future__ import annotations

from fractions import Fraction

from vtscan_desktop.domain.notatie import format_getal

MEESTE_STAPPEN = 4


def ronde_stap(hoogste: Fraction, *, geheel: bool) -> Fraction:
    """A step of 1, 2 or 5 times a power of ten that takes at most four to reach `hoogste`; whole numbers if asked."""
    if hoogste <= 0:
        return Fraction(1)
    macht = Fraction(1) if geheel else Fraction(1, 10**6)
    while True:
        for keer in (1, 2, 5):
            if macht * keer * MEESTE_STAPPEN >= hoogste:
                return macht * keer
        macht *= 10


def as_waarden(hoogste: Fraction, *, geheel: bool) -> tuple[tuple[Fraction, str], ...]:
    """The values along an axis from 0 up to `hoogste` (one step at least), with the decimals of the step."""
    stap = ronde_stap(hoogste, geheel=geheel)
    aantal = max(1, hoogste // stap)
    decimalen = 0
    while (stap * 10**decimalen).denominator != 1:
        decimalen += 1
    return tuple((stap * i, format_getal(float(stap * i), decimalen if i else 0)) for i in range(aantal + 1))
