"""All shortcuts of the window in one place: what the handleiding lists is what works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Groep(StrEnum):
    """The headings under which the shortcuts are listed, in this order."""

    GAAN = "Naar een andere plek"
    NOTITIES = "Notities en gesprek"
    TOPIC = "Oordeel en topic"
    TEKST = "Tekst"
    SCHERM = "Scherm en programma"


@dataclass(frozen=True, slots=True)
class Sneltoets:
    """A shortcut. `toetsen` do the same, the first is the one to name; `wat` completes "deze toets: ..."."""

    id: str
    toetsen: tuple[str, ...]
    wat: str
    groep: Groep

    @property
    def tekst(self) -> str:
        """The first of its keys, as it is named on this system."""
        return als_tekst(self.toetsen[0])


SNELTOETSEN = (
    Sneltoets("zoek", ("Ctrl+K",), "Zoek overal, of kies wat u wilt doen", Groep.GAAN),
    Sneltoets("topic", ("Ctrl+G",), "Ga naar een topic: typ het nummer", Groep.GAAN),
    Sneltoets("vlaggen", ("Ctrl+Shift+B",), "Topics met een vlag", Groep.GAAN),
    Sneltoets("volgende", ("Alt+Right",), "Volgende stap", Groep.GAAN),
    Sneltoets("vorige", ("Alt+Left",), "Vorige stap", Groep.GAAN),
    Sneltoets("start", ("Ctrl+W",), "Terug naar alle scans", Groep.GAAN),
    Sneltoets("overleg", ("Ctrl+Shift+O",), "Overzicht voor het overleg: alle regio's", Groep.GAAN),
    Sneltoets("scanversies", ("Ctrl+Shift+E",), "Versies: eerdere rapporten, en wat er daarna wijzigde", Groep.GAAN),
    Sneltoets("vergelijken", ("Ctrl+Shift+G",), "Vergelijken met een andere scan van deze regio", Groep.GAAN),
    Sneltoets("hermeting", ("Ctrl+Shift+H",), "Hermeting: een nieuwe scan die met deze begint", Groep.GAAN),
    Sneltoets("agenda", ("Ctrl+Shift+A",), "Agenda voor een gesprek", Groep.NOTITIES),
    Sneltoets(
        "gespreksmodus", ("F11",), "Gespreksmodus: een rustig scherm tijdens het gesprek, en weer terug", Groep.NOTITIES
    ),
    Sneltoets("notitie", ("Ctrl+N",), "Naar de notitieregel", Groep.NOTITIES),
    Sneltoets("oordeel-1", ("Ctrl+1",), "Oordeel: op orde", Groep.TOPIC),
    Sneltoets("oordeel-2", ("Ctrl+2",), "Oordeel: pril", Groep.TOPIC),
    Sneltoets("oordeel-3", ("Ctrl+3",), "Oordeel: in ontwikkeling", Groep.TOPIC),
    Sneltoets("oordeel-4", ("Ctrl+4",), "Oordeel: niet op orde", Groep.TOPIC),
    Sneltoets("oordeel-5", ("Ctrl+5",), "Oordeel: niet van toepassing", Groep.TOPIC),
    Sneltoets("vlag", ("Ctrl+B",), "Vlag zetten of weghalen: om op terug te komen", Groep.TOPIC),
    Sneltoets("versies", ("Ctrl+Shift+Z",), "Eerdere versies van deze tekst", Groep.TEKST),
    Sneltoets("zijtab-1", ("Alt+1",), "Leidraad naast het topic; nog eens: erin", Groep.TOPIC),
    Sneltoets("zijtab-2", ("Alt+2",), "Inspectie naast het topic; nog eens: erin", Groep.TOPIC),
    Sneltoets("zijtab-3", ("Alt+3",), "Notities naast het topic; nog eens: erin", Groep.TOPIC),
    Sneltoets("zijtab-4", ("Alt+4",), "Vorige scan naast het topic; nog eens: erin", Groep.TOPIC),
    Sneltoets("handleiding", ("F1",), "Handleiding, bij wat u nu ziet", Groep.SCHERM),
    Sneltoets("sneltoetsen", ("Ctrl+F1",), "Alle sneltoetsen", Groep.SCHERM),
    Sneltoets("over", ("Shift+F1",), "Over dit programma: versie en licenties", Groep.SCHERM),
    Sneltoets("reservekopieen", ("Ctrl+Shift+R",), "Reservekopieën: bekijken en terugzetten", Groep.SCHERM),
    Sneltoets("herstelsleutel", ("Ctrl+Shift+K",), "Herstelsleutel: bekijken en afdrukken", Groep.SCHERM),
    Sneltoets("persoon", ("Ctrl+Shift+P",), "Verwijder een persoon uit alle scans", Groep.SCHERM),
    Sneltoets("vergrendel", ("Ctrl+L",), "Vergrendel nu; daarna opent alleen uw wachtwoord", Groep.SCHERM),
    Sneltoets("instellingen", ("Ctrl+,",), "Instellingen: uw gegevens, logo, weergave, bestanden", Groep.SCHERM),
    Sneltoets("formats", ("Ctrl+Shift+F",), "Formats: eigen titels en vragen", Groep.SCHERM),
    Sneltoets("groter", ("Ctrl++", "Ctrl+="), "Tekst groter", Groep.SCHERM),
    Sneltoets("kleiner", ("Ctrl+-",), "Tekst kleiner", Groep.SCHERM),
    Sneltoets("afsluiten", ("Ctrl+Q",), "Sluit het programma; alles is bewaard", Groep.SCHERM),
)
"""Every shortcut that the window listens to. One that stands here is bound somewhere with `koppel`, and only so."""

VELDTOETSEN = (
    Sneltoets("enter-notitie", ("Enter",), "In de notitieregel: bewaar de notitie", Groep.NOTITIES),
    Sneltoets("nummer-notitie", ("3:",), "In de notitieregel, vooraan: zet de notitie bij topic 3", Groep.NOTITIES),
    Sneltoets(
        "hekje-notitie", ("#k",), "In de notitieregel: maak er een knelpunt van; Tab maakt het woord af", Groep.NOTITIES
    ),
    Sneltoets("esc-notitie", ("Esc",), "In de notitieregel: terug naar waar u was", Groep.NOTITIES),
    Sneltoets("enter-lijst", ("Enter",), "Op een notitie: bewerken", Groep.NOTITIES),
    Sneltoets("spatie-lijst", ("Spatie",), "Op een notitie: verplaatsen, overnemen en meer", Groep.NOTITIES),
    Sneltoets("delete-lijst", ("Delete",), "Op een notitie: verwijderen", Groep.NOTITIES),
    Sneltoets("cijfer", ("1 … 5",), "Op de knoppen van het oordeel: kies dat oordeel", Groep.TOPIC),
    Sneltoets("enter-acties", ("Enter",), "In de tabel van alle acties: wijzig de cel; kern aan of uit", Groep.TEKST),
    Sneltoets("naar-topic-acties", ("Ctrl+Enter",), "In de tabel van alle acties: naar het topic", Groep.TEKST),
    Sneltoets("delete-acties", ("Delete",), "In de tabel van alle acties: de actie verwijderen", Groep.TEKST),
    Sneltoets("ongedaan", ("Ctrl+Z",), "Maak ongedaan wat u in dit veld deed", Groep.TEKST),
    Sneltoets("opnieuw", ("Ctrl+Y",), "Doe het toch weer", Groep.TEKST),
    Sneltoets("enter-cel", ("Enter",), "In een tabel: naar de volgende rij, of een nieuwe rij", Groep.TEKST),
    Sneltoets("zoek-handleiding", ("Ctrl+F",), "In de handleiding: zoeken", Groep.SCHERM),
    Sneltoets("regel", ("Shift+Enter",), "In een lange tekst in een tabel: nieuwe regel", Groep.TEKST),
)
"""Keys that a field hears itself while it has focus; here only to be shown."""

_OP_ID = {deze.id: deze for deze in SNELTOETSEN}


def als_tekst(toets: str) -> str:
    """A key as it is named on this system; the keys of Qt get their Dutch names."""
    gelezen = QKeySequence(toets).toString(QKeySequence.SequenceFormat.NativeText) or toets
    for engels, pijl in (("Right", "→"), ("Left", "←"), ("Up", "↑"), ("Down", "↓")):
        gelezen = gelezen.replace(engels, pijl)
    return gelezen


def sneltoets(toets_id: str) -> Sneltoets:
    """The shortcut with this id."""
    return _OP_ID[toets_id]


def koppel(toets_id: str, eigenaar: QWidget, doe: Callable[[], object]) -> QShortcut:
    """Let a shortcut of `SNELTOETSEN` call `doe`, a method of a QObject.

    It works while `eigenaar` is visible in the active window.
    """
    toets = QShortcut(eigenaar)
    toets.setObjectName(toets_id)
    toets.setKeys([QKeySequence(deze) for deze in sneltoets(toets_id).toetsen])
    toets.activated.connect(doe)
    return toets
