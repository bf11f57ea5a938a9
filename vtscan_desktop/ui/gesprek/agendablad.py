"""The agenda for a gesprek, and which topics have no note yet, as a document."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QTextDocument

from vtscan_desktop.domain.agenda import GESPREKSPARTNER, Agenda, Agendapunt, Gespreksstand
from vtscan_desktop.domain.notatie import hoofdletter
from vtscan_desktop.domain.risicoscan import TOPIC_NRS, GesprekSoort
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.ui.bouwstenen.blad import Blad, Opmaak

PARTNER: Mapping[GesprekSoort, str] = {
    GesprekSoort.AMBTELIJK: "Ambtelijk adviseurs",
    GesprekSoort.INSTELLING: "Instelling",
    GesprekSoort.WETHOUDER: "Wethouder",
    GesprekSoort.OVERIG: "Andere partij",
}
"""With whom a gesprek of each soort is, as a heading."""
_ALLES_GEVRAAGD = "Alle vragen van de leidraad zijn gesteld."
_UITLEG = "Over welke topics is al iets genoteerd, in totaal en per gesprekspartner?"


def agendablad(agenda: Agenda, onder: str, opmaak: Opmaak) -> QTextDocument:
    """The agenda; `onder` says under its title which scan it is for."""
    blad = Blad(opmaak)
    blad.alinea((f"Agenda voor het gesprek met {GESPREKSPARTNER[agenda.soort]}", blad.letters(groot=1.4, vet=True)))
    blad.alinea((onder, blad.letters(gedempt=True)))
    for punt in agenda.punten:
        _zet_punt(blad, punt)
    if not agenda.punten:
        blad.alinea((_ALLES_GEVRAAGD, blad.letters()), boven=1)
    return blad.document


def _zet_punt(blad: Blad, punt: Agendapunt) -> None:
    redenen = f"   {', '.join(punt.redenen)}" if punt.redenen else ""
    kop = (f"{punt.nr}  {punt.titel}", blad.letters(groot=1.07, vet=True))
    blad.alinea(kop, (redenen, blad.letters(gedempt=True, klein=True)), boven=1, kop=True)
    if punt.aangevuld:
        blad.alinea((f"Aangevuld. {punt.aangevuld}", blad.letters(gedempt=True, klein=True)), kop=True)
    blad.vragen(tuple(vraag.tekst for vraag in punt.vragen))
    if not punt.vragen:
        blad.alinea((_ALLES_GEVRAAGD, blad.letters(gedempt=True)), boven=0.3)


def overzichtblad(stand: Gespreksstand, format_: Format, onder: str, opmaak: Opmaak) -> QTextDocument:
    """Which topics have no note yet: a row for each topic, a column for all gesprekken and for each partner."""
    blad = Blad(opmaak)
    blad.alinea(("Wie moet nog wat gevraagd worden", blad.letters(groot=1.4, vet=True)))
    blad.alinea((onder, blad.letters(gedempt=True)))
    blad.alinea((_UITLEG, blad.letters()), boven=0.7)
    koppen = ["Topic", f"Samen\n{_nog(len(stand.zonder_notitie))}"]
    for deel in stand.per_soort:
        aantal = telling(deel.gesprekken, "gesprek", "gesprekken") if deel.gesprekken else "nog niet gesproken"
        koppen.append(f"{hoofdletter(PARTNER[deel.soort])}\n{aantal}")
    kolommen = (stand.zonder_notitie, *(deel.zonder_notitie for deel in stand.per_soort))
    rijen = [
        ((f"{nr}  {format_.topic(nr).kort}", False), *(_cel(nr in zonder) for zonder in kolommen)) for nr in TOPIC_NRS
    ]
    blad.tabel(tuple(koppen), rijen)
    return blad.document


def _nog(aantal: int) -> str:
    return f"nog {aantal} zonder notitie" if aantal else "overal een notitie"


def _cel(zonder: bool) -> tuple[str, bool]:
    return ("nog niets", False) if zonder else ("genoteerd", True)
