"""A figure with its title, the value that is read, its source, and on request its values as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.figuur.beschrijving import onderschrift
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_tabvolgorde
from vtscan_desktop.ui.figuren.figuurvlak import Figuurvlak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open

if TYPE_CHECKING:
    from vtscan_desktop.domain.figuur.beschrijving import Figuur

ALS_TABEL, ZONDER_TABEL = "Waarden als tabel", "Tabel verbergen"


class Figuurvak(QWidget):
    """One figure and all that belongs to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._figuur: Figuur | None = None
        laat_open(self)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, thema().px(maten.KLEIN), 0, 0)
        kolom.setSpacing(thema().px(maten.KRAP))
        self.titel = label("", self, "kop")
        self.vlak = Figuurvlak(self)
        self.gelezen = label("", self, "tabelcel")
        self.schakelaar = knop(ALS_TABEL, self, "link")
        self.schakelaar.setCheckable(True)
        self.onder = label("", self, "klein")
        self._tabel: QWidget | None = None
        rij = QHBoxLayout()
        rij.addWidget(self.gelezen, 1)
        rij.addWidget(self.schakelaar, 0, Qt.AlignmentFlag.AlignTop)
        kolom.addWidget(self.titel)
        kolom.addWidget(self.vlak)
        kolom.addLayout(rij)
        kolom.addWidget(self.onder)
        self.vlak.gelezen.connect(self.gelezen.setText)
        self.schakelaar.toggled.connect(self._bij_schakelaar)

    def zet_figuur(self, figuur: Figuur) -> None:
        """Show a figure; the same one costs nothing."""
        if figuur == self._figuur:
            return
        self._figuur = figuur
        self.titel.setText(figuur.titel)
        self.vlak.zet_figuur(figuur)
        self.schakelaar.setAccessibleName(f"{self.schakelaar.text()}: {figuur.titel}")
        zin = onderschrift(figuur)
        self.onder.setText(zin)
        self.onder.setVisible(bool(zin))
        self._toon_tabel()

    def waarden(self) -> QWidget | None:
        """The table of values, while it is open."""
        return self._tabel

    def _bij_schakelaar(self, aan: bool) -> None:
        self.schakelaar.setText(ZONDER_TABEL if aan else ALS_TABEL)
        self.schakelaar.setAccessibleName(f"{self.schakelaar.text()}: {self.titel.text()}")
        self._toon_tabel()

    def _toon_tabel(self) -> None:
        if self._tabel is not None:
            self._tabel.hide()
            self._tabel.deleteLater()
            self._tabel = None
        if self._figuur is not None and self.schakelaar.isChecked():
            self._tabel = _maak_tabel(self._figuur, self)
            kolom = self.layout()
            assert isinstance(kolom, QVBoxLayout)
            kolom.insertWidget(kolom.indexOf(self.onder), self._tabel)


class Figuurlijst(QWidget):
    """The figures of a page, under one another; none takes no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(thema().px(maten.RUIM))
        self.vakken: list[Figuurvak] = []

    def zet_figuren(self, figuren: Sequence[Figuur]) -> None:
        """Show these; a figure that stays in its place keeps its widget."""
        while len(self.vakken) < len(figuren):
            vak = Figuurvak(self)
            self.vakken.append(vak)
            self._kolom.addWidget(vak)
        while len(self.vakken) > len(figuren):
            vak = self.vakken.pop()
            self._kolom.removeWidget(vak)
            vak.hide()
            vak.deleteLater()
        for vak, figuur in zip(self.vakken, figuren, strict=True):
            vak.zet_figuur(figuur)
        zet_tabvolgorde(self, (deel for vak in self.vakken for deel in (vak.vlak, vak.schakelaar)))
        self.setVisible(bool(figuren))


def _maak_tabel(figuur: Figuur, parent: QWidget) -> QWidget:
    tabel = QWidget(parent)
    tabel.setAccessibleName(f"Waarden: {figuur.titel}")
    rooster = QGridLayout(tabel)
    rooster.setContentsMargins(0, 0, 0, 0)
    rooster.setHorizontalSpacing(thema().px(maten.RUIM))
    rooster.setVerticalSpacing(thema().px(maten.HAAR))
    for r, rij in enumerate(figuur.waarden):
        for k, tekst in enumerate(rij):
            cel = label(tekst, tabel, "klein" if r == 0 else "tabelcel")
            kant = Qt.AlignmentFlag.AlignRight if k else Qt.AlignmentFlag.AlignLeft
            cel.setAlignment(kant | Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(cel, r, k)
    rooster.setColumnStretch(0, 1)
    return tabel
