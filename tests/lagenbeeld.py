"""Draws docs/beeld/lagen.svg from the imports as they are: `python -m tests.lagenbeeld`.

A row and a column for each part, in the order of the layers in pyproject.toml; a dot where the row imports the column.
Imports run one way, so every dot lies left of the diagonal.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
BEELD = ROOT / "docs/beeld/lagen.svg"
PAKKET = "vtscan_desktop"
WAT = {
    "domain": "waarden van een scan, regels, uitleg: zuiver Python",
    "hulpbronnenmap": "waar ligt wat meegeleverd is",
    "bestanden": "heel schrijven of niet, begrensd lezen",
    "hulpbronnen": "leest formats, regio’s, inspectietabel",
    "rapport": "van waarden naar PDF; tekenen en controleren",
    "uitwisseling": "het uitwisselformaat in en uit",
    "models": "de versleutelde opslag: tabellen, migraties",
    "services": "wat venster en opdrachtregel delen",
    "cli": "de opdrachten",
    "ui": "alles wat Qt is",
    "demo": "het hele werk, door het echte venster",
    "app": "de ene plek die alles kent",
}
_RIJ, _NAAM, _MARGE = 34, 500, 24
_INKT, _GEDEMPT, _LIJN, _ACCENT, _PAPIER = "#1c2430", "#586473", "#dde2e7", "#1f5c8a", "#ffffff"


def delen() -> list[str]:
    """The parts from the innermost to the outermost, as pyproject.toml orders them."""
    gelezen = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lagen = next(c["layers"] for c in gelezen["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    return [deel.split(".")[1] for laag in reversed(lagen) for deel in reversed(re.split(r" *[|:] *", laag))]


def verbanden() -> set[tuple[str, str]]:
    """Which part imports which, read off the code."""
    graaf = grimp.build_graph(PAKKET)
    bekend = set(delen())
    return {
        (van, naar)
        for module in graaf.modules
        for gevraagd in graaf.find_modules_directly_imported_by(module)
        if (van := _deel(module)) != (naar := _deel(gevraagd)) and {van, naar} <= bekend
    }


def _deel(module: str) -> str:
    return module.partition(".")[2].partition(".")[0]


def teken() -> str:
    """The picture, as SVG."""
    namen = delen()
    breedte, hoogte = _NAAM + _RIJ * len(namen) + 2 * _MARGE, _RIJ * len(namen) + 130 + _MARGE
    kop = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breedte} {hoogte}" font-family="Fira Sans, sans-serif"'
    )
    kop += ' font-size="13"><title>Welk deel welk ander deel gebruikt</title>'
    vlak = f'<rect width="{breedte}" height="{hoogte}" fill="{_PAPIER}"/>'
    return "\n".join([kop, vlak, *_assen(namen), *_stippen(namen), "</svg>", ""])


def _assen(namen: list[str]) -> Iterator[str]:
    for nummer, naam in enumerate(namen):
        y, x = _midden(nummer)
        yield f'<line x1="{_MARGE}" x2="{_x_eind(namen)}" y1="{y + _RIJ / 2}" y2="{y + _RIJ / 2}" stroke="{_LIJN}"/>'
        yield f'<text x="{_MARGE}" y="{y + 5}" fill="{_INKT}" font-weight="600">{escape(naam)}</text>'
        yield f'<text x="{_MARGE + 150}" y="{y + 5}" fill="{_GEDEMPT}">{escape(WAT[naam])}</text>'
        yield f'<text transform="translate({x + 4} 118) rotate(-60)" fill="{_INKT}">{escape(naam)}</text>'
        yield f'<rect x="{x - _RIJ / 2}" y="{y - _RIJ / 2}" width="{_RIJ}" height="{_RIJ}" fill="{_LIJN}"/>'


def _stippen(namen: list[str]) -> Iterator[str]:
    plek = {naam: nummer for nummer, naam in enumerate(namen)}
    for van, naar in sorted(verbanden(), key=lambda paar: (plek[paar[0]], plek[paar[1]])):
        y, x = _midden(plek[van])[0], _midden(plek[naar])[1]
        uitleg = f"<title>{van} gebruikt {naar}</title>"
        yield f'<circle cx="{x}" cy="{y}" r="6" fill="{_ACCENT}">{uitleg}</circle>'


def _midden(nummer: int) -> tuple[float, float]:
    """The y of a row and the x of a column."""
    return 130 + _RIJ * (nummer + 0.5), _MARGE + _NAAM + _RIJ * (nummer + 0.5)


def _x_eind(namen: list[str]) -> float:
    return _MARGE + _NAAM + _RIJ * len(namen)


if __name__ == "__main__":
    BEELD.write_text(teken(), "utf-8")
