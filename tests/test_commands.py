"""The one list of commands names all that there are, and none that there aren't."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from vtscan_desktop import cli

ROOT = Path(__file__).parents[1]
LIST = (ROOT / "docs/commands.md").read_text("utf-8")
HELPERS = {"tests.benchmarks.vensterproces", "tests.journeys.gesprek", "tests.journeys.kanarie"}
"""Started by a test or a benchmark only, as processes of their own."""


def runnable() -> Iterator[str]:
    """The modules of the tests that can be run by themselves."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        if not path.name.startswith("test_") and 'if __name__ == "__main__"' in path.read_text("utf-8"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield module.removesuffix(".__main__")


def test_every_module_of_the_tests_that_can_be_run_is_in_the_list() -> None:
    listed = set(re.findall(r"-m (tests[\w.]*)", LIST))
    assert listed == set(runnable()) - HELPERS


def test_every_variable_that_makes_a_test_longer_is_in_the_list() -> None:
    used = {
        name
        for path in (ROOT / "tests").rglob("*.py")
        for name in re.findall(r"VTSCAN_[A-Z]+", path.read_text("utf-8"))
    }
    assert set(re.findall(r"VTSCAN_[A-Z]+", LIST)) == used


def test_every_command_of_the_program_is_in_the_list() -> None:
    assert [name for name in cli._OPDRACHTEN if f"`{name}`" not in LIST and f"start.py {name}" not in LIST] == []


def test_every_file_that_a_command_names_is_there() -> None:
    named = re.findall(r"(?:tests|packaging)/[\w/]+\.py", LIST)
    assert [name for name in named if not (ROOT / name).exists()] == []
