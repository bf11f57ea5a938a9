"""Acties of all topics as rows of one table: as typed, what they mean, and which of them are asked for. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import itemgetter
from typing import Any

from vtscan_desktop.domain.acties import is_te_laat
from vtscan_desktop.domain.risicoscan import Actie, ActieStatus
from vtscan_desktop.services.tabelrijen import Celfout, Cellen, Tabelsoort


class Volgorde(StrEnum):
    """The columns one can sort by; all but `TOPIC` are those of the table of acties."""

    TOPIC = "topic"
    WAT = "omschrijving"
    WIE = "verantwoordelijke"
    TERMIJN = "termijn"
    STAND = "status"
    KERN = "kern"


@dataclass(frozen=True, slots=True)
class Actieregel:
    """One row: its topic, its cells as typed, the actie they mean so far, and what is wrong with them."""

    nr: int
    cellen: Cellen
    actie: Actie
    fouten: tuple[Celfout, ...] = ()

    def is_te_laat(self, vandaag: date) -> bool:
        """Whether it is late on a day."""
        return is_te_laat(self.actie, vandaag)


@dataclass(frozen=True, slots=True)
class Actiefilter:
    """Which acties are asked for; what is empty or None asks for any. `standen` and `topics` are sets to choose from.

    Every word of `tekst` has to stand in the omschrijving, in who does it, or in the name of the topic.
    """

    tekst: str = ""
    standen: frozenset[ActieStatus] | None = None
    topics: frozenset[int] | None = None
    wie: str = ""
    te_laat: bool = False

    def past(self, regel: Actieregel, topicnaam: str, vandaag: date) -> bool:
        """Whether a row is one of these."""
        actie = regel.actie
        hooi = f"{topicnaam} {actie.omschrijving} {actie.verantwoordelijke}".casefold()
        return (
            (self.standen is None or actie.status in self.standen)
            and (self.topics is None or regel.nr in self.topics)
            and (not self.wie or actie.verantwoordelijke.strip() == self.wie)
            and (not self.te_laat or regel.is_te_laat(vandaag))
            and all(woord in hooi for woord in self.tekst.casefold().split())
        )


def maak_regel(soort: Tabelsoort[Actie], nr: int, cellen: Cellen) -> Actieregel:
    """The row that cells of a topic's table make."""
    lezing = soort.lees(cellen)
    return Actieregel(nr, cellen, lezing.rij or Actie(), lezing.fouten)


def sorteer(regels: list[Actieregel], volgorde: Volgorde, *, omgekeerd: bool) -> list[Actieregel]:
    """The rows in an order; equal ones stay as they stand. What is unknown or empty comes last, either way."""
    met_waarde = [(_waarde(regel.actie, regel.nr, volgorde), regel) for regel in regels]
    vol = sorted((deel for deel in met_waarde if deel[0] is not None), key=itemgetter(0), reverse=omgekeerd)
    return [regel for _, regel in vol] + [regel for waarde, regel in met_waarde if waarde is None]


def _waarde(actie: Actie, nr: int, volgorde: Volgorde) -> Any:
    waarden: dict[Volgorde, Any] = {
        Volgorde.TOPIC: nr,
        Volgorde.WAT: actie.omschrijving.strip().casefold() or None,
        Volgorde.WIE: actie.verantwoordelijke.strip().casefold() or None,
        Volgorde.TERMIJN: actie.termijn,
        Volgorde.STAND: list(ActieStatus).index(actie.status),
        Volgorde.KERN: not actie.kern,
    }
    return waarden[volgorde]


def alle_uitvoerders(regels: list[Actieregel]) -> list[str]:
    """Who is named in these rows, in order of the alphabet."""
    return sorted({r.actie.verantwoordelijke.strip() for r in regels} - {""}, key=str.casefold)
