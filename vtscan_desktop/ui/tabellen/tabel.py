"""A table whose rows are typed in place: half-filled rows stay, and a removed row can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.notatie import hoofdletter, opsomming
from vtscan_desktop.services.tabelrijen import Cellen, Kolom, Tabelsoort, pak_in, pak_uit
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.rolvak import toon_cursor
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.veldstroom import Veldstroom
from vtscan_desktop.ui.tabellen.cellen import maak_cel_veld
from vtscan_desktop.ui.tabellen.inklapvak import Inklapvak
from vtscan_desktop.ui.tabellen.tabelrij import TabelRij, knopruimte
from vtscan_desktop.ui.thema import thema

RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RijenTabel(QWidget):
    """Shows and edits raw rows. `rijen_veranderd` fires once per change by the user, with all rows as typed.

    `naam` is what the table is called aloud; the object name of each cell is `<plek>:<row>:<column>`. When there is
    no room for the columns side by side each row becomes a card. It can itself be a cell (`veranderd`, `klaar`).
    """

    rijen_veranderd = Signal(object)
    geweigerd = Signal(str)
    """One Dutch sentence on why something typed was not taken over."""
    versies_gevraagd = Signal(object)
    """Asks for the earlier versions of the text in a cell, with its field."""
    veranderd = Signal(str)
    klaar = Signal()
    verlaten = Signal()

    def __init__(self, soort: Tabelsoort[Any], naam: str, plek: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.soort = soort
        self._naam = naam
        self._rijen: list[TabelRij] = []
        self._verwijderd: tuple[int, Cellen] | None = None
        self._kaart = soort.kaart
        self._volgt = QTimer(self, singleShot=True, interval=0)
        self._volgt.timeout.connect(self._toon_focus)
        self.setObjectName(plek)
        self.setAccessibleName(naam)
        self._bouw()
        thema().gewijzigd.connect(self._herschik)

    def rijen(self) -> tuple[Cellen, ...]:
        """All rows as typed; those of which nothing is filled in only when they have an id."""
        alle = (rij.cellen() for rij in self._rijen)
        return tuple(c for c in alle if self.soort.idkolom is not None or not self.soort.is_leeg(c))

    def zet_rijen(self, rijen: Sequence[Cellen]) -> None:
        """Show other rows. Cells that mean the same are left alone, and so is a new row that is still empty."""
        vol = [rij for rij in self._rijen if not self._is_vers(rij, rijen)]
        normaal = self.soort.normaal
        if [normaal(rij.cellen()) for rij in vol] == [normaal(cellen) for cellen in rijen]:
            return
        for rij, cellen in zip(vol, rijen, strict=False):
            rij.zet_cellen(cellen)
        for rij in vol[len(rijen) :]:
            self._haal_weg(rij)
        plek = self._rijen.index(vol[-1]) + 1 if vol and len(rijen) > len(vol) else 0
        for i, cellen in enumerate(rijen[len(vol) :]):
            self._zet_neer(cellen, plek + i)
        self._hernummer()
        self._zet_tabvolgorde()

    def tekst(self) -> str:
        """All rows as the text of one cell."""
        return pak_in([c for c in self.rijen() if not self.soort.is_leeg(c)])

    def zet_tekst(self, tekst: str) -> None:
        """Show rows that are the text of one cell."""
        self.zet_rijen(pak_uit(tekst, len(self.soort.kolommen)))

    def samenvatting(self) -> str:
        """What its rows are about, by their first column; "" without rows."""
        eerste = next(i for i, k in enumerate(self.soort.kolommen) if not k.verborgen)
        namen = dict(self.soort.kolommen[eerste].opties) | {"": "nog niet gekozen"}
        return opsomming([namen.get(rij.cellen()[eerste], rij.cellen()[eerste]) for rij in self._rijen])

    def hernoem(self, naam: str) -> None:
        """Take another name, when the row it is in has moved."""
        self._naam = naam
        self._hernummer()

    def rij(self, nummer: int) -> TabelRij:
        """A row by its place, from 0."""
        return self._rijen[nummer]

    def aantal(self) -> int:
        """How many rows are shown, empty ones included."""
        return len(self._rijen)

    def voeg_toe(self) -> TabelRij:
        """Add a new row at the end and go there, as the link below the table does."""
        rij = self._zet_neer(self.soort.nieuw(), len(self._rijen))
        self._hernummer()
        self._zet_tabvolgorde()
        self._meld()
        self._ga_naar(rij.velden()[0])
        return rij

    def focusketen(self) -> list[QWidget]:
        """What the Tab key visits, in order."""
        return [*(w for rij in self._rijen for w in rij.focusketen()), self._terug, self.toevoegen]

    def maak_extra(self, rij: TabelRij) -> QWidget | None:
        """One more control for a row; none here."""
        del rij
        return None

    def vraag_bij_verwijderen(self, cellen: Cellen) -> str:
        """What to ask before a row is removed; "" when it may simply go."""
        del cellen
        return ""

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Cards instead of rows when there is no room."""
        super().resizeEvent(e)
        if self._wil_kaart() is not self._kaart:
            self._herschik()

    def focusInEvent(self, e: QFocusEvent) -> None:
        """The focus belongs to a field."""
        super().focusInEvent(e)
        if self._rijen:
            self._rijen[0].velden()[0].setFocus()

    def _bouw(self) -> None:
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        self._kop = QWidget(self)
        koprij = QHBoxLayout(self._kop)
        koprij.setContentsMargins(0, 0, 0, 0)
        koprij.setSpacing(0)
        koppen = QWidget(self._kop)
        self._stroom = Veldstroom(koppen)
        for k in self.soort.kolommen:
            if not k.verborgen:
                self._stroom.voeg_toe(self._kolomkop(k, koppen), k.breedte, k.rek)
        koprij.addWidget(koppen, 1)
        koprij.addSpacing(knopruimte())
        kolom.addWidget(self._kop)
        self._koplijn = QFrame(self)
        zet_soort(self._koplijn, "koplijn")
        kolom.addWidget(self._koplijn)
        self._leeg = label(self.soort.leeg, self, "gedempt")
        kolom.addWidget(self._leeg)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(0)
        kolom.addLayout(self._vak)
        self._bouw_voet(kolom)
        kolom.addSpacing(t.px(maten.HAAR))
        self._herschik()

    def _kolomkop(self, kolom: Kolom, parent: QWidget) -> QWidget:
        kop = label(kolom.kop, parent, "kolomkop", breekt=False)
        kop.setToolTip(kolom.uitleg)
        if kolom.rechts:
            kop.setAlignment(RECHTS)
        return kop

    def _bouw_voet(self, kolom: QVBoxLayout) -> None:
        t = thema()
        self._herstelvak = QWidget(self)
        herstel = QHBoxLayout(self._herstelvak)
        herstel.setContentsMargins(t.px(maten.KLEIN), t.px(maten.KRAP), 0, 0)
        self._hersteltekst = label("", self._herstelvak, "gedempt", breekt=False)
        herstel.addWidget(self._hersteltekst)
        self._terug = knop("Ongedaan maken", self._herstelvak, "link")
        self._terug.clicked.connect(self._zet_terug)
        herstel.addWidget(self._terug)
        herstel.addStretch(1)
        self._herstelvak.hide()
        kolom.addWidget(self._herstelvak)
        voet = QHBoxLayout()
        links, boven = (0, maten.KLEIN) if self.soort.kaart else (maten.KRAP, maten.HAAR)
        voet.setContentsMargins(t.px(links), t.px(boven), 0, 0)
        self.toevoegen = knop(f"+ {hoofdletter(self.soort.ding)} toevoegen", self, "link")
        self.toevoegen.clicked.connect(self._bij_toevoegen)
        voet.addWidget(self.toevoegen)
        voet.addStretch(1)
        kolom.addLayout(voet)

    def _maak_veld(self, kolom: Kolom, naam: str, parent: QWidget) -> QWidget:
        if kolom.rijen is not None:
            genest = RijenTabel(kolom.rijen, naam, kolom.sleutel, parent)
            genest.rijen_veranderd.connect(self._bij_genest)
            genest.geweigerd.connect(self.geweigerd)
            genest.versies_gevraagd.connect(self.versies_gevraagd)
            return Inklapvak(genest, parent) if kolom.rijen.kaart else genest
        veld = maak_cel_veld(kolom, naam, parent, kaart=self.soort.kaart)
        if isinstance(veld, TekstVlak):
            veld.geweigerd.connect(self.geweigerd)
            veld.versies_gevraagd.connect(self.versies_gevraagd)
        return veld

    def _zet_neer(self, cellen: Cellen, plek: int) -> TabelRij:
        rij = TabelRij(self.soort, cellen, self, self._maak_veld)
        extra = self.maak_extra(rij)
        if extra is not None:
            rij.zet_extra(extra)
        rij.zet_kaart(self._kaart)
        rij.veranderd.connect(self._bij_wijziging)
        rij.klaar.connect(self._bij_klaar)
        rij.verwijder.connect(self._bij_verwijder)
        self._rijen.insert(plek, rij)
        self._vak.insertWidget(plek, rij)
        self._toon_kop()
        rij.show()
        return rij

    def _haal_weg(self, rij: TabelRij) -> None:
        self._rijen.remove(rij)
        self._vak.removeWidget(rij)
        rij.hide()
        rij.deleteLater()
        self._toon_kop()

    def _toon_kop(self) -> None:
        """The names of the columns; without rows a sentence on what comes here."""
        leeg = not self._rijen
        self._leeg.setVisible(leeg)
        for deel in (self._kop, self._koplijn):
            deel.setVisible(not leeg and not self._kaart)

    def _is_vers(self, rij: TabelRij, rijen: Sequence[Cellen]) -> bool:
        cellen = rij.cellen()
        kolom = self.soort.idkolom
        bekend = kolom is not None and any(c[kolom] == cellen[kolom] for c in rijen)
        return not bekend and self.soort.is_leeg(cellen)

    def _hernummer(self) -> None:
        for nummer, rij in enumerate(self._rijen, 1):
            rij.zet_nummer(self._naam, self.objectName(), nummer)

    def _zet_tabvolgorde(self) -> None:
        """The rows stand in the place of the table, and so do those of a table in a row."""
        buitenste, ouder = self, self.parentWidget()
        while ouder is not None:
            buitenste = ouder if isinstance(ouder, RijenTabel) else buitenste
            ouder = ouder.parentWidget()
        zet_tabvolgorde(buitenste._koplijn, buitenste.focusketen())

    def _wil_kaart(self) -> bool:
        return self.soort.kaart or self._stroom.rijbreedte() + knopruimte() > self.width()

    def _herschik(self) -> None:
        t = thema()
        self._kaart = self._wil_kaart()
        self._vak.setSpacing(t.px(maten.KLEIN) if self._kaart else 0)
        self._toon_kop()
        self._stroom.invalidate()
        for rij in self._rijen:
            rij.zet_kaart(self._kaart)

    def _meld(self) -> None:
        self.rijen_veranderd.emit(self.rijen())

    def _bij_wijziging(self, _rij: TabelRij) -> None:
        self._meld()

    def _bij_genest(self, _rijen: object) -> None:
        genest = self.sender()
        assert isinstance(genest, RijenTabel)
        genest.veranderd.emit(genest.tekst())

    def _bij_toevoegen(self) -> None:
        self.voeg_toe()

    def _bij_klaar(self, rij: TabelRij, kolom: int) -> None:
        i = self._rijen.index(rij)
        if self.soort.kaart:
            self.focusNextChild()
        elif i + 1 < len(self._rijen):
            self._ga_naar(self._rijen[i + 1].veld(kolom))
        elif not self.soort.is_leeg(rij.cellen()):
            self.voeg_toe()

    def _bij_verwijder(self, rij: TabelRij) -> None:
        cellen = rij.cellen()
        vraag = "" if rij.property("bevestigd") else self.vraag_bij_verwijderen(cellen)
        if vraag:
            rij.vraag(vraag)
            return
        plek = self._rijen.index(rij)
        self._haal_weg(rij)
        self._hernummer()
        self._verwijderd = None if self.soort.is_leeg(cellen) else (plek, cellen)
        self._hersteltekst.setText(f"{hoofdletter(self.soort.ding)} verwijderd.")
        self._herstelvak.setVisible(self._verwijderd is not None)
        self._ga_naar(self._terug if self._verwijderd else self.toevoegen)
        self._meld()

    @property
    def te_herstellen(self) -> bool:
        """Whether a row was removed that can still be put back."""
        return self._verwijderd is not None

    def _zet_terug(self) -> None:
        if self._verwijderd is None:
            return
        plek, cellen = self._verwijderd
        self._verwijderd = None
        rij = self._zet_neer(cellen, min(plek, len(self._rijen)))
        self._hernummer()
        self._zet_tabvolgorde()
        self._ga_naar(rij.velden()[0])
        self._herstelvak.hide()
        self._meld()

    def _ga_naar(self, veld: QWidget) -> None:
        veld.setFocus(Qt.FocusReason.TabFocusReason)  # as Tab does: what is typed replaces a date that stood there
        self._volgt.start()

    def _toon_focus(self) -> None:
        veld = QApplication.focusWidget()
        if veld is not None and self.isAncestorOf(veld):
            toon_cursor(veld)
