"""F1 opens the handleiding at the chapter for where the user is, also in the windows over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from vtscan_desktop.ui.sneltoetsen import koppel
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:  # at run time these come with the first use: the first window must not wait for them
    from vtscan_desktop.ui.handleiding.handleidingvenster import Handleidingvenster
    from vtscan_desktop.ui.venster import Hoofdvenster

_TOETS = "handleiding"


class Hulp(QObject):
    """Keeps the one window with the handleiding. Belongs to the main window."""

    def __init__(self, venster: Hoofdvenster) -> None:
        super().__init__(venster)
        self._venster = venster
        self.handleiding: Handleidingvenster | None = None
        koppel(_TOETS, venster, self.toon)
        koppel("sneltoetsen", venster, self.toon_sneltoetsen)
        koppel("over", venster, self.toon_over)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._bij_venster)
        thema().gewijzigd.connect(self._bij_thema)

    def toon(self) -> None:
        """Show the handleiding at the chapter for where the user is."""
        from vtscan_desktop.ui.handleiding.hulpplek import hulpplek

        self.toon_plek(hulpplek(self._venster, QApplication.activeWindow()))

    def toon_sneltoetsen(self) -> None:
        """Show all shortcuts."""
        from vtscan_desktop.ui.handleiding.hulpplek import SNELTOETSEN

        self.toon_plek(SNELTOETSEN)

    def toon_plek(self, doel: str) -> None:
        """Show a place in the handleiding."""
        if self.handleiding is None:
            self._maak()
        assert self.handleiding is not None
        self.handleiding.ga(doel)
        self.handleiding.show()
        self.handleiding.raise_()
        self.handleiding.activateWindow()
        self.handleiding.blad.setFocus()

    def toon_over(self) -> None:
        """Show what this program is."""
        from vtscan_desktop.ui.handleiding.overvenster import Overvenster

        gemaakt = Overvenster(self._venster.database, self._venster)
        gemaakt.handleiding.connect(self.toon)
        gemaakt.open()

    def sluit(self) -> None:
        """The main window goes, and the handleiding with it."""
        if self.handleiding is not None:
            self.handleiding.close()

    def _maak(self) -> None:
        from vtscan_desktop.services.handleiding import lees_handleiding
        from vtscan_desktop.ui.handleiding.handleidingvenster import Handleidingvenster
        from vtscan_desktop.ui.handleiding.sneltoetsenblad import maak_sneltoetsenblad, toetsnamen

        hoofdstukken = (*lees_handleiding(toetsnamen()), maak_sneltoetsenblad())
        self.handleiding = Handleidingvenster(hoofdstukken, self._venster.klok, self._venster)
        self.handleiding.destroyed.connect(self._bij_weg)

    def _bij_weg(self) -> None:
        self.handleiding = None

    def _bij_venster(self, _nieuw: object) -> None:
        """A window over the window hears F1 too."""
        bovenste = QApplication.activeWindow()
        if not isinstance(bovenste, QDialog) or not _hoort_bij(bovenste, self._venster):
            return
        if not any(kind.objectName() == _TOETS for kind in bovenste.children()):
            koppel(_TOETS, bovenste, self.toon)

    def _bij_thema(self) -> None:
        """Sizes are made with the window: make it anew, at the same place."""
        if self.handleiding is not None and self.handleiding.isVisible():
            oud, doel, plek = self.handleiding, self.handleiding.doel, self.handleiding.pos()
            oud.destroyed.disconnect(self._bij_weg)
            oud.close()
            self._maak()
            self.handleiding.move(plek)
            self.handleiding.ga(doel)
            self.handleiding.show()


def _hoort_bij(widget: QWidget | None, venster: QWidget) -> bool:
    while widget is not None and widget is not venster:
        widget = widget.parentWidget()
    return widget is venster
