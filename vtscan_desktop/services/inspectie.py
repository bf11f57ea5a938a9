"""Inspectie stap 1 as the command line prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.inspectie import CRITERIA, UITZONDERING, Criteriumoordeel
from vtscan_desktop.hulpbronnen import laad_inspectietabel

if TYPE_CHECKING:
    from vtscan_desktop.domain.inspectie import Regioscore


def score_van(regio: str) -> Regioscore:
    """The scores of one regio. Raises InvoerFout when its key is not in the table."""
    score = laad_inspectietabel().van(regio)
    if score is None:
        sleutels = ", ".join(sorted(score.regio for score in laad_inspectietabel().regios))
        raise InvoerFout(f"{regio!r} staat niet in de tabel van de inspectie; wel: {sleutels}.")
    return score


def regio_als_object(score: Regioscore) -> dict[str, Any]:
    """One regio: how many of the 24 verwachtingen are voldoende, and the oordeel per criterium."""
    return {"regio": score.regio, "voldoende": score.voldoende, "criteria": score.criteria()}


def landelijk_als_object() -> dict[str, Any]:
    """The national count per criterium, always of all three oordelen, and all regio's."""
    tabel = laad_inspectietabel()
    landelijk = {
        criterium: {oordeel: telling.get(oordeel, 0) for oordeel in Criteriumoordeel}
        for criterium, telling in tabel.landelijk().items()
    }
    return {"landelijk": landelijk, "regios": [regio_als_object(score) for score in tabel.regios]}


def schrijf_regio(regio: str) -> tuple[str, ...]:
    """The lines for a reader on one regio. Raises InvoerFout when its key is not in the table."""
    score = score_van(regio)
    aantal = f"{score.naam}: {score.voldoende} van de {len(score.scores)} verwachtingen voldoende"
    return (aantal, *(f"{criterium}  {oordeel}" for criterium, oordeel in score.criteria().items()), UITZONDERING)


def schrijf_landelijk() -> tuple[str, ...]:
    """The lines for a reader on the national count."""
    tabel = laad_inspectietabel()
    telling = tabel.landelijk()
    regels = (
        f"{criterium}  {', '.join(f'{oordeel} {aantal}' for oordeel, aantal in telling[criterium].items())}"
        for criterium in CRITERIA
    )
    return (f"Inspectie stap 1, {len(tabel.regios)} regio's:", *regels, UITZONDERING)
