"""The rules that lead from oordelen to a categorie: one small function each, with id, title and source.

How the categories are computed (kern topics and thresholds) is this product's own working-out of the source's prose;
each rule names the paragraph that it works out. A rule is written as the ways (`Weg`) in which it can fire: a way is
a list of `Eis` ("at least so many topics of this group have this oordeel"), all of which must hold. That one form
serves both the outcome and the search for the smallest steps up and down (`stappen.py`), so each rule is stated once.

Groups of topics are bit masks: topic `nr` is bit `nr`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vtscan_desktop.domain.risicoscan import HERTOETS_NR, KERN_NRS, OORDEEL_NRS, Hertoetsuitkomst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def masker(nrs: Iterable[int]) -> int:
    """The bit mask of topic numbers."""
    bits = 0
    for nr in nrs:
        bits |= 1 << nr
    return bits


def nummers(bits: int) -> tuple[int, ...]:
    """The topic numbers of a bit mask, ascending."""
    return tuple(nr for nr in OORDEEL_NRS if bits >> nr & 1)


ALLE = masker(OORDEEL_NRS)
KERN = masker(KERN_NRS)
VEILIGHEID = masker([4])
VISIE = masker([9])
RANDVOORWAARDEN = masker([10, 13, 14])


class Telt(Enum):
    """Which (effective) oordelen an `Eis` counts."""

    PRIL = "pril"
    IN_ONTWIKKELING = "in_ontwikkeling"
    NIET_OP_ORDE = "niet_op_orde"
    NIET_STEVIG = "niet_stevig"
    """Any of the three above."""


class Stand(NamedTuple):
    """All that a rule may know: which topics apply and which effective oordeel they have, as bit masks."""

    van_toepassing: int
    pril: int
    in_ontwikkeling: int
    niet_op_orde: int
    hertoets: Hertoetsuitkomst = Hertoetsuitkomst.NIET_GEHOUDEN

    def topics(self, telt: Telt) -> int:
        """The topics that `telt` counts."""
        if telt is Telt.NIET_OP_ORDE:
            return self.niet_op_orde
        if telt is Telt.NIET_STEVIG:
            return self.pril | self.in_ontwikkeling | self.niet_op_orde
        return self.pril if telt is Telt.PRIL else self.in_ontwikkeling


class Eis(NamedTuple):
    """Holds when at least `minstens` topics of `groep` have an oordeel that `telt` counts."""

    telt: Telt
    groep: int
    minstens: int


Weg = tuple[Eis, ...]
"""Holds when every `Eis` does; the empty way always holds."""
Wegen = tuple[Weg, ...]
"""Holds when any way does; no ways: never."""


@dataclass(frozen=True, slots=True)
class Beslisregel:
    """A rule: when it fires, the categorie is at least `minimum`.

    `wegen` gets the hertoets and the number of applicable topics. `noemt` gives the topics that explain it, or None
    for a rule on the hertoets itself.
    """

    id: str
    titel: str
    minimum: int
    bron: str
    noemt: tuple[Telt, int] | None
    wegen: Callable[[Hertoetsuitkomst, int], Wegen]

    def topics(self, stand: Stand) -> tuple[int, ...]:
        """The topics that explain why it fires on `stand`."""
        if self.noemt is None:
            return (HERTOETS_NR,)
        telt, groep = self.noemt
        return nummers(stand.topics(telt) & groep)


def _verscherpt_toezicht(hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return ((),) if hertoets is Hertoetsuitkomst.VERSCHERPT_TOEZICHT else ()


def _hertoets_niet_voldaan(hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return ((),) if hertoets is Hertoetsuitkomst.NIET_VOLDAAN else ()


def _veiligheid_niet_geborgd(_hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return ((Eis(Telt.NIET_OP_ORDE, VEILIGHEID, 1),),)


def _visie_en_randvoorwaarden(_hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return ((Eis(Telt.NIET_OP_ORDE, VISIE, 1), Eis(Telt.NIET_OP_ORDE, RANDVOORWAARDEN, 1)),)


def _onvoldoende_voortgang(_hertoets: Hertoetsuitkomst, aantal: int) -> Wegen:
    derde = max(1, (aantal + 2) // 3)  # the smallest n >= 1 with 3n >= aantal
    return (Eis(Telt.NIET_OP_ORDE, KERN, 3),), (Eis(Telt.NIET_OP_ORDE, ALLE, derde),)


def _nog_niet_op_orde(_hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return (Eis(Telt.NIET_OP_ORDE, KERN, 1),), (Eis(Telt.NIET_OP_ORDE, ALLE, 2),)


def _in_ontwikkeling(_hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return ((Eis(Telt.IN_ONTWIKKELING, KERN, 1),),)


def _pril(_hertoets: Hertoetsuitkomst, _aantal: int) -> Wegen:
    return ((Eis(Telt.PRIL, KERN, 1),),)


def _meeste_randvoorwaarden(_hertoets: Hertoetsuitkomst, aantal: int) -> Wegen:
    return ((Eis(Telt.NIET_STEVIG, ALLE, aantal // 4 + 1),),)  # the smallest n with 4n > aantal


REGELS: tuple[Beslisregel, ...] = (
    Beslisregel(
        "hertoets_niet_voldaan",
        "Hertoets niet voldaan",
        2,
        "Basis op orde, § 1.1: voldoen aan de randvoorwaarden van stap 1",
        None,
        _hertoets_niet_voldaan,
    ),
    Beslisregel(
        "in_ontwikkeling",
        "Kerntopics in ontwikkeling",
        2,
        "Basis op orde, § 1.2, categorie 2, tweede deel",
        (Telt.IN_ONTWIKKELING, KERN),
        _in_ontwikkeling,
    ),
    Beslisregel(
        "meeste_randvoorwaarden",
        "De meeste randvoorwaarden",
        2,
        "Basis op orde, § 1.2, categorie 1: de (meeste) randvoorwaarden",
        (Telt.NIET_STEVIG, ALLE),
        _meeste_randvoorwaarden,
    ),
    Beslisregel(
        "nog_niet_op_orde",
        "Nog niet op orde",
        2,
        "Basis op orde, § 1.2, categorie 1: de (meeste) randvoorwaarden, en categorie 2",
        (Telt.NIET_OP_ORDE, ALLE),
        _nog_niet_op_orde,
    ),
    Beslisregel(
        "onvoldoende_voortgang",
        "Onvoldoende voortgang",
        3,
        "Basis op orde, § 1.2, categorie 3",
        (Telt.NIET_OP_ORDE, ALLE),
        _onvoldoende_voortgang,
    ),
    Beslisregel(
        "pril",
        "Kerntopics pril",
        2,
        "Basis op orde, § 1.2, categorie 2, eerste deel",
        (Telt.PRIL, KERN),
        _pril,
    ),
    Beslisregel(
        "veiligheid_niet_geborgd",
        "Zicht op veiligheid niet geborgd",
        3,
        "Basis op orde, § 1.4, en het landelijke inspectiebeeld van stap 1: het meest dringende punt",
        (Telt.NIET_OP_ORDE, VEILIGHEID),
        _veiligheid_niet_geborgd,
    ),
    Beslisregel(
        "verscherpt_toezicht",
        "Verscherpt toezicht",
        3,
        "Basis op orde, § 1.4, Conclusies (Gelderland Zuid)",
        None,
        _verscherpt_toezicht,
    ),
    Beslisregel(
        "visie_en_randvoorwaarden",
        "Visie en randvoorwaarden ontbreken",
        3,
        "Basis op orde, § 1.4, Conclusies",
        (Telt.NIET_OP_ORDE, VISIE | RANDVOORWAARDEN),
        _visie_en_randvoorwaarden,
    ),
)
"""All rules, by id."""


@lru_cache
def wegen_per_regel(hertoets: Hertoetsuitkomst, aantal: int) -> tuple[tuple[Beslisregel, Wegen], ...]:
    """Every rule with the ways in which it can fire, for a hertoets and a number of applicable topics."""
    return tuple((regel, regel.wegen(hertoets, aantal)) for regel in REGELS)


def regels_van(stand: Stand) -> tuple[tuple[Beslisregel, Wegen], ...]:
    """Every rule with the ways in which it can fire on `stand`."""
    return wegen_per_regel(stand.hertoets, stand.van_toepassing.bit_count())


def tekort(eis: Eis, stand: Stand) -> int:
    """How many more topics `eis` wants than `stand` has; 0 or less when it holds."""
    return eis.minstens - (stand.topics(eis.telt) & eis.groep).bit_count()


def geldt(wegen: Wegen, stand: Stand) -> bool:
    """Whether any of the ways holds."""
    return any(all(tekort(eis, stand) <= 0 for eis in weg) for weg in wegen)


def vurende_regels(stand: Stand) -> tuple[Beslisregel, ...]:
    """The rules that fire on `stand`, by id."""
    return tuple(regel for regel, wegen in regels_van(stand) if geldt(wegen, stand))


def uitkomst(stand: Stand) -> int:
    """The categorie: the highest minimum of the rules that fire, and 1 when none does."""
    return max((regel.minimum for regel in vurende_regels(stand)), default=1)
