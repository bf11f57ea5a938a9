"""A list of notes in order of time, wherever it stands: beside a topic, per gesprek, in kaart, in gespreksmodus.

Only the last notes are made as rows; earlier ones come when asked for. A change touches only the rows that differ, so
a new note costs the same among five thousand as among five.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vtscan_desktop.domain.risicoscan import Notitie
from vtscan_desktop.services.notities import Notitiefilter, kies_notities, vul_aan
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_tabvolgorde
from vtscan_desktop.ui.gesprek.notitierij import Notitierij, Weergave
from vtscan_desktop.ui.gesprek.notitiewerk import notitiewerk
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

BEGIN = 30
"""How many rows are made at first, and how many more when earlier notes are asked for."""
_MEEST = 4 * BEGIN
"""With more rows than this, the earliest go when a new note comes."""
_RUST_MS = 100
"""How long after a new row the next one is made in advance."""
LEEG = "Nog geen notities. Typ er een in de regel onderaan; Enter bewaart."


class Notitielijst(QWidget):
    """Shows the notes that pass a filter, the last `begin` of them at first.

    `rolt` gives it a scroll bar of its own; else it is a card on a page that scrolls.

    `overnemen` names a text of in kaart; each note then has a button to take it over in there.
    """

    melding = Signal(str)

    def __init__(
        self,
        werkruimte: Werkruimte,
        parent: QWidget,
        *,
        rolt: bool = True,
        begin: int = BEGIN,
        overnemen: str = "",
        leeg: str = LEEG,
    ) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        self._werk = notitiewerk(werkruimte)
        self._overnemen = overnemen
        self._begin = begin
        self._filter: Notitiefilter | None = None
        self._gezien: tuple[tuple[Notitie, ...], object, object] | None = None
        self._weergave = Weergave()
        self._alle: tuple[Notitie, ...] = ()
        self._vanaf = 0
        self._rijen: list[Notitierij] = []
        self._vrij: list[Notitierij] = []
        self._voorraad = QTimer(self)
        self._voorraad.setSingleShot(True)
        self._voorraad.setInterval(_RUST_MS)
        self._voorraad.timeout.connect(self._leg_klaar)
        self._volgt = True
        self.setAccessibleName("Notities")
        self._bouw(rolt, leeg)
        werkruimte.gewijzigd.connect(self._bij_wijziging)
        self._werk.gewijzigd.connect(self._toon_herstel)
        self._werk.melding.connect(self._bij_melding)
        self._toon_herstel()

    def toon(self, filter_: Notitiefilter | None) -> None:
        """Show the notes that pass a filter, at the newest; None shows none."""
        if filter_ == self._filter:
            return
        for rij in self._rijen:
            rij.sluit_bewerken()
        self._filter = filter_
        self._gezien = None
        self._volgt = True
        if self.isVisible():
            self.ververs()
        self._toon_herstel()

    def aantal(self) -> int:
        """How many notes pass the filter, shown as a row or not."""
        return len(self._alle)

    def rijen(self) -> tuple[Notitierij, ...]:
        """The rows there are, the newest last."""
        return tuple(self._rijen)

    def kies(self, notitie: Notitie) -> bool:
        """Put the focus on the row of a note, however early it is; False when it does not pass the filter."""
        plek = next((i for i, deze in enumerate(self._alle) if deze is notitie), None)
        if plek is None:
            return False
        self._volgt = False
        if plek < self._vanaf:
            self._vanaf = plek
            self._zet_rijen(self._alle[plek:])
        rij = self._rijen[plek - self._vanaf]
        rij.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._rol is not None:
            self._rol.ensureWidgetVisible(rij, 0, thema().px(maten.KLEIN))
        return True

    def showEvent(self, e: QShowEvent) -> None:
        """What changed while the list was out of sight is shown now."""
        super().showEvent(e)
        self.ververs()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Ctrl+Z undoes from anywhere in it, also when the last note is gone."""
        if e.matches(QKeySequence.StandardKey.Undo):
            self._werk.ongedaan()
        else:
            super().keyPressEvent(e)

    def _bouw(self, rolt: bool, leeg: str) -> None:
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        vlak = QFrame(self)
        vlak.setProperty("soort", "papier" if rolt else "kaart")
        kolom = QVBoxLayout(vlak)
        kolom.setSpacing(t.px(maten.KRAP))
        self._leeg = label(leeg, vlak, "gedempt")
        kolom.addWidget(self._leeg)
        self.eerder = knop("Toon eerdere notities", vlak, "link")
        self.eerder.clicked.connect(self._toon_eerdere)
        kolom.addWidget(self.eerder, 0, Qt.AlignmentFlag.AlignLeft)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(t.px(maten.HAAR))
        kolom.addLayout(self._vak)
        vlak.setAccessibleName(leeg)
        self._vlak = vlak
        self._rol: QScrollArea | None = None
        if rolt:
            kolom.setContentsMargins(t.px(maten.GEWOON), t.px(maten.GEWOON), t.px(maten.KLEIN), t.px(maten.GEWOON))
            kolom.addStretch(1)
            self._rol = QScrollArea(self)
            self._rol.setWidgetResizable(True)
            self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._rol.setWidget(vlak)
            self._rol.verticalScrollBar().rangeChanged.connect(self._bij_bereik)
            self._rol.verticalScrollBar().valueChanged.connect(self._bij_rollen)
            buiten.addWidget(self._rol, 1)
        else:
            kolom.setContentsMargins(t.px(maten.KLEIN), t.px(maten.KLEIN), t.px(maten.KLEIN), t.px(maten.KLEIN))
            buiten.addWidget(vlak)
        self._bouw_herstel(buiten)

    def _bouw_herstel(self, buiten: QVBoxLayout) -> None:
        t = thema()
        self._herstel = QFrame(self)
        self._herstel.setProperty("soort", "herstel")
        rij = QHBoxLayout(self._herstel)
        rij.setContentsMargins(t.px(maten.GEWOON), t.px(maten.SMAL), t.px(maten.SMAL), t.px(maten.SMAL))
        rij.setSpacing(t.px(maten.SMAL))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        self._hersteltekst = label("", self._herstel, "klein")
        tekst.addWidget(self._hersteltekst)
        self.ongedaan = knop("Ongedaan maken", self._herstel, "klein-link")
        self.ongedaan.clicked.connect(self._bij_ongedaan)
        tekst.addWidget(self.ongedaan, 0, Qt.AlignmentFlag.AlignLeft)
        rij.addLayout(tekst, 1)
        weg = knop("", self._herstel, "stil", "kruis")
        weg.setAccessibleName("Niet meer aanbieden om dit ongedaan te maken")
        weg.clicked.connect(self._bij_weg)
        rij.addWidget(weg, 0, Qt.AlignmentFlag.AlignTop)
        buiten.addWidget(self._herstel)

    def _bij_wijziging(self, _scan: object) -> None:
        if self.isVisible():
            self.ververs()

    def ververs(self) -> None:
        """Show the notes as they are now; a page that is about to be shown asks it, so that all is laid out at once."""
        scan = self._werkruimte.scan
        gezien = (scan.notities, scan.gesprekken, scan.in_kaart if self._overnemen else None)
        if self._gezien is not None and all(a is b for a, b in zip(gezien, self._gezien, strict=True)):
            return
        opnieuw = self._gezien is None
        alle: tuple[Notitie, ...] = ()
        if self._filter is not None and self._gezien is not None:
            alle = vul_aan(self._alle, self._gezien[0], scan, self._filter)
        elif self._filter is not None:
            alle = kies_notities(scan, self._filter)
        self._gezien = gezien
        self._alle = alle
        if opnieuw:
            self._vanaf = max(0, len(alle) - self._begin)
        elif self._volgt and len(alle) - self._vanaf > _MEEST and self._rol is not None:
            self._vanaf = len(alle) - _MEEST // 2
        self._vanaf = min(self._vanaf, max(0, len(alle) - 1))
        self._zet_weergave()
        self._zet_rijen(alle[self._vanaf :])

    def _zet_weergave(self) -> None:
        scan, filter_ = self._werkruimte.scan, self._filter or Notitiefilter()
        weergave = Weergave(
            gesprekken=scan.gesprekken,
            jaar=self._werkruimte.nu().year,
            met_gesprek=filter_.gesprek is None and not filter_.los,
            met_topic=filter_.topic is None,
            overnemen=self._overnemen,
            tekst=getattr(scan.in_kaart, self._overnemen) if self._overnemen else "",
        )
        if weergave != self._weergave:
            self._weergave = weergave

    def _zet_rijen(self, notities: Sequence[Notitie]) -> None:
        """Make the rows show these notes: those that stay keep their row, and the rest is given out anew."""
        oud = [rij.notitie for rij in self._rijen]
        voor = _gelijk(oud, notities)
        na = _gelijk(oud[voor:][::-1], notities[voor:][::-1])
        midden = self._rijen[voor : len(oud) - na]
        nieuw = len(notities) - voor - na
        had_focus = next((i for i, rij in enumerate(self._rijen) if rij.hasFocus()), None)
        for rij in midden[nieuw:]:
            self._rijen.remove(rij)
            self._vak.removeWidget(rij)
            rij.hide()
            self._vrij.append(rij)
        for plek in range(voor + len(midden), voor + nieuw):
            self._voeg_in(plek)
        for rij, notitie in zip(self._rijen, notities, strict=True):
            if rij.vak is not None and rij.vak.tekst() != notitie.tekst:
                rij.sluit_bewerken()
            rij.zet(notitie, self._weergave)
        self._leeg.setVisible(not notities)
        self.eerder.setVisible(self._vanaf > 0)
        if self._vanaf:
            self.eerder.setText(f"Toon eerdere notities ({self._vanaf})")
        self._zet_tabplek(had_focus)

    def _voeg_in(self, plek: int) -> None:
        rij = self._vrij.pop() if self._vrij else self._maak_rij()
        if not self._vrij:
            self._voorraad.start()
        self._rijen.insert(plek, rij)
        self._vak.insertWidget(plek, rij)
        rij.show()

    def _maak_rij(self) -> Notitierij:
        rij = Notitierij(self._werk, self._vlak)
        rij.hide()
        rij.stap.connect(self._bij_stap)
        return rij

    def _leg_klaar(self) -> None:
        """Have a row ready for the next note, made while nothing is asked."""
        if not self._vrij:
            self._vrij.append(self._maak_rij())

    def _zet_tabplek(self, had_focus: int | None) -> None:
        """Tab visits the list once, at its newest note; within the list the arrows go on."""
        if had_focus is not None and not any(rij.hasFocus() or rij.vak for rij in self._rijen):
            if self._rijen:
                self._rijen[min(had_focus, len(self._rijen) - 1)].setFocus()
            else:
                self.ongedaan.setFocus()
        self._vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._rijen else Qt.FocusPolicy.TabFocus)
        laatste = len(self._rijen) - 1
        for i, rij in enumerate(self._rijen):
            rij.setFocusPolicy(Qt.FocusPolicy.StrongFocus if i == laatste else Qt.FocusPolicy.ClickFocus)
        zet_tabvolgorde(self.eerder, (deel for rij in self._rijen for deel in rij.focusketen()))

    def _bij_stap(self, kant: int) -> None:
        rij = self.sender()
        assert isinstance(rij, Notitierij)
        plek = self._rijen.index(rij) + kant
        if plek < 0 and self._vanaf:
            plek += min(self._vanaf, BEGIN)
            self._toon_eerdere()
        if 0 <= plek < len(self._rijen):
            self._rijen[plek].setFocus(Qt.FocusReason.OtherFocusReason)
            if self._rol is not None:
                self._rol.ensureWidgetVisible(self._rijen[plek], 0, thema().px(maten.KLEIN))

    def _toon_eerdere(self) -> None:
        self._volgt = False
        self._vanaf = max(0, self._vanaf - BEGIN)
        self._zet_rijen(self._alle[self._vanaf :])

    def _toon_herstel(self) -> None:
        stap, filter_ = self._werk.laatste(), self._filter
        zin = ""
        if stap is not None and filter_ is not None and any(filter_.past(n) for n in (stap.oud, stap.nieuw) if n):
            zin = stap.melding
        self._hersteltekst.setText(zin)
        self.ongedaan.setAccessibleName(f"{zin} Ongedaan maken")
        self._herstel.setVisible(bool(zin))

    def _bij_weg(self) -> None:
        (self._rijen[-1] if self._rijen else self._vlak).setFocus(Qt.FocusReason.OtherFocusReason)
        self._werk.vergeet_aanbod()

    def _bij_ongedaan(self) -> None:
        self._werk.ongedaan()

    def _bij_melding(self, zin: str) -> None:
        if self.isVisible():
            self.melding.emit(zin)

    def _bij_bereik(self, _laagste: int, hoogste: int) -> None:
        if self._volgt and self._rol is not None:
            self._rol.verticalScrollBar().setValue(hoogste)

    def _bij_rollen(self, waarde: int) -> None:
        assert self._rol is not None
        self._volgt = waarde >= self._rol.verticalScrollBar().maximum() - thema().px(maten.KLEIN)


def _gelijk(oud: Sequence[Notitie], nieuw: Sequence[Notitie]) -> int:
    """How many notes at the beginning are the very same."""
    aantal = 0
    for een, ander in zip(oud, nieuw, strict=False):
        if een is not ander:
            break
        aantal += 1
    return aantal
