"""Tables bound to the open scan: what is typed goes into it, rows in the making are kept beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.services.tabelrijen import Cellen, splits, voeg_samen
from vtscan_desktop.services.tabelsoorten import Tabelplek, tabelplek
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.werkruimte import Werkruimte

Tabelstand = tuple[tuple[Any, ...], tuple[Kladrij, ...]]
"""What is kept of a table: its valid rows, and those in the making."""


class ScanTabel(RijenTabel):
    """A table of the open scan. `ververs` shows the scan as it is now, and costs nothing when it is the same."""

    def __init__(self, plek: Tabelplek[Any], werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(plek.soort, plek.soort.naam, plek.naam, parent)
        self.werkruimte = werkruimte
        self._plek = plek
        self._gezien: Tabelstand | None = None
        self.rijen_veranderd.connect(self._bij_rijen)
        self.versies_gevraagd.connect(werkruimte.versies_gevraagd)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        stand = tabelstand(self._plek, self.werkruimte)
        if self._gezien is not None and self._gezien[0] is stand[0] and self._gezien[1] == stand[1]:
            return
        self._gezien = stand
        self.zet_rijen(voeg_samen(self.soort, *stand))

    def pas_aan(self, oud: Risicoscan, nieuw: Risicoscan) -> Risicoscan:
        """What else changes in the scan with these rows; nothing here."""
        del oud
        return nieuw

    def _bij_rijen(self, rijen: tuple[Cellen, ...]) -> None:
        oud = tabelstand(self._plek, self.werkruimte)
        nieuw = splits(self.soort, self._plek.naam, rijen, oud[0])
        if nieuw == oud:
            return
        self._gezien = nieuw
        scan = self.werkruimte.scan
        self.werkruimte.wijzig_tabel(self.pas_aan(scan, self._plek.zet(scan, nieuw[0])), self._plek.naam, nieuw[1])


def tabelstand(plek: Tabelplek[Any], werkruimte: Werkruimte) -> Tabelstand:
    """What is kept of a table now."""
    return plek.lees(werkruimte.scan), werkruimte.klad(plek.naam)


def bewaar_rijen(plek: Tabelplek[Any], werkruimte: Werkruimte, rijen: Sequence[Cellen]) -> None:
    """Keep all rows of a table as typed; what is not valid (yet) stays beside the scan."""
    oud = tabelstand(plek, werkruimte)
    nieuw = splits(plek.soort, plek.naam, rijen, oud[0])
    if nieuw != oud:
        werkruimte.wijzig_tabel(plek.zet(werkruimte.scan, nieuw[0]), plek.naam, nieuw[1])


def maak_tabel(naam: str, werkruimte: Werkruimte, parent: QWidget) -> ScanTabel:
    """The table with this name (see `tabelsoorten.tabelplek`) of the open scan."""
    return ScanTabel(tabelplek(naam, werkruimte.nu().date(), werkruimte.format), werkruimte, parent)
