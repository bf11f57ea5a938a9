"""How the program looks on this computer, and which words it takes as right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QListWidget, QRadioButton

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.voorkeuren import TEKSTGROOTTEN, Kleurstelling
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij, Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.instellingen.groep import Groep
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.thema import thema

_KLEUREN = {
    Kleurstelling.SYSTEEM: "Zoals dit systeem",
    Kleurstelling.LICHT: "Licht",
    Kleurstelling.DONKER: "Donker",
    Kleurstelling.HOOG_CONTRAST: "Hoog contrast",
}
_WOORDEN = "Woorden die u zelf hebt toegevoegd; ze gelden in alle scans van deze database."
_GEEN_WOORDEN = (
    "Nog geen. Klik in een tekst met rechts op een onderstreept woord dat toch goed is, en kies Toevoegen aan "
    "woordenboek."
)
_WOORDEN_HOOG = 150
"""Height of the list of own words, in px at 100%."""


class GroepWeergave(Groep):
    """Colours and text size: what is chosen is at once to be seen, in this window too."""

    sleutel = "weergave"
    titel = "Weergave"
    uitleg = "Geldt op deze computer, voor alle scans."
    met_database = False

    def bouw(self) -> None:
        """The choices."""
        nu = self.venster.weergave.voorkeuren
        self.kop("Kleuren")
        rij = Stroom(tussen=thema().px(maten.BREED), regel=thema().px(maten.KRAP))
        groep = QButtonGroup(self)
        for waarde, tekst in _KLEUREN.items():
            keuze = QRadioButton(tekst, self)
            keuze.setObjectName(f"kleuren-{waarde.value}")
            keuze.setAccessibleName(f"Kleuren: {tekst}")
            keuze.setProperty("waarde", waarde.value)
            keuze.setChecked(waarde is nu.kleuren)
            groep.addButton(keuze)
            rij.addWidget(keuze)
        groep.buttonClicked.connect(self._bij_kleuren)
        self.kolom.addLayout(rij)
        self.grootte = Knoppenrij("Tekstgrootte", self, wisbaar=False)
        for procent in TEKSTGROOTTEN:
            self.grootte.voeg_toe(str(procent), f"{procent}%").setObjectName(f"grootte-{procent}")
        self.grootte.zet_waarde(str(nu.tekstgrootte))
        self.grootte.veranderd.connect(self._bij_grootte)
        self.kop("Tekstgrootte", self.grootte)
        groter, kleiner = sneltoets("groter").tekst, sneltoets("kleiner").tekst
        self.klein(f"Overal in het programma ook met {groter} en {kleiner}.")

    def kleurknop(self, kleuren: Kleurstelling) -> QRadioButton:
        """The button of a choice of colours."""
        return next(k for k in self.findChildren(QRadioButton) if k.property("waarde") == kleuren.value)

    def _bij_kleuren(self, keuze: QRadioButton) -> None:
        kleuren = Kleurstelling(str(keuze.property("waarde")))
        self.gekozen.emit(self.venster.weergave.voorkeuren._replace(kleuren=kleuren))

    def _bij_grootte(self, procent: str) -> None:
        self.gekozen.emit(self.venster.weergave.voorkeuren._replace(tekstgrootte=int(procent)))


class _Woordenlijst(QListWidget):
    """The own words; Delete takes the chosen one out."""

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Delete is for the word, all else for the list."""
        groep = self.parent()
        if e.key() == Qt.Key.Key_Delete and isinstance(groep, GroepSpelling):
            groep.haal_weg()
            return
        super().keyPressEvent(e)


class GroepSpelling(Groep):
    """Whether spelling is checked, and the words that were added to the dictionary."""

    sleutel = "spelling"
    titel = "Spelling"
    met_database = False

    def bouw(self) -> None:
        """The choice, and with a database its own words."""
        self.aan = Vinkregel("Onderstreep woorden die niet in het woordenboek staan", self)
        self.aan.zet(self.venster.weergave.voorkeuren.spelling)
        self.aan.aangevinkt.connect(self._bij_aan)
        self.kolom.addWidget(self.aan)
        self.klein(
            "Klik met rechts op zo’n woord voor suggesties, of om het toe te voegen. Uw tekst blijft op deze computer."
        )
        if self.venster.sessie is None:
            return
        self.woorden = _Woordenlijst(self)
        self.woorden.setAccessibleName("Eigen woorden")
        self.woorden.setProperty("soort", "versies")
        self.woorden.setFixedHeight(thema().px(_WOORDEN_HOOG))
        self.kop("Eigen woorden", self.woorden)
        (self.weg,) = self.knoppen(("Haal uit de lijst", "", self.haal_weg))
        self.woorden.currentRowChanged.connect(self._bij_keus)
        self.uitleg_woorden = label("", self, "klein")
        self.kolom.addWidget(self.uitleg_woorden)
        self.ververs()

    def ververs(self) -> None:
        """List the words as they are now."""
        if self.venster.sessie is None:
            return
        rij = self.woorden.currentRow()
        self.woorden.clear()
        try:
            self.woorden.addItems(sorted(self.sessie.eigen_woorden(), key=str.casefold))
        except VtscanFout as fout:
            self.melding.emit(str(fout))
        leeg = not self.woorden.count()
        for deel in (self.woorden, self.weg):
            deel.setVisible(not leeg)
        self.uitleg_woorden.setText(_GEEN_WOORDEN if leeg else _WOORDEN)
        self.woorden.setCurrentRow(min(rij, self.woorden.count() - 1))
        self._bij_keus(self.woorden.currentRow())

    def haal_weg(self) -> None:
        """Take the chosen word out: it is underlined again where it stands."""
        if self.woorden.currentRow() >= 0:
            self.venster.weergave.vergeet_woord(self.woorden.currentItem().text())
            self.ververs()

    def _bij_keus(self, rij: int) -> None:
        self.weg.setEnabled(rij >= 0)

    def _bij_aan(self, aan: bool) -> None:
        self.gekozen.emit(self.venster.weergave.voorkeuren._replace(spelling=aan))
