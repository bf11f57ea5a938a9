"""The steps of a scan and their order, in plain Python; the shell only shows them."""

from __future__ import annotations

from dataclasses import dataclass

from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.zienswijzen import nog_te_komen

GEGEVENS = "gegevens"
GESPREKKEN = "gesprekken"
IN_KAART = "in_kaart"
OVERALL_BEELD = "overall_beeld"
CATEGORIE = "categorie"
ACTIES = "acties"
ESCALATIE = "escalatie"
ZIENSWIJZEN = "zienswijzen"
NAKIJKEN = "nakijken"
RAPPORT = "rapport"


@dataclass(frozen=True, slots=True)
class Stap:
    """A step: `id` (kept as the place to come back to), short title, group heading.

    A topic's step has its number, and its title in full.
    """

    id: str
    kort: str
    groep: str
    topic: int | None = None
    titel: str = ""

    @property
    def knoptekst(self) -> str:
        """What a button that goes here says."""
        return f"{self.topic} {self.kort}" if self.topic else self.kort


def topicstap(nr: int) -> str:
    """The id of a topic's step."""
    return f"topic-{nr}"


def maak_stappen(format_: Format, *, rapport: bool = True) -> tuple[Stap, ...]:
    """All steps in the order of the walk; a version to look back at has no report to be made."""
    topics = tuple(Stap(topicstap(t.nr), t.kort, t.thema.titel, t.nr, t.titel) for t in format_.topics)
    return (
        Stap(GEGEVENS, "Gegevens", "Voorbereiding"),
        Stap(GESPREKKEN, "Gesprekken en documenten", "Voorbereiding"),
        *topics,
        Stap(IN_KAART, "In kaart gebracht", "Afronding"),
        Stap(OVERALL_BEELD, "Overall beeld", "Afronding"),
        Stap(CATEGORIE, "Categorie", "Afronding"),
        Stap(ACTIES, "Acties", "Afronding"),
        Stap(ESCALATIE, "Escalatie", "Afronding"),
        Stap(ZIENSWIJZEN, "Zienswijzen", "Afronding"),
        *((Stap(NAKIJKEN, "Nakijken", "Afronding"), Stap(RAPPORT, "Rapport", "Afronding")) if rapport else ()),
    )


def buren(stappen: tuple[Stap, ...], stap_id: str) -> tuple[Stap | None, Stap | None]:
    """The step before and the step after, None at the ends. An unknown id counts as the first step."""
    i = next((i for i, s in enumerate(stappen) if s.id == stap_id), 0)
    return (stappen[i - 1] if i else None), (stappen[i + 1] if i + 1 < len(stappen) else None)


def is_ingevuld(stap: Stap, scan: Risicoscan) -> bool:
    """Whether a step other than a judged topic has been filled in (shown as a tick)."""
    kern = scan.kerndata
    gevuld: dict[str, object] = {
        GEGEVENS: scan.adviseur.functie and scan.adviseur.organisatie,
        GESPREKKEN: scan.gesprekken or scan.documenten,
        topicstap(18): kern.budget,
        topicstap(19): kern.primair_proces,
        topicstap(20): kern.formatie,
        IN_KAART: any((scan.in_kaart.knelpunten, scan.in_kaart.opgaven, scan.in_kaart.partners, scan.in_kaart.wensen)),
        OVERALL_BEELD: scan.overall_beeld.strip(),
        CATEGORIE: scan.vaststelling,
        ACTIES: any(topic.acties for topic in scan.topics),
        ESCALATIE: scan.maatwerkacties,
        ZIENSWIJZEN: not nog_te_komen(scan),
    }
    return bool(gevuld.get(stap.id))
