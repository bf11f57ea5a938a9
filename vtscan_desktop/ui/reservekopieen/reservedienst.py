"""The main window's backups: made by themselves, and put back through a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from vtscan_desktop.domain.errors import OmgevingFout, VtscanFout
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.reservekopieen.reservewacht import Reservewacht
from vtscan_desktop.ui.sneltoetsen import koppel

if TYPE_CHECKING:  # at run time these come with the database: the first window must not wait for them
    from vtscan_desktop.services.sessie import Sessie
    from vtscan_desktop.ui.reservekopieen.reservevenster import TweedePlaats
    from vtscan_desktop.ui.venster import Hoofdvenster


class Reservedienst(QObject):
    """Belongs to the main window."""

    def __init__(self, venster: Hoofdvenster, klok: Callable[[], datetime]) -> None:
        super().__init__(venster)
        self._venster = venster
        self._klok = klok
        self.wacht = Reservewacht(klok, self)
        self.wacht.melding.connect(venster.meldingregel.toon)
        koppel("reservekopieen", venster, self.open_venster)
        self.begin, self.stop = self.wacht.begin, self.wacht.stop

    def open_venster(self) -> None:
        """Show the backups of the open database."""
        from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster, TweedePlaats

        sessie = self._venster.sessie
        if sessie is None:
            return
        try:
            tweede = sessie.tweede_plaats()
        except VtscanFout as fout:
            self._venster.meldingregel.toon(str(fout))
            return
        gemaakt = Reservevenster(
            sessie.pad, sessie.herstelsleutel, self._klok, self._laat_los, self._venster, tweede=tweede
        )
        plaats = TweedePlaats(tweede, gemaakt)
        plaats.gekozen.connect(partial(self.kies_plaats, plaats))
        gemaakt.voeg_toe(plaats)
        gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gemaakt.teruggezet.connect(self._bij_teruggezet)
        gemaakt.mislukt.connect(self._bij_mislukt)
        gemaakt.open()

    def kies_plaats(self, plaats: TweedePlaats, folder: Path | None) -> None:
        """Take over what was chosen as second place, show it, and use it at once."""
        if self._venster.sessie is None:
            return
        try:
            self._venster.sessie.zet_tweede_plaats(folder)
        except VtscanFout as fout:
            self._venster.meldingregel.toon(str(fout))
            return
        plaats.toon(folder)
        self.wacht.maak()

    def _laat_los(self) -> None:
        """Close the open scan, which is opened again afterwards, and the database: another can take its place."""
        sessie, scherm = self._venster.sessie, self._venster.werkscherm
        if sessie is not None:
            if not self.wacht.rust():
                raise OmgevingFout("Er wordt nog een reservekopie gemaakt; probeer het zo weer.")
            open_scan = scherm.werkruimte.scan.id if scherm is not None else None
            if not self._venster.sluit_scan():
                raise OmgevingFout("De open scan kon niet worden bewaard; er is niets teruggezet.")
            self._venster.vraag(open_scan, None)
            self.stop()
            sessie.sluit()

    def _bij_teruggezet(self, geheim: str, bewaard: Path | None) -> None:
        zin = "De reservekopie staat terug."
        if bewaard is not None:
            zin += f" De database van daarvoor is bewaard als {bewaard.name}."
        self._heropen(geheim, zin)

    def _bij_mislukt(self, geheim: str, zin: str) -> None:
        self._heropen(geheim, zin)

    def _heropen(self, geheim: str, zin: str) -> None:
        if self._venster.sessie is None:  # locked meanwhile: the passphrase opens what is there now
            return
        self._zin = zin
        werk = partial(_open, self._venster.sessie.pad, geheim)
        voer_uit(werk, self, klaar=self._bij_sessie, mislukt=self._bij_fout)

    def _bij_sessie(self, sessie: Any) -> None:
        self._venster.neem_sessie(sessie)
        self._venster.meldingregel.toon(self._zin)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._venster.neem_sessie_af()
        self._venster.meldingregel.toon(str(fout), fout=True)


def _open(pad: Path, geheim: str, _melder: Melder) -> Sessie:
    from vtscan_desktop.services.sessie import Sessie

    return Sessie.open(pad, geheim)
