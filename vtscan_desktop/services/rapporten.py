"""Make the signed report of a scan, and check one. What is written is checked before it gets its name.

pyHanko and ReportLab take over a second to load, so they are imported when the first report is made or checked: call
these functions off the UI thread.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import lees_begrensd, schrijf_veilig
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.hulpbronnen import laad_format, regionaam
from vtscan_desktop.rapport.controle import Controle as Controle
from vtscan_desktop.rapport.controle import Handtekening as Handtekening
from vtscan_desktop.rapport.controle import Scaninfo
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Ondertekenaar, RapportGegevens
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.identiteiten import identiteit_voor
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.rapport.identiteit import Identiteit

EDITIE = Editie.BESTUURLIJK
"""The editie that is printed and embedded."""
_STAPPEN = ("Oordelen wegen", "Pagina's opmaken", "Ondertekenen", "Wegschrijven en controleren")


@dataclass(frozen=True, slots=True)
class Rapportresultaat:
    """A report that was made: `sha256` (hex) of the file, `meldingen` for the user, and its own check."""

    pad: Path
    versie: int
    sha256: str
    meldingen: tuple[str, ...]
    controle: Controle


def rapportnaam(scan: Risicoscan) -> str:
    """The usual file name of a report, from regio and peildatum."""
    return f"risicoscan-{scan.regio}-{scan.peildatum.isoformat()}.pdf"


def rapporttitel(scan: Risicoscan) -> str:
    """What a report is called, in its window and in an e-mail."""
    return f"Risicoscan Veilig Thuis {regionaam(scan.regio)}, peildatum {format_datum(scan.peildatum)}"


def maak_rapport(
    scan: Risicoscan,
    pad: Path,
    *,
    nu: datetime,
    vervang: bool,
    identiteit: Identiteit | None = None,
    opslag: Opslag | None = None,
    ondertekenaars: tuple[Ondertekenaar, ...] = STANDAARD_ONDERTEKENAARS,
    voortgang: Callable[[str, int, int], None] = lambda _tekst, _stap, _totaal: None,
) -> Rapportresultaat:
    """Make the signed bestuurlijke report of `scan` at `pad`.

    `nu` is the real time, aware and in the zone that the stamp shows. Without `identiteit` it is the one of the
    database `opslag`, or else one that lives as long as this report. `opslag` also counts the versions. The first of
    `ondertekenaars` signs now, the others get an empty field. `voortgang` is told (Dutch text, step from 1, number of
    steps) on the calling thread, and may raise to stop.

    Raises InvoerFout when the target exists and `vervang` is false, OmgevingFout when it cannot be written or what was
    written does not pass the check; then nothing is left behind and the target is as it was.
    """
    voortgang(_STAPPEN[0], 1, len(_STAPPEN))
    # Written and read back first, so that what is printed is what is embedded, to the letter.
    gelezen = lees_scan(schrijf_scan(beperk(scan, EDITIE)), "De scan")
    wie = gelezen.scan.adviseur
    if identiteit is None:
        identiteit = _identiteit(opslag, wie.functie, wie.organisatie, nu)
    versie = _volgende_versie(opslag, scan.id)
    pdf, meldingen = _maak_pdf(gelezen.scan, versie, nu, identiteit, ondertekenaars, voortgang)
    voortgang(_STAPPEN[3], 4, len(_STAPPEN))
    controles: list[Controle] = []
    schrijf_veilig(
        pad, pdf, vervang=vervang, controle=lambda proef: controles.append(_eis_gelijk(proef, pdf, gelezen.scan, pad))
    )
    kenmerk = sha256(pdf).hexdigest()
    if opslag is not None:
        opslag.bewaar_rapport(scan.id, versie, EDITIE.value, kenmerk, nu)
    return Rapportresultaat(pad, versie, kenmerk, (*gelezen.meldingen, *meldingen), controles[0])


def _identiteit(opslag: Opslag | None, functie: str, organisatie: str, nu: datetime) -> Identiteit:
    if opslag is not None:
        return identiteit_voor(opslag, functie, organisatie, nu)
    from vtscan_desktop.rapport.identiteit import maak_identiteit

    return maak_identiteit(functie, organisatie, nu)


def _volgende_versie(opslag: Opslag | None, scan_id: str) -> int:
    if opslag is None or not opslag.bestaat(scan_id):
        return 1
    eerdere = [rij.versie for rij in opslag.rapportversies(scan_id) if rij.editie == EDITIE.value]
    return max(eerdere, default=0) + 1


def _maak_pdf(
    scan: Risicoscan,
    versie: int,
    nu: datetime,
    identiteit: Identiteit,
    ondertekenaars: tuple[Ondertekenaar, ...],
    voortgang: Callable[[str, int, int], None],
) -> tuple[bytes, tuple[str, ...]]:
    from vtscan_desktop.rapport.afwerking import werk_af
    from vtscan_desktop.rapport.bouw import bouw_rapport
    from vtscan_desktop.rapport.ondertekenen import onderteken
    from vtscan_desktop.rapport.xmp import Documentgegevens

    voortgang(_STAPPEN[1], 2, len(_STAPPEN))
    bouwsel = bouw_rapport(
        RapportGegevens(
            scan=scan,
            beoordeling=beoordeel_scan(scan),
            format=laad_format(),
            regionaam=regionaam(scan.regio),
            versie=versie,
            editie=EDITIE,
            opgesteld=nu,
            ondertekenaars=ondertekenaars,
        )
    )
    auteur = ", ".join(deel for deel in (scan.adviseur.functie, scan.adviseur.organisatie) if deel.strip())
    af = werk_af(
        bouwsel.pdf,
        bouwsel.vakken,
        schrijf_scan(scan),
        Documentgegevens(rapporttitel(scan), auteur or ondertekenaars[0].titel, nu),
    )
    voortgang(_STAPPEN[2], 3, len(_STAPPEN))
    return onderteken(af, ondertekenaars[0].veld, identiteit, nu), bouwsel.meldingen


def _eis_gelijk(proef: Path, pdf: bytes, scan: Risicoscan, doel: Path) -> Controle:
    """The check of what was written to `proef`; raises OmgevingFout unless it is what was signed, scan and all."""
    from vtscan_desktop.rapport.bijlage import MAX_PDF, haal_scan

    geschreven = lees_begrensd(proef, MAX_PDF)
    controle = _controleer(geschreven)
    bijlage = haal_scan(geschreven)
    if geschreven == pdf and controle.geldig and bijlage and lees_scan(bijlage, "De scan in het rapport").scan == scan:
        return controle
    raise OmgevingFout(f"{doel} is niet goed weggeschreven en daarom niet bewaard.")


def controleer_rapport(pad: Path) -> Controle:
    """Check the signatures of the report at `pad`, and read which scan it carries.

    Raises InvoerFout when it is no PDF or too large, OmgevingFout when it is missing or may not be read.
    """
    from vtscan_desktop.rapport.bijlage import MAX_PDF

    try:
        return _controleer(lees_begrensd(pad, MAX_PDF))
    except InvoerFout as fout:
        raise fout if str(pad) in str(fout) else InvoerFout(f"{pad}: {fout}") from fout


def _controleer(pdf: bytes) -> Controle:
    from vtscan_desktop.rapport.bijlage import haal_scan
    from vtscan_desktop.rapport.controleren import controleer

    controle = controleer(pdf)
    bijlage = haal_scan(pdf)
    if bijlage is None:
        return replace(controle, meldingen=(*controle.meldingen, "In dit rapport zit geen leesbare risicoscan."))
    try:
        scan = lees_scan(bijlage, "De risicoscan in dit rapport").scan
    except InvoerFout as fout:
        return replace(controle, meldingen=(*controle.meldingen, str(fout)))
    return replace(controle, scan=Scaninfo(scan.id, scan.regio, scan.peildatum, scan.editie))
