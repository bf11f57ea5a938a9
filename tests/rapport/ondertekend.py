"""A small report to sign, check and tamper with: two pages, three signature boxes, an attached scan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.pdfgen.canvas import Canvas

from vtscan_desktop.rapport.afwerking import werk_af
from vtscan_desktop.rapport.gegevens import Vak
from vtscan_desktop.rapport.identiteit import Identiteit, maak_identiteit
from vtscan_desktop.rapport.letters import registreer
from vtscan_desktop.rapport.ondertekenen import onderteken
from vtscan_desktop.rapport.xmp import Documentgegevens

NU = datetime(2026, 7, 11, 16, 4, 5, tzinfo=timezone(timedelta(hours=2)))
SCAN = b'{"id": "proef"}'
TITEL = "Risicoscan <b>IJsselland</b> & omstreken"
VAKKEN = tuple(
    Vak(veld, veld.title(), 0, (66.0 + 164 * nr, 84.0, 201.0 + 164 * nr, 136.0))
    for nr, veld in enumerate(("adviseur", "wethouder", "bestuurder"))
)
"""As on page one: the room under the title of each box."""


@cache
def bladzijden() -> bytes:
    registreer()
    uit = BytesIO()
    doek = Canvas(uit, initialFontName="FiraSans-Regular", invariant=1)
    for tekst in ("Bladzijde een", "Bladzijde twee"):
        doek.setFont("FiraSans-Regular", 12)
        doek.drawString(60, 780, tekst)
        doek.showPage()
    doek.save()
    return uit.getvalue()


@cache
def onbeschreven() -> bytes:
    """The report, not yet signed."""
    return werk_af(bladzijden(), VAKKEN, SCAN, Documentgegevens(TITEL, "adviseur, VNG", NU))


@cache
def adviseur() -> Identiteit:
    return maak_identiteit("Adviseur", "VNG", NU)


@cache
def ondertekend() -> bytes:
    """The report as the adviser signed it."""
    return onderteken(onbeschreven(), "adviseur", adviseur(), NU)


def vul_aan(pdf: bytes, doe: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """`pdf` with an incremental update, as an attacker (or another program) would append it."""
    schrijver = IncrementalPdfFileWriter(BytesIO(pdf))
    doe(schrijver)
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def teken_over(schrijver: IncrementalPdfFileWriter) -> None:
    stroom = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 850 re f")
    schrijver.add_stream_to_page(0, schrijver.add_object(stroom))


def voeg_pagina_toe(schrijver: IncrementalPdfFileWriter) -> None:
    bladen = schrijver.root["/Pages"]
    eigen = bladen["/Kids"].raw_get(0).get_object()
    kopie = generic.DictionaryObject({sleutel: eigen.raw_get(sleutel) for sleutel in eigen if sleutel != "/Annots"})
    bladen["/Kids"].append(schrijver.add_object(kopie))
    bladen[generic.pdf_name("/Count")] = generic.NumberObject(3)
    schrijver.update_container(bladen)
    schrijver.mark_update(schrijver.root.raw_get("/Pages"))


def voeg_aantekening_toe(schrijver: IncrementalPdfFileWriter) -> None:
    bladzijde, _ = schrijver.find_page_for_modification(0)
    aantekening = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.FloatObject, (50, 300, 500, 400))),
            generic.pdf_name("/Contents"): generic.pdf_string("Categorie 1"),
        }
    )
    schrijver.register_annotation(bladzijde, schrijver.add_object(aantekening))


def wissel_bijlage(schrijver: IncrementalPdfFileWriter) -> None:
    bestand = schrijver.root["/AF"][0]["/EF"]
    stroom = generic.StreamObject(stream_data=b'{"id": "anders"}')
    bestand[generic.pdf_name("/F")] = bestand[generic.pdf_name("/UF")] = schrijver.add_object(stroom)
    schrijver.update_container(bestand)


def haal_handtekening_weg(schrijver: IncrementalPdfFileWriter) -> None:
    veld = schrijver.root["/AcroForm"]["/Fields"][0]
    del veld["/V"]
    schrijver.update_container(veld)


def doe_alsof(schrijver: IncrementalPdfFileWriter) -> None:
    """Give the empty field of the wethouder the looks of the signed one."""
    velden = schrijver.root["/AcroForm"]["/Fields"]
    velden[1][generic.pdf_name("/AP")] = velden[0].raw_get("/AP")
    schrijver.update_container(velden[1])


def verander_titel(schrijver: IncrementalPdfFileWriter) -> None:
    schrijver.document_meta.title = "Een ander rapport"
    schrijver.update_root()


AANVALLEN: dict[str, tuple[Callable[[IncrementalPdfFileWriter], None], str]] = {
    "overtekend": (teken_over, "de inhoud van pagina 1 veranderd"),
    "pagina erbij": (voeg_pagina_toe, "pagina's toegevoegd, weggehaald of verwisseld: het waren er 2, het zijn er 3"),
    "aantekening erbij": (voeg_aantekening_toe, "op pagina 1 aantekeningen toegevoegd of weggehaald"),
    "bijlage verwisseld": (wissel_bijlage, "bijgevoegde risicoscan vervangen"),
    "handtekening weggehaald": (haal_handtekening_weg, "eerdere handtekening is uit het rapport weggehaald"),
    "leeg vak dat ondertekend lijkt": (doe_alsof, "dat niet is toegestaan"),
    "titel veranderd": (verander_titel, "de titel van het rapport veranderd"),
}
"""What an attacker appends, and the words in which the check names it."""
