"""A window that asks a few things and then does one: heading, explanation, fields, one sentence for errors, buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.thema import thema


class Formuliervenster(QDialog):
    """A subclass fills `kolom` (its widgets get `vak` as parent) and overrides `doe`, which the main button calls."""

    def __init__(self, titel: str, uitleg: str, hoofdknop: str, maat: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(titel)
        self._bezig = False
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, t.px(maten.RUIM))
        buiten.setSpacing(t.px(maten.GEWOON))
        self.rol = Rolvak(self)  # with large text it is higher than a screen
        buiten.addWidget(self.rol, 1)
        self.vak = self.rol.vlak
        self.kolom = QVBoxLayout(self.vak)
        self.kolom.setContentsMargins(t.px(maten.BREED), t.px(maten.BREED), t.px(maten.BREED), t.px(maten.KRAP))
        self.kolom.setSpacing(t.px(maten.KLEIN))
        self.kolom.addWidget(label(titel, self.vak, "titel"))
        self.uitleg = label(uitleg, self.vak, "gedempt")
        self.kolom.addWidget(self.uitleg)
        self.fout = label("", self, "fout")
        self.fout.hide()
        self.voet = QHBoxLayout()
        self.voet.setContentsMargins(t.px(maten.BREED), 0, t.px(maten.BREED), 0)
        self.voet.setSpacing(t.px(maten.KLEIN))
        self.voet.addWidget(self.fout, 1)
        self.voet.addStretch(0)
        self.terug = knop("Annuleren", self)
        self.terug.clicked.connect(self.reject)
        self.hoofd = knop(hoofdknop, self, "hoofd")
        self.hoofd.clicked.connect(self._bij_hoofd)
        self.voet.addWidget(self.terug)
        self.voet.addWidget(self.hoofd)
        buiten.addLayout(self.voet)
        self.resize(maat_over(parent, maat))

    def doe(self) -> None:
        """What the main button is for."""
        raise NotImplementedError

    def maak_passend(self) -> None:
        """Be no higher than what is in it, at the width that it has."""
        hoog = self.kolom.totalHeightForWidth(self.width()) + self.sizeHint().height() - self.rol.sizeHint().height()
        self.resize(self.width(), min(self.height(), hoog))

    def kop(self, tekst: str, veld: QWidget | None = None) -> None:
        """A heading in the column; with a field, its name above it."""
        gemaakt = label(tekst, self.vak, "kop", buddy=veld)
        gemaakt.setContentsMargins(0, thema().px(maten.KLEIN), 0, 0)
        self.kolom.addWidget(gemaakt)
        if veld is not None:
            self.kolom.addWidget(veld)

    def toon_fout(self, tekst: str) -> None:
        """Show one sentence, or none."""
        self._zeg(tekst, "fout")

    def toon_voortgang(self, tekst: str, stap: int, van: int) -> None:
        """Show how far it is, in the place for errors."""
        self._zeg(f"{tekst} ({stap} van {van})…", "gedempt")

    def bij_fout(self, fout: VtscanFout) -> None:
        """What was begun failed: say why, and let the user try again."""
        self.zet_bezig(False)
        self.toon_fout(str(fout))

    def zet_bezig(self, bezig: bool) -> None:
        """While it is being done nothing can be changed, nor the window closed."""
        self._bezig = bezig
        for deel in (self.vak, self.terug, self.hoofd):
            deel.setEnabled(not bezig)

    def reject(self) -> None:
        """Esc and closing wait until what was begun is done."""
        if not self._bezig:
            super().reject()

    def _zeg(self, tekst: str, soort: str) -> None:
        zet_eigenschap(self.fout, "soort", soort)
        self.fout.setText(tekst)
        self.fout.setVisible(bool(tekst))

    def _bij_hoofd(self) -> None:
        self.toon_fout("")
        self.doe()
