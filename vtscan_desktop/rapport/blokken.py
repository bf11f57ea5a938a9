"""Blocks: what a page is stacked from. A block knows its height, can be split over pages, and draws itself.

Sizes are in points. A block that is split shares its `Knoop` with its second half, so the structure stays whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from vtscan_desktop.rapport.merken import Knoop
from vtscan_desktop.rapport.stijlen import ACCENT, TEKST, Stijl
from vtscan_desktop.rapport.tekstblok import Regel, Stuk, zet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vtscan_desktop.rapport.merken import Pen

NIVEAU_IN_OVERZICHT = {"H1": 0, "H2": 1}
"""Headings that the outline of the document holds."""
MIN_REGELS = 2
"""Fewest lines of a paragraph that stand alone at the foot or head of a page."""


class Blok:
    """A block. `boven` and `onder` are the room it wants (the larger of two neighbours counts); `bij_volgende` holds
    it on one page with the start of the next block.
    """

    boven = 0.0
    onder = 0.0
    bij_volgende = False

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        raise NotImplementedError

    def kop_hoogte(self, breedte: float) -> float:
        """Height of the smallest first part that may stand alone."""
        return self.hoogte(breedte)

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """The part that fits in `ruimte`, and the rest. With `dwing` a part is always given (an empty page)."""
        if dwing or self.hoogte(breedte) <= ruimte:
            return self, None
        return None, self

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        raise NotImplementedError

    def knopen(self) -> list[Knoop]:
        """The elements of the structure that this block is, in reading order."""
        return []


@dataclass(frozen=True, slots=True)
class _Regeldeel:
    """A part of a line, its top left at x, y, its baseline so far below that."""

    regel: Regel
    x: float
    y: float
    basislijn: float


class Alinea(Blok):
    """Text: a paragraph, a heading, the text of a cell. `soort` is its structure type; links lead to its `anker`."""

    anker = ""

    def __init__(
        self,
        *stukken: Stuk,
        onbekend: set[str],
        soort: str = "P",
        boven: float = 0.0,
        onder: float = 0.0,
        bij_volgende: bool = False,
        rechts: bool = False,
    ) -> None:
        self.stukken = stukken
        self.rechts = rechts
        self.boven, self.onder, self.bij_volgende = boven, onder, bij_volgende
        self.knoop: Knoop | None = Knoop(soort)
        self.regelhoogte = max(s.stijl.regelhoogte for s in stukken)
        self._onbekend = onbekend
        self._regels: list[Regel] | None = None
        self._gezet_op = 0.0

    def regels(self, breedte: float) -> list[Regel]:
        """The lines at this width; the second half of a split keeps the lines it got."""
        if self._regels is None or (self._gezet_op and self._gezet_op != breedte):
            self._regels = zet(self.stukken, breedte, self._onbekend)
            self._gezet_op = breedte
        return self._regels

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return len(self.regels(breedte)) * self.regelhoogte

    def kop_hoogte(self, breedte: float) -> float:
        """Height of the smallest first part."""
        aantal = len(self.regels(breedte))
        return (aantal if aantal <= MIN_REGELS + 1 else MIN_REGELS) * self.regelhoogte

    def _deel(self, regels: list[Regel]) -> Alinea:
        deel = Alinea(*self.stukken, onbekend=self._onbekend, onder=self.onder, bij_volgende=self.bij_volgende)
        deel.rechts = self.rechts
        deel.knoop = self.knoop
        deel.regelhoogte = self.regelhoogte
        deel._regels = regels
        return deel

    def herhaling(self) -> Alinea:
        """The same text once more, as an artifact: no part of what is read aloud."""
        nog_eens = Alinea(*self.stukken, onbekend=self._onbekend)
        nog_eens.knoop = None
        return nog_eens

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """What fits, and the rest."""
        regels = self.regels(breedte)
        past = int((ruimte + 0.01) // self.regelhoogte)
        if past >= len(regels):
            return self, None
        if len(regels) - past < MIN_REGELS:
            past = len(regels) - MIN_REGELS
        while past > MIN_REGELS and regels[past - 1].afgebroken:
            past -= 1  # a word is not divided over pages
        if past < MIN_REGELS and not dwing:
            return None, self
        past = max(past, 1)
        return self._deel(regels[:past]), self._deel(regels[past:])

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        if self.knoop and self.knoop.soort in NIVEAU_IN_OVERZICHT:
            pen.bladwijzer(self.tekst, NIVEAU_IN_OVERZICHT[self.knoop.soort], y)
        if self.anker:
            pen.plek(self.anker, self.tekst, y)
        for doel, delen in groupby(self._delen(x, y, breedte), key=lambda deel: deel.regel.doel):
            link = Knoop("Link") if doel and self.knoop else None
            if self.knoop and link:
                self.knoop.hang(link)
            with pen.merk(link or self.knoop):
                for deel in delen:
                    deel.regel.teken_op(pen, deel.x, deel.y + deel.basislijn)
                    if link:
                        pen.koppel(link, doel, deel.x, deel.y, deel.regel.breedte, self.regelhoogte)

    @property
    def tekst(self) -> str:
        """All of it as one line."""
        return " ".join("".join(stuk.tekst for stuk in self.stukken).split())

    def _delen(self, x: float, y: float, breedte: float) -> Iterator[_Regeldeel]:
        for i, regel in enumerate(self.regels(breedte)):
            links = x + (breedte - regel.breedte if self.rechts else regel.inspring)
            for dx, deel in regel.delen():
                yield _Regeldeel(deel, links + dx, y + i * self.regelhoogte, regel.basislijn(self.regelhoogte))

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self.knoop] if self.knoop else []


class Kolom(Blok):
    """Blocks under one another, as one block that can be split between and inside them."""

    def __init__(self, blokken: Sequence[Blok], *, boven: float = 0.0, onder: float = 0.0, heel: bool = False) -> None:
        self.blokken = list(blokken)
        self.boven, self.onder, self.heel = boven, onder, heel

    def _plaatsen(self, breedte: float) -> list[tuple[Blok, float]]:
        y, marge, uit = 0.0, 0.0, []
        for i, blok in enumerate(self.blokken):
            y += max(marge, blok.boven) if i else 0.0
            uit.append((blok, y))
            y += blok.hoogte(breedte)
            marge = blok.onder
        return uit

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        if not self.blokken:
            return 0.0
        laatste, y = self._plaatsen(breedte)[-1]
        return y + laatste.hoogte(breedte)

    def kop_hoogte(self, breedte: float) -> float:
        """Height of the smallest first part."""
        if not self.blokken or self.heel:
            return self.hoogte(breedte)
        y = 0.0
        for blok, y in self._plaatsen(breedte):
            if not blok.bij_volgende:
                return y + blok.kop_hoogte(breedte)
        return y + blok.kop_hoogte(breedte)

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """What fits, and the rest."""
        if self.hoogte(breedte) <= ruimte + 0.01:
            return self, None
        if self.heel and not dwing:
            return None, self
        deel, rest = self._knip(breedte, ruimte, dwing)
        while deel and rest and deel[-1].bij_volgende and len(deel) > 1:
            rest.insert(0, deel.pop())
        if not deel or (deel[-1].bij_volgende and rest and not dwing):
            return None, self
        return self._als(deel), (self._als(rest) if rest else None)

    def _knip(self, breedte: float, ruimte: float, dwing: bool) -> tuple[list[Blok], list[Blok]]:
        deel: list[Blok] = []
        for i, (blok, y) in enumerate(self._plaatsen(breedte)):
            eerste, tweede = blok.splits(breedte, ruimte - y, dwing=dwing and not deel)
            if eerste:
                deel.append(eerste)
            if tweede:
                return deel, [tweede, *self.blokken[i + 1 :]]
        return deel, []

    def _als(self, blokken: list[Blok]) -> Kolom:
        return Kolom(blokken, onder=self.onder)

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        for blok, dy in self._plaatsen(breedte):
            blok.teken(pen, x, y + dy, breedte)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [knoop for blok in self.blokken for knoop in blok.knopen()]


class Inzet(Kolom):
    """A column on a soft background with a bar at its left: what the eye must not miss."""

    VULLING_X, VULLING_Y = 12.0, 9.0

    def __init__(
        self, blokken: Sequence[Blok], *, kleur: str = ACCENT, vulling: str, boven: float = 0.0, onder: float = 0.0
    ) -> None:
        super().__init__(blokken, boven=boven, onder=onder)
        self.kleur, self.vulling = kleur, vulling

    def _binnen(self, breedte: float) -> float:
        return breedte - 2 * self.VULLING_X

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return super().hoogte(self._binnen(breedte)) + 2 * self.VULLING_Y

    def kop_hoogte(self, breedte: float) -> float:
        """Height of the smallest first part."""
        return Kolom(self.blokken).kop_hoogte(self._binnen(breedte)) + 2 * self.VULLING_Y

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """What fits, and the rest."""
        binnen = Kolom(self.blokken)
        deel, rest = binnen.splits(self._binnen(breedte), ruimte - 2 * self.VULLING_Y, dwing=dwing)
        if rest is None:
            return self, None
        return (self._om(deel) if deel else None), self._om(rest)

    def _om(self, kolom: Blok) -> Inzet:
        blokken = kolom.blokken if isinstance(kolom, Kolom) else [kolom]
        return Inzet(blokken, kleur=self.kleur, vulling=self.vulling, onder=self.onder)

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        hoogte = self.hoogte(breedte)
        pen.vak(x, y, breedte, hoogte, vulling=self.vulling)
        pen.vak(x, y, 3, hoogte, vulling=self.kleur)
        Kolom(self.blokken).teken(pen, x + self.VULLING_X, y + self.VULLING_Y, self._binnen(breedte))


class Punt(Blok):
    """An item of a list: its label at the left, its text beside it. `lijst` is the L that holds all items."""

    INSPRING = 18.0

    def __init__(self, merk: str, inhoud: Alinea, stijl: Stijl = TEKST, *, onder: float = 3.0) -> None:
        self.label = Alinea(Stuk(merk, stijl), onbekend=set(), soort="Lbl")
        self.inhoud: Blok = inhoud
        self.onder = onder
        self.knoop = Knoop("LI").hang(*self.label.knopen(), Knoop("LBody").hang(*inhoud.knopen()))
        self._met_label = True

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return self.inhoud.hoogte(breedte - self.INSPRING)

    def kop_hoogte(self, breedte: float) -> float:
        """Height of the smallest first part."""
        return self.inhoud.kop_hoogte(breedte - self.INSPRING)

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """What fits, and the rest."""
        deel, rest = self.inhoud.splits(breedte - self.INSPRING, ruimte, dwing=dwing)
        if rest is None or deel is None:
            return (self, None) if rest is None else (None, self)
        return self._als(deel, met_label=self._met_label), self._als(rest, met_label=False)

    def _als(self, inhoud: Blok, *, met_label: bool) -> Punt:
        punt = object.__new__(Punt)
        punt.label, punt.inhoud, punt.onder, punt.knoop = self.label, inhoud, self.onder, self.knoop
        punt._met_label = met_label
        return punt

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        if self._met_label:
            merkbreedte = self.label.regels(breedte)[0].breedte
            self.label.teken(pen, x + self.INSPRING - 6 - merkbreedte, y, breedte)
        self.inhoud.teken(pen, x + self.INSPRING, y, breedte - self.INSPRING)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self.knoop]


class Lijst(Kolom):
    """A list; its items can be split over pages."""

    def __init__(self, punten: Sequence[Punt], *, genummerd: bool, onder: float = 0.0) -> None:
        super().__init__(punten, onder=onder)
        nummering = "Decimal" if genummerd else "Disc"
        self.knoop = Knoop("L", kenmerken={"ListNumbering": nummering}).hang(*(k for p in punten for k in p.knopen()))

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self.knoop]


class Witruimte(Blok):
    """Room that stays empty."""

    def __init__(self, hoogte: float) -> None:
        self._hoogte = hoogte

    def hoogte(self, breedte: float) -> float:  # noqa: ARG002
        """Height, at any width."""
        return self._hoogte

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw nothing."""


class Paginaeinde(Kolom):
    """What follows starts on a new page, where this one is filled beyond `vanaf` (a part of its height)."""

    def __init__(self, vanaf: float = 0.0) -> None:
        super().__init__([])
        self.vanaf = vanaf
