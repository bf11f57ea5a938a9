"""What works behind the screens of the main window, and nobody sees: it comes after the first paint, all from here.

The window stands sooner without. What the first screen shows, and what keeps what is typed, does not belong here.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:  # at run time each comes with its service
    from vtscan_desktop.ui.eenvenster import Vensterpost
    from vtscan_desktop.ui.handleiding.hulp import Hulp
    from vtscan_desktop.ui.langwerk import Langwerk
    from vtscan_desktop.ui.reservekopieen.reservedienst import Reservedienst
    from vtscan_desktop.ui.scans.scanwerk import Scanwerk
    from vtscan_desktop.ui.toegang.beveiliging import Beveiliging
    from vtscan_desktop.ui.toegang.slot import Slotwacht
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.zoeken.zoeker import Zoeker

_BEELD_MS = 16
"""How long after it was painted the window is on the screen: a frame. Sooner would keep it from getting there."""
_UITERLIJK_MS = 500
"""When all is made though nothing was painted: a window can be shown out of sight, and is to be found there too."""


class Vensterdiensten(QMainWindow):
    """The main window's services: each is made when something first asks for it, all of them by `maak_af`.

    `in_beeld` tells, once, that the first screen is painted and they are there.
    """

    in_beeld = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._diensten: tuple[QObject, ...] = ()
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.timeout.connect(self.maak_af)
        self.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Shown, but not painted yet."""
        super().showEvent(event)
        if not self._diensten:
            self._straks.start(_UITERLIJK_MS)

    def eventFilter(self, wie: QObject, event: QEvent) -> bool:
        """Painting begins: all that is seen is painted in one go, and what follows comes a frame later."""
        if event.type() is QEvent.Type.Paint:
            self.removeEventFilter(self)
            self._straks.start(_BEELD_MS)
        return super().eventFilter(wie, event)

    def maak_af(self) -> None:
        """Make what is not there yet: after the first paint, or at once for who needs the whole window sooner."""
        if self._diensten:
            return
        self._straks.stop()
        self.removeEventFilter(self)
        self._venster.weergave.koppel_toetsen()
        self._diensten = (
            self.langwerk,
            self.zoeker,
            self.hulp,
            self.slot,
            self.scanwerk,
            self.reserve,
            self.beveiliging,
            self.post,
        )
        self.in_beeld.emit()
        self.na_beeld()

    def na_beeld(self) -> None:
        """What the window itself does then, after all who waited for `in_beeld`."""

    @property
    def _venster(self) -> Hoofdvenster:
        return cast("Hoofdvenster", self)

    @cached_property
    def langwerk(self) -> Langwerk:
        """Work that is finished once it was begun."""
        from vtscan_desktop.ui.langwerk import Langwerk

        gemaakt = Langwerk.van(self)
        gemaakt.rust.connect(self._venster.bij_rust)
        return gemaakt

    @cached_property
    def zoeker(self) -> Zoeker:
        """Finding and going there."""
        from vtscan_desktop.ui.zoeken.zoeker import Zoeker

        return Zoeker(self._venster)

    @cached_property
    def hulp(self) -> Hulp:
        """The handleiding."""
        from vtscan_desktop.ui.handleiding.hulp import Hulp

        return Hulp(self._venster)

    @cached_property
    def slot(self) -> Slotwacht:
        """The lock."""
        from vtscan_desktop.ui.toegang.slot import Slotwacht

        return Slotwacht(self._venster)

    @cached_property
    def scanwerk(self) -> Scanwerk:
        """What is done with whole scans."""
        from vtscan_desktop.ui.scans.scanwerk import Scanwerk

        return Scanwerk(self._venster)

    @cached_property
    def reserve(self) -> Reservedienst:
        """The backups."""
        from vtscan_desktop.ui.reservekopieen.reservedienst import Reservedienst

        return Reservedienst(self._venster, self._venster.klok)

    @cached_property
    def beveiliging(self) -> Beveiliging:
        """Passphrase, keyring, recovery key and persons."""
        from vtscan_desktop.ui.toegang.beveiliging import Beveiliging

        return Beveiliging(self._venster)

    @cached_property
    def post(self) -> Vensterpost:
        """Hears of other starts of the program."""
        from vtscan_desktop.ui.eenvenster import Vensterpost

        gemaakt = Vensterpost(self)
        gemaakt.naar_voren.connect(self._venster.kom_naar_voren)
        return gemaakt
