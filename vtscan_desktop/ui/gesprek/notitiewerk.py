"""What is done with notes in the window, wherever they are shown, with one history to undo it by."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import Notitie, NotitieSoort, Risicoscan
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.services import notities
from vtscan_desktop.services.notities import Doel, Stap
from vtscan_desktop.ui.teksten import NOTITIESOORT
from vtscan_desktop.ui.werkruimte import Werkruimte

_OVERGENOMEN = {
    Doel.TOELICHTING: "Notitie overgenomen in topic {nr}.",
    Doel.RISICO: "Notitie overgenomen bij de risico’s van topic {nr}.",
    Doel.ACTIE: "Notitie is nu ook een actie bij topic {nr}.",
    Doel.IN_KAART: "Notitie overgenomen in de tekst.",
}
_MAX_STAPPEN = 100


class Notitiewerk(QObject):
    """Changes notes of the open scan. `gewijzigd` says that there is another step to undo, or none any more."""

    gewijzigd = Signal()
    melding = Signal(str)
    """One Dutch sentence on why something was not done."""
    versies_gevraagd = Signal(object)
    """Asks for the earlier versions of the text of a note, with its field."""

    def __init__(self, werkruimte: Werkruimte) -> None:
        super().__init__(werkruimte)
        self._werkruimte = werkruimte
        self.versies_gevraagd.connect(werkruimte.versies_gevraagd)
        self._stappen: list[Stap] = []
        self._aangeboden: Stap | None = None

    @property
    def op_slot(self) -> bool:
        """Whether no note can be changed."""
        return self._werkruimte.op_slot

    @property
    def format(self) -> Format:
        """What the topics of the open scan are called."""
        return self._werkruimte.format

    def laatste(self) -> Stap | None:
        """What was done last, while it is worth offering to undo it."""
        return self._aangeboden

    def zet_tekst(self, notitie: Notitie, tekst: str) -> Notitie:
        """The text of a note while it is typed; `klaar` makes one step of all of it. Gives back the new value."""
        scan, stap = notities.vervang(self._werkruimte.scan, notitie, "", tekst=tekst)
        assert stap.nieuw is not None
        self._werkruimte.wijzig(scan)
        return stap.nieuw

    def klaar(self, oud: Notitie, nieuw: Notitie) -> None:
        """The text of a note has been changed. A note without text is a removed one."""
        if nieuw.tekst.strip():
            if nieuw.tekst != oud.tekst:
                self._onthoud(Stap("Notitie gewijzigd.", 0, oud, nieuw))
            return
        self.verwijder(self.zet_tekst(nieuw, oud.tekst))

    def verplaats(self, notitie: Notitie, topic: int | None) -> None:
        """Move a note to another topic, or to none."""
        bij = f"bij topic {self.format.topic(topic).genummerd}" if topic else "los van een topic"
        self._doe(notities.vervang(self._werkruimte.scan, notitie, f"Notitie staat nu {bij}.", topic=topic))

    def zet_gesprek(self, notitie: Notitie, gesprek: str | None) -> None:
        """Move a note to another gesprek, or outside any."""
        zin = "Notitie hoort nu bij een ander gesprek." if gesprek else "Notitie staat nu buiten een gesprek."
        self._doe(notities.vervang(self._werkruimte.scan, notitie, zin, gesprek=gesprek))

    def zet_soort(self, notitie: Notitie, soort: NotitieSoort) -> None:
        """Give a note another kind."""
        zin = f"Soort is nu: {NOTITIESOORT[soort]}."
        self._doe(notities.vervang(self._werkruimte.scan, notitie, zin, soort=soort))

    def verwijder(self, notitie: Notitie) -> None:
        """Remove a note."""
        self._doe(notities.verwijder(self._werkruimte.scan, notitie, "Notitie verwijderd."))

    def neem_over(self, notitie: Notitie, doel: Doel, veld: str = "") -> None:
        """Turn a note into something else; it stays itself too."""
        zin = _OVERGENOMEN[doel].format(nr=notitie.topic)
        try:
            self._doe(notities.neem_over(self._werkruimte.scan, notitie, doel, zin, veld))
        except InvoerFout as fout:
            self.melding.emit(str(fout))

    def ongedaan(self) -> None:
        """Undo the last step that is left."""
        if not self._stappen or self.op_slot:
            return
        scan = notities.maak_ongedaan(self._werkruimte.scan, self._stappen.pop())
        self._aangeboden = None
        if scan is None:
            self.melding.emit("Dit kan niet meer ongedaan worden gemaakt: de tekst is daarna veranderd.")
        else:
            self._werkruimte.wijzig(scan)
        self.gewijzigd.emit()

    def vergeet_aanbod(self) -> None:
        """Do not offer the last step any more; Ctrl+Z still undoes it."""
        self._aangeboden = None
        self.gewijzigd.emit()

    def _doe(self, uitkomst: tuple[Risicoscan, Stap]) -> None:
        scan, stap = uitkomst
        if self.op_slot:
            self._werkruimte.wijzig(scan)  # which says why it is not taken over
            return
        if stap.nieuw == stap.oud and stap.overname is None:
            return
        self._werkruimte.wijzig(scan)
        self._onthoud(stap)

    def _onthoud(self, stap: Stap) -> None:
        self._stappen = [*self._stappen[-_MAX_STAPPEN:], stap]
        self._aangeboden = stap
        self.gewijzigd.emit()


def notitiewerk(werkruimte: Werkruimte) -> Notitiewerk:
    """The one of an open scan (made on first use)."""
    gevonden = werkruimte.findChild(Notitiewerk)
    return gevonden if gevonden is not None else Notitiewerk(werkruimte)
