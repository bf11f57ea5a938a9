"""From what a figure says to a drawing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bandplan import plan_band
from .beschrijving import Bandfiguur
from .lijnplan import plan_lijnen

if TYPE_CHECKING:
    from .beschrijving import Figuur
    from .tekening import Meet, Tekening


def teken_plan(figuur: Figuur, breedte: float, letter: float, meet: Meet) -> Tekening:
    """The figure laid out at a width and text size; `meet` gives the width of a text at size 1."""
    if isinstance(figuur, Bandfiguur):
        return plan_band(figuur, breedte, letter, meet)
    return plan_lijnen(figuur, breedte, letter, meet)
