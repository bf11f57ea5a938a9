"""The rules written a second time, as plainly and slowly as possible: what the fast engine is compared with."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
    Hertoets,
    Hertoetsuitkomst,
    Oordeel,
    Risicoscan,
    TopicInvulling,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

PEILDATUM = date(2016, 7, 11)
KERN = {1, 3, 4, 5, 9, 12, 13, 14, 15}
LETTERS = {
    "o": Oordeel.OP_ORDE,
    "p": Oordeel.PRIL,
    "i": Oordeel.IN_ONTWIKKELING,
    "n": Oordeel.NIET_OP_ORDE,
    "?": Oordeel.NIET_BESPROKEN,
    "-": Oordeel.NVT,
}
AFSPRAAK = Actie("Verbeteren", "Veilig Thuis", date(2016, 12, 31), ActieStatus.LOOPT)


def scan_van(
    oordelen: str | dict[int, Oordeel],
    hertoets: Hertoetsuitkomst = Hertoetsuitkomst.NIET_GEHOUDEN,
    peildatum: date = PEILDATUM,
) -> Risicoscan:
    """A scan with these oordelen on topics 1-17; what is in ontwikkeling has an agreement that backs it."""
    if isinstance(oordelen, str):
        oordelen = {nr: LETTERS[letter] for nr, letter in enumerate(oordelen, start=1)}
    scan = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", peildatum, hertoets=Hertoets(hertoets))
    for nr, oordeel in oordelen.items():
        acties = (AFSPRAAK,) if oordeel is Oordeel.IN_ONTWIKKELING else ()
        scan = scan.met_topic(TopicInvulling(nr, oordeel=oordeel, acties=acties))
    return scan


def categorie(oordelen: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> int:
    """The outcome on effective oordelen, open topics counting for nothing."""
    a = [nr for nr in oordelen if oordelen[nr] != Oordeel.NVT]
    niet = [nr for nr in a if oordelen[nr] == Oordeel.NIET_OP_ORDE]
    ontw = [nr for nr in a if oordelen[nr] == Oordeel.IN_ONTWIKKELING]
    pril = [nr for nr in a if oordelen[nr] == Oordeel.PRIL]
    if hertoets == Hertoetsuitkomst.VERSCHERPT_TOEZICHT or 4 in niet:
        return 3
    if 9 in niet and (10 in niet or 13 in niet or 14 in niet):
        return 3
    if len(KERN & set(niet)) >= 3 or (len(niet) >= 1 and 3 * len(niet) >= len(a)):
        return 3
    if hertoets == Hertoetsuitkomst.NIET_VOLDAAN or KERN & set(niet) or len(niet) >= 2:
        return 2
    if KERN & set(ontw) or KERN & set(pril) or 4 * len(niet + ontw + pril) > len(a):
        return 2
    return 1


def _alle_kleinste(
    oordelen: dict[int, Oordeel], hertoets: Hertoetsuitkomst, kandidaten: list[int], naar: Oordeel
) -> list[tuple[int, ...]]:
    """All smallest sets of candidates that, put to `naar`, change the outcome; none when even all of them don't."""
    beste = categorie(oordelen, hertoets)

    def verandert(keuze: Iterable[int]) -> bool:
        return categorie(oordelen | dict.fromkeys(keuze, naar), hertoets) != beste

    if not verandert(kandidaten):
        return []
    groottes = range(1, len(kandidaten) + 1)
    return next(raak for n in groottes if (raak := [k for k in combinations(kandidaten, n) if verandert(k)]))


def stap_omhoog(oordelen: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> list[tuple[int, ...]]:
    """By trying all sets; a topic that is op orde already can be in no smallest set."""
    zwak = [nr for nr in oordelen if oordelen[nr] not in (Oordeel.OP_ORDE, Oordeel.NVT, Oordeel.NIET_BESPROKEN)]
    return _alle_kleinste(oordelen, hertoets, zwak, Oordeel.OP_ORDE)[:20]


def stap_omlaag(oordelen: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> list[tuple[int, ...]]:
    """By trying all sets of judged topics."""
    beoordeeld = [nr for nr in oordelen if oordelen[nr] not in (Oordeel.NVT, Oordeel.NIET_BESPROKEN)]
    return _alle_kleinste(oordelen, hertoets, beoordeeld, Oordeel.NIET_OP_ORDE)[:20]


def beslissend(oordelen: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> list[int]:
    """By trying all sets of open topics."""
    open_topics = [nr for nr in oordelen if oordelen[nr] is Oordeel.NIET_BESPROKEN]
    sets = _alle_kleinste(oordelen, hertoets, open_topics, Oordeel.NIET_OP_ORDE)
    return sorted({nr for keuze in sets for nr in keuze})
