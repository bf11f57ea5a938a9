"""Looking a scan over with what ships with the program, and with what is kept beside the scan."""

from __future__ import annotations

from datetime import date

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.nakijken.regels import kijk_na
from vtscan_desktop.domain.nakijken.stof import Nakijkpunt, Stof
from vtscan_desktop.domain.steun import bepaal_verschuiving
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.services.formats import format_van


def kijk_werkstand_na(
    werkstand: Werkstand, beoordeling: Beoordeling, vandaag: date, format_: Format | None = None
) -> tuple[Nakijkpunt, ...]:
    """All points of a scan as it is kept, fouten first; `beoordeling` is that of the same scan.

    `format_` is that of the scan; None for one that is known without a database.
    """
    woorden = format_ or format_van(werkstand.scan)
    verschuiving = bepaal_verschuiving(werkstand.scan, werkstand.steun)
    return kijk_na(Stof(werkstand.scan, beoordeling, woorden, vandaag, werkstand.klad, verschuiving))
