"""An opened database and all that can be done with it; the one thing the window needs to know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.persoonsgegevens import vergeet_teksten
from vtscan_desktop.domain.risicoscan import Risicoscan, Wie
from vtscan_desktop.models.opslag import Opslag, Plek
from vtscan_desktop.models.sleutel import Sleutelpaar, nieuw_sleutelpaar
from vtscan_desktop.services.adviseur import bewaar_adviseur, lees_adviseur
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.services.herstel import open_database
from vtscan_desktop.services.huisstijl import Huisstijl, bewaar_huisstijl, lees_huisstijl
from vtscan_desktop.services.identiteiten import Kaart, actieve_kaart
from vtscan_desktop.services.logboek import Actie, handeling, noteer
from vtscan_desktop.services.ondertekenaars import bewaar_titels, lees_titels, maak_ondertekenaars
from vtscan_desktop.services.rapporten import Rapportkeuze, Rapportresultaat, maak_rapport, maak_voorbeeld
from vtscan_desktop.services.reservekopieen import maak_bij_wijziging, ruim_op, tweede_plaats, zet_tweede_plaats
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.services.scanversies import Scanversies, Versiesleutel
from vtscan_desktop.services.werkblad import Werkblad
from vtscan_desktop.services.zoeken import Zoekantwoord, zoek_teksten

__all__ = ["Plek", "Sessie", "Versiesleutel"]

_OPEN_SCAN = "open_scan"


class Sessie:
    """From passphrase to lock: one database, its scans, and the identity that signs."""

    def __init__(self, opslag: Opslag) -> None:
        self.opslag = opslag
        self.scans = ScanService(opslag)
        self.versies = Scanversies(opslag)

    @classmethod
    def maak(cls, pad: Path, wachtwoord: str) -> Sessie:
        """Make a new database, and its folder where that isn't there yet. Raises `VtscanFout`."""
        return cls.maak_met(pad, nieuw_sleutelpaar(wachtwoord))

    @classmethod
    def maak_met(cls, pad: Path, paar: Sleutelpaar) -> Sessie:
        """As `maak`, with a key that was derived before."""
        try:
            pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fout:
            raise OmgevingFout(f"De map {pad.parent} kon niet gemaakt worden.") from fout
        with handeling(Actie.DATABASE_MAKEN):
            return cls(Opslag.maak_met(pad, paar))

    @classmethod
    def open(cls, pad: Path, geheim: str) -> Sessie:
        """Open a database with its passphrase or recovery key. Raises `VtscanFout`."""
        with handeling(Actie.DATABASE_OPENEN):
            return cls(open_database(pad, geheim))

    @property
    def pad(self) -> Path:
        """Where the database lies."""
        return self.opslag.pad

    @property
    def herstelsleutel(self) -> str:
        """The recovery key, as it is printed."""
        return self.opslag.herstelsleutel

    def werkblad(self, scan_id: str, klok: Callable[[], datetime], meld: Callable[[Bewaarmelding], None]) -> Werkblad:
        """Open a scan to work on."""
        noteer(Actie.SCAN_OPENEN, scan_id)
        return Werkblad(self.opslag, scan_id, klok, meld)

    def leesblad(
        self, versie: Versiesleutel, klok: Callable[[], datetime], meld: Callable[[Bewaarmelding], None]
    ) -> Werkblad:
        """Open a version of a scan to look back at; nothing of it can be changed. Raises `VtscanFout`."""
        return Werkblad(self.opslag, versie.scan_id, klok, meld, self.versies.lees(versie))

    def laatste_scan(self) -> str | None:
        """The id of the scan that was open when the program last stopped, if it is still there."""
        gevonden = self.opslag.lees_instelling(_OPEN_SCAN)
        return gevonden if gevonden and self.opslag.bestaat(gevonden) else None

    def onthoud_open_scan(self, scan_id: str | None) -> None:
        """Keep which scan is open; None for the start page."""
        self.opslag.bewaar_instelling(_OPEN_SCAN, scan_id or "")

    def maak_rapport(
        self,
        scan: Risicoscan,
        pad: Path,
        *,
        nu: datetime,
        vervang: bool,
        medeondertekenaars: tuple[str, ...],
        keuze: Rapportkeuze,
        voortgang: Callable[[str, int, int], None],
    ) -> Rapportresultaat:
        """Make the report, signed with the identity of this database, with a field for each other signer by title.

        Takes a second the first time: call it off the UI thread. Raises `VtscanFout`; then nothing was written.
        """
        with handeling(Actie.RAPPORT, scan.id):
            return maak_rapport(
                scan,
                pad,
                nu=nu,
                vervang=vervang,
                opslag=self.opslag,
                ondertekenaars=maak_ondertekenaars(medeondertekenaars),
                keuze=keuze,
                voortgang=voortgang,
            )

    def maak_voorbeeld(
        self, scan: Risicoscan, *, nu: datetime, medeondertekenaars: tuple[str, ...], keuze: Rapportkeuze
    ) -> bytes:
        """The report as it would be made now, unsigned and kept nowhere. Off the UI thread. Raises `VtscanFout`."""
        wie = maak_ondertekenaars(medeondertekenaars)
        return maak_voorbeeld(scan, nu=nu, keuze=keuze, ondertekenaars=wie, opslag=self.opslag)

    def huisstijl(self) -> Huisstijl:
        """Name and logo of the organisation that publishes reports; empty when nothing was kept."""
        return lees_huisstijl(self.opslag)

    def onthoud_huisstijl(self, huisstijl: Huisstijl) -> None:
        """Keep name and logo for all reports. Raises `VtscanFout` when that can't be done."""
        bewaar_huisstijl(self.opslag, huisstijl)

    def adviseur(self) -> Wie:
        """Who uses this database, as each new scan begins with them; empty when nothing was kept."""
        return lees_adviseur(self.opslag)

    def onthoud_adviseur(self, wie: Wie) -> None:
        """Keep who that is. Raises `VtscanFout` when that can't be done."""
        bewaar_adviseur(self.opslag, wie)

    def identiteit(self) -> Kaart | None:
        """The identity that signs reports, or None while none was made. Off the UI thread."""
        return actieve_kaart(self.opslag)

    def laatste_moment(self) -> datetime | None:
        """The latest moment (UTC) that is noted in the database: no clock can rightly show an earlier one."""
        return self.opslag.laatste_moment()

    def medeondertekenaars(self, scan_id: str) -> tuple[str, ...]:
        """The titles of those who are asked to sign beside the adviser."""
        return lees_titels(self.opslag, scan_id)

    def onthoud_medeondertekenaars(self, scan_id: str, titels: tuple[str, ...]) -> None:
        """Keep the titles of those who are asked to sign."""
        bewaar_titels(self.opslag, scan_id, titels)

    def zoek(self, vraag: str, scan_id: str | None) -> Zoekantwoord:
        """The texts that hold every word of `vraag`, those of the scan with this id apart; on any thread."""
        return zoek_teksten(self.opslag, vraag, scan_id)

    def eigen_woorden(self) -> frozenset[str]:
        """The words that the spelling check has learnt."""
        return self.opslag.eigen_woorden()

    def leer_woord(self, woord: str) -> None:
        """Take a word as right in every scan. Raises `VtscanFout` when it can't be kept."""
        self.opslag.leer_woord(woord)

    def vergeet_woord(self, woord: str) -> None:
        """No longer take a word as right. Raises `VtscanFout` when that can't be kept."""
        self.opslag.vergeet_woord(woord)

    @property
    def melding(self) -> str:
        """What the user should know of the state in which the database was found; "" for nothing."""
        return self.opslag.melding

    def maak_reservekopie(self, nu: datetime) -> str:
        """Back up what changed, if anything did; "" or why the second place has none. Off the UI thread.

        What a program that was killed left half-written goes first.

        Raises `VtscanFout` when there is no backup beside the database.
        """
        ruim_op(self.opslag)
        return maak_bij_wijziging(self.opslag, nu)

    def tweede_plaats(self) -> Path | None:
        """The folder that gets a copy of each backup, if the user named one."""
        return tweede_plaats(self.opslag)

    def zet_tweede_plaats(self, folder: Path | None) -> None:
        """Name that folder, or None for none. Raises `VtscanFout` when that can't be kept."""
        zet_tweede_plaats(self.opslag, folder)

    def sluit(self) -> None:
        """Close the database, and let go of what is held of its texts: locking leaves none behind."""
        self.opslag.sluit()
        vergeet_teksten()
        noteer(Actie.DATABASE_SLUITEN)
