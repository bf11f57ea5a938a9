"""Signs a report that is there: which field, with which identity, and in which file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services import identiteiten as kast
from vtscan_desktop.services.identiteiten import Kaart
from vtscan_desktop.services.rapporten import Controle
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.tekenen import teken_mee
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, Taak, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.langwerk import Afloop, Langwerk
from vtscan_desktop.ui.rapporten.identiteiten import Identiteitenvenster, geldigheid_van, status_van
from vtscan_desktop.ui.thema import thema

_MAAT = 540, 470
"""The size of the window, in px at 100%."""

_UITLEG = (
    "Uw handtekening komt erbij in het vak dat u kiest. De inhoud en de handtekeningen die er al staan, blijven zoals "
    "ze zijn. Lees het rapport voordat u tekent."
)
_HIER, _NIEUW = "hier", "nieuw"
_TOCH = "Toch ondertekenen"


def _lees(sessie: Sessie, _melder: Melder) -> tuple[Kaart, ...]:
    return kast.kaarten(sessie.opslag)


def _teken(sessie: Sessie, pad: Path, doel: Path, veld: str, identiteit_id: str, nu: datetime, melder: Melder) -> Path:
    identiteit = kast.haal_identiteit(sessie.opslag, identiteit_id)
    # Before another file is replaced it was asked (`kies_doel`).
    teken_mee(pad, doel, veld, identiteit, nu=nu, vervang=True, voortgang=melder)
    return doel


def _vertel(doel: Path) -> Afloop:
    return Afloop("Het rapport is ondertekend", str(doel))


HOOGTE_MAX = 720
"""Highest the window opens, in px: it must fit on a screen of 800."""


class Meetekenvenster(QDialog):
    """`getekend` carries the path of the signed report."""

    getekend = Signal(object)

    def __init__(
        self, pad: Path, controle: Controle, sessie: Sessie, klok: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._pad, self._sessie, self._klok = pad, sessie, klok
        self._kaarten: tuple[Kaart, ...] = ()
        self._taak: Taak | None = None
        self.setWindowTitle("Onderteken mee")
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, t.px(maten.RUIM))
        rol = Rolvak(self)  # with large text it is higher than a screen
        buiten.addWidget(rol, 1)
        self._kolom = QVBoxLayout(rol.vlak)
        self._kolom.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.KLEIN))
        self._kolom.setSpacing(t.px(maten.KLEIN))
        self._kolom.addWidget(label("Onderteken mee", self, "titel"))
        self._kolom.addWidget(label(_UITLEG, self, "gedempt"))
        velden = list(zip(controle.open_velden, controle.open_titels, strict=True))
        self.veld = KeuzeVeld("In welk vak", velden, self)
        self._voeg_toe("In welk vak", self.veld)
        self.identiteit = KeuzeVeld("Met welke identiteit", [], self)
        self.identiteit.veranderd.connect(self._toon_identiteit)
        self._voeg_toe("Met welke identiteit", self.identiteit)
        self._status = label("", self, "klein")
        self._kolom.addWidget(self._status)
        self.beheer = knop("Identiteiten…", self, "link")
        self.beheer.clicked.connect(self._toon_beheer)
        self._kolom.addWidget(self.beheer)
        self.waar = Knoppenrij("Waar het komt", self, wisbaar=False)
        self.waar.voeg_toe(_HIER, "In dit bestand")
        self.waar.voeg_toe(_NIEUW, "In een nieuw bestand…")
        self.waar.zet_waarde(_HIER)
        self._voeg_toe("Waar het komt", self.waar)
        self.fout = label("", self, "waarschuwing")
        self.fout.hide()
        self._kolom.addWidget(self.fout)
        self._kolom.addStretch(1)
        buiten.addLayout(self._maak_knoppen())
        self.resize(t.px(_MAAT[0]), min(t.px(_MAAT[1]), HOOGTE_MAX))
        self._lees_kaarten()

    def _voeg_toe(self, tekst: str, veld: QWidget) -> None:
        self._kolom.addWidget(label(tekst, self, "veldlabel", buddy=veld))
        self._kolom.addWidget(veld)

    def _maak_knoppen(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setContentsMargins(thema().px(maten.VENSTER), 0, thema().px(maten.VENSTER), 0)
        rij.setSpacing(thema().px(maten.KLEIN))
        self.balk = QProgressBar(self)
        self.balk.setAccessibleName("Voortgang van het ondertekenen")
        self.balk.setTextVisible(False)
        self.balk.hide()
        rij.addWidget(self.balk, 1)
        rij.addStretch(0)
        self.annuleer = knop("Annuleren", self)
        self.annuleer.clicked.connect(self.reject)
        rij.addWidget(self.annuleer)
        self.teken = knop("Onderteken", self, "hoofd")
        self.teken.setEnabled(False)
        self.teken.clicked.connect(self._bij_teken)
        rij.addWidget(self.teken)
        return rij

    def reject(self) -> None:
        """Escape or Annuleren: while signing, stop that first."""
        if self._taak is None:
            super().reject()
            return
        self._taak.breek_af()
        self.annuleer.setEnabled(False)

    def _lees_kaarten(self) -> None:
        voer_uit(partial(_lees, self._sessie), self, klaar=self._bij_kaarten, mislukt=self._toon_fout)

    def _bij_kaarten(self, kaarten: tuple[Kaart, ...]) -> None:
        self._kaarten = kaarten
        self.identiteit.clear()
        for kaart in kaarten:
            self.identiteit.addItem(kaart.kenmerken.naam, kaart.id)
            if kaart.actief:
                self.identiteit.zet_waarde(kaart.id)
        self._toon_identiteit()

    def _kaart(self) -> Kaart | None:
        return next((kaart for kaart in self._kaarten if kaart.id == self.identiteit.waarde()), None)

    def _toon_identiteit(self, _id: str = "") -> None:
        kaart = self._kaart()
        self.teken.setEnabled(kaart is not None)
        self.identiteit.setEnabled(kaart is not None)
        self._status.setText(
            "U hebt nog geen identiteit. Maak er een, of neem er een over uit een bestand."
            if kaart is None
            else f"{status_van(kaart)}\n{geldigheid_van(kaart)}"
        )

    def _toon_beheer(self) -> None:
        venster = Identiteitenvenster(self._sessie, self._klok, ("", ""), self)
        venster.gewijzigd.connect(self._lees_kaarten)
        venster.open()

    def _bij_teken(self) -> None:
        kaart = self._kaart()
        if kaart is None:
            return
        self.fout.hide()
        zinnen = kast.waarschuwingen(kaart.kenmerken, self._klok(), self._sessie.laatste_moment())
        if zinnen and vraag(self, "Nu ondertekenen?", "\n\n".join(zinnen), _TOCH) != _TOCH:
            return
        doel = self._pad if self.waar.waarde() == _HIER else self._kies_doel()
        if doel is not None:
            self.onderteken(doel, kaart)

    def _kies_doel(self) -> Path | None:
        voorstel = self._pad.with_stem(f"{self._pad.stem}-ondertekend")
        return kies_doel(self, "Waar komt het rapport?", voorstel, "PDF (*.pdf)")

    def onderteken(self, doel: Path, kaart: Kaart) -> None:
        """Sign into `doel`, off this thread."""
        self._zet_bezig(True)
        veld = self.veld.waarde()
        werk = partial(_teken, self._sessie, self._pad, doel, veld, kaart.id, self._klok())
        self._taak = Langwerk.van(self).begin(
            self,
            "Rapport ondertekenen",
            werk,
            klaar=self._bij_klaar,
            mislukt=self._bij_fout,
            vertel=_vertel,
            voortgang=self._bij_voortgang,
        )

    def _zet_bezig(self, bezig: bool) -> None:
        for deel in (self.veld, self.identiteit, self.beheer, self.waar, self.teken):
            deel.setEnabled(not bezig)
        self.annuleer.setText("Afbreken" if bezig else "Annuleren")
        self.annuleer.setEnabled(True)
        self.balk.setVisible(bezig)
        self.balk.setRange(0, 0)
        self._taak = None

    def _bij_voortgang(self, tekst: str, stap: int, van: int) -> None:
        self.balk.setRange(0, van)
        self.balk.setValue(stap - 1)
        self.balk.setAccessibleDescription(tekst)

    def _bij_klaar(self, doel: Path) -> None:
        self._zet_bezig(False)
        self.getekend.emit(doel)
        self.accept()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self._toon_fout(fout)

    def _toon_fout(self, fout: VtscanFout) -> None:
        self.fout.setText(str(fout))
        self.fout.show()
