"""The first start walked through its own sheets, for every test that begins with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pytestqt.qtbot import QtBot

from vtscan_desktop.services.eerste_start import Startstap
from vtscan_desktop.ui.toegang.eerste_start import EersteStart
from vtscan_desktop.ui.toegang.startbladen import Beginblad, Plaatsblad, Sleutelblad, Wachtwoordblad, Zelfblad
from vtscan_desktop.ui.toegang.toegang import Toegang


def kies_wachtwoord(start: EersteStart, wachtwoord: str) -> Callable[[], bool]:
    """Fill in the first sheet and go on; gives back what becomes true when the next one stands."""
    assert isinstance(start.blad, Wachtwoordblad)
    start.blad.nieuw.wachtwoord.setText(wachtwoord)
    start.blad.nieuw.herhaling.setText(wachtwoord)
    start.blad.door.click()
    return lambda: start.keuze.stap is Startstap.PLAATS


def loop_door(
    start: EersteStart, wachtwoord: str, functie: str = "", *, voorbeeld: bool = False
) -> Iterator[Callable[[], bool]]:
    """From the first sheet to the last button; yields what has to become true before it goes on."""
    yield kies_wachtwoord(start, wachtwoord)
    assert isinstance(start.blad, Plaatsblad)
    start.blad.door.click()
    assert isinstance(start.blad, Sleutelblad)
    assert not start.blad.door.isEnabled(), "the recovery key must have been kept first"
    start.blad.bewaard.click()
    start.blad.door.click()
    assert isinstance(start.blad, Zelfblad)
    start.blad.vak.velden["functie"].setText(functie)
    start.blad.door.click()
    assert isinstance(start.blad, Beginblad)
    start.blad.keuzen[voorbeeld].click()
    start.blad.door.click()


def start_van(venster: Toegang) -> EersteStart:
    """The first start that a window shows."""
    assert isinstance(venster.blad, EersteStart)
    return venster.blad


def naar_sleutel(qtbot: QtBot, venster: Toegang, wachtwoord: str) -> Sleutelblad:
    """From the first sheet to the one with the recovery key."""
    start = start_van(venster)
    qtbot.waitUntil(kies_wachtwoord(start, wachtwoord))
    start.blad.door.click()
    assert isinstance(start.blad, Sleutelblad)
    return start.blad
