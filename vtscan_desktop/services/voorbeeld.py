"""Pages of a report as pictures, to look at before it is made.

PDFium draws them. It knows no threads, so one page is drawn at a time, whoever asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Any

_PDFIUM = Lock()


@dataclass(frozen=True, slots=True)
class Beeld:
    """A drawn page: rows of `stap` bytes, four for each pixel (blue, green, red, unused)."""

    punten: bytes
    breedte: int
    hoogte: int
    stap: int


class Voorbeeld:
    """The pages of one PDF. `verhoudingen` has for each page its height as part of its width."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument

        with _PDFIUM:
            self._doc: Any = PdfDocument(pdf)
            self._doc.init_forms()
            self._open = True
            maten = [self._doc.get_page_size(nr) for nr in range(len(self._doc))]
        self.verhoudingen = tuple(hoogte / breedte for breedte, hoogte in maten)

    def teken(self, nr: int, breedte: int) -> Beeld | None:
        """Page `nr` (from 0), `breedte` pixels wide; None once this was closed. Call it off the UI thread."""
        with _PDFIUM:
            if not self._open:
                return None
            pagina = self._doc[nr]
            beeld = pagina.render(scale=breedte / pagina.get_width(), prefer_bgrx=True)
            uit = Beeld(bytes(beeld.buffer), beeld.width, beeld.height, beeld.stride)
            beeld.close()
            pagina.close()
            return uit

    def sluit(self) -> None:
        """Let go of the document."""
        with _PDFIUM:
            if self._open:
                self._open = False
                self._doc.close()
