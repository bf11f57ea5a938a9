"""What is written down of an error that nobody foresaw: where it happened, never what was typed.

A report holds kinds of errors, and file, line and function of each step: no messages (they can quote a text), no paths
of this computer (they hold a name). It stays on this computer until its user sends it.
"""

from __future__ import annotations

import faulthandler
import re
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from platformdirs import user_state_path

from vtscan_desktop import __version__
from vtscan_desktop.bestanden import lees_begrensd, schrijf_veilig
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.plaats import NAAM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

BEWAAR = 20
"""So many reports are kept."""
_MAX_VERSLAG = 1_000_000
_HARD = "vastgelopen-*.txt"
_REGEL = re.compile(r'File "(?P<pad>[^"]*)", line (?P<regel>\d+) in (?P<functie>\S+)')


def verslagmap() -> Path:
    """Where the reports of this user lie."""
    return user_state_path(NAAM, appauthor=False) / "foutverslagen"


def beschrijf(fout: BaseException, nu: datetime) -> str:
    """The report of an error and of those that it came from."""
    regels = list(_kop(nu, "onverwachte fout"))
    oorzaak: BaseException | None = fout
    gezien: set[int] = set()
    while oorzaak is not None and id(oorzaak) not in gezien:
        gezien.add(id(oorzaak))
        regels.append(f"{type(oorzaak).__name__}, in:" if oorzaak is fout else f"door {type(oorzaak).__name__}, in:")
        regels += [
            f"  {_plek(f.filename)}, regel {f.lineno}, {f.name}" for f in traceback.extract_tb(oorzaak.__traceback__)
        ]
        oorzaak = oorzaak.__cause__ or oorzaak.__context__
    return "\n".join(regels) + "\n"


def bewaar_verslag(tekst: str, nu: datetime, folder: Path) -> Path:
    """Keep a report, and let go of the oldest. Raises `VtscanFout` when it can't be kept."""
    with suppress(OSError):  # then writing says so
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    pad = folder / f"foutverslag-{nu:%Y%m%d-%H%M%S-%f}.txt"
    schrijf_veilig(pad, tekst.encode(), vervang=True)
    for oud in sorted(folder.glob("foutverslag-*.txt"))[:-BEWAAR]:
        with suppress(OSError):
            oud.unlink()
    return pad


class Waker:
    """Has the interpreter write down where it was when it is ended by the system, and finds that at the next start."""

    def __init__(self, folder: Path, nu: datetime) -> None:
        """Begin to watch. Where nothing can be written nothing is watched: that keeps nobody from working."""
        self._folder = folder
        self._bestand: TextIO | None = None
        self._pad = folder / f"vastgelopen-{nu:%Y%m%d-%H%M%S-%f}.txt"
        self.verslag = self._haal_op(nu)
        """The report of how the program ended the last time, None when it ended as it should."""
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._bestand = self._pad.open("w", encoding="utf-8")
            faulthandler.enable(self._bestand)

    def sluit(self) -> None:
        """The program ends as it should."""
        if self._bestand is not None:
            faulthandler.disable()
            self._bestand.close()
            self._bestand = None
            with suppress(OSError):
                self._pad.unlink()

    def _haal_op(self, nu: datetime) -> Path | None:
        """Turn what an earlier run left behind into a report. Empty files may be those of another open window."""
        gevonden: Path | None = None
        for pad in sorted(self._folder.glob(_HARD)):
            with suppress(OSError, VtscanFout):
                ruw = lees_begrensd(pad, _MAX_VERSLAG).decode("utf-8", "replace")
                if ruw.strip():
                    gevonden = bewaar_verslag(_uit_ruw(ruw, nu), nu, self._folder)
                    pad.unlink()
        return gevonden


def _uit_ruw(ruw: str, nu: datetime) -> str:
    """What faulthandler wrote, without paths."""
    regels = list(_kop(nu, "vastgelopen; de tijd is die van de eerste start daarna"))
    for regel in ruw.splitlines():
        vondst = _REGEL.search(regel)
        if vondst:
            regels.append(f"  {_plek(vondst['pad'])}, regel {vondst['regel']}, {vondst['functie']}")
        elif regel.startswith(("Fatal Python error", "Windows fatal exception", "Thread ", "Current thread ")):
            regels.append(regel)
    return "\n".join(regels) + "\n"


def _kop(nu: datetime, wat: str) -> Iterator[str]:
    import platform

    yield f"Foutverslag van vtscan {__version__}: {wat}"
    yield f"{nu:%Y-%m-%d %H:%M:%S}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield "Hierin staan geen teksten, namen of wachtwoorden; alleen waar in het programma het misging."
    yield ""


def _plek(pad: str) -> str:
    """A source file without the place where it is installed."""
    delen = Path(pad).parts
    for merk in ("vtscan_desktop", "site-packages", "tests"):
        if merk in delen:
            return "/".join(delen[delen.index(merk) :])
    return Path(pad).name
