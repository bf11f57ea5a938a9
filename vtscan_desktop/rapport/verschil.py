"""Say in words what differs between a report as it was signed and as it is now."""

from __future__ import annotations

from collections.abc import Callable

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from vtscan_desktop.rapport.bijlage import Beschadigd, haal_bijlage, lijst

_MAX_KNOPEN = 5000
"""Most nodes in a page tree that are looked at; a report has a few dozen pages."""


def _titel(lezer: PdfFileReader) -> object:
    return str(lezer.document_meta_view.title)


def paginas(lezer: PdfFileReader) -> list[DictionaryObject]:
    """All pages in order; a page tree that goes round or is endless is refused."""
    bladen: list[DictionaryObject] = []
    nog, gezien = [lezer.root["/Pages"]], 0
    while nog:
        knoop = nog.pop()
        gezien += 1
        if gezien > _MAX_KNOPEN:
            raise Beschadigd
        if "/Kids" in knoop:
            nog.extend(reversed(lijst(knoop, "/Kids")))
        else:
            bladen.append(knoop)
    return bladen


def _nummers(lezer: PdfFileReader) -> object:
    return [str(pagina.container_ref) for pagina in paginas(lezer)]


def _inhoud(lezer: PdfFileReader) -> object:
    return [stromen(pagina) for pagina in paginas(lezer)]


def stromen(pagina: DictionaryObject) -> list[bytes]:
    """What draws a page, unpacked."""
    if "/Contents" not in pagina:
        return []
    delen = lijst(pagina, "/Contents") or [pagina["/Contents"]]
    return [deel.data for deel in delen if isinstance(deel, StreamObject)]


def _aantekeningen(lezer: PdfFileReader) -> object:
    return [len(lijst(pagina, "/Annots")) for pagina in paginas(lezer)]


_VERGELIJKINGEN: tuple[tuple[Callable[[PdfFileReader], object], str], ...] = (
    (_titel, "Na het ondertekenen is de titel van het rapport veranderd."),
    (_nummers, "Na het ondertekenen zijn pagina's toegevoegd of weggehaald."),
    (_inhoud, "Na het ondertekenen is de inhoud van een pagina veranderd."),
    (_aantekeningen, "Na het ondertekenen zijn aantekeningen toegevoegd of weggehaald."),
    (haal_bijlage, "Na het ondertekenen is de bijgevoegde risicoscan vervangen."),
)


def noem_verschillen(toen: PdfFileReader, nu: PdfFileReader) -> list[str]:
    """A Dutch sentence for each thing that differs; empty when none of them does."""
    return [melding for lees, melding in _VERGELIJKINGEN if lees(toen) != lees(nu)]
