"""One key for a quiet full window during the gesprek: the questions, a large note line, what was noted, the time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vtscan_desktop.domain.risicoscan import TOPIC_NRS
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.services.notities import Notitiefilter
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn, zet_eigenschap
from vtscan_desktop.ui.gesprek.notitiebalk import Notitiebalk
from vtscan_desktop.ui.gesprek.notitielijst import Notitielijst
from vtscan_desktop.ui.naast.leidraad import LeidraadBlad
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.teksten import SCANSTATUS, scanmerk
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_TITELKOLOM = 2
_TITEL_NAAST = 1000
"""From this width on, in px at 100%, the title stands beside the buttons."""
_TIK_MS = 1000
"""How often the time shown is looked at."""


class Gespreksmodus(QWidget):
    """Has a topic of its own, so that the page behind it stays where it was. `klaar` asks to bring that back."""

    klaar = Signal()
    naar_gesprekken = Signal()
    melding = Signal(str)

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gespreksmodus")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkruimte = werkruimte
        self._topic = TOPIC_NRS[0]
        t = thema()
        self._kolom = kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self._maak_kop())
        kolom.addWidget(lijn(self))
        midden = QHBoxLayout()
        midden.setContentsMargins(t.px(maten.BREED), t.px(maten.RUIM), t.px(maten.BREED), t.px(maten.RUIM))
        midden.setSpacing(t.px(maten.RUIM))
        self.vragen = LeidraadBlad(werkruimte, self)
        midden.addWidget(self._maak_kaart("Vragen", self.vragen), 5)
        self.notities = Notitielijst(werkruimte, self)
        self.notities.melding.connect(self.melding)
        midden.addWidget(self._maak_kaart("", self.notities), 4)
        kolom.addLayout(midden, 1)
        self.balk = Notitiebalk(werkruimte, self, groot=True)
        self.balk.terug.connect(self.klaar)
        self.balk.naar_topic.connect(self.toon_topic)
        self.balk.naar_gesprekken.connect(self.naar_gesprekken)
        self.balk.melding.connect(self.melding)
        kolom.addWidget(self.balk)
        self._klok = QTimer(self)
        self._klok.setInterval(_TIK_MS)
        self._klok.timeout.connect(self._toon_tijd)
        werkruimte.gesprek_gewisseld.connect(self._toon_verslag)
        werkruimte.gewijzigd.connect(self._bij_wijziging)

    @property
    def topic(self) -> int:
        """The topic shown, 1-20."""
        return self._topic

    def neem_meldingregel(self, regel: QWidget) -> None:
        """Show what the window has to say here, above the note line."""
        self._kolom.insertWidget(self._kolom.count() - 1, regel)

    def begin(self, topic: int | None) -> None:
        """Come into view on a topic; None stays on the one shown before."""
        self.balk.neem_klad()
        self._toon_merk()
        self.toon_topic(topic or self._topic)
        self._toon_verslag()
        self.balk.regel.setFocus(Qt.FocusReason.OtherFocusReason)

    def toon_topic(self, nr: int) -> None:
        """Show the questions on a topic; new notes fall to it."""
        self._topic = nr
        titel = titel_op(self._werkruimte.format.topic(nr), self._werkruimte.scan.peildatum)
        self.titel.setText(f"{nr}  {titel}")
        self.vorige.setEnabled(nr > TOPIC_NRS[0])
        self.volgende.setEnabled(nr < TOPIC_NRS[-1])
        self.vragen.toon(nr)
        self.balk.zet_topic(nr)
        self._toon_verslag()

    def ga(self, kant: int) -> None:
        """To the topic before (-1) or after (1) this one."""
        if self._topic + kant in TOPIC_NRS:
            self.toon_topic(self._topic + kant)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Esc brings back what was there, wherever the focus is."""
        if e.key() == Qt.Key.Key_Escape:
            self.klaar.emit()
            return
        super().keyPressEvent(e)

    def showEvent(self, e: QShowEvent) -> None:
        """The clock runs while it is seen."""
        super().showEvent(e)
        self._toon_tijd()
        self._klok.start()

    def hideEvent(self, e: QHideEvent) -> None:
        """And only then."""
        super().hideEvent(e)
        self._klok.stop()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """The title goes on a line of its own where what stands beside it leaves too little room."""
        super().resizeEvent(e)
        onder = e.size().width() < thema().px(_TITEL_NAAST)
        self._rooster.removeWidget(self.titel)
        self._rooster.addWidget(self.titel, *((1, 0, 1, -1) if onder else (0, _TITELKOLOM)))

    def changeEvent(self, e: QEvent) -> None:
        """Coming back to the window shows the right time at once."""
        super().changeEvent(e)
        if e.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._toon_tijd()

    def _maak_kop(self) -> QWidget:
        t = thema()
        kop = QFrame(self)
        kop.setObjectName("moduskop")
        self._rooster = rooster = QGridLayout(kop)
        rooster.setContentsMargins(t.px(maten.BREED), t.px(maten.KLEIN), t.px(maten.BREED), t.px(maten.KLEIN))
        rooster.setHorizontalSpacing(t.px(maten.KLEIN))
        rooster.setVerticalSpacing(t.px(maten.KRAP))
        rooster.setColumnStretch(_TITELKOLOM, 1)
        self.vorige = self._maak_pijl("‹", "Vorig topic", "vorige", kop)
        self.vorige.clicked.connect(self._bij_vorige)
        self.volgende = self._maak_pijl("›", "Volgend topic", "volgende", kop)
        self.volgende.clicked.connect(self._bij_volgende)
        self.titel = label("", kop, "titel")
        self.tijd = label("", kop, "tijd", breekt=False)
        self.tijd.setContentsMargins(t.px(maten.SMAL), 0, t.px(maten.SMAL), 0)
        terug = knop(f"Terug ({sneltoets('gespreksmodus').tekst})", kop)
        terug.setAccessibleName("Terug naar het gewone venster")
        terug.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        terug.clicked.connect(self.klaar)
        self.merk = label("", kop, breekt=False)
        for kolom, deel in enumerate((self.vorige, self.volgende, self.titel, self.merk, self.tijd, terug)):
            rooster.addWidget(deel, 0, kolom)
        rooster.setAlignment(self.merk, Qt.AlignmentFlag.AlignVCenter)
        return kop

    def _toon_merk(self) -> None:
        """An example and a reading copy say so here too, and any scan how far it is."""
        scan = self._werkruimte.scan
        merk = scanmerk(scan)
        zet_eigenschap(self.merk, "soort", "voorbeeld" if merk else "kicker")
        self.merk.setText(merk or SCANSTATUS[scan.status])

    def _maak_pijl(self, tekst: str, naam: str, toets: str, parent: QWidget) -> QPushButton:
        pijl = knop(tekst, parent)
        pijl.setAccessibleName(naam)
        pijl.setToolTip(f"{naam} ({sneltoets(toets).tekst})")
        pijl.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the note line
        return pijl

    def _maak_kaart(self, kop: str, inhoud: QWidget) -> QFrame:
        t = thema()
        kaart = QFrame(self)
        kaart.setProperty("soort", "kaart")
        kolom = QVBoxLayout(kaart)
        kolom.setContentsMargins(t.px(maten.RAND), t.px(maten.KLEIN), t.px(maten.RAND), t.px(maten.KRAP))
        kolom.setSpacing(t.px(maten.KRAP))
        titel = label(kop, kaart, "kop")
        titel.setContentsMargins(t.px(maten.RUIM), 0, t.px(maten.RUIM), 0)
        kolom.addWidget(titel)
        kolom.addWidget(inhoud, 1)
        if not kop:
            self.verslagkop = titel
        return kaart

    def _toon_verslag(self, _gesprek: object = None) -> None:
        """What was noted in this gesprek; outside a gesprek, what was noted on this topic."""
        lopend = self._werkruimte.lopend_gesprek()
        self.verslagkop.setText("Genoteerd in dit gesprek" if lopend else "Genoteerd bij dit topic")
        self.notities.toon(Notitiefilter(gesprek=lopend) if lopend else Notitiefilter(topic=self._topic))

    def _bij_wijziging(self, _scan: object) -> None:
        if self.isVisible():
            self.vragen.toon(self._topic)
            self._toon_verslag()

    def _toon_tijd(self) -> None:
        tijd = f"{self._werkruimte.nu():%H:%M}"
        if tijd != self.tijd.text():
            self.tijd.setText(tijd)
            self.tijd.setAccessibleName(f"Het is {tijd} uur")

    def _bij_vorige(self) -> None:
        self.ga(-1)

    def _bij_volgende(self) -> None:
        self.ga(1)
