"""One box to find anything: topics, commands, notes, texts, acties, gesprekken and documenten, while typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.zoeken import Zoekantwoord, past
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, Taak, voer_uit
from vtscan_desktop.ui.bouwstenen.onderdelen import label, lijn, zet_soort
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.zoeken.zoeklijst import Zoeklijst
from vtscan_desktop.ui.zoeken.zoekregels import Modus, Regel, Zoekbron, regels_uit_geheugen, regels_uit_teksten

_MAAT = 680, 540
"""The size of the box, in px at 100%, where the window has room for it."""

_HINT = {
    Modus.ALLES: "Zoek een topic, notitie, tekst, actie, gesprek of opdracht",
    Modus.TOPIC: "Nummer of naam van het topic",
    Modus.VLAG: "Topics met een vlag",
}
_NIETS = {
    Modus.ALLES: "Niets gevonden. Probeer een ander woord, of alleen het begin ervan.",
    Modus.TOPIC: "Geen topic met dat nummer of die naam.",
    Modus.VLAG: f"Er is geen topic met een vlag. Zet er een met {sneltoets('vlag').tekst}, om later op terug te komen.",
}
_VOET = "↑ ↓ kiezen · Enter gaat erheen · Esc sluit"
_MEER = "Er is meer gevonden dan hier past. Typ nog een woord."
Zoek = Callable[[str, str | None], Zoekantwoord]
"""Finds texts: gets the question and the id of the open scan, if any."""
_STAPPEN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Zoekvenster(QDialog):
    """`gekozen` carries the `Doel` of the row the user went for; the box is then closed already.

    Steps and commands show at once; `zoek` gets a question and is run off this thread, one question at a time.
    """

    gekozen = Signal(object)
    aangewezen = Signal(object)
    """Carries the `Doel` of the row that Enter would go for."""

    def __init__(
        self, bron: Zoekbron, zoek: Zoek, scan_id: str | None, parent: QWidget, modus: Modus = Modus.ALLES
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._bron = bron
        self._zoek = zoek
        self._scan_id = scan_id
        self._modus = modus
        self._taak: Taak | None = None
        self._gevraagd = ""
        self._beantwoord = ""
        self._teksten: tuple[Regel, ...] = ()
        self._meer = False
        self._fout = ""
        self.setWindowTitle("Zoeken")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bouw()
        self._plaats(parent)
        self._toon()
        self.lijst.begin_bovenaan()

    @property
    def af(self) -> bool:
        """Whether all that was found for the question as it stands is shown."""
        return self._taak is None and self._gevraagd.strip() == self._beantwoord

    def _bouw(self) -> None:
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        kader = QFrame(self)
        kader.setObjectName("zoekkader")
        buiten.addWidget(kader)
        kolom = QVBoxLayout(kader)
        kolom.setContentsMargins(1, 1, 1, 1)
        kolom.setSpacing(0)
        self.regel = QLineEdit(kader)
        zet_soort(self.regel, "zoekregel")
        self.regel.setAccessibleName("Zoeken")
        self.regel.setPlaceholderText(_HINT[self._modus])
        self.regel.textChanged.connect(self._bij_vraag)
        self.regel.installEventFilter(self)
        kolom.addWidget(self.regel)
        kolom.addWidget(lijn(kader))
        self.lijst = Zoeklijst(kader)
        self.lijst.gekozen.connect(self._ga)
        kolom.addWidget(self.lijst, 1)
        self.niets = label(_NIETS[self._modus], kader, "niets")
        self.niets.setAlignment(Qt.AlignmentFlag.AlignTop)
        kolom.addWidget(self.niets, 1)
        kolom.addWidget(lijn(kader))
        onder = QVBoxLayout()
        onder.setContentsMargins(t.px(maten.BREED), t.px(maten.KLEIN), t.px(maten.BREED), t.px(maten.KLEIN))
        self.voet = label(_VOET, kader, "klein")
        onder.addWidget(self.voet)
        kolom.addLayout(onder)

    def _plaats(self, parent: QWidget) -> None:
        t = thema()
        raam = parent.window()
        self.resize(min(t.px(_MAAT[0]), round(raam.width() * 0.92)), min(t.px(_MAAT[1]), round(raam.height() * 0.84)))
        hoek = QPoint((raam.width() - self.width()) // 2, (raam.height() - self.height()) // 3)
        self.move(raam.mapToGlobal(hoek))

    def eventFilter(self, bewaakt: QObject, e: QEvent) -> bool:
        """Arrows and Enter in the line are for the list; the cursor stays in the line."""
        if bewaakt is self.regel and isinstance(e, QKeyEvent) and e.type() == QEvent.Type.KeyPress:
            if (stap := _STAPPEN.get(Qt.Key(e.key()))) is not None:
                self.lijst.stap(stap)
                self._zeg_gekozen()
                return True
            if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._ga(self.lijst.doel())
                return True
        return super().eventFilter(bewaakt, e)

    def _bij_vraag(self, vraag: str) -> None:
        kaal = vraag.strip()
        self._teksten = tuple(regel for regel in self._teksten if kaal and past(regel.tekst, kaal))
        if not kaal:
            self._meer, self._beantwoord = False, ""
        self._toon()
        self.lijst.begin_bovenaan()
        self._zeg_gekozen()
        self._gevraagd = vraag
        self._vraag_teksten()

    def _vraag_teksten(self) -> None:
        """Ask for the newest question, unless an answer is under way: then that answer asks on."""
        vraag = self._gevraagd.strip()
        if self._taak is not None or self._modus is not Modus.ALLES or vraag in ("", self._beantwoord):
            return
        self._beantwoord = vraag
        zoek, scan_id = self._zoek, self._scan_id

        def werk(_meld: Melder) -> tuple[tuple[Regel, ...], bool]:
            return regels_uit_teksten(zoek(vraag, scan_id))

        self._taak = voer_uit(werk, self, klaar=self._bij_antwoord, mislukt=self._bij_fout)

    def _bij_antwoord(self, antwoord: tuple[tuple[Regel, ...], bool]) -> None:
        self._taak = None
        self._fout = ""
        self._teksten, self._meer = antwoord if self._gevraagd.strip() else ((), False)
        self._toon()
        self._vraag_teksten()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._taak = None
        self._fout = str(fout)
        self._teksten, self._meer = (), False
        self._toon()

    def _toon(self) -> None:
        geheugen = regels_uit_geheugen(self._bron, self.regel.text(), self._modus)
        regels = (*geheugen, *self._teksten)
        self.lijst.toon(regels)
        self.lijst.setVisible(bool(regels))
        self.niets.setVisible(not regels and self._taak is None)
        self.voet.setText(self._fout or (_MEER if self._meer else _VOET))

    def _zeg_gekozen(self) -> None:
        """Tell a screen reader which row is chosen: the focus itself stays in the line."""
        regel = self.lijst.regel()
        self.regel.setAccessibleDescription(regel.hardop if regel is not None else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self.regel, QAccessible.Event.DescriptionChanged))
        self.aangewezen.emit(self.lijst.doel())

    def _ga(self, doel: object) -> None:
        if doel is not None:
            self.accept()
            self.gekozen.emit(doel)
