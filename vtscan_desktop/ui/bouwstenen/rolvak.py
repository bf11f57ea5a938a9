"""The one scrolling area: up and down only, without a frame, and not a stop for Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort


class Rolvak(QScrollArea):
    """Holds `vlak`, the widget that scrolls; `soort` is its class in the stylesheet."""

    def __init__(self, parent: QWidget, soort: str = "doek") -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.vlak = QWidget(self)
        zet_soort(self.vlak, soort)
        self.setWidget(self.vlak)
