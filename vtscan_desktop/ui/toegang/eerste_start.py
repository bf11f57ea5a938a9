"""The first start: which step it is, the sheet of that step, and at the end all of it made at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.eerste_start import Startkeuze, Startstap
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap, zet_soort
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.startbladen import Beginblad, Wachtwoordblad, maak_blad

if TYPE_CHECKING:
    from vtscan_desktop.services.sessie import Sessie

_NAMEN = {
    Startstap.WACHTWOORD: "Wachtwoord",
    Startstap.PLAATS: "Plaats",
    Startstap.SLEUTEL: "Herstelsleutel",
    Startstap.ZELF: "Uzelf",
    Startstap.BEGIN: "Beginnen",
}
_KEUZEN = (QCheckBox, QRadioButton)
_BALK = 4
"""Height of the bar of a step, in px at 100%."""
_HOOG = 400
"""Least height of a sheet, in px whatever the text size: so that the window stays where it is from step to step."""


def _richt_in(keuze: Startkeuze, _melder: Melder) -> Sessie:
    from vtscan_desktop.services.eerste_start import richt_in

    return richt_in(keuze)


class Startbalk(QWidget):
    """All steps side by side, each with its name: which are done, and which it is now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(t.px(maten.KLEIN))
        self._delen = []
        for stap, naam in _NAMEN.items():
            kolom = QVBoxLayout()
            kolom.setSpacing(t.px(maten.KRAP))
            balk = QFrame(self)
            zet_soort(balk, "startbalk")
            balk.setFixedHeight(t.px(_BALK))
            tekst = label(naam, self, "startstap", breekt=False)
            kolom.addWidget(balk)
            kolom.addWidget(tekst)
            rij.addLayout(kolom, 1)
            self._delen.append((stap, balk, tekst))

    def toon(self, keuze: Startkeuze) -> None:
        """Show where it is."""
        for nummer, (stap, balk, tekst) in enumerate(self._delen, 1):
            stand = "nu" if stap is keuze.stap else "gedaan" if nummer < keuze.nummer else "straks"
            for deel in (balk, tekst):
                zet_eigenschap(deel, "stand", stand)
        self.setAccessibleName(f"Stap {keuze.nummer} van {len(self._delen)}: {_NAMEN[keuze.stap]}")


class EersteStart(QWidget):
    """No database yet: `ingericht` carries the `Sessie` when there is one. `naar_ander_pad` asks to open another."""

    ingericht = Signal(object)
    naar_ander_pad = Signal(object)

    def __init__(self, pad: Path, vandaag: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._vandaag = vandaag
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema().px(maten.RUIM))
        self.balk = Startbalk(self)
        kolom.addWidget(self.balk)
        self._vak = QHBoxLayout()
        self._vak.addStrut(_HOOG)
        kolom.addLayout(self._vak, 1)
        self.keuze = Startkeuze(pad)
        self.blad = maak_blad(self.keuze, vandaag, self)
        self._zet_blad()

    @property
    def pad(self) -> Path:
        """Where the database would come."""
        return self.blad.lees().pad

    @property
    def te_verliezen(self) -> bool:
        """Whether stopping now would lose something that was filled in."""
        blad = self.blad
        getypt = isinstance(blad, Wachtwoordblad) and bool(blad.nieuw.tekst())
        return getypt or blad.lees().te_verliezen

    @property
    def bezig(self) -> bool:
        """Whether it waits for something."""
        blad = self.blad
        return isinstance(blad, Wachtwoordblad | Beginblad) and blad.bezig

    def neem_over(self, oud: QWidget) -> None:
        """Show the step that another was at, with what was typed there."""
        if isinstance(oud, EersteStart):
            self._ga_naar(oud.blad.lees())
            if isinstance(self.blad, Wachtwoordblad) and isinstance(oud.blad, Wachtwoordblad):
                self.blad.nieuw.neem_over(oud.blad.nieuw)

    def eerste_veld(self) -> QWidget:
        """Where typing begins."""
        return self.blad.eerste_veld()

    def neem_wachtwoord(self, wachtwoord: str) -> None:
        """Go on from the first step with a passphrase that was given elsewhere, and is not weighed here."""
        if isinstance(self.blad, Wachtwoordblad):
            self.blad.neem(wachtwoord)

    def toon_fout(self, tekst: str) -> None:
        """Show one sentence, or none."""
        self.blad.toon_fout(tekst)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Esc closes the window, which asks first when something would be lost; Enter on a choice goes on."""
        if e.key() == Qt.Key.Key_Escape:
            self.window().close()
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), _KEUZEN):
            self.blad.door.click()
        else:
            super().keyPressEvent(e)

    def _ga_naar(self, keuze: Startkeuze) -> None:
        self.keuze = keuze
        oud = self.blad
        self.blad = maak_blad(keuze, self._vandaag, self)
        self._vak.removeWidget(oud)
        oud.hide()
        oud.deleteLater()
        self._zet_blad()
        self.eerste_veld().setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet_blad(self) -> None:
        self.balk.toon(self.keuze)
        self._vak.addWidget(self.blad)
        self.blad.verder.connect(self._bij_verder)
        self.blad.terug.connect(self._bij_terug)
        self.blad.naar_ander_pad.connect(self.naar_ander_pad)

    def _bij_verder(self, keuze: Startkeuze) -> None:
        if not isinstance(self.blad, Beginblad):
            self._ga_naar(keuze.verder())
            return
        from vtscan_desktop.ui.langwerk import Langwerk

        self.blad.toon_fout("")
        self.blad.zet_bezig(True)
        Langwerk.van(self).begin(
            self,
            "De database maken",
            partial(_richt_in, keuze),
            klaar=self._bij_ingericht,
            mislukt=self._bij_fout,
            vertel=_niets,
        )

    def _bij_terug(self, keuze: Startkeuze) -> None:
        self._ga_naar(keuze.terug())

    def _bij_ingericht(self, sessie: Any) -> None:
        self.ingericht.emit(sessie)

    def _bij_fout(self, fout: VtscanFout) -> None:
        if isinstance(self.blad, Beginblad):
            self.blad.zet_bezig(False)
        self.toon_fout(str(fout))


def _niets(_sessie: Any) -> None:
    """The window that opens tells it."""
