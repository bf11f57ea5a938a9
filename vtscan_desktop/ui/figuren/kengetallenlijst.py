"""The derived figures of a topic as a calm list: what, how much, and in small letters how it was computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from vtscan_desktop.domain.kengetallen import toelichting
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label, lijn, zet_eigenschap
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from vtscan_desktop.domain.kengetallen import Kengetal


class Kengetallenlijst(QWidget):
    """One row for each derived figure; a topic always has the same number of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(thema().px(maten.RUIM))
        self._rooster.setVerticalSpacing(thema().px(maten.KRAP))
        self._rooster.setColumnStretch(0, 1)
        self._rijen: list[tuple[QLabel, QLabel, QLabel]] = []

    def zet_kengetallen(self, kengetallen: Sequence[Kengetal]) -> None:
        """Show these; labels whose text stays are left alone."""
        while len(self._rijen) < len(kengetallen):
            self._voeg_rij_toe()
        for (naam, waarde, onder), getal in zip(self._rijen, kengetallen, strict=True):
            naam.setText(getal.naam)
            waarde.setText(getal.tekst)
            zet_eigenschap(waarde, "soort", "gedempt" if getal.waarde is None else "kengetal")
            onder.setText(toelichting(getal))

    def _voeg_rij_toe(self) -> None:
        r = 3 * len(self._rijen)
        naam, waarde, onder = label("", self), label("", self, "kengetal", breekt=False), label("", self, "klein")
        waarde.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._rooster.addWidget(naam, r, 0)
        self._rooster.addWidget(waarde, r, 1, Qt.AlignmentFlag.AlignTop)
        self._rooster.addWidget(onder, r + 1, 0, 1, 2)
        self._rooster.addWidget(lijn(self), r + 2, 0, 1, 2)
        self._rijen.append((naam, waarde, onder))
