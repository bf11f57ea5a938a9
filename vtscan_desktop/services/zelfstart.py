"""How the program starts itself as the process that looks words up (`spelproces`). Imports nothing that takes time."""

from __future__ import annotations

import sys

SPELPROCES = "--spelproces"
"""Makes the program that process; after it comes how many seconds it waits for a question."""


def als_spelproces(rust_s: float) -> list[str]:
    """The command for it: the same interpreter, or the same frozen program."""
    programma = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "vtscan_desktop"]
    return [*programma, SPELPROCES, str(rust_s)]
