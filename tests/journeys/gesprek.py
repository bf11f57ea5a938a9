"""A day of gesprekken, typed in the real window: `python -m tests.journeys.gesprek DATABASE`, then killed from outside.

Keys a second are in VTSCAN_TEKENS_PER_SECONDE; without it they come as fast as the window takes them. Says KLAAR on
standard output after the last key and then goes on running, as a program that someone is still looking at.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vtscan_desktop.app import maak_app, maak_venster
from vtscan_desktop.domain.risicoscan import NotitieSoort
from vtscan_desktop.ui.gesprek.gespreksmodus import Gespreksmodus
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

WACHTWOORD = "een lang wachtwoord"
SNELHEID = "VTSCAN_TEKENS_PER_SECONDE"
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Getypt:
    """A line as typed, and what must be kept of it; `gesprek` counts from 0, None is outside any."""

    regel: str
    tekst: str
    topic: int
    soort: NotitieSoort = NotitieSoort.NOTITIE
    gesprek: int | None = None


@dataclass(frozen=True)
class Sprong:
    """What is done between notes."""

    hoe: str
    topic: int = 0


def verloop() -> Iterator[Getypt | Sprong]:
    """Sixty notes in two gesprekken and outside them, with every way there is to jump in between."""
    soorten = (None, "#k", "#oorzaak", "#op", "#wens", None, "#risico", "#a")
    manieren = ("volgende", "stap", "nummer", "modus", "vorige")
    topic, gesprek = 3, None
    yield Sprong("stap", topic)
    for i in range(60):
        if i in (2, 30):
            gesprek = 0 if gesprek is None and i == 2 else 1
            yield Sprong("begin")
        if i == 26:
            gesprek = None
            yield Sprong("einde")
        if i % 4 == 3:
            hoe = manieren[i // 4 % len(manieren)]
            topic = {"volgende": topic % 20 + 1, "vorige": topic - 1 or 1}.get(hoe, (topic * 7 + i) % 17 + 1)
            yield Sprong(hoe, topic)
        tekst = f"nr. {i}: van 45 naar 33, café"
        voor, bij = ("", topic) if i % 6 else ("12: ", 12)
        merk = soorten[i % len(soorten)]
        soort = next((s for s in NotitieSoort if merk and s.startswith(merk[1:])), NotitieSoort.NOTITIE)
        regel = f"{voor}{merk} {tekst}" if merk and i % 2 else f"{voor}{tekst} {merk}" if merk else f"{voor}{tekst}"
        yield Getypt(regel, tekst, bij, soort, gesprek)


class Typist:
    """Types and clicks where a person would."""

    def __init__(self, venster: Hoofdvenster, tussen_ms: int) -> None:
        self.venster = venster
        self.tussen_ms = tussen_ms

    @property
    def scherm(self) -> Werkscherm:
        """The open scan."""
        assert self.venster.werkscherm is not None
        return self.venster.werkscherm

    def doe(self, wat: Getypt | Sprong) -> None:
        """One line, or one jump."""
        if isinstance(wat, Sprong):
            getattr(self, f"_{wat.hoe}")(wat.topic)
            return
        self._druk(Qt.Key.Key_N, _CTRL)
        self._typ(wat.regel)
        self._druk(Qt.Key.Key_Return)
        if self._focus().text():  # type: ignore[attr-defined]  # a kind at the end was taken first
            self._druk(Qt.Key.Key_Return)

    def _focus(self) -> QWidget:
        QApplication.processEvents()
        gevonden = QApplication.focusWidget()
        assert gevonden is not None
        return gevonden

    def _typ(self, tekst: str) -> None:
        veld = self._focus()
        for teken in tekst:  # QTest knows no key for letters such as é
            self._wacht()
            assert QApplication.focusWidget() is veld, "typing a note moves no focus"
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                toets = QKeyEvent(soort, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, teken)
                QApplication.sendEvent(veld, toets)

    def _druk(self, toets: Qt.Key, met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._wacht()
        QTest.keyClick(self._focus(), toets, met)

    def _wacht(self) -> None:
        if self.tussen_ms:
            QTest.qWait(self.tussen_ms)

    def _volgende(self, _topic: int) -> None:
        self._druk(Qt.Key.Key_Right, _ALT)

    def _vorige(self, _topic: int) -> None:
        self._druk(Qt.Key.Key_Left, _ALT)

    def _stap(self, topic: int) -> None:
        lijst = self.scherm.stappenlijst
        rij = next(
            index
            for n in range(lijst.model().rowCount())
            if str((index := lijst.model().index(n, 0)).data()).startswith(f"{topic} ")
        )
        lijst.scrollTo(rij)
        plek = lijst.visualRect(rij).center()
        QTest.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, plek)

    def _nummer(self, topic: int) -> None:
        self._druk(Qt.Key.Key_N, _CTRL)
        self._typ(f"{topic}:")
        self._druk(Qt.Key.Key_Return)
        assert self.scherm.huidig == topicstap(topic)

    def _modus(self, topic: int) -> None:
        """In gespreksmodus and out again leaves the page as it was; so go there afterwards."""
        self._druk(Qt.Key.Key_F11)
        [modus] = self.scherm.findChildren(Gespreksmodus)
        assert modus.isVisible()
        self._druk(Qt.Key.Key_Right, _ALT)
        self._druk(Qt.Key.Key_F11)
        assert not modus.isVisible()
        self._stap(topic)

    def _begin(self, _topic: int) -> None:
        QTest.mouseClick(self.scherm.notitiebalk.gesprek.start, Qt.MouseButton.LeftButton)

    def _einde(self, _topic: int) -> None:
        QTest.mouseClick(self.scherm.notitiebalk.gesprek.beeindig, Qt.MouseButton.LeftButton)


def main(database: Path) -> None:
    """Open the one scan there is, do the whole day, and go on until killed."""
    app = maak_app()
    venster = maak_venster(database, onthoud=False)
    venster.show()
    venster.activateWindow()
    assert venster.toegang is not None
    venster.toegang.probeer(WACHTWOORD)
    while venster.sessie is None:
        app.processEvents()
    venster.open_scan(venster.sessie.scans.overzicht()[0].id)
    snelheid = float(os.environ.get(SNELHEID, "0"))
    typist = Typist(venster, round(1000 / snelheid) if snelheid else 0)
    for wat in verloop():
        typist.doe(wat)
    print("KLAAR", flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
