"""Reservekopieën: which there are, what is in each, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_tijdstip
from vtscan_desktop.services.herstel import Kopieinhoud, bekijk, zet_terug
from vtscan_desktop.services.reservekopieen import Reservekopie, lijst, verwijder
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_map
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.bouwstenen.zijlijst import Zijlijst
from vtscan_desktop.ui.langwerk import Afloop, Langwerk
from vtscan_desktop.ui.reservekopieen.oudekopieen import vraag_verwijderen
from vtscan_desktop.ui.teksten import SCANSTATUS, scannaam
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(860, 560)
_UITLEG = (
    "Het programma maakt ze zelf: bij het openen, elke twintig minuten dat er iets verandert, en vóór het overnemen "
    "van een scan. Ze zijn even versleuteld als de database."
)
ZET_TERUG = "Zet terug"
_BEZIG = "Even kijken wat erin staat…"


def _bekijk(pad: Path, geheim: str, _melder: Melder) -> tuple[Path, Kopieinhoud | str]:
    try:
        return pad, bekijk(pad, geheim)
    except VtscanFout as fout:
        return pad, str(fout)


def _zet_terug(database: Path, kopie: Path, geheim: str, nu: datetime, _melder: Melder) -> Path | None:
    return zet_terug(database, kopie, geheim, nu)


class Reservevenster(QDialog):
    """The backups of a database, the newest good one chosen. `teruggezet` carries the passphrase or key that opens
    what was put back, and the file in which the database as it was is kept (or None).

    `laat_los` is called before the database is replaced: whoever has it open lets go of it. It may raise `VtscanFout`,
    and then nothing happens.
    """

    teruggezet = Signal(str, object)
    mislukt = Signal(str, str)
    """Carries the key of the database that was let go of, and one sentence: nothing was put back."""

    def __init__(
        self,
        database: Path,
        geheim: str,
        klok: Callable[[], datetime],
        laat_los: Callable[[], None],
        parent: QWidget,
        tweede: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._eigen = self._geheim = geheim
        self._klok = klok
        self._laat_los = laat_los
        self._tweede = tweede
        self._inhoud: dict[Path, Kopieinhoud | str] = {}
        self._zoekt = True
        self.kopieen: tuple[Reservekopie, ...] = ()
        self.setWindowTitle("Reservekopieën")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        self._kolom = QVBoxLayout(self)
        rand = t.px(maten.BREED)
        self._kolom.setContentsMargins(rand, rand, rand, t.px(maten.RUIM))
        self._kolom.setSpacing(t.px(maten.GEWOON))
        self._kolom.addWidget(label("Reservekopieën", self, "titel"))
        self._kolom.addWidget(label(_UITLEG, self, "kicker"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.RUIM))
        rij.addWidget(self._maak_lijst())
        rij.addLayout(self._maak_rechts(), 1)
        self._kolom.addLayout(rij, 1)
        self._kolom.addLayout(self._maak_voet())
        self._vul()

    def voeg_toe(self, deel: QWidget) -> None:
        """Put a part above the buttons, such as the choice of a second place."""
        self._kolom.insertWidget(self._kolom.count() - 1, deel)

    def gekozen(self) -> Reservekopie | None:
        """The backup that is chosen."""
        rij = self.lijst.currentRow()
        return self.kopieen[rij] if 0 <= rij < len(self.kopieen) else None

    def reject(self) -> None:
        """Not while one is being put back."""
        if self.lijst.isEnabled():
            super().reject()

    def _maak_lijst(self) -> Zijlijst:
        self.lijst = Zijlijst("Reservekopieën", self)
        self.lijst.currentRowChanged.connect(self._bij_keus)
        return self.lijst

    def _maak_rechts(self) -> QVBoxLayout:
        kolom = QVBoxLayout()
        kolom.setSpacing(thema().px(maten.KLEIN))
        self.kop = label("", self, "tussenkop")
        kolom.addWidget(self.kop)
        rol = Rolvak(self, "")
        vak = QVBoxLayout(rol.vlak)
        vak.setContentsMargins(0, 0, 0, 0)
        self.beeld = label("", rol.vlak)
        self.beeld.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        vak.addWidget(self.beeld)
        vak.addStretch(1)
        kolom.addWidget(rol, 1)
        self.wachtwoord = RegelVeld("Wachtwoord van deze reservekopie", self)
        self.wachtwoord.setEchoMode(QLineEdit.EchoMode.Password)
        self.wachtwoord.setPlaceholderText("Wachtwoord van deze reservekopie")
        self.wachtwoord.returnPressed.connect(self._bij_wachtwoord)
        self.wachtwoord.hide()
        kolom.addWidget(self.wachtwoord)
        return kolom

    def _maak_voet(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(maten.KLEIN))
        self.fout = label("", self, "fout")
        rij.addWidget(self.fout, 1)
        self.weg = knop("Verwijder deze…", self)
        self.weg.clicked.connect(self._bij_weg)
        self.sluit = knop("Sluiten", self)
        self.sluit.clicked.connect(self.reject)
        self.terug = knop("Zet deze terug…", self, "hoofd")
        self.terug.setEnabled(False)
        self.terug.clicked.connect(self._bij_terug)
        for deze in (self.weg, self.sluit, self.terug):
            rij.addWidget(deze)
        return rij

    def _vul(self) -> None:
        tweede = self._tweede
        self.lijst.clear()
        try:
            self.kopieen = lijst(self._database, tweede)
        except VtscanFout as fout:
            self.fout.setText(str(fout))
        for kopie in self.kopieen:
            dag, _, uur = format_tijdstip(kopie.tijd.astimezone()).partition(", ")
            waar = f"\n{kopie.pad.parent.name}" if kopie.pad.parent == tweede else ""
            self.lijst.addItem(QListWidgetItem(f"{dag}\n{uur}{waar}"))
        if self.kopieen:
            self.lijst.setCurrentRow(0)
            self.lijst.setFocus()
        else:
            self.kop.setText("Er zijn geen reservekopieën")
            self.beeld.setText("De eerste komt vanzelf, als u een scan opent of er iets verandert.")
            self.terug.setEnabled(False)
            self.wachtwoord.hide()
        self.weg.setEnabled(bool(self.kopieen))

    def _bij_keus(self, _rij: int) -> None:
        kopie = self.gekozen()
        if kopie is None:
            return
        self.kop.setText(format_tijdstip(kopie.tijd.astimezone()))
        if kopie.pad in self._inhoud:
            self._toon(kopie.pad)
            return
        self.terug.setEnabled(False)
        self.wachtwoord.hide()
        self.beeld.setText(_BEZIG)
        self._vraag_inhoud(kopie.pad, self._geheim)

    def _vraag_inhoud(self, pad: Path, geheim: str) -> None:
        voer_uit(partial(_bekijk, pad, geheim), self, klaar=self._bij_inhoud, mislukt=self._bij_fout)

    def _bij_inhoud(self, gevonden: Any) -> None:
        pad, inhoud = gevonden
        self._inhoud[pad] = inhoud
        kopie = self.gekozen()
        if kopie is None or kopie.pad != pad:
            return
        rij = self.lijst.currentRow()
        if self._zoekt and isinstance(inhoud, str) and rij + 1 < len(self.kopieen):
            self.lijst.setCurrentRow(rij + 1)  # the newest that is whole is the one to begin with
            return
        self._zoekt = False
        self._toon(pad)

    def _toon(self, pad: Path) -> None:
        inhoud = self._inhoud[pad]
        goed = isinstance(inhoud, Kopieinhoud)
        self.beeld.setText(beschrijf(inhoud) if isinstance(inhoud, Kopieinhoud) else inhoud)
        self.wachtwoord.setVisible(not goed and "wachtwoord" in str(inhoud))
        self.terug.setEnabled(goed)

    def _bij_wachtwoord(self) -> None:
        kopie = self.gekozen()
        if kopie is not None and self.wachtwoord.tekst():
            self._geheim = self.wachtwoord.tekst()
            self.beeld.setText(_BEZIG)
            self._vraag_inhoud(kopie.pad, self._geheim)

    def _bij_terug(self) -> None:
        kopie = self.gekozen()
        if kopie is None or not self._mag_terug(kopie):
            return
        try:
            self._laat_los()
        except VtscanFout as fout:
            self.fout.setText(str(fout))
            return
        self._zet_bezig(True)
        werk = partial(_zet_terug, self._database, kopie.pad, self._geheim, self._klok())
        Langwerk.van(self).begin(
            self,
            "Reservekopie terugzetten",
            werk,
            klaar=self._bij_teruggezet,
            mislukt=self._bij_mislukt,
            vertel=vertel_terug,
        )

    def _mag_terug(self, kopie: Reservekopie) -> bool:
        """Say what is replaced by what, and that the present one is kept."""
        wanneer = format_tijdstip(kopie.tijd.astimezone())
        tekst = (
            f"De database {self._database.name} wordt vervangen door de reservekopie van {wanneer}. Wat er nu in "
            "staat, raakt u niet kwijt: het wordt eerst bewaard bij deze reservekopieën."
        )
        return vraag(self, "Deze reservekopie terugzetten?", tekst, ZET_TERUG) == ZET_TERUG

    def _bij_weg(self) -> None:
        kopie = self.gekozen()
        if kopie is not None and vraag_verwijderen((kopie.pad,), self):
            self._zet_bezig(True)
            voer_uit(
                partial(_verwijder, kopie.pad), self, klaar=self._bij_verwijderd, mislukt=self._bij_niet_verwijderd
            )

    def _bij_verwijderd(self, gebleven: tuple[Path, ...]) -> None:
        self._zet_bezig(False)
        self.fout.setText("De reservekopie kon niet verwijderd worden." if gebleven else "")
        self._vul()

    def _bij_niet_verwijderd(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self._bij_fout(fout)
        self._vul()

    def _bij_mislukt(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self.accept()
        self.mislukt.emit(self._eigen, f"{fout} Er is niets veranderd.")

    def _bij_teruggezet(self, bewaard: Any) -> None:
        self._zet_bezig(False)
        self.accept()
        self.teruggezet.emit(self._geheim, bewaard)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.fout.setText(str(fout))

    def _zet_bezig(self, bezig: bool) -> None:
        for deel in (self.lijst, self.weg, self.sluit, self.terug):
            deel.setEnabled(not bezig)
        self.terug.setText("Bezig…" if bezig else "Zet deze terug…")


def _verwijder(kopie: Path, _melder: Melder) -> tuple[Path, ...]:
    return verwijder((kopie,))


def vertel_terug(bewaard: Path | None) -> Afloop:
    """What stands there now, in words."""
    zin = "De database heeft nu de inhoud van de reservekopie, en opent met het wachtwoord van toen."
    if bewaard is not None:
        zin += f" De database van daarvoor is bewaard als {bewaard.name}."
    return Afloop("De reservekopie staat terug", zin)


def beschrijf(inhoud: Kopieinhoud) -> str:
    """What is in a backup, to read: the last change, and its scans."""
    if inhoud.gewijzigd is None:
        return "Er staat geen scan in."
    regels = [f"Laatste wijziging: {format_tijdstip(inhoud.gewijzigd.astimezone())}", ""]
    for scan in inhoud.scans:
        titel = f" – {scan.titel}" if scan.titel else ""
        regels.append(f"• {scannaam(scan.regio, scan.peildatum)}{titel} ({SCANSTATUS[scan.status]})")
    return "\n".join(regels)


class TweedePlaats(QWidget):
    """Where each backup also goes: a folder on a USB stick, say. `gekozen` carries it, or None."""

    gekozen = Signal(object)

    def __init__(self, nu: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema().px(maten.KLEIN))
        self._tekst = label("", self, "klein")
        rij.addWidget(self._tekst, 1)
        self.kies = knop("Kies een map…", self, "link", "map")
        self.kies.clicked.connect(self._bij_kies)
        self.weg = knop("Niet meer", self, "link")
        self.weg.clicked.connect(self._bij_weg)
        for deze in (self.kies, self.weg):
            rij.addWidget(deze)
        zet_soort(self, "doek")
        self.toon(nu)

    def toon(self, folder: Path | None) -> None:
        """Say which folder it is."""
        if folder is None:
            self._tekst.setText("Tweede plaats: geen. Kies bijvoorbeeld een map op een USB-stick.")
        else:
            er = "" if folder.is_dir() else " (nu niet aangesloten)"
            self._tekst.setText(f"Tweede plaats: {breekbaar(folder)}{er}")
        self.weg.setVisible(folder is not None)

    def _bij_kies(self) -> None:
        folder = kies_map(self, "Kies een map voor de tweede reservekopie")
        if folder is not None:
            self.gekozen.emit(folder)

    def _bij_weg(self) -> None:
        self.gekozen.emit(None)
