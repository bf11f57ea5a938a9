"""The written forms of a date, an instant and an id in the exchange format (RFC 3339 and RFC 9562), and back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from vtscan_desktop.domain.notatie import JAAR_MAX, JAAR_MIN

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIJDSTIP = re.compile(
    r"(?P<datum>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?P<uur>[0-9]{2}):(?P<minuut>[0-9]{2}):(?P<seconde>[0-9]{2})"
    r"(?:\.(?P<deel>[0-9]+))?(?:[Zz]|(?P<teken>[+-])(?P<zone_uur>[0-9]{2}):(?P<zone_minuut>[0-9]{2}))"
)
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def lees_datum(tekst: str) -> date | None:
    """The date written as year-month-day, or None when it isn't one, doesn't exist or lies outside 1900-2100."""
    if not _DATUM.fullmatch(tekst):
        return None
    try:
        datum = date.fromisoformat(tekst)
    except ValueError:
        return None
    return datum if JAAR_MIN <= datum.year <= JAAR_MAX else None


def lees_tijdstip(tekst: str) -> datetime | None:
    """The instant, in UTC, or None when it isn't one or its year (as written, or in UTC) lies outside 1900-2100.

    A leap second is the instant at which the next minute starts. What is finer than a microsecond is cut off.
    """
    vorm = _TIJDSTIP.fullmatch(tekst)
    datum = lees_datum(vorm["datum"]) if vorm else None
    if vorm is None or datum is None:
        return None
    seconde = int(vorm["seconde"])
    schrikkel = seconde == 60
    try:
        plaatselijk = datetime(
            datum.year,
            datum.month,
            datum.day,
            int(vorm["uur"]),
            int(vorm["minuut"]),
            59 if schrikkel else seconde,
            int((vorm["deel"] or "0")[:6].ljust(6, "0")),
            tzinfo=_zone(vorm),
        )
    except ValueError:
        return None
    tijdstip = plaatselijk.astimezone(UTC)
    if schrikkel:
        if (tijdstip.hour, tijdstip.minute) != (23, 59):
            return None
        tijdstip += timedelta(seconds=1)
    return tijdstip if JAAR_MIN <= tijdstip.year <= JAAR_MAX else None


def _zone(vorm: re.Match[str]) -> timezone:
    """The offset, at most 23:59; raises ValueError beyond."""
    if vorm["teken"] is None:
        return UTC
    if int(vorm["zone_uur"]) > 23 or int(vorm["zone_minuut"]) > 59:
        raise ValueError(vorm[0])
    afstand = timedelta(hours=int(vorm["zone_uur"]), minutes=int(vorm["zone_minuut"]))
    return timezone(-afstand if vorm["teken"] == "-" else afstand)


def schrijf_tijdstip(tijdstip: datetime) -> str:
    """The instant in UTC, with `Z`; a fraction only where there is one."""
    return tijdstip.astimezone(UTC).isoformat().replace("+00:00", "Z")


def is_uuid(tekst: str) -> bool:
    """Whether it is an id, in upper or lower case, written with hyphens."""
    return _UUID.fullmatch(tekst) is not None
