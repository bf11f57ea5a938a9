"""The smallest step up or down as one Dutch sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import getalwoord, opsomming
from vtscan_desktop.domain.risicoscan import KERN_NRS, Oordeel
from vtscan_desktop.domain.stappen import MAX_STAPPEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from vtscan_desktop.domain.topics import Format

_LANG = 3
"""More topics than this are given by number instead of by name."""


@dataclass(frozen=True, slots=True)
class Stapzin:
    """What would change the outcome: the categorieën it leads to, a whole sentence, and the topics that it names."""

    naar: tuple[int, ...]
    tekst: str
    topics: tuple[int, ...]


def reeks(nrs: tuple[int, ...]) -> str:
    """Numbers with runs of three or more shortened: "1, 3, 5 en 12 tot en met 15"."""
    groepen: list[list[int]] = []
    for nr in nrs:
        if groepen and nr == groepen[-1][-1] + 1:
            groepen[-1].append(nr)
        else:
            groepen.append([nr])
    delen: list[str] = []
    for groep in groepen:
        delen += [f"{groep[0]} tot en met {groep[-1]}"] if len(groep) > 2 else [str(nr) for nr in groep]
    return opsomming(delen)


def schrijf_stap(
    wat: str,
    sets: tuple[tuple[int, ...], ...],
    format_: Format,
    categorie: Callable[[tuple[int, ...]], int],
    oordeel: Oordeel,
) -> Stapzin | None:
    """The sentence for the smallest sets of topics that, put to `oordeel`, change `wat`; None when there are none.

    `categorie` says what the outcome is after such a set. Sets that lead to different categorieën are named apart.
    """
    per_categorie: dict[int, list[tuple[int, ...]]] = {}
    for nrs in sets:
        per_categorie.setdefault(categorie(nrs), []).append(nrs)
    delen, genoemd = [], set[int]()
    for naar in sorted(per_categorie, reverse=True):
        wanneer, topics = _wanneer(per_categorie[naar], format_, oordeel, compleet=len(sets) < MAX_STAPPEN)
        delen.append(f"in categorie {naar} als {wanneer}")
        genoemd.update(topics)
    if not delen:
        return None
    return Stapzin(tuple(sorted(per_categorie)), f"{wat} verandert {', en '.join(delen)}.", tuple(sorted(genoemd)))


def _wanneer(
    sets: list[tuple[int, ...]], format_: Format, oordeel: Oordeel, *, compleet: bool
) -> tuple[str, tuple[int, ...]]:
    """The condition, and the topics that it names."""
    grootte = len(sets[0])
    beter = oordeel is Oordeel.OP_ORDE
    komt, komen = ("op orde komt", "op orde komen") if beter else ("niet op orde blijkt", "niet op orde blijken")
    if grootte == 1 and len(sets) > 1:
        return _een_van(tuple(nrs[0] for nrs in sets), format_, komt)
    if len(sets) == 1 and grootte <= _LANG:
        namen = opsomming([format_.topic(nr).in_zin for nr in sets[0]])
        return f"{namen} {komt if grootte == 1 else komen}", sets[0]
    if len(sets) == 1 and compleet:
        return f"de topics {reeks(sets[0])} {komen}", sets[0]
    aantal = f"{getalwoord(grootte)} topics {komen}"
    altijd = tuple(sorted(set(sets[0]).intersection(*sets[1:])))
    if altijd and compleet:
        return f"{aantal}, waaronder in elk geval {_genummerd(altijd)}", altijd
    return f"{aantal}, bijvoorbeeld {_genummerd(sets[0])}", sets[0]


def _genummerd(nrs: tuple[int, ...]) -> str:
    return f"{'topic' if len(nrs) == 1 else 'de topics'} {reeks(nrs)}"


def _een_van(nrs: tuple[int, ...], format_: Format, komt: str) -> tuple[str, tuple[int, ...]]:
    soort = "kerntopics" if KERN_NRS.issuperset(nrs) else "topics"
    rij = reeks(nrs) if len(nrs) > len(KERN_NRS) else opsomming([format_.topic(nr).in_rij for nr in nrs], "of")
    return f"een van deze {soort} {komt}: {rij}", nrs
