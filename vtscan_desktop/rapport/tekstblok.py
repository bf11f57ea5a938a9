"""Text set in lines. It knows no markup: what a user types is only ever characters, so nothing in it can act."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from vtscan_desktop.rapport import letters
from vtscan_desktop.rapport.afbreken import breekplaatsen
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE, TEKST, Letter, Stijl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vtscan_desktop.rapport.merken import Pen

# A line may break after a dash or slash inside a word of letters ("ouder-kindrelatie"), never in "24/7" or "op-".
_KOPPELTEKEN = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
# "§ 1.2" and "€ 50" stay on one line.
_DEEL = re.compile(r"\n| +|(?:[§€] (?=\d)|[^\n ])+")
# What an item of a list begins with, as people type it.
_PUNT = re.compile(r"[-–—•*]|\d{1,2}[.)]|[a-z]\)")
_REGELEINDEN = re.compile("\r\n|[\r\u2028\u2029\u0085\x0b\x0c]")
_DIEPST = 0.3
"""Largest part of the width that the lines under the first one of an item lie in."""
_KORT = 0.12
"""Part of its width that a line must lack before a word is divided to fill it."""
_KORT_WOORD, _LANG_WOORD, _MIN_DELEN = 8, 20, 6
"""A last word of up to so many characters does not stand alone on a line: the one before it, unless that is long,
comes along. In a text of a few words only (these count the white space between them too) it may.
"""
_MEESTE_OP_RIJ = 2
"""Most lines in a row that end in a hyphen."""
_STIJGING, _DALING = 0.935, 0.265
"""Ascent and descent of Fira Sans, as parts of its size."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text in one style."""

    tekst: str
    stijl: Stijl = TEKST


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of one line, in one typeface, with its width in points."""

    run: letters.Run
    stijl: Stijl
    breedte: float


@dataclass(slots=True)
class Regel:
    """A line of text: its segments, their width in points, and how far it lies in from the left."""

    segmenten: list[Segment] = field(default_factory=list)
    breedte: float = 0.0
    inspring: float = 0.0

    @property
    def afgebroken(self) -> bool:
        """Whether the line ends in the first part of a word."""
        laatste = self.segmenten[-1].run if self.segmenten else None
        return bool(laatste and laatste.werkelijk and laatste.tekst.endswith("-"))

    def voeg_toe(self, segmenten: Iterable[Segment]) -> None:
        """Add segments at the end."""
        for segment in segmenten:
            self.segmenten.append(segment)
            self.breedte += segment.breedte

    def teken(self, pen: Pen, x: float, y: float, hoogte: float) -> None:
        """Draw with the top left at x, y (y down from the top of the page)."""
        self.teken_op(pen, x, y + self.basislijn(hoogte))

    @property
    def doel(self) -> str:
        """Where it leads to: the first of its segments, and for one of its `delen` all of them."""
        return self.segmenten[0].stijl.doel if self.segmenten else ""

    def delen(self) -> Iterator[tuple[float, Regel]]:
        """The line cut where a link begins or ends, each part with its distance from the left."""
        x = 0.0
        for _, segmenten in groupby(self.segmenten, key=lambda segment: segment.stijl.doel):
            deel = Regel()
            deel.voeg_toe(segmenten)
            yield x, deel
            x += deel.breedte

    def basislijn(self, hoogte: float) -> float:
        """How far its baseline lies below the top of a line of this height."""
        grootte = max((s.stijl.grootte for s in self.segmenten), default=0.0)
        return (hoogte - (_STIJGING + _DALING) * grootte) / 2 + _STIJGING * grootte

    def teken_op(self, pen: Pen, x: float, onder: float) -> None:
        """Draw from x on with the baseline at `onder` (down from the top of the page)."""
        tekst = pen.canvas.beginText(x, PAGINAHOOGTE - onder)
        for segment, dx in zip(self.segmenten, _plaatsen(self.segmenten), strict=True):
            if dx is not None:
                tekst.setTextOrigin(x + dx, PAGINAHOOGTE - onder)
            tekst.setFont(segment.run.letter.value, segment.stijl.grootte)
            tekst.setFillColor(letters.kleur(segment.stijl.kleur))
            werkelijk = segment.run.werkelijk
            if werkelijk is not None:
                codes = ("\ufeff" + werkelijk).encode("utf-16-be", "replace").hex().upper() if werkelijk else ""
                tekst._code.append(f"/Span <</ActualText <{codes}>>> BDC")
            tekst._textOut(segment.run.tekst)
            if werkelijk is not None:
                tekst._code.append("EMC")
        pen.canvas.drawText(tekst)


def _richting(segment: Segment) -> str:
    """R for text that runs from right to left, L for the other way, N for what goes along with its neighbours."""
    soorten = {unicodedata.bidirectional(teken) for teken in segment.run.werkelijk or segment.run.tekst}
    if soorten & {"R", "AL"}:
        return "R"
    return "L" if "L" in soorten else "N"


def _plaatsen(segmenten: Sequence[Segment]) -> list[float | None]:
    """Where each segment of a line starts; None behind the one before it.

    A stretch that runs from right to left is placed from its right end. The order of drawing stays that of reading.
    """
    # No shipped typeface has such letters: they are drawn as replacement marks, with themselves as actual text.
    if not any(s.run.werkelijk and _richting(s) == "R" for s in segmenten):
        return [None] * len(segmenten)
    richtingen = [_richting(s) for s in segmenten]
    plaatsen: list[float | None] = []
    x = 0.0
    while len(plaatsen) < len(segmenten):
        i = len(plaatsen)
        eind = i + 1
        if richtingen[i] == "R":
            tot_links = next((j for j in range(i, len(segmenten)) if richtingen[j] == "L"), len(segmenten))
            eind = 1 + max(j for j in range(i, tot_links) if richtingen[j] == "R")
        rechts = x + sum(s.breedte for s in segmenten[i:eind])
        x = rechts
        for segment in segmenten[i:eind]:
            rechts -= segment.breedte
            plaatsen.append(rechts)
    return plaatsen


def _segmenten(tekst: str, stijl: Stijl, onbekend: set[str]) -> list[Segment]:
    runs = letters.verdeel(stijl.letter, tekst, onbekend)
    return [Segment(run, stijl, letters.breedte(run.letter, run.tekst) * stijl.grootte) for run in runs]


@cache
def _woord(woord: str, letter: Letter) -> float:
    return letters.breedte(letter, woord)


def _clustersegmenten(segment: Segment) -> Iterable[Segment]:
    if segment.run.werkelijk is not None:
        yield segment
        return
    for cluster in letters.clusters(segment.run.tekst):
        run = letters.Run(segment.run.letter, cluster)
        yield Segment(run, segment.stijl, _woord(cluster, run.letter) * segment.stijl.grootte)


def _voeg_samen(segmenten: Iterable[Segment]) -> list[Segment]:
    """Neighbours of one typeface and style as one segment: fewer operators, and words stay whole for a reader."""
    uit: list[list[Segment]] = []
    for s in segmenten:
        vorige = uit[-1][-1] if uit else None
        if (
            vorige
            and s.run.werkelijk is None
            and vorige.run.werkelijk is None
            and (vorige.run.letter, vorige.stijl) == (s.run.letter, s.stijl)
        ):
            uit[-1].append(s)
        else:
            uit.append([s])
    return [
        groep[0]
        if len(groep) == 1
        else Segment(
            letters.Run(groep[0].run.letter, "".join(s.run.tekst for s in groep)),
            groep[0].stijl,
            sum(s.breedte for s in groep),
        )
        for groep in uit
    ]


def _afgebroken(woord: Segment, ruimte: float, breedte: float) -> tuple[Segment, Segment] | None:
    """The word in two, its first part with a hyphen fits in `ruimte`, its second in `breedte`; None where it cannot.

    The first part stands for the whole word and the second for nothing, so that a reader gets the word as it is.
    """
    run, stijl = woord.run, woord.stijl
    heel = not stijl.afbreken and woord.breedte <= breedte  # what fits on no line is better divided than cut
    if heel or run.werkelijk is not None or run.letter is not stijl.letter:
        return None
    for plaats in reversed(breekplaatsen(run.tekst, naam=woord.breedte > breedte)):
        voor, na = f"{run.tekst[:plaats]}-", run.tekst[plaats:]
        breed, rest = (letters.breedte(run.letter, deel) * stijl.grootte for deel in (voor, na))
        if breed <= ruimte and rest <= breedte:
            eerste = Segment(letters.Run(run.letter, voor, run.tekst), stijl, breed)
            return eerste, Segment(letters.Run(run.letter, na, ""), stijl, rest)
    return None


class _Zetter:
    """Greedy line breaking into lines of one width; those under the first one of an item are as much shorter as they
    lie in.
    """

    def __init__(self, breedte: float) -> None:
        self.vol = self.breedte = breedte
        self.hang = 0.0
        self.afgebroken = 0
        self.regels: list[Regel] = []
        self.regel = Regel()
        self.wit: list[Segment] = []
        self.leeg = True

    def sluit(self, *, hard: bool) -> None:
        """End the line. White space at a soft break hangs: one space is kept, so that words stay apart when copied."""
        if hard:
            ruimte = self.breedte - self.regel.breedte
            self.regel.voeg_toe(s for s in self.wit if s.breedte <= ruimte)
        elif self.wit:
            spatie = self.wit[0]
            run = letters.Run(spatie.run.letter, " ")
            self.regel.voeg_toe([Segment(run, spatie.stijl, 0.0)])
        self.regel.segmenten = _voeg_samen(self.regel.segmenten)
        self.regels.append(self.regel)
        self.afgebroken = 0
        self.hang = 0.0 if hard else self.hang
        self.breedte = self.vol - self.hang
        self.regel = Regel(inspring=self.hang)
        self.wit = []
        self.leeg = True

    def begin_punt(self, delen: Sequence[Segment]) -> None:
        """The line begins with the mark of an item, and white space: what is under it lies in as far as its text."""
        diep = sum(s.breedte for s in (*self.wit, *delen))
        self.hang = diep if diep <= _DIEPST * self.vol else 0.0

    def _breek_af(self, segmenten: Sequence[Segment], wit: float) -> Sequence[Segment]:
        """Fill a short line with the first part of a word; what is left of the word. Never three lines in a row."""
        ruimte = self.breedte - self.regel.breedte - wit
        if self.afgebroken >= _MEESTE_OP_RIJ or len(segmenten) != 1 or ruimte < _KORT * self.breedte:
            return segmenten
        delen = _afgebroken(segmenten[0], ruimte, self.vol - self.hang)
        if delen is None:
            return segmenten
        self.regel.voeg_toe(self.wit)
        self.wit = []
        self.regel.voeg_toe(delen[:1])
        op_rij = self.afgebroken + 1
        self.sluit(hard=False)
        self.afgebroken = op_rij
        return delen[1:]

    def woord(self, segmenten: Sequence[Segment], *, laatste: bool = False) -> None:
        """Place a word: on this line, on the next, or over as many lines as it needs. The last one is not divided."""
        eigen = sum(s.breedte for s in segmenten)
        wit = sum(s.breedte for s in self.wit)
        if self.regel.breedte + wit + eigen > self.breedte and (eigen > self.breedte or not (self.leeg or laatste)):
            segmenten = self._breek_af(segmenten, wit)
            eigen = sum(s.breedte for s in segmenten)
        if not self.leeg and self.regel.breedte + wit + eigen > self.breedte:
            self.sluit(hard=False)
            segmenten = self._breek_af(segmenten, 0.0) if eigen > self.breedte else segmenten
            eigen = sum(s.breedte for s in segmenten)
        elif self.leeg and wit + min(eigen, self.breedte) > self.breedte:
            self.wit = []  # an indent wider than the line says nothing
        if eigen <= self.breedte:
            self.regel.voeg_toe(self.wit)
            self.wit = []
            self.regel.voeg_toe(segmenten)
            self.leeg = False
            return
        for segment in segmenten:
            for deel in _clustersegmenten(segment):
                if not self.leeg and self.regel.breedte + deel.breedte > self.breedte:
                    self.sluit(hard=False)
                self.regel.voeg_toe([deel])
                self.leeg = False


def _delen(stukken: Sequence[Stuk]) -> list[tuple[str, Stijl]]:
    """Words, runs of white space and line breaks, in order."""
    return [
        (deel, stuk.stijl)
        for stuk in stukken
        for deel in _DEEL.findall(_REGELEINDEN.sub("\n", stuk.tekst).replace("\t", "    "))
    ]


def _laatste_wit(delen: Sequence[tuple[str, Stijl]]) -> int:
    """Where the white space is that keeps a short last word beside the word before it; -1 where none need to."""
    einde = len(delen) - 1
    kort = einde > _MIN_DELEN and len(delen[einde][0]) <= _KORT_WOORD and not delen[einde][0].isspace()
    wit = kort and delen[einde - 1][0] == " " and not delen[einde - 2][0].isspace()
    return einde - 1 if wit and len(delen[einde - 2][0]) <= _LANG_WOORD else -1


def _begint_punt(delen: Sequence[tuple[str, Stijl]], i: int) -> bool:
    """Whether this part is the mark of an item in running text: alone before white space, first on its line."""
    deel, stijl = delen[i]
    if not stijl.afbreken or not _PUNT.fullmatch(deel) or i + 1 >= len(delen) or delen[i + 1][0][0] != " ":
        return False
    eerste = i - 1 if i and delen[i - 1][0][0] == " " else i
    return eerste == 0 or delen[eerste - 1][0] == "\n"


def zet(stukken: Sequence[Stuk], breedte: float, onbekend: set[str]) -> list[Regel]:
    """Break `stukken` into lines of at most `breedte` points. A newline is a line break; at least one comes out."""
    zetter = _Zetter(breedte)
    wachtend: list[Segment] = []  # a word can go on in the next piece (a label and its colon)
    delen = _delen(stukken)
    vast = _laatste_wit(delen)
    for i, (deel, stijl) in enumerate(delen):
        if i == vast:
            wachtend += _segmenten(deel, stijl, onbekend)
        elif deel == "\n" or deel[0] == " ":
            if wachtend:
                zetter.woord(wachtend)
                wachtend = []
            if deel == "\n":
                zetter.sluit(hard=True)
            else:
                zetter.wit += _segmenten(deel, stijl, onbekend)
        else:
            if _begint_punt(delen, i):
                zetter.begin_punt([s for tekst, eigen in delen[i : i + 2] for s in _segmenten(tekst, eigen, onbekend)])
            for j, woord in enumerate(_KOPPELTEKEN.split(deel)):
                if j and wachtend and i != vast + 1:
                    zetter.woord(wachtend)
                    wachtend = []
                wachtend += _segmenten(woord, stijl, onbekend)
    if wachtend:
        zetter.woord(wachtend, laatste=True)
    if not zetter.leeg or not zetter.regels or not stukken[-1].tekst.endswith("\n"):
        zetter.sluit(hard=True)
    return zetter.regels
