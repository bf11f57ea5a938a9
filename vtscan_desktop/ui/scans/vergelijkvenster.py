"""Two scans of one regio side by side: oordeel per topic, voorstel and vaststelling, figures and their lines."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.kerndatafiguren import vergelijkfiguren
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.risicoscan import Oordeel, Risicoscan
from vtscan_desktop.domain.scanverschil import noem_voorstel
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.vergelijking import (
    RICHTINGWOORDEN,
    Richting,
    Topicvergelijking,
    Vergelijking,
    noem_topic,
    noem_vaststelling,
    vat_samen,
    zeg_formats,
    zet_naast_elkaar,
)
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.scans import Scanregel, ScanService
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.rijlijst import Beeldlabel
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.figuren.figuurvak import Figuurlijst
from vtscan_desktop.ui.teksten import OORDEEL, SCANSTATUS
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(980, 720)
_GEEN = (
    "Er is geen andere scan van Veilig Thuis {regio} in deze database. Maak eerst een hermeting, of importeer een "
    "eerdere scan."
)
PIJL = {Richting.BETER: "↑", Richting.SLECHTER: "↓", Richting.GELIJK: "=", Richting.ONVERGELIJKBAAR: "–"}
"""The shape beside the word."""
_SOORT = {Richting.BETER: "beter", Richting.SLECHTER: "slechter"}


class Vergelijkvenster(QDialog):
    """The open scan beside another of its regio; the one before it is chosen first. `hermeten` asks for a hermeting."""

    hermeten = Signal()

    def __init__(self, scan: Risicoscan, scans: ScanService, parent: QWidget) -> None:
        super().__init__(parent)
        self._scan = scan
        self._scans = scans
        self.vergelijking: Vergelijking | None = None
        self._blad: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Vergelijken met een andere scan")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(*[t.px(maten.BREED)] * 4)
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(label(f"Veilig Thuis {regionaam(scan.regio)}, toen en nu", self, "titel"))
        anderen = scans.van_regio(scan)
        self.ander = KeuzeVeld("Vergelijken met", [(regel.id, _noem(regel)) for regel in anderen], self)
        self.ander.veranderd.connect(self._zoek)
        self._keuze = QWidget(self)
        kop = QHBoxLayout(self._keuze)
        kop.setContentsMargins(0, 0, 0, 0)
        kop.setSpacing(t.px(maten.KLEIN))
        kop.addWidget(label("Vergelijken met de scan van", self._keuze, "kop", buddy=self.ander))
        kop.addWidget(self.ander, 1)
        kolom.addWidget(self._keuze)
        self.stand = label("", self, "gedempt")
        kolom.addWidget(self.stand)
        self.hermeting = knop("Hermeting…", self)
        self.hermeting.clicked.connect(self._bij_hermeting)
        self.hermeting.hide()
        kolom.addWidget(self.hermeting, 0, Qt.AlignmentFlag.AlignLeft)
        self._rol = Rolvak(self)
        kolom.addWidget(self._rol, 1)
        onder = QHBoxLayout()
        onder.addStretch(1)
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.close)
        onder.addWidget(sluiten)
        kolom.addLayout(onder)
        self._begin(anderen)

    def _begin(self, anderen: tuple[Scanregel, ...]) -> None:
        if not anderen:
            self._keuze.hide()
            self.hermeting.show()
            self.stand.setText(_GEEN.format(regio=regionaam(self._scan.regio)))
            return
        eerder = [regel for regel in anderen if regel.peildatum < self._scan.peildatum]
        self.ander.zet_waarde((eerder or list(anderen))[0].id)
        self._zoek(self.ander.waarde())

    def _bij_hermeting(self) -> None:
        self.close()
        self.hermeten.emit()

    def _zoek(self, scan_id: str) -> None:
        self.stand.setText("De andere scan wordt gelezen…")
        self.stand.show()
        voer_uit(partial(_lees, self._scans, scan_id), self, klaar=self._toon, mislukt=self._bij_fout)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.stand.setText(str(fout))

    def _toon(self, ander: Risicoscan) -> None:
        if ander.id != self.ander.waarde():  # another was chosen since, and is being read
            return
        self.stand.hide()
        self.vergelijking = naast = zet_naast_elkaar(ander, self._scan)
        blad = QWidget(self._rol)
        kolom = QVBoxLayout(blad)
        kolom.setContentsMargins(0, 0, thema().px(maten.GEWOON), 0)
        kolom.setSpacing(thema().px(maten.GEWOON))
        self.samenvatting = label(vat_samen(naast), blad, "kop")
        kolom.addWidget(self.samenvatting)
        toen, nu = self._scans.format_van(naast.toen), self._scans.format_van(naast.nu)
        self.formats = label(zeg_formats(toen, nu), blad, "gedempt")
        self.formats.setVisible(bool(self.formats.text()))
        kolom.addWidget(self.formats)
        kolom.addWidget(_besluiten(naast, blad))
        kolom.addWidget(label("Oordeel per topic", blad, "kop"))
        kolom.addWidget(_topics(naast, toen, nu, blad))
        if naast.cijfers:
            kolom.addWidget(label("Cijfers", blad, "kop"))
            kolom.addWidget(_cijfers(naast, blad))
        self.figuren = Figuurlijst(blad)
        self.figuren.zet_figuren(vergelijkfiguren(naast.toen, naast.nu))
        kolom.addWidget(self.figuren)
        kolom.addStretch(1)
        self._rol.takeWidget()
        if self._blad is not None:
            self._blad.deleteLater()
        self._blad = blad
        self._rol.setWidget(blad)
        zet_tabvolgorde(self.ander, (deel for vak in self.figuren.vakken for deel in (vak.vlak, vak.schakelaar)))


class _Tabel(QWidget):
    """Rows of equal columns with a head; the numbers are the shares of the columns in the width."""

    def __init__(self, koppen: tuple[str, ...], delen: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.rooster = QGridLayout(self)
        self.rooster.setContentsMargins(0, 0, 0, 0)
        self.rooster.setHorizontalSpacing(thema().px(maten.GEWOON))
        self.rooster.setVerticalSpacing(thema().px(maten.KRAP))
        for nr, (kop, deel) in enumerate(zip(koppen, delen, strict=True)):
            self.rooster.addWidget(label(kop, self, "klein"), 0, nr)
            self.rooster.setColumnStretch(nr, deel)

    def voeg_toe(self, *cellen: QWidget) -> None:
        """Add a row, with a hairline above it."""
        rij = self.rooster.rowCount()
        self.rooster.addWidget(lijn(self), rij, 0, 1, self.rooster.columnCount())
        for nr, cel in enumerate(cellen):
            self.rooster.addWidget(cel, rij + 1, nr, Qt.AlignmentFlag.AlignTop)


def _koppen(naast: Vergelijking) -> tuple[str, str]:
    return f"Toen: {format_datum(naast.toen.peildatum)}", f"Nu: {format_datum(naast.nu.peildatum)}"


def _besluiten(naast: Vergelijking, parent: QWidget) -> QWidget:
    tabel = _Tabel(("", *_koppen(naast)), (2, 3, 3), parent)
    for wat, toen, nu in (
        ("Voorstel", noem_voorstel(naast.voorstel_toen), noem_voorstel(naast.voorstel_nu)),
        ("Vaststelling", noem_vaststelling(naast.toen), noem_vaststelling(naast.nu)),
        ("Status", SCANSTATUS[naast.toen.status], SCANSTATUS[naast.nu.status]),
    ):
        tabel.voeg_toe(*(label(tekst, tabel) for tekst in (wat, hoofdletter(toen), hoofdletter(nu))))
    return tabel


def _topics(naast: Vergelijking, toen: Format, nu: Format, parent: QWidget) -> QWidget:
    tabel = _Tabel(("Topic", *_koppen(naast), "Verschil"), (4, 3, 3, 4), parent)
    for topic in naast.topics:
        naam = noem_topic(topic.nr, toen, nu)
        tabel.voeg_toe(
            label(naam, tabel), _oordeel(topic.toen, tabel), _oordeel(topic.nu, tabel), _verschil(topic, naam, tabel)
        )
    return tabel


def _verschil(topic: Topicvergelijking, naam: str, parent: QWidget) -> QWidget:
    vak = QWidget(parent)
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(0)
    woord = RICHTINGWOORDEN[topic.richting]
    richting = label(f"{PIJL[topic.richting]} {woord}", vak, _SOORT.get(topic.richting, "gedempt"))
    richting.setAccessibleName(f"{naam}: {woord}")
    kolom.addWidget(richting)
    if topic.uitleg:
        kolom.addWidget(label(topic.uitleg, vak, "klein"))
    return vak


def _cijfers(naast: Vergelijking, parent: QWidget) -> QWidget:
    tabel = _Tabel(("", *_koppen(naast)), (2, 3, 3), parent)
    for cijfer in naast.cijfers:
        tabel.voeg_toe(*(label(tekst, tabel) for tekst in (cijfer.wat, cijfer.toen, cijfer.nu)))
    return tabel


def _oordeel(oordeel: Oordeel, parent: QWidget) -> QWidget:
    vak = QWidget(parent)
    rij = QHBoxLayout(vak)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.setSpacing(thema().px(maten.KRAP))
    rij.addWidget(Beeldlabel(oordeel, vak), 0, Qt.AlignmentFlag.AlignTop)
    rij.addWidget(label(OORDEEL[oordeel], vak), 1)
    return vak


def _noem(regel: Scanregel) -> str:
    titel = f", {regel.titel}" if regel.titel else ""
    return f"{format_datum(regel.peildatum)} ({SCANSTATUS[regel.status]}{titel})"


def _lees(scans: ScanService, scan_id: str, _melder: Melder) -> Risicoscan:
    return scans.lees(scan_id)
