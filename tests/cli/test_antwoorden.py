"""What `--json` answers has the names that docs/commands.md lists, and no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cli.conftest import Aanroep

LIJST = (Path(__file__).parents[2] / "docs/commands.md").read_text("utf-8").partition("### What `--json` answers")[2]


def beloofd(opdracht: str) -> set[str]:
    (rij,) = re.findall(rf"^\| `{opdracht}` \|(.*)$", LIJST, re.MULTILINE)
    return set(re.findall(r"`(\w+)`", rij))


def namen(antwoord: Any) -> Iterator[str]:
    """The names in a JSON value, however deep; a criterium such as 1.1 is no name."""
    if isinstance(antwoord, dict):
        yield from (naam for naam in antwoord if naam.isidentifier())
        antwoord = list(antwoord.values())
    if isinstance(antwoord, list):
        for deel in antwoord:
            yield from namen(deel)


def gezegd(vtscan: Aanroep, *argumenten: object) -> set[str]:
    return set(namen(json.loads(vtscan(*argumenten, "--json").uit)))


def test_beoordeel_inspectie_and_scans_answer_what_is_listed(
    vtscan: Aanroep, ijsselland: Path, database: Path, wachtwoord: Path
) -> None:
    assert gezegd(vtscan, "beoordeel", ijsselland) == beloofd("beoordeel")
    assert gezegd(vtscan, "inspectie", "ijsselland") | gezegd(vtscan, "inspectie") == beloofd("inspectie")
    scans = gezegd(vtscan, "scans", "--database", database, "--wachtwoord-bestand", wachtwoord)
    assert scans == beloofd("scans")


def test_controleer_answers_what_is_listed(vtscan: Aanroep, ijsselland: Path, tmp_path: Path) -> None:
    vtscan("rapport", ijsselland, "--uit", tmp_path / "rapport.pdf")
    assert gezegd(vtscan, "controleer", tmp_path / "rapport.pdf") == beloofd("controleer")
