"""The note line: type, Enter, kept with the time, the gesprek that is going on and the topic shown."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QPushButton, QWidget

from vtscan_desktop.domain.risicoscan import Notitie, NotitieSoort
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.services.notitieregel import ontleed
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap, zet_uitleg
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.gesprek.gesprekknoppen import Gesprekknoppen
from vtscan_desktop.ui.gesprek.notitieveld import HINT, Notitieveld
from vtscan_desktop.ui.teksten import NOTITIESOORT
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

KLADTABEL = "notitieregel"
"""Where a line that is not entered yet is kept."""
GEEN_NOTITIES = "Op slot: er komen geen notities bij."
"""What the line says instead of its name in a scan that may not be changed."""
_REGEL, _REGEL_GROOT = 40, 56
"""Least height of the line, in px at 100%."""
_REGELBREEDTE = 280
"""Where the line would get less width, in px at 100%, the name of the topic beside it gives way."""


class Notitiebalk(QFrame):
    """Always there. Typing a note never moves focus or page; `3:` alone asks to go to topic 3.

    `groot` makes it larger, for gespreksmodus. A line that is not entered yet is one and the same in both.
    """

    naar_gesprekken = Signal()
    naar_topic = Signal(int)
    terug = Signal()
    """Esc: back to where the user was."""
    wissel_notities = Signal()
    melding = Signal(str)

    def __init__(self, werkruimte: Werkruimte, parent: QWidget, *, groot: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("notitiebalk")
        self._werkruimte = werkruimte
        self._topic: int | None = None
        self._groot = groot
        self._smal = False
        self._stand: object = None
        self._soort = NotitieSoort.NOTITIE
        self._lopend = werkruimte.lopend_gesprek()
        t = thema()
        self.setMinimumHeight(t.px(maten.KOPBALK))
        richting = QBoxLayout.Direction.TopToBottom if groot else QBoxLayout.Direction.LeftToRight
        self._kolom = QBoxLayout(richting, self)
        self._kolom.setContentsMargins(t.px(maten.BREED), t.px(maten.KLEIN), t.px(maten.BREED), t.px(maten.KLEIN))
        self._kolom.setSpacing(t.px(maten.KLEIN))
        self._bouw(groot)
        werkruimte.gesprek_gewisseld.connect(self._bij_gesprek)
        werkruimte.gewijzigd.connect(self._bij_wijziging)
        self.neem_klad()

    def _bouw(self, groot: bool) -> None:
        t = thema()
        self._chips = rij = Stroom(tussen=t.px(maten.KLEIN))
        self._kolom.addLayout(rij)
        self.gesprek = Gesprekknoppen(self._werkruimte, self)
        self.gesprek.naar_gesprekken.connect(self.naar_gesprekken)
        self.gesprek.melding.connect(self.melding)
        rij.addWidget(self.gesprek)
        self._soortchip = knop("", self, "chipknop")
        self._soortchip.setMenu(QMenu(self._soortchip))
        self._vul_soorten()
        rij.addWidget(self._soortchip)
        self.topicchip = label("", self, "chip", breekt=False)
        rij.addWidget(self.topicchip)
        self.notities = knop("Leidraad en notities", self, "chipknop")
        self.notities.clicked.connect(self.wissel_notities)
        self.notities.hide()
        rij.addWidget(self.notities)
        houder = self.parentWidget()
        assert houder is not None
        self.regel = Notitieveld(self, houder)
        self.regel.setObjectName("notitieregel-groot" if groot else "notitieregel")
        self.regel.setProperty("groot", groot)
        self.regel.setToolTip("3: vooraan zet de notitie bij topic 3, #knelpunt geeft de soort (#k is genoeg)")
        self.regel.setMinimumHeight(t.px(_REGEL_GROOT if groot else _REGEL))
        self._kolom.addWidget(self.regel, 1)
        self._hint = label("Enter bewaart", self, "klein", breekt=False)
        self._kolom.addWidget(self._hint)
        self.regel.returnPressed.connect(self._bewaar)
        self.regel.veranderd.connect(self._bij_typen)
        self.regel.terug.connect(self.terug)

    def neem_klad(self) -> None:
        """Show the line that was not entered yet, wherever it was typed."""
        klad = self._werkruimte.klad(KLADTABEL)
        tekst = klad[0].cellen[0] if klad else ""
        if tekst != self.regel.tekst():
            self.regel.zet_tekst(tekst)
            self.regel.naar_einde()
        self._toon_chips()

    def showEvent(self, e: QShowEvent) -> None:
        """Show what changed while the line was out of sight."""
        super().showEvent(e)
        self._toon_chips()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(e)
        self._toon_topic()

    def zet_topic(self, nr: int | None) -> None:
        """Say which topic is shown; new notes fall to it."""
        self._topic = nr
        self.notities.setVisible(self._smal and nr is not None)
        self._toon_chips()

    def zet_smal(self, smal: bool) -> None:
        """In a narrow window the line stands under the chips, and the notes show when asked for."""
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        self._kolom.setDirection(richting)
        self._smal = smal
        self._toon_chips()
        self.notities.setVisible(smal and self._topic is not None)

    def _bewaar(self) -> None:
        regel = ontleed(self.regel.tekst())
        if regel.tekst:
            self._voeg_toe(self._werkruimte.lopend_gesprek())
        elif regel.topic is not None:
            self.regel.clear()
            self._bij_typen("")
            self.naar_topic.emit(regel.topic)

    def _voeg_toe(self, gesprek: str | None) -> None:
        regel = ontleed(self.regel.tekst())
        notitie = Notitie(
            tijd=self._werkruimte.nu().astimezone(UTC),  # an instant: unambiguous when clocks go back
            tekst=regel.tekst,
            gesprek=gesprek,
            topic=regel.topic or self._topic,
            soort=regel.soort or self._soort,
        )
        self.regel.clear()
        self._soort = NotitieSoort.NOTITIE
        self._werkruimte.wijzig_tabel(self._werkruimte.scan.met_notitie(notitie), KLADTABEL, ())
        self._toon_chips()

    def _bij_gesprek(self, nieuw: str | None) -> None:
        """What was typed during a gesprek belongs to it, entered or not, once it ends or another begins."""
        oud, self._lopend = self._lopend, nieuw
        bekend = any(g.id == oud for g in self._werkruimte.scan.gesprekken)
        if bekend and oud != nieuw and self.isVisible() and ontleed(self.regel.tekst()).tekst:
            self._voeg_toe(oud)
        self._toon_chips()

    def _bij_typen(self, tekst: str) -> None:
        """Keep the line while it is typed, and show where it will go."""
        klad = (Kladrij(KLADTABEL, 0, (tekst,), echt=False),) if tekst else ()
        self._werkruimte.wijzig_tabel(self._werkruimte.scan, KLADTABEL, klad)
        self._toon_chips()

    def _bij_wijziging(self, _scan: object) -> None:
        if self.isVisible():
            self._toon_chips()

    def _toon_chips(self) -> None:
        regel = ontleed(self.regel.tekst())
        dicht = self._werkruimte.op_slot
        for deel in (self.gesprek, self._soortchip, self.topicchip):
            deel.setHidden(dicht)
        self._hint.setHidden(dicht or self._groot or self._smal)
        self.regel.setPlaceholderText(GEEN_NOTITIES if dicht else HINT)
        self.gesprek.ververs()
        soort = regel.soort or self._soort
        _zet_tekst(self._soortchip, NOTITIESOORT[soort])
        self._soortchip.setAccessibleName(f"Soort notitie: {NOTITIESOORT[soort]}")
        zet_eigenschap(self._soortchip, "bijzonder", soort is not NotitieSoort.NOTITIE)
        self._toon_topic()

    def _toon_topic(self) -> None:
        """Which topic the line goes to: by its name where the line keeps room to type in, else by its number."""
        topic = ontleed(self.regel.tekst()).topic or self._topic
        knoppen = tuple((deze.text(), deze.isHidden()) for deze in self.findChildren(QPushButton))
        stand = (topic, self._smal, self.isVisible(), self.width(), knoppen)
        if stand == self._stand:  # at nearly every key, here and elsewhere: to look for room asks for a new layout
            return
        self._stand = stand
        naam = self._werkruimte.format.topic(topic).genummerd if topic else ""
        past = not topic or (not self._smal and self._heeft_ruimte_voor(naam))
        _zet_tekst(self.topicchip, (naam or "los van een topic") if past else f"topic {topic}")
        zet_uitleg(self.topicchip, "" if past else naam)

    def _heeft_ruimte_voor(self, naam: str) -> bool:
        if self._groot:  # the line stands under the chips
            return True
        self.topicchip.ensurePolished()
        self._chips.invalidate()  # else it tells how wide it was before a text in it changed
        breedte = self.topicchip.fontMetrics().horizontalAdvance
        naast = self._chips.sizeHint().width() - breedte(self.topicchip.text()) + breedte(naam)
        naast += self._hint.sizeHint().width() + 2 * self._kolom.spacing() + 2 * thema().px(maten.BREED)
        return self.width() - naast >= thema().px(_REGELBREEDTE)

    def _vul_soorten(self) -> None:
        for soort, tekst in NOTITIESOORT.items():
            actie = QAction(tekst, self._soortchip.menu())
            actie.setData(soort.value)
            actie.triggered.connect(self._kies_soort)
            self._soortchip.menu().addAction(actie)

    def _kies_soort(self) -> None:
        actie = self.sender()
        assert isinstance(actie, QAction)
        self._soort = NotitieSoort(actie.data())
        self._toon_chips()
        self.regel.setFocus(Qt.FocusReason.OtherFocusReason)


def _zet_tekst(widget: QWidget, tekst: str) -> None:
    if widget.text() != tekst:  # type: ignore[attr-defined]
        widget.setText(tekst)  # type: ignore[attr-defined]
