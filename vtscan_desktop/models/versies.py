"""Reading and writing the earlier versions of the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from vtscan_desktop.domain.tekstversies import BEWAAR, RIJ, Tekstversie, rij_van
from vtscan_desktop.models import tabellen_naast
from vtscan_desktop.models.omzetting import tabel_van

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

_VERSIE = tabel_van(tabellen_naast.TekstversieTabel)
_k = _VERSIE.c


def voeg_toe(verbinding: Connection, scan_id: str, versies: Sequence[tuple[str, Tekstversie]]) -> None:
    """Add versions, the newest last; of each text only the last `BEWAAR` stay."""
    rijen = [{"scan_id": scan_id, "veld": veld, "tijd": v.tijd, "tekst": v.tekst} for veld, v in versies]
    verbinding.execute(insert(_VERSIE), rijen)
    for veld in {veld for veld, _ in versies}:
        van_veld = (_k.scan_id == scan_id, _k.veld == veld)
        blijft = select(_k.id).where(*van_veld).order_by(_k.id.desc()).limit(BEWAAR)
        verbinding.execute(delete(_VERSIE).where(*van_veld, _k.id.not_in(blijft)))


def lees(verbinding: Connection, scan_id: str, veld: str) -> tuple[Tekstversie, ...]:
    """The versions of one text, the newest first."""
    vraag = select(_k.tijd, _k.tekst).where(_k.scan_id == scan_id, _k.veld == veld).order_by(_k.id.desc())
    return tuple(Tekstversie(*rij) for rij in verbinding.execute(vraag))


def lees_laatste(verbinding: Connection, scan_id: str) -> dict[str, str]:
    """The text of the newest version of each text of a scan, by its key."""
    nieuwste = select(func.max(_k.id)).where(_k.scan_id == scan_id).group_by(_k.veld)
    rijen = verbinding.execute(select(_k.veld, _k.tekst).where(_k.id.in_(nieuwste)))
    return {rij.veld: rij.tekst for rij in rijen}


def vergeet(verbinding: Connection, scan_id: str, rijen: Collection[str]) -> None:
    """Remove the versions of texts in rows that are not among these (by the key of the row)."""
    velden = select(_k.veld).distinct().where(_k.scan_id == scan_id, _k.veld.startswith(RIJ))
    weg = [veld for veld in verbinding.execute(velden).scalars() if rij_van(veld) not in rijen]
    for veld in weg:
        verbinding.execute(delete(_VERSIE).where(_k.scan_id == scan_id, _k.veld == veld))
