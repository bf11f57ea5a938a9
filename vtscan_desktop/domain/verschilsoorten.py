"""What the parts of a scan are called when two scans are compared: fields and rows, by the words of the window."""

from __future__ import annotations

from vtscan_desktop.domain.benamingen import (
    ACTIESTATUS,
    FUNCTIE,
    GESPREKSOORT,
    HERTOETS,
    MAATWERK,
    NOTITIESOORT,
    OORDEELWOORDEN,
    PARTIJ,
    SCANSTATUS,
    STANDPUNT,
    zeg_wie,
)
from vtscan_desktop.domain.kerndata import periode_tekst
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.verschilvelden import (
    Rijsoort,
    Veld,
    lang_veld,
    naam_uit,
    tekstveld,
    toon_datum,
    toon_euro,
    toon_getal,
    toon_ja,
    toon_woord,
)

_EDITIE = {Editie.VOLLEDIG: "volledig", Editie.BESTUURLIJK: "bestuurlijk"}
_TERMIJN = Veld("termijn", "Termijn", toon_datum)
_STAND = Veld("status", "Stand", toon_woord(ACTIESTATUS))
_VERANTWOORDELIJKE = tekstveld("verantwoordelijke", "Verantwoordelijke")


def _wie_velden(voor: str = "", bij: str = "") -> tuple[Veld, ...]:
    koppen = (("functie", "functie"), ("organisatie", "organisatie"), ("naam", "naam"))
    return tuple(tekstveld(f"{voor}{naam}", f"{bij}{kop}") for naam, kop in koppen)


def _nummer(nr: int | None) -> str:
    return "" if nr is None else str(nr)


def _topic(nr: int | None) -> str:
    return "" if nr is None else f"topic {nr}"


SCANVELDEN = (
    Veld("peildatum", "De peildatum", toon_datum),
    Veld("status", "De status", toon_woord(SCANSTATUS)),
    tekstveld("titel", "De titel"),
    *_wie_velden("adviseur.", "Adviseur, "),
    tekstveld("format", "Het format"),
    Veld("voorbeeld", "Voorbeeldscan", toon_ja),
    Veld("editie", "De editie", toon_woord(_EDITIE)),
)
"""Fields of the scan itself; the regio has words of its own."""
TOPICVELDEN = (
    Veld("oordeel", "Het oordeel", toon_woord(OORDEELWOORDEN)),
    lang_veld("toelichting", "Feitelijke situatie"),
    lang_veld("risico", "Risico’s"),
    lang_veld("motivering", "Motivering"),
    Veld("later", "Vlag", toon_ja),
)
HERTOETSVELDEN = (
    Veld("hertoets.uitkomst", "De uitkomst van de hertoets", toon_woord(HERTOETS)),
    Veld("hertoets.datum", "De datum van de hertoets", toon_datum),
)
INWONERS = (Veld("kerndata.inwoners", "Het aantal inwoners", toon_getal),)
KAARTVELDEN = (
    lang_veld("in_kaart.knelpunten", "Knelpunten"),
    lang_veld("in_kaart.opgaven", "Opgaven"),
    lang_veld("in_kaart.partners", "Partners"),
    lang_veld("in_kaart.wensen", "Wensen"),
)
BEELDVELDEN = (
    lang_veld("overall_beeld", "Overall beeld"),
    lang_veld("vraag_aan_lezer", "Vraag aan de lezer"),
)
VASTSTELLING = (
    Veld("categorie", "De vastgestelde categorie", str),
    Veld("datum", "De datum van de vaststelling", toon_datum),
    lang_veld("motivering", "Motivering van de vaststelling"),
)

