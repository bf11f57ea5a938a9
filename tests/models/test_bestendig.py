"""What was kept stays kept: when the process is killed, and in a backup that is the old one or the new one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHRIJVER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from vtscan_desktop.domain.risicoscan import Notitie
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.domain.werkstand import Werkstand
opslag = Opslag.open(Path(sys.argv[1]), sys.argv[2])
werkstand = opslag.lees("a")
while True:
    nu = datetime.now(UTC)
    notities = (*werkstand.scan.notities, Notitie(nu, "x" * 3000))
    nieuw = Werkstand(replace(werkstand.scan, notities=notities, overall_beeld=str(len(notities))))
    print(opslag.bewaar(werkstand, nieuw, nu), flush=True)
    werkstand = nieuw
"""


@pytest.fixture
def gevuld(database: Path) -> Iterator[Opslag]:
    """An open database of the test's own with one scan, "a"."""
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, Werkstand(Risicoscan("a", "ijsselland", NU.date())), NU)
        yield opslag


def test_killed_while_writing_every_change_that_was_kept_is_there(gevuld: Opslag) -> None:
    gevuld.sluit()
    for wacht in (0.2, 0.5):
        schrijver = subprocess.Popen(
            [sys.executable, "-c", SCHRIJVER, str(gevuld.pad), WACHTWOORD],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert schrijver.stdout is not None
        bevestigd = int(schrijver.stdout.readline())
        time.sleep(wacht)
        schrijver.kill()
        for regel in schrijver.communicate()[0].split("\n")[:-1]:
            bevestigd = int(regel)
        with Opslag.open(gevuld.pad, WACHTWOORD) as opslag:
            # The last one may have been kept without there being time to say so.
            assert opslag.revisie() in (bevestigd, bevestigd + 1)
            scan = opslag.lees("a").scan
            assert len(scan.notities) == int(scan.overall_beeld) == opslag.revisie() - 1


def test_a_backup_holds_it_all_and_opens_with_both_keys(gevuld: Opslag, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.vtdb"
    gevuld.reservekopie(kopie)
    revisie, werkstand = gevuld.revisie(), gevuld.lees("a")
    for geheim in (WACHTWOORD, gevuld.herstelsleutel):
        with Opslag.open(kopie, geheim) as opslag:
            assert (opslag.revisie(), opslag.lees("a")) == (revisie, werkstand)
    if os.name == "posix":
        assert kopie.stat().st_mode & 0o777 == 0o600


def test_a_newer_backup_takes_the_place_of_the_older(gevuld: Opslag, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.vtdb"
    gevuld.reservekopie(kopie)
    oud = gevuld.lees("a")
    gevuld.bewaar(oud, Werkstand(replace(oud.scan, titel="later")), NU)
    gevuld.reservekopie(kopie)
    with Opslag.open(kopie, WACHTWOORD) as opslag:
        assert opslag.lees("a").scan.titel == "later"


def test_a_backup_that_fails_leaves_the_older_one(
    gevuld: Opslag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kopie = tmp_path / "map" / "kopie.vtdb"
    kopie.parent.mkdir()
    gevuld.reservekopie(kopie)
    eerst = kopie.read_bytes()
    echt = Opslag._controleer_kopie

    def bederf(opslag: Opslag, proef: Path, revisie: int) -> None:
        proef.write_bytes(_bedorven(proef.read_bytes()))
        echt(opslag, proef, revisie)

    monkeypatch.setattr(Opslag, "_controleer_kopie", bederf)
    with pytest.raises(OmgevingFout, match="niet goed weggeschreven"):
        gevuld.reservekopie(kopie)
    monkeypatch.undo()
    assert kopie.read_bytes() == eerst
    assert [p.name for p in kopie.parent.iterdir()] == [kopie.name]
    with pytest.raises(OmgevingFout, match="map"):
        gevuld.reservekopie(tmp_path / "geen" / "kopie.vtdb")
    with pytest.raises(InvoerFout, match="zelf"):
        gevuld.reservekopie(gevuld.pad)
    gevuld.bewaar(None, Werkstand(Risicoscan("b", "ijsselland", NU.date())), NU)


def _bedorven(inhoud: bytes) -> bytes:
    return inhoud[:20_000] + bytes([inhoud[20_000] ^ 1]) + inhoud[20_001:]


def test_een_wijziging_wacht_nooit_op_een_hele_reservekopie_en_gaat_erin_mee(
    gevuld: Opslag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bewaard: list[bool] = []

    def tussendoor(_duur: float) -> None:
        if not bewaard:  # while the copy is being made, another thread keeps something
            draad = Thread(target=gevuld.bewaar_instelling, args=("tussendoor", "ja"))
            draad.start()
            draad.join(20)
            bewaard.append(not draad.is_alive())

    monkeypatch.setattr("vtscan_desktop.models.databank.time.sleep", tussendoor)
    kopie = tmp_path / "kopie.vtdb"
    gevuld.reservekopie(kopie)
    assert bewaard == [True]
    assert {pad.name for pad in tmp_path.iterdir() if "kopie" in pad.name} == {"kopie.vtdb"}
    with Opslag.open(kopie, WACHTWOORD) as terug:
        assert terug.lees_instelling("tussendoor") == "ja"
