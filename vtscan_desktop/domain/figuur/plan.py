"""From what a figure says to a drawing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.figuur.bandplan import plan_band
from vtscan_desktop.domain.figuur.beschrijving import Bandfiguur
from vtscan_desktop.domain.figuur.lijnplan import plan_lijnen

if TYPE_CHECKING:
    from vtscan_desktop.domain.figuur.beschrijving import Figuur
    from vtscan_desktop.domain.figuur.tekening import Meet, Tekening


def teken_plan(figuur: Figuur, breedte: float, letter: float, meet: Meet) -> Tekening:
    """The figure laid out at a width and text size; `meet` gives the width of a text at size 1."""
    if isinstance(figuur, Bandfiguur):
        return plan_band(figuur, breedte, letter, meet)
    return plan_lijnen(figuur, breedte, letter, meet)
