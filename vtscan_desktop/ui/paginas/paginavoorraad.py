"""Pages made before they are asked for, while nothing else is: a switch then costs neither making nor laying out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from vtscan_desktop.ui.stappen import Stap

if TYPE_CHECKING:
    from vtscan_desktop.ui.werkscherm import Werkscherm


class Paginavoorraad(QTimer):
    """Makes one page of an open scan at a time, until all are there. Belongs to its screen."""

    def __init__(self, scherm: Werkscherm) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self.setInterval(0)
        self.timeout.connect(self._maak_volgende)

    def _maak_volgende(self) -> None:
        scherm = self._scherm
        rest = scherm.eerste_ongemaakte()
        if rest is None:
            self.stop()
            return
        pagina = scherm.pagina(rest.id)
        pagina.ververs()
        pagina.resize(self._breedte_van(rest), scherm.stapel.height())
        if scherm.stapel.isVisible():  # else the window is laid out as if it were
            pagina.grab()  # paints it to nowhere: styles and layouts are done then

    def _breedte_van(self, stap: Stap) -> int:
        """How wide the page of a step will be: what is beside the topics stands there for topics only."""
        zijvak = self._scherm.zijvak
        naast = zijvak.width() if not self._scherm.smal else 0
        samen = self._scherm.stapel.width() + (0 if zijvak.isHidden() else naast)
        return samen - naast if stap.topic else samen
