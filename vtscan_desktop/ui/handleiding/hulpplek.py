"""Which place in the handleiding is about what the user sees: by step, and by window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vtscan_desktop.ui import stappen

if TYPE_CHECKING:
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.werkscherm import Werkscherm

SNELTOETSEN = "sneltoetsen"
"""The chapter that is made of the register of shortcuts."""
TOEGANG = {
    "Ontgrendelen": "startpagina#openen",
    "Wachtwoordblad": "beginnen#het-wachtwoord",
    "Plaatsblad": "beginnen#de-plaats",
    "Sleutelblad": "beginnen#de-herstelsleutel",
    "Zelfblad": "beginnen#uzelf",
    "Beginblad": "beginnen#beginnen",
}
"""The screens before a database is open, by the name of their class."""
STAP = {
    stappen.GEGEVENS: "gegevens",
    stappen.GESPREKKEN: "gesprek",
    stappen.IN_KAART: "beeld#in-kaart-gebracht",
    stappen.OVERALL_BEELD: "beeld#overall-beeld",
    stappen.CATEGORIE: "categorie",
    stappen.ACTIES: "acties",
    stappen.ESCALATIE: "acties#escalatie",
    stappen.ZIENSWIJZEN: "zienswijzen",
    stappen.NAKIJKEN: "nakijken",
    stappen.RAPPORT: "rapport",
}
TOPIC, CIJFERS = "topics", "topics#de-cijfers-topics-18-19-en-20"
_MET_CIJFERS = (18, 19, 20)
NOTITIEREGEL, GESPREKSMODUS = "gesprek#de-notitieregel", "gesprek#gespreksmodus"
STARTPAGINA = "startpagina"
VENSTER = {
    "Afloopvenster": "veiligheid",
    "Agendavenster": "gesprek#de-agenda",
    "Bewaartermijnvenster": "privacy#de-bewaartermijn",
    "Controlevenster": "rapport#een-rapport-controleren",
    "Formatvenster": "instellingen#een-eigen-format",
    "Heropenvenster": "versies#vaststellen-en-heropenen",
    "Hermetingvenster": "hermeting",
    "Identiteitenvenster": "rapport#uw-identiteit",
    "Instellingenvenster": "instellingen",
    "Meetekenvenster": "rapport#meetekenen",
    "NieuweScan": "startpagina#een-nieuwe-scan",
    "Overlegvenster": "overleg",
    "Overvenster": "problemen#welke-versie-is-dit",
    "Persoonvenster": "privacy#een-persoon-verwijderen",
    "Reservevenster": "reservekopieen",
    "Scanversievenster": "versies#versies-van-de-scan",
    "Sleutelbosvenster": "veiligheid#de-sleutelbos",
    "Sleutelvenster": "veiligheid#de-herstelsleutel",
    "Verhuisvenster": "instellingen#de-database-verplaatsen",
    "Vergelijkvenster": "hermeting#vergelijken",
    "Verslagvenster": "problemen#een-onverwachte-fout",
    "Versievenster": "versies#eerdere-versies-van-een-tekst",
    "Voorbeeldvenster": "rapport#het-voorbeeld",
    "Wachtwoordvenster": "veiligheid#een-ander-wachtwoord",
    "Zoekvenster": "zoeken",
}
"""The windows that open over the window, by the name of their class."""


def hulpplek(venster: Hoofdvenster, actief: QWidget | None) -> str:
    """The place for where the user is; `actief` is the window that has their attention."""
    while actief is not None and actief is not venster:
        if (plek := VENSTER.get(type(actief).__name__)) is not None:
            return plek
        actief = actief.parentWidget()
    if venster.toegang is not None:
        return TOEGANG[type(venster.toegang.toont).__name__]
    if venster.werkscherm is None:
        return STARTPAGINA
    return _plek_in_scan(venster.werkscherm)


def _plek_in_scan(scherm: Werkscherm) -> str:
    if scherm.in_modus:
        return GESPREKSMODUS
    if scherm.notitiebalk.regel.hasFocus():
        return NOTITIEREGEL
    stap = scherm.huidig
    if stap in STAP:
        return STAP[stap]
    return CIJFERS if stap in map(stappen.topicstap, _MET_CIJFERS) else TOPIC
