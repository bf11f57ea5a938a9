"""Voorstel and vaststelling, with the full onderbouwing: rules, afwaarderingen, steps and signalen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import format_datum, opsomming
from vtscan_desktop.domain.onderbouwing import EIGEN_UITWERKING, regels_op_gewicht
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Blok, Inzet
from vtscan_desktop.rapport.tabel import Kolommen, rij
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak


def _nummers(nrs: tuple[int, ...]) -> str:
    return opsomming([str(nr) for nr in nrs])


def _vaststelling(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    voorstel, vaststelling = g.beoordeling.voorstel, g.scan.vaststelling
    kop = o.kop(2, "Vaststelling")
    if vaststelling is None:
        return [kop, o.alinea("De adviseur heeft nog geen categorie vastgesteld.")]
    op = f" op {format_datum(vaststelling.datum)}" if vaststelling.datum else ""
    naam = CATEGORIENAMEN[vaststelling.categorie]
    zin = f"De adviseur heeft{op} categorie {vaststelling.categorie} vastgesteld: {naam}."
    if voorstel.voorstel != vaststelling.categorie:
        zin += " De vaststelling wijkt af van het voorstel; beide staan daarom naast elkaar."
    blokken: list[Blok] = [kop, o.alinea(zin)]
    if vaststelling.motivering.strip():
        label = Stuk("Motivering: ", s.TEKST.met(letter=s.Letter.MIDDEL))
        blokken.append(o.alinea([label, Stuk(vaststelling.motivering)]))
    if g.verschuiving:
        blokken.append(o.alinea(g.verschuiving.tekst))
    return blokken


def _onderbouwing(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The full text: its first paragraph is the voorstel itself; whose working-out it is, stands out."""
    voorstel, *rest = g.beoordeling.onderbouwing.volledig.split("\n")
    return [
        o.kop(2, "Voorstel"),
        o.alinea(voorstel),
        *_vaststelling(g, o),
        o.kop(2, "Onderbouwing"),
        *(o.alinea(deel) for deel in rest if deel != EIGEN_UITWERKING),
        Inzet([o.alinea(EIGEN_UITWERKING, s.KLEIN, onder=0)], vulling=s.ACCENT_ZACHT, boven=6, onder=8),
    ]


def _regels(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    rijen = [
        rij(
            o.cel(regel.titel),
            o.cel(_nummers(regel.topics)),
            o.cel(f"categorie {regel.minimum}"),
            o.cel(regel.bron, s.GEDEMPT_KLEIN),
        )
        for regel in regels_op_gewicht(g.beoordeling.voorstel)
    ]
    if not rijen:
        return []
    koppen = ["Regel", "Topics", "Leidt ten minste tot", "Bron"]
    return [o.kop(2, "Regels die gelden"), o.tabel(Kolommen((15, 15, 13, 20)), koppen, rijen)]


def _stappen(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """All sets of topics that would change the outcome, and what is still open."""
    v = g.beoordeling.voorstel
    met_afspraken = "" if v.met_afspraken is None else f"categorie {v.met_afspraken}"
    afgewaardeerd = tuple(a.nr for a in v.afgewaardeerd)
    beide = f"categorie {v.beste}, hoe dan ook"
    uitersten = beide if v.beste == v.slechtste else f"categorie {v.beste} en categorie {v.slechtste}"
    velden = [
        ("Gunstigste en ongunstigste uitkomst", uitersten),
        ("Telt als niet op orde", _nummers(afgewaardeerd)),
        ("Uitkomst als daarover goede afspraken zijn", met_afspraken),
        ("Kleinste stap omhoog: samen op orde", "; of ".join(_nummers(nrs) for nrs in v.stap_omhoog)),
        ("Kleinste stap omlaag: samen niet op orde", "; of ".join(_nummers(nrs) for nrs in v.stap_omlaag)),
        ("Nog niet besproken", _nummers(v.openstaand)),
        ("Daarvan beslissen als eerste", _nummers(v.beslissend)),
    ]
    rijen = [rij(o.cel(naam, s.GEDEMPT_KLEIN), o.cel(tekst)) for naam, tekst in velden if tekst]
    kop = o.kop(2, "Wat de uitkomst kan veranderen")
    return [kop, o.tabel(Kolommen((24, 39)), ["Wat", "Topics of categorie"], rijen)]


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
    kop = o.kop(1, "Categorie en onderbouwing")
    return [kop, *_onderbouwing(g, o), *_regels(g, o), *_stappen(g, o), *_signalen(g, o)]
