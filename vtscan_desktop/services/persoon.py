"""Taking a person out of a database: first all places where the name stands, then out of all of them.

It reaches the notes, texts, earlier versions, the index, the scans kept with reports, and the backups. What was printed
or sent is out of reach, and is listed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.wissen import KORTSTE_NAAM, VERWIJDERD, maak_patroon, schone_vervanging
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.kopiewerk import pas_toe_op_kopieen, verdeel_kopieen
from vtscan_desktop.services.logboek import Actie, handeling

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag

_WAAR = {
    "scan": "titel",
    "topic": "topics",
    "bron": "bronnen van topics",
    "gesprek": "gesprekken",
    "gesprekspartner": "gesprekspartners",
    "document": "documenten",
    "notitie": "notities",
    "actie": "acties",
    "maatwerkactie": "maatwerkacties",
    "zienswijze": "zienswijzen",
    "topic_zienswijze": "zienswijzen",
    "in_kaart": "in kaart gebracht",
    "beeld": "overall beeld",
    "vaststelling": "motivering van de vaststelling",
    "klad": "half ingevulde rijen",
    "leidraadvink": "vinkjes bij de leidraad",
    "tekstversie": "eerdere versies van teksten",
    "eigen_format": "een eigen format",
    "rapportversie": "wat bij een gemaakt rapport is bewaard",
    "statuswijziging": "wie de status wijzigde en waarom",
    "instelling": "instellingen",
    "eigen_woord": "woorden die de spelling leerde",
}


@dataclass(frozen=True, slots=True)
class Naamplek:
    """One place where the name stands: which scan, in what, the words around it, and what will stand there."""

    scan: str
    waar: str
    fragment: str
    wordt: str


@dataclass(frozen=True, slots=True)
class Wisplan:
    """What "verwijder deze persoon" will do; nothing has been done yet."""

    patroon: re.Pattern[str]
    vervanging: str
    plekken: tuple[Naamplek, ...]
    kopieen: tuple[Path, ...]
    gesloten_kopieen: tuple[Path, ...]
    """Backups that the passphrase of now doesn't open: they can't be searched, only removed."""
    rapporten: tuple[str, ...]
    """Reports that were made of the scans in which the name stands, as Dutch descriptions: out of reach."""


@dataclass(frozen=True, slots=True)
class Wisuitkomst:
    """What was done: how many texts changed, backups rewritten, and backups that could not be (with why)."""

    teksten: int
    kopieen: int
    mislukt: tuple[str, ...]
    gesloten_kopieen: tuple[Path, ...] = ()
    """Backups that the passphrase of now doesn't open: the name may still stand there."""


def maak_plan(opslag: Opslag, namen: tuple[str, ...], vervanging: str) -> Wisplan:
    """Find all places of a name, in the ways it is written. Raises `InvoerFout` for none, or one that is too short."""
    patroon = maak_patroon(namen)
    if patroon is None:
        raise InvoerFout(f"Vul een naam in van minstens {KORTSTE_NAAM} letters.")
    woord = schone_vervanging(vervanging)
    koppen = {kop.id: f"{regionaam(kop.regio)}, {format_datum(kop.peildatum)}" for kop in opslag.overzicht()}
    vondsten = opslag.zoek_naam(patroon)
    plekken = tuple(
        Naamplek(
            koppen.get(v.scan_id or "", "alle scans"), _WAAR.get(v.tabel, v.tabel), v.fragment, _wordt(v.kolom, woord)
        )
        for v in vondsten
    )
    scans = dict.fromkeys(v.scan_id for v in vondsten if v.scan_id is not None)
    rapporten = tuple(
        f"{koppen[scan]}: versie {versie.versie} ({versie.editie}), gemaakt op {format_datum(versie.gemaakt.date())}"
        for scan in scans
        for versie in opslag.rapportversies(scan)
    )
    return Wisplan(patroon, woord, plekken, *verdeel_kopieen(opslag), rapporten)


def wis(opslag: Opslag, plan: Wisplan, nu: datetime, meld: Callable[[str, int, int], None]) -> Wisuitkomst:
    """Do what the plan says, the database first. Raises `VtscanFout` when that fails: nothing is then changed.

    Backups that were made since the plan are included. Safe to do again after it was broken off: what was done stays
    done.
    """
    gewist = f"Op {format_datum(nu.date())} zijn op verzoek gegevens van een persoon verwijderd."
    with opslag.kopiewerk:
        van = len(plan.kopieen) + 1
        meld("De naam gaat uit de database", 0, van)
        with handeling(Actie.PERSOON_VERWIJDEREN):
            teksten = opslag.wis_naam(plan.patroon, plan.vervanging, gewist)

        def uit(kopie: Opslag) -> None:
            kopie.wis_naam(plan.patroon, plan.vervanging, gewist)

        gedaan, mislukt = pas_toe_op_kopieen(opslag, uit, meld)
        return Wisuitkomst(teksten, gedaan, mislukt, verdeel_kopieen(opslag)[1])


def vat_samen(plan: Wisplan) -> tuple[str, ...]:
    """How often the name stands where, one Dutch line a place, the most first."""
    telling = Counter((plek.scan, plek.waar) for plek in plan.plekken)
    return tuple(f"{scan}: {aantal} keer in {waar}" for (scan, waar), aantal in telling.most_common())


def stel_vervanging_voor(opslag: Opslag, namen: tuple[str, ...]) -> str:
    """The function of the person, when one of the gesprekspartners has this name; else `VERWIJDERD`."""
    patroon = maak_patroon(namen)
    if patroon is not None:
        for kop in opslag.overzicht():
            for gesprek in opslag.lees(kop.id).scan.gesprekken:
                for wie in gesprek.met:
                    if wie.functie and patroon.search(wie.naam):
                        return schone_vervanging(wie.functie)
    return VERWIJDERD


def _wordt(kolom: str, vervanging: str) -> str:
    return "" if kolom in ("naam", "van_naam") else vervanging
