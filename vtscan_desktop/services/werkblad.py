"""The open scan: its newest value, its beoordeling, and the keeping of every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.risicoscan import Kladrij, Risicoscan, Werkstand
from vtscan_desktop.models.opslag import Opslag, Plek
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.bewaarder import Bewaarder, Bewaarmelding

Inhoud = tuple[Werkstand, Plek | None]
"""What the Bewaarder keeps: the scan with its rows in the making, and where the user is."""


class Werkblad:
    """One scan being worked on. Changes are values: `wijzig` takes the whole new scan, `Bewaarder` keeps it.

    `meld` is called on another thread, after each write.
    """

    def __init__(
        self, opslag: Opslag, scan_id: str, klok: Callable[[], datetime], meld: Callable[[Bewaarmelding], None]
    ) -> None:
        self._opslag = opslag
        self._lopend = f"lopend_gesprek/{scan_id}"
        self._stand = opslag.lees(scan_id)
        self._plek = opslag.lees_plek(scan_id)
        self._beoordeling = beoordeel_scan(self._stand.scan)
        self._bewaarder = Bewaarder(self._schrijf, (self._stand, self._plek), klok, meld)

    @property
    def scan(self) -> Risicoscan:
        """The scan as it is now, kept or about to be."""
        return self._stand.scan

    @property
    def beoordeling(self) -> Beoordeling:
        """The beoordeling of the scan as it is now."""
        return self._beoordeling

    def klad(self, tabel: str) -> tuple[Kladrij, ...]:
        """The rows of a table that are not (wholly) valid yet."""
        return tuple(rij for rij in self._stand.klad if rij.tabel == tabel)

    def wijzig(self, scan: Risicoscan) -> bool:
        """Take over a changed scan and keep it. True when the beoordeling was made anew."""
        return self._neem_over(Werkstand(scan, self._stand.klad))

    def wijzig_tabel(self, scan: Risicoscan, tabel: str, klad: tuple[Kladrij, ...]) -> bool:
        """As `wijzig`, together with the rows of one table that are still in the making."""
        rest = tuple(rij for rij in self._stand.klad if rij.tabel != tabel)
        return self._neem_over(Werkstand(scan, rest + klad))

    def bewaar_gauw(self) -> None:
        """Keep what was typed now, without waiting for it."""
        self._bewaarder.dring_aan()

    def bewaar_nu(self) -> None:
        """Return when all is kept; raises `VtscanFout` when it can't be."""
        self._bewaarder.spoel()

    def onthoud_plek(self, stap: str, veld: str, cursor: int) -> None:
        """Keep where the user is, to come back to."""
        plek = Plek(self.scan.id, stap, veld, cursor)
        if plek != self._plek:
            self._plek = plek
            self._bewaarder.zet((self._stand, plek))

    def plek(self) -> Plek | None:
        """Where the user was last, if known."""
        return self._plek

    def lopend_gesprek(self) -> str | None:
        """The id of the gesprek that is going on, also after a restart; None when there is none."""
        gekozen = self._opslag.lees_instelling(self._lopend)
        return gekozen if any(g.id == gekozen for g in self.scan.gesprekken) else None

    def zet_lopend_gesprek(self, gesprek: str | None) -> None:
        """Say which gesprek is going on. Raises `VtscanFout` when it can't be kept."""
        self._opslag.bewaar_instelling(self._lopend, gesprek or "")

    def sluit(self) -> None:
        """Keep all and stop; raises `VtscanFout` when it can't be kept (and then stays open)."""
        self._bewaarder.sluit()

    def _schrijf(self, oud: Inhoud, nieuw: Inhoud, nu: datetime) -> None:
        if nieuw[0] is not oud[0]:
            self._opslag.bewaar(oud[0], nieuw[0], nu)
        if nieuw[1] is not None and nieuw[1] != oud[1]:
            self._opslag.bewaar_plek(nieuw[1])

    def _neem_over(self, nieuw: Werkstand) -> bool:
        oud, self._stand = self._stand, nieuw
        self._bewaarder.zet((nieuw, self._plek))
        if zonder_teksten(oud.scan) == zonder_teksten(nieuw.scan):
            return False
        self._beoordeling = beoordeel_scan(nieuw.scan)
        return True


def zonder_teksten(scan: Risicoscan) -> Risicoscan:
    """The scan without the long texts and notes, which no rule and no signaal reads."""
    return replace(
        scan,
        topics=tuple(
            replace(t, toelichting="", risico="", motivering="", later=False, bronnen=()) for t in scan.topics
        ),
        notities=(),
        titel="",
        overall_beeld="",
        vraag_aan_lezer="",
        in_kaart=type(scan.in_kaart)(),
        maatwerkacties=(),
        documenten=(),
    )
