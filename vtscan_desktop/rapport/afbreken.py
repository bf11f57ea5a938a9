"""Hyphenation of Dutch words, for text that is set to the left: only where a line would else stay short."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

TAAL = "nl_NL"
_MIN_WOORD, _MIN_VOOR, _MIN_NA = 8, 3, 4
"""Shortest word that is divided, and the fewest letters before and after the hyphen."""
# Only words in small letters: an abbreviation, a number or an address is never divided.
_WOORD = re.compile(r"([(\"'‘“„]*)([^\W\d_A-Z]+)([.,;:)!?…\"'’”]*)")
_TREMA = frozenset("äëïöü")
"""A letter that loses its trema at the start of a line (co-ordinatie): such a place is left alone."""


@cache
def _patronen() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=TAAL)


@lru_cache(maxsize=20_000)
def breekplaatsen(woord: str, *, naam: bool = False) -> tuple[int, ...]:
    """The places where `woord` may be divided, from left to right; a hyphen comes before the letter at each.

    A word with a capital first may be a name, and stays whole unless `naam` says that it cannot.
    """
    klein = woord.lower() if naam and woord.istitle() else woord
    vorm = _WOORD.fullmatch(klein) if len(klein) == len(woord) else None
    if vorm is None:
        return ()
    voor, kern, _ = vorm.groups()
    if len(kern) < _MIN_WOORD or not kern.islower():
        return ()
    return tuple(
        len(voor) + plaats
        for plaats in _patronen().positions(kern)
        if _MIN_VOOR <= plaats <= len(kern) - _MIN_NA and kern[plaats] not in _TREMA
    )
