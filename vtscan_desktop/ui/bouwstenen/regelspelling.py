"""Marks what is misspelt in a line of text. Qt has no highlighter for it, but lays it out with formats all the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from vtscan_desktop.ui.bouwstenen.spelling import spelling, streepje, woorden_op_plek

Reeks = tuple[int, int]
"""Begin and end of a word."""


class Regelmarkeerder(QObject):
    """Marks misspelt words in one line; the word being typed only once it is finished.

    The marks go to the line as an input method event that types nothing and only carries formats; never while an
    input method is composing (an accent by a dead key, say), which such an event would end.
    """

    def __init__(self, veld: QLineEdit) -> None:
        super().__init__(veld)
        self._veld = veld
        self._spelling = spelling()
        self._opmaak = streepje()
        self._bezig: Reeks | None = None
        self._stelt_samen = self._zet = False
        self._opnieuw = QTimer(self)
        self._opnieuw.setSingleShot(True)
        self._opnieuw.setInterval(0)
        self._opnieuw.timeout.connect(self._markeer)
        self.gemarkeerd: tuple[Reeks, ...] = ()
        """Where the marks are, as Qt counts."""
        veld.installEventFilter(self)
        veld.textChanged.connect(self._bij_tekst)
        veld.cursorPositionChanged.connect(self._bij_cursor)
        self._spelling.gewijzigd.connect(self._markeer)
        self._spelling.beantwoord.connect(self._markeer)
        self._markeer()

    def eventFilter(self, veld: QObject, e: QEvent) -> bool:
        """Know when an input method is composing, and when the line is left."""
        if e.type() == QEvent.Type.InputMethod and isinstance(e, QInputMethodEvent) and not self._zet:
            self._stelt_samen = bool(e.preeditString())
            self.gemarkeerd = ()  # the formats of this event take the place of ours
            self._opnieuw.start()
        elif e.type() == QEvent.Type.FocusOut:
            self._bezig = None
            self._markeer()
        return super().eventFilter(veld, e)

    def _bij_tekst(self, tekst: str) -> None:
        plek = self._veld.cursorPosition() if self._veld.hasFocus() else -1
        self._bezig = next(((van, tot) for van, tot, _ in woorden_op_plek(tekst) if van < plek <= tot), None)
        self._markeer()

    def _bij_cursor(self, _oud: int, plek: int) -> None:
        if self._bezig is not None and not self._bezig[0] < plek <= self._bezig[1]:
            self._bezig = None
            self._markeer()

    def _markeer(self) -> None:
        if self._stelt_samen:
            return
        fout: tuple[Reeks, ...] = ()
        if self._spelling.actief and not self._veld.isReadOnly():
            woorden = woorden_op_plek(self._veld.text(), self._spelling.bekend)
            fout = tuple((v, t) for v, t, w in woorden if (v, t) != self._bezig and self._spelling.is_goed(w) is False)
        if fout == self.gemarkeerd:
            return
        self.gemarkeerd = fout
        cursor = self._veld.cursorPosition()  # which the places are counted from
        soort = QInputMethodEvent.AttributeType.TextFormat
        delen = [QInputMethodEvent.Attribute(soort, van - cursor, tot - van, self._opmaak) for van, tot in fout]
        self._zet = True
        QApplication.sendEvent(self._veld, QInputMethodEvent("", delen))
        self._zet = False
