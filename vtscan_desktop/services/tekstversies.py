"""Watches the texts of the open scan, and hands out the versions that have to be kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vtscan_desktop.domain.tekstversies import (
    Tekstversie,
    Verloop,
    begin_verloop,
    na_verlaten,
    na_wijziging,
)
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.services.scanteksten import gewijzigde_teksten

Versies = tuple[tuple[str, Tekstversie], ...]
"""Versions in the order in which they were taken, each with the key of its text."""


class Versiewacht:
    """The verloop of each text that is worked on in this session.

    `laatste` holds the text of the last kept version by the key of its field.
    """

    def __init__(self, laatste: Mapping[str, str]) -> None:
        self._laatste = laatste
        self._verlopen: dict[str, Verloop] = {}

    def wijziging(self, oud: Werkstand, nieuw: Werkstand, nu: datetime) -> Versies:
        """The scan changes; the versions of what was before that have to be kept with that change."""
        genomen = []
        for veld, was, wordt in gewijzigde_teksten(oud, nieuw):
            verloop = self._verlopen.get(veld) or begin_verloop(self._laatste.get(veld, ""), was)
            self._verlopen[veld], versie = na_wijziging(verloop, wordt, nu)
            if versie is not None:
                genomen.append((veld, versie))
        return tuple(genomen)

    def verlaten(self, veld: str, nu: datetime) -> Versies:
        """A field is left; its version to be kept, if it was changed since the last."""
        if veld not in self._verlopen:
            return ()
        self._verlopen[veld], versie = na_verlaten(self._verlopen[veld], nu)
        return () if versie is None else ((veld, versie),)
