"""Long work off the UI thread: values in, one signal out, and progress on the way.

The thread only ever touches a mailbox that lives as long as the application, never a widget or anything owned by one.
So the widget that asked may be closed at any moment: what still comes for it is then dropped.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from typing import Any, NamedTuple
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from shiboken6 import isValid

from vtscan_desktop.domain.errors import Afgebroken, OmgevingFout, VtscanFout
from vtscan_desktop.services.onvoorzien import geef_door

logger = logging.getLogger(__name__)

Melder = Callable[[str, int, int], None]
"""Tells how far it is: what is being done now, and step so many of so many."""
Werk = Callable[[Melder], Any]
"""The work: gets a `Melder`, gives back a value, raises `VtscanFout`. It must not touch anything of Qt."""


class _Bericht(NamedTuple):
    """One message from a thread to the `Taak` it works for."""

    taak: ref[Taak]
    soort: str
    inhoud: tuple[Any, ...]


class _Postbus(QObject):
    """The one object that threads talk to; it lives on the UI thread as long as the application does."""

    bericht = Signal(object)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.bericht.connect(self._bezorg)

    @Slot(object)
    def _bezorg(self, bericht: _Bericht) -> None:
        taak = bericht.taak()
        if taak is not None and isValid(taak):
            taak.ontvang(bericht.soort, bericht.inhoud)


_van_app: list[_Postbus] = []
"""The application's, once it is made: looking for it among all that the application owns takes too long."""


def _postbus() -> _Postbus:
    if not _van_app or not isValid(_van_app[0]):
        app = QCoreApplication.instance()
        assert app is not None
        _van_app[:] = [_Postbus(app)]
    return _van_app[0]


class Taak(QObject):
    """One piece of work on a thread of its own. Emits `klaar` or `mislukt` once, on this thread, and then goes away.

    `klaar` carries what the work gave back, `mislukt` a `VtscanFout` (also for an error that nobody foresaw),
    `voortgang` what `Melder` was told. The thread is waited for when the program ends, so nothing stays half-done.
    After `breek_af` the work stops the next time it tells how far it is, with `Afgebroken`.
    """

    klaar = Signal(object)
    mislukt = Signal(object)
    voortgang = Signal(str, int, int)

    def __init__(self, werk: Werk, parent: QObject) -> None:
        super().__init__(parent)
        self._werk: Werk | None = werk
        self._stop = threading.Event()

    def breek_af(self) -> None:
        """Ask the work to stop; what is done before it hears so counts as done."""
        self._stop.set()

    def start(self) -> Taak:
        """Begin; returns itself."""
        assert self._werk is not None
        threading.Thread(target=_werk_af, args=(self._werk, ref(self), _postbus(), self._stop), name="taak").start()
        self._werk = None
        return self

    def ontvang(self, soort: str, inhoud: tuple[Any, ...]) -> None:
        """Deliver a message of the thread."""
        if soort == "voortgang":
            self.voortgang.emit(*inhoud)
            return
        self.deleteLater()
        (self.klaar if soort == "klaar" else self.mislukt).emit(*inhoud)


def voer_uit(
    werk: Werk,
    parent: QObject,
    *,
    klaar: Callable[[Any], None] | None = None,
    mislukt: Callable[[VtscanFout], None],
    voortgang: Callable[[str, int, int], None] | None = None,
) -> Taak:
    """Start `werk` for `parent`; the callables must be methods of a QObject, so that they go when it goes."""
    taak = Taak(werk, parent)
    if klaar is not None:
        taak.klaar.connect(klaar)
    taak.mislukt.connect(mislukt)
    if voortgang is not None:
        taak.voortgang.connect(voortgang)
    return taak.start()


def _werk_af(werk: Werk, taak: ref[Taak], postbus: _Postbus, stop: threading.Event) -> None:
    def stuur(soort: str, *inhoud: Any) -> None:
        if isValid(postbus):
            postbus.bericht.emit(_Bericht(taak, soort, inhoud))

    def meld(tekst: str, stap: int, van: int) -> None:
        if stop.is_set():
            raise Afgebroken("Afgebroken: er is niets bewaard.")
        stuur("voortgang", tekst, stap, van)

    try:
        stuur("klaar", werk(meld))
    except VtscanFout as fout:
        stuur("mislukt", fout)
    except Exception as fout:
        # the trace without the message: a message may quote what the user typed
        logger.error("%s in achtergrondtaak\n%s", type(fout).__name__, "".join(traceback.format_tb(fout.__traceback__)))
        geef_door(fout)
        stuur("mislukt", OmgevingFout(f"Dit is niet gelukt door een onverwachte fout ({type(fout).__name__})."))
