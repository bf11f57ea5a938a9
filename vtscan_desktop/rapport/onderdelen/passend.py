"""What page one leaves to the pages behind it, so that it stays one page that says it all.

The choice does not look at logo or name of who publishes the report: room for them is kept free in any case. So a
scan always leads to the same words, with or without them, and a report can be held against the scan it carries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MINSTE_ACTIES = 3
"""So many acties stay on page one before a text gives way."""
MINSTE_TEKENS = 100
"""So much of a text stays, in characters, before an actie gives way."""
_ZINSDEEL = re.compile(r"\n|[^\n]+?(?:[.!?…](?=\s)|$|(?=\n))\s?")
_REGEL = 90
"""What a line break takes, counted as characters: about a line."""


@dataclass(frozen=True, slots=True)
class Inkorting:
    """How much page one shows at most: acties, the motivering of the vaststelling, and characters of each text.

    `vakken` says whether the boxes to sign in stand on it.
    """

    acties: int
    motivering: bool = True
    tekens: int | None = None
    vakken: bool = True


def kies_inkorting(acties: int, langste: int, past: Callable[[Inkorting], bool]) -> Inkorting | None:
    """The least that must give way for page one to hold; None when it can't be made to.

    `acties` is how many there are, `langste` the length of the longest text. Acties go first, for all of them stand
    together behind page one; then the motivering; then the ends of texts.
    """
    heel = Inkorting(acties)
    if past(heel):
        return heel
    minst = min(acties, MINSTE_ACTIES)
    if (gevonden := _grootste(minst, acties - 1, lambda n: past(Inkorting(n)))) is not None:
        return Inkorting(gevonden)
    kort = Inkorting(minst, motivering=False)
    if past(kort):
        return kort
    for krap in (kort, replace(kort, acties=min(acties, 1))):
        gevonden = _grootste(MINSTE_TEKENS, langste, partial(_past_met, past, krap))
        if gevonden is not None:
            return replace(krap, tekens=gevonden)
    return None


def _past_met(past: Callable[[Inkorting], bool], krap: Inkorting, tekens: int) -> bool:
    return past(replace(krap, tekens=tekens))


def _grootste(van: int, tot: int, past: Callable[[int], bool]) -> int | None:
    """The largest number from `van` to `tot` that fits, where a smaller one fits too; None when `van` does not."""
    if tot < van or not past(van):
        return None
    while van < tot:
        midden = (van + tot + 1) // 2
        van, tot = (midden, tot) if past(midden) else (van, midden - 1)
    return van


def begin_van(tekst: str, maximum: int | None) -> str:
    """The first whole sentences of a text in at most `maximum` characters, or else its first words with an ellipsis.

    A line break counts as about a line. With None, or where all of it fits, it is the text itself.
    """
    tekst = tekst.strip()
    if maximum is None or _lengte(tekst) <= maximum:
        return tekst
    zinnen = ""
    for deel in _ZINSDEEL.findall(tekst):
        if _lengte(zinnen + deel) > maximum:
            break
        zinnen += deel
    if len(zinnen) > maximum // 3:
        return zinnen.strip()
    woorden = ""
    for woord in re.findall(r"\S+\s*", tekst):
        if _lengte(woorden + woord) > maximum:
            break
        woorden += woord
    return f"{(woorden.strip() or tekst[:maximum].strip()).rstrip(',;:')} …"


def _lengte(tekst: str) -> int:
    return len(tekst) + _REGEL * tekst.count("\n")
