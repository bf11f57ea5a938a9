"""Backups that can go: those that only an older passphrase opens, named and removed where they are spoken of."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.reservekopieen import verwijder
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.thema import thema

WEG = "Verwijderen"


def _verwijder(kopieen: tuple[Path, ...], _melder: Melder) -> tuple[Path, ...]:
    return verwijder(kopieen)


def vraag_verwijderen(kopieen: tuple[Path, ...], wie: QWidget) -> bool:
    """Ask whether these backups may go."""
    namen = ", ".join(pad.name for pad in kopieen)
    deze = "Deze reservekopie" if len(kopieen) == 1 else "Deze reservekopieën"
    gaat = "gaat" if len(kopieen) == 1 else "gaan"
    tekst = f"{namen} {gaat} voorgoed weg. De database zelf en andere reservekopieën blijven zoals ze zijn."
    return vraag(wie, f"{deze} verwijderen?", tekst, WEG, gevaar=WEG) == WEG


class OudeKopieen(QWidget):
    """Names them, and removes them once that was confirmed. `klaar` tells that it was tried."""

    klaar = Signal()

    def __init__(self, kopieen: tuple[Path, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._kopieen = kopieen
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, thema().px(maten.KLEIN), 0, 0)
        kolom.setSpacing(thema().px(maten.KLEIN))
        self.tekst = label("", self)
        kolom.addWidget(self.tekst)
        self.weg = knop("", self)
        self.weg.clicked.connect(self._bij_weg)
        kolom.addWidget(self.weg, 0, Qt.AlignmentFlag.AlignLeft)
        self._toon()

    def _toon(self) -> None:
        namen = "\n".join(f"• {pad.name}" for pad in self._kopieen)
        aantal = len(self._kopieen)
        deze = "Deze reservekopie gaat" if aantal == 1 else "Deze reservekopieën gaan"
        self.tekst.setText(f"{deze} alleen met een ouder wachtwoord open:\n{namen}")
        self.weg.setText("Verwijder deze reservekopie…" if aantal == 1 else f"Verwijder deze {aantal} reservekopieën…")

    def _bij_weg(self) -> None:
        if vraag_verwijderen(self._kopieen, self):
            self.weg.setEnabled(False)
            voer_uit(partial(_verwijder, self._kopieen), self, klaar=self._bij_klaar, mislukt=self._bij_fout)

    def _bij_klaar(self, gebleven: tuple[Path, ...]) -> None:
        self._kopieen = gebleven
        self.weg.setEnabled(True)
        self.weg.setVisible(bool(gebleven))
        if gebleven:
            self._toon()
            self.tekst.setText(f"Niet alles kon weg. {self.tekst.text()}")
        else:
            self.tekst.setText("De reservekopieën met een ouder wachtwoord zijn verwijderd.")
        self.klaar.emit()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.weg.setEnabled(True)
        self.tekst.setText(str(fout))
