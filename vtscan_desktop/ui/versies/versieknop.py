"""The quiet button beside the heading of a text: its earlier versions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open


class Versieknop(QPushButton):
    """For the mouse; it leaves the cursor where it is, and the keyboard has its own way."""

    def __init__(self, vlak: TekstVlak, parent: QWidget) -> None:
        super().__init__(parent)
        self._vlak = vlak
        t = thema()
        zet_soort(self, "stil")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(t.icoon("klok-terug", maat=14))
        self.setIconSize(QSize(t.px(maten.ICOON), t.px(maten.ICOON)))
        self.setFixedSize(t.px(maten.VENSTER), t.px(maten.VENSTER))
        self.benoem()
        self.setToolTip(f"Eerdere versies ({sneltoets('versies').tekst})")
        self.clicked.connect(vlak.vraag_versies)
        laat_open(self)

    def benoem(self) -> None:
        """Follow the name of the field."""
        self.setAccessibleName(f"Eerdere versies van: {self._vlak.accessibleName()}")
