"""The scans in a database: overview, new, duplicate, delete, in and out."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING
from uuid import uuid4

from vtscan_desktop.bestanden import eis_ander_bestand, lees_begrensd, schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.grenzen import MAX_REGEL
from vtscan_desktop.domain.hermeting import Deel, maak_hermeting
from vtscan_desktop.domain.notatie import JAAR_MAX, JAAR_MIN
from vtscan_desktop.domain.risicoscan import Editie, Gesprek, Risicoscan, ScanStatus
from vtscan_desktop.domain.topics import zeg_ontbrekend
from vtscan_desktop.domain.voorstel import KortVoorstel, propose_kort
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.hulpbronnen import laad_regios, regionaam
from vtscan_desktop.models.waarden import Scanopschrift
from vtscan_desktop.services.adviseur import lees_adviseur
from vtscan_desktop.services.formats import Formatbeheer, format_van
from vtscan_desktop.services.logboek import Actie, handeling
from vtscan_desktop.services.reservekopieen import maak_zo_nodig
from vtscan_desktop.services.tabelsoorten import tabelplek
from vtscan_desktop.uitwisseling.lezen import Gelezen as Gelezen
from vtscan_desktop.uitwisseling.lezen import lees_scan, lees_scanbestand
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vtscan_desktop.domain.topics import Format
    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.models.waarden import Scankop

_KOPIE = " (kopie)"


class Importbeleid(Enum):
    """What to do when the id of an imported scan is in the database already."""

    WEIGER = auto()
    VERVANG = auto()
    KOPIE = auto()


@dataclass(frozen=True, slots=True)
class Scanregel(Scanopschrift):
    """One scan in the overview, with its voorstel and the categorie that the adviser set."""

    regionaam: str
    voorstel: KortVoorstel
    vaststelling: int | None = None


def lees_invoer(pad: Path) -> Gelezen:
    """The scan in a `.vtscan` or `.json` file, or the one that a report PDF carries.

    Raises InvoerFout with one sentence for a wrong file and for a PDF without a scan, OmgevingFout when it is missing
    or may not be read.
    """
    if not _is_pdf(pad):
        return lees_scanbestand(pad)
    # Imported here: reading a PDF loads pyHanko, which takes over a second.
    from vtscan_desktop.rapport.bijlage import MAX_PDF, haal_scan

    pdf = lees_begrensd(pad, MAX_PDF)
    try:
        data = haal_scan(pdf)
    except InvoerFout as fout:
        raise InvoerFout(f"{pad}: {fout}") from fout
    if data is None:
        raise InvoerFout(f"{pad} is een PDF waar geen leesbare risicoscan in zit.")
    return lees_scan(data, f"{pad}, de scan in het rapport")


def _is_pdf(pad: Path) -> bool:
    """By its name or its first bytes; a file that can't be read gets its message where it is read."""
    if pad.suffix.lower() == ".pdf":
        return True
    try:
        if not pad.is_file():
            return False
        with pad.open("rb") as bestand:
            return bestand.read(5) == b"%PDF-"
    except (OSError, ValueError):
        return False


def eis_importeerbaar(gelezen: Gelezen, beleid: Importbeleid) -> None:
    """Raises InvoerFout for what no database can take: replacing anything by a reading copy."""
    if beleid is Importbeleid.VERVANG and gelezen.scan.editie is Editie.BESTUURLIJK:
        raise InvoerFout("Een bestuurlijke editie is een leeskopie en kan geen scan vervangen.")


