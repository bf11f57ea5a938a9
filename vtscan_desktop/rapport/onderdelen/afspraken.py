"""Acties per topic, and maatwerkacties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import ACTIESTATUS, MAATWERK
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.tabel import Kolommen, rij

if TYPE_CHECKING:
    from datetime import date

    from vtscan_desktop.rapport.blokken import Alinea, Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

KOLOMMEN = Kolommen((4.3, 27.2, 14, 13.7, 6.8))
KOPPEN = ("Topic", "Wat", "Wie", "Uiterlijk", "Stand")


def _of(o: Opmaak, tekst: str, anders: str) -> Alinea:
    return o.cel(tekst) if tekst.strip() else o.cel(anders, s.GEDEMPT_KLEIN)


def _termijn(o: Opmaak, dag: date | None) -> Alinea:
    return o.cel(format_datum(dag)) if dag else o.cel("geen termijn", s.GEDEMPT_KLEIN)


def _acties(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    rijen = [
        rij(
            o.cel(str(t.nr), s.GEDEMPT_KLEIN),
            _of(o, a.omschrijving, "nog te omschrijven"),
            _of(o, a.verantwoordelijke, "nog niet belegd"),
            _termijn(o, a.termijn),
            o.cel(ACTIESTATUS[a.status]),
        )
        for t in g.scan.topics
        for a in t.acties
    ]
    kop = o.kop(1, "Acties")
    if not rijen:
        return [kop, o.alinea("Er zijn nog geen acties vastgelegd.")]
    return [kop, o.tabel(KOLOMMEN, KOPPEN, rijen)]


def _maatwerk(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    kop = o.kop(2, "Maatwerkacties")
    if not g.scan.maatwerkacties:
        return [kop, o.alinea("Er zijn geen maatwerkacties vastgelegd.")]
    rijen = []
    for m in g.scan.maatwerkacties:
        wat = [o.cel(hoofdletter(MAATWERK[m.soort]), s.NADRUK_KLEIN)]
        if m.omschrijving.strip():
            wat.append(o.cel(m.omschrijving))
        if m.uitkomst.strip():
            wat.append(o.cel(f"Uitkomst: {m.uitkomst}", s.GEDEMPT_KLEIN))
        rijen.append(
            rij(
                o.cel(str(m.aanleiding) if m.aanleiding else "–", s.GEDEMPT_KLEIN),
                wat,
                _of(o, m.verantwoordelijke, "nog niet belegd"),
                _termijn(o, m.termijn),
                o.cel(ACTIESTATUS[m.status]),
            )
        )
    return [kop, o.tabel(KOLOMMEN, KOPPEN, rijen)]


def afspraken(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section with all acties and maatwerkacties."""
    return [*_acties(g, o), *_maatwerk(g, o)]
