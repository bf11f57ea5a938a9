"""Dutch notation of dates, numbers and enumerations, both ways. Reading is lenient, writing has one form."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

_KORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_MAANDNUMMER = {naam: i % 12 + 1 for i, naam in enumerate([*_MAANDEN, *_KORT])} | {"sept": 9}
# fmt: off
_WOORDEN = [
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
]
# fmt: on

_DATUM_CIJFERS = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_DATUM_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DATUM_WOORD = re.compile(r"([0-9]{1,2})[ -]?([a-z]+)\.?[ -]?([0-9]{4})")
_AFRONDEN = Context(prec=400, rounding=ROUND_HALF_UP)
"""Has room for the digits of any float."""
_GEGROEPEERD = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_CIJFERS = re.compile(r"[0-9]+")

JAAR_MIN, JAAR_MAX = 1900, 2100
"""First and last year of any date in a scan: fixed with the exchange format."""


def maandnaam(maand: int) -> str:
    """Name of month 1-12."""
    return _MAANDEN[maand - 1]


def maandnaam_kort(maand: int) -> str:
    """Short name of month 1-12."""
    return _KORT[maand - 1]


def format_datum(dag: date) -> str:
    """In full: "11 juli 2016"."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def format_datum_kort(dag: date) -> str:
    """For tables: "31 dec 2016"."""
    return f"{dag.day} {_KORT[dag.month - 1]} {dag.year}"


def format_tijdstip(tijdstip: datetime) -> str:
    """Day and time on the clock of `tijdstip`'s own zone: "11 juli 2016, 16.04 uur"."""
    return f"{format_datum(tijdstip)}, {tijdstip.hour}.{tijdstip.minute:02d} uur"


def parse_datum(tekst: str) -> date | None:
    """A date as people type it ("31-12-2016", "1/10/2016", "31 dec. 2016", "2016-12-31"), or None.

    Years run from 1900 up to and including 2100, as in the exchange format.
    """
    schoon = " ".join(tekst.split()).casefold()
    if vondst := _DATUM_ISO.fullmatch(schoon):
        jaar, maand, dag = (int(deel) for deel in vondst.groups())
    elif vondst := _DATUM_CIJFERS.fullmatch(schoon):
        dag, maand, jaar = (int(deel) for deel in vondst.groups())
    elif (vondst := _DATUM_WOORD.fullmatch(schoon)) and vondst[2] in _MAANDNUMMER:
        dag, maand, jaar = int(vondst[1]), _MAANDNUMMER[vondst[2]], int(vondst[3])
    else:
        return None
    if not JAAR_MIN <= jaar <= JAAR_MAX:
        return None
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def _met_punten(cijfers: str) -> str:
    return f"{int(cijfers):,}".replace(",", ".")


def format_getal(getal: float, decimalen: int | None = None) -> str:
    """A number with points between thousands and a comma: "1.234,5".

    Without `decimalen` as many digits as the value has, so that `parse_getal` gives the same value back; with it,
    a half is rounded away from zero.
    """
    exact = Decimal(repr(getal))
    if decimalen is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimalen), context=_AFRONDEN)
    tekst = format(exact, "f")
    min_teken, tekst = ("-", tekst[1:]) if tekst.startswith("-") else ("", tekst)
    geheel, _, rest = tekst.partition(".")
    if decimalen is None:
        rest = rest.rstrip("0")
    if not int(geheel) and not rest.strip("0"):
        min_teken = ""
    return min_teken + _met_punten(geheel) + (f",{rest}" if rest else "")


def format_euro(bedrag: float, *, centen: bool = False) -> str:
    """An amount, in whole euros where it is whole and `centen` does not ask for more: "€ 1.234".

    The space in it does not break.
    """
    return "€\u00a0" + format_getal(bedrag, 0 if bedrag == int(bedrag) and not centen else 2)


def format_breuk(breuk: Fraction, decimalen: int) -> str:
    """A number of zero or more, exact and however large, rounded to at most so many decimals: "17,2", "411".

    A half is rounded up, as everyone learned it: 2,5 is 3, where Python's own `round` makes it 2.
    """
    geheel, rest = divmod(floor(breuk * 10**decimalen + Fraction(1, 2)), 10**decimalen)
    staart = str(rest).zfill(decimalen).rstrip("0") if rest else ""
    return f"{geheel:,}".replace(",", ".") + (f",{staart}" if staart else "")


def format_eurobreuk(bedrag: Fraction, decimalen: int = 2) -> str:
    """As `format_euro`, of an exact amount however large, with at most so many decimals."""
    euro = format_breuk(bedrag, decimalen)
    voor, komma, na = euro.partition(",")
    return f"€\u00a0{voor}{komma}{na.ljust(2, '0') if komma else ''}"


def _geheel_deel(tekst: str) -> int | None:
    if _GEGROEPEERD.fullmatch(tekst):
        tekst = tekst.replace(".", "")
    if not _CIJFERS.fullmatch(tekst) or len(tekst.lstrip("0")) > 15:
        return None
    return int(tekst)


def _zonder_opmaak(tekst: str) -> tuple[bool, str]:
    """Whether it is negative, and the digits and marks without white space of any kind and without a euro sign."""
    kaal = "".join(tekst.split()).removeprefix("€").replace("−", "-")
    return kaal.startswith("-"), kaal.removeprefix("-").removeprefix("€")


def parse_getal(tekst: str) -> float | None:
    """A number as people type it ("1.234,5", "1 234,5", "0.8", "€ 12"), or None.

    A single point counts as the decimal sign unless exactly three digits follow it, as between thousands.
    """
    negatief, kaal = _zonder_opmaak(tekst)
    if "," not in kaal and not _GEGROEPEERD.fullmatch(kaal) and kaal.count(".") == 1:
        kaal = kaal.replace(".", ",")
    voor, komma, na = kaal.partition(",")
    geheel = _geheel_deel(voor)
    if geheel is None or (komma and not _CIJFERS.fullmatch(na)):
        return None
    waarde = float(f"{geheel}.{na or 0}")
    return -waarde if negatief and waarde else waarde


def parse_geheel(tekst: str) -> int | None:
    """A whole number as people type it ("1.234", "1 234"), or None."""
    negatief, kaal = _zonder_opmaak(tekst)
    waarde = _geheel_deel(kaal)
    if waarde is None:
        return None
    return -waarde if negatief else waarde


def opsomming(delen: Sequence[str], voegwoord: str = "en") -> str:
    """An enumeration in a sentence: "a, b en c"."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def getalwoord(aantal: int) -> str:
    """0 up to and including 20 in letters, anything else in digits."""
    return _WOORDEN[aantal] if 0 <= aantal < len(_WOORDEN) else format_getal(aantal)


def hoofdletter(zin: str) -> str:
    """With a capital first, the rest as it is ("één" becomes "Eén", as Dutch writes it)."""
    return "Eén" + zin[3:] if zin.startswith("één") else zin[:1].upper() + zin[1:]
