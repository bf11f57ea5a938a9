"""Hermeting: which parts of a scan a new scan of the same regio begins with, and on which peildatum."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.hermeting import DELEN, Deel, eis_peildatum
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.services.formats import Formatregel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.keuzen import Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.scans.formatkeuze import Formatkeuze, kies_uit
from vtscan_desktop.ui.teksten import scannaam
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(620, 700)
_UITLEG = (
    "De nieuwe scan begint als concept met wat u hieronder kiest. Notities, zienswijzen, overall beeld en vaststelling "
    "blijven in de vorige scan: die horen bij wat toen is gezegd en besloten."
)
_GEEN_DATUM = "Vul een geldige peildatum in, bijvoorbeeld 11-1-2017."


class Hermetingvenster(QDialog):
    """Asks peildatum, parts and, where there are more, the format.

    `gekozen` carries them: a `date`, a frozenset of `Deel`, and a kenmerk. `format_` is that of the scan before.
    """

    gekozen = Signal(object, object, str)

    def __init__(
        self, vorige: Risicoscan, vandaag: date, format_: Format, formats: tuple[Formatregel, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._vorige = vorige
        self.setWindowTitle("Hermeting")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(*[t.px(maten.BREED)] * 4)
        kolom.setSpacing(t.px(maten.KLEIN))
        rol = Rolvak(self)
        inhoud = QVBoxLayout(rol.vlak)
        inhoud.setContentsMargins(0, 0, t.px(maten.KLEIN), 0)
        inhoud.setSpacing(t.px(maten.KLEIN))
        inhoud.addWidget(label("Hermeting", rol.vlak, "titel"))
        inhoud.addWidget(label(f"Na {scannaam(vorige.regio, vorige.peildatum)}", rol.vlak, "kop"))
        inhoud.addWidget(label(_UITLEG, rol.vlak, "gedempt"))
        self.peildatum = DatumVeld("Nieuwe peildatum", rol.vlak, verplicht=True)
        self.peildatum.setFixedWidth(t.px(maten.DATUMVELD))
        if vandaag > vorige.peildatum:
            self.peildatum.zet_datum(vandaag)
        inhoud.addWidget(label("Nieuwe peildatum", rol.vlak, "kop", buddy=self.peildatum))
        inhoud.addWidget(self.peildatum)
        eigen = [(format_.vervangt, f"‘{format_.vervangt}’ (niet aanwezig)")] if format_.vervangt else []
        self.format = Formatkeuze(eigen + kies_uit(formats), inhoud, rol.vlak)
        self.format.zet_waarde(format_.vervangt or format_.kenmerk)
        inhoud.addWidget(label("Wat er meegaat", rol.vlak, "kop"))
        self.delen = {deel: self._maak_regel(deel, rol.vlak, inhoud) for deel in DELEN}
        inhoud.addStretch(1)
        kolom.addWidget(rol, 1)
        self.fout = label("", self, "fout")
        self.fout.hide()
        kolom.addWidget(self.fout)
        kolom.addWidget(lijn(self))
        kolom.addLayout(self._maak_knoppen())
        self.peildatum.setFocus()

    def keuze(self) -> frozenset[Deel]:
        """The parts that are ticked."""
        return frozenset(deel for deel, regel in self.delen.items() if regel.aan())

    def _maak_regel(self, deel: Deel, parent: QWidget, kolom: QVBoxLayout) -> Vinkregel:
        uitleg = DELEN[deel]
        aantal = uitleg.tel(self._vorige)
        telling = f" ({aantal})" if aantal > 1 else "" if aantal else " (niets ingevuld)"
        regel = Vinkregel(f"{uitleg.naam}{telling}", parent)
        regel.zet(uitleg.standaard and aantal > 0)
        regel.setEnabled(aantal > 0)
        regel.vinkje.setAccessibleDescription(uitleg.uitleg)
        regel.kolom.addWidget(label(uitleg.uitleg, regel, "klein"))
        kolom.addWidget(regel)
        return regel

    def _maak_knoppen(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.addStretch(1)
        terug = knop("Annuleren", self)
        terug.clicked.connect(self.reject)
        self.maak = knop("Maak de hermeting", self, "hoofd")
        self.maak.setDefault(True)
        self.maak.clicked.connect(self._bij_maak)
        for deze in (terug, self.maak):
            rij.addWidget(deze)
        return rij

    def _bij_maak(self) -> None:
        peildatum = self.peildatum.datum()
        try:
            if peildatum is None:
                raise InvoerFout(_GEEN_DATUM)
            eis_peildatum(self._vorige, peildatum)
        except InvoerFout as fout:
            self.fout.setText(str(fout))
            self.fout.show()
            self.peildatum.setFocus()
            return
        self.accept()
        self.gekozen.emit(peildatum, self.keuze(), self.format.waarde())
