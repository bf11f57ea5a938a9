"""The first start: a passphrase and a place for a database that is not there yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vtscan_desktop.ui.nieuw_wachtwoord import NieuwWachtwoord
from vtscan_desktop.ui.onderdelen import knop
from vtscan_desktop.ui.toegangsblad import Toegangsblad


class EersteStart(Toegangsblad):
    """No database yet: choose a passphrase and a place. `gekozen` carries the passphrase."""

    gekozen = Signal(str)

    def __init__(self, pad: Path, parent: QWidget) -> None:
        super().__init__(
            pad,
            "Eerste start",
            "Uw scans komen in één versleuteld bestand op deze computer. Er gaat niets over het netwerk. "
            "Kies een wachtwoord; daarna krijgt u een herstelsleutel voor als u het vergeet.",
            parent,
        )
        self.nieuw = NieuwWachtwoord(self)
        self.wachtwoord, self.herhaling = self.nieuw.wachtwoord, self.nieuw.herhaling
        self.kolom.addWidget(self.nieuw)
        self.plaatsregel("Kies een andere map…", self._kies_map)
        self.maak = knop("Maak de database", self, "hoofd")
        self.maak.clicked.connect(self._bij_maak)
        self.nieuw.klaar.connect(self._bij_maak)
        self.nieuw.gekeurd.connect(self._bij_gekeurd)
        self.knoppen(self.maak)

    def eerste_veld(self) -> QWidget:
        """The passphrase."""
        return self.wachtwoord

    def zet_bezig(self, bezig: bool) -> None:
        """While the key is derived nothing can be changed."""
        for deel in (self.wachtwoord, self.herhaling, self.maak):
            deel.setEnabled(not bezig)
        self.maak.setText("Bezig…" if bezig else "Maak de database")

    def _bij_maak(self) -> None:
        self.nieuw.keur()

    def _bij_gekeurd(self, bezwaar: str) -> None:
        self.toon_fout(bezwaar)
        if not bezwaar:
            self.gekozen.emit(self.wachtwoord.tekst())

    def _kies_map(self) -> None:
        gekozen = QFileDialog.getExistingDirectory(self, "Kies een map voor de database")
        if gekozen:
            self.naar_ander_pad.emit(Path(gekozen) / self.pad.name)
