"""The open scan as the pages see it: values in, values out, signals on change. No page knows the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from vtscan_desktop.domain.agenda import Vinkjes
from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.nakijken.stof import Nakijkpunt
from vtscan_desktop.domain.risicoscan import Risicoscan, ScanStatus
from vtscan_desktop.domain.steun import Verschuiving, bepaal_verschuiving
from vtscan_desktop.domain.tekstversies import Tekstversie
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.services.nakijken import kijk_werkstand_na
from vtscan_desktop.services.sessie import Plek, Sessie, Versiesleutel


class Werkruimte(QObject):
    """Wraps a `Werkblad` for the UI thread.

    `gewijzigd` carries the new `Risicoscan`, `beoordeeld` the new `Beoordeling`, `bewaard` a `Bewaarmelding`
    (emitted from the writer's thread, delivered on this one).
    """

    gewijzigd = Signal(object)
    beoordeeld = Signal(object)
    bewaard = Signal(object)
    uitgeprobeerd = Signal(object)
    """Carries the `Beoordeling` of what is being tried out on a copy, or None when nothing is."""
    gesprek_gewisseld = Signal(object)
    """Carries the id of the gesprek that is going on, or None."""
    versies_gevraagd = Signal(object)
    """Asks to show the earlier versions of the text in a field, which is carried."""
    gevinkt = Signal(object)
    """Carries all ticks of the leidraad, as `vinkjes`."""

    geweigerd = Signal(str)
    """One Dutch sentence on why a change was not taken over; the pages then show the scan as it was."""

    def __init__(
        self, sessie: Sessie, scan: str | Versiesleutel, klok: Callable[[], datetime], parent: QObject | None
    ) -> None:
        """Open a scan by its id, or a version of one to look back at. Raises `VtscanFout`."""
        super().__init__(parent)
        self._klok = klok
        self.scans = sessie.scans
        """All scans in the database; its methods may be called on any thread."""
        self.zijtab = 0
        """Which tab stands beside the topics."""
        self.versie = scan if isinstance(scan, Versiesleutel) else None
        """Which version this is, when it is one to look back at."""
        if isinstance(scan, Versiesleutel):
            self._blad = sessie.leesblad(scan, klok, self.bewaard.emit)
        else:
            self._blad = sessie.werkblad(scan, klok, self.bewaard.emit)
        self._lopend = self._blad.lopend_gesprek()
        self.laatst_bewaard: Bewaarmelding | None = None
        """What came of the last time it was kept, for a screen that is made anew."""
        self.bewaard.connect(self._bij_bewaard)
        self._nagekeken: tuple[Werkstand, date, tuple[Nakijkpunt, ...]] | None = None

    @property
    def scan(self) -> Risicoscan:
        """The scan as it is now."""
        return self._blad.scan

    @property
    def format(self) -> Format:
        """What the topics and questions of this scan are called."""
        return self._blad.format

    @property
    def beoordeling(self) -> Beoordeling:
        """The beoordeling as it is now."""
        return self._blad.beoordeling

    def nu(self) -> datetime:
        """The present instant, with zone."""
        return self._klok()

    def wijzig(self, scan: Risicoscan) -> None:
        """Take over a changed scan; kept while typing."""
        self._wijzig(partial(self._blad.wijzig, scan))

    def zet_status(self, naar: ScanStatus, reden: str = "") -> None:
        """Change the status; back from vastgesteld asks a reason. Raises `VtscanFout` when it may not."""
        self._blad.zet_status(naar, reden)
        self._meld(opnieuw_beoordeeld=False)

    @property
    def op_slot(self) -> bool:
        """Whether nothing of the scan can be changed: it is vastgesteld, or a version to look back at."""
        return self._blad.op_slot

    @property
    def bevroren(self) -> bool:
        """Whether this is a version to look back at."""
        return self._blad.bevroren

    def wijzig_veld(self, **velden: Any) -> None:
        """Change fields of the scan itself, by name."""
        self.wijzig(replace(self.scan, **velden))

    def wijzig_topic(self, nr: int, **velden: Any) -> None:
        """Change fields of one topic, by name."""
        self.wijzig(self.scan.met_topic(replace(self.scan.topic(nr), **velden)))

    def klad(self, tabel: str) -> tuple[Kladrij, ...]:
        """The rows of a table that are still in the making."""
        return self._blad.klad(tabel)

    def verschuiving(self) -> Verschuiving | None:
        """What has changed since the vaststelling was given; None when nothing has, or when it isn't known."""
        return bepaal_verschuiving(self.scan, self._blad.stand.steun)

    def nakijkpunten(self) -> tuple[Nakijkpunt, ...]:
        """What to look at before a report is made, as the scan is now, and by today's date."""
        stand, vandaag = self._blad.stand, self.nu().date()
        if self._nagekeken is None or self._nagekeken[0] is not stand or self._nagekeken[1] != vandaag:
            self._nagekeken = (stand, vandaag, kijk_werkstand_na(stand, self.beoordeling, vandaag, self.format))
        return self._nagekeken[2]

    def bevestig_vaststelling(self) -> None:
        """The vaststelling is given anew, today."""
        self._wijzig(partial(self._blad.bevestig_vaststelling, self.nu().date()))

    def wijzig_tabel(self, scan: Risicoscan, tabel: str, klad: tuple[Kladrij, ...]) -> None:
        """Take over a changed table: its valid rows are in `scan`, the others in `klad`."""
        self._wijzig(partial(self._blad.wijzig_tabel, scan, tabel, klad))

    def verlaat_veld(self, sleutel: str) -> None:
        """A text is left, by its key; as it is now, it becomes one of its versions."""
        self._blad.verlaat_veld(sleutel)

    def versies(self, sleutel: str) -> tuple[Tekstversie, ...]:
        """The earlier versions of a text by its key, the newest first. Raises `VtscanFout`."""
        return self._blad.versies(sleutel)

    def bewaar_gauw(self) -> None:
        """Keep what was typed now, without waiting for it."""
        self._blad.bewaar_gauw()

    def bewaar_elders(self, pad: Path) -> str:
        """Write the scan as it is now to another place, on any thread; one sentence on what is there.

        Raises `VtscanFout` when nothing could be written.
        """
        return self._blad.bewaar_elders(pad)

    def bewaar_nu(self) -> None:
        """Return when all is kept; raises `VtscanFout` when it can't be."""
        self._blad.bewaar_nu()

    def onthoud_plek(self, stap: str, veld: str, cursor: int) -> None:
        """Keep where the user is."""
        self._blad.onthoud_plek(stap, veld, cursor)

    def plek(self) -> Plek | None:
        """Where the user was last time."""
        return self._blad.plek()

    def lopend_gesprek(self) -> str | None:
        """The id of the gesprek that is going on, or None."""
        return self._lopend if any(g.id == self._lopend for g in self.scan.gesprekken) else None

    def zet_lopend_gesprek(self, gesprek: str | None) -> None:
        """Start a gesprek, or end the one that is going on. Raises `VtscanFout` when it can't be kept."""
        self._blad.zet_lopend_gesprek(gesprek)
        self._lopend = gesprek
        self.gesprek_gewisseld.emit(gesprek)

    def vinkjes(self) -> Vinkjes:
        """The ticked questions of the leidraad: (id of the gesprek, "" for none; id of the question)."""
        return self._blad.vinkjes()

    def zet_vinkje(self, vraag: str, aan: bool) -> None:
        """Tick a question for the gesprek that is going on (or outside any gesprek), or take the tick away."""
        try:
            self._blad.zet_vinkje(self.lopend_gesprek() or "", vraag, aan)
        except InvoerFout as fout:
            self.geweigerd.emit(str(fout))
        self.gevinkt.emit(self.vinkjes())

    def sluit(self) -> None:
        """Keep all and stop; raises `VtscanFout` when it can't be kept."""
        self._blad.sluit()

    def _wijzig(self, doe: Callable[[], bool]) -> None:
        try:
            opnieuw = doe()
        except InvoerFout as fout:
            opnieuw = False
            self.geweigerd.emit(str(fout))
        self._meld(opnieuw_beoordeeld=opnieuw)

    def _bij_bewaard(self, melding: Bewaarmelding) -> None:
        self.laatst_bewaard = melding

    def _meld(self, *, opnieuw_beoordeeld: bool) -> None:
        """The voorstel first: the header follows before the page is laid out anew."""
        if opnieuw_beoordeeld:
            self.beoordeeld.emit(self.beoordeling)
        self.gewijzigd.emit(self.scan)
