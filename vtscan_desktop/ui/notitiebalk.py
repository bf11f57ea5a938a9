"""The note line: type, Enter, kept with the time, the gesprek that is going on and the topic shown."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QPushButton, QWidget

from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import MAX_TEKST, Kladrij, Notitie, NotitieSoort
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.notitieregel import ontleed
from vtscan_desktop.ui.onderdelen import knop, label, zet_eigenschap
from vtscan_desktop.ui.stroom import Stroom
from vtscan_desktop.ui.teksten import GESPREKSOORT, NOTITIESOORT
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.velden import RegelVeld
from vtscan_desktop.ui.werkruimte import Werkruimte

KLADTABEL = "notitieregel"
"""Where a line that is not entered yet is kept."""


class Notitiebalk(QFrame):
    """Always there. Typing a note never moves focus or page."""

    naar_gesprekken = Signal()
    wissel_notities = Signal()

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notitiebalk")
        self._werkruimte = werkruimte
        self._topic: int | None = None
        self._smal = False
        self._soort = NotitieSoort.NOTITIE
        t = thema()
        self.setMinimumHeight(t.px(61))
        self._kolom = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._kolom.setContentsMargins(t.px(20), t.px(8), t.px(20), t.px(8))
        self._kolom.setSpacing(t.px(10))
        rij = Stroom(tussen=t.px(10))
        self._kolom.addLayout(rij)
        self._gesprek = self._maak_chip("Gesprek dat nu loopt", rij)
        self._gesprek.menu().aboutToShow.connect(self._vul_gesprekken)
        self._soortchip = self._maak_chip("Soort notitie", rij)
        self._vul_soorten()
        self._topicchip = label("", self, "chip", breekt=False)
        rij.addWidget(self._topicchip)
        self.regel = RegelVeld("Notitie", self, hint="Notitie (Ctrl+N)", maximum=MAX_TEKST)
        self.regel.setObjectName("notitieregel")
        self.regel.setToolTip("3: vooraan zet de notitie bij topic 3, #knelpunt geeft de soort")
        self.regel.setMinimumHeight(t.px(40))
        self.notities = knop("Notities", self, "chipknop")
        self.notities.setAccessibleName("Toon of verberg de notities bij dit topic")
        self.notities.clicked.connect(self.wissel_notities)
        self.notities.hide()
        rij.addWidget(self.notities)
        self._kolom.addWidget(self.regel, 1)
        self._hint = label("Enter bewaart", self, "klein", breekt=False)
        self._kolom.addWidget(self._hint)
        self.regel.returnPressed.connect(self._bewaar)
        self.regel.veranderd.connect(self._bij_typen)
        werkruimte.gesprek_gewisseld.connect(self._toon_chips)
        werkruimte.gewijzigd.connect(self._toon_chips)
        if klad := werkruimte.klad(KLADTABEL):
            self.regel.zet_tekst(klad[0].cellen[0])
        self._toon_chips()

    def zet_topic(self, nr: int | None) -> None:
        """Say which topic is shown; new notes fall to it."""
        self._topic = nr
        self._toon_chips()

    def zet_smal(self, smal: bool) -> None:
        """In a narrow window the line stands under the chips, and the notes show when asked for."""
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        self._kolom.setDirection(richting)
        self._smal = smal
        self._hint.setVisible(not smal)
        self._toon_chips()
        self.notities.setVisible(smal)

    def _maak_chip(self, naam: str, rij: Stroom) -> QPushButton:
        chip = knop("", self, "chipknop")
        chip.setAccessibleName(naam)
        chip.setMenu(QMenu(chip))
        rij.addWidget(chip)
        return chip

    def _bewaar(self) -> None:
        regel = ontleed(self.regel.tekst())
        if not regel.tekst:
            return
        notitie = Notitie(
            tijd=self._werkruimte.nu().astimezone(UTC),  # an instant: unambiguous when clocks go back
            tekst=regel.tekst,
            gesprek=self._werkruimte.lopend_gesprek(),
            topic=regel.topic or self._topic,
            soort=regel.soort or self._soort,
        )
        self.regel.clear()
        self._soort = NotitieSoort.NOTITIE
        self._werkruimte.wijzig_tabel(self._werkruimte.scan.met_notitie(notitie), KLADTABEL, ())
        self._toon_chips()

    def _bij_typen(self, tekst: str) -> None:
        """Keep the line while it is typed, and show where it will go."""
        klad = (Kladrij(KLADTABEL, 0, (tekst,), echt=False),) if tekst else ()
        self._werkruimte.wijzig_tabel(self._werkruimte.scan, KLADTABEL, klad)
        self._toon_chips()

    def _toon_chips(self, _waarde: object = None) -> None:
        regel = ontleed(self.regel.tekst())
        gesprekken = {g.id: g for g in self._werkruimte.scan.gesprekken}
        gesprek = gesprekken.get(self._werkruimte.lopend_gesprek() or "")
        if gesprek is None:
            _zet_tekst(self._gesprek, "geen gesprek")
        else:
            dag = format_datum_kort(gesprek.datum).rsplit(" ", 1)[0]
            _zet_tekst(self._gesprek, f"gesprek {dag} · {GESPREKSOORT[gesprek.soort]}")
        zet_eigenschap(self._gesprek, "aan", gesprek is not None)
        soort = regel.soort or self._soort
        _zet_tekst(self._soortchip, NOTITIESOORT[soort])
        zet_eigenschap(self._soortchip, "bijzonder", soort is not NotitieSoort.NOTITIE)
        topic = regel.topic or self._topic
        bij = f"topic {topic}" if self._smal else f"{topic} {laad_format().topic(topic).kort}" if topic else ""
        _zet_tekst(self._topicchip, bij if topic else "los van een topic")

    def _vul_gesprekken(self) -> None:
        menu = self._gesprek.menu()
        menu.clear()
        lopend = self._werkruimte.lopend_gesprek()
        for g in self._werkruimte.scan.gesprekken:
            self._menuregel(menu, f"{format_datum_kort(g.datum)}, {GESPREKSOORT[g.soort]}", g.id, g.id == lopend)
        self._menuregel(menu, "Geen gesprek", None, lopend is None)
        menu.addSeparator()
        menu.addAction("Nieuw gesprek…").triggered.connect(self.naar_gesprekken)

    def _menuregel(self, menu: QMenu, tekst: str, sleutel: str | None, aan: bool) -> None:
        actie = QAction(tekst.replace("&", "&&"), menu)
        actie.setCheckable(True)
        actie.setChecked(aan)
        actie.setData(sleutel)
        actie.triggered.connect(self._kies_gesprek)
        menu.addAction(actie)

    def _kies_gesprek(self) -> None:
        actie = self.sender()
        assert isinstance(actie, QAction)
        self._werkruimte.zet_lopend_gesprek(actie.data())

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
