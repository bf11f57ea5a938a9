"""The smallest steps up and down, exactly and for every input well within a frame.

Both questions come down to one form. To make the outcome worse, one rule with a higher minimum must fire: choose
topics so that each `Eis` of one of its ways is met. To make it better, no such rule may fire: of every way that holds
now, one `Eis` must be broken. So a step is a set that takes *at least so many* topics out of each of a few groups, and
there are a few alternatives for which groups. Groups that must be taken whole are taken at once; the groups that are
left are nested or apart (the rules count all topics, the kern, or single ones), and for such groups the smallest size
follows from the inside out. Sets are then written in ascending order, only along branches that end in an answer.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from .beslisregels import Eis, Stand, Telt, nummers, regels_van, tekort

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


def _kleinste(keuzes: tuple[Keus, ...] | list[Keus], beschikbaar: int) -> int | None:
    """How many topics of `beschikbaar` it takes to satisfy groups that are nested or apart; None when it can't be."""
    knopen: list[Keus] = []  # outermost groups so far, with what they take
    for uit, minstens in keuzes:
        if minstens > (uit & beschikbaar).bit_count():
            return None
        binnen = sum(knoop.minstens for knoop in knopen if not knoop.uit & ~uit)
        knopen = [knoop for knoop in knopen if knoop.uit & ~uit]
        knopen.append(Keus(uit, max(minstens, binnen)))
    return sum(knoop.minstens for knoop in knopen)


def _na_keuze(keuzes: tuple[Keus, ...], topic: int) -> tuple[Keus, ...]:
    return tuple(Keus(uit, minstens - 1) if uit & topic else Keus(uit, minstens) for uit, minstens in keuzes)


def _verzamelingen(opgave: Opgave, grootte: int) -> list[int]:
    """The first sets of exactly `grootte` that satisfy `opgave`, in ascending order, as bit masks."""
    gevonden: list[int] = []
    groepen = 0
    for keus in opgave.keuzes:
        groepen |= keus.uit
    kandidaten = [1 << nr for nr in nummers(groepen | opgave.vast)]

    def zoek(plaats: int, gekozen: int, over: int, keuzes: tuple[Keus, ...], beschikbaar: int) -> None:
        if not over:
            gevonden.append(gekozen)
            return
        topic = kandidaten[plaats]
        verder = beschikbaar & ~topic
        if topic & opgave.vast:
            zoek(plaats + 1, gekozen | topic, over - 1, keuzes, verder)
            return
        mee = _na_keuze(keuzes, topic)
        vast_over = (opgave.vast & verder).bit_count()
        nodig = _kleinste(mee, verder)
        kan_mee = nodig is not None and nodig + vast_over <= over - 1
        if kan_mee:
            zoek(plaats + 1, gekozen | topic, over - 1, mee, verder)
        if len(gevonden) >= MAX_STAPPEN:
            return
        if kan_mee:
            nodig = _kleinste(keuzes, verder)
            if nodig is None or nodig + vast_over > over:
                return
        zoek(plaats + 1, gekozen, over, keuzes, verder)

    zoek(0, 0, grootte, opgave.keuzes, groepen | opgave.vast)
    return gevonden


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
            groepen = 0
            for keus in opgave.keuzes:
                groepen |= keus.uit
            for nr in nummers(groepen & ~bits):
                nodig = _kleinste(_na_keuze(opgave.keuzes, 1 << nr), groepen & ~(1 << nr))
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
