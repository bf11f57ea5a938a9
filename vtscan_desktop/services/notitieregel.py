"""What a line typed in the note line means: `3:` puts it on topic 3, `#knelpunt` gives it a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vtscan_desktop.domain.risicoscan import NotitieSoort

_TOPIC = re.compile(r"^\s*(\d{1,2})\s*:\s*")
_SOORT = re.compile(r"(?:^|(?<=\s))#(\w+)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Notitieregel:
    """A typed line taken apart; `topic` and `soort` are None when the line does not say."""

    tekst: str
    topic: int | None = None
    soort: NotitieSoort | None = None


def ontleed(regel: str) -> Notitieregel:
    """Take a typed line apart. What is no topic 1-20 and no known kind stays in the text, as typed."""
    topic: int | None = None
    if (treffer := _TOPIC.match(regel)) and 1 <= int(treffer[1]) <= 20:
        topic = int(treffer[1])
        regel = regel[treffer.end() :]
    soort: NotitieSoort | None = None
    for treffer in _SOORT.finditer(regel):
        if treffer[1].lower() in set(NotitieSoort):
            soort = NotitieSoort(treffer[1].lower())
            regel = f"{regel[: treffer.start()].rstrip()} {regel[treffer.end() :].lstrip()}"
            break
    return Notitieregel(regel.strip(), topic, soort)
