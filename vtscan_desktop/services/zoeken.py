"""Finding texts in all scans, with the place where each stands in words."""

from __future__ import annotations

from dataclasses import dataclass

from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.models.opslag import Opslag, Treffer, Zoeksoort

__all__ = ["Treffer", "Vondst", "Zoeksoort", "zoek"]

_VELDEN = {
    "titel": "Titel",
    "in_kaart/knelpunten": "Knelpunten en oorzaken",
    "in_kaart/opgaven": "Opgaven",
    "in_kaart/partners": "Partners",
    "in_kaart/wensen": "Wensen",
    "overall_beeld": "Overall beeld",
    "vraag_aan_lezer": "Vraag aan de lezer",
    "vaststelling/motivering": "Vaststelling, motivering",
}


@dataclass(frozen=True, slots=True)
class Vondst:
    """A treffer as it is shown: the name of the regio, and in words where in the scan it stands."""

    treffer: Treffer
    regionaam: str
    waar: str


def zoek(opslag: Opslag, vraag: str, beperkt_tot: str | None = None, ten_hoogste: int = 30) -> tuple[Vondst, ...]:
    """The texts that hold every word of `vraag`, in all scans or in one, the best first. See `Opslag.zoek`."""
    treffers = opslag.zoek(vraag, beperkt_tot, ten_hoogste)
    return tuple(Vondst(treffer, regionaam(treffer.regio), _waar(treffer)) for treffer in treffers)


def _waar(treffer: Treffer) -> str:
    """As in "Topic 3, toelichting", "Notitie bij topic 7", "Zienswijze 2, antwoord": rows count from one."""
    if treffer.plek in _VELDEN:
        return _VELDEN[treffer.plek]
    delen = treffer.plek.split("/")
    if treffer.soort is Zoeksoort.ACTIE:
        return f"Topic {treffer.topic}, actie {int(delen[-1]) + 1}"
    if treffer.soort is Zoeksoort.TEKST:
        return f"Topic {treffer.topic}, {delen[-1]}"
    if treffer.soort is Zoeksoort.NOTITIE:
        return "Notitie" if treffer.topic is None else f"Notitie bij topic {treffer.topic}"
    rij = f"{delen[0].capitalize()} {int(delen[1]) + 1}"
    return f"{rij}, {delen[-1]}" if treffer.soort is Zoeksoort.ZIENSWIJZE else rij
