"""The page for hoor en wederhoor: what the parties say about the scan, and the answer to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.benamingen import PARTIJ
from vtscan_desktop.domain.notatie import opsomming
from vtscan_desktop.domain.risicoscan import Partij
from vtscan_desktop.ui.onderdelen import label
from vtscan_desktop.ui.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabelkoppeling import maak_tabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte


class ZienswijzenPagina(Pagina):
    """One card per zienswijze; on top which parties have not given theirs."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Zienswijzen", onder="Wat de partijen van de scan vinden, en ons antwoord"
        )
        self.kolom.addSpacing(thema().px(6))
        self.stand = label("", self.inhoud, "melding")
        self.kolom.addWidget(self.stand)
        self.kolom.addSpacing(thema().px(4))
        self.tabel = maak_tabel("zienswijzen", werkruimte, self.inhoud)
        self.tabel.geweigerd.connect(self.melding)
        self.kolom.addWidget(self.tabel)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        self.tabel.ververs()
        gegeven = {z.partij for z in self.werkruimte.scan.zienswijzen}
        mist = [PARTIJ[partij] for partij in Partij if partij not in gegeven]
        self.stand.setText(
            f"Nog niet ontvangen: de zienswijze van {opsomming(mist)}. Het rapport vermeldt dat."
            if mist
            else "Van alle partijen is een zienswijze ontvangen."
        )

    def eerste_veld(self) -> QWidget | None:
        """The first card, or the link that adds one."""
        return self.tabel.focusketen()[0] if self.tabel.aantal() else self.tabel.toevoegen
