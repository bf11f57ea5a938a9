"""Tells when the computer goes to sleep: on Linux before it does, elsewhere once it wakes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

TIK_MS = 5_000
"""How often the clock is looked at; how long a screen can be seen, at most, after waking where no one warns us."""
SPRONG_S = 60.0
"""A clock that is so much further than the last look says the computer has slept (or was set forward)."""
_DIENST = "org.freedesktop.login1"
_PAD = "/org/freedesktop/login1"
_BEHEER = f"{_DIENST}.Manager"


class Slaapmelder(QObject):
    """Emits `slaapt`; on Linux the system waits (some seconds at most) until `laat_slapen` is called after it.

    `klok` gives the time in seconds, on the wall: it goes on while the computer sleeps.
    """

    slaapt = Signal()

    def __init__(self, parent: QObject, klok: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._klok = klok
        self._laatst = klok()
        self._bus: Any = None
        self._rem: Any = None
        tik = QTimer(self)
        tik.setInterval(TIK_MS)
        tik.timeout.connect(self.kijk)
        tik.start()

    def begin(self) -> None:
        """Ask the system to be told, where it can; the clock is looked at everywhere. More than once does no harm."""
        if self._bus is None and sys.platform == "linux":
            from PySide6.QtDBus import QDBusConnection

            self._bus = QDBusConnection.systemBus()
            if self._bus.isConnected():
                self._bus.connect("", _PAD, _BEHEER, "PrepareForSleep", self, SLOT("_bij_slaap(bool)"))
                self._rem_af()

    def laat_slapen(self) -> None:
        """All that had to be done before sleeping is done."""
        self._rem = None  # closing the descriptor is what lets go

    def kijk(self) -> None:
        """Look at the clock."""
        nu, vorige = self._klok(), self._laatst
        self._laatst = nu
        if nu - vorige > SPRONG_S + TIK_MS / 1000:
            self.slaapt.emit()

    @Slot(bool)
    def _bij_slaap(self, begint: bool) -> None:
        if begint:
            self.slaapt.emit()
            self.laat_slapen()
        else:
            self._laatst = self._klok()
            self._rem_af()

    def _rem_af(self) -> None:
        """Have the system wait for us the next time; one that knows no such thing goes to sleep without."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        vraag = QDBusMessage.createMethodCall(_DIENST, _PAD, _BEHEER, "Inhibit")
        vraag.setArguments(["sleep", "vtscan", "bewaren en vergrendelen", "delay"])
        wachter = QDBusPendingCallWatcher(self._bus.asyncCall(vraag), self)
        wachter.finished.connect(self._bij_rem)

    def _bij_rem(self, wachter: Any) -> None:
        antwoord = wachter.reply().arguments() if not wachter.isError() else []
        self._rem = antwoord[0] if antwoord else None
        wachter.deleteLater()
