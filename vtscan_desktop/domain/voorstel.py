"""From one risicoscan to a proposed categorie with its explanation: a pure function, no clock, no database."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from vtscan_desktop.domain import zinnen
from vtscan_desktop.domain.acties import LOPEND
from vtscan_desktop.domain.beslisregels import KERN, Stand, masker, nummers, uitkomst, vurende_regels
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Actie, Hertoetsuitkomst, Oordeel, Risicoscan, TopicInvulling
from vtscan_desktop.domain.stappen import zoek_omhoog, zoek_omlaag

CATEGORIENAMEN: dict[int, str] = {
    1: "Basis op orde",
    2: "Basis op orde maar potentieel kwetsbaar / Basis binnen afzienbare tijd op orde",
    3: "Basis niet op orde",
}
"""The names of the categories, verbatim from § 1.2 of the source."""


class VoorstelStatus(StrEnum):
    """How sure the voorstel is, given the topics that are still open."""

    ZEKER = "zeker"
    VOORLOPIG = "voorlopig"
    OPEN = "open"


class Variant(StrEnum):
    """Which half of categorie 2 it is; it can be both or neither."""

    KWETSBAAR = "kwetsbaar"
    BINNEN_AFZIENBARE_TIJD = "binnen_afzienbare_tijd"


class Afwaardeerreden(StrEnum):
    """Why an oordeel `in_ontwikkeling` counts as `niet_op_orde`."""

    GEEN_AFSPRAAK = "geen_afspraak"
    TERMIJN_VERSTREKEN = "termijn_verstreken"
    TERMIJN_TE_VER = "termijn_te_ver"


@dataclass(frozen=True, slots=True)
class Regeluitkomst:
    """A rule that fires, with its topics: `kop` and `toelichting` for a list, `tekst` as one whole sentence."""

    id: str
    titel: str
    minimum: int
    topics: tuple[int, ...]
    kop: str
    toelichting: str
    tekst: str
    bron: str


@dataclass(frozen=True, slots=True)
class Afwaardering:
    """A topic that counts lower than judged, and why; `tekst` is a whole sentence."""

    nr: int
    reden: Afwaardeerreden
    tekst: str


@dataclass(frozen=True, slots=True)
class KortVoorstel:
    """The proposed categorie without its explanation, as a list of scans shows it; None when the status is open."""

    voorstel: int | None
    status: VoorstelStatus
    beste: int
    slechtste: int


@dataclass(frozen=True, slots=True)
class Voorstel(KortVoorstel):
    """The proposed categorie and its explanation, field for field those of `beoordeel --json`.

    `met_afspraken` is None when nothing is afgewaardeerd.
    """

    varianten: tuple[Variant, ...]
    regels: tuple[Regeluitkomst, ...]
    afgewaardeerd: tuple[Afwaardering, ...]
    met_afspraken: int | None
    stap_omhoog: tuple[tuple[int, ...], ...]
    stap_omlaag: tuple[tuple[int, ...], ...]
    openstaand: tuple[int, ...]
    beslissend: tuple[int, ...]


@lru_cache
def plus_maanden(dag: date, maanden: int) -> date:
    """The same day so many calendar months later, clipped to that month's end (and to the last day there is)."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if jaar > date.max.year:
        return date.max
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def _is_afspraak(actie: Actie) -> bool:
    return actie.status in LOPEND and actie.termijn is not None and bool(actie.verantwoordelijke.strip())


def dragende_termijnen(invulling: TopicInvulling, peildatum: date) -> tuple[date, ...]:
    """The termijnen of the agreements that back an oordeel `in_ontwikkeling`: within 12 months of `peildatum`."""
    horizon = plus_maanden(peildatum, 12)
    return tuple(
        actie.termijn
        for actie in invulling.acties
        if _is_afspraak(actie) and actie.termijn is not None and peildatum <= actie.termijn <= horizon
    )


def afwaardeerreden(invulling: TopicInvulling, peildatum: date) -> Afwaardeerreden | None:
    """Why a topic judged in_ontwikkeling counts as niet_op_orde (§ 1.1: concrete agreements with a term), or None."""
    if invulling.oordeel is not Oordeel.IN_ONTWIKKELING or dragende_termijnen(invulling, peildatum):
        return None
    termijnen = [actie.termijn for actie in invulling.acties if _is_afspraak(actie) and actie.termijn is not None]
    if not termijnen:
        return Afwaardeerreden.GEEN_AFSPRAAK
    if any(termijn < peildatum for termijn in termijnen):
        return Afwaardeerreden.TERMIJN_VERSTREKEN
    return Afwaardeerreden.TERMIJN_TE_VER


def effectieve_oordelen(scan: Risicoscan) -> dict[int, Oordeel]:
    """The oordeel that each of topics 1-17 counts as."""
    return {
        nr: Oordeel.NIET_OP_ORDE if afwaardeerreden(scan.topic(nr), scan.peildatum) else scan.topic(nr).oordeel
        for nr in OORDEEL_NRS
    }


