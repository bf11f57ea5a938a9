"""The report as PDF, before signing. ReportLab is imported on building, for it costs more than a start may."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from vtscan_desktop.rapport.gegevens import Bouwsel

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import RapportGegevens


def bouw_rapport(g: RapportGegevens) -> Bouwsel:
    """Build the report. The same input gives the same bytes; notities have their times by this computer's clock.

    A bestuurlijke editie never holds notities, names of persons or locations, whatever `g.scan` holds.
    """
    from vtscan_desktop.rapport.pagina import teken_rapport

    pdf, vakken, onbekend = teken_rapport(g)
    return Bouwsel(pdf, vakken, tuple(_melding(teken) for teken in sorted(onbekend)))


def _melding(teken: str) -> str:
    naam = unicodedata.name(teken, "")
    code = f"U+{ord(teken):04X}" + (f" ({naam})" if naam else "")
    return f"Het teken {code} staat in geen van de meegeleverde lettertypen; op die plaats staat een vervangteken."
