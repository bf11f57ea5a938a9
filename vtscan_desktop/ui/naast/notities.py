"""The tab with the notes on a topic, of all gesprekken together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtscan_desktop.services.notities import Notitiefilter
from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
from vtscan_desktop.ui.naast.tabblad import Tabblad
from vtscan_desktop.ui.werkruimte import Werkruimte

_LEEG = "Nog geen notities bij dit topic. Typ er een in de regel onderaan; Enter bewaart."


class NotitiesBlad(Tabblad):
    """The list of notes, as it stands everywhere."""

    melding = Signal(str)

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(werkruimte, parent)
        self.lijst = Notitielijst(werkruimte, self, leeg=_LEEG)
        self.lijst.melding.connect(self.melding)
        self.buiten.addWidget(self.lijst)

    def toon(self, nr: int) -> None:
        """Show the notes on a topic; what changes in them the list sees by itself."""
        self.lijst.toon(Notitiefilter(topic=nr))
