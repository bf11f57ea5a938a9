"""The table of topics: Nr | Topic | Oordeel | Toelichting, per hoofdthema, in the order of the source's bijlage 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import HERTOETS, OORDEELWOORDEN
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.risicoscan import HERTOETS_NR, Hertoetsuitkomst, Oordeel
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.domain.voorstel import Afwaardeerreden
from vtscan_desktop.domain.zinnen import topicnummers
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok
from vtscan_desktop.rapport.figuren import Oordeelregel
from vtscan_desktop.rapport.onderdelen.grondslag import bronmerken
from vtscan_desktop.rapport.tabel import Kolommen, Rij, breed_erbij, groeprij, rij

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import TopicInvulling
    from vtscan_desktop.domain.topics import Topic
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

KOLOMMEN = Kolommen((14, 126, 100, 220), tussen=7.0)
LANG = 1_100
"""Longest toelichting and risico, in characters, that stand in their column: about half a page."""
REDEN = {
    Afwaardeerreden.GEEN_AFSPRAAK: "een afspraak over wie en wanneer ontbreekt",
    Afwaardeerreden.TERMIJN_VERSTREKEN: "de afgesproken termijn verstreken is",
    Afwaardeerreden.TERMIJN_TE_VER: "de afgesproken termijn meer dan een jaar na de peildatum ligt",
}
"""Why a topic counts lower, behind "omdat"; as a sentence of its own `zinnen.AFWAARDERING` has it."""


def vooraf(g: RapportGegevens, nr: int) -> list[str]:
    """What must be known before the toelichting: why a topic counts lower, the hertoets, the motivering."""
    invulling, hertoets = g.scan.topic(nr), g.scan.hertoets
    redenen = {a.nr: REDEN[a.reden] for a in g.beoordeling.voorstel.afgewaardeerd}
    zinnen = []
    if nr in redenen:
        zinnen.append(f"Beoordeeld als in ontwikkeling; telt als niet op orde, omdat {redenen[nr]}.")
    if nr == HERTOETS_NR and (hertoets.uitkomst is not Hertoetsuitkomst.NIET_GEHOUDEN or hertoets.datum):
        op = f", {format_datum(hertoets.datum)}" if hertoets.datum else ""
        zinnen.append(f"Uitkomst hertoets: {HERTOETS[hertoets.uitkomst]}{op}.")
    if invulling.motivering.strip():
        kop = "" if invulling.oordeel is Oordeel.NVT else "Motivering: "
        zinnen.append(kop + invulling.motivering)
    return zinnen


class _Topictabel:
    def __init__(self, g: RapportGegevens, o: Opmaak) -> None:
        self.g, self.o = g, o
        self.merken = bronmerken(g.scan)

    def _alinea(self, tekst: str, stijl: s.Stijl = s.KLEIN) -> Alinea:
        return self.o.alinea(tekst, stijl, onder=0)

    def _toelichting(self, invulling: TopicInvulling, stijl: s.Stijl = s.KLEIN) -> list[Blok]:
        delen: list[Blok] = []
        if invulling.toelichting.strip():
            delen.append(self._alinea(invulling.toelichting, stijl))
        if invulling.risico.strip():
            delen.append(self._alinea(f"Risico: {invulling.risico}", stijl.met(kleur=s.GEDEMPT)))
        bronnen = [self.merken[b] for b in invulling.bronnen if b in self.merken]
        if bronnen:
            delen.append(self._alinea(f"Bronnen: {', '.join(bronnen)}", s.NOOT))
        return delen

    def van_topic(self, topic: Topic) -> list[Rij]:
        """The row of a topic; a long toelichting gets the whole width, in a row under it."""
        invulling = self.g.scan.topic(topic.nr)
        begin: list[Blok] = [self._alinea(zin) for zin in vooraf(self.g, topic.nr)]
        if len(invulling.toelichting) + len(invulling.risico) <= LANG:
            return [self._rij(topic, [*begin, *self._toelichting(invulling)])]
        boven = self._rij(topic, [*begin, self._alinea("De toelichting staat hieronder.", s.GEDEMPT_KLEIN)])
        naam = titel_op(topic, self.g.scan.peildatum)
        vervolg = self._alinea(f"Vervolg van topic {topic.nr}, {naam}", s.NOOT)
        toelichting = self._toelichting(invulling, s.TEKST)
        return [boven, breed_erbij(boven, toelichting, len(KOLOMMEN.delen), vervolg)]

    def _rij(self, topic: Topic, toelichting: list[Blok]) -> Rij:
        invulling = self.g.scan.topic(topic.nr)
        oordeel = self.g.beoordeling.effectief[topic.nr]
        titel = [self.o.stuk(titel_op(topic, self.g.scan.peildatum), s.NAAM_KLEIN)]
        if topic.aangevuld:
            titel.append(self.o.stuk("\naangevuld", s.NOOT))
        woord = self.o.cel(OORDEELWOORDEN[oordeel])
        return rij(
            self.o.cel(str(topic.nr), s.GEDEMPT_KLEIN),
            self.o.alinea(titel, onder=0),
            Oordeelregel(oordeel, woord, punt=bool(invulling.toelichting.strip())),
            toelichting,
            rijkop=1,
        )

    def rijen(self) -> list[Rij]:
        """All rows, with a heading for each hoofdthema."""
        uit: list[Rij] = []
        for thema in self.g.format.themas():
            topics = [t for t in self.g.format.topics_van(thema) if not t.data]
            if topics:
                uit.append(groeprij(self.o.cel(thema.titel, s.NADRUK_KLEIN), len(KOLOMMEN.delen)))
                uit += [rij_ for t in topics for rij_ in self.van_topic(t)]
        return uit


def _aangevuld(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """Why some topics are aangevuld, once per reason."""
    redenen: dict[str, tuple[int, ...]] = {}
    for topic in g.format.topics:
        if topic.aangevuld:
            redenen[topic.aangevuld] = (*redenen.get(topic.aangevuld, ()), topic.nr)
    zinnen = [f"{hoofdletter(topicnummers(nrs))}, aangevuld: {reden}" for reden, nrs in redenen.items()]
    return [o.alinea(zin, s.NOOT, onder=3) for zin in zinnen]


def topics(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section with all topics that get an oordeel."""
    tabel = o.tabel(KOLOMMEN, ["Nr.", "Topic", "Oordeel", "Toelichting"], _Topictabel(g, o).rijen(), onder=8)
    return [o.kop(1, "Topics"), tabel, *_aangevuld(g, o)]
