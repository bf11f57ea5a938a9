"""All backups of an open database: which there are, which its key opens, and doing something in each of them.

Who works on them holds `Opslag.kopiewerk` for as long as it takes.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import werkmap
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import sleutel_past, walbestand
from vtscan_desktop.services.reservekopieen import lijst, ruim_op, tweede_plaats

if TYPE_CHECKING:
    from collections.abc import Callable


def alle_kopieen(opslag: Opslag) -> tuple[Path, ...]:
    """All backups of a database, also those at the second place when it is there."""
    return tuple(kopie.pad for kopie in lijst(opslag.pad, tweede_plaats(opslag)))


def plaats_die_er_niet_is(opslag: Opslag) -> Path | None:
    """The second place, when one was named that is not there now: its backups can't be reached."""
    folder = tweede_plaats(opslag)
    return None if folder is None or folder.is_dir() else folder


def verdeel_kopieen(opslag: Opslag) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The backups that there are at this moment: those that the key of now opens, and those that it doesn't."""
    kopieen = alle_kopieen(opslag)
    open_kopieen = tuple(pad for pad in kopieen if sleutel_past(pad, *opslag.sleutelpaar))
    return open_kopieen, tuple(pad for pad in kopieen if pad not in open_kopieen)


def pas_toe_op_kopieen(
    opslag: Opslag, doe: Callable[[Opslag], None], meld: Callable[[str, int, int], None]
) -> tuple[int, tuple[str, ...]]:
    """Do something in each backup that opens, on a copy that then takes its place whole.

    How many, and for the others why not; also when the second place is not there to be looked at.
    """
    gedaan, mislukt = 0, []
    ruim_op(opslag, alles=True)
    if weg := plaats_die_er_niet_is(opslag):
        mislukt.append(f"{weg}: die tweede plaats is er nu niet, en wat daar staat is niet bijgewerkt.")
    paden, _ = verdeel_kopieen(opslag)
    for stap, pad in enumerate(paden, 1):
        try:
            with werkmap() as folder:
                kopie = Path(shutil.copyfile(pad, folder / "kopie.vtdb"))
                if walbestand(pad).exists():  # of a database that was set aside
                    shutil.copyfile(walbestand(pad), walbestand(kopie))
                with Opslag.open(kopie, opslag.herstelsleutel) as geopend:
                    doe(geopend)
                    geopend.reservekopie(pad)
                walbestand(pad).unlink(missing_ok=True)  # it was taken in
            gedaan += 1
        except (VtscanFout, OSError) as fout:
            mislukt.append(f"{pad.name}: {fout if isinstance(fout, VtscanFout) else f'systeemfout {fout.errno}.'}")
        meld("De reservekopieën worden bijgewerkt", stap, len(paden) + 1)
    return gedaan, tuple(mislukt)