class ScanService:
    """What can be done with the scans of one open database. All errors are InvoerFout or OmgevingFout."""

    def __init__(self, opslag: Opslag, klok: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._opslag = opslag
        self._klok = klok
        self.formats = Formatbeheer(opslag, klok)
        """The formats to choose from."""

    def overzicht(self) -> tuple[Scanregel, ...]:
        """All scans with their voorstel: by name of the regio, and in a regio the newest peildatum first."""
        koppen = sorted(self._opslag.overzicht(), key=lambda kop: (kop.peildatum, kop.gewijzigd), reverse=True)
        return tuple(sorted(map(_regel, koppen), key=lambda regel: regel.regionaam.casefold()))

    def vorige(self, scan: Risicoscan) -> Risicoscan | None:
        """The previous scan of a scan's regio: the one with the latest peildatum before its own, or None."""
        gevonden = self._opslag.vorige_scan(scan.regio, scan.peildatum, scan.id)
        return None if gevonden is None else self._opslag.lees(gevonden).scan

    def format_van(self, scan: Risicoscan) -> Format:
        """The format of a scan, or of a version of one: what its topics and questions are called."""
        return format_van(scan, self._opslag)

    def lees(self, scan_id: str) -> Risicoscan:
        """A scan by its id. Raises InvoerFout when there is none."""
        return self._opslag.lees(scan_id).scan

    def van_regio(self, scan: Risicoscan) -> tuple[Scanregel, ...]:
        """The other scans of a scan's regio, the newest peildatum first."""
        return tuple(regel for regel in self.overzicht() if regel.regio == scan.regio and regel.id != scan.id)

    def hermeting(self, vorige_id: str, peildatum: date, delen: frozenset[Deel], kenmerk: str | None = None) -> str:
        """Add a new scan of the same regio with parts of the one before; its id.

        `kenmerk` is that of its format, None for the one that the scan before it has.

        With whom the gesprekken were comes along as rows without a date: a gesprek that was not held yet is none.
        Raises InvoerFout when there is no such scan, or the peildatum is not later than its own.
        """
        vorige = self.lees(vorige_id)
        scan = maak_hermeting(vorige, _nieuw_id(), peildatum, delen)
        eigen = self.format_van(vorige)
        if kenmerk is not None and kenmerk != (eigen.vervangt or eigen.kenmerk):
            scan = replace(scan, format=kenmerk)
        if Deel.ADVISEUR not in delen:
            scan = replace(scan, adviseur=lees_adviseur(self._opslag))
        klad = _zonder_datum(vorige.gesprekken, peildatum) if Deel.GESPREKSPARTNERS in delen else ()
        return self._voeg_toe(Werkstand(scan, klad), Actie.SCAN_NIEUW)

    def nieuw(self, regio: str, peildatum: date, kenmerk: str | None = None) -> str:
        """Add an empty scan, by the adviser that this database knows; its id.

        `kenmerk` is that of its format, None for the usual one of this database.

        Raises InvoerFout for an unknown regio or a year outside 1900-2100.
        """
        if regio not in {bekend.sleutel for bekend in laad_regios()}:
            raise InvoerFout(f"De regio {regio!r} staat niet in de lijst van regio's.")
        if not JAAR_MIN <= peildatum.year <= JAAR_MAX:
            raise InvoerFout(f"De peildatum moet liggen in {JAAR_MIN} tot en met {JAAR_MAX}.")
        kenmerk = kenmerk or self.formats.standaard().kenmerk
        scan = Risicoscan(_nieuw_id(), regio, peildatum, adviseur=lees_adviseur(self._opslag), format=kenmerk)
        return self._voeg_toe(Werkstand(scan), Actie.SCAN_NIEUW)

    def dupliceer(self, scan_id: str) -> str:
        """Add a copy of a scan, as a concept and with "(kopie)" after its title; the id of the copy."""
        werkstand = self._opslag.lees(scan_id)
        titel = werkstand.scan.titel[: MAX_REGEL - len(_KOPIE)] + _KOPIE
        kopie = replace(werkstand.scan, id=_nieuw_id(), titel=titel.lstrip(), status=ScanStatus.CONCEPT)
        return self._voeg_toe(replace(werkstand, scan=kopie), Actie.SCAN_KOPIE)

    def verwijder(self, scan_id: str) -> None:
        """Remove a scan for good. Raises InvoerFout when there is none with this id."""
        with handeling(Actie.SCAN_VERWIJDEREN, scan_id):
            self._opslag.verwijder(scan_id)

    def importeer(self, gelezen: Gelezen, beleid: Importbeleid) -> str:
        """Add a scan that was read; the id under which it now stands.

        An id that is there already is refused (WEIGER), replaced after a backup of the database (VERVANG), or left
        alone (KOPIE: the scan gets a new id). A bestuurlijke scan is a reading copy: it always gets a new id, and
        never replaces anything. What was there is backed up first, if it changed since the last backup.
        """
        eis_importeerbaar(gelezen, beleid)
        scan = gelezen.scan
        bestaat = self._opslag.bestaat(scan.id)
        if bestaat and beleid is Importbeleid.WEIGER and scan.editie is not Editie.BESTUURLIJK:
            raise InvoerFout(
                f"De scan met id {scan.id} staat al in deze database; vervang die of importeer deze als kopie."
            )
        if self._opslag.overzicht():
            maak_zo_nodig(self._opslag, self._klok())
        if beleid is Importbeleid.KOPIE or scan.editie is Editie.BESTUURLIJK:
            return self._voeg_toe(Werkstand(replace(scan, id=_nieuw_id())), Actie.SCAN_IMPORT)
        if not bestaat:
            return self._voeg_toe(Werkstand(scan), Actie.SCAN_IMPORT)
        with handeling(Actie.SCAN_IMPORT, scan.id):
            self._opslag.bewaar(self._opslag.lees(scan.id), Werkstand(scan), self._klok())
        return scan.id

    def meldingen(self, gelezen: Gelezen) -> tuple[str, ...]:
        """What the user should know of a scan that was read; also that its format is not in this database."""
        ontbreekt = zeg_ontbrekend(self.format_van(gelezen.scan))
        return (*gelezen.meldingen, *([ontbreekt] if ontbreekt else ()))

    def exporteer(self, scan_id: str, pad: Path, *, vervang: bool) -> None:
        """Write a scan to `pad` in the exchange format, read back before it gets its name.

        Raises InvoerFout when there is no such scan, `pad` exists and `vervang` is false, or `pad` is the database.
        """
        eis_ander_bestand(pad, self._opslag.pad, "de database")
        scan = self._opslag.lees(scan_id).scan

        def controle(proef: Path) -> None:
            if lees_scanbestand(proef).scan != scan:
                raise OmgevingFout(f"{pad} is niet goed weggeschreven en daarom niet bewaard.")

        with handeling(Actie.SCAN_EXPORT, scan_id):
            schrijf_veilig(pad, schrijf_scan(scan), vervang=vervang, controle=controle)

    def _voeg_toe(self, werkstand: Werkstand, actie: Actie) -> str:
        with handeling(actie, werkstand.scan.id):
            self._opslag.bewaar(None, werkstand, self._klok())
        return werkstand.scan.id


def _zonder_datum(gesprekken: tuple[Gesprek, ...], vandaag: date) -> tuple[Kladrij, ...]:
    """Gesprekken as rows in the making, of which the date is still to be filled in."""
    plek = tabelplek("gesprekken", vandaag)
    datum = [kolom.sleutel for kolom in plek.soort.kolommen].index("datum")
    rijen = []
    for nr, gesprek in enumerate(gesprekken):
        cellen = plek.soort.cellen(gesprek)
        rijen.append(Kladrij(plek.naam, nr, (*cellen[:datum], "", *cellen[datum + 1 :]), echt=False))
    return tuple(rijen)


def _nieuw_id() -> str:
    return str(uuid4())


def _regel(kop: Scankop) -> Scanregel:
    return Scanregel(
        **{veld.name: getattr(kop, veld.name) for veld in fields(Scanopschrift)},
        regionaam=regionaam(kop.regio),
        voorstel=propose_kort(kop.kern),
        vaststelling=kop.kern.vaststelling.categorie if kop.kern.vaststelling else None,
    )
