"""Notities as they were typed, per gesprek and per topic: in the interne editie only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import NOTITIESOORT
from vtscan_desktop.domain.notatie import format_datum, format_datum_kort
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.onderdelen.grondslag import bronmerken
from vtscan_desktop.rapport.opmaak import GESPREK_MET
from vtscan_desktop.rapport.tabel import Kolommen, rij

if TYPE_CHECKING:
    from datetime import datetime

    from vtscan_desktop.domain.risicoscan import Notitie
    from vtscan_desktop.rapport.blokken import Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

KOLOMMEN = Kolommen((14, 9, 7, 46), tussen=9.0)


def _moment(tijd: datetime) -> str:
    """Day and time on the clock of the reader, as the notes show them on the screen."""
    hier = tijd.astimezone()
    return f"{format_datum_kort(hier.date())}, {hier:%H.%M}"


def _tabel(notities: list[Notitie], o: Opmaak, kop: str, merk: dict[Notitie, str]) -> Blok:
    rijen = [
        rij(
            o.cel(_moment(n.tijd), s.GEDEMPT_KLEIN),
            o.cel(NOTITIESOORT[n.soort]),
            o.cel(merk.get(n, "") or "–", s.GEDEMPT_KLEIN),
            o.cel(n.tekst),
        )
        for n in notities
    ]
    return o.tabel(KOLOMMEN, ["Moment", "Soort", kop, "Notitie"], rijen)


def _per_gesprek(g: RapportGegevens, alle: list[Notitie], o: Opmaak) -> list[Blok]:
    merken = bronmerken(g.scan)
    topic = {n: str(n.topic) for n in alle if n.topic}
    blokken: list[Blok] = [o.kop(2, "Per gesprek")]
    for gesprek in g.scan.gesprekken:
        eigen = [n for n in alle if n.gesprek == gesprek.id]
        if eigen:
            titel = f"{merken[gesprek.id]}: {GESPREK_MET[gesprek.soort]}, {format_datum(gesprek.datum)}"
            blokken += [o.kop(3, titel), _tabel(eigen, o, "Topic", topic)]
    bekend = {gesprek.id for gesprek in g.scan.gesprekken}
    los = [n for n in alle if n.gesprek not in bekend]
    if los:
        blokken += [o.kop(3, "Buiten een gesprek"), _tabel(los, o, "Topic", topic)]
    return blokken


def _per_topic(g: RapportGegevens, alle: list[Notitie], o: Opmaak) -> list[Blok]:
    merken = bronmerken(g.scan)
    gesprek = {n: merken[n.gesprek] for n in alle if n.gesprek in merken}
    blokken: list[Blok] = []
    for topic in g.format.topics:
        eigen = [n for n in alle if n.topic == topic.nr]
        if eigen:
            titel = f"{topic.nr}. {titel_op(topic, g.scan.peildatum)}"
            blokken += [o.kop(3, titel), _tabel(eigen, o, "Gesprek", gesprek)]
    return [o.kop(2, "Per topic"), *blokken] if blokken else []


def notities(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section with all notities, in the order of their time."""
    if g.editie is not Editie.VOLLEDIG:
        return []
    alle = sorted(g.scan.notities, key=lambda n: n.tijd)
    kop = o.kop(1, "Notities")
    if not alle:
        return [kop, o.alinea("Er zijn geen notities gemaakt.")]
    return [kop, *_per_gesprek(g, alle, o), *_per_topic(g, alle, o)]
