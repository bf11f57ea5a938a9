"""One window for a database: a second start brings the first to the front, over a socket of this user alone.

Qt's module for sockets is fetched when one is needed: the first window shows sooner without.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_GEDULD_MS = 1000
_MAX_BERICHT = 10_000
_VOOR = "vtscan-"


class Vensterpost(QObject):
    """Listens for other starts. `naar_voren` carries the file that such a start was to open, or None.

    Nothing depends on it: who has a database open is told by the lock on the file alone.
    """

    naar_voren = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def luister(self, database: Path) -> None:
        """From now on be found by who starts with this database; what an earlier window left behind is swept up."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._bij_bezoek)
        naam = _naam(database)
        if not self._server.listen(naam) and not _bel(naam, b""):
            QLocalServer.removeServer(naam)
            self._server.listen(naam)

    def _bij_bezoek(self) -> None:
        assert self._server is not None
        while (bezoek := self._server.nextPendingConnection()) is not None:
            bezoek.disconnected.connect(bezoek.deleteLater)
            bezoek.readyRead.connect(self._lees)
            if bezoek.bytesAvailable():
                self._lees_van(bezoek)

    def _lees(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        bezoek = self.sender()
        if isinstance(bezoek, QLocalSocket):
            self._lees_van(bezoek)

    def _lees_van(self, bezoek: QLocalSocket) -> None:
        import json

        try:
            bericht = json.loads(bytes(bezoek.read(_MAX_BERICHT).data()))
            bestand = bericht["bestand"]
        except (ValueError, KeyError, TypeError):
            return
        bezoek.write(b"ja")
        bezoek.flush()
        self.naar_voren.emit(Path(bestand) if isinstance(bestand, str) and bestand else None)


def roep_naar_voren(database: Path, bestand: Path | None) -> bool:
    """Whether a window of this user has the database, and now comes to the front (and opens the file)."""
    if not _kan_er_een_zijn():
        return False
    import json

    bericht = json.dumps({"bestand": "" if bestand is None else str(bestand.absolute())})
    return _bel(_naam(database), bericht.encode())


def _kan_er_een_zijn() -> bool:
    """Whether any window of this program may be listening; where sockets are no files, that can't be told."""
    return os.name != "posix" or any(Path(QDir.tempPath()).glob(f"{_VOOR}*"))


def _bel(naam: str, bericht: bytes) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(naam)
    if not socket.waitForConnected(_GEDULD_MS):
        return False
    if not bericht:
        return True
    socket.write(bericht)
    socket.waitForBytesWritten(_GEDULD_MS)
    # A window that hangs answers nothing: then this start goes on, and the lock on the file decides.
    return socket.waitForReadyRead(_GEDULD_MS * 5)


def _naam(database: Path) -> str:
    """A name that says nothing of the place itself, the same for every way to write that place."""
    import getpass
    import hashlib

    wie = f"{getpass.getuser()}\0{database.absolute().resolve()}"
    return f"{_VOOR}{hashlib.sha256(wie.encode()).hexdigest()[:24]}"
