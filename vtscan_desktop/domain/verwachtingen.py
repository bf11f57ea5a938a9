"""The verwachtingen of inspectie stap 1 (2015), and how a regio scored on those that bear on a topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vtscan_desktop.domain.inspectie import Regioscore


@dataclass(frozen=True, slots=True)
class Verwachting:
    """One of the 25 verwachtingen of the toetsingskader: its number, what it asks in our own words, its topics.

    Its topics hold at least those of its criterium (`inspectie.TOPICS_VAN_CRITERIUM`).
    """

    nummer: str
    kort: str
    topics: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verwachtingoordeel:
    """How a regio did on one verwachting; `voldoende` is None when it was not judged (3.1.1, or an unknown regio)."""

    nummer: str
    kort: str
    voldoende: bool | None


def oordelen_bij_topic(
    score: Regioscore | None, topic: int, verwachtingen: tuple[Verwachting, ...]
) -> tuple[Verwachtingoordeel, ...]:
    """The verwachtingen that bear on a topic, in the order of the toetsingskader, with the regio's oordeel of 2015."""
    bekend = dict(score.scores) if score else {}
    return tuple(
        Verwachtingoordeel(verwachting.nummer, verwachting.kort, bekend.get(verwachting.nummer))
        for verwachting in verwachtingen
        if topic in verwachting.topics
    )
