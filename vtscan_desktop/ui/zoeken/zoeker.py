"""Finding and going there: Ctrl+K, a topic by number, and what is flagged. Belongs to the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN, Sneltoets, koppel

if TYPE_CHECKING:  # at run time these come with the first use: the first window must not wait for them
    from vtscan_desktop.services.zoeken import Treffer
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.werkscherm import Werkscherm
    from vtscan_desktop.ui.zoeken.zoekregels import Modus, Zoekbron
    from vtscan_desktop.ui.zoeken.zoekvenster import Zoekvenster


class Zoeker(QObject):
    """Opens the box over the window, and goes where the user chooses, in this scan or another."""

    def __init__(self, venster: Hoofdvenster) -> None:
        super().__init__(venster)
        self._venster = venster
        self.zoekvenster: Zoekvenster | None = None
        koppel("zoek", venster, self.zoek)

    def neem_scherm(self, scherm: Werkscherm) -> None:
        """An open scan is shown: its topics can be chosen too."""
        koppel("topic", scherm, self.kies_topic)
        koppel("vlaggen", scherm, self.toon_vlaggen)
        scherm.kopbalk.zoek.clicked.connect(self.zoek)
        scherm.kopbalk.vlaggen.clicked.connect(self.toon_vlaggen)

    def zoek(self) -> None:
        """Find anything."""
        from vtscan_desktop.ui.zoeken.zoekregels import Modus

        self._open(Modus.ALLES)

    def kies_topic(self) -> None:
        """Go to a topic by its number or name."""
        from vtscan_desktop.ui.zoeken.zoekregels import Modus

        self._open(Modus.TOPIC)

    def toon_vlaggen(self) -> None:
        """List the topics to come back to."""
        from vtscan_desktop.ui.zoeken.zoekregels import Modus

        self._open(Modus.VLAG)

    def _open(self, modus: Modus) -> None:
        from vtscan_desktop.ui.zoeken.zoekvenster import Zoekvenster

        sessie, scherm = self._venster.sessie, self._venster.werkscherm
        if sessie is None:
            return
        scan_id = None
        if scherm is not None:
            scherm.werkruimte.bewaar_gauw()  # what was typed a moment ago is found too
            scan_id = scherm.werkruimte.scan.id
        venster = Zoekvenster(self._bron(), sessie.zoek, scan_id, self._venster, modus)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.gekozen.connect(self._ga)
        venster.aangewezen.connect(self._bereid_voor)
        venster.finished.connect(self._bij_dicht)
        self.zoekvenster = venster
        venster.open()

    def _bron(self) -> Zoekbron:
        from vtscan_desktop.ui.zoeken.zoekregels import Zoekbron

        actief = self._actieve_toetsen()
        opdrachten = tuple(toets for toets in SNELTOETSEN if toets.id in actief and toets.id != "zoek")
        scherm = self._venster.werkscherm
        if scherm is None:
            return Zoekbron((), opdrachten)
        return Zoekbron(scherm.stappen, opdrachten, scherm.werkruimte.scan, scherm.werkruimte.beoordeling)

    def _actieve_toetsen(self) -> dict[str, QShortcut]:
        """The shortcuts that work on the screen as it is, by id."""
        gevonden = {}
        for toets in self._venster.findChildren(QShortcut):
            eigenaar = toets.parent()
            if toets.isEnabled() and isinstance(eigenaar, QWidget) and eigenaar.isVisible():
                gevonden[toets.objectName()] = toets
        return gevonden

    def _bij_dicht(self) -> None:
        """Hold nothing of it: it has the scan and what was found in it."""
        self.zoekvenster = None

    def _bereid_voor(self, doel: object) -> None:
        """A row is on; Enter may follow: the page that it leads to is made beforehand."""
        from vtscan_desktop.services.zoeken import Treffer
        from vtscan_desktop.ui.stappen import Stap
        from vtscan_desktop.ui.zoeken.zoekplek import veldplek

        scherm = self._venster.werkscherm
        if scherm is None:
            return
        if isinstance(doel, Stap):
            scherm.wijs_aan(doel.id)
        elif isinstance(doel, Treffer) and doel.scan_id == scherm.werkruimte.scan.id:
            scherm.wijs_aan(veldplek(doel.plek, doel.topic).stap)

    def _ga(self, doel: object) -> None:
        from vtscan_desktop.services.zoeken import Treffer
        from vtscan_desktop.ui.stappen import Stap

        scherm = self._venster.werkscherm
        if isinstance(doel, Sneltoets):
            if (toets := self._actieve_toetsen().get(doel.id)) is not None:
                toets.activated.emit()
        elif isinstance(doel, Stap) and scherm is not None:
            scherm.ga_naar_veld(doel.id)
        elif isinstance(doel, Treffer):
            self._ga_naar_treffer(doel)

    def _ga_naar_treffer(self, treffer: Treffer) -> None:
        from vtscan_desktop.ui.zoeken.zoeksprong import toon_treffer

        scherm = self._venster.werkscherm
        if scherm is None or scherm.werkruimte.scan.id != treffer.scan_id:
            self._venster.wissel_scan(treffer.scan_id)
            scherm = self._venster.werkscherm
        if scherm is not None and scherm.werkruimte.scan.id == treffer.scan_id:
            toon_treffer(scherm, treffer)
