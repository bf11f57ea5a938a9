"""The boxes to sign in: a title, and under it the room that the signature field gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok
from vtscan_desktop.rapport.gegevens import Vak
from vtscan_desktop.rapport.merken import Knoop, Veldplaats
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE, RAND, STRAAL
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import Ondertekenaar
    from vtscan_desktop.rapport.merken import Pen
    from vtscan_desktop.rapport.opmaak import Opmaak

PER_RIJ = 3
HOOGTE, TUSSEN, VULLING = 80.0, 10.5, 9.5


class Handtekeningen(Blok):
    """A box for each who signs, three in a row, kept together. What stands in it, "nog te
    ondertekenen" or a stamp, is the field's own picture.
    """

    boven = 6.0

    def __init__(self, ondertekenaars: tuple[Ondertekenaar, ...], o: Opmaak) -> None:
        self.ondertekenaars = ondertekenaars
        titelstijl = s.Stijl(s.Letter.MIDDEL, 9.75, s.INKT, 1.35)
        self.titels = [Alinea(Stuk(w.titel, titelstijl), onbekend=o.onbekend) for w in ondertekenaars]
        self.knoop = Knoop("Sect")
        for titel, wie in zip(self.titels, ondertekenaars, strict=True):
            self.knoop.hang(Knoop("Div").hang(*titel.knopen(), Knoop("Form").hang(Veldplaats(wie.veld))))

    def _titelhoogte(self, breedte: float) -> float:
        binnen = self._vakbreedte(breedte) - 2 * VULLING
        return max((t.hoogte(binnen) for t in self.titels), default=0.0)

    def _vakbreedte(self, breedte: float) -> float:
        return (breedte - TUSSEN * (PER_RIJ - 1)) / PER_RIJ

    def _rijhoogte(self, breedte: float) -> float:
        extra = self._titelhoogte(breedte) - (self.titels[0].regelhoogte if self.titels else 0)
        return HOOGTE + extra

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        rijen = -(-len(self.ondertekenaars) // PER_RIJ)
        return rijen * (self._rijhoogte(breedte) + TUSSEN) - TUSSEN if rijen else 0.0

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        vakbreedte, hoogte = self._vakbreedte(breedte), self._rijhoogte(breedte)
        binnen = vakbreedte - 2 * VULLING
        for i, wie in enumerate(self.ondertekenaars):
            links = x + i % PER_RIJ * (vakbreedte + TUSSEN)
            boven = y + i // PER_RIJ * (hoogte + TUSSEN)
            pen.vak(links, boven, vakbreedte, hoogte, rand=RAND, straal=STRAAL)
            self.titels[i].teken(pen, links + VULLING, boven + 6.5, binnen)
            vrij = boven + 6.5 + self._titelhoogte(breedte) + 1
            rect = (
                links + VULLING,
                PAGINAHOOGTE - boven - hoogte + 5,
                links + vakbreedte - VULLING,
                PAGINAHOOGTE - vrij,
            )
            pen.vakken.append(Vak(wie.veld, wie.titel, pen.pagina, rect))

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self.knoop]
