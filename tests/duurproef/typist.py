"""Types in the real window at 8 characters a second until killed, and writes down what was typed when.

Runs in a process of its own (`proef.py`), forked from one that has imported all of this: that saves seconds each time.
Each key is on disk in LOGBOEK, with the time of the clock that all processes share, at the moment the window got it.
"""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

import vtscan_desktop.ui.scans.startpagina
import vtscan_desktop.ui.werkscherm  # noqa: F401  # what the window would fetch when it needs it
from vtscan_desktop.app import maak_app, maak_venster
from vtscan_desktop.services.reservekopieen import maak_reservekopie
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.venster import Hoofdvenster

TEKENS_PER_SECONDE = 8
HOOGSTENS_S = 300
ENTER = "\r"
UITVOER = "export.vtscan"
"""The file in the database's folder that the scan is exported to, over and over."""
_LETTERS = "abcdefghijklmnoprstuvwz éëï"
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Typist:
    """A person at the window."""

    def __init__(self, venster: Hoofdvenster, logboek: int, zaad: int, begonnen: Callable[[], None]) -> None:
        self._venster = venster
        self._logboek = logboek
        self._begonnen: Callable[[], None] | None = begonnen
        self._dobbel = random.Random(zaad)
        self._notities = 0

    def werk(self) -> None:
        """Topics and notes by turns; it ends by itself only when nobody came to kill it."""
        einde = time.monotonic() + HOOGSTENS_S
        while time.monotonic() < einde:
            if self._dobbel.random() < 0.4:
                self._notitie()
            else:
                self._topic()

    def _topic(self) -> None:
        """Jump to a topic in one of three ways, and type on at the end of one of its texts."""
        scherm = self._venster.werkscherm
        assert scherm is not None
        hoe = self._dobbel.randrange(3)
        if hoe == 0:
            QTest.keyClick(_focus(), Qt.Key.Key_Right, _ALT)
        elif hoe == 1:
            QTest.keyClick(_focus(), Qt.Key.Key_Left, _ALT)
        if hoe == 2 or not scherm.huidig.startswith("topic-"):
            scherm.stappenlijst.gekozen.emit(topicstap(self._dobbel.randint(1, 20)))
        nr = scherm.huidig.removeprefix("topic-")
        soort = self._dobbel.choice(("toelichting", "risico"))
        veld = scherm.pagina(scherm.huidig).findChild(QTextEdit, soort)
        if veld is None or not veld.isVisible():
            return
        veld.setFocus()
        veld.moveCursor(QTextCursor.MoveOperation.End)
        self._typ(veld, f"topic/{nr}/{soort}", self._woorden())

    def _notitie(self) -> None:
        QTest.keyClick(_focus(), Qt.Key.Key_N, _CTRL)
        veld = _focus()
        self._typ(veld, f"notitie/{self._notities}", f"n{self._woorden().strip()}")
        self._wacht()
        self._druk(veld, f"notitie/{self._notities}", ENTER)
        self._notities += 1

    def _woorden(self) -> str:
        return "".join(self._dobbel.choice(_LETTERS) for _ in range(self._dobbel.randint(5, 40)))

    def _typ(self, veld: QWidget, sleutel: str, tekst: str) -> None:
        for teken in tekst:
            self._wacht()
            self._druk(veld, sleutel, teken)

    def _druk(self, veld: QWidget, sleutel: str, teken: str) -> None:
        toets = Qt.Key.Key_Return if teken == ENTER else Qt.Key.Key_unknown
        regel = json.dumps([time.monotonic(), sleutel, teken])
        QApplication.sendEvent(veld, QKeyEvent(QEvent.Type.KeyPress, toets, Qt.KeyboardModifier.NoModifier, teken))
        os.write(self._logboek, f"{regel}\n".encode())
        if self._begonnen is not None:
            self._begonnen()
            self._begonnen = None

    def _wacht(self) -> None:
        """Let the program run as it does for a user: `QTest.qWait` would keep Python from its other threads."""
        lus = QEventLoop()
        QTimer.singleShot(round(self._dobbel.uniform(0.5, 1.5) * 1000 / TEKENS_PER_SECONDE), lus.quit)
        lus.exec()


def _focus() -> QWidget:
    QApplication.processEvents()
    gevonden = QApplication.focusWidget()
    assert gevonden is not None
    return gevonden


def bezigheden(sessie: Sessie, scan_id: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """What can go on beside the typing, by name."""
    uit = sessie.pad.with_name(UITVOER)
    yield "typen", lambda: None
    yield "export", lambda: sessie.scans.exporteer(scan_id, uit, vervang=True)
    yield "reservekopie", lambda: maak_reservekopie(sessie.opslag, datetime.now(UTC))


def _herhaal(doe: Callable[[], object]) -> None:
    while True:
        doe()
        time.sleep(0.02)


def main(database: Path, logboek: Path, geheim: str, zaad: int, bezigheid: str, klaar: Connection) -> None:
    """Open the one scan there is, and type until killed; say to `klaar` when the first key was typed."""
    app = maak_app()
    venster = maak_venster(database, onthoud=False)
    venster.show()
    venster.activateWindow()
    assert venster.toegang is not None
    venster.toegang.probeer(geheim)
    while venster.sessie is None:
        app.processEvents()
    scan_id = venster.sessie.scans.overzicht()[0].id
    venster.open_scan(scan_id)
    scherm = venster.werkscherm
    while zaad % 4 == 0 and scherm is not None and not scherm.gereed:
        app.processEvents()  # else there is typing while the other pages are still being made
    doe = dict(bezigheden(venster.sessie, scan_id))[bezigheid]
    if bezigheid != "typen":
        threading.Thread(target=_herhaal, args=(doe,), daemon=True).start()
    typist = Typist(
        venster, os.open(logboek, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), zaad, partial(_zeg, klaar)
    )
    app.processEvents()
    typist.werk()


def _zeg(klaar: Connection) -> None:
    """The first key was typed: from now on it may be killed."""
    klaar.send("BEGIN")
