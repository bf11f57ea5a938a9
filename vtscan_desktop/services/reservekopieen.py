"""Backups of a database: made, listed, thinned, and copied to a second place if the user named one.

They lie in a folder beside the database, as encrypted as the database itself and opened by the same passphrase. Their
names hold a number that goes up whatever the clock says, the time (UTC), and the revisie.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from os.path import normcase
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import kopieer, ruim_resten, schrijf_veilig
from vtscan_desktop.domain.errors import OmgevingFout, VtscanFout
from vtscan_desktop.domain.uitdunning import Kopiemoment, te_houden
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.services.logboek import Actie, handeling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vtscan_desktop.models.opslag import Opslag

RESERVEMAP = "reservekopieen"
"""Folder beside the database for its backups."""
_TWEEDE_PLAATS = "reservekopie/tweede_plaats"
_NAAM = re.compile(r"(?P<nr>\d{5,})-(?P<tijd>\d{8}-\d{6})-r(?P<revisie>\d+)")
_VAN_ANDER = re.compile(r"(?!vervangen-).+-(?:\d{5,}-\d{8}-\d{6}-r\d+|(?:vervangen-)?\d{8}-\d{6}-\d{6})")
"""After `scans-`: what a backup of another database, `scans-2`, in the same folder is called."""
_TIJD = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """A backup as its name tells it. `nr` is 0, and `revisie` None, for one that this service did not make itself:
    before a migration, by an older version of the program, or set aside before a restore.
    """

    pad: Path
    nr: int
    tijd: datetime
    revisie: int | None = None


def lijst(database: Path, tweede: Path | None = None) -> tuple[Reservekopie, ...]:
    """All backups of a database, the newest first, those at a second place after those beside it.

    Raises `OmgevingFout` when the folder is there but can't be read.
    """
    try:
        naast = [*_in_map(database, reservemap(database)), *_voor_migratie(database)]
        elders = list(_in_map(database, tweede)) if tweede is not None else []
    except OSError as fout:
        raise OmgevingFout(f"De reservekopieën van {database} konden niet bekeken worden.") from fout
    return (*_nieuwste_eerst(naast), *_nieuwste_eerst(elders))


def reservemap(database: Path) -> Path:
    """The folder with the backups of a database; it need not be there yet."""
    return database.parent / RESERVEMAP


def maak_reservekopie(opslag: Opslag, nu: datetime) -> Reservekopie:
    """Write a checked backup of an open database, and let go of those that need not stay. Raises `OmgevingFout`."""
    database = opslag.pad
    folder = reservemap(database)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as fout:
        raise OmgevingFout(f"De map {folder} voor een reservekopie kon niet gemaakt worden.") from fout
    with opslag.kopiewerk:
        tijd = nu.astimezone(UTC)
        nr = max((kopie.nr for kopie in lijst(database)), default=0) + 1
        revisie = opslag.revisie()
        pad = folder / f"{database.stem}-{nr:05d}-{tijd:{_TIJD}}-r{revisie}{database.suffix}"
        with handeling(Actie.RESERVEKOPIE):
            opslag.reservekopie(pad)
        _dun_uit(database, folder)
        return Reservekopie(pad, nr, tijd, revisie)


def maak_bij_wijziging(opslag: Opslag, nu: datetime) -> str:
    """Write a backup if something changed since the newest, also at the second place.

    Returns "" or one Dutch sentence on why there is none at the second place. Raises `OmgevingFout` when there is none
    beside the database.
    """
    with opslag.kopiewerk:
        nieuwste = maak_zo_nodig(opslag, nu)
        elders = tweede_plaats(opslag)
        return "" if elders is None else _kopieer(opslag.pad, nieuwste, elders)


def maak_zo_nodig(opslag: Opslag, nu: datetime) -> Reservekopie:
    """The newest backup, made now when something changed since. Raises `OmgevingFout`."""
    with opslag.kopiewerk:
        nieuwste = next((k for k in lijst(opslag.pad) if k.revisie is not None), None)
        if nieuwste is None or nieuwste.revisie != opslag.revisie():
            nieuwste = maak_reservekopie(opslag, nu)
        return nieuwste


def ruim_op(opslag: Opslag, *, alles: bool = False) -> None:
    """Remove what a program that was killed left half-written where a database and its backups are; never raises.

    `alles`: also what is no older than a moment, which only who holds `kopiewerk` may ask.
    """
    plaatsen = (opslag.pad.parent, reservemap(opslag.pad), tweede_plaats(opslag))
    for folder in plaatsen:
        if folder is not None:
            ruim_resten(folder)
            if alles:
                ruim_resten(folder, opslag.pad.stem, 0)


def verwijder(kopieen: Iterable[Path]) -> tuple[Path, ...]:
    """Remove backups for good, each with what lies beside it; those that could not be removed."""
    gebleven = []
    for kopie in kopieen:
        try:
            with handeling(Actie.RESERVEKOPIE_WEG):
                walbestand(kopie).unlink(missing_ok=True)
                kopie.unlink(missing_ok=True)
        except OSError:
            gebleven.append(kopie)
    return tuple(gebleven)


def tweede_plaats(opslag: Opslag) -> Path | None:
    """The folder (on a USB stick, say) that gets a copy of each backup, if the user named one."""
    gekozen = opslag.lees_instelling(_TWEEDE_PLAATS)
    return Path(gekozen) if gekozen else None


def zet_tweede_plaats(opslag: Opslag, folder: Path | None) -> None:
    """Name the folder that gets a copy of each backup; None for none. Raises `VtscanFout` when that can't be kept."""
    opslag.bewaar_instelling(_TWEEDE_PLAATS, "" if folder is None else str(folder))


