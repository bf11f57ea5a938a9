"""Opening a vastgestelde scan again: as what, and why. The reason is kept with the scan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.levensloop import MAX_REDEN
from vtscan_desktop.domain.risicoscan import ScanStatus
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.keuzen import Knoppenrij
from vtscan_desktop.ui.onderdelen import knop, label, pas_hoogte_aan
from vtscan_desktop.ui.teksten import SCANSTATUS
from vtscan_desktop.ui.tekstvlak import TekstVlak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte


class Heropenvenster(QDialog):
    """Asks the status to go back to and the reason; closes once the scan is open again."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self._ruimte = werkruimte
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Scan heropenen")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(*[t.px(maten.BREED)] * 4)
        kolom.setSpacing(t.px(maten.KLEIN))
        kolom.addWidget(label("Scan heropenen", self, "titel"))
        uitleg = (
            "Rapporten die u al maakte, blijven zoals ze zijn. Een nieuw rapport krijgt een nieuw versienummer. Onder "
            "Versies staat straks wie de scan heropende, wanneer en waarom."
        )
        kolom.addWidget(label(uitleg, self, "gedempt"))
        kolom.addWidget(label("De scan wordt weer", self, "kop"))
        self.status = Knoppenrij("De scan wordt weer", self, wisbaar=False)
        for status in (ScanStatus.TER_BESPREKING, ScanStatus.CONCEPT):
            self.status.voeg_toe(status.value, SCANSTATUS[status])
        self.status.zet_waarde(ScanStatus.TER_BESPREKING.value)
        kolom.addWidget(self.status)
        self.reden = TekstVlak("Waarom gaat de scan weer open?", self, regels=3, maximum=MAX_REDEN)
        kolom.addWidget(label("Waarom gaat de scan weer open?", self, "kop", buddy=self.reden))
        kolom.addWidget(self.reden)
        self.fout = label("", self, "fout")
        self.fout.hide()
        kolom.addWidget(self.fout)
        rij = QHBoxLayout()
        rij.addStretch(1)
        terug = knop("Annuleren", self)
        terug.clicked.connect(self.reject)
        self.heropen = knop("Heropenen", self, "hoofd")
        self.heropen.clicked.connect(self._bij_heropen)
        for deze in (terug, self.heropen):
            rij.addWidget(deze)
        kolom.addLayout(rij)
        self.setMinimumWidth(min(t.px(maten.VRAAGVENSTER), parent.window().width() * 9 // 10))
        self.reden.setFocus()

    def _bij_heropen(self) -> None:
        try:
            self._ruimte.zet_status(ScanStatus(self.status.waarde()), self.reden.tekst())
        except VtscanFout as fout:
            self.fout.setText(str(fout))
            self.fout.show()
            pas_hoogte_aan(self)
            self.reden.setFocus()
            return
        self.accept()
