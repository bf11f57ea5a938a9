"""The settings of this computer: colours, text size, spelling, locking."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from vtscan_desktop.services.voorkeuren import TEKSTGROOTTEN, VERGRENDELEN_NA, Kleurstelling, Voorkeuren
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.keuzen import Knoppenrij, Vinkregel
from vtscan_desktop.ui.onderdelen import knop, label
from vtscan_desktop.ui.rolvak import Rolvak
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(560, 660)
"""Wanted size, in px at 100%."""
_KLEUREN = {
    Kleurstelling.SYSTEEM: "Zoals dit systeem",
    Kleurstelling.LICHT: "Licht",
    Kleurstelling.DONKER: "Donker",
    Kleurstelling.HOOG_CONTRAST: "Hoog contrast",
}


class Instellingenvenster(QDialog):
    """Asks; `gekozen` carries the new `Voorkeuren` when the user agrees."""

    gekozen = Signal(object)

    def __init__(self, voorkeuren: Voorkeuren, parent: QWidget) -> None:
        super().__init__(parent)
        self._voorkeuren = voorkeuren
        self.setWindowTitle("Instellingen")
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, t.px(maten.RUIM))
        buiten.setSpacing(t.px(maten.GEWOON))
        rol = Rolvak(self)
        buiten.addWidget(rol, 1)
        self._vak = rol.vlak
        self._kolom = QVBoxLayout(self._vak)
        self._kolom.setContentsMargins(t.px(maten.BREED), t.px(maten.BREED), t.px(maten.BREED), t.px(maten.KRAP))
        self._kolom.setSpacing(t.px(maten.KLEIN))
        self._kolom.addWidget(label("Instellingen", self._vak, "titel"))
        self._kolom.addWidget(label("Ze gelden op deze computer, voor alle scans.", self._vak, "kicker"))
        self._maak_kleuren(voorkeuren.kleuren)
        self._maak_grootte(voorkeuren.tekstgrootte)
        self._maak_spelling(voorkeuren.spelling)
        self._maak_vergrendelen(voorkeuren.vergrendelen_na)
        self._kolom.addStretch(1)
        self._maak_voet(buiten)
        self.resize((_MAAT * t.schaal).boundedTo(parent.window().size() * 0.94))

    def voorkeuren(self) -> Voorkeuren:
        """What is chosen now."""
        kleuren = next(k for k in Kleurstelling if self.kleurknop(k).isChecked())
        return replace(
            self._voorkeuren,
            kleuren=kleuren,
            tekstgrootte=int(self.grootte.waarde()),
            spelling=self.spelling.aan(),
            vergrendelen_na=int(self.minuten.waarde()),
        )

    def kleurknop(self, kleuren: Kleurstelling) -> QRadioButton:
        """The button of a choice of colours."""
        return next(k for k in self.findChildren(QRadioButton) if k.property("waarde") == kleuren.value)

    def _maak_kleuren(self, nu: Kleurstelling) -> None:
        self._kop("Kleuren")
        groep = QButtonGroup(self)
        for waarde, tekst in _KLEUREN.items():
            keuze = QRadioButton(tekst, self._vak)
            keuze.setAccessibleName(f"Kleuren: {tekst}")
            keuze.setProperty("waarde", waarde.value)
            keuze.setChecked(waarde is nu)
            groep.addButton(keuze)
            self._kolom.addWidget(keuze, 0, Qt.AlignmentFlag.AlignLeft)
            if waarde is nu:
                keuze.setFocus()

    def _maak_grootte(self, nu: int) -> None:
        self._kop("Tekstgrootte")
        self.grootte = Knoppenrij("Tekstgrootte", self._vak, wisbaar=False)
        for procent in TEKSTGROOTTEN:
            self.grootte.voeg_toe(str(procent), f"{procent}%")
        self.grootte.zet_waarde(str(nu))
        self._kolom.addWidget(self.grootte)
        self._kolom.addWidget(label("Tussendoor: Ctrl en + of Ctrl en −.", self._vak, "klein"))

    def _maak_spelling(self, aan: bool) -> None:
        self._kop("Spelling")
        self.spelling = Vinkregel("Onderstreep woorden die niet in het woordenboek staan", self._vak)
        self.spelling.vinkje.setChecked(aan)
        self._kolom.addWidget(self.spelling)
        uitleg = (
            "Klik met rechts op zo'n woord voor suggesties, of om het toe te voegen. Uw tekst blijft op deze computer."
        )
        self._kolom.addWidget(label(uitleg.replace("'", "’"), self._vak, "klein"))

    def _maak_vergrendelen(self, nu: int) -> None:
        self._kop("Vergrendelen als u het venster niet gebruikt")
        self.minuten = Knoppenrij("Vergrendelen na", self._vak, wisbaar=False)
        for aantal in VERGRENDELEN_NA:
            self.minuten.voeg_toe(str(aantal), f"{aantal} min")
        self.minuten.zet_waarde(str(nu))
        self._kolom.addWidget(self.minuten)
        uitleg = (
            "Eerst wordt alles bewaard. Met uw wachtwoord komt u terug waar u was. Het gebeurt ook als de computer in "
            f"slaapstand gaat, en meteen met {sneltoets('vergrendel').tekst}."
        )
        self._kolom.addWidget(label(uitleg, self._vak, "klein"))

    def _maak_voet(self, buiten: QVBoxLayout) -> None:
        t = thema()
        voet = QHBoxLayout()
        voet.setContentsMargins(t.px(maten.BREED), 0, t.px(maten.BREED), 0)
        voet.addStretch(1)
        terug = knop("Annuleren", self)
        terug.clicked.connect(self.reject)
        goed = knop("Toepassen", self, "hoofd")
        goed.setDefault(True)
        goed.clicked.connect(self._bij_goed)
        voet.addWidget(terug)
        voet.addWidget(goed)
        buiten.addLayout(voet)

    def _kop(self, tekst: str) -> None:
        kop = label(tekst, self._vak, "kop")
        kop.setContentsMargins(0, thema().px(maten.KLEIN), 0, 0)
        self._kolom.addWidget(kop)

    def _bij_goed(self) -> None:
        self.accept()
        self.gekozen.emit(self.voorkeuren())
