"""One database per module where a test doesn't need its own: deriving a key is slow on purpose."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from vtscan_desktop.models.opslag import Opslag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WACHTWOORD = "Zwólle aan de IJssel"
NU = datetime(2016, 7, 11, 14, 4, 5, 123456, tzinfo=UTC)


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opslag]:
    """An open database, shared by the module."""
    with Opslag.maak(tmp_path_factory.mktemp("opslag") / "scans.vtdb", WACHTWOORD) as geopend:
        yield geopend


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A closed, empty database of the test's own."""
    pad = tmp_path / "eigen.vtdb"
    Opslag.maak(pad, WACHTWOORD).sluit()
    return pad
