"""Which report it becomes: the editie, whether it carries its scan, and whose logo stands on page one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.services.huisstijl import Huisstijl, lees_logo
from vtscan_desktop.services.rapporten import Rapportkeuze
from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.tekening import teken_svg
from vtscan_desktop.ui.teksten import SCANSTATUS
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.velden import KeuzeVeld, RegelVeld

_UITLEG = {
    Editie.BESTUURLIJK: (
        "Bestuurlijke editie",
        "Voor wethouders. De eerste pagina zegt alles; daarna de topics, de cijfers, de acties en de zienswijzen. "
        "Zonder notities, namen van personen en locaties; functies, organisaties en bronnen staan er wel in.",
    ),
    Editie.VOLLEDIG: (
        "Interne editie",
        "Met alles: ook de notities per gesprek en per topic, namen en locaties. Op elke pagina staat INTERN.",
    ),
}
_LEESKOPIE = "Dat kan niet van deze scan: het is zelf een bestuurlijke editie, zonder notities, namen en locaties."
_VERGELIJK = (
    "Achter het rapport komt een deel met de oordelen, het voorstel, de vaststelling en de cijfers van toen en nu "
    "naast elkaar."
)
_GEEN_EERDERE = "Dat kan als er een scan van deze regio is met een eerdere peildatum."
_LOGOMAAT = (170, 34)
"""Room for the logo on the page, at 100%."""


class Editiekeuze(QWidget):
    """The editie and the bijlage; the bestuurlijke editie with its scan is the usual choice."""

    veranderd = Signal()

    def __init__(self, scan: Risicoscan, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(t.px(maten.KRAP))
        groep = QButtonGroup(self)
        self.edities: dict[Editie, QRadioButton] = {}
        leeskopie = scan.editie is Editie.BESTUURLIJK
        for editie, (naam, uitleg) in _UITLEG.items():
            keuze = QRadioButton(naam, self)
            if leeskopie and editie is Editie.VOLLEDIG:
                keuze.setEnabled(False)
                uitleg = _LEESKOPIE
            keuze.setAccessibleDescription(uitleg)
            groep.addButton(keuze)
            self.edities[editie] = keuze
            kolom.addWidget(keuze)
            bij = label(uitleg, self, "gedempt")
            bij.setContentsMargins(t.px(maten.VENSTER), 0, 0, t.px(maten.SMAL))
            kolom.addWidget(bij)
        self.edities[Editie.BESTUURLIJK].setChecked(True)
        self.bijlage = QCheckBox("Stuur de scan als gegevens mee in het PDF-bestand", self)
        self.bijlage.setChecked(True)
        uitleg = (
            "Een collega opent de scan dan uit het rapport. Zet dit uit voor een archief dat geen bijlagen aanneemt."
        )
        self.bijlage.setAccessibleDescription(uitleg)
        kolom.addWidget(self.bijlage)
        bij = label(uitleg, self, "gedempt")
        bij.setContentsMargins(t.px(maten.VENSTER), 0, 0, 0)
        kolom.addWidget(bij)
        self._bouw_vergelijking(kolom)
        groep.buttonToggled.connect(self._bij_keuze)

    def keuze(self) -> Rapportkeuze:
        """What is chosen now."""
        editie = next(editie for editie, knop_ in self.edities.items() if knop_.isChecked())
        vorige = self.vorige.waarde() if self.vergelijk.isChecked() else None
        return Rapportkeuze(editie, self.bijlage.isChecked(), vorige)

    def zet_eerdere(self, regels: tuple[Scanregel, ...]) -> None:
        """The earlier scans of the regio, the newest first, to lay this one beside; without any there is no choice."""
        gekozen = self.vorige.waarde()
        self.vorige.clear()
        for regel in regels:
            self.vorige.addItem(f"{format_datum(regel.peildatum)} ({SCANSTATUS[regel.status]})", regel.id)
        self.vorige.zet_waarde(gekozen)
        self.vergelijk.setEnabled(bool(regels))
        self.vergelijk.setChecked(self.vergelijk.isChecked() and bool(regels))
        self._bij.setText(_VERGELIJK if regels else _GEEN_EERDERE)
        self._keuzerij.setVisible(self.vergelijk.isChecked())

    def _bouw_vergelijking(self, kolom: QVBoxLayout) -> None:
        t = thema()
        self.vergelijk = QCheckBox("Vergelijk met de vorige scan", self)
        self.vergelijk.setAccessibleDescription(_VERGELIJK)
        self.vergelijk.setEnabled(False)
        kolom.addWidget(self.vergelijk)
        self._bij = label(_GEEN_EERDERE, self, "gedempt")
        self._bij.setContentsMargins(t.px(maten.VENSTER), 0, 0, 0)
        kolom.addWidget(self._bij)
        self._keuzerij = QWidget(self)
        rij = QHBoxLayout(self._keuzerij)
        rij.setContentsMargins(t.px(maten.VENSTER), 0, 0, 0)
        self.vorige = KeuzeVeld("Vergelijken met de scan van", [], self._keuzerij)
        rij.addWidget(label("Scan van", self._keuzerij, buddy=self.vorige))
        rij.addWidget(self.vorige)
        rij.addStretch(1)
        self._keuzerij.hide()
        self.vergelijk.toggled.connect(self._keuzerij.setVisible)
        kolom.addWidget(self._keuzerij)

    def _bij_keuze(self, _knop: object, aan: bool) -> None:
        if aan:
            self.veranderd.emit()


class Huisstijlvak(QFrame):
    """Name and logo of the organisation, kept in the database for all its reports."""

    melding = Signal(str)

    def __init__(self, sessie: Sessie, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        self._sessie = sessie
        self._huisstijl = sessie.huisstijl()
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.SMAL))
        self.naam = RegelVeld("Naam van uw organisatie", self, hint="bijvoorbeeld VNG, ondersteuningsprogramma")
        self.naam.setObjectName("huisstijl/organisatie")
        self.naam.zet_tekst(self._huisstijl.organisatie)
        kolom.addWidget(label("Naam van uw organisatie", self, buddy=self.naam))
        kolom.addWidget(self.naam)
        self.naam.veranderd.connect(self._bij_naam)
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.KLEIN))
        self.beeld = label("", self, "gedempt", breekt=False)
        rij.addWidget(self.beeld)
        self.kies = knop("Logo kiezen…", self)
        self.kies.clicked.connect(self._kies)
        rij.addWidget(self.kies)
        self.weg = knop("Logo weghalen", self, "link")
        self.weg.clicked.connect(self._haal_weg)
        rij.addWidget(self.weg)
        rij.addStretch(1)
        kolom.addLayout(rij)
        kolom.addWidget(
            label("Een PNG- of JPEG-bestand van hoogstens 5 MB, of een SVG-tekening van hoogstens 1 MB.", self, "klein")
        )
        self._toon_logo()

    def zet_logo(self, pad: Path) -> None:
        """Take a picture as logo; it is read off this thread."""
        self.kies.setEnabled(False)
        voer_uit(partial(_lees_logo, pad), self, klaar=self._bij_logo, mislukt=self._bij_fout)

    def _bewaar(self, nieuw: Huisstijl) -> None:
        try:
            self._sessie.onthoud_huisstijl(nieuw)
            self._huisstijl = nieuw
        except VtscanFout as fout:
            self.melding.emit(str(fout))

    def _bij_naam(self, tekst: str) -> None:
        self._bewaar(Huisstijl(tekst, self._huisstijl.logo))

    def _kies(self) -> None:
        gekozen, _ = QFileDialog.getOpenFileName(self, "Kies een logo", "", "Afbeeldingen (*.png *.jpg *.jpeg *.svg)")
        if gekozen:
            self.zet_logo(Path(gekozen))

    def _haal_weg(self) -> None:
        self._bij_logo(b"")

    def _bij_logo(self, logo: bytes) -> None:
        self.kies.setEnabled(True)
        self._bewaar(Huisstijl(self.naam.tekst(), logo))
        self._toon_logo()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.kies.setEnabled(True)
        self.melding.emit(str(fout))

    def _toon_logo(self) -> None:
        logo = QPixmap()
        self.weg.setVisible(bool(self._huisstijl.logo))
        if self._huisstijl.logo and logo.loadFromData(self._huisstijl.logo):
            t = thema()
            houd = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.beeld.setPixmap(logo.scaled(t.px(_LOGOMAAT[0]), t.px(_LOGOMAAT[1]), *houd))
            self.beeld.setAccessibleName("Het logo dat op pagina 1 komt")
        else:
            self.beeld.setText("Geen logo")
            self.beeld.setAccessibleName("Geen logo")


def _lees_logo(pad: Path, _melder: Melder) -> bytes:
    return lees_logo(pad, teken_svg)
