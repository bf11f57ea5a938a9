"""Backups without thinking: one at the start, and one every twenty minutes in which something changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit

if TYPE_CHECKING:  # at run time it comes with the database: the first window must not wait for it
    from vtscan_desktop.services.sessie import Sessie

PERIODE_MS = 20 * 60 * 1000
NA_START_MS = 2000
"""The first comes when the window has opened what it will open, so that the two don't wait for one another."""


class Reservewacht(QObject):
    """Makes them off this thread, while a database is open. `melding` carries a Dutch sentence when one fails.

    A second place that is not there is said once, not every twenty minutes.
    """

    melding = Signal(str)
    klaar = Signal()
    """One was made, or there was no need."""

    def __init__(self, klok: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._klok = klok
        self._sessie: Sessie | None = None
        self._gezegd = ""
        self._bezig = False
        self.timer = QTimer(self)
        self.timer.setInterval(PERIODE_MS)
        self.timer.timeout.connect(self.maak)

    def begin(self, sessie: Sessie) -> None:
        """A database was opened."""
        self._sessie = sessie
        self._gezegd = ""
        self.timer.start()
        QTimer.singleShot(NA_START_MS, self, self.maak)

    def stop(self) -> None:
        """The database closes."""
        self.timer.stop()
        self._sessie = None

    def rust(self) -> bool:
        """Whether none is being made just now."""
        return not self._bezig

    def maak(self) -> None:
        """Make a backup now if something changed since the last."""
        if self._sessie is None or self._bezig:
            return
        self._bezig = True
        voer_uit(partial(_maak, self._sessie, self._klok()), self, klaar=self._bij_klaar, mislukt=self._bij_fout)

    def _bij_klaar(self, melding: Any) -> None:
        self._bezig = False
        self._zeg(str(melding))
        self.klaar.emit()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._bezig = False
        if self._sessie is not None:  # else it was closed meanwhile
            self._zeg(f"Er kon geen reservekopie gemaakt worden. {fout}")

    def _zeg(self, melding: str) -> None:
        if melding and melding != self._gezegd:
            self.melding.emit(melding)
        self._gezegd = melding


def _maak(sessie: Sessie, nu: datetime, _melder: Melder) -> str:
    return sessie.maak_reservekopie(nu)
