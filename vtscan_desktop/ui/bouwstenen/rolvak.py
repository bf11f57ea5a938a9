"""The one scrolling area: up and down only, without a frame, and not a stop for Tab."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort
from vtscan_desktop.ui.thema import thema


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
        self._gevolgd: QWidget | None = None
        balk = self.verticalScrollBar()
        balk.rangeChanged.connect(self._bij_bereik)
        balk.actionTriggered.connect(self._bij_rollen)

    def volg(self, veld: QWidget) -> None:
        """Scroll no further than needed to see where the cursor of a field is, and again when there is more room."""
        self._gevolgd = veld
        cursor = QRectF(veld.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()  # QRect of some fields
        plek = veld.mapTo(self.vlak, cursor.center())
        self.ensureVisible(plek.x(), plek.y(), 0, cursor.height() // 2 + thema().px(maten.GEWOON))

    def _bij_bereik(self) -> None:
        veld = self._gevolgd
        if veld is not None and veld is QApplication.focusWidget():
            self.volg(veld)

    def _bij_rollen(self) -> None:
        """Who scrolls is looking elsewhere."""
        self._gevolgd = None


def toon_cursor(veld: QWidget) -> None:
    """Let the scrolling area that a field stands in, if any, show where its cursor is."""
    vak = veld.parentWidget()
    while vak is not None and not isinstance(vak, Rolvak):
        vak = vak.parentWidget()
    if vak is not None:
        vak.volg(veld)
