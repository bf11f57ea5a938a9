"""The one place that knows every part: command line, window, database, clock."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop import __version__, cli
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.services.zelfstart import SPELPROCES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from vtscan_desktop.ui.venster import Hoofdvenster


def main(argv: list[str] | None = None) -> int:
    """Entry point of `vtscan`. Returns the exit code."""
    argumenten = sys.argv[1:] if argv is None else argv
    if len(argumenten) == 2 and argumenten[0] == SPELPROCES:  # not a command: the window starts itself for this
        from vtscan_desktop.services import spelproces

        return spelproces.dien(float(argumenten[1]))
    return cli.main(argumenten, cli.Starters(venster=open_venster, demo=draai_demo))


def nu() -> datetime:
    """The present instant, in the zone of this computer."""
    return datetime.now().astimezone()


def open_venster(bestand: Path | None, database: Path | None, scan: str | None, wachtwoord: str | None) -> int:
    """Open the window and stay until it closes. `wachtwoord` unlocks the database without asking."""
    from vtscan_desktop.services import plaats
    from vtscan_desktop.ui.eenvenster import roep_naar_voren
    from vtscan_desktop.ui.toepassing import bewaak

    if not heeft_scherm():
        raise OmgevingFout("Er is geen scherm waarop het venster kan komen; de opdrachten werken ook zonder.")
    app = maak_app()
    plek = database or plaats.laatste_plaats()
    if roep_naar_voren(plek, bestand):
        return 0
    venster = maak_venster(plek)
    venster.in_beeld.connect(_begin_logboek)
    venster.in_beeld.connect(bewaak)
    venster.vraag(scan, bestand, wachtwoord)
    venster.toon()
    code = app.exec()
    _sluit_logboek()
    return code


def _begin_logboek() -> None:
    from vtscan_desktop.services import logboek, plaats

    logboek.begin(plaats.standaardplaats().parent)
    logboek.noteer(logboek.Actie.START, uitkomst=f"v{__version__}")


def _sluit_logboek() -> None:
    from vtscan_desktop.services import logboek

    logboek.noteer(logboek.Actie.EINDE)


def heeft_scherm() -> bool:
    """Whether there is a screen to show a window on (or a platform that needs none was asked for)."""
    systeem: str = sys.platform
    if not systeem.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draai_demo(uit: Path | None, zichtbaar: bool) -> int:
    """Do the main job on the shipped scan, through the real window."""
    from vtscan_desktop import demo

    return demo.draai(uit, zichtbaar and heeft_scherm(), maak_app, lambda pad: maak_venster(pad, onthoud=False))


def maak_app() -> QApplication:
    """The Qt application, made once."""
    from vtscan_desktop.ui.toepassing import maak_toepassing

    return maak_toepassing(nu)


def maak_venster(database: Path, *, onthoud: bool = True) -> Hoofdvenster:
    """The main window on a database; `onthoud` remembers its place, and uses and keeps the user's preferences."""
    from vtscan_desktop.services import plaats
    from vtscan_desktop.services.voorkeuren import standaardbestand
    from vtscan_desktop.ui.venster import Hoofdvenster

    if not onthoud:
        return Hoofdvenster(database, nu, _vergeet)
    return Hoofdvenster(database, nu, plaats.onthoud_plaats, standaardbestand())


def _vergeet(_pad: Path) -> str:
    return ""
