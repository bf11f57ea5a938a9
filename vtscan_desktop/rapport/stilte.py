"""Keep pyHanko's own log out of ours: its lines quote from the document, and a report's content belongs in no log."""

from __future__ import annotations

import logging


def zwijg() -> None:
    """Silence the loggers of pyHanko and its certificate validator, also where no logging is set up."""
    for naam in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(naam)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
