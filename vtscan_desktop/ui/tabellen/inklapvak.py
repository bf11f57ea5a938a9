"""A table within a card that can be folded: then one line says what its rows are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open

if TYPE_CHECKING:
    from vtscan_desktop.ui.tabellen.tabel import RijenTabel


class Inklapvak(QWidget):
    """Holds the table, and is a cell of the card as the table itself would be. Without rows nothing can be folded."""

    veranderd = Signal(str)
    klaar = Signal()
    verlaten = Signal()

    def __init__(self, genest: RijenTabel, parent: QWidget) -> None:
        super().__init__(parent)
        self.genest = genest
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema().px(maten.KRAP))
        self.knop = knop("", self, "link")
        self.knop.clicked.connect(self._wissel)
        laat_open(self.knop)
        kolom.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        genest.setParent(self)
        kolom.addWidget(genest)
        for naam in ("veranderd", "klaar", "verlaten"):
            getattr(genest, naam).connect(getattr(self, naam))
        genest.rijen_veranderd.connect(self._toon)
        self._toon()

    def tekst(self) -> str:
        """All rows as the text of one cell."""
        return self.genest.tekst()

    def zet_tekst(self, tekst: str) -> None:
        """Show rows that are the text of one cell."""
        self.genest.zet_tekst(tekst)
        self._toon()

    def hernoem(self, naam: str) -> None:
        """Take another name, when the row it is in has moved."""
        self.genest.hernoem(naam)
        self._toon()

    def focusketen(self) -> list[QWidget]:
        """What the Tab key visits, in order."""
        return [self.knop, *self.genest.focusketen()]

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Who is sent here finds the rows, and the cursor in the first."""
        super().focusInEvent(e)
        self.klap_uit()
        self.genest.setFocus()

    @property
    def ingeklapt(self) -> bool:
        """Whether only the one line is shown."""
        return self.genest.isHidden()

    def klap_uit(self) -> None:
        """Show the rows."""
        self.genest.show()
        self._toon()

    def _wissel(self) -> None:
        self.genest.setVisible(self.ingeklapt)
        self._toon()

    def _toon(self, _rijen: object = None) -> None:
        kort = self.genest.samenvatting()
        if not kort:
            self.genest.show()
        teken, wat = ("+", "toon") if self.ingeklapt else ("–", "vouw in")
        self.knop.setVisible(bool(kort))
        self.knop.setText(f"{teken} {kort}".replace("&", "&&"))
        self.knop.setAccessibleName(f"{self.genest.accessibleName()}: {kort}, {wat}")


def klap_uit_rond(veld: QWidget) -> None:
    """Show a field that stands in something folded."""
    ouder = veld.parentWidget()
    while ouder is not None:
        if isinstance(ouder, Inklapvak):
            ouder.klap_uit()
        ouder = ouder.parentWidget()
