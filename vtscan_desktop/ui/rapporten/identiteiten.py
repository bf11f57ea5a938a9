"""The identities to sign with: see them, make one, take one in from a file, choose the one that signs, drop one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.services import identiteiten as kast
from vtscan_desktop.services.identiteiten import Kaart
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, Werk, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_bestand
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.rapporten.identiteitweg import Verwijdervraag
from vtscan_desktop.ui.teksten import ZELFONDERTEKEND, vingerafdruk_in_groepen
from vtscan_desktop.ui.thema import thema

_UITLEG = (
    "Een identiteit is een certificaat met een geheime sleutel. Zij wordt versleuteld in uw database bewaard. "
    "Wie vaker met dezelfde identiteit tekent, is te herkennen aan de vingerafdruk."
)
_NIEUW = (
    "Vul in wat bij de handtekening komt te staan. De bestuurlijke editie noemt functies, geen personen; een naam mag "
    "wel. Niemand anders controleert dit: de identiteit heet daarom zelfondertekend."
)
_BESTAND = (
    "Kies het bestand (.p12 of .pfx) dat u van een uitgever kreeg, bijvoorbeeld van uw organisatie. Het wachtwoord "
    "wordt alleen gebruikt om het te openen."
)
_SLEUTELS = (("ec", "EC P-256 (gewoon)"), ("rsa", "RSA-3072 (voor oudere software)"))
_MAAT = QSize(660, 600)


def status_van(kaart: Kaart) -> str:
    """What is known of who holds an identity, in words."""
    k = kaart.kenmerken
    return f"Uitgegeven door {k.uitgever}" if not k.zelfondertekend else ZELFONDERTEKEND.capitalize()


def geldigheid_van(kaart: Kaart) -> str:
    """Kind of key, and from when to when the certificate holds."""
    k = kaart.kenmerken
    return (
        f"{k.sleutel} · geldig van {format_datum(k.geldig_vanaf.astimezone().date())} "
        f"tot en met {format_datum(k.geldig_tot.astimezone().date())}"
    )


def _lees(sessie: Sessie, _melder: Melder) -> tuple[Kaart, ...]:
    return kast.kaarten(sessie.opslag)


def _kies(sessie: Sessie, identiteit_id: str, _melder: Melder) -> tuple[Kaart, ...]:
    kast.kies(sessie.opslag, identiteit_id)
    return kast.kaarten(sessie.opslag)


def _maak(sessie: Sessie, wie: tuple[str, str, str], nu: datetime, _melder: Melder) -> tuple[Kaart, ...]:
    kast.maak_nieuwe(sessie.opslag, *wie, nu)
    return kast.kaarten(sessie.opslag)


def _neem_over(sessie: Sessie, pad: Path, wachtwoord: str, nu: datetime, _melder: Melder) -> tuple[Kaart, ...]:
    kast.importeer(sessie.opslag, pad, wachtwoord, nu)
    return kast.kaarten(sessie.opslag)


def _zoek_gebruik(sessie: Sessie, identiteit_id: str, _melder: Melder) -> tuple[str, tuple[str, ...]]:
    return identiteit_id, kast.getekende_rapporten(sessie.opslag, identiteit_id)


def _verwijder(sessie: Sessie, identiteit_id: str, opvolger: str | None, _melder: Melder) -> tuple[Kaart, ...]:
    kast.verwijder(sessie.opslag, identiteit_id, opvolger)
    return kast.kaarten(sessie.opslag)


class Identiteitenvenster(QDialog):
    """`gewijzigd` tells that another identity is the active one, or that there is a new one or one less."""

    gewijzigd = Signal()

    def __init__(self, sessie: Sessie, klok: Callable[[], datetime], wie: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._sessie = sessie
        self._klok = klok
        self._kaarten: list[Identiteitkaart] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Identiteiten")
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.RUIM))
        buiten.setSpacing(t.px(maten.KLEIN))
        buiten.addWidget(label("Waarmee u ondertekent", self, "titel"))
        self._rol = rol = Rolvak(self)
        self._kolom = QVBoxLayout(rol.vlak)
        self._kolom.setContentsMargins(0, 0, t.px(maten.SMAL), 0)
        self._kolom.setSpacing(t.px(maten.KLEIN))
        self._kolom.addWidget(label(_UITLEG, rol.vlak, "gedempt"))
        self._lijst = QWidget(rol.vlak)
        QVBoxLayout(self._lijst).setContentsMargins(0, 0, 0, 0)
        self._kolom.addWidget(self._lijst)
        self.nieuw = NieuweIdentiteit(wie, rol.vlak)
        self.nieuw.maak.clicked.connect(self._bij_maken)
        self.bestand = IdentiteitUitBestand(rol.vlak)
        self.bestand.neem.clicked.connect(self._bij_overnemen)
        self.weg = Verwijdervraag(rol.vlak)
        self.weg.verwijder.clicked.connect(self._bij_verwijderen)
        self.weg.toch_niet.clicked.connect(self._bij_toch_niet)
        self.fout = label("", rol.vlak, "waarschuwing")
        self.fout.hide()
        for deel in (self.nieuw, self.bestand, self.weg, self.fout):
            self._kolom.addWidget(deel)
        self._kolom.addStretch(1)
        buiten.addWidget(rol, 1)
        buiten.addLayout(self._maak_knoppen())
        self.resize(maat_over(parent, _MAAT))
        self._voer_uit(partial(_lees, sessie), veranderd=False)

    def kaarten(self) -> list[Identiteitkaart]:
        """The identities as shown, from top to bottom."""
        return list(self._kaarten)

    def _maak_knoppen(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(maten.KLEIN))
        self.erbij = knop("Nieuwe identiteit…", self, icoon="plus")
        self.erbij.clicked.connect(self._toon_nieuw)
        self.uit_bestand = knop("Uit een bestand…", self, icoon="invoer")
        self.uit_bestand.clicked.connect(self._toon_bestand)
        rij.addWidget(self.erbij)
        rij.addWidget(self.uit_bestand)
        rij.addStretch(1)
        self.sluiten = knop("Sluiten", self, "hoofd")
        self.sluiten.clicked.connect(self.close)
        rij.addWidget(self.sluiten)
        return rij

    def _toon_nieuw(self) -> None:
        self._wissel(self.nieuw)
        self.nieuw.naam.setFocus()

    def _toon_bestand(self) -> None:
        self._wissel(self.bestand)
        self.bestand.kies.setFocus()

    def _wissel(self, open_: QWidget | None) -> None:
        self.fout.hide()
        for deel in (self.nieuw, self.bestand, self.weg):
            deel.setVisible(deel is open_)
        if open_ is not None:
            QTimer.singleShot(0, self, self._rol_naar_onder)  # once there is room for it

    def _rol_naar_onder(self) -> None:
        balk = self._rol.verticalScrollBar()
        balk.setValue(balk.maximum())

    def _bij_maken(self) -> None:
        wie = (self.nieuw.naam.tekst(), self.nieuw.organisatie.tekst(), self.nieuw.soort.waarde())
        self._voer_uit(partial(_maak, self._sessie, wie, self._klok()))

    def _bij_overnemen(self) -> None:
        if self.bestand.pad is not None:
            wachtwoord = self.bestand.wachtwoord.text()
            self._voer_uit(partial(_neem_over, self._sessie, self.bestand.pad, wachtwoord, self._klok()))

    def _bij_kies(self, identiteit_id: str) -> None:
        self._voer_uit(partial(_kies, self._sessie, identiteit_id))

    def _bij_weg(self, identiteit_id: str) -> None:
        self.fout.hide()
        self._zet_bezig(True)
        voer_uit(
            partial(_zoek_gebruik, self._sessie, identiteit_id), self, klaar=self._vraag_weg, mislukt=self._bij_fout
        )

    def _vraag_weg(self, gevonden: tuple[str, tuple[str, ...]]) -> None:
        self._zet_bezig(False)
        identiteit_id, rapporten = gevonden
        kaarten = {getoond.kaart.id: getoond.kaart for getoond in self._kaarten}
        kaart = kaarten.pop(identiteit_id)
        self.weg.vraag_over(kaart, list(kaarten.values()), rapporten)
        self._wissel(self.weg)
        self.weg.toch_niet.setFocus()

    def _bij_toch_niet(self) -> None:
        self._wissel(None)
        self.sluiten.setFocus()

    def _bij_verwijderen(self) -> None:
        if self.weg.kaart is not None:
            self._voer_uit(partial(_verwijder, self._sessie, self.weg.kaart.id, self.weg.gekozen_opvolger()))

    def _voer_uit(self, werk: Werk, *, veranderd: bool = True) -> None:
        self.fout.hide()
        self._zet_bezig(True)
        klaar = self._bij_veranderd if veranderd else self._toon
        voer_uit(werk, self, klaar=klaar, mislukt=self._bij_fout)

    def _zet_bezig(self, bezig: bool) -> None:
        for deel in (self._lijst, self.nieuw, self.bestand, self.weg, self.erbij, self.uit_bestand):
            deel.setEnabled(not bezig)

    def _bij_veranderd(self, kaarten: tuple[Kaart, ...]) -> None:
        self.bestand.wis()
        self._toon(kaarten)
        self.gewijzigd.emit()

    def _toon(self, kaarten: tuple[Kaart, ...]) -> None:
        self._zet_bezig(False)
        for oud in self.kaarten():
            oud.hide()
            oud.deleteLater()
        self._kaarten.clear()
        kolom = self._lijst.layout()
        assert kolom is not None
        for kaart in kaarten:
            getoond = Identiteitkaart(kaart, self._klok(), self._lijst)
            getoond.gekozen.connect(self._bij_kies)
            getoond.weg_ermee.connect(self._bij_weg)
            self._kaarten.append(getoond)
            kolom.addWidget(getoond)
        zet_tabvolgorde(self._lijst, (deze for kaart in self._kaarten for deze in kaart.findChildren(QPushButton)))
        self._wissel(None if kaarten else self.nieuw)
        self.sluiten.setFocus()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self.fout.setText(str(fout))
        self.fout.show()
        QTimer.singleShot(0, self, self._rol_naar_onder)


class Identiteitkaart(QFrame):
    """One identity. `gekozen` and `weg_ermee` carry its id."""

    gekozen = Signal(str)
    weg_ermee = Signal(str)

    def __init__(self, kaart: Kaart, nu: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.kaart = kaart
        zet_soort(self, "kaart")
        t = thema()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        rij.setSpacing(t.px(maten.GEWOON))
        kolom = QVBoxLayout()
        kolom.setSpacing(t.px(maten.KRAP))
        kolom.addWidget(label(kaart.kenmerken.naam, self, "kop"))
        kolom.addWidget(label(status_van(kaart), self))
        kolom.addWidget(label(geldigheid_van(kaart), self, "klein"))
        afdruk = label(f"Vingerafdruk: {vingerafdruk_in_groepen(kaart.kenmerken.vingerafdruk)}", self, "klein")
        afdruk.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kolom.addWidget(afdruk)
        for zin in kast.waarschuwingen(kaart.kenmerken, nu):
            kolom.addWidget(label(zin, self, "waarschuwing"))
        rij.addLayout(kolom, 1)
        rij.addLayout(self._maak_knoppen(kaart))

    def _maak_knoppen(self, kaart: Kaart) -> QVBoxLayout:
        kolom = QVBoxLayout()
        kolom.setSpacing(thema().px(maten.SMAL))
        rechts = Qt.AlignmentFlag.AlignRight
        self.kies: QPushButton | None = None
        if kaart.actief:
            kolom.addWidget(label("In gebruik", self, "merk", breekt=False), 0, rechts)
        else:
            self.kies = knop("Gebruik deze", self)
            self.kies.setAccessibleName(f"Gebruik deze: {kaart.kenmerken.naam}")
            self.kies.clicked.connect(self._bij_kies)
            kolom.addWidget(self.kies, 0, rechts)
        self.verwijder = knop("Verwijderen…", self, "link")
        self.verwijder.setAccessibleName(f"Verwijderen: {kaart.kenmerken.naam}")
        self.verwijder.clicked.connect(self._bij_verwijder)
        kolom.addWidget(self.verwijder, 0, rechts)
        kolom.addStretch(1)
        return kolom

    def _bij_kies(self) -> None:
        self.gekozen.emit(self.kaart.id)

    def _bij_verwijder(self) -> None:
        self.weg_ermee.emit(self.kaart.id)


def _formulier(parent: QFrame, kop: str, uitleg: str) -> QVBoxLayout:
    zet_soort(parent, "kaart")
    t = thema()
    kolom = QVBoxLayout(parent)
    kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
    kolom.setSpacing(t.px(maten.SMAL))
    kolom.addWidget(label(kop, parent, "kop"))
    kolom.addWidget(label(uitleg, parent, "gedempt"))
    parent.hide()
    return kolom


class NieuweIdentiteit(QFrame):
    """Asks for whom an identity is made; `wie` is the function and organisation to begin with."""

    def __init__(self, wie: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        kolom = _formulier(self, "Nieuwe identiteit", _NIEUW)
        self.naam = RegelVeld("Naam of functie", self, maximum=100)
        self.naam.zet_tekst(wie[0])
        self.organisatie = RegelVeld("Organisatie", self, maximum=100)
        self.organisatie.zet_tekst(wie[1])
        for tekst, veld in (("Naam of functie", self.naam), ("Organisatie", self.organisatie)):
            kolom.addWidget(label(tekst, self, "veldlabel", buddy=veld))
            kolom.addWidget(veld)
        kolom.addWidget(label("Soort sleutel", self, "veldlabel"))
        self.soort = Knoppenrij("Soort sleutel", self, wisbaar=False)
        for waarde, tekst in _SLEUTELS:
            self.soort.voeg_toe(waarde, tekst)
        self.soort.zet_waarde(_SLEUTELS[0][0])
        kolom.addWidget(self.soort)
        self.maak = knop("Maak identiteit", self, "hoofd")
        kolom.addSpacing(thema().px(maten.KRAP))
        kolom.addWidget(self.maak, 0, Qt.AlignmentFlag.AlignLeft)
        self.organisatie.returnPressed.connect(self.maak.click)


class IdentiteitUitBestand(QFrame):
    """Asks for a PKCS#12 file and its passphrase."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pad: Path | None = None
        kolom = _formulier(self, "Identiteit uit een bestand", _BESTAND)
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(maten.KLEIN))
        self.kies = knop("Kies een bestand…", self, icoon="map")
        self.kies.clicked.connect(self._bij_kies)
        rij.addWidget(self.kies)
        self._naam = label("Nog geen bestand gekozen", self, "gedempt")
        rij.addWidget(self._naam, 1)
        kolom.addLayout(rij)
        self.wachtwoord = QLineEdit(self)
        self.wachtwoord.setAccessibleName("Wachtwoord van dit bestand")
        self.wachtwoord.setEchoMode(QLineEdit.EchoMode.Password)
        kolom.addWidget(label("Wachtwoord van dit bestand", self, "veldlabel", buddy=self.wachtwoord))
        kolom.addWidget(self.wachtwoord)
        self.neem = knop("Neem over", self, "hoofd")
        self.neem.setEnabled(False)
        kolom.addSpacing(thema().px(maten.KRAP))
        kolom.addWidget(self.neem, 0, Qt.AlignmentFlag.AlignLeft)
        self.wachtwoord.returnPressed.connect(self.neem.click)

    def zet_pad(self, pad: Path) -> None:
        """Choose the file."""
        self.pad = pad
        self._naam.setText(pad.name)
        self.neem.setEnabled(True)
        self.wachtwoord.setFocus()

    def wis(self) -> None:
        """Forget file and passphrase."""
        self.pad = None
        self._naam.setText("Nog geen bestand gekozen")
        self.neem.setEnabled(False)
        self.wachtwoord.clear()

    def _bij_kies(self) -> None:
        pad = kies_bestand(self, "Kies een identiteitsbestand", Path.home(), "Identiteit (*.p12 *.pfx)")
        if pad is not None:
            self.zet_pad(pad)
