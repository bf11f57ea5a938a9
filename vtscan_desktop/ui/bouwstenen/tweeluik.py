"""Two widgets side by side, or under one another where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.thema import thema

NAAST = 720
"""From this width on, in px at 100%, they stand side by side."""


class Tweeluik(QWidget):
    """The first gets the larger part of the width."""

    def __init__(self, links: QWidget, rechts: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._rij = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rij.setContentsMargins(0, 0, 0, 0)
        self._rij.setSpacing(thema().px(maten.RUIM))
        self._rij.addWidget(links, 5, Qt.AlignmentFlag.AlignTop)
        self._rij.addWidget(rechts, 4, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Go side by side, or under one another."""
        super().resizeEvent(e)
        naast = e.size().width() >= thema().px(NAAST)
        self._rij.setDirection(QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom)
