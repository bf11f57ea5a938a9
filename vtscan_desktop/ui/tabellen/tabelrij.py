"""One row of a table: its cells, what is wrong with them, and the button that removes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.notatie import hoofdletter, opsomming
from vtscan_desktop.domain.tekstversies import rijveld
from vtscan_desktop.services.tabelrijen import Celfout, Cellen, Celsoort, Kolom, Tabelsoort, normale_cel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.veldstroom import Veldstroom
from vtscan_desktop.ui.tabellen.cellen import Cel, TekstCel, zet_celvorm
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.versieknop import Versieknop

Veldmaker = Callable[[Kolom, str, QWidget], QWidget]
"""Makes the field of a column: (column, accessible name, parent)."""


class TabelRij(QFrame):
    """The fields of one row. The signals carry the row itself; `klaar` also the column where Enter was given."""

    veranderd = Signal(object)
    klaar = Signal(object, int)
    verwijder = Signal(object)

    def __init__(self, soort: Tabelsoort[Any], cellen: Cellen, parent: QWidget, maak_veld: Veldmaker) -> None:
        super().__init__(parent)
        self._soort = soort
        self._verborgen = list(cellen)
        self._velden: dict[int, QWidget] = {}
        self._getoond: set[int] = set()
        self._kaart: bool | None = None
        self._extra: QWidget | None = None
        self._versieknoppen: list[Versieknop] = []
        self._houder = QWidget(self)
        self._stroom = Veldstroom(self._houder)
        for i, kolom in enumerate(soort.kolommen):
            if not kolom.verborgen:
                self._voeg_veld_toe(i, kolom, maak_veld(kolom, kolom.kop, self._houder))
        self._bouw()
        self.zet_cellen(cellen)

    def cellen(self) -> Cellen:
        """The cells as typed, hidden ones included."""
        return tuple(
            self.cel(i).tekst() if i in self._velden else self._verborgen[i] for i in range(len(self._verborgen))
        )

    def zet_cellen(self, cellen: Cellen) -> None:
        """Show other cells; one that means the same is left alone, with its cursor."""
        self._verborgen = list(cellen)
        self._zet_sleutels()
        for i, (kolom, tekst) in enumerate(zip(self._soort.kolommen, cellen, strict=True)):
            if i in self._velden and normale_cel(kolom, self.cel(i).tekst()) != normale_cel(kolom, tekst):
                self.cel(i).zet_tekst(tekst)
        self.toon_fouten()

    def _zet_sleutels(self) -> None:
        """Let each text have the versions of this row."""
        sleutel = self._soort.sleutel(tuple(self._verborgen))
        for i, veld in self._velden.items():
            if isinstance(veld, TekstCel) and sleutel:
                veld.wordt(rijveld(sleutel, self._soort.kolommen[i].sleutel))

    def cel(self, kolom: int) -> Cel:
        """The field of a column that is not hidden."""
        return cast("Cel", self._velden[kolom])

    def velden(self) -> tuple[QWidget, ...]:
        """The fields in order."""
        return tuple(self._velden.values())

    def focusketen(self) -> list[QWidget]:
        """What the Tab key visits, in order."""
        keten: list[QWidget] = []
        for veld in self._velden.values():
            genest = getattr(veld, "focusketen", None)
            keten += genest() if genest else [veld]
        knoppen = [self._extra] if self._extra is not None else []
        return [*keten, *knoppen, self._weg]

    def veld(self, kolom: int) -> QWidget:
        """The widget of a column; the first one when that column is hidden."""
        return self._velden.get(kolom) or next(iter(self._velden.values()))

    def zet_extra(self, extra: QWidget) -> None:
        """Put one more control beside the remove button."""
        self._extra = extra
        self._knoppen.insertWidget(0, extra)

    def zet_nummer(self, tabel: str, plek: str, nummer: int) -> None:
        """Give all fields their name (for who hears the screen) and object name (to come back to)."""
        for i, veld in self._velden.items():
            kolom = self._soort.kolommen[i]
            naam = f"{tabel}, rij {nummer}, {kolom.kop[:1].lower()}{kolom.kop[1:]}"
            veld.setAccessibleName(naam)
            veld.setObjectName(f"{plek}:{nummer - 1}:{kolom.sleutel}")
            if kolom.soort is Celsoort.RIJEN:
                veld.hernoem(naam)  # type: ignore[attr-defined]
        for versies in self._versieknoppen:
            versies.benoem()
        self._weg.setAccessibleName(f"{tabel}, rij {nummer}, verwijderen")
        self._kop.setText(f"{hoofdletter(self._soort.ding)} {nummer}")

    def rijbreedte(self) -> int:
        """Least width, in px, to show the cells side by side."""
        return self._stroom.rijbreedte() + knopruimte()

    def zet_kaart(self, kaart: bool) -> None:
        """Show as a card (fields with labels) or as a row of cells."""
        t = thema()
        self._weg.setIcon(t.icoon("kruis", maat=12))
        self._weg.setIconSize(QSize(t.px(maten.ICOON), t.px(maten.ICOON)))
        self._stroom.invalidate()
        if kaart is not self._kaart:
            self._kaart = kaart
            zet_eigenschap(self, "soort", "kaart" if kaart else "")
            self._stroom.zet_kaart(kaart)
            for veld in self._velden.values():
                if not hasattr(veld, "focusketen"):
                    zet_celvorm(veld, los=kaart)
            self._kop.setVisible(kaart)
            self._lijn.setVisible(not kaart)
        rand = t.px(maten.GEWOON) if kaart else 0
        self._binnen.setContentsMargins(
            rand, t.px(maten.KLEIN) if kaart else t.px(maten.RAND), rand, rand if kaart else 0
        )
        self._rooster.addWidget(self._houder, 1 if kaart else 0, 0, 1, 2 if kaart else 1)
        self._weg.setFixedSize(knopruimte(), t.px(maten.KNOP))

    def vraag(self, tekst: str) -> None:
        """Ask, in the row itself, whether it may be removed."""
        self._vraagtekst.setText(tekst)
        self._vraag.show()
        self._ja.setFocus()

    def toon_fouten(self) -> None:
        """Mark what is wrong; not the cell that is being typed in, nor what is missing while the row has focus."""
        focus = QApplication.focusWidget()
        binnen = focus is not None and self.isAncestorOf(focus)
        cellen = self.cellen()
        fouten = () if self._soort.is_leeg(cellen) else self._soort.lees(cellen).fouten
        fouten = tuple(f for f in fouten if not (binnen and f.ontbreekt))
        zichtbaar = [f for f in fouten if f.kolom in self._getoond or self._velden.get(f.kolom) is not focus]
        self._getoond = {f.kolom for f in zichtbaar}
        for i, veld in self._velden.items():
            eigen = " ".join(f.tekst for f in zichtbaar if f.kolom == i)
            zet_eigenschap(veld, "fout", any(f.kolom == i and not f.ontbreekt for f in zichtbaar))
            veld.setToolTip(eigen or self._soort.kolommen[i].uitleg)
        self._fout.setText(self._zin(zichtbaar))
        zet_eigenschap(self._fout, "soort", "klein" if all(f.ontbreekt for f in zichtbaar) else "fout")
        self._fout.setVisible(bool(zichtbaar))

    def _zin(self, fouten: Sequence[Celfout]) -> str:
        koppen = [self._soort.kolommen[f.kolom].kop for f in fouten if f.ontbreekt]
        zinnen = [f.tekst for f in fouten if not f.ontbreekt]
        if koppen:
            namen = opsomming([f"{kop[:1].lower()}{kop[1:]}" for kop in koppen])
            zinnen.append(f"Vul nog in: {namen}. Tot dan telt deze rij niet mee.")
        return " ".join(zinnen)

    def _voeg_veld_toe(self, i: int, kolom: Kolom, veld: QWidget) -> None:
        self._velden[i] = veld
        self._stroom.voeg_toe(veld, kolom.breedte, kolom.rek, self._veldkop(kolom, veld))
        veld.setProperty("kolom", i)
        cel = self.cel(i)
        cel.veranderd.connect(self._bij_wijziging)
        cel.klaar.connect(self._bij_klaar)
        cel.verlaten.connect(self.toon_fouten)

    def _veldkop(self, kolom: Kolom, veld: QWidget) -> QWidget:
        """What a card shows above a field: its name, and for a long text the way to its versions."""
        naam = label(kolom.kop, self._houder, "veldlabel", breekt=False)
        if kolom.soort is not Celsoort.LANG or not isinstance(veld, TekstVlak):
            return naam
        kop = QWidget(self._houder)
        rij = QHBoxLayout(kop)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(naam, 1, Qt.AlignmentFlag.AlignBottom)
        self._versieknoppen.append(Versieknop(veld, kop))
        rij.addWidget(self._versieknoppen[-1])
        return kop

    def _bouw(self) -> None:
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        self._binnen = QVBoxLayout()
        self._binnen.setSpacing(t.px(maten.KRAP))
        buiten.addLayout(self._binnen)
        self._rooster = QGridLayout()
        self._rooster.setSpacing(0)
        self._rooster.setColumnStretch(0, 1)
        self._binnen.addLayout(self._rooster)
        self._kop = label("", self, "kop", breekt=False)
        self._rooster.addWidget(self._kop, 0, 0)
        self._knoppen = QHBoxLayout()
        self._knoppen.setSpacing(t.px(maten.SMAL))
        self._weg = knop("", self, "stil")
        self._weg.setToolTip(f"{hoofdletter(self._soort.ding)} verwijderen")
        self._weg.clicked.connect(self._bij_weg)
        self._knoppen.addWidget(self._weg)
        self._rooster.addLayout(self._knoppen, 0, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._fout = label("", self, "fout")
        self._fout.setContentsMargins(t.px(maten.KLEIN), 0, 0, t.px(maten.KRAP))
        self._binnen.addWidget(self._fout)
        self._bouw_vraag()
        self._lijn = lijn(self)
        buiten.addWidget(self._lijn)

    def _bouw_vraag(self) -> None:
        self._vraag = QWidget(self)
        rij = QVBoxLayout(self._vraag)
        rij.setContentsMargins(0, 0, 0, thema().px(maten.SMAL))
        self._vraagtekst = label("", self._vraag, "waarschuwing")
        rij.addWidget(self._vraagtekst)
        knoppen = QHBoxLayout()
        self._ja = knop("Toch verwijderen", self._vraag, "gevaar")
        self._ja.clicked.connect(self._bij_ja)
        nee = knop("Niet verwijderen", self._vraag)
        nee.clicked.connect(self._bij_nee)
        knoppen.addWidget(self._ja)
        knoppen.addWidget(nee)
        knoppen.addStretch(1)
        rij.addLayout(knoppen)
        self._vraag.hide()
        self._binnen.addWidget(self._vraag)

    def _bij_wijziging(self, _tekst: object) -> None:
        self.toon_fouten()
        self.veranderd.emit(self)

    def _bij_klaar(self) -> None:
        self.klaar.emit(self, int(self.sender().property("kolom")))

    def _bij_weg(self) -> None:
        self.verwijder.emit(self)

    def _bij_ja(self) -> None:
        self._vraag.hide()
        self.setProperty("bevestigd", True)
        self.verwijder.emit(self)

    def _bij_nee(self) -> None:
        self._vraag.hide()
        self._weg.setFocus()


def knopruimte() -> int:
    """Room for the remove button at the end of a row, in px."""
    return thema().px(maten.VENSTER + maten.HAAR)
