"""The handleiding in a window of its own: chapters at the left, text at the right. The work goes on beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.handleiding import Hoofdstuk, zoek
from vtscan_desktop.services.handleiding import beeldmap, bewaar_als_pdf
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel
from vtscan_desktop.ui.bouwstenen.blad import zet_blad
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn, zet_soort
from vtscan_desktop.ui.bouwstenen.scherm import vrije_maat
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.handleiding.handleidingblad import maak_blad
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(1080, 760)
_KOLOM = 760
"""Greatest width of the text, in px at 100%."""
_PDF = "Handleiding Risicoscan Veilig Thuis.pdf"
_DOEL = Qt.ItemDataRole.UserRole


def _bewaar(hoofdstukken: Sequence[Hoofdstuk], pad: Path, nu: datetime, _melder: Melder) -> Path:
    return bewaar_als_pdf(hoofdstukken, pad, nu)


class _Blad(QTextBrowser):
    """Tells that it got another width."""

    andere_breedte = Signal()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Tell it."""
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            self.andere_breedte.emit()


class Handleidingvenster(QWidget):
    """A window beside the others: no window that asks something keeps the user from reading it."""

    def __init__(self, hoofdstukken: Sequence[Hoofdstuk], klok: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Handleiding")
        self._hoofdstukken = {hoofdstuk.id: hoofdstuk for hoofdstuk in hoofdstukken}
        self._klok = klok
        self._doel = ""
        self._eerder: list[str] = []
        t = thema()
        self.resize((_MAAT * t.schaal).boundedTo(vrije_maat(self) * 0.94))
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, t.px(maten.GEWOON))
        buiten.setSpacing(t.px(maten.GEWOON))
        rij = QHBoxLayout()
        rij.setSpacing(0)
        rij.addLayout(self._maak_links())
        rij.addWidget(self._maak_blad(), 1)
        buiten.addLayout(rij, 1)
        buiten.addWidget(lijn(self))
        buiten.addLayout(self._maak_voet())
        self._toon_lijst()
        self.winId()  # gives it its native window, which then stands by itself: see the docstring
        self.windowHandle().setTransientParent(None)  # type: ignore[arg-type]

    @property
    def doel(self) -> str:
        """The place that is shown: the id of a chapter, with `#anker` for a heading in it."""
        return self._doel

    def ga(self, doel: str) -> None:
        """Show a place."""
        if self._doel and doel != self._doel:
            self._eerder.append(self._doel)
        self._toon(doel)

    def _maak_links(self) -> QVBoxLayout:
        t = thema()
        kolom = QVBoxLayout()
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.RUIM), t.px(maten.KLEIN), 0)
        kolom.setSpacing(t.px(maten.KLEIN))
        breed = min(t.px(maten.LIJST), maten.LIJST_MAX, self.width() // 3)  # the most of it is for the text
        self.vraag = RegelVeld("Zoek in de handleiding", self, hint="Zoek in de handleiding")
        self.vraag.setFixedWidth(breed)
        self.vraag.veranderd.connect(self._bij_vraag)
        kolom.addWidget(self.vraag)
        self.lijst = QListWidget(self)
        self.lijst.setAccessibleName("Hoofdstukken")
        self.lijst.setFixedWidth(breed)
        zet_soort(self.lijst, "versies")
        self.lijst.setWordWrap(True)
        self.lijst.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # lines are broken for what it leaves
        self.lijst.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.currentItemChanged.connect(self._bij_keuze)
        kolom.addWidget(self.lijst, 1)
        self.niets = label("Niets gevonden. Probeer een ander woord, of alleen het begin ervan.", self, "gedempt")
        self.niets.setFixedWidth(breed)
        self.niets.setAlignment(Qt.AlignmentFlag.AlignTop)
        kolom.addWidget(self.niets, 1)
        return kolom

    def _maak_blad(self) -> QTextBrowser:
        self.blad = _Blad(self)
        self.blad.setObjectName("blad")
        self.blad.setAccessibleName("Tekst van de handleiding")
        self.blad.setOpenLinks(False)
        self.blad.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blad.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # no chapter has another width
        self.blad.anchorClicked.connect(self._bij_link)
        self.blad.andere_breedte.connect(self._pas_aan)
        return self.blad

    def _maak_voet(self) -> QHBoxLayout:
        t = thema()
        voet = QHBoxLayout()
        voet.setContentsMargins(t.px(maten.RUIM), 0, t.px(maten.RUIM), 0)
        voet.setSpacing(t.px(maten.KLEIN))
        self.terug = knop("Vorige plek", self)
        self.terug.clicked.connect(self._ga_terug)
        self.pdf = knop("Bewaar als PDF…", self)
        self.pdf.clicked.connect(self._bij_bewaren)
        self.uitkomst = label("", self, "klein")
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.close)
        voet.addWidget(self.terug)
        voet.addWidget(self.pdf)
        voet.addWidget(self.uitkomst, 1)
        voet.addWidget(sluiten)
        return voet

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Esc closes; Ctrl+F finds."""
        if e.key() == Qt.Key.Key_Escape:
            self.close()
        elif e.matches(QKeySequence.StandardKey.Find):
            self.vraag.setFocus()
            self.vraag.selectAll()
        else:
            super().keyPressEvent(e)

    def _pas_aan(self) -> None:
        """Pictures are made for the width there is."""
        if self._doel:
            waar = self.blad.verticalScrollBar().value()
            self._zet_blad(self._doel.partition("#")[0])
            self.blad.verticalScrollBar().setValue(waar)

    def _toon(self, doel: str) -> None:
        hoofdstuk, _, anker = doel.partition("#")
        ander = hoofdstuk != self._doel.partition("#")[0]
        self._doel = doel
        if ander:
            self._zet_blad(hoofdstuk)
        self.terug.setEnabled(bool(self._eerder))
        if anker:
            self.blad.scrollToAnchor(anker)
        else:
            self.blad.verticalScrollBar().setValue(0)
        self._wijs_aan()
        self._markeer()

    def _zet_blad(self, hoofdstuk: str) -> None:
        rand = thema().px(maten.BREED)
        breedte = min(self.blad.viewport().width(), thema().px(_KOLOM)) - 2 * rand
        blad = maak_blad(self._hoofdstukken[hoofdstuk], beeldmap(), breedte, self.devicePixelRatioF())
        zet_blad(self.blad, blad)
        kader = blad.rootFrame().frameFormat()
        kader.setRightMargin(max(rand, self.blad.viewport().width() - breedte - rand))
        blad.rootFrame().setFrameFormat(kader)

    def _toon_lijst(self) -> None:
        """The chapters, or what was found."""
        self.lijst.blockSignals(True)
        self.lijst.clear()
        if self.vraag.tekst().strip():
            for passage in zoek(tuple(self._hoofdstukken.values()), self.vraag.tekst()):
                doel = f"{passage.hoofdstuk}#{passage.anker}" if passage.anker else passage.hoofdstuk
                self._regel(f"{passage.kop}\n{passage.titel}" if passage.kop else passage.titel, doel)
        else:
            for hoofdstuk in self._hoofdstukken.values():
                self._regel(hoofdstuk.titel, hoofdstuk.id)
        self.lijst.blockSignals(False)
        self.lijst.setVisible(bool(self.lijst.count()))
        self.niets.setVisible(not self.lijst.count())
        self._wijs_aan()

    def _regel(self, tekst: str, doel: str) -> None:
        """A row as high as its lines: by itself a list forgets its own padding when it breaks them."""
        regel = QListWidgetItem(tekst)
        rand = thema().px(maten.KLEIN)
        ruimte = QRect(0, 0, self.lijst.width() - self.lijst.verticalScrollBar().sizeHint().width() - 4 * rand, 0)
        regels = self.lijst.fontMetrics().boundingRect(ruimte, Qt.TextFlag.TextWordWrap.value, tekst)
        regel.setSizeHint(QSize(ruimte.width(), regels.height() + 2 * thema().px(maten.SMAL)))
        regel.setData(_DOEL, doel)
        self.lijst.addItem(regel)

    def _wijs_aan(self) -> None:
        """The list shows where the text is."""
        regels = [self.lijst.item(i) for i in range(self.lijst.count())]
        hier = [r for r in regels if r.data(_DOEL) == self._doel]
        hier += [r for r in regels if r.data(_DOEL) == self._doel.partition("#")[0]]
        self.lijst.blockSignals(True)
        if hier:
            self.lijst.setCurrentItem(hier[0])
        else:
            self.lijst.setCurrentRow(-1)
        self.lijst.blockSignals(False)

    def _markeer(self) -> None:
        """The words that were asked for stand out."""
        plekken = []
        for woord in self.vraag.tekst().split():
            gevonden = self.blad.document().find(woord, 0, QTextDocument.FindFlag(0))
            while not gevonden.isNull():
                plekken.append(_plek(gevonden))
                gevonden = self.blad.document().find(woord, gevonden)
        self.blad.setExtraSelections(plekken)

    def _bij_vraag(self, _tekst: str) -> None:
        self._toon_lijst()
        if self.vraag.tekst().strip() and self.lijst.count():
            self.lijst.setCurrentRow(0)
        else:
            self._markeer()

    def _bij_keuze(self, regel: QListWidgetItem | None) -> None:
        if regel is not None:
            self.ga(regel.data(_DOEL))

    def _bij_link(self, doel: QUrl) -> None:
        self.ga(doel.toString())

    def _ga_terug(self) -> None:
        if self._eerder:
            self._toon(self._eerder.pop())

    def _bij_bewaren(self) -> None:
        pad = kies_doel(self, "Bewaar de handleiding", documentenmap() / _PDF, "PDF (*.pdf)")
        if pad is not None:
            self.bewaar_als(pad)

    def bewaar_als(self, pad: Path) -> None:
        """Write it to a PDF (an existing file was confirmed by the file dialog)."""
        self.pdf.setEnabled(False)
        self.uitkomst.setText("Bezig met opmaken…")
        werk = partial(_bewaar, tuple(self._hoofdstukken.values()), pad, self._klok())
        voer_uit(werk, self, klaar=self._bij_klaar, mislukt=self._bij_fout)

    def _bij_klaar(self, pad: Path) -> None:
        self.pdf.setEnabled(True)
        self.uitkomst.setText(f"Bewaard in {pad.name}.")

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.pdf.setEnabled(True)
        self.uitkomst.setText(str(fout))


def _plek(gevonden: QTextCursor) -> QTextEdit.ExtraSelection:
    p = thema().palet
    plek = QTextEdit.ExtraSelection()
    plek.cursor = gevonden
    plek.format.setBackground(QColor(p.pril.achter))
    plek.format.setForeground(QColor(p.pril.voor))
    return plek
