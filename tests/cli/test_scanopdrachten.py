"""beoordeel and inspectie: the answers, and what happens to what can't be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Aanroep

STAND = Callable[[], dict[str, bytes | None]]


def buiten(*argumenten: object, stdout: Any = subprocess.PIPE, **omgeving: str) -> subprocess.CompletedProcess[bytes]:
    """A command in its own process, as from a shell."""
    return subprocess.run(
        [sys.executable, "-m", "vtscan_desktop", *map(str, argumenten)],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **omgeving},
        check=False,
        timeout=60,
    )


def test_beoordeel_gives_one_object_a_line_in_the_order_given(
    vtscan: Aanroep, ijsselland: Path, tmp_path: Path
) -> None:
    leeg = {"schema": "vtscan/risicoscan/1", "id": "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2017", "regio": "twente"}
    (tmp_path / "twente.json").write_text(json.dumps({**leeg, "peildatum": "2016-01-01", "topics": []}))
    antwoord = vtscan("beoordeel", ijsselland, "twente.json", "--json", ijsselland)
    regels = [json.loads(regel) for regel in antwoord.uit.splitlines()]
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert [regel["regio"] for regel in regels] == ["ijsselland", "twente", "ijsselland"]
    assert [regel["voorstel"] for regel in regels] == [2, None, 2]


def test_beoordeel_goes_on_after_what_cannot_be_read(vtscan: Aanroep, ijsselland: Path, tmp_path: Path) -> None:
    (tmp_path / "kapot.json").write_bytes(b"{")
    antwoord = vtscan("beoordeel", "weg.json", ijsselland, "kapot.json", ijsselland, "--json")
    assert antwoord.code == 2
    assert [json.loads(regel)["voorstel"] for regel in antwoord.uit.splitlines()] == [2, 2]
    fouten = antwoord.fout.splitlines()
    assert len(fouten) == 2
    assert "weg.json" in fouten[0]
    assert "kapot.json: dit is geen geldige JSON" in fouten[1]


def test_beoordeel_explains_itself_to_a_reader(vtscan: Aanroep, ijsselland: Path) -> None:
    antwoord = vtscan("beoordeel", ijsselland)
    assert antwoord.code == 0
    assert antwoord.uit.startswith("VOORBEELD, IJsselland, peildatum 11 juli 2016\n")
    assert "categorie 2" in antwoord.uit
    assert "eigen uitwerking" in antwoord.uit
    assert "Signaal: " in antwoord.uit


def test_what_was_dropped_while_reading_is_said_on_stderr(vtscan: Aanroep, ijsselland: Path, tmp_path: Path) -> None:
    scan = json.loads(ijsselland.read_text(encoding="utf-8"))
    (tmp_path / "scan.json").write_text(json.dumps({**scan, "titel": "a\x07b"}))
    antwoord = vtscan("beoordeel", "scan.json", "--json")
    assert antwoord.code == 0
    assert "1 besturingsteken is weggelaten, in titel" in antwoord.fout
    assert len(antwoord.uit.splitlines()) == 1


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("scan.json", b"geen json", "regel 1, teken 1"),
        ("scan.json", b'{"schema": "vtscan/risicoscan/2"}', "vtscan/risicoscan/1"),
        ("scan.json", b"[" * 200_000, "te diep"),
        ("scan.json", b"", "leeg"),
        ("rapport.pdf", b"geen pdf", "geen PDF"),
        ("rapport.pdf", b"%PDF-1.7\n%%EOF\n", "geen leesbare risicoscan"),
    ],
    ids=["geen-json", "andere-versie", "haakjes", "leeg", "geen-pdf", "pdf-zonder-scan"],
)
def test_a_wrong_file_gives_one_sentence_and_changes_nothing(
    vtscan: Aanroep, tmp_path: Path, stand: STAND, naam: str, inhoud: bytes, zin: str
) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    voor = stand()
    vtscan.weigert(2, "beoordeel", naam, "--json", zin=zin)
    vtscan.weigert(2, "importeer", naam, "--database", "nieuw.vtdb", zin=zin)
    vtscan.weigert(2, "rapport", naam, zin=zin)
    assert stand() == voor


def test_a_huge_file_a_folder_and_a_missing_one_give_one_sentence(
    vtscan: Aanroep, tmp_path: Path, stand: STAND
) -> None:
    with (tmp_path / "groot.vtscan").open("wb") as bestand:
        bestand.truncate(200_000_000)
    (tmp_path / "map").mkdir()
    voor = stand()
    for opdracht, rest in (("beoordeel", []), ("rapport", []), ("importeer", ["--database", "nieuw.vtdb"])):
        vtscan.weigert(2, opdracht, "groot.vtscan", *rest, zin="hoogstens 50 MB")
        vtscan.weigert(2, opdracht, "map", *rest, zin="is een map")
        vtscan.weigert(2 if opdracht == "beoordeel" else 3, opdracht, "weg.vtscan", *rest, zin="is er niet")
    assert stand() == voor


def test_a_file_without_read_permission_is_a_failure_outside(
    vtscan: Aanroep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scan.vtscan").write_bytes(b"{}")

    def weiger(*_: object, **__: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "open", weiger)  # not chmod: these tests may run as root
    vtscan.weigert(3, "importeer", "scan.vtscan", "--database", "nieuw.vtdb", zin="geen rechten")


def test_inspectie_gives_a_regio_or_the_whole_country(vtscan: Aanroep) -> None:
    regio = json.loads(vtscan("inspectie", "ijsselland", "--json").uit)
    assert (regio["regio"], regio["voldoende"], regio["criteria"]["1.1"]) == ("ijsselland", 18, "matig")
    land = json.loads(vtscan("inspectie", "--json").uit)
    assert land["landelijk"]["2.2"] == {"voldoende": 23, "matig": 3, "onvoldoende": 0}
    assert len(land["regios"]) == 26
    assert "IJsselland: 18 van de 24" in vtscan("inspectie", "ijsselland").uit
    assert "1.1  voldoende 2, matig 23, onvoldoende 1" in vtscan("inspectie").uit
    vtscan.weigert(2, "inspectie", "zwolle", "--json", zin="ijsselland")


def test_json_comes_out_as_utf8_whatever_the_locale(ijsselland: Path) -> None:
    for omgeving in ({"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}):
        klaar = buiten("beoordeel", ijsselland, "--json", **omgeving)
        assert klaar.returncode == 0
        assert klaar.stderr == b""
        antwoord = json.loads(klaar.stdout.decode("utf-8"))
        assert "§" in antwoord["regels"][0]["bron"]
        assert "§" in klaar.stdout.decode("utf-8")


def test_judging_loads_no_window_no_database_and_no_pdf(ijsselland: Path) -> None:
    vraag = (
        "import sys; from vtscan_desktop.app import main; code = main(['beoordeel', sys.argv[1], '--json']);"
        "zwaar = {'PySide6', 'sqlalchemy', 'sqlmodel', 'pyhanko', 'reportlab', 'pikepdf'} & set(sys.modules);"
        "assert not zwaar, zwaar; sys.exit(code)"
    )
    klaar = subprocess.run([sys.executable, "-c", vraag, str(ijsselland)], capture_output=True, check=False, timeout=60)
    assert (klaar.returncode, klaar.stderr) == (0, b"")


def test_an_answer_that_cannot_be_written_is_a_failure_outside(ijsselland: Path) -> None:
    with Path("/dev/full").open("wb") as vol:
        klaar = buiten("beoordeel", ijsselland, "--json", stdout=vol)
    assert klaar.returncode == 3
    assert klaar.stderr.decode().count("\n") == 1
    lezer, schrijver = os.pipe()
    os.close(lezer)
    klaar = buiten("beoordeel", ijsselland, "--json", stdout=schrijver)
    os.close(schrijver)
    assert (klaar.returncode, klaar.stderr) == (3, b"")


def test_a_scan_of_a_format_that_is_not_here_is_judged_and_reported_and_it_is_said(
    vtscan: Aanroep, ijsselland: Path, tmp_path: Path
) -> None:
    scan = json.loads(ijsselland.read_text(encoding="utf-8")) | {"format": "hun-format/7"}
    (tmp_path / "hun.vtscan").write_text(json.dumps(scan))
    gewoon, antwoord = vtscan("beoordeel", ijsselland, "--json"), vtscan("beoordeel", "hun.vtscan", "--json")
    assert (antwoord.code, antwoord.uit) == (0, gewoon.uit)
    for deze in (antwoord, vtscan("rapport", "hun.vtscan", "--uit", "r.pdf")):
        assert deze.code == 0
        assert deze.fout.count("hun.vtscan: Deze scan is gemaakt met het format ‘hun-format/7’, dat hier niet") == 1
    assert "niet aanwezig" not in gewoon.fout
