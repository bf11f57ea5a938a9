"""How long a scan is kept, and a scan that goes: from the file to its last byte, and from the backups if asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.models.ontcijferd import ontcijfer
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import Notitie, Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.bewaartermijn import bewaartermijn, verlopen_termijnen, zet_datum, zet_jaren
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.services.scanverwijdering import maak_verwijderplan, verwijder_scan

NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
ID = "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016"


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    """A database with a scan that holds a canary, another scan, and a backup of both."""
    with Opslag.maak(tmp_path / "scans.vtdb", "een lang wachtwoord") as geopend:
        scan = Risicoscan(ID, "ijsselland", date(2016, 2, 29), notities=(Notitie(NU, "kanariepiet"),))
        geopend.bewaar(None, Werkstand(scan), NU)
        geopend.bewaar(None, Werkstand(Risicoscan("b", "ijsselland", date(2026, 1, 1))), NU)
        maak_reservekopie(geopend, NU)
        yield geopend


def _niets(_tekst: str, _stap: int, _van: int) -> None:
    """Nobody looks how far it is."""


def test_de_termijn_telt_vanaf_de_peildatum_en_een_eigen_datum_gaat_voor(opslag: Opslag) -> None:
    dag = date(2016, 2, 29)
    assert bewaartermijn(opslag, ID, dag).tot == date(2021, 3, 1)
    zet_jaren(opslag, 12)
    assert bewaartermijn(opslag, ID, dag).tot == date(2028, 2, 29)
    zet_datum(opslag, ID, date(2030, 1, 1))
    termijn = bewaartermijn(opslag, ID, dag)
    assert (termijn.tot, termijn.eigen) == (date(2030, 1, 1), True)
    assert not termijn.verlopen(date(2030, 1, 1))
    assert termijn.verlopen(date(2030, 1, 2))
    zet_datum(opslag, ID, None)
    assert not bewaartermijn(opslag, ID, dag).eigen
    for jaren in (0, 51):
        with pytest.raises(InvoerFout, match="1 tot en met 50"):
            zet_jaren(opslag, jaren)


def test_alleen_wat_voorbij_is_wordt_genoemd(opslag: Opslag) -> None:
    regels = ScanService(opslag).overzicht()
    assert verlopen_termijnen(opslag, regels, NU.date()) == {ID: date(2021, 3, 1)}
    zet_datum(opslag, ID, date(2026, 11, 26))
    zet_datum(opslag, "b", date(2026, 11, 27))
    assert verlopen_termijnen(opslag, regels, NU.date()) == {ID: date(2026, 11, 26)}


def test_hoeveel_scans_er_ook_zijn_de_termijnen_kosten_twee_vragen(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    regels = ScanService(opslag).overzicht() * 20
    vragen: list[str] = []
    for naam in ("lees_instelling", "lees_instellingen"):
        echt = getattr(opslag, naam)
        monkeypatch.setattr(opslag, naam, lambda wat, echt=echt: (vragen.append(wat), echt(wat))[1])
    verlopen_termijnen(opslag, regels, NU.date())
    assert len(vragen) == 2


@pytest.mark.parametrize("ook_kopieen", [True, False])
def test_een_verwijderde_scan_staat_in_geen_byte_meer(opslag: Opslag, ook_kopieen: bool) -> None:
    zet_datum(opslag, ID, date(2030, 1, 1))
    plan = maak_verwijderplan(opslag, ID)
    [kopie] = lijst(opslag.pad)
    assert plan.kopieen == (kopie.pad,)
    assert verwijder_scan(opslag, ID, _niets, ook_kopieen=ook_kopieen) == ()
    inhoud = ontcijfer(opslag.pad, opslag.sleutelpaar)
    assert b"kanariepiet" not in inhoud
    assert ID.encode() not in inhoud
    assert (b"kanariepiet" in ontcijfer(kopie.pad, opslag.sleutelpaar)) is not ook_kopieen
    assert opslag.bestaat("b")
