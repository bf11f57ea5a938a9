"""One timing of the window in a process of its own: `python -m tests.benchmarks.vensterproces WHAT [DATABASE]`.

Prints milliseconds, one timing a line. A fresh process, since a user's first window pays for every import.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import vtscan_desktop.ui  # noqa: F401  # as the program does: see there

# isort: split
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.werkscherm import Werkscherm

WACHTWOORD = "een wachtwoord om te meten"
GEDULD_S = 30.0
_WEK_MS = 5
_RUST_S = 3.0
"""How long the spelling check waits for a question here before it ends; for a user a minute."""


class Verfwacht(QObject):
    """Notes that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.geverfd = False
        self.toen = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every event, stop none."""
        if event.type() == QEvent.Type.Paint and not self.geverfd:
            self.geverfd, self.toen = True, time.perf_counter()
        return super().eventFilter(watched, event)


def wacht(klaar: Callable[[], bool]) -> None:
    """Let Qt work until it is so, and sleep when there is nothing to do, as the program itself does.

    To ask Qt without a pause would hold up the program's other threads, which need Python too.
    """
    wekker = QTimer()  # what no event tells of is to be seen too
    wekker.start(_WEK_MS)
    einde = time.monotonic() + GEDULD_S
    while not klaar():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > einde:
            raise TimeoutError


def tot_geverfd(doe: Callable[[], object], widget: Callable[[], QWidget]) -> float:
    """Milliseconds from `doe` until the widget that then matters is painted."""
    begin = time.perf_counter()
    doe()
    verf = Verfwacht(widget())
    wacht(lambda: verf.geverfd)
    return (time.perf_counter() - begin) * 1000


def tot_eerste_verf(doe: Callable[[], object], widget: QWidget) -> float:
    """Milliseconds from `doe` until a widget is painted first, which may be before all of it is done."""
    verf = Verfwacht(widget)
    begin = time.perf_counter()
    doe()
    wacht(lambda: verf.geverfd)
    widget.removeEventFilter(verf)
    QApplication.processEvents()
    return (verf.toen - begin) * 1000


def maak(database: Path) -> Hoofdvenster:
    """The program's window as `vtscan` makes it, painted."""
    from vtscan_desktop.app import maak_app, maak_venster

    maak_app()
    venster = maak_venster(database, onthoud=False)
    tot_geverfd(venster.show, lambda: venster)
    return venster


class Paginaverf(QObject):
    """Notes when the window was first painted, all of it, with the start page in it."""

    def __init__(self, venster: Hoofdvenster) -> None:
        super().__init__(venster)
        self.toen = 0.0
        self._venster = venster
        venster.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window paint itself, to see when that is done; stop nothing else."""
        pagina = self._venster.startpagina
        if self.toen or event.type() != QEvent.Type.UpdateRequest or pagina is None or not pagina.isVisible():
            return super().eventFilter(watched, event)
        watched.event(event)
        self.toen = time.perf_counter()
        return True


def ontgrendel(venster: Hoofdvenster) -> float:
    """Milliseconds from the passphrase to a painted start page, the derivation of the key included."""
    assert venster.toegang is not None
    verf = Paginaverf(venster)
    begin = time.perf_counter()
    venster.toegang.blad.gekozen.emit(WACHTWOORD)
    wacht(lambda: verf.toen > 0)
    return (verf.toen - begin) * 1000


def rustig() -> None:
    """Let what is prepared in the background be done: a user has had that time too."""
    einde = time.monotonic() + 3
    wacht(lambda: time.monotonic() > einde)


def open_scan(database: Path) -> tuple[Hoofdvenster, Werkscherm]:
    """The window with the first scan of a database open; it opens by itself when it was open the last time."""
    venster = maak(database)
    assert venster.toegang is not None
    venster.toegang.blad.gekozen.emit(WACHTWOORD)
    wacht(lambda: venster.startpagina is not None or venster.werkscherm is not None)
    if venster.werkscherm is None:
        assert venster.sessie is not None
        venster.open_scan(venster.sessie.scans.overzicht()[0].id)
    assert venster.werkscherm is not None
    return venster, venster.werkscherm


def werk(database: Path) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of each step to the next topic and back to the one before, of each jump to one far away that was not
    pointed at, and from each key to its paint, on the first scan of the database.
    """
    venster, scherm = open_scan(database)
    topics = [stap.id for stap in scherm.stappen if stap.topic is not None]
    scherm.ga_naar(topics[0])
    wissels = [_wissel(scherm, stap) for stap in [*topics[1:], *topics[-2::-1]]]
    sprongen = [_wissel(scherm, topics[(7 * nummer) % len(topics)]) for nummer in range(1, len(topics))]
    scherm.ga_naar(topics[3])
    vlak = scherm.pagina(topics[3]).eerste_veld()
    assert vlak is not None
    rustig()
    toetsen = [
        tot_geverfd(
            lambda: QApplication.sendEvent(
                vlak, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
            ),
            lambda: vlak.viewport() if hasattr(vlak, "viewport") else vlak,
        )
        for _ in range(60)
    ]
    venster.close()
    return wissels, sprongen, toetsen


