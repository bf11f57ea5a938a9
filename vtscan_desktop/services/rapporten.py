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
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
from vtscan_desktop.domain.nakijken.regels import tel
from vtscan_desktop.domain.nakijken.stof import Ernst
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.domain.steun import bepaal_verschuiving
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.models.waarden import Rapportversie
from vtscan_desktop.rapport.controle import Controle as Controle
from vtscan_desktop.rapport.controle import Handtekening as Handtekening
from vtscan_desktop.rapport.controle import Scaninfo
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Huisstijl, Ondertekenaar, RapportGegevens
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.formats import format_van
from vtscan_desktop.services.huisstijl import lees_huisstijl
from vtscan_desktop.services.identiteiten import identiteit_voor
from vtscan_desktop.services.nakijken import kijk_werkstand_na
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.rapport.identiteit import Identiteit
    from vtscan_desktop.uitwisseling.lezen import Gelezen

_STAPPEN = ("Oordelen wegen", "Pagina's opmaken", "Ondertekenen", "Wegschrijven", "Nalopen wat er staat")
_GEWIJZIGD = (
    "De scan is gewijzigd terwijl het rapport werd gemaakt. Wat daarna is gewijzigd, staat er niet in: maak het zo "
    "nodig opnieuw."
)
_LOS = (
    "Het rapport {naam} is gemaakt en ondertekend, maar de database kon niet onthouden dat het er is: het staat niet "
    "bij de versies, en een volgend rapport krijgt ook nummer {nr}. Geef dit rapport daarom niet uit; maak het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Rapportresultaat:
    """A report that was made: `sha256` (hex) of the file, `meldingen` for the user, its own check, what it prints."""

    pad: Path
    sha256: str
    meldingen: tuple[str, ...]
    controle: Controle
    gegevens: RapportGegevens

    @property
    def versie(self) -> int:
        """Its number among the reports of this scan in this editie."""
        return self.gegevens.versie


@dataclass(frozen=True, slots=True)
class Rapportkeuze:
    """Which report is made: `editie` (volledig is the interne one), and whether the PDF carries its scan as data.

    `vorige` is the id of another scan of the regio to lay this one beside, in a part behind the report; None for none.
    """

    editie: Editie = Editie.BESTUURLIJK
    bijlage: bool = True
    vorige: str | None = None


def rapportnaam(scan: Risicoscan, editie: Editie = Editie.BESTUURLIJK) -> str:
    """The usual file name of a report, from regio and peildatum; an interne editie says so."""
    intern = "-intern" if editie is Editie.VOLLEDIG else ""
    return f"risicoscan-{scan.regio}-{scan.peildatum.isoformat()}{intern}.pdf"


def rapporttitel(scan: Risicoscan, editie: Editie = Editie.BESTUURLIJK) -> str:
    """What a report is called, in its window and in an e-mail; an interne editie says so."""
    intern = ", interne editie" if editie is Editie.VOLLEDIG else ""
    return f"Risicoscan Veilig Thuis {regionaam(scan.regio)}, peildatum {format_datum(scan.peildatum)}{intern}"


def maak_rapport(
    scan: Risicoscan,
    pad: Path,
    *,
    nu: datetime,
    vervang: bool,
    identiteit: Identiteit | None = None,
    opslag: Opslag | None = None,
    ondertekenaars: tuple[Ondertekenaar, ...] = STANDAARD_ONDERTEKENAARS,
    keuze: Rapportkeuze = Rapportkeuze(),
    voortgang: Callable[[str, int, int], None] = lambda _tekst, _stap, _totaal: None,
) -> Rapportresultaat:
    """Make the signed report of `scan` at `pad`, in the editie and with the bijlage that `keuze` says.

    `nu` is the real time, aware and in the zone that the stamp shows. Without `identiteit` it is the one of the
    database `opslag`, or else one that lives as long as this report. `opslag` also counts the versions of each editie
    and holds the logo. The first of `ondertekenaars` signs now, the others get an empty field. `voortgang` is told
    (Dutch text, step from 1, number of steps) on the calling thread, and may raise to stop.

    Raises InvoerFout when the target exists and `vervang` is false, or for an interne editie of a scan that is itself
    bestuurlijk; OmgevingFout when it cannot be written or what was written does not pass the check. Then nothing is
    left behind and the target is as it was.
    """
    voortgang(_STAPPEN[0], 1, len(_STAPPEN))
    gelezen = _lees_editie(scan, keuze.editie)
    wie = gelezen.scan.adviseur
    if identiteit is None:
        identiteit = _identiteit(opslag, wie.functie, wie.organisatie, nu)
    voortgang(_STAPPEN[1], 2, len(_STAPPEN))
    gegevens = _gegevens(gelezen.scan, keuze, nu, ondertekenaars, opslag, _werkstand(scan, opslag))
    af, meldingen = _bouw(gegevens)
    voortgang(_STAPPEN[2], 3, len(_STAPPEN))
    from vtscan_desktop.rapport.ondertekenen import onderteken

    pdf = onderteken(af, ondertekenaars[0].veld, identiteit, nu)
    voortgang(_STAPPEN[3], 4, len(_STAPPEN))
    controles: list[Controle] = []

    def loop_na(proef: Path) -> None:
        voortgang(_STAPPEN[4], 5, len(_STAPPEN))
        controles.append(_eis_gelijk(proef, pdf, gelezen.scan if keuze.bijlage else None, pad))
        voortgang(_STAPPEN[4], 5, len(_STAPPEN))  # the last moment to stop: after this it has its name

    schrijf_veilig(pad, pdf, vervang=vervang, controle=loop_na)
    gewijzigd = () if _nog_zo(opslag, gelezen.scan, keuze.editie) else (_GEWIJZIGD,)
    kenmerk = sha256(pdf).hexdigest()
    los = () if opslag is None else _leg_vast(opslag, scan, gegevens, pad, controles[0], kenmerk)
    zinnen = (*los, *gewijzigd, *gelezen.meldingen, *meldingen)
    return Rapportresultaat(pad, kenmerk, zinnen, controles[0], gegevens)


def _leg_vast(
    opslag: Opslag, scan: Risicoscan, gegevens: RapportGegevens, pad: Path, controle: Controle, kenmerk: str
) -> tuple[str, ...]:
    """Keep the whole scan as it was, with what was printed of it: this version does not change any more.

    The report has its name by now: when this fails, what comes back says what stands and what does not.
    """
    rij = Rapportversie(
        scan.id,
        gegevens.versie,
        gegevens.editie.value,
        kenmerk,
        gegevens.opgesteld,
        pad.name,
        controle.handtekeningen[0].vingerafdruk,
        format=scan.format,
    )
    try:
        opslag.bewaar_rapport(rij, schrijf_scan(scan))
    except VtscanFout as fout:
        return (f"{_LOS.format(naam=pad.name, nr=gegevens.versie)} {fout}",)
    return ()


def _identiteit(opslag: Opslag | None, functie: str, organisatie: str, nu: datetime) -> Identiteit:
    if opslag is not None:
        return identiteit_voor(opslag, functie, organisatie, nu)
    from vtscan_desktop.rapport.identiteit import maak_identiteit

    return maak_identiteit(functie, organisatie, nu)


def _nog_zo(opslag: Opslag | None, scan: Risicoscan, editie: Editie) -> bool:
    """Whether the database still holds what was printed; also when it does not know the scan."""
    if opslag is None or not opslag.bestaat(scan.id):
        return True
    return _lees_editie(opslag.lees(scan.id).scan, editie).scan == scan


def _volgende_versie(opslag: Opslag | None, scan_id: str, editie: Editie) -> int:
    if opslag is None or not opslag.bestaat(scan_id):
        return 1
    eerdere = [rij.versie for rij in opslag.rapportversies(scan_id) if rij.editie == editie.value]
    return max(eerdere, default=0) + 1


def _lees_editie(scan: Risicoscan, editie: Editie) -> Gelezen:
    """The scan as `editie` holds it, written and read back, so that what is printed is embedded, to the letter."""
    if editie is Editie.VOLLEDIG and scan.editie is Editie.BESTUURLIJK:
        raise InvoerFout(
            "Van deze scan kan geen interne editie komen: het is zelf een bestuurlijke editie, zonder notities, namen "
            "en locaties."
        )
    return lees_scan(schrijf_scan(beperk(scan, editie)), "De scan")


def maak_voorbeeld(
    scan: Risicoscan,
    *,
    nu: datetime,
    keuze: Rapportkeuze,
    ondertekenaars: tuple[Ondertekenaar, ...] = STANDAARD_ONDERTEKENAARS,
    opslag: Opslag | None = None,
) -> bytes:
    """The report of `scan` as it would be made now, but not signed and not kept anywhere.

    Raises as `maak_rapport` does, but for what has to do with a file.
    """
    gelezen, stand = _lees_editie(scan, keuze.editie).scan, _werkstand(scan, opslag)
    return _bouw(_gegevens(gelezen, keuze, nu, ondertekenaars, opslag, stand))[0]


def _werkstand(scan: Risicoscan, opslag: Opslag | None) -> Werkstand:
    """The scan with what the database keeps beside it: rows in the making, and what its vaststelling rested on."""
    if opslag is None or not opslag.bestaat(scan.id):
        return Werkstand(scan)
    return replace(opslag.lees(scan.id), scan=scan)


def _gegevens(
    scan: Risicoscan,
    keuze: Rapportkeuze,
    nu: datetime,
    ondertekenaars: tuple[Ondertekenaar, ...],
    opslag: Opslag | None,
    stand: Werkstand,
) -> RapportGegevens:
    """What is printed of `scan`, which holds of `stand` no more than the editie may hold."""
    format_ = format_van(scan, opslag)
    beoordeling = beoordeel_scan(scan, format_)
    vorige = _vorige(opslag, keuze)
    return RapportGegevens(
        scan=scan,
        beoordeling=beoordeling,
        format=format_,
        regionaam=regionaam(scan.regio),
        versie=_volgende_versie(opslag, scan.id, keuze.editie),
        editie=keuze.editie,
        opgesteld=nu,
        ondertekenaars=ondertekenaars,
        huisstijl=Huisstijl() if opslag is None else lees_huisstijl(opslag),
        bijlage=keuze.bijlage,
        verschuiving=bepaal_verschuiving(scan, stand.steun),
        fouten_open=bool(tel(kijk_werkstand_na(stand, beoordeling, nu.date(), format_))[Ernst.FOUT]),
        vorige=vorige,
        vorige_format=format_van(vorige, opslag) if vorige else None,
    )


def _vorige(opslag: Opslag | None, keuze: Rapportkeuze) -> Risicoscan | None:
    """The other scan, as the editie may hold it. Raises InvoerFout when it is not there any more."""
    if opslag is None or keuze.vorige is None:
        return None
    return beperk(opslag.lees(keuze.vorige).scan, keuze.editie)


def _bouw(g: RapportGegevens) -> tuple[bytes, tuple[str, ...]]:
    """The report, ready to be signed, and what the user should know."""
    from vtscan_desktop.rapport.afwerking import werk_af
    from vtscan_desktop.rapport.bouw import bouw_rapport
    from vtscan_desktop.rapport.xmp import Documentgegevens

    bouwsel, scan = bouw_rapport(g), g.scan
    auteur = ", ".join(deel for deel in (scan.adviseur.functie, scan.adviseur.organisatie) if deel.strip())
    af = werk_af(
        bouwsel.pdf,
        bouwsel.vakken,
        schrijf_scan(scan) if g.bijlage else None,
        Documentgegevens(rapporttitel(scan, g.editie), auteur or g.ondertekenaars[0].titel, g.opgesteld),
    )
    return af, bouwsel.meldingen


def _eis_gelijk(proef: Path, pdf: bytes, scan: Risicoscan | None, doel: Path) -> Controle:
    """The check of what was written to `proef`; raises OmgevingFout unless it is what was signed, scan and all.

    `scan` is what must be embedded; None when nothing may be.
    """
    from vtscan_desktop.rapport.bijlage import MAX_PDF, haal_scan

    geschreven = lees_begrensd(proef, MAX_PDF)
    controle = _controleer(geschreven)
    bijlage = haal_scan(geschreven)
    ingesloten = None if bijlage is None else lees_scan(bijlage, "De scan in het rapport").scan
    if geschreven == pdf and controle.geldig and ingesloten == scan:
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
