"""Which row of a list is which row of another: rows have no name of their own, so it is told from what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

R = TypeVar("R")
Paar = tuple[R | None, R | None]
"""A row then and now; None where there was or is none."""

GELIJKENIS = 0.5
"""More than this part of what two rows hold must be the same for them to be one row that was changed."""
MEESTE = 60
"""Of more rows than this that look like no other, none is compared with all others: then they are not one row."""


def koppel_rijen(
    oud: Sequence[R], nieuw: Sequence[R], sleutel: Callable[[R], object]
) -> tuple[tuple[Paar[R], ...], bool]:
    """The rows of both lists in pairs, and whether those that stayed stand in another order.

    Equal rows belong together, then rows with the same `sleutel`, then rows that are alike for the most part. The pairs
    come in the order of `nieuw`, with those that are gone at the end.
    """
    van: dict[int, int] = {}
    _koppel_op(oud, nieuw, van, lambda rij: rij)
    _koppel_op(oud, nieuw, van, sleutel)
    _koppel_op_gelijkenis(oud, nieuw, van)
    paren: list[Paar[R]] = [(oud[van[i]] if i in van else None, rij) for i, rij in enumerate(nieuw)]
    gebleven = set(van.values())
    paren += [(rij, None) for i, rij in enumerate(oud) if i not in gebleven]
    plaatsen = [van[i] for i in sorted(van)]
    return tuple(paren), plaatsen != sorted(plaatsen)


def _koppel_op(oud: Sequence[R], nieuw: Sequence[R], van: dict[int, int], sleutel: Callable[[R], object]) -> None:
    """Bring together the rows that have no other yet and the same key, in their order."""
    bezet = set(van.values())
    vrij: dict[object, list[int]] = {}
    for i, rij in enumerate(oud):
        if i not in bezet:
            vrij.setdefault(sleutel(rij), []).append(i)
    for i, rij in enumerate(nieuw):
        if i not in van and vrij.get(sleutel(rij)):
            van[i] = vrij[sleutel(rij)].pop(0)


def _koppel_op_gelijkenis(oud: Sequence[R], nieuw: Sequence[R], van: dict[int, int]) -> None:
    bezet = set(van.values())
    links = [i for i in range(len(oud)) if i not in bezet]
    rechts = [i for i in range(len(nieuw)) if i not in van]
    if len(links) > MEESTE or len(rechts) > MEESTE:
        return
    paren = [(gelijkenis(oud[a], nieuw[b]), a, b) for a in links for b in rechts]
    for mate, a, b in sorted(paren, key=lambda paar: (-paar[0], paar[2], paar[1])):
        if mate > GELIJKENIS and a not in bezet and b not in van:
            bezet.add(a)
            van[b] = a


def gelijkenis(een: Any, ander: Any) -> float:
    """Which part of what either of two rows holds is the same in both; fields that are empty in both say nothing."""
    if not is_dataclass(een):
        return 0.0
    paren = [(getattr(een, v.name), getattr(ander, v.name)) for v in fields(een) if v.compare]
    gevuld = [(a, b) for a, b in paren if _vol(a) or _vol(b)]
    return sum(a == b for a, b in gevuld) / len(gevuld) if gevuld else 1.0


def _vol(waarde: object) -> bool:
    return waarde not in (None, "", (), False)
