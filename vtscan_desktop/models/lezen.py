"""Reading scans back: a whole one, and the light ones of the overview."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, bindparam, select

from vtscan_desktop.domain.risicoscan import (
    TOPIC_NRS,
    Actie,
    Hertoets,
    Oordeel,
    Risicoscan,
    TopicInvulling,
    Vaststelling,
)
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.omzetting import ACTIE, SCAN, TOPIC, VASTSTELLING, Rijsoort
from vtscan_desktop.models.waarden import Scankop

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_LEGE_TOPICS = {nr: TopicInvulling(nr) for nr in TOPIC_NRS}


def lees_werkstand(verbinding: Connection, scan_id: str) -> Werkstand | None:
    """The scan with this id, with its rows in the making; None when it isn't there."""
    gelezen = _lees_soort(verbinding, SCAN, scan_id)
    werkstand: Werkstand | None = gelezen[()][0] if gelezen else None
    return werkstand


@cache
def _keuze(soort: Rijsoort) -> Select[Any]:
    k = soort.tabel.c
    sleutels = [k[naam] for naam in soort.sleutel]
    velden = (k[naam] for naam in soort.pad)
    return select(*sleutels, *velden).where(sleutels[0] == bindparam("scan")).order_by(*sleutels)


def _lees_soort(verbinding: Connection, soort: Rijsoort, scan_id: str) -> dict[tuple[Any, ...], list[Any]]:
    """All items of one soort in a scan, in order, by the place of what they are part of (below the scan itself)."""
    lijsten = {kind.naam: _lees_soort(verbinding, kind.soort, scan_id) for kind in soort.kinderen}
    aantal = len(soort.sleutel)
    gelezen: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for rij in verbinding.execute(_keuze(soort), {"scan": scan_id}):
        plaats = tuple(rij[1:aantal])
        kolommen: dict[str, Any] = dict(zip(soort.pad, rij[aantal:], strict=True))
        for naam, lijst in lijsten.items():
            kolommen[naam] = tuple(lijst.get(plaats, ()))
        gelezen[plaats[:-1]].append(soort.bouw(kolommen))
    return gelezen


def lees_koppen(verbinding: Connection) -> tuple[Scankop, ...]:
    """All scans as they stand in the overview, the one changed last first. Four queries, however many scans."""
    acties: dict[tuple[str, int], list[Actie]] = defaultdict(list)
    a = ACTIE.tabel.c
    velden = a.scan_id, a.topic, a.verantwoordelijke, a.termijn, a.status, a.sleutel
    for scan_id, nr, wie, termijn, status, sleutel in verbinding.execute(
        select(*velden).order_by(a.scan_id, a.topic, a.positie)
    ):
        acties[scan_id, nr].append(Actie(verantwoordelijke=wie, termijn=termijn, status=status, sleutel=sleutel))
    topics: dict[str, dict[int, TopicInvulling]] = defaultdict(lambda: dict(_LEGE_TOPICS))
    t = TOPIC.tabel.c
    # Without an oordeel the acties say nothing about the voorstel either.
    for scan_id, nr, oordeel in verbinding.execute(
        select(t.scan_id, t.nr, t.oordeel).where(t.oordeel != Oordeel.NIET_BESPROKEN)
    ):
        topics[scan_id][nr] = TopicInvulling(nr, oordeel=oordeel, acties=tuple(acties.get((scan_id, nr), ())))
    v = VASTSTELLING.tabel.c
    vastgesteld = {
        scan_id: Vaststelling(categorie, datum=datum)
        for scan_id, categorie, datum in verbinding.execute(select(v.scan_id, v.categorie, v.datum))
    }
    s = SCAN.tabel.c
    rijen = verbinding.execute(select(SCAN.tabel).order_by(s.revisie.desc()))
    return tuple(_kop(rij, topics[rij.id], vastgesteld.get(rij.id)) for rij in rijen)


def _kop(rij: Row[Any], topics: dict[int, TopicInvulling], vaststelling: Vaststelling | None) -> Scankop:
    gelijk = {
        naam: getattr(rij, naam) for naam in ("id", "regio", "peildatum", "titel", "status", "voorbeeld", "editie")
    }
    kern = Risicoscan(
        **gelijk,
        format=rij.format,
        topics=tuple(topics.values()),
        hertoets=Hertoets(rij.hertoets_uitkomst, rij.hertoets_datum),
        vaststelling=vaststelling,
    )
    return Scankop(**gelijk, gewijzigd=rij.gewijzigd, revisie=rij.revisie, kern=kern)
