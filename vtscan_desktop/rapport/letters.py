"""The shipped typefaces in ReportLab, and which of them draws which character.

Fira Sans comes first, then Noto Sans, then Noto Emoji. What none of them has is drawn as a replacement mark and
counted, so that the caller can report it; the character itself stays in the PDF as actual text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from vtscan_desktop.hulpbronnen import lettertype
from vtscan_desktop.rapport.stijlen import Letter

VERVANGTEKEN = "\ufffd"
"""Drawn (in Noto Sans) for a character that no shipped typeface has."""
_TERUGVAL = (Letter.NOTO, Letter.EMOJI)
_SLOT = Lock()
# Joiners, marks of direction, variation selectors and tags: they shape what stands beside them and have no picture.
_ONZICHTBAAR = frozenset(
    chr(c)
    for reeks in (
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        range(0xE0000, 0xE0200),
        (0xAD, 0x61C, 0xFEFF, 0x180E),
    )
    for c in reeks
)


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one typeface: `tekst` is drawn; `werkelijk` is what was typed, where that differs."""

    letter: Letter
    tekst: str
    werkelijk: str | None = None


@cache
def _lettertype(letter: Letter) -> TTFont:
    with _SLOT:
        font = TTFont(letter.value, str(lettertype(f"{letter.value}.ttf")), asciiReadable=0)
        pdfmetrics.registerFont(font)
        return font


@cache
def _tekens(letter: Letter) -> frozenset[str]:
    """The characters that a typeface can draw; controls are none of them, whatever its table says."""
    return frozenset(chr(c) for c, glyph in _lettertype(letter).face.charToGlyph.items() if glyph and c >= 0x20)


def registreer() -> None:
    """Make the first typeface known to ReportLab, for a canvas to start with; the others follow when they are used."""
    _lettertype(Letter.GEWOON)


@cache
def kleur(code: str) -> Color:
    """The colour #rrggbb, parsed once."""
    return HexColor(code)


@cache
def _breedtes(letter: Letter) -> dict[str, float]:
    face = _lettertype(letter).face
    return {chr(c): face.getCharWidth(c) / 1000 for c in face.charToGlyph}


def breedte(letter: Letter, tekst: str) -> float:
    """Width of `tekst` at 1 point, in points."""
    breedtes = _breedtes(letter)
    return sum(breedtes.get(teken, 0.0) for teken in tekst)


def _kies(letter: Letter, tekst: str) -> Letter | None:
    for kandidaat in (letter, *_TERUGVAL):
        if all(teken in _tekens(kandidaat) for teken in tekst):
            return kandidaat
    return None


def clusters(tekst: str) -> Iterator[str]:
    """`tekst` in pieces that may not be separated: a character with the marks and joiners that follow it."""
    begin = 0
    for i in range(1, len(tekst)):
        if not (unicodedata.combining(tekst[i]) or tekst[i] in _ONZICHTBAAR):
            yield tekst[begin:i]
            begin = i
    if tekst:
        yield tekst[begin:]


def _run(letter: Letter, cluster: str, onbekend: set[str]) -> Run:
    """One cluster as it is drawn: composed where it can be, without what has no picture."""
    zichtbaar = unicodedata.normalize("NFC", "".join(t for t in cluster if t not in _ONZICHTBAAR))
    gekozen = _kies(letter, zichtbaar)
    if gekozen is None and len(zichtbaar) > 1 and _kies(letter, zichtbaar[0]):
        # A letter with a mark that no typeface has: the letter itself is still worth reading.
        onbekend.update(t for t in zichtbaar[1:] if _kies(letter, t) is None)
        zichtbaar = zichtbaar[0] + VERVANGTEKEN
        gekozen = _kies(Letter.NOTO, zichtbaar)
    if gekozen is None:
        onbekend.update(t for t in zichtbaar if _kies(letter, t) is None)
        return Run(Letter.NOTO, VERVANGTEKEN, cluster)
    return Run(gekozen, zichtbaar, None if zichtbaar == cluster else cluster)


@cache
def _eenvoudig(letter: Letter) -> frozenset[str]:
    """Characters that need no second look: in the typeface itself, not combining, not invisible."""
    return frozenset(t for t in _tekens(letter) if t not in _ONZICHTBAAR and not unicodedata.combining(t))


def verdeel(letter: Letter, tekst: str, onbekend: set[str]) -> list[Run]:
    """`tekst` as runs, each in a typeface that has its characters; what none has is added to `onbekend`."""
    eenvoudig = _eenvoudig(letter)
    if eenvoudig.issuperset(tekst):
        return [Run(letter, tekst)] if tekst else []
    runs: list[Run] = []
    gewoon: list[str] = []  # gathered here, for adding to a growing text costs more with every character
    for cluster in clusters(tekst):
        enkel = len(cluster) == 1 and cluster in eenvoudig
        run = Run(letter, cluster) if enkel else _run(letter, cluster, onbekend)
        if gewoon and (run.werkelijk is not None or run.letter != runs[-1].letter):
            runs[-1] = Run(runs[-1].letter, "".join(gewoon))
            gewoon.clear()
        if run.werkelijk is not None:
            runs.append(run)
        elif gewoon:
            gewoon.append(run.tekst)
        else:
            runs.append(run)
            gewoon.append(run.tekst)
    if gewoon:
        runs[-1] = Run(runs[-1].letter, "".join(gewoon))
    return runs
