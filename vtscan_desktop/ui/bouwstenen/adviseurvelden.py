"""The fields for who the user is: function first, a name only where it is wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.risicoscan import Wie
from vtscan_desktop.services.adviseur import DELEN
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.bouwstenen.veldstroom import Veldstroom

_VELDEN = {
    "functie": ("Uw functie", "bijvoorbeeld adviseur", 230),
    "organisatie": ("Uw organisatie", "bijvoorbeeld VNG", 170),
    "naam": ("Uw naam (mag leeg blijven)", "", 170),
}
"""Of each part: its label, a hint, and its least width in px at 100%."""


class Adviseurvelden(QWidget):
    """The three fields side by side as long as there is room."""

    def __init__(self, wie: Wie, parent: QWidget) -> None:
        super().__init__(parent)
        stroom = Veldstroom(self)
        stroom.zet_kaart(True)
        self.velden: dict[str, RegelVeld] = {}
        for deel in DELEN:
            kop, hint, breedte = _VELDEN[deel]
            veld = RegelVeld(kop, self, hint=hint)
            veld.setObjectName(f"adviseur-{deel}")
            veld.zet_tekst(getattr(wie, deel))
            stroom.voeg_toe(veld, breedte, 1, label(kop, self, "veldlabel", buddy=veld))
            self.velden[deel] = veld

    def wie(self) -> Wie:
        """What stands there."""
        return Wie(**{deel: veld.tekst() for deel, veld in self.velden.items()})
