"""Checks a report: whether it is as it was signed, by whom, and which scan it carries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_tijdstip, hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import Editie, Oordeel
from vtscan_desktop.services.druk import Drukuitkomst, Drukvergelijking, vergelijk_druk
from vtscan_desktop.services.rapporten import Controle, Handtekening, controleer_rapport
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.rijlijst import Beeldlabel
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.rapporten.meetekenen import Meetekenvenster
from vtscan_desktop.ui.teksten import scannaam, vingerafdruk_in_groepen
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(680, 640)
"""The size of the window, in px at 100%, where the screen has room for it."""

_GELDIG = "Dit rapport is geldig"
_NIET_GELDIG = "Dit rapport is niet geldig"
_UITLEG = {
    True: "Elke handtekening klopt, en na het tekenen is er niets veranderd dan wat mocht.",
    False: "Vertrouw niet op wat erin staat. Vraag de afzender om het rapport zoals het is ondertekend.",
}

_ZELF = (
    "Zelfondertekend: de identiteit is niet door derden bevestigd. Bel de ondertekenaar en vergelijk de vingerafdruk "
    "hieronder met de zijne; zijn ze gelijk, dan tekende diens sleutel."
)
_BEVESTIGD = "De identiteit is bevestigd door {}, een uitgever die deze computer vertrouwt."
_ONBEKEND = (
    "Het certificaat is uitgegeven door {}. Deze computer vertrouwt die uitgever niet of kent hem niet: vergelijk de "
    "vingerafdruk hieronder met wat de ondertekenaar zelf opgeeft."
)


def schrijf_vertrouwen(h: Handtekening) -> str:
    """What is known of who signed, for anyone."""
    if h.zelfondertekend:
        return _ZELF
    return (_BEVESTIGD if h.vertrouwd else _ONBEKEND).format(h.uitgever or "een onbekende uitgever")


def schrijf_dekking(h: Handtekening, later: list[Handtekening]) -> str:
    """What a signature covers, `later` being those that came after it; "" where it holds nothing."""
    if not h.geldig:
        return ""
    if h.volledig:
        return "Dekt het hele document, zoals het nu is."
    wie = opsomming([f"‘{ander.titel or ander.veld}’" for ander in later])
    erbij = f" Daarna is in het vak {wie} getekend." if later else ""
    return f"Dekt het hele document, zoals het was toen deze handtekening werd gezet.{erbij}"


def schrijf_wijzigingen(controle: Controle) -> list[str]:
    """What was changed after the first signature, for anyone; empty for a report that was never signed."""
    if controle.bezwaren or not controle.handtekeningen:
        return list(controle.bezwaren)
    if not all(h.geldig for h in controle.handtekeningen):
        return []
    later = [f"‘{h.titel or h.veld}’" for h in controle.handtekeningen[1:]]
    return [f"Alleen getekend in het vak {opsomming(later)}; dat mocht." if later else "Niets."]


_DRUK = {
    Drukuitkomst.GELIJK: "Nagegaan: het programma heeft het rapport opnieuw gemaakt uit de ingesloten scan, en elk "
    "woord en elk oordeel is gelijk aan wat hier gedrukt staat.",
    Drukuitkomst.ANDERE_VOLGORDE: "Niet bewezen: alle teksten uit de ingesloten scan staan in het rapport, maar niet "
    "op dezelfde plaats. Vergelijk zelf of bij elk topic het goede oordeel staat.",
    Drukuitkomst.AFWIJKEND: "Let op: wat gedrukt staat, is iets anders dan de ingesloten scan. Dit volgt uit de scan, "
    "maar staat niet in het rapport:",
    Drukuitkomst.ANDER_FORMAT: "Niet te vergelijken met wat gedrukt staat: het rapport heeft de titels van een eigen "
    "format dat hier niet aanwezig is.",
    Drukuitkomst.ONBEKEND: "Niet te vergelijken met wat gedrukt staat: het rapport is gemaakt met een ander "
    "programma of een andere versie, of in een andere tijdzone.",
}
_GOED = {Drukuitkomst.GELIJK: True, Drukuitkomst.AFWIJKEND: False}
_MEEST_GENOEMD = 3
_MEESTE_TEKENS = 120


def schrijf_druk(druk: Drukvergelijking) -> list[str]:
    """Whether the report prints what its scan says, for anyone."""
    zinnen = [_DRUK[druk.uitkomst], *_aangehaald(druk.niet_gedrukt)]
    if druk.niet_uit_scan and druk.uitkomst not in (Drukuitkomst.ONBEKEND, Drukuitkomst.ANDER_FORMAT):
        zinnen += ["Ook gedrukt, maar niet uit de scan:", *_aangehaald(druk.niet_uit_scan)]
    return zinnen


def _aangehaald(stukken: tuple[str, ...]) -> list[str]:
    kort = [stuk if len(stuk) <= _MEESTE_TEKENS else f"{stuk[:_MEESTE_TEKENS]}…" for stuk in stukken[:_MEEST_GENOEMD]]
    meer = len(stukken) - len(kort)
    return [*(f"‘{stuk}’" for stuk in kort), *([f"en nog {meer}."] if meer else [])]


def _controleer(pad: Path, sessie: Sessie | None, _melder: Melder) -> tuple[Controle, Drukvergelijking | None]:
    return controleer_rapport(pad), vergelijk_druk(pad, sessie.opslag if sessie else None)


class Controlevenster(QDialog):
    """The outcome of a check. `open_scan` carries the path of the report whose scan the user wants to open.

    With the `sessie` and `klok` of an open database the user can also sign.
    """

    open_scan = Signal(object)

    def __init__(
        self,
        pad: Path,
        parent: QWidget,
        *,
        sessie: Sessie | None = None,
        klok: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._pad = pad
        self._sessie, self._klok = sessie, klok
        self.controle: Controle | None = None
        self.druk: Drukvergelijking | None = None
        t = thema()
        self.setWindowTitle("Rapport controleren")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.RUIM))
        buiten.setSpacing(t.px(maten.KLEIN))
        self._naam = label(pad.name, self, "gedempt")
        buiten.addWidget(self._naam)
        self.oordeel = label("Bezig met controleren…", self, "titel")
        buiten.addWidget(self.oordeel)
        self.uitleg = label("", self)
        buiten.addWidget(self.uitleg)
        self.balk = QProgressBar(self)
        self.balk.setRange(0, 0)
        self.balk.setTextVisible(False)
        self.balk.setAccessibleName("Bezig met controleren")
        buiten.addWidget(self.balk)
        rol = Rolvak(self)
        self._vlak = rol.vlak
        self._kolom = QVBoxLayout(self._vlak)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(t.px(maten.KLEIN))
        buiten.addWidget(rol, 1)
        buiten.addLayout(self._maak_knoppen())
        self.resize(maat_over(parent, _MAAT))
        self._start(pad)

    def _start(self, pad: Path) -> None:
        """Check the report at `pad`, and show only that."""
        self._pad = pad
        self._naam.setText(pad.name)
        self.oordeel.setText("Bezig met controleren…")
        zet_eigenschap(self.oordeel, "uitkomst", "")
        self.uitleg.setText("")
        self.balk.show()
        self.overnemen.hide()
        self.meetekenen.hide()
        while (plek := self._kolom.takeAt(0)) is not None:
            if (oud := plek.widget()) is not None:
                oud.hide()
                oud.deleteLater()
        voer_uit(partial(_controleer, pad, self._sessie), self, klaar=self._bij_klaar, mislukt=self._bij_fout)

    def _maak_knoppen(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        self.overnemen = knop("Open deze scan", self)
        self.overnemen.setToolTip("Neemt de scan uit het rapport over als kopie")
        self.overnemen.clicked.connect(self._bij_open)
        self.overnemen.hide()
        rij.addWidget(self.overnemen)
        self.meetekenen = knop("Onderteken mee…", self)
        self.meetekenen.clicked.connect(self._bij_meetekenen)
        self.meetekenen.hide()
        rij.addWidget(self.meetekenen)
        rij.addStretch(1)
        self.sluiten = knop("Sluiten", self, "hoofd")
        self.sluiten.clicked.connect(self.close)
        rij.addWidget(self.sluiten)
        return rij

    def _bij_klaar(self, uitkomst: tuple[Controle, Drukvergelijking | None]) -> None:
        self.toon(*uitkomst)

    def toon(self, controle: Controle, druk: Drukvergelijking | None = None) -> None:
        """Show what the check found; it stays in `controle` and `druk`."""
        self.controle, self.druk = controle, druk
        self.balk.hide()
        self.oordeel.setText(_GELDIG if controle.geldig else _NIET_GELDIG)
        zet_eigenschap(self.oordeel, "uitkomst", "geldig" if controle.geldig else "ongeldig")
        self.uitleg.setText(_UITLEG[controle.geldig])
        for nr, handtekening in enumerate(controle.handtekeningen):
            self._toon_handtekening(handtekening, list(controle.handtekeningen[nr + 1 :]))
        if wijzigingen := schrijf_wijzigingen(controle):
            self._blok("Veranderd na het ondertekenen", wijzigingen)
        if controle.open_velden:
            self._blok("Nog te tekenen", [f"{hoofdletter(opsomming(list(controle.open_titels)))}."])
            self.meetekenen.setVisible(controle.geldig and self._sessie is not None)
        if controle.scan is not None:
            editie = "bestuurlijke editie" if controle.scan.editie is Editie.BESTUURLIJK else "volledige scan"
            self._blok(
                "De scan in dit rapport", [f"{scannaam(controle.scan.regio, controle.scan.peildatum)}, {editie}."]
            )
            if druk is not None:
                self._blok("Gedrukt en ingesloten", schrijf_druk(druk), goed=_GOED.get(druk.uitkomst))
            self.overnemen.show()
        # The identity and the changes were told above, each in its place.
        al_gezegd = (*controle.bezwaren, *(f"Zelfondertekend door ‘{h.naam}’" for h in controle.handtekeningen))
        overig = [melding for melding in controle.meldingen if not melding.startswith(al_gezegd)]
        if overig:
            self._blok("Wat opviel", overig)
        self._kolom.addStretch(1)

    def _toon_handtekening(self, handtekening: Handtekening, later: list[Handtekening]) -> None:
        tijd = format_tijdstip(handtekening.tijd) if handtekening.tijd else "een onbekend tijdstip"
        vak = handtekening.titel or handtekening.veld
        regels = [] if handtekening.geldig else ["Deze handtekening klopt niet."]
        regels.append(f"Getekend op {tijd} (volgens de ondertekenaar), in het vak ‘{vak}’.")
        if dekking := schrijf_dekking(handtekening, later):
            regels.append(dekking)
        if handtekening.vingerafdruk:
            regels.append(schrijf_vertrouwen(handtekening))
        groepen = vingerafdruk_in_groepen(handtekening.vingerafdruk)
        afdruk = f"Vingerafdruk: {groepen}" if groepen else ""
        self._blok(handtekening.naam or "Onbekende ondertekenaar", regels, afdruk, handtekening.geldig)

    def _blok(self, kop: str, regels: list[str], klein: str = "", goed: bool | None = None) -> None:
        t = thema()
        vak = QWidget(self._vlak)
        rij = QHBoxLayout(vak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(t.px(maten.KLEIN))
        if goed is not None:
            rij.addWidget(Beeldlabel(Oordeel.OP_ORDE if goed else Oordeel.NIET_OP_ORDE, vak, 18))
        kolom = QVBoxLayout()
        kolom.setSpacing(t.px(maten.KRAP))
        kolom.addWidget(label(kop, vak, "kop"))
        for regel in regels:
            kolom.addWidget(label(regel, vak))
        if klein:
            afdruk = label(klein, vak, "klein")
            afdruk.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            kolom.addWidget(afdruk)
        rij.addLayout(kolom, 1)
        if self._kolom.count():
            self._kolom.addWidget(lijn(self._vlak))
        self._kolom.addWidget(vak)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.balk.hide()
        self.oordeel.setText("Controleren is niet gelukt")
        zet_eigenschap(self.oordeel, "uitkomst", "ongeldig")
        self.uitleg.setText(str(fout))

    def _bij_meetekenen(self) -> None:
        if self._sessie is not None and self._klok is not None and self.controle is not None:
            venster = Meetekenvenster(self._pad, self.controle, self._sessie, self._klok, self)
            venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            venster.getekend.connect(self._start)
            venster.open()

    def _bij_open(self) -> None:
        self.open_scan.emit(self._pad)
        self.close()
