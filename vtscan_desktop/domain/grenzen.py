"""What text may be kept at all: how long, and which characters."""

from __future__ import annotations

import re

MAX_TEKST = 100_000
"""Longest allowed long text, in code points."""
MAX_REGEL = 300
"""Longest allowed one-line text, in code points."""
_ONGEWENST = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"


def schoon(tekst: str) -> str:
    """Text as it may be kept: line breaks as newline, no other control characters but tab, no lone surrogates."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return re.sub(_ONGEWENST, "", tekst)  # compiled with the first text: not before the first window
