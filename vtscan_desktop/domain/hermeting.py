"""Hermeting: a new scan of a regio that begins with parts of the one before. Which parts, the adviser chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vtscan_desktop.domain.acties import LOPEND
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import JAAR_MAX, format_datum
from vtscan_desktop.domain.risicoscan import (
    Actie,
    Hertoets,
    InKaart,
    Kerndata,
    Oordeel,
    Risicoscan,
    TopicInvulling,
    Wie,
)


class Deel(StrEnum):
    """A part of a scan that can be carried over."""

    ADVISEUR = "adviseur"
    GESPREKSPARTNERS = "gesprekspartners"
    DOCUMENTEN = "documenten"
    TOELICHTINGEN = "toelichtingen"
    RISICOS = "risicos"
    OORDELEN = "oordelen"
    HERTOETS = "hertoets"
    ACTIES = "acties"
    MAATWERKACTIES = "maatwerkacties"
    INWONERS = "inwoners"
    BUDGET = "budget"
    REEKSEN = "reeksen"
    IN_KAART = "in_kaart"


@dataclass(frozen=True, slots=True)
class Deeluitleg:
    """A part in words: its name, what comes along, and whether it usually does.

    `tel` says how many there are in a scan; a part of which there is nothing has nothing to choose.
    """

    naam: str
    uitleg: str
    standaard: bool
    tel: Callable[[Risicoscan], int]


def _is_lopend(actie: Actie) -> bool:
    return actie.status in LOPEND and actie != Actie(status=actie.status)


def _tel_teksten(naam: str) -> Callable[[Risicoscan], int]:
    return lambda scan: sum(bool(getattr(topic, naam).strip()) for topic in scan.topics)


def _tel_kaart(scan: Risicoscan) -> int:
    k = scan.in_kaart
    return sum(bool(tekst.strip()) for tekst in (k.knelpunten, k.opgaven, k.partners, k.wensen))


def _tel_reeksen(scan: Risicoscan) -> int:
    k = scan.kerndata
    return len(k.primair_proces) + len(k.formatie) + len(k.wachtlijst)


DELEN: dict[Deel, Deeluitleg] = {
    Deel.ADVISEUR: Deeluitleg("Adviseur", "Functie, organisatie en naam.", True, lambda s: int(s.adviseur != Wie())),
    Deel.GESPREKSPARTNERS: Deeluitleg(
        "Gesprekspartners",
        "Met wie u sprak, als rijen waarin de datum nog open is. Zonder datum telt een gesprek niet mee.",
        True,
        lambda s: len(s.gesprekken),
    ),
    Deel.DOCUMENTEN: Deeluitleg("Documenten", "De lijst met stukken.", True, lambda s: len(s.documenten)),
    Deel.TOELICHTINGEN: Deeluitleg(
        "Toelichtingen", "De feitelijke situatie per topic, om bij te werken.", True, _tel_teksten("toelichting")
    ),
    Deel.RISICOS: Deeluitleg("Risico’s", "Per topic, om bij te werken.", True, _tel_teksten("risico")),
    Deel.OORDELEN: Deeluitleg(
        "Oordelen",
        "Meestal niet: een hermeting kijkt opnieuw. Zonder dit vinkje begint elk topic als niet besproken.",
        False,
        lambda s: sum(topic.oordeel is not Oordeel.NIET_BESPROKEN for topic in s.topics),
    ),
    Deel.HERTOETS: Deeluitleg(
        "Hertoets", "De uitkomst van de hertoets en de datum.", True, lambda s: int(s.hertoets != Hertoets())
    ),
    Deel.ACTIES: Deeluitleg(
        "Acties die nog open staan of lopen",
        "Met wie en wanneer. Wat gereed of vervallen is, blijft in de vorige scan.",
        True,
        lambda s: sum(_is_lopend(actie) for topic in s.topics for actie in topic.acties),
    ),
    Deel.MAATWERKACTIES: Deeluitleg(
        "Maatwerkacties die nog open staan of lopen",
        "Ook de treden van de escalatieladder.",
        True,
        lambda s: sum(actie.status in LOPEND for actie in s.maatwerkacties),
    ),
    Deel.INWONERS: Deeluitleg(
        "Inwoners", "Het aantal inwoners van de regio.", True, lambda s: int(s.kerndata.inwoners is not None)
    ),
    Deel.BUDGET: Deeluitleg("Budget", "Per jaar; vul het nieuwe jaar aan.", True, lambda s: len(s.kerndata.budget)),
    Deel.REEKSEN: Deeluitleg(
        "Reeksen", "Primair proces, formatie en wachtlijst; zo lopen de lijnen door.", True, _tel_reeksen
    ),
    Deel.IN_KAART: Deeluitleg(
        "In kaart gebracht",
        "Knelpunten, opgaven, partners en wensen. Meestal niet: de nieuwe gesprekken brengen ze in kaart.",
        False,
        _tel_kaart,
    ),
}
"""All parts, in the order of the window."""


def eis_peildatum(vorige: Risicoscan, peildatum: date) -> None:
    """Raises InvoerFout unless a hermeting of `vorige` can have this peildatum: a later one."""
    if peildatum <= vorige.peildatum:
        raise InvoerFout(
            f"De nieuwe peildatum moet na {format_datum(vorige.peildatum)} liggen: dat is de peildatum van de vorige "
            "scan."
        )
    if peildatum.year > JAAR_MAX:
        raise InvoerFout(f"De peildatum moet uiterlijk in {JAAR_MAX} liggen.")


def maak_hermeting(vorige: Risicoscan, nieuw_id: str, peildatum: date, delen: frozenset[Deel]) -> Risicoscan:
    """A new concept of the same regio with the chosen parts of `vorige`.

    Never with notities, gesprekken, zienswijzen, overall beeld or vaststelling: those belong to the scan in which they
    were made (with whom the gesprekken were can come along, but as rows in the making: see the caller). Of an example
    it is an example too. Raises InvoerFout for a peildatum that is not later.
    """
    eis_peildatum(vorige, peildatum)
    documenten = vorige.documenten if Deel.DOCUMENTEN in delen else ()
    bekend = frozenset(document.id for document in documenten)
    return Risicoscan(
        nieuw_id,
        vorige.regio,
        peildatum,
        format=vorige.format,
        voorbeeld=vorige.voorbeeld,
        adviseur=vorige.adviseur if Deel.ADVISEUR in delen else Wie(),
        documenten=documenten,
        topics=tuple(_topic(topic, delen, bekend) for topic in vorige.topics),
        hertoets=vorige.hertoets if Deel.HERTOETS in delen else Hertoets(),
        kerndata=_kerndata(vorige.kerndata, delen),
        in_kaart=vorige.in_kaart if Deel.IN_KAART in delen else InKaart(),
        maatwerkacties=tuple(
            actie for actie in vorige.maatwerkacties if Deel.MAATWERKACTIES in delen and actie.status in LOPEND
        ),
    )


def _topic(vorige: TopicInvulling, delen: frozenset[Deel], bekend: frozenset[str]) -> TopicInvulling:
    oordelen, teksten = Deel.OORDELEN in delen, Deel.TOELICHTINGEN in delen
    return TopicInvulling(
        vorige.nr,
        toelichting=vorige.toelichting if teksten else "",
        risico=vorige.risico if Deel.RISICOS in delen else "",
        oordeel=vorige.oordeel if oordelen else Oordeel.NIET_BESPROKEN,
        motivering=vorige.motivering if oordelen else "",
        bronnen=tuple(bron for bron in vorige.bronnen if teksten and bron in bekend),
        acties=tuple(actie for actie in vorige.acties if Deel.ACTIES in delen and _is_lopend(actie)),
    )


def _kerndata(vorige: Kerndata, delen: frozenset[Deel]) -> Kerndata:
    reeksen = vorige if Deel.REEKSEN in delen else Kerndata()
    return Kerndata(
        inwoners=vorige.inwoners if Deel.INWONERS in delen else None,
        budget=vorige.budget if Deel.BUDGET in delen else (),
        primair_proces=reeksen.primair_proces,
        formatie=reeksen.formatie,
        wachtlijst=reeksen.wachtlijst,
    )
