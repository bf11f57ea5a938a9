"""Checks of what is typed: does something that the bestuurlijke editie prints, or a notitie, point at a person?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.editie import bepaal_weggelaten, beperk
from vtscan_desktop.domain.nakijken.stof import Stof, Vondst
from vtscan_desktop.domain.persoonsgegevens import Persoonssoort, vind_nummers, vind_persoonsgegevens
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.vindplaats import Vindplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vtscan_desktop.domain.risicoscan import Risicoscan

ZINNEN = {
    Persoonssoort.BSN: "{} lijkt een burgerservicenummer.",
    Persoonssoort.TELEFOON: "{} lijkt een telefoonnummer.",
    Persoonssoort.EMAIL: "{} is een e-mailadres van een persoon.",
    Persoonssoort.NAAM: "hier staat een naam: {}.",
}


def nummers_van_personen(stof: Stof) -> Iterator[Vondst]:
    """What can be a burgerservicenummer has no place in a report that others read."""
    return _vind(stof, (Persoonssoort.BSN,))


def nummers_in_notities(stof: Stof) -> Iterator[Vondst]:
    """What can be a burgerservicenummer is not needed in a notitie either: the interne editie prints them."""
    notities = stof.scan.notities
    for nr, nummer in vind_nummers([notitie.tekst for notitie in notities]):
        topic = notities[nr].topic
        waar = f"{stof.topic(topic)}, notitie" if topic else "Notitie"
        yield Vondst(f"{waar}: {ZINNEN[Persoonssoort.BSN].format(nummer)}", Vindplaats(f"notitie/{topic or 0}", nr))


def namen_en_adressen(stof: Stof) -> Iterator[Vondst]:
    """Names of who was spoken to, telephone numbers and addresses of persons."""
    return _vind(stof, (Persoonssoort.NAAM, Persoonssoort.TELEFOON, Persoonssoort.EMAIL))


def _vind(stof: Stof, soorten: tuple[Persoonssoort, ...]) -> Iterator[Vondst]:
    namen = bepaal_weggelaten(stof.scan).namen
    for waar, tekst, plaats in _teksten(stof, beperk(stof.scan, Editie.BESTUURLIJK)):
        for gevonden in vind_persoonsgegevens(tekst, namen) if tekst else ():
            if gevonden.soort in soorten:
                zin = ZINNEN[gevonden.soort].format(gevonden.tekst)
                yield Vondst(f"{waar}: {zin}", plaats)


Tekst = tuple[str, str, Vindplaats]
"""What it is, as the beginning of a sentence; the text; where it stands."""


def _teksten(stof: Stof, scan: Risicoscan) -> Iterator[Tekst]:
    """Every text of the scan that the bestuurlijke editie prints."""
    yield from _over_topics(stof, scan)
    losse = (("Titel", "titel"), ("Overall beeld", "overall_beeld"), ("Vraag aan de lezer", "vraag_aan_lezer"))
    for wat, veld in losse:
        yield wat, getattr(scan, veld), Vindplaats(veld)
    for deel in ("knelpunten", "opgaven", "partners", "wensen"):
        yield f"In kaart gebracht, {deel}", getattr(scan.in_kaart, deel), Vindplaats(f"in_kaart/{deel}")
    if scan.vaststelling is not None:
        plaats = Vindplaats("vaststelling/motivering")
        yield "Motivering van uw vaststelling", scan.vaststelling.motivering, plaats
    for veld in ("functie", "organisatie"):
        yield f"Uw {veld}", getattr(scan.adviseur, veld), Vindplaats(f"adviseur/{veld}")
    yield from _uit_tabellen(stof, scan)
    yield from _uit_zienswijzen(stof, scan)


def _over_topics(stof: Stof, scan: Risicoscan) -> Iterator[Tekst]:
    for topic in scan.topics:
        for veld in ("toelichting", "risico", "motivering"):
            yield stof.topic(topic.nr), getattr(topic, veld), Vindplaats(f"topic/{topic.nr}/{veld}")
        for i, actie in enumerate(topic.acties):
            for kolom in ("omschrijving", "verantwoordelijke"):
                waar = f"{stof.topic(topic.nr)}, actie"
                yield waar, getattr(actie, kolom), stof.cel(f"acties/{topic.nr}", i, kolom)


def _uit_tabellen(stof: Stof, scan: Risicoscan) -> Iterator[Tekst]:
    for i, gesprek in enumerate(scan.gesprekken):
        for wie in gesprek.met:
            for deel in (wie.functie, wie.organisatie):
                yield "Gesprekspartner", deel, stof.cel("gesprekken", i, "met")
    for i, document in enumerate(scan.documenten):
        for kolom in ("titel", "uitgever"):
            yield "Document", getattr(document, kolom), stof.cel("documenten", i, kolom)
    for i, rij in enumerate(scan.kerndata.wachtlijst):
        yield "Wachtlijst", rij.wat, stof.cel("wachtlijst", i, "wat")
    for i, maatwerk in enumerate(scan.maatwerkacties):
        for kolom in ("omschrijving", "verantwoordelijke", "uitkomst"):
            yield "Maatwerkactie", getattr(maatwerk, kolom), stof.cel("maatwerkacties", i, kolom)


def _uit_zienswijzen(stof: Stof, scan: Risicoscan) -> Iterator[Tekst]:
    for i, zienswijze in enumerate(scan.zienswijzen):
        for kolom in ("tekst", "antwoord"):
            yield "Zienswijze", getattr(zienswijze, kolom), stof.cel("zienswijzen", i, kolom)
        van = zienswijze.van
        for kolom, tekst in (("functie", van.functie), ("organisatie", van.organisatie)):
            yield "Zienswijze", tekst, stof.cel("zienswijzen", i, kolom)
        for deel in zienswijze.per_topic:
            for tekst in (deel.tekst, deel.antwoord):
                yield f"Zienswijze bij topic {deel.nr}", tekst, stof.cel("zienswijzen", i, "per_topic")
