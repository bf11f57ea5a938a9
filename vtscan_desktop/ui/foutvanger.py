"""When it does go wrong: say so, keep the text, write a report that can be read first, and go on.

What writes and shows reports is fetched when there is one: the first window must not wait for it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.onvoorzien import geef_door, zet_ontvanger

if TYPE_CHECKING:
    from vtscan_desktop.services.foutverslag import Waker

_VERDER = "Wat u typte staat er nog en wordt bewaard; u kunt verder werken."
BEKIJK = "Bekijk het verslag…"


class Foutvanger(QObject):
    """Takes over from Python what nobody caught, on any thread.

    `folder` is where reports go; None for where those of this user lie.
    """

    gevangen = Signal(object)
    """Carries an error, from whatever thread it came."""

    def __init__(self, folder: Path | None, klok: Callable[[], datetime], app: QApplication) -> None:
        super().__init__(app)
        self._folder = folder
        self._klok = klok
        self._bezig = False
        self._waker: Waker | None = None  # a signal does not keep what it calls
        self.gevangen.connect(self._bij_gevangen, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._uit_python
        threading.excepthook = self._uit_draad
        zet_ontvanger(self.gevangen.emit)

    def bewaak(self) -> None:
        """Watch for an end by the system from now on, and say it when the program ended so the last time."""
        from vtscan_desktop.services.foutverslag import Waker, verslagmap

        self._waker = Waker(self._folder or verslagmap(), self._klok())
        QApplication.instance().aboutToQuit.connect(self.sluit)  # type: ignore[union-attr]
        if self._waker.verslag is not None:
            zin = "Het programma stopte de vorige keer onverwacht. Wat bewaard was, is er nog."
            self._toon(zin, self._waker.verslag)

    def sluit(self) -> None:
        """The program ends as it should: what comes after is not watched."""
        if self._waker is not None:
            self._waker.sluit()

    def _uit_python(self, soort: type[BaseException], fout: BaseException, _spoor: TracebackType | None) -> None:
        if issubclass(soort, KeyboardInterrupt):
            QApplication.quit()
        else:
            geef_door(fout)

    def _uit_draad(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            geef_door(args.exc_value)

    def _bij_gevangen(self, fout: Any) -> None:
        if self._bezig:  # an error while telling of an error: the first is enough
            return
        self._bezig = True
        from vtscan_desktop.services.foutverslag import beschrijf, bewaar_verslag, verslagmap

        try:
            tekst = beschrijf(fout, self._klok())
            if sys.stderr is not None:  # there is none when started from an icon on Windows
                sys.stderr.write(tekst)
            zin = f"Er ging iets onverwachts mis ({type(fout).__name__}). {_VERDER}"
            try:
                verslag: Path | None = bewaar_verslag(tekst, self._klok(), self._folder or verslagmap())
            except VtscanFout:
                verslag = None  # the sentence matters more than the report
            self._toon(zin, verslag)
        finally:
            self._bezig = False

    def _toon(self, zin: str, verslag: Path | None) -> None:
        from vtscan_desktop.ui.venster import Hoofdvenster
        from vtscan_desktop.ui.verslagvenster import Verslagopener

        for venster in QApplication.topLevelWidgets():
            if isinstance(venster, Hoofdvenster):
                if venster.werkscherm is not None:
                    venster.werkscherm.werkruimte.bewaar_gauw()
                if verslag is None:
                    venster.meldingregel.toon(zin, fout=True)
                else:
                    venster.meldingregel.toon(zin, fout=True, actie=(BEKIJK, Verslagopener(verslag, venster).open))
