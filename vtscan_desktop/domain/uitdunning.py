"""Which backups stay: all of the last few, then one an hour, one a day and one a week. Pure: no files, no clock.

What counts is how many hours, days and weeks have a backup, never how long ago something was: so a clock that is a
day or a year off takes nothing away that a right clock would keep.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import datetime

LAATSTE = 6
"""So many of the newest always stay."""
UREN, DAGEN, WEKEN = 24, 14, 26
"""So many hours, days and weeks that have a backup keep their newest one."""


@dataclass(frozen=True, slots=True)
class Kopiemoment:
    """A backup by its number, which goes up whatever the clock says, and the instant on the clock (UTC)."""

    nr: int
    tijd: datetime


_REEKSEN: tuple[tuple[int, Callable[[Kopiemoment], Hashable]], ...] = (
    (LAATSTE, lambda s: s.nr),
    (UREN, lambda s: (s.tijd.date(), s.tijd.hour)),
    (DAGEN, lambda s: s.tijd.date()),
    (WEKEN, lambda s: s.tijd.isocalendar()[:2]),
)


def te_houden(momenten: Iterable[Kopiemoment]) -> frozenset[int]:
    """The numbers of the backups that stay."""
    nieuwste_eerst = sorted(momenten, key=lambda s: s.nr, reverse=True)
    houd: set[int] = set()
    for aantal, vak in _REEKSEN:
        gezien: dict[Hashable, int] = {}
        for moment in nieuwste_eerst:
            gezien.setdefault(vak(moment), moment.nr)
        houd.update(list(gezien.values())[:aantal])
    return frozenset(houd)
