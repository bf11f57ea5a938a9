"""The Qt application: Dutch, with the theme; unexpected errors are said and never end the window silently."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vtscan_desktop.ui.foutvanger import Foutvanger
from vtscan_desktop.ui.thema import thema

STIJL = "fusion"
"""Qt's own style, the same on every system; the stylesheet builds on it. Named as an argument of the application: to
set it as a value would make the class of all styles first, with its enumerations, which takes longer than the style."""
_BEURT_S = 0.0005
"""How long the thread that keeps what is typed may hold the window up at a time (Python's own is ten times that)."""
_vangers: list[Foutvanger] = []
"""That of the application, once it is made: looking for it among all that the application owns takes too long."""


def maak_toepassing(klok: Callable[[], datetime]) -> QApplication:
    """Make it, or give the one there is."""
    bestaand = QApplication.instance()
    if isinstance(bestaand, QApplication):
        return bestaand
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    app = QApplication(["vtscan", "-style", STIJL])
    app.setApplicationName("vtscan")
    app.setApplicationDisplayName("Risicoscan Veilig Thuis")
    app.setDesktopFileName("vtscan")
    vertaler = QTranslator(app)
    if vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(vertaler)
    thema()
    sys.setswitchinterval(_BEURT_S)
    _vangers.append(Foutvanger(None, klok, app))
    return app


def bewaak() -> None:
    """Watch for an end by the system from now on, if the application was made here."""
    for vanger in _vangers:
        vanger.bewaak()
