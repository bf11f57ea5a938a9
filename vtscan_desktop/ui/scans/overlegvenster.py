"""The overview of all regio's for the tweewekelijks overleg: to read, print, keep or copy, and its acties as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.escalatie import EIGEN_LADDER
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.overleg import TITEL, Overleg, Regiostand, schrijf_overleg
from vtscan_desktop.services.actiebestand import bewaar_acties
from vtscan_desktop.services.overleg import lees_laatste_scans, lees_overleg
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.blad import Blad, Opmaak
from vtscan_desktop.ui.bouwstenen.bladvenster import Bladvenster

_LEEG = "Er zijn nog geen scans. Het overzicht toont van elke regio de laatste scan. Maak er een op de startpagina."
_BEZIG = "De scans worden gelezen …"


def _lees(sessie: Sessie, vandaag: date, _melder: Melder) -> Overleg:
    return lees_overleg(sessie.opslag, vandaag)


def _bewaar(sessie: Sessie, pad: Path, nu: datetime, _melder: Melder) -> Path:
    bewaar_acties(pad, lees_laatste_scans(sessie.opslag), nu, met_namen=False, format_van=sessie.scans.format_van)
    return pad


class Overlegvenster(Bladvenster):
    """Reads all scans on another thread; `gelezen` tells that the overview is there."""

    gelezen = Signal()

    def __init__(self, sessie: Sessie, klok: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(TITEL, "het overzicht", parent)
        self._sessie = sessie
        self._klok = klok
        self._overleg: Overleg | None = None
        self.acties = self.voeg_knop_toe("Acties als Excel…", self._bij_acties)
        self.toon_document()
        self.zet_uitwegen(False)
        voer_uit(partial(_lees, sessie, klok().date()), self, klaar=self._bij_gelezen, mislukt=self._bij_fout)

    def document(self, opmaak: Opmaak) -> QTextDocument:
        """The overview, for an appearance."""
        if self._overleg is None or not self._overleg.regios:
            blad = Blad(opmaak)
            blad.alinea((_BEZIG if self._overleg is None else _LEEG, blad.letters(gedempt=True)))
            return blad.document
        return overlegblad(self._overleg, opmaak)

    def tekst(self) -> str:
        """The overview as plain text."""
        return schrijf_overleg(self._overleg) if self._overleg is not None else ""

    def naam(self) -> str:
        """With the day."""
        return f"Overzicht overleg {self._klok().date().isoformat()}"

    def bewaar_acties(self, pad: Path) -> None:
        """Write the acties of all regio's to a spreadsheet (an existing file was confirmed by the file dialog)."""
        voer_uit(
            partial(_bewaar, self._sessie, pad, self._klok()), self, klaar=self._bij_bewaard, mislukt=self._bij_fout
        )

    def _bij_gelezen(self, overleg: Overleg) -> None:
        self._overleg = overleg
        self.toon_document()
        self.zet_uitwegen(bool(overleg.regios))
        self.blad.setFocus()
        self.gelezen.emit()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.zeg(str(fout), "fout")

    def _bij_bewaard(self, pad: Path) -> None:
        self.zeg(f"De acties staan in {pad.name}.")

    def _bij_acties(self) -> None:
        pad = self.kies_bestand(".xlsx", "Excel")
        if pad is not None:
            self.bewaar_acties(pad)


def overlegblad(overleg: Overleg, opmaak: Opmaak) -> QTextDocument:
    """A row for each regio, and under them each regio in full."""
    blad = Blad(opmaak)
    blad.alinea((TITEL, blad.letters(groot=1.4, vet=True)))
    blad.alinea((f"Stand op {format_datum(overleg.vandaag)}", blad.letters(gedempt=True)))
    koppen = ("Regio", "Categorie", "Te laat", "Ladder", "Voorstel")
    rijen = [((regio.naam, False), *((tekst, False) for tekst in regio.kort)) for regio in overleg.regios]
    blad.tabel(koppen, rijen, breed=24)
    for regio in overleg.regios:
        _zet_regio(blad, regio)
    blad.alinea((EIGEN_LADDER, blad.letters(gedempt=True, klein=True)), boven=1.5)
    return blad.document


def _zet_regio(blad: Blad, regio: Regiostand) -> None:
    onder = (f"   {regio.onder}", blad.letters(gedempt=True, klein=True))
    blad.alinea((f"Veilig Thuis {regio.naam}", blad.letters(groot=1.15, vet=True)), onder, boven=1.5, kop=True)
    for deel in regio.delen:
        blad.alinea((deel.kop, blad.letters(vet=True)), boven=0.6, kop=True)
        blad.punten(deel.punten)
