"""Kerndata en financiën: topics 18-20 with their tables, and the wachtlijst as a line. Unknown is said, never 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.kerndata import BANDBREEDTE, euro_per_1000_inwoners, periode_tekst, wachtlijstreeksen
from vtscan_desktop.domain.notatie import format_datum, format_euro, format_getal
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok
from vtscan_desktop.rapport.figuren import Lijngrafiek
from vtscan_desktop.rapport.onderdelen.grondslag import bronmerken
from vtscan_desktop.rapport.opmaak import FUNCTIE, ONBEKEND
from vtscan_desktop.rapport.tabel import Kolommen, rij
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

WACHTLIJST_NR = 3
GROOTSTE_IN_GRAFIEK = 99_999
"""Counts above this have no room along the axis; they are written out."""


def _getal(o: Opmaak, waarde: float | None) -> Alinea:
    tekst = ONBEKEND if waarde is None else format_getal(waarde)
    return Alinea(Stuk(tekst, s.GEDEMPT_KLEIN if waarde is None else s.KLEIN), onbekend=o.onbekend, rechts=True)


def _euro(o: Opmaak, bedrag: float) -> Alinea:
    return Alinea(Stuk(format_euro(bedrag), s.KLEIN), onbekend=o.onbekend, rechts=True)


def _budget(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    data = g.scan.kerndata
    inwoners = ONBEKEND if data.inwoners is None else format_getal(data.inwoners)
    blokken: list[Blok] = [o.alinea(f"Inwoners van de regio: {inwoners}.", onder=4)]
    if not data.budget:
        return [*blokken, o.alinea("Budget: onbekend.")]
    rijen = [rij(o.cel(str(b.jaar)), o.cel(b.soort.value), _euro(o, b.bedrag)) for b in data.budget]
    blokken.append(o.tabel(Kolommen((1, 2, 2)), ["Jaar", "Soort", "Bedrag per jaar"], rijen, rechts={2}, onder=5))
    per_1000 = euro_per_1000_inwoners(data)
    if per_1000 is not None:
        laag, hoog = (format_euro(grens) for grens in BANDBREEDTE)
        zin = (
            f"In het laatste jaar is dat samen {format_euro(round(per_1000))} per 1.000 inwoners. Een eerste, "
            f"niet gecorrigeerde vergelijking komt op {laag} tot {hoog} (§ 1.5)."
        )
        blokken.append(o.onderschrift(zin))
    return blokken


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
    return [o.tabel(Kolommen((5, 2, 2, 2)), koppen, rijen, rechts={1, 2, 3})]


def _formatie(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    rijen = [
        rij(o.cel(format_datum(f.peildatum)), o.cel(FUNCTIE[f.functie]), _getal(o, f.vast), _getal(o, f.tijdelijk))
        for f in g.scan.kerndata.formatie
    ]
    if not rijen:
        return [o.alinea("Formatie: onbekend.")]
    koppen = ["Peildatum", "Functie", "Vast (fte)", "Tijdelijk (fte)"]
    return [o.tabel(Kolommen((3, 4, 2, 2)), koppen, rijen, rechts={2, 3})]


def _bron(g: RapportGegevens) -> str:
    invulling, merken = g.scan.topic(WACHTLIJST_NR), bronmerken(g.scan)
    titels = {d.id: f"{d.titel} ({merken[d.id]})" for d in g.scan.documenten}
    bronnen = [titels.get(b) or merken.get(b, "") for b in invulling.bronnen]
    return "; ".join(b for b in bronnen if b)


def _wachtlijst(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """A line for each kind of waiting; in words where it is one count, or more than the drawing can label."""
    blokken: list[Blok] = []
    bron = _bron(g)
    for reeks in wachtlijstreeksen(g.scan.kerndata):
        blokken.append(o.kop(2, f"Wachtlijst: {reeks.wat}" if reeks.wat else "Wachtlijst"))
        verloop = "; ".join(f"{format_datum(dag)}: {format_getal(aantal)}" for dag, aantal in reeks.punten) + "."
        uitgeschreven = len(reeks.punten) == 1 or max(aantal for _, aantal in reeks.punten) > GROOTSTE_IN_GRAFIEK
        if not uitgeschreven:
            wat = f", {reeks.wat}" if reeks.wat else ""
            grafiek = Lijngrafiek(reeks.punten, f"Lijngrafiek van de wachtlijst{wat}. {verloop}")
            grafiek.bij_volgende = True
            blokken.append(grafiek)
            uitgeschreven = not grafiek.volledig
        if uitgeschreven:
            blokken.append(o.alinea(verloop, s.KLEIN, onder=3))
        blokken.append(o.onderschrift(f"Bron: {bron}." if bron else "Aantal per teldatum."))
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
