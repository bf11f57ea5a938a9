"""Writes a scan in the exchange format, in one canonical way: what is empty or default is left out."""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.risicoscan import Hertoets, Risicoscan
from vtscan_desktop.uitwisseling.schemacontrole import SCHEMA
from vtscan_desktop.uitwisseling.vormen import schrijf_tijdstip

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from vtscan_desktop.uitwisseling.jsontekst import Json

Veldwaarde = Any
"""A value of a domain field."""


def schrijf_scan(scan: Risicoscan) -> bytes:
    """The scan as UTF-8 text; equal scans give equal bytes, and reading them gives an equal scan."""
    return (json.dumps(scan_als_object(scan), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def scan_als_object(scan: Risicoscan) -> dict[str, Any]:
    """The scan as JSON object, valid by the shipped schema; all 20 topics are in it."""
    return {"schema": SCHEMA, **_object(scan), "topics": [_object(topic) for topic in scan.topics]}


def _object(waarde: DataclassInstance) -> dict[str, Any]:
    paren = ((veld, getattr(waarde, veld.name)) for veld in fields(waarde) if veld.compare)
    return {veld.name: _json(deel) for veld, deel in paren if _moet_erin(waarde, veld) or deel != _standaard(veld)}


def _moet_erin(waarde: DataclassInstance, veld: Field[Any]) -> bool:
    """Whether the schema requires it: what has no default, and the uitkomst of a hertoets."""
    geen_standaard = veld.default is MISSING and veld.default_factory is MISSING
    return geen_standaard or (isinstance(waarde, Hertoets) and veld.name == "uitkomst")


def _standaard(veld: Field[Any]) -> Veldwaarde:
    return veld.default if veld.default_factory is MISSING else veld.default_factory()


def _json(waarde: Veldwaarde) -> Json:
    if isinstance(waarde, tuple):
        return [_json(deel) for deel in waarde]
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return _object(waarde)
    if isinstance(waarde, datetime):
        return schrijf_tijdstip(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, float) and waarde.is_integer():
        return int(waarde)
    return waarde
