"""How long a scan is kept: until a date of its own, else so many years after its peildatum.

It reminds, and removes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vtscan_desktop.domain.errors import InvoerFout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.services.scans import Scanregel

JAREN = 5
"""Default until the user says what their own organisation holds to (no law names a period for these scans)."""
MEESTE_JAREN = 50
_INSTELLING_JAREN = "bewaartermijn/jaren"
_EIGEN = "bewaartermijn/{}"


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """Until when a scan is kept; `eigen`: by a date of its own, not by the years for all scans."""

    tot: date
    eigen: bool

    def verlopen(self, vandaag: date) -> bool:
        """Whether the date has passed."""
        return vandaag > self.tot


def lees_jaren(opslag: Opslag) -> int:
    """The years after the peildatum for scans without a date of their own."""
    bewaard = opslag.lees_instelling(_INSTELLING_JAREN)
    return int(bewaard) if bewaard else JAREN


def zet_jaren(opslag: Opslag, jaren: int) -> None:
    """Keep the years for all scans. Raises `InvoerFout` for none or too many."""
    if not 1 <= jaren <= MEESTE_JAREN:
        raise InvoerFout(f"Kies een termijn van 1 tot en met {MEESTE_JAREN} jaar.")
    opslag.bewaar_instelling(_INSTELLING_JAREN, str(jaren))


def zet_datum(opslag: Opslag, scan_id: str, tot: date | None) -> None:
    """Keep a scan until this date; None for the years that hold for all. Raises `VtscanFout`."""
    opslag.bewaar_instelling(_EIGEN.format(scan_id), tot.isoformat() if tot else "")


def bewaartermijn(opslag: Opslag, scan_id: str, peildatum: date) -> Bewaartermijn:
    """Until when a scan is kept."""
    return _termijn(opslag.lees_instelling(_EIGEN.format(scan_id)), peildatum, lees_jaren(opslag))


def verlopen_termijnen(opslag: Opslag, scans: Iterable[Scanregel], vandaag: date) -> dict[str, date]:
    """The scans that were to be kept until a date that has passed, with that date; the shipped example never is."""
    jaren, eigen = lees_jaren(opslag), opslag.lees_instellingen(_EIGEN.format(""))
    termijnen = {scan.id: _termijn(eigen.get(scan.id), scan.peildatum, jaren) for scan in scans if not scan.voorbeeld}
    return {scan_id: termijn.tot for scan_id, termijn in termijnen.items() if termijn.verlopen(vandaag)}


def _termijn(eigen: str | None, peildatum: date, jaren: int) -> Bewaartermijn:
    if eigen:
        return Bewaartermijn(date.fromisoformat(eigen), True)
    return Bewaartermijn(_jaren_later(peildatum, jaren), False)


def _jaren_later(dag: date, jaren: int) -> date:
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:  # 29 February
        return date(dag.year + jaren, 3, 1)
