"""Where a table breaks: a small one never, a longer one not after a single row, and never under its head alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.rapport import letters
from vtscan_desktop.rapport.blokken import Blok, Paginaeinde, Witruimte
from vtscan_desktop.rapport.opmaak import Opmaak
from vtscan_desktop.rapport.stijlen import BREEDTE, HOOGTE
from vtscan_desktop.rapport.stroom import verdeel_over_paginas
from vtscan_desktop.rapport.tabel import HEEL_TOT, Kolommen, Tabel, rij


def _tabel(rijen: list[int]) -> Tabel:
    """A table with a row for each number, of so many lines."""
    letters.registreer()
    o = Opmaak()
    regels = [rij(o.cel(str(nr)), o.cel("\n".join(["regel"] * aantal))) for nr, aantal in enumerate(rijen)]
    return o.tabel(Kolommen((1, 3)), ["Nr.", "Wat"], regels)


def _delen(boven: float, tabel: Tabel) -> list[Tabel]:
    """The parts of a table under so much that stands above it, page by page."""
    blokken: list[Blok] = [Witruimte(boven), tabel]
    return [plek.blok for blad in verdeel_over_paginas(blokken) for plek in blad if isinstance(plek.blok, Tabel)]


@given(st.floats(1, HOOGTE - 1), st.lists(st.integers(1, 3), min_size=1, max_size=6))
def test_a_small_table_stays_whole(boven: float, rijen: list[int]) -> None:
    tabel = _tabel(rijen)
    if tabel.hoogte(BREEDTE) <= HEEL_TOT:
        assert len(_delen(boven, tabel)) == 1


@given(st.floats(1, HOOGTE - 1), st.lists(st.integers(1, 4), min_size=8, max_size=60))
def test_no_row_of_a_longer_table_stands_alone(boven: float, rijen: list[int]) -> None:
    delen = _delen(boven, _tabel(rijen))
    assert sum(len(deel.rijen) for deel in delen) == len(rijen)
    assert all(len(deel.rijen) >= 2 for deel in delen)


@pytest.mark.parametrize(("gevuld", "bladen"), [(0.1, 1), (0.39, 1), (0.41, 2), (0.9, 2)])
def test_a_section_starts_a_page_only_where_the_one_before_is_filled(gevuld: float, bladen: int) -> None:
    blokken: list[Blok] = [Witruimte(gevuld * HOOGTE), Paginaeinde(vanaf=0.4), Witruimte(20)]
    assert len(verdeel_over_paginas(blokken)) == bladen


def test_the_parts_follow_one_another() -> None:
    delen = _delen(500, _tabel([2] * 60))
    nummers = [[int(r.cellen[0].blokken[0].stukken[0].tekst) for r in deel.rijen] for deel in delen]  # type: ignore[attr-defined]
    assert all(voor[-1] + 1 == na[0] for voor, na in pairwise(nummers))
