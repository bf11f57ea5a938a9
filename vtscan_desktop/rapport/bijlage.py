"""Read a report PDF that may come from anyone: what is asked of it is bounded, and nothing in it is run.

The scan is taken out by the same reader that checks the signatures, so that what is opened is what was checked.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.decode_limits import DecodeLimits, StreamDecodeLimits
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.rapport.afwerking import BIJLAGENAAM
from vtscan_desktop.rapport.stilte import zwijg

zwijg()

MAX_PDF = 100_000_000
"""Largest PDF that is read, in bytes."""
MAX_SCAN = 50_000_000
"""Largest scan that is unpacked, in bytes: the limit of the exchange format."""
_MAX_REVISIES = 100
"""A report is written once and signed a few times; more revisions only serve to keep a checker busy."""
_KOP, _BEGIN = b"%PDF-", 1024
_STAART, _EIND = b"startxref", 2048


class Beschadigd(Exception):
    """It is a PDF, but one that cannot be read to the end."""


def eis_pdf(pdf: bytes) -> None:
    """Raise `InvoerFout` when this is no PDF at all, or one too large to read.

    A PDF shows at its begin or its end, so that one that was damaged at either counts as damaged, not as no PDF.
    """
    if len(pdf) > MAX_PDF:
        raise InvoerFout(f"Dit bestand is te groot: een rapport is hoogstens {MAX_PDF // 1_000_000} MB.")
    if _KOP not in pdf[:_BEGIN] and _STAART not in pdf[-_EIND:]:
        raise InvoerFout("Dit bestand is geen PDF.")


def open_lezer(pdf: bytes) -> PdfFileReader:
    """A strict reader with limits on what it unpacks. Raises `InvoerFout` for no PDF, `Beschadigd` for a broken one."""
    eis_pdf(pdf)
    if _STAART not in pdf[-_EIND:]:
        raise Beschadigd  # cut off; looking for its end would take long
    per_stroom = replace(StreamDecodeLimits(), max_output_size=MAX_SCAN)
    try:
        lezer = PdfFileReader(BytesIO(pdf), decode_limits=replace(DecodeLimits(), per_stream=per_stroom))
        revisies: int = lezer.xrefs.total_revisions
        if revisies > _MAX_REVISIES or not isinstance(lezer.root, DictionaryObject):
            raise Beschadigd
    except Exception as fout:  # a hostile file can make the reader fail in any way; all mean: not readable
        raise Beschadigd from fout
    return lezer


def lijst(woordenboek: DictionaryObject, sleutel: str) -> list[Any]:
    """The array that a dictionary holds under a key, references followed; empty when there is none."""
    with suppress(KeyError):
        gevonden = woordenboek[sleutel]  # follows a reference, which `get` does not
        return [deel.get_object() for deel in gevonden] if isinstance(gevonden, ArrayObject) else []
    return []


def haal_bijlage(lezer: PdfFileReader) -> bytes | None:
    """The scan in an opened report, or None when it has none. Raises `Beschadigd` when it can't be unpacked."""
    try:
        for bestand in lijst(lezer.root, "/AF"):
            if BIJLAGENAAM in (str(bestand.get("/UF")), str(bestand.get("/F"))):
                return bytes(bestand["/EF"]["/F"].data)
    except Exception as fout:  # as above
        raise Beschadigd from fout
    return None


def haal_scan(pdf: bytes) -> bytes | None:
    """The scan that a report carries, as the bytes of a `.vtscan` file, or None when there is none to read.

    Says nothing of the signatures. Raises `InvoerFout` when this is no PDF.
    """
    try:
        return haal_bijlage(open_lezer(pdf))
    except Beschadigd:
        return None
