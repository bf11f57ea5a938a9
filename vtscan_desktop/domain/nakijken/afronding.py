"""Checks of what rounds a scan off: acties, gesprekken, vaststelling, overall beeld and zienswijzen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.acties import is_te_laat
from vtscan_desktop.domain.escalatie import is_afgerond
from vtscan_desktop.domain.nakijken.stof import Stof, Vondst
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.vindplaats import Vindplaats
from vtscan_desktop.domain.zienswijzen import open_punten

if TYPE_CHECKING:
    from collections.abc import Iterator

TABELNAMEN = {
    "acties": "de acties",
    "maatwerkacties": "de maatwerkacties",
    "wachtlijst": "de wachtlijst",
    "budget": "het budget",
    "primair_proces": "het primair proces",
    "formatie": "de formatie",
    "gesprekken": "de gesprekken",
    "documenten": "de documenten",
    "zienswijzen": "de zienswijzen",
}
"""The tables of a scan in a sentence, by the first part of their name."""
VELDNAMEN = {
    "peildatum": "de peildatum",
    "inwoners": "het aantal inwoners",
    "hertoetsdatum": "de datum van de hertoets",
    "vaststelling": "uw vaststelling",
}
"""Fields outside a table that can be half filled in."""
_NIET_BIJ_SIGNALEN = frozenset({"gesprekspartner_ontbreekt"})
"""Signalen that have a check of their own."""


def half_ingevuld(stof: Stof) -> Iterator[Vondst]:
    """What is kept as typed, but can't be in a report."""
    for rij in stof.klad:
        naam, _, nr = rij.tabel.partition("/")
        if naam == "vaststelling" and not rij.echt and not rij.cellen[0].strip():
            continue  # only a date is left of a choice that was taken back
        if naam not in TABELNAMEN and naam not in VELDNAMEN:
            continue  # a notitie that is being typed: Enter makes it one, and it is no part of a report
        if naam in TABELNAMEN:
            van = f" van topic {nr}" if nr else ""
            waar = f"Rij {rij.positie + 1} bij {TABELNAMEN[naam]}{van}"
            tekst = f"{waar} is nog niet af. Dat deel komt niet in het rapport."
            yield Vondst(tekst, Vindplaats(rij.tabel, rij.positie))
        else:
            plaats = Vindplaats("vaststelling/motivering" if naam == "vaststelling" else rij.tabel)
            yield Vondst(f"Wat u typte bij {VELDNAMEN[naam]}, is nog niet af. Het komt zo niet in het rapport.", plaats)


def termijn_voorbij(stof: Stof) -> Iterator[Vondst]:
    """Acties that are not done while their termijn has passed, by today's date."""
    for topic in stof.scan.topics:
        for i, actie in enumerate(topic.acties):
            if actie.termijn is not None and is_te_laat(actie, stof.vandaag):
                wat = f"{stof.topic(topic.nr)}: de termijn van een actie is voorbij ({format_datum(actie.termijn)})."
                yield Vondst(wat, stof.cel(f"acties/{topic.nr}", i, "termijn"))
    for i, maatwerk in enumerate(stof.scan.maatwerkacties):
        if maatwerk.termijn is not None and is_te_laat(maatwerk, stof.vandaag) and not is_afgerond(maatwerk):
            wat = f"De termijn van een maatwerkactie is voorbij ({format_datum(maatwerk.termijn)})."
            yield Vondst(wat, stof.cel("maatwerkacties", i, "termijn"))


def signalen(stof: Stof) -> Iterator[Vondst]:
    """The signalen that show on the categorie page."""
    for signaal in stof.beoordeling.signalen:
        if signaal.code not in _NIET_BIJ_SIGNALEN:
            plaats = Vindplaats(f"topic/{signaal.topic}" if signaal.topic else _plaats_van(signaal.code))
            yield Vondst(signaal.tekst, plaats)


def _plaats_van(code: str) -> str:
    return "zienswijzen" if code == "zienswijze_niet_akkoord" else "vaststelling"


def gesprek_ontbreekt(stof: Stof) -> Iterator[Vondst]:
    """No gesprek yet with the ambtelijk adviseurs, or none with the instelling (§ 1.2)."""
    for signaal in stof.beoordeling.signalen:
        if signaal.code == "gesprekspartner_ontbreekt":
            yield Vondst(signaal.tekst, Vindplaats("gesprekken"))


def gesprek_zonder_partner(stof: Stof) -> Iterator[Vondst]:
    """A gesprek of which isn't said with whom it was."""
    for i, gesprek in enumerate(stof.scan.gesprekken):
        if not any(wie.functie.strip() or wie.organisatie.strip() or wie.naam.strip() for wie in gesprek.met):
            tekst = f"Bij het gesprek van {format_datum(gesprek.datum)} staat niet met wie het was."
            yield Vondst(tekst, stof.cel("gesprekken", i, "met"))


def adviseur_onbekend(stof: Stof) -> Iterator[Vondst]:
    """The report says who made it."""
    wie = stof.scan.adviseur
    for veld, wat in (("functie", "functie"), ("organisatie", "organisatie")):
        if not getattr(wie, veld).strip():
            yield Vondst(f"Uw {wat} is niet ingevuld.", Vindplaats(f"adviseur/{veld}"))


def geen_overall_beeld(stof: Stof) -> Iterator[Vondst]:
    """Page one has room for it."""
    if not stof.scan.overall_beeld.strip():
        yield Vondst("Het overall beeld is nog niet beschreven.", Vindplaats("overall_beeld"))


def geen_vaststelling(stof: Stof) -> Iterator[Vondst]:
    """Without one the report names the voorstel alone."""
    if stof.scan.vaststelling is None:
        yield Vondst("U hebt nog geen categorie vastgesteld.", Vindplaats("vaststelling"))


def vaststelling_zonder_motivering(stof: Stof) -> Iterator[Vondst]:
    """A vaststelling that differs from the voorstel, or that stands without one, says why."""
    vast, voorstel = stof.scan.vaststelling, stof.beoordeling.voorstel.voorstel
    if vast is not None and vast.categorie != voorstel and not vast.motivering.strip():
        ander = "er is geen voorstel" if voorstel is None else f"het voorstel is categorie {voorstel}"
        tekst = f"U stelt categorie {vast.categorie} vast en {ander}, maar er staat niet waarom."
        yield Vondst(tekst, Vindplaats("vaststelling/motivering"))


def vaststelling_zonder_datum(stof: Stof) -> Iterator[Vondst]:
    """When it was given."""
    if stof.scan.vaststelling is not None and stof.scan.vaststelling.datum is None:
        yield Vondst("Bij uw vaststelling staat geen datum.", Vindplaats("vaststelling/datum"))


def vaststelling_verschoven(stof: Stof) -> Iterator[Vondst]:
    """A vaststelling that no longer rests on the same oordelen."""
    if stof.verschuiving is not None:
        yield Vondst(stof.verschuiving.tekst, Vindplaats("vaststelling"))


def zienswijze_ontbreekt(stof: Stof) -> Iterator[Vondst]:
    """Who has not been heard yet, and what is not complete in what was received; the report says so too."""
    for punt in open_punten(stof.scan):
        naar = Vindplaats("zienswijzen") if punt.plaats is None else stof.cel("zienswijzen", punt.plaats, "")
        yield Vondst(punt.tekst, naar)
