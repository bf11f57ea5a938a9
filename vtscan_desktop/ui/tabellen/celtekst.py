"""Texts set in lines for the cells of a painted table; each is set once for a width, however often it is painted."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import thema

_REGELHOOGTE = 1.2
"""As in the fields, so that nothing jumps when typing begins."""
_MEESTE = 5_000
"""So many set texts are kept."""


class Celtekst(NamedTuple):
    """A text in lines, and its height in px."""

    regels: QTextLayout
    hoogte: int


class Zetter(QObject):
    """Sets texts in the fonts of a table; another appearance sets them anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gezet: dict[tuple[str, int, bool], Celtekst] = {}
        self._letters: dict[bool, QFont] = {}
        thema().gewijzigd.connect(self._wis)

    def zet(self, tekst: str, breedte: int, *, klein: bool = False) -> Celtekst:
        """A text in lines of a width; only a word that is wider than that is broken."""
        sleutel = (tekst, breedte, klein)
        gevonden = self._gezet.get(sleutel)
        if gevonden is None:
            if len(self._gezet) >= _MEESTE:
                self._gezet.clear()
            gevonden = self._gezet[sleutel] = _zet(tekst, breedte, self._letter(klein))
        return gevonden

    def _letter(self, klein: bool) -> QFont:
        if klein not in self._letters:
            gewicht = QFont.Weight.Medium if klein else QFont.Weight.Normal
            self._letters[klein] = thema().letter(LETTER["klein" if klein else "tabel"], gewicht)
        return self._letters[klein]

    def _wis(self) -> None:
        self._gezet.clear()
        self._letters.clear()


def _zet(tekst: str, breedte: int, letter: QFont) -> Celtekst:
    opmaak = QTextLayout(tekst.replace("\n", "\u2028"), letter)
    keuze = QTextOption()
    keuze.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    opmaak.setTextOption(keuze)
    opmaak.beginLayout()
    y = 0.0
    while (regel := opmaak.createLine()).isValid():
        regel.setLineWidth(max(1, breedte))
        regel.setPosition(QPointF(0, y))
        y += regel.height() * _REGELHOOGTE
    opmaak.endLayout()
    return Celtekst(opmaak, ceil(opmaak.boundingRect().bottom()))
