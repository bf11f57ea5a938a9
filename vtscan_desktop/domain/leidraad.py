"""The leidraad as values: per topic what to ask in a gesprek and what to look out for, each with its source.

The texts are data in our own words (`resources/leidraad.json`); a loader elsewhere reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Vraag:
    """One interview question. `id` ("3.2-vijf-dagen") is kept with ticks, so it never changes meaning.

    `bron` names title and section ("Veilig Thuis – basis op orde, … (VNG, 2016), § 1.4").
    """

    id: str
    tekst: str
    bron: str


@dataclass(frozen=True, slots=True)
class LetOp:
    """One remark to have in mind during the gesprek; `bron` as with a Vraag."""

    tekst: str
    bron: str


@dataclass(frozen=True, slots=True)
class TopicLeidraad:
    """What the leidraad has on one topic. `aangevuld` says why a topic was filled in; empty for an original one."""

    nr: int
    vragen: tuple[Vraag, ...]
    let_op: tuple[LetOp, ...]
    aangevuld: str = ""


@dataclass(frozen=True, slots=True)
class Leidraad:
    """The whole leidraad: all 20 topics in order. `titels` are the titles of the sources it cites."""

    versie: str
    datum: date
    titels: tuple[str, ...]
    topics: tuple[TopicLeidraad, ...]

    def topic(self, nr: int) -> TopicLeidraad:
        """The part on topic `nr` (1-20)."""
        return self.topics[nr - 1]

    def bronnen(self, nr: int) -> tuple[str, ...]:
        """The sources of all that is asked and said on topic `nr`, a title each: "Titel: § 1.1; § 1.4"."""
        deel = self.topic(nr)
        plaatsen: dict[str, list[str]] = {}
        for bron in (*(vraag.bron for vraag in deel.vragen), *(let_op.bron for let_op in deel.let_op)):
            titel = next((titel for titel in self.titels if bron.startswith(f"{titel}, ")), "")
            genoemd = plaatsen.setdefault(titel, [])
            genoemd += [plaats for plaats in bron.removeprefix(f"{titel}, ").split("; ") if plaats not in genoemd]
        return tuple(f"{titel}: {'; '.join(delen)}" for titel, delen in plaatsen.items())
