"""Which report it becomes: the editie, whether it carries its scan, and whose logo stands on page one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.services.huisstijl import Huisstijl
from vtscan_desktop.services.rapporten import Rapportkeuze
from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.instellingen.huisstijlvak import toon_logo
from vtscan_desktop.ui.teksten import SCANSTATUS
from vtscan_desktop.ui.thema import thema

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
        self.bijlage = QCheckBox("Stuur de scan als gegevens mee", self)
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


class Uitgever(QFrame):
    """Whose name and logo come on page one; `wijzigen` asks for the place where they are chosen."""

    wijzigen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.KLEIN))
        self.naam = label("", self)
        kolom.addWidget(self.naam)
        rij = Stroom(tussen=t.px(maten.RUIM), regel=t.px(maten.KRAP))
        self.beeld = label("", self, "gedempt", breekt=False)
        self.wijzig = knop("Wijzig bij Instellingen…", self, "link")
        self.wijzig.clicked.connect(self.wijzigen)
        for deel in (self.beeld, self.wijzig):
            rij.addWidget(deel)
        kolom.addLayout(rij)

    def toon(self, huisstijl: Huisstijl) -> None:
        """Show what is kept now."""
        toon_logo(self.beeld, huisstijl.logo)
        self.beeld.setVisible(bool(huisstijl.logo))
        self.naam.setText(huisstijl.organisatie or "Nog geen organisatie: boven aan pagina 1 blijft het leeg.")
