"""What the start page says while there are no scans: how to begin, and a scan to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.thema import thema

_UITLEG = (
    "Begin met een nieuwe scan van een regio, of importeer een scan (.vtscan of .json) of een rapport. "
    "U kunt een bestand ook hierheen slepen. Alles wat u typt, wordt meteen versleuteld bewaard."
)


class GeenScans(QFrame):
    """`voorbeeld` is the button for the shipped scan."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        t = thema()
        vak = QVBoxLayout(self)
        vak.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.BREED))
        vak.setSpacing(t.px(maten.KLEIN))
        vak.addWidget(label("Nog geen scans", self, "tussenkop"))
        vak.addWidget(label(_UITLEG, self, "gedempt"))
        self.voorbeeld = knop("Open het voorbeeld (IJsselland)", self)
        vak.addSpacing(t.px(maten.SMAL))
        vak.addWidget(self.voorbeeld, 0, Qt.AlignmentFlag.AlignLeft)


class NietGevonden(QWidget):
    """Says that no scan was found, with the way back (`alles`)."""

    def __init__(self, gezocht: str, parent: QWidget) -> None:
        super().__init__(parent)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema().px(maten.KLEIN))
        kolom.addWidget(label(f"Geen scan gevonden met “{gezocht}”.", self, "gedempt"))
        self.alles = knop("Toon alle scans", self, "link")
        kolom.addWidget(self.alles, 0, Qt.AlignmentFlag.AlignLeft)
