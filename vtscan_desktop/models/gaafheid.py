"""Whether a database is whole, found without changing a byte of it: SQLite only ever gets a copy to look at.

The bytes are looked at first (`paginas`), then, in a copy in a temporary folder (as encrypted as the file), what
SQLite makes of them. Opening a damaged file itself could already change it.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from vtscan_desktop.bestanden import werkmap
from vtscan_desktop.domain.errors import SchadeFout
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.models.bestandslot import Bestandslot, eis_vrij
from vtscan_desktop.models.paginas import walbestand, zoek_schade
from vtscan_desktop.models.verbinding import verbind, vertaald

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OPEN = "in_gebruik"
"""A setting that is there while a database is open and was changed. In a file without a WAL: that was taken away."""
GEMIST = (
    "Het bestand met de laatste wijzigingen, dat op -wal eindigt, ontbreekt naast {pad}: wat kort voor het laatste "
    "afsluiten is getypt, kan ontbreken."
)


def eis_gaaf(pad: Path, sleutel: bytes, zout: bytes) -> None:
    """Raise `SchadeFout` when the bytes of the file are not as they were written, `OmgevingFout` when it is in use.

    With a WAL beside it (the program was stopped) what SQLite will make of the two is tried on a copy too.
    """
    with vertaald(pad):
        eis_vrij(pad)
        schade = zoek_schade(pad, sleutel, zout)
        if not schade and _heeft_inhoud(walbestand(pad)):
            with _op_kopie(pad, sleutel, zout) as verbinding:
                schade = snelle_keuring(verbinding)
        if schade:
            eis_vrij(pad)  # opened elsewhere meanwhile: then what was read is no damage
            raise beschadigd(pad, schade)


def onderzoek(pad: Path, sleutel: bytes, zout: bytes) -> tuple[str, ...]:
    """All that is wrong with a database, as Dutch sentences; none when it is whole. Raises `OmgevingFout`."""
    slot = Bestandslot(pad)
    try:
        return _onderzoek(pad, sleutel, zout)
    finally:
        slot.vrij()


def _onderzoek(pad: Path, sleutel: bytes, zout: bytes) -> tuple[str, ...]:
    with vertaald(pad):
        eis_vrij(pad)
        try:
            if schade := zoek_schade(pad, sleutel, zout):
                raise beschadigd(pad, schade)
            met_wal = walbestand(pad).exists()
            with _op_kopie(pad, sleutel, zout) as verbinding, vertaald(pad):
                if (oordeel := _pragma(verbinding, "integrity_check")) != ["ok"]:
                    return (f"De opbouw van {pad} klopt niet op {telling(len(oordeel), 'plek', 'plekken')}.",)
                los = len(verbinding.execute("PRAGMA foreign_key_check").fetchall())
                if los:
                    hoort = "hoort" if los == 1 else "horen"
                    return (f"In {pad} {hoort} {telling(los, 'rij', 'rijen')} nergens bij.",)
                if is_open_gemerkt(verbinding) and not met_wal:
                    return (GEMIST.format(pad=pad),)
        except SchadeFout as fout:
            eis_vrij(pad)
            return (str(fout),)
    return ()


def beschadigd(pad: Path, schade: str) -> SchadeFout:
    """The error for a damaged database; `schade` says what is wrong."""
    return SchadeFout(f"De database {pad} is beschadigd ({schade}); zet een reservekopie terug.")


def snelle_keuring(verbinding: Any) -> str:
    """What SQLite finds wrong with the build of an open database, as the end of a sentence; "" when nothing is."""
    return "" if _pragma(verbinding, "quick_check(1)") == ["ok"] else "de opbouw klopt niet"


def merk_open(verbinding: Any) -> None:
    """Write, within a transaction, that the database is open."""
    verbinding.execute("INSERT OR REPLACE INTO instelling (naam, waarde) VALUES (?, 'ja')", (_OPEN,))


def zet_vast(verbinding: Any) -> None:
    """Have what was written stand in the file itself, not only in the WAL."""
    verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def merk_gesloten(verbinding: Any) -> None:
    """Write that the database is closed, with all that belongs to it in the one file."""
    verbinding.execute("DELETE FROM instelling WHERE naam = ?", (_OPEN,))


def is_open_gemerkt(verbinding: Any) -> bool:
    """Whether the database says that it is open."""
    return verbinding.execute("SELECT 1 FROM instelling WHERE naam = ?", (_OPEN,)).fetchone() is not None


@contextmanager
def _op_kopie(pad: Path, sleutel: bytes, zout: bytes) -> Iterator[Any]:
    """A connection to a copy of the database with its WAL."""
    with werkmap() as folder:
        kopie = folder / "kopie"
        shutil.copyfile(pad, kopie)
        if walbestand(pad).exists():
            shutil.copyfile(walbestand(pad), walbestand(kopie))
        try:
            verbinding = verbind(kopie, sleutel, zout)
        except SchadeFout as fout:
            raise beschadigd(pad, "de opbouw klopt niet") from fout
        try:
            yield verbinding
        finally:
            verbinding.close()


def _heeft_inhoud(pad: Path) -> bool:
    return pad.exists() and pad.stat().st_size > 0


def _pragma(verbinding: Any, naam: str) -> list[str]:
    return [rij[0] for rij in verbinding.execute(f"PRAGMA {naam}").fetchall()]
