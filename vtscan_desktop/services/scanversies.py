"""The versions of a scan: each report that was made keeps the whole scan as it then was, to look back at."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import lees_begrensd, schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.models.waarden import Rapportversie as Rapportversie
from vtscan_desktop.models.waarden import Statuswijziging as Statuswijziging
from vtscan_desktop.models.waarden import Versiesleutel as Versiesleutel
from vtscan_desktop.uitwisseling.lezen import lees_scan, lees_scanbestand
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.models.opslag import Opslag


class Scanversies:
    """What the reports of the scans in one open database kept. All errors are InvoerFout or OmgevingFout."""

    def __init__(self, opslag: Opslag) -> None:
        self._opslag = opslag

    def van(self, scan_id: str) -> tuple[Rapportversie, ...]:
        """The versions of a scan, the newest first."""
        return tuple(sorted(self._opslag.rapportversies(scan_id), key=lambda v: (v.gemaakt, v.versie), reverse=True))

    def lees(self, sleutel: Versiesleutel) -> Risicoscan:
        """The scan as it was with a report. Raises InvoerFout when it was not kept."""
        inhoud = self._opslag.lees_versie(sleutel)
        if inhoud is None:
            raise InvoerFout(
                "Van dit rapport is de scan niet bewaard: het is gemaakt met een eerdere versie van het programma."
            )
        return lees_scan(inhoud, f"Versie {sleutel.versie}").scan

    def exporteer(self, sleutel: Versiesleutel, pad: Path, *, vervang: bool) -> None:
        """Write the scan as it was to `pad` in the exchange format, read back before it gets its name."""
        scan = self.lees(sleutel)

        def controle(proef: Path) -> None:
            if lees_scanbestand(proef).scan != scan:
                raise OmgevingFout(f"{pad} is niet goed weggeschreven en daarom niet bewaard.")

        schrijf_veilig(pad, schrijf_scan(scan), vervang=vervang, controle=controle)

    def herken(self, scan_id: str, pad: Path) -> Rapportversie | None:
        """The version whose report a file is, to the last byte; None when it is none of them.

        A report that was counter-signed is another file: its signatures tell what it is, not this.
        """
        from vtscan_desktop.rapport.bijlage import MAX_PDF  # brings in pyHanko

        kenmerk = sha256(lees_begrensd(pad, MAX_PDF)).hexdigest()
        return next((versie for versie in self.van(scan_id) if versie.sha256 == kenmerk), None)

    def statuswijzigingen(self, scan_id: str) -> tuple[Statuswijziging, ...]:
        """The changes of status of a scan, the newest first."""
        return self._opslag.statuswijzigingen(scan_id)[::-1]
