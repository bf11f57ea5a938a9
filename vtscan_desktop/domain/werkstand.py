"""What is kept of an open scan: the scan itself, and what stands beside it without being part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.steun import Steun


@dataclass(frozen=True, slots=True)
class Kladrij:
    """A table row as typed, that is not (or not wholly) a valid row yet. Kept, never exchanged or reported.

    `tabel` names the table (`budget`, `acties/3`, ...), `positie` the row as shown, `cellen` the raw cell texts.
    `echt` says that the row's required cells are valid, so that a real row stands in the scan too, with its
    invalid optional cells unknown.
    """

    tabel: str
    positie: int
    cellen: tuple[str, ...]
    echt: bool


@dataclass(frozen=True, slots=True)
class Werkstand:
    """All that is kept of an open scan: the scan, the rows still in the making, what its vaststelling rested on."""

    scan: Risicoscan
    klad: tuple[Kladrij, ...] = ()
    steun: Steun | None = None
