"""The smallest steps up and down, exactly and for every input well within a frame.

Both questions come down to one form. To make the outcome worse, one rule with a higher minimum must fire: choose
topics so that each `Eis` of one of its ways is met. To make it better, no such rule may fire: of every way that holds
now, one `Eis` must be broken. So a step is a set that takes *at least so many* topics out of each of a few groups, and
there are a few alternatives for which groups. Groups that must be taken whole are taken at once; the groups that are
left are nested or apart (the rules count all topics, the kern, or single ones), and for such groups the smallest size
follows from the inside out. Sets are then written in ascending order, only along branches that end in an answer.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple

from vtscan_desktop.domain.beslisregels import Eis, Stand, Telt, nummers, regels_van, tekort

MAX_STAPPEN = 20
"""How many of the smallest sets are given at most."""


class Keus(NamedTuple):
    """Take at least `minstens` topics out of `uit` (a bit mask)."""

    uit: int
    minstens: int


class Opgave(NamedTuple):
    """One alternative: take all of `vast`, and satisfy `keuzes`, whose groups are nested or apart."""

    vast: int
    keuzes: tuple[Keus, ...]

    def kandidaten(self) -> int:
        """Every topic that a smallest set can hold."""
        bits = self.vast
        for keus in self.keuzes:
            bits |= keus.uit
        return bits


def _opgave(keuzes: list[Keus]) -> Opgave | None:
    """Take groups that are wanted whole at once, and put the rest from small to large; None when it can't be done."""
    vast = 0
    rest = keuzes
    while True:
        if any(keus.minstens > keus.uit.bit_count() for keus in rest):
            return None
        geheel = 0
        for uit, minstens in rest:
            if minstens == uit.bit_count():
                geheel |= uit
        if not geheel:
            return Opgave(vast, tuple(sorted(rest, key=lambda keus: keus.uit.bit_count())))
        vast |= geheel
        rest = [Keus(uit & ~geheel, minstens - (uit & geheel).bit_count()) for uit, minstens in rest]
        rest = [keus for keus in rest if keus.minstens > 0]


def _kleinste(keuzes: tuple[Keus, ...], beschikbaar: int) -> int | None:
    """How many topics of `beschikbaar` it takes to satisfy groups that are nested or apart; None when it can't be."""
    buitenste: list[tuple[int, int]] = []  # outermost groups so far, with what they take
    for uit, minstens in keuzes:
        if minstens > (uit & beschikbaar).bit_count():
            return None
        apart, binnen = [], 0
        for groep in buitenste:
            if groep[0] & ~uit:
                apart.append(groep)
            else:
                binnen += groep[1]
        buitenste = [*apart, (uit, max(minstens, binnen))]
    return sum(aantal for _, aantal in buitenste)


def _na_keuze(keuzes: tuple[Keus, ...], topic: int) -> tuple[Keus, ...]:
    """What is left to satisfy once `topic` is taken."""
    rest = []
    for keus in keuzes:
        if not keus.uit & topic:
            rest.append(keus)
        elif keus.minstens > 1:
            rest.append(Keus(keus.uit, keus.minstens - 1))
    return tuple(rest)


def _verzamelingen(opgave: Opgave, grootte: int) -> tuple[int, ...]:
    """The first sets of exactly `grootte` that satisfy `opgave`, in ascending order, as bit masks."""

    @cache  # branches meet again in the same state
    def eerste(resterend: int, over: int, keuzes: tuple[Keus, ...]) -> tuple[int, ...]:
        nodig = _kleinste(keuzes, resterend)
        if nodig is None or nodig + (resterend & opgave.vast).bit_count() > over:
            return ()
        if not over:
            return (0,)
        topic = resterend & -resterend
        verder = resterend & ~topic
        sets = tuple(topic | rest for rest in eerste(verder, over - 1, _na_keuze(keuzes, topic)))
        if len(sets) < MAX_STAPPEN and not topic & opgave.vast:
            sets += eerste(verder, over, keuzes)
        return sets[:MAX_STAPPEN]

    return eerste(opgave.kandidaten(), grootte, opgave.keuzes)


class Oplossing(NamedTuple):
    """The alternatives that need no more than the smallest number of topics, and that number."""

    grootte: int
    opgaven: tuple[Opgave, ...]

    def eerste(self) -> tuple[tuple[int, ...], ...]:
        """All smallest sets, each sorted, the list sorted, at most the first 20."""
        alle = {nummers(bits) for opgave in self.opgaven for bits in _verzamelingen(opgave, self.grootte)}
        return tuple(sorted(alle)[:MAX_STAPPEN])

    def vereniging(self) -> int:
        """Every topic that is in one of the smallest sets."""
        bits = 0
        for opgave in self.opgaven:
            bits |= opgave.vast
            ruimte = self.grootte - opgave.vast.bit_count()
            for nr in nummers(opgave.kandidaten() & ~bits):
                nodig = _kleinste(_na_keuze(opgave.keuzes, 1 << nr), ~(1 << nr))
                if nodig is not None and nodig <= ruimte - 1:
                    bits |= 1 << nr
        return bits


def _beste_oplossing(alternatieven: list[list[Keus]]) -> Oplossing | None:
    maten: dict[Opgave, int] = {}
    for keuzes in alternatieven:
        opgave = _opgave(keuzes)
        if opgave is None:
            continue
        nodig = _kleinste(opgave.keuzes, -1)
        if nodig is not None:
            maten[opgave] = nodig + opgave.vast.bit_count()
    if not maten:
        return None
    grootte = min(maten.values())
    return Oplossing(grootte, tuple(opgave for opgave, maat in maten.items() if maat == grootte))


def _verzwaar(eis: Eis, stand: Stand, kandidaten: int) -> Keus:
    """What it takes to meet `eis` by putting candidates to niet op orde."""
    telt_mee = kandidaten if eis.telt in (Telt.NIET_OP_ORDE, Telt.NIET_STEVIG) else 0
    return Keus(telt_mee & eis.groep & ~stand.topics(eis.telt), tekort(eis, stand))


def zoek_omlaag(stand: Stand, kandidaten: int, beste: int) -> Oplossing | None:
    """The smallest sets of `kandidaten` that, put to niet op orde, give more than `beste`; None when there are none."""
    return _beste_oplossing(
        [
            [keus for eis in weg if (keus := _verzwaar(eis, stand, kandidaten)).minstens > 0]
            for regel, wegen in regels_van(stand)
            if regel.minimum > beste
            for weg in wegen
        ]
    )


def zoek_omhoog(stand: Stand, beste: int) -> Oplossing | None:
    """The smallest sets of topics that, put to op orde, give less than `beste`; None when there are none."""
    te_breken = [
        weg
        for regel, wegen in regels_van(stand)
        if regel.minimum >= beste
        for weg in wegen
        if all(tekort(eis, stand) <= 0 for eis in weg)
    ]
    # an empty way (a rule on the hertoets) can't be broken: then the product is empty
    return _beste_oplossing(
        [
            [Keus(stand.topics(eis.telt) & eis.groep, 1 - tekort(eis, stand)) for eis in combinatie]
            for combinatie in product(*te_breken)
        ]
    )
