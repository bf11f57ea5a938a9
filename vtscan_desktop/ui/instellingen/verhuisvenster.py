"""Moves the database to another folder: where to, what stays behind, and then it is done whole or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.bewaarplaats import waarschuwing
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.verhuizing import Verhuizing, eis_vrije_plek, verhuis
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_map
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.keuzen import Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label
from vtscan_desktop.ui.langwerk import Afloop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vtscan_desktop.ui.venster import Hoofdvenster

_MAAT = QSize(600, 520)
_UITLEG = (
    "De database gaat met alle reservekopieën naar een andere map. Eerst wordt alles gekopieerd en nagekeken, en pas "
    "als de kopie opent, geldt de nieuwe plek. Lukt er iets niet, dan blijft alles zoals het was."
)
_BEZET = "Er wordt nog een reservekopie gemaakt; probeer het zo weer."
_BLIJFT = "Niet alles kon worden bewaard; de scan blijft open en er wordt niets verplaatst."


def _verhuis(
    sessie: Sessie, folder: Path, keuze: tuple[bool, bool], onthoud: Callable[[Path], str], melder: Melder
) -> Verhuizing:
    houd_oude, in_bos = keuze
    return verhuis(sessie, folder, houd_oude=houd_oude, in_sleutelbos=in_bos, onthoud=onthoud, meld=melder)


class Verhuizer(QObject):
    """Does it, for a main window that may lock meanwhile: the right database is then open, or asked for.

    `mislukt` carries why all is as it was, `voortgang` how far it is. It goes when it is done.
    """

    gelukt = Signal()
    mislukt = Signal(object)
    voortgang = Signal(str, int, int)

    def __init__(self, venster: Hoofdvenster, sessie: Sessie, scan: str | None) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._scan = scan

    def begin(self, folder: Path, *, houd_oude: bool) -> None:
        """Move the database, in which nothing changes any more, to a folder."""
        keuze = (houd_oude, self._venster.weergave.voorkeuren.sleutelbos)
        self._venster.langwerk.begin(
            self._venster,
            "Database verplaatsen",
            partial(_verhuis, self._sessie, folder, keuze, self._venster.na_openen),
            klaar=self._bij_klaar,
            mislukt=self._bij_mislukt,
            vertel=_niets_te_vertellen,
            voortgang=self.voortgang.emit,
        )

    def _bij_klaar(self, gedaan: Verhuizing) -> None:
        self.deleteLater()
        venster = self._venster
        if venster.sessie is self._sessie:
            self.gelukt.emit()
            venster.weergave.stop_spelling()
            venster.weergave.sluit_venster()
            venster.neem_sessie(gedaan.sessie)
            venster.meldingregel.toon(gedaan.melding)
            return
        gedaan.sessie.sluit()  # it was locked meanwhile: the passphrase opens it where it now lies
        if venster.toegang is not None:
            venster.toegang.neem_nieuwe_plek(gedaan.sessie.pad)
        venster.langwerk.toon(Afloop("De database is verplaatst", gedaan.melding))

    def _bij_mislukt(self, fout: VtscanFout) -> None:
        """All is as it was: go on with it."""
        self.deleteLater()
        if self._venster.sessie is not self._sessie:
            self._venster.langwerk.toon(Afloop("De database is niet verplaatst", str(fout)))
            return
        self._venster.reserve.begin(self._sessie)
        if self._scan is not None:
            self._venster.open_scan(self._scan)
        self.mislukt.emit(fout)


def _niets_te_vertellen(_gedaan: Any) -> None:
    """The `Verhuizer` tells it itself."""


class Verhuisvenster(Formuliervenster):
    """Works on the main window: the open scan closes, all kept, and comes back from the new place."""

    def __init__(self, venster: Hoofdvenster, parent: QWidget) -> None:
        super().__init__("Database verplaatsen", _UITLEG, "Verplaats", _MAAT, parent)
        assert venster.sessie is not None
        self._venster = venster
        self._sessie = venster.sessie
        self.folder: Path | None = None
        self.kop("Nu")
        self.kolom.addWidget(label(breekbaar(self._sessie.pad.parent), self.vak, "gedempt"))
        self.kop("Nieuwe map")
        self._naar = label("Nog niet gekozen", self.vak, "gedempt")
        self.kolom.addWidget(self._naar)
        self._bezwaar = label("", self.vak, "waarschuwing")
        self._bezwaar.hide()
        self.kolom.addWidget(self._bezwaar)
        self.kies = knop("Kies een map…", self.vak, icoon="map")
        self.kies.clicked.connect(self._bij_kies)
        self.kolom.addWidget(self.kies, 0, Qt.AlignmentFlag.AlignLeft)
        self.houd = Vinkregel("Laat de oude bestanden ook staan", self.vak)
        self.kolom.addWidget(self.houd)
        self.kolom.addWidget(
            label("Wat u daarna typt, komt alleen in de database op de nieuwe plek.", self.vak, "klein")
        )
        self.kolom.addStretch(1)
        self.hoofd.setEnabled(False)
        self.kies.setFocus()

    def zet_map(self, folder: Path) -> None:
        """Take a folder, or say why it won't do."""
        self.toon_fout("")
        try:
            eis_vrije_plek(self._sessie.pad, folder)
        except VtscanFout as fout:
            self.toon_fout(str(fout))
            return
        self.folder = folder
        self._naar.setText(breekbaar(folder))
        bezwaar = waarschuwing(folder)
        self._bezwaar.setText(bezwaar)
        self._bezwaar.setVisible(bool(bezwaar))
        self.hoofd.setEnabled(True)
        self.hoofd.setFocus()

    def doe(self) -> None:
        """Let nothing change any more, and move."""
        assert self.folder is not None
        reserve, scherm = self._venster.reserve, self._venster.werkscherm
        if not reserve.wacht.rust():
            self.toon_fout(_BEZET)
            return
        scan = scherm.werkruimte.scan.id if scherm is not None else None
        if not self._venster.sluit_scan():
            self.toon_fout(_BLIJFT)
            return
        reserve.stop()
        self.zet_bezig(True)
        verhuizer = Verhuizer(self._venster, self._sessie, scan)
        verhuizer.voortgang.connect(self.toon_voortgang)
        verhuizer.mislukt.connect(self.bij_fout)
        verhuizer.gelukt.connect(self.accept)
        verhuizer.begin(self.folder, houd_oude=self.houd.aan())

    def _bij_kies(self) -> None:
        folder = kies_map(self, "Kies een map voor de database")
        if folder is not None:
            self.zet_map(folder)
