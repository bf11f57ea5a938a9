"""Another passphrase: all is encrypted anew, and at any moment the file is the old one or the new one, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import Notitie, Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models import databank, gaafheid
from vtscan_desktop.models.hersleutelen import hersleutel_bestand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.models.verbinding import Wachtwoordfout

NIEUW = "een heel andere lange zin"
SCAN = Risicoscan("a", "ijsselland", NU.date(), titel="Eerste", notities=(Notitie(NU, "van 45 naar 33"),))


@pytest.fixture
def gevuld(database: Path) -> Iterator[Opslag]:
    """An open database of the test's own with one scan, "a"."""
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, Werkstand(SCAN), NU)
        yield opslag


def _naast(pad: Path) -> list[str]:
    return sorted(p.name for p in pad.parent.iterdir())


def test_het_nieuwe_wachtwoord_opent_alles_en_het_oude_niets_meer(gevuld: Opslag) -> None:
    oude_sleutel, oud_zout = gevuld.herstelsleutel, gevuld.pad.read_bytes()[:16]
    revisie = gevuld.revisie()
    gevuld.verander_wachtwoord(NIEUW)
    assert gevuld.lees("a") == Werkstand(SCAN)  # it goes on in the same window
    later = Werkstand(replace(SCAN, titel="Na de wissel"))
    gevuld.bewaar(Werkstand(SCAN), later, NU)
    nieuwe_sleutel = gevuld.herstelsleutel
    gevuld.sluit()
    assert _naast(gevuld.pad) == [gevuld.pad.name]
    assert gevuld.pad.read_bytes()[:16] != oud_zout
    for geheim in (WACHTWOORD, oude_sleutel):
        with pytest.raises(Wachtwoordfout):
            Opslag.open(gevuld.pad, geheim)
    for geheim in (NIEUW, nieuwe_sleutel):
        with Opslag.open(gevuld.pad, geheim) as weer:
            assert weer.lees("a") == later
            assert weer.revisie() == revisie + 1
            assert [t.plek for t in weer.zoek("van 45")] == ["notitie/0"]
            assert weer.melding == ""
    if os.name == "posix":
        assert gevuld.pad.stat().st_mode & 0o777 == 0o600


def test_alleen_het_huidige_geheim_is_het_geheim(gevuld: Opslag) -> None:
    assert gevuld.is_geheim(WACHTWOORD)
    assert gevuld.is_geheim(gevuld.herstelsleutel.lower())
    for ander in ("", " ", "fout", "\n".join(["0000-0000-0000-0000"] * 4)):
        assert not gevuld.is_geheim(ander)
    gevuld.verander_wachtwoord(NIEUW)
    assert not gevuld.is_geheim(WACHTWOORD)
    assert gevuld.is_geheim(NIEUW)


def test_een_leeg_wachtwoord_verandert_niets(gevuld: Opslag) -> None:
    with pytest.raises(InvoerFout, match="leeg"):
        gevuld.verander_wachtwoord("  ")
    assert gevuld.lees("a").scan == SCAN


@pytest.mark.parametrize("waar", ["export", "controle", "hernoemen"])
def test_wat_misgaat_laat_alles_zoals_het_was(gevuld: Opslag, monkeypatch: pytest.MonkeyPatch, waar: str) -> None:
    def vol(*_wat: object) -> None:
        raise OSError(28, "vol")

    if waar == "export":
        monkeypatch.setattr(databank, "versleutel_naar", vol)
    elif waar == "controle":
        monkeypatch.setattr(gaafheid, "snelle_keuring", lambda _v: "de opbouw klopt niet")
    else:
        monkeypatch.setattr(Path, "replace", vol)
    with pytest.raises(OmgevingFout):
        gevuld.verander_wachtwoord(NIEUW)
    monkeypatch.undo()
    assert gevuld.lees("a").scan == SCAN
    gevuld.bewaar(Werkstand(SCAN), Werkstand(replace(SCAN, titel="Gewoon verder")), NU)
    gevuld.sluit()
    assert _naast(gevuld.pad) == [gevuld.pad.name]
    with Opslag.open(gevuld.pad, WACHTWOORD) as weer:
        assert weer.lees("a").scan.titel == "Gewoon verder"


