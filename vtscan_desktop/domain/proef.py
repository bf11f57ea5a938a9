"""Wat als: other oordelen, and another uitkomst of the hertoets, tried out on a copy of the scan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from vtscan_desktop.domain.risicoscan import Hertoetsuitkomst, Oordeel, Risicoscan

HERTOETS = 0
"""Stands for the hertoets where topics are named by number."""


@dataclass(frozen=True, slots=True)
class Proef:
    """What is tried out, by topic in order; a `hertoets` of None is left as it is in the scan."""

    oordelen: tuple[tuple[int, Oordeel], ...] = ()
    hertoets: Hertoetsuitkomst | None = None

    def __bool__(self) -> bool:
        return bool(self.oordelen) or self.hertoets is not None

    def met_oordeel(self, nr: int, oordeel: Oordeel) -> Proef:
        """The same with one topic judged so."""
        return replace(self, oordelen=tuple(sorted({**dict(self.oordelen), nr: oordeel}.items())))

    def nummers(self) -> tuple[int, ...]:
        """The topics that are tried out, the hertoets (0) first."""
        return (*((HERTOETS,) if self.hertoets is not None else ()), *(nr for nr, _ in self.oordelen))

    def beperkt_tot(self, nrs: Collection[int]) -> Proef:
        """Only what is tried out of these topics, and of the hertoets when 0 is among them."""
        oordelen = tuple((nr, oordeel) for nr, oordeel in self.oordelen if nr in nrs)
        return Proef(oordelen, self.hertoets if HERTOETS in nrs else None)

    def waar_anders(self, scan: Risicoscan) -> Proef:
        """Only what differs from a scan."""
        oordelen = tuple((nr, oordeel) for nr, oordeel in self.oordelen if scan.topic(nr).oordeel is not oordeel)
        return Proef(oordelen, None if self.hertoets is scan.hertoets.uitkomst else self.hertoets)

    def pas_toe(self, scan: Risicoscan) -> Risicoscan:
        """A copy of the scan with what is tried out, as if it were filled in by hand."""
        for nr, oordeel in self.oordelen:
            scan = scan.met_topic(replace(scan.topic(nr), oordeel=oordeel))
        if self.hertoets is not None:
            scan = replace(scan, hertoets=replace(scan.hertoets, uitkomst=self.hertoets))
        return scan

    def terug(self, voor: Risicoscan, nu: Risicoscan) -> Proef:
        """What brings `nu` back to what `voor` had, but only where `nu` still has what was taken over."""
        nog = [nr for nr, oordeel in self.oordelen if nu.topic(nr).oordeel is oordeel]
        hertoets = voor.hertoets.uitkomst if self.hertoets is nu.hertoets.uitkomst else None
        return Proef(tuple((nr, voor.topic(nr).oordeel) for nr in nog), hertoets)
