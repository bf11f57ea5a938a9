"""A row of tabs that goes on to a next line where the width is used up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.thema import thema


class Tabrij(QWidget):
    """One tab is chosen at any time. `gekozen` carries its place when the user chooses another.

    With the keyboard the row is one stop: the arrow keys go from tab to tab, as in any row of tabs.
    """

    gekozen = Signal(int)

    def __init__(self, titels: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.RUIM), t.px(maten.KRAP), t.px(maten.KLEIN), 0)
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=0)
        buiten.addLayout(rij)
        self._groep = QButtonGroup(self)
        for plaats, titel in enumerate(titels):
            tab = knop(titel, self, "tab")
            tab.setCheckable(True)
            tab.setAccessibleName(f"Tabblad {titel}")
            self._groep.addButton(tab, plaats)
            rij.addWidget(tab)
        self._groep.idClicked.connect(self.gekozen)

    def knop(self, plaats: int) -> QAbstractButton:
        """The button of a tab."""
        return self._groep.button(plaats)

    def zet(self, plaats: int) -> None:
        """Show which tab is chosen."""
        self.knop(plaats).setChecked(True)

    def zet_uitleg(self, plaats: int, uitleg: str) -> None:
        """Say more about a tab, such as the key that chooses it."""
        self.knop(plaats).setToolTip(uitleg)
