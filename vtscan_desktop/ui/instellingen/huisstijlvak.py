"""Name and logo of the organisation that publishes reports: chosen, shown, kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.huisstijl import Huisstijl, lees_logo
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_bestand
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.tekening import teken_svg
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.thema import thema

_LOGOMAAT = (170, 34)
"""Room for a logo, at 100%: that of the page."""


def toon_logo(beeld: QLabel, logo: bytes) -> None:
    """Show a logo as it will stand on page one, or that there is none."""
    tekening = QPixmap()
    if logo and tekening.loadFromData(logo):
        t = thema()
        houd = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        beeld.setPixmap(tekening.scaled(t.px(_LOGOMAAT[0]), t.px(_LOGOMAAT[1]), *houd))
        beeld.setAccessibleName("Het logo dat op pagina 1 komt")
    else:
        beeld.setText("Geen logo")
        beeld.setAccessibleName("Geen logo")


class Huisstijlvak(QWidget):
    """Name and logo of the organisation, kept in the database for all its reports."""

    melding = Signal(str)

    def __init__(self, sessie: Sessie, parent: QWidget) -> None:
        super().__init__(parent)
        self._sessie = sessie
        self._huisstijl = sessie.huisstijl()
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(t.px(maten.SMAL))
        self.naam = RegelVeld("Naam van uw organisatie", self, hint="bijvoorbeeld VNG, ondersteuningsprogramma")
        self.naam.setObjectName("huisstijl/organisatie")
        self.naam.zet_tekst(self._huisstijl.organisatie)
        kolom.addWidget(label("Naam van uw organisatie", self, buddy=self.naam))
        kolom.addWidget(self.naam)
        self.naam.veranderd.connect(self._bij_naam)
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.KLEIN))
        self.beeld = label("", self, "gedempt", breekt=False)
        rij.addWidget(self.beeld)
        self.kies = knop("Logo kiezen…", self)
        self.kies.clicked.connect(self._kies)
        rij.addWidget(self.kies)
        self.weg = knop("Logo weghalen", self, "link")
        self.weg.clicked.connect(self._haal_weg)
        rij.addWidget(self.weg)
        rij.addStretch(1)
        kolom.addLayout(rij)
        kolom.addWidget(
            label("Een PNG- of JPEG-bestand van hoogstens 5 MB, of een SVG-tekening van hoogstens 1 MB.", self, "klein")
        )
        self._toon_logo()

    def zet_logo(self, pad: Path) -> None:
        """Take a picture as logo; it is read off this thread."""
        self.kies.setEnabled(False)
        voer_uit(partial(_lees_logo, pad), self, klaar=self._bij_logo, mislukt=self._bij_fout)

    def _bewaar(self, nieuw: Huisstijl) -> None:
        try:
            self._sessie.onthoud_huisstijl(nieuw)
            self._huisstijl = nieuw
        except VtscanFout as fout:
            self.melding.emit(str(fout))

    def _bij_naam(self, tekst: str) -> None:
        self._bewaar(Huisstijl(tekst, self._huisstijl.logo))

    def _kies(self) -> None:
        pad = kies_bestand(self, "Kies een logo", "", "Afbeeldingen (*.png *.jpg *.jpeg *.svg)")
        if pad is not None:
            self.zet_logo(pad)

    def _haal_weg(self) -> None:
        self._bij_logo(b"")

    def _bij_logo(self, logo: bytes) -> None:
        self.kies.setEnabled(True)
        self._bewaar(Huisstijl(self.naam.tekst(), logo))
        self._toon_logo()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.kies.setEnabled(True)
        self.melding.emit(str(fout))

    def _toon_logo(self) -> None:
        self.weg.setVisible(bool(self._huisstijl.logo))
        toon_logo(self.beeld, self._huisstijl.logo)


def _lees_logo(pad: Path, _melder: Melder) -> bytes:
    return lees_logo(pad, teken_svg)
