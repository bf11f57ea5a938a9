"""The first window: a passphrase opens the database, or the first start makes one.

It imports nothing of the store: that takes longer than showing this window, and is done on a thread while the user
types.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.onderdelen import breekbaar, knop, label, zet_soort
from vtscan_desktop.ui.rolvak import Rolvak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.velden import RegelVeld

if TYPE_CHECKING:
    from vtscan_desktop.services.sessie import Sessie

MIN_WACHTWOORD = 8
"""Fewest characters of a new passphrase; each guess costs a thief about 0.1 s of computing."""
BREEDTE = 520
_NA_TEKENEN_MS = 30
"""When to begin fetching the rest: the window is painted first, and the two would be in each other's way."""
_FILTER = "Database van vtscan (*.vtdb);;Alle bestanden (*)"


def _warm_op(_melder: Melder) -> None:
    import vtscan_desktop.services.sessie  # noqa: F401  # the costly imports, while the user types


def _maak(pad: Path, wachtwoord: str, _melder: Melder) -> Sessie:
    from vtscan_desktop.services.sessie import Sessie

    return Sessie.maak(pad, wachtwoord)


def _open(pad: Path, geheim: str, _melder: Melder) -> Sessie:
    from vtscan_desktop.services.sessie import Sessie

    return Sessie.open(pad, geheim)


