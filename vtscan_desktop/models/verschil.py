"""What must be written to turn one werkstand into another: only the rows, and of those the columns, that differ.

An edit shares all untouched parts with what was before, so nearly all is passed over by `is`. Rows are known by
their place in their list, as the exchange format knows them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from sqlalchemy import Delete, Update, bindparam, delete, insert, update

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection
    from sqlalchemy.sql.base import Executable

    from vtscan_desktop.models.omzetting import Rijsoort

_GEEN = object()
Sleutel = tuple[str | int, ...]


@dataclass(slots=True)
class Wijzigingen:
    """Rows to add, to change (by the columns that change) and to remove, in the order of the tree."""

    nieuw: dict[Rijsoort, list[dict[str, Any]]] = field(default_factory=dict)
    anders: dict[tuple[Rijsoort, tuple[str, ...]], list[dict[str, Any]]] = field(default_factory=dict)
    weg: dict[Rijsoort, list[dict[str, Any]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.nieuw or self.anders or self.weg)

    def vergelijk(self, soort: Rijsoort, plaats: Sleutel, oud: Any, nieuw: Any) -> None:
        """Take up the difference between two items with one key, and all that lies below them."""
        if oud is nieuw:
            return
        sleutel = dict(zip(soort.sleutel, plaats, strict=True))
        if nieuw is _GEEN:
            # What lies below goes with it (ON DELETE CASCADE).
            self.weg.setdefault(soort, []).append({f"_{naam}": deel for naam, deel in sleutel.items()})
            return
        kolommen = soort.kolommen(nieuw)
        if oud is _GEEN:
            self.nieuw.setdefault(soort, []).append(sleutel | kolommen)
        else:
            was = soort.kolommen(oud)
            verschil = {naam: waarde for naam, waarde in kolommen.items() if waarde != was[naam]}
            if verschil:
                rij = {f"_{naam}": deel for naam, deel in sleutel.items()} | verschil
                self.anders.setdefault((soort, tuple(verschil)), []).append(rij)
        for kind in soort.kinderen:
            self._vergelijk_lijst(kind.soort, plaats, () if oud is _GEEN else kind.haal(oud), kind.haal(nieuw))

    def _vergelijk_lijst(self, soort: Rijsoort, boven: Sleutel, oud: Sequence[Any], nieuw: Sequence[Any]) -> None:
        if oud is nieuw:
            return
        for i, (was, wordt) in enumerate(zip_longest(oud, nieuw, fillvalue=_GEEN), soort.eerste):
            if was is not wordt:
                self.vergelijk(soort, boven if soort.enkel else (*boven, i), was, wordt)

    def voer_uit(self, verbinding: Connection) -> None:
        """Write it all. A row is added after the one it is part of, whose key is shorter."""
        van_boven = sorted(self.nieuw.items(), key=lambda paar: len(paar[0].sleutel))
        opdrachten: tuple[tuple[Executable, list[dict[str, Any]]], ...] = (
            *((insert(soort.tabel), rijen) for soort, rijen in van_boven),
            *((_bijwerken(soort), rijen) for (soort, _), rijen in self.anders.items()),
            *((_verwijderen(soort), rijen) for soort, rijen in self.weg.items()),
        )
        for opdracht, rijen in opdrachten:
            verbinding.execute(opdracht, rijen)


def nieuwe_rijen(soort: Rijsoort, plaats: Sleutel, ding: Any) -> Wijzigingen:
    """All rows of an item that is not there yet."""
    wijzigingen = Wijzigingen()
    wijzigingen.vergelijk(soort, plaats, _GEEN, ding)
    return wijzigingen


@cache
def _bijwerken(soort: Rijsoort) -> Update:
    # The rows given with it say which columns are set.
    return update(soort.tabel).where(*(soort.tabel.c[naam] == bindparam(f"_{naam}") for naam in soort.sleutel))


@cache
def _verwijderen(soort: Rijsoort) -> Delete:
    return delete(soort.tabel).where(*(soort.tabel.c[naam] == bindparam(f"_{naam}") for naam in soort.sleutel))
