"""Taking a person out of texts: which words mean them, and what a text is without them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vtscan_desktop.domain.grenzen import MAX_REGEL, MAX_TEKST
from vtscan_desktop.domain.persoonsgegevens import als_patroon

if TYPE_CHECKING:
    from collections.abc import Iterable

VERWIJDERD = "[verwijderd]"
"""What stands where a name stood of which no function is known."""
KORTSTE_NAAM = 3
"""Fewest letters of a name: shorter ones stand in too many words."""
_KORT = "…"
"""What stands where a name stood when there is no room for more."""
_GAAT_DOOR = r"[\w\u0300-\u036f]"
"""What goes on with a word: also an accent that is a character of its own, for then the letter is another."""
_OM = 30
"""Characters shown on either side of a name."""


def maak_patroon(namen: Iterable[str]) -> re.Pattern[str] | None:
    """What finds these names; None for none.

    Whole words, whatever the capitals and spaces, and in any way of writing accents, apostrophes and hyphens.
    """
    delen = {_met_elk_accent(naam) for naam in namen if len(naam.strip()) >= KORTSTE_NAAM}
    if not delen:
        return None
    langste_eerst = sorted(delen, key=lambda deel: (-len(deel), deel))
    return re.compile(rf"(?<!\w)(?:{'|'.join(langste_eerst)})(?!{_GAAT_DOOR})", re.IGNORECASE)


def wis_uit(tekst: str, patroon: re.Pattern[str], vervanging: str) -> str:
    """The text with each name replaced: by `_KORT` where the text would else become longer than it may be.

    All other words stay, to the letter.
    """
    nieuw = patroon.sub(lambda _: vervanging, tekst)
    grens = MAX_REGEL if len(tekst) <= MAX_REGEL else MAX_TEKST
    return nieuw if len(nieuw) <= max(grens, len(tekst)) else patroon.sub(_KORT, tekst)


def fragmenten(tekst: str, patroon: re.Pattern[str]) -> tuple[str, ...]:
    """Each name with a few words around it, on one line."""
    gevonden = []
    for vondst in patroon.finditer(tekst):
        begin, einde = max(0, vondst.start() - _OM), min(len(tekst), vondst.end() + _OM)
        voor, na = "…" if begin else "", "…" if einde < len(tekst) else ""
        gevonden.append(f"{voor}{' '.join(tekst[begin:einde].split())}{na}")
    return tuple(gevonden)


def schone_vervanging(tekst: str) -> str:
    """What may stand in a name's place: one line without what has a meaning where texts are packed (quotes)."""
    return " ".join(re.sub(r'["\\\x00-\x1f]', " ", tekst).split())[:60] or VERWIJDERD


def _met_elk_accent(naam: str) -> str:
    """With its accents composed (é as one character) or apart: a text can have either."""
    samen, apart = (
        r"\s+".join(als_patroon(unicodedata.normalize(vorm, woord)) for woord in naam.split())
        for vorm in ("NFC", "NFD")
    )
    return samen if samen == apart else f"{samen}|{apart}"
