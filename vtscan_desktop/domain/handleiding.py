"""The handleiding as values: chapters of blocks, for the window and for paper alike; and finding something in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """What a piece of text is: plain, a name on the screen, a key to press, or what is typed or read as it stands."""

    GEWOON = "gewoon"
    NAAM = "naam"
    TOETS = "toets"
    LETTERLIJK = "letterlijk"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text. `doel` makes it a link: a place as `Hoofdstuk.id`, with `#anker` for a heading in it."""

    tekst: str
    soort: Soort = Soort.GEWOON
    doel: str = ""


Stukken = tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading within a chapter, of level 2 or 3."""

    niveau: int
    tekst: str

    @property
    def anker(self) -> str:
        """The name that a link knows it by."""
        return maak_anker(self.tekst)


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; `let_op` for one that must not be missed."""

    stukken: Stukken
    let_op: bool = False


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points, or steps when `genummerd`."""

    punten: tuple[Stukken, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: its heads, and rows of as many cells."""

    koppen: tuple[Stukken, ...]
    rijen: tuple[tuple[Stukken, ...], ...]


@dataclass(frozen=True, slots=True)
class Beeld:
    """A picture, by the name of its file, and what is on it in words."""

    naam: str
    alt: str


Blok = Kop | Alinea | Lijst | Tabel | Beeld


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A chapter."""

    id: str
    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a chapter in which all words of a question occur; `kop` is "" for what precedes the first heading."""

    hoofdstuk: str
    titel: str
    anker: str
    kop: str


def maak_anker(tekst: str) -> str:
    """The name of a heading in a link: small letters without accents, and hyphens between its words."""
    kaal = unicodedata.normalize("NFKD", tekst.casefold())
    return "-".join(re.findall(r"[a-z0-9]+", "".join(t for t in kaal if not unicodedata.combining(t))))


def stukken_in(blok: Blok) -> Iterator[Stuk]:
    """All pieces of text of a block that is no heading, in reading order."""
    if isinstance(blok, Alinea):
        yield from blok.stukken
    elif isinstance(blok, Lijst):
        for punt in blok.punten:
            yield from punt
    elif isinstance(blok, Tabel):
        for rij in (blok.koppen, *blok.rijen):
            for cel in rij:
                yield from cel


def zoek(hoofdstukken: Sequence[Hoofdstuk], vraag: str) -> tuple[Passage, ...]:
    """The parts that hold all words of the question, or the beginning of them; those with a fitting heading first."""
    woorden = _woorden(vraag)
    if not woorden:
        return ()
    gevonden: list[tuple[int, Passage]] = []
    for hoofdstuk in hoofdstukken:
        for kop, tekst in _delen(hoofdstuk):
            boven = _woorden(f"{hoofdstuk.titel} {kop.tekst if kop else ''}")
            if _past(woorden, boven + _woorden(tekst)):
                passage = Passage(hoofdstuk.id, hoofdstuk.titel, kop.anker if kop else "", kop.tekst if kop else "")
                gevonden.append((0 if _past(woorden, boven) else 1, passage))
    return tuple(passage for _, passage in sorted(gevonden, key=lambda paar: paar[0]))


def _delen(hoofdstuk: Hoofdstuk) -> Iterator[tuple[Kop | None, str]]:
    kop: Kop | None = None
    tekst: list[str] = []
    for blok in hoofdstuk.blokken:
        if isinstance(blok, Kop):
            yield kop, " ".join(tekst)
            kop, tekst = blok, []
        else:
            tekst.append(" ".join(stuk.tekst for stuk in stukken_in(blok)))
    yield kop, " ".join(tekst)


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"[\w+#:]+", tekst.casefold())


def _past(gezocht: Sequence[str], woorden: Sequence[str]) -> bool:
    return all(any(woord.startswith(deel) for woord in woorden) for deel in gezocht)
