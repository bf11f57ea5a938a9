"""From sections to a PDF: footers, marks, page numbers, structure."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from vtscan_desktop.domain.benamingen import EDITIENAAM
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.rapport import letters, stijlen
from vtscan_desktop.rapport.blokken import Paginaeinde
from vtscan_desktop.rapport.merken import Knoop, Pen
from vtscan_desktop.rapport.onderdelen.afspraken import afspraken
from vtscan_desktop.rapport.onderdelen.categorie import categorie
from vtscan_desktop.rapport.onderdelen.colofon import colofon
from vtscan_desktop.rapport.onderdelen.grondslag import grondslag
from vtscan_desktop.rapport.onderdelen.kerndata import kerndata
from vtscan_desktop.rapport.onderdelen.notities import notities
from vtscan_desktop.rapport.onderdelen.topics import topics
from vtscan_desktop.rapport.onderdelen.vergelijking import vergelijking
from vtscan_desktop.rapport.onderdelen.voorpagina import voorpagina
from vtscan_desktop.rapport.onderdelen.zienswijzen import zienswijzen
from vtscan_desktop.rapport.opmaak import Opmaak
from vtscan_desktop.rapport.stijlen import BREEDTE, MARGE_BOVEN, MARGE_ZIJ, Letter
from vtscan_desktop.rapport.stroom import verdeel_over_paginas
from vtscan_desktop.rapport.structuur import structureer
from vtscan_desktop.rapport.tekstblok import Stuk, zet

if TYPE_CHECKING:
    from vtscan_desktop.rapport.blokken import Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens, Vak

VOETLIJN, VOETTEKST = 797.0, 803.0
"""Top of the footer's line and text, in points from the top of the page."""
TOPICS_ONDER = 0.4
"""The topics start on a new page, unless the one before is filled less than this."""
BADGE = stijlen.Stijl(Letter.MIDDEL, 9.75, stijlen.ROOD, 1.0)


def _blokken(g: RapportGegevens, voorpagina: list[Blok], o: Opmaak) -> list[Blok]:
    return [
        *voorpagina,
        *grondslag(g, o),
        *categorie(g, o),
        Paginaeinde(vanaf=TOPICS_ONDER),
        *topics(g, o),
        *kerndata(g, o),
        *afspraken(g, o),
        *zienswijzen(g, o),
        *notities(g, o),
        *colofon(g, o),
        *vergelijking(g, o),
    ]


def _badges(g: RapportGegevens) -> dict[str, Knoop]:
    """The words that every page shows, each with the element that is read aloud once."""
    woorden = ["INTERN"] if g.editie is Editie.VOLLEDIG else []
    if g.scan.voorbeeld:
        woorden.append("VOORBEELD")
    if g.standmerk:
        woorden.append(g.standmerk)
    return {woord: Knoop("P") for woord in woorden}


def _teken_badges(pen: Pen, badges: dict[str, Knoop]) -> None:
    """The badges of this page: content on the first, after which they are repeats."""
    y = MARGE_BOVEN if pen.pagina == 0 else MARGE_BOVEN - 21
    rechts = MARGE_ZIJ + BREEDTE
    for woord, knoop in badges.items():
        regel = zet([Stuk(woord, BADGE)], BREEDTE, set())[0]
        breed = regel.breedte + 13
        pen.vak(rechts - breed, y, breed, 15.5, rand=stijlen.ROOD, straal=3)
        with pen.merk(knoop if pen.pagina == 0 else None):
            regel.teken(pen, rechts - breed + 6.5, y, 15.5)
        rechts -= breed + 6


def teken_voet(pen: Pen, tekst: str, totaal: int) -> None:
    """The foot of the page that the pen is on: a line of text, and the number of the page."""
    pen.lijn(MARGE_ZIJ, VOETLIJN, MARGE_ZIJ + BREEDTE, stijlen.HAARLIJN)
    nummer = zet([Stuk(f"{pen.pagina + 1} van {totaal}", stijlen.VOET)], BREEDTE, set())[0]
    links = zet([Stuk(tekst, stijlen.VOET)], BREEDTE - nummer.breedte - 12, set())[0]
    with pen.merk(None):
        links.teken(pen, MARGE_ZIJ, VOETTEKST, 14)
        nummer.teken(pen, MARGE_ZIJ + BREEDTE - nummer.breedte, VOETTEKST, 14)


def teken_rapport(g: RapportGegevens) -> tuple[bytes, tuple[Vak, ...], set[str]]:
    """The PDF, the room for signatures, and the characters that no shipped typeface has."""
    g = replace(g, scan=beperk(g.scan, g.editie), vorige=beperk(g.vorige, g.editie) if g.vorige else None)
    letters.registreer()
    opmaak = Opmaak()
    eerste, onbekend = voorpagina(g)
    blokken = _blokken(g, eerste, opmaak)
    paginas = verdeel_over_paginas(blokken)
    badges = _badges(g)
    document = Knoop("Document").hang(*badges.values(), *(knoop for blok in blokken for knoop in blok.knopen()))
    uit = BytesIO()
    maat = (stijlen.PAGINABREEDTE, stijlen.PAGINAHOOGTE)
    canvas = Canvas(uit, pagesize=maat, invariant=1, pageCompression=0, initialFontName=Letter.GEWOON.value)
    pen = Pen(canvas)
    voet = (
        f"Risicoscan Veilig Thuis {g.regionaam} · peildatum {format_datum(g.scan.peildatum)} · "
        f"{EDITIENAAM[g.editie]} · versie {g.versie}"
    )
    for pagina in paginas:
        _teken_badges(pen, badges)
        for plek in pagina:
            plek.blok.teken(pen, MARGE_ZIJ, MARGE_BOVEN + plek.y, BREEDTE)
        teken_voet(pen, voet, len(paginas))
        pen.volgende_pagina()
    canvas.save()
    return structureer(uit.getvalue(), document), tuple(pen.vakken), opmaak.onbekend | onbekend
