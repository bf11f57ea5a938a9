"""Earlier versions of the texts: when one is taken, and how two differ. Pure; the clock comes from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from vtscan_desktop.domain.notatie import format_getal
from vtscan_desktop.domain.risicoscan import InKaart, Notitie, Risicoscan, TopicInvulling

PAUZE = timedelta(seconds=30)
"""Rest after which the text that stood is a version, as soon as it changes again."""
GROOT_TEKENS = 40
"""A deletion is large from this many characters..."""
GROOT_DEEL = 0.3
"""...that are also this part of the text,"""
GEHEEL_DEEL = 0.9
"""or when it takes this part of a text of more than one word, however short."""
BEWAAR = 40
"""Versions kept per text; the oldest go first."""

_TOPICVELDEN = ("toelichting", "risico", "motivering")
_KAARTVELDEN = ("knelpunten", "opgaven", "partners", "wensen")
_SCANVELDEN = ("titel", "overall_beeld", "vraag_aan_lezer")
_ADVISEURVELDEN = ("functie", "organisatie", "naam")


@dataclass(frozen=True, slots=True)
class Tekstversie:
    """A text as it once was, and the instant at which it had become so."""

    tijd: datetime
    tekst: str


@dataclass(frozen=True, slots=True)
class Verloop:
    """What must be remembered of a text to know when a version is due.

    `versie` is the text of the last version ("" when there is none), `tekst` the text now, `top` the longest text
    since a deletion was last found large, `gewijzigd` the instant of its last change in this session, if any.
    """

    versie: str
    tekst: str
    top: str
    gewijzigd: datetime | None = None


def begin_verloop(versie: str, tekst: str) -> Verloop:
    """The verloop of a text that is not being worked on yet, with the text of its last version."""
    return Verloop(versie, tekst, tekst)


def na_wijziging(verloop: Verloop, nieuw: str, nu: datetime) -> tuple[Verloop, Tekstversie | None]:
    """The text becomes `nieuw`; with the version, if one has to be kept of how it was before.

    That is so after a pause (also the one before the session), and before a large deletion, at once or bit by bit.
    """
    oud, gewijzigd = verloop.tekst, verloop.gewijzigd
    if is_grote_verwijdering(oud, nieuw) or gewijzigd is None or nu - gewijzigd >= PAUZE:
        tekst: str | None = oud
    else:
        tekst = verloop.top if _is_geslonken(verloop.top, nieuw) else None
    versie = _neem(verloop, tekst, gewijzigd or nu)
    top = nieuw if tekst is not None or len(nieuw) >= len(verloop.top) else verloop.top
    return Verloop(versie.tekst if versie else verloop.versie, nieuw, top, nu), versie


def na_verlaten(verloop: Verloop, nu: datetime) -> tuple[Verloop, Tekstversie | None]:
    """The field is left: what was changed in it is a version."""
    if verloop.gewijzigd is None:
        return verloop, None
    versie = _neem(verloop, verloop.tekst, min(verloop.gewijzigd, nu))
    return (replace(verloop, versie=versie.tekst) if versie else verloop), versie


def _neem(verloop: Verloop, tekst: str | None, tijd: datetime) -> Tekstversie | None:
    """A version of this text, unless it is blank or the last one already."""
    if tekst is None or not tekst.strip() or tekst == verloop.versie:
        return None
    return Tekstversie(tijd, tekst)


def is_grote_verwijdering(oud: str, nieuw: str) -> bool:
    """Whether one edit took away or wrote over a large part of the text.

    The part counts between what both have in common at the start and at the end: a paste over all of it is a
    deletion too.
    """
    weg = _vervangen(oud, nieuw)
    if weg >= GROOT_TEKENS and weg >= GROOT_DEEL * len(oud):
        return True
    return weg > 0 and weg >= GEHEEL_DEEL * len(oud.strip()) and len(oud.split()) > 1


def _is_geslonken(top: str, nieuw: str) -> bool:
    minder = len(top) - len(nieuw)
    return minder >= GROOT_TEKENS and minder >= GROOT_DEEL * len(top)


def _vervangen(oud: str, nieuw: str) -> int:
    """How many characters of `oud` lie between the common start and the common end."""
    kop, staart = gemeenschappelijk(oud, nieuw)
    return len(oud) - kop - staart


def gemeenschappelijk(oud: str | list[str], nieuw: str | list[str]) -> tuple[int, int]:
    """How many items both have in common at the start, and how many of the rest at the end."""
    kortste = min(len(oud), len(nieuw))
    kop = 0
    while kop < kortste and oud[kop] == nieuw[kop]:
        kop += 1
    staart = 0
    while staart < kortste - kop and oud[-1 - staart] == nieuw[-1 - staart]:
        staart += 1
    return kop, staart


# -- which texts -------------------------------------------------------------------------------------------------

Tekstwijziging = tuple[str, str, str]
"""Key of a text, the text as it was, and as it becomes."""

RIJ = "rij/"
"""With this begins the key of each text in a row."""


def rijveld(sleutel: str, veld: str) -> str:
    """The key of a text in a row, by the key of that row and the name of the field."""
    return f"{RIJ}{sleutel}/{veld}"


def rij_van(veld: str) -> str | None:
    """The key of the row that a text stands in, by the key of that text; None for one outside the tables."""
    return veld.removeprefix(RIJ).rpartition("/")[0] if veld.startswith(RIJ) else None


def gewijzigde_teksten(oud: Risicoscan, nieuw: Risicoscan) -> Iterator[Tekstwijziging]:
    """Each text outside the tables that differs, by its key (`topic/3/toelichting`, `in_kaart/wensen`, ...).

    Parts that are the same object are passed over. A notitie that comes or goes is no changed text.
    """
    eerst = dict(_teksten(nieuw, oud))
    for veld, tekst in _teksten(oud, nieuw):
        if eerst[veld] != tekst:
            yield veld, eerst[veld], tekst
    if oud.notities is not nieuw.notities:
        yield from _notitieteksten(oud.notities, nieuw.notities)


def _teksten(ander: Risicoscan, scan: Risicoscan) -> Iterator[tuple[str, str]]:
    """Keys and long texts of `scan`, without the parts that it shares with `ander`."""
    for topic, andere in zip(scan.topics, ander.topics, strict=True):
        if topic is not andere:
            yield from _van_topic(topic)
    if scan.in_kaart is not ander.in_kaart:
        yield from _van_kaart(scan.in_kaart)
    for naam in _SCANVELDEN:
        yield naam, getattr(scan, naam)
    for naam in _ADVISEURVELDEN:
        yield f"adviseur/{naam}", getattr(scan.adviseur, naam)


def _notitieteksten(oud: tuple[Notitie, ...], nieuw: tuple[Notitie, ...]) -> Iterator[Tekstwijziging]:
    """The notities that are in both, with another text; what both share at either end is passed over by `is`."""
    kortste, kop, staart = min(len(oud), len(nieuw)), 0, 0
    while kop < kortste and oud[kop] is nieuw[kop]:
        kop += 1
    while staart < kortste - kop and oud[-1 - staart] is nieuw[-1 - staart]:
        staart += 1
    was = {n.sleutel: n.tekst for n in oud[kop : len(oud) - staart]}
    for notitie in nieuw[kop : len(nieuw) - staart]:
        if was.get(notitie.sleutel, notitie.tekst) != notitie.tekst:
            yield rijveld(notitie.sleutel, "tekst"), was[notitie.sleutel], notitie.tekst


def _van_topic(topic: TopicInvulling) -> Iterator[tuple[str, str]]:
    return ((f"topic/{topic.nr}/{naam}", getattr(topic, naam)) for naam in _TOPICVELDEN)


def _van_kaart(in_kaart: InKaart) -> Iterator[tuple[str, str]]:
    return ((f"in_kaart/{naam}", getattr(in_kaart, naam)) for naam in _KAARTVELDEN)


# -- the difference ----------------------------------------------------------------------------------------------


class Verschilsoort(StrEnum):
    """What became of a piece of text."""

    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"


_WOORDEN = re.compile(r"\w+|\s+|[^\w\s]")
_MEESTE_WOORDEN = 4_000
"""With more pieces than this, lines are compared instead: the work grows with the square of their number."""


def verschil(oud: str, nieuw: str) -> tuple[tuple[Verschilsoort, str], ...]:
    """The pieces that turn `oud` into `nieuw`, word by word.

    Those that are GELIJK or WEG make up the old text to the letter, those that are GELIJK or NIEUW the new one.
    """
    links, rechts = _WOORDEN.findall(oud), _WOORDEN.findall(nieuw)
    if max(len(links), len(rechts)) > _MEESTE_WOORDEN:
        links, rechts = oud.splitlines(keepends=True), nieuw.splitlines(keepends=True)
    kop, staart = gemeenschappelijk(links, rechts)
    midden_l, midden_r = links[kop : len(links) - staart], rechts[kop : len(rechts) - staart]
    stukken = [(Verschilsoort.GELIJK, links[:kop])]
    blokken = SequenceMatcher(None, midden_l, midden_r, autojunk=len(midden_l) > _MEESTE_WOORDEN).get_matching_blocks()
    for (a0, b0, n0), (a1, b1, n1) in pairwise([(0, 0, 0), *blokken]):
        stukken.append((Verschilsoort.WEG, midden_l[a0 + n0 : a1]))
        stukken.append((Verschilsoort.NIEUW, midden_r[b0 + n0 : b1]))
        stukken.append((Verschilsoort.GELIJK, midden_l[a1 : a1 + n1]))
    stukken.append((Verschilsoort.GELIJK, links[len(links) - staart :]))
    return _aaneen((soort, "".join(delen)) for soort, delen in stukken)


def _aaneen(stukken: Iterator[tuple[Verschilsoort, str]]) -> tuple[tuple[Verschilsoort, str], ...]:
    """Without empty pieces, and with neighbours of one soort joined."""
    samen: list[tuple[Verschilsoort, str]] = []
    for soort, tekst in stukken:
        if samen and samen[-1][0] is soort:
            samen[-1] = (soort, samen[-1][1] + tekst)
        elif tekst:
            samen.append((soort, tekst))
    return tuple(samen)


def omvang(tekst: str) -> str:
    """How long a text is: "34 woorden"."""
    return _tel_woorden(len(tekst.split()))


def zeg_verschil(stukken: tuple[tuple[Verschilsoort, str], ...]) -> str:
    """How much differs, in words; nothing when only white space does."""
    weg = sum(len(tekst.split()) for soort, tekst in stukken if soort is Verschilsoort.WEG)
    nieuw = sum(len(tekst.split()) for soort, tekst in stukken if soort is Verschilsoort.NIEUW)
    delen = [f"{_tel_woorden(weg)} verdwenen"] if weg else []
    delen += [f"{_tel_woorden(nieuw)} bijgekomen"] if nieuw else []
    return " en ".join(delen)


def _tel_woorden(aantal: int) -> str:
    return "1 woord" if aantal == 1 else f"{format_getal(aantal)} woorden"
