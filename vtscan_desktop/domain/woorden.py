"""Which words of a text a spelling check looks at, and which forms of a word make it right. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

AFKORTING_MAX = 5
"""Capitals up to this length are an abbreviation (GGD, VNG), not a word."""
WOORD_MAX = 60
"""Longer than any Dutch word: a code, or a key held down."""

_DEEL = r"(?:[^\W_]|[\u0300-\u036f])+"
# 's, 't and 'n keep their apostrophe; a hyphen at the end stands for a part left out: jeugd- en gezinshulp
_WOORD = re.compile(rf"(?:(?<!\w)['’](?=[stnkmr]\b))?{_DEEL}(?:['’\-]{_DEEL})*(?:-(?!\w))?")
_ADRES = re.compile(r"\S*(?:://|@|(?<=\w)\.(?=[a-zA-Z]\w))\S*|\bwww\.\S*")
_KAN_ADRES = re.compile(r"[.@]|://")
"""Without any of these a text holds no address: looking for those costs more than all the rest."""
_MEERVOUD = re.compile(r"['’](?:s|er|ers|en|je|jes)$")


def vind_woorden(tekst: str, bekend: Container[str] = ()) -> Iterator[tuple[int, str]]:
    """The words to check, each with its place. Addresses, words with a digit and abbreviations are left out.

    Words of `bekend` are passed over at once: of a long text that has been looked at before, nearly all.
    """
    adressen: list[tuple[int, int]] | None = None
    for gevonden in _WOORD.finditer(tekst):
        woord = gevonden.group()
        if woord in bekend or not is_te_keuren(woord):
            continue
        if adressen is None:
            adressen = [adres.span() for adres in _ADRES.finditer(tekst)] if _KAN_ADRES.search(tekst) else []
        begin = gevonden.start()
        if not any(van <= begin < tot for van, tot in adressen):
            yield begin, woord


def is_te_keuren(woord: str) -> bool:
    """Whether a dictionary can say anything about a word."""
    if not 1 < len(woord.strip("-'’")) <= WOORD_MAX or any(teken.isdigit() for teken in woord):
        return False
    kern = _MEERVOUD.sub("", woord)
    return not (kern.isupper() and len(kern) <= AFKORTING_MAX)


def als_sleutel(woord: str) -> str:
    """The one form in which a word is looked up: composed letters and a straight apostrophe."""
    return unicodedata.normalize("NFC", woord).replace("’", "'")


def staat_erin(woord: str, lijst: Container[str]) -> bool:
    """Whether a list of words (as `als_sleutel` gives them) has a word, also with a capital where the list has none."""
    sleutel = als_sleutel(woord)
    return sleutel in lijst or sleutel[:1].lower() + sleutel[1:] in lijst


def delen(woord: str) -> tuple[str, ...]:
    """What must be known for a word with hyphens to be right: VNG-model is model; gezondheids- is gezondheid."""
    los = [deel for deel in woord.split("-") if deel]
    if woord.endswith("-") and los[-1:] and los[-1].endswith("s"):
        los[-1] = los[-1][:-1]
    return tuple(deel for deel in los if is_te_keuren(deel)) if "-" in woord else (woord,)
