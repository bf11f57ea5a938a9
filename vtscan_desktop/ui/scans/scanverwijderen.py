"""Asks whether a scan may go, says what goes and what stays, and removes it off this thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.services.scanverwijdering import Verwijderplan, maak_verwijderplan, verwijder_scan
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.langwerk import Afloop, Langwerk
from vtscan_desktop.ui.teksten import scannaam

_HIER = "Verwijderen"
_OVERAL = "Ook uit de reservekopieën"
Rest = tuple[tuple[str, ...], tuple[Path, ...]]
"""In what it did not succeed, and the backups that were to be looked into too but don't open."""


def _plan(sessie: Sessie, regel: Scanregel, _melder: Melder) -> tuple[Scanregel, Verwijderplan]:
    return regel, maak_verwijderplan(sessie.opslag, regel.id)


def _verwijder(sessie: Sessie, scan_id: str, plan: Verwijderplan, ook_kopieen: bool, melder: Melder) -> Rest:
    mislukt = verwijder_scan(sessie.opslag, scan_id, melder, ook_kopieen=ook_kopieen)
    return mislukt, plan.gesloten_kopieen if ook_kopieen else ()


class Scanverwijderaar(QWidget):
    """Shows nothing itself. `klaar` tells that it was tried, `melding` what the user should know."""

    klaar = Signal()
    melding = Signal(str)

    def __init__(self, sessie: Sessie, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._sessie = sessie

    def vraag(self, regel: Scanregel) -> None:
        """Look what hangs on it, ask, and remove if the answer is yes."""
        voer_uit(partial(_plan, self._sessie, regel), self, klaar=self._bij_plan, mislukt=self._bij_fout)

    def _bij_plan(self, gevonden: tuple[Scanregel, Verwijderplan]) -> None:
        regel, plan = gevonden
        antwoorden = (_HIER, _OVERAL) if plan.kopieen else (_HIER,)
        antwoord = vraag(self, "Scan verwijderen?", beschrijf(regel, plan), *antwoorden, gevaar=_HIER)
        if antwoord:
            Langwerk.van(self).begin(
                self,
                "Scan verwijderen",
                partial(_verwijder, self._sessie, regel.id, plan, antwoord == _OVERAL),
                klaar=self._bij_klaar,
                mislukt=self._bij_fout,
                vertel=vertel,
            )

    def _bij_klaar(self, rest: Rest) -> None:
        if (afloop := vertel(rest)) is not None:
            Langwerk.van(self).toon(afloop)
        self.klaar.emit()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.melding.emit(str(fout))
        self.klaar.emit()


def vertel(rest: Rest) -> Afloop | None:
    """What is left of it somewhere, in words; None for nothing."""
    mislukt, oude_kopieen = rest
    if not mislukt and not oude_kopieen:
        return None
    regels = [f"Niet gelukt in {regel}" for regel in mislukt]
    return Afloop("De scan is weg, maar misschien niet overal", "\n".join(regels), oude_kopieen=oude_kopieen)


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
