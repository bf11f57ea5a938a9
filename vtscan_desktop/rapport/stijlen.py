"""Colours, type and measures of the report: the design tokens of the light theme, in points (A4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

PAGINABREEDTE, PAGINAHOOGTE = 595.2756, 841.8898
"""A4, in points."""
MARGE_ZIJ = 57.0
MARGE_BOVEN = 40.0
ONDERGRENS = 54.0
"""Distance from the bottom edge to the lowest line of content; the footer stands below it."""
BREEDTE = PAGINABREEDTE - 2 * MARGE_ZIJ
HOOGTE = PAGINAHOOGTE - MARGE_BOVEN - ONDERGRENS
STRAAL = 4.5
"""Corner radius of boxes."""
REGELAFSTAND = 1.45


class Letter(StrEnum):
    """A shipped typeface, by the name of its file."""

    GEWOON = "FiraSans-Regular"
    MIDDEL = "FiraSans-Medium"
    NOTO = "NotoSans-Regular"
    EMOJI = "NotoEmoji-Regular"


INKT = "#1c2430"
GEDEMPT = "#586473"
PAPIER = "#ffffff"
HAARLIJN = "#dde2e7"
RAND = "#c3cad1"
ACCENT = "#0f5c6e"
ACCENT_ZACHT = "#e3eff1"
GROEN, GROEN_ZACHT = "#236b45", "#e4f1e9"
OKER, OKER_ZACHT = "#7a5f00", "#f8f0d3"
ORANJE = "#a04a00"
ROOD, ROOD_ZACHT = "#a8201a", "#fae3e1"
GRIJS, GRIJS_ZACHT = "#5d6873", "#eceff2"


@dataclass(frozen=True, slots=True)
class Stijl:
    """How text is set: typeface, size and leading in points, colour as #rrggbb; `afbreken` lets words be hyphenated.

    `doel` makes it a link, to the `anker` of a heading in the same document.
    """

    letter: Letter = Letter.GEWOON
    grootte: float = 10.6
    kleur: str = INKT
    afstand: float = REGELAFSTAND
    afbreken: bool = False
    doel: str = ""

    @property
    def regelhoogte(self) -> float:
        """Height of one line, in points."""
        return self.grootte * self.afstand

    def geschaald(self, schaal: float) -> Stijl:
        """This style, larger or smaller."""
        return self if schaal == 1.0 else replace(self, grootte=self.grootte * schaal)

    def met(self, *, letter: Letter | None = None, kleur: str | None = None, doel: str | None = None) -> Stijl:
        """This style with another typeface or colour, or as a link."""
        return replace(self, letter=letter or self.letter, kleur=kleur or self.kleur, doel=doel or self.doel)


TEKST = Stijl(afbreken=True)
KLEIN = Stijl(grootte=9.75, afbreken=True)
"""Tables and captions."""
NAAM_KLEIN = Stijl(grootte=9.75)
"""Names of topics and categories: their words stay whole."""
GEDEMPT_KLEIN = KLEIN.met(kleur=GEDEMPT)
NADRUK_KLEIN = NAAM_KLEIN.met(letter=Letter.MIDDEL)
KOPCEL = NAAM_KLEIN.met(kleur=GEDEMPT)
NOOT = Stijl(grootte=9.0, kleur=GEDEMPT, afbreken=True)
VOET = Stijl(grootte=9.0, kleur=GEDEMPT)
BOVENKOP = Stijl(grootte=10.6, kleur=GEDEMPT)
TITEL = Stijl(letter=Letter.MIDDEL, grootte=24.0, afstand=1.25)
KOP_1 = Stijl(letter=Letter.MIDDEL, grootte=16.5, afstand=1.3)
KOP_2 = Stijl(letter=Letter.MIDDEL, grootte=12.75, afstand=1.35)
KOP_3 = Stijl(letter=Letter.MIDDEL, grootte=10.6)
