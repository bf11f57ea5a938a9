"""The handleiding on paper: title page, contents, chapters with their pictures, tagged as the report is."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from vtscan_desktop import __version__
from vtscan_desktop.domain.handleiding import Alinea, Beeld, Kop, Lijst, Soort, Tabel
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.rapport import letters
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.afwerking import werk_af
from vtscan_desktop.rapport.blokken import Alinea as Tekst
from vtscan_desktop.rapport.blokken import Blok, Inzet, Paginaeinde, Punt, Witruimte
from vtscan_desktop.rapport.blokken import Lijst as Puntenlijst
from vtscan_desktop.rapport.merken import Knoop, Pen
from vtscan_desktop.rapport.opmaak import Opmaak
from vtscan_desktop.rapport.pagina import teken_voet
from vtscan_desktop.rapport.stroom import Geplaatst, verdeel_over_paginas
from vtscan_desktop.rapport.structuur import structureer
from vtscan_desktop.rapport.tabel import Kolommen, rij
from vtscan_desktop.rapport.tekstblok import Stuk
from vtscan_desktop.rapport.xmp import Documentgegevens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from vtscan_desktop.domain.handleiding import Blok as Inhoud
    from vtscan_desktop.domain.handleiding import Hoofdstuk, Stukken

TITEL = "Handleiding Risicoscan Veilig Thuis"
_VOL = 0.55
"""A chapter starts on a new page, unless the one before is filled less than this."""
_PUNT_PER_PX = 0.5
"""A picture of a window is drawn no larger than this, in points a pixel: its words then are as large as the text."""
_KLEINST = 0.72
"""A picture may be so much smaller to stand where it belongs, instead of leaving a page half empty."""
_TUSSEN = 4.0
"""Between a picture and the words under it, in points."""
_RONDEN = 4
"""How often pages are numbered anew; the second time is nearly always right."""
_VOORKANT = "venster.png"
"""The picture on the title page."""
_BOVEN = 150.0
"""Room above the title, in points."""


def bouw_handleiding(hoofdstukken: Sequence[Hoofdstuk], beelden: Mapping[str, bytes], nu: datetime) -> bytes:
    """The PDF; `beelden` has each picture by its name. The same input gives the same bytes."""
    letters.registreer()
    opmaak = _opmaak(hoofdstukken, beelden, {}, nu)
    for _ in range(_RONDEN):  # a page number takes room, and may so change a page number
        eerder, opmaak = opmaak, _opmaak(hoofdstukken, beelden, opmaak.begin, nu)
        if opmaak.begin == eerder.begin:
            break
    uit = BytesIO()
    maat = (s.PAGINABREEDTE, s.PAGINAHOOGTE)
    canvas = Canvas(uit, pagesize=maat, invariant=1, pageCompression=0, initialFontName=s.Letter.GEWOON.value)
    pen = Pen(canvas)
    for pagina in opmaak.paginas:
        for plek in pagina:
            plek.blok.teken(pen, s.MARGE_ZIJ, s.MARGE_BOVEN + plek.y, s.BREEDTE)
        if pen.pagina:
            teken_voet(pen, f"{TITEL} · versie {__version__}", len(opmaak.paginas))
        pen.volgende_pagina()
    canvas.save()
    document = Knoop("Document").hang(*(knoop for blok in opmaak.blokken for knoop in blok.knopen()))
    return werk_af(structureer(uit.getvalue(), document, pen.plekken), (), None, Documentgegevens(TITEL, "vtscan", nu))


@dataclass(frozen=True, slots=True)
class _Opgemaakt:
    """All blocks, placed on pages; `begin` has the page of each heading, from 1, by its anker."""

    blokken: list[Blok]
    paginas: list[list[Geplaatst]]
    begin: dict[str, int]


def _opmaak(
    hoofdstukken: Sequence[Hoofdstuk], beelden: Mapping[str, bytes], begin: Mapping[str, int], nu: datetime
) -> _Opgemaakt:
    o = Opmaak()
    blokken = [*_voorblad(o, beelden, nu), *_inhoudsopgave(o, hoofdstukken, begin)]
    maak = _Maker(o, beelden, begin)
    for hoofdstuk in hoofdstukken:
        blokken += [Paginaeinde(_VOL), maak.kop(1, hoofdstuk.titel, hoofdstuk.id)]
        blokken += [deel for blok in hoofdstuk.blokken for deel in maak.blok(blok, hoofdstuk.id)]
    paginas = verdeel_over_paginas(blokken)
    begin = {
        plek.blok.anker: nummer
        for nummer, pagina in enumerate(paginas, 1)
        for plek in pagina
        if isinstance(plek.blok, Tekst) and plek.blok.anker
    }
    return _Opgemaakt(blokken, paginas, begin)


def _voorblad(o: Opmaak, beelden: Mapping[str, bytes], nu: datetime) -> list[Blok]:
    voor = beelden.get(_VOORKANT)
    titel = Tekst(o.stuk(TITEL, s.TITEL), onbekend=o.onbekend, soort="H1", onder=10)
    return [
        Witruimte(_BOVEN),
        titel,
        o.alinea("Voor adviseurs die een risicoscan maken", s.BOVENKOP),
        o.alinea(f"Versie {__version__} van het programma · {format_datum(nu.date())}", s.BOVENKOP, onder=36),
        *([_Beeldblok(Beeld(_VOORKANT, "Het venster van het programma"), voor)] if voor else []),
        Paginaeinde(),
    ]


def _inhoudsopgave(o: Opmaak, hoofdstukken: Sequence[Hoofdstuk], nummers: Mapping[str, int]) -> list[Blok]:
    rijen = [
        rij(o.cel(h.titel, s.NAAM_KLEIN.met(doel=h.id)), o.cel(str(nummers.get(h.id, "")), s.KLEIN.met(doel=h.id)))
        for h in hoofdstukken
    ]
    tabel = o.tabel(Kolommen((9, 1)), ["Hoofdstuk", "Pagina"], rijen)
    return [o.kop(1, "Inhoud"), tabel, Paginaeinde()]


class _Maker:
    """Makes the blocks of chapters; `begin` has the page of each heading, for what refers to it."""

    def __init__(self, o: Opmaak, beelden: Mapping[str, bytes], begin: Mapping[str, int]) -> None:
        self._o, self._beelden, self._begin = o, beelden, begin

    def kop(self, niveau: int, tekst: str, anker: str) -> Blok:
        """A heading that links lead to."""
        gemaakt = self._o.kop(niveau, tekst)
        gemaakt.anker = anker
        return gemaakt

    def blok(self, blok: Inhoud, hoofdstuk: str) -> list[Blok]:
        """What a block of a chapter is on paper."""
        o = self._o
        match blok:
            case Kop():
                return [self.kop(blok.niveau, blok.tekst, f"{hoofdstuk}#{blok.anker}")]
            case Alinea(let_op=True):
                tekst = o.alinea(self._stukken(blok.stukken), onder=0)
                return [Inzet([tekst], vulling=s.ACCENT_ZACHT, boven=4, onder=10)]
            case Alinea():
                return [o.alinea(self._stukken(blok.stukken))]
            case Lijst():
                punten = [
                    Punt(f"{i}." if blok.genummerd else "•", o.alinea(self._stukken(punt), onder=0))
                    for i, punt in enumerate(blok.punten, 1)
                ]
                return [Puntenlijst(punten, genummerd=blok.genummerd, onder=6.0)]
            case Tabel():
                return [self._tabel(blok)]
            case Beeld():
                return [_Beeldblok(blok, self._beelden[blok.naam], o.onderschrift(blok.alt))]

    def _tabel(self, tabel: Tabel) -> Blok:
        o = self._o
        rijen = [rij(*(o.alinea(self._stukken(cel, s.KLEIN), onder=0) for cel in cellen)) for cellen in tabel.rijen]
        koppen = ["".join(stuk.tekst for stuk in kop) for kop in tabel.koppen]
        langste = [max(sum(len(stuk.tekst) for stuk in r[i]) for r in tabel.rijen) for i in range(len(koppen))]
        gemaakt = o.tabel(Kolommen(tuple(max(14.0, min(lengte, 40)) for lengte in langste)), koppen, rijen)
        gemaakt.boven = 6.0
        return gemaakt

    def _stukken(self, stukken: Stukken, stijl: s.Stijl = s.TEKST) -> list[Stuk]:
        heel = s.Stijl(grootte=stijl.grootte)  # a name or key is not divided over lines
        soorten = {
            Soort.GEWOON: stijl,
            Soort.NAAM: heel.met(letter=s.Letter.MIDDEL),
            Soort.TOETS: heel.met(letter=s.Letter.MIDDEL, kleur=s.ACCENT),
            Soort.LETTERLIJK: heel.met(kleur=s.ACCENT),
        }
        uit = []
        for doel, delen in groupby(stukken, key=lambda stuk: stuk.doel):
            link = {"doel": doel, "kleur": s.ACCENT} if doel else {}
            uit += [Stuk(stuk.tekst, soorten[stuk.soort].met(**link)) for stuk in delen]
            if doel:  # whoever reads it on paper needs the page
                uit.append(Stuk(f" (pagina {self._begin.get(doel, '…')})", stijl.met(**link)))
        return uit or [Stuk("", stijl)]


class _Beeldblok(Blok):
    """A picture with a thin border, as wide as the column at most, and the words under it."""

    boven, onder = 6.0, 8.0

    def __init__(self, beeld: Beeld, inhoud: bytes, onderschrift: Tekst | None = None) -> None:
        self._lezer = ImageReader(BytesIO(inhoud))
        self._knoop = Knoop("Figure", alt=beeld.alt)
        self._onderschrift = onderschrift
        self._krimp = 1.0

    def _maat(self, breedte: float) -> tuple[float, float]:
        breed, hoog = self._lezer.getSize()
        schaal = min(breedte / breed, _PUNT_PER_PX) * self._krimp
        return breed * schaal, hoog * schaal

    def _woorden(self, breedte: float) -> float:
        return _TUSSEN + self._onderschrift.hoogte(breedte) if self._onderschrift else 0.0

    def hoogte(self, breedte: float) -> float:
        """Height at this width."""
        return self._maat(breedte)[1] + self._woorden(breedte)

    def kop_hoogte(self, breedte: float) -> float:
        """Height of all of it with the picture at its smallest."""
        return self._maat(breedte)[1] / self._krimp * _KLEINST + self._woorden(breedte)

    def splits(self, breedte: float, ruimte: float, *, dwing: bool = False) -> tuple[Blok | None, Blok | None]:
        """All of it, with the picture as much smaller as the room asks."""
        if not dwing and self.hoogte(breedte) > ruimte:
            heel = self._maat(breedte)[1] / self._krimp
            self._krimp = max(_KLEINST, (ruimte - self._woorden(breedte)) / heel)
        return self, None

    def teken(self, pen: Pen, x: float, y: float, breedte: float) -> None:
        """Draw with the top left at x, y."""
        breed, hoog = self._maat(breedte)
        onder = s.PAGINAHOOGTE - y - hoog
        self._knoop.vlak = (x, onder, x + breed, onder + hoog)
        with pen.merk(self._knoop):
            pen.canvas.drawImage(self._lezer, x, onder, breed, hoog)
        pen.vak(x, y, breed, hoog, rand=s.RAND)
        if self._onderschrift:
            self._onderschrift.teken(pen, x, y + hoog + _TUSSEN, breedte)

    def knopen(self) -> list[Knoop]:
        """Its elements of the structure."""
        return [self._knoop, *(self._onderschrift.knopen() if self._onderschrift else [])]
