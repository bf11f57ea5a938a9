"""The log: what was done, to which object, with what result and when. Never a text, a name or a secret.

That holds by its form, not by care: a line is made of an `Actie`, an id that must be a UUID, and the kind of an error.
There is no way to hand it a sentence.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from logging.handlers import RotatingFileHandler

BESTAND = "logboek.txt"
MAX_BYTES = 256 * 1024
"""Size of the log and of each older part; some 3,000 lines."""
OUDER = 3
"""Older parts that are kept: `logboek.txt.1` is the newest of them."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KENMERK = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,79}(:[0-9]{1,6})?")
_logger = logging.getLogger("vtscan.logboek")
_logger.setLevel(logging.INFO)
_logger.propagate = False  # to our file or to nowhere: no other handler gets these lines


class Actie(StrEnum):
    """All that is ever logged."""

    START = "programma gestart"
    EINDE = "programma gesloten"
    DATABASE_MAKEN = "database gemaakt"
    DATABASE_OPENEN = "database geopend"
    DATABASE_BIJWERKEN = "database bijgewerkt"
    DATABASE_SLUITEN = "database gesloten"
    VERHUIZEN = "database verplaatst"
    VERGRENDELEN = "vergrendeld"
    WACHTWOORD = "wachtwoord gewijzigd"
    SLEUTELBOS = "sleutelbos gewijzigd"
    SCAN_NIEUW = "scan gemaakt"
    SCAN_OPENEN = "scan geopend"
    SCAN_SLUITEN = "scan gesloten"
    SCAN_IMPORT = "scan geïmporteerd"
    SCAN_EXPORT = "scan geëxporteerd"
    ACTIES_EXPORT = "acties geëxporteerd"
    SCAN_KOPIE = "scan gedupliceerd"
    SCAN_VERWIJDEREN = "scan verwijderd"
    PERSOON_VERWIJDEREN = "persoon verwijderd"
    FORMAT_OVERNEMEN = "format overgenomen"
    FORMAT_VERWIJDEREN = "format verwijderd"
    BEWAREN = "bewaren"
    RAPPORT = "rapport gemaakt"
    RESERVEKOPIE = "reservekopie gemaakt"
    RESERVEKOPIE_WEG = "reservekopie verwijderd"
    TERUGZETTEN = "reservekopie teruggezet"
    FOUT = "onverwachte fout"
    OPDRACHT_BEOORDEEL = "opdracht beoordeel"
    OPDRACHT_RAPPORT = "opdracht rapport"
    OPDRACHT_CONTROLEER = "opdracht controleer"
    OPDRACHT_IMPORTEER = "opdracht importeer"
    OPDRACHT_SCANS = "opdracht scans"
    OPDRACHT_EXPORTEER = "opdracht exporteer"
    OPDRACHT_INSPECTIE = "opdracht inspectie"
    OPDRACHT_DATABASE = "opdracht database"


class _Bestand:
    """Where the lines go; the file is made with the first of them."""

    handler: RotatingFileHandler | None = None


def begin(folder: Path) -> None:
    """Write to the log in `folder` from now on; without this call nothing is written anywhere."""
    stop()
    from logging.handlers import RotatingFileHandler

    class _Handler(RotatingFileHandler):
        def handleError(self, _record: logging.LogRecord) -> None:
            """A log that can't be written (disk full, folder gone) must not stop the work it tells of."""
            stop()

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return  # as handleError
    handler = _Handler(folder / BESTAND, maxBytes=MAX_BYTES, backupCount=OUDER, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s  %(message)s", "%Y-%m-%d %H:%M:%S"))
    _logger.addHandler(handler)
    _Bestand.handler = handler


def stop() -> None:
    """Write no more, and let go of the file."""
    if _Bestand.handler is not None:
        _logger.removeHandler(_Bestand.handler)
        _Bestand.handler.close()
        _Bestand.handler = None


def noteer(actie: Actie, object_id: str = "", uitkomst: str = "gelukt") -> None:
    """Log one line. An id that is no UUID is left out; `uitkomst` is one word, such as the class of an error."""
    if _Bestand.handler is None:
        return
    delen = [actie.value]
    if _UUID.fullmatch(object_id):
        delen.append(object_id)
    delen.append(uitkomst if _KENMERK.fullmatch(uitkomst) else "?")
    _logger.info("  ".join(delen))


def noteer_fout(fout: BaseException) -> None:
    """Log an error that nobody foresaw: its kind, and the place in the program where it arose."""
    spoor = fout.__traceback__
    while spoor is not None and spoor.tb_next is not None:
        spoor = spoor.tb_next
    plaats = f".{Path(spoor.tb_frame.f_code.co_filename).stem}:{spoor.tb_lineno}" if spoor is not None else ""
    noteer(Actie.FOUT, uitkomst=f"{type(fout).__name__}{plaats}")


@contextmanager
def handeling(actie: Actie, object_id: str = "") -> Iterator[None]:
    """Log that what is done inside succeeded, or the class of the error that it raised."""
    try:
        yield
    except BaseException as fout:
        noteer(actie, object_id, type(fout).__name__)
        raise
    noteer(actie, object_id)
