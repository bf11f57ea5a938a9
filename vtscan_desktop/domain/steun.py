"""Whether a vaststelling still rests on what it rested on when it was given, and in words what has changed since."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from vtscan_desktop.domain.benamingen import HERTOETS, OORDEELWOORDEN
from vtscan_desktop.domain.notatie import opsomming
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS
from vtscan_desktop.domain.voorstel import effectieve_oordelen, propose_kort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vtscan_desktop.domain.risicoscan import Hertoetsuitkomst, Oordeel, Risicoscan

T = TypeVar("T")

SINDS = "Sinds deze vaststelling is veranderd: "
"""How the sentence begins that says what has changed."""


@dataclass(frozen=True, slots=True)
class Steun:
    """What a vaststelling of `categorie` rested on when it was given: what topics 1-17 counted as, and the voorstel.

    Kept, never exchanged.
    """

    categorie: int
    oordelen: tuple[Oordeel, ...]
    hertoets: Hertoetsuitkomst
    voorstel: int | None


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """What has changed since a vaststelling was given: topics, the one sentence on it, and a short one."""

    topics: tuple[int, ...]
    tekst: str
    kort: str = "Deze vaststelling rust niet meer op dezelfde gegevens."


def steun_van(scan: Risicoscan) -> Steun | None:
    """What a vaststelling that is given now rests on; None without one."""
    if scan.vaststelling is None:
        return None
    return Steun(
        scan.vaststelling.categorie,
        tuple(effectieve_oordelen(scan).values()),
        scan.hertoets.uitkomst,
        propose_kort(scan).voorstel,
    )


def bepaal_verschuiving(scan: Risicoscan, steun: Steun | None) -> Verschuiving | None:
    """What has changed since the vaststelling was given; None when nothing has, or when it isn't known."""
    nu = steun_van(scan)
    if steun is None or nu is None or steun.categorie != nu.categorie:
        return None
    paren = zip(OORDEEL_NRS, steun.oordelen, nu.oordelen, strict=True)
    anders = [(nr, was, is_) for nr, was, is_ in paren if was is not is_]
    delen = [f"topic {nr} ({_was(OORDEELWOORDEN[was], OORDEELWOORDEN[is_])})" for nr, was, is_ in anders]
    if steun.hertoets is not nu.hertoets:
        delen.append(f"de hertoets ({_was(HERTOETS[steun.hertoets], HERTOETS[nu.hertoets])})")
    if not delen:
        return None
    if steun.voorstel != nu.voorstel:
        delen.append(f"het voorstel ({_was(_categorie(steun.voorstel), _categorie(nu.voorstel))})")
    return Verschuiving(tuple(nr for nr, _, _ in anders), f"{SINDS}{opsomming(delen)}.")


def _was(was: str, nu: str) -> str:
    return f"was {was}, nu {nu}"


def _categorie(nr: int | None) -> str:
    return "er niet" if nr is None else f"categorie {nr}"


def lees_steun(tekst: str, scan: Risicoscan) -> Steun | None:
    """The steun from which the sentence in `tekst` was written; None when there is no such sentence.

    It is read without white space and hyphens. What the sentence doesn't name, is as it is in `scan`.
    """
    nu = steun_van(scan)
    _, gevonden, rest = _kaal(tekst).partition(_kaal(SINDS))
    if nu is None or not gevonden:
        return None
    zin = rest.partition(").")[0]
    voorstellen = {categorie: _categorie(categorie) for categorie in (None, 1, 2, 3)}
    return Steun(
        nu.categorie,
        tuple(_vind(zin, f"topic {nr}", OORDEELWOORDEN, is_) for nr, is_ in zip(OORDEEL_NRS, nu.oordelen, strict=True)),
        _vind(zin, "de hertoets", HERTOETS, nu.hertoets),
        _vind(zin, "het voorstel", voorstellen, nu.voorstel),
    )


def _vind(zin: str, wat: str, woorden: Mapping[T, str], anders: T) -> T:
    begin = f"{wat} (was "
    return next((waarde for waarde, woord in woorden.items() if _kaal(f"{begin}{woord}, nu") in zin), anders)


def _kaal(tekst: str) -> str:
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", tekst)
