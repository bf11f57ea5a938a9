"""Wat als on the categorie page: the choices to try out, and what differs from the scan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.benamingen import HERTOETS, OORDEELWOORDEN
from vtscan_desktop.domain.notatie import hoofdletter
from vtscan_desktop.domain.proef import HERTOETS as HERTOETSNUMMER
from vtscan_desktop.domain.proef import Proef
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS, Oordeel, Risicoscan
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.voorstel import Voorstel
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzen import Vinkregel
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import Regel, knop, label, zet_eigenschap, zet_soort, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.tweeluik import Tweeluik
from vtscan_desktop.ui.teksten import OORDEEL
from vtscan_desktop.ui.thema import thema

_KEUZE = 168
"""Width of the choice of an oordeel, in px at 100%."""

_HELFT = 9
"""So many of the choices stand in the first of two columns."""


class Proefbalk(QFrame):
    """Stands above the page as long as something is tried out, however far it is scrolled."""

    stoppen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("proefbalk")
        t = thema()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(maten.PAGINA), t.px(maten.KLEIN), t.px(maten.BREED), t.px(maten.KLEIN))
        rij.setSpacing(t.px(maten.GEWOON))
        kop = label("Wat als", self, "kop", breekt=False)
        rij.addWidget(kop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.zin = label("U probeert iets uit op een kopie. De scan verandert niet, tot u iets overneemt.", self)
        rij.addWidget(self.zin, 1)
        self.klaar = knop("Stoppen", self)
        self.klaar.setAccessibleName("Stoppen met wat als, zonder iets over te nemen")
        self.klaar.clicked.connect(self.stoppen)
        rij.addWidget(self.klaar, 0, Qt.AlignmentFlag.AlignVCenter)


class _Keuzerij(QWidget):
    """One topic, or the hertoets, with what to try for it, and what it is in the scan when that differs."""

    gekozen = Signal(int, str)

    def __init__(self, nr: int, naam: str, opties: list[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._nr = nr
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, t.px(maten.HAAR), 0, t.px(maten.HAAR))
        rij = Stroom(tussen=t.px(maten.KLEIN), uiteen=True)
        buiten.addLayout(rij)
        tekst = QWidget(self)
        kolom = QVBoxLayout(tekst)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(Regel(f"{nr}  {naam}" if nr else naam, tekst))
        self._was = Regel("", tekst, "klein")
        self._was.hide()
        kolom.addWidget(self._was)
        rij.addWidget(tekst)
        self.veld = KeuzeVeld(f"Wat als: {naam}", opties, self)
        self.veld.setObjectName(f"proef/{nr}")
        self.veld.setFixedWidth(t.px(_KEUZE))
        self.veld.veranderd.connect(self._bij_keuze)
        rij.addWidget(self.veld)
        self._teken()
        thema().gewijzigd.connect(self._teken)

    def toon(self, echt: str, proef: str, woord: str) -> None:
        """Show what is tried out; `woord` is what it is in the scan."""
        self.veld.zet_waarde(proef)
        anders = echt != proef
        self._was.setText(f"in de scan: {woord}" if anders else "")
        self._was.setVisible(anders)
        zet_eigenschap(self.veld, "proef", anders)

    def _teken(self) -> None:
        if self._nr:
            self.veld.setIconSize(QSize(thema().px(maten.ICOON), thema().px(maten.ICOON)))
            for i in range(self.veld.count()):
                self.veld.setItemIcon(i, thema().oordeelpixmap(Oordeel(self.veld.itemData(i))))

    def _bij_keuze(self, waarde: str) -> None:
        self.gekozen.emit(self._nr, waarde)


class Proefvak(QWidget):
    """All choices to try out. `gekozen` carries a topic (0 for the hertoets) and the value chosen for it."""

    gekozen = Signal(int, str)

    def __init__(self, format_: Format, parent: QWidget) -> None:
        super().__init__(parent)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(label("Kies andere oordelen", self, "kop"))
        tweeluik = Tweeluik(1, 1, 700, self, tussen=30)
        kolom.addWidget(tweeluik)
        vakken = (QWidget(tweeluik), QWidget(tweeluik))
        self._rijen: dict[int, _Keuzerij] = {}
        for vak, nrs in zip(vakken, (OORDEEL_NRS[:_HELFT], (*OORDEEL_NRS[_HELFT:], HERTOETSNUMMER)), strict=True):
            lijst = QVBoxLayout(vak)
            lijst.setContentsMargins(0, 0, 0, 0)
            lijst.setSpacing(0)
            for nr in nrs:
                naam = format_.topic(nr).kort if nr else "Uitkomst van de hertoets"
                rij = _Keuzerij(nr, naam, _opties(nr), vak)
                rij.gekozen.connect(self.gekozen)
                self._rijen[nr] = rij
                lijst.addWidget(rij)
            lijst.addStretch(1)
        tweeluik.vul(*vakken)

    def veld(self, nr: int) -> KeuzeVeld:
        """The choice of a topic, 0 for the hertoets."""
        return self._rijen[nr].veld

    def toon(self, scan: Risicoscan, proef: Proef) -> None:
        """Show what is tried out beside what the scan has."""
        kopie = proef.pas_toe(scan)
        for nr, rij in self._rijen.items():
            if nr:
                echt = scan.topic(nr).oordeel
                rij.toon(echt.value, kopie.topic(nr).oordeel.value, OORDEELWOORDEN[echt])
            else:
                uitkomst = scan.hertoets.uitkomst
                rij.toon(uitkomst.value, kopie.hertoets.uitkomst.value, HERTOETS[uitkomst])


def _opties(nr: int) -> list[tuple[str, str]]:
    if not nr:
        return [(uitkomst.value, hoofdletter(woord)) for uitkomst, woord in HERTOETS.items()]
    volgorde = sorted(Oordeel, key=lambda oordeel: oordeel is Oordeel.NIET_BESPROKEN)
    return [
        (oordeel.value, OORDEEL[oordeel]) for oordeel in volgorde if oordeel is not Oordeel.NVT or nr not in KERN_NRS
    ]


class Verschilkaart(QFrame):
    """What differs from the scan, each to be taken over or not."""

    overnemen = Signal()
    loslaten = Signal()

    def __init__(self, format_: Format, parent: QWidget) -> None:
        super().__init__(parent)
        self._format = format_
        self._regels: dict[int, Vinkregel] = {}
        zet_soort(self, "kaart")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.KLEIN))
        kolom.addWidget(label("Anders dan in de scan", self, "gedempt"))
        self.zin = label("", self)
        kolom.addWidget(self.zin)
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(t.px(maten.KRAP))
        kolom.addLayout(self._lijst)
        kolom.addStretch(1)
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        self.neem_over = knop("Overnemen in de scan", self, "hoofd")
        self.neem_over.clicked.connect(self.overnemen)
        self.laat_los = knop("Loslaten", self)
        self.laat_los.clicked.connect(self.loslaten)
        rij.addWidget(self.neem_over)
        rij.addWidget(self.laat_los)
        kolom.addLayout(rij)

    def gekozen(self) -> tuple[int, ...]:
        """The numbers of what is ticked."""
        return tuple(nr for nr, regel in self._regels.items() if regel.aan())

    def toon(self, scan: Risicoscan, proef: Proef, echt: Voorstel, nu: Voorstel) -> None:
        """Show the differences, and what they do to the voorstel."""
        teksten = {nr: self._tekst(nr, scan, proef) for nr in proef.nummers()}
        for nr in [nr for nr in self._regels if nr not in teksten]:
            weg = self._regels.pop(nr)
            self._lijst.removeWidget(weg)
            weg.hide()
            weg.deleteLater()
        for plek, (nr, tekst) in enumerate(teksten.items()):
            if nr in self._regels:
                self._regels[nr].zet_tekst(tekst)
                continue
            regel = self._regels[nr] = Vinkregel(tekst, self)
            regel.zet(True)
            regel.aangevinkt.connect(self._bij_vink)
            self._lijst.insertWidget(plek, regel)
        zet_tabvolgorde(self, (self._regels[nr].vinkje for nr in teksten))
        self.zin.setText(_gevolg(echt, nu) if proef else "Nog niets. Kies hieronder een ander oordeel.")
        self.laat_los.setEnabled(bool(proef))
        self._bij_vink()

    def _tekst(self, nr: int, scan: Risicoscan, proef: Proef) -> str:
        kopie = proef.pas_toe(scan)
        if not nr:
            was, wordt = HERTOETS[scan.hertoets.uitkomst], HERTOETS[kopie.hertoets.uitkomst]
            return f"Hertoets: van {was} naar {wordt}"
        was, wordt = OORDEELWOORDEN[scan.topic(nr).oordeel], OORDEELWOORDEN[kopie.topic(nr).oordeel]
        return f"{self._format.topic(nr).genummerd}: van {was} naar {wordt}"

    def _bij_vink(self, _aan: bool = True) -> None:
        self.neem_over.setEnabled(bool(self.gekozen()))


def _gevolg(echt: Voorstel, nu: Voorstel) -> str:
    was, wordt = _categorie(echt), _categorie(nu)
    return f"Het voorstel blijft {was}." if was == wordt else f"Het voorstel wordt {wordt}; in de scan is het {was}."


def _categorie(v: Voorstel) -> str:
    if v.voorstel is None:
        return f"open (categorie {v.beste} tot en met {v.slechtste})"
    return f"categorie {v.voorstel}"


class Terugbalk(QFrame):
    """Offers to undo what was taken over, as one step."""

    terug = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "herstel")
        t = thema()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(maten.GEWOON), t.px(maten.SMAL), t.px(maten.GEWOON), t.px(maten.SMAL))
        self.tekst = label("", self)
        rij.addWidget(self.tekst, 1)
        self.knop = knop("Ongedaan maken", self, "link")
        self.knop.clicked.connect(self.terug)
        rij.addWidget(self.knop)
        self.hide()

    def toon(self, aantal: int) -> None:
        """Say how many changes were taken over."""
        zin = hoofdletter(f"{telling(aantal, 'wijziging', 'wijzigingen')} overgenomen.")
        self.tekst.setText(zin)
        self.knop.setAccessibleName(f"{zin} Ongedaan maken")
        self.show()