class _Blad(QWidget):
    """One sheet of the window: heading, explanation, fields, one sentence for errors."""

    naar_ander_pad = Signal(object)

    def __init__(self, pad: Path, titel: str, uitleg: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.pad = pad
        t = thema()
        self.kolom = QVBoxLayout(self)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(t.px(8))
        self.kolom.addWidget(label(titel, self, "titel"))
        self.kolom.addWidget(label(uitleg, self, "gedempt"))
        self.kolom.addSpacing(t.px(8))
        self.fout = label("", self, "fout")
        self.fout.hide()

    def eerste_veld(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def toon_fout(self, tekst: str) -> None:
        """Show one sentence, or none."""
        self.fout.setText(tekst)
        self.fout.setVisible(bool(tekst))

    def veld(self, naam: str) -> RegelVeld:
        """Add a field for a secret, with its name above it."""
        gemaakt = RegelVeld(naam, self)
        gemaakt.setEchoMode(QLineEdit.EchoMode.Password)
        gemaakt.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.veldnaam = label(naam, self, "kop", buddy=gemaakt)
        self.kolom.addWidget(self.veldnaam)
        self.kolom.addWidget(gemaakt)
        return gemaakt

    def plaatsregel(self, knoptekst: str, doe: Callable[[], None]) -> None:
        """Where the file lies, and a way to choose another place."""
        self.kolom.addSpacing(thema().px(4))
        self.kolom.addWidget(label("Database", self, "kop"))
        self.kolom.addWidget(label(breekbaar(self.pad), self, "gedempt"))
        anders = knop(knoptekst, self, "link", "map")
        anders.clicked.connect(doe)
        self.kolom.addWidget(anders, 0, Qt.AlignmentFlag.AlignLeft)

    def knoppen(self, *rij: QWidget) -> None:
        """The row of buttons at the end, at the right."""
        self.kolom.addWidget(self.fout)
        self.kolom.addSpacing(thema().px(8))
        regel = QHBoxLayout()
        regel.addStretch(1)
        for deze in rij:
            regel.addWidget(deze)
        self.kolom.addLayout(regel)


class EersteStart(_Blad):
    """No database yet: choose a passphrase and a place. `gekozen` carries the passphrase."""

    gekozen = Signal(str)

    def __init__(self, pad: Path, parent: QWidget) -> None:
        super().__init__(
            pad,
            "Eerste start",
            "Uw scans komen in één versleuteld bestand op deze computer. Er gaat niets over het netwerk. "
            "Kies een wachtwoord; daarna krijgt u een herstelsleutel voor als u het vergeet.",
            parent,
        )
        self.wachtwoord = self.veld("Wachtwoord")
        self.kolom.addWidget(
            label(
                f"Minstens {MIN_WACHTWOORD} tekens. Een zin van vijf woorden is sterk en goed te onthouden.",
                self,
                "klein",
            )
        )
        self.herhaling = self.veld("Nog een keer")
        self.zichtbaar = QCheckBox("Toon wat ik typ", self)
        self.zichtbaar.toggled.connect(self._zet_zichtbaar)
        self.kolom.addWidget(self.zichtbaar)
        self.plaatsregel("Kies een andere map…", self._kies_map)
        self.maak = knop("Maak de database", self, "hoofd")
        self.maak.clicked.connect(self._bij_maak)
        self.wachtwoord.returnPressed.connect(self.herhaling.setFocus)
        self.herhaling.returnPressed.connect(self._bij_maak)
        self.knoppen(self.maak)

    def eerste_veld(self) -> QWidget:
        """The passphrase."""
        return self.wachtwoord

    def zet_bezig(self, bezig: bool) -> None:
        """While the key is derived nothing can be changed."""
        for deel in (self.wachtwoord, self.herhaling, self.maak):
            deel.setEnabled(not bezig)
        self.maak.setText("Bezig…" if bezig else "Maak de database")

    def bezwaar(self) -> str:
        """Why this passphrase can't be taken, or ""."""
        wachtwoord = self.wachtwoord.tekst()
        if len(wachtwoord.strip()) < MIN_WACHTWOORD:
            return f"Kies een wachtwoord van minstens {MIN_WACHTWOORD} tekens."
        if wachtwoord != self.herhaling.tekst():
            return "De twee wachtwoorden zijn niet gelijk."
        return ""

    def _zet_zichtbaar(self, aan: bool) -> None:
        wijze = QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password
        self.wachtwoord.setEchoMode(wijze)
        self.herhaling.setEchoMode(wijze)

    def _bij_maak(self) -> None:
        bezwaar = self.bezwaar()
        self.toon_fout(bezwaar)
        if not bezwaar:
            self.gekozen.emit(self.wachtwoord.tekst())

    def _kies_map(self) -> None:
        gekozen = QFileDialog.getExistingDirectory(self, "Kies een map voor de database")
        if gekozen:
            self.naar_ander_pad.emit(Path(gekozen) / self.pad.name)


class Ontgrendelen(_Blad):
    """There is a database: its passphrase, or the herstelsleutel. `gekozen` carries what was typed."""

    gekozen = Signal(str)

    def __init__(self, pad: Path, parent: QWidget) -> None:
        super().__init__(pad, "Risicoscans openen", "De scans zijn versleuteld. Uw wachtwoord opent ze.", parent)
        self._met_sleutel = False
        self.geheim = self.veld("Wachtwoord")
        self.zichtbaar = QCheckBox("Toon wat ik typ", self)
        self.zichtbaar.toggled.connect(self._zet_zichtbaar)
        self.kolom.addWidget(self.zichtbaar)
        self.vergeten = knop("Wachtwoord vergeten? Gebruik de herstelsleutel", self, "link")
        self.vergeten.clicked.connect(self._wissel)
        self.kolom.addWidget(self.vergeten, 0, Qt.AlignmentFlag.AlignLeft)
        self.plaatsregel("Andere database openen…", self._kies_bestand)
        nieuw = knop("Nieuwe database maken…", self, "link", "plus")
        nieuw.clicked.connect(self._kies_nieuw)
        self.kolom.addWidget(nieuw, 0, Qt.AlignmentFlag.AlignLeft)
        self.open = knop("Openen", self, "hoofd")
        self.open.clicked.connect(self._bij_open)
        self.geheim.returnPressed.connect(self._bij_open)
        self.knoppen(self.open)

    def eerste_veld(self) -> QWidget:
        """The passphrase."""
        return self.geheim

    def zet_bezig(self, bezig: bool) -> None:
        """While the key is derived nothing can be changed; after a wrong one it stands ready to be typed again."""
        self.geheim.setEnabled(not bezig)
        self.open.setEnabled(not bezig)
        self.open.setText("Bezig met openen…" if bezig else "Openen")
        if not bezig:
            self.geheim.setFocus()
            self.geheim.selectAll()

    def _zet_zichtbaar(self, aan: bool) -> None:
        self.geheim.setEchoMode(QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password)

    def _wissel(self) -> None:
        self._met_sleutel = not self._met_sleutel
        naam = "Herstelsleutel" if self._met_sleutel else "Wachtwoord"
        self.veldnaam.setText(naam)
        self.geheim.setAccessibleName(naam)
        self.geheim.clear()
        self.geheim.setPlaceholderText("zestien groepen van vier tekens" if self._met_sleutel else "")
        self.zichtbaar.setChecked(self._met_sleutel)
        andere = "Toch met het wachtwoord" if self._met_sleutel else "Wachtwoord vergeten? Gebruik de herstelsleutel"
        self.vergeten.setText(andere)
        self.geheim.setFocus()

    def _bij_open(self) -> None:
        geheim = self.geheim.tekst()
        if not geheim.strip():
            self.toon_fout("Vul uw herstelsleutel in." if self._met_sleutel else "Vul uw wachtwoord in.")
            return
        self.toon_fout("")
        self.gekozen.emit(geheim)

    def _kies_bestand(self) -> None:
        gekozen, _ = QFileDialog.getOpenFileName(self, "Open een database", str(self.pad.parent), _FILTER)
        if gekozen:
            self.naar_ander_pad.emit(Path(gekozen))

    def _kies_nieuw(self) -> None:
        gekozen, _ = QFileDialog.getSaveFileName(self, "Nieuwe database", str(self.pad.parent), _FILTER)
        if gekozen:
            self.naar_ander_pad.emit(Path(gekozen).with_suffix(self.pad.suffix))


class Sleutelblad(_Blad):
    """After the database was made: the herstelsleutel, and no way on before it has been kept. `verder` says so."""

    verder = Signal()

    def __init__(self, sessie: Sessie, vandaag: Callable[[], date], parent: QWidget) -> None:
        from vtscan_desktop.ui.herstelsleutel import Herstelsleutel  # brings in printing: not before it is needed

        super().__init__(
            sessie.pad,
            "Uw herstelsleutel",
            "Vergeet u uw wachtwoord, dan opent alleen deze sleutel uw scans nog. Niemand anders kan ze terughalen. "
            "Schrijf hem op of druk hem af, en bewaar hem achter slot.",
            parent,
        )
        self.sleutel = Herstelsleutel(sessie.herstelsleutel, sessie.pad, vandaag, self)
        self.kolom.addWidget(self.sleutel)
        self.kolom.addSpacing(thema().px(8))
        self.bewaard = QCheckBox("Ik heb de herstelsleutel opgeschreven of afgedrukt", self)
        self.kolom.addWidget(self.bewaard)
        self.door = knop("Verder", self, "hoofd")
        self.door.setEnabled(False)
        self.bewaard.toggled.connect(self.door.setEnabled)
        self.door.clicked.connect(self.verder)
        self.knoppen(self.door)

    def eerste_veld(self) -> QWidget:
        """The box that says the key was kept."""
        return self.bewaard


class Toegang(QWidget):
    """The window before all others. `geopend` carries the `Sessie`, which then belongs to the receiver."""

    geopend = Signal(object)

    def __init__(self, pad: Path, vandaag: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vandaag = vandaag
        self._sessie: Sessie | None = None
        self._opgewarmd = False
        self.blad: EersteStart | Ontgrendelen | Sleutelblad
        self.setWindowTitle("vtscan – Risicoscan Veilig Thuis")
        t = thema()
        self.setWindowIcon(t.icoon("app", maat=64))
        zet_soort(self, "doek")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        rol = Rolvak(self)
        buiten.addWidget(rol)
        midden = QVBoxLayout(rol.vlak)
        midden.setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(24))
        midden.addStretch(1)
        self._kaart = self._maak_kaart(rol.vlak)
        rij = QHBoxLayout()  # no alignment: an aligned item gets no height for its width, and text would be cut off
        rij.addStretch(1)
        rij.addWidget(self._kaart)
        rij.addStretch(1)
        midden.addLayout(rij)
        midden.addStretch(1)
        self.zet_pad(pad)
        self.resize(t.px(760), t.px(640))

    def zet_pad(self, pad: Path) -> None:
        """Ask for the passphrase of the database at `pad`, or to make one when there is none."""
        blad: EersteStart | Ontgrendelen = (
            Ontgrendelen(pad, self._kaart) if pad.exists() else EersteStart(pad, self._kaart)
        )
        blad.naar_ander_pad.connect(self.zet_pad)
        blad.gekozen.connect(self._bij_gekozen)
        self._toon_blad(blad)

    def probeer(self, geheim: str) -> None:
        """Open, or make, the database with a passphrase that was given elsewhere."""
        self._bij_gekozen(geheim)

    def showEvent(self, e: QShowEvent) -> None:
        """Once the window is there, fetch what opening needs."""
        super().showEvent(e)
        if not self._opgewarmd:
            self._opgewarmd = True
            QTimer.singleShot(_NA_TEKENEN_MS, self, self._warm_op)

    def _warm_op(self) -> None:
        voer_uit(_warm_op, self, mislukt=self._bij_fout)

    def sluit(self) -> None:
        """Close a database that was made but not handed on."""
        if self._sessie is not None:
            self._sessie.sluit()
            self._sessie = None

    def closeEvent(self, e: QCloseEvent) -> None:
        """A window of its own that closes lets go of its database."""
        self.sluit()
        super().closeEvent(e)

    def _maak_kaart(self, parent: QWidget) -> QFrame:
        t = thema()
        kaart = QFrame(parent)
        zet_soort(kaart, "kaart")
        kaart.setFixedWidth(min(t.px(BREEDTE), 1200))
        kolom = QVBoxLayout(kaart)
        kolom.setContentsMargins(t.px(32), t.px(28), t.px(32), t.px(28))
        kolom.setSpacing(t.px(16))
        merk = QHBoxLayout()
        merk.setSpacing(t.px(10))
        beeld = label("", kaart, breekt=False)
        beeld.setPixmap(t.pixmap("app", maat=28))
        merk.addWidget(beeld)
        merk.addWidget(label("Risicoscan Veilig Thuis", kaart, "kop", breekt=False), 1)
        kolom.addLayout(merk)
        return kaart

    def _toon_blad(self, blad: EersteStart | Ontgrendelen | Sleutelblad) -> None:
        kolom = self._kaart.layout()
        assert kolom is not None
        if kolom.count() > 1:
            kolom.removeWidget(self.blad)
            self.blad.hide()
            self.blad.deleteLater()
        self.blad = blad
        kolom.addWidget(blad)
        blad.eerste_veld().setFocus()

    def _bij_gekozen(self, geheim: str) -> None:
        assert not isinstance(self.blad, Sleutelblad)
        self.blad.zet_bezig(True)
        werk = _open if isinstance(self.blad, Ontgrendelen) else _maak
        voer_uit(partial(werk, self.blad.pad, geheim), self, klaar=self._bij_sessie, mislukt=self._bij_fout)

    def _bij_sessie(self, sessie: Any) -> None:
        if isinstance(self.blad, Ontgrendelen):
            self.geopend.emit(sessie)
            return
        self._sessie = sessie
        blad = Sleutelblad(sessie, self._vandaag, self._kaart)
        blad.verder.connect(self._bij_verder)
        self._toon_blad(blad)

    def _bij_verder(self) -> None:
        sessie, self._sessie = self._sessie, None
        self.geopend.emit(sessie)

    def _bij_fout(self, fout: VtscanFout) -> None:
        if not isinstance(self.blad, Sleutelblad):
            self.blad.zet_bezig(False)
        self.blad.toon_fout(str(fout))
