"""The main job as a stranger sees it, done through the real window on the shipped scan of IJsselland.

Nothing is done behind the window's back: keys and clicks go to the widgets, and what is said at the end is read
back from what was made.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS
from vtscan_desktop.ui import stappen
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak

if TYPE_CHECKING:
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.werkscherm import Werkscherm

WACHTWOORD = "voorbeeld"
FUNCTIE = "Adviseur"
NOTITIE = "Dit typte de demo: van 45 naar 33 onderzoeken, maar extra inzet is tijdelijk"
_WACHT_MS = 60_000
"""How long to wait for a signal before the demo says that it is stuck."""
_TEMPO_MS = 250
"""Time between steps when someone is looking."""


def draai(
    uit: Path | None,
    zichtbaar: bool,
    maak_app: Callable[[], QApplication],
    maak_venster: Callable[[Path], Hoofdvenster],
) -> int:
    """Do the main job in a new folder and say in a few lines what was made and where. Returns the exit code.

    Raises:
        InvoerFout: the folder holds something already.
        OmgevingFout: it can't be made, or a step did not answer.
    """
    if not zichtbaar:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = maak_app()
    map_ = _maak_map(uit)
    demo = _Demo(map_, maak_venster, _TEMPO_MS if zichtbaar else 0)
    demo.draai()
    for regel in demo.verslag():
        print(regel, flush=True)
    if zichtbaar:
        return app.exec()
    demo.venster.close()
    return 0


def _maak_map(uit: Path | None) -> Path:
    map_ = uit
    if map_ is None:
        nummers = (f"vtscan-demo-{n}" if n > 1 else "vtscan-demo" for n in range(1, 1000))
        map_ = next(pad for naam in nummers if not (pad := Path(naam)).exists())
    try:
        map_.mkdir(parents=True, exist_ok=True)
        leeg = not any(map_.iterdir())
    except (FileExistsError, NotADirectoryError) as fout:
        raise InvoerFout(f"Waar de map {map_} moet komen, staat een bestand; kies een nieuwe of lege map.") from fout
    except PermissionError as fout:
        raise OmgevingFout(f"De map {map_} mag u niet maken of lezen: u hebt er geen rechten voor.") from fout
    except OSError as fout:
        raise OmgevingFout(f"De map {map_} kan niet worden gemaakt of gelezen (systeemfout {fout.errno}).") from fout
    if not leeg:
        raise InvoerFout(f"In de map {map_} staat al iets; kies voor de demo een nieuwe of lege map.")
    return map_.resolve()


@dataclass
class _Demo:
    """The walk itself. `tempo` is the time between steps, in ms."""

    map: Path
    maak_venster: Callable[[Path], Hoofdvenster]
    tempo: int
    venster: Hoofdvenster = field(init=False)
    beelden: int = 0
    gelopen: int = 0

    @property
    def database(self) -> Path:
        """Where the database is made."""
        return self.map / "voorbeeld.vtdb"

    @property
    def rapport(self) -> Path:
        """Where the report is made."""
        return self.map / "risicoscan-ijsselland-2016-07-11.pdf"

    @property
    def scherm(self) -> Werkscherm:
        """The open scan."""
        assert self.venster.werkscherm is not None
        return self.venster.werkscherm

    def draai(self) -> None:
        """First start with the shipped scan, start page, walk, reopen, voorstel, report."""
        self._eerste_start()
        self._langs_de_startpagina()
        self._loop_langs_alles()
        self._sluit_en_heropen()
        self._maak_rapport()
        if self.venster.meldingregel.tekst():
            raise OmgevingFout(self.venster.meldingregel.tekst())

    def verslag(self) -> list[str]:
        """What was made and where, read back from it."""
        voorstel = self.scherm.werkruimte.beoordeling.voorstel
        return [
            f"Klaar. Alles staat in {self.map}",
            f"  {self.database.name}: de versleutelde database; het wachtwoord is {WACHTWOORD!r}",
            f"  {self.rapport.name}: het ondertekende rapport van Veilig Thuis IJsselland",
            f"  {self.beelden} schermbeelden (.png), van elke stap één",
            f"{self.gelopen} topics doorlopen, gesloten, heropend en gelijk teruggevonden.",
            f"Voorstel: categorie {voorstel.voorstel} ({voorstel.status}).",
            f"Zelf nakijken: vtscan controleer {self.rapport}",
        ]

    def _eerste_start(self) -> None:
        from vtscan_desktop.services.eerste_start import Startstap
        from vtscan_desktop.ui.toegang.eerste_start import EersteStart
        from vtscan_desktop.ui.toegang.startbladen import Beginblad, Sleutelblad, Wachtwoordblad, Zelfblad

        self.venster = self.maak_venster(self.database)
        self.venster.show()
        assert self.venster.toegang is not None
        start = self.venster.toegang.blad
        assert isinstance(start, EersteStart)
        assert isinstance(start.blad, Wachtwoordblad)
        typ(start.blad.nieuw.wachtwoord, WACHTWOORD)
        typ(start.blad.nieuw.herhaling, WACHTWOORD)
        self._beeld("eerste-start")
        # The button would refuse it as too weak, rightly; here a public example lies under a public passphrase.
        start.neem_wachtwoord(WACHTWOORD)
        self._wacht_tot(lambda: start.keuze.stap is Startstap.PLAATS, "het wachtwoord aannemen")
        self._beeld("plaats")
        start.blad.door.click()
        assert isinstance(start.blad, Sleutelblad)
        self._beeld("herstelsleutel")
        start.blad.bewaard.click()
        start.blad.door.click()
        assert isinstance(start.blad, Zelfblad)
        typ(start.blad.vak.velden["functie"], FUNCTIE)
        self._beeld("uzelf")
        start.blad.door.click()
        assert isinstance(start.blad, Beginblad)
        start.blad.keuzen[True].click()
        self._beeld("beginnen")
        start.blad.door.click()
        self._wacht_tot(lambda: self.venster.werkscherm is not None, "de database maken en het voorbeeld openen")

    def _langs_de_startpagina(self) -> None:
        self.venster.naar_start()
        start = self.venster.startpagina
        assert start is not None
        self._beeld("start")
        start.rijen()[0].open.click()
        self._wacht_tot(lambda: self.venster.werkscherm is not None, "de scan openen")

    def _loop_langs_alles(self) -> None:
        """From the first step to the last by Volgende; each topic's text is typed in, and what was typed taken out."""
        scherm = self.scherm
        for nummer, stap in enumerate(scherm.stappen):
            if scherm.huidig != stap.id:
                raise OmgevingFout(f"De demo verwachtte de stap {stap.kort}, maar zag {scherm.huidig}.")
            pagina = scherm.pagina(stap.id)
            if stap.topic in OORDEEL_NRS:
                vlak = pagina.findChild(TekstVlak, "toelichting")
                assert vlak is not None
                self._typ_en_haal_weg(vlak)
            if stap.topic == 3:
                typ(scherm.notitiebalk.regel, NOTITIE)
                druk(scherm.notitiebalk.regel, Qt.Key.Key_Return)
            self.gelopen += stap.topic is not None
            scherm.werkruimte.bewaar_nu()
            self._beeld(f"{nummer + 1:02d}-{stap.id}")
            volgende = pagina.findChild(QPushButton, "volgende")
            if volgende is not None:
                volgende.click()

    def _typ_en_haal_weg(self, vlak: TekstVlak) -> None:
        voor = vlak.tekst()
        vlak.moveCursor(QTextCursor.MoveOperation.End)
        typ(vlak, " é")
        druk(vlak, Qt.Key.Key_Backspace)
        druk(vlak, Qt.Key.Key_Backspace)
        if vlak.tekst() != voor:
            raise OmgevingFout("De demo typte iets dat er anders uitkwam.")

    def _sluit_en_heropen(self) -> None:
        from vtscan_desktop.ui.toegang.toegang import Ontgrendelen

        scherm = self.scherm
        voor, plek = scherm.werkruimte.scan, scherm.huidig
        self.venster.close()
        self.venster.deleteLater()
        self.venster = self.maak_venster(self.database)
        self.venster.show()
        toegang = self.venster.toegang
        assert toegang is not None
        blad = toegang.blad
        assert isinstance(blad, Ontgrendelen)
        typ(blad.geheim, WACHTWOORD)
        blad.open.click()
        self._wacht_tot(lambda: self.venster.werkscherm is not None, "de database heropenen")
        if self.scherm.werkruimte.scan != voor or self.scherm.huidig != plek:
            raise OmgevingFout("Na heropenen stond er iets anders dan ervoor.")
        self._beeld("heropend")

    def _maak_rapport(self) -> None:
        from vtscan_desktop.ui.paginas.rapport import RapportPagina

        self.scherm.ga_naar(stappen.CATEGORIE)
        self._beeld("categorie")
        self.scherm.ga_naar(stappen.RAPPORT)
        pagina = self.scherm.pagina(stappen.RAPPORT)
        assert isinstance(pagina, RapportPagina)
        pagina.zet_pad(self.rapport)
        pagina.maak.click()
        self._wacht_tot(lambda: pagina.uitkomst.isVisible() or pagina.fout.isVisible(), "het rapport maken")
        if pagina.fout.isVisible():
            raise OmgevingFout(pagina.fout.text())
        pagina.rol.ensureWidgetVisible(pagina.uitkomst)
        self._beeld("rapport-gemaakt")
        self._toon_controle()

    def _toon_controle(self) -> None:
        """Check the report that was made, in the window that anyone checks one in."""
        from vtscan_desktop.ui.rapporten.controle import Controlevenster

        venster = Controlevenster(self.rapport, self.venster)
        venster.open()
        self._wacht_tot(lambda: venster.controle is not None, "het rapport controleren")
        controle = venster.controle
        assert controle is not None
        self._adem()
        venster.grab().save(str(self.map / "scherm-controle.png"))
        self.beelden += 1
        venster.done(0)
        if not controle.geldig:
            raise OmgevingFout("Het rapport dat de demo maakte, is niet geldig.")

    def _beeld(self, naam: str) -> None:
        self._adem()
        self.venster.grab().save(str(self.map / f"scherm-{naam}.png"))
        self.beelden += 1

    def _adem(self) -> None:
        """Let the window paint; and let someone who looks see it."""
        lus = QEventLoop(self.venster)
        QTimer.singleShot(self.tempo, lus, lus.quit)
        lus.exec()

    def _wacht_tot(self, klaar: Callable[[], bool], waarop: str) -> None:
        """Run the event loop until something is so."""
        lus = QEventLoop(self.venster)
        kijk = QTimer(lus)
        kijk.setInterval(5)
        kijk.timeout.connect(lambda: lus.quit() if klaar() else None)
        QTimer.singleShot(_WACHT_MS, lus, lus.quit)
        kijk.start()
        lus.exec()
        kijk.stop()
        if not klaar():
            raise OmgevingFout(f"De demo bleef hangen bij: {waarop}.")


def typ(veld: QWidget, tekst: str) -> None:
    """Type a text into a field, key by key."""
    for teken in tekst:
        _stuur(veld, Qt.Key.Key_unknown, teken)


def druk(veld: QWidget, toets: Qt.Key) -> None:
    """Press a key in a field."""
    _stuur(veld, toets, "\r" if toets is Qt.Key.Key_Return else "")


def _stuur(veld: QWidget, toets: Qt.Key, teken: str) -> None:
    for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(veld, QKeyEvent(soort, toets, Qt.KeyboardModifier.NoModifier, teken))
