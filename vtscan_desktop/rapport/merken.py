"""The logical structure of the report, and the pen that marks what it draws as a part of it (tagged PDF).

All that is drawn is either content of a `Knoop` (a marked-content sequence with its own number on that page) or an
artifact: lines, backgrounds, footers. A piece of text that is split over pages adds a second sequence to its knoop.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from vtscan_desktop.rapport import letters
from vtscan_desktop.rapport.gegevens import Vak
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE


@dataclass(frozen=True, slots=True)
class Plaats:
    """Marked content: page (0-based) and its number on that page."""

    pagina: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Veldplaats:
    """The place of a form field in the reading order."""

    veld: str


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Where a line of a link stands on its page (0-based): x0, y0, x1, y1 from the bottom left. `doel` is an anker."""

    doel: str
    pagina: int
    vlak: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Plek:
    """What a link leads to: a heading, on a page (0-based), its top at `boven` points from the bottom."""

    titel: str
    pagina: int
    boven: float


@dataclass(slots=True, eq=False)
class Knoop:
    """An element of the structure tree. `soort` is a standard type; `kinderen` stand in reading order."""

    soort: str
    kinderen: list[Knoop | Plaats | Veldplaats | Koppeling] = field(default_factory=list)
    alt: str = ""
    kenmerken: dict[str, str | int] = field(default_factory=dict)
    vlak: tuple[float, float, float, float] | None = None
    """Where a figure stands on its page: x0, y0, x1, y1 from the bottom left."""

    def hang(self, *kinderen: Knoop | Plaats | Veldplaats | Koppeling) -> Knoop:
        """Add children at the end; returns this knoop."""
        self.kinderen.extend(kinderen)
        return self


class Pen:
    """Draws on one ReportLab canvas, in points from the top left, and keeps the marks of the structure."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.pagina = 0
        self.vakken: list[Vak] = []
        self.plekken: dict[str, Plek] = {}
        self._mcid = 0
        self._zonder = False

    def volgende_pagina(self) -> None:
        """Close this page and go on with the next."""
        self.canvas.showPage()
        self.pagina += 1
        self._mcid = 0

    @contextmanager
    def merk(self, knoop: Knoop | None) -> Iterator[None]:
        """What is drawn inside is content of `knoop`; an artifact when there is none."""
        if knoop is None or self._zonder:
            self.canvas._code.append("/Artifact BMC")
        else:
            knoop.hang(Plaats(self.pagina, self._mcid))
            self.canvas._code.append(f"/{knoop.soort} <</MCID {self._mcid}>> BDC")
            self._mcid += 1
        yield
        self.canvas._code.append("EMC")

    def bladwijzer(self, tekst: str, niveau: int, y: float) -> None:
        """An entry in the outline of the document, to the height y on this page."""
        sleutel = f"kop-{self.pagina}-{y:.0f}"
        self.canvas.bookmarkHorizontal(sleutel, 0, PAGINAHOOGTE - y + 12)
        self.canvas.addOutlineEntry(" ".join(tekst.split()), sleutel, niveau, closed=niveau == 0)

    def plek(self, anker: str, titel: str, y: float) -> None:
        """Links to `anker` lead to the height y on this page."""
        self.plekken[anker] = Plek(titel, self.pagina, PAGINAHOOGTE - y)

    def koppel(self, knoop: Knoop, doel: str, x: float, y: float, b: float, h: float) -> None:
        """What stands in the rectangle with its top left at x, y is a line of the link `knoop`."""
        knoop.hang(Koppeling(doel, self.pagina, (x, PAGINAHOOGTE - y - h, x + b, PAGINAHOOGTE - y)))

    @contextmanager
    def zonder_merk(self, *, aan: bool) -> Iterator[None]:
        """What is drawn inside is an artifact (a head that is repeated), when `aan`."""
        eerder, self._zonder = self._zonder, self._zonder or aan
        yield
        self._zonder = eerder

    def lijn(self, x0: float, y: float, x1: float, kleur: str, dikte: float = 0.75) -> None:
        """A horizontal line; decoration."""
        with self.merk(None):
            self.canvas.setStrokeColor(letters.kleur(kleur))
            self.canvas.setLineWidth(dikte)
            self.canvas.line(x0, PAGINAHOOGTE - y, x1, PAGINAHOOGTE - y)

    def vak(
        self, x: float, y: float, b: float, h: float, *, vulling: str = "", rand: str = "", straal: float = 0
    ) -> None:
        """A rectangle with its top left at x, y; decoration."""
        c = self.canvas
        with self.merk(None):
            if vulling:
                c.setFillColor(letters.kleur(vulling))
            if rand:
                c.setStrokeColor(letters.kleur(rand))
                c.setLineWidth(0.75)
            plaats = (x, PAGINAHOOGTE - y - h, b, h)
            if straal:
                c.roundRect(*plaats, straal, stroke=int(bool(rand)), fill=int(bool(vulling)))
            else:
                c.rect(*plaats, stroke=int(bool(rand)), fill=int(bool(vulling)))
