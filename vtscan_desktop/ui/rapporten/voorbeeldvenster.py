"""The pages of a report as they will be, before it is made; and what its bestuurlijke editie leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.editie import Weggelaten
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import hoofdletter, opsomming
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.services.voorbeeld import Beeld, Voorbeeld
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.thema import thema

_SMALST = 120
"""No page is drawn narrower, in px at 100%."""

_MAAT = QSize(780, 860)
"""Width and height at 100%, where the screen has the room."""
_BREEDSTE = 720
"""Widest that a page is shown, at 100%."""


def schrijf_weggelaten(weg: Weggelaten) -> str:
    """What the bestuurlijke editie leaves out, in a few sentences."""
    delen = []
    if weg.notities:
        delen.append(telling(weg.notities, "notitie", "notities"))
    if weg.namen:
        delen.append(f"{telling(len(weg.namen), 'naam', 'namen')} ({opsomming(list(weg.namen))})")
    if weg.locaties:
        delen.append(f"{telling(len(weg.locaties), 'locatie', 'locaties')} ({opsomming(list(weg.locaties))})")
    if not delen:
        return "De bestuurlijke editie laat niets weg: deze scan heeft geen notities, namen of locaties."
    return f"De bestuurlijke editie laat dit weg: {opsomming(delen)}."


class Bladzijde(QWidget):
    """One page: white until it is drawn, which starts when it comes into view."""

    def __init__(self, voorbeeld: Voorbeeld, nr: int, totaal: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._voorbeeld = voorbeeld
        self._nr = nr
        self._verhouding = voorbeeld.verhoudingen[nr]
        self._gevraagd = 0
        self.beeld: QImage | None = None
        self.setAccessibleName(f"Pagina {nr + 1} van {totaal}")

    def pas(self, breedte: int) -> None:
        """Be so wide, with the height that belongs to it."""
        self.setFixedSize(QSize(breedte, round(breedte * self._verhouding)))

    def paintEvent(self, _e: QPaintEvent) -> None:
        """The page, or white paper; and ask for it in the size that it has now."""
        schilder = QPainter(self)
        schilder.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.beeld is None:
            schilder.fillRect(self.rect(), QColor("white"))
        else:
            schilder.drawImage(self.rect(), self.beeld)
        schilder.end()
        self._vraag(round(self.width() * self.devicePixelRatioF()))

    def _vraag(self, breedte: int) -> None:
        if breedte != self._gevraagd:
            self._gevraagd = breedte
            voer_uit(
                partial(_teken, self._voorbeeld, self._nr, breedte), self, klaar=self._toon, mislukt=self._bij_fout
            )

    def _toon(self, beeld: Beeld | None) -> None:
        if beeld is not None and beeld.breedte >= self._gevraagd:
            vorm = QImage.Format.Format_RGB32
            self.beeld = QImage(beeld.punten, beeld.breedte, beeld.hoogte, beeld.stap, vorm).copy()
            self.update()

    def _bij_fout(self, _fout: VtscanFout) -> None:
        self.setToolTip("Deze pagina kon niet worden getoond.")


class Voorbeeldvenster(QDialog):
    """`maak` makes the report, unsigned, on another thread; it may raise `VtscanFout`."""

    def __init__(self, maak: Callable[[], bytes], onder: str, weg: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._voorbeeld: Voorbeeld | None = None
        self.bladzijden: list[Bladzijde] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Voorbeeld van het rapport")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, t.px(maten.GEWOON), 0, t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.KLEIN))
        boven = QVBoxLayout()
        boven.setContentsMargins(t.px(maten.RUIM), 0, t.px(maten.RUIM), 0)
        boven.addWidget(label(onder, self, "kop"))
        self.weg = label(weg, self)
        self.weg.setVisible(bool(weg))
        boven.addWidget(self.weg)
        self.stand = label("De pagina's worden opgemaakt…", self, "gedempt")
        boven.addWidget(self.stand)
        kolom.addLayout(boven)
        kolom.addWidget(lijn(self))
        self.rol = Rolvak(self)
        self.rol.setAccessibleName("Pagina's van het rapport")
        self.rol.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._vel = QVBoxLayout(self.rol.vlak)
        self._vel.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        self._vel.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(self.rol, 1)
        kolom.addWidget(lijn(self))
        knoppen = QHBoxLayout()
        knoppen.setContentsMargins(t.px(maten.RUIM), 0, t.px(maten.RUIM), 0)
        knoppen.addStretch(1)
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.close)
        knoppen.addWidget(sluiten)
        kolom.addLayout(knoppen)
        self.resize(maat_over(parent, _MAAT))
        voer_uit(partial(_open, maak), self, klaar=self._bij_open, mislukt=self._bij_fout)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Pages are as wide as there is room for, up to their width on paper."""
        super().resizeEvent(e)
        self._pas_bladzijden()

    def done(self, uitkomst: int) -> None:
        """Let go of the document, however the window is closed: Esc sends no close event."""
        super().done(uitkomst)
        if self._voorbeeld is not None:
            self._voorbeeld.sluit()

    def _bij_open(self, voorbeeld: Voorbeeld) -> None:
        self._voorbeeld = voorbeeld
        totaal = len(voorbeeld.verhoudingen)
        self.stand.setText(f"Nog niet ondertekend. {hoofdletter(telling(totaal, 'pagina', 'pagina’s'))}.")
        for nr in range(totaal):
            bladzijde = Bladzijde(voorbeeld, nr, totaal, self.rol.vlak)
            self._vel.addWidget(bladzijde, 0, Qt.AlignmentFlag.AlignHCenter)
            self.bladzijden.append(bladzijde)
        self._pas_bladzijden()
        QTimer.singleShot(0, self.rol, self.rol.setFocus)

    def _pas_bladzijden(self) -> None:
        t = thema()
        breedte = max(min(self.rol.viewport().width() - 2 * t.px(maten.RUIM), t.px(_BREEDSTE)), t.px(_SMALST))
        for bladzijde in self.bladzijden:
            bladzijde.pas(breedte)

    def in_beeld(self) -> list[Bladzijde]:
        """The pages that can be seen now, wholly or in part."""
        vlak = self.rol.viewport()
        kader = vlak.rect()
        return [b for b in self.bladzijden if kader.intersects(QRect(b.mapTo(vlak, b.rect().topLeft()), b.size()))]

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.stand.setText(str(fout))


def _open(maak: Callable[[], bytes], _melder: Melder) -> Voorbeeld:
    return Voorbeeld(maak())


def _teken(voorbeeld: Voorbeeld, nr: int, breedte: int, _melder: Melder) -> Beeld | None:
    return voorbeeld.teken(nr, breedte)
