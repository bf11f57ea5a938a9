"""How the window looks, by the user's settings, and whether spelling is checked. Belongs to the main window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.voorkeuren import Kleurstelling, Voorkeuren, bewaar_voorkeuren, lees_voorkeuren
from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, LICHT, Palet
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:  # at run time these come with the first use: the first window must not wait for them
    from vtscan_desktop.services.sessie import Sessie
    from vtscan_desktop.ui.bouwstenen.spelling import Spelling
    from vtscan_desktop.ui.venster import Hoofdvenster

_PALET: dict[Kleurstelling, Palet | None] = {
    Kleurstelling.SYSTEEM: None,
    Kleurstelling.LICHT: LICHT,
    Kleurstelling.DONKER: DONKER,
    Kleurstelling.HOOG_CONTRAST: HOOG_CONTRAST,
}


class Weergave(QObject):
    """Keeps the preferences, and lets the window follow them. Make it before the window's first screen.

    Without a file (`bestand` None) nothing is read or kept, and the look in force stays.
    """

    gewijzigd = Signal()
    """Other preferences hold."""

    def __init__(self, venster: Hoofdvenster, bestand: Path | None) -> None:
        super().__init__(venster)
        self._venster = venster
        self._bestand = bestand
        self._spelling: Spelling | None = None
        if bestand is None:
            kleuren = next(k for k, palet in _PALET.items() if palet is thema().gekozen)
            self.voorkeuren = Voorkeuren(kleuren, round(thema().schaal * 100))
        else:
            self.voorkeuren = lees_voorkeuren(bestand)
            thema().stel_in(_PALET[self.voorkeuren.kleuren], self.voorkeuren.tekstgrootte / 100)

    def koppel_toetsen(self) -> None:
        """Bind the shortcuts for the looks, the settings and the window itself."""
        from vtscan_desktop.ui.sneltoetsen import koppel

        for toets, doe in (
            ("groter", self.groter),
            ("kleiner", self.kleiner),
            ("instellingen", self.open_venster),
            ("formats", self.open_formats),
            ("afsluiten", self._venster.close),
        ):
            koppel(toets, self._venster, doe)

    def groter(self) -> None:
        """Text one step larger."""
        self.neem(self.voorkeuren._replace(tekstgrootte=self.voorkeuren.met_tekstgrootte(1)))

    def kleiner(self) -> None:
        """Text one step smaller."""
        self.neem(self.voorkeuren._replace(tekstgrootte=self.voorkeuren.met_tekstgrootte(-1)))

    def open_venster(self) -> None:
        """Show the settings."""
        self.open_groep("")

    def open_groep(self, groep: str) -> None:
        """Show the settings, at the group with this key ("" for the first)."""
        from vtscan_desktop.ui.instellingen.venster import Instellingenvenster

        gemaakt = Instellingenvenster(self._venster, groep)
        gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gemaakt.gekozen.connect(self.neem)
        gemaakt.finished.connect(self._bij_gesloten)
        self.gewijzigd.connect(gemaakt.ververs)
        gemaakt.open()

    def open_formats(self) -> None:
        """Show what topics can be called and what the leidraad can ask, when a database is open."""
        from vtscan_desktop.ui.scans.formatvenster import open_formats

        if self._venster.sessie is not None:
            open_formats(self._venster.sessie, self._venster)

    def sluit_venster(self) -> None:
        """Close the settings, if they are shown."""
        for dialoog in self._venster.findChildren(QDialog, "instellingen"):
            dialoog.close()

    def vergeet_woord(self, woord: str) -> None:
        """Take a word out of those that were added to the dictionary."""
        sessie = self._venster.sessie
        if self._spelling is not None and self._spelling.begonnen:
            self._spelling.vergeet(woord)
        elif sessie is not None:
            try:
                sessie.vergeet_woord(woord)
            except VtscanFout as fout:
                self._venster.meldingregel.toon(str(fout))

    def _bij_gesloten(self) -> None:
        """The open page may show what was changed."""
        scherm = self._venster.werkscherm
        if scherm is not None:
            scherm.pagina(scherm.huidig).ververs()

    def neem(self, voorkeuren: Voorkeuren) -> None:
        """Follow other preferences from now on, and keep them."""
        if voorkeuren == self.voorkeuren:
            return
        oud, self.voorkeuren = self.voorkeuren, voorkeuren
        if (oud.kleuren, oud.tekstgrootte) != (voorkeuren.kleuren, voorkeuren.tekstgrootte):
            self._venster.zet_weergave(_PALET[voorkeuren.kleuren], voorkeuren.tekstgrootte / 100)
        if self._spelling is not None:
            self._spelling.zet_aan(voorkeuren.spelling)
        if self._bestand is not None and (melding := bewaar_voorkeuren(self._bestand, voorkeuren)):
            self._venster.meldingregel.toon(melding)
        self.gewijzigd.emit()

    def begin_spelling(self, sessie: Sessie) -> None:
        """A scan is open: check spelling with the words of its database."""
        from vtscan_desktop.ui.bouwstenen.spelling import spelling

        if self._spelling is None:
            self._spelling = spelling()
            self._spelling.melding.connect(self._venster.meldingregel.toon)
        self._spelling.zet_aan(self.voorkeuren.spelling)
        self._spelling.begin(sessie)

    def stop_spelling(self) -> None:
        """The database closes."""
        if self._spelling is not None:
            self._spelling.stop()

    def maak_menu(self, knop: QPushButton) -> None:
        """The menu of a button "meer": settings, shortcuts, text size."""
        from vtscan_desktop.ui.sneltoetsen import sneltoets

        menu = QMenu(knop)
        for toets, tekst, doe in (
            ("scanversies", "Versies…", self._venster.scanwerk.toon_versies),
            ("vergelijken", "Vergelijken…", self._venster.scanwerk.vergelijk),
            ("hermeting", "Hermeting…", self._venster.scanwerk.vraag_hermeting),
            ("overleg", "Overzicht voor het overleg…", self._venster.scanwerk.toon_overleg),
            ("", "", None),
            ("instellingen", "Instellingen…", self.open_venster),
            ("handleiding", "Handleiding…", self._venster.hulp.toon),
            ("sneltoetsen", "Sneltoetsen…", self._venster.hulp.toon_sneltoetsen),
            ("over", "Over dit programma…", self._venster.hulp.toon_over),
            ("", "", None),
            ("groter", "Tekst groter", self.groter),
            ("kleiner", "Tekst kleiner", self.kleiner),
            ("", "", None),
            ("reservekopieen", "Reservekopieën…", self._venster.reserve.open_venster),
            ("", "Wachtwoord wijzigen…", self._venster.beveiliging.open_wachtwoord),
            ("vergrendel", "Vergrendel nu", self._venster.slot.vergrendel),
        ):
            if doe is None:
                menu.addSeparator()
            else:  # once the menu is gone: the button under it goes too when the look changes
                actie = menu.addAction(f"{tekst}\t{sneltoets(toets).tekst}" if toets else tekst)
                actie.triggered.connect(doe, Qt.ConnectionType.QueuedConnection)
        knop.setMenu(menu)
