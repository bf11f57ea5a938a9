"""Hold what a report prints against the scan that it carries.

The report is built anew from its own scan, and the text of both is compared, character by character but for line
breaks and hyphens. Equal text proves that every oordeel, categorie and sentence that is printed follows from that scan
by this program. It says nothing of pictures, nor of who made the report: that is what the signatures are for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vtscan_desktop import __version__
from vtscan_desktop.bestanden import lees_begrensd
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.steun import bepaal_verschuiving, lees_steun
from vtscan_desktop.domain.topics import zeg_ontbrekend
from vtscan_desktop.domain.vergelijking import TITEL
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.rapport.gegevens import Ondertekenaar, RapportGegevens
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.formats import format_van
from vtscan_desktop.uitwisseling.lezen import lees_scan

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format
    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.rapport.drukwerk import Drukwerk

_PAGINANUMMER = re.compile(r"^(\d+ van) \d+$")
_VERSIE = re.compile(r"\bversie (\d{1,6})\b")

_BADGES = 3
"""A report begins with at most so many badges, each in one piece."""
_MAX_SCAN = 5_000_000
"""Largest scan that is built anew, in bytes: ten times what a full one takes. More would only keep us busy."""


class Drukuitkomst(StrEnum):
    """What came of comparing print and scan."""

    GELIJK = "gelijk"
    ANDERE_VOLGORDE = "andere_volgorde"
    AFWIJKEND = "afwijkend"
    ANDER_FORMAT = "ander_format"
    """Its words are those of a format that is not at hand."""
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Drukvergelijking:
    """The outcome; `niet_gedrukt` follows from the scan but isn't printed, `niet_uit_scan` is printed beside it."""

    uitkomst: Drukuitkomst
    niet_gedrukt: tuple[str, ...] = ()
    niet_uit_scan: tuple[str, ...] = ()


def vergelijk_druk(pad: Path, opslag: Opslag | None = None) -> Drukvergelijking | None:
    """Compare print and scan of the report at `pad`; None when it carries no scan that can be read.

    `opslag` has the organisation's own formats.

    Takes about as long as making the report: off the UI thread. Raises InvoerFout or OmgevingFout.
    """
    from vtscan_desktop.rapport.bijlage import MAX_PDF, haal_scan
    from vtscan_desktop.rapport.bouw import bouw_rapport
    from vtscan_desktop.rapport.drukwerk import lees_drukwerk, lees_paginas

    pdf = lees_begrensd(pad, MAX_PDF)
    bijlage = haal_scan(pdf)
    if bijlage is None:
        return None
    if len(bijlage) > _MAX_SCAN:
        return Drukvergelijking(Drukuitkomst.ONBEKEND)
    try:
        scan = lees_scan(bijlage, "De risicoscan in dit rapport").scan
        gedrukt = lees_drukwerk(pdf)
        format_ = _format_in_druk(scan, gedrukt, opslag)
        verwacht = lees_paginas(bouw_rapport(_gegevens(scan, gedrukt, format_)).pdf)
    except InvoerFout:
        return None
    except Exception:  # the check of a file from anyone must not end in an error of ours
        return Drukvergelijking(Drukuitkomst.ONBEKEND)
    eigen = _voor_de_vergelijking(gedrukt.paginas)
    gevonden = _vergelijk(_zonder_totaal(eigen), _zonder_totaal(verwacht))
    if len(eigen) < len(gedrukt.paginas):
        deel = f"{TITEL}, vanaf pagina {len(eigen) + 1}"
        gevonden = replace(gevonden, niet_uit_scan=(*gevonden.niet_uit_scan, deel))
    if gevonden.uitkomst is not Drukuitkomst.GELIJK and format_.vervangt and not _zegt_ontbrekend(gedrukt, format_):
        return Drukvergelijking(Drukuitkomst.ANDER_FORMAT)
    ander_programma = not gedrukt.producent.endswith(f" {__version__}")
    if gevonden.uitkomst is not Drukuitkomst.GELIJK and (ander_programma or (scan.notities and _andere_klok(gedrukt))):
        return Drukvergelijking(Drukuitkomst.ONBEKEND)
    return gevonden


def _andere_klok(gedrukt: Drukwerk) -> bool:
    """Whether it was made by the clock of another time zone than ours: the times of notities are then others too."""
    return gedrukt.gemaakt is not None and gedrukt.gemaakt.utcoffset() != gedrukt.gemaakt.astimezone().utcoffset()


