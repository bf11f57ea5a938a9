"""A session that types one word wherever it can, locks, unlocks, meets an error, and types on until it is killed.

`python -m tests.journeys.kanarie DATABASE`, run by `test_kanarie.py` in a world of its own. It says KLAAR when all was
done once. Which files it opened to write goes to standard output too, as GESCHREVEN.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.eerste_start import loop_door
from vtscan_desktop import app as programma
from vtscan_desktop.services.reservekopieen import maak_reservekopie
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.toegang.eerste_start import EersteStart
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen
from vtscan_desktop.ui.venster import Hoofdvenster

KANARIE = "KanarieGrijs"
WACHTWOORD = "Kanariewachtwoord van vijf gewone woorden"
_STAP_MS = 20
Stappen = Iterator[Callable[[], bool]]
"""What is waited for between one step and the next."""


def typ(veld: QWidget, tekst: str) -> None:
    """Type a text, key by key."""
    veld.setFocus()
    for teken in tekst:
        for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            toets = QKeyEvent(soort, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, teken)
            QApplication.sendEvent(veld, toets)


class Sessie:
    """One person at work."""

    def __init__(self) -> None:
        [self.venster] = [w for w in QApplication.topLevelWidgets() if isinstance(w, Hoofdvenster)]

    def loop(self) -> Stappen:
        """All of it, once; then on and on."""
        yield from self._eerste_start()
        self._begin_scan()
        getypt = self._typ_overal()
        yield from self._meld_fout()
        assert self.venster.sessie is not None
        maak_reservekopie(self.venster.sessie.opslag, programma.nu())
        yield from self._vergrendel()
        print("KLAAR", getypt, flush=True)
        while True:
            scherm = self.venster.werkscherm
            assert scherm is not None
            typ(scherm.notitiebalk.regel, f"{KANARIE} ")
            print("verder", flush=True)
            yield lambda: True

    def _eerste_start(self) -> Stappen:
        toegang = self.venster.toegang
        assert toegang is not None
        assert isinstance(toegang.blad, EersteStart)
        yield from loop_door(toegang.blad, WACHTWOORD, f"functie van {KANARIE}")
        yield lambda: self.venster.startpagina is not None

    def _begin_scan(self) -> None:
        assert self.venster.sessie is not None
        self.venster.open_scan(self.venster.sessie.scans.nieuw("ijsselland", date(2016, 7, 11)))
        scherm = self.venster.werkscherm
        assert scherm is not None
        typ(scherm.notitiebalk.regel, f"notitie over {KANARIE}")
        QTest.keyClick(scherm.notitiebalk.regel, Qt.Key.Key_Return)

    def _typ_overal(self) -> int:
        scherm = self.venster.werkscherm
        assert scherm is not None
        getypt = 0
        for stap in scherm.stappen:
            scherm.ga_naar(stap.id)
            pagina = scherm.pagina(stap.id)
            for knop in pagina.findChildren(QPushButton):
                if knop.isVisibleTo(pagina) and knop.isEnabled() and "toevoegen" in knop.text().lower():
                    knop.click()
            QApplication.processEvents()
            velden = [*pagina.findChildren(TekstVlak), *pagina.findChildren(RegelVeld)]
            for veld in (v for v in velden if not isinstance(v, DatumVeld)):
                if veld.isVisibleTo(pagina) and veld.isEnabled() and not veld.isReadOnly():
                    typ(veld, f"{KANARIE} {stap.id}")
                    getypt += 1
        return getypt

    def _meld_fout(self) -> Stappen:
        def mis() -> None:
            raise ValueError(f"iets met {KANARIE} en {WACHTWOORD}")

        QTimer.singleShot(0, self.venster, mis)
        yield lambda: bool(self.venster.meldingregel.tekst())

    def _vergrendel(self) -> Stappen:
        self.venster.slot.vergrendel()
        yield lambda: self.venster.toegang is not None
        toegang = self.venster.toegang
        assert toegang is not None
        assert isinstance(toegang.blad, Ontgrendelen)
        typ(toegang.blad.geheim, "niet dit maar Kanariewachtwoord")
        toegang.blad.open.click()
        yield lambda: not toegang.blad.fout.isHidden()
        toegang.blad.geheim.clear()
        typ(toegang.blad.geheim, WACHTWOORD)
        toegang.blad.open.click()
        yield lambda: self.venster.werkscherm is not None


def _luister(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
    if gebeurtenis == "open" and isinstance(gegevens[0], str) and isinstance(gegevens[2], int) and gegevens[2] & 3:
        print("GESCHREVEN", gegevens[0], flush=True)


class Loper(QTimer):
    """Takes the steps from the window's own loop, so that an error in it is met as any other."""

    def __init__(self) -> None:
        super().__init__()
        self._stappen: Stappen | None = None
        self._tot: Callable[[], bool] = lambda: True
        self.setInterval(_STAP_MS)
        self.timeout.connect(self._stap)

    def _stap(self) -> None:
        if self._stappen is None:
            self._stappen = Sessie().loop()
        try:
            if self._tot():
                self._tot = next(self._stappen)
        except BaseException as fout:  # said on the way out, or the test would wait for nothing
            print("MIS", type(fout).__name__, fout, flush=True)
            raise


if __name__ == "__main__":
    sys.addaudithook(_luister)
    programma.maak_app()
    loper = Loper()
    loper.start()
    programma.open_venster(None, Path(sys.argv[1]), None, None)
