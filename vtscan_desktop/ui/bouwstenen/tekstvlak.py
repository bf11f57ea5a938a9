"""A long plain text that grows with what is in it, and what text may be kept at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QTextEdit, QWidget

from vtscan_desktop.domain.grenzen import MAX_TEKST, schoon
from vtscan_desktop.domain.notatie import format_getal
from vtscan_desktop.domain.tekstversies import gemeenschappelijk
from vtscan_desktop.ui.bouwstenen.rolvak import toon_cursor
from vtscan_desktop.ui.sneltoetsen import sneltoets

if TYPE_CHECKING:
    from vtscan_desktop.ui.bouwstenen.spelling import Markeerder

REGELHOOGTE = 121
"""Line height of long texts, in percent of the font's own (1.2 em): 1.45 em."""
_TE_LANG = "Deze tekst wordt te lang: {lengte} tekens, toegestaan zijn er {max}. Wat u toevoegde, is niet overgenomen."


def eenheden(tekst: str) -> int:
    """Length as Qt counts it: an emoji counts for two."""
    return len(tekst.encode("utf-16-le", "surrogatepass")) // 2


class TekstVlak(QTextEdit):
    """A long plain text that grows with what is in it; the page scrolls, not the field."""

    veranderd = Signal(str)
    geweigerd = Signal(str)
    """One Dutch sentence on why an insertion was not taken over."""
    versies_gevraagd = Signal(object)
    """Asks for the earlier versions of this text, with the field itself; only with a `sleutel`."""
    regelhoogte = REGELHOOGTE
    sleutel = ""
    """The key under which versions of this text are kept (`topic/3/toelichting`), "" when none are."""

    def __init__(
        self, naam: str, parent: QWidget, *, regels: int = 3, hint: str = "", maximum: int = MAX_TEKST
    ) -> None:
        super().__init__(parent)
        self._regels = regels
        self._maximum = maximum
        self._vult = False
        self._gevuld = False
        self._laatste = ""
        self._markeerder: Markeerder | None = None
        self._volgt = QTimer(self, singleShot=True, interval=0)
        self._volgt.timeout.connect(self._toon_cursor)
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
        self.cursorPositionChanged.connect(self._bij_cursor)
        self.document().documentLayout().documentSizeChanged.connect(self._pas_hoogte_aan)

    def tekst(self) -> str:
        """The text, to the letter."""
        return self._laatste

    def zet_tekst(self, tekst: str) -> None:
        """Show a text that did not come from the user; leaves cursor and undo alone when it is the same.

        A text with a `sleutel` stays the same text: what changes in it later is one more step for Ctrl+Z.
        """
        eerste, self._gevuld = not self._gevuld, True
        if tekst == self._laatste:
            return
        self._vult = True
        self._laatste = tekst
        if self.sleutel and not eerste:
            self.vervang(tekst)
        else:
            self.setPlainText(tekst)
            self._zet_regelhoogte()
        self._vult = False
        self._pas_hoogte_aan()

    def wordt(self, sleutel: str) -> None:
        """Become the field of another text, by the key under which versions of it are kept."""
        if sleutel != self.sleutel:
            self.sleutel, self._gevuld = sleutel, False

    def vraag_versies(self) -> None:
        """Ask for the earlier versions of this text."""
        self.versies_gevraagd.emit(self)

    def vervang(self, tekst: str) -> None:
        """Put another text in its place as the user would, in one step that Ctrl+Z takes back."""
        oud = self.document().toRawText().replace("\u2029", "\n")
        kop, staart = gemeenschappelijk(oud, tekst)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(eenheden(oud[:kop]))
        cursor.setPosition(eenheden(oud[: len(oud) - staart]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(tekst[kop : len(tekst) - staart])
        cursor.endEditBlock()

    def selecteer(self, gezocht: str) -> bool:
        """Select the first place where this stands, capitals aside. False when it isn't there."""
        gevonden = self.document().find(gezocht)
        if not gezocht or gevonden.isNull():
            return False
        self.setTextCursor(gevonden)
        return True

    def cursorplek(self) -> int:
        """Position of the cursor, in characters of the document."""
        return self.textCursor().position()

    def zet_cursorplek(self, plek: int) -> None:
        """Put the cursor at a position (clipped to the text)."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(plek, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def naar_einde(self) -> None:
        """Put the cursor after the last character."""
        self.moveCursor(QTextCursor.MoveOperation.End)

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
        """Shift+Enter is a line like any other (Qt would put a special character); Ctrl+Y redoes on every system."""
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and e.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            return
        toets = QKeySequence(e.keyCombination())
        if self.sleutel and toets == QKeySequence(sneltoets("versies").toetsen[0]):  # Qt would take it as redo
            self.vraag_versies()
            return
        if toets == QKeySequence("Ctrl+Y"):
            self.redo()
            return
        super().keyPressEvent(e)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """The usual menu, with what belongs to this text."""
        menu = self.maak_menu(e.pos(), met_muis=e.reason() is QContextMenuEvent.Reason.Mouse)
        menu.exec(e.globalPos())
        menu.deleteLater()

    def maak_menu(self, plek: QPoint, *, met_muis: bool) -> QMenu:
        """The context menu for a place in the field, or by keyboard for where the cursor is."""
        menu = self.createStandardContextMenu(plek)
        if self.sleutel:
            menu.addSeparator()
            eerder = menu.addAction(f"Eerdere versies…\t{sneltoets('versies').tekst}")
            eerder.triggered.connect(self.vraag_versies)
        from vtscan_desktop.ui.bouwstenen.spellingmenu import vul_tekstmenu

        vul_tekstmenu(menu, self, self.cursorForPosition(plek) if met_muis else self.textCursor())
        return menu

    def showEvent(self, e: QShowEvent) -> None:
        """In view for the first time: from now on its spelling is checked."""
        super().showEvent(e)
        self.begin_spelling()

    def begin_spelling(self) -> None:
        """Check the spelling from now on, if that is not done yet."""
        if self._markeerder is None:
            from vtscan_desktop.ui.bouwstenen.spelling import (
                Markeerder,  # here: the first window imports this module too
            )

            self._markeerder = Markeerder(self)

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
        if self._vult or (self._markeerder is not None and self._markeerder.herziet):
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

    def _bij_cursor(self) -> None:
        """The page goes along with who types on below its edge; not with the mouse, which is where it points."""
        if self.hasFocus() and not self._vult and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._volgt.start()

    def _toon_cursor(self) -> None:
        if self.hasFocus():
            toon_cursor(self)

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
