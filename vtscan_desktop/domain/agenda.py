"""Who still has to be asked what: the topics without a note, and an agenda for the next gesprek.

A note counts for the soort of its gesprek; a note outside any gesprek counts for the scan as a whole only.
A question counts as asked of a soort once it is ticked in any gesprek of that soort: what the instelling said is
still to be asked of the ambtelijk adviseurs (§1.2 wants every gesprekspartner's own view).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import format_datum, hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, TOPIC_NRS, GesprekSoort, Oordeel, Risicoscan
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.domain.zinnen import telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vtscan_desktop.domain.leidraad import Vraag
    from vtscan_desktop.domain.topics import Format

SOORTEN = (GesprekSoort.AMBTELIJK, GesprekSoort.INSTELLING, GesprekSoort.WETHOUDER)
"""The gesprekspartners of §1.2, in its order; the wethouder only where needed."""

GESPREKSPARTNER = {
    GesprekSoort.AMBTELIJK: "de ambtelijk adviseurs",
    GesprekSoort.INSTELLING: "de instelling",
    GesprekSoort.WETHOUDER: "de wethouder",
    GesprekSoort.OVERIG: "een andere partij",
}
"""With whom a gesprek of each soort is, as it stands in a sentence."""

Vinkjes = frozenset[tuple[str, str]]
"""Ticked questions: (id of the gesprek, id of the vraag)."""


@dataclass(frozen=True, slots=True)
class Soortstand:
    """How far the gesprekken of one soort are: how many there were, and the topics without a note from them."""

    soort: GesprekSoort
    gesprekken: int
    zonder_notitie: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gespreksstand:
    """The topics without any note, and the same for each gesprekspartner."""

    zonder_notitie: tuple[int, ...]
    per_soort: tuple[Soortstand, ...]


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One topic on the agenda: why it is there, and what of the leidraad was not yet asked of this soort."""

    nr: int
    titel: str
    later: bool
    open: bool
    kern: bool
    zonder_notitie: bool
    aangevuld: str
    vragen: tuple[Vraag, ...]

    @property
    def redenen(self) -> tuple[str, ...]:
        """Why the topic stands where it stands, in words."""
        paren = (
            (self.later, "om op terug te komen"),
            (self.open, "nog open"),
            (self.kern, "kerntopic"),
            (self.zonder_notitie, "nog geen notitie"),
        )
        return tuple(reden for geldt, reden in paren if geldt)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What to bring up in the next gesprek of one soort, most needed first."""

    soort: GesprekSoort
    peildatum: date
    punten: tuple[Agendapunt, ...]


def bepaal_gespreksstand(scan: Risicoscan) -> Gespreksstand:
    """Which topics have no note yet, overall and for each gesprekspartner. A note without text counts as none."""
    return Gespreksstand(
        _zonder_notitie(scan, None),
        tuple(Soortstand(soort, len(_gesprekken(scan, soort)), _zonder_notitie(scan, soort)) for soort in SOORTEN),
    )


def is_open(scan: Risicoscan, nr: int) -> bool:
    """Whether a topic is still to be discussed: no oordeel yet, or for 18-20 no figures of it."""
    if nr in OORDEEL_NRS:
        return scan.topic(nr).oordeel is Oordeel.NIET_BESPROKEN
    kerndata = scan.kerndata
    return not {18: kerndata.budget, 19: kerndata.primair_proces, 20: kerndata.formatie}[nr]


def maak_agenda(scan: Risicoscan, format_: Format, soort: GesprekSoort, vinkjes: Vinkjes) -> Agenda:
    """The agenda for the next gesprek of a soort.

    First what was flagged to come back to, then open topics, then kern topics, then those without a note from this
    soort, each time by number. A topic that is neither flagged nor open drops out once all its questions were asked of
    this soort, or when it is nvt.
    """
    van = _gesprekken(scan, soort)
    gevraagd = {vraag for gesprek, vraag in vinkjes if gesprek in van}
    leeg = _zonder_notitie(scan, soort)
    punten = (
        Agendapunt(
            nr,
            titel_op(format_.topic(nr), scan.peildatum),
            later=scan.topic(nr).later,
            open=is_open(scan, nr),
            kern=format_.topic(nr).kern,
            zonder_notitie=nr in leeg,
            aangevuld=format_.topic(nr).aangevuld,
            vragen=tuple(vraag for vraag in format_.leidraad.topic(nr).vragen if vraag.id not in gevraagd),
        )
        for nr in TOPIC_NRS
    )
    gekozen = (
        punt
        for punt in punten
        if punt.later or punt.open or (punt.vragen and scan.topic(punt.nr).oordeel is not Oordeel.NVT)
    )
    return Agenda(soort, scan.peildatum, tuple(sorted(gekozen, key=_rang)))


def schrijf_agenda(agenda: Agenda, regionaam: str) -> str:
    """The agenda as plain text, to print or copy; lines end with a newline."""
    kop = (
        f"Agenda voor het gesprek met {GESPREKSPARTNER[agenda.soort]}",
        f"Veilig Thuis {regionaam}, peildatum {format_datum(agenda.peildatum)}",
    )
    punten = [regel for punt in agenda.punten for regel in ("", *_schrijf_punt(punt))]
    return _tekst((*kop, *(punten or ("", "Alle vragen van de leidraad zijn gesteld."))))


def schrijf_gespreksstand(stand: Gespreksstand, format_: Format) -> str:
    """Which topics have no note yet, as plain text, to print or copy; lines end with a newline."""
    regels = [_schrijf_topics("Zonder notitie", stand.zonder_notitie, format_)]
    for deel in stand.per_soort:
        wie = hoofdletter(GESPREKSPARTNER[deel.soort])
        if not deel.gesprekken:
            regels.append(f"{wie}: nog niet gesproken.")
            continue
        aantal = telling(deel.gesprekken, "gesprek", "gesprekken")
        regels.append(_schrijf_topics(f"{wie} ({aantal}), zonder notitie", deel.zonder_notitie, format_))
    return _tekst(regels)


def _gesprekken(scan: Risicoscan, soort: GesprekSoort) -> frozenset[str]:
    return frozenset(gesprek.id for gesprek in scan.gesprekken if gesprek.soort is soort)


def _zonder_notitie(scan: Risicoscan, soort: GesprekSoort | None) -> tuple[int, ...]:
    """The topics without a note from gesprekken of this soort; with None from anywhere."""
    van = None if soort is None else _gesprekken(scan, soort)
    genoteerd = {
        notitie.topic for notitie in scan.notities if notitie.tekst.strip() and (van is None or notitie.gesprek in van)
    }
    return tuple(nr for nr in TOPIC_NRS if nr not in genoteerd)


def _rang(punt: Agendapunt) -> tuple[bool, bool, bool, bool, int]:
    return (not punt.later, not punt.open, not punt.kern, not punt.zonder_notitie, punt.nr)


def _schrijf_punt(punt: Agendapunt) -> list[str]:
    redenen = f" ({', '.join(punt.redenen)})" if punt.redenen else ""
    return [
        f"{punt.nr}. {punt.titel}{redenen}",
        *([f"   Aangevuld. {punt.aangevuld}"] if punt.aangevuld else []),
        *(f"   [ ] {vraag.tekst}" for vraag in punt.vragen),
        *([] if punt.vragen else ["   Alle vragen van de leidraad zijn gesteld."]),
    ]


def _schrijf_topics(kop: str, nrs: tuple[int, ...], format_: Format) -> str:
    if not nrs:
        return f"{kop}: geen enkel topic."
    if nrs == TOPIC_NRS:
        return f"{kop}: alle topics."
    return f"{kop}: {opsomming([format_.topic(nr).genummerd for nr in nrs])}."


def _tekst(regels: Iterable[str]) -> str:
    return "".join(f"{regel}\n" for regel in regels)
