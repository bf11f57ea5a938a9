"""The main window: unlock, then the start page, then an open scan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.bouwstenen.meldingregel import Meldingregel
from vtscan_desktop.ui.bouwstenen.scherm import vrije_maat
from vtscan_desktop.ui.kleuren import Palet
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.toegang import Toegang
from vtscan_desktop.ui.vensterdiensten import Vensterdiensten
from vtscan_desktop.ui.weergave import Weergave

if TYPE_CHECKING:  # at run time these come with the database: the first window must not wait for them
    from vtscan_desktop.services.sessie import Sessie
    from vtscan_desktop.ui.scans.startpagina import Startpagina
    from vtscan_desktop.ui.werkruimte import Werkruimte
    from vtscan_desktop.ui.werkscherm import Werkscherm

MINIMUM = QSize(1024, 640)
BEGIN = QSize(1280, 800)
_RAND = 48
"""What the frame of a window takes of the height of a screen, at most."""
_TOCH = "Toch sluiten"
_STOP = "Stoppen"


class Hoofdvenster(Vensterdiensten):
    """Holds one screen at a time. `start_klaar` tells that a database was opened and the start page stands."""

    start_klaar = Signal()

    def __init__(
        self,
        database: Path,
        klok: Callable[[], datetime],
        na_openen: Callable[[Path], str],
        voorkeuren: Path | None = None,
    ) -> None:
        super().__init__()
        self.weergave = Weergave(self, voorkeuren)
        self.klok = klok
        self.na_openen = na_openen
        self._gevraagd: tuple[str | None, Path | None] = (None, None)
        self._wachtwoord: str | None = None
        self.sessie: Sessie | None = None
        self.startpagina: Startpagina | None = None
        self.werkscherm: Werkscherm | None = None
        self.setWindowTitle("Risicoscan Veilig Thuis")
        self.setMinimumSize(MINIMUM)
        self.resize(BEGIN)
        midden = QWidget(self)
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        self._stapel = QStackedWidget(midden)
        kolom.addWidget(self._stapel, 1)
        self.meldingregel = Meldingregel(midden)
        kolom.addWidget(self.meldingregel)
        self.setCentralWidget(midden)
        self.toegang: Toegang | None = None
        self._vraag_toegang(database)
        self._database = database
        thema().gewijzigd.connect(self._bij_thema)

    def na_beeld(self) -> None:
        """Have an icon on the taskbar, be found by a second start, and begin with what opening a database needs."""
        self.setWindowIcon(thema().icoon("app", maat=64))
        wachtwoord, self._wachtwoord = self._wachtwoord, None
        if self.toegang is not None:
            self.post.luister(self._database)
            self.toegang.bereid_voor()
            if wachtwoord is not None:
                self.toegang.probeer(wachtwoord)

    @property
    def database(self) -> Path:
        """The database that is open, or that is asked for."""
        return self._database if self.toegang is None else self.toegang.blad.pad

    def vraag(self, scan: str | None, bestand: Path | None, wachtwoord: str | None = None) -> None:
        """Say what to open once a database is open: a scan by id, or a file to take in; `wachtwoord` opens that."""
        self._gevraagd = (scan, bestand)
        self._wachtwoord = wachtwoord

    def toon(self) -> None:
        """Show it for the first time; on a screen where it and its frame don't fit, filling that screen."""
        vrij = vrije_maat(self)
        if vrij.width() > BEGIN.width() and vrij.height() > BEGIN.height() + _RAND:
            self.show()
        else:
            self.showMaximized()

    def kom_naar_voren(self, bestand: Path | None) -> None:
        """The program was started again for this database: show this window, and take in the file that was named."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if bestand is None:
            return
        if self.sessie is None:
            self.vraag(None, bestand)
        elif self.werkscherm is None and self.startpagina is not None:
            self.startpagina.neem_bestand(bestand)
        else:
            zin = f"Ga eerst terug naar alle scans om {bestand.name} te openen."
            self.meldingregel.toon(zin, actie=("Terug en openen", partial(self._open_na_terug, bestand)))

    def _open_na_terug(self, bestand: Path) -> None:
        self.meldingregel.sluit()
        if self.werkscherm is not None:
            self.naar_start()
        if self.werkscherm is None and self.startpagina is not None:  # else not all could be kept, and it stays open
            self.startpagina.neem_bestand(bestand)

    def neem_sessie(self, sessie: Sessie) -> None:
        """A database was opened: show its scans, or come back to the scan that was open."""
        self.maak_af()
        self.sessie = sessie
        self.slot.begin()
        if self.toegang is not None:  # what was typed there goes with it
            self._stapel.removeWidget(self.toegang)
            self.toegang.deleteLater()
            self.toegang = None
        meldingen = (sessie.melding, self.na_openen(sessie.pad))
        self._database = sessie.pad
        self.post.luister(self._database)
        self.reserve.begin(sessie)
        self._maak_startpagina()
        scan, bestand = self._gevraagd
        self._gevraagd = (None, None)
        self.start_klaar.emit()
        if bestand is not None and self.startpagina is not None:
            self.startpagina.neem_bestand(bestand)
        elif (gevraagd := scan or sessie.laatste_scan()) is not None:
            self.open_scan(gevraagd)
        if any(meldingen):  # not said before: a scan that opens takes down what was said on the start page
            self.meldingregel.vul_aan(" ".join(filter(None, meldingen)))
        self.langwerk.ga_open(sessie)

    def open_scan(self, scan_id: str) -> None:
        """Open a scan where its user left it; a scan that can't be read is said, and the start page stays."""
        from vtscan_desktop.ui.werkruimte import Werkruimte

        assert self.sessie is not None
        try:
            werkruimte = Werkruimte(self.sessie, scan_id, self.klok, self)
            self.sessie.onthoud_open_scan(scan_id)
        except VtscanFout as fout:
            self.meldingregel.toon(str(fout))
            return
        self.toon_werkscherm(werkruimte, self.slot.neem_modus())
        self.weergave.begin_spelling(self.sessie)

    def neem_sessie_af(self) -> bool:
        """Keep all, close the database and ask for the passphrase; False when not all could be kept: nothing closes."""
        if not self.sluit_scan() or self.sessie is None:
            return False
        self.meldingregel.sluit()
        self.reserve.stop()
        self._verwijder_startpagina()
        self.weergave.stop_spelling()
        sessie, self.sessie = self.sessie, None
        self._vraag_toegang(sessie.pad, vergrendeld=True)
        self.langwerk.na_afloop(sessie.sluit)
        _ruim_op()
        return True

    def bij_rust(self, titel: str) -> None:
        """What went on when the window was locked is done: now it can be opened again."""
        if self.toegang is not None:
            self.toegang.ga_verder(titel)

    def naar_start(self) -> None:
        """Close the open scan, all kept, and show the start page."""
        if not self.sluit_scan() or self.sessie is None:
            return
        self.sessie.onthoud_open_scan(None)
        self._maak_startpagina()

    def _terug(self) -> None:
        """Back to all scans; from a version that was looked back at to its scan."""
        werkruimte = self.werkscherm.werkruimte if self.werkscherm is not None else None
        if werkruimte is not None and werkruimte.bevroren:
            self.wissel_scan(werkruimte.scan.id)
        else:
            self.naar_start()

    def wissel_scan(self, scan_id: str) -> None:
        """Close the open scan, all kept, and open another; when the first can't be kept, it stays."""
        self.naar_start()
        if self.werkscherm is None:
            self.open_scan(scan_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep all before going; when that fails the user decides. What goes on is finished first."""
        if bezig := self.langwerk.bezig:
            self.meldingregel.toon(f"Nog even: {bezig.lower()} is bezig. Sluit het venster zodra dat klaar is.")
            event.ignore()
            return
        if self.toegang is not None and self.toegang.te_verliezen and not self._wil_stoppen():
            event.ignore()
            return
        if not self.langwerk.mag_sluiten():
            event.ignore()
            return
        if self.werkscherm is not None:
            try:
                self.werkscherm.sluit()
            except VtscanFout as fout:
                if not self._toch_sluiten(fout):
                    event.ignore()
                    return
            self._verwijder_werkscherm()
        self.hulp.sluit()
        self.weergave.stop_spelling()
        self.reserve.stop()
        if self.sessie is not None:
            self.sessie.sluit()
            self.sessie = None
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window keeps what was typed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.werkscherm is not None and not self.isActiveWindow():
            self.werkscherm.werkruimte.bewaar_gauw()

    def toon_werkscherm(self, werkruimte: Werkruimte, modus: int | None = None) -> None:
        """Show the screen of a scan that was opened."""
        from vtscan_desktop.ui.werkscherm import Werkscherm

        assert self.sessie is not None
        self.werkscherm = Werkscherm(werkruimte, self.sessie, self._stapel)
        self.werkscherm.terug.connect(self._terug)
        self.werkscherm.instellingen_gevraagd.connect(self.weergave.open_groep)
        self.zoeker.neem_scherm(self.werkscherm)
        self.scanwerk.neem_scherm(self.werkscherm)
        self.weergave.maak_menu(self.werkscherm.kopbalk.meer)
        self.meldingregel.ruim_op()
        self._stapel.addWidget(self.werkscherm)
        self._stapel.setCurrentWidget(self.werkscherm)
        if modus is not None:
            self.werkscherm.open_modus(modus)

    def _maak_startpagina(self) -> None:
        from vtscan_desktop.ui.scans.startpagina import Startpagina

        assert self.sessie is not None
        self._verwijder_startpagina()
        self.startpagina = Startpagina(self.sessie, self.klok, self._stapel)
        self.startpagina.open_scan.connect(self.open_scan)
        self.startpagina.melding.connect(self.meldingregel.toon)
        self.startpagina.hermeten.connect(self.scanwerk.begin_hermeting)
        self.startpagina.instellingen.connect(self.weergave.open_venster)
        self.startpagina.herstelsleutel.connect(self.beveiliging.open_herstelsleutel)
        self.startpagina.reservekopieen.connect(self.reserve.open_venster)
        self.startpagina.handleiding.connect(self.hulp.toon)
        self.startpagina.over.connect(self.hulp.toon_over)
        self.startpagina.overleg.clicked.connect(self.scanwerk.toon_overleg)
        self.beveiliging.maak_menu(self.startpagina.beveiliging)
        self._stapel.addWidget(self.startpagina)
        self._stapel.setCurrentWidget(self.startpagina)

    def _verwijder_startpagina(self) -> None:
        if self.startpagina is not None:
            self._stapel.removeWidget(self.startpagina)
            self.startpagina.deleteLater()
            self.startpagina = None

    def _vraag_toegang(self, database: Path, *, vergrendeld: bool = False) -> None:
        in_bos = self.weergave.voorkeuren.sleutelbos and not vergrendeld
        self.toegang = Toegang(database, parent=self._stapel, vergrendeld=vergrendeld, uit_sleutelbos=in_bos)
        self.toegang.geopend.connect(self.neem_sessie)
        if vergrendeld and (bezig := self.langwerk.bezig):
            self.toegang.wacht_op(bezig)
        self._stapel.addWidget(self.toegang)
        self._stapel.setCurrentWidget(self.toegang)

    def sluit_scan(self) -> bool:
        """Close the open scan, all kept; False when that can't be, and it stays open."""
        if self.werkscherm is None:
            return True
        try:
            self.werkscherm.sluit()
        except VtscanFout as fout:
            self.meldingregel.toon(f"{fout} De scan blijft open, zodat er niets verloren gaat.")
            return False
        self._verwijder_werkscherm()
        return True

    def _verwijder_werkscherm(self) -> None:
        if self.werkscherm is not None:
            werkruimte = self.werkscherm.werkruimte
            self._stapel.removeWidget(self.werkscherm)
            self.werkscherm.deleteLater()
            self.werkscherm = None
            werkruimte.deleteLater()

    def _wil_stoppen(self) -> bool:
        from vtscan_desktop.ui.bouwstenen.vragen import vraag

        tekst = "Er is nog geen database gemaakt; wat u hebt ingevuld, gaat verloren. U kunt later opnieuw beginnen."
        return vraag(self, "Stoppen met beginnen?", tekst, _STOP, gevaar=_STOP) == _STOP

    def _toch_sluiten(self, fout: VtscanFout) -> bool:
        tekst = f"{fout}\n\nAls u nu sluit, gaat verloren wat nog niet is bewaard."
        from vtscan_desktop.ui.bouwstenen.vragen import vraag
        from vtscan_desktop.ui.elders import BEWAAR_ELDERS

        antwoord = vraag(self, "Niet alles is bewaard", tekst, BEWAAR_ELDERS, _TOCH, gevaar=_TOCH)
        if antwoord == BEWAAR_ELDERS and self.werkscherm is not None:
            self.werkscherm.elders.kies()
        return antwoord == _TOCH

    def zet_weergave(self, palet: Palet | None, schaal: float) -> None:
        """Show in a palet (None: the system's choice) and text size, at the same place.

        The open scan's screen is taken down first: giving a new stylesheet to all its pages would take seconds.
        """
        werkruimte, modus = None, None
        if self.werkscherm is not None:
            werkruimte, modus = self.werkscherm.werkruimte, self.werkscherm.modustopic
            self.werkscherm.onthoud_plek()
            self._stapel.removeWidget(self.werkscherm)
            self.werkscherm.houd_op()
            self.werkscherm.deleteLater()
            self.werkscherm = None
            _ruim_op()
        thema().stel_in(palet, schaal)
        if werkruimte is not None:
            self.toon_werkscherm(werkruimte, modus)

    def _bij_thema(self) -> None:
        """Sizes and icons are made with the screens: make what is shown anew, at the same place."""
        if self.werkscherm is not None:
            oud = self.werkscherm
            oud.onthoud_plek()
            oud.houd_op()
            self.toon_werkscherm(oud.werkruimte, oud.modustopic)
            self._stapel.removeWidget(oud)
            oud.deleteLater()
        elif self.sessie is not None and self._stapel.currentWidget() is self.startpagina:
            self._maak_startpagina()


def _ruim_op() -> None:
    """Have the screens that were given up be gone now, not when the window next has nothing to do."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
