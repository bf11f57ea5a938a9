"""An SVG drawing as a picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def teken_svg(svg: bytes, maat: tuple[int, int]) -> bytes:
    """The drawing as a PNG on a clear ground, as large as fits in `maat` (pixels); b"" when nothing is drawn.

    It draws whatever the drawing names: give it one that was made harmless. On any thread.
    """
    tekening = QSvgRenderer()
    if not tekening.load(QByteArray(svg)):
        return b""
    kader = tekening.viewBoxF() if not tekening.viewBoxF().isEmpty() else QRectF(tekening.boundsOnElement(""))
    vorm = kader.size().scaled(float(maat[0]), float(maat[1]), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    vorm = vorm.expandedTo(QSize(1, 1))
    beeld = QImage(vorm, QImage.Format.Format_ARGB32_Premultiplied)
    beeld.fill(Qt.GlobalColor.transparent)
    leeg = beeld.copy()
    penseel = QPainter(beeld)
    penseel.setRenderHint(QPainter.RenderHint.Antialiasing)
    tekening.render(penseel)
    penseel.end()
    if beeld == leeg:
        return b""
    uit = QBuffer()
    uit.open(QIODevice.OpenModeFlag.WriteOnly)
    beeld.save(uit, "PNG")  # type: ignore[call-overload]
    return bytes(uit.data().data())
