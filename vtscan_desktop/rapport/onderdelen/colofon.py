"""Colofon: what categories and oordelen mean, what is our own working-out, and how a reader checks the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import EDITIENAAM, OORDEELBETEKENIS, OORDEELWOORDEN
from vtscan_desktop.domain.notatie import format_datum, hoofdletter, opsomming
from vtscan_desktop.domain.onderbouwing import BETEKENIS, EIGEN_UITWERKING
from vtscan_desktop.domain.risicoscan import KERN_NRS, Editie
from vtscan_desktop.domain.topics import zeg_ontbrekend
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Kolom
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.blokken import Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

KERN = (
    f"Deze topics gelden voor elk Veilig Thuis en wegen zwaarder: {opsomming([str(nr) for nr in sorted(KERN_NRS)])}. "
    "Een topic is nog niet stevig als het pril, in ontwikkeling of niet op orde is."
)
BIJLAGE = {Editie.BESTUURLIJK: " en met niet meer dan dit rapport laat zien", Editie.VOLLEDIG: ""}


def _betekenissen(o: Opmaak) -> list[Blok]:
    """What the words that the whole report uses stand for."""

    def betekenis(woord: str, zin: str) -> Blok:
        return o.alinea([Stuk(f"{woord}. ", s.KLEIN.met(letter=s.Letter.MIDDEL)), Stuk(zin, s.KLEIN)], onder=3)

    return [
        o.kop(2, "Wat de categorieën betekenen", boven=0),
        *(betekenis(naam, BETEKENIS[nr]) for nr, naam in CATEGORIENAMEN.items()),
        o.kop(2, "Wat de oordelen betekenen"),
        *(betekenis(hoofdletter(OORDEELWOORDEN[oordeel]), zin) for oordeel, zin in OORDEELBETEKENIS.items()),
        betekenis("Kerntopics", KERN),
    ]


def colofon(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The last section."""
    eigen = (
        f"{EIGEN_UITWERKING} De topics komen uit: {g.format.herkomst.rstrip('.')}. Het voorstel is een hulpmiddel; de "
        "adviseur stelt de categorie vast."
    )
    controle = (
        "Dit rapport is digitaal ondertekend. Elke wijziging na de ondertekening is te zien in een pdf-lezer die "
        "handtekeningen controleert, en met de opdracht: vtscan controleer, gevolgd door de naam van dit bestand. "
        "Een zelfondertekende handtekening toont aan dat het rapport niet is veranderd; de identiteit van de "
        "ondertekenaar is dan niet door derden bevestigd."
    )
    if g.bijlage:
        controle += f" In de pdf zit ook de scan zelf, als gegevens{BIJLAGE[g.editie]}."
    versie = (
        f"Versie {g.versie}, {EDITIENAAM[g.editie]}, opgesteld op {format_datum(g.opgesteld)}. "
        f"Format: {g.format.volledig}."
    )
    if ontbreekt := zeg_ontbrekend(g.format):
        versie += f" {ontbreekt}"
    if g.editie is Editie.VOLLEDIG:
        versie += " Deze editie bevat notities, namen en locaties: deel haar niet buiten de kring die ze mag zien."
    blokken: list[Blok] = [
        o.kop(1, "Colofon"),
        *_betekenissen(o),
        o.kop(2, "Eigen uitwerking"),
        o.alinea(eigen, s.KLEIN),
        o.kop(2, "Controleren of dit rapport echt is"),
        o.alinea(controle, s.KLEIN),
        o.kop(2, "Versie"),
        o.alinea(versie, s.KLEIN),
    ]
    return [Kolom(blokken, boven=blokken[0].boven, heel=True)]