def _wissel(scherm: Werkscherm, stap: str) -> float:
    """Milliseconds to another step, once the pages that may come next stand ready: nobody reads a page faster."""
    wacht(lambda: scherm.gereed)
    return tot_geverfd(lambda: scherm.ga_naar(stap), lambda: scherm.pagina(stap))


def chip(database: Path) -> tuple[list[float], list[float]]:
    """Milliseconds from an oordeel until the header's chip is painted: on a topic, and while trying out."""
    from vtscan_desktop.domain.proef import Proef
    from vtscan_desktop.domain.risicoscan import Oordeel
    from vtscan_desktop.ui.paginas.categorie import CategoriePagina
    from vtscan_desktop.ui.stappen import CATEGORIE, topicstap

    venster, scherm = open_scan(database)
    wacht(lambda: scherm.gereed)
    deel = scherm.kopbalk.findChild(QWidget, "voorstel")
    assert deel is not None
    oordelen = [Oordeel.NIET_OP_ORDE, Oordeel.OP_ORDE] * 15
    scherm.ga_naar(topicstap(4))
    rustig()
    echt = [
        tot_eerste_verf(lambda o=o: scherm.werkruimte.wijzig_topic(4, oordeel=o), deel)  # type: ignore[misc]
        for o in oordelen
    ]
    scherm.ga_naar(CATEGORIE)
    pagina = scherm.pagina(CATEGORIE)
    assert isinstance(pagina, CategoriePagina)
    pagina.begin_proef()
    rustig()
    proef = [
        tot_eerste_verf(lambda o=o: pagina.probeer(Proef().met_oordeel(4, o)), deel)  # type: ignore[misc]
        for o in oordelen
    ]
    venster.close()
    return echt, proef


def notities(database: Path) -> list[float]:
    """Milliseconds from Enter in the note line until the new note is painted beside topic 3."""
    from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
    from vtscan_desktop.ui.naast.zijvak import NOTITIES
    from vtscan_desktop.ui.stappen import topicstap

    venster, scherm = open_scan(database)
    wacht(lambda: scherm.gereed)
    scherm.ga_naar(topicstap(3))
    scherm.zijvak.kies(NOTITIES)
    rustig()
    lijst = next(deze for deze in scherm.zijvak.findChildren(Notitielijst) if deze.isVisible())
    regel = scherm.notitiebalk.regel
    tijden = []
    for nummer in range(20):
        regel.setText(f"van 45 naar 33, keer {nummer}")
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        tijden.append(tot_geverfd(lambda: QApplication.sendEvent(regel, enter), lambda: lijst.rijen()[-1]))  # noqa: B023
        scherm.werkruimte.bewaar_nu()
    venster.close()
    return tijden


