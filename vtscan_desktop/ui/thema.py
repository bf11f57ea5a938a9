"""Fonts, sizes and the stylesheet; follows the system's light, dark or high-contrast choice."""

from __future__ import annotations

from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor as Kleur
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from vtscan_desktop.hulpbronnenmap import hulpbronnenmap
from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, LICHT, Palet
from vtscan_desktop.ui.maten import LETTER, RAND_FOCUS, RAND_FOCUS_HOOG, als_sjabloonwaarden

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Oordeel


LETTERFAMILIE = "Fira Sans"


def laad_lettertypen() -> None:
    """Register the shipped font; Qt ships none of its own."""
    for snit in ("Regular", "Italic", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(hulpbronnenmap() / "fonts" / f"FiraSans-{snit}.ttf"))


class Thema(QObject):
    """The appearance in force. One per application; widgets that paint themselves ask it for colours and icons."""

    gewijzigd = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._schaal = 1.0
        self._gekozen: Palet | None = None
        self._palet = LICHT
        laad_lettertypen()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._pas_toe)
        hints.accessibility().contrastPreferenceChanged.connect(self._pas_toe)
        self._pas_toe()

    @property
    def palet(self) -> Palet:
        """The colours in force: those chosen, else by the system's choice."""
        return self._palet

    def _bepaal_palet(self) -> Palet:
        if self._gekozen is not None:
            return self._gekozen
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return HOOG_CONTRAST
        return DONKER if hints.colorScheme() == Qt.ColorScheme.Dark else LICHT

    @property
    def schaal(self) -> float:
        """Text size as a factor: 1.0 to 2.0."""
        return self._schaal

    @property
    def gekozen(self) -> Palet | None:
        """The palet that was chosen; None follows the system."""
        return self._gekozen

    def stel_in(self, palet: Palet | None, schaal: float) -> None:
        """Show in a palet (None: the system's choice) and a text size, 1.0 (100%) to 2.0 (200%)."""
        begrensd = min(2.0, max(1.0, schaal))
        if palet is not self._gekozen or begrensd != self._schaal:
            self._gekozen, self._schaal = palet, begrensd
            self._pas_toe()

    def kies(self, palet: Palet | None) -> None:
        """Show in a palet, whatever the system says; None follows the system."""
        self.stel_in(palet, self._schaal)

    def zet_schaal(self, schaal: float) -> None:
        """Set the text size, 1.0 (100%) to 2.0 (200%)."""
        self.stel_in(self._gekozen, schaal)

    def px(self, maat: float) -> int:
        """A size in px at 100%, scaled to the text size in force."""
        return round(maat * self._schaal)

    def letter(self, maat: float = LETTER["basis"], gewicht: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The shipped font in a size (px at 100%) and weight."""
        # points, since a pixel size can't be a fraction
        punten = maat * self._schaal * 72 / QGuiApplication.primaryScreen().logicalDotsPerInch()
        return QFont(_letter(punten, gewicht))

    def icoon(self, naam: str, kleur: str | None = None, maat: int = 16) -> QIcon:
        """A shipped SVG icon in one colour (default: muted ink); `maat` in px at 100%."""
        return QIcon(self.pixmap(naam, kleur, maat))

    def pixmap(self, naam: str, kleur: str | None = None, maat: int = 16) -> QPixmap:
        """As `icoon`, as a pixmap of twice the density."""
        return _teken(naam, kleur or self.palet.gedempt, self.palet.papier, self.px(maat))

    def oordeelpixmap(self, oordeel: Oordeel, *, maat: int = 14) -> QPixmap:
        """The one shape of an oordeel."""
        return self.pixmap(f"oordeel-{oordeel.value}", self.palet.oordeel(oordeel).voor, maat)

    def _pas_toe(self) -> None:
        self._palet = self._bepaal_palet()
        self._app.setFont(self.letter())
        self._app.setPalette(_qt_palet(self.palet))
        self._app.setStyleSheet(maak_stijl(self.palet, self._schaal))
        self.gewijzigd.emit()


_van_app: list[Thema] = []
"""The application's theme once it is made: looking for it among all that the application owns takes too long."""


def thema() -> Thema:
    """The application's theme (made on first use)."""
    if not _van_app or not isValid(_van_app[0]):
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        _van_app[:] = [Thema(app)]
    return _van_app[0]


@lru_cache(maxsize=64)
def _letter(punten: float, gewicht: QFont.Weight) -> QFont:
    letter = QFont(LETTERFAMILIE)
    letter.setPointSizeF(punten)
    letter.setWeight(gewicht)
    return letter


@lru_cache(maxsize=256)
def _teken(naam: str, kleur: str, binnen: str, px: int) -> QPixmap:
    svg = (hulpbronnenmap() / "iconen" / f"{naam}.svg").read_text("utf-8")
    if naam != "app":
        svg = svg.replace("#ffffff", binnen).replace("currentColor", kleur)
    pixmap = QPixmap(QSize(px, px) * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    verf = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(verf, QRectF(0, 0, px * 2, px * 2))
    verf.end()
    pixmap.setDevicePixelRatio(2.0)
    return pixmap


def _qt_palet(p: Palet) -> QPalette:
    rollen = {
        QPalette.ColorRole.Window: p.doek,
        QPalette.ColorRole.WindowText: p.inkt,
        QPalette.ColorRole.Base: p.papier,
        QPalette.ColorRole.AlternateBase: p.doek,
        QPalette.ColorRole.Text: p.inkt,
        QPalette.ColorRole.PlaceholderText: p.gedempt,
        QPalette.ColorRole.Button: p.papier,
        QPalette.ColorRole.ButtonText: p.inkt,
        QPalette.ColorRole.Highlight: p.accent,
        QPalette.ColorRole.HighlightedText: p.op_accent,
        QPalette.ColorRole.Accent: p.accent,
        QPalette.ColorRole.Link: p.accent,
        QPalette.ColorRole.ToolTipBase: p.papier,
        QPalette.ColorRole.ToolTipText: p.inkt,
    }
    palet = QPalette()
    for rol, kleur in rollen.items():
        palet.setColor(rol, Kleur(kleur))
    return palet


def focusrand(palet: Palet) -> int:
    """Width of the border of what has focus, in px."""
    return RAND_FOCUS_HOOG if palet is HOOG_CONTRAST else RAND_FOCUS


def maak_stijl(palet: Palet, schaal: float) -> str:
    """The stylesheet for a palette and text size, from the tokens of `kleuren` and `maten`."""
    bron = (hulpbronnenmap() / "stijl.qss").read_text("utf-8")
    waarden = als_sjabloonwaarden(schaal, focusrand(palet))
    waarden |= {naam: kleur for naam, kleur in palet._asdict().items() if isinstance(kleur, str)}
    for naam in ("op_orde", "pril", "in_ontwikkeling", "niet_op_orde", "open"):
        toon = getattr(palet, naam)
        waarden |= {f"{naam}_voor": toon.voor, f"{naam}_achter": toon.achter}
    waarden["pijl"] = f"pijl-omlaag-{palet.naam.replace(' ', '-')}"
    waarden["vink"] = "vink-donker" if palet is DONKER else "vink-wit"
    waarden["chiprand"] = palet.rand if palet is HOOG_CONTRAST else "transparent"  # which has no soft backgrounds
    waarden["rand_uit"] = "dashed" if palet is HOOG_CONTRAST else "solid"  # whose muted colours look like the others
    waarden["iconen"] = (hulpbronnenmap() / "iconen").as_posix()
    return Template(bron).substitute(waarden)