PARTNER = Rijsoort(
    "gesprekspartner",
    _wie_velden(),
    lambda wie: (wie.functie, wie.organisatie),
    zeg_wie,
    naamvelden=("functie", "organisatie", "naam"),
)
GESPREK = Rijsoort(
    "gesprek",
    (
        Veld("datum", "Datum", toon_datum),
        Veld("soort", "Soort", toon_woord(GESPREKSOORT)),
        tekstveld("locatie", "Locatie"),
        tekstveld("id", "Kenmerk"),
    ),
    lambda gesprek: gesprek.id,
    lambda gesprek: f"van {format_datum(gesprek.datum)}",
    naamvelden=("datum",),
    meervoud="gesprekken",
    lijsten=(("met", PARTNER),),
)
DOCUMENT = Rijsoort(
    "document",
    (
        tekstveld("titel", "Titel"),
        Veld("datum", "Datum", toon_datum),
        tekstveld("uitgever", "Uitgever"),
        tekstveld("id", "Kenmerk"),
    ),
    lambda document: document.id,
    lambda document: naam_uit(document.titel),
    naamvelden=("titel",),
    meervoud="documenten",
)
ACTIE = Rijsoort(
    "actie",
    (
        lang_veld("omschrijving", "Omschrijving"),
        _VERANTWOORDELIJKE,
        _TERMIJN,
        _STAND,
        Veld("kern", "Op de eerste pagina", toon_ja),
    ),
    lambda actie: actie.omschrijving.strip().casefold(),
    lambda actie: naam_uit(actie.omschrijving),
    naamvelden=("omschrijving",),
)
BUDGET = Rijsoort(
    "budget",
    (
        Veld("jaar", "Jaar", str),
        Veld("soort", "Soort", str),
        Veld("bedrag", "Bedrag", toon_euro),
    ),
    lambda rij: (rij.jaar, rij.soort),
    lambda rij: f"{rij.jaar} ({rij.soort.value})",
    naamvelden=("jaar", "soort"),
    meervoud="rijen met budget",
)
PRIMAIR_PROCES = Rijsoort(
    "periode",
    (
        Veld("van", "Begin", toon_datum),
        Veld("tot", "Einde", toon_datum),
        Veld("meldingen", "Meldingen", toon_getal),
        Veld("adviesvragen", "Adviesvragen", toon_getal),
        Veld("onderzoeken", "Onderzoeken", toon_getal),
    ),
    lambda rij: (rij.van, rij.tot),
    lambda rij: periode_tekst(rij.van, rij.tot),
    naamvelden=("van", "tot"),
    meervoud="perioden",
)
FORMATIE = Rijsoort(
    "formatie",
    (
        Veld("peildatum", "Dag", toon_datum),
        Veld("functie", "Functie", toon_woord(FUNCTIE)),
        Veld("vast", "Vast (fte)", toon_getal),
        Veld("tijdelijk", "Tijdelijk (fte)", toon_getal),
    ),
    lambda rij: (rij.peildatum, rij.functie),
    lambda rij: f"{FUNCTIE[rij.functie]} op {format_datum(rij.peildatum)}",
    naamvelden=("peildatum", "functie"),
    meervoud="rijen met formatie",
)
WACHTLIJST = Rijsoort(
    "wachtlijst",
    (
        Veld("datum", "Datum", toon_datum),
        Veld("aantal", "Aantal", toon_getal),
        tekstveld("wat", "Wat er wacht"),
    ),
    lambda rij: (rij.datum, rij.wat.strip().casefold()),
    lambda rij: f"op {format_datum(rij.datum)}",
    naamvelden=("datum",),
    meervoud="rijen van de wachtlijst",
)
MAATWERKACTIE = Rijsoort(
    "maatwerkactie",
    (
        Veld("soort", "Soort", toon_woord(MAATWERK)),
        lang_veld("omschrijving", "Omschrijving"),
        Veld("aanleiding", "Aanleiding", _topic),
        _VERANTWOORDELIJKE,
        _TERMIJN,
        _STAND,
        lang_veld("uitkomst", "Uitkomst"),
    ),
    lambda actie: (actie.soort, actie.omschrijving.strip().casefold()),
    lambda actie: naam_uit(actie.omschrijving) or f"“{MAATWERK[actie.soort]}”",
    naamvelden=("omschrijving", "soort"),
)
TOPIC_ZIENSWIJZE = Rijsoort(
    "reactie",
    (
        Veld("nr", "Topic", _nummer),
        lang_veld("tekst", "Tekst"),
        lang_veld("antwoord", "Antwoord"),
    ),
    lambda reactie: reactie.nr,
    lambda reactie: f"op topic {reactie.nr}",
    naamvelden=("nr",),
)
ZIENSWIJZE = Rijsoort(
    "zienswijze",
    (
        Veld("partij", "Partij", toon_woord(PARTIJ)),
        *_wie_velden("van.", "Van, "),
        Veld("datum", "Datum", toon_datum),
        Veld("standpunt", "Standpunt", toon_woord(STANDPUNT)),
        lang_veld("tekst", "Tekst"),
        lang_veld("antwoord", "Antwoord van de adviseur"),
    ),
    lambda zienswijze: (zienswijze.partij, zienswijze.van),
    lambda zienswijze: f"van {zeg_wie(zienswijze.van) or PARTIJ[zienswijze.partij]}",
    naamvelden=("partij", "van.functie", "van.organisatie", "van.naam"),
    lijsten=(("per_topic", TOPIC_ZIENSWIJZE),),
)


def notitiesoort(namen: dict[str, str]) -> Rijsoort:
    """Notities, which know their gesprek by id; `namen` says what it is called."""
    velden = (
        lang_veld("tekst", "Tekst"),
        Veld("soort", "Soort", toon_woord(NOTITIESOORT)),
        Veld("topic", "Topic", _nummer),
        Veld("gesprek", "Gesprek", lambda gesprek: namen.get(gesprek, gesprek or "")),
        Veld("tijd", "Tijd", lambda tijd: f"{format_datum(tijd)}, {tijd:%H:%M:%S.%f}".rstrip("0").rstrip(".")),
    )
    return Rijsoort(
        "notitie", velden, lambda notitie: notitie.tijd, lambda notitie: naam_uit(notitie.tekst), naamvelden=("tekst",)
    )


def bronsoort(namen: dict[str, str]) -> Rijsoort:
    """The bronnen of a topic, which are ids; `namen` says what they are called."""

    def noem(bron: str) -> str:
        return namen.get(bron, bron)

    return Rijsoort("bron", (), lambda bron: bron, noem, naamvelden=(), meervoud="bronnen")
