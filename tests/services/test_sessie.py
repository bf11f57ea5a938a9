"""A session that is closed holds nothing of the scans any more."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from vtscan_desktop.domain.persoonsgegevens import vind_persoonsgegevens
from vtscan_desktop.domain.risicoscan import Risicoscan, TopicInvulling
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.nakijken import kijk_werkstand_na
from vtscan_desktop.services.sessie import Sessie

NU = datetime(2026, 11, 27, tzinfo=UTC)


def test_na_het_sluiten_is_geen_tekst_meer_onthouden_die_is_nagekeken(tmp_path: Path) -> None:
    scan = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11))
    scan = scan.met_topic(TopicInvulling(3, "Zo’n verhaal leest men liever niet terug."))
    sessie = Sessie.maak(tmp_path / "scans.vtdb", "een lang wachtwoord")
    kijk_werkstand_na(Werkstand(scan), beoordeel_scan(scan, laad_format()), NU.date(), laad_format())
    assert vind_persoonsgegevens.cache_info().currsize > 0
    sessie.sluit()
    assert vind_persoonsgegevens.cache_info().currsize == 0
