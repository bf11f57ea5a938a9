"""The line of text that all pages share. It tells by `veranderd` what the user changed, and only that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vtscan_desktop.domain.grenzen import MAX_REGEL, schoon


class RegelVeld(QLineEdit):
    """One line of text."""

    veranderd = Signal(str)

    def __init__(self, naam: str, parent: QWidget, *, hint: str = "", maximum: int = MAX_REGEL) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        self.setPlaceholderText(hint)
        self.setMaxLength(maximum)
        self.textEdited.connect(self._bij_tekst)

    def tekst(self) -> str:
        """The text."""
        return schoon(self.text())

    def zet_tekst(self, tekst: str) -> None:
        """Show a text that did not come from the user."""
        if tekst != self.tekst():
            self.setText(tekst)
            self.setCursorPosition(0)

    def cursorplek(self) -> int:
        """Position of the cursor."""
        return self.cursorPosition()

    def zet_cursorplek(self, plek: int) -> None:
        """Put the cursor at a position."""
        self.setCursorPosition(plek)

    def naar_einde(self) -> None:
        """Put the cursor after the last character."""
        self.end(False)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Ctrl+Y redoes on every system."""
        if e.key() == Qt.Key.Key_Y and e.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.redo()
            return
        super().keyPressEvent(e)

    def _bij_tekst(self, tekst: str) -> None:
        self.veranderd.emit(schoon(tekst))


def geheimveld(naam: str, parent: QWidget) -> RegelVeld:
    """A field for a secret: hidden, and out of the memory of input methods."""
    gemaakt = RegelVeld(naam, parent)
    gemaakt.setEchoMode(QLineEdit.EchoMode.Password)
    gemaakt.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    return gemaakt
