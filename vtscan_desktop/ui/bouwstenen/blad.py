"""A document for the screen, paper and PDF alike. All text goes in as text, never as markup."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from vtscan_desktop.ui.bouwstenen.bladdruk import BIJ_VOLGENDE
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import LETTERFAMILIE, thema

_PAPIERLETTER = 10.5
"""In points."""


@dataclass(frozen=True, slots=True)
class Opmaak:
    """How a document looks: the font of its text, and the colours of text, of what matters less and of lines."""

    letter: QFont
    inkt: str
    gedempt: str
    lijn: str


def schermopmaak() -> Opmaak:
    """In the appearance in force."""
    t = thema()
    return Opmaak(t.letter(LETTER["tabel"]), t.palet.inkt, t.palet.gedempt, t.palet.lijn)


def papieropmaak() -> Opmaak:
    """Dark on white, whatever the screen shows."""
    letter = QFont(LETTERFAMILIE)
    letter.setPointSizeF(_PAPIERLETTER)
    return Opmaak(letter, "#000000", "#444444", "#999999")


class Blad:
    """A document that is filled from top to bottom."""

    def __init__(self, opmaak: Opmaak) -> None:
        self.document = QTextDocument()
        self.document.setDefaultFont(opmaak.letter)
        self.document.setDocumentMargin(0)
        self._opmaak = opmaak
        self._maat = opmaak.letter.pointSizeF()
        self._schrijver = QTextCursor(self.document)
        self._leeg = True

    def alinea(self, *delen: tuple[str, QTextCharFormat], boven: float = 0, kop: bool = False) -> None:
        """A paragraph of (text, format); `boven` is the room above it, in lines. A `kop` stays with what follows."""
        vorm = QTextBlockFormat()
        vorm.setProperty(BIJ_VOLGENDE, kop)
        vorm.setTopMargin(boven * self._regel())
        self._nieuwe_alinea(vorm)
        for tekst, letters in delen:
            self._schrijver.insertText(tekst, letters)

    def vragen(self, teksten: tuple[str, ...]) -> None:
        """Questions, with an empty box to tick before each."""
        self._lijst(teksten, QTextListFormat.Style.ListSquare, QTextBlockFormat.MarkerType.Unchecked)

    def punten(self, teksten: tuple[str, ...]) -> None:
        """Points, with a dot before each."""
        self._lijst(teksten, QTextListFormat.Style.ListDisc, QTextBlockFormat.MarkerType.NoMarker)

    def _lijst(self, teksten: tuple[str, ...], stijl: QTextListFormat.Style, merk: QTextBlockFormat.MarkerType) -> None:
        lijst = None
        for tekst in teksten:
            vorm = QTextBlockFormat()
            vorm.setMarker(merk)
            vorm.setTopMargin(0.3 * self._regel())
            self._nieuwe_alinea(vorm)
            self._schrijver.insertText(tekst, self.letters())
            if lijst is None:
                lijstvorm = QTextListFormat()
                lijstvorm.setStyle(stijl)
                lijst = self._schrijver.createList(lijstvorm)
            else:
                lijst.add(self._schrijver.block())

    def tabel(self, koppen: tuple[str, ...], rijen: list[tuple[tuple[str, bool], ...]], breed: int = 36) -> None:
        """A table of cells (text, muted); the first column has `breed` percent of the width.

        A heading may have a second line, which is smaller.
        """
        vorm = QTextTableFormat()
        vorm.setWidth(QTextLength(QTextLength.Type.PercentageLength, 98))
        vorm.setCellPadding(0.25 * self._regel())
        vorm.setCellSpacing(0)
        vorm.setBorder(0)
        vorm.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        vorm.setHeaderRowCount(1)
        vorm.setTopMargin(0.7 * self._regel())
        rest = len(koppen) - 1
        vorm.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, breed)]
            + [QTextLength(QTextLength.Type.PercentageLength, (100 - breed) / rest)] * rest
        )
        tabel = self._schrijver.insertTable(len(rijen) + 1, len(koppen), vorm)
        for kolom, kop in enumerate(koppen):
            cel = tabel.cellAt(0, kolom).firstCursorPosition()
            naam, _, onder = kop.partition("\n")
            cel.insertText(naam, self.letters(vet=True))
            if onder:
                cel.insertText(f"\n{onder}", self.letters(gedempt=True, klein=True))
        for nummer, rij in enumerate(rijen, start=1):
            for kolom, (tekst, gedempt) in enumerate(rij):
                tabel.cellAt(nummer, kolom).firstCursorPosition().insertText(tekst, self.letters(gedempt=gedempt))
        self._schrijver.movePosition(QTextCursor.MoveOperation.End)

    def letters(
        self, *, groot: float = 1, vet: bool = False, gedempt: bool = False, klein: bool = False
    ) -> QTextCharFormat:
        """The format of a run of text."""
        gemaakt = QTextCharFormat()
        gemaakt.setFontPointSize(self._maat * (0.9 if klein else groot))
        gemaakt.setFontWeight(QFont.Weight.Medium if vet else QFont.Weight.Normal)
        gemaakt.setForeground(QColor(self._opmaak.gedempt if gedempt else self._opmaak.inkt))
        return gemaakt

    def _regel(self) -> float:
        """The height of a line, in the px of a screen that documents are measured in."""
        return self._maat * 96 / 72 * 1.2

    def _nieuwe_alinea(self, vorm: QTextBlockFormat) -> None:
        vorm.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._leeg:
            self._schrijver.setBlockFormat(vorm)
            self._leeg = False
        else:
            self._schrijver.insertBlock(vorm, QTextCharFormat())


def zet_blad(vlak: QTextEdit, document: QTextDocument) -> None:
    """Show a document in place of the one before, which goes: a text edit keeps all that it was ever given."""
    oud = vlak.document()
    document.setParent(vlak)
    vlak.setDocument(document)
    if isValid(oud):  # the one it made itself it deletes
        oud.deleteLater()
