"""Where something stands in a scan, so that the window can go there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vtscan_desktop.domain.werkstand import Kladrij


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A field by its key (`topic/3/toelichting`, `overall_beeld`), or a table (`acties/3`) with a row and a column.

    `rij` is the place from 0 of the row as the window shows it; "" for `kolom` is the row's first field. As text it
    is `acties/3:0:termijn`. A notitie is in `notitie/3` (topic 3; 0 for no topic), its `rij` that among all notities.
    """

    onderdeel: str
    rij: int | None = None
    kolom: str = ""

    def __str__(self) -> str:
        return self.onderdeel if self.rij is None else f"{self.onderdeel}:{self.rij}:{self.kolom}"


def lees_vindplaats(tekst: str) -> Vindplaats:
    """The place that `str` made this text from."""
    onderdeel, dubbele_punt, rest = tekst.partition(":")
    if not dubbele_punt:
        return Vindplaats(onderdeel)
    rij, _, kolom = rest.partition(":")
    return Vindplaats(onderdeel, int(rij), kolom)


def getoonde_rij(nr: int, klad: Sequence[Kladrij]) -> int:
    """The place at which a table shows row `nr` (from 0) of the scan, between its rows in the making."""
    for positie in sorted(rij.positie for rij in klad if not rij.echt):
        if positie <= nr:
            nr += 1
    return nr
