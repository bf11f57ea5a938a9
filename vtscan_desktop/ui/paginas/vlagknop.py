"""The flag on a topic: something to come back to."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import Knop, zet_soort
from vtscan_desktop.ui.sneltoetsen import koppel, sneltoets
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte


class Vlagknop(Knop):
    """Sets and clears the flag of one topic; Ctrl+B does the same from anywhere on its page."""

    def __init__(self, nr: int, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__("", parent)
        self._nr = nr
        self._werkruimte = werkruimte
        zet_soort(self, "stil")
        self.setObjectName("vlag")
        self.setCheckable(True)
        self.setAccessibleName("Om op terug te komen")
        self.setToolTip(f"Om op terug te komen ({sneltoets('vlag').tekst})")
        self.setIconSize(QSize(thema().px(maten.ICOON_RUIM), thema().px(maten.ICOON_RUIM)))
        self.clicked.connect(self._bij_klik)
        koppel("vlag", parent, self.click)
        self._teken()

    def ververs(self) -> None:
        """Show the flag as it is now."""
        later = self._werkruimte.scan.topic(self._nr).later
        if later is not self.isChecked():  # a new icon makes the whole page be laid out again
            self.setChecked(later)
            self._teken()

    def _bij_klik(self, aan: bool) -> None:
        self._teken()
        self._werkruimte.wijzig_topic(self._nr, later=aan)

    def _teken(self) -> None:
        t = thema()
        aan = self.isChecked()
        kleur = t.palet.accent if aan else t.palet.gedempt
        self.setIcon(QIcon(t.pixmap("vlag" if aan else "vlag-leeg", kleur, 18)))
