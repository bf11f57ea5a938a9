"""The text inside a signature field, as a small one-page PDF of exactly the field's size.

The text never leaves the box: it is wrapped, set smaller, and at last shortened. The page carries no other font than
the embedded one, so that it can become an appearance stream of an archivable (PDF/A) file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from vtscan_desktop.rapport import letters
from vtscan_desktop.rapport.stijlen import GEDEMPT, Letter

_REGELAFSTAND = 1.3
"""Line height, in times the size of the letters."""
_STOK = 0.95
"""From the top of the box to the first baseline, in times the size: room for capitals and accents."""
_GOED_LEESBAAR = (8.6, 8.2, 7.8, 7.4, 7.0)
_NOODMAAT = (6.5, 6.0, 5.5, 5.0, 4.5, 4.0)


@dataclass(frozen=True, slots=True)
class Zetting:
    """Lines as they fit: `grootte` in points."""

    grootte: float
    regels: tuple[str, ...]


def _breedte(tekst: str, grootte: float) -> float:
    return grootte * sum(letters.breedte(run.letter, run.tekst) for run in letters.verdeel(Letter.GEWOON, tekst, set()))


def _knip(woord: str, grootte: float, breedte: float) -> list[str]:
    """A word in pieces that fit; a piece is at least one character."""
    stukken = [""]
    for teken in woord:
        if stukken[-1] and _breedte(stukken[-1] + teken, grootte) > breedte:
            stukken.append("")
        stukken[-1] += teken
    return stukken


def _breek(tekst: str, grootte: float, breedte: float) -> list[str]:
    regels: list[str] = []
    for woord in tekst.split():
        if regels and _breedte(f"{regels[-1]} {woord}", grootte) <= breedte:
            regels[-1] += f" {woord}"
        else:
            regels.extend(_knip(woord, grootte, breedte))
    return regels


def verdeel(regels: Sequence[str], extra: Sequence[str], breedte: float, hoogte: float) -> Zetting:
    """Wrap `regels`, and `extra` where there is room for it at a readable size, into a box (in points).

    When even the smallest size has too many lines, the last ones are left out.
    """
    pogingen = [((*regels, *extra), grootte) for grootte in _GOED_LEESBAAR]
    pogingen += [(tuple(regels), grootte) for grootte in (*_GOED_LEESBAAR, *_NOODMAAT)]
    for inhoud, grootte in pogingen:
        gezet = [deel for regel in inhoud for deel in _breek(regel, grootte, breedte)]
        if len(gezet) * grootte * _REGELAFSTAND <= hoogte:
            return Zetting(grootte, tuple(gezet))
    grootte = _NOODMAAT[-1]
    gezet = [deel for regel in regels for deel in _breek(regel, grootte, breedte)]
    return Zetting(grootte, tuple(gezet[: int(hoogte / (grootte * _REGELAFSTAND))]))


def teken_stempel(regels: Sequence[str], extra: Sequence[str], breedte: float, hoogte: float) -> bytes:
    """A PDF of one page of `breedte` by `hoogte` points with these lines at its top left."""
    zetting = verdeel(regels, extra, breedte, hoogte)
    letters.registreer()
    uit = BytesIO()
    doek = Canvas(uit, pagesize=(breedte, hoogte), initialFontName=Letter.GEWOON.value, invariant=1)
    doek.setFillColor(HexColor(GEDEMPT))
    for nr, regel in enumerate(zetting.regels):
        tekst = doek.beginText(0, hoogte - zetting.grootte * (_STOK + nr * _REGELAFSTAND))
        for run in letters.verdeel(Letter.GEWOON, regel, set()):
            tekst.setFont(run.letter.value, zetting.grootte)
            tekst.textOut(run.tekst)
        doek.drawText(tekst)
    doek.save()
    return uit.getvalue()
