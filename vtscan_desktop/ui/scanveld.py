"""Fields outside a table: a form with labels, and a date or number that is kept while it is half typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.services.tabelrijen import Kolom, lees_cel, maak_cel, normale_cel
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.veldstroom import Veldstroom
from vtscan_desktop.ui.tabellen.cellen import RegelCel
from vtscan_desktop.ui.werkruimte import Werkruimte


class Formulier(QWidget):
    """Fields with their labels above them, side by side as long as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stroom = Veldstroom(self)
        self._stroom.zet_kaart(True)

    def voeg_toe(self, tekst: str, veld: QWidget, breedte: int, rek: int = 1) -> QLabel:
        """Add a field; `breedte` is its least width in px at 100%, `rek` its share in what is left over."""
        kop = label(tekst, self, "veldlabel", buddy=veld)
        self._stroom.voeg_toe(veld, breedte, rek, kop)
        return kop


class ScanVeld(RegelCel):
    """One date or number of the open scan, described by a `Kolom`.

    What is not valid (yet) is kept beside the scan, under the column's key; a required value keeps its last valid one.
    """

    def __init__(
        self,
        kolom: Kolom,
        werkruimte: Werkruimte,
        lees: Callable[[Risicoscan], Any],
        zet: Callable[[Risicoscan, Any], Risicoscan],
        parent: QWidget,
    ) -> None:
        super().__init__(kolom, kolom.kop, parent)
        self._werkruimte = werkruimte
        self._lees = lees
        self._zet = zet
        self.setObjectName(kolom.sleutel)
        self.veranderd.connect(self._bij_typen)
        self.fout = label("", parent, "fout")
        self.fout.hide()

    def ververs(self) -> None:
        """Show the scan as it is now; what is being typed and means the same is left alone."""
        klad = self._werkruimte.klad(self._kolom.sleutel)
        tekst = klad[0].cellen[0] if klad else maak_cel(self._kolom, self._lees(self._werkruimte.scan))
        if normale_cel(self._kolom, self.tekst()) != normale_cel(self._kolom, tekst):
            self.zet_tekst(tekst)
        self._toon_fout()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Leaving: say what is wrong."""
        super().focusOutEvent(e)
        self._toon_fout()

    def _bij_typen(self, tekst: str) -> None:
        waarde, fout = self._oordeel(tekst)
        scan = self._werkruimte.scan
        nieuw = scan if fout else self._zet(scan, waarde)
        klad = (Kladrij(self._kolom.sleutel, 0, (tekst,), echt=True),) if fout else ()
        self._toon_fout()
        self._werkruimte.wijzig_tabel(nieuw, self._kolom.sleutel, klad)

    def _oordeel(self, tekst: str) -> tuple[Any, str]:
        waarde, fout = lees_cel(self._kolom, tekst)
        if waarde is None and not fout and self._kolom.verplicht:
            fout = f"Vul nog in: {self._kolom.kop[:1].lower()}{self._kolom.kop[1:]}."
        return waarde, fout

    def _toon_fout(self) -> None:
        fout = self._oordeel(self.tekst())[1]
        if self.hasFocus() and self.property("fout") is not True:
            fout = ""
        zet_eigenschap(self, "fout", bool(fout))
        self.setToolTip(fout)
        self.fout.setText(fout)
        self.fout.setVisible(bool(fout))
