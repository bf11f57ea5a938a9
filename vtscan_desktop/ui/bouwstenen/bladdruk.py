"""A document onto pages: no heading at the foot of one without its text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageSize,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

BIJ_VOLGENDE = QTextFormat.Property.UserProperty.value
"""Property of a paragraph that stands on one page with the start of the next one."""
_RAND = int(2 / 2.54 * 96)
"""The margin of 2 cm that printing a document leaves, in the px of a screen that documents are measured in."""
_VRIJ = 2.0
"""What printing a document takes for the margins of paper that has none, in mm: said beforehand, it can be reckoned."""


def als_pdf(document: QTextDocument, titel: str) -> bytes:
    """The document as a PDF on A4, with page numbers."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    schrijver = QPdfWriter(buffer)
    schrijver.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    schrijver.setPageMargins(QMarginsF(_VRIJ, _VRIJ, _VRIJ, _VRIJ))
    schrijver.setTitle(titel)
    druk(document, schrijver)
    del schrijver  # writes the end of the file
    inhoud = bytes(buffer.data().data())
    buffer.close()
    return inhoud


def druk(document: QTextDocument, apparaat: QPagedPaintDevice) -> None:
    """Print the document; where a page must begin sooner is put in it first."""
    vorm = QTextBlockFormat()
    vorm.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    for _ in range(document.blockCount()):
        nummer = _te_laat(document, apparaat)
        if nummer is None:
            break
        QTextCursor(document.findBlockByNumber(nummer)).mergeBlockFormat(vorm)
    document.print_(apparaat)


def _te_laat(document: QTextDocument, apparaat: QPagedPaintDevice) -> int | None:
    """The first paragraph, by number, that has to begin a page so as to stand with its text; None when all do."""
    proef = document.clone()
    proef.documentLayout().setPaintDevice(apparaat)
    rand = proef.rootFrame().frameFormat()
    rand.setMargin(_RAND)
    proef.rootFrame().setFrameFormat(rand)
    proef.setPageSize(QSizeF(apparaat.width(), apparaat.height()))
    gevonden = next((deel[0] for deel in _bijeen(proef) if _pagina(deel[0]) != _pagina(deel[-1])), None)
    nummer = None if gevonden is None else gevonden.blockNumber()
    proef.deleteLater()
    return nummer


def _bijeen(document: QTextDocument) -> Iterator[list[QTextBlock]]:
    """Paragraphs of which the first lines belong on one page: headings and what follows them."""
    blok = document.begin()
    while blok.isValid():
        deel = [blok]
        while blok.blockFormat().property(BIJ_VOLGENDE) and blok.next().isValid():
            blok = blok.next()
            deel.append(blok)
        yield deel
        blok = blok.next()


def _pagina(blok: QTextBlock) -> int:
    """On which page its first line stands."""
    document = blok.document()
    boven = document.documentLayout().blockBoundingRect(blok).top() + blok.layout().lineAt(0).y()
    return int(boven // document.pageSize().height())
