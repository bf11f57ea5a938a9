"""When nothing can be kept any more: the scan on the screen is written to another place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel
from vtscan_desktop.ui.bouwstenen.meldingregel import Meldingregel
from vtscan_desktop.ui.werkruimte import Werkruimte

BEWAAR_ELDERS = "Bewaar elders…"
_DATABASE = "Database van vtscan, versleuteld (*.vtdb)"
_SCAN = "Deze scan, niet versleuteld (*.vtscan)"


class Elders(QObject):
    """Offers it with an error, and does it off this thread."""

    def __init__(self, werkruimte: Werkruimte, meldingregel: Meldingregel, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        self._meldingregel = meldingregel
        self._venster = parent
        self._daar = ""

    def meld(self, tekst: str) -> None:
        """Show an error with the way out, and what came of it elsewhere: the next error must not take that away."""
        zinnen = f"{tekst} {self._daar}" if self._daar else tekst
        self._meldingregel.toon(zinnen, fout=True, actie=(BEWAAR_ELDERS, self.kies))

    def kies(self) -> None:
        """Ask where, and write it there."""
        pad = kies_doel(self._venster, "Bewaar de scan op een andere plaats", "", f"{_DATABASE};;{_SCAN}")
        if pad is not None:
            self.bewaar(pad)

    def bewaar(self, pad: Path) -> None:
        """Write it to a file (an existing one was confirmed by the file dialog)."""
        voer_uit(partial(_bewaar, self._werkruimte, pad), self, klaar=self._bij_klaar, mislukt=self._bij_fout)

    def _bij_klaar(self, zin: Any) -> None:
        self._daar = f"Om {self._werkruimte.nu():%H.%M} uur: {zin}"
        self._meldingregel.toon(self._daar, actie=(BEWAAR_ELDERS, self.kies))

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._daar = f"Ook daar lukte het niet. {fout}"
        self._meldingregel.toon(self._daar, fout=True, actie=(BEWAAR_ELDERS, self.kies))


def _bewaar(werkruimte: Werkruimte, pad: Path, _melder: Melder) -> str:
    return werkruimte.bewaar_elders(pad)
