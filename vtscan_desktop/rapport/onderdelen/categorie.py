"""Voorstel and vaststelling, with the full onderbouwing: rules, afwaarderingen, steps and signalen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import format_datum, opsomming
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Blok, Inzet
from vtscan_desktop.rapport.onderdelen.voorpagina import voorstelzin
from vtscan_desktop.rapport.tabel import Kolommen, rij
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

VARIANT = {
    "kwetsbaar": "op orde, maar potentieel kwetsbaar",
    "binnen_afzienbare_tijd": "binnen afzienbare tijd op orde",
}
AANTAL_STAPPEN = 5
"""So many of the smallest sets are written out; the sentence says how many more there are."""


def _stand(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    voorstel, vaststelling = g.beoordeling.voorstel, g.scan.vaststelling
    zin = voorstelzin(voorstel)
    if voorstel.voorstel is not None:
        zin = f"Categorie {voorstel.voorstel}: {CATEGORIENAMEN[voorstel.voorstel]}. {zin}"
    varianten = opsomming([VARIANT[v] for v in voorstel.varianten])
    if varianten:
        zin += f" Het gaat om: {varianten}."
    blokken: list[Blok] = [o.kop(2, "Voorstel"), o.alinea(zin), o.kop(2, "Vaststelling")]
    if vaststelling is None:
        return [*blokken, o.alinea("De adviseur heeft nog geen categorie vastgesteld.")]
    op = f" op {format_datum(vaststelling.datum)}" if vaststelling.datum else ""
    naam = CATEGORIENAMEN[vaststelling.categorie]
    blokken.append(o.alinea(f"De adviseur heeft{op} categorie {vaststelling.categorie} vastgesteld: {naam}."))
    if voorstel.voorstel != vaststelling.categorie:
        blokken.append(o.alinea("De vaststelling wijkt af van het voorstel. Beide staan daarom naast elkaar."))
    if vaststelling.motivering.strip():
        blokken.append(
            o.alinea([Stuk("Motivering: ", s.TEKST.met(letter=s.Letter.MIDDEL)), Stuk(vaststelling.motivering)])
        )
    return blokken


def _regels(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    regels = g.beoordeling.voorstel.regels
    if not regels:
        return []
    rijen = [
        rij(
            o.cel(regel.titel),
            o.cel(regel.tekst),
            o.cel(str(regel.minimum)),
            o.cel(regel.bron.replace("§ ", "§\u00a0"), s.GEDEMPT_KLEIN),
        )
        for regel in regels
    ]
    koppen = ["Regel", "Wat er speelt", "Ten minste", "Bron"]
    return [o.kop(2, "Regels die gelden"), o.tabel(Kolommen((14, 25, 9, 17)), koppen, rijen)]


def _stap(sets: tuple[tuple[int, ...], ...]) -> str:
    getoond = [opsomming([str(nr) for nr in nrs]) for nrs in sets[:AANTAL_STAPPEN]]
    rest = len(sets) - len(getoond)
    zin = ("topic " if len(sets[0]) == 1 else "topics ") + "; of ".join(getoond)
    return zin + (f"; of een van nog {rest} andere mogelijkheden" if rest else "")


def _stappen(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    voorstel = g.beoordeling.voorstel
    zinnen = [a.tekst for a in voorstel.afgewaardeerd]
    if voorstel.met_afspraken is not None:
        zinnen.append(f"Met sluitende afspraken bij deze topics zou het categorie {voorstel.met_afspraken} zijn.")
    if voorstel.stap_omhoog:
        zinnen.append(f"Kleinste stap omhoog: op orde brengen van {_stap(voorstel.stap_omhoog)}.")
    if voorstel.stap_omlaag:
        zinnen.append(f"Kleinste stap omlaag: niet op orde raken van {_stap(voorstel.stap_omlaag)}.")
    if voorstel.openstaand:
        zinnen.append(f"Nog niet besproken: topic {opsomming([str(nr) for nr in voorstel.openstaand])}.")
    if voorstel.beslissend:
        zinnen.append(
            f"Daarvan kan de uitkomst veranderen door: topic {opsomming([str(nr) for nr in voorstel.beslissend])}."
        )
    return [o.kop(2, "Wat het voorstel kan veranderen"), o.lijst(zinnen)] if zinnen else []


def _signalen(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    kop = o.kop(2, "Signalen")
    signalen = g.beoordeling.signalen
    if not signalen:
        return [kop, o.alinea("Er zijn geen signalen.")]
    uitleg = o.alinea("Punten om op te letten. Zij bepalen de categorie niet.", s.GEDEMPT_KLEIN, onder=4)
    uitleg.bij_volgende = True
    return [kop, uitleg, o.lijst([signaal.tekst for signaal in signalen])]


def categorie(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The section on the categorie."""
    eigen = (
        "De categorieën en hun betekenis komen uit de bron. Hoe de categorie uit de oordelen wordt berekend, is een "
        "eigen uitwerking van de tekst van die bron; bij elke regel staat welke paragraaf is uitgewerkt."
    )
    return [
        o.kop(1, "Categorie en onderbouwing"),
        *_stand(g, o),
        o.kop(2, "Onderbouwing"),
        o.alinea(g.beoordeling.onderbouwing.volledig),
        Inzet([o.alinea(eigen, s.KLEIN, onder=0)], vulling=s.ACCENT_ZACHT, boven=4, onder=8),
        *_regels(g, o),
        *_stappen(g, o),
        *_signalen(g, o),
    ]
