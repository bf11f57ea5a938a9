"""What goes into a report, and what comes out of building it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.risicoscan import ScanStatus

if TYPE_CHECKING:
    from datetime import datetime

    from vtscan_desktop.domain.beoordeling import Beoordeling
    from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
    from vtscan_desktop.domain.steun import Verschuiving
    from vtscan_desktop.domain.topics import Format


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """Who signs: the name of the signature field, and the title above its box."""

    veld: str
    titel: str


STANDAARD_ONDERTEKENAARS = (
    Ondertekenaar("adviseur", "Adviseur"),
    Ondertekenaar("wethouder", "Wethouder"),
    Ondertekenaar("bestuurder", "Bestuurder Veilig Thuis"),
)
"""The adviser signs first; the others counter-sign."""


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Who publishes the report: shown on page one. `logo` is a PNG without transparency, empty when there is none."""

    organisatie: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class RapportGegevens:
    """All that the report prints.

    `scan` is printed as far as `editie` goes, whatever else it holds. `beoordeling` is that of the same scan.
    `opgesteld` is the moment of making (aware). `bijlage` says whether the PDF will carry the scan as data.
    `verschuiving` is what has changed since the vaststelling was given. `fouten_open` says that points remain which
    nakijken calls wrong.
    `vorige` is another scan of the regio to lay this one beside; of it too no more is printed than `editie` may hold;
    `vorige_format` has its words.
    """

    scan: Risicoscan
    beoordeling: Beoordeling
    format: Format
    regionaam: str
    versie: int
    editie: Editie
    opgesteld: datetime
    ondertekenaars: tuple[Ondertekenaar, ...] = STANDAARD_ONDERTEKENAARS
    huisstijl: Huisstijl = Huisstijl()
    bijlage: bool = True
    vorige: Risicoscan | None = None
    vorige_format: Format | None = None
    verschuiving: Verschuiving | None = None
    fouten_open: bool = False

    @property
    def is_concept(self) -> bool:
        """Whether it says CONCEPT: the scan is one, or a fout is still open."""
        return self.fouten_open or self.scan.status is ScanStatus.CONCEPT

    @property
    def standmerk(self) -> str:
        """What every page says of the stand of the scan: CONCEPT, TER BESPREKING, or nothing."""
        if self.is_concept:
            return "CONCEPT"
        return "TER BESPREKING" if self.scan.status is ScanStatus.TER_BESPREKING else ""


@dataclass(frozen=True, slots=True)
class Vak:
    """Room for one signature: page (0-based) and (x0, y0, x1, y1) in points from the bottom left."""

    veld: str
    titel: str
    pagina: int
    rect: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Bouwsel:
    """A built report: the PDF without signatures, the room for them, and what the user should know."""

    pdf: bytes
    vakken: tuple[Vak, ...]
    meldingen: tuple[str, ...] = ()
