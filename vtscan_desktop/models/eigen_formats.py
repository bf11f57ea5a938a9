"""The formats of the organisation's own, as files that were found right before they came here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from vtscan_desktop.models import tabellen, tabellen_naast
from vtscan_desktop.models.omzetting import tabel_van
from vtscan_desktop.models.waarden import Eigenformat, Formatgebruik

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FORMAT = tabel_van(tabellen_naast.EigenFormatTabel)
_SCAN = tabel_van(tabellen.ScanTabel)
_RAPPORT = tabel_van(tabellen_naast.RapportversieTabel)


def lees_alle(verbinding: Connection) -> tuple[Eigenformat, ...]:
    """All of them, by their kenmerk."""
    k = _FORMAT.c
    vraag = select(k.sleutel, k.overgenomen, k.inhoud).order_by(k.sleutel)
    return tuple(Eigenformat(*rij) for rij in verbinding.execute(vraag))


def lees_inhoud(verbinding: Connection, sleutel: str) -> bytes | None:
    """The file of one; None when it isn't there."""
    inhoud: bytes | None = verbinding.execute(select(_FORMAT.c.inhoud).where(_FORMAT.c.sleutel == sleutel)).scalar()
    return inhoud


def bewaar(verbinding: Connection, rij: Eigenformat) -> None:
    """Keep one, in place of what was there under its kenmerk."""
    verwijder(verbinding, rij.sleutel)
    waarden = {"sleutel": rij.sleutel, "overgenomen": rij.overgenomen, "inhoud": rij.inhoud}
    verbinding.execute(insert(_FORMAT), waarden)


def verwijder(verbinding: Connection, sleutel: str) -> None:
    """Take one away; nothing happens when it isn't there."""
    verbinding.execute(delete(_FORMAT).where(_FORMAT.c.sleutel == sleutel))


def tel_gebruik(verbinding: Connection) -> dict[str, Formatgebruik]:
    """How many scans, and how many versions kept with reports, are of each format, by what they say of it."""
    scans = Counter(verbinding.execute(select(_SCAN.c.format)).scalars())
    versies = Counter(verbinding.execute(select(_RAPPORT.c.format).where(_RAPPORT.c.inhoud.is_not(None))).scalars())
    return {sleutel: Formatgebruik(scans[sleutel], versies[sleutel]) for sleutel in {*scans, *versies}}
