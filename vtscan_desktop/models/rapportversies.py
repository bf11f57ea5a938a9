"""The reports that were made of a scan, each with the scan as it then was; and the changes of its status."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from vtscan_desktop.models import tabellen_naast
from vtscan_desktop.models.omzetting import tabel_van
from vtscan_desktop.models.waarden import Rapportversie, Statuswijziging, Versiesleutel

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_RAPPORT = tabel_van(tabellen_naast.RapportversieTabel)
_STATUS = tabel_van(tabellen_naast.StatuswijzigingTabel)
_k, _s = _RAPPORT.c, _STATUS.c
GEMAAKT = _k.gemaakt
"""When a report was made (UTC)."""


def voeg_toe(verbinding: Connection, rapport: Rapportversie, inhoud: bytes | None) -> None:
    """Add a report that was made, with the whole scan as it was."""
    verbinding.execute(insert(_RAPPORT), asdict(rapport) | {"inhoud": inhoud})


def lees(verbinding: Connection, scan_id: str) -> tuple[Rapportversie, ...]:
    """The reports of a scan, by versie; without what they hold."""
    velden = (_k[naam] for naam in Rapportversie.__slots__)
    vraag = select(*velden).where(_k.scan_id == scan_id).order_by(_k.versie, _k.editie)
    return tuple(Rapportversie(*rij) for rij in verbinding.execute(vraag))


def lees_getekend_met(verbinding: Connection, vingerafdruk: str) -> tuple[Rapportversie, ...]:
    """The reports of any scan that the identity with this fingerprint signed, the oldest first."""
    velden = (_k[naam] for naam in Rapportversie.__slots__)
    vraag = select(*velden).where(_k.vingerafdruk == vingerafdruk).order_by(_k.gemaakt, _k.scan_id, _k.versie)
    return tuple(Rapportversie(*rij) for rij in verbinding.execute(vraag))


def lees_inhoud(verbinding: Connection, sleutel: Versiesleutel) -> bytes | None:
    """The scan as it was with a report; None when there is no such report, or nothing was kept of it."""
    inhoud: bytes | None = verbinding.execute(select(_k.inhoud).where(*_deze(sleutel))).scalar()
    return inhoud


def voeg_status_toe(verbinding: Connection, scan_id: str, wijziging: Statuswijziging) -> None:
    """Add a change of status."""
    verbinding.execute(insert(_STATUS), asdict(wijziging) | {"scan_id": scan_id})


def lees_status(verbinding: Connection, scan_id: str) -> tuple[Statuswijziging, ...]:
    """The changes of status of a scan, the oldest first."""
    vraag = select(_s.tijd, _s.van, _s.naar, _s.wie, _s.reden).where(_s.scan_id == scan_id).order_by(_s.id)
    return tuple(Statuswijziging(*rij) for rij in verbinding.execute(vraag))


def _deze(sleutel: Versiesleutel) -> tuple[ColumnElement[bool], ...]:
    return (_k.scan_id == sleutel.scan_id, _k.versie == sleutel.versie, _k.editie == sleutel.editie)
