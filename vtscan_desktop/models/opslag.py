"""The store: one encrypted file that holds all scans, written by difference, one transaction per change."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.models import eigen_formats, rapportversies, tabellen, tabellen_naast, versies, wissen, zoekindex
from vtscan_desktop.models.databank import STAND, Databank, lees_revisie
from vtscan_desktop.models.lezen import lees_koppen, lees_werkstand
from vtscan_desktop.models.omzetting import SCAN, tabel_van
from vtscan_desktop.models.verschil import Wijzigingen, nieuwe_rijen
from vtscan_desktop.models.waarden import (
    Eigenformat,
    Formatgebruik,
    Identiteitrij,
    Plek,
    Rapportversie,
    Scankop,
    Statuswijziging,
    Treffer,
    Versiesleutel,
    Zoeksoort,
)
from vtscan_desktop.models.wissen import Naamvondst

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from vtscan_desktop.domain.tekstversies import Tekstversie
    from vtscan_desktop.domain.werkstand import Werkstand

__all__ = [
    "Eigenformat",
    "Formatgebruik",
    "Identiteitrij",
    "Opslag",
    "Plek",
    "Rapportversie",
    "Scankop",
    "Statuswijziging",
    "Treffer",
    "Versiesleutel",
    "Zoeksoort",
]

_SCAN = tabel_van(tabellen.ScanTabel)
_PLEK = tabel_van(tabellen_naast.PlekTabel)
_INSTELLING = tabel_van(tabellen_naast.InstellingTabel)
_IDENTITEIT = tabel_van(tabellen_naast.IdentiteitTabel)
_VINKJE = tabel_van(tabellen_naast.LeidraadvinkTabel)
_WOORD = tabel_van(tabellen_naast.EigenWoordTabel)

# Made once: building a statement costs as much as running it, and these run with every change.
_HOGER = update(STAND).values(revisie=STAND.c.revisie + 1).returning(STAND.c.revisie)
_GEWIJZIGD = update(_SCAN).where(_SCAN.c.id == bindparam("scan"))


class Opslag(Databank):
    """An open database with scans, and all that is kept beside them; see `Databank` for threads and errors."""

    # -- scans ------------------------------------------------------------------------------------------------

    def overzicht(self) -> tuple[Scankop, ...]:
        """All scans, the one changed last first, in a fixed number of queries."""
        with self._beurt() as verbinding:
            return lees_koppen(verbinding)

    def bestaat(self, scan_id: str) -> bool:
        """Whether there is a scan with this id."""
        with self._beurt() as verbinding:
            return verbinding.execute(select(_SCAN.c.id).where(_SCAN.c.id == scan_id)).first() is not None

    def vorige_scan(self, regio: str, voor: date, behalve: str) -> str | None:
        """The id of the scan of a regio with the latest peildatum before `voor`, other than `behalve`; None for none.

        Of scans with one peildatum it is the one that was changed last.
        """
        k = _SCAN.c
        vraag = select(k.id).where(k.regio == regio, k.peildatum < voor, k.id != behalve)
        with self._beurt() as verbinding:
            return verbinding.execute(vraag.order_by(k.peildatum.desc(), k.gewijzigd.desc(), k.id)).scalar()

    def lees(self, scan_id: str) -> Werkstand:
        """The scan with this id and its rows in the making. Raises `InvoerFout` when there is none."""
        with self._beurt() as verbinding:
            werkstand = lees_werkstand(verbinding, scan_id)
        if werkstand is None:
            raise _geen_scan(scan_id)
        return werkstand

    def bewaar(
        self,
        oud: Werkstand | None,
        nieuw: Werkstand,
        nu: datetime,
        tekstversies: Sequence[tuple[str, Tekstversie]] = (),
        statussen: Sequence[Statuswijziging] = (),
    ) -> int:
        """Turn the stored `oud` into `nieuw` in one transaction, writing only rows that differ; the new revisie.

        `oud` None adds a new scan. `nu` (aware) becomes the instant of its last change. When nothing differs,
        no change is written. `tekstversies` are kept in the same transaction, each by the key of its text; they are
        no change of the data. So is what tells of a change of status, `statussen`. Raises `InvoerFout` when a new
        scan's id is there already, or an old one's is not.
        """
        scan_id = nieuw.scan.id
        if oud is not None and oud.scan.id != scan_id:
            raise ValueError("een scan houdt haar id")
        wijzigingen = Wijzigingen()
        if oud is not None:
            wijzigingen.vergelijk(SCAN, (scan_id,), oud, nieuw)
        with self._beurt() as verbinding:
            if oud is None:
                revisie = _voeg_scan_toe(verbinding, nieuw, nu)
            elif wijzigingen:
                revisie = _wijzig_scan(verbinding, scan_id, wijzigingen, nu)
            else:
                revisie = lees_revisie(verbinding)
            if tekstversies:
                versies.voeg_toe(verbinding, scan_id, tekstversies)
            for wijziging in statussen:
                rapportversies.voeg_status_toe(verbinding, scan_id, wijziging)
            return revisie

    def verwijder(self, scan_id: str) -> None:
        """Remove a scan with all that hangs on it. Raises `InvoerFout` when there is none."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            if not verbinding.execute(delete(_SCAN).where(_SCAN.c.id == scan_id)).rowcount:
                raise _geen_scan(scan_id)
            verbinding.execute(delete(_INSTELLING).where(_INSTELLING.c.naam.endswith(f"/{scan_id}", autoescape=True)))
            zoekindex.ruim_op(verbinding)
        self.leeg_wal()

    def zoek_naam(self, patroon: re.Pattern[str]) -> tuple[Naamvondst, ...]:
        """Every place in the database where a name stands, earlier versions and reports' scans included."""
        with self._beurt() as verbinding:
            return wissen.zoek_naam(verbinding, patroon)

    def wis_naam(self, patroon: re.Pattern[str], vervanging: str, gewist: str) -> int:
        """Take a name out of the whole file, index and WAL included; how many texts changed.

        `gewist`, one Dutch sentence, is noted with each report whose scan changed (what was printed stays as it is).
        """
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            aantal = wissen.wis_naam(verbinding, patroon, vervanging, gewist)
        self.leeg_wal()
        return aantal

    def tekstversies(self, scan_id: str, veld: str) -> tuple[Tekstversie, ...]:
        """The kept versions of one text by its key, the newest first."""
        with self._beurt() as verbinding:
            return versies.lees(verbinding, scan_id, veld)

    def laatste_tekstversies(self, scan_id: str) -> Mapping[str, str]:
        """The text of the newest version of each text of a scan that has one, by its key."""
        with self._beurt() as verbinding:
            return versies.lees_laatste(verbinding, scan_id)

    def vergeet_tekstversies(self, scan_id: str, rijen: Collection[str]) -> None:
        """Remove the versions of texts in rows that a scan no longer has; `rijen` are the keys of those it has."""
        with self._beurt() as verbinding:
            versies.vergeet(verbinding, scan_id, rijen)

    def zoek(self, vraag: str, beperkt_tot: str | None = None, ten_hoogste: int = 30) -> tuple[Treffer, ...]:
        """The texts in all scans, or in one, that hold every word of `vraag`; the best first.

        Capitals and accents don't matter, and the last word may be the beginning of one. Any text is a good question.
        """
        with self._beurt() as verbinding:
            zoekindex.werk_bij(verbinding)
            return zoekindex.zoek(verbinding, vraag, beperkt_tot, ten_hoogste)

    # -- where the user was -----------------------------------------------------------------------------------

    def lees_plek(self, scan_id: str) -> Plek | None:
        """Where the user was in a scan, if that is known."""
        vraag = select(_PLEK.c.scan_id, _PLEK.c.stap, _PLEK.c.veld, _PLEK.c.cursor)
        with self._beurt() as verbinding:
            rij = verbinding.execute(vraag.where(_PLEK.c.scan_id == scan_id)).first()
        return None if rij is None else Plek(*rij)

    def bewaar_plek(self, plek: Plek) -> None:
        """Keep where the user is. No change of the data: same revisie."""
        with self._beurt() as verbinding:
            verbinding.execute(delete(_PLEK).where(_PLEK.c.scan_id == plek.scan_id))
            verbinding.execute(insert(_PLEK), asdict(plek) | {"volgorde": 0})

    # -- what is kept beside the scans ------------------------------------------------------------------------

    def lees_instelling(self, naam: str) -> str | None:
        """The value of a setting, None when it was never kept."""
        with self._beurt() as verbinding:
            return verbinding.execute(select(_INSTELLING.c.waarde).where(_INSTELLING.c.naam == naam)).scalar()

    def lees_instellingen(self, begin: str) -> Mapping[str, str]:
        """The settings whose name begins so, by the rest of their name."""
        vraag = select(_INSTELLING.c.naam, _INSTELLING.c.waarde)
        with self._beurt() as verbinding:
            rijen = verbinding.execute(vraag.where(_INSTELLING.c.naam.startswith(begin, autoescape=True)))
            return {naam.removeprefix(begin): waarde for naam, waarde in rijen}

    def bewaar_instelling(self, naam: str, waarde: str) -> None:
        """Keep the value of a setting, in place of the one before."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            verbinding.execute(delete(_INSTELLING).where(_INSTELLING.c.naam == naam))
            verbinding.execute(insert(_INSTELLING), {"naam": naam, "waarde": waarde})

    def vinkjes(self, scan_id: str) -> frozenset[tuple[str, str]]:
        """The questions of the leidraad ticked in a scan: id of the gesprek ("" for none), id of the question."""
        vraag = select(_VINKJE.c.gesprek, _VINKJE.c.vraag).where(_VINKJE.c.scan_id == scan_id)
        with self._beurt() as verbinding:
            return frozenset((gesprek, nr) for gesprek, nr in verbinding.execute(vraag))

    def zet_vinkje(self, scan_id: str, gesprek: str, vraag: str, *, aan: bool) -> None:
        """Tick a question for a gesprek, or take the tick away. Raises `InvoerFout` without such a scan."""
        rij = {"scan_id": scan_id, "gesprek": gesprek, "vraag": vraag}
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            if not verbinding.execute(select(_SCAN.c.id).where(_SCAN.c.id == scan_id)).first():
                raise _geen_scan(scan_id)
            verbinding.execute(delete(_VINKJE).where(*(_VINKJE.c[naam] == deel for naam, deel in rij.items())))
            if aan:
                verbinding.execute(insert(_VINKJE), rij)

    def eigen_woorden(self) -> frozenset[str]:
        """The words that the spelling check has learnt, as they were typed."""
        with self._beurt() as verbinding:
            return frozenset(verbinding.execute(select(_WOORD.c.woord)).scalars())

    def leer_woord(self, woord: str) -> None:
        """Take a word as right from now on, in every scan."""
        self._zet_woord(woord, aan=True)

    def vergeet_woord(self, woord: str) -> None:
        """No longer take a word as right."""
        self._zet_woord(woord, aan=False)

    def _zet_woord(self, woord: str, *, aan: bool) -> None:
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            verbinding.execute(delete(_WOORD).where(_WOORD.c.woord == woord))
            if aan:
                verbinding.execute(insert(_WOORD), {"woord": woord})

    def eigen_formats(self) -> tuple[Eigenformat, ...]:
        """The formats of the organisation's own, by their kenmerk."""
        with self._beurt() as verbinding:
            return eigen_formats.lees_alle(verbinding)

    def lees_format(self, sleutel: str) -> bytes | None:
        """The file of an own format by its kenmerk; None when it isn't there."""
        with self._beurt() as verbinding:
            return eigen_formats.lees_inhoud(verbinding, sleutel)

    def bewaar_format(self, rij: Eigenformat) -> None:
        """Keep an own format, in place of what was there under its kenmerk."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            eigen_formats.bewaar(verbinding, rij)

    def verwijder_format(self, sleutel: str) -> None:
        """Take an own format away; nothing happens when it isn't there."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            eigen_formats.verwijder(verbinding, sleutel)

    def formatgebruik(self) -> Mapping[str, Formatgebruik]:
        """In how many scans and kept versions each format is used, by what they say of it."""
        with self._beurt() as verbinding:
            return eigen_formats.tel_gebruik(verbinding)

    def identiteiten(self) -> tuple[Identiteitrij, ...]:
        """All signing identities, the oldest first."""
        k = _IDENTITEIT.c
        vraag = select(k.id, k.naam, k.pkcs12, k.wachtwoord, k.gemaakt, k.actief).order_by(k.gemaakt, k.id)
        with self._beurt() as verbinding:
            return tuple(Identiteitrij(*rij) for rij in verbinding.execute(vraag))

    def bewaar_identiteit(self, rij: Identiteitrij) -> None:
        """Keep an identity, in place of the one with the same id; an active one makes all others inactive."""
        waarden = {kolom.name: getattr(rij, kolom.name) for kolom in _IDENTITEIT.c}
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            verbinding.execute(delete(_IDENTITEIT).where(_IDENTITEIT.c.id == rij.id))
            if rij.actief:
                verbinding.execute(update(_IDENTITEIT).values(actief=False))
            verbinding.execute(insert(_IDENTITEIT), waarden)

    def verwijder_identiteit(self, identiteit_id: str) -> None:
        """Take an identity away for good; nothing happens when it is not there."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            verbinding.execute(delete(_IDENTITEIT).where(_IDENTITEIT.c.id == identiteit_id))

    def getekend_met(self, vingerafdruk: str) -> tuple[Rapportversie, ...]:
        """The reports of any scan that the identity with this fingerprint signed first, the oldest first."""
        with self._beurt() as verbinding:
            return rapportversies.lees_getekend_met(verbinding, vingerafdruk)

    def laatste_moment(self) -> datetime | None:
        """The latest moment (UTC) that is noted anywhere in the database; None for one that is still empty."""
        tijden = (_SCAN.c.gewijzigd, _IDENTITEIT.c.gemaakt, rapportversies.GEMAAKT)
        with self._beurt() as verbinding:
            gevonden = [verbinding.execute(select(func.max(tijd, type_=tijd.type))).scalar() for tijd in tijden]
        return max((tijd for tijd in gevonden if tijd is not None), default=None)

    def bewaar_rapport(self, rapport: Rapportversie, inhoud: bytes | None = None) -> None:
        """Note that a report was made, with the whole scan as it was (`inhoud`, in the exchange format).

        Raises `InvoerFout` when this versie and editie is noted already, or there is no such scan.
        """
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            rapportversies.voeg_toe(verbinding, rapport, inhoud)

    def rapportversies(self, scan_id: str) -> tuple[Rapportversie, ...]:
        """The reports made of a scan, by versie."""
        with self._beurt() as verbinding:
            return rapportversies.lees(verbinding, scan_id)

    def lees_versie(self, sleutel: Versiesleutel) -> bytes | None:
        """The whole scan as it was with a report, in the exchange format; None when it was not kept."""
        with self._beurt() as verbinding:
            return rapportversies.lees_inhoud(verbinding, sleutel)

    def statuswijzigingen(self, scan_id: str) -> tuple[Statuswijziging, ...]:
        """The changes of status of a scan, the oldest first."""
        with self._beurt() as verbinding:
            return rapportversies.lees_status(verbinding, scan_id)


def _hoog_op(verbinding: Connection) -> int:
    """One more change: the new revisie."""
    return int(verbinding.execute(_HOGER).scalar_one())


def _voeg_scan_toe(verbinding: Connection, werkstand: Werkstand, nu: datetime) -> int:
    """All rows of a new scan; the new revisie."""
    scan_id = werkstand.scan.id
    if verbinding.execute(select(_SCAN.c.id).where(_SCAN.c.id == scan_id)).first():
        raise InvoerFout(f"Er is al een scan met id {scan_id}.")
    revisie = _hoog_op(verbinding)
    wijzigingen = nieuwe_rijen(SCAN, (scan_id,), werkstand)
    wijzigingen.nieuw[SCAN][0].update(revisie=revisie, gewijzigd=nu)
    wijzigingen.voer_uit(verbinding)
    zoekindex.werk_bij(verbinding)
    return revisie


def _wijzig_scan(verbinding: Connection, scan_id: str, wijzigingen: Wijzigingen, nu: datetime) -> int:
    """The rows of a scan that differ; the new revisie. A text that only changes is indexed by who searches."""
    revisie = _hoog_op(verbinding)
    if not verbinding.execute(_GEWIJZIGD, {"revisie": revisie, "gewijzigd": nu, "scan": scan_id}).rowcount:
        raise _geen_scan(scan_id)
    wijzigingen.voer_uit(verbinding)
    if wijzigingen.nieuw:
        zoekindex.werk_bij(verbinding)
    return revisie


def _geen_scan(scan_id: str) -> InvoerFout:
    return InvoerFout(f"Er is geen scan met id {scan_id} in deze database.")
