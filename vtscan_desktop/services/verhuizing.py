"""A database moved to another folder, with its backups: copied, checked, switched to, and only then let go of.

Until the program has remembered the new place the old database is the one that counts, and it stays open. What a
failure leaves behind is taken away again; what was moved is never the only copy before it was opened at its new place.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import kopieer, schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.services import sleutelbos
from vtscan_desktop.services.logboek import Actie, handeling
from vtscan_desktop.services.reservekopieen import lijst, reservemap
from vtscan_desktop.services.sessie import Sessie

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Verhuizing:
    """What came of it: the database, open at its new place, and what the user should know, in Dutch."""

    sessie: Sessie
    melding: str


def eis_vrije_plek(database: Path, folder: Path) -> None:
    """Raise `InvoerFout` when a database and its backups can't go to a folder: it lies there, or something does."""
    if not folder.is_dir():
        raise InvoerFout(f"De map {folder} is er niet.")
    if folder.resolve() in (database.parent.resolve(), reservemap(database).resolve()):
        raise InvoerFout("De database staat al in deze map; kies een andere.")
    for pad in _alles(database):
        if (doel := folder / pad.relative_to(database.parent)).exists():
            raise InvoerFout(f"In deze map staat al een {doel.name}; er wordt niets overschreven. Kies een andere map.")


def verhuis(
    sessie: Sessie,
    folder: Path,
    *,
    houd_oude: bool,
    in_sleutelbos: bool,
    onthoud: Callable[[Path], str],
    meld: Callable[[str, int, int], None],
) -> Verhuizing:
    """Move the database of a session, in which nothing is being changed, to a folder; off the UI thread.

    `onthoud` remembers the new place and gives back "" or a sentence on why it can't. `houd_oude` leaves the old files
    where they are. On return the old session is closed. Raises `VtscanFout` when it did not happen: the old session is
    then open as before, and nothing is left in `folder`.
    """
    database = sessie.pad
    eis_vrije_plek(database, folder)
    gemaakt: list[Path] = []
    with handeling(Actie.VERHUIZEN):
        try:
            nieuw = _kopieer(sessie, folder, gemaakt, meld)
        except BaseException:
            _ruim_op(gemaakt)
            raise
        try:
            if bezwaar := onthoud(nieuw.pad):
                raise OmgevingFout(bezwaar)
        except BaseException:
            nieuw.sluit()
            _ruim_op(gemaakt)
            raise
    oud = _alles(database)
    sessie.sluit()
    zinnen = [f"De database staat nu in {folder}."]
    if in_sleutelbos:
        zinnen += _neem_sleutelbos_mee(database, nieuw.pad)
    zinnen += [f"In {database.parent} staat de oude nog."] if houd_oude else _verwijder(oud)
    return Verhuizing(nieuw, " ".join(zinnen))


def _alles(database: Path) -> tuple[Path, ...]:
    """The database and its backups, each with what SQLite still has beside it."""
    paden = (database, *(kopie.pad for kopie in lijst(database)))
    naast = (walbestand(pad) for pad in paden[1:])
    return (*paden, *(pad for pad in naast if pad.exists()))


def _kopieer(sessie: Sessie, folder: Path, gemaakt: list[Path], meld: Callable[[str, int, int], None]) -> Sessie:
    """Copy everything, and open the copy of the database; what is made is added to `gemaakt` at once."""
    bron = _alles(sessie.pad)
    meld("De database gaat mee", 0, len(bron))
    doel = folder / sessie.pad.name
    gemaakt.append(doel)
    sessie.opslag.reservekopie(doel)
    for stap, pad in enumerate(bron[1:], 1):
        meld("De reservekopieën gaan mee", stap, len(bron))
        naar = folder / pad.relative_to(sessie.pad.parent)
        if not naar.parent.is_dir():
            gemaakt.append(naar.parent)
            _maak_map(naar.parent)
        gemaakt.append(naar)
        _kopieer_bestand(pad, naar)
    nieuw = Sessie.open(doel, sessie.herstelsleutel)
    if nieuw.opslag.revisie() != sessie.opslag.revisie():
        nieuw.sluit()
        raise OmgevingFout("Er is intussen iets in de database veranderd; er is niets verplaatst.")
    return nieuw


def _maak_map(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
    except OSError as fout:
        raise OmgevingFout(f"De map {folder} kon niet gemaakt worden.") from fout


def _kopieer_bestand(van: Path, naar: Path) -> None:
    def controle(proef: Path) -> None:
        if not cmp(van, proef, shallow=False):
            raise OmgevingFout(f"{naar} is niet goed weggeschreven en daarom niet bewaard.")

    schrijf_veilig(naar, kopieer(van), vervang=False, controle=controle)


def _ruim_op(paden: list[Path]) -> None:
    """Take away what was made, the last first; what can't be is left: it is a copy, as encrypted as the rest."""
    for pad in reversed(paden):
        try:
            if pad.is_dir():
                pad.rmdir()
            else:
                pad.unlink(missing_ok=True)
                walbestand(pad).unlink(missing_ok=True)
        except OSError:
            continue


def _verwijder(paden: tuple[Path, ...]) -> list[str]:
    """Take the old files away; a sentence when that could not be done."""
    over = []
    for pad in (*paden, walbestand(paden[0])):
        try:
            pad.unlink(missing_ok=True)
        except OSError:
            over.append(pad.name)
    with suppress(OSError):  # not there, or with files of another database
        reservemap(paden[0]).rmdir()
    return [f"Niet verwijderd op de oude plek: {', '.join(over)}."] if over else []


def _neem_sleutelbos_mee(van: Path, naar: Path) -> list[str]:
    """The keyring knows a passphrase by the place of its database; a sentence when it could not follow."""
    try:
        if wachtwoord := sleutelbos.haal(van):
            sleutelbos.onthoud(naar, wachtwoord)
            sleutelbos.vergeet(van)
            return []
    except VtscanFout:
        pass
    return ["De sleutelbos kent het wachtwoord voor de nieuwe plek niet; u typt het de volgende keer zelf."]
