"""An encrypted database as a file: made, opened, brought up to date, closed and copied."""

from __future__ import annotations

import hmac
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, StaticPool, create_engine, event, select
from sqlcipher3 import dbapi2 as sqlcipher

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, SchadeFout
from vtscan_desktop.models import gaafheid, migratie, tabellen_naast
from vtscan_desktop.models.bestandslot import Bestandslot
from vtscan_desktop.models.eigen_schema import eis_eigen
from vtscan_desktop.models.hersleutelen import eis_gelijk, versleutel_naar
from vtscan_desktop.models.omzetting import tabel_van
from vtscan_desktop.models.paginas import walbestand, zoek_schade
from vtscan_desktop.models.sleutel import (
    Sleutelpaar,
    lees_herstelsleutel,
    leid_sleutel_af,
    nieuw_sleutelpaar,
    schrijf_herstelsleutel,
)
from vtscan_desktop.models.tussenkopie import tussenkopie
from vtscan_desktop.models.verbinding import controleer_bestand, verbind, vertaald, vind_sleutel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

STAND = tabel_van(tabellen_naast.StandTabel)
"""The table with the one row that holds the revisie."""
_BIJGEWERKT = "De database is bijgewerkt voor deze versie van het programma; zoals ze was, staat ze ernaast in {naam}."
_DEEL = 32
"""Pages (of 4,096 bytes) that a backup copies before it lets others in."""
_ADEM_S = 0.001
"""How long it lets go: without a pause this thread has the lock back before one that waits for it wakes up."""


