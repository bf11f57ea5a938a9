"""Kerndata en financiën: topics 18-20 with their tables, and the wachtlijst as a line. Unknown is said, never 0."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import FUNCTIE
from vtscan_desktop.domain.kengetallen import EIGEN_ZIN, kengetallen, toelichting
from vtscan_desktop.domain.kerndata import periode_tekst, wachtlijstreeksen
from vtscan_desktop.domain.kerndatafiguren import NAAMLOOS, topicfiguren, wachtlijstfiguren
from vtscan_desktop.domain.notatie import format_datum, format_euro, format_getal
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok
from vtscan_desktop.rapport.figuurblok import Figuurblok, figuurdeel
from vtscan_desktop.rapport.onderdelen.grondslag import bronmerken
from vtscan_desktop.rapport.opmaak import ONBEKEND
from vtscan_desktop.rapport.tabel import Kolommen, rij
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vtscan_desktop.domain.figuur.beschrijving import Reeks
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

WACHTLIJST_NR = 3


def _decimalen(waarden: Iterable[float | None]) -> int | None:
    """So many for all numbers of a column, that their commas stand under one another; None for each its own.

    More than two are rather left out where they say nothing.
    """
    meeste = max((len(format_getal(waarde).partition(",")[2]) for waarde in waarden if waarde is not None), default=0)
    return meeste if meeste <= 2 else None


def _getal(o: Opmaak, waarde: float | None, decimalen: int | None = None) -> Alinea:
    tekst = ONBEKEND if waarde is None else format_getal(waarde, decimalen)
    return Alinea(Stuk(tekst, s.GEDEMPT_KLEIN if waarde is None else s.KLEIN), onbekend=o.onbekend, rechts=True)


def _euro(o: Opmaak, bedrag: float, *, centen: bool) -> Alinea:
    tekst = format_euro(bedrag, centen=centen)
    return Alinea(Stuk(tekst, s.KLEIN), onbekend=o.onbekend, rechts=True)


def _budget(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    data = g.scan.kerndata
    inwoners = ONBEKEND if data.inwoners is None else format_getal(data.inwoners)
    blokken: list[Blok] = [o.alinea(f"Inwoners van de regio: {inwoners}.", onder=4)]
    if not data.budget:
        return [*blokken, o.alinea("Budget: onbekend.")]
    centen = any(b.bedrag != int(b.bedrag) for b in data.budget)
    rijen = [rij(o.cel(str(b.jaar)), o.cel(b.soort.value), _euro(o, b.bedrag, centen=centen)) for b in data.budget]
    blokken.append(o.tabel(Kolommen((1, 2, 2)), ["Jaar", "Soort", "Bedrag per jaar"], rijen, rechts={2}, onder=5))
    return [*blokken, *_gelezen(g, o, 18)]


def _proces(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    rijen = [
        rij(
            o.cel(periode_tekst(p.van, p.tot)),
            _getal(o, p.meldingen),
            _getal(o, p.adviesvragen),
            _getal(o, p.onderzoeken),
        )
        for p in g.scan.kerndata.primair_proces
    ]
    if not rijen:
        return [o.alinea("Meldingen, adviesvragen en onderzoeken: onbekend.")]
    koppen = ["Periode", "Meldingen", "Adviesvragen", "Onderzoeken"]
    return [o.tabel(Kolommen((5, 2, 2, 2)), koppen, rijen, rechts={1, 2, 3}), *_gelezen(g, o, 19)]


def _formatie(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    formatie = g.scan.kerndata.formatie
    vast, tijdelijk = _decimalen(f.vast for f in formatie), _decimalen(f.tijdelijk for f in formatie)
    rijen = [
        rij(
            o.cel(format_datum(f.peildatum)),
            o.cel(FUNCTIE[f.functie]),
            _getal(o, f.vast, vast),
            _getal(o, f.tijdelijk, tijdelijk),
        )
        for f in formatie
    ]
    if not rijen:
        return [o.alinea("Formatie: onbekend.")]
    koppen = ["Peildatum", "Functie", "Vast (fte)", "Tijdelijk (fte)"]
    return [o.tabel(Kolommen((3, 4, 2, 2)), koppen, rijen, rechts={2, 3}), *_gelezen(g, o, 20)]


def _bron(g: RapportGegevens) -> str:
    invulling, merken = g.scan.topic(WACHTLIJST_NR), bronmerken(g.scan)
    titels = {d.id: f"{d.titel} ({merken[d.id]})" for d in g.scan.documenten}
    bronnen = [titels.get(b) or merken.get(b, "") for b in invulling.bronnen]
    return "; ".join(b for b in bronnen if b)


def _gelezen(g: RapportGegevens, o: Opmaak, nr: int) -> list[Blok]:
    """What the table of a topic comes down to: its figures, and what can be derived."""
    blokken: list[Blok] = []
    for figuur in topicfiguren(g.scan, nr):
        blokken += figuurdeel(o, replace(figuur, bron=""), 3)  # the topic names its own bronnen
    rijen = [
        rij(
            o.cel(getal.naam),
            Alinea(Stuk(getal.tekst, s.GEDEMPT_KLEIN if getal.waarde is None else s.NADRUK_KLEIN), onbekend=o.onbekend),
            o.cel(toelichting(getal), s.GEDEMPT_KLEIN),
        )
        for getal in kengetallen(g.scan.kerndata, nr)
    ]
    blokken.append(o.tabel(Kolommen((4, 3, 7)), ["Afgeleid cijfer", "Waarde", "Hoe berekend"], rijen, onder=4))
    return [*blokken, o.onderschrift(EIGEN_ZIN)]


def _in_woorden(reeks: Reeks) -> str:
    return f"{reeks.naam}: {'; '.join(f'{punt.wanneer}: {punt.tekst}' for punt in reeks.punten)}."


def _wachtlijst(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The wachtlijst in figures; in words too what does not all stand in one, or was counted once."""
    blokken: list[Blok] = []
    getekend: set[str] = set()
    bron = _bron(g)
    for kaal in wachtlijstfiguren(g.scan):
        figuur = replace(kaal, bron=bron)
        blokken += figuurdeel(o, figuur, 2)
        if not Figuurblok(figuur, set()).tekening(s.BREEDTE).volledig:
            blokken += [o.alinea(_in_woorden(reeks), s.KLEIN, onder=3) for reeks in figuur.reeksen]
        getekend |= {reeks.naam for reeks in figuur.reeksen}
    onder = f"Bron: {bron}." if bron else "Aantal per teldatum."
    for reeks in wachtlijstreeksen(g.scan.kerndata):
        if (reeks.wat or NAAMLOOS) not in getekend:
            verloop = "; ".join(f"{format_datum(dag)}: {format_getal(aantal)}" for dag, aantal in reeks.punten)
            blokken.append(o.kop(2, f"Wachtlijst: {reeks.wat}" if reeks.wat else "Wachtlijst"))
            blokken += [o.alinea(f"{verloop}.", s.KLEIN, onder=3), o.onderschrift(onder)]
    return blokken


def kerndata(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section with the figures."""
    delen = {18: _budget, 19: _proces, 20: _formatie}
    merken = bronmerken(g.scan)
    blokken: list[Blok] = [o.kop(1, g.format.topic(18).thema.titel)]
    for nr, deel in delen.items():
        blokken.append(o.kop(2, f"{nr}. {titel_op(g.format.topic(nr), g.scan.peildatum)}"))
        blokken += deel(g, o)
        invulling = g.scan.topic(nr)
        if invulling.toelichting.strip():
            blokken.append(o.alinea(invulling.toelichting))
        if invulling.motivering.strip():
            blokken.append(o.alinea(f"Motivering: {invulling.motivering}"))
        if invulling.risico.strip():
            blokken.append(o.alinea(f"Risico: {invulling.risico}", s.TEKST.met(kleur=s.GEDEMPT)))
        bronnen = [merken[bron] for bron in invulling.bronnen if bron in merken]
        if bronnen:
            blokken.append(o.onderschrift(f"Bronnen: {', '.join(bronnen)}"))
    return [*blokken, *_wachtlijst(g, o)]
