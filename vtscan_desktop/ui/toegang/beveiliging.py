"""Passphrase, keyring, recovery key and persons, from the menu or the start page. Belongs to the main window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from vtscan_desktop.ui.sneltoetsen import koppel, sneltoets

if TYPE_CHECKING:  # at run time these come with the first use: the first window must not wait for them
    from vtscan_desktop.ui.venster import Hoofdvenster


class Beveiliging(QObject):
    """Opens the windows about the passphrase of the open database."""

    def __init__(self, venster: Hoofdvenster) -> None:
        super().__init__(venster)
        self._venster = venster
        koppel("herstelsleutel", venster, self.open_herstelsleutel)
        koppel("persoon", venster, self.open_persoon)

    def maak_menu(self, knop: QPushButton) -> None:
        """The menu of the button on the start page."""
        menu = QMenu(knop)
        for tekst, doe in (
            ("Wachtwoord wijzigen…", self.open_wachtwoord),
            ("Sleutelbos…", self.open_sleutelbos),
            (f"Verwijder een persoon…\t{sneltoets('persoon').tekst}", self.open_persoon),
        ):
            menu.addAction(tekst).triggered.connect(doe)
        menu.addSeparator()
        vergrendel = menu.addAction(
            f"Vergrendel nu\t{sneltoets('vergrendel').tekst}"
        )  # once the menu is gone: the page under it goes too
        vergrendel.triggered.connect(self._venster.slot.vergrendel, Qt.ConnectionType.QueuedConnection)
        knop.setMenu(menu)

    def open_wachtwoord(self) -> None:
        """Ask for another passphrase; what is being typed is kept first."""
        from vtscan_desktop.ui.toegang.wachtwoordvenster import Wachtwoordvenster

        if self._venster.sessie is not None:
            if self._venster.werkscherm is not None:
                self._venster.werkscherm.werkruimte.bewaar_gauw()
            in_bos = self._venster.weergave.voorkeuren.sleutelbos
            gemaakt = Wachtwoordvenster(self._venster.sessie, in_bos, self._venster)
            gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            gemaakt.open()

    def open_sleutelbos(self) -> None:
        """Ask whether the system's keyring may keep the passphrase."""
        from vtscan_desktop.ui.toegang.sleutelbosvenster import Sleutelbosvenster

        if self._venster.sessie is not None:
            in_bos = self._venster.weergave.voorkeuren.sleutelbos
            gemaakt = Sleutelbosvenster(self._venster.sessie, in_bos, self._venster)
            gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            gemaakt.gekozen.connect(self._bij_gekozen)
            gemaakt.open()

    def open_herstelsleutel(self) -> None:
        """Show the recovery key again, for who lost the paper."""
        from vtscan_desktop.ui.toegang.herstelsleutel import (
            Sleutelvenster,  # brings in printing: not before it is needed
        )

        sessie = self._venster.sessie
        if sessie is not None:
            Sleutelvenster(sessie.herstelsleutel, sessie.pad, self._vandaag, self._venster).open()

    def open_persoon(self) -> None:
        """Ask whom to take out of all scans, on the start page: an open scan is kept and closed first."""
        from vtscan_desktop.ui.scans.persoonvenster import Persoonvenster

        if self._venster.werkscherm is not None:
            self._venster.naar_start()
        if self._venster.werkscherm is not None:
            return  # it could not be kept, and said so
        if self._venster.sessie is not None and self._venster.startpagina is not None:
            gemaakt = Persoonvenster(self._venster.sessie, self._venster.klok(), self._venster)
            gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            gemaakt.verwijderd.connect(self._venster.startpagina.ververs)
            gemaakt.open()

    def _vandaag(self) -> date:
        return self._venster.klok().date()

    def _bij_gekozen(self, bewaard: bool) -> None:
        weergave = self._venster.weergave
        weergave.neem(weergave.voorkeuren._replace(sleutelbos=bewaard))
        self._venster.meldingregel.toon(
            "De sleutelbos van dit systeem bewaart nu uw wachtwoord."
            if bewaard
            else "De sleutelbos van dit systeem heeft uw wachtwoord niet meer."
        )
