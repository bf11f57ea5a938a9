"""What a figure says: values, names, source and the same in words. Nothing here knows sizes or colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import opsomming

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

ONBEKEND = "onbekend"
MEESTE_IN_WOORDEN = 12
"""Up to so many points of a line are told one by one in its alternative text; of more the course alone."""
GROOTSTE = 999_999_999
"""Values above this have no room in a figure."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One value of a line, from `van` up to and including `tot` (a count on one day has both the same).

    `waarde` None is unknown: a gap. `tekst` is the value as printed, `wanneer` the day or period in full.
    """

    van: date
    tot: date
    waarde: Fraction | None
    tekst: str
    wanneer: str
    kort: str
    """The day or period as it stands along the axis."""
    uitleg: str = ""
    """How the value came about, where it is not simply what was counted."""


@dataclass(frozen=True, slots=True)
class Reeks:
    """One line. `terug` puts it behind the others: an earlier scan beside this one."""

    naam: str
    punten: tuple[Punt, ...]
    terug: bool = False


@dataclass(frozen=True)
class Lijnfiguur:
    """Values by date as lines, from 0 up."""

    titel: str
    eenheid: str
    """What the numbers along the axis are: "aantal per kwartaal"."""
    reeksen: tuple[Reeks, ...]
    noot: str = ""
    """How to read it, where that does not speak for itself."""
    bron: str = ""

    @cached_property
    def alt(self) -> str:
        """The figure in words: for each line its course, then its values."""
        return f"Lijngrafiek: {self.titel}, {self.eenheid}. " + " ".join(_verloop(reeks) for reeks in self.reeksen)

    @property
    def waarden(self) -> tuple[tuple[str, ...], ...]:
        """The values as a table, its head first; an empty cell where a line has no such day or period."""
        rijen = sorted({(punt.van, punt.tot): punt.wanneer for reeks in self.reeksen for punt in reeks.punten}.items())
        vakken = [{(punt.van, punt.tot): punt.tekst for punt in reeks.punten} for reeks in self.reeksen]
        kop = ("Wanneer", *(reeks.naam for reeks in self.reeksen))
        return (kop, *((wanneer, *(vak.get(sleutel, "") for vak in vakken)) for sleutel, wanneer in rijen))


@dataclass(frozen=True, slots=True)
class Merk:
    """One value on a band; `terug` as for a line."""

    naam: str
    waarde: Fraction
    tekst: str
    terug: bool = False


@dataclass(frozen=True)
class Bandfiguur:
    """Values on one axis from 0, beside the band that others lie in."""

    titel: str
    eenheid: str
    bandnaam: str
    grenzen: tuple[Fraction, Fraction]
    grensteksten: tuple[str, str]
    merken: tuple[Merk, ...]
    noot: str = ""
    bron: str = ""

    @cached_property
    def alt(self) -> str:
        """The figure in words: the band, and where each value lies."""
        liggingen = " ".join(
            f"{merk.naam}: {merk.tekst}, {ligging(merk.waarde, self.grenzen)}." for merk in self.merken
        )
        laag, hoog = self.grensteksten
        return f"{self.titel}, {self.eenheid}: {self.bandnaam} van {laag} tot {hoog}. {liggingen}"

    @property
    def waarden(self) -> tuple[tuple[str, ...], ...]:
        """The values as a table, its head first."""
        return (
            ("Wat", self.eenheid),
            *((merk.naam, merk.tekst) for merk in self.merken),
            *(
                (f"{self.bandnaam}, {kant}", tekst)
                for kant, tekst in zip(("van", "tot"), self.grensteksten, strict=True)
            ),
        )


Figuur = Lijnfiguur | Bandfiguur


def onderschrift(figuur: Figuur) -> str:
    """What stands under a figure: how to read it, and its source."""
    return " ".join(deel for deel in (figuur.noot, figuur.bron and f"Bron: {figuur.bron}.") if deel)


def ligging(waarde: Fraction, grenzen: tuple[Fraction, Fraction]) -> str:
    """Where a value lies beside a band, its limits included: "onder", "binnen" or "boven de bandbreedte"."""
    laag, hoog = grenzen
    kant = "onder" if waarde < laag else "boven" if waarde > hoog else "binnen"
    return f"{kant} de bandbreedte"


def leestekst(reeks: Reeks, punt: Punt) -> str:
    """One point as one reads it: "adviesvragen, januari t/m maart 2016: 1.234"."""
    uitleg = f" ({punt.uitleg})" if punt.uitleg else ""
    return f"{reeks.naam}, {punt.wanneer}: {punt.tekst}{uitleg}"


def _verloop(reeks: Reeks) -> str:
    bekend = [punt for punt in reeks.punten if punt.waarde is not None]
    if not reeks.punten:
        return f"{reeks.naam}."
    if not bekend:
        return f"{reeks.naam}: {ONBEKEND}."
    if len(reeks.punten) == 1:
        return f"{reeks.naam}: {bekend[0].wanneer}: {bekend[0].tekst}."
    delen = [f"van {bekend[0].tekst} naar {bekend[-1].tekst}"]
    if len(bekend) == 1:
        delen = [f"alleen bekend is {bekend[0].wanneer}: {bekend[0].tekst}"]
    if len(bekend) > 2:
        hoogste, laagste = max(bekend, key=_waarde), min(bekend, key=_waarde)
        delen += [f"het hoogst {hoogste.tekst} ({hoogste.wanneer})", f"het laagst {laagste.tekst} ({laagste.wanneer})"]
    zin = f"{reeks.naam}: {', '.join(delen)}."
    if len(reeks.punten) > MEESTE_IN_WOORDEN:
        weg = [punt.wanneer for punt in reeks.punten if punt.waarde is None]
        return f"{zin} {len(reeks.punten)} waarden" + (f"; onbekend: {opsomming(weg)}." if weg else ".")
    return f"{zin} Alle waarden: {'; '.join(f'{punt.wanneer}: {punt.tekst}' for punt in reeks.punten)}."


def _waarde(punt: Punt) -> Fraction:
    assert punt.waarde is not None
    return punt.waarde
