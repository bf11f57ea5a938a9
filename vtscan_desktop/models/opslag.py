"""The store: one encrypted file that holds all scans, written by difference, one transaction per change."""

from __future__ import annotations

import secrets
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, StaticPool, bindparam, create_engine, delete, event, insert, select, update
from sqlcipher3 import dbapi2 as sqlcipher

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.models import migratie, tabellen
from vtscan_desktop.models.lezen import lees_koppen, lees_werkstand
from vtscan_desktop.models.omzetting import SCAN, tabel_van
from vtscan_desktop.models.sleutel import ZOUTLENGTE, leid_sleutel_af, schrijf_herstelsleutel
from vtscan_desktop.models.verbinding import (
    Bestandslot,
    controleer_bestand,
    verbind,
    vertaald,
    vind_sleutel,
)
from vtscan_desktop.models.verschil import Wijzigingen, nieuwe_rijen
from vtscan_desktop.models.waarden import Identiteitrij, Plek, Rapportversie, Scankop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from types import TracebackType

    from vtscan_desktop.domain.risicoscan import Werkstand

__all__ = ["Identiteitrij", "Opslag", "Plek", "Rapportversie", "Scankop"]

_SCAN = tabel_van(tabellen.ScanTabel)
_STAND = tabel_van(tabellen.StandTabel)
_PLEK = tabel_van(tabellen.PlekTabel)
_INSTELLING = tabel_van(tabellen.InstellingTabel)
_IDENTITEIT = tabel_van(tabellen.IdentiteitTabel)
_RAPPORT = tabel_van(tabellen.RapportversieTabel)

# Made once: building a statement costs as much as running it, and these run with every change.
_HOGER = update(_STAND).values(revisie=_STAND.c.revisie + 1).returning(_STAND.c.revisie)
_GEWIJZIGD = update(_SCAN).where(_SCAN.c.id == bindparam("scan"))


