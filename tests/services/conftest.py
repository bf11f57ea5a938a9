"""What most tests of a service begin with: a new database, and the shipped scan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    """A database with nothing in it."""
    with Opslag.maak(tmp_path / "scans.vtdb", "een lang wachtwoord") as nieuw:
        yield nieuw


@pytest.fixture(scope="session")
def ijsselland() -> Risicoscan:
    """The shipped scan."""
    return lees_scanbestand(voorbeeldscan()).scan