class Databank:
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
        self._kopieslot = threading.RLock()  # taken before the other: whoever closes the file waits for a whole copy
        self.kopiewerk = threading.RLock()
        """Held by whoever makes a backup until it has its name, or changes them all: neither misses the other."""
        self._gesloten = False
        self._volgt = False
        self._gemerkt = False
        self.melding = ""
        """What the user should know of the state in which the file was found, in Dutch; "" for nothing."""
        self.voor_migratie: Path | None = None
        """Where the copy is of the file as it was before opening brought it up to date; None when it was so already."""
        self._verbind()

    def _verbind(self) -> None:
        try:
            self._verbinding: Any = verbind(self._pad, self._sleutel, self._zout)
        except BaseException:
            self._slot.vrij()
            raise
        self._engine = create_engine(
            "sqlite://", module=sqlcipher, creator=lambda: self._verbinding, poolclass=StaticPool
        )
        # The driver is in autocommit, so that a transaction begins where we say and also covers a migration.
        event.listen(self._engine, "begin", _begin)

    @classmethod
    def maak(cls, pad: Path, wachtwoord: str) -> Self:
        """Make a new database and open it: beside its place first, so that it is there whole or not at all.

        Raises `InvoerFout` when the passphrase is empty or the file exists, `OmgevingFout` when the folder is
        missing or can't be written.
        """
        return cls.maak_met(pad, nieuw_sleutelpaar(wachtwoord))

    def maak_naast(self, pad: Path) -> Self:
        """As `maak`, but opened by the passphrase and herstelsleutel of this database."""
        return self.maak_met(pad, self.sleutelpaar)

    @classmethod
    def maak_met(cls, pad: Path, paar: Sleutelpaar) -> Self:
        """As `maak`, with a key that was derived before: its herstelsleutel is known already."""
        sleutel, zout = paar

        def bouw(proef: Path) -> None:
            with vertaald(pad), cls(proef, sleutel, zout, Bestandslot(proef)) as nieuw, nieuw._beurt() as verbinding:
                migratie.migreer(verbinding)

        schrijf_veilig(pad, bouw, vervang=False)
        gemaakt = cls(pad, sleutel, zout, Bestandslot(pad))
        gemaakt._volg(had_wal=False)
        return gemaakt

    @classmethod
    def open(cls, pad: Path, geheim: str) -> Self:
        """Open a database with its passphrase or its herstelsleutel.

        Raises `InvoerFout` for a wrong passphrase, a file that is no database and a database that is newer than
        the program, `SchadeFout` for a damaged one; `OmgevingFout` when the file is missing, may not be written or is
        in use. Nothing is then changed.
        """
        controleer_bestand(pad)
        slot = Bestandslot(pad)
        try:
            sleutel, zout = vind_sleutel(pad, geheim)
            gaafheid.eis_gaaf(pad, sleutel, zout)
        except BaseException:
            slot.vrij()
            raise
        had_wal = walbestand(pad).exists()
        opslag = cls(pad, sleutel, zout, slot)
        try:
            opslag._werk_bij()
            opslag._volg(had_wal=had_wal)
        except BaseException:
            opslag.sluit()
            raise
        return opslag

    def _werk_bij(self) -> None:
        """Migrate the database if need be, with a copy of how it was beside it. Raises `SchadeFout` for damage."""
        with self._beurt() as verbinding:
            eis_eigen(self._verbinding, self._pad)
            is_bij = migratie.is_bij(verbinding, self._pad)
            if schade := gaafheid.snelle_keuring(self._verbinding):
                raise gaafheid.beschadigd(self._pad, schade)
        if not is_bij:
            kopie = migratie.vrije_naam(self._pad)
            self.reservekopie(kopie)
            with self._beurt() as verbinding:
                migratie.migreer(verbinding)
            self.voor_migratie = kopie
            self.melding = _BIJGEWERKT.format(naam=kopie.name)

    def _volg(self, *, had_wal: bool) -> None:
        """From here on the first change also writes in the file that it is open, and `sluit` that it no longer is."""
        with self._grendel, vertaald(self._pad):
            self._gemerkt = gaafheid.is_open_gemerkt(self._verbinding)
        self._volgt = True
        if self._gemerkt and not had_wal:
            self.melding = f"{gaafheid.GEMIST.format(pad=self._pad)} {self.melding}".rstrip()

    def sluit(self) -> None:
        """Close the file and forget the connection; more than once does no harm."""
        with self._kopieslot, self._grendel:
            if self._gemerkt and not self._gesloten:
                with suppress(sqlcipher.Error):  # a full disk: then it is found as after a power cut
                    gaafheid.merk_gesloten(self._verbinding)
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

    def is_geheim(self, geheim: str) -> bool:
        """Whether this is the passphrase (or the herstelsleutel) of the database. Takes as long as opening it."""
        with suppress(InvoerFout):
            if lees_herstelsleutel(geheim) == self._sleutel:
                return True
        return bool(geheim.strip()) and hmac.compare_digest(leid_sleutel_af(geheim, self._zout), self._sleutel)

    @property
    def sleutelpaar(self) -> Sleutelpaar:
        """What opens the file and its backups."""
        return Sleutelpaar(self._sleutel, self._zout)

    def verander_wachtwoord(self, wachtwoord: str) -> None:
        """Encrypt the whole database anew, so that this passphrase opens it and the old one doesn't.

        The herstelsleutel becomes another too. Broken off at any moment, the file is the old one or the new one, whole.
        Raises `InvoerFout` for an empty passphrase, `OmgevingFout` when it can't be written: all is then as it was.
        """
        paar = nieuw_sleutelpaar(wachtwoord)
        with self._kopieslot, self._grendel, vertaald(self._pad):
            if self._gesloten:
                raise OmgevingFout(f"De database {self._pad} is al gesloten.")
            try:
                schrijf_veilig(
                    self._pad,
                    lambda proef: versleutel_naar(self._verbinding, paar, proef),
                    vervang=True,
                    controle=lambda proef: self._sta_af_aan(proef, paar),
                )
                self._sleutel, self._zout = paar
            finally:
                if not self._volgt:  # the old file was let go: take up what has its name now
                    self._slot = Bestandslot(self._pad)
                    self._verbind()
                    self._volg(had_wal=False)

    def _sta_af_aan(self, proef: Path, paar: Sleutelpaar) -> None:
        """Let go of the file, so that `proef` can take its name, once that was found to be as good."""
        eis_gelijk(proef, paar, self._verbinding)
        gaafheid.merk_gesloten(self._verbinding)
        self._gemerkt = self._volgt = False
        self._engine.dispose()
        self._verbinding.close()
        self._slot.vrij()
        if walbestand(self._pad).exists():  # of the old file: beside the new one it would be damage
            raise OmgevingFout(f"{walbestand(self._pad)} is nog in gebruik; er is niets veranderd.")

    @contextmanager
    def _beurt(self) -> Iterator[Connection]:
        """One transaction, with the store to ourselves: kept whole on leaving, or rolled back whole on any error."""
        with self._grendel, vertaald(self._pad):
            if self._gesloten:
                raise OmgevingFout(f"De database {self._pad} is al gesloten.")
            eerst = self._verbinding.total_changes
            with self._engine.begin() as verbinding:
                yield verbinding
                if self._verbinding.total_changes != eerst:
                    self._eis_aanwezig()
                if merk := self._volgt and not self._gemerkt and self._verbinding.total_changes != eerst:
                    gaafheid.merk_open(self._verbinding)
            if merk:
                self._gemerkt = True
                with suppress(sqlcipher.Error):  # the change itself is kept
                    gaafheid.zet_vast(self._verbinding)

    def _eis_aanwezig(self) -> None:
        """Raise `OmgevingFout` when the file is gone from its place: the system would go on writing to no name."""
        try:
            self._pad.stat()
        except OSError as fout:
            raise OmgevingFout(
                f"De database {self._pad} staat niet meer op haar plaats. Is de map verplaatst of de schijf los?"
            ) from fout

    def leeg_wal(self) -> None:
        """Put all that was kept in the file itself, so that nothing of before is left beside it."""
        with self._grendel, vertaald(self._pad):
            gaafheid.zet_vast(self._verbinding)

    def revisie(self) -> int:
        """The number of the last kept change of the whole database."""
        with self._beurt() as verbinding:
            return lees_revisie(verbinding)

    def reservekopie(self, pad: Path) -> None:
        """Write a checked copy of the whole database, opened by the same passphrase, to `pad`.

        What was at `pad` is replaced, and only by a copy that was found whole. Raises `InvoerFout` when `pad` is the
        database itself.
        """
        if pad.exists() and pad.samefile(self._pad):
            raise InvoerFout("Een reservekopie kan niet over de database zelf heen.")
        revisie = 0

        def kopieer(proef: Path) -> None:
            nonlocal revisie
            with vertaald(pad), self._kopieslot, tussenkopie(proef, self._sleutel, self._zout) as tussen:
                revisie = self._kopieer_in_delen(tussen)
                tussen.execute("VACUUM INTO ?", (str(proef),))

        schrijf_veilig(pad, kopieer, vervang=True, controle=lambda proef: self._controleer_kopie(proef, revisie))

    def _kopieer_in_delen(self, doel: Any) -> int:
        """Copy all pages to another connection, and let go between two parts, so that keeping what is typed never waits
        for the whole; what is kept meanwhile goes along. Returns the revisie that the copy holds.
        """

        def laat_voor(_uitkomst: int, over: int, _samen: int) -> None:
            if over:  # after the last part nothing may come between the copy and the reading of its revisie
                self._grendel.release()
                time.sleep(_ADEM_S)
                self._grendel.acquire()

        with self._grendel:
            if self._gesloten:
                raise OmgevingFout(f"De database {self._pad} is al gesloten.")
            try:
                self._verbinding.backup(doel, pages=_DEEL, progress=laat_voor)
            except sqlcipher.Error as fout:  # without a number that tells which
                raise OmgevingFout("De reservekopie kon niet worden geschreven. Kijk of de schijf vol is.") from fout
            return self.revisie()

    def _controleer_kopie(self, proef: Path, revisie: int) -> None:
        """Raise `OmgevingFout` unless the file opens with our key, is whole to the last bit and holds this revisie."""
        slot = Bestandslot(proef)
        try:
            with Databank(proef, self._sleutel, self._zout, slot) as kopie, kopie._beurt() as verbinding:
                gaafheid.merk_gesloten(kopie._verbinding)
                oordeel = verbinding.exec_driver_sql("PRAGMA quick_check").scalars().all()
                goed = oordeel == ["ok"] and lees_revisie(verbinding) == revisie
            if goed and not zoek_schade(proef, self._sleutel, self._zout):
                return
        except SchadeFout:
            pass  # that SQLite found by itself
        raise OmgevingFout("De reservekopie is niet goed weggeschreven en daarom niet bewaard.")


def _begin(verbinding: Connection) -> None:
    verbinding.exec_driver_sql("BEGIN IMMEDIATE")


def lees_revisie(verbinding: Connection) -> int:
    """The number of the last kept change."""
    return int(verbinding.execute(select(STAND.c.revisie)).scalar_one())
