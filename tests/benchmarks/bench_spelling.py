"""What the spelling check costs while typing: a key in a text of the greatest length, with and without it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.benchmarks.meting import Meting, mediaan_ms
from vtscan_desktop.app import maak_app
from vtscan_desktop.domain.grenzen import MAX_TEKST
from vtscan_desktop.domain.woorden import vind_woorden
from vtscan_desktop.services.spelling import Spellingcontrole
from vtscan_desktop.ui.bouwstenen.spelling import Markeerder, spelling
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak

REGEL = "De wethouder vraagt naar de gemente en de wachtlijst van de instelling, en wanneer dat beter wordt. "
GEDULD_S = 30.0


class GeenWoorden:
    """A database without words of its own."""

    def eigen_woorden(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def leer_woord(self, woord: str) -> None:
        """Not asked here."""

    def vergeet_woord(self, woord: str) -> None:
        """Not asked here."""


def wacht(tot: Callable[[], bool]) -> None:
    """Let Qt work until it is so."""
    einde = time.monotonic() + GEDULD_S
    while not tot():
        QApplication.processEvents()
        if time.monotonic() > einde:
            raise TimeoutError


def toetsen(vlak: TekstVlak) -> list[float]:
    """Milliseconds of each key typed in the middle of the text, its painting included."""
    vlak.zet_cursorplek(MAX_TEKST // 2)
    tijden = []
    for teken in "dit is er een gemente bij gekomen " * 2:
        begin = time.perf_counter()
        toets = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, teken)
        QApplication.sendEvent(vlak, toets)
        QApplication.processEvents()
        tijden.append((time.perf_counter() - begin) * 1000)
    return sorted(tijden)


def maak_vlak(alinea: int) -> tuple[QScrollArea, TekstVlak]:
    """A field with a text of nearly the greatest length, in paragraphs of so many lines."""
    rol = QScrollArea()
    rol.setWidgetResizable(True)
    rol.resize(700, 600)
    vlak = TekstVlak("Meting", rol)
    rol.setWidget(vlak)
    tekst = (REGEL * alinea + "\n") * (MAX_TEKST // (len(REGEL) * alinea) + 1)
    vlak.zet_tekst(tekst[: MAX_TEKST - 200])
    rol.show()
    rol.activateWindow()
    vlak.setFocus()
    return rol, vlak


def meet_typen(naam: str, alinea: int) -> list[Meting]:
    """A key without and with the check, and the longest that the window stood still for marking."""
    spelling().stop()
    rol, vlak = maak_vlak(alinea)
    wacht(vlak.isVisible)
    zonder = toetsen(vlak)
    spelling().begin(GeenWoorden())
    markeerder = vlak.findChild(Markeerder)
    assert markeerder is not None
    langste = 0.0
    while not markeerder.af:
        begin = time.perf_counter()
        QApplication.processEvents()
        langste = max(langste, (time.perf_counter() - begin) * 1000)
    met = toetsen(vlak)
    rol.close()
    midden, doel = len(met) // 2, zonder[len(zonder) // 2] + 8
    return [
        Meting(f"toets in {naam}", met[midden], "zonder controle; hooguit 8 ms erbij", zonder[midden], doel),
        Meting(f"markeren van {naam}, langste beurt", langste, "typen gaat voor", doel=100),
    ]


def meet() -> list[Meting]:
    """All timings of spelling."""
    maak_app()
    controle = Spellingcontrole()
    begin = time.perf_counter()
    controle.keur(("wethouder",))
    eerste = (time.perf_counter() - begin) * 1000
    woorden = tuple(woord for _, woord in vind_woorden(REGEL * 60))
    per_woord = mediaan_ms(lambda: controle.keur(woorden)) / len(woorden)
    voorstel = mediaan_ms(lambda: controle.stel_voor("verandwoordelijkheid"), 3)
    controle.sluit()
    metingen = [
        Meting("eerste woord, proces en woordenboek erbij", eerste, "buiten het venster om", doel=3000),
        Meting("een woord keuren, heen en weer", per_woord, "in pakketjes", doel=0.05),
        Meting("suggesties", voorstel, "buiten het venster om", doel=2000),
        *meet_typen("100.000 tekens in alinea's", 5),
        *meet_typen("100.000 tekens achter elkaar", 2000),
    ]
    spelling().stop()
    return metingen
