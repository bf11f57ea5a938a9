"""Another passphrase for the database and its backups: none is made, missed or left unnamed in between."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services import kopiewerk, persoon, reservekopieen, wachtwoord
from vtscan_desktop.services.kopiewerk import alle_kopieen
from vtscan_desktop.services.reservekopieen import lijst, maak_bij_wijziging, maak_reservekopie, zet_tweede_plaats
from vtscan_desktop.services.wachtwoord import verander_wachtwoord

NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
OUD, NIEUW = "een lang wachtwoord", "vijf gewone woorden zonder verband"


def _niets(_tekst: str, _stap: int, _van: int) -> None:
    """Nobody looks how far it is."""


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    with Opslag.maak(tmp_path / "scans.vtdb", OUD) as geopend:
        yield geopend


def _wacht_op_kopie(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Hold up the next backup when it has been written but has no name yet."""
    geschreven, verder = threading.Event(), threading.Event()
    echt = Opslag._controleer_kopie

    def controleer(self: Opslag, proef: Path, revisie: int) -> None:
        echt(self, proef, revisie)
        geschreven.set()
        assert verder.wait(60)

    monkeypatch.setattr(Opslag, "_controleer_kopie", controleer)
    return geschreven, verder


def _is_bezet(opslag: Opslag) -> bool:
    """Whether some thread makes or changes backups just now."""
    gelukt: list[bool] = []
    proef = threading.Thread(target=lambda: gelukt.append(opslag.kopiewerk.acquire(blocking=False)))
    proef.start()
    proef.join(60)
    return gelukt == [False]


def _doe_tijdens_een_kopie(opslag: Opslag, monkeypatch: pytest.MonkeyPatch, doe: Callable[[], object]) -> None:
    """Begin something while a backup is being made: it looks at the backups only once that one has its name."""
    geschreven, verder = _wacht_op_kopie(monkeypatch)
    kopie = threading.Thread(target=maak_reservekopie, args=(opslag, NU))
    kopie.start()
    assert geschreven.wait(60)
    assert _is_bezet(opslag)
    bezet: list[bool] = []

    def let_op(deze: Opslag) -> tuple[Path, ...]:
        bezet.append(_is_bezet(deze))
        return alle_kopieen(deze)

    monkeypatch.setattr(wachtwoord, "alle_kopieen", let_op)
    monkeypatch.setattr(kopiewerk, "alle_kopieen", let_op)
    werk = threading.Thread(target=doe)
    werk.start()
    verder.set()
    kopie.join(60)
    werk.join(60)
    assert bezet
    assert all(bezet)


def test_een_kopie_die_intussen_klaarkomt_gaat_ook_mee(opslag: Opslag, monkeypatch: pytest.MonkeyPatch) -> None:
    uitkomsten = []

    def wissel() -> None:
        uitkomsten.append(verander_wachtwoord(opslag, OUD, NIEUW, ook_kopieen=True, in_sleutelbos=False, meld=_niets))

    _doe_tijdens_een_kopie(opslag, monkeypatch, wissel)
    [uitkomst] = uitkomsten
    [gemaakt] = lijst(opslag.pad)
    assert (uitkomst.overgezet, uitkomst.gebleven) == (1, ())
    Opslag.open(gemaakt.pad, NIEUW).sluit()


def test_een_persoon_gaat_ook_uit_een_kopie_die_intussen_klaarkomt(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag.bewaar_instelling("notitie", "bel Kanariegraaf")
    plan = persoon.maak_plan(opslag, ("Kanariegraaf",), "")
    _doe_tijdens_een_kopie(opslag, monkeypatch, lambda: persoon.wis(opslag, plan, NU, _niets))
    [gemaakt] = lijst(opslag.pad)
    with Opslag.open(gemaakt.pad, OUD) as geopend:
        assert geopend.lees_instelling("notitie") == "bel [verwijderd]"


def test_een_tweede_plaats_die_er_niet_is_wordt_gezegd(opslag: Opslag, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    zet_tweede_plaats(opslag, stick)
    assert maak_bij_wijziging(opslag, NU) == ""
    stick.rename(tmp_path / "weg")
    opslag.bewaar_instelling("notitie", "bel Kanariegraaf")
    gewist = persoon.wis(opslag, persoon.maak_plan(opslag, ("Kanariegraaf",), ""), NU, _niets)
    assert [regel for regel in gewist.mislukt if str(stick) in regel]
    wissel = verander_wachtwoord(opslag, OUD, NIEUW, ook_kopieen=True, in_sleutelbos=False, meld=_niets)
    assert str(stick) in wissel.melding
    (tmp_path / "weg").rename(stick)
    plan = persoon.maak_plan(opslag, ("Kanariegraaf",), "")
    assert [pad.parent for pad in plan.gesloten_kopieen] == [stick]
    assert reservekopieen.verwijder(plan.gesloten_kopieen) == ()
    assert list(stick.iterdir()) == []
