"""The format of a scan: the words that belong to it, for as long as it exists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vtscan_desktop.hulpbronnen import EERSTE_FORMAT, laad_format, laad_formaten

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format

_ZONDER_VERSIE = ("", "risicoscan")
"""What scans say from before they kept which version of the shipped format they are of."""


def format_van(scan: Risicoscan) -> Format:
    """The format of a scan. One that is not at hand gives way to the newest that ships, which says so (`vervangt`)."""
    return zoek_format(scan.format)


def zoek_format(verwijzing: str) -> Format:
    """As `format_van`, for what a scan says of its format."""
    kenmerk = EERSTE_FORMAT if verwijzing in _ZONDER_VERSIE else verwijzing
    return laad_formaten().get(kenmerk) or replace(laad_format(), vervangt=verwijzing)
