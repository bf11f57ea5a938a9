"""The header: which scan, its stand, the voorstel, and when all was last kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import Knop, knop, label, zet_uitleg
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.teksten import SCANSTATUS, scanmerk
from vtscan_desktop.ui.thema import thema

_BEKNOPTST = 8
BEELD_VAN_CATEGORIE = {
    1: "oordeel-op_orde",
    2: "oordeel-pril",
    3: "oordeel-niet_op_orde",
    None: "oordeel-niet_besproken",
}


class Categoriechip(Knop):
    """A pill with shape, colour and words for the voorstel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._teksten = ("", "", "")
        self.setObjectName("voorstel")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def zet_kort(self, kort: int) -> None:
        """Say it in full (0), in a word or two (1), or as no more than which categorie (2)."""
        self.setText(f" {self._teksten[kort]}")

    def toon(self, beoordeling: Beoordeling, *, proef: bool = False) -> None:
        """Show a voorstel, or the range while there is none; `proef` for one that is only tried out."""
        v = beoordeling.voorstel
        if v.voorstel is None:
            tekst, kort = f"Nog open: categorie {v.beste} tot en met {v.slechtste}", f"{v.beste} t/m {v.slechtste}"
        elif v.beste != v.slechtste:
            tekst, kort = f"Voorlopig voorstel: categorie {v.voorstel}", f"Voorlopig {v.voorstel}"
        else:
            tekst, kort = f"Voorstel: categorie {v.voorstel}", f"Voorstel {v.voorstel}"
        kortst = kort.removeprefix("Voorstel ")
        if proef:  # the line around it says so too
            tekst, kort = f"Wat als · {tekst}", f"Wat als · {kort}"
        self._teksten = (tekst, kort, kortst)
        toon = thema().palet.categorie(v.voorstel)
        self.setText(f" {tekst}")
        self.setAccessibleName(tekst)
        self.setToolTip(f"{tekst}. Naar de categorie en waarom")
        self.setIcon(QIcon(thema().pixmap(BEELD_VAN_CATEGORIE[v.voorstel], toon.voor, 14)))
        self.setIconSize(QSize(thema().px(maten.ICOON), thema().px(maten.ICOON)))
        hoogte = thema().px(maten.KNOP)
        # High contrast has no soft backgrounds: a line shows that it is a button.
        los = toon.achter == thema().palet.papier
        rand = toon.voor if los or proef else toon.achter
        lijn = "dashed" if proef else "solid"
        self.setFixedHeight(hoogte)
        self.setStyleSheet(
            f"QPushButton{{background:{toon.achter};color:{toon.voor};border:2px {lijn} {rand};font-weight:500;"
            f"border-radius:{hoogte // 2}px;padding:0 {thema().px(maten.GEWOON)}px;}}"
            f"QPushButton:focus{{border-color:{thema().palet.ring};text-decoration:underline;}}"
        )


def meerknop(parent: QWidget) -> QPushButton:
    """The quiet button with three dots, for settings and the like."""
    gemaakt = knop("", parent, "stil", "meer")
    gemaakt.setObjectName("meer")
    gemaakt.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    gemaakt.setAccessibleName("Meer: instellingen en sneltoetsen")
    gemaakt.setToolTip(gemaakt.accessibleName())
    return gemaakt


