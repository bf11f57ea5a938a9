"""What a line typed in the note line means: `3:` puts it on topic 3, `#knelpunt` gives it a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vtscan_desktop.domain.risicoscan import NotitieSoort

_TOPIC = re.compile(r"^\s*(\d{1,2})\s*:\s*")
_IN_WORDING = re.compile(r"(?:^|(?<=\s))#(\w*)$")
_SOORT = re.compile(r"(?:^|(?<=\s))#(\w+)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Notitieregel:
    """A typed line taken apart; `topic` and `soort` are None when the line does not say."""

    tekst: str
    topic: int | None = None
    soort: NotitieSoort | None = None


def soorten_met(begin: str) -> tuple[NotitieSoort, ...]:
    """The kinds whose name begins like this, those that §1.2 wants mapped first; a whole name is that kind alone."""
    begin = begin.lower()
    if begin in set(NotitieSoort):
        return (NotitieSoort(begin),)
    gekozen = tuple(s for s in NotitieSoort if s.startswith(begin))
    return tuple(sorted(gekozen, key=lambda s: s is NotitieSoort.NOTITIE))


def soort_in_wording(regel: str) -> str | None:
    """What stands after the `#` with which the text ends; None when it does not end so, or the kind is complete."""
    treffer = _IN_WORDING.search(regel)
    if treffer is None or treffer[1].lower() in set(NotitieSoort):
        return None
    return treffer[1]


def ontleed(regel: str) -> Notitieregel:
    """Take a typed line apart. What is no topic 1-20 and not the beginning of one kind stays in the text, as typed."""
    topic: int | None = None
    if (treffer := _TOPIC.match(regel)) and 1 <= int(treffer[1]) <= 20:
        topic = int(treffer[1])
        regel = regel[treffer.end() :]
    soort: NotitieSoort | None = None
    for treffer in _SOORT.finditer(regel):
        if len(gevonden := soorten_met(treffer[1])) == 1:
            soort = gevonden[0]
            regel = f"{regel[: treffer.start()].rstrip()} {regel[treffer.end() :].lstrip()}"
            break
    return Notitieregel(regel.strip(), topic, soort)
