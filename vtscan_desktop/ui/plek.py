"""Where the user is in the window, to come back to exactly that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid


class Plek:
    """The widget that has focus, which keeps its own cursor, and how far the page around it is scrolled."""

    def __init__(self, veld: QWidget | None = None, rol: QScrollArea | None = None) -> None:
        self._veld = veld
        self._rol = rol
        self._stand = rol.verticalScrollBar().value() if rol is not None else 0

    def herstel(self, scherm: QWidget) -> bool:
        """Go back there; False when that is gone or out of sight."""
        veld = self._veld
        if veld is None or not isValid(veld) or not scherm.isAncestorOf(veld) or not veld.isVisibleTo(scherm):
            return False
        veld.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._rol is not None and isValid(self._rol):
            self._rol.verticalScrollBar().setValue(self._stand)
        return True
