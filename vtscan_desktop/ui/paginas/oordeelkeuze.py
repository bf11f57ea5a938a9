"""The choice of an oordeel: shape, word and direct key on each button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_eigenschap
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.sneltoetsen import koppel, sneltoets
from vtscan_desktop.ui.teksten import OORDEEL
from vtscan_desktop.ui.thema import thema

VOLGORDE = (Oordeel.OP_ORDE, Oordeel.PRIL, Oordeel.IN_ONTWIKKELING, Oordeel.NIET_OP_ORDE, Oordeel.NVT)


class Oordeelkeuze(Knoppenrij):
    """The oordelen of a topic; Ctrl+1 to Ctrl+5 choose from anywhere on the page, plain digits while it has focus."""

    def __init__(self, parent: QWidget, *, met_nvt: bool) -> None:
        super().__init__("Oordeel", parent)
        for nr, oordeel in enumerate(VOLGORDE, start=1):
            if oordeel is Oordeel.NVT and not met_nvt:
                continue
            deze = self.voeg_toe(oordeel.value, OORDEEL[oordeel], _Oordeelknop(OORDEEL[oordeel], str(nr), self))
            zet_eigenschap(deze, "oordeel", oordeel.value)
            deze.setIcon(QIcon(thema().oordeelpixmap(oordeel, maat=15)))
            deze.setIconSize(QSize(thema().px(maten.ICOON), thema().px(maten.ICOON)))
            deze.setToolTip(f"{sneltoets(f'oordeel-{nr}').tekst}; nog eens kiezen maakt het oordeel weer open")
            koppel(f"oordeel-{nr}", self, self._bij_toets).setProperty("oordeel", oordeel.value)

    def oordeel(self) -> Oordeel:
        """The chosen oordeel."""
        return Oordeel(self.waarde() or Oordeel.NIET_BESPROKEN)

    def zet_oordeel(self, oordeel: Oordeel) -> None:
        """Show an oordeel that did not come from the user."""
        self.zet_waarde("" if oordeel is Oordeel.NIET_BESPROKEN else oordeel.value)

    def _bij_toets(self) -> None:
        self.kies(str(self.sender().property("oordeel")))


class _Oordeelknop(QPushButton):
    """A choice with its key, small and muted, at the right."""

    def __init__(self, tekst: str, toets: str, parent: QWidget) -> None:
        super().__init__(f" {tekst}    ", parent)
        self._toets = toets

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        verf = QPainter(self)
        verf.setFont(thema().letter(LETTER["toets"]))
        verf.setPen(QColor(thema().palet.gedempt))
        vak = QRect(self.width() - thema().px(maten.VENSTER), 0, thema().px(maten.ICOON), self.height())
        verf.drawText(vak, Qt.AlignmentFlag.AlignCenter, self._toets)