def _kopieer(database: Path, kopie: Reservekopie, folder: Path) -> str:
    # Never made: the folder of a stick that is not there would be made on this computer's own disk.
    if not folder.is_dir():
        return f"De tweede plaats {folder} is er nu niet; de reservekopie staat alleen naast de database."
    doel = folder / kopie.pad.name
    try:
        if not doel.exists():
            schrijf_veilig(doel, kopieer(kopie.pad), vervang=False)
        _dun_uit(database, folder)
    except (VtscanFout, OSError) as fout:
        reden = str(fout) if isinstance(fout, VtscanFout) else f"Systeemfout {fout.errno}."
        return f"Op de tweede plaats kon geen reservekopie komen. {reden}"
    return ""


def _dun_uit(database: Path, folder: Path) -> None:
    kopieen = [kopie for kopie in _in_map(database, folder) if kopie.nr]
    houd = te_houden(Kopiemoment(kopie.nr, kopie.tijd) for kopie in kopieen)
    for kopie in kopieen:
        if kopie.nr not in houd:
            with suppress(OSError):  # one too many does no harm; the next time tries again
                kopie.pad.unlink()


def _in_map(database: Path, folder: Path) -> list[Reservekopie]:
    if not folder.is_dir():
        return []
    begin = f"{database.stem}-"
    paden = (p for p in folder.iterdir() if _heet(p, begin, database.suffix) and p.is_file())
    namen = ((pad, pad.stem[len(begin) :]) for pad in paden)
    return [_lees_naam(pad, rest) for pad, rest in namen if not _VAN_ANDER.fullmatch(rest)]


def _voor_migratie(database: Path) -> list[Reservekopie]:
    """The copies that were made beside the database before a newer program changed its tables."""
    begin = f"{database.stem}.voor-"
    return [_lees_naam(pad, "") for pad in database.parent.iterdir() if _heet(pad, begin, database.suffix)]


def _heet(pad: Path, begin: str, einde: str) -> bool:
    """Whether a name begins and ends so, to this system: on Windows a database may be opened in other capitals."""
    return normcase(pad.name).startswith(normcase(begin)) and normcase(pad.suffix) == normcase(einde)


def _lees_naam(pad: Path, rest: str) -> Reservekopie:
    if vondst := _NAAM.fullmatch(rest):
        with suppress(ValueError):
            tijd = datetime.strptime(vondst["tijd"], _TIJD).replace(tzinfo=UTC)
            return Reservekopie(pad, int(vondst["nr"]), tijd, int(vondst["revisie"]))
    return Reservekopie(pad, 0, datetime.fromtimestamp(pad.stat().st_mtime, UTC))


def _nieuwste_eerst(kopieen: list[Reservekopie]) -> list[Reservekopie]:
    return sorted(kopieen, key=lambda k: (k.nr, k.tijd, k.pad.name), reverse=True)
