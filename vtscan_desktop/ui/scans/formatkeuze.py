"""The choice of a format for a new scan; it is only asked where there is more than one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.services.formats import Formatregel
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import label

_UITLEG = "Hoe topics heten en wat de leidraad vraagt. Dat blijft zo zolang de scan bestaat."


class Formatkeuze(KeuzeVeld):
    """The formats by name and version; its value is a kenmerk."""

    def __init__(self, opties: list[tuple[str, str]], kolom: QVBoxLayout, parent: QWidget) -> None:
        """Put the choice in `kolom` under its name, where there is one to make."""
        super().__init__("Format", opties, parent)
        delen = (label("Format", parent, "kop", buddy=self), self, label(_UITLEG, parent, "klein"))
        for deel in delen:
            kolom.addWidget(deel)
            deel.setVisible(self.count() > 1)


def kies_uit(regels: tuple[Formatregel, ...]) -> list[tuple[str, str]]:
    """The formats as the options of the choice."""
    return [(regel.format.kenmerk, regel.format.volledig) for regel in regels]
