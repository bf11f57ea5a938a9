"""Locking: keep what was typed, close the database, leave nothing readable, and ask for the passphrase.

What goes on is finished behind the lock, and what came of it is told after it (`langwerk.py`).
Belongs to the main window. It happens by itself when nobody has touched the window for a while and when the computer
goes to sleep.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from vtscan_desktop.services.logboek import Actie, noteer
from vtscan_desktop.ui.sneltoetsen import koppel
from vtscan_desktop.ui.toegang.slaap import Slaapmelder

if TYPE_CHECKING:
    from vtscan_desktop.ui.venster import Hoofdvenster

_TEKEN_VAN_LEVEN = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_MINUUT = 60


class Slotwacht(QObject):
    """Locks the window. `klok` counts seconds since the window was last touched."""

    def __init__(self, venster: Hoofdvenster, klok: Callable[[], float] = time.monotonic) -> None:
        super().__init__(venster)
        self._venster = venster
        self._klok = klok
        self._laatst = klok()
        self._modus: int | None = None
        self.slaapmelder = Slaapmelder(self)
        self.slaapmelder.slaapt.connect(self.vergrendel)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._volg)
        self._volg(app.focusWindow())  # the window may have it already
        # Text by an input method reaches the field past the window: then the cursor moves.
        app.inputMethod().cursorRectangleChanged.connect(self._leeft)
        tik = QTimer(self)
        tik.setInterval(5_000)
        tik.timeout.connect(self.kijk)
        tik.start()
        koppel("vergrendel", venster, self.vergrendel)

    def begin(self) -> None:
        """A database is open: from now on it has to be locked in time."""
        self._leeft()
        self.slaapmelder.begin()

    def kijk(self) -> None:
        """Lock when nobody has touched the window for as long as the user chose."""
        if self._klok() - self._laatst >= self._venster.weergave.voorkeuren.vergrendelen_na * _MINUUT:
            self.vergrendel()

    def vergrendel(self) -> None:
        """Keep all and lock. What can't be kept stays on the screen, unlocked, with a sentence on why."""
        if self._venster.sessie is None:
            return
        self._venster.langwerk.ga_op_slot()
        if _sluit_wat_erboven_staat(self._venster):  # who asked must hear "no" before the page under it goes
            QTimer.singleShot(0, self, self._vergrendel)
        else:
            self._vergrendel()

    def neem_modus(self) -> int | None:
        """The topic that gespreksmodus was on when the window was locked, once."""
        modus, self._modus = self._modus, None
        return modus

    def eventFilter(self, _wie: QObject, e: QEvent) -> bool:
        """A key, the mouse, a finger: someone is there. Only whole windows are listened to, so it costs nothing."""
        if e.type() in _TEKEN_VAN_LEVEN:
            self._leeft()
        return False

    def _vergrendel(self) -> None:
        for dialoog in self._venster.findChildren(QDialog):
            dialoog.deleteLater()
        scherm = self._venster.werkscherm
        modus = scherm.modustopic if scherm is not None else None
        if self._venster.neem_sessie_af():
            self._modus = modus
            noteer(Actie.VERGRENDELEN)
        elif self._venster.sessie is not None:
            self._venster.langwerk.ga_open(self._venster.sessie)

    def _leeft(self) -> None:
        self._laatst = self._klok()

    def _volg(self, venster: QWindow | None) -> None:
        if venster is not None:
            venster.installEventFilter(self)


def _sluit_wat_erboven_staat(venster: QWidget) -> bool:
    """Menus, questions and windows over the main window are closed as by Esc; whether there were any."""
    was = False
    while (menu := QApplication.activePopupWidget()) is not None and menu.close():
        was = True
    for dialoog in reversed(venster.findChildren(QDialog)):
        was = was or dialoog.isVisible()
        dialoog.reject()
    return was
