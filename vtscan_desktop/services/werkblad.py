"""The open scan: its newest value, its beoordeling, and the keeping of every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from vtscan_desktop.domain.agenda import Vinkjes
from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.errors import InvoerFout, VtscanFout
from vtscan_desktop.domain.levensloop import eis_overgang, is_op_slot
from vtscan_desktop.domain.risicoscan import Risicoscan, ScanStatus
from vtscan_desktop.domain.steun import steun_van
from vtscan_desktop.domain.tekstversies import BEWAAR, Tekstversie
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.models.opslag import Opslag, Plek, Statuswijziging
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.bewaarder import Bewaarder, Bewaarmelding
from vtscan_desktop.services.elders import bewaar_elders
from vtscan_desktop.services.formats import format_van
from vtscan_desktop.services.logboek import Actie, handeling, noteer
from vtscan_desktop.services.scanteksten import rijsleutels
from vtscan_desktop.services.tekstversies import Versies, Versiewacht

_OP_SLOT = (
    "Deze scan is vastgesteld en staat op slot; de wijziging is niet overgenomen. Heropen de scan om te wijzigen.",
    "Dit is een eerdere versie, om te lezen; de wijziging is niet overgenomen.",
)
"""Why nothing was taken over: of a scan that is vastgesteld, and of a version."""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What the Bewaarder keeps: the scan with its rows in the making, where the user is, versions of texts, and ticks.

    `versies` and `statussen` are all that came since the scan was opened: they only grow, so that a write that is
    skipped or fails loses none.
    """

    stand: Werkstand
    plek: Plek | None
    versies: Versies = ()
    vinkjes: Vinkjes = frozenset()
    statussen: tuple[Statuswijziging, ...] = ()


