"""Zienswijzen (hoor en wederhoor), each with the adviser's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import PARTIJ, STANDPUNT, zeg_wie
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.domain.zienswijzen import is_ontvangen, zienswijzen_te_komen
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Zienswijze
    from vtscan_desktop.rapport.blokken import Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak


def _met_antwoord(o: Opmaak, tekst: str, antwoord: str) -> list[Blok]:
    blokken: list[Blok] = [o.alinea(tekst)] if tekst.strip() else []
    if antwoord.strip():
        label = Stuk("Antwoord van de adviseur: ", s.TEKST.met(letter=s.Letter.MIDDEL))
        blokken.append(o.alinea([label, Stuk(antwoord)]))
    return blokken


def _zienswijze(z: Zienswijze, g: RapportGegevens, o: Opmaak) -> list[Blok]:
    kop = hoofdletter(PARTIJ[z.partij])
    if zeg_wie(z.van):
        kop += f": {zeg_wie(z.van)}"
    regel = [f"Standpunt: {STANDPUNT[z.standpunt]}" if z.standpunt else "Standpunt: nog niet bekend"]
    if z.datum:
        regel.append(format_datum(z.datum))
    stand = o.alinea(" · ".join(regel), s.GEDEMPT_KLEIN, onder=3)
    inhoud = _met_antwoord(o, z.tekst, z.antwoord)
    stand.bij_volgende = bool(inhoud or z.per_topic)
    blokken: list[Blok] = [o.kop(2, kop), stand, *inhoud]
    for topic in z.per_topic:
        delen = _met_antwoord(o, topic.tekst, topic.antwoord)
        if delen:
            blokken += [o.kop(3, f"Topic {topic.nr}: {titel_op(g.format.topic(topic.nr), g.scan.peildatum)}"), *delen]
    return blokken


def zienswijzen(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section with all zienswijzen that were received, and whose has still to come."""
    blokken: list[Blok] = [o.kop(1, "Zienswijzen")]
    for zienswijze in filter(is_ontvangen, g.scan.zienswijzen):
        blokken += _zienswijze(zienswijze, g, o)
    ontbreekt = zienswijzen_te_komen(g.scan)
    if ontbreekt:
        blokken.append(o.alinea(f"Nog niet ontvangen: de zienswijze van {ontbreekt}."))
    return blokken
