"""The sizes of the design, as data, in px at 100% (tokens, as the colours in `kleuren`). No Qt.

The stylesheet gets them by name (`$letter_klein`, `$straal`, `$klein`); `$klein_1` is the spacing less a border of
1 px and `$klein_focus` less that of what has focus, so that a border that grows moves nothing at any text size. Code
scales them with `Thema.px` and `Thema.letter`.
"""

from __future__ import annotations

STAP = 4
"""Spacing goes in steps of this."""
KRAP, KLEIN, GEWOON, RUIM, BREED, VENSTER, PAGINA = (STAP * n for n in range(1, 8))
"""Between parts of one thing; between a label and its field; inside a field; between blocks; around a card; around a
window; beside the column of a page."""
RAND, HAAR, SMAL = 1, STAP // 2, STAP + STAP // 2
"""Where a step is too much: a border; between lines that are one; between buttons that are one."""
CELTEKST, REGELTEKST = KLEIN + HAAR, GEWOON + HAAR
"""Beside the text of a cell and of a line that wraps: there a one-line field, which Qt gives HAAR more, has it too."""

_RUIMTEN = {
    "haar": HAAR,
    "krap": KRAP,
    "smal": SMAL,
    "klein": KLEIN,
    "celtekst": CELTEKST,
    "gewoon": GEWOON,
    "regeltekst": REGELTEKST,
    "ruim": RUIM,
    "breed": BREED,
    "venster": VENSTER,
}
_RANDEN = (1, 2, 3)
"""Widths of borders that a spacing may hold."""

LETTER = {
    "titel": 25.0,
    "groot": 20.0,
    "regel": 18.0,
    "tussenkop": 17.0,
    "basis": 15.0,
    "tabel": 14.0,
    "lijst": 13.2,
    "klein": 13.0,
    "toets": 12.5,
}
"""The type scale. Emphasis is by weight (Medium), hardly ever by size."""

STRAAL = {"straal_groot": 8, "straal": 6, "straal_klein": 4, "straal_vink": 3, "straal_balk": 2}
"""Corners: of a card; of a field or button; of what lies within one; of a tick box; of a scroll bar. Not scaled."""

RAND_FOCUS, RAND_FOCUS_HOOG = 2, 3
"""Width of the border of what has focus, and that in high contrast; 1 otherwise. Not scaled."""
VINK = 15
"""Side of a tick box, within its border."""
KOPBALK = 60
"""Height of the header, and of the bar with the note line."""
KNOP = 32
"""Height of what is pressed within a row or bar."""
ICOON, ICOON_RUIM = 14, 18
"""Side of an icon in a button, and of one that stands by itself."""
DATUMVELD = 160
"""Width of a field for a date."""
LIJST, LIJST_MAX = 260, 440
"""Width of a list beside what it chooses, and the most it takes (not scaled)."""
VRAAGVENSTER = 480
"""Width of a window that asks one thing."""
UITZICHT = 120
"""How much stays in view above and below what was jumped to."""


def als_sjabloonwaarden(schaal: float, focus: int) -> dict[str, str]:
    """What the stylesheet's `$names` stand for at a text size, with so wide a border around what has focus."""
    waarden = {naam: f"{round(maat * schaal)}px" for naam, maat in _RUIMTEN.items()}
    for naam_rand, rand in (*((str(breed), breed) for breed in _RANDEN), ("focus", focus)):
        waarden |= {
            f"{naam}_{naam_rand}": f"{max(0, round(maat * schaal) - rand)}px" for naam, maat in _RUIMTEN.items()
        }
    waarden |= {f"letter_{naam}": f"{round(maat * schaal)}px" for naam, maat in LETTER.items()}
    waarden |= {naam: f"{maat}px" for naam, maat in STRAAL.items()}
    vink = round(VINK * schaal)
    return waarden | {"focus": f"{focus}px", "vink_maat": f"{vink}px", "rond": f"{(vink + 2) // 2}px"}
