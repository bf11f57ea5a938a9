"""The list of scans by regio. Rows are made when they come into view: hundreds take a second, and much memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from vtscan_desktop.services.scans import Scanregel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label, lijn, zet_soort, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.scans.scanrij import Scanhandeling, Scanrij
from vtscan_desktop.ui.thema import thema

_NA_TEKENEN_MS = 30
"""When to make what is not seen yet: what is seen is painted first."""
_TEGELIJK = 3
"""How many rows are then made at a time: together they take less than a frame."""
_ERBIJ = 2
"""So many rows more than are seen are always there: Tab finds a next one."""


class Regioblok(QWidget):
    """A regio with its scans: the rows that were made, and room for the others."""

    def __init__(self, regels: tuple[Scanregel, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.regels = regels
        self.rijen: list[Scanrij] = []
        self._kaart: QFrame | None = None
        self._vak = QVBoxLayout()
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, thema().px(maten.KLEIN))
        self._kolom.setSpacing(0)
        self._boven = QVBoxLayout()
        self._boven.setSpacing(thema().px(maten.KLEIN))
        self._kolom.addLayout(self._boven)
        self._ruimte = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._kolom.addSpacerItem(self._ruimte)
        self.setAccessibleName(f"{regels[0].regionaam}, aantal scans: {len(regels)}")

    def houd_ruimte(self, rijhoogte: int, kophoogte: int) -> None:
        """Take the height that the rows will have."""
        hoogte = (len(self.regels) - len(self.rijen)) * rijhoogte + (0 if self.rijen else kophoogte)
        if hoogte != self._ruimte.sizeHint().height():
            self._ruimte.changeSize(0, hoogte, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._kolom.invalidate()

    def voeg_toe(self) -> Scanrij:
        """Make the next row."""
        if self._kaart is None:
            self._kaart = self._maak_kaart()
        if self.rijen:
            self._zet_erin(self._vak, lijn(self._kaart))
        rij = Scanrij(self.regels[len(self.rijen)], self._kaart)
        self._zet_erin(self._vak, rij)
        self.rijen.append(rij)
        return rij

    def _maak_kaart(self) -> QFrame:
        kaart = QFrame(self)
        zet_soort(kaart, "kaart")
        self._vak = QVBoxLayout(kaart)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(0)
        self._zet_erin(self._boven, label(self.regels[0].regionaam, self, "kop"))
        self._zet_erin(self._boven, kaart)
        return kaart

    def _zet_erin(self, vak: QVBoxLayout, deel: QWidget) -> None:
        vak.addWidget(deel)
        deel.show()  # Qt would do so later, and until then give it no place


class Scanlijst(Rolvak):
    """Shows scans by regio; `gevraagd` is that of its rows."""

    gevraagd = Signal(Scanhandeling, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._verlopen: Mapping[str, date] = {}
        self._blokken: list[Regioblok] = []
        self._delen: list[QWidget] = []
        self._kolom = QVBoxLayout(self.vlak)
        self._kolom.setContentsMargins(0, 0, 0, thema().px(maten.VENSTER))
        self._kolom.setSpacing(thema().px(maten.KLEIN))
        self._kolom.addStretch(1)
        self._rijhoogte = self._kophoogte = 0
        self._bezig = False
        self._straks = QTimer(self, singleShot=True, interval=_NA_TEKENEN_MS)
        self._straks.timeout.connect(self._vul_vooruit)
        for sein in (self.verticalScrollBar().valueChanged, self.verticalScrollBar().rangeChanged):
            sein.connect(self._vul)

    def toon(self, regels: Sequence[Scanregel], verlopen: Mapping[str, date]) -> None:
        """Show these scans; `verlopen` has the date until when a scan was to be kept, where that has passed.

        Of a regio that was shown with the same scans the rows stay, unless `verlopen` is another one than it was.
        """
        oud = {blok.regels: blok for blok in self._blokken} if verlopen is self._verlopen else {}
        self._verlopen = verlopen
        groepen = [tuple(deze) for _, deze in groupby(regels, key=lambda regel: regel.regionaam)]
        self._blokken = [oud.get(groep) or Regioblok(groep, self.vlak) for groep in groepen]
        self._zet(self._blokken)
        self._schat()
        self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._vul()

    def toon_anders(self, deel: QWidget) -> None:
        """Show something else: why there are no scans to show."""
        self._blokken = []
        self._zet([deel])
        zet_tabvolgorde(self.vlak, deel.findChildren(QPushButton))

    def _zet(self, delen: Sequence[QWidget]) -> None:
        for deel in self._delen:
            if deel not in delen:
                self._kolom.removeWidget(deel)
                deel.hide()
                deel.deleteLater()
        self._delen = list(delen)
        for plek, deel in enumerate(delen):
            if self._kolom.indexOf(deel) < 0:
                self._kolom.insertWidget(plek, deel)
                deel.show()

    def rijen(self) -> list[Scanrij]:
        """The rows that were made, from top to bottom."""
        return [rij for blok in self._blokken for rij in blok.rijen]

    def rij_van(self, scan_id: str) -> Scanrij | None:
        """The row of a scan, made if need be; the first one when the scan isn't shown, None without any."""
        for blok in self._blokken:
            for plek, regel in enumerate(blok.regels):
                if regel.id == scan_id:
                    self._maak(blok, plek + 1)
                    return blok.rijen[plek]
        if not self._blokken:
            return None
        self._maak(self._blokken[0], 1)
        return self._blokken[0].rijen[0]

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Another size shows more scans, and titles break elsewhere."""
        super().resizeEvent(e)
        self._vul()
        self._schat()

    def _schat(self) -> None:
        """Keep room for the rows that are not made, each as high as those that are."""
        t = thema()
        kop = QFontMetrics(t.letter(gewicht=QFont.Weight.Medium)).height()
        klein = QFontMetrics(t.letter(maten.LETTER["klein"])).height()
        breedte = self.viewport().width() - 2 * maten.RAND
        hoogten = sorted(rij.heightForWidth(breedte) for rij in self.rijen())
        rij = hoogten[len(hoogten) // 2] if hoogten else kop + klein + t.px(maten.HAAR) + 2 * t.px(maten.KLEIN)
        self._rijhoogte, self._kophoogte = rij + maten.RAND, kop + t.px(maten.KLEIN) + maten.RAND
        for blok in self._blokken:
            blok.houd_ruimte(self._rijhoogte, self._kophoogte)

    def _vul(self) -> None:
        """Make the rows that are seen."""
        self._vul_tot(_ERBIJ * self._rijhoogte)
        self._straks.start()

    def _vul_vooruit(self) -> None:
        """Make a few of the rows a screen further, and of the menus, and come back for the next: nobody waits long."""
        gemaakt = self._vul_tot(self.viewport().height(), _TEGELIJK)
        zonder_menu = [rij for rij in self.rijen() if rij.meer.menu() is None][:_TEGELIJK]
        for rij in zonder_menu:
            rij.maak_menu()
        if gemaakt or zonder_menu:
            self._straks.start()

    def _vul_tot(self, marge: int, hoogstens: int = 0) -> bool:
        """Make the rows in view and so far above and below it, or `hoogstens` so many of one regio; whether any were.

        What is in view stays where it is.
        """
        balk, gemaakt = self.verticalScrollBar(), False
        while not self._bezig and not (gemaakt and hoogstens):
            onder = balk.value() + self.viewport().height() + marge
            te_maken = list(self._in_beeld(balk.value() - marge, onder))
            if not te_maken:
                break
            if hoogstens:
                blok, aantal = te_maken[0]
                te_maken = [(blok, min(aantal, len(blok.rijen) + hoogstens))]
            self._bezig = gemaakt = True
            try:
                self._maak_op_plaats(te_maken)
            finally:
                self._bezig = False
        return gemaakt

    def _maak_op_plaats(self, te_maken: Sequence[tuple[Regioblok, int]]) -> None:
        """Make the rows of regio's up to so many; the first row that is seen stays where it is, as does the end."""
        balk = self.verticalScrollBar()
        onderaan = 0 < balk.value() == balk.maximum()
        anker = next((rij for rij in self.rijen() if self._plek(rij) >= balk.value()), None)
        stond = 0 if anker is None else self._plek(anker)
        for blok, aantal in te_maken:
            self._maak(blok, aantal)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if onderaan:
            balk.setValue(balk.maximum())
        elif anker is not None:
            balk.setValue(balk.value() + self._plek(anker) - stond)

    def _in_beeld(self, boven: int, onder: int) -> Iterator[tuple[Regioblok, int]]:
        """The regio's between two heights that lack rows there, each with how many rows it should have."""
        top = 0
        for blok in self._blokken:
            aantal = len(blok.regels)
            hoogte = blok.height()
            if not blok.rijen or hoogte < blok.minimumSizeHint().height():  # not laid out yet
                hoogte = self._kophoogte + aantal * self._rijhoogte
            if top < onder and top + hoogte > boven:
                nodig = min(aantal, max(1, -(-(onder - top - self._kophoogte) // self._rijhoogte)))
                if nodig > len(blok.rijen):
                    yield blok, nodig
            top += hoogte + thema().px(maten.KLEIN)

    def _plek(self, rij: Scanrij) -> int:
        return rij.mapTo(self.vlak, rij.rect().topLeft()).y()

    def _maak(self, blok: Regioblok, aantal: int) -> None:
        """Make the rows of a regio up to so many."""
        eerder, anker = len(blok.rijen), self._tabplek(blok)
        while len(blok.rijen) < aantal:
            rij = blok.voeg_toe()
            rij.gevraagd.connect(self.gevraagd)
            if (tot := self._verlopen.get(rij.regel.id)) is not None:
                rij.toon_verlopen(tot)
        zet_tabvolgorde(anker, (knop for rij in blok.rijen[eerder:] for knop in (rij.open, rij.meer)))
        blok.houd_ruimte(self._rijhoogte, self._kophoogte)

    def _tabplek(self, blok: Regioblok) -> QWidget:
        """After what Tab comes to the next row of a regio."""
        boven = self._blokken[: self._blokken.index(blok) + 1]
        return next((deze.rijen[-1].meer for deze in reversed(boven) if deze.rijen), self.vlak)
