"""The first start as steps that can be walked both ways: what was filled in is kept here, and nowhere else.

Nothing is written before the last step is done, and then all of it: a database with who uses it and, if chosen, the
shipped scan. The key of the database is derived beforehand, so that its herstelsleutel can be kept before there is
anything to open.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:  # at run time they come with what is filled in: the first window must not wait for them
    from vtscan_desktop.domain.risicoscan import Wie
    from vtscan_desktop.models.sleutel import Sleutelpaar
    from vtscan_desktop.services.sessie import Sessie


class Startstap(StrEnum):
    """What is asked, in this order."""

    WACHTWOORD = "wachtwoord"
    PLAATS = "plaats"
    SLEUTEL = "sleutel"
    ZELF = "zelf"
    BEGIN = "begin"


_VOLGORDE = tuple(Startstap)


@dataclass(frozen=True, slots=True)
class Startkeuze:
    """What was filled in so far, and the step that is shown."""

    pad: Path
    stap: Startstap = Startstap.WACHTWOORD
    wachtwoord: str = field(default="", repr=False)
    paar: Sleutelpaar | None = field(default=None, repr=False)
    sleutel_bewaard: bool = False
    adviseur: Wie | None = None
    met_voorbeeld: bool = True

    @property
    def nummer(self) -> int:
        """Which step it is, from 1."""
        return _VOLGORDE.index(self.stap) + 1

    @property
    def herstelsleutel(self) -> str:
        """The recovery key of the database that will be made, as it is printed; "" before there is a passphrase."""
        from vtscan_desktop.models.sleutel import schrijf_herstelsleutel

        return schrijf_herstelsleutel(self.paar.sleutel) if self.paar is not None else ""

    @property
    def te_verliezen(self) -> bool:
        """Whether stopping now would lose something that was filled in."""
        return bool(self.wachtwoord) or self.adviseur is not None

    @property
    def mag_verder(self) -> bool:
        """Whether this step is done."""
        return {
            Startstap.WACHTWOORD: self.paar is not None,
            Startstap.PLAATS: not self.is_bezet,
            Startstap.SLEUTEL: self.sleutel_bewaard,
            Startstap.ZELF: True,
            Startstap.BEGIN: False,
        }[self.stap]

    @property
    def is_bezet(self) -> bool:
        """Whether there is a file already where the database would come."""
        return self.pad.exists()

    def met_adviseur(self, wie: Wie) -> Self:
        """With who it is; nobody when nothing was filled in."""
        return replace(self, adviseur=wie if wie.functie or wie.organisatie or wie.naam else None)

    def met_wachtwoord(self, wachtwoord: str, paar: Sleutelpaar) -> Self:
        """With a passphrase and the key derived from it: the herstelsleutel is another, and not kept yet."""
        return replace(self, wachtwoord=wachtwoord, paar=paar, sleutel_bewaard=False)

    def verder(self) -> Self:
        """At the next step. Raises `ValueError` when this one isn't done."""
        if not self.mag_verder:
            raise ValueError(f"de stap {self.stap} is nog niet klaar")
        return replace(self, stap=_VOLGORDE[self.nummer])

    def terug(self) -> Self:
        """At the step before, with all that was filled in; at the first it stays."""
        return replace(self, stap=_VOLGORDE[max(0, self.nummer - 2)])


def richt_in(keuze: Startkeuze) -> Sessie:
    """Make the database of a first start that is filled in, and what was chosen in it; open. Off the UI thread.

    Raises `VtscanFout` when that can't be done: then nothing is left of it.
    """
    # Costly imports: this module is there before the first window, they need not be.
    from vtscan_desktop.hulpbronnen import voorbeeldscan
    from vtscan_desktop.services.scans import Importbeleid, lees_invoer
    from vtscan_desktop.services.sessie import Sessie

    assert keuze.paar is not None
    nieuwe_mappen = [folder for folder in (keuze.pad.parent, *keuze.pad.parents) if not folder.exists()]
    sessie: Sessie | None = None
    try:
        sessie = Sessie.maak_met(keuze.pad, keuze.paar)
        if keuze.adviseur is not None:
            sessie.onthoud_adviseur(keuze.adviseur)
        if keuze.met_voorbeeld:
            scan_id = sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
            sessie.onthoud_open_scan(scan_id)
    except BaseException:
        if sessie is not None:
            sessie.sluit()
            keuze.pad.unlink(missing_ok=True)
        for folder in nieuwe_mappen:
            with suppress(OSError):  # someone else put something there
                folder.rmdir()
        raise
    return sessie