WISSELAAR = """
import os, sys
from pathlib import Path
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import walbestand
opslag = Opslag.open(Path(sys.argv[1]), sys.argv[2])
teller = 0
def tel(frame, wat, _arg):
    global teller
    if wat == "line" and "vtscan_desktop" in frame.f_code.co_filename:
        teller += 1
        if teller == int(sys.argv[4]):
            os.kill(os.getpid(), 9)
    return tel
sys.settrace(tel)
opslag.verander_wachtwoord(sys.argv[3])
sys.settrace(None)
print(teller, flush=True)
os._exit(0)
"""


def _wissel(pad: Path, stap: int) -> str:
    gedaan = subprocess.run(
        [sys.executable, "-c", WISSELAAR, str(pad), WACHTWOORD, NIEUW, str(stap)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert not gedaan.stderr
    return gedaan.stdout


def test_gedood_na_elke_zoveelste_regel_is_het_de_oude_of_de_nieuwe_en_heel(gevuld: Opslag, tmp_path: Path) -> None:
    """Killed from inside at lines spread over the whole change, so every moment between two lines has its turn."""
    gevuld.sluit()
    moeder = gevuld.pad
    heel = tmp_path / "heel" / "scans.vtdb"
    heel.parent.mkdir()
    regels = int(_wissel(Path(shutil.copy(moeder, heel)), 0))
    keren = int(os.environ.get("VTSCAN_DODEN", "6"))
    uitkomsten = set()
    for keer in range(keren + 1):
        proef = tmp_path / str(keer) / "scans.vtdb"
        proef.parent.mkdir()
        shutil.copy(moeder, proef)
        stap = 1 + keer * (regels - 1) // keren
        assert _wissel(proef, stap) == ""
        opent = [geheim for geheim in (WACHTWOORD, NIEUW) if _past(proef, geheim)]
        assert len(opent) == 1
        uitkomsten.add(opent[0])
        with Opslag.open(proef, opent[0]) as weer:
            assert weer.lees("a").scan == SCAN
            assert weer.melding == ""
    assert uitkomsten == {WACHTWOORD, NIEUW}


def _past(pad: Path, geheim: str) -> bool:
    try:
        Opslag.open(pad, geheim).sluit()
    except Wachtwoordfout:
        return False
    return True


def test_een_reservekopie_gaat_mee_als_haar_sleutel_bekend_is(gevuld: Opslag, tmp_path: Path) -> None:
    kopie, vreemd = tmp_path / "kopie.vtdb", tmp_path / "vreemd.vtdb"
    gevuld.reservekopie(kopie)
    Opslag.maak(vreemd, "van iemand anders").sluit()
    eerst = vreemd.read_bytes()
    oud = gevuld.sleutelpaar
    gevuld.verander_wachtwoord(NIEUW)
    assert hersleutel_bestand(kopie, oud, gevuld.sleutelpaar)
    assert not hersleutel_bestand(vreemd, oud, gevuld.sleutelpaar)
    assert vreemd.read_bytes() == eerst
    with pytest.raises(Wachtwoordfout):
        Opslag.open(kopie, WACHTWOORD)
    for geheim in (NIEUW, gevuld.herstelsleutel):
        with Opslag.open(kopie, geheim) as weer:
            assert weer.lees("a").scan == SCAN


def test_een_reservekopie_met_wal_gaat_in_haar_geheel_mee(gevuld: Opslag, tmp_path: Path) -> None:
    gevuld.bewaar_instelling("laatste", "staat alleen in de WAL")
    kopie = tmp_path / "opzij.vtdb"
    shutil.copyfile(gevuld.pad, kopie)
    shutil.copyfile(walbestand(gevuld.pad), walbestand(kopie))
    oud = gevuld.sleutelpaar
    gevuld.verander_wachtwoord(NIEUW)
    assert hersleutel_bestand(kopie, oud, gevuld.sleutelpaar)
    with Opslag.open(kopie, NIEUW) as weer:
        assert weer.lees_instelling("laatste") == "staat alleen in de WAL"
