"""The commands that have a screen: the window itself, and the demo."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.cli.gemeen import Opdracht, Starters, database_opties, wachtwoord_uit
from vtscan_desktop.domain.errors import OmgevingFout

if TYPE_CHECKING:
    from argparse import Namespace

    from vtscan_desktop.cli.ontleder import Ontleder


def _vul_venster(ontleder: Ontleder) -> None:
    ontleder.deel("bestand", metavar="BESTAND", nargs="?", type=Path, help="een .vtscan- of .json-scan, of een rapport")
    database_opties(ontleder, verplicht=False)
    ontleder.optie("--scan", metavar="ID", help="open meteen deze scan")


def _venster(gegeven: Namespace, starters: Starters) -> int:
    bestand: Path | None = gegeven.bestand
    if bestand is not None and not os.path.lexists(bestand):
        raise OmgevingFout(f"{bestand} is er niet, en het is ook geen opdracht (zie vtscan --help).")
    wachtwoordbestand: Path | None = gegeven.wachtwoord_bestand
    wachtwoord = None if wachtwoordbestand is None else wachtwoord_uit(wachtwoordbestand)
    return starters.venster(bestand, gegeven.database, gegeven.scan, wachtwoord)


def _vul_demo(ontleder: Ontleder) -> None:
    ontleder.optie("--uit", metavar="MAP", type=Path, help="waarin alles komt (anders: een nieuwe map vtscan-demo)")
    ontleder.optie("--zichtbaar", action="store_true", help="toon het op het scherm")


def _demo(gegeven: Namespace, starters: Starters) -> int:
    return starters.demo(gegeven.uit, gegeven.zichtbaar)


VENSTER = Opdracht("Risicoscan Veilig Thuis: opent het programma.", _vul_venster, _venster)
DEMO = Opdracht("doorloopt het hele werk op de voorbeeldscan", _vul_demo, _demo)
