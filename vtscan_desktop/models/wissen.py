"""Every text in a database that holds a name, and taking it out of all of them at once.

It goes by the tables themselves, not by a list of places: a table that is added later is searched too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, Text, delete, func, null, select, update
from sqlmodel import SQLModel

from vtscan_desktop.domain.tekstversies import rij_van, rijveld
from vtscan_desktop.domain.wissen import fragmenten, wis_uit
from vtscan_desktop.models import zoekindex
from vtscan_desktop.models.veldtypen import Cellen, Ingepakt

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from sqlalchemy import Column, Connection

_WOORDEN = "eigen_woord"
"""The words that the spelling check learnt: one that is a name is forgotten."""
_OVERGESLAGEN = {"zoekrij", "identiteit", "alembic_version"}
"""Tables without texts of a scan. An identity is the adviser's own certificate: that is not rewritten but removed."""
_SLEUTELS = {"scan_id", "regio", "tabel", "editie", "sha256", "stap", "vraag", "standpunt"}
"""Columns of text that say what or where something is, in words of the program.

Ids that a file can bring, of a gesprek, a document or a format, are no part of these: they change wherever they stand.
"""
_TEKSTSLEUTEL = "veld"
"""A column with the key of a text: of a text in a gesprek or document that holds its id."""
_IN_FORMAT = {("vragen", "id"), ("vragen", "bron"), ("let_op", "bron")}
"""What stays in the file of a format: by what questions are known, also to ticks, and sources."""
_NAAMVELDEN = {"naam", "van_naam"}
"""Columns that hold a name and nothing else, with the function beside them: they become empty."""


@dataclass(frozen=True, slots=True)
class Naamvondst:
    """One place where a name stands: the scan (None for the whole database), table, column, and words around it."""

    scan_id: str | None
    tabel: str
    kolom: str
    fragment: str


def zoek_naam(verbinding: Connection, patroon: re.Pattern[str]) -> tuple[Naamvondst, ...]:
    """All places where the name stands, also in earlier versions and in the scans kept with reports."""
    return tuple(
        Naamvondst(scan_id, tabel.name, kolom.name, fragment)
        for tabel, kolom in _tekstkolommen()
        for scan_id, _, tekst in _rijen(verbinding, tabel, kolom)
        for los in _losse_teksten(kolom, tekst)
        for fragment in fragmenten(los, patroon)
    )


def wis_naam(verbinding: Connection, patroon: re.Pattern[str], vervanging: str, gewist: str) -> int:
    """Take the name out everywhere; how many texts changed. `gewist` is noted with the reports whose scan changed."""
    verbinding.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    aantal = 0
    for tabel, kolom in _tekstkolommen():
        for _, deze, oud in list(_rijen(verbinding, tabel, kolom)):
            nieuw = _zonder(oud, patroon, vervanging, kolom)
            if nieuw != oud:
                aantal += 1
                _schrijf(verbinding, tabel, kolom, deze, nieuw, gewist)
    zoekindex.werk_bij(verbinding)
    zoekindex.ruim_op(verbinding)
    return aantal


def _schrijf(
    verbinding: Connection, tabel: Table, kolom: Column[Any], deze: tuple[Any, ...], nieuw: str, gewist: str
) -> None:
    if tabel.name == _WOORDEN:
        verbinding.execute(delete(tabel).where(*deze))
        return
    waarden: dict[str, Any] = {kolom.name: nieuw}
    if isinstance(kolom.type, Cellen):
        waarden = {kolom.name: tuple(json.loads(nieuw))}
    elif isinstance(kolom.type, Ingepakt):
        waarden = {kolom.name: nieuw.encode()}
        if "gewist" in tabel.c:
            regel_erbij = tabel.c.gewist.concat("\n").concat(gewist)
            waarden["gewist"] = func.trim(regel_erbij, "\n")
    verbinding.execute(update(tabel).where(*deze).values(waarden))


