"""The format of a scan: the words that belong to it for as long as it exists; and the formats to choose from.

A scan says of which format and version it is. Those that ship are kept by version, an organisation's own lie in the
database, so neither a newer program nor a newer version of an own format gives an old scan other questions.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.hulpbronnen import EERSTE_FORMAT, laad_format, laad_formats, maak_format
from vtscan_desktop.models.waarden import Eigenformat, Formatgebruik
from vtscan_desktop.services.logboek import Actie, handeling

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format
    from vtscan_desktop.models.opslag import Opslag

_ZONDER_VERSIE = ("", "risicoscan")
"""What scans say from before they kept which version of the shipped format they are of."""
_STANDAARD = "standaardformat"


def format_van(scan: Risicoscan, opslag: Opslag | None = None) -> Format:
    """The format of a scan, where `opslag` has the organisation's own.

    One that is not at hand gives way to the newest that ships, which then says so (`vervangt`).
    """
    return zoek_format(scan.format, opslag)


def zoek_format(verwijzing: str, opslag: Opslag | None = None) -> Format:
    """As `format_van`, for what a scan says of its format."""
    kenmerk = EERSTE_FORMAT if verwijzing in _ZONDER_VERSIE else verwijzing
    if meegeleverd := laad_formats().get(kenmerk):
        return meegeleverd
    inhoud = opslag.lees_format(kenmerk) if opslag is not None else None
    return _lees(inhoud) if inhoud is not None else replace(laad_format(), vervangt=verwijzing)


@lru_cache(maxsize=32)
def _lees(inhoud: bytes) -> Format:
    return maak_format(json.loads(inhoud))


@dataclass(frozen=True, slots=True)
class Formatregel:
    """A format to choose from: whether it is the organisation's `eigen`, and the `standaard` for new scans.

    `titels` and `vragen` are how many differ from the newest that ships. `overgenomen` is None for one that ships.
    """

    format: Format
    eigen: bool
    standaard: bool
    gebruik: Formatgebruik
    titels: int = 0
    vragen: int = 0
    overgenomen: datetime | None = None


class Formatbeheer:
    """The formats of one open database. All errors are InvoerFout or OmgevingFout."""

    def __init__(self, opslag: Opslag, klok: Callable[[], datetime]) -> None:
        self._opslag = opslag
        self._klok = klok

    def overzicht(self) -> tuple[Formatregel, ...]:
        """What a scan can be of: those that ship, the newest first, then the organisation's own by name and date."""
        gebruik = self._gebruik()
        standaard = self.standaard().kenmerk
        leeg = Formatgebruik()

        def regel(format_: Format, overgenomen: datetime | None) -> Formatregel:
            eigen = overgenomen is not None
            return Formatregel(
                format_,
                eigen,
                format_.kenmerk == standaard,
                gebruik.get(format_.kenmerk, leeg),
                *(_tel_eigen(format_) if eigen else (0, 0)),
                overgenomen,
            )

        meegeleverd = sorted(laad_formats().values(), key=lambda f: (f.datum, f.versie), reverse=True)
        eigen = [(_lees(rij.inhoud), rij.overgenomen) for rij in self._opslag.eigen_formats()]
        eigen.sort(key=lambda paar: (paar[0].naam.casefold(), -paar[0].datum.toordinal(), paar[0].versie))
        return (*(regel(format_, None) for format_ in meegeleverd), *(regel(*paar) for paar in eigen))

    def neem_over(self, pad: Path) -> Format:
        """Take over the format in a file. Raises InvoerFout for a wrong file, and for other words under a name in use.

        A format that a scan is of stays as it is: another edition of it has another version. The same once more is no
        change.
        """
        from vtscan_desktop.uitwisseling.formatbestand import lees_formatbestand

        gelezen = lees_formatbestand(pad)
        kenmerk = gelezen.format.kenmerk
        bewaard = self._opslag.lees_format(kenmerk)
        if bewaard is not None and bewaard != gelezen.inhoud:
            self._eis_ongebruikt(gelezen.format, "Geef in het bestand een hogere versie en neem het opnieuw over.")
        if bewaard != gelezen.inhoud:
            with handeling(Actie.FORMAT_OVERNEMEN):
                self._opslag.bewaar_format(Eigenformat(kenmerk, self._klok(), gelezen.inhoud))
        return gelezen.format

    def verwijder(self, kenmerk: str) -> None:
        """Take an own format away. Raises InvoerFout while any scan or kept version is of it."""
        format_ = zoek_format(kenmerk, self._opslag)
        self._eis_ongebruikt(format_, "Zolang dat zo is, blijft het format hier.")
        with handeling(Actie.FORMAT_VERWIJDEREN):
            if self.standaard().kenmerk == kenmerk:
                self.kies_standaard(laad_format().kenmerk)
            self._opslag.verwijder_format(kenmerk)

    def standaard(self) -> Format:
        """The format of a new scan: the one that was chosen, else the newest that ships."""
        gekozen = self._opslag.lees_instelling(_STANDAARD)
        format_ = zoek_format(gekozen, self._opslag) if gekozen else laad_format()
        return laad_format() if format_.vervangt else format_

    def kies_standaard(self, kenmerk: str) -> None:
        """Make new scans of this format; the newest that ships also when that is a later one."""
        self._opslag.bewaar_instelling(_STANDAARD, "" if kenmerk == laad_format().kenmerk else kenmerk)

    def bewaar_bestand(self, kenmerk: str, pad: Path, *, vervang: bool) -> None:
        """Write an own format to a file; of one that ships, a copy to adapt, under a name of its own."""
        from vtscan_desktop.uitwisseling.formatbestand import lees_formatbestand, voorbeeldformat

        inhoud = self._opslag.lees_format(kenmerk) or voorbeeldformat(self._klok().date())

        def controle(proef: Path) -> None:
            lees_formatbestand(proef)

        schrijf_veilig(pad, inhoud, vervang=vervang, controle=controle)

    def _gebruik(self) -> dict[str, Formatgebruik]:
        """By kenmerk, also for scans that only name the shipped one."""
        samen: dict[str, Formatgebruik] = {}
        for verwijzing, deel in self._opslag.formatgebruik().items():
            kenmerk = EERSTE_FORMAT if verwijzing in _ZONDER_VERSIE else verwijzing
            bij = samen.get(kenmerk, Formatgebruik())
            samen[kenmerk] = Formatgebruik(bij.scans + deel.scans, bij.versies + deel.versies)
        return samen

    def _eis_ongebruikt(self, format_: Format, raad: str) -> None:
        gebruik = self._gebruik().get(format_.kenmerk, Formatgebruik())
        if gebruik.scans or gebruik.versies:
            waar = zeg_gebruik(gebruik)
            raise InvoerFout(f"Het format {format_.volledig}, is in gebruik: {waar}. {raad}")


def zeg_gebruik(gebruik: Formatgebruik) -> str:
    """Where a format is used, in a few words."""
    if not gebruik.scans and not gebruik.versies:
        return "nog geen scan"
    versies = telling(gebruik.versies, "bewaarde versie", "bewaarde versies") if gebruik.versies else ""
    scans = telling(gebruik.scans, "scan", "scans") if gebruik.scans else ""
    return " en ".join(deel for deel in (scans, versies) if deel)


def _tel_eigen(format_: Format) -> tuple[int, int]:
    """How many titles and questions differ from the newest that ships."""
    gewoon = laad_format()
    titels = sum(eigen.titel != deel.titel for eigen, deel in zip(format_.topics, gewoon.topics, strict=True))
    bekend = {vraag.tekst for topic in gewoon.leidraad.topics for vraag in topic.vragen}
    vragen = sum(vraag.tekst not in bekend for topic in format_.leidraad.topics for vraag in topic.vragen)
    return titels, vragen
