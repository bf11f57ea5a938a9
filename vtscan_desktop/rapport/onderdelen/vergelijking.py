"""Vergelijking met de vorige scan: behind the report proper, since it does not follow from this scan alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import OORDEELWOORDEN, SCANSTATUS
from vtscan_desktop.domain.kerndatafiguren import vergelijkfiguren
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.scanverschil import noem_voorstel
from vtscan_desktop.domain.vergelijking import (
    RICHTINGWOORDEN,
    TITEL,
    Richting,
    noem_topic,
    noem_vaststelling,
    vat_samen,
    zeg_formats,
    zet_naast_elkaar,
)
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Paginaeinde
from vtscan_desktop.rapport.figuren import Oordeelregel
from vtscan_desktop.rapport.figuurblok import figuurdeel
from vtscan_desktop.rapport.tabel import Kolommen, rij

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Oordeel
    from vtscan_desktop.domain.topics import Format
    from vtscan_desktop.domain.vergelijking import Vergelijking
    from vtscan_desktop.rapport.blokken import Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak
    from vtscan_desktop.rapport.tabel import Rij

_HERKOMST = (
    "Dit deel zet deze scan naast een eerdere van dezelfde regio. Die zit niet als gegevens in dit bestand: wat "
    "hieronder over toen staat, is uit dit bestand alleen niet na te rekenen. De handtekening geldt er wel voor."
)
_NADRUK = (Richting.BETER, Richting.SLECHTER)


def vergelijking(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The part with table and figures, on pages of its own; nothing when no other scan was chosen."""
    if g.vorige is None:
        return []
    naast = zet_naast_elkaar(g.vorige, g.scan)
    ander = g.vorige_format or g.format
    formats = (g.format, ander) if naast.toen is g.scan else (ander, g.format)
    verschil = zeg_formats(*formats)
    koppen = [f"Toen: {format_datum(naast.toen.peildatum)}", f"Nu: {format_datum(naast.nu.peildatum)}"]
    blokken: list[Blok] = [
        Paginaeinde(),
        o.kop(1, TITEL, boven=0),
        o.alinea(vat_samen(naast)),
        o.onderschrift(_HERKOMST),
        *([o.onderschrift(verschil)] if verschil else []),
        o.tabel(Kolommen((2, 4, 4)), ["", *koppen], _besluiten(naast, o)),
        o.kop(2, "Oordeel per topic"),
        o.tabel(Kolommen((5, 4.5, 4.5, 5)), ["Topic", *koppen, "Verschil"], _topics(naast, formats, o)),
    ]
    if naast.cijfers:
        rijen = [rij(o.cel(c.wat, s.NAAM_KLEIN), o.cel(c.toen), o.cel(c.nu), rijkop=0) for c in naast.cijfers]
        blokken += [o.kop(2, "Cijfers"), o.tabel(Kolommen((4, 4, 4)), ["", *koppen], rijen)]
    for figuur in vergelijkfiguren(naast.toen, naast.nu):
        blokken += figuurdeel(o, figuur, 2)
    return blokken


def _besluiten(naast: Vergelijking, o: Opmaak) -> list[Rij]:
    paren = (
        ("Voorstel", noem_voorstel(naast.voorstel_toen), noem_voorstel(naast.voorstel_nu)),
        ("Vaststelling", noem_vaststelling(naast.toen), noem_vaststelling(naast.nu)),
        ("Status", SCANSTATUS[naast.toen.status], SCANSTATUS[naast.nu.status]),
    )
    return [
        rij(o.cel(wat, s.NAAM_KLEIN), o.cel(hoofdletter(toen)), o.cel(hoofdletter(nu)), rijkop=0)
        for wat, toen, nu in paren
    ]


def _topics(naast: Vergelijking, formats: tuple[Format, Format], o: Opmaak) -> list[Rij]:
    rijen = []
    for topic in naast.topics:
        stijl = s.NADRUK_KLEIN if topic.richting in _NADRUK else s.GEDEMPT_KLEIN
        rijen.append(
            rij(
                o.cel(noem_topic(topic.nr, *formats), s.NAAM_KLEIN),
                _oordeel(topic.toen, o),
                _oordeel(topic.nu, o),
                [o.alinea(RICHTINGWOORDEN[topic.richting], stijl, onder=0), *_uitleg(topic.uitleg, o)],
                rijkop=0,
            )
        )
    return rijen


def _uitleg(tekst: str, o: Opmaak) -> list[Blok]:
    return [o.alinea(tekst, s.NOOT, onder=0)] if tekst else []


def _oordeel(oordeel: Oordeel, o: Opmaak) -> Oordeelregel:
    return Oordeelregel(oordeel, o.cel(OORDEELWOORDEN[oordeel]))
