"""Choosing a passphrase: typed twice, with an honest word on how strong it is while it is being typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld, geheimveld
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from vtscan_desktop.services.wachtwoordsterkte import Sterkte

MIN_WACHTWOORD = 8
"""Fewest characters of a new passphrase; each guess costs a thief about 0.1 s of computing."""
_RAAD = f"Minstens {MIN_WACHTWOORD} tekens. Een zin van vijf woorden is sterk en goed te onthouden."


def _weeg(wachtwoord: str, _melder: Melder) -> tuple[str, Sterkte]:
    from vtscan_desktop.services.wachtwoordsterkte import weeg

    return wachtwoord, weeg(wachtwoord)


class NieuwWachtwoord(QWidget):
    """Two fields, a tick to see what is typed, and a line on the strength. `klaar` is Enter in the second field."""

    klaar = Signal()
    gekeurd = Signal(str)
    """Why what stands there can't be taken, or ""; the answer to `keur`."""

    def __init__(self, parent: QWidget, naam: str = "Wachtwoord") -> None:
        super().__init__(parent)
        self._gewogen: tuple[str, Sterkte] | None = None
        self._bezig = False
        self._keurt = False
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(thema().px(maten.KLEIN))
        self.wachtwoord = self._veld(naam)
        self.sterkte = label(_RAAD, self, "klein")
        self.sterkte.setAccessibleName("Sterkte van het wachtwoord")
        self._kolom.addWidget(self.sterkte)
        self.herhaling = self._veld("Nog een keer")
        self.zichtbaar = QCheckBox("Toon wat ik typ", self)
        self.zichtbaar.toggled.connect(self._zet_zichtbaar)
        self._kolom.addWidget(self.zichtbaar)
        self.wachtwoord.veranderd.connect(self._bij_typen)
        self.wachtwoord.returnPressed.connect(self.herhaling.setFocus)
        self.herhaling.returnPressed.connect(self.klaar)

    def tekst(self) -> str:
        """The passphrase."""
        return self.wachtwoord.tekst()

    def keur(self) -> None:
        """Say by `gekeurd` whether what stands there can be taken: at once, or when its strength has been weighed."""
        wachtwoord = self.tekst()
        if len(wachtwoord.strip()) < MIN_WACHTWOORD:
            self.gekeurd.emit(f"Kies een wachtwoord van minstens {MIN_WACHTWOORD} tekens.")
        elif wachtwoord != self.herhaling.tekst():
            self.gekeurd.emit("De twee wachtwoorden zijn niet gelijk.")
        elif self._gewogen is not None and self._gewogen[0] == wachtwoord:
            sterkte = self._gewogen[1]
            self.gekeurd.emit(f"Dit wachtwoord is te zwak. {sterkte.zin}" if sterkte.te_zwak else "")
        else:
            self._keurt = True
            self._begin_wegen()

    def neem_over(self, oud: NieuwWachtwoord) -> None:
        """Show what stands in another."""
        self.wachtwoord.setText(oud.wachtwoord.text())
        self.herhaling.setText(oud.herhaling.text())
        self._bij_typen("")

    def wis(self) -> None:
        """Hold nothing any more."""
        for veld in (self.wachtwoord, self.herhaling):
            veld.clear()
        self._gewogen = None

    def _veld(self, naam: str) -> RegelVeld:
        gemaakt = geheimveld(naam, self)
        self._kolom.addWidget(label(naam, self, "kop", buddy=gemaakt))
        self._kolom.addWidget(gemaakt)
        return gemaakt

    def _zet_zichtbaar(self, aan: bool) -> None:
        wijze = QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password
        self.wachtwoord.setEchoMode(wijze)
        self.herhaling.setEchoMode(wijze)

    def _bij_typen(self, _tekst: str) -> None:
        self._keurt = False
        self._begin_wegen()

    def _begin_wegen(self) -> None:
        """Weigh what stands there, one at a time: what comes while that goes on is weighed after it."""
        wachtwoord = self.tekst()
        if len(wachtwoord.strip()) < MIN_WACHTWOORD:
            self._toon("", _RAAD)
        elif not self._bezig:
            self._bezig = True
            voer_uit(partial(_weeg, wachtwoord), self, klaar=self._bij_sterkte, mislukt=self._bij_fout)

    def _bij_sterkte(self, gewogen: tuple[str, Sterkte]) -> None:
        self._bezig = False
        if gewogen[0] != self.tekst():
            self._begin_wegen()
            return
        self._gewogen = gewogen
        self._toon(f"{gewogen[1].stand}", f"{gewogen[1].woord}. {gewogen[1].zin}")
        if self._keurt:
            self._keurt = False
            self.keur()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._bezig = False
        self._toon("", _RAAD)
        if self._keurt:
            self._keurt = False
            self.gekeurd.emit(str(fout))

    def _toon(self, stand: str, tekst: str) -> None:
        zet_eigenschap(self.sterkte, "sterkte", stand)
        self.sterkte.setText(tekst)
