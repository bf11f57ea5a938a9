"""The text that the pages of a report show, in the order in which it is drawn.

Only what our reports are made of is understood: text in fonts that say which characters their codes stand for. That
is what a reader's own copying and searching goes by, too; pictures are not looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import pikepdf
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from vtscan_desktop.rapport.afwerking import VELDUITLEG
from vtscan_desktop.rapport.bijlage import Beschadigd, open_lezer
from vtscan_desktop.rapport.verschil import paginas, stromen

_TABEL = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_UTF16 = 8
"""Hexadecimal digits from which a character is written as two units of UTF-16; with fewer it is one number."""
_AFBREKING = re.compile(r"[\s\u00ad\u2010\u2011-]+")

_MAX_VELDEN = 200

Tekens = dict[int, str]


@dataclass(frozen=True, slots=True)
class Drukwerk:
    """What a report shows and says of itself.

    `paginas` has the pieces of text as drawn, page after page; `producent` the program that made it and `gemaakt` when
    (aware), or "" and None; `velden` name and title of each signature field in document order.
    """

    paginas: tuple[tuple[str, ...], ...]
    producent: str
    gemaakt: datetime | None
    velden: tuple[tuple[str, str], ...]

    @property
    def stukken(self) -> tuple[str, ...]:
        """All pieces of text, without the pages."""
        return tuple(stuk for pagina in self.paginas for stuk in pagina)


def lees_drukwerk(pdf: bytes) -> Drukwerk:
    """The text of a report. Raises InvoerFout for no PDF, `Beschadigd` for one that can't be read so."""
    lezer = open_lezer(pdf)
    try:
        over = lezer.document_meta_view
        gemaakt = over.created if isinstance(over.created, datetime) and over.created.tzinfo else None
        velden = [(naam, veld.get_object()) for naam, _, veld in islice(enumerate_sig_fields(lezer), _MAX_VELDEN)]
        return Drukwerk(
            paginas=_lees_paginas(lezer),
            producent=str(_volg(_volg(lezer.trailer_view, "/Info"), "/Producer") or ""),
            gemaakt=gemaakt,
            velden=tuple((naam, str(veld["/TU"]).removeprefix(VELDUITLEG)) for naam, veld in velden),
        )
    except Exception as fout:  # a hostile file can make the reader fail in any way
        raise Beschadigd from fout


def lees_paginas(pdf: bytes) -> tuple[tuple[str, ...], ...]:
    """The pieces of text of a report that we just built, page after page."""
    return _lees_paginas(open_lezer(pdf))


def _lees_paginas(lezer: PdfFileReader) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_lees_pagina(pagina)) for pagina in paginas(lezer))


def _volg(woordenboek: Any, sleutel: str) -> Any:
    """What a dictionary holds under a key; None when it does not. Indexing follows a reference, `get` does not."""
    return woordenboek[sleutel] if woordenboek is not None and sleutel in woordenboek else None


def kaal(tekst: str) -> str:
    """Text without what depends on where lines were broken: white space and hyphens."""
    return _AFBREKING.sub("", tekst)


def _lees_pagina(pagina: DictionaryObject) -> list[str]:
    fonts = {naam: _lees_tekens(font) for naam, font in _fonts(pagina).items()}
    stukken: list[str] = []
    nu, tekens = "", Tekens()
    with pikepdf.new() as leeg:
        for opdracht in pikepdf.parse_content_stream(leeg.make_stream(b"\n".join(stromen(pagina)))):
            naam, operanden = str(opdracht.operator), list(opdracht.operands)
            if naam == "Tf":
                tekens = fonts[str(operanden[0])]
            elif naam in ("Tj", "'", '"'):
                nu += _ontcijfer(bytes(operanden[-1]), tekens)
            elif naam == "TJ":
                nu += "".join(_ontcijfer(bytes(d), tekens) for d in operanden[0] if isinstance(d, pikepdf.String))
            elif naam == "ET" and nu.strip():
                stukken.append(nu)
                nu = ""
    return stukken


def _fonts(pagina: DictionaryObject) -> dict[str, DictionaryObject]:
    fonts = _volg(_volg(pagina, "/Resources"), "/Font")
    return {str(naam): fonts[naam] for naam in fonts or ()}


def _lees_tekens(font: DictionaryObject) -> Tekens:
    if "/ToUnicode" not in font:
        return {}
    return {
        int(code, 16): _teken(waarde)
        for tabel in _TABEL.findall(font["/ToUnicode"].data)
        for code, waarde in _PAAR.findall(tabel)
    }


def _teken(waarde: bytes) -> str:
    if len(waarde) >= _UTF16:
        return bytes.fromhex(waarde.decode()).decode("utf-16-be", "replace")
    return chr(int(waarde, 16))


def _ontcijfer(codes: bytes, tekens: Tekens) -> str:
    return "".join(tekens.get(code, "\ufffd") for code in codes)
