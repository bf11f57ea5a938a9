"""The words of a question, and the line of a text in which they were found.

Letters are matched as the index does: without capitals and accents, and with ij and its ligature as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache

LIGATUREN = {"\u0133": "ij", "\u0132": "IJ"}
"""The one letter of Dutch that can be written as one character and as two."""
MEESTE_WOORDEN = 12
"""Words of a question that are looked at."""
_BREEDTE = 160
_AANLOOP = 50
_LETTER = r"[^\W_]"
_ACCENTEN = "\u0300-\u036f"


def als_woorden(vraag: str) -> tuple[str, ...]:
    """What is to be found: the pieces between white space that hold a letter or digit. Any text will do."""
    heel = vraag[: 100 * MEESTE_WOORDEN].encode("utf-8", "ignore").decode().replace("\0", " ")
    for ligatuur, letters in LIGATUREN.items():
        heel = heel.replace(ligatuur, letters)
    return tuple(deel for deel in heel.split() if re.search(_LETTER, deel))[:MEESTE_WOORDEN]


def maak_fragment(tekst: str, woorden: tuple[str, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A line around the first of these words, and where they stand in it (start, end); the last may be a beginning."""
    vorm = patroon(woorden)
    gevonden = vorm.search(tekst)
    begin = max(0, gevonden.start() - _AANLOOP) if gevonden else 0
    if begin:
        begin = max(begin, tekst.find(" ", begin, begin + _AANLOOP) + 1)
    eind = begin + _BREEDTE
    kern = " ".join(tekst[begin:eind].split())
    regel = ("… " if begin else "") + kern + ("…" if eind < len(tekst) else "")
    return regel, tuple((m.start(), m.end()) for m in vorm.finditer(regel))


@cache
def _varianten() -> dict[str, str]:
    """For each plain letter: that letter with any accent, as in the Latin part of Unicode."""
    varianten: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        kaal = unicodedata.normalize("NFD", chr(code))[0]
        if kaal.isascii():
            varianten[kaal.casefold()] += chr(code)
    return varianten


def patroon(woorden: tuple[str, ...]) -> re.Pattern[str]:
    """What matches one of the words in running text, from the start of a word."""
    delen = [deel for woord in woorden for deel in re.findall(rf"(?:{_LETTER}|[{_ACCENTEN}])+", woord)]
    heel = [_als_patroon(deel) + f"(?!{_LETTER})" for deel in delen[:-1]]
    opties = "|".join([*heel, _als_patroon(delen[-1])])
    return re.compile(f"(?<!{_LETTER})(?:{opties})", re.IGNORECASE)


def _als_patroon(deel: str) -> str:
    kaal = "".join(c for c in unicodedata.normalize("NFD", deel) if not unicodedata.combining(c)).casefold()
    return "".join(f"[{re.escape(c)}{_varianten().get(c, '')}][{_ACCENTEN}]*" for c in kaal) or re.escape(deel)
