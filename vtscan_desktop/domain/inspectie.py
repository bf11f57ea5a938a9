"""Inspectie stap 1 (2015): from the scores per verwachting to an oordeel per criterium, and the national count.

Bijlage 3 of the national report gives the norms. Criterium 1.1 is the exception: the published verdicts (2 voldoende,
23 matig, 1 onvoldoende, and IJsselland's own report) follow from "voldoende only at 0", not from bijlage 3, which
would give 8, 17 and 1. The published verdicts are followed, and `UITZONDERING` says so to the reader.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

CRITERIA = ("1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2")

TOPICS_VAN_CRITERIUM: dict[str, tuple[int, ...]] = {
    "1.1": (5,),
    "1.2": (3, 6),
    "1.3": (8,),
    "2.1": (4,),
    "2.2": (4,),
    "3.1": (6,),
    "3.2": (10,),
}
"""Which topics a criterium says something about."""

UITZONDERING = (
    "Criterium 1.1 volgt de gepubliceerde oordelen: het is alleen voldoende als geen enkele verwachting "
    "onvoldoende is. Bijlage 3 van het landelijke rapport zou hier soepeler zijn."
)
"""The sentence for the reader about criterium 1.1."""


class Criteriumoordeel(StrEnum):
    """Oordeel of the inspectie on a criterium."""

    VOLDOENDE = "voldoende"
    MATIG = "matig"
    ONVOLDOENDE = "onvoldoende"


@dataclass(frozen=True, slots=True)
class Regioscore:
    """The scores of one regio: (code of the verwachting, voldoende?) in the order of the report."""

    regio: str
    naam: str
    scores: tuple[tuple[str, bool], ...]

    @property
    def voldoende(self) -> int:
        """How many of the 24 verwachtingen are voldoende."""
        return sum(goed for _, goed in self.scores)

    def van_criterium(self, criterium: str) -> tuple[tuple[str, bool], ...]:
        """The scores under one criterium."""
        return tuple((code, goed) for code, goed in self.scores if code.startswith(criterium + "."))

    def criteria(self) -> dict[str, Criteriumoordeel]:
        """The oordeel per criterium, in order."""
        return {criterium: _oordeel(criterium, self.van_criterium(criterium)) for criterium in CRITERIA}


@dataclass(frozen=True, slots=True)
class Inspectietabel:
    """The scores of all regio's."""

    regios: tuple[Regioscore, ...]

    def van(self, regio: str) -> Regioscore | None:
        """The scores of one regio by its key, or None when it is not in the table."""
        return next((score for score in self.regios if score.regio == regio), None)

    def landelijk(self) -> dict[str, dict[Criteriumoordeel, int]]:
        """Per criterium how many regio's have each oordeel; without those its norm does not know (matig at 3.x)."""
        alle = [score.criteria() for score in self.regios]
        telling = {criterium: Counter(oordelen[criterium] for oordelen in alle) for criterium in CRITERIA}
        return {
            criterium: {oordeel: telling[criterium][oordeel] for oordeel in mogelijke_oordelen(criterium)}
            for criterium in CRITERIA
        }


def mogelijke_oordelen(criterium: str) -> tuple[Criteriumoordeel, ...]:
    """The oordelen that the norm of a criterium knows: theme 3 has no matig."""
    return tuple(o for o in Criteriumoordeel if not (criterium.startswith("3.") and o is Criteriumoordeel.MATIG))


def _oordeel(criterium: str, scores: tuple[tuple[str, bool], ...]) -> Criteriumoordeel:
    onvoldoende = sum(not goed for _, goed in scores)
    if criterium.startswith("3."):
        genoeg = 100 * (len(scores) - onvoldoende) >= 51 * len(scores)
        return Criteriumoordeel.VOLDOENDE if genoeg else Criteriumoordeel.ONVOLDOENDE
    voldoende_tot, matig_tot = (1, 2) if criterium.startswith("1.") else (0, 1)
    if criterium == "1.1":
        voldoende_tot = 0
    if onvoldoende <= voldoende_tot:
        return Criteriumoordeel.VOLDOENDE
    return Criteriumoordeel.MATIG if onvoldoende <= matig_tot else Criteriumoordeel.ONVOLDOENDE
