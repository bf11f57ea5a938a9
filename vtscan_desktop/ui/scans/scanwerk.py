"""What is done with whole scans: versions, beside another scan, a hermeting, and all of them for the overleg."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.sneltoetsen import koppel

if TYPE_CHECKING:  # at run time these come with the first use: the first window must not wait for them
    from datetime import date

    from vtscan_desktop.domain.hermeting import Deel
    from vtscan_desktop.services.scanversies import Versiesleutel
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.werkscherm import Werkscherm


class Scanwerk(QObject):
    """Opens the windows about whole scans. Belongs to the main window."""

    def __init__(self, venster: Hoofdvenster) -> None:
        super().__init__(venster)
        self._venster = venster
        koppel("overleg", venster, self.toon_overleg)

    def neem_scherm(self, scherm: Werkscherm) -> None:
        """An open scan is shown."""
        koppel("scanversies", scherm, self.toon_versies)
        koppel("vergelijken", scherm, self.vergelijk)
        koppel("hermeting", scherm, self.vraag_hermeting)
        scherm.versies_gevraagd.connect(self.toon_versies)

    def toon_overleg(self) -> None:
        """Show all scans on one page, for the overleg; what was typed a moment ago is in it."""
        from vtscan_desktop.ui.scans.overlegvenster import Overlegvenster  # brings in printing: not before it is needed

        scherm, sessie = self._venster.werkscherm, self._venster.sessie
        if sessie is None:
            return
        try:
            if scherm is not None:
                scherm.werkruimte.bewaar_nu()
        except VtscanFout as fout:
            self._venster.meldingregel.toon(str(fout))
            return
        Overlegvenster(sessie, self._venster.klok, self._venster).open()

    def toon_versies(self) -> None:
        """Show the versions of the open scan."""
        from vtscan_desktop.ui.versies.scanversies import Scanversievenster

        scherm, sessie = self._venster.werkscherm, self._venster.sessie
        if scherm is None or sessie is None:
            return
        try:
            venster = Scanversievenster(scherm.werkruimte, sessie.versies, self._venster)
        except VtscanFout as fout:
            scherm.meldingregel.toon(str(fout))
            return
        venster.openen.connect(self.open_versie)
        venster.naar_rapport.connect(scherm.naar_rapport)
        venster.open()

    def open_versie(self, sleutel: Versiesleutel) -> None:
        """Close the open scan, all kept, and look back at a version of it; "terug" brings the scan back."""
        from vtscan_desktop.ui.werkruimte import Werkruimte

        venster = self._venster
        if venster.sessie is None or not venster.sluit_scan():
            return
        try:
            werkruimte = Werkruimte(venster.sessie, sleutel, venster.klok, venster)
        except VtscanFout as fout:
            venster.open_scan(sleutel.scan_id)
            venster.meldingregel.toon(str(fout))
            return
        venster.toon_werkscherm(werkruimte)

    def vergelijk(self) -> None:
        """Lay the open scan beside another of its regio."""
        from vtscan_desktop.ui.scans.vergelijkvenster import Vergelijkvenster

        scherm, sessie = self._venster.werkscherm, self._venster.sessie
        if scherm is not None and sessie is not None:
            venster = Vergelijkvenster(scherm.werkruimte.scan, sessie.scans, self._venster)
            venster.hermeten.connect(self.vraag_hermeting)
            venster.open()

    def vraag_hermeting(self) -> None:
        """Ask what a hermeting of the open scan begins with."""
        if (scherm := self._venster.werkscherm) is not None:
            self.begin_hermeting(scherm.werkruimte.scan.id)

    def begin_hermeting(self, scan_id: str) -> None:
        """Ask what a hermeting of a scan begins with, and open it."""
        from vtscan_desktop.ui.scans.hermetingvenster import Hermetingvenster

        sessie, scherm = self._venster.sessie, self._venster.werkscherm
        if sessie is None:
            return
        try:
            if scherm is not None:
                scherm.werkruimte.bewaar_nu()  # what was typed a moment ago comes along
            vorige = sessie.scans.lees(scan_id)
            formats = sessie.scans.format_van(vorige), sessie.scans.formats.overzicht()
        except VtscanFout as fout:
            self._venster.meldingregel.toon(str(fout))
            return
        venster = Hermetingvenster(vorige, self._venster.klok().date(), *formats, self._venster)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.gekozen.connect(partial(self._maak_hermeting, scan_id))
        venster.open()

    def _maak_hermeting(self, scan_id: str, peildatum: date, delen: frozenset[Deel], kenmerk: str) -> None:
        sessie = self._venster.sessie
        if sessie is None:
            return
        try:
            nieuw = sessie.scans.hermeting(scan_id, peildatum, delen, kenmerk)
        except VtscanFout as fout:
            self._venster.meldingregel.toon(str(fout))
            return
        self._venster.wissel_scan(nieuw)