def _zonder(tekst: str, patroon: re.Pattern[str], vervanging: str, kolom: Column[Any]) -> str:
    if not isinstance(kolom.type, Ingepakt | Cellen):
        return _veld_zonder(kolom.name, tekst, patroon, vervanging)
    oud = json.loads(tekst)
    nieuw = _waarde_zonder("", oud, patroon, vervanging)
    return tekst if nieuw == oud else json.dumps(nieuw, ensure_ascii=False, indent=1) + "\n"


def _waarde_zonder(veld: str, waarde: Any, patroon: re.Pattern[str], vervanging: str) -> Any:
    """A packed scan or row, text by text."""
    if isinstance(waarde, str):
        return _veld_zonder(veld, waarde, patroon, vervanging)
    if isinstance(waarde, list):
        return [_waarde_zonder(veld, deel, patroon, vervanging) for deel in waarde]
    if isinstance(waarde, dict):
        return {
            naam: deel if (veld, naam) in _IN_FORMAT else _waarde_zonder(naam, deel, patroon, vervanging)
            for naam, deel in waarde.items()
        }
    return waarde


def _veld_zonder(veld: str, tekst: str, patroon: re.Pattern[str], vervanging: str) -> str:
    if veld in _SLEUTELS:
        return tekst
    if veld == _TEKSTSLEUTEL:
        rij = rij_van(tekst)
        return tekst if rij is None else rijveld(wis_uit(rij, patroon, vervanging), tekst.rpartition("/")[2])
    if veld in _NAAMVELDEN and patroon.search(tekst):  # initials and titles go too
        return ""
    return wis_uit(tekst, patroon, vervanging)


def _losse_teksten(kolom: Column[Any], tekst: str) -> Iterator[str]:
    """The texts as they were typed: of what is packed each by itself, without what packs them."""
    if isinstance(kolom.type, Ingepakt | Cellen):
        yield from _uitgepakt("", json.loads(tekst))
    elif kolom.name == _TEKSTSLEUTEL:
        yield rij_van(tekst) or ""
    else:
        yield tekst


def _uitgepakt(veld: str, waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str) and veld not in _SLEUTELS:
        yield waarde
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _uitgepakt(veld, deel)
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if (veld, naam) not in _IN_FORMAT:
                yield from _uitgepakt(naam, deel)


def _tekstkolommen() -> Iterator[tuple[Table, Column[Any]]]:
    for tabel in SQLModel.metadata.sorted_tables:
        if tabel.name in _OVERGESLAGEN:
            continue
        for kolom in tabel.c:
            is_id_van_scan = tabel.name == "scan" and kolom.name == "id"
            is_instelling = tabel.name == "instelling" and kolom.name == "naam"
            soort = type(kolom.type)
            if soort in (Text, Cellen, Ingepakt) and kolom.name not in _SLEUTELS and not is_id_van_scan | is_instelling:
                yield tabel, kolom


def _rijen(
    verbinding: Connection, tabel: Table, kolom: Column[Any]
) -> Iterator[tuple[str | None, tuple[Any, ...], str]]:
    """Of each row: its scan, what finds it again, and the text in the column."""
    van_scan = tabel.c.id if tabel.name == "scan" else tabel.c.get("scan_id", null())
    sleutels = list(tabel.primary_key.columns)
    vraag = select(van_scan, kolom, *(k.label(f"sleutel_{i}") for i, k in enumerate(sleutels)))
    for scan_id, inhoud, *plek in verbinding.execute(vraag.where(kolom.is_not(None))):
        deze = tuple(k == waarde for k, waarde in zip(sleutels, plek, strict=True))
        yield scan_id, deze, _als_tekst(inhoud)


def _als_tekst(inhoud: Any) -> str:
    if isinstance(inhoud, tuple):
        return json.dumps(inhoud, ensure_ascii=False)
    return inhoud.decode() if isinstance(inhoud, bytes) else str(inhoud)
