"""What in a text is likely to point at a person: names that are known, citizen numbers, telephone numbers, e-mail.

Rather silent than wrong: who is warned too often, stops reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ALGEMENE_POSTBUSSEN = frozenset(
    {"info", "contact", "secretariaat", "bestuur", "bestuurssecretariaat", "post", "receptie", "meldpunt", "klachten"}
    | {"communicatie", "pers", "privacy", "fg", "veiligthuis", "veilig-thuis", "griffie", "gemeente"}
)
"""The part before the @ of an address that belongs to no one person."""
AANSPREKINGEN = r"(?i:mevrouw|meneer|de heer|mevr\.|mw\.|dhr\.|dr\.|drs\.|mr\.|ir\.|ing\.|prof\.)"
TUSSENVOEGSELS = frozenset(
    {"van", "der", "den", "de", "ten", "ter", "te", "in", "'t", "’t", "op", "aan", "het", "la", "le", "el", "von", "zu"}
)
KORTSTE_ACHTERNAAM = 4
"""A shorter surname without anything before it is too often an ordinary word."""

_SCHRIJFWIJZEN = {"'’‘ʼ`´": "['’‘ʼ`´]", "-‐‑": "[-‐‑]"}
"""Characters that one and the same name is written with, and what matches any of them."""
_BSN = re.compile(r"(?<![\d.,€/-])(?<!€\s)(\d{9}|\d{4}[. ]\d{2}[. ]\d{3})(?![\d/-]|[.,]\d)")
_BSN_GENOEMD = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer)\b\D{0,20}((?:\d[. ]?){8}\d)(?!\d)", re.IGNORECASE)
_NEGEN_CIJFERS = re.compile(r"\d[\d. ]{7,}\d")
"""What any burgerservicenummer looks like, and much that is none."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEFOON = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?:\+31|0031)[ -]?(?:\(0\) ?)?[1-9](?:[ -]?\d){8}"
    r"|06[ -]?[1-9](?: ?\d){7}"
    r"|0[1-578]\d[ -]\d{3}[ -]?\d{2}[ -]?\d{2}"
    r"|0[1-57]\d{2}[ -]\d{2}[ -]?\d{2}[ -]?\d{2}"
    r"|0[1-578]\d{8}"
    r")(?![\w/-])"
)


class Persoonssoort(StrEnum):
    """What kind of thing points at a person."""

    BSN = "bsn"
    TELEFOON = "telefoon"
    EMAIL = "email"
    NAAM = "naam"


@dataclass(frozen=True, slots=True)
class Persoonsgegeven:
    """Something found in a text, as it stands there."""

    soort: Persoonssoort
    tekst: str


def voldoet_aan_elfproef(cijfers: str) -> bool:
    """Whether nine digits can be a burgerservicenummer."""
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, gewichten, strict=True))
    return som % 11 == 0 and len(set(cijfers)) > 1


def vind_nummers(teksten: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What can be a burgerservicenummer in these texts, each with the place (from 0) of its text.

    Quick when there is none, however many texts there are.
    """
    if _NEGEN_CIJFERS.search("\n".join(teksten)) is None:
        return
    for nr, tekst in enumerate(teksten):
        if _NEGEN_CIJFERS.search(tekst) is not None:
            yield from ((nr, nummer) for nummer in dict.fromkeys(_nummers(tekst)))


@lru_cache(maxsize=512)
def vind_persoonsgegevens(tekst: str, namen: tuple[str, ...] = ()) -> tuple[Persoonsgegeven, ...]:
    """What in `tekst` is likely to point at a person, each once; `namen` are the full names that are known."""
    gevonden = [
        *(Persoonsgegeven(Persoonssoort.BSN, nummer) for nummer in _nummers(tekst)),
        *(Persoonsgegeven(Persoonssoort.TELEFOON, treffer[0]) for treffer in _TELEFOON.finditer(tekst)),
        *(Persoonsgegeven(Persoonssoort.EMAIL, adres) for adres in _adressen(tekst)),
        *(Persoonsgegeven(Persoonssoort.NAAM, naam) for volledig in namen for naam in _genoemd(volledig, tekst)),
    ]
    return tuple(dict.fromkeys(gevonden))


def vergeet_teksten() -> None:
    """Let go of the texts and names that were looked through, which are held to be looked through only once."""
    vind_persoonsgegevens.cache_clear()
    _naampatroon.cache_clear()


def vervang_namen(tekst: str, rollen: Mapping[str, str]) -> str:
    """The text with each of these persons, by full name, replaced by what stands beside it; also by surname alone."""
    for volledig, rol in rollen.items():
        patroon = _naampatroon(volledig)
        if patroon is not None:
            tekst = patroon.sub(rol.replace("\\", r"\\"), tekst)
    return tekst


def als_patroon(naam: str) -> str:
    """What matches a name, or a part of it, whatever kind of apostrophe or hyphen it is written with."""
    vormen = {teken: vorm for tekens, vorm in _SCHRIJFWIJZEN.items() for teken in tekens}
    return "".join(vormen.get(teken) or re.escape(teken) for teken in naam)


def _nummers(tekst: str) -> Iterator[str]:
    """Nine digits that can be a citizen number. In threes with points they are an amount, unless it says otherwise."""
    for patroon in (_BSN_GENOEMD, _BSN):
        for treffer in patroon.finditer(tekst):
            if voldoet_aan_elfproef(re.sub(r"\D", "", treffer[1])):
                yield treffer[1]


def _adressen(tekst: str) -> Iterator[str]:
    for treffer in _EMAIL.finditer(tekst):
        if treffer[0].partition("@")[0].lower() not in ALGEMENE_POSTBUSSEN:
            yield treffer[0]


def _genoemd(volledig: str, tekst: str) -> Iterator[str]:
    """How a person is named in a text: in full, or by surname where that can hardly be an ordinary word."""
    patroon = _naampatroon(volledig)
    if patroon is None:
        return
    treffer = patroon.search(tekst)
    if treffer is not None:
        yield treffer[0]


@lru_cache(maxsize=256)
def _naampatroon(volledig: str) -> re.Pattern[str] | None:
    """Finds "Jan de Vries", "J. de Vries", "mevrouw Bakker", and "De Vries" or "Bakker" inside a sentence."""
    delen = volledig.split()
    if not delen:
        return None
    begin = len(delen) - 1
    while begin > 0 and delen[begin - 1].lower() in TUSSENVOEGSELS:
        begin -= 1
    achternaam, voor = delen[begin:], [deel for deel in delen[:begin] if deel.rstrip(".")]
    letters = achternaam[-1]
    if len(letters.rstrip(".")) < 2 or not letters[:1].isupper():
        return None
    vast = r"\s+".join(map(als_patroon, achternaam))
    vormen = [rf"{AANSPREKINGEN}\s+(?:[A-Z]\.\s?)*{vast}"]
    if voor:
        vormen.append(rf"(?:{als_patroon(voor[0])}|{re.escape(voor[0][0])}\.)\s?(?:[A-Z]\.\s?)*{vast}")
    if len(achternaam) > 1:
        eerste, rest = achternaam[0], r"\s+".join(map(als_patroon, achternaam[1:]))
        vormen.append(rf"(?:{als_patroon(eerste)}|{als_patroon(eerste.capitalize())})\s+{rest}")
    elif len(letters) >= KORTSTE_ACHTERNAAM:
        vormen.append(rf"(?<=[a-z,;:] ){vast}")  # not at the start of a sentence: there any word has a capital
    return re.compile(rf"(?<!\w)(?:{'|'.join(vormen)})(?!\w)")
