"""The Dutch spelling check: which words are wrong, and what may have been meant.

Hunspell works in a process of its own. It holds the interpreter while it loads (a quarter of a second) and while it
looks for suggestions (up to a second), so that on a thread it would still stop the window. The process gets single
words through a pipe and writes nothing. It ends when nothing is asked for a while, since the dictionary takes tens of
megabytes, and when the program ends, however that comes about.
"""

from __future__ import annotations

import signal
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.woorden import als_sleutel, delen, staat_erin
from vtscan_desktop.hulpbronnen import laad_vakwoorden
from vtscan_desktop.hulpbronnenmap import hulpbronnenmap

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SUGGESTIES_MAX = 5
GEDULD_S = 20.0
"""How long an answer may take: the first one waits for the dictionary, on a slow and busy machine."""
RUST_S = 60.0
"""After so long without a question the process ends; the next one starts it again."""
_NIET = "De spellingcontrole werkt nu niet; ze begint vanzelf weer. U kunt gewoon verder werken."


class Spellingcontrole:
    """The dictionary with the words of the field. Thread-safe; starts its process with the first question."""

    def __init__(self) -> None:
        self._slot = Lock()
        self._lijn: Connection | None = None
        self._proces: Any = None

    def keur(self, woorden: Iterable[str]) -> frozenset[str]:
        """Those of these words that the dictionary doesn't know. Raises `OmgevingFout` when it can't be asked."""
        gevraagd = tuple(woorden)
        fout: frozenset[str] = self._vraag("keur", gevraagd)
        return fout

    def stel_voor(self, woord: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Raises `OmgevingFout` when it can't be asked."""
        voorstellen: tuple[str, ...] = self._vraag("stel_voor", woord)
        return voorstellen

    def sluit(self) -> None:
        """End the process; a later question starts it anew."""
        with self._slot:
            self._ruim_op()

    def _vraag(self, wat: str, inhoud: object) -> Any:
        with self._slot:
            for _ in range(2):
                try:
                    lijn = self._lijn or self._begin()
                    lijn.send((wat, inhoud))
                    if lijn.poll(GEDULD_S):
                        return lijn.recv()
                    break
                except (OSError, EOFError) as fout:
                    rustte = self._is_gaan_rusten()
                    self._ruim_op()
                    if not rustte:
                        raise OmgevingFout(_NIET) from fout
            self._ruim_op()
            raise OmgevingFout(_NIET)

    def _is_gaan_rusten(self) -> bool:
        """Whether the process ended because nothing was asked, and not by an accident."""
        if self._proces is None or self._proces.pid is None:
            return False
        self._proces.join(GEDULD_S)
        return bool(self._proces.exitcode == 0)

    def _begin(self) -> Connection:
        import multiprocessing  # here, since the first window imports this module too, and must not wait for it

        # A fresh interpreter on every system: a fork would copy a process with threads and a window.
        bron = multiprocessing.get_context("spawn")
        self._lijn, kind = bron.Pipe()
        self._proces = bron.Process(
            target=_dien,
            args=(kind, hulpbronnenmap() / "woordenboek", laad_vakwoorden(), RUST_S),
            name="spelling",
            daemon=True,
        )
        self._proces.start()
        kind.close()
        return self._lijn

    def _ruim_op(self) -> None:
        if self._lijn is not None:
            self._lijn.close()
            self._lijn = None
        if self._proces is not None and self._proces.pid is not None:
            self._proces.terminate()
            self._proces.join()
            self._proces.close()
        self._proces = None


def _dien(lijn: Connection, woordenboek: Path, vakwoorden: Iterable[str], rust_s: float) -> None:
    """The other process: answer until the program is gone, or has asked nothing for `rust_s` seconds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the program, which then ends this one
    from hunspell import Hunspell

    boek = Hunspell("nl", hunspell_data_dir=str(woordenboek), system_encoding="UTF-8")
    vak = frozenset(als_sleutel(woord) for woord in vakwoorden)
    for woord in vak:
        boek.add(woord)  # for suggestions
    try:
        while lijn.poll(rust_s):
            wat, inhoud = lijn.recv()
            if wat == "keur":
                lijn.send(frozenset(woord for woord in inhoud if not _is_goed(boek, vak, woord)))
            else:
                lijn.send(tuple(boek.suggest(als_sleutel(inhoud)))[:SUGGESTIES_MAX])
    except (EOFError, OSError):
        return


def _is_goed(boek: Any, vak: frozenset[str], woord: str) -> bool:
    # a word that the dictionary has only as part of others stays wrong to Hunspell, added or not
    if staat_erin(woord, vak) or boek.spell(als_sleutel(woord)):
        return True
    los = delen(woord)
    return los != (woord,) and all(_is_goed(boek, vak, deel) for deel in los if deel != woord)