class Werkblad:
    """One scan being worked on. Changes are values: `wijzig` takes the whole new scan, `Bewaarder` keeps it.

    `meld` is called on another thread, after each write.
    """

    def __init__(
        self,
        opslag: Opslag,
        scan_id: str,
        klok: Callable[[], datetime],
        meld: Callable[[Bewaarmelding], None],
        bevroren: Risicoscan | None = None,
    ) -> None:
        """Open a scan; or look back at a version of it, `bevroren`: then nothing of it can be changed or is kept."""
        self._opslag = opslag
        self.bevroren = bevroren is not None
        self._lopend = f"lopend_gesprek/{scan_id}"
        self._klok = klok
        stand = opslag.lees(scan_id) if bevroren is None else Werkstand(bevroren)
        plek = opslag.lees_plek(scan_id) if bevroren is None else None
        self._inhoud = Inhoud(stand, plek, vinkjes=opslag.vinkjes(scan_id))
        if bevroren is None:
            opslag.vergeet_tekstversies(scan_id, rijsleutels(stand))
        self._wacht = Versiewacht(opslag.laatste_tekstversies(scan_id))
        self._versies_bewaard = 0
        self.format = format_van(self.scan, opslag)
        """The words of this scan."""
        self._beoordeling = beoordeel_scan(self.scan, self.format)
        self._meld = meld
        schrijf = self._schrijf if bevroren is None else _schrijf_niets
        self._bewaarder = Bewaarder(schrijf, self._inhoud, klok, self._bij_bewaard)

    @property
    def scan(self) -> Risicoscan:
        """The scan as it is now, kept or about to be."""
        return self._inhoud.stand.scan

    @property
    def beoordeling(self) -> Beoordeling:
        """The beoordeling of the scan as it is now."""
        return self._beoordeling

    @property
    def stand(self) -> Werkstand:
        """The scan with all that is kept beside it, as it is now."""
        return self._inhoud.stand

    @property
    def op_slot(self) -> bool:
        """Whether the scan may not be changed: it is vastgesteld, or a version to look back at."""
        return self.bevroren or is_op_slot(self.scan)

    def zet_status(self, naar: ScanStatus, reden: str = "") -> None:
        """Change the status, and keep who did when and why. Raises `VtscanFout` when it may not, or can't be kept:
        it then stays what it was.
        """
        scan = self.scan
        if self.bevroren or naar is scan.status:
            return
        eis_overgang(scan, self._beoordeling.voorstel, naar, reden)
        wie = ", ".join(deel for deel in (scan.adviseur.functie, scan.adviseur.organisatie) if deel.strip())
        wijziging = Statuswijziging(self._klok(), scan.status, naar, wie, reden.strip())
        self.bewaar_nu()
        inhoud = self._inhoud
        stand = replace(inhoud.stand, scan=replace(scan, status=naar))
        inhoud = replace(inhoud, stand=stand, statussen=(*inhoud.statussen, wijziging))
        try:
            self._bewaarder.zet_of_niet(inhoud)
        except VtscanFout as fout:
            noteer(Actie.BEWAREN, scan.id, type(fout).__name__)
            raise
        self._inhoud = inhoud
        self._beoordeling = beoordeel_scan(stand.scan, self.format)

    def klad(self, tabel: str) -> tuple[Kladrij, ...]:
        """The rows of a table that are not (wholly) valid yet."""
        return tuple(rij for rij in self._inhoud.stand.klad if rij.tabel == tabel)

    def wijzig(self, scan: Risicoscan) -> bool:
        """Take over a changed scan and keep it. True when the beoordeling was made anew.

        Of a scan that is on slot nothing is taken over: `InvoerFout`. Its status goes by `zet_status`.
        """
        self._eis_open()
        return self._neem_over(replace(self._inhoud.stand, scan=scan))

    def wijzig_tabel(self, scan: Risicoscan, tabel: str, klad: tuple[Kladrij, ...]) -> bool:
        """As `wijzig`, together with the rows of one table that are still in the making."""
        self._eis_open()
        rest = tuple(rij for rij in self._inhoud.stand.klad if rij.tabel != tabel)
        return self._neem_over(replace(self._inhoud.stand, scan=scan, klad=rest + klad))

    def bevestig_vaststelling(self, datum: date) -> bool:
        """The vaststelling is given anew, on `datum`: from now on it rests on the scan as it is. As `wijzig`."""
        self._eis_open()
        scan = self.scan
        if scan.vaststelling is None:
            return False
        scan = replace(scan, vaststelling=replace(scan.vaststelling, datum=datum))
        return self._neem_over(replace(self._inhoud.stand, scan=scan, steun=steun_van(scan)))

    def bewaar_gauw(self) -> None:
        """Keep what was typed now, without waiting for it."""
        self._bewaarder.dring_aan()

    def bewaar_elders(self, pad: Path) -> str:
        """Write the scan as it is now to another place (see `bewaar_elders`); what is there, in one sentence."""
        return bewaar_elders(self._opslag, self._inhoud.stand, pad, self._klok())

    def bewaar_nu(self) -> None:
        """Return when all is kept; raises `VtscanFout` when it can't be."""
        self._bewaarder.spoel()

    def onthoud_plek(self, stap: str, veld: str, cursor: int) -> None:
        """Keep where the user is, to come back to."""
        plek = Plek(self.scan.id, stap, veld, cursor)
        if plek != self._inhoud.plek:
            self._zet(replace(self._inhoud, plek=plek))

    def plek(self) -> Plek | None:
        """Where the user was last, if known."""
        return self._inhoud.plek

    def verlaat_veld(self, veld: str) -> None:
        """A text is left, by its key (`topic/3/toelichting`): as it stands now, it becomes a version."""
        if genomen := self._wacht.verlaten(veld, self._klok()):
            self._zet(replace(self._inhoud, versies=self._inhoud.versies + genomen))

    def versies(self, veld: str) -> tuple[Tekstversie, ...]:
        """The earlier versions of a text by its key, the newest first. Raises `VtscanFout` when they can't be read."""
        wachtend = self._inhoud.versies[self._versies_bewaard :]
        bewaard = self._opslag.tekstversies(self.scan.id, veld)
        # A write may have come between these two lines.
        nieuwste = [versie for sleutel, versie in reversed(wachtend) if sleutel == veld and versie not in bewaard]
        return (*nieuwste, *bewaard)[:BEWAAR]

    def vinkjes(self) -> Vinkjes:
        """The ticked questions of the leidraad, by the id of the gesprek ("" outside any gesprek)."""
        return self._inhoud.vinkjes

    def zet_vinkje(self, gesprek: str, vraag: str, aan: bool) -> None:
        """Tick a question for a gesprek, or take the tick away. Not of a scan on slot: `InvoerFout`."""
        self._eis_open()
        vinkje = frozenset({(gesprek, vraag)})
        oud = self._inhoud.vinkjes
        self._zet(replace(self._inhoud, vinkjes=oud | vinkje if aan else oud - vinkje))

    def lopend_gesprek(self) -> str | None:
        """The id of the gesprek that is going on, also after a restart; None when there is none."""
        gekozen = self._opslag.lees_instelling(self._lopend)
        return gekozen if any(g.id == gekozen for g in self.scan.gesprekken) else None

    def zet_lopend_gesprek(self, gesprek: str | None) -> None:
        """Say which gesprek is going on. Raises `VtscanFout` when it can't be kept."""
        self._opslag.bewaar_instelling(self._lopend, gesprek or "")

    def sluit(self) -> None:
        """Keep all and stop; raises `VtscanFout` when it can't be kept (and then stays open)."""
        with handeling(Actie.SCAN_SLUITEN, self.scan.id):
            self._bewaarder.sluit()

    def _schrijf(self, oud: Inhoud, nieuw: Inhoud, nu: datetime) -> None:
        versies, statussen = nieuw.versies[len(oud.versies) :], nieuw.statussen[len(oud.statussen) :]
        if versies or nieuw.stand is not oud.stand:
            self._opslag.bewaar(oud.stand, nieuw.stand, nu, versies, statussen)
            self._versies_bewaard = len(nieuw.versies)
        for gesprek, vraag in oud.vinkjes ^ nieuw.vinkjes:
            self._opslag.zet_vinkje(self.scan.id, gesprek, vraag, aan=(gesprek, vraag) in nieuw.vinkjes)
        if nieuw.plek is not None and nieuw.plek != oud.plek:
            self._opslag.bewaar_plek(nieuw.plek)

    def _bij_bewaard(self, melding: Bewaarmelding) -> None:
        if melding.fout is not None:  # what goes well happens many times a minute
            noteer(Actie.BEWAREN, self.scan.id, type(melding.fout).__name__)
        self._meld(melding)

    def _zet(self, inhoud: Inhoud) -> None:
        self._inhoud = inhoud
        self._bewaarder.zet(inhoud)

    def _eis_open(self) -> None:
        if self.op_slot:
            raise InvoerFout(_OP_SLOT[self.bevroren])

    def _neem_over(self, nieuw: Werkstand) -> bool:
        oud, inhoud = self._inhoud.stand, self._inhoud
        if _gaf(oud.scan) != _gaf(nieuw.scan):
            nieuw = replace(nieuw, steun=steun_van(nieuw.scan))
        genomen = self._wacht.wijziging(oud, nieuw, self._klok())
        self._zet(replace(inhoud, stand=nieuw, versies=inhoud.versies + genomen))
        if nieuw.scan is oud.scan or zonder_teksten(oud.scan) == zonder_teksten(nieuw.scan):
            return False
        self._beoordeling = beoordeel_scan(nieuw.scan, self.format)
        return True


def _schrijf_niets(_oud: Inhoud, _nieuw: Inhoud, _nu: datetime) -> None:
    """What is looked back at is not written."""


def _gaf(scan: Risicoscan) -> int | None:
    """The categorie that the adviser gave; another motivering or date makes no other vaststelling."""
    return scan.vaststelling.categorie if scan.vaststelling else None


def zonder_teksten(scan: Risicoscan) -> Risicoscan:
    """The scan without the long texts and notes, which no rule and no signaal reads."""
    return replace(
        scan,
        topics=tuple(
            replace(t, toelichting="", risico="", motivering="", later=False, bronnen=()) for t in scan.topics
        ),
        notities=(),
        titel="",
        overall_beeld="",
        vraag_aan_lezer="",
        in_kaart=type(scan.in_kaart)(),
        maatwerkacties=(),
        documenten=(),
    )
