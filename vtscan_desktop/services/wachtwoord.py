"""Another passphrase for a database, and for the backups that its old one opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
from vtscan_desktop.models.hersleutelen import hersleutel_bestand
from vtscan_desktop.services import sleutelbos
from vtscan_desktop.services.kopiewerk import alle_kopieen, plaats_die_er_niet_is
from vtscan_desktop.services.logboek import Actie, handeling
from vtscan_desktop.services.reservekopieen import ruim_op

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag


@dataclass(frozen=True, slots=True)
class Wissel:
    """What came of a change: backups that the new passphrase opens, those that it doesn't, and what else to know."""

    overgezet: int
    gebleven: tuple[Path, ...]
    melding: str = ""


def verander_wachtwoord(
    opslag: Opslag,
    huidig: str,
    nieuw: str,
    *,
    ook_kopieen: bool,
    in_sleutelbos: bool,
    meld: Callable[[str, int, int], None],
) -> Wissel:
    """Give a database another passphrase and herstelsleutel, and its backups too if asked. Takes seconds.

    Raises `InvoerFout` when `huidig` (passphrase or herstelsleutel) is wrong, `OmgevingFout` when it can't be written;
    all is then as it was. A backup that can't be changed stays as it is and is named in what comes back.
    """
    if not opslag.is_geheim(huidig):
        raise InvoerFout("Uw huidige wachtwoord klopt niet; er is niets veranderd.")
    with opslag.kopiewerk:
        oud = opslag.sleutelpaar
        kopieen = alle_kopieen(opslag)
        van = len(kopieen) + 1
        meld("De database wordt opnieuw versleuteld", 0, van)
        with handeling(Actie.WACHTWOORD):
            opslag.verander_wachtwoord(nieuw)
        ruim_op(opslag, alles=True)
        gebleven = []
        for stap, kopie in enumerate(kopieen, 1):
            try:
                mee = ook_kopieen and hersleutel_bestand(kopie, oud, opslag.sleutelpaar)
            except VtscanFout:
                mee = False
            if not mee:
                gebleven.append(kopie)
            meld("De reservekopieën worden opnieuw versleuteld", stap, van)
        zinnen = [_in_bos(opslag, nieuw) if in_sleutelbos else "", _buiten_bereik(opslag)]
        return Wissel(len(kopieen) - len(gebleven), tuple(gebleven), " ".join(zin for zin in zinnen if zin))


def _buiten_bereik(opslag: Opslag) -> str:
    if (weg := plaats_die_er_niet_is(opslag)) is None:
        return ""
    return f"De tweede plaats {weg} is er nu niet: reservekopieën daar houden hun oude wachtwoord."


def _in_bos(opslag: Opslag, nieuw: str) -> str:
    """Have the keyring keep the new one in place of the old; a Dutch sentence when that fails."""
    try:
        sleutelbos.onthoud(opslag.pad, nieuw)
    except OmgevingFout as fout:
        return str(fout)
    return ""
