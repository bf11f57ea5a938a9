"""Preferences of this computer: kept, tolerant of anything that lies there, and without a word of the scans."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.services.voorkeuren import (
    TEKSTGROOTTEN,
    VERGRENDELEN_NA,
    Kleurstelling,
    Voorkeuren,
    bewaar_voorkeuren,
    lees_voorkeuren,
)


@given(
    st.builds(Voorkeuren, tekstgrootte=st.sampled_from(TEKSTGROOTTEN), vergrendelen_na=st.sampled_from(VERGRENDELEN_NA))
)
def test_wat_bewaard_is_komt_terug(tmp_path_factory: pytest.TempPathFactory, gekozen: Voorkeuren) -> None:
    pad = tmp_path_factory.mktemp("voorkeuren") / "map" / "voorkeuren.json"
    assert bewaar_voorkeuren(pad, gekozen) == ""
    assert lees_voorkeuren(pad) == gekozen


@pytest.mark.parametrize(
    "inhoud", ["", "{", "[]", "null", '{"kleuren": ["x"]}', '{"tekstgrootte": 5000, "spelling": "ja"}', "\x00"]
)
def test_wat_onleesbaar_is_telt_niet(tmp_path: Path, inhoud: str) -> None:
    pad = tmp_path / "voorkeuren.json"
    pad.write_text(inhoud)
    assert lees_voorkeuren(pad) == Voorkeuren()
    assert lees_voorkeuren(tmp_path / "is er niet.json") == Voorkeuren()


def test_een_deel_dat_klopt_telt_wel(tmp_path: Path) -> None:
    pad = tmp_path / "voorkeuren.json"
    pad.write_text(json.dumps({"kleuren": "donker", "tekstgrootte": "groot"}))
    assert lees_voorkeuren(pad) == Voorkeuren(Kleurstelling.DONKER)


def test_niet_kunnen_bewaren_is_een_zin_en_geen_fout(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("geen map")
    zin = bewaar_voorkeuren(tmp_path / "map" / "voorkeuren.json", Voorkeuren())
    assert re.fullmatch(r"De instellingen gelden nu, maar konden niet worden onthouden\. Systeemfout \d+\.", zin)


def test_groter_en_kleiner_blijven_tussen_100_en_200_procent() -> None:
    assert [Voorkeuren(tekstgrootte=g).met_tekstgrootte(1) for g in TEKSTGROOTTEN] == [115, 130, 150, 175, 200, 200]
    assert [Voorkeuren(tekstgrootte=g).met_tekstgrootte(-1) for g in TEKSTGROOTTEN] == [100, 100, 115, 130, 150, 175]
