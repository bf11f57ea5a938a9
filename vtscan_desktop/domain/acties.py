"""Acties of all topics together: which there are, which are late by a given day, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.risicoscan import Actie, ActieStatus, Maatwerkactie
from vtscan_desktop.domain.zinnen import telling

if TYPE_CHECKING:
    from datetime import date

    from vtscan_desktop.domain.risicoscan import Risicoscan

LOPEND = frozenset({ActieStatus.OPEN, ActieStatus.LOOPT})
"""An actie of this stand is still to be done."""


@dataclass(frozen=True, slots=True)
class Topicactie:
    """An actie with the topic it belongs to."""

    nr: int
    actie: Actie


def alle_acties(scan: Risicoscan) -> tuple[Topicactie, ...]:
    """All acties, by topic and in the order they stand there."""
    return tuple(Topicactie(topic.nr, actie) for topic in scan.topics for actie in topic.acties)


def is_te_laat(actie: Actie | Maatwerkactie, vandaag: date) -> bool:
    """Whether it is still to be done though its termijn lies before `vandaag`; on the day itself it is not late."""
    return actie.status in LOPEND and actie.termijn is not None and actie.termijn < vandaag


def te_laat_zin(termijn: date, vandaag: date) -> str:
    """How late it is: "één dag te laat", "23 dagen te laat"."""
    return f"{telling((vandaag - termijn).days, 'dag', 'dagen')} te laat"
