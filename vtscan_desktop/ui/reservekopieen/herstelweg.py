"""The way from a database that does not open to its last good backup: two clicks from the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from vtscan_desktop.domain.errors import InvoerFout, VtscanFout, Wachtwoordfout
from vtscan_desktop.ui.bouwstenen.onderdelen import knop

if TYPE_CHECKING:
    from vtscan_desktop.ui.toegang.toegangsblad import Toegangsblad

ZET_TERUG = "Zet een reservekopie terug…"


class Herstelweg(QObject):
    """Offers the backups of a database on the sheet that asks for its passphrase. `klaar` carries what opens it."""

    klaar = Signal(str)

    def __init__(self, blad: Toegangsblad, klok: Callable[[], datetime]) -> None:
        super().__init__(blad)
        self._blad = blad
        self._klok = klok
        self._geheim = ""
        self.knop = knop(ZET_TERUG, blad, "link", "klok-terug")
        self.knop.clicked.connect(self._open)
        self.knop.hide()
        blad.onder_fout(self.knop)

    def bied_aan(self, geheim: str, fout: VtscanFout) -> None:
        """The database did not open with `geheim`: show the way when it is damaged and there is any backup."""
        from vtscan_desktop.services.reservekopieen import lijst

        self._geheim = geheim
        kapot = isinstance(fout, InvoerFout) and not isinstance(fout, Wachtwoordfout)
        try:
            self.knop.setVisible(kapot and bool(lijst(self._blad.pad)))
        except VtscanFout:
            self.knop.hide()  # the folder can't be read: then there is no way to offer

    def _open(self) -> None:
        from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster

        gemaakt = Reservevenster(self._blad.pad, self._geheim, self._klok, _niets, self._blad)
        gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gemaakt.teruggezet.connect(self._bij_teruggezet)
        gemaakt.mislukt.connect(self._bij_mislukt)
        gemaakt.open()

    def _bij_teruggezet(self, geheim: str, bewaard: Path | None) -> None:
        from vtscan_desktop.ui.langwerk import Langwerk
        from vtscan_desktop.ui.reservekopieen.reservevenster import vertel_terug

        self.knop.hide()
        Langwerk.van(self).toon_straks(self._blad.pad, vertel_terug(bewaard))
        self.klaar.emit(geheim)

    def _bij_mislukt(self, _geheim: str, zin: str) -> None:
        self._blad.toon_fout(zin)


def _niets() -> None:
    """Nobody has the database open."""
