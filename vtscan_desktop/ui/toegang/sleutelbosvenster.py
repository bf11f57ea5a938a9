"""Whether the keyring of the system may keep the passphrase: asked for, explained, and undone as easily."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.services import sleutelbos
from vtscan_desktop.services.logboek import Actie, handeling
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.velden import geheimveld

_MAAT = QSize(560, 400)
_UITLEG = (
    "U kunt uw wachtwoord laten bewaren door dit besturingssysteem. vtscan opent dan zonder te vragen zodra u bij deze "
    "computer bent ingelogd. Wie uw computer onvergrendeld vindt, kan dat ook: kies dit alleen op een eigen computer. "
    "Na vergrendelen vraagt vtscan altijd om uw wachtwoord."
)


def _zoek(_melder: Melder) -> str:
    return sleutelbos.zoek_sleutelbos()


def _onthoud(sessie: Sessie, wachtwoord: str, _melder: Melder) -> bool:
    if not sessie.opslag.is_geheim(wachtwoord):
        raise InvoerFout("Dit wachtwoord klopt niet; er is niets bewaard.")
    with handeling(Actie.SLEUTELBOS):
        sleutelbos.onthoud(sessie.pad, wachtwoord)
    return True


def _vergeet(sessie: Sessie, _melder: Melder) -> bool:
    with handeling(Actie.SLEUTELBOS):
        sleutelbos.vergeet(sessie.pad)
    return False


class Sleutelbosvenster(Formuliervenster):
    """`gekozen` carries whether the keyring keeps the passphrase from now on."""

    gekozen = Signal(bool)

    def __init__(self, sessie: Sessie, in_sleutelbos: bool, parent: QWidget) -> None:
        knoptekst = "Vergeet mijn wachtwoord" if in_sleutelbos else "Bewaar mijn wachtwoord"
        super().__init__("Wachtwoord in de sleutelbos", _UITLEG, knoptekst, _MAAT, parent)
        self._sessie = sessie
        self._is_bewaard = in_sleutelbos
        self.stand = label("Er wordt gekeken welke sleutelbos er is…", self.vak)
        self.kolom.addWidget(self.stand)
        self.geheim = geheimveld("Uw wachtwoord", self.vak)
        self.geheim.hide()
        self.geheim.returnPressed.connect(self._bij_hoofd)
        self.zet_bezig(True)
        voer_uit(_zoek, self, klaar=self._bij_bos, mislukt=self.bij_fout)

    def doe(self) -> None:
        """Keep it, or drop it."""
        self.zet_bezig(True)
        werk = partial(_vergeet, self._sessie) if self._is_bewaard else partial(_onthoud, self._sessie, self._tekst())
        voer_uit(werk, self, klaar=self._bij_klaar, mislukt=self.bij_fout)

    def _tekst(self) -> str:
        return self.geheim.tekst()

    def _bij_bos(self, naam: str) -> None:
        self.zet_bezig(False)
        if not naam:
            self.stand.setText(sleutelbos.GEEN)
            self.kolom.addStretch(1)
            self.hoofd.hide()
            self.terug.setText("Sluiten")
            return
        if not self._is_bewaard:
            self.kop("Uw wachtwoord", self.geheim)
            self.geheim.show()
        self.kolom.addStretch(1)
        waar = f"Uw wachtwoord staat in {naam}." if self._is_bewaard else f"Het komt in {naam}."
        self.stand.setText(waar)
        (self.hoofd if self._is_bewaard else self.geheim).setFocus()

    def _bij_klaar(self, bewaard: bool) -> None:
        self.zet_bezig(False)
        self.geheim.clear()
        self.accept()
        self.gekozen.emit(bewaard)
