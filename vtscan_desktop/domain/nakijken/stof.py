"""What a check gets to see, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.steun import Verschuiving
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.vindplaats import Vindplaats, getoonde_rij
from vtscan_desktop.domain.werkstand import Kladrij


class Ernst(StrEnum):
    """How heavy a point weighs: a report with a fout open is marked CONCEPT."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


@dataclass(frozen=True, slots=True)
class Vondst:
    """One thing that a check found: a whole Dutch sentence, and where to mend it."""

    tekst: str
    plaats: Vindplaats


@dataclass(frozen=True, slots=True)
class Nakijkpunt:
    """A point to look at: `id` is that of the check, `titel` what the check is about."""

    id: str
    ernst: Ernst
    titel: str
    tekst: str
    plaats: Vindplaats


@dataclass(frozen=True, slots=True)
class Stof:
    """All that a check may know."""

    scan: Risicoscan
    beoordeling: Beoordeling
    format: Format
    vandaag: date
    klad: tuple[Kladrij, ...] = ()
    verschuiving: Verschuiving | None = None

    def cel(self, tabel: str, nr: int, kolom: str) -> Vindplaats:
        """The cell of row `nr` (from 0) of the scan in a table, at the place where it is shown."""
        return Vindplaats(tabel, getoonde_rij(nr, [rij for rij in self.klad if rij.tabel == tabel]), kolom)

    def topic(self, nr: int) -> str:
        """A topic as the beginning of a sentence: "Topic 3, Wachtlijsten"."""
        return f"Topic {nr}, {self.format.topic(nr).kort}"


@dataclass(frozen=True, slots=True)
class Nakijkregel:
    """A check: `zoek` gives what it finds, in the order of the scan."""

    id: str
    ernst: Ernst
    titel: str
    zoek: Callable[[Stof], Iterator[Vondst]]
