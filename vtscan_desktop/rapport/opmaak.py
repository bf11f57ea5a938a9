"""Short ways to make the blocks that the sections share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import GesprekSoort
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok, Lijst, Punt
from vtscan_desktop.rapport.tabel import Kolommen, Rij, Tabel, koprij
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

GESPREK_MET = {
    GesprekSoort.AMBTELIJK: "ambtelijk adviseurs",
    GesprekSoort.INSTELLING: "instelling",
    GesprekSoort.WETHOUDER: "wethouder",
    GesprekSoort.OVERIG: "overig",
}
"""With whom a gesprek was, in few words."""
ONBEKEND = "onbekend"


def datum(dag: date | None) -> str:
    """A date in full, or that it is not known."""
    return format_datum(dag) if dag else ONBEKEND


def _zonder_lege_randen(tekst: str) -> str:
    return tekst.rstrip().lstrip("\r\n")


class Opmaak:
    """Makes blocks, and gathers in `onbekend` the characters that no shipped typeface has.

    `schaal` makes text and the room between it a little smaller, for a page that should hold it all.
    """

    def __init__(self, schaal: float = 1.0) -> None:
        self.onbekend: set[str] = set()
        self.schaal = schaal

    def stuk(self, tekst: str, stijl: s.Stijl) -> Stuk:
        """A piece of text in one style."""
        return Stuk(tekst, stijl.geschaald(self.schaal))

    def alinea(self, tekst: str | Sequence[Stuk], stijl: s.Stijl = s.TEKST, *, onder: float = 6.0) -> Alinea:
        """A paragraph; a text as typed without empty lines around it."""
        stukken = [self.stuk(_zonder_lege_randen(tekst), stijl)] if isinstance(tekst, str) else tekst
        return Alinea(*stukken, onbekend=self.onbekend, onder=onder * self.schaal)

    def kop(self, niveau: int, tekst: str, *, boven: float | None = None) -> Alinea:
        """A heading of level 1 (section), 2 or 3."""
        stijl, ruim, onder = {1: (s.KOP_1, 26.0, 8.0), 2: (s.KOP_2, 17.0, 5.0), 3: (s.KOP_3, 10.0, 2.0)}[niveau]
        return Alinea(
            self.stuk(tekst, stijl),
            onbekend=self.onbekend,
            soort=f"H{niveau}",
            boven=(ruim if boven is None else boven) * self.schaal**3,
            onder=onder * self.schaal,
            bij_volgende=True,
        )

    def cel(self, tekst: str, stijl: s.Stijl = s.KLEIN) -> Alinea:
        """The text of a table cell."""
        return Alinea(self.stuk(_zonder_lege_randen(tekst), stijl), onbekend=self.onbekend)

    def onderschrift(self, tekst: str) -> Alinea:
        """A caption or source under a table or figure."""
        return self.alinea(tekst, s.NOOT, onder=8.0)

    def lijst(self, zinnen: Sequence[str], *, genummerd: bool = False, stijl: s.Stijl = s.TEKST) -> Lijst:
        """A list with numbers or bullets."""
        stijl = stijl.geschaald(self.schaal)
        punten = [
            Punt(f"{i}." if genummerd else "•", Alinea(Stuk(zin, stijl), onbekend=self.onbekend), stijl)
            for i, zin in enumerate(zinnen, 1)
        ]
        return Lijst(punten, genummerd=genummerd, onder=6.0)

    def _kopcel(self, tekst: str, rechts: bool) -> Alinea:
        return Alinea(self.stuk(tekst, s.KOPCEL), onbekend=self.onbekend, rechts=rechts)

    def tabel(
        self,
        kolommen: Kolommen,
        koppen: Sequence[str] | None,
        rijen: Sequence[Rij],
        *,
        rechts: Collection[int] = (),
        onder: float = 10.0,
    ) -> Tabel:
        """A table with a head of plain words (or none); the columns in `rechts` hold numbers."""
        kop = None if koppen is None else koprij(*(self._kopcel(t, i in rechts) for i, t in enumerate(koppen)))
        for rij in rijen:
            rij.boven *= self.schaal**3
            rij.onder *= self.schaal**3
        return Tabel(kolommen, kop, rijen, onder=onder)

    def veld(self, naam: str, tekst: str) -> list[Blok]:
        """A small heading with the text under it; nothing when there is no text."""
        return [self.kop(3, naam), self.alinea(tekst)] if tekst.strip() else []
