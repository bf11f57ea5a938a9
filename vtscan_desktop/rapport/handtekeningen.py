"""The boxes to sign in: a title, and under it the room that the signature field gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok, Kolom
from vtscan_desktop.rapport.gegevens import Vak
from vtscan_desktop.rapport.merken import Knoop, Veldplaats
from vtscan_desktop.rapport.stijlen import PAGINAHOOGTE, RAND, STRAAL
from vtscan_desktop.rapport.tekstblok import Stuk

if TYPE_CHECKING:
    from vtscan_desktop.rapport.gegevens import Ondertekenaar
    from vtscan_desktop.rapport.merken import Pen
    from vtscan_desktop.rapport.opmaak import Opmaak

PER_RIJ = 3
HOOGTE, TUSSEN, VULLING = 88.0, 10.5, 9.5
_TITELSTIJL = s.Stijl(s.Letter.MIDDEL, 9.75, s.INKT, 1.35)


class _Rij(Blok):
    """A row of at most three boxes. What stands in one ("nog te ondertekenen", a stamp) is its field's own picture."""

    onder = TUSSEN

    def __init__(self, ondertekenaars: tuple[Ondertekenaar, ...], o: Opmaak) -> None:
        self.ondertekenaars = ondertekenaars
        self.titels = [Alinea(Stuk(wie.titel, _TITELSTIJL), onbekend=o.onbekend) for wie in ondertekenaars]

    def _titelhoogte(self, breedte: float) -> float:
        binnen = self._vakbreedte(breedte) - 2 * VULLING
        return max(titel.hoogte(binnen) for titel in self.titels)

    def _vakbreedte(self, breedte: float) -> float:
        return (breedte - TUSSEN * (PER_RIJ - 1)) / PER_RIJ

    def hoogte(self, breedte: float) -> float:
        """Height at this width: more where a title takes more lines."""
        return HOOGTE + self._titelhoogte(breedte) - _TITELSTIJL.regelhoogte

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        vakbreedte, hoogte = self._vakbreedte(breedte), self.hoogte(breedte)
        vrij = y + 6.5 + self._titelhoogte(breedte) + 1
        for i, (wie, titel) in enumerate(zip(self.ondertekenaars, self.titels, strict=True)):
            links = x + i * (vakbreedte + TUSSEN)
            pen.vak(links, y, vakbreedte, hoogte, rand=RAND, straal=STRAAL)
            titel.teken(pen, links + VULLING, y + 6.5, vakbreedte - 2 * VULLING)
            onder, boven = PAGINAHOOGTE - y - hoogte + 5, PAGINAHOOGTE - vrij
            rect = (links + VULLING, onder, links + vakbreedte - VULLING, boven)
            pen.vakken.append(Vak(wie.veld, wie.titel, pen.pagina, rect))

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure: for each box its title and its field."""
        paren = zip(self.ondertekenaars, self.titels, strict=True)
        return [Knoop("Div").hang(*titel.knopen(), Knoop("Form").hang(Veldplaats(wie.veld))) for wie, titel in paren]


def handtekeningen(ondertekenaars: tuple[Ondertekenaar, ...], o: Opmaak) -> Kolom:
    """A box for each who signs, three in a row, kept on one page as far as a page goes."""
    rijen = [_Rij(ondertekenaars[i : i + PER_RIJ], o) for i in range(0, len(ondertekenaars), PER_RIJ)]
    return Kolom(rijen, boven=6.0, heel=True)
