"""What the scan rests on: gesprekken and documenten, what still lacks, and what the gesprekken brought to light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import SCANSTATUS, zeg_wie
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie, ScanStatus
from vtscan_desktop.domain.zienswijzen import zienswijzen_te_komen
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Blok, Inzet
from vtscan_desktop.rapport.opmaak import GESPREK_MET, ONBEKEND, datum
from vtscan_desktop.rapport.tabel import Kolommen, rij

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

WIE = {Editie.BESTUURLIJK: "Functie en organisatie", Editie.VOLLEDIG: "Naam, functie en organisatie"}
"""Head of the column that says with whom a gesprek was."""


def bronmerken(scan: Risicoscan) -> dict[str, str]:
    """Short marks for the bronnen, by id: G1, G2 for gesprekken and D1, D2 for documenten, in their order."""
    merken = {g.id: f"G{i}" for i, g in enumerate(scan.gesprekken, 1)}
    return merken | {d.id: f"D{i}" for i, d in enumerate(scan.documenten, 1)}


def _status(g: RapportGegevens) -> str:
    """The status, and why the report still says CONCEPT where the scan itself is none."""
    status = SCANSTATUS[g.scan.status]
    if g.is_concept and g.scan.status is not ScanStatus.CONCEPT:
        status += "; dit rapport heet nog CONCEPT, omdat er nog punten openstaan die niet kloppen"
    return status


def _gegevens(g: RapportGegevens, o: Opmaak) -> Blok:
    scan = g.scan
    velden = [
        ("Regio", g.regionaam),
        ("Peildatum", format_datum(scan.peildatum)),
        ("Titel", scan.titel),
        ("Status", _status(g)),
        ("Opgesteld door", zeg_wie(scan.adviseur)),
        ("Opgesteld op", format_datum(g.opgesteld)),
    ]
    rijen = [rij(o.cel(naam, s.GEDEMPT_KLEIN), o.cel(tekst)) for naam, tekst in velden if tekst.strip()]
    return o.tabel(Kolommen((1, 4)), None, rijen)


def _gesprekken(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    kop = o.kop(2, "Gesprekken")
    if not g.scan.gesprekken:
        return [kop, o.alinea("Er zijn nog geen gesprekken vastgelegd.")]
    rijen = []
    for i, gesprek in enumerate(g.scan.gesprekken, 1):
        met = [o.cel(zeg_wie(w)) for w in gesprek.met if zeg_wie(w)] or [o.cel(ONBEKEND, s.GEDEMPT_KLEIN)]
        if gesprek.locatie.strip():
            met.append(o.cel(f"Locatie: {gesprek.locatie}", s.GEDEMPT_KLEIN))
        soort = GESPREK_MET[gesprek.soort]
        rijen.append(rij(o.cel(f"G{i}", s.GEDEMPT_KLEIN), o.cel(format_datum(gesprek.datum)), o.cel(soort), met))
    return [kop, o.tabel(Kolommen((3, 12, 14, 32)), ["Nr.", "Datum", "Met", WIE[g.editie]], rijen)]


def _documenten(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    kop = o.kop(2, "Documenten")
    if not g.scan.documenten:
        return [kop, o.alinea("Er zijn geen documenten vastgelegd.")]
    rijen = [
        rij(
            o.cel(f"D{i}", s.GEDEMPT_KLEIN),
            o.cel(d.titel),
            o.cel(d.uitgever.strip() or ONBEKEND),
            o.cel(datum(d.datum)),
        )
        for i, d in enumerate(g.scan.documenten, 1)
    ]
    return [kop, o.tabel(Kolommen((3, 27, 18, 13)), ["Nr.", "Titel", "Uitgever", "Datum"], rijen)]


def _in_kaart(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    kaart = g.scan.in_kaart
    velden = [
        *o.veld("Knelpunten en oorzaken", kaart.knelpunten),
        *o.veld("Opgaven", kaart.opgaven),
        *o.veld("Partners in de keten", kaart.partners),
        *o.veld("Wensen voor het verbeterproces", kaart.wensen),
    ]
    return [o.kop(2, "In kaart gebracht"), *(velden or [o.alinea("Hierover is nog niets vastgelegd.")])]


def grondslag(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section on what the scan rests on."""
    blokken: list[Blok] = [o.kop(1, "Waarop dit rapport berust"), _gegevens(g, o)]
    ontbreekt = zienswijzen_te_komen(g.scan)
    if ontbreekt:
        zin = f"Dit rapport moet nog aangevuld worden met de zienswijze van {ontbreekt}."
        blokken.append(Inzet([o.alinea(zin, onder=0)], vulling=s.ACCENT_ZACHT, boven=6, onder=10))
    return [*blokken, *_gesprekken(g, o), *_documenten(g, o), *_in_kaart(g, o)]
