"""Show a file in the desktop's file manager, selected where the system knows how."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_GEDULD = 5.0
"""Seconds that a file manager gets to say that it takes it."""
_DIENST = "org.freedesktop.FileManager1"


def toon_in_map(pad: Path) -> bool:
    """Whether a file manager took it; else the caller opens the folder. May take seconds: off the UI thread."""
    if sys.platform == "win32":
        # The one form that Explorer reads; it gives 1 also when all went well.
        return _start(f'explorer /select,"{pad.resolve()}"') is not None
    if sys.platform == "darwin":
        return _start(["open", "-R", str(pad.resolve())]) == 0
    programma = shutil.which("dbus-send")
    if programma is None:
        return False
    opdracht = [programma, "--session", "--print-reply", f"--dest={_DIENST}", f"/{_DIENST.replace('.', '/')}"]
    # A comma would begin a next file; in a URI it is written %2C.
    opdracht += [f"{_DIENST}.ShowItems", f"array:string:{pad.resolve().as_uri()}", "string:"]
    return _start(opdracht) == 0


def _start(opdracht: list[str] | str) -> int | None:
    try:
        uitkomst = subprocess.run(opdracht, stdin=subprocess.DEVNULL, capture_output=True, timeout=_GEDULD, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return uitkomst.returncode
