"""What every tab beside a topic is, and the column that scrolls in most of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import Label
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte


class Tabblad(QWidget):
    """Base of the tabs.

    `toon` is called when the tab comes into view, and while it is in view after each change and for each other topic;
    so it must be quick, and leave alone what is already right.
    """

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self.werkruimte = werkruimte
        self.buiten = QVBoxLayout(self)
        self.buiten.setContentsMargins(0, 0, 0, 0)

    def toon(self, nr: int) -> None:
        """Show what there is on topic `nr` (1-20)."""
        raise NotImplementedError


class Rolblad(Tabblad):
    """A tab that fills `self.kolom` in `self.vlak`, which scrolls; with the keyboard by the arrow keys."""

    def __init__(self, naam: str, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(werkruimte, parent)
        t = thema()
        self._getoond = 0
        self.rol = Rolvak(self, "papier")
        self.rol.setAccessibleName(naam)
        self.rol.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buiten.addWidget(self.rol)
        self.vlak = self.rol.vlak
        self.kolom = QVBoxLayout(self.vlak)
        self.kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.GEWOON), t.px(maten.RUIM))
        self.kolom.setSpacing(t.px(maten.KLEIN))

    def sluit_af(self) -> None:
        """Called once, when all is in the column."""
        self.kolom.addStretch(1)
        for tekst in self.vlak.findChildren(Label):
            tekst.smal = True

    def toon(self, nr: int) -> None:
        """Another topic begins at the top; otherwise what was read stays where it is."""
        if nr != self._getoond:
            self._getoond = nr
            self.rol.verticalScrollBar().setValue(0)
        self.toon_topic(nr)

    def toon_topic(self, nr: int) -> None:
        """Show what there is on topic `nr` (1-20)."""
        raise NotImplementedError
