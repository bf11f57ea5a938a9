"""Finding anything: the texts of all scans through the store, and short names in memory by the same letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vtscan_desktop.domain.risicoscan import OORDEEL_NRS
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.models.fragment import als_woorden, patroon
from vtscan_desktop.models.opslag import Opslag, Treffer, Zoeksoort
from vtscan_desktop.services.formats import zoek_format

__all__ = ["Treffer", "Zoekantwoord", "Zoeksoort", "markeringen", "past", "waar", "zoek_teksten"]

TEN_HOOGSTE = 40
"""Texts asked for at a time, in the open scan and over all of them; who wants others types one more word."""


_VELDEN = {
    "titel": "titel van de scan",
    "toelichting": "feitelijke situatie",
    "risico": "risico’s",
    "motivering": "motivering",
    "in_kaart/knelpunten": "knelpunten",
    "in_kaart/opgaven": "opgaven",
    "in_kaart/partners": "partners",
    "in_kaart/wensen": "wensen",
    "overall_beeld": "overall beeld",
    "vraag_aan_lezer": "wat wij van u vragen",
    "vaststelling/motivering": "motivering van de vaststelling",
}


@dataclass(frozen=True, slots=True)
class Zoekantwoord:
    """What was found in the open scan and in the others; `meer` when there may be more than was asked for.

    `formats` has the format of each scan that something was found in, by what the scan says of it.
    """

    hier: tuple[Treffer, ...] = ()
    elders: tuple[Treffer, ...] = ()
    meer: bool = False
    formats: Mapping[str, Format] = field(default_factory=dict)

    def topicnaam(self, treffer: Treffer) -> str:
        """The topic that something belongs to, as its own scan calls it; "" for none."""
        return self.formats[treffer.format].topic(treffer.topic).genummerd if treffer.topic else ""


def zoek_teksten(opslag: Opslag, vraag: str, scan_id: str | None) -> Zoekantwoord:
    """The texts that hold every word of `vraag`, those of the scan with this id apart. May be called on any thread."""
    hier = opslag.zoek(vraag, scan_id, TEN_HOOGSTE) if scan_id is not None else ()
    alle = opslag.zoek(vraag, None, TEN_HOOGSTE)
    elders = tuple(treffer for treffer in alle if treffer.scan_id != scan_id)
    formats = {verwijzing: zoek_format(verwijzing, opslag) for verwijzing in {t.format for t in (*hier, *elders)}}
    return Zoekantwoord(hier, elders, TEN_HOOGSTE in (len(hier), len(alle)), formats)


def past(tekst: str, vraag: str) -> bool:
    """Whether each word of `vraag` is the beginning of a word of `tekst`; capitals and accents don't matter."""
    return all(patroon((woord,)).search(tekst) for woord in als_woorden(vraag))


def markeringen(tekst: str, vraag: str) -> tuple[tuple[int, int], ...]:
    """Where the words of `vraag` stand in `tekst` (start, end), each as the beginning of a word."""
    gevonden = {m.span() for woord in als_woorden(vraag) for m in patroon((woord,)).finditer(tekst)}
    return tuple(sorted(gevonden))


def waar(treffer: Treffer) -> str:
    """Where it stands in its topic or scan, as in "risico’s", "actie 2", "zienswijze 1, antwoord"; rows from one."""
    if treffer.plek in _VELDEN:
        return _VELDEN[treffer.plek]
    delen = treffer.plek.split("/")
    if treffer.soort is Zoeksoort.NOTITIE:
        return "notitie"
    if treffer.soort is Zoeksoort.ACTIE:
        return f"actie {int(delen[-1]) + 1}"
    if treffer.soort is Zoeksoort.TEKST:
        if treffer.topic not in OORDEEL_NRS:  # with figures it explains them
            return delen[-1]
        return _VELDEN[delen[-1]]
    rij = f"{delen[0]} {int(delen[1]) + 1}"
    return f"{rij}, {delen[-1]}" if treffer.soort is Zoeksoort.ZIENSWIJZE else rij
