"""How the difference between two scans is said: a sentence for each field and each row that is not what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from vtscan_desktop.domain.notatie import format_datum, format_euro, format_getal, hoofdletter
from vtscan_desktop.domain.rijkoppeling import koppel_rijen
from vtscan_desktop.domain.tekstversies import omvang, verschil, zeg_verschil

LEEG = "leeg"
LANGSTE_NAAM = 60
"""Of the text that names a row no more is shown, in characters."""


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """One thing that differs, as a Dutch sentence; of a long text also how it was and how it is."""

    zin: str
    was: str = ""
    wordt: str = ""


@dataclass(frozen=True, slots=True)
class Veld:
    """A field: where it is found in its value, what it is called, and how it is shown ("" when it is empty).

    `lang` is a text of which the words that differ are shown.
    """

    naam: str
    kop: str
    toon: Callable[[Any], str]
    lang: bool = False


@dataclass(frozen=True, slots=True)
class Rijsoort:
    """Rows of one kind: what one is called, its fields, which field tells which row it is, and its name in words.

    `naamvelden` are the fields that the name is made of: what it shows of those is not said again.
    """

    ding: str
    velden: tuple[Veld, ...]
    sleutel: Callable[[Any], object]
    noem: Callable[[Any], str]
    naamvelden: tuple[str, ...]
    meervoud: str = ""
    lijsten: tuple[tuple[str, Rijsoort], ...] = ()


def toon_tekst(tekst: str) -> str:
    """A line of text, between quotes."""
    return f"“{tekst}”" if tekst else ""


def toon_datum(dag: date | None) -> str:
    """A date in full."""
    return format_datum(dag) if dag else ""


def toon_getal(getal: float | None) -> str:
    """A number; unknown is empty."""
    return "" if getal is None else format_getal(getal)


def toon_euro(bedrag: float | None) -> str:
    """An amount; unknown is empty."""
    return "" if bedrag is None else format_euro(bedrag)


def toon_ja(aan: bool) -> str:
    """Yes or no."""
    return "ja" if aan else "nee"


def toon_woord(woorden: dict[Any, str]) -> Callable[[Any], str]:
    """The word for a value of an enum; None is empty."""
    return lambda waarde: "" if waarde is None else woorden[waarde]


def tekstveld(naam: str, kop: str) -> Veld:
    """A field with a line of text."""
    return Veld(naam, kop, toon_tekst)


def lang_veld(naam: str, kop: str) -> Veld:
    """A field with a long text."""
    return Veld(naam, kop, toon_tekst, lang=True)


def naam_uit(tekst: str) -> str:
    """A row named by a text in it, shortened."""
    kort = " ".join(tekst.split())
    if not kort:
        return ""
    return f"“{kort}”" if len(kort) <= LANGSTE_NAAM else f"“{kort[:LANGSTE_NAAM].rstrip()}…”"


def zeg_waarde(kop: str, was: str, wordt: str) -> str:
    """That a value was one thing and is now another."""
    return f"{kop} was {was or LEEG}, is nu {wordt or LEEG}."


def zeg_velden(oud: Any, nieuw: Any, velden: tuple[Veld, ...], bij: str = "") -> Iterator[Verschilregel]:
    """A sentence for each field that differs; `bij` names what they are fields of."""
    for veld in velden:
        was, wordt = _haal(oud, veld.naam), _haal(nieuw, veld.naam)
        if was == wordt:
            continue
        kop = f"{bij}: {veld.kop[:1].lower()}{veld.kop[1:]}" if bij else veld.kop
        if veld.lang:
            yield Verschilregel(zeg_tekst(kop, was, wordt), was, wordt)
        else:
            yield Verschilregel(zeg_waarde(kop, veld.toon(was), veld.toon(wordt)))


def zeg_tekst(kop: str, was: str, wordt: str) -> str:
    """What became of a long text, in numbers of words."""
    if not was.strip() and wordt.strip():
        return f"{kop} is ingevuld ({omvang(wordt)})."
    if was.strip() and not wordt.strip():
        return f"{kop} is leeggemaakt (was {omvang(was)})."
    telling = zeg_verschil(verschil(was, wordt))
    return f"{kop}: {telling}." if telling else f"{kop}: alleen spaties of nieuwe regels zijn anders."


def zeg_rijen(oud: tuple[Any, ...], nieuw: tuple[Any, ...], soort: Rijsoort, bij: str = "") -> Iterator[Verschilregel]:
    """A sentence for each row that was added or taken away, and for each field of the rows that stayed."""
    if oud == nieuw:
        return
    voor = f"{bij}: " if bij else ""
    paren, andere_volgorde = koppel_rijen(oud, nieuw, soort.sleutel)
    for was, wordt in paren:
        if was is None or wordt is None:
            stand = "is verwijderd" if wordt is None else "is toegevoegd"
            rij = was if wordt is None else wordt
            inhoud = zeg_inhoud(rij, soort)
            yield Verschilregel(f"{voor}{_noem(rij, soort, hoofd=not bij)} {stand}{f': {inhoud}' if inhoud else ''}.")
        elif was != wordt:
            naam = f"{voor}{_noem(wordt, soort, hoofd=not bij)}"
            yield from zeg_velden(was, wordt, soort.velden, naam)
            for plaats, onder in soort.lijsten:
                yield from zeg_rijen(getattr(was, plaats), getattr(wordt, plaats), onder, naam)
    if andere_volgorde:
        yield Verschilregel(hoofdletter(f"{voor}de {soort.meervoud or f'{soort.ding}s'} staan in een andere volgorde."))


def zeg_inhoud(rij: Any, soort: Rijsoort) -> str:
    """What a row holds beside its name, in one line; long texts by their size."""
    naam = soort.noem(rij)
    delen = []
    for veld in soort.velden:
        waarde = _haal(rij, veld.naam)
        getoond = omvang(waarde) if veld.lang and waarde else veld.toon(waarde)
        al_genoemd = veld.naam in soort.naamvelden and _staat_in(naam, veld, waarde)
        if getoond and getoond != toon_ja(False) and not al_genoemd:
            delen.append(f"{veld.kop[:1].lower()}{veld.kop[1:]} {getoond}")
    return ", ".join(delen)


def _staat_in(naam: str, veld: Veld, waarde: Any) -> bool:
    return veld.toon(waarde).strip("“”") in naam or (veld.lang and naam_uit(waarde) == naam)


def _noem(rij: Any, soort: Rijsoort, *, hoofd: bool) -> str:
    naam = " ".join(deel for deel in (soort.ding, soort.noem(rij)) if deel)
    return hoofdletter(naam) if hoofd else naam


def _haal(ding: Any, plek: str) -> Any:
    for naam in plek.split("."):
        ding = getattr(ding, naam)
    return ding
