"""The endurance test in short: killed once while typing, once during each thing that can go on beside it."""

from __future__ import annotations

import signal

import pytest

from tests.duurproef.__main__ import ALTIJD_MS, een_keer, maak_leeg
from tests.duurproef.proef import Leeg

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is how a program dies without notice")


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Leeg:
    return maak_leeg(tmp_path_factory.mktemp("leeg"))


@pytest.mark.parametrize("bezigheid", ["typen", "export", "reservekopie", "migratie"])
def test_killed_at_any_moment_the_database_is_whole_and_has_all_but_the_last_second(leeg: Leeg, bezigheid: str) -> None:
    uitkomst = een_keer(leeg, bezigheid, zaad=1)
    assert uitkomst.fouten == []
    assert uitkomst.kwijt_ms <= ALTIJD_MS
    assert bezigheid == "migratie" or uitkomst.getypt > 0
