"""Reads a scan in the exchange format: every wrong file gives one Dutch sentence, every right one a `Risicoscan`."""

from __future__ import annotations

import re
import types
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from vtscan_desktop.bestanden import lees_begrensd
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import TOPIC_NRS, Risicoscan, TopicInvulling
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.uitwisseling.jsontekst import Json, Plek, lees_json, toon_plek
from vtscan_desktop.uitwisseling.regels import controleer_regels
from vtscan_desktop.uitwisseling.schemacontrole import controleer_schema
from vtscan_desktop.uitwisseling.vormen import lees_datum, lees_tijdstip

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import DataclassInstance

MAX_BYTES = 50_000_000
"""Largest file that is read as a scan: fixed with the exchange format."""

Veldtype = Any
"""A type as the hint of a domain field gives it."""
Veldwaarde = Any
"""A value of such a type."""

_BESTURING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_GENOEMDE_VELDEN = 3


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A scan as read, with what the user should know about the reading (Dutch sentences; mostly none)."""

    scan: Risicoscan
    meldingen: tuple[str, ...] = ()


def lees_scanbestand(pad: Path) -> Gelezen:
    """The scan in the file `pad`. Raises InvoerFout or OmgevingFout (missing, no permission)."""
    return lees_scan(lees_begrensd(pad, MAX_BYTES), str(pad))


def lees_scan(data: bytes, bron: str) -> Gelezen:
    """The scan in `data`; `bron` names where it came from in messages. Raises InvoerFout."""
    try:
        if len(data) > MAX_BYTES:
            raise InvoerFout(f"dit is te groot; een scan mag hoogstens {MAX_BYTES // 1_000_000} MB zijn.")
        waarde = lees_json(data)
        controleer_schema(waarde)
        schoonmaak = _Schoonmaak()
        schoon = schoonmaak.maak_schoon(waarde, ())
        controleer_regels(schoon)
    except InvoerFout as fout:
        raise InvoerFout(f"{bron}: {fout}") from fout.__cause__
    scan: Risicoscan = _bouw(Risicoscan, schoon)
    per_nr = {invulling.nr: invulling for invulling in scan.topics}
    topics = tuple(per_nr.get(nr, TopicInvulling(nr)) for nr in TOPIC_NRS)
    return Gelezen(replace(scan, id=scan.id.lower(), topics=topics), schoonmaak.meldingen())


class _Schoonmaak:
    """Drops control characters other than newline and tab, and remembers where."""

    def __init__(self) -> None:
        self._aantal = 0
        self._velden: list[str] = []

    def maak_schoon(self, waarde: Json, plek: Plek) -> Json:
        """The same value without control characters in its texts."""
        if isinstance(waarde, str):
            schoon, aantal = _BESTURING.subn("", waarde)
            if aantal:
                self._aantal += aantal
                self._velden.append(toon_plek(plek))
            return schoon
        if isinstance(waarde, dict):
            return {sleutel: self.maak_schoon(deel, (*plek, sleutel)) for sleutel, deel in waarde.items()}
        if isinstance(waarde, list):
            return [self.maak_schoon(deel, (*plek, nummer)) for nummer, deel in enumerate(waarde)]
        return waarde

    def meldingen(self) -> tuple[str, ...]:
        """One sentence when anything was dropped."""
        if not self._aantal:
            return ()
        rest = len(self._velden) - _GENOEMDE_VELDEN
        meer = f" en nog {telling(rest, 'plaats', 'plaatsen')}" if rest > 0 else ""
        waar = ", ".join(self._velden[:_GENOEMDE_VELDEN]) + meer
        wat = "1 besturingsteken is" if self._aantal == 1 else f"{self._aantal} besturingstekens zijn"
        return (f"{wat} weggelaten, in {waar}.",)


def _bouw(soort: Veldtype, waarde: Json) -> Veldwaarde:
    """The domain value of type `soort` for a JSON value that the schema allows there.

    The names and types of the domain values are those of the format, so their own type hints say what to build.
    """
    herkomst: object = get_origin(soort)
    if herkomst is types.UnionType:
        gegeven = get_args(soort)[0]
        return None if waarde is None or waarde == "" else _bouw(gegeven, waarde)
    if herkomst is tuple:
        return tuple(_bouw(get_args(soort)[0], deel) for deel in waarde)
    if isinstance(soort, type) and is_dataclass(soort):
        typen = _veldtypen(soort)
        return soort(**{naam: _bouw(typen[naam], deel) for naam, deel in waarde.items() if naam in typen})
    if soort is date:
        return lees_datum(waarde)
    if soort is datetime:
        return lees_tijdstip(waarde)
    if soort is float:
        gelijk = float(waarde) + 0.0  # -0 becomes 0: numbers are values
        return gelijk if gelijk == waarde else int(waarde)  # a whole number that a float can't hold stays whole
    if soort in (str, int, bool) or issubclass(soort, StrEnum):
        return soort(waarde)
    raise TypeError(soort)


@cache
def _veldtypen(soort: type[DataclassInstance]) -> dict[str, Veldtype]:
    typen = get_type_hints(soort)
    return {veld.name: typen[veld.name] for veld in fields(soort) if veld.compare}
