"""Earlier versions through the open scan, on a real file: nothing that was typed can be lost by typing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import OmgevingFout, VtscanFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.tekstversies import Tekstversie
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.werkblad import Werkblad

WACHTWOORD = "voorbeeld"
VELD = "topic/3/toelichting"
ZIN = "De wachtlijst is in juni weggewerkt en blijft onder de grens van tien zaken."


class Klok:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.nu = datetime(2016, 7, 11, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu

    def wacht(self, seconden: float) -> None:
        self.nu += timedelta(seconds=seconden)


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    """An open database with one scan."""
    with Opslag.maak(tmp_path / "scans.vtdb", WACHTWOORD) as geopend:
        geopend.bewaar(None, Werkstand(Risicoscan("a", "ijsselland", date(2016, 7, 11))), datetime.now(UTC))
        yield geopend


@pytest.fixture
def open_blad(opslag: Opslag, klok: Klok) -> Iterator[Callable[[], Werkblad]]:
    """Opens the scan; it is closed when the test ends."""
    bladen: list[Werkblad] = []

    def open_het() -> Werkblad:
        bladen.append(Werkblad(opslag, "a", klok, lambda _m: None))
        return bladen[-1]

    yield open_het
    for blad in bladen:
        blad.sluit()


def typ(blad: Werkblad, tekst: str) -> None:
    blad.wijzig(blad.scan.met_topic(replace(blad.scan.topic(3), toelichting=tekst)))


def teksten(blad: Werkblad, veld: str = VELD) -> list[str]:
    return [versie.tekst for versie in blad.versies(veld)]


def test_select_all_and_type_is_never_a_loss(open_blad: Callable[[], Werkblad]) -> None:
    blad = open_blad()
    for einde in range(1, len(ZIN) + 1):
        typ(blad, ZIN[:einde])
    for tekst in ("o", "oe", "oep", "oeps"):
        typ(blad, tekst)
    assert teksten(blad) == [ZIN]
    blad.bewaar_nu()
    assert teksten(blad) == [ZIN]
    assert teksten(blad, "topic/4/toelichting") == []


def test_versions_come_at_a_pause_and_on_leaving_and_are_there_after_a_restart(
    open_blad: Callable[[], Werkblad], klok: Klok, opslag: Opslag
) -> None:
    blad = open_blad()
    typ(blad, "een")
    klok.wacht(40)
    typ(blad, "een twee")
    klok.wacht(1)
    blad.verlaat_veld(VELD)
    blad.verlaat_veld(VELD)
    blad.verlaat_veld("topic/9/risico")
    assert teksten(blad) == ["een twee", "een"]
    tijden = [versie.tijd for versie in blad.versies(VELD)]
    assert tijden == sorted(tijden, reverse=True)
    blad.sluit()
    assert opslag.laatste_tekstversies("a") == {VELD: "een twee"}

    blad = open_blad()
    assert teksten(blad) == ["een twee", "een"]
    typ(blad, "een twee drie")  # what stood is a version already
    blad.verlaat_veld(VELD)
    assert teksten(blad) == ["een twee drie", "een twee", "een"]


def test_every_long_text_of_the_scan_has_versions(open_blad: Callable[[], Werkblad]) -> None:
    blad = open_blad()
    for tekst in (ZIN, "x"):
        kaart = replace(blad.scan.in_kaart, wensen=tekst)
        blad.wijzig(replace(blad.scan, overall_beeld=tekst, vraag_aan_lezer=tekst, in_kaart=kaart))
    for veld in ("overall_beeld", "vraag_aan_lezer", "in_kaart/wensen"):
        assert teksten(blad, veld) == [ZIN]


def test_the_last_forty_are_kept(open_blad: Callable[[], Werkblad], opslag: Opslag) -> None:
    blad = open_blad()
    for i in range(60):
        typ(blad, f"versie {i}")
        blad.verlaat_veld(VELD)
        if i % 7 == 0:
            blad.bewaar_nu()
    verwacht = [f"versie {i}" for i in range(59, 19, -1)]
    assert teksten(blad) == verwacht
    blad.bewaar_nu()
    assert [v.tekst for v in opslag.tekstversies("a", VELD)] == verwacht


def test_a_version_survives_a_write_that_fails_and_the_writes_that_are_skipped(
    open_blad: Callable[[], Werkblad], opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    blad = open_blad()

    def vol(*_args: object) -> int:
        raise OmgevingFout("De schijf is vol.")

    with monkeypatch.context() as m:
        m.setattr(opslag, "bewaar", vol)
        typ(blad, ZIN)
        typ(blad, "x")
        with pytest.raises(VtscanFout, match="vol"):
            blad.bewaar_nu()
        assert teksten(blad) == [ZIN]
    typ(blad, "xy")
    with suppress(VtscanFout):  # of an attempt that had begun before the disk had room again
        blad.bewaar_nu()
    blad.bewaar_nu()
    assert teksten(blad) == [ZIN]
    assert opslag.tekstversies("a", VELD)[0].tekst == ZIN


KINDER = """
import os, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.werkblad import Werkblad
blad = Werkblad(Opslag.open(Path(sys.argv[1]), sys.argv[2]), "a", lambda: datetime.now(UTC), lambda m: None)
for tekst in (sys.argv[3], "x"):
    blad.wijzig(blad.scan.met_topic(replace(blad.scan.topic(3), toelichting=tekst)))
    blad.bewaar_nu()
os._exit(9)
"""


def test_what_was_typed_over_is_there_after_a_crash(opslag: Opslag) -> None:
    opslag.sluit()
    subprocess.run(
        [sys.executable, "-c", KINDER, str(opslag.pad), WACHTWOORD, ZIN],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    with Opslag.open(opslag.pad, WACHTWOORD) as weer:
        assert weer.lees("a").scan.topic(3).toelichting == "x"
        assert [v.tekst for v in weer.tekstversies("a", VELD)] == [ZIN]


def test_a_version_alone_is_no_change_of_the_data(opslag: Opslag) -> None:
    stand, revisie = opslag.lees("a"), opslag.revisie()
    versie = Tekstversie(datetime(2016, 7, 11, tzinfo=UTC), "tekst")
    assert opslag.bewaar(stand, stand, datetime.now(UTC), [(VELD, versie)]) == revisie
    assert opslag.tekstversies("a", VELD) == (versie,)