class Kopbalk(QFrame):
    """The header of an open scan."""

    terug = Signal()
    naar_categorie = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kopbalk")
        self._beknopt = 0
        self._getoond = ("", "", "", "", 0)
        self._melding: Bewaarmelding | None = None
        self._breedtes: dict[str, int] = {}
        self._echt: Beoordeling | None = None
        self._proef: Beoordeling | None = None
        t = thema()
        self.setFixedHeight(t.px(maten.KOPBALK))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rij = rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(maten.KLEIN), 0, t.px(maten.BREED), 0)
        rij.setSpacing(t.px(maten.KLEIN))
        rij.addWidget(self._maak_terugknop())
        self._regio = label("", self, breekt=False)
        self._regio.setObjectName("regio")
        self._over = label("", self, "kicker", breekt=False)
        self._over.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._merk = label("", self, "voorbeeld", breekt=False)
        self._chip = Categoriechip(self)
        self._chip.clicked.connect(self.naar_categorie)
        self._bewaard = label("", self, "kicker", breekt=False)
        self._bewaard.setAccessibleName("Bewaard")
        rij.addWidget(self._regio)
        rij.addSpacing(t.px(maten.SMAL))
        rij.addWidget(self._over, 1)
        rij.addWidget(self._merk, 0, Qt.AlignmentFlag.AlignVCenter)
        rij.addSpacing(t.px(maten.SMAL))
        rij.addWidget(self._chip)
        rij.addSpacing(t.px(maten.SMAL))
        rij.addWidget(self._bewaard)
        self.vlaggen = self._knopje("vlag", "vlaggen", rij)
        self.zoek = self._knopje("zoek", "zoek", rij)
        self.meer = meerknop(self)
        rij.addWidget(self.meer)

    def _maak_terugknop(self) -> QPushButton:
        gemaakt = knop("‹", self, "stil")
        gemaakt.setAccessibleName("Terug naar alle scans")
        gemaakt.setToolTip(f"Terug naar alle scans ({sneltoets('start').tekst})")
        gemaakt.setFixedWidth(thema().px(maten.PAGINA))
        gemaakt.clicked.connect(self.terug)
        return gemaakt

    def _knopje(self, beeld: str, toets: str, rij: QHBoxLayout) -> QPushButton:
        """A quiet button at the right, for what has a shortcut too."""
        gemaakt = knop("", self, "stil", beeld)
        gemaakt.setObjectName(toets)
        gemaakt.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        gemaakt.setAccessibleName(sneltoets(toets).wat)
        gemaakt.setToolTip(f"{sneltoets(toets).wat} ({sneltoets(toets).tekst})")
        rij.addWidget(gemaakt)
        return gemaakt

    def toon_scan(self, scan: Risicoscan) -> None:
        """Show regio, peildatum and stand."""
        vlaggen = sum(topic.later for topic in scan.topics)
        delen = [f"peildatum {format_datum(scan.peildatum)}", SCANSTATUS[scan.status]]
        stand = (regionaam(scan.regio), " · ".join(delen), scan.titel, scanmerk(scan), vlaggen)
        if stand == self._getoond:
            return
        self._getoond = stand
        zet_uitleg(self._over, scan.titel)
        self._regio.setToolTip(f"Veilig Thuis {regionaam(scan.regio)}, {stand[1]}")
        self.vlaggen.setText(f" {vlaggen}")
        self.vlaggen.setAccessibleName(f"{sneltoets('vlaggen').wat}: {vlaggen}")
        self._merk.setText(stand[3])
        self._merk.setVisible(bool(stand[3]))
        self._pas_in()

    def toon_beoordeling(self, beoordeling: Beoordeling) -> None:
        """Show the voorstel; what is being tried out stays in its place."""
        self._echt = beoordeling
        self._toon_chip()

    def toon_uitgeprobeerd(self, beoordeling: Beoordeling | None) -> None:
        """Show the voorstel of what is tried out, marked as such; None for the real one again."""
        self._proef = beoordeling
        self._toon_chip()

    def _toon_chip(self) -> None:
        beoordeling = self._proef or self._echt
        if beoordeling is not None:
            self._chip.toon(beoordeling, proef=self._proef is not None)
            self._pas_in()
            self._rij.activate()
            self._chip.repaint()  # at once: laying out the page that changes with it takes longer than a frame

    def toon_bewaard(self, melding: Bewaarmelding) -> None:
        """Show when all was last kept, or that it was not."""
        vorige, self._melding = self._melding, melding
        if vorige is None or (vorige.fout is None) != (melding.fout is None):
            self._pas_in()
        else:
            self._toon_tijd()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(e)
        self._pas_in()

    def _pas_in(self) -> None:
        """Say as much as there is room for."""
        for beknopt in range(_BEKNOPTST + 1):
            self._zet_beknopt(beknopt)
            # the peildatum gives way to all else, so the row does not count it
            if self._rij.minimumSize().width() + self._over.sizeHint().width() <= self.width():
                return

    def _zet_beknopt(self, beknopt: int) -> None:
        """In full is 0; then ever less.

        Only the time, no peildatum, short voorstel, short name, no flags, a name that breaks, no seconds, the number.
        """
        self._beknopt = beknopt
        regio, over, _, _, vlaggen = self._getoond
        self._over.setText(over if beknopt < 2 else "")
        self._chip.zet_kort((beknopt >= 3) + (beknopt >= 8))
        self._regio.setText(regio if beknopt >= 4 else f"Veilig Thuis {regio}")
        self.vlaggen.setVisible(bool(vlaggen) and beknopt < 5)
        self._regio.setWordWrap(beknopt >= 6)
        self._rij.setStretchFactor(self._regio, int(beknopt >= 6))
        self._toon_tijd()

    def _toon_tijd(self) -> None:
        melding = self._melding
        if melding is None:
            return
        tijd = f"{melding.tijd.astimezone():%H:%M:%S}"
        goed = f"{melding.tijd.astimezone():%H:%M}" if self._beknopt >= 7 else tijd
        goed = goed if self._beknopt else f"Opgeslagen {goed}"
        self._bewaard.setMinimumWidth(self._breedte_van(goed))
        self._bewaard.setText(goed if melding.fout is None else "Niet opgeslagen")
        self._bewaard.setToolTip(f"Opgeslagen om {tijd}" if melding.fout is None else str(melding.fout))

    def _breedte_van(self, tijd: str) -> int:
        """Room for any time in these words: what stands before it must not move at each one while there is typing."""
        self._bewaard.ensurePolished()
        breedst = max("0123456789", key=self._bewaard.fontMetrics().horizontalAdvance)
        proef = "".join(breedst if teken.isdigit() else teken for teken in tijd)
        if proef not in self._breedtes:
            self._bewaard.setMinimumWidth(0)  # else a label asks no less than this, however short its words
            self._bewaard.setText(proef)
            self._breedtes[proef] = self._bewaard.sizeHint().width()
        return self._breedtes[proef]
