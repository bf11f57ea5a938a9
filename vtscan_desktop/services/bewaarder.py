"""Keeps what is typed: a thread that writes the newest value, during typing and not only after it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from vtscan_desktop.domain.errors import OmgevingFout, VtscanFout
from vtscan_desktop.services.onvoorzien import geef_door

PAUZE_S = 0.2
"""Least time between the starts of two writes; with the write itself it stays well under the promised 500 ms."""
BEELD_S = 0.03
"""A write begins this long after the change, unless someone waits for it: what the change shows, in the same
interpreter, goes first. Two frames of a screen."""
HERKANS_S = 2.0
"""After a failed write: when to try again (the disk may have room by then)."""

Waarde = TypeVar("Waarde")


@dataclass(frozen=True, slots=True)
class Bewaarmelding:
    """Outcome of one write: when, and the error if it failed (the text is then still in memory)."""

    tijd: datetime
    fout: VtscanFout | None = None


class Bewaarder(Generic[Waarde]):
    """Writes the newest value, at most every `PAUZE_S`; skips the ones in between.

    `schrijf` gets the value kept last, the one to keep, and the time. It and `meld` are called on the thread of the
    Bewaarder.
    """

    def __init__(
        self,
        schrijf: Callable[[Waarde, Waarde, datetime], None],
        begin: Waarde,
        klok: Callable[[], datetime],
        meld: Callable[[Bewaarmelding], None],
    ) -> None:
        self._schrijf = schrijf
        self._bewaard = begin
        self._nieuwste = begin
        self._klok = klok
        self._meld = meld
        self._terug: Waarde | None = None
        self._fout: VtscanFout | None = None
        self._gewijzigd = 0.0
        self._begonnen = 0
        self._mislukt = 0
        self._gevraagd = 0
        self._wachters = 0
        self._dringend = False
        self._stop = False
        self._sein = threading.Condition()
        self._draad = threading.Thread(target=self._werk, name="bewaarder", daemon=True)
        self._draad.start()

    def zet(self, stand: Waarde) -> None:
        """Take over the newest value; returns at once."""
        with self._sein:
            if self._nieuwste is self._bewaard:
                self._gewijzigd = time.monotonic()
            self._nieuwste = stand
            self._sein.notify_all()

    def dring_aan(self) -> None:
        """Write the newest value soon, without the pause; returns at once."""
        with self._sein:
            self._dringend = True
            self._sein.notify_all()

    def spoel(self) -> None:
        """Return when the newest value is kept. Raises the `VtscanFout` of the write if it can't be."""
        with self._sein:
            # How a write ends that was begun before this says nothing of what is asked now.
            vanaf = self._gevraagd = self._begonnen
            self._wachters += 1
            self._fout = None
            self._sein.notify_all()
            while self._nieuwste is not self._bewaard and not self._fout_sinds(vanaf) and self._draad.is_alive():
                self._sein.wait()
            self._wachters -= 1
            if fout := self._fout_sinds(vanaf):
                raise fout

    def _fout_sinds(self, vanaf: int) -> VtscanFout | None:
        """The error of the last write, if that was begun after the one with this number."""
        return self._fout if self._mislukt > vanaf else None

    def zet_of_niet(self, stand: Waarde) -> None:
        """Keep this value at once; raises as `spoel`, and then the one before stays the newest."""
        with self._sein:
            self._terug, self._nieuwste = self._nieuwste, stand
        try:
            self.spoel()
        finally:
            with self._sein:
                self._terug = None

    def sluit(self) -> None:
        """Keep the newest value and end the thread. Raises as `spoel`; the thread then lives on."""
        self.spoel()
        with self._sein:
            self._stop = True
            self._sein.notify_all()
        self._draad.join()

    def _werk(self) -> None:
        begonnen = -PAUZE_S
        while (taak := self._wacht(begonnen)) is not None:
            begonnen = time.monotonic()
            melding = self._probeer(*taak)
            if melding is not None:
                self._meld(melding)

    def _wacht(self, begonnen: float) -> tuple[Waarde, Waarde] | None:
        """Wait for something to write, and for its turn; None when it's time to stop."""
        with self._sein:
            while True:
                if self._nieuwste is self._bewaard:
                    self._dringend = False
                    if self._stop:
                        return None
                    self._sein.wait()
                    continue
                pauze = 0.0 if self._dringend else PAUZE_S if self._fout is None else HERKANS_S
                rest = max(begonnen + pauze, self._gewijzigd + BEELD_S) - time.monotonic()
                # Who waits hears of an error of a write that was asked for, before it is tried again.
                wacht = self._wachters and (self._fout is None or self._mislukt <= self._gevraagd)
                if wacht or rest <= 0:
                    self._dringend = False
                    self._begonnen += 1
                    return self._bewaard, self._nieuwste
                self._sein.wait(rest)

    def _probeer(self, oud: Waarde, nieuw: Waarde) -> Bewaarmelding | None:
        """Write; None when the value was taken back, and only who gave it is to hear of the error."""
        teruggenomen = False
        fout: VtscanFout | None = None
        try:
            self._schrijf(oud, nieuw, self._klok())
        except VtscanFout as gevangen:
            fout = gevangen
        except Exception as gevangen:  # the thread must live on: the text is only in memory now
            geef_door(gevangen)
            fout = OmgevingFout(f"Bewaren is niet gelukt door een onverwachte fout ({type(gevangen).__name__}).")
        with self._sein:
            self._fout = fout
            if fout is not None:
                self._mislukt = self._begonnen
            if fout is None:
                self._bewaard = nieuw
            elif self._terug is not None:
                self._nieuwste, teruggenomen = self._terug, True
            self._sein.notify_all()
        return None if teruggenomen else Bewaarmelding(self._klok(), fout)
