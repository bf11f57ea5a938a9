"""A group of settings: a card with a heading, one line on what it is about, and its controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from collections.abc import Callable

    from vtscan_desktop.services.sessie import Sessie
    from vtscan_desktop.ui.venster import Hoofdvenster


class Groep(QFrame):
    """A subclass names itself and fills `kolom` in `bouw`; what the user changes there holds at once."""

    sleutel: ClassVar[str]
    titel: ClassVar[str]
    uitleg: ClassVar[str] = ""
    met_database: ClassVar[bool] = True
    """Whether it is about the open database, and is left out while there is none."""

    melding = Signal(str)
    """One Dutch sentence, shown by the window."""
    gekozen = Signal(object)
    """Carries the `Voorkeuren` that hold from now on."""

    def __init__(self, venster: Hoofdvenster, parent: QWidget) -> None:
        super().__init__(parent)
        self.venster = venster
        self.setObjectName(f"groep-{self.sleutel}")
        zet_soort(self, "kaart")
        t = thema()
        self.kolom = QVBoxLayout(self)
        self.kolom.setContentsMargins(t.px(maten.BREED), t.px(maten.RUIM), t.px(maten.BREED), t.px(maten.BREED))
        self.kolom.setSpacing(t.px(maten.KLEIN))
        self.kolom.addWidget(label(self.titel, self, "tussenkop"))
        if self.uitleg:
            self.kolom.addWidget(label(self.uitleg, self, "gedempt"))
        self.bouw()

    @property
    def sessie(self) -> Sessie:
        """The open database."""
        assert self.venster.sessie is not None
        return self.venster.sessie

    def bouw(self) -> None:
        """Make the controls."""
        raise NotImplementedError

    def ververs(self) -> None:
        """Show anew what another window may have changed."""

    def kop(self, tekst: str, veld: QWidget | None = None) -> None:
        """A heading within the group; with a field, its name above it."""
        gemaakt = label(tekst, self, "kop", buddy=veld)
        gemaakt.setContentsMargins(0, thema().px(maten.KLEIN), 0, 0)
        self.kolom.addWidget(gemaakt)
        if veld is not None:
            self.kolom.addWidget(veld)

    def klein(self, tekst: str) -> None:
        """A small line of explanation."""
        self.kolom.addWidget(label(tekst, self, "klein"))

    def knoppen(self, *soorten: tuple[str, str, Callable[[], object]]) -> tuple[QPushButton, ...]:
        """A row of buttons: text, icon ("" for none), and what each does."""
        t = thema()
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        gemaakt = tuple(knop(tekst, self, icoon=icoon) for tekst, icoon, _ in soorten)
        for deze, (_, _, doe) in zip(gemaakt, soorten, strict=True):
            deze.clicked.connect(doe)
            rij.addWidget(deze)
        self.kolom.addLayout(rij)
        return gemaakt
