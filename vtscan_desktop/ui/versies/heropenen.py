"""Opening a vastgestelde scan again: as what, and why. The reason is kept with the scan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.levensloop import MAX_REDEN
from vtscan_desktop.domain.risicoscan import ScanStatus
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.teksten import SCANSTATUS
from vtscan_desktop.ui.werkruimte import Werkruimte

_MAAT = QSize(520, 420)
_UITLEG = (
    "Rapporten die u al maakte, blijven zoals ze zijn. Een nieuw rapport krijgt een nieuw versienummer. Onder "
    "Versies staat straks wie de scan heropende, wanneer en waarom."
)


class Heropenvenster(Formuliervenster):
    """Asks the status to go back to and the reason; closes once the scan is open again."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__("Scan heropenen", _UITLEG, "Heropenen", _MAAT, parent)
        self._ruimte = werkruimte
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.status = Knoppenrij("De scan wordt weer", self.vak, wisbaar=False)
        for status in (ScanStatus.TER_BESPREKING, ScanStatus.CONCEPT):
            self.status.voeg_toe(status.value, SCANSTATUS[status])
        self.status.zet_waarde(ScanStatus.TER_BESPREKING.value)
        self.kop("De scan wordt weer", self.status)
        self.reden = TekstVlak("Waarom gaat de scan weer open?", self.vak, regels=3, maximum=MAX_REDEN)
        self.reden.geweigerd.connect(self.toon_fout)
        self.kop("Waarom gaat de scan weer open?", self.reden)
        self.kolom.addStretch(1)
        self.reden.setFocus()

    def doe(self) -> None:
        """Open the scan again, with the reason."""
        try:
            self._ruimte.zet_status(ScanStatus(self.status.waarde()), self.reden.tekst())
        except VtscanFout as fout:
            self.toon_fout(str(fout))
            self.reden.setFocus()
            return
        self.accept()
