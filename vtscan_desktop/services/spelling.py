"""The Dutch spelling check: which words are wrong, and what may have been meant.

Hunspell works in a process of its own (`spelproces`). It holds the interpreter while it loads (a quarter of a second)
and while it looks for suggestions (up to a second), so that on a thread it would still stop the window. The process
gets single words through a pipe and writes nothing. It ends when nothing is asked for a while, since the dictionary
takes tens of megabytes, and when the program ends, however that comes about.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.services.spelproces import KEUR, STEL_VOOR
from vtscan_desktop.services.zelfstart import als_spelproces

if TYPE_CHECKING:
    from collections.abc import Iterable

GEDULD_S = 20.0
"""How long an answer may take: the first one waits for the dictionary, on a slow and busy machine."""
RUST_S = 60.0
"""After so long without a question the process ends; the next one starts it again."""
_EINDE_S = 1.0
"""How long a process takes at most to end, once its pipe is closed."""
_NIET = "De spellingcontrole werkt nu niet; ze begint vanzelf weer. U kunt gewoon verder werken."
_ZONDER_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows would open one


class Spellingcontrole:
    """The dictionary with the words of the field. Thread-safe; starts its process with the first question."""

    def __init__(self) -> None:
        self._slot = Lock()
        self._proces: subprocess.Popen[bytes] | None = None

    def keur(self, woorden: Iterable[str]) -> frozenset[str]:
        """Those of these words that the dictionary doesn't know. Raises `OmgevingFout` when it can't be asked."""
        return frozenset(self._vraag(KEUR, tuple(woorden)))

    def stel_voor(self, woord: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Raises `OmgevingFout` when it can't be asked."""
        return tuple(self._vraag(STEL_VOOR, woord))

    def sluit(self) -> None:
        """End the process; a later question starts it anew."""
        with self._slot:
            self._ruim_op()

    def _vraag(self, wat: str, inhoud: str | tuple[str, ...]) -> list[str]:
        vraag = json.dumps((wat, inhoud)).encode("ascii") + b"\n"
        with self._slot:
            for _ in range(2):
                proces = self._proces or self._begin()
                if regel := _wissel_uit(proces, vraag):
                    antwoord: list[str] = json.loads(regel)
                    return antwoord
                rustte = _is_gaan_rusten(proces)
                self._ruim_op()
                if not rustte:
                    break
            raise OmgevingFout(_NIET)

    def _begin(self) -> subprocess.Popen[bytes]:
        # Its modules are found where ours are, wherever the program was started from.
        omgeving = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        try:
            self._proces = subprocess.Popen(
                als_spelproces(RUST_S),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=omgeving,
                creationflags=_ZONDER_CONSOLE,
            )
        except OSError as fout:
            raise OmgevingFout(_NIET) from fout
        return self._proces

    def _ruim_op(self) -> None:
        if self._proces is None:
            return
        self._proces.kill()
        self._proces.wait()
        for lijn in (self._proces.stdin, self._proces.stdout):
            with suppress(OSError):  # what was not sent any more can't be
                if lijn is not None:
                    lijn.close()
        self._proces = None


def _wissel_uit(proces: subprocess.Popen[bytes], vraag: bytes) -> bytes:
    """The line that answers a question; nothing when the process is gone, or had to be ended since it took too long."""
    assert proces.stdin is not None
    assert proces.stdout is not None
    wekker = Timer(GEDULD_S, proces.kill)
    wekker.daemon = True
    begin = time.monotonic()
    wekker.start()
    try:
        proces.stdin.write(vraag)
        proces.stdin.flush()
        regel = proces.stdout.readline()
    except OSError:  # its end of the pipe is closed
        return b""
    finally:
        wekker.cancel()
    return regel if time.monotonic() - begin <= GEDULD_S else b""


def _is_gaan_rusten(proces: subprocess.Popen[bytes]) -> bool:
    """Whether a process that answers no more ended because nothing was asked, and not by an accident."""
    try:
        return proces.wait(_EINDE_S) == 0
    except subprocess.TimeoutExpired:
        return False