def rollen(database: Path) -> list[float]:
    """Milliseconds from a step of the scroll bar until the notes beside topic 3 are painted, all the way up."""
    from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
    from vtscan_desktop.ui.naast.zijvak import NOTITIES
    from vtscan_desktop.ui.stappen import topicstap

    venster, scherm = open_scan(database)
    wacht(lambda: scherm.gereed)
    scherm.ga_naar(topicstap(3))
    scherm.zijvak.kies(NOTITIES)
    rustig()
    lijst = next(deze for deze in scherm.zijvak.findChildren(Notitielijst) if deze.isVisible())
    rol = lijst.findChild(QScrollArea)
    assert rol is not None
    balk = rol.verticalScrollBar()
    tijden = []
    for waarde in range(balk.maximum(), 0, -max(1, balk.maximum() // 60)):
        if waarde != balk.value():
            tijden.append(tot_geverfd(lambda waarde=waarde: balk.setValue(waarde), rol.widget))  # type: ignore[misc]
    venster.close()
    return tijden


def geheugen(database: Path) -> tuple[list[float], list[float]]:
    """MiB in use at rest, by all processes and by the window alone: with a scan open, and after a walk along it all."""
    from vtscan_desktop.services import spelling

    spelling.RUST_S = _RUST_S
    venster, scherm = open_scan(database)
    geopend = _in_rust(scherm)
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        rustig()
    gelopen = _in_rust(scherm)
    venster.close()
    return geopend, gelopen


def _in_rust(scherm: Werkscherm) -> list[float]:
    """MiB of this process with its helpers, and of this one alone; pages that are shared are counted by share."""
    wacht(lambda: scherm.gereed)
    einde = time.monotonic() + 2 * _RUST_S
    wacht(lambda: time.monotonic() > einde)
    eigen, *anderen = [_kilobytes(proces) for proces in [str(os.getpid()), *_kinderen(os.getpid())]]
    return [(eigen + sum(anderen)) / 1024, eigen / 1024]


def _kilobytes(proces: str) -> int:
    try:
        regels = Path(f"/proc/{proces}/smaps_rollup").read_text("utf-8").splitlines()
    except ProcessLookupError:  # it has ended, and only its exit code is still there
        return 0
    return next(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:"))


def _kinderen(proces: int) -> list[str]:
    """The processes that this one started, and those that they started."""
    eigen = [
        kind
        for draad in Path(f"/proc/{proces}/task").iterdir()
        for kind in (draad / "children").read_text("utf-8").split()
    ]
    return eigen + [kleinkind for kind in eigen for kleinkind in _kinderen(int(kind))]


def figuren(database: Path) -> list[float]:
    """Milliseconds from a key in the number of a count of the wachtlijst until its figure is painted with it."""
    from vtscan_desktop.ui.figuren.figuurvlak import Figuurvlak
    from vtscan_desktop.ui.stappen import topicstap

    venster, scherm = open_scan(database)
    wacht(lambda: scherm.gereed)
    scherm.ga_naar(topicstap(3))
    pagina = scherm.pagina(topicstap(3))
    vlak = pagina.findChildren(Figuurvlak)[0]
    laatste = len(scherm.werkruimte.scan.kerndata.wachtlijst) - 1
    cel = pagina.findChild(QWidget, f"wachtlijst:{laatste}:aantal")
    assert cel is not None
    pagina.rol.ensureWidgetVisible(vlak)
    cel.setFocus()
    rustig()
    tijden = []
    for nummer in range(40):
        sleutel, tekst = (Qt.Key.Key_Backspace, "\b") if nummer % 2 else (Qt.Key.Key_1, "1")
        toets = QKeyEvent(QEvent.Type.KeyPress, sleutel, Qt.KeyboardModifier.NoModifier, tekst)
        eerder = vlak.accessibleDescription()
        tijden.append(tot_geverfd(lambda: QApplication.sendEvent(cel, toets), lambda: vlak))  # noqa: B023
        assert vlak.accessibleDescription() != eerder
    venster.close()
    return tijden


def main(wat: str, database: str = "") -> None:
    """Run what is asked, print its timings, and stop without the cost of tidying up."""
    if wat == "eerste":
        maak(Path(database))
    elif wat == "openen":
        venster = maak(Path(database))
        rustig()
        print(ontgrendel(venster))
        venster.close()
    elif wat == "chip":
        for tijden in chip(Path(database)):
            print(*tijden)
    elif wat == "notities":
        print(*notities(Path(database)))
    elif wat == "rollen":
        print(*rollen(Path(database)))
    elif wat == "geheugen":
        for waarden in geheugen(Path(database)):
            print(*waarden)
    elif wat == "figuren":
        print(*figuren(Path(database)))
    else:
        for tijden in werk(Path(database)):
            print(*tijden)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Exception:  # the window has put its own catcher in Python's place, which writes a report and goes on
        traceback.print_exc()
        os._exit(1)
