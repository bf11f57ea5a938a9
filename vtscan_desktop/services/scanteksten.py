"""The texts of an open scan, in table rows and rows in the making too, each by a key that stays its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from vtscan_desktop.domain import tekstversies
from vtscan_desktop.domain.risicoscan import TOPIC_NRS
from vtscan_desktop.domain.tekstversies import Tekstwijziging, rijveld
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.services.tabelrijen import Cellen, Tabelsoort, pak_uit, voeg_samen
from vtscan_desktop.services.tabelsoorten import Tabelplek, tabelplek

MOTIVERING = "vaststelling/motivering"
"""The key of the motivering of a vaststelling."""
VASTSTELLING = "vaststelling"
"""Under this name the motivering and date of a vaststelling are kept while it is not valid yet, in that order."""
_TABELLEN = (
    "gesprekken",
    "documenten",
    "wachtlijst",
    "maatwerkacties",
    "zienswijzen",
    *(f"acties/{nr}" for nr in TOPIC_NRS),
)
_Klad = dict[str, tuple[Kladrij, ...]]


@cache
def _tabelplekken() -> tuple[Tabelplek[Any], ...]:
    return tuple(tabelplek(naam, date.min) for naam in _TABELLEN)  # the date only matters for a new row


def gewijzigde_teksten(oud: Werkstand, nieuw: Werkstand) -> Iterator[Tekstwijziging]:
    """Each text that differs; one in a new row was empty before, and one in a row that goes is passed over."""
    yield from tekstversies.gewijzigde_teksten(oud.scan, nieuw.scan)
    was, wordt = _per_tabel(oud.klad), _per_tabel(nieuw.klad)
    eerst, nu = _motivering(oud, was), _motivering(nieuw, wordt)
    if eerst != nu:
        yield MOTIVERING, eerst, nu
    for plek in _tabelplekken():
        eerder, later = plek.lees(oud.scan), plek.lees(nieuw.scan)
        klad, kladnu = was.get(plek.naam, ()), wordt.get(plek.naam, ())
        if eerder is later and klad == kladnu:
            continue
        bekend = dict(_rijteksten(plek.soort, voeg_samen(plek.soort, eerder, klad)))
        for veld, tekst in _rijteksten(plek.soort, voeg_samen(plek.soort, later, kladnu)):
            if bekend.get(veld, "") != tekst:
                yield veld, bekend.get(veld, ""), tekst


def rijsleutels(stand: Werkstand) -> frozenset[str]:
    """The keys of all rows that there are."""
    klad = _per_tabel(stand.klad)
    rijen = (
        sleutel
        for plek in _tabelplekken()
        for sleutel, _, _ in _cellen(plek.soort, voeg_samen(plek.soort, plek.lees(stand.scan), klad.get(plek.naam, ())))
    )
    return frozenset((*(n.sleutel for n in stand.scan.notities), *rijen))


def _per_tabel(klad: tuple[Kladrij, ...]) -> _Klad:
    rijen: dict[str, list[Kladrij]] = defaultdict(list)
    for rij in klad:
        rijen[rij.tabel].append(rij)
    return {tabel: tuple(lijst) for tabel, lijst in rijen.items()}


def _motivering(stand: Werkstand, klad: _Klad) -> str:
    if stand.scan.vaststelling is not None:
        return stand.scan.vaststelling.motivering
    return klad[VASTSTELLING][0].cellen[0] if VASTSTELLING in klad else ""


def _rijteksten(soort: Tabelsoort[Any], rijen: Iterable[Cellen]) -> Iterator[tuple[str, str]]:
    return ((rijveld(sleutel, veld), tekst) for sleutel, veld, tekst in _cellen(soort, rijen))


def _cellen(soort: Tabelsoort[Any], rijen: Iterable[Cellen]) -> Iterator[tuple[str, str, str]]:
    """Key of the row, name of the column and text, of each cell with words, in rows inside a cell too."""
    for cellen in rijen:
        sleutel = soort.sleutel(cellen)
        for kolom, tekst in zip(soort.kolommen, cellen, strict=True):
            if kolom.rijen is not None:
                yield from _cellen(kolom.rijen, pak_uit(tekst, len(kolom.rijen.kolommen)))
            elif kolom.is_tekst and sleutel:
                yield sleutel, kolom.sleutel, tekst
