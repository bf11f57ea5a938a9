"""Beside a topic: the leidraad, what the inspectie found, the notes and the previous scan, a tab each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from vtscan_desktop.domain.risicoscan import Notitie
from vtscan_desktop.ui.bouwstenen.onderdelen import lijn
from vtscan_desktop.ui.bouwstenen.tabrij import Tabrij
from vtscan_desktop.ui.naast.inspectie import InspectieBlad
from vtscan_desktop.ui.naast.leidraad import LeidraadBlad
from vtscan_desktop.ui.naast.notities import NotitiesBlad
from vtscan_desktop.ui.naast.tabblad import Tabblad
from vtscan_desktop.ui.naast.vorige import VorigeBlad
from vtscan_desktop.ui.sneltoetsen import koppel, sneltoets
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

BREEDTE = 306
"""Width of the panel, in px at 100%."""
QWIDGETSIZE_MAX = 16777215
"""No limit to a width, as Qt has it."""
LEIDRAAD, INSPECTIE, NOTITIES, VORIGE = range(4)
_RONDEN = 4
"""How often a tab is laid out when it is shown; a round in which nothing is asked costs nothing."""
_TABBLADEN: tuple[tuple[str, Callable[[Werkruimte, QWidget], Tabblad]], ...] = (
    ("Leidraad", LeidraadBlad),
    ("Inspectie", InspectieBlad),
    ("Notities", NotitiesBlad),
    ("Vorige scan", VorigeBlad),
)


class Zijvak(QFrame):
    """The tabs beside the topic shown. The chosen tab stays while walking; a tab is made when first shown."""

    bedekt = Signal(bool)
    """Whether the panel stands in place of the page."""
    melding = Signal(str)
    """One Dutch sentence for the user, shown by the shell."""

    naar_start = Signal()
    """Asks for the start page."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zijvak")
        self._werkruimte = werkruimte
        self._topic: int | None = None
        self._getoond: tuple[int, int] | None = None
        self._smal = False
        self._open = False
        self._bladen: dict[int, Tabblad] = {}
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.timeout.connect(self._toon_blad)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        self.tabs = Tabrij(tuple(titel for titel, _ in _TABBLADEN), self)
        kolom.addWidget(self.tabs)
        kolom.addWidget(lijn(self))
        self._stapel = QStackedWidget(self)
        kolom.addWidget(self._stapel, 1)
        self.tabs.zet(werkruimte.zijtab)
        self.tabs.gekozen.connect(self.kies)
        for plaats in range(len(_TABBLADEN)):
            naam = f"zijtab-{plaats + 1}"
            koppel(naam, parent, self._bij_toets).setProperty("plaats", plaats)
            self.tabs.zet_uitleg(plaats, sneltoets(naam).tekst)
        werkruimte.gewijzigd.connect(self._toon_blad)

    def blad(self, plaats: int) -> Tabblad:
        """A tab (`LEIDRAAD` and so on), made on first use."""
        if plaats not in self._bladen:
            blad = _TABBLADEN[plaats][1](self._werkruimte, self._stapel)
            if isinstance(blad, NotitiesBlad):
                blad.melding.connect(self.melding)
            elif isinstance(blad, VorigeBlad):
                blad.naar_start.connect(self.naar_start)
            self._bladen[plaats] = blad
            self._stapel.addWidget(blad)
        return self._bladen[plaats]

    def kies(self, plaats: int) -> None:
        """Show a tab."""
        self._werkruimte.zijtab = plaats
        self.tabs.zet(plaats)
        self._toon_blad()

    def zet_topic(self, nr: int | None) -> None:
        """Show what there is on a topic, right after its page; the panel hides when there is none."""
        self._topic = nr
        self._toon_of_verberg()

    def maak_klaar(self, nr: int, hoog: int) -> None:
        """Make and lay out what there is on a topic, `hoog` px high, before the panel is shown for it."""
        if self._topic is not None or self._smal:
            return
        self.blad(self._werkruimte.zijtab).toon(nr)
        self.resize(self.maximumWidth(), hoog)
        self.grab()

    def zet_smal(self, smal: bool) -> None:
        """In a narrow window the panel shows only when asked for, in place of the page."""
        self._smal = smal
        self._toon_of_verberg()

    def wissel(self) -> None:
        """Show or hide the panel in a narrow window."""
        self._open = not self._open
        self._toon_of_verberg()

    def toon_notitie(self, notitie: Notitie) -> None:
        """Show the tab with notes, also in a narrow window, with the focus on one of them."""
        if self._smal and not self._open:
            self.wissel()
        self.kies(NOTITIES)
        blad = self.blad(NOTITIES)
        assert isinstance(blad, NotitiesBlad)
        blad.lijst.kies(notitie)

    def _toon_of_verberg(self) -> None:
        t = thema()
        zichtbaar = self._topic is not None and (self._open or not self._smal)
        self.setMinimumWidth(0 if self._smal else t.px(BREEDTE))
        self.setMaximumWidth(QWIDGETSIZE_MAX if self._smal else t.px(BREEDTE))
        self.setVisible(zichtbaar)
        self._straks.start(0)
        self.bedekt.emit(zichtbaar and self._smal)

    def _toon_blad(self, _scan: object = None) -> None:
        """Bring the chosen tab up to date; what can't be seen waits."""
        if self._topic is None or self.isHidden():
            return
        blad = self.blad(self._werkruimte.zijtab)
        blad.toon(self._topic)
        self._stapel.setCurrentWidget(blad)
        # Laid out before it is painted: else its texts are cut until the pages that are made ahead let go. A scroll bar
        # that comes makes texts narrower, so higher, which asks for another round.
        if (toont := (self._werkruimte.zijtab, self._topic)) != self._getoond:
            self._getoond = toont
            for _ in range(_RONDEN):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _bij_toets(self) -> None:
        """The key of a tab shows it, also in a narrow window; pressed again it goes into the tab."""
        if self._topic is None:
            return
        plaats = int(self.sender().property("plaats"))
        was = not self.isHidden() and self._werkruimte.zijtab == plaats
        if self._smal and not self._open:
            self.wissel()
        self.kies(plaats)
        if was or self._smal:
            self._ga_in(self.blad(plaats))

    def _ga_in(self, blad: Tabblad) -> None:
        """Give focus to the first thing in a tab that takes it."""
        for veld in blad.findChildren(QWidget):
            if veld.focusPolicy() & Qt.FocusPolicy.TabFocus and veld.isVisible() and veld.isEnabled():
                veld.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
