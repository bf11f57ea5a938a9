"""The command line (`docs/commands.md`): thin over the services that the window uses too.

What is slow to import (Qt, pyHanko, SQLAlchemy) is imported by the command that needs it.
"""

from __future__ import annotations

import io
import os
import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from vtscan_desktop.cli.gemeen import KLAAR, MISLUKT, Opdracht, Starters, meld
from vtscan_desktop.cli.ontleder import Ontleder
from vtscan_desktop.domain.errors import BestaatAl, InvoerFout, VtscanFout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Starters", "main"]

_OPDRACHTEN = {
    "demo": ("scherm", "DEMO"),
    "beoordeel": ("scan", "BEOORDEEL"),
    "rapport": ("scan", "RAPPORT"),
    "controleer": ("scan", "CONTROLEER"),
    "importeer": ("database", "IMPORTEER"),
    "scans": ("database", "SCANS"),
    "exporteer": ("database", "EXPORTEER"),
    "inspectie": ("scan", "INSPECTIE"),
    "database": ("onderhoud", "DATABASE"),
}
"""All commands by name: the module and the name in it. Fetched when asked for, so that the window opens sooner."""
_VENSTER = ("scherm", "VENSTER")
_EIGEN_LOGBOEK = {"demo"}
"""What has a window logs by itself, or (the demo) leaves no trace on this computer but in its folder."""


def _haal(plek: tuple[str, str]) -> Opdracht:
    module, naam = plek
    opdracht = getattr(import_module(f"{__name__}.{module}"), naam)
    assert isinstance(opdracht, Opdracht)
    return opdracht


def main(argumenten: Sequence[str], starters: Starters) -> int:
    """Run one command; the exit code. Every error ends in one Dutch sentence on stderr, never in a traceback."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):  # no stream at all when started from an icon on Windows
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _voer_uit(argumenten, starters)
    except SystemExit as einde:  # argparse, after --help
        return einde.code if isinstance(einde.code, int) else KLAAR
    except VtscanFout as fout:
        meld(str(fout))
        return fout.code
    except BrokenPipeError:
        _sluit_uitvoer()
        return MISLUKT
    except KeyboardInterrupt:
        meld("Afgebroken.")
        return MISLUKT
    except OSError as fout:  # files have their own sentences, so this is stdout: a full disk behind it, for one
        _sluit_uitvoer()
        meld(f"Het antwoord kon niet worden geschreven (systeemfout {fout.errno}).")
        return MISLUKT
    except Exception as fout:  # the last resort: what was not foreseen must not show a traceback with user text
        meld(f"Er ging onverwacht iets mis ({type(fout).__name__}).")
        return MISLUKT


def _voer_uit(argumenten: Sequence[str], starters: Starters) -> int:
    naam = argumenten[0] if argumenten else ""
    if naam in _OPDRACHTEN:
        from vtscan_desktop.domain.notatie import hoofdletter

        opdracht, rest = _haal(_OPDRACHTEN[naam]), argumenten[1:]
        ontleder = Ontleder(f"vtscan {naam}", f"{hoofdletter(opdracht.uitleg)}.")
    else:
        opdracht, rest = _haal(_VENSTER), argumenten
        hulp = not {"-h", "--help"}.isdisjoint(argumenten)
        ontleder = Ontleder("vtscan", opdracht.uitleg, _overzicht() if hulp else "")
    opdracht.vul(ontleder)
    gegeven = ontleder.ontleed(rest)
    doe = partial(opdracht.voer_uit, gegeven, starters)
    try:
        code = _met_logboek(naam, doe) if naam in _OPDRACHTEN and naam not in _EIGEN_LOGBOEK else doe()
    except BestaatAl as fout:
        if "vervang" not in gegeven:
            raise
        raise InvoerFout(f"{fout} Geef een andere naam, of --vervang.") from fout
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _met_logboek(naam: str, doe: Callable[[], int]) -> int:
    """Run a command with the log on, and log how it ended, as the window does: never what it was about."""
    from vtscan_desktop.services import logboek, plaats

    logboek.begin(plaats.standaardplaats().parent)
    actie = logboek.Actie(f"opdracht {naam}")
    try:
        code = doe()
        logboek.noteer(actie, uitkomst="gelukt" if code == KLAAR else "nee")
        return code
    except Exception as fout:
        logboek.noteer(actie, uitkomst=type(fout).__name__)
        if not isinstance(fout, VtscanFout | OSError):
            logboek.noteer_fout(fout)
        raise
    finally:
        logboek.stop()


def _overzicht() -> str:
    uitleg = {naam: _haal(plek).uitleg for naam, plek in _OPDRACHTEN.items()}
    regels = [f"  {naam:<12}{tekst}" for naam, tekst in uitleg.items() if tekst]
    return "\n".join(["opdrachten:", *regels, "", "Meer over een opdracht: vtscan OPDRACHT --help"])


def _sluit_uitvoer() -> None:
    """Point stdout at nothing, so that what is still in its buffer can't fail again when Python ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
