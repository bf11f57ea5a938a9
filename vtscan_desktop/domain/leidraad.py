"""The leidraad as values: per topic what to ask in a gesprek and what to look out for, each with its source.

The texts are data, part of a format; a loader elsewhere reads them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bron:
    """Where something comes from: the title of a source, and the place in it ("§ 1.4; bijlage 1"; may be empty)."""

    titel: str
    plaats: str = ""


@dataclass(frozen=True, slots=True)
class LetOp:
    """One remark to have in mind during the gesprek."""

    tekst: str
    herkomst: Bron

    @property
    def bron(self) -> str:
        """Title and place of its source, as one text."""
        return ", ".join(deel for deel in (self.herkomst.titel, self.herkomst.plaats) if deel)


@dataclass(frozen=True, slots=True)
class Vraag(LetOp):
    """One interview question. `id` ("3.2-vijf-dagen") is kept with ticks, so it never changes meaning."""

    id: str


@dataclass(frozen=True, slots=True)
class TopicLeidraad:
    """What the leidraad has on one topic."""

    nr: int
    vragen: tuple[Vraag, ...]
    let_op: tuple[LetOp, ...]


@dataclass(frozen=True, slots=True)
class Leidraad:
    """The whole leidraad: all 20 topics in order."""

    topics: tuple[TopicLeidraad, ...]

    def topic(self, nr: int) -> TopicLeidraad:
        """The part on topic `nr` (1-20)."""
        return self.topics[nr - 1]

    def bronnen(self, nr: int) -> tuple[str, ...]:
        """The sources of all that is asked and said on topic `nr`, a title each: "Titel: § 1.1; § 1.4"."""
        deel = self.topic(nr)
        plaatsen: dict[str, list[str]] = {}
        for bron in (tekst.herkomst for tekst in (*deel.vragen, *deel.let_op)):
            genoemd = plaatsen.setdefault(bron.titel, [])
            genoemd += [plaats for plaats in bron.plaats.split("; ") if plaats and plaats not in genoemd]
        return tuple(": ".join(deel for deel in (titel, "; ".join(delen)) if deel) for titel, delen in plaatsen.items())
