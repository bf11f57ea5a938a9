"""Files on this desktop: where to begin looking for one, and showing one in the file manager, from any window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.bestandsbeheer import toon_in_map
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit


def documentenmap() -> Path:
    """Where the user's documents are; the home folder where a system names a place that isn't there."""
    plek = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return plek if plek.is_dir() else Path.home()


def _toon(pad: Path, _melder: Melder) -> bool:
    return toon_in_map(pad)


class Mapwijzer(QObject):
    """`melding` carries a Dutch sentence when the desktop can't show it."""

    melding = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pad = Path()

    def toon(self, pad: Path) -> None:
        """Show the file, selected where that can be done; else its folder."""
        self._pad = pad
        voer_uit(partial(_toon, pad), self, klaar=self._bij_map, mislukt=self._bij_fout)

    def _bij_map(self, getoond: bool) -> None:
        if not getoond:
            self.open(self._pad.parent)

    def open(self, pad: Path) -> None:
        """Open a file or folder with what the desktop opens it with."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(pad))):
            self.melding.emit(f"Deze computer kon {pad.name} niet openen. U vindt het in {pad.parent}.")

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.melding.emit(str(fout))
