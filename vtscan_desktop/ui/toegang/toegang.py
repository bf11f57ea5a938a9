"""The first window: a passphrase opens the database, or the first start makes one.

It imports nothing of the store: that takes longer than showing this window, and is done on a thread while the user
types.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.toegangsblad import DATABASEFILTER, Toegangsblad

if TYPE_CHECKING:
    from vtscan_desktop.services.sessie import Sessie
    from vtscan_desktop.ui.bouwstenen.achtergrond import Melder
    from vtscan_desktop.ui.reservekopieen.herstelweg import Herstelweg
    from vtscan_desktop.ui.toegang.eerste_start import EersteStart

_MAAT = 760, 640
"""The size of the window with the recovery key, in px at 100%."""

BREEDTE = 520
_OPENEN = ("Risicoscans openen", "De scans zijn versleuteld. Uw wachtwoord opent ze.")
_VERGRENDELD = ("Vergrendeld", "Alles is bewaard. Met uw wachtwoord gaat u verder waar u was.")


def _warm_op(_melder: Melder) -> None:
    nieuw = "vtscan_desktop.ui.scans.startpagina" not in sys.modules
    import vtscan_desktop.services.sessie
    import vtscan_desktop.ui.scans.startpagina  # noqa: F401  # the costly imports, while the user types

    if nieuw:  # all of it stays: looking for garbage in it takes longer than showing all scans
        gc.freeze()


def _haal(pad: Path, _melder: Melder) -> str | None:
    from vtscan_desktop.services.sleutelbos import haal

    return haal(pad)


def _open(pad: Path, geheim: str, _melder: Melder) -> Sessie:
    from vtscan_desktop.services.sessie import Sessie

    return Sessie.open(pad, geheim)


def _nu() -> datetime:
    return datetime.now().astimezone()


class Ontgrendelen(Toegangsblad):
    """There is a database: its passphrase, or the herstelsleutel. `gekozen` carries what was typed.

    `teruggezet` carries what opens the backup that was put in its place.
    """

    gekozen = Signal(str)
    teruggezet = Signal(str)

    def __init__(self, pad: Path, vergrendeld: bool, parent: QWidget) -> None:
        titel, uitleg = _VERGRENDELD if vergrendeld else _OPENEN
        super().__init__(pad, titel, uitleg, parent)
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

    @cached_property
    def herstelweg(self) -> Herstelweg:
        """The way to a backup, for a database that does not open; what it carries opens that."""
        from vtscan_desktop.ui.reservekopieen.herstelweg import Herstelweg

        gemaakt = Herstelweg(self, _nu)
        gemaakt.klaar.connect(self.teruggezet)
        return gemaakt

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

    @property
    def bezig(self) -> bool:
        """Whether it waits for something."""
        return not self.open.isEnabled()

    def neem_over(self, oud: Toegangsblad | EersteStart) -> None:
        """Show what was typed on a sheet that this one takes the place of."""
        if isinstance(oud, Ontgrendelen):
            if oud._met_sleutel:
                self._wissel()
            self.geheim.setText(oud.geheim.text())
            self.toon_fout(oud.fout.text())

    def wacht_op(self, bezig: str) -> None:
        """What went on when the window was locked is finished first: so long nothing can be opened."""
        self.uitleg.setText(f"Alles is bewaard. Nog bezig: {bezig.lower()}. Zodra dat klaar is, kunt u hier verder.")
        self._zet_open(False)

    def ga_verder(self, titel: str) -> None:
        """It is done, with this outcome: the rest is told once the window is open."""
        klaar = f"{titel}. " if titel else ""
        self.uitleg.setText(f"Alles is bewaard. {klaar}Met uw wachtwoord gaat u verder waar u was.")
        self._zet_open(True)
        self.geheim.setFocus()

    def _zet_open(self, aan: bool) -> None:
        for deel in (self.geheim, *self.findChildren(QAbstractButton)):
            deel.setEnabled(aan)

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
        from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_bestand

        pad = kies_bestand(self, "Open een database", self.pad.parent, DATABASEFILTER)
        if pad is not None:
            self.naar_ander_pad.emit(pad)

    def _kies_nieuw(self) -> None:
        from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel

        pad = kies_doel(self, "Nieuwe database", self.pad.parent, DATABASEFILTER, vraagt_later=True)
        if pad is not None:  # one that is there is opened, never replaced
            self.naar_ander_pad.emit(pad)


class Toegang(QWidget):
    """The window before all others. `geopend` carries the `Sessie`, which then belongs to the receiver.

    `vergrendeld`: the database at `pad` was open a moment ago, and the user comes back to it. `uit_sleutelbos`: the
    system's keyring is asked for its passphrase first, as the user chose.
    """

    geopend = Signal(object)

    def __init__(
        self,
        pad: Path,
        vandaag: Callable[[], date] = date.today,
        parent: QWidget | None = None,
        *,
        vergrendeld: bool = False,
        uit_sleutelbos: bool = False,
    ) -> None:
        super().__init__(parent)
        self._vergrendeld = pad if vergrendeld else None
        self._uit_bos = pad if uit_sleutelbos else None
        self._vandaag = vandaag
        self._geheim = ""
        self.blad: EersteStart | Ontgrendelen
        self.setWindowTitle("vtscan – Risicoscan Veilig Thuis")
        t = thema()
        zet_soort(self, "doek")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buiten = QVBoxLayout(self)
        self._buiten.setContentsMargins(0, 0, 0, 0)
        self._maak_rol()
        self.zet_pad(pad)
        self.resize(t.px(_MAAT[0]), t.px(_MAAT[1]))
        t.gewijzigd.connect(self._bij_thema)

    def _maak_rol(self) -> None:
        """The card, in the middle of what scrolls."""
        t = thema()
        self._rol = Rolvak(self)
        self._buiten.addWidget(self._rol)
        vlak = self._rol.vlak
        midden = QVBoxLayout(vlak)
        midden.setContentsMargins(t.px(maten.VENSTER), t.px(maten.VENSTER), t.px(maten.VENSTER), t.px(maten.VENSTER))
        midden.addStretch(1)
        self._kaart = self._maak_kaart(vlak)
        rij = QHBoxLayout()  # no alignment: an aligned item gets no height for its width, and text would be cut off
        rij.addStretch(1)
        rij.addWidget(self._kaart, 100)
        rij.addStretch(1)
        midden.addLayout(rij)
        midden.addStretch(1)

    def zet_pad(self, pad: Path) -> None:
        """Ask for the passphrase of the database at `pad`, or to make one when there is none."""
        if not pad.exists():
            self._begin_eerste_start(pad)
            return
        blad = Ontgrendelen(pad, pad == self._vergrendeld, self._kaart)
        blad.naar_ander_pad.connect(self.zet_pad)
        blad.gekozen.connect(self._bij_gekozen)
        blad.teruggezet.connect(self.probeer)
        self._toon_blad(blad)

    def _bij_thema(self) -> None:
        """Sizes and icons are made with the sheets: make the one that is shown anew, with what was typed."""
        oud = self.blad
        if oud.bezig:
            return
        self._buiten.removeWidget(self._rol)
        self._rol.hide()
        self._rol.deleteLater()
        self._maak_rol()
        self.zet_pad(oud.pad)
        self.blad.neem_over(oud)

    def probeer(self, geheim: str) -> None:
        """Open the database with a passphrase that was given elsewhere, or begin to make one with it."""
        if isinstance(self.blad, Ontgrendelen):
            self._bij_gekozen(geheim)
        else:
            self.blad.neem_wachtwoord(geheim)

    @property
    def toont(self) -> Toegangsblad:
        """The sheet that is shown; of a first start that of the step it is at."""
        return self.blad if isinstance(self.blad, Ontgrendelen) else self.blad.blad

    @property
    def te_verliezen(self) -> bool:
        """Whether closing now would lose something that was filled in."""
        return not isinstance(self.blad, Ontgrendelen) and self.blad.te_verliezen

    def _begin_eerste_start(self, pad: Path) -> None:
        from vtscan_desktop.ui.toegang.eerste_start import EersteStart  # only where there is nothing to open

        blad = EersteStart(pad, self._vandaag, self._kaart)
        blad.naar_ander_pad.connect(self.zet_pad)
        blad.ingericht.connect(self.geopend)
        self._toon_blad(blad)

    def bereid_voor(self) -> None:
        """Fetch what opening needs, and the passphrase if the keyring has it: the user sees the window already."""
        from vtscan_desktop.ui.bouwstenen.achtergrond import voer_uit

        voer_uit(_warm_op, self, mislukt=self._bij_fout)
        if self._uit_bos is not None and self._uit_bos == self.blad.pad:
            voer_uit(partial(_haal, self._uit_bos), self, klaar=self._bij_bos, mislukt=self._bij_fout)

    def _bij_bos(self, geheim: str | None) -> None:
        """The keyring answered; who is typing already, or chose another database, is left alone."""
        blad = self.blad
        if geheim and isinstance(blad, Ontgrendelen) and blad.pad == self._uit_bos and not blad.geheim.text():
            self._bij_gekozen(geheim)

    def wacht_op(self, bezig: str) -> None:
        """Nothing can be opened while this goes on, as a noun ("Rapport maken")."""
        if isinstance(self.blad, Ontgrendelen):
            self.blad.wacht_op(bezig)

    def neem_nieuwe_plek(self, pad: Path) -> None:
        """The database that was locked lies there now."""
        self._vergrendeld = pad
        self.zet_pad(pad)

    def ga_verder(self, titel: str) -> None:
        """It is done, with this outcome ("" for none to tell)."""
        if isinstance(self.blad, Ontgrendelen):
            self.blad.ga_verder(titel)

    def _maak_kaart(self, parent: QWidget) -> QFrame:
        t = thema()
        kaart = QFrame(parent)
        zet_soort(kaart, "kaart")
        kaart.setMaximumWidth(min(t.px(BREEDTE), 1200))
        kolom = QVBoxLayout(kaart)
        kolom.setContentsMargins(t.px(maten.PAGINA), t.px(maten.PAGINA), t.px(maten.PAGINA), t.px(maten.PAGINA))
        kolom.setSpacing(t.px(maten.RUIM))
        merk = QHBoxLayout()
        merk.setSpacing(t.px(maten.KLEIN))
        beeld = label("", kaart, breekt=False)
        beeld.setPixmap(t.pixmap("app", maat=28))
        merk.addWidget(beeld)
        merk.addWidget(label("Risicoscan Veilig Thuis", kaart, "kop", breekt=False), 1)
        kolom.addLayout(merk)
        return kaart

    def _toon_blad(self, blad: EersteStart | Ontgrendelen) -> None:
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
        from vtscan_desktop.ui.bouwstenen.achtergrond import voer_uit

        assert isinstance(self.blad, Ontgrendelen)
        self.blad.zet_bezig(True)
        self._geheim = geheim
        voer_uit(partial(_open, self.blad.pad, geheim), self, klaar=self._bij_sessie, mislukt=self._bij_fout)

    def _bij_sessie(self, sessie: Any) -> None:
        self.geopend.emit(sessie)

    def _bij_fout(self, fout: VtscanFout) -> None:
        blad = self.blad
        if isinstance(blad, Ontgrendelen):
            blad.zet_bezig(False)
            blad.toon_fout(str(fout))
            blad.herstelweg.bied_aan(self._geheim, fout)
        else:
            blad.toon_fout(str(fout))
