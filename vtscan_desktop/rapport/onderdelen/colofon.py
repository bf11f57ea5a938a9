"""Colofon: what the categories mean, what is our own working-out, and how a reader checks the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import EDITIENAAM
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.onderbouwing import BETEKENIS, EIGEN_UITWERKING
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.topics import zeg_ontbrekend
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Kolom
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.blokken import Blok
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.opmaak import Opmaak

BIJLAGE = {Editie.BESTUURLIJK: " en met niet meer dan dit rapport laat zien", Editie.VOLLEDIG: ""}


def colofon(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    """The last section."""
    vet = s.KLEIN.met(letter=s.Letter.MIDDEL)
    categorieen = [
        o.alinea([Stuk(f"{naam}. ", vet), Stuk(BETEKENIS[nr], s.KLEIN)], onder=3) for nr, naam in CATEGORIENAMEN.items()
    ]
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
        o.kop(2, "Wat de categorieën betekenen", boven=0),
        *categorieen,
        o.kop(2, "Eigen uitwerking"),
        o.alinea(eigen, s.KLEIN),
        o.kop(2, "Controleren of dit rapport echt is"),
        o.alinea(controle, s.KLEIN),
        o.kop(2, "Versie"),
        o.alinea(versie, s.KLEIN),
    ]
    return [Kolom(blokken, boven=blokken[0].boven, heel=True)]
