"""The one place where the window says something: one Dutch sentence, until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vtscan_desktop.ui.onderdelen import knop, label, zet_eigenschap
from vtscan_desktop.ui.thema import thema


class Meldingregel(QFrame):
    """Hidden until there is something to say; a screen reader gets it as the label's text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("meldingregel")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema().px(20), thema().px(8), thema().px(12), thema().px(8))
        self._tekst = label("", self)
        self._tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rij.addWidget(self._tekst, 1)
        weg = knop("Sluiten", self, "link")
        weg.setAccessibleName("Melding sluiten")
        weg.clicked.connect(self.sluit)
        rij.addWidget(weg)
        self.hide()

    def toon(self, tekst: str, *, fout: bool = False) -> None:
        """Show a sentence; `fout` for one that must not be missed."""
        zet_eigenschap(self, "fout", fout)
        self._tekst.setText(tekst)
        self._tekst.setAccessibleName(tekst)
        self.show()

    def sluit(self) -> None:
        """Say nothing, and hold nothing."""
        self.hide()
        self._tekst.setText("")
        self._tekst.setAccessibleName("")
        self._tekst.sizeHint()  # text that can be selected lies in a document, which follows only when measured

    def tekst(self) -> str:
        """What is shown, "" when nothing is."""
        return "" if self.isHidden() else self._tekst.text()
