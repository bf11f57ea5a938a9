"""The format of a risicoscan as values: thema's and their 20 topics (bijlage 1 of the source).

The values are data: those that ship lie in `resources/format/`, one file for each version, and an organisation can
have its own. A format is words only: numbers, which topics are kern, and the rules are the program's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vtscan_desktop.domain.leidraad import Leidraad
from vtscan_desktop.domain.notatie import format_datum, maandnaam


@dataclass(frozen=True, slots=True)
class Thema:
    """A hoofdthema; its title is printed in full everywhere."""

    titel: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the 20 topics.

    `titel` is verbatim (18-20 hold `{jaar}`, `{periode}` or `{peildatum}`: see `titel_op`), `kort` is for where room is
    short, `in_zin` names it inside a sentence, with its article and in the singular ("het zicht op veiligheid"),
    `in_rij` inside an enumeration ("zicht op veiligheid"). `aangevuld` says why a topic that is missing in the source
    was filled in; it is empty for an original one.
    """

    nr: int
    titel: str
    kort: str
    in_zin: str
    in_rij: str
    thema: Thema
    kern: bool = False
    data: bool = False
    aangevuld: str = ""

    @property
    def genummerd(self) -> str:
        """Its number and short name."""
        return f"{self.nr} {self.kort}"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: all 20 topics in order and the leidraad, with where they come from.

    `versie` is one edition of it, of the day `datum`. `vervangt` is empty, but for a format whose words stand in for
    those of another that is not at hand: then it is what the scan calls that other one.
    """

    id: str
    naam: str
    versie: str
    datum: date
    herkomst: str
    topics: tuple[Topic, ...]
    leidraad: Leidraad
    vervangt: str = ""

    @property
    def kenmerk(self) -> str:
        """What a scan keeps to say which format it is of: id and version."""
        return f"{self.id}/{self.versie}"

    @property
    def volledig(self) -> str:
        """Its name and version, as it stands in a sentence."""
        return f"{self.naam}, versie {self.versie}"

    def topic(self, nr: int) -> Topic:
        """Topic `nr` (1-20)."""
        return self.topics[nr - 1]

    def themas(self) -> tuple[Thema, ...]:
        """The hoofdthema's, in order."""
        return tuple(dict.fromkeys(topic.thema for topic in self.topics))

    def topics_van(self, thema: Thema) -> tuple[Topic, ...]:
        """The topics under one hoofdthema, in order."""
        return tuple(topic for topic in self.topics if topic.thema == thema)


def zeg_ontbrekend(format_: Format) -> str:
    """That other words are shown than those of the scan, and which; "" when they are its own."""
    if not format_.vervangt:
        return ""
    return (
        f"Deze scan is gemaakt met het format ‘{format_.vervangt}’, dat hier niet aanwezig is. De titels en vragen "
        f"zijn daarom die van {format_.volledig}. Oordelen, teksten en voorstel blijven gelijk."
    )


@dataclass(frozen=True, slots=True)
class Kwartaal:
    """A calendar quarter, 1-4."""

    jaar: int
    nummer: int

    @property
    def dag_erna(self) -> date:
        """First day after it."""
        return date(self.jaar + 1, 1, 1) if self.nummer == 4 else date(self.jaar, 3 * self.nummer + 1, 1)

    @property
    def in_woorden(self) -> str:
        """For instance "januari t/m maart 2016"."""
        return f"{maandnaam(3 * self.nummer - 2)} t/m {maandnaam(3 * self.nummer)} {self.jaar}"


def laatste_kwartaal(peildatum: date) -> Kwartaal:
    """The last quarter that ended on or before `peildatum`; its own last day counts."""
    nu = Kwartaal(peildatum.year, (peildatum.month + 2) // 3)
    if (nu.dag_erna - peildatum).days == 1:
        return nu
    return Kwartaal(nu.jaar - 1, 4) if nu.nummer == 1 else Kwartaal(nu.jaar, nu.nummer - 1)


INVULLING = ("jaar", "periode", "peildatum")
"""What the title of a topic with figures can hold between braces."""


def titel_op(topic: Topic, peildatum: date) -> str:
    """The title with year, period and day of measuring filled in; titles without these come back as they are."""
    kwartaal = laatste_kwartaal(peildatum)
    return (
        topic.titel.replace("{jaar}", str(peildatum.year))
        .replace("{periode}", kwartaal.in_woorden)
        .replace("{peildatum}", f"op {format_datum(kwartaal.dag_erna)}")
    )
