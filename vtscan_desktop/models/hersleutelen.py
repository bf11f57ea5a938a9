"""Encrypting a database anew, with another key and another salt: always beside it, never in its place.

A file that is rewritten page by page under a new key is lost when that is broken off. So the whole goes to a new file,
which is checked and then takes the name; at any moment the name holds the old database or the new one, whole.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from vtscan_desktop.bestanden import schrijf_veilig, werkmap
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.models import gaafheid
from vtscan_desktop.models.paginas import sleutel_past, walbestand, zoek_schade
from vtscan_desktop.models.sleutel import Sleutelpaar
from vtscan_desktop.models.verbinding import verbind, vertaald

if TYPE_CHECKING:
    from pathlib import Path


def versleutel_naar(verbinding: Any, paar: Sleutelpaar, doel: Path) -> None:
    """Write the whole database of an open connection to an empty file, under another key."""
    geheim = f"x'{paar.sleutel.hex()}{paar.zout.hex()}'"  # bound, so that no message can quote it
    verbinding.execute("ATTACH DATABASE ? AS nieuw KEY ?", (str(doel), geheim))
    try:
        verbinding.execute("SELECT sqlcipher_export('nieuw')").fetchall()
        schemaversie = verbinding.execute("PRAGMA user_version").fetchone()[0]
        verbinding.execute(f"PRAGMA nieuw.user_version = {int(schemaversie)}").fetchall()
    finally:
        verbinding.execute("DETACH DATABASE nieuw")


def eis_gelijk(proef: Path, paar: Sleutelpaar, oud: Any) -> None:
    """Raise `OmgevingFout` unless the file opens with this key, is whole, and holds as much as the connection `oud`."""
    verbinding = verbind(proef, *paar)
    try:
        gaafheid.merk_gesloten(verbinding)
        goed = not gaafheid.snelle_keuring(verbinding) and _omvang(verbinding) == _omvang(oud)
    finally:
        verbinding.close()
    if not goed or zoek_schade(proef, *paar):
        raise OmgevingFout("De opnieuw versleutelde database is niet goed weggeschreven; alles is nog zoals het was.")


def hersleutel_bestand(pad: Path, oud: Sleutelpaar, nieuw: Sleutelpaar) -> bool:
    """Encrypt a closed database anew under the same name; False when `oud` is not its key. Raises `VtscanFout`."""
    with vertaald(pad), werkmap() as folder:
        if not sleutel_past(pad, *oud):
            return False
        kopie = folder / "kopie"
        shutil.copyfile(pad, kopie)
        if walbestand(pad).exists():
            shutil.copyfile(walbestand(pad), walbestand(kopie))
        verbinding = verbind(kopie, *oud)
        try:
            schrijf_veilig(
                pad,
                lambda proef: versleutel_naar(verbinding, nieuw, proef),
                vervang=True,
                controle=lambda proef: eis_gelijk(proef, nieuw, verbinding),
            )
            walbestand(pad).unlink(missing_ok=True)  # it was taken in, under the old key
        finally:
            verbinding.close()
    return True


def _omvang(verbinding: Any) -> dict[str, int]:
    """How many rows each table has; what says that the database is open doesn't count."""
    namen = [rij[0] for rij in verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    aantallen = {naam: verbinding.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0] for naam in namen}
    if gaafheid.is_open_gemerkt(verbinding):
        aantallen["instelling"] -= 1
    return aantallen