class Opslag:
    """An open database. All methods may be called from any thread; they wait for each other.

    Made by `maak` or `open`. Every method raises `InvoerFout` or `OmgevingFout` with one Dutch sentence for what
    can go wrong outside the program (disk full, file gone, damage); nothing of that change is then kept.
    """

    def __init__(self, pad: Path, sleutel: bytes, zout: bytes, slot: Bestandslot) -> None:
        """Open with a key that is known to fit; `slot` is given up by `sluit`, or here when opening fails."""
        self._pad = pad
        self._sleutel = sleutel
        self._zout = zout
        self._slot = slot
        self._grendel = threading.RLock()
        self._gesloten = False
        try:
            self._verbinding: Any = verbind(pad, sleutel, zout)
        except BaseException:
            slot.vrij()
            raise
        self._engine = create_engine(
            "sqlite://", module=sqlcipher, creator=lambda: self._verbinding, poolclass=StaticPool
        )
        # The driver is in autocommit, so that a transaction begins where we say and also covers a migration.
        event.listen(self._engine, "begin", _begin)

    @classmethod
    def maak(cls, pad: Path, wachtwoord: str) -> Opslag:
        """Make a new database and open it: beside its place first, so that it is there whole or not at all.

        Raises `InvoerFout` when the passphrase is empty or the file exists, `OmgevingFout` when the folder is
        missing or can't be written.
        """
        zout = secrets.token_bytes(ZOUTLENGTE)
        sleutel = leid_sleutel_af(wachtwoord, zout)
        with vertaald(pad), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            proef = Path(folder) / "nieuw"
            proef.touch()
            with cls(proef, sleutel, zout, Bestandslot(proef)) as nieuw, nieuw._beurt() as verbinding:
                migratie.migreer(verbinding)
            inhoud = proef.read_bytes()
        schrijf_veilig(pad, inhoud, vervang=False)
        return cls(pad, sleutel, zout, Bestandslot(pad))

    @classmethod
    def open(cls, pad: Path, geheim: str) -> Opslag:
        """Open a database with its passphrase or its herstelsleutel.

        Raises `InvoerFout` for a wrong passphrase, a file that is no database and a database that is newer than
        the program; `OmgevingFout` when the file is missing, may not be written or is in use. Nothing is then changed.
        """
        controleer_bestand(pad)
        slot = Bestandslot(pad)
        try:
            sleutel, zout = vind_sleutel(pad, geheim)
        except BaseException:
            slot.vrij()
            raise
        opslag = cls(pad, sleutel, zout, slot)
        try:
            with opslag._beurt() as verbinding:
                if not migratie.is_bij(verbinding, pad):
                    migratie.migreer(verbinding)
        except BaseException:
            opslag.sluit()
            raise
        return opslag

    def sluit(self) -> None:
        """Close the file and forget the connection; more than once does no harm."""
        with self._grendel:
            self._gesloten = True
            self._engine.dispose()
            self._verbinding.close()
            self._slot.vrij()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    @property
    def pad(self) -> Path:
        """The database file."""
        return self._pad

    @property
    def herstelsleutel(self) -> str:
        """The key in writing, four lines; it opens the database as the passphrase does."""
        return schrijf_herstelsleutel(self._sleutel)

    @contextmanager
    def _beurt(self) -> Iterator[Connection]:
        """One transaction, with the store to ourselves: kept whole on leaving, or rolled back whole on any error."""
        with self._grendel, vertaald(self._pad):
            if self._gesloten:
                raise OmgevingFout(f"De database {self._pad} is al gesloten.")
            with self._engine.begin() as verbinding:
                yield verbinding

    def revisie(self) -> int:
        """The number of the last kept change of the whole database."""
        with self._beurt() as verbinding:
            return _revisie(verbinding)

    # -- scans ------------------------------------------------------------------------------------------------

    def overzicht(self) -> tuple[Scankop, ...]:
        """All scans, the one changed last first, in a fixed number of queries."""
        with self._beurt() as verbinding:
            return lees_koppen(verbinding)

    def bestaat(self, scan_id: str) -> bool:
        """Whether there is a scan with this id."""
        with self._beurt() as verbinding:
            return verbinding.execute(select(_SCAN.c.id).where(_SCAN.c.id == scan_id)).first() is not None

    def lees(self, scan_id: str) -> Werkstand:
        """The scan with this id and its rows in the making. Raises `InvoerFout` when there is none."""
        with self._beurt() as verbinding:
            werkstand = lees_werkstand(verbinding, scan_id)
        if werkstand is None:
            raise _geen_scan(scan_id)
        return werkstand

    def bewaar(self, oud: Werkstand | None, nieuw: Werkstand, nu: datetime) -> int:
        """Turn the stored `oud` into `nieuw` in one transaction, writing only rows that differ; the new revisie.

        `oud` None adds a new scan. `nu` (aware) becomes the instant of its last change. When nothing differs,
        nothing is written. Raises `InvoerFout` when a new scan's id is there already, or an old one's is not.
        """
        scan_id = nieuw.scan.id
        if oud is not None and oud.scan.id != scan_id:
            raise ValueError("een scan houdt haar id")
        wijzigingen = Wijzigingen()
        if oud is not None:
            wijzigingen.vergelijk(SCAN, (scan_id,), oud, nieuw)
        with self._beurt() as verbinding:
            if oud is not None and not wijzigingen:
                return _revisie(verbinding)
            revisie = _hoog_op(verbinding)
            kop = {"revisie": revisie, "gewijzigd": nu}
            if oud is None:
                if verbinding.execute(select(_SCAN.c.id).where(_SCAN.c.id == scan_id)).first():
                    raise InvoerFout(f"Er is al een scan met id {scan_id}.")
                wijzigingen = nieuwe_rijen(SCAN, (scan_id,), nieuw)
                wijzigingen.nieuw[SCAN][0].update(kop)
            elif not verbinding.execute(_GEWIJZIGD, kop | {"scan": scan_id}).rowcount:
                raise _geen_scan(scan_id)
            wijzigingen.voer_uit(verbinding)
            return revisie

    def verwijder(self, scan_id: str) -> None:
        """Remove a scan with all that hangs on it. Raises `InvoerFout` when there is none."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            if not verbinding.execute(delete(_SCAN).where(_SCAN.c.id == scan_id)).rowcount:
                raise _geen_scan(scan_id)

    # -- where the user was -----------------------------------------------------------------------------------

    def lees_plek(self, scan_id: str) -> Plek | None:
        """Where the user was in a scan, if that is known."""
        vraag = select(_PLEK.c.scan_id, _PLEK.c.stap, _PLEK.c.veld, _PLEK.c.cursor)
        with self._beurt() as verbinding:
            rij = verbinding.execute(vraag.where(_PLEK.c.scan_id == scan_id)).first()
        return None if rij is None else Plek(*rij)

    def bewaar_plek(self, plek: Plek) -> None:
        """Keep where the user is, and that this scan is the one open last. No change of the data: same revisie."""
        with self._beurt() as verbinding:
            laatste = verbinding.execute(select(_PLEK.c.volgorde).order_by(_PLEK.c.volgorde.desc())).scalar() or 0
            verbinding.execute(delete(_PLEK).where(_PLEK.c.scan_id == plek.scan_id))
            rij = {"scan_id": plek.scan_id, "stap": plek.stap, "veld": plek.veld, "cursor": plek.cursor}
            verbinding.execute(insert(_PLEK), rij | {"volgorde": laatste + 1})

    def laatste_scan(self) -> str | None:
        """The id of the scan that was open last, if it is still there."""
        with self._beurt() as verbinding:
            return verbinding.execute(select(_PLEK.c.scan_id).order_by(_PLEK.c.volgorde.desc())).scalar()

    # -- settings, identities, reports ------------------------------------------------------------------------

    def lees_instelling(self, naam: str) -> str | None:
        """The value of a setting, None when it was never kept."""
        with self._beurt() as verbinding:
            return verbinding.execute(select(_INSTELLING.c.waarde).where(_INSTELLING.c.naam == naam)).scalar()

    def bewaar_instelling(self, naam: str, waarde: str) -> None:
        """Keep the value of a setting, in place of the one before."""
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            verbinding.execute(delete(_INSTELLING).where(_INSTELLING.c.naam == naam))
            verbinding.execute(insert(_INSTELLING), {"naam": naam, "waarde": waarde})

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

    def bewaar_rapport(self, scan_id: str, versie: int, editie: str, sha256: str, gemaakt: datetime) -> None:
        """Note that a report was made. Raises `InvoerFout` when this versie and editie is noted already."""
        rij = {"scan_id": scan_id, "versie": versie, "editie": editie, "sha256": sha256, "gemaakt": gemaakt}
        with self._beurt() as verbinding:
            _hoog_op(verbinding)
            verbinding.execute(insert(_RAPPORT), rij)

    def rapportversies(self, scan_id: str) -> tuple[Rapportversie, ...]:
        """The reports made of a scan, by versie."""
        k = _RAPPORT.c
        vraag = select(k.scan_id, k.versie, k.editie, k.sha256, k.gemaakt).where(k.scan_id == scan_id)
        with self._beurt() as verbinding:
            return tuple(Rapportversie(*rij) for rij in verbinding.execute(vraag.order_by(k.versie, k.editie)))

    # -- backup -----------------------------------------------------------------------------------------------

    def reservekopie(self, pad: Path) -> None:
        """Write a checked copy of the whole database, opened by the same passphrase, to `pad`.

        What was at `pad` is replaced, and only by a copy that was found whole. Raises `InvoerFout` when `pad` is the
        database itself.
        """
        if pad.exists() and pad.samefile(self._pad):
            raise InvoerFout("Een reservekopie kan niet over de database zelf heen.")
        with self._grendel, vertaald(pad), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            kopie = Path(folder) / "kopie"
            self._verbinding.execute("VACUUM INTO ?", (str(kopie),))
            revisie = self.revisie()
            inhoud = kopie.read_bytes()
        schrijf_veilig(pad, inhoud, vervang=True, controle=lambda proef: self._controleer_kopie(proef, revisie))

    def _controleer_kopie(self, proef: Path, revisie: int) -> None:
        """Raise `OmgevingFout` unless the file opens with our key, is whole and holds this revisie."""
        slot = Bestandslot(proef)
        try:
            with Opslag(proef, self._sleutel, self._zout, slot) as kopie, kopie._beurt() as verbinding:
                oordeel = verbinding.exec_driver_sql("PRAGMA quick_check").scalars().all()
                if oordeel == ["ok"] and _revisie(verbinding) == revisie:
                    return
        except InvoerFout:
            pass  # damage, that SQLite found by itself
        raise OmgevingFout("De reservekopie is niet goed weggeschreven en daarom niet bewaard.")


def _begin(verbinding: Connection) -> None:
    verbinding.exec_driver_sql("BEGIN IMMEDIATE")


def _revisie(verbinding: Connection) -> int:
    return int(verbinding.execute(select(_STAND.c.revisie)).scalar_one())


def _hoog_op(verbinding: Connection) -> int:
    """One more change: the new revisie."""
    return int(verbinding.execute(_HOGER).scalar_one())


def _geen_scan(scan_id: str) -> InvoerFout:
    return InvoerFout(f"Er is geen scan met id {scan_id} in deze database.")
