"""One note in a list: when, from whom, its kind, its text to edit in place, and a menu of what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from vtscan_desktop.domain.benamingen import GESPREKSOORT
from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, TOPIC_NRS, Gesprek, Notitie, NotitieSoort
from vtscan_desktop.domain.tekstversies import rijveld
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.services.notities import Doel, gesprekspartners, is_overgenomen
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap, zet_soort
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.gesprek.notitiewerk import Notitiewerk
from vtscan_desktop.ui.teksten import NOTITIESOORT
from vtscan_desktop.ui.thema import thema

_DOELEN = (
    (Doel.TOELICHTING, "Onder de feitelijke situatie zetten"),
    (Doel.RISICO, "Onder de risico’s zetten"),
    (Doel.ACTIE, "Een actie van maken"),
)


@dataclass(frozen=True, slots=True)
class Weergave:
    """What a row says beside the text: the gesprek where the list holds more than one, the topic likewise.

    The year of a date is left out when it is `jaar`. `overnemen` names the text of in kaart a note can be taken over
    in, `tekst` is that text as it is now.
    """

    gesprekken: tuple[Gesprek, ...] = ()
    jaar: int = 0
    met_gesprek: bool = True
    met_topic: bool = True
    overnemen: str = ""
    tekst: str = ""

    def regels(self, notitie: Notitie, format_: Format) -> tuple[str, str]:
        """Above the text when and in which gesprek, below it with whom and on which topic.

        What the list says already is left out; then the topic comes above too.
        """
        moment = notitie.tijd.astimezone()
        gesprek = next((g for g in self.gesprekken if g.id == notitie.gesprek), None)
        los = gesprek is None or gesprek.datum != moment.date()
        dag = f"{_dag(moment.date(), self.jaar)}, " if los or self.met_gesprek else ""
        boven, onder = [f"{dag}{moment:%H:%M}"], []
        if self.met_gesprek and gesprek is not None:
            boven.append(GESPREKSOORT[gesprek.soort] + (f" van {_dag(gesprek.datum, self.jaar)}" if los else ""))
            if met := gesprekspartners(gesprek):
                onder.append(met)
        if self.met_topic:
            bij = format_.topic(notitie.topic).genummerd if notitie.topic else "los van een topic"
            (onder if self.met_gesprek else boven).append(bij)
        return " · ".join(boven), " · ".join(onder)


def _dag(dag: date, jaar: int) -> str:
    return format_datum_kort(dag).removesuffix(f" {jaar}")


class Notitievak(TekstVlak):
    """The text of a note being edited: Enter or Esc is done, Shift+Enter a new line."""

    klaar = Signal()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter and Esc end the editing; what was typed is kept already."""
        enter = e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if e.key() == Qt.Key.Key_Escape or (enter and not e.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.klaar.emit()
            return
        super().keyPressEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Going elsewhere ends it too; a menu over it does not."""
        super().focusOutEvent(e)
        if e.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.klaar.emit()


class Notitierij(QFrame):
    """Shows one note; the list gives it another when it is needed elsewhere. `stap` asks to go up or down the list."""

    stap = Signal(int)

    def __init__(self, werk: Notitiewerk, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "notitie")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._werk = werk
        self._weergave = Weergave()
        self._notitie: Notitie | None = None
        self._vak: Notitievak | None = None
        self._begin: Notitie | None = None
        t = thema()
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(t.px(maten.SMAL), t.px(maten.KRAP), t.px(maten.HAAR), t.px(maten.KRAP))
        self._kolom.setSpacing(t.px(maten.HAAR))
        rij = QHBoxLayout()
        rij.setSpacing(0)
        over = QHBoxLayout()
        over.setSpacing(t.px(maten.KLEIN))
        over.setContentsMargins(0, t.px(maten.KRAP), 0, 0)
        rij.addLayout(over, 1)
        self._soort = label("", self, "notitiesoort", breekt=False)
        over.addWidget(self._soort, 0, Qt.AlignmentFlag.AlignTop)
        self._wanneer = label("", self, "klein")
        self._wanneer.setAlignment(Qt.AlignmentFlag.AlignTop)
        over.addWidget(self._wanneer, 1)
        self.meer = knop("", self, "stil", "meer")
        self.meer.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row itself has the menu, by key
        self.meer.setToolTip("Bewerken, verplaatsen, overnemen of verwijderen")
        self.meer.clicked.connect(self._bij_meer)
        rij.addWidget(self.meer, 0, Qt.AlignmentFlag.AlignTop)
        self._kolom.addLayout(rij)
        self._tekst = label("", self)
        self._kolom.addWidget(self._tekst)
        self._onder = label("", self, "klein")
        self._kolom.addWidget(self._onder)
        self._overnemen: QPushButton | None = None

    @property
    def notitie(self) -> Notitie:
        """The note shown."""
        assert self._notitie is not None
        return self._notitie

    @property
    def vak(self) -> Notitievak | None:
        """The field in which the text is being edited, None when it isn't."""
        return self._vak

    def zet(self, notitie: Notitie, weergave: Weergave) -> None:
        """Show a note."""
        if notitie is self._notitie and weergave is self._weergave:
            return
        self._notitie, self._weergave = notitie, weergave
        soort = "" if notitie.soort is NotitieSoort.NOTITIE else NOTITIESOORT[notitie.soort]
        wanneer, onder = weergave.regels(notitie, self._werk.format)
        self._soort.setText(soort)
        self._soort.setVisible(bool(soort))
        self._wanneer.setText(wanneer)
        self._tekst.setText(notitie.tekst)
        self._onder.setText(onder)
        self._onder.setVisible(bool(onder))
        self.meer.setAccessibleName(f"Wat met deze notitie: {notitie.tekst[:60]}")
        self.setAccessibleName(", ".join(d for d in (soort, wanneer, onder) if d) + f": {notitie.tekst}")
        if self._vak is not None:
            self._vak.zet_tekst(notitie.tekst)
        if weergave.overnemen:
            self._zet_overnemen(weergave)

    def focusketen(self) -> list[QWidget]:
        """What the Tab key may visit, in order."""
        return [self, *([self._overnemen] if self._overnemen is not None else [])]

    def bewerk(self) -> None:
        """Edit the text in place."""
        if self._vak is not None or self._werk.op_slot:
            return
        self._begin = self.notitie
        self._vak = Notitievak("Notitie", self, regels=1)
        self._vak.wordt(rijveld(self.notitie.sleutel, "tekst"))
        self._vak.zet_tekst(self.notitie.tekst)
        self._vak.veranderd.connect(self._bij_typen)
        self._vak.geweigerd.connect(self._werk.melding)
        self._vak.versies_gevraagd.connect(self._werk.versies_gevraagd)
        self._vak.klaar.connect(self.sluit_bewerken)
        self._tekst.hide()
        self._kolom.insertWidget(2, self._vak)
        self._vak.show()
        self._vak.naar_einde()
        self._vak.setFocus(Qt.FocusReason.OtherFocusReason)

    def _vraag_versies(self) -> None:
        self.bewerk()
        if self._vak is not None:
            self._vak.vraag_versies()

    def sluit_bewerken(self) -> None:
        """Show the text again; all that was typed makes one step to undo."""
        vak, begin = self._vak, self._begin
        if vak is None or begin is None:
            return
        self._vak = self._begin = None
        had_focus = vak.hasFocus()
        self._tekst.show()
        vak.hide()
        vak.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._werk.klaar(begin, self.notitie)

    def maak_menu(self) -> QMenu:
        """All that can be done with this note."""
        notitie, werk = self.notitie, self._werk
        menu = QMenu(self)
        menu.addAction("Bewerken\tEnter").triggered.connect(self.bewerk)
        menu.addAction("Eerdere versies…").triggered.connect(self._vraag_versies)
        menu.addSeparator()
        for doel, tekst in _DOELEN:
            actie = menu.addAction(tekst)
            actie.setEnabled(notitie.topic in (OORDEEL_NRS if doel is not Doel.TOELICHTING else TOPIC_NRS))
            actie.triggered.connect(partial(werk.neem_over, notitie, doel))
        menu.addSeparator()
        topics = menu.addMenu("Naar topic")
        _keuze(topics, "Los van een topic", notitie.topic is None, partial(werk.verplaats, notitie, None))
        for topic in werk.format.topics:
            _keuze(topics, topic.genummerd, notitie.topic == topic.nr, partial(werk.verplaats, notitie, topic.nr))
        gesprekken = menu.addMenu("Naar gesprek")
        _keuze(gesprekken, "Buiten een gesprek", notitie.gesprek is None, partial(werk.zet_gesprek, notitie, None))
        for g in self._weergave.gesprekken:
            tekst = f"{format_datum_kort(g.datum)}, {GESPREKSOORT[g.soort]}"
            _keuze(gesprekken, tekst, notitie.gesprek == g.id, partial(werk.zet_gesprek, notitie, g.id))
        soorten = menu.addMenu("Soort")
        for soort, tekst in NOTITIESOORT.items():
            _keuze(soorten, tekst, notitie.soort is soort, partial(werk.zet_soort, notitie, soort))
        menu.addSeparator()
        menu.addAction("Verwijderen\tDelete").triggered.connect(partial(werk.verwijder, notitie))
        return menu

    def toon_menu(self, waar: QPoint | None = None) -> None:
        """Open the menu, by default under the button."""
        menu = self.maak_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(waar or self.meer.mapToGlobal(QPoint(0, self.meer.height())))

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter edits, Delete removes, the arrows walk the list, Ctrl+Z undoes."""
        if e.matches(QKeySequence.StandardKey.Undo):
            self._werk.ongedaan()
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.bewerk()
        elif e.key() == Qt.Key.Key_Space:
            self.toon_menu()
        elif e.key() == Qt.Key.Key_Delete:
            self._werk.verwijder(self.notitie)
        elif e.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stap.emit(1 if e.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(e)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """The same menu, by right button or menu key."""
        muis = e.reason() == QContextMenuEvent.Reason.Mouse
        self.toon_menu(e.globalPos() if muis else None)

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        """A double click edits."""
        self.bewerk()
        e.accept()

    def _zet_overnemen(self, weergave: Weergave) -> None:
        if self._overnemen is None:
            self._overnemen = knop("Overnemen", self, "klein-link")
            self._overnemen.clicked.connect(self._bij_overnemen)
            rij = QHBoxLayout()
            rij.addWidget(self._overnemen)
            rij.addStretch(1)
            self._kolom.addLayout(rij)
        staat_er = is_overgenomen(weergave.tekst, self.notitie)
        zet_eigenschap(self._overnemen, "gedaan", staat_er)
        self._overnemen.setText("Staat in de tekst" if staat_er else "Overnemen")
        self._overnemen.setAccessibleName(f"{self._overnemen.text()}: {self.notitie.tekst[:60]}")
        self._overnemen.setEnabled(not staat_er)

    def _bij_meer(self) -> None:
        self.toon_menu()

    def _bij_overnemen(self) -> None:
        """Focus stays with the note: the button is done with, and Ctrl+Z is for this note."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._werk.neem_over(self.notitie, Doel.IN_KAART, self._weergave.overnemen)

    def _bij_typen(self, tekst: str) -> None:
        self._notitie = self._werk.zet_tekst(self.notitie, tekst)


def _keuze(menu: QMenu, tekst: str, aan: bool, doe: partial[None]) -> None:
    actie = menu.addAction(tekst.replace("&", "&&"))
    actie.setCheckable(True)
    actie.setChecked(aan)
    actie.triggered.connect(doe)
