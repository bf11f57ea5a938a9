"""The first start: a passphrase and a place for a database that is not there yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from vtscan_desktop.ui.onderdelen import knop, label
from vtscan_desktop.ui.toegangsblad import Toegangsblad

MIN_WACHTWOORD = 8
"""Fewest characters of a new passphrase; each guess costs a thief about 0.1 s of computing."""


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
        self.wachtwoord = self.veld("Wachtwoord")
        self.kolom.addWidget(
            label(
                f"Minstens {MIN_WACHTWOORD} tekens. Een zin van vijf woorden is sterk en goed te onthouden.",
                self,
                "klein",
            )
        )
        self.herhaling = self.veld("Nog een keer")
        self.zichtbaar = QCheckBox("Toon wat ik typ", self)
        self.zichtbaar.toggled.connect(self._zet_zichtbaar)
        self.kolom.addWidget(self.zichtbaar)
        self.plaatsregel("Kies een andere map…", self._kies_map)
        self.maak = knop("Maak de database", self, "hoofd")
        self.maak.clicked.connect(self._bij_maak)
        self.wachtwoord.returnPressed.connect(self.herhaling.setFocus)
        self.herhaling.returnPressed.connect(self._bij_maak)
        self.knoppen(self.maak)

    def eerste_veld(self) -> QWidget:
        """The passphrase."""
        return self.wachtwoord

    def zet_bezig(self, bezig: bool) -> None:
        """While the key is derived nothing can be changed."""
        for deel in (self.wachtwoord, self.herhaling, self.maak):
            deel.setEnabled(not bezig)
        self.maak.setText("Bezig…" if bezig else "Maak de database")

    def bezwaar(self) -> str:
        """Why this passphrase can't be taken, or ""."""
        wachtwoord = self.wachtwoord.tekst()
        if len(wachtwoord.strip()) < MIN_WACHTWOORD:
            return f"Kies een wachtwoord van minstens {MIN_WACHTWOORD} tekens."
        if wachtwoord != self.herhaling.tekst():
            return "De twee wachtwoorden zijn niet gelijk."
        return ""

    def _zet_zichtbaar(self, aan: bool) -> None:
        wijze = QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password
        self.wachtwoord.setEchoMode(wijze)
        self.herhaling.setEchoMode(wijze)

    def _bij_maak(self) -> None:
        bezwaar = self.bezwaar()
        self.toon_fout(bezwaar)
        if not bezwaar:
            self.gekozen.emit(self.wachtwoord.tekst())

    def _kies_map(self) -> None:
        gekozen = QFileDialog.getExistingDirectory(self, "Kies een map voor de database")
        if gekozen:
            self.naar_ander_pad.emit(Path(gekozen) / self.pad.name)
