"""The process that looks words up: a question per line on its input, an answer per line on its output, both JSON.

It is the program itself, started as such (`zelfstart`); it knows nothing of scans and opens no file but the dictionary.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from threading import Timer
from typing import TYPE_CHECKING, Any, BinaryIO

from vtscan_desktop.domain.woorden import als_sleutel, delen, staat_erin
from vtscan_desktop.hulpbronnen import laad_vakwoorden
from vtscan_desktop.hulpbronnenmap import hulpbronnenmap

if TYPE_CHECKING:
    from collections.abc import Callable

KEUR, STEL_VOOR = "keur", "stel_voor"
"""The questions: which of these words are wrong, and what may have been meant by a word."""
SUGGESTIES_MAX = 5


def dien(rust_s: float) -> int:
    """Answer until the program is gone, or has asked nothing for `rust_s` seconds. The exit code is then 0."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the program, which then ends this one
    antwoord = _maak_antwoord()
    vragen, antwoorden = sys.stdin.buffer, sys.stdout.buffer
    wekker = _zet_wekker(rust_s)
    for regel in vragen:
        wekker.cancel()
        _schrijf(antwoorden, antwoord(*json.loads(regel)))
        wekker = _zet_wekker(rust_s)
    wekker.cancel()
    return 0


def _zet_wekker(rust_s: float) -> Timer:
    # The main thread waits for a line and can't be woken from that on every system: so the process itself ends.
    wekker = Timer(rust_s, os._exit, (0,))
    wekker.daemon = True
    wekker.start()
    return wekker


def _schrijf(antwoorden: BinaryIO, antwoord: list[str]) -> None:
    antwoorden.write(json.dumps(antwoord).encode("ascii") + b"\n")
    antwoorden.flush()


def _maak_antwoord() -> Callable[[str, Any], list[str]]:
    from hunspell import Hunspell

    boek = Hunspell("nl", hunspell_data_dir=str(hulpbronnenmap() / "woordenboek"), system_encoding="UTF-8")
    vak = frozenset(als_sleutel(woord) for woord in laad_vakwoorden())
    for woord in vak:
        boek.add(woord)  # for suggestions

    def antwoord(wat: str, inhoud: Any) -> list[str]:
        if wat == KEUR:
            return [woord for woord in inhoud if not _is_goed(boek, vak, woord)]
        return list(boek.suggest(als_sleutel(inhoud)))[:SUGGESTIES_MAX]

    return antwoord


def _is_goed(boek: Any, vak: frozenset[str], woord: str) -> bool:
    # a word that the dictionary has only as part of others stays wrong to Hunspell, added or not
    if staat_erin(woord, vak) or boek.spell(als_sleutel(woord)):
        return True
    los = delen(woord)
    return los != (woord,) and all(_is_goed(boek, vak, deel) for deel in los if deel != woord)
