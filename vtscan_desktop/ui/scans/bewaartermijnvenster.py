"""Until when a scan is kept: for all scans in years after the peildatum, for one scan by a date of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.bewaartermijn import MEESTE_JAREN, bewaartermijn, lees_jaren, zet_datum, zet_jaren
from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.teksten import scannaam

_MAAT = QSize(560, 420)
_UITLEG = (
    "Is de datum voorbij, dan ziet u dat op de startpagina. vtscan verwijdert niets uit zichzelf. Vraag uw eigen "
    "organisatie welke termijn geldt."
)


class Bewaartermijnvenster(Formuliervenster):
    """`gewijzigd` tells that a date or the years were kept."""

    gewijzigd = Signal()

    def __init__(self, sessie: Sessie, regel: Scanregel, parent: QWidget) -> None:
        super().__init__("Bewaartermijn", _UITLEG, "Bewaren", _MAAT, parent)
        self._opslag = sessie.opslag
        self._regel = regel
        nu = bewaartermijn(self._opslag, regel.id, regel.peildatum)
        self.jaren = RegelVeld("Jaren na de peildatum, voor alle scans", self.vak, maximum=2)
        self.jaren.setValidator(QIntValidator(1, MEESTE_JAREN, self.jaren))
        self.jaren.zet_tekst(str(lees_jaren(self._opslag)))
        self.kop("Jaren na de peildatum, voor alle scans", self.jaren)
        self.datum = DatumVeld("Eigen datum voor deze scan", self.vak)
        self.datum.zet_datum(nu.tot if nu.eigen else None)
        self.kop(f"Eigen datum voor {scannaam(regel.regio, regel.peildatum)}", self.datum)
        self.kolom.addWidget(label("Leeg: de termijn voor alle scans geldt.", self.vak, "klein"))
        self.kolom.addStretch(1)
        self.datum.setFocus()

    def doe(self) -> None:
        """Keep both."""
        if self.datum.tekst().strip() and self.datum.datum() is None:
            self.toon_fout("Dat is geen datum. Schrijf bijvoorbeeld 31-12-2026.")
            return
        try:
            zet_jaren(self._opslag, int(self.jaren.tekst() or 0))
            zet_datum(self._opslag, self._regel.id, self.datum.datum())
        except VtscanFout as fout:
            self.toon_fout(str(fout))
            return
        self.accept()
        self.gewijzigd.emit()
