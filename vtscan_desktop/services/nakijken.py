"""Looking a scan over with what ships with the program, and with what is kept beside the scan."""

from __future__ import annotations

from datetime import date

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.nakijken.regels import kijk_na
from vtscan_desktop.domain.nakijken.stof import Nakijkpunt, Stof
from vtscan_desktop.domain.steun import bepaal_verschuiving
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.werkstand import Werkstand


def kijk_werkstand_na(
    werkstand: Werkstand, beoordeling: Beoordeling, vandaag: date, format_: Format
) -> tuple[Nakijkpunt, ...]:
    """All points of a scan as it is kept, fouten first; `beoordeling` and `format_` are those of the same scan."""
    verschuiving = bepaal_verschuiving(werkstand.scan, werkstand.steun)
    return kijk_na(Stof(werkstand.scan, beoordeling, format_, vandaag, werkstand.klad, verschuiving))
