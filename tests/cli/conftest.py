"""The command line as a caller meets it: arguments in, exit code and the two streams out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from vtscan_desktop.cli import Starters, main
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services import plaats
from vtscan_desktop.services.scans import Importbeleid, ScanService, lees_invoer

WACHTWOORD = "een lang wachtwoord"
IJSSELLAND = "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016"


@dataclass
class Antwoord:
    code: int
    uit: str
    fout: str


@dataclass
class Aanroep:
    """Runs commands in this process. `gestart`: what would come on a screen; `gegevens`: where the log goes."""

    capsys: pytest.CaptureFixture[str]
    gegevens: Path
    gestart: list[tuple[object, ...]] = field(default_factory=list)

    def __call__(self, *argumenten: object) -> Antwoord:
        def toon(*wat: object) -> int:
            self.gestart.append(wat)
            return 0

        code = main([str(argument) for argument in argumenten], Starters(venster=toon, demo=toon))
        uit, fout = self.capsys.readouterr()
        assert "Traceback" not in fout
        return Antwoord(code, uit, fout)

    def weigert(self, code: int, *argumenten: object, zin: str = "") -> str:
        """Runs a command that must end with `code` and exactly one Dutch sentence; the sentence."""
        antwoord = self(*argumenten)
        assert antwoord.code == code, antwoord
        assert antwoord.uit == ""
        assert antwoord.fout.endswith(".\n")
        assert antwoord.fout.count("\n") == 1
        assert zin in antwoord.fout
        return antwoord.fout


@pytest.fixture
def vtscan(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Aanroep:
    monkeypatch.chdir(tmp_path)
    gegevens = tmp_path_factory.mktemp("eigen") / "gegevens"
    monkeypatch.setattr(plaats, "standaardplaats", lambda: gegevens / plaats.BESTAND)
    return Aanroep(capsys, gegevens)


@pytest.fixture
def ijsselland() -> Path:
    return voorbeeldscan()


@pytest.fixture
def wachtwoord(tmp_path: Path) -> Path:
    pad = tmp_path / "wachtwoord.txt"
    pad.write_text(WACHTWOORD + "\nen een tweede regel\n", encoding="utf-8")
    return pad


@pytest.fixture(scope="session")
def _gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("gevuld") / "scans.vtdb"
    with Opslag.maak(pad, WACHTWOORD) as opslag:
        ScanService(opslag).importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
    return pad


@pytest.fixture
def database(_gevuld: Path, tmp_path: Path) -> Path:
    """A database in which IJsselland stands, for this test alone."""
    return Path(shutil.copy(_gevuld, tmp_path / "scans.vtdb"))


@pytest.fixture
def stand(tmp_path: Path) -> Callable[[], dict[str, bytes | None]]:
    """What lies in the folder of the test: names with content, to see that nothing was written or harmed."""

    def kijk() -> dict[str, bytes | None]:
        return {
            str(pad.relative_to(tmp_path)): pad.read_bytes() if pad.is_file() and pad.stat().st_size < 10**7 else None
            for pad in tmp_path.rglob("*")
        }

    return kijk
