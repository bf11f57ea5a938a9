"""When it does go wrong: say so, keep the text, write a report that can be read first, and go on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.foutverslag import Waker, beschrijf, bewaar_verslag, geef_door, zet_ontvanger
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(760, 520)
_VERDER = "Wat u typte staat er nog en wordt bewaard; u kunt verder werken."
BEKIJK = "Bekijk het verslag…"


class Foutvanger(QObject):
    """Takes over from Python what nobody caught, on any thread. `folder` is where reports go."""

    gevangen = Signal(object)
    """Carries an error, from whatever thread it came."""

    def __init__(self, folder: Path, klok: Callable[[], datetime], app: QApplication) -> None:
        super().__init__(app)
        self._folder = folder
        self._klok = klok
        self._bezig = False
        self.gevangen.connect(self._bij_gevangen, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._uit_python
        threading.excepthook = self._uit_draad
        zet_ontvanger(self.gevangen.emit)

    def bewaak(self) -> None:
        """Watch for an end by the system from now on, and say it when the program ended so the last time."""
        waker = Waker(self._folder, self._klok())
        QApplication.instance().aboutToQuit.connect(waker.sluit)  # type: ignore[union-attr]
        if waker.verslag is not None:
            zin = "Het programma stopte de vorige keer onverwacht. Wat bewaard was, is er nog."
            self._toon(zin, waker.verslag)

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
        try:
            tekst = beschrijf(fout, self._klok())
            if sys.stderr is not None:  # there is none when started from an icon on Windows
                sys.stderr.write(tekst)
            zin = f"Er ging iets onverwachts mis ({type(fout).__name__}). {_VERDER}"
            try:
                verslag: Path | None = bewaar_verslag(tekst, self._klok(), self._folder)
            except VtscanFout:
                verslag = None  # the sentence matters more than the report
            self._toon(zin, verslag)
        finally:
            self._bezig = False

    def _toon(self, zin: str, verslag: Path | None) -> None:
        from vtscan_desktop.ui.venster import Hoofdvenster

        for venster in QApplication.topLevelWidgets():
            if isinstance(venster, Hoofdvenster):
                if venster.werkscherm is not None:
                    venster.werkscherm.werkruimte.bewaar_gauw()
                if verslag is None:
                    venster.meldingregel.toon(zin, fout=True)
                else:
                    venster.meldingregel.toon(zin, fout=True, actie=(BEKIJK, Verslagopener(verslag, venster).open))


class Verslagopener(QObject):
    """Shows a report over a window when asked."""

    def __init__(self, verslag: Path, venster: QWidget) -> None:
        super().__init__(venster)
        self._verslag = verslag
        self._venster = venster

    def open(self) -> None:
        """Show it."""
        gemaakt = Verslagvenster(self._verslag, self._venster)
        gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gemaakt.open()


class Verslagvenster(QDialog):
    """A report, to read before anything is done with it."""

    def __init__(self, verslag: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Foutverslag")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        kolom = QVBoxLayout(self)
        rand = t.px(maten.BREED)
        kolom.setContentsMargins(rand, rand, rand, rand)
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(label("Foutverslag", self, "titel"))
        uitleg = "Er wordt niets verstuurd. U kunt dit verslag lezen, en zelf meesturen aan wie u helpt."
        kolom.addWidget(label(uitleg, self))
        self.tekst = QPlainTextEdit(self)
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Het verslag")
        try:
            self.tekst.setPlainText(verslag.read_text("utf-8"))
        except OSError:
            self.tekst.setPlainText("Het verslag is er niet meer.")
        kolom.addWidget(self.tekst, 1)
        kolom.addWidget(label(f"Het staat in {breekbaar(verslag)}", self, "klein"))
        rij = QHBoxLayout()
        rij.addStretch(1)
        self.kopieer = knop("Kopieer", self)
        self.kopieer.clicked.connect(self._kopieer)
        sluit = knop("Sluiten", self, "hoofd")
        sluit.clicked.connect(self.accept)
        for deze in (self.kopieer, sluit):
            rij.addWidget(deze)
        kolom.addLayout(rij)

    def _kopieer(self) -> None:
        QApplication.clipboard().setText(self.tekst.toPlainText())
