"""What is printed of a document: no heading stands at the foot of a page without its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.rapport.bouwproef import lees
from vtscan_desktop.ui.bouwstenen.blad import Blad, papieropmaak
from vtscan_desktop.ui.bouwstenen.bladdruk import als_pdf, druk
from vtscan_desktop.ui.thema import thema

DELEN = 120


def _document() -> QTextDocument:
    """Many headings, some with a second one under them, each with a text of another length."""
    thema()  # has the letters of the program
    blad = Blad(papieropmaak())
    for nr in range(DELEN):
        blad.alinea((f"Kop{nr}.", blad.letters(vet=True)), boven=1, kop=True)
        if nr % 3 == 0:
            blad.alinea((f"Onder{nr}.", blad.letters(klein=True)), kop=True)
        blad.vragen((f"Vraag{nr}. {'Nog een paar woorden. ' * (nr % 17)}", "En nog een vraag."))
    return blad.document


def _geprint(pad: Path, marge: float) -> bytes:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(pad))
    printer.setPageMargins(QMarginsF(marge, marge, marge, marge), QPageLayout.Unit.Millimeter)
    druk(_document(), printer)
    del printer
    return pad.read_bytes()


@pytest.mark.parametrize("marge", [None, 5.0, 18.0])
def test_een_kop_staat_op_een_pagina_met_wat_eronder_hoort(
    marge: float | None, tmp_path: Path, qapp: QApplication
) -> None:
    assert qapp
    pdf = als_pdf(_document(), "Proef") if marge is None else _geprint(tmp_path / "print.pdf", marge)
    paginas = lees(pdf, tmp_path).split("\f")[:-1]
    assert len(paginas) > 8

    def pagina(woord: str) -> list[int]:
        return [nr for nr, tekst in enumerate(paginas, 1) if woord in tekst]

    assert [nr for nr in range(DELEN) if pagina(f"Kop{nr}.") != pagina(f"Vraag{nr}.")] == []
    assert all(str(nr) in tekst.split() for nr, tekst in enumerate(paginas, 1))
