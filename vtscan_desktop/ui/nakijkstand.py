"""How many points are left to look at, counted anew a moment after the last change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from vtscan_desktop.domain.nakijken.regels import tel
from vtscan_desktop.ui.werkruimte import Werkruimte

RUST_MS = 300
"""So long nothing is typed before it is counted: reading all texts takes longer than a key may."""


class Nakijkstand(QObject):
    """`geteld` carries the number of points by `Ernst`."""

    geteld = Signal(object)

    def __init__(self, werkruimte: Werkruimte, parent: QObject) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        self._wacht = QTimer(self)
        self._wacht.setSingleShot(True)
        self._wacht.setInterval(RUST_MS)
        self._wacht.timeout.connect(self.tel)
        werkruimte.gewijzigd.connect(self._bij_wijziging)

    def tel(self) -> None:
        """Count now."""
        self._wacht.stop()
        self.geteld.emit(tel(self._werkruimte.nakijkpunten()))

    def stop(self) -> None:
        """Count no more: the scan is let go of."""
        self._wacht.stop()

    def _bij_wijziging(self, _scan: object) -> None:
        self._wacht.start()
