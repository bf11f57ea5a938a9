"""What can be done with notes, as pure operations on the scan; each gives the step that undoes it.

A note has no id: it is found by being that very value, at whatever place it now stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Any
from uuid import uuid4

from vtscan_desktop.domain.agenda import SOORTEN
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.grenzen import MAX_TEKST
from vtscan_desktop.domain.risicoscan import Actie, Gesprek, GesprekSoort, Notitie, NotitieSoort, Risicoscan

IN_KAART: dict[str, frozenset[NotitieSoort]] = {
    "knelpunten": frozenset({NotitieSoort.KNELPUNT, NotitieSoort.OORZAAK}),
    "opgaven": frozenset({NotitieSoort.OPGAVE}),
    "partners": frozenset({NotitieSoort.PARTNER}),
    "wensen": frozenset({NotitieSoort.WENS}),
}
"""Which kinds of notes each text of "In kaart gebracht" gathers (§1.2)."""


@dataclass(frozen=True, slots=True)
class Notitiefilter:
    """Which notes to show: of a topic, of a gesprek, of kinds; None is any. `los` are those outside any gesprek."""

    topic: int | None = None
    gesprek: str | None = None
    soorten: frozenset[NotitieSoort] | None = None
    los: bool = False

    def past(self, notitie: Notitie) -> bool:
        """Whether a note is one of these."""
        return (
            (self.topic is None or notitie.topic == self.topic)
            and (self.gesprek is None or notitie.gesprek == self.gesprek)
            and (self.soorten is None or notitie.soort in self.soorten)
            and not (self.los and notitie.gesprek is not None)
        )


class Doel(Enum):
    """What a note can be turned into; the first three belong to its topic."""

    TOELICHTING = auto()
    RISICO = auto()
    ACTIE = auto()
    IN_KAART = auto()


@dataclass(frozen=True, slots=True)
class Overname:
    """What taking over a note added: `tekst` in a field (or as an actie), and `bron` when the topic got it as new."""

    doel: Doel
    nr: int
    veld: str
    tekst: str
    bron: str | None = None


@dataclass(frozen=True, slots=True)
class Stap:
    """One thing done with a note: a value replaced (`nieuw` is None when it was removed), or an overname."""

    melding: str
    plaats: int
    oud: Notitie
    nieuw: Notitie | None
    overname: Overname | None = None


def kies_notities(scan: Risicoscan, filter_: Notitiefilter) -> tuple[Notitie, ...]:
    """The notes to show, in order of time; those of one moment in the order they were made."""
    gekozen = [n for n in scan.notities if filter_.past(n)]
    gekozen.sort(key=lambda n: n.tijd)
    return tuple(gekozen)


def vul_aan(
    gekozen: tuple[Notitie, ...], oud: tuple[Notitie, ...], scan: Risicoscan, filter_: Notitiefilter
) -> tuple[Notitie, ...]:
    """As `kies_notities`, when `gekozen` were chosen from `oud`: a new note does not make all others be looked at."""
    erbij = scan.notities[len(oud) :]
    if scan.notities[: len(oud)] != oud:
        return kies_notities(scan, filter_)
    nieuw = [n for n in erbij if filter_.past(n)]
    if nieuw and gekozen and any(n.tijd < gekozen[-1].tijd for n in nieuw):
        return kies_notities(scan, filter_)
    return (*gekozen, *sorted(nieuw, key=lambda n: n.tijd))


def vervang(scan: Risicoscan, notitie: Notitie, melding: str, **velden: Any) -> tuple[Risicoscan, Stap]:
    """Change fields of a note by name; `melding` says what was done."""
    plaats = _plaats(scan, notitie)
    nieuw = replace(notitie, **velden)
    return _met(scan, plaats, 1, (nieuw,)), Stap(melding, plaats, notitie, nieuw)


def verwijder(scan: Risicoscan, notitie: Notitie, melding: str) -> tuple[Risicoscan, Stap]:
    """Remove a note."""
    plaats = _plaats(scan, notitie)
    return _met(scan, plaats, 1, ()), Stap(melding, plaats, notitie, None)


def neem_over(scan: Risicoscan, notitie: Notitie, doel: Doel, melding: str, veld: str = "") -> tuple[Risicoscan, Stap]:
    """Take a note over: below the toelichting or risico of its topic, as an actie, or in `veld` of in kaart.

    The note stays, and its gesprek becomes a bron of the topic. Raises `InvoerFout` when the text would get too long.
    """
    plaats = _plaats(scan, notitie)
    if doel is Doel.IN_KAART:
        tekst = _aangevuld(getattr(scan.in_kaart, veld), notitie.tekst)
        overname = Overname(doel, 0, veld, notitie.tekst)
        scan = replace(scan, in_kaart=replace(scan.in_kaart, **{veld: tekst}))
        return scan, Stap(melding, plaats, notitie, notitie, overname)
    assert notitie.topic is not None
    topic = scan.topic(notitie.topic)
    bron = notitie.gesprek if notitie.gesprek and notitie.gesprek not in topic.bronnen else None
    if doel is Doel.ACTIE:
        topic = replace(topic, acties=(*topic.acties, Actie(notitie.tekst)))
    else:
        veld = doel.name.lower()
        velden: dict[str, Any] = {veld: _aangevuld(getattr(topic, veld), notitie.tekst)}
        topic = replace(topic, **velden)
    topic = replace(topic, bronnen=topic.bronnen + ((bron,) if bron else ()))
    overname = Overname(doel, topic.nr, veld, notitie.tekst, bron)
    return scan.met_topic(topic), Stap(melding, plaats, notitie, notitie, overname)


def maak_ongedaan(scan: Risicoscan, stap: Stap) -> Risicoscan | None:
    """The scan without a step; None when what it made was changed since, so that nothing typed is lost."""
    if stap.overname is not None:
        return _zonder_overname(scan, stap.overname)
    if stap.nieuw is None:
        return _met(scan, min(stap.plaats, len(scan.notities)), 0, (stap.oud,))
    plaats = next(_plaatsen(scan, stap.nieuw), None)
    return None if plaats is None else _met(scan, plaats, 1, (stap.oud,))


def is_overgenomen(tekst: str, notitie: Notitie) -> bool:
    """Whether a text holds a note word for word."""
    return bool(notitie.tekst.strip()) and notitie.tekst.strip() in tekst


def voorgesteld_gesprek(scan: Risicoscan, vandaag: date) -> Gesprek | GesprekSoort:
    """What most likely starts now: the gesprek of today without notes yet, else one of the soort that was held least.

    The soorten come in the order of §1.2.
    """
    for gesprek in scan.gesprekken:
        if gesprek.datum == vandaag and all(n.gesprek != gesprek.id for n in scan.notities):
            return gesprek
    return min(SOORTEN, key=lambda soort: sum(g.soort is soort for g in scan.gesprekken))


def nieuw_gesprek(scan: Risicoscan, soort: GesprekSoort, vandaag: date) -> tuple[Risicoscan, Gesprek]:
    """Add a gesprek of today."""
    gesprek = Gesprek(f"g-{uuid4().hex[:12]}", vandaag, soort)
    return replace(scan, gesprekken=(*scan.gesprekken, gesprek)), gesprek


def gesprekspartners(gesprek: Gesprek) -> str:
    """With whom, by functie and organisatie and never by name: "manager (Veilig Thuis IJsselland), wijkagent"."""
    delen = []
    for wie in gesprek.met:
        deel = f"{wie.functie} ({wie.organisatie})" if wie.functie and wie.organisatie else wie.functie
        delen.append(deel or wie.organisatie)
    return ", ".join(dict.fromkeys(d for d in delen if d))


def _plaats(scan: Risicoscan, notitie: Notitie) -> int:
    return next(_plaatsen(scan, notitie))


def _plaatsen(scan: Risicoscan, notitie: Notitie) -> Iterator[int]:
    yield from (i for i, n in enumerate(scan.notities) if n is notitie)
    yield from (i for i, n in enumerate(scan.notities) if n == notitie)


def _met(scan: Risicoscan, plaats: int, aantal: int, nieuw: tuple[Notitie, ...]) -> Risicoscan:
    oud = scan.notities
    return replace(scan, notities=(*oud[:plaats], *nieuw, *oud[plaats + aantal :]))


def _aangevuld(tekst: str, stuk: str) -> str:
    nieuw = f"{tekst}\n{stuk}" if tekst else stuk
    if len(nieuw) > MAX_TEKST:
        raise InvoerFout("De tekst zou te lang worden. De notitie is niet overgenomen.")
    return nieuw


def _zonder(tekst: str, stuk: str) -> str | None:
    """The text without a piece that stands on lines of its own; None when it isn't there any more."""
    if tekst == stuk:
        return ""
    if tekst.endswith(f"\n{stuk}"):
        return tekst[: -len(stuk) - 1]
    plaats = f"\n{tekst}".rfind(f"\n{stuk}\n")
    return None if plaats < 0 else tekst[:plaats] + tekst[plaats + len(stuk) + 1 :]


def _zonder_overname(scan: Risicoscan, overname: Overname) -> Risicoscan | None:
    if overname.doel is Doel.IN_KAART:
        tekst = _zonder(getattr(scan.in_kaart, overname.veld), overname.tekst)
        return None if tekst is None else replace(scan, in_kaart=replace(scan.in_kaart, **{overname.veld: tekst}))
    topic = scan.topic(overname.nr)
    if overname.doel is Doel.ACTIE:
        actie = Actie(overname.tekst)
        if actie not in topic.acties:
            return None
        plaats = len(topic.acties) - 1 - topic.acties[::-1].index(actie)
        topic = replace(topic, acties=topic.acties[:plaats] + topic.acties[plaats + 1 :])
    else:
        tekst = _zonder(getattr(topic, overname.veld), overname.tekst)
        if tekst is None:
            return None
        velden: dict[str, Any] = {overname.veld: tekst}
        topic = replace(topic, **velden)
    return scan.met_topic(replace(topic, bronnen=tuple(b for b in topic.bronnen if b != overname.bron)))
