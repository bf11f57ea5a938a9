"""The Dutch words for values that window and report both show, so that they say the same."""

from __future__ import annotations

from vtscan_desktop.domain.risicoscan import (
    ActieStatus,
    Editie,
    FormatieFunctie,
    GesprekSoort,
    Hertoetsuitkomst,
    MaatwerkSoort,
    NotitieSoort,
    Oordeel,
    Partij,
    ScanStatus,
    Standpunt,
    Wie,
)

OORDEELWOORDEN = {
    Oordeel.NIET_BESPROKEN: "niet besproken",
    Oordeel.OP_ORDE: "op orde",
    Oordeel.PRIL: "pril",
    Oordeel.IN_ONTWIKKELING: "in ontwikkeling",
    Oordeel.NIET_OP_ORDE: "niet op orde",
    Oordeel.NVT: "niet van toepassing",
}
OORDEELBETEKENIS = {
    Oordeel.OP_ORDE: "Het is aantoonbaar zoals het hoort te zijn.",
    Oordeel.PRIL: "Het is op orde, maar zo kort dat de vooruitgang nog kan wegzakken.",
    Oordeel.IN_ONTWIKKELING: "Het is nog niet op orde, maar er loopt verbetering. Dat telt alleen met een afspraak "
    "over wie het doet en wanneer, binnen een jaar na de peildatum. Anders telt het topic als niet op orde.",
    Oordeel.NIET_OP_ORDE: "Het is niet op orde, en verbetering ontbreekt of levert nog te weinig op.",
}
"""What an oordeel says of a topic, in our own words (§ 1.1, § 1.2); the others speak for themselves."""
HERTOETS = {
    Hertoetsuitkomst.NIET_GEHOUDEN: "niet gehouden",
    Hertoetsuitkomst.VOLDAAN: "voldaan",
    Hertoetsuitkomst.NIET_VOLDAAN: "niet voldaan",
    Hertoetsuitkomst.VERSCHERPT_TOEZICHT: "verscherpt toezicht",
}
ACTIESTATUS = {
    ActieStatus.OPEN: "open",
    ActieStatus.LOOPT: "loopt",
    ActieStatus.GEREED: "gereed",
    ActieStatus.VERVALLEN: "vervallen",
}
GESPREKSOORT = {
    GesprekSoort.AMBTELIJK: "ambtelijk",
    GesprekSoort.INSTELLING: "instelling",
    GesprekSoort.WETHOUDER: "wethouder",
    GesprekSoort.OVERIG: "overig",
}
NOTITIESOORT = {
    NotitieSoort.NOTITIE: "notitie",
    NotitieSoort.KNELPUNT: "knelpunt",
    NotitieSoort.OORZAAK: "oorzaak",
    NotitieSoort.OPGAVE: "opgave",
    NotitieSoort.PARTNER: "partner",
    NotitieSoort.WENS: "wens",
    NotitieSoort.RISICO: "risico",
    NotitieSoort.AFSPRAAK: "afspraak",
}
PARTIJ = {Partij.AMBTENAAR: "ambtenaar", Partij.INSTELLING: "instelling", Partij.WETHOUDER: "wethouder"}
STANDPUNT = {
    Standpunt.AKKOORD: "akkoord",
    Standpunt.AKKOORD_MET_OPMERKINGEN: "akkoord met opmerkingen",
    Standpunt.NIET_AKKOORD: "niet akkoord",
}
MAATWERK = {
    MaatwerkSoort.ADVIESGESPREK_INSTELLING: "adviesgesprek met de instelling",
    MaatwerkSoort.ADVIESGESPREK_WETHOUDER: "adviesgesprek met de wethouder",
    MaatwerkSoort.VNG_AMBTELIJK: "gesprek door de VNG, ambtelijk",
    MaatwerkSoort.VNG_BESTUURLIJK: "gesprek door de VNG, bestuurlijk",
    MaatwerkSoort.BEWINDSPERSOON: "gesprek met de bewindspersoon",
    MaatwerkSoort.BUDDY: "buddy van een andere Veilig Thuis",
}
EDITIENAAM = {Editie.BESTUURLIJK: "bestuurlijke editie", Editie.VOLLEDIG: "interne editie"}
SCANSTATUS = {
    ScanStatus.CONCEPT: "concept",
    ScanStatus.TER_BESPREKING: "ter bespreking",
    ScanStatus.VASTGESTELD: "vastgesteld",
}
FUNCTIE = {
    FormatieFunctie.VT: "Veilig Thuis",
    FormatieFunctie.VERTROUWENSARTS: "vertrouwensarts",
    FormatieFunctie.GEDRAGSWETENSCHAPPER: "gedragswetenschapper",
}


def zeg_wie(wie: Wie) -> str:
    """A person by name, functie and organisatie, as far as they are known; the name only where an editie left it."""
    return ", ".join(deel for deel in (wie.naam, wie.functie, wie.organisatie) if deel.strip())
