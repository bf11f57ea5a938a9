"""Holds a JSON value against a shipped schema, and says in one Dutch sentence what is wrong and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import JAAR_MAX, JAAR_MIN, format_getal
from vtscan_desktop.hulpbronnen import formatschema, schema
from vtscan_desktop.uitwisseling.jsontekst import Json, Plek, toon_plek, toon_tekst, toon_waarde
from vtscan_desktop.uitwisseling.vormen import is_uuid, lees_datum, lees_tijdstip

if TYPE_CHECKING:
    from collections.abc import Callable

    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of file: the value of its `schema`, what it is in words, and where its JSON schema is."""

    schema: str
    wat: str
    laad: Callable[[], dict[str, Any]]


SCAN = Soort("vtscan/risicoscan/1", "een risicoscan", schema)
"""Version 1 of the exchange format."""
FORMAT = Soort("vtscan/format/1", "een format", formatschema)
"""Version 1 of a format file."""
SCHEMA = SCAN.schema

_SOORTEN = {
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "boolean": "true of false",
    "array": "een lijst",
    "object": "een object",
    "null": "null",
}
_VORMEN = {
    "date": f"een bestaande datum als 2016-07-11, in {JAAR_MIN} tot en met {JAAR_MAX}",
    "date-time": f"een bestaand tijdstip als 2016-07-11T10:00:00+02:00, in {JAAR_MIN} tot en met {JAAR_MAX}",
    "uuid": "een uuid als 6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016",
}
_PATRONEN = {
    "^[a-z][a-z0-9-]*$": "met een kleine letter beginnen en mag verder kleine letters, cijfers en streepjes hebben",
    "^[0-9a-z][0-9a-z.-]*$": "bestaan uit kleine letters, cijfers, punten en streepjes",
    "^[0-9A-Za-z][0-9A-Za-z.-]*$": "bestaan uit letters, cijfers, punten en streepjes",
}
"""The patterns of the schemas in words."""


def controleer_schema(waarde: Json, soort: Soort = SCAN, noem: Callable[[Plek], str] = toon_plek) -> None:
    """Raises InvoerFout for the first thing in `waarde` that the schema does not allow; `noem` names its place."""
    if not isinstance(waarde, dict):
        raise InvoerFout(f"het bestand moet één object met {soort.wat} zijn, maar er staat {toon_waarde(waarde)}.")
    versie = waarde.get("schema")
    if versie != soort.schema:
        staat = "dat ontbreekt" if versie is None else f"er staat {toon_waarde(versie)}"
        raise InvoerFout(
            f'schema moet "{soort.schema}" zijn, maar {staat}; een andere versie leest dit programma niet.'
        )
    fout = next(_validator(soort).iter_errors(waarde), None)
    if fout is not None:
        raise InvoerFout(_zin(fout, noem))


@cache
def _validator(soort: Soort) -> Validator:
    # Imported here: it costs some 100 ms, and the app starts without it.
    from jsonschema import Draft202012Validator, FormatChecker

    vormen = FormatChecker(formats=())
    lezers: dict[str, Callable[[str], object]] = {"date": lees_datum, "date-time": lees_tijdstip, "uuid": is_uuid}
    for naam, lezer in lezers.items():
        vormen.checks(naam)(lambda waarde, lezer=lezer: not isinstance(waarde, str) or bool(lezer(waarde)))
    return Draft202012Validator(soort.laad(), format_checker=vormen)


def _zin(fout: ValidationError, noem: Callable[[Plek], str]) -> str:
    """The sentence for one error; for `anyOf` that of the form that was meant."""
    if fout.validator == "anyOf":
        bedoeld = [deel for deel in fout.context or [] if deel.validator != "type"]
        if bedoeld:
            return _zin(bedoeld[0], noem)
        vormen: Json = fout.validator_value
        soorten = _soort([vorm["type"] for vorm in vormen])
        return f"{noem(_plek(fout))} moet {soorten} zijn, maar er staat {toon_waarde(fout.instance)}."
    return _zinnen()[str(fout.validator)](noem(_plek(fout)), fout.validator_value, fout.instance, fout)


def _plek(fout: ValidationError) -> Plek:
    return tuple(fout.absolute_path)


@cache
def _zinnen() -> dict[str, Callable[[str, Any, Any, ValidationError], str]]:
    """For each keyword that the schema uses: place, what is allowed, what stands there -> sentence."""
    return {
        "type": lambda plek, mag, staat, _: f"{plek} moet {_soort(mag)} zijn, maar er staat {toon_waarde(staat)}.",
        "enum": lambda plek, mag, staat, _: (
            f"{plek} moet een van deze zijn: {', '.join(_keuze(k) for k in mag)}; er staat {toon_waarde(staat)}."
        ),
        "maxLength": lambda plek, mag, staat, _: (
            f"{plek} is te lang: {format_getal(len(staat))} tekens, en er mogen er hoogstens {format_getal(mag)} zijn."
        ),
        "minLength": lambda plek, mag, *_: f"{plek} is leeg; er moet minstens {format_getal(mag)} teken staan.",
        "minimum": lambda plek, mag, staat, _: f"{plek} moet minstens {mag} zijn, maar er staat {toon_waarde(staat)}.",
        "maximum": lambda plek, mag, staat, _: f"{plek} mag hoogstens {mag} zijn, maar er staat {toon_waarde(staat)}.",
        "maxItems": lambda plek, mag, staat, _: (
            f"{plek} telt {format_getal(len(staat))} delen; het mogen er hoogstens {mag} zijn."
        ),
        "minItems": lambda plek, mag, staat, _: (
            f"{plek} telt {format_getal(len(staat))} delen; het moeten er minstens {mag} zijn."
        ),
        "maxProperties": lambda plek, mag, staat, _: (
            f"{plek} telt {format_getal(len(staat))} delen; het mogen er hoogstens {mag} zijn."
        ),
        "pattern": lambda plek, mag, staat, _: f"{plek} moet {_PATRONEN[mag]}, maar er staat {toon_waarde(staat)}.",
        "required": lambda plek, mag, staat, _: (
            f'{plek} mist "{next(k for k in mag if k not in staat)}"; dat moet erin.'
        ),
        "additionalProperties": lambda plek, _, staat, fout: _onbekend(plek, staat, fout),
        "format": lambda plek, mag, staat, _: f"{plek} moet {_VORMEN[mag]} zijn, maar er staat {toon_waarde(staat)}.",
    }


def _soort(mag: str | list[str]) -> str:
    return _SOORTEN[mag] if isinstance(mag, str) else " of ".join(_SOORTEN[soort] for soort in mag)


def _keuze(keuze: object) -> str:
    return keuze if isinstance(keuze, str) else toon_waarde(keuze)


def _onbekend(plek: str, staat: dict[str, Any], fout: ValidationError) -> str:
    kent = fout.schema["properties"] if isinstance(fout.schema, dict) else {}
    vreemd = next(sleutel for sleutel in staat if sleutel not in kent)
    return f'{plek} kent geen "{toon_tekst(vreemd)}"; wel mogen: {", ".join(kent)}.'
