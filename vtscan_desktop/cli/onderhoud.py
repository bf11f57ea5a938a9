"""The command that looks after a database file: database --controle and --herstel."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.cli.gemeen import (
    KLAAR,
    NEE,
    Opdracht,
    Starters,
    eis_database,
    meld,
    toon,
    vraag_wachtwoord,
    wachtwoord_optie,
)
from vtscan_desktop.domain.errors import InvoerFout, SchadeFout, VtscanFout
from vtscan_desktop.domain.notatie import format_tijdstip

if TYPE_CHECKING:
    from argparse import Namespace

    from vtscan_desktop.cli.ontleder import Ontleder
    from vtscan_desktop.services.herstel import Kopieinhoud


def _vul(ontleder: Ontleder) -> None:
    ontleder.deel("database", metavar="DB", type=Path, help="de database")
    ontleder.optie("--controle", action="store_true", help="kijk of de database gaaf is; er verandert niets")
    ontleder.optie("--herstel", metavar="RESERVEKOPIE", type=Path, help="zet deze terug, na een controle ervan")
    wachtwoord_optie(ontleder)


def _voer_uit(gegeven: Namespace, _starters: Starters) -> int:
    if gegeven.controle == (gegeven.herstel is not None):
        raise InvoerFout("Geef --controle of --herstel RESERVEKOPIE, en niet allebei (zie vtscan database --help).")
    if gegeven.controle:
        eis_database(gegeven.database)
        return _controleer(gegeven.database, vraag_wachtwoord(gegeven.wachtwoord_bestand))
    eis_database(gegeven.herstel, "reservekopie")
    return _herstel(gegeven.database, gegeven.herstel, vraag_wachtwoord(gegeven.wachtwoord_bestand))


def _controleer(database: Path, wachtwoord: str) -> int:
    from vtscan_desktop.services import herstel

    bevindingen = herstel.onderzoek(database, wachtwoord)
    if not bevindingen:
        try:
            inhoud = herstel.bekijk(database, wachtwoord)
        except SchadeFout as fout:
            bevindingen = (str(fout),)
        else:
            toon(f"{database} is gaaf. {_beschrijf(inhoud)}")
            return KLAAR
    for bevinding in bevindingen:
        meld(bevinding)
    meld(_noem_reservekopie(database, wachtwoord))
    return NEE


def _beschrijf(inhoud: Kopieinhoud) -> str:
    if inhoud.gewijzigd is None:
        return "Er staat geen scan in."
    scans = "Er staat één scan in" if len(inhoud.scans) == 1 else f"Er staan {len(inhoud.scans)} scans in"
    return f"{scans}; de laatste wijziging is van {format_tijdstip(inhoud.gewijzigd.astimezone())}."


def _noem_reservekopie(database: Path, wachtwoord: str) -> str:
    """The newest backup that is whole, and the command that puts it back."""
    from vtscan_desktop.services.herstel import bekijk
    from vtscan_desktop.services.reservekopieen import lijst

    for kopie in lijst(database):
        try:
            inhoud = bekijk(kopie.pad, wachtwoord)
        except VtscanFout:
            continue  # damaged too, or with another passphrase
        terug = f'vtscan database "{database}" --herstel "{kopie.pad}"'
        return f"De laatste goede reservekopie: {_beschrijf(inhoud)} Dit zet hem terug: {terug}"
    return "Er is geen reservekopie gevonden die met dit wachtwoord opengaat."


def _herstel(database: Path, reservekopie: Path, wachtwoord: str) -> int:
    from vtscan_desktop.services.herstel import zet_terug

    bewaard = zet_terug(database, reservekopie, wachtwoord, datetime.now().astimezone())
    if bewaard is not None:
        meld(f"De database zoals die was, staat in {bewaard}.")
    toon(str(database))
    return KLAAR


DATABASE = Opdracht("controleert een database, of zet een reservekopie terug", _vul, _voer_uit)
