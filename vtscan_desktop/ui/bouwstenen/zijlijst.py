"""The list at the left of a window, of what is shown at its right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort
from vtscan_desktop.ui.thema import thema


class Zijlijst(QListWidget):
    """Rows of one or more lines that break where they are too long; `naam` is what the list is called aloud."""

    def __init__(self, naam: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        zet_soort(self, "versies")
        self.setFixedWidth(min(thema().px(maten.LIJST), maten.LIJST_MAX))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