def _stand(effectief: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> tuple[Stand, int]:
    """What the rules see of these oordelen, with open topics counting for nothing, and the open topics."""
    per_oordeel = dict.fromkeys(Oordeel, 0)
    for nr, oordeel in effectief.items():
        per_oordeel[oordeel] |= 1 << nr
    stand = Stand(
        masker(OORDEEL_NRS) & ~per_oordeel[Oordeel.NVT],
        per_oordeel[Oordeel.PRIL],
        per_oordeel[Oordeel.IN_ONTWIKKELING],
        per_oordeel[Oordeel.NIET_OP_ORDE],
        hertoets,
    )
    return stand, per_oordeel[Oordeel.NIET_BESPROKEN]


def categorie_na(scan: Risicoscan, nrs: tuple[int, ...], oordeel: Oordeel) -> int:
    """What beste becomes when these topics effectively get `oordeel`."""
    stand, _ = _stand(effectieve_oordelen(scan) | dict.fromkeys(nrs, oordeel), scan.hertoets.uitkomst)
    return uitkomst(stand)


def propose_kort(scan: Risicoscan) -> KortVoorstel:
    """The voorstel of `propose_categorie` alone: a list of hundreds of scans has no use for the steps of each."""
    return _kort(*_stand(effectieve_oordelen(scan), scan.hertoets.uitkomst))


def _kort(stand: Stand, open_topics: int) -> KortVoorstel:
    beste = uitkomst(stand)
    slechtste = uitkomst(stand._replace(niet_op_orde=stand.niet_op_orde | open_topics)) if open_topics else beste
    status = _status(beste, slechtste, bool(open_topics & KERN))
    return KortVoorstel(None if status is VoorstelStatus.OPEN else beste, status, beste, slechtste)


def propose_categorie(scan: Risicoscan) -> Voorstel:
    """The voorstel that follows from the oordelen, with all of its explanation."""
    stand, open_topics = _stand(effectieve_oordelen(scan), scan.hertoets.uitkomst)
    kort = _kort(stand, open_topics)
    beste = kort.beste
    afgewaardeerd = _afgewaardeerd(scan)
    omhoog = zoek_omhoog(stand, beste) if beste > 1 else None
    omlaag = zoek_omlaag(stand, stand.van_toepassing & ~open_topics, beste)
    beslissend = zoek_omlaag(stand, open_topics, beste)
    return Voorstel(
        voorstel=kort.voorstel,
        status=kort.status,
        beste=beste,
        slechtste=kort.slechtste,
        varianten=_varianten(stand) if kort.voorstel == 2 else (),
        regels=_regels(stand),
        afgewaardeerd=afgewaardeerd,
        met_afspraken=_met_afspraken(stand, masker(a.nr for a in afgewaardeerd)),
        stap_omhoog=omhoog.eerste() if omhoog else (),
        stap_omlaag=omlaag.eerste() if omlaag else (),
        openstaand=nummers(open_topics),
        beslissend=nummers(beslissend.vereniging()) if beslissend else (),
    )


def _status(beste: int, slechtste: int, kern_open: bool) -> VoorstelStatus:
    if beste == slechtste:
        return VoorstelStatus.ZEKER
    return VoorstelStatus.OPEN if kern_open else VoorstelStatus.VOORLOPIG


def _varianten(stand: Stand) -> tuple[Variant, ...]:
    kwetsbaar = (Variant.KWETSBAAR,) if stand.pril else ()
    return (*kwetsbaar, Variant.BINNEN_AFZIENBARE_TIJD) if stand.in_ontwikkeling else kwetsbaar


def _afgewaardeerd(scan: Risicoscan) -> tuple[Afwaardering, ...]:
    redenen = ((nr, afwaardeerreden(scan.topic(nr), scan.peildatum)) for nr in OORDEEL_NRS)
    return tuple(
        Afwaardering(nr, reden, zinnen.afwaardering(f"topic {nr}", reden.value)) for nr, reden in redenen if reden
    )


def _met_afspraken(stand: Stand, afgewaardeerd: int) -> int | None:
    if not afgewaardeerd:
        return None
    return uitkomst(
        stand._replace(
            niet_op_orde=stand.niet_op_orde & ~afgewaardeerd, in_ontwikkeling=stand.in_ontwikkeling | afgewaardeerd
        )
    )


def _regels(stand: Stand) -> tuple[Regeluitkomst, ...]:
    aantal = stand.van_toepassing.bit_count()
    uitkomsten = []
    for regel in vurende_regels(stand):
        topics = regel.topics(stand)
        zin = zinnen.regel(regel.id, topics, aantal)
        tekst = f"{zin.kop}{zinnen.bij_topics(regel.id, topics)}. {zin.toelichting}"
        uitkomsten.append(
            Regeluitkomst(regel.id, regel.titel, regel.minimum, topics, zin.kop, zin.toelichting, tekst, regel.bron)
        )
    return tuple(uitkomsten)
