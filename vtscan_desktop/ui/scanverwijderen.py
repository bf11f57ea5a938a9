"""Asks whether a scan may go, says what goes and what stays, and removes it off this thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.services.scanverwijdering import Verwijderplan, maak_verwijderplan, verwijder_scan
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.teksten import scannaam
from vtscan_desktop.ui.vragen import vraag

_HIER = "Verwijderen"
_OVERAL = "Ook uit de reservekopieën"


def _verwijder(sessie: Sessie, scan_id: str, ook_kopieen: bool, melder: Melder) -> tuple[str, ...]:
    return verwijder_scan(sessie.opslag, scan_id, melder, ook_kopieen=ook_kopieen)


class Scanverwijderaar(QWidget):
    """Shows nothing itself. `klaar` tells that it was tried, `melding` what the user should know."""

    klaar = Signal()
    melding = Signal(str)

    def __init__(self, sessie: Sessie, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._sessie = sessie

    def vraag(self, regel: Scanregel) -> None:
        """Ask, and remove if the answer is yes."""
        try:
            plan = maak_verwijderplan(self._sessie.opslag, regel.id)
        except VtscanFout as fout:
            self._bij_fout(fout)
            return
        antwoorden = (_HIER, _OVERAL) if plan.kopieen else (_HIER,)
        antwoord = vraag(self, "Scan verwijderen?", beschrijf(regel, plan), *antwoorden, gevaar=_HIER)
        if antwoord:
            werk = partial(_verwijder, self._sessie, regel.id, antwoord == _OVERAL)
            voer_uit(werk, self, klaar=self._bij_klaar, mislukt=self._bij_fout)

    def _bij_klaar(self, mislukt: tuple[str, ...]) -> None:
        if mislukt:
            self.melding.emit(f"De scan is weg, maar staat nog in een reservekopie. {' '.join(mislukt)}")
        self.klaar.emit()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.melding.emit(str(fout))
        self.klaar.emit()


def beschrijf(regel: Scanregel, plan: Verwijderplan) -> str:
    """What goes and what stays, in words."""
    titel = f" ({regel.titel})" if regel.titel else ""
    zinnen = [
        f"{scannaam(regel.regio, regel.peildatum)}{titel} gaat weg, met alle oordelen, teksten, acties, cijfers, "
        "notities en zienswijzen. Dit kan niet ongedaan worden gemaakt."
    ]
    if plan.kopieen:
        zinnen.append(f"De scan kan ook in reservekopieën staan ({len(plan.kopieen)}): kies of zij daaruit gaat.")
    if plan.gesloten_kopieen:
        namen = ", ".join(pad.name for pad in plan.gesloten_kopieen)
        zinnen.append(f"Niet te openen met uw wachtwoord van nu: {namen}.")
    if plan.rapporten:
        zinnen.append(f"Buiten bereik blijven de rapporten die u maakte: {', '.join(plan.rapporten)}.")
    else:
        zinnen.append("Bestanden die u van deze scan maakte, blijven bestaan.")
    return " ".join(zinnen)
