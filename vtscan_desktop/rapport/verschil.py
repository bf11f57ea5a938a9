"""Say in words what differs between a report as it was signed and as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from vtscan_desktop.domain.notatie import opsomming
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


def _nummers(lezer: PdfFileReader) -> list[str]:
    return [str(pagina.container_ref) for pagina in paginas(lezer)]


def _inhoud(lezer: PdfFileReader) -> list[object]:
    return [stromen(pagina) for pagina in paginas(lezer)]


def stromen(pagina: DictionaryObject) -> list[bytes]:
    """What draws a page, unpacked."""
    if "/Contents" not in pagina:
        return []
    delen = lijst(pagina, "/Contents") or [pagina["/Contents"]]
    return [deel.data for deel in delen if isinstance(deel, StreamObject)]


def _aantekeningen(lezer: PdfFileReader) -> list[object]:
    return [len(lijst(pagina, "/Annots")) for pagina in paginas(lezer)]


def _op_paginas(toen: Sequence[object], nu: Sequence[object]) -> str:
    """On which pages two reports differ: "pagina 1", "pagina 1 en 3"; "" for none."""
    anders = [str(nr) for nr, (een, ander) in enumerate(zip(toen, nu, strict=False), 1) if een != ander]
    return f"pagina {opsomming(anders)}" if anders else ""


def noem_verschillen(toen: PdfFileReader, nu: PdfFileReader) -> list[str]:
    """A Dutch sentence for each thing that differs; empty when none of them does."""
    gevonden = []
    if _titel(toen) != _titel(nu):
        gevonden.append("Na het ondertekenen is de titel van het rapport veranderd.")
    eerst, later = _nummers(toen), _nummers(nu)
    if eerst != later:
        aantallen = f"het waren er {len(eerst)}, het zijn er {len(later)}"
        gevonden.append(f"Na het ondertekenen zijn pagina's toegevoegd, weggehaald of verwisseld: {aantallen}.")
    if waar := _op_paginas(_inhoud(toen), _inhoud(nu)):
        gevonden.append(f"Na het ondertekenen is de inhoud van {waar} veranderd.")
    if waar := _op_paginas(_aantekeningen(toen), _aantekeningen(nu)):
        gevonden.append(f"Na het ondertekenen zijn op {waar} aantekeningen toegevoegd of weggehaald.")
    if haal_bijlage(toen) != haal_bijlage(nu):
        gevonden.append("Na het ondertekenen is de bijgevoegde risicoscan vervangen.")
    return gevonden
