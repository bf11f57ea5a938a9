"""The list beside the settings: which groups there are, and the way to each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget


class Groepenlijst(QListWidget):
    """`erin` asks to go on in the group that is chosen: by Tab, Enter or the arrow to the right."""

    erin = Signal()

    def __init__(self, titels: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Groepen van instellingen")
        self.setProperty("soort", "versies")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addItems(titels)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Into the group; all else is for the list."""
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.erin.emit()
            return
        super().keyPressEvent(e)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's own name
        """Tab goes on where the eye is: in the group that is chosen, not in the first."""
        if next:
            self.erin.emit()
            return True
        return super().focusNextPrevChild(next)
