"""The tables of a risicoscan: their columns in Dutch, and where their rows live in the scan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import uuid4

from vtscan_desktop.domain.benamingen import ACTIESTATUS, GESPREKSOORT, MAATWERK, PARTIJ, STANDPUNT
from vtscan_desktop.domain.notatie import JAAR_MAX, format_datum_kort
from vtscan_desktop.domain.risicoscan import (
    TOPIC_NRS,
    Actie,
    ActieStatus,
    BudgetRij,
    BudgetSoort,
    Document,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Maatwerkactie,
    MaatwerkSoort,
    Partij,
    ProcesRij,
    Risicoscan,
    Standpunt,
    TopicZienswijze,
    WachtlijstRij,
    Wie,
    Zienswijze,
)
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.services.tabelrijen import Celsoort, Kolom, Tabelsoort

R = TypeVar("R")

FORMATIEFUNCTIE = {
    FormatieFunctie.VT: "Veilig Thuis (medewerkers)",
    FormatieFunctie.VERTROUWENSARTS: "vertrouwensarts",
    FormatieFunctie.GEDRAGSWETENSCHAPPER: "gedragswetenschapper",
}
BUDGETSOORT = {BudgetSoort.STRUCTUREEL: "structureel", BudgetSoort.TIJDELIJK: "tijdelijk"}

Optielijst = tuple[tuple[str, str], ...]
_NIET_GEKOZEN: Optielijst = (("", "kies …"),)
_NAAM = (
    "Alleen als het nodig is. Een naam komt in de interne editie van het rapport en in een export; in de bestuurlijke "
    "editie staan functie en organisatie"
)
_ROL = "Noem de functie of de organisatie, geen naam: dit staat in elke editie van het rapport"
_ROLHINT = "functie"
_GEEN: Optielijst = (("", "–"),)


def _opties(teksten: Mapping[Any, str]) -> Optielijst:
    return tuple((lid.value, tekst) for lid, tekst in teksten.items())


def _keuze(
    sleutel: str, kop: str, soort: type[StrEnum], teksten: Mapping[Any, str], breedte: int, **rest: Any
) -> Kolom:
    rest.setdefault("verplicht", True)
    opties = _opties(teksten)
    if not rest.get("standaard"):
        opties = (_NIET_GEKOZEN if rest["verplicht"] else _GEEN) + opties
    return Kolom(sleutel, kop, Celsoort.KEUZE, breedte=breedte, opties=opties, waarde=soort, **rest)


def _topickeuze(sleutel: str, kop: str, breedte: int, *, verplicht: bool) -> Kolom:
    topics = tuple((str(nr), str(nr)) for nr in TOPIC_NRS)
    opties = (_NIET_GEKOZEN if verplicht else _GEEN) + topics
    wat = {"verplicht": verplicht, "breedte": breedte, "opties": opties, "waarde": int, "topics": True}
    return Kolom(sleutel, kop, Celsoort.KEUZE, **wat)  # type: ignore[arg-type]


def _met_namen(soort: Tabelsoort[R], format_: Format) -> Tabelsoort[R]:
    """The same table with topics by the names that a format gives them, in the rows inside its cells too."""
    return replace(soort, kolommen=tuple(_kolom_met_namen(kolom, format_) for kolom in soort.kolommen))


def _kolom_met_namen(kolom: Kolom, format_: Format) -> Kolom:
    if kolom.rijen is not None:
        return replace(kolom, rijen=_met_namen(kolom.rijen, format_))
    if not kolom.topics:
        return kolom
    namen = {str(topic.nr): topic.genummerd for topic in format_.topics}
    return replace(kolom, opties=tuple((waarde, namen.get(waarde, tekst)) for waarde, tekst in kolom.opties))


def _datum(sleutel: str, kop: str, **rest: Any) -> Kolom:
    return Kolom(sleutel, kop, Celsoort.DATUM, breedte=rest.pop("breedte", 100), **rest)


def _nieuw_id(letter: str) -> str:
    return f"{letter}-{uuid4().hex[:12]}"


_SLEUTEL = Kolom("sleutel", "", Celsoort.SLEUTEL)
"""The last column of every table with texts whose rows have no id."""


def _tot_na_van(waarden: Mapping[str, Any]) -> tuple[str, str] | None:
    if waarden["tot"] < waarden["van"]:
        return "tot", "De einddatum ligt voor de begindatum."
    return None


ACTIES = Tabelsoort(
    "Acties",
    "actie",
    (
        Kolom("omschrijving", "Wat", Celsoort.LANG, breedte=150, rek=3),
        Kolom("verantwoordelijke", "Wie", Celsoort.TEKST, breedte=130, rek=1, uitleg=_ROL, hint=_ROLHINT),
        _datum("termijn", "Wanneer"),
        _keuze("status", "Stand", ActieStatus, ACTIESTATUS, 92, standaard=ActieStatus.OPEN.value),
        Kolom("kern", "Kern", Celsoort.VINK, breedte=50, uitleg="Op de eerste pagina van het rapport zetten"),
        _SLEUTEL,
    ),
    Actie,
    leeg="Nog geen acties. Wat is er afgesproken, wie doet het en wanneer is het klaar?",
)
BUDGET = Tabelsoort(
    "Budget",
    "bedrag",
    (
        Kolom("jaar", "Jaar", Celsoort.JAAR, verplicht=True, breedte=72, minimum=2015, maximum=JAAR_MAX),
        Kolom("bedrag", "Bedrag per jaar", Celsoort.BEDRAG, verplicht=True, breedte=150),
        _keuze("soort", "Soort", BudgetSoort, BUDGETSOORT, 130, rek=1, standaard=BudgetSoort.STRUCTUREEL.value),
    ),
    BudgetRij,
    leeg="Nog geen bedragen. Met een bedrag per jaar komt hieronder een figuur te staan.",
)
PRIMAIR_PROCES = Tabelsoort(
    "Primair proces",
    "periode",
    (
        _datum("van", "Van", verplicht=True, breedte=110),
        _datum("tot", "Tot en met", verplicht=True, breedte=110),
        Kolom("meldingen", "Meldingen", Celsoort.GEHEEL, breedte=92, rek=1),
        Kolom("adviesvragen", "Adviesvragen", Celsoort.GEHEEL, breedte=100, rek=1),
        Kolom("onderzoeken", "Onderzoeken", Celsoort.GEHEEL, breedte=100, rek=1),
    ),
    ProcesRij,
    controle=_tot_na_van,
    leeg="Nog geen aantallen. Met een periode en aantallen komt hieronder een figuur te staan.",
)
FORMATIE = Tabelsoort(
    "Formatie",
    "functie",
    (
        _datum("peildatum", "Peildatum", verplicht=True, breedte=110),
        _keuze("functie", "Functie", FormatieFunctie, FORMATIEFUNCTIE, 220, rek=1),
        Kolom("vast", "Vast (fte)", Celsoort.GETAL, breedte=90),
        Kolom("tijdelijk", "Tijdelijk (fte)", Celsoort.GETAL, breedte=104),
    ),
    FormatieRij,
    leeg="Nog geen formatie. Met het aantal fte op een dag komt hieronder een figuur te staan.",
)
WACHTLIJST = Tabelsoort(
    "Wachtlijst",
    "telling",
    (
        _datum("datum", "Datum", verplicht=True, breedte=110),
        Kolom("aantal", "Aantal", Celsoort.GEHEEL, verplicht=True, breedte=80),
        Kolom("wat", "Wat wacht er", Celsoort.TEKST, breedte=180, rek=1),
        _SLEUTEL,
    ),
    WachtlijstRij,
    leeg="Nog geen tellingen. Met een aantal op een dag komt hieronder een figuur te staan.",
)
MAATWERKACTIES = Tabelsoort(
    "Maatwerkacties",
    "maatwerkactie",
    (
        _keuze("soort", "Soort", MaatwerkSoort, MAATWERK, 260, rek=1),
        _topickeuze("aanleiding", "Aanleiding", 290, verplicht=False),
        Kolom("omschrijving", "Wat", Celsoort.LANG, breedte=560, rek=1),
        Kolom("verantwoordelijke", "Wie", Celsoort.TEKST, breedte=240, rek=1, uitleg=_ROL, hint=_ROLHINT),
        _datum("termijn", "Wanneer", breedte=124),
        _keuze("status", "Stand", ActieStatus, ACTIESTATUS, 124, standaard=ActieStatus.OPEN.value),
        Kolom("uitkomst", "Uitkomst", Celsoort.LANG, breedte=560, rek=1),
        _SLEUTEL,
    ),
    Maatwerkactie,
    kaart=True,
    leeg="Nog geen maatwerkacties. Helpt een adviesgesprek, of een stap hoger op de ladder?",
)
DOCUMENTEN = Tabelsoort(
    "Documenten",
    "document",
    (
        Kolom("id", "", Celsoort.ID),
        Kolom("titel", "Titel", Celsoort.TEKST, breedte=190, rek=3),
        _datum("datum", "Datum"),
        Kolom("uitgever", "Uitgever", Celsoort.TEKST, breedte=140, rek=2, uitleg=_ROL, hint="organisatie"),
    ),
    Document,
    nieuw_id=partial(_nieuw_id, "d"),
    leeg="Nog geen documenten. Zet hier de stukken die u las.",
)
PERSONEN = Tabelsoort(
    "Met wie",
    "persoon",
    (
        Kolom("functie", "Functie", Celsoort.TEKST, breedte=130, rek=3),
        Kolom("organisatie", "Organisatie", Celsoort.TEKST, breedte=130, rek=3),
        Kolom("naam", "Naam (alleen intern)", Celsoort.TEKST, uitleg=_NAAM, breedte=130, rek=3),
        _SLEUTEL,
    ),
    Wie,
    leeg="Nog niemand. Een functie of organisatie is genoeg.",
)


def gesprekken(vandaag: date) -> Tabelsoort[Gesprek]:
    """The table of gesprekken; a new one starts with the date of today."""
    return Tabelsoort(
        "Gesprekken",
        "gesprek",
        (
            Kolom("id", "", Celsoort.ID),
            _datum("datum", "Datum", verplicht=True, breedte=124, standaard=format_datum_kort(vandaag)),
            _keuze("soort", "Soort gesprek", GesprekSoort, GESPREKSOORT, 140),
            Kolom("locatie", "Locatie", Celsoort.TEKST, breedte=200, rek=1),
            Kolom("met", "Met wie", Celsoort.RIJEN, breedte=560, rek=1, rijen=PERSONEN),
        ),
        Gesprek,
        kaart=True,
        nieuw_id=partial(_nieuw_id, "g"),
        leeg="Nog geen gesprekken. Voeg er een toe zodra het begint.",
    )


PER_TOPIC = Tabelsoort(
    "Per topic",
    "opmerking",
    (
        _topickeuze("nr", "Topic", 320, verplicht=True),
        Kolom("tekst", "Zienswijze op dit topic", Celsoort.LANG, breedte=265, rek=1),
        Kolom("antwoord", "Ons antwoord", Celsoort.LANG, breedte=265, rek=1),
        _SLEUTEL,
    ),
    TopicZienswijze,
    kaart=True,
    leeg="Nog geen opmerkingen bij een topic. Gaat de zienswijze over één topic, zet het dan hier.",
)


def _maak_zienswijze(functie: str, organisatie: str, naam: str, **velden: Any) -> Zienswijze:
    return Zienswijze(van=Wie(functie, organisatie, naam), **velden)


def _ontleed_zienswijze(rij: Zienswijze) -> Mapping[str, Any]:
    van = {"functie": rij.van.functie, "organisatie": rij.van.organisatie, "naam": rij.van.naam}
    return van | {naam: getattr(rij, naam) for naam in rij.__slots__}


ZIENSWIJZEN = Tabelsoort(
    "Zienswijzen",
    "zienswijze",
    (
        _keuze("partij", "Van welke partij", Partij, PARTIJ, 150),
        _datum("datum", "Datum", breedte=124),
        _keuze("standpunt", "Standpunt", Standpunt, STANDPUNT, 220, verplicht=False, rek=1),
        Kolom("functie", "Functie", Celsoort.TEKST, breedte=160, rek=1),
        Kolom("organisatie", "Organisatie", Celsoort.TEKST, breedte=160, rek=1),
        Kolom("naam", "Naam (alleen intern)", Celsoort.TEKST, uitleg=_NAAM, breedte=190, rek=1),
        Kolom("tekst", "Zienswijze", Celsoort.LANG, breedte=560, rek=1),
        Kolom("antwoord", "Ons antwoord", Celsoort.LANG, breedte=560, rek=1),
        Kolom("per_topic", "Per topic", Celsoort.RIJEN, breedte=560, rek=1, rijen=PER_TOPIC),
        _SLEUTEL,
    ),
    _maak_zienswijze,
    ontleed=_ontleed_zienswijze,
    kaart=True,
    leeg="Nog geen zienswijzen. Kies van wie u er een verwacht, dan staat die klaar.",
)


@dataclass(frozen=True, slots=True)
class Tabelplek(Generic[R]):
    """A table of one scan: its name (as in `Kladrij`), its kind, and how its rows are read from and put in the scan."""

    naam: str
    soort: Tabelsoort[R]
    lees: Callable[[Risicoscan], tuple[R, ...]]
    zet: Callable[[Risicoscan, tuple[R, ...]], Risicoscan]


def _lees_veld(naam: str, scan: Risicoscan) -> Any:
    return getattr(scan, naam)


def _zet_veld(naam: str, scan: Risicoscan, rijen: Any) -> Risicoscan:
    return replace(scan, **{naam: rijen})


def _lees_kern(naam: str, scan: Risicoscan) -> Any:
    return getattr(scan.kerndata, naam)


def _zet_kern(naam: str, scan: Risicoscan, rijen: Any) -> Risicoscan:
    return replace(scan, kerndata=replace(scan.kerndata, **{naam: rijen}))


def _lees_acties(nr: int, scan: Risicoscan) -> tuple[Actie, ...]:
    return scan.topic(nr).acties


def _zet_acties(nr: int, scan: Risicoscan, rijen: tuple[Actie, ...]) -> Risicoscan:
    return scan.met_topic(replace(scan.topic(nr), acties=rijen))


_KERN: dict[str, Tabelsoort[Any]] = {
    "budget": BUDGET,
    "primair_proces": PRIMAIR_PROCES,
    "formatie": FORMATIE,
    "wachtlijst": WACHTLIJST,
}
_LOS: dict[str, Tabelsoort[Any]] = {
    "documenten": DOCUMENTEN,
    "maatwerkacties": MAATWERKACTIES,
    "zienswijzen": ZIENSWIJZEN,
}


def tabelplek(naam: str, vandaag: date, format_: Format | None = None) -> Tabelplek[Any]:
    """The table with this name: `acties/<nr>`, `gesprekken`, `documenten`, `budget`, `wachtlijst`, ...

    `format_` names the topics to choose from; without it, as where no one sees them, they are numbers only.
    """
    if naam.startswith("acties/"):
        nr = int(naam.removeprefix("acties/"))
        return Tabelplek(naam, ACTIES, partial(_lees_acties, nr), partial(_zet_acties, nr))
    if naam in _KERN:
        return Tabelplek(naam, _KERN[naam], partial(_lees_kern, naam), partial(_zet_kern, naam))
    soort = gesprekken(vandaag) if naam == "gesprekken" else _LOS[naam]
    if format_ is not None:
        soort = _met_namen(soort, format_)
    return Tabelplek(naam, soort, partial(_lees_veld, naam), partial(_zet_veld, naam))
