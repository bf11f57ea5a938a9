"""Draws the program's icon in each size: `python icons.py APP.svg MAP`, run with the environment of build.py."""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SIDE = (164, 314)
"""Width and height in px of the picture beside the last page of the installer for Windows, as NSIS wants it."""
SIDE_COLOUR = (15, 92, 110)
"""That of the icon."""


def main(source: str, target: Path) -> None:
    """Draw all sizes as PNG, then bind them into one .ico and one .icns, and put one on the side of the installer."""
    app = QGuiApplication([])
    target.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(source)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        image.save(str(target / f"{size}.png"))
    app.quit()
    pictures = [Image.open(target / f"{size}.png") for size in SIZES]
    icons = [picture for picture in pictures if picture.width <= 256]
    icons[-1].save(target / "vtscan.ico", sizes=[p.size for p in icons], append_images=icons[:-1])
    pictures[-1].save(target / "vtscan.icns", append_images=pictures[:-1])
    side = Image.new("RGB", SIDE, SIDE_COLOUR)
    icon = pictures[SIZES.index(128)]
    side.paste(icon, ((side.width - icon.width) // 2, (side.height - icon.height) // 2), icon)
    side.save(target / "side.bmp")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
