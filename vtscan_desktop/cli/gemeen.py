"""What the commands share: how they are described, speak to the user, and get at a database."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from vtscan_desktop.cli.ontleder import Ontleder
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.models.opslag import Opslag

KLAAR, NEE, ONJUIST, MISLUKT = 0, 1, 2, 3
"""The exit codes (`docs/commands.md`)."""
_MAX_WACHTWOORD = 100_000


class Starters(NamedTuple):
    """How the app starts what has a screen; handed in, for the command line knows no window. Both give an exit code.

    `venster` takes the file to open, the database, the id of a scan, and the passphrase; `demo` the folder to write
    in and whether to show it on the screen.
    """

    venster: Callable[[Path | None, Path | None, str | None, str | None], int]
    demo: Callable[[Path | None, bool], int]


class Opdracht(NamedTuple):
    """One command: what it does in a few Dutch words, its arguments, and what runs it and gives the exit code."""

    uitleg: str
    vul: Callable[[Ontleder], None]
    voer_uit: Callable[[Namespace, Starters], int]


def meld(zin: str) -> None:
    """One line on stderr, with what can't be printed (a file name can hold anything) made visible."""
    print("".join(t if t.isprintable() else t.encode("unicode_escape").decode() for t in zin), file=sys.stderr)


def toon(tekst: str) -> None:
    """Part of the answer, on stdout."""
    print(tekst)


def toon_json(waarde: object, inspringen: int | None = None) -> None:
    """A JSON value on stdout: on one line, or with `inspringen` spaces a level."""
    print(json.dumps(waarde, ensure_ascii=False, indent=inspringen))


def json_optie(ontleder: Ontleder) -> None:
    """Add `--json`."""
    ontleder.optie("--json", action="store_true", help="geef het antwoord als JSON")


def database_opties(ontleder: Ontleder, *, verplicht: bool) -> None:
    """Add `--database` and the file with its passphrase."""
    ontleder.optie("--database", metavar="DB", type=Path, required=verplicht, help="de database")
    wachtwoord_optie(ontleder)


def wachtwoord_optie(ontleder: Ontleder) -> None:
    """Add the file with the passphrase of a database."""
    ontleder.optie(
        "--wachtwoord-bestand", metavar="F", type=Path, help="een bestand met op de eerste regel het wachtwoord"
    )


def wachtwoord_uit(pad: Path) -> str:
    """The first line of the file, without its end of line."""
    from vtscan_desktop.bestanden import lees_begrensd

    try:
        regels = lees_begrensd(pad, _MAX_WACHTWOORD).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as fout:
        raise InvoerFout(f"{pad} is geen UTF-8-tekst; op de eerste regel moet het wachtwoord staan.") from fout
    if not regels or not regels[0]:
        raise InvoerFout(f"De eerste regel van {pad} is leeg; daar moet het wachtwoord staan.")
    return regels[0]


def vraag_wachtwoord(pad: Path | None, *, nieuw: bool = False) -> str:
    """The passphrase from the file, else asked for at the terminal (twice for a new database)."""
    if pad is not None:
        return wachtwoord_uit(pad)
    if sys.stdin is None or not sys.stdin.isatty():
        raise InvoerFout("Geef met --wachtwoord-bestand het bestand waarin het wachtwoord van de database staat.")
    from getpass import getpass

    try:
        wachtwoord = getpass("Wachtwoord van de nieuwe database: " if nieuw else "Wachtwoord van de database: ")
        if nieuw and getpass("Nog een keer: ") != wachtwoord:
            raise InvoerFout("De twee wachtwoorden zijn niet gelijk; er is niets gemaakt.")
    except EOFError as fout:
        raise InvoerFout("Er is geen wachtwoord gegeven.") from fout
    return wachtwoord


def open_opslag(gegeven: Namespace) -> Opslag:
    """The database that the user named, opened. Raises OmgevingFout when it is not there."""
    from vtscan_desktop.services.herstel import open_database

    eis_database(gegeven.database)
    return open_database(gegeven.database, vraag_wachtwoord(gegeven.wachtwoord_bestand))


def eis_database(pad: Path, wat: str = "database") -> None:
    """Raise OmgevingFout when there is no such file (`wat`, in Dutch): before a passphrase is asked for."""
    if not os.path.lexists(pad):
        raise OmgevingFout(f"De {wat} {pad} is er niet.")


def lees_scan(pad: Path) -> Risicoscan:
    """The scan in a file or report; what the user should know of the reading goes to stderr."""
    from vtscan_desktop.domain.topics import zeg_ontbrekend
    from vtscan_desktop.services.formats import format_van
    from vtscan_desktop.services.scans import lees_invoer

    gelezen = lees_invoer(pad)
    for melding in gelezen.meldingen:
        meld(f"{pad}: {melding}")
    if ontbreekt := zeg_ontbrekend(format_van(gelezen.scan)):
        meld(f"{pad}: {ontbreekt}")
    return gelezen.scan
