"""The sheets of the first start, one for each step: each begins with what was filled in, and carries on with more."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QRadioButton, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.bewaarplaats import waarschuwing
from vtscan_desktop.services.eerste_start import Startkeuze, Startstap
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_bestand, kies_map
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.nieuw_wachtwoord import NieuwWachtwoord
from vtscan_desktop.ui.toegang.toegangsblad import DATABASEFILTER, Toegangsblad

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vtscan_desktop.models.sleutel import Sleutelpaar


class Startblad(Toegangsblad):
    """`verder` and `terug` carry the `Startkeuze` with what this sheet adds to it."""

    verder = Signal(object)
    terug = Signal(object)
    bezig = False
    """Whether it waits for something that was begun here."""

    def __init__(self, keuze: Startkeuze, titel: str, uitleg: str, parent: QWidget) -> None:
        super().__init__(keuze.pad, titel, uitleg, parent)
        self.keuze = keuze

    def lees(self) -> Startkeuze:
        """What was filled in so far, this sheet included."""
        return self.keuze

    def sluit_af(self, tekst: str = "Verder") -> None:
        """The buttons at the end."""
        self.door = knop(tekst, self, "hoofd")
        self.door.clicked.connect(self.ga_door)
        knoppen: list[QPushButton] = [self.door]
        if self.keuze.nummer > 1:
            self.weer = knop("Terug", self)
            self.weer.clicked.connect(self._bij_terug)
            knoppen.insert(0, self.weer)
        self.kolom.addStretch(1)
        self.knoppen(*knoppen)

    def ga_door(self) -> None:
        """This step is done, as far as the user is concerned."""
        self.verder.emit(self.lees())

    def _bij_terug(self) -> None:
        self.terug.emit(self.lees())


def _leid_af(wachtwoord: str, _melder: Melder) -> tuple[str, Sleutelpaar]:
    from vtscan_desktop.models.sleutel import nieuw_sleutelpaar

    return wachtwoord, nieuw_sleutelpaar(wachtwoord)


class Wachtwoordblad(Startblad):
    """The passphrase: why, how strong, and that nobody can give it back."""

    def __init__(self, keuze: Startkeuze, parent: QWidget) -> None:
        super().__init__(
            keuze,
            "Kies een wachtwoord",
            "Uw scans gaan over de veiligheid van kinderen en gezinnen. Daarom staan ze versleuteld op deze computer, "
            "en gaat er niets over het netwerk. Alleen uw wachtwoord opent ze. Niemand kan het voor u terughalen, ook "
            "uw IT-afdeling niet.",
            parent,
        )
        self.nieuw = NieuwWachtwoord(self)
        for veld in (self.nieuw.wachtwoord, self.nieuw.herhaling):
            veld.setText(keuze.wachtwoord)
        self.nieuw.klaar.connect(self.ga_door)
        self.nieuw.gekeurd.connect(self._bij_gekeurd)
        self.kolom.addWidget(self.nieuw)
        self.ander = knop("Ik heb al een database…", self, "link", "map")
        self.ander.clicked.connect(self._kies_bestand)
        self.kolom.addWidget(self.ander, 0, Qt.AlignmentFlag.AlignLeft)
        self.sluit_af()

    def eerste_veld(self) -> QWidget:
        """The passphrase."""
        return self.nieuw.wachtwoord

    def ga_door(self) -> None:
        """Weigh what stands there first."""
        self.toon_fout("")
        self.nieuw.keur()

    def neem(self, wachtwoord: str) -> None:
        """Go on with a passphrase, however weak it is: the key is derived off this thread."""
        if wachtwoord == self.keuze.wachtwoord:  # the key that may be kept already stays
            self.verder.emit(self.keuze)
            return
        self._zet_bezig(True)
        voer_uit(partial(_leid_af, wachtwoord), self, klaar=self._bij_sleutel, mislukt=self._bij_fout)

    def _bij_gekeurd(self, bezwaar: str) -> None:
        self.toon_fout(bezwaar)
        if not bezwaar:
            self.neem(self.nieuw.tekst())

    def _bij_sleutel(self, afgeleid: tuple[str, Sleutelpaar]) -> None:
        self.verder.emit(self.keuze.met_wachtwoord(*afgeleid))

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self.toon_fout(str(fout))

    def _zet_bezig(self, bezig: bool) -> None:
        self.bezig = bezig
        for deel in (self.nieuw, self.ander, self.door):
            deel.setEnabled(not bezig)

    def _kies_bestand(self) -> None:
        pad = kies_bestand(self, "Open een database", Path.home(), DATABASEFILTER)
        if pad is not None:
            self.naar_ander_pad.emit(pad)


class Plaatsblad(Startblad):
    """Where the file comes; where one lies already, it can be opened instead."""

    def __init__(self, keuze: Startkeuze, parent: QWidget) -> None:
        super().__init__(
            keuze,
            "Waar komen uw scans?",
            "Alle scans komen in één versleuteld bestand, met de reservekopieën ernaast. Een gewone map op deze "
            "computer is het beste. Verplaatsen kan later, bij Instellingen.",
            parent,
        )
        self.plaats = label("", self)
        self.kolom.addWidget(self.plaats)
        self.bezwaar = label("", self, "waarschuwing")
        self.kolom.addWidget(self.bezwaar)
        self.anders = knop("Kies een andere map…", self, "link", "map")
        self.anders.clicked.connect(self._kies_map)
        self.kolom.addWidget(self.anders, 0, Qt.AlignmentFlag.AlignLeft)
        self.open = knop("Open de database die daar staat", self)
        self.open.clicked.connect(self._open)
        self.kolom.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.sluit_af()
        self._toon()

    def eerste_veld(self) -> QWidget:
        """The button that goes on: the place is usually good."""
        return self.door if self.door.isEnabled() else self.open

    def zet_map(self, folder: Path) -> None:
        """Take another folder."""
        self.keuze = replace(self.keuze, pad=folder / self.keuze.pad.name)
        self.pad = self.keuze.pad
        self._toon()

    def _toon(self) -> None:
        bezet = self.keuze.is_bezet
        self.plaats.setText(breekbaar(self.pad))
        zin = "In deze map staat al een database." if bezet else waarschuwing(self.pad.parent)
        self.bezwaar.setText(zin)
        self.bezwaar.setVisible(bool(zin))
        self.open.setVisible(bezet)
        self.door.setEnabled(not bezet)

    def _kies_map(self) -> None:
        folder = kies_map(self, "Kies een map voor de database")
        if folder is not None:
            self.zet_map(folder)

    def _open(self) -> None:
        self.naar_ander_pad.emit(self.pad)


class Sleutelblad(Startblad):
    """The herstelsleutel, and no way on before it has been kept."""

    def __init__(self, keuze: Startkeuze, vandaag: Callable[[], date], parent: QWidget) -> None:
        from vtscan_desktop.ui.toegang.herstelsleutel import (
            Herstelsleutel,  # brings in printing: not before it is needed
        )

        super().__init__(
            keuze,
            "Uw herstelsleutel",
            "Vergeet u uw wachtwoord, dan opent alleen deze sleutel uw scans nog. Niemand anders kan ze terughalen. "
            "Schrijf hem op of druk hem af, en bewaar hem achter slot.",
            parent,
        )
        self.sleutel = Herstelsleutel(keuze.herstelsleutel, keuze.pad, vandaag, self)
        self.kolom.addWidget(self.sleutel)
        self.kolom.addSpacing(thema().px(maten.KLEIN))
        self.bewaard = QCheckBox("Ik heb de herstelsleutel opgeschreven of afgedrukt", self)
        self.bewaard.setChecked(keuze.sleutel_bewaard)
        self.kolom.addWidget(self.bewaard)
        self.sluit_af()
        self.door.setEnabled(keuze.sleutel_bewaard)
        self.bewaard.toggled.connect(self.door.setEnabled)

    def lees(self) -> Startkeuze:
        """With whether the key was kept."""
        return replace(self.keuze, sleutel_bewaard=self.bewaard.isChecked())

    def eerste_veld(self) -> QWidget:
        """The box that says the key was kept."""
        return self.bewaard


class Zelfblad(Startblad):
    """Who the user is, to begin each scan with."""

    def __init__(self, keuze: Startkeuze, parent: QWidget) -> None:
        from vtscan_desktop.domain.risicoscan import Wie
        from vtscan_desktop.ui.bouwstenen.adviseurvelden import Adviseurvelden

        super().__init__(
            keuze,
            "Wie bent u?",
            "Zo begint elke nieuwe scan, en zo komt u in het rapport te staan. Het mag leeg blijven; wijzigen kan "
            "later, bij Instellingen.",
            parent,
        )
        self.vak = Adviseurvelden(keuze.adviseur or Wie(), self)
        for veld in self.vak.velden.values():
            veld.returnPressed.connect(self._volgende)
        self.kolom.addWidget(self.vak)
        self.kolom.addWidget(label("In rapporten voor wethouders staan geen namen.", self, "klein"))
        self.sluit_af()

    def lees(self) -> Startkeuze:
        """With who it is."""
        return self.keuze.met_adviseur(self.vak.wie())

    def eerste_veld(self) -> QWidget:
        """The function."""
        return next(iter(self.vak.velden.values()))

    def _volgende(self) -> None:
        velden = list(self.vak.velden.values())
        plek = velden.index(self.sender())  # type: ignore[arg-type]  # one of them
        if plek + 1 < len(velden):
            velden[plek + 1].setFocus()
        else:
            self.ga_door()


_BEGIN: tuple[tuple[bool, str, str], ...] = (
    (
        True,
        "Begin met het voorbeeld (IJsselland)",
        "Een ingevulde scan, gemaakt van openbare stukken, om alles te proberen. Overal staat VOORBEELD bij.",
    ),
    (False, "Begin leeg", "U maakt zelf een nieuwe scan, of importeert er een. Het voorbeeld kan later ook nog."),
)


class Beginblad(Startblad):
    """With what to begin; here it is all made."""

    def __init__(self, keuze: Startkeuze, parent: QWidget) -> None:
        uitleg = f"Het programma maakt nu uw database in {breekbaar(keuze.pad.parent)}. Tot hier is er niets bewaard."
        super().__init__(keuze, "Hoe wilt u beginnen?", uitleg, parent)
        groep = QButtonGroup(self)
        self.keuzen: dict[bool, QRadioButton] = {}
        for waarde, tekst, bij in _BEGIN:
            gemaakt = QRadioButton(tekst, self)
            gemaakt.setAccessibleDescription(bij)
            gemaakt.setChecked(waarde is keuze.met_voorbeeld)
            groep.addButton(gemaakt)
            self.keuzen[waarde] = gemaakt
            self.kolom.addWidget(gemaakt)
            uitleg_bij = label(bij, self, "gedempt")
            uitleg_bij.setContentsMargins(thema().px(maten.VENSTER), 0, 0, thema().px(maten.SMAL))
            self.kolom.addWidget(uitleg_bij)
        self.sluit_af("Begin")

    def lees(self) -> Startkeuze:
        """With the choice."""
        return replace(self.keuze, met_voorbeeld=self.keuzen[True].isChecked())

    def eerste_veld(self) -> QWidget:
        """What is chosen."""
        return self.keuzen[self.keuze.met_voorbeeld]

    def zet_bezig(self, bezig: bool) -> None:
        """While it is being made nothing can be changed."""
        self.bezig = bezig
        for deel in (*self.keuzen.values(), self.door, self.weer):
            deel.setEnabled(not bezig)
        self.door.setText("Bezig…" if bezig else "Begin")


def maak_blad(keuze: Startkeuze, vandaag: Callable[[], date], parent: QWidget) -> Startblad:
    """The sheet of the step that a choice is at."""
    soorten: dict[Startstap, Any] = {
        Startstap.WACHTWOORD: Wachtwoordblad,
        Startstap.PLAATS: Plaatsblad,
        Startstap.ZELF: Zelfblad,
        Startstap.BEGIN: Beginblad,
    }
    if keuze.stap is Startstap.SLEUTEL:
        return Sleutelblad(keuze, vandaag, parent)
    gemaakt: Startblad = soorten[keuze.stap](keuze, parent)
    return gemaakt
