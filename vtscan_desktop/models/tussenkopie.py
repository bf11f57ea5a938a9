"""A database between two others: what is copied from one in parts, and written from there in one go.

`VACUUM INTO` writes a tidy file but holds its source for as long as that takes: a second for some megabytes on a busy
computer, and so long nothing that is typed could be kept. From a copy of its own it holds up nobody.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.models.verbinding import verbind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def tussenkopie(naast: Path, sleutel: bytes, zout: bytes) -> Iterator[Any]:
    """A connection to an empty database beside `naast`, with this key; gone again however it ends.

    Raises `OmgevingFout` when it can't be made there.
    """
    pad = naast.with_name(f"{naast.name}-tussen")
    try:
        pad.touch(mode=0o600)
        verbinding = verbind(pad, sleutel, zout)
        try:
            yield verbinding
        finally:
            verbinding.close()
    finally:
        for rest in (pad, walbestand(pad)):
            with suppress(OSError):
                rest.unlink(missing_ok=True)
