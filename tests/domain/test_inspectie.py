"""Oordelen per criterium follow the published national table."""

from __future__ import annotations

import pytest

from vtscan_desktop.domain.inspectie import CRITERIA, TOPICS_VAN_CRITERIUM, Regioscore
from vtscan_desktop.hulpbronnen import laad_inspectietabel

LANDELIJK = {
    "1.1": {"voldoende": 2, "matig": 23, "onvoldoende": 1},
    "1.2": {"voldoende": 6, "matig": 11, "onvoldoende": 9},
    "1.3": {"voldoende": 10, "matig": 4, "onvoldoende": 12},
    "2.1": {"voldoende": 8, "matig": 11, "onvoldoende": 7},
    "2.2": {"voldoende": 23, "matig": 3, "onvoldoende": 0},
    "3.1": {"voldoende": 23, "onvoldoende": 3},
    "3.2": {"voldoende": 23, "onvoldoende": 3},
}


def test_de_landelijke_telling_is_die_van_het_rapport() -> None:
    assert laad_inspectietabel().landelijk() == LANDELIJK


def test_ijsselland_heeft_achttien_voldoendes_en_matig_op_1_1() -> None:
    score = laad_inspectietabel().van("ijsselland")
    assert score is not None
    assert score.voldoende == 18
    assert score.criteria() == {
        "1.1": "matig",
        "1.2": "onvoldoende",
        "1.3": "matig",
        "2.1": "voldoende",
        "2.2": "voldoende",
        "3.1": "voldoende",
        "3.2": "voldoende",
    }


def test_een_onbekende_regio_staat_er_niet_in() -> None:
    assert laad_inspectietabel().van("ergens") is None


@pytest.mark.parametrize(
    ("criterium", "onvoldoende", "oordeel"),
    [
        ("1.1", 0, "voldoende"),
        ("1.1", 1, "matig"),
        ("1.1", 2, "matig"),
        ("1.1", 3, "onvoldoende"),
        ("1.2", 1, "voldoende"),
        ("1.2", 2, "matig"),
        ("1.2", 3, "onvoldoende"),
        ("2.1", 0, "voldoende"),
        ("2.1", 1, "matig"),
        ("2.1", 2, "onvoldoende"),
        ("3.1", 1, "voldoende"),
        ("3.1", 2, "onvoldoende"),
    ],
)
def test_de_grenzen_per_criterium(criterium: str, onvoldoende: int, oordeel: str) -> None:
    scores = tuple((f"{c}.{i}", not (c == criterium and i <= onvoldoende)) for c in CRITERIA for i in range(1, 4))
    assert Regioscore("x", "X", scores).criteria()[criterium] == oordeel


def test_precies_de_helft_is_bij_thema_3_niet_genoeg() -> None:
    assert Regioscore("x", "X", (("3.2.1", True), ("3.2.2", False))).criteria()["3.2"] == "onvoldoende"


def test_elk_criterium_hoort_bij_een_topic() -> None:
    assert tuple(TOPICS_VAN_CRITERIUM) == CRITERIA
