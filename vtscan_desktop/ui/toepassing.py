"""The Qt application: Dutch, with the theme; unexpected errors are said and never end the window silently."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vtscan_desktop.services import foutverslag
from vtscan_desktop.ui.foutvanger import Foutvanger
from vtscan_desktop.ui.thema import STIJL, thema

_BEURT_S = 0.0005
"""How long the thread that keeps what is typed may hold the window up at a time (Python's own is ten times that)."""


def maak_toepassing(klok: Callable[[], datetime]) -> QApplication:
    """Make it, or give the one there is."""
    bestaand = QApplication.instance()
    if isinstance(bestaand, QApplication):
        return bestaand
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    QApplication.setStyle(
        STIJL
    )  # before there is an application: else the system's own style is made first, for nothing
    app = QApplication(["vtscan"])
    app.setApplicationName("vtscan")
    app.setApplicationDisplayName("Risicoscan Veilig Thuis")
    app.setDesktopFileName("vtscan")
    vertaler = QTranslator(app)
    if vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(vertaler)
    thema()
    sys.setswitchinterval(_BEURT_S)
    Foutvanger(foutverslag.verslagmap(), klok, app)
    return app
