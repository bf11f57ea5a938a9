"""Tables bound to the open scan: what is typed goes into it, rows in the making are kept beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.risicoscan import Kladrij, Risicoscan
from vtscan_desktop.services.tabelrijen import Cellen, splits, voeg_samen
from vtscan_desktop.services.tabelsoorten import Tabelplek, tabelplek
from vtscan_desktop.ui.tabel import RijenTabel
from vtscan_desktop.ui.werkruimte import Werkruimte


class ScanTabel(RijenTabel):
    """A table of the open scan. `ververs` shows the scan as it is now, and costs nothing when it is the same."""

    def __init__(self, plek: Tabelplek[Any], werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(plek.soort, plek.soort.naam, plek.naam, parent)
        self.werkruimte = werkruimte
        self._plek = plek
        self._gezien: tuple[object, tuple[Kladrij, ...]] | None = None
        self.rijen_veranderd.connect(self._bij_rijen)
        self.versies_gevraagd.connect(werkruimte.versies_gevraagd)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        echt = self._plek.lees(self.werkruimte.scan)
        klad = self.werkruimte.klad(self._plek.naam)
        if self._gezien is not None and self._gezien[0] is echt and self._gezien[1] == klad:
            return
        self._gezien = (echt, klad)
        self.zet_rijen(voeg_samen(self.soort, echt, klad))

    def pas_aan(self, oud: Risicoscan, nieuw: Risicoscan) -> Risicoscan:
        """What else changes in the scan with these rows; nothing here."""
        del oud
        return nieuw

    def _bij_rijen(self, rijen: tuple[Cellen, ...]) -> None:
        scan = self.werkruimte.scan
        oud = self._plek.lees(scan)
        echt, klad = splits(self.soort, self._plek.naam, rijen, oud)
        if echt == oud and klad == self.werkruimte.klad(self._plek.naam):
            return
        self._gezien = (echt, klad)
        nieuw = self.pas_aan(scan, self._plek.zet(scan, echt))
        self.werkruimte.wijzig_tabel(nieuw, self._plek.naam, klad)


def maak_tabel(naam: str, werkruimte: Werkruimte, parent: QWidget) -> ScanTabel:
    """The table with this name (see `tabelsoorten.tabelplek`) of the open scan."""
    return ScanTabel(tabelplek(naam, werkruimte.nu().date()), werkruimte, parent)
