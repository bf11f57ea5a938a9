"""A figure as painted: in the colours of the theme and the size of its text, read along by keyboard or mouse."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vtscan_desktop.domain.figuur.plan import teken_plan
from vtscan_desktop.domain.figuur.tekening import Lijn, Rol, Stip, Tekening, Tekst
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import LETTERFAMILIE, thema

if TYPE_CHECKING:
    from vtscan_desktop.domain.figuur.beschrijving import Figuur
    from vtscan_desktop.domain.figuur.tekening import Vlak, Vorm
    from vtscan_desktop.ui.kleuren import Palet

BREEDTE = 480
"""Width in px at 100% that a figure asks for; it takes what it gets."""
RING = 0.62
"""Radius of the ring around the value that is read, as part of the text size."""
_MEETMAAT = 100


class Figuurvlak(QWidget):
    """The painted figure. Arrows and mouse go along its values; `gelezen` carries one in words, or ""."""

    gelezen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._figuur: Figuur | None = None
        self._tekeningen: dict[tuple[int, float], Tekening] = {}
        """The present figure laid out, by width and text size: a layout asks for the height at several widths."""
        self._plek: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        beleid = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)

    def zet_figuur(self, figuur: Figuur) -> None:
        """Show a figure; the same one costs nothing."""
        if figuur == self._figuur:
            return
        self._figuur = figuur
        self._tekeningen.clear()
        self._lees(None)
        self.setAccessibleName(figuur.titel)
        self.setAccessibleDescription(figuur.alt)
        self.updateGeometry()
        self.update()

    def tekening(self) -> Tekening:
        """The figure laid out at its present width."""
        return self._leg_uit(self.width())

    def hasHeightForWidth(self) -> bool:
        """Narrower may be higher: names break."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """The height that the figure takes at a width."""
        return 0 if self._figuur is None else int(self._leg_uit(breedte).hoogte) + 1

    def sizeHint(self) -> QSize:
        """The width it asks for; the height as it stands, since the layout asks `heightForWidth` for any other."""
        return QSize(thema().px(BREEDTE), self.heightForWidth(self._breed()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a column gets."""
        return QSize(thema().px(BREEDTE // 2), self.heightForWidth(self._breed()))

    def _breed(self) -> int:
        """Its present width, or the narrowest before it has one: laying out for each hint would cost a key's time."""
        return max(self.width(), thema().px(BREEDTE // 2))

    def _leg_uit(self, breedte: int) -> Tekening:
        assert self._figuur is not None
        maat = (breedte, LETTER["klein"] * thema().schaal)
        if maat not in self._tekeningen:
            self._tekeningen[maat] = teken_plan(self._figuur, *maat, _meet)
        return self._tekeningen[maat]

    def paintEvent(self, _e: QPaintEvent) -> None:
        """Paint the figure, and a ring around the value that is read."""
        if self._figuur is None:
            return
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        tekening = self.tekening()
        kleuren = _kleuren(thema().palet)
        for vorm in tekening.vormen:
            _schilder(verf, vorm, kleuren)
        if self._plek is not None:
            punt = tekening.leespunten[self._plek]
            verf.setBrush(Qt.BrushStyle.NoBrush)
            verf.setPen(QPen(kleuren[Rol.INKT], 0.12 * tekening.letter))
            straal = RING * tekening.letter
            verf.drawEllipse(QPointF(punt.x, punt.y), straal, straal)
        verf.end()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Go along the values, from the left or from the end."""
        stap = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(e.key()))
        aantal = len(self.tekening().leespunten) if self._figuur else 0
        if not aantal or (stap is None and e.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            super().keyPressEvent(e)
            return
        if stap is None or self._plek is None:
            self._lees(0 if e.key() in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down) else aantal - 1)
        else:
            self._lees(min(max(self._plek + stap, 0), aantal - 1))

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Read the last value: the state of today."""
        super().focusInEvent(e)
        if self._figuur and e.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._lees(len(self.tekening().leespunten) - 1)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Read nothing any more."""
        super().focusOutEvent(e)
        self._lees(None)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        """Read the value nearest to the mouse."""
        if self._figuur is None:
            return
        punten = self.tekening().leespunten
        plaats = e.position()
        afstand = [abs(p.x - plaats.x()) * 2 + abs(p.y - plaats.y()) for p in punten]
        self._lees(afstand.index(min(afstand)) if afstand else None)

    def leaveEvent(self, e: QEvent) -> None:
        """Read nothing any more, unless the keyboard is here."""
        super().leaveEvent(e)
        if not self.hasFocus():
            self._lees(None)

    def _lees(self, plek: int | None) -> None:
        if plek == self._plek:
            return
        self._plek = plek
        tekst = "" if plek is None else self.tekening().leespunten[plek].tekst
        self.gelezen.emit(tekst)
        if tekst and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tekst))
        self.update()


def _kleuren(palet: Palet) -> dict[Rol, QColor]:
    return {
        Rol.INKT: QColor(palet.inkt),
        Rol.GEDEMPT: QColor(palet.gedempt),
        Rol.HAARLIJN: QColor(palet.lijn),
        Rol.ACCENT: QColor(palet.accent),
        Rol.ZACHT: QColor(palet.accent_zacht),
        Rol.PAPIER: QColor(palet.doek),
    }


@lru_cache(maxsize=2)
def _meetletter(nadruk: bool) -> QFontMetricsF:
    letter = QFont(LETTERFAMILIE)
    letter.setPixelSize(_MEETMAAT)
    letter.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letter.setWeight(QFont.Weight.Medium if nadruk else QFont.Weight.Normal)
    return QFontMetricsF(letter)


@lru_cache(maxsize=2048)
def _meet(tekst: str, nadruk: bool) -> float:
    return _meetletter(nadruk).horizontalAdvance(tekst) / _MEETMAAT


def _schilder(verf: QPainter, vorm: Vorm, kleuren: dict[Rol, QColor]) -> None:
    if isinstance(vorm, Tekst):
        verf.setPen(kleuren[vorm.rol])
        letter = thema().letter(LETTER["klein"], QFont.Weight.Medium if vorm.nadruk else QFont.Weight.Normal)
        letter.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        verf.setFont(letter)
        verf.drawText(QPointF(vorm.x, vorm.y), vorm.tekst)
    elif isinstance(vorm, Lijn):
        pen = QPen(kleuren[vorm.rol], vorm.dikte)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if vorm.streep:
            pen.setDashPattern([deel / vorm.dikte for deel in vorm.streep])
        verf.setPen(pen)
        verf.drawPolyline(QPolygonF([QPointF(*punt) for punt in vorm.punten]))
    else:
        _schilder_vulling(verf, vorm, kleuren)


def _schilder_vulling(verf: QPainter, vorm: Vlak | Stip, kleuren: dict[Rol, QColor]) -> None:
    verf.setBrush(QBrush(kleuren[vorm.rol]))
    verf.setPen(Qt.PenStyle.NoPen if vorm.rand is None else QPen(kleuren[vorm.rand], vorm.dikte))
    if isinstance(vorm, Stip):
        verf.drawEllipse(QPointF(vorm.x, vorm.y), vorm.straal, vorm.straal)
    else:
        verf.drawPolygon(QPolygonF([QPointF(*punt) for punt in vorm.punten]))
