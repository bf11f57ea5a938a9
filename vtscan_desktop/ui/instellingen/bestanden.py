"""Where the database lies, and where its backups also go."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.bewaarplaats import waarschuwing
from vtscan_desktop.ui.bouwstenen.mapwijzer import Mapwijzer
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, label, zet_soort
from vtscan_desktop.ui.instellingen.groep import Groep
from vtscan_desktop.ui.reservekopieen.reservevenster import TweedePlaats


class GroepBestanden(Groep):
    """The folder of the database, shown and changed; the second place for backups."""

    sleutel = "bestanden"
    titel = "Bestanden"
    uitleg = "Alle scans staan in één versleuteld bestand, met de reservekopieën ernaast."

    def bouw(self) -> None:
        """Both places."""
        self._wijzer = Mapwijzer(self)
        self._wijzer.melding.connect(self.melding)
        self.kop("Database")
        plaats = label(breekbaar(self.sessie.pad), self)
        plaats.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.kolom.addWidget(plaats)
        if bezwaar := waarschuwing(self.sessie.pad.parent):
            self.kolom.addWidget(label(bezwaar, self, "waarschuwing"))
        self.toon, self.verplaats = self.knoppen(
            ("Toon map", "map", self._toon_map), ("Verplaats…", "", self._verplaats)
        )
        self.kop("Reservekopieën")
        self.klein(
            "Het programma maakt ze zelf, in de map reservekopieen naast de database. Een tweede plaats krijgt er een "
            "kopie van: dan bent u ook bij een kapotte schijf niets kwijt."
        )
        self.tweede = TweedePlaats(self._tweede_plaats(), self)
        zet_soort(self.tweede, "papier")
        self.tweede.gekozen.connect(partial(self.venster.reserve.kies_plaats, self.tweede))
        self.kolom.addWidget(self.tweede)

    def _tweede_plaats(self) -> Path | None:
        try:
            return self.sessie.tweede_plaats()
        except VtscanFout as fout:
            self.melding.emit(str(fout))
            return None

    def _toon_map(self) -> None:
        self._wijzer.toon(self.sessie.pad)

    def _verplaats(self) -> None:
        from vtscan_desktop.ui.instellingen.verhuisvenster import Verhuisvenster

        gemaakt = Verhuisvenster(self.venster, self)
        gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gemaakt.open()
