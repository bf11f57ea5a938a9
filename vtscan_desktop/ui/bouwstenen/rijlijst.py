"""Lists of rows with a shape, a head and links; only what differs is made anew."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import Label, Regel, label, lijn, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.thema import thema

_MEER = "meer"
"""Target of the link that shows or hides the rest of a row."""


class Beeldlabel(QLabel):
    """The shape of an oordeel, in the colours in force."""

    def __init__(self, oordeel: Oordeel, parent: QWidget, maat: int = 16) -> None:
        super().__init__(parent)
        self._oordeel = oordeel
        self._maat = maat
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(thema().px(maat + 4))
        self._teken()
        thema().gewijzigd.connect(self._teken)

    def _teken(self) -> None:
        self.setPixmap(thema().oordeelpixmap(self._oordeel, maat=self._maat))


class Linktekst(Label):
    """Text with links to steps, for mouse and keyboard. Only for text of our own: it is read as markup."""

    def __init__(self, html: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._html = html
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._teken()
        thema().gewijzigd.connect(self._teken)

    def zet_html(self, html: str) -> None:
        """Show another text."""
        if html != self._html:
            self._html = html
            self._teken()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come in at the first link, or backwards at the last; with Qt alone no link is chosen until Tab once more."""
        super().focusInEvent(event)
        vooruit = event.reason() == Qt.FocusReason.TabFocusReason
        if "<a " in self._html and (vooruit or event.reason() == Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(vooruit)

    def focusNextPrevChild(self, vooruit: bool) -> bool:
        """Go to the next link or out; Qt keeps coming back at a link that begins the text when one goes backwards."""
        if not vooruit and self.selectionStart() == 0:
            return QWidget.focusNextPrevChild(self, vooruit)
        return super().focusNextPrevChild(vooruit)

    def _teken(self) -> None:
        # the colour of a link is fixed when its text is set; line height as in long texts
        stijl = f"a{{color:{thema().palet.accent};}} p{{margin:0;line-height:120%;}}"
        self.setText(f"<style>{stijl}</style><p>{self._html}</p>")


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a list: shape, bold head, muted explanation, source, links at the right, links on request.

    `naam` is what the links in `html` are about, for who hears the screen.
    """

    beeld: Oordeel | None = None
    kop: str = ""
    uitleg: str = ""
    bron: str = ""
    html: str = ""
    naam: str = ""
    links: str = ""
    meer: str = ""
    meer_tekst: str = "bekijk"


class Rijvak(QWidget):
    """Shows one `Rij`."""

    gekozen = Signal(str)

    def __init__(self, rij: Rij, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        onder = QVBoxLayout(self)
        onder.setContentsMargins(0, 0, 0, 0)
        onder.setSpacing(0)
        buiten = QHBoxLayout()
        buiten.setContentsMargins(0, t.px(maten.KLEIN), 0, t.px(maten.KLEIN))
        buiten.setSpacing(t.px(maten.KLEIN))
        onder.addLayout(buiten)
        onder.addWidget(lijn(self))
        if rij.beeld is not None:
            beeld = Beeldlabel(rij.beeld, self)
            beeld.setContentsMargins(0, t.px(maten.RAND), 0, 0)
            buiten.addWidget(beeld)
        kolom = QVBoxLayout()
        kolom.setSpacing(t.px(maten.HAAR))
        buiten.addLayout(kolom, 1)
        if rij.kop:
            kolom.addWidget(label(rij.kop, self, "kop"))
        if rij.uitleg:
            kolom.addWidget(label(rij.uitleg, self, "gedempt" if rij.kop else ""))
        if rij.bron:
            kolom.addWidget(label(rij.bron, self, "klein"))
        if rij.html:
            erbij = self._linktekst(rij.html)
            if rij.naam:
                erbij.setAccessibleName(rij.naam)
            kolom.addWidget(erbij)
        if rij.links:
            rechts = self._linktekst(rij.links)
            rechts.setWordWrap(False)
            rechts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            rechts.setAccessibleName(f"Topics bij: {rij.kop}")
            buiten.addWidget(rechts)
        self._rest: Linktekst | None = None
        if rij.meer:
            self._bouw_meer(rij, buiten, kolom)

    def _bouw_meer(self, rij: Rij, buiten: QHBoxLayout, kolom: QVBoxLayout) -> None:
        """The link that shows more, and what it shows."""
        toon = self._linktekst(f'<a href="{_MEER}">{rij.meer_tekst}</a>')
        if rij.kop:
            toon.setWordWrap(False)
            toon.setAccessibleName(f"{rij.meer_tekst}: {rij.kop}")
            toon.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            buiten.addWidget(toon)
        else:
            kolom.addWidget(toon)
        self._rest = self._linktekst(rij.meer)
        self._rest.hide()
        kolom.addWidget(self._rest)

    def _linktekst(self, html: str) -> Linktekst:
        gemaakt = Linktekst(html, self)
        gemaakt.linkActivated.connect(self._bij_link)
        return gemaakt

    def _bij_link(self, doel: str) -> None:
        if doel == _MEER and self._rest is not None:
            self._rest.setVisible(self._rest.isHidden())
        else:
            self.gekozen.emit(doel)


class Lijst(QWidget):
    """A heading with rows under it; it goes away when there are none. `gekozen` carries the step of a link."""

    gekozen = Signal(str)

    def __init__(self, kop: str, parent: QWidget, *, onder: str = "") -> None:
        super().__init__(parent)
        self._rijen: tuple[Rij, ...] | None = None
        self._vakken: dict[Rij, Rijvak] = {}
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, thema().px(maten.SMAL), 0, 0)
        kolom.setSpacing(0)
        titel = Stroom(tussen=thema().px(maten.KRAP), regel=0)
        titel.addWidget(Regel(kop, self, "kop"))
        if onder:
            titel.addWidget(Regel(onder, self, "klein"))
        kolom.addLayout(titel)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(0)
        kolom.addLayout(self._vak)

    def toon(self, rijen: tuple[Rij, ...]) -> None:
        """Show rows; only those that differ are made anew."""
        if rijen == self._rijen:
            return
        self._rijen = rijen
        for oud in [rij for rij in self._vakken if rij not in rijen]:
            weg = self._vakken.pop(oud)
            self._vak.removeWidget(weg)
            weg.hide()
            weg.deleteLater()
        for plek, rij in enumerate(dict.fromkeys(rijen)):
            if rij not in self._vakken:
                self._vakken[rij] = Rijvak(rij, self)
                self._vakken[rij].gekozen.connect(self.gekozen)
            hier = self._vak.itemAt(plek)
            if hier is None or hier.widget() is not self._vakken[rij]:
                self._vak.insertWidget(plek, self._vakken[rij])
        zet_tabvolgorde(self, (link for rij in rijen for link in self._vakken[rij].findChildren(Linktekst)))
        self.setVisible(bool(rijen))
