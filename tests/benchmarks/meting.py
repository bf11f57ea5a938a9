"""One timing, and the ways of taking it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meting:
    """One timing in milliseconds (a median). `maat` says in words what it is held against.

    The bar is `doel_ms` where there is an absolute aim; with a baseline taken in the same run it is
    `baseline_ms`, and `maat` names the ratio aimed at.
    """

    naam: str
    gemeten_ms: float
    maat: str
    baseline_ms: float | None = None
    doel_ms: float | None = None


def mediaan_ms(doe: Callable[[], object], keren: int = 5) -> float:
    """Median time of `doe` in milliseconds, over `keren` calls."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden) * 1000
