"""One measurement, and the ways of taking it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meting:
    """One measurement (of a time: a median), in `eenheid`. `maat` says in words what it is held against.

    The bar is `doel` where there is an absolute aim; with a baseline taken in the same run it is
    `baseline`, and `maat` names the ratio aimed at. Without an aim it stands there to compare with.
    """

    naam: str
    gemeten: float
    maat: str
    baseline: float | None = None
    doel: float | None = None
    eenheid: str = "ms"

    @property
    def haalt_doel(self) -> bool:
        """Whether the aim, if there is one, is met."""
        return self.doel is None or self.gemeten <= self.doel


def mediaan_ms(doe: Callable[[], object], keren: int = 5) -> float:
    """Median time of `doe` in milliseconds, over `keren` calls."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden) * 1000