def _format_in_druk(scan: Risicoscan, gedrukt: Drukwerk, opslag: Opslag | None) -> Format:
    """The words of the scan; the shipped ones where the report says of itself that its own were not at hand."""
    zonder = format_van(scan)
    return zonder if zonder.vervangt and _zegt_ontbrekend(gedrukt, zonder) else format_van(scan, opslag)


def _zegt_ontbrekend(gedrukt: Drukwerk, format_: Format) -> bool:
    from vtscan_desktop.rapport.drukwerk import kaal

    return kaal(zeg_ontbrekend(format_)) in kaal("".join(gedrukt.stukken))


def _gegevens(scan: Risicoscan, gedrukt: Drukwerk, format_: Format) -> RapportGegevens:
    """What the report must have been made from: its scan, and of the rest what it says of itself."""
    from vtscan_desktop.rapport.bijlage import Beschadigd

    versie = next((gevonden for stuk in gedrukt.stukken if (gevonden := _VERSIE.search(stuk))), None)
    if gedrukt.gemaakt is None or versie is None or not gedrukt.velden:
        raise Beschadigd
    concept = "CONCEPT" in gedrukt.stukken[:_BADGES]
    steun = lees_steun("".join(gedrukt.stukken), scan)
    return RapportGegevens(
        scan=scan,
        verschuiving=bepaal_verschuiving(scan, steun),
        fouten_open=concept,
        beoordeling=beoordeel_scan(scan, format_),
        format=format_,
        regionaam=regionaam(scan.regio),
        versie=int(versie[1]),
        editie=scan.editie,
        opgesteld=gedrukt.gemaakt,
        ondertekenaars=tuple(Ondertekenaar(naam, titel) for naam, titel in gedrukt.velden),
    )


def _voor_de_vergelijking(paginas: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The pages before the part that lays this scan beside another, which this file does not carry."""
    from vtscan_desktop.rapport.drukwerk import kaal

    einde = next((nr for nr, pagina in enumerate(paginas) if kaal(TITEL) in map(kaal, pagina)), len(paginas))
    return paginas[:einde]


def _zonder_totaal(paginas: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """All pieces, with the number of a page but not how many there are: that counts the other part too."""
    return tuple(_PAGINANUMMER.sub(r"\1", stuk) for pagina in paginas for stuk in pagina)


def _vergelijk(gedrukt: tuple[str, ...], verwacht: tuple[str, ...]) -> Drukvergelijking:
    from vtscan_desktop.rapport.drukwerk import kaal

    hier, daar = kaal("".join(gedrukt)), kaal("".join(verwacht))
    if hier == daar:
        return Drukvergelijking(Drukuitkomst.GELIJK)
    if tussen := _tussengevoegd(hier, daar):
        return Drukvergelijking(Drukuitkomst.GELIJK, niet_uit_scan=(_zoals_gedrukt(tussen, gedrukt),))
    niet_gedrukt = tuple(dict.fromkeys(stuk.strip() for stuk in verwacht if kaal(stuk) not in hier))
    erbij = tuple(dict.fromkeys(stuk.strip() for stuk in gedrukt if kaal(stuk) not in daar))
    uitkomst = Drukuitkomst.AFWIJKEND if niet_gedrukt else Drukuitkomst.ANDERE_VOLGORDE
    return Drukvergelijking(uitkomst, niet_gedrukt, erbij)


def _tussengevoegd(hier: str, daar: str) -> str:
    """The one run that `hier` has more than `daar`, as the name of who publishes it; "" when that is not all."""
    gelijk = next((nr for nr, (een, ander) in enumerate(zip(hier, daar, strict=False)) if een != ander), len(daar))
    einde = len(hier) - (len(daar) - gelijk)
    return hier[gelijk:einde] if einde > gelijk and hier[einde:] == daar[gelijk:] else ""


def _zoals_gedrukt(tussen: str, gedrukt: tuple[str, ...]) -> str:
    """That run with its spaces, where it was drawn as one piece (it may seem to begin a few characters later)."""
    from vtscan_desktop.rapport.drukwerk import kaal

    passend = (stuk for stuk in gedrukt if len(kaal(stuk)) == len(tussen) and kaal(stuk) in tussen * 2)
    return next(passend, tussen).strip()
