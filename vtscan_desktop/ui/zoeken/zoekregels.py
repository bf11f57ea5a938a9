"""What the box of Ctrl+K lists: rows under headings, made from the open scan, the commands and what the store found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Risicoscan
from vtscan_desktop.services.zoeken import Treffer, Zoekantwoord, Zoeksoort, markeringen, past, waar
from vtscan_desktop.ui.bouwstenen.topicbeeld import topicbeeld
from vtscan_desktop.ui.sneltoetsen import Sneltoets
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.teksten import OORDEEL, scannaam

PER_GROEP = 8
"""Rows shown under one heading of texts."""


class Modus(StrEnum):
    """What the box is opened for."""

    ALLES = "alles"
    TOPIC = "topic"
    VLAG = "vlag"


class Zoekgroep(StrEnum):
    """The headings, in this order."""

    STAPPEN = "Topics en stappen"
    OPDRACHTEN = "Opdrachten"
    NOTITIES = "Notities"
    TEKSTEN = "Teksten"
    ACTIES = "Acties"
    BRONNEN = "Gesprekken en documenten"


_GROEP = {
    Zoeksoort.NOTITIE: Zoekgroep.NOTITIES,
    Zoeksoort.ACTIE: Zoekgroep.ACTIES,
    Zoeksoort.MAATWERKACTIE: Zoekgroep.ACTIES,
    Zoeksoort.GESPREK: Zoekgroep.BRONNEN,
    Zoeksoort.DOCUMENT: Zoekgroep.BRONNEN,
}

Doel = Stap | Sneltoets | Treffer
"""Where a row leads: a step, a command (by its shortcut), or a text that was found."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A row: its text with the parts that match, where it stands, the key at the right, the icon before it."""

    groep: Zoekgroep
    tekst: str
    doel: Doel
    gevonden: tuple[tuple[int, int], ...] = ()
    onder: str = ""
    rechts: str = ""
    beeld: str = ""
    vlag: bool = False

    @property
    def hardop(self) -> str:
        """The row as a screen reader says it."""
        delen = (self.tekst, "met een vlag" if self.vlag else "", self.onder, self.rechts, self.groep.value)
        return ", ".join(deel for deel in delen if deel)


@dataclass(frozen=True, slots=True)
class Zoekbron:
    """What can be found in memory: the open scan with its steps (None and none on the start page), and the commands."""

    stappen: tuple[Stap, ...]
    opdrachten: tuple[Sneltoets, ...]
    scan: Risicoscan | None = None
    beoordeling: Beoordeling | None = None


def regels_uit_geheugen(bron: Zoekbron, vraag: str, modus: Modus) -> tuple[Regel, ...]:
    """The steps and commands that fit; without a question all of them, the flagged first."""
    stappen = [(gewicht, stap) for stap in bron.stappen if (gewicht := _gewicht(stap, vraag)) is not None]
    if modus is not Modus.ALLES:
        stappen = [(g, s) for g, s in stappen if s.topic and (modus is Modus.TOPIC or _heeft_vlag(bron, s))]
    elif not vraag.strip():
        stappen = [(0 if _heeft_vlag(bron, stap) else 1, stap) for _, stap in stappen]
    gesorteerd = sorted(stappen, key=lambda paar: paar[0])
    regels = tuple(_stapregel(bron, stap, vraag) for _, stap in gesorteerd)
    if modus is not Modus.ALLES:
        return regels
    return regels + tuple(
        Regel(Zoekgroep.OPDRACHTEN, o.wat, o, markeringen(o.wat, vraag), rechts=o.tekst)
        for o in bron.opdrachten
        if past(o.wat, vraag)
    )


def regels_uit_teksten(antwoord: Zoekantwoord) -> tuple[tuple[Regel, ...], bool]:
    """A row for each text that was found, those of the open scan first; and whether some were left out."""
    regels = [_tekstregel(t, "", antwoord.topicnaam(t)) for t in antwoord.hier]
    regels += [_tekstregel(t, scannaam(t.regio, t.peildatum), antwoord.topicnaam(t)) for t in antwoord.elders]
    gekozen: list[Regel] = []
    weg = False
    for groep in Zoekgroep:
        hier = [regel for regel in regels if regel.groep is groep]
        gekozen += hier[:PER_GROEP]
        weg = weg or len(hier) > PER_GROEP
    return tuple(gekozen), weg or antwoord.meer


def met_koppen(regels: Sequence[Regel]) -> Iterator[Zoekgroep | Regel]:
    """The rows in the order of the groups, each group after its heading."""
    for groep in Zoekgroep:
        hier = [regel for regel in regels if regel.groep is groep]
        if hier:
            yield groep
            yield from hier


def _gewicht(stap: Stap, vraag: str) -> int | None:
    """How well a step fits, 0 for its own number or name, then what it shows, then its whole title; None for not."""
    kaal = vraag.strip().rstrip(":")
    if not kaal:
        return 1
    if kaal.isdecimal():
        if not stap.topic or not str(stap.topic).startswith(kaal.lstrip("0") or "0"):
            return None
        return 0 if stap.topic == int(kaal) else 1
    if stap.knoptekst.lower().startswith(kaal.lower()):
        return 0
    if past(stap.knoptekst, kaal):
        return 1
    return 2 if past(_volledig(stap), kaal) else None


def _volledig(stap: Stap) -> str:
    """All words a step is known by."""
    return f"{stap.knoptekst} {stap.titel} {stap.groep}"


def _heeft_vlag(bron: Zoekbron, stap: Stap) -> bool:
    return bron.scan is not None and stap.topic is not None and bron.scan.topic(stap.topic).later


def _stapregel(bron: Zoekbron, stap: Stap, vraag: str) -> Regel:
    beeld, woord = "", ""
    if bron.scan is not None and bron.beoordeling is not None and stap.topic in OORDEEL_NRS:
        oordeel = bron.beoordeling.effectief[stap.topic]
        beeld, woord = topicbeeld(oordeel, bron.scan.topic(stap.topic)), OORDEEL[oordeel].lower()
    tekst = stap.knoptekst
    return Regel(
        Zoekgroep.STAPPEN,
        tekst,
        stap,
        markeringen(tekst, vraag.strip().rstrip(":")),
        rechts=woord,
        beeld=beeld,
        vlag=_heeft_vlag(bron, stap),
    )


def _tekstregel(treffer: Treffer, scan: str, topic: str) -> Regel:
    delen = (scan, topic, waar(treffer))
    return Regel(
        _GROEP.get(treffer.soort, Zoekgroep.TEKSTEN),
        treffer.fragment,
        treffer,
        treffer.markeringen,
        onder=" · ".join(deel for deel in delen if deel),
    )
