"""The picture of the architecture is that of the code."""

from __future__ import annotations

from tests.lagenbeeld import BEELD, WAT, delen, teken, verbanden


def test_the_picture_shows_the_imports_as_they_are() -> None:
    assert BEELD.read_text("utf-8") == teken(), "draw it anew: python -m tests.lagenbeeld"


def test_every_import_in_the_picture_goes_inward() -> None:
    namen = delen()
    assert [paar for paar in verbanden() if namen.index(paar[0]) <= namen.index(paar[1])] == []


def test_every_part_of_the_package_is_in_the_picture() -> None:
    pakket = BEELD.parents[2] / "vtscan_desktop"
    gevonden = {pad.stem for pad in pakket.iterdir() if not pad.name.startswith(("_", "."))}
    assert gevonden == set(WAT) == set(delen())
