"""One killing: start, wait, kill -9, and see what is left of what was typed."""

from __future__ import annotations

import json
import multiprocessing
import random
import shutil
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from tests.duurproef import typist
from tests.duurproef.typist import ENTER, UITVOER
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.herstel import onderzoek
from vtscan_desktop.services.reservekopieen import lijst
from vtscan_desktop.services.scans import lees_invoer

PROJECT = Path(__file__).parents[2]
EERSTE_SCHEMA = PROJECT / "tests" / "models" / "data" / "schema-0001.vtdb"
KORTST_S, LANGST_S = 0.5, 8.0
"""How long there is typing before the program is killed, at least and at most."""
_START_S = 120.0
_CONTEXT = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
_CONTEXT.set_forkserver_preload(["tests.duurproef.typist"])


@dataclass
class Uitkomst:
    """What one killing did. `kwijt_ms` is the age of the oldest key that was lost, 0 when none was."""

    bezigheid: str
    zaad: int
    getypt: int = 0
    kwijt: int = 0
    kwijt_ms: float = 0.0
    fouten: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Leeg:
    """A database with one empty scan, closed, and the herstelsleutel that opens it."""

    pad: Path
    sleutel: str


def dood_typist(leeg: Leeg, folder: Path, bezigheid: str, zaad: int) -> Uitkomst:
    """Type in a copy of the database, kill, and compare. `folder` must be empty."""
    database = Path(shutil.copy(leeg.pad, folder / leeg.pad.name))
    logboek = folder / "getypt.txt"
    uitkomst = Uitkomst(bezigheid, zaad)
    hier, daar = _CONTEXT.Pipe()
    proces = _CONTEXT.Process(target=typist.main, args=(database, logboek, leeg.sleutel, zaad, bezigheid, daar))
    proces.start()
    try:
        if not hier.poll(_START_S):
            uitkomst.fouten.append("het venster kwam niet")
            return uitkomst
        time.sleep(random.Random(zaad).uniform(KORTST_S, LANGST_S))
        if not proces.is_alive():
            uitkomst.fouten.append("het programma stopte uit zichzelf")
        moment = time.monotonic()
    finally:
        proces.kill()
        proces.join()
    _vergelijk(database, logboek, leeg.sleutel, moment, uitkomst)
    _bekijk_bestanden(database, leeg.sleutel, uitkomst)
    return uitkomst


def dood_migratie(folder: Path, zaad: int) -> Uitkomst:
    """Open a database of the first version, and kill somewhere in its migration: after it, all is there."""
    database = Path(shutil.copy(EERSTE_SCHEMA, folder / "scans.vtdb"))
    hier, daar = _CONTEXT.Pipe()
    proces = _CONTEXT.Process(target=_migreer, args=(database, daar))
    proces.start()
    uitkomst = Uitkomst("migratie", zaad)
    if not hier.poll(_START_S):
        uitkomst.fouten.append("de migratie begon niet")
    time.sleep(random.Random(zaad).uniform(0.1, 0.8))
    proces.kill()
    proces.join()
    try:
        with Opslag.open(database, "voorbeeld") as opslag:
            [kop] = opslag.overzicht()
            if opslag.revisie() != 3 or len(opslag.lees(kop.id).scan.topics) != 20 or not opslag.zoek("wachtlijst"):
                uitkomst.fouten.append("na de migratie is niet alles er")
    except VtscanFout as fout:
        uitkomst.fouten.append(str(fout))
    _controleer(database, "voorbeeld", uitkomst)
    return uitkomst


def _migreer(database: Path, klaar: Connection) -> None:
    import alembic.command
    import alembic.config  # noqa: F401  # so that the killing comes in the work, not before it

    klaar.send("BEGIN")
    Opslag.open(database, "voorbeeld").sluit()


def _vergelijk(database: Path, logboek: Path, sleutel: str, moment: float, uitkomst: Uitkomst) -> None:
    """Hold what was typed against what is kept."""
    _controleer(database, sleutel, uitkomst)
    if uitkomst.fouten:
        return
    with Opslag.open(database, sleutel) as opslag:
        [kop] = opslag.overzicht()
        stand = opslag.lees(kop.id)
    getypt: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for regel in logboek.read_text().splitlines():
        tijd, veld, teken = json.loads(regel)
        getypt[veld].append((tijd, teken))
    for veld, toetsen in getypt.items():
        bewaard = _bewaard(stand, veld)
        tekst = "".join(teken for _, teken in toetsen)
        uitkomst.getypt += len(toetsen)
        # The last key may have been kept without there being time to write it down.
        if not tekst.startswith(bewaard) and not (bewaard.startswith(tekst) and len(bewaard) == len(tekst) + 1):
            uitkomst.fouten.append(f"{veld}: er staat iets anders dan getypt is")
        for tijd, _ in toetsen[len(bewaard) :]:
            uitkomst.kwijt += 1
            uitkomst.kwijt_ms = max(uitkomst.kwijt_ms, (moment - tijd) * 1000)


def _bewaard(stand: Werkstand, veld: str) -> str:
    """The text that is kept under a key of the driver, Enter included where a note was entered."""
    soort, nr, *naam = veld.split("/")
    if soort == "topic":
        return str(getattr(stand.scan.topic(int(nr)), naam[0]))
    notities = stand.scan.notities
    if int(nr) < len(notities):
        return notities[int(nr)].tekst + ENTER
    klad = [rij.cellen[0] for rij in stand.klad if rij.tabel == "notitieregel"]
    return klad[0] if klad and int(nr) == len(notities) else ""


def _bekijk_bestanden(database: Path, sleutel: str, uitkomst: Uitkomst) -> None:
    """Every backup and export that has its name is whole; what was broken off has none."""
    try:
        for kopie in lijst(database):
            if fouten := onderzoek(kopie.pad, sleutel):
                uitkomst.fouten.append(f"reservekopie {kopie.nr}: {fouten[0]}")
        if (uit := database.with_name(UITVOER)).exists():
            lees_invoer(uit)
    except VtscanFout as fout:
        uitkomst.fouten.append(str(fout))


def _controleer(database: Path, wachtwoord: str, uitkomst: Uitkomst) -> None:
    try:
        uitkomst.fouten += onderzoek(database, wachtwoord)
    except VtscanFout as fout:
        uitkomst.fouten.append(str(fout))
