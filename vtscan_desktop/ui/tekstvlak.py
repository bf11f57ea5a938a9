"""A long plain text that grows with what is in it, and what text may be kept at all."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from vtscan_desktop.domain.notatie import format_getal
from vtscan_desktop.domain.risicoscan import MAX_TEKST

REGELHOOGTE = 121
"""Line height of long texts, in percent of the font's own (1.2 em): 1.45 em."""
_TE_LANG = "Deze tekst wordt te lang: {lengte} tekens, toegestaan zijn er {max}. Wat u toevoegde, is niet overgenomen."


def schoon(tekst: str) -> str:
    """Text as it may be kept: line breaks as newline, no other control characters but tab, no lone surrogates."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return "".join(t for t in tekst if t in "\n\t" or unicodedata.category(t) not in ("Cc", "Cs"))


class TekstVlak(QTextEdit):
    """A long plain text that grows with what is in it; the page scrolls, not the field."""

    veranderd = Signal(str)
    geweigerd = Signal(str)
    """One Dutch sentence on why an insertion was not taken over."""
    regelhoogte = REGELHOOGTE

    def __init__(
        self, naam: str, parent: QWidget, *, regels: int = 3, hint: str = "", maximum: int = MAX_TEKST
    ) -> None:
        super().__init__(parent)
        self._regels = regels
        self._maximum = maximum
        self._vult = False
        self._laatste = ""
        self.setAcceptRichText(False)
        self.setAccessibleName(naam)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._zet_regelhoogte()
        self.textChanged.connect(self._bij_tekst)
        self.document().documentLayout().documentSizeChanged.connect(self._pas_hoogte_aan)

    def tekst(self) -> str:
        """The text, to the letter."""
        return self._laatste

    def zet_tekst(self, tekst: str) -> None:
        """Show a text that did not come from the user; leaves cursor and undo alone when it is the same."""
        if tekst == self._laatste:
            return
        self._vult = True
        self._laatste = tekst
        self.setPlainText(tekst)
        self._zet_regelhoogte()
        self._vult = False
        self._pas_hoogte_aan()

    def cursorplek(self) -> int:
        """Position of the cursor, in characters of the document."""
        return self.textCursor().position()

    def zet_cursorplek(self, plek: int) -> None:
        """Put the cursor at a position (clipped to the text)."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(plek, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, unless it would make the text too long."""
        nieuw = schoon(source.text())
        lengte = len(self._laatste) - len(self.textCursor().selectedText()) + len(nieuw)
        if lengte > self._maximum:
            self._weiger(lengte)
            return
        self.textCursor().insertText(nieuw)
        self.ensureCursorVisible()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Shift+Enter is a line like any other (Qt would put a special character)."""
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and e.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            return
        super().keyPressEvent(e)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """A new width gives a new height."""
        super().resizeEvent(e)
        self._pas_hoogte_aan()

    def changeEvent(self, e: QEvent) -> None:
        """A new font gives a new height."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._pas_hoogte_aan()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(super().sizeHint().width(), self.height())

    def _bij_tekst(self) -> None:
        if self._vult:
            return
        nieuw = schoon(self.document().toRawText())
        if nieuw == self._laatste:
            return
        if len(nieuw) > self._maximum:
            self._weiger(len(nieuw))
            self.undo()
            return
        self._laatste = nieuw
        self.veranderd.emit(nieuw)

    def _weiger(self, lengte: int) -> None:
        self.geweigerd.emit(_TE_LANG.format(lengte=format_getal(lengte), max=format_getal(self._maximum)))

    def _zet_regelhoogte(self) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        opmaak = QTextBlockFormat()
        opmaak.setLineHeight(self.regelhoogte, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        vult, self._vult = self._vult, True
        cursor.mergeBlockFormat(opmaak)
        self._vult = vult
        document.setUndoRedoEnabled(True)

    def _pas_hoogte_aan(self) -> None:
        rand = self.height() - self.viewport().height()
        regel = self.fontMetrics().lineSpacing() * REGELHOOGTE / 100
        wil = max(round(regel * self._regels) + 4, round(self.document().size().height())) + max(rand, 16)
        if wil != self.height():
            self.setFixedHeight(wil)
