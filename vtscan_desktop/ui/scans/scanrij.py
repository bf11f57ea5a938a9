"""One scan on the start page, and the dialog that makes a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.voorstel import KortVoorstel, VoorstelStatus
from vtscan_desktop.hulpbronnen import laad_regios
from vtscan_desktop.services.formats import Formatregel
from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.kopbalk import BEELD_VAN_CATEGORIE
from vtscan_desktop.ui.scans.formatkeuze import Formatkeuze, kies_uit
from vtscan_desktop.ui.teksten import SCANSTATUS
from vtscan_desktop.ui.thema import thema


def chiptekst(v: KortVoorstel) -> str:
    """The voorstel in a few words."""
    if v.voorstel is None:
        return f"open: {v.beste} tot {v.slechtste}"
    return f"{'voorlopig' if v.status is VoorstelStatus.VOORLOPIG else 'voorstel'} {v.voorstel}"


class Chip(QWidget):
    """A categorie with shape, colour and words, drawn as one thing: a list shows many."""

    def __init__(self, categorie: int | None, tekst: str, uitleg: str, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        self.tekst = tekst
        self._toon = t.palet.categorie(categorie)
        self._beeld = t.pixmap(BEELD_VAN_CATEGORIE[categorie], self._toon.voor, maten.ICOON)
        self._letter = t.letter(maten.LETTER["klein"], QFont.Weight.Medium)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{uitleg}: {tekst}")
        self.setToolTip(uitleg)

    def sizeHint(self) -> QSize:
        """Room for shape and words."""
        t, meet = thema(), QFontMetrics(self._letter)
        tekst = t.px(maten.ICOON) + t.px(maten.SMAL) + meet.horizontalAdvance(self.tekst)
        return QSize(tekst + 2 * t.px(maten.KLEIN), max(t.px(maten.ICOON), meet.height()) + 2 * t.px(maten.KRAP))

    def paintEvent(self, _e: QPaintEvent) -> None:
        """Draw it."""
        t, verf, vlak = thema(), QPainter(self), self.rect()
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        verf.setPen(Qt.PenStyle.NoPen)
        verf.setBrush(QColor(self._toon.achter))
        straal = t.px(maten.KLEIN)
        verf.drawRoundedRect(vlak, straal, straal)
        binnen = vlak.adjusted(straal, 0, -straal, 0)
        verf.drawPixmap(binnen.left(), (vlak.height() - t.px(maten.ICOON)) // 2, self._beeld)
        verf.setPen(QColor(self._toon.voor))
        verf.setFont(self._letter)
        verf.drawText(binnen, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.tekst)


class Scanhandeling(Enum):
    """What can be done with a scan, as its button or menu says it."""

    OPENEN = "Openen"
    HERMETEN = "Hermeting…"
    DUPLICEREN = "Dupliceren"
    EXPORTEREN = "Exporteren…"
    BEWAARTERMIJN = "Bewaartermijn…"
    VERWIJDEREN = "Verwijderen…"


class Scanrij(QWidget):
    """A row: peildatum and title, status and last change, badges, voorstel and vaststelling, and what can be done.

    `gevraagd` carries what is asked for, and the id of the scan.
    """

    gevraagd = Signal(Scanhandeling, str)

    def __init__(self, regel: Scanregel, parent: QWidget) -> None:
        super().__init__(parent)
        self.regel = regel
        t = thema()
        self.wie = f"{regel.regionaam}, peildatum {format_datum(regel.peildatum)}"
        rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(maten.RUIM), t.px(maten.KLEIN), t.px(maten.KLEIN), t.px(maten.KLEIN))
        rij.setSpacing(t.px(maten.KLEIN))
        kolom = QVBoxLayout()
        kolom.setSpacing(t.px(maten.HAAR))
        titel = f"{format_datum(regel.peildatum)} · {regel.titel}" if regel.titel else format_datum(regel.peildatum)
        kolom.addWidget(label(titel, self, "kop"))
        gewijzigd = format_datum(regel.gewijzigd.astimezone().date())
        kolom.addWidget(label(f"{SCANSTATUS[regel.status]} · gewijzigd {gewijzigd}", self, "klein"))
        self.termijn: QLabel | None = None
        self._kolom = kolom
        rij.addLayout(kolom, 1)
        merken = Stroom(tussen=t.px(maten.KLEIN))
        rij.addLayout(merken)
        for aan, tekst in ((regel.voorbeeld, "VOORBEELD"), (regel.editie is Editie.BESTUURLIJK, "LEESKOPIE")):
            if aan:
                merken.addWidget(label(tekst, self, "voorbeeld", breekt=False))
        merken.addWidget(Chip(regel.voorstel.voorstel, chiptekst(regel.voorstel), "Voorstel van het programma", self))
        if regel.vaststelling is not None:
            vast = f"vastgesteld {regel.vaststelling}"
            merken.addWidget(Chip(regel.vaststelling, vast, "Vaststelling van de adviseur", self))
        self.open = knop(Scanhandeling.OPENEN.value, self)
        self.open.setAccessibleName(f"Openen: {self.wie}")
        self.open.clicked.connect(self._bij_open)
        rij.addWidget(self.open)
        self.meer = knop("", self, "stil", "meer")
        self.meer.setAccessibleName(f"Meer: {self.wie}")
        self.meer.setToolTip("Hermeting, dupliceren, exporteren of verwijderen")
        self.meer.pressed.connect(self._bij_meer)
        self._menu: QMenu | None = None
        rij.addWidget(self.meer)

    def maak_menu(self) -> QMenu:
        """All else that can be done with a scan. Made once: when there is time, or when it is asked for."""
        if self._menu is not None:
            return self._menu
        self._menu = menu = QMenu(self.meer)
        for handeling in Scanhandeling:
            if handeling is not Scanhandeling.OPENEN:  # which has a button
                menu.addAction(handeling.value).setData(handeling)
        menu.triggered.connect(self._bij_keuze)
        self.meer.setMenu(menu)
        return menu

    def toon_verlopen(self, tot: date) -> None:
        """Remind that the scan was to be kept until this date."""
        zin = f"De bewaartermijn is voorbij sinds {format_datum(tot)}. Verwijder de scan, of verleng."
        self.termijn = label(zin, self, "fout")
        self._kolom.addWidget(self.termijn)

    def mouseDoubleClickEvent(self, _e: QMouseEvent) -> None:
        """A double click opens, as in any list."""
        self._bij_open()

    def _bij_meer(self) -> None:
        """From the second time on the button opens its menu by itself."""
        if self._menu is None:
            self.maak_menu()
            self.meer.showMenu()

    def _bij_open(self) -> None:
        self.gevraagd.emit(Scanhandeling.OPENEN, self.regel.id)

    def _bij_keuze(self, actie: QAction) -> None:
        self.gevraagd.emit(actie.data(), self.regel.id)


class NieuweScan(QDialog):
    """Asks regio, peildatum and, where there are more, the format. `gekozen` carries them, the last as its kenmerk."""

    gekozen = Signal(str, object, str)

    def __init__(self, vandaag: Callable[[], date], formats: tuple[Formatregel, ...], parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        self.setWindowTitle("Nieuwe scan")
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.BREED))
        kolom.setSpacing(t.px(maten.KLEIN))
        kolom.addWidget(label("Nieuwe scan", self, "titel"))
        self.regio = KeuzeVeld("Regio", [(regio.sleutel, regio.naam) for regio in laad_regios()], self)
        kolom.addWidget(label("Regio", self, "kop", buddy=self.regio))
        kolom.addWidget(self.regio)
        self.peildatum = DatumVeld("Peildatum", self, verplicht=True)
        self.peildatum.zet_datum(vandaag())
        kolom.addWidget(label("Peildatum", self, "kop", buddy=self.peildatum))
        kolom.addWidget(self.peildatum)
        kolom.addWidget(label("Termijnen en cijfers tellen vanaf deze dag.", self, "klein"))
        self.format = Formatkeuze(kies_uit(formats), kolom, self)
        self.format.zet_waarde(next(regel.format.kenmerk for regel in formats if regel.standaard))
        self.fout = label("", self, "fout")
        self.fout.hide()
        kolom.addWidget(self.fout)
        kolom.addSpacing(t.px(maten.KLEIN))
        rij = QHBoxLayout()
        rij.addStretch(1)
        terug = knop("Annuleren", self)
        terug.clicked.connect(self.reject)
        self.maak = knop("Maak de scan", self, "hoofd")
        self.maak.setDefault(True)
        self.maak.clicked.connect(self._bij_maak)
        for deze in (terug, self.maak):
            rij.addWidget(deze)
        kolom.addLayout(rij)
        self.setMinimumWidth(t.px(maten.VRAAGVENSTER))
        zet_soort(self, "doek")

    def _bij_maak(self) -> None:
        peildatum = self.peildatum.datum()
        if peildatum is None:
            self.fout.setText("Vul een geldige peildatum in, bijvoorbeeld 11-7-2016.")
            self.fout.show()
            self.peildatum.setFocus()
            return
        self.accept()
        self.gekozen.emit(self.regio.waarde(), peildatum, self.format.waarde())
