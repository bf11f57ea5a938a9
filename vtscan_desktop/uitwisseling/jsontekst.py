"""JSON text to values, strictly: what JSON leaves open (double keys, NaN, lone surrogates, depth) is refused here.

All errors are one Dutch sentence with the place in the file; it starts small, for the source is put before it.
"""

from __future__ import annotations

import json
import math
import re
import sys
from typing import Any

from vtscan_desktop.domain.errors import InvoerFout

GROOTSTE_GETAL = sys.float_info.max
"""Largest number that is read: the format itself has no maximum, but the sums over its numbers need one."""
GROOTSTE_DIEPTE = 40
"""Deepest nesting that is looked at; the format itself needs six."""

MEESTE_DELEN = 300_000
"""Most values in a file: a scan with 50,000 notes. A value costs the schema check some 14 µs, so 4 s in all."""
MEESTE_KOMMAS = 2_000_000
"""Most commas that are parsed at all, in texts too: parts of a byte or two would take gigabytes of memory."""

Json = Any
"""Any JSON value: an object as dict, a list, a text, a number, a truth value or None."""
Plek = tuple[str | int, ...]
"""Where something stands: keys and (from 0) positions in lists, from the outside in."""

_MEESTE_CIJFERS = 309
"""As many digits as `GROOTSTE_GETAL` has before the comma."""
_SURROGAAT = re.compile(r"[\ud800-\udfff]")
_ONZICHTBAAR = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_MAX_GETOOND = 60


class _GeenGetal:
    """Stands for the NaN or Infinity found in a text, until its place is known."""

    def __init__(self, naam: str) -> None:
        self.naam = naam


class _MetDubbel(dict[str, Any]):
    """An object in which a key stands twice."""

    dubbel: str


def lees_json(data: bytes, wat: str = "een risicoscan") -> Json:
    """The value in `data` (UTF-8, with or without byte order mark), which should be `wat`.

    Raises InvoerFout with line and character.
    """
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        nummer = data.count(b"\n", 0, fout.start) + 1
        raise InvoerFout(
            f"dit is geen UTF-8-tekst: op regel {nummer} (byte {fout.start + 1}) staat iets anders."
        ) from fout
    if data.count(b",") > MEESTE_KOMMAS:
        raise InvoerFout(_TE_VEEL)
    if not tekst.strip():
        raise InvoerFout(f"het bestand is leeg; er moet {wat} in staan.")
    try:
        waarde = json.loads(tekst, object_pairs_hook=_object, parse_int=_geheel, parse_constant=_GeenGetal)
    except json.JSONDecodeError as fout:
        raise InvoerFout(f"dit is geen geldige JSON: fout op regel {fout.lineno}, teken {fout.colno}.") from fout
    except RecursionError as fout:
        raise InvoerFout(_TE_DIEP) from fout
    _controleer(waarde, (), [0])
    return waarde


_TE_VEEL = f"er staan te veel delen in; hoogstens {MEESTE_DELEN:,} mag.".replace(",", ".")
_TE_DIEP = f"de haakjes zijn te diep genest; hoogstens {GROOTSTE_DIEPTE} niveaus mag."


def toon_plek(plek: Plek) -> str:
    """The place as a user can find it, such as `topics[2].acties[0].termijn`."""
    tekst = ""
    for stap in plek:
        tekst += f"[{stap}]" if isinstance(stap, int) else f".{toon_tekst(stap)}" if tekst else toon_tekst(stap)
    return tekst or "het bestand"


def toon_tekst(tekst: str) -> str:
    r"""The text shortened, and with all that can't be seen or printed written as `\uXXXX`."""
    kort = tekst if len(tekst) <= _MAX_GETOOND else tekst[:_MAX_GETOOND] + "…"
    return _ONZICHTBAAR.sub(lambda teken: f"\\u{ord(teken[0]):04x}", kort)


def toon_waarde(waarde: object) -> str:
    """A value for in a sentence, in Dutch and short."""
    if isinstance(waarde, str):
        return f'"{toon_tekst(waarde)}"'
    if isinstance(waarde, dict):
        return "een object"
    if isinstance(waarde, list):
        return "een lijst"
    return json.dumps(waarde)


def _object(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    kaart = dict(paren)
    if len(kaart) == len(paren):
        return kaart
    gezien: set[str] = set()
    met_dubbel = _MetDubbel(kaart)
    for sleutel, _ in paren:
        if sleutel in gezien:
            met_dubbel.dubbel = sleutel
            break
        gezien.add(sleutel)
    return met_dubbel


def _geheel(cijfers: str) -> int | float:
    """The number; one with too many digits as infinity (Python refuses thousands of them), to be refused."""
    return int(cijfers) if len(cijfers.lstrip("-")) <= _MEESTE_CIJFERS else math.inf


def _controleer(waarde: Json, plek: Plek, geteld: list[int]) -> None:
    """`geteld` holds how many values were seen."""
    geteld[0] += 1
    if geteld[0] > MEESTE_DELEN:
        raise InvoerFout(_TE_VEEL)
    if len(plek) > GROOTSTE_DIEPTE:
        raise InvoerFout(_TE_DIEP)
    if isinstance(waarde, str):
        if _SURROGAAT.search(waarde):
            raise InvoerFout(f"{toon_plek(plek)} bevat een half teken (los surrogaat); alleen hele tekens mogen.")
    elif isinstance(waarde, dict):
        if isinstance(waarde, _MetDubbel):
            raise InvoerFout(
                f'"{toon_tekst(waarde.dubbel)}" staat twee keer in {toon_plek(plek)}; dat mag maar één keer.'
            )
        for sleutel, deel in waarde.items():
            _controleer(deel, (*plek, sleutel), geteld)
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            _controleer(deel, (*plek, nummer), geteld)
    elif isinstance(waarde, _GeenGetal):
        raise InvoerFout(f"{toon_plek(plek)} is {waarde.naam}; alleen gewone getallen mogen.")
    elif isinstance(waarde, int | float) and abs(waarde) > GROOTSTE_GETAL:
        raise InvoerFout(f"{toon_plek(plek)} is te groot; een getal mag hoogstens {_MEESTE_CIJFERS} cijfers hebben.")
