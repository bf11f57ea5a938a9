"""The command line itself: what opens the window, what is refused, and how it speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import WACHTWOORD, Aanroep

ENGELS = ("usage", "error", "argument:", "options", "positional", "show this", "required", "expected", "invalid")


def test_without_a_command_the_window_opens(vtscan: Aanroep, tmp_path: Path, wachtwoord: Path) -> None:
    scan = tmp_path / "scan.vtscan"
    scan.write_bytes(b"")
    assert vtscan().code == 0
    assert vtscan("scan.vtscan").code == 0
    assert vtscan("scan.vtscan", "--database", "d", "--scan", "i", "--wachtwoord-bestand", wachtwoord).code == 0
    assert vtscan.gestart == [
        (None, None, None, None),
        (Path("scan.vtscan"), None, None, None),
        (Path("scan.vtscan"), Path("d"), "i", WACHTWOORD),
    ]


def test_the_demo_gets_its_folder(vtscan: Aanroep) -> None:
    assert vtscan("demo").code == 0
    assert vtscan("demo", "--uit", "map", "--zichtbaar").code == 0
    assert vtscan.gestart == [(None, False), (Path("map"), True)]


def test_a_word_that_is_no_command_and_no_file_opens_nothing(vtscan: Aanroep) -> None:
    vtscan.weigert(3, "beordeel", zin="geen opdracht")
    assert vtscan.gestart == []


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["beoordeel"], "ontbreekt iets: SCAN"),
        (["beoordeel", "a", "--jsn"], "hoort er niet bij: --jsn"),
        (["beoordeel", "a", "--json=ja"], "hoort geen waarde"),
        (["importeer", "a"], "ontbreekt iets: --database"),
        (["importeer", "a", "--database"], "Na --database moet een waarde"),
        (["importeer", "a", "--database", "d", "--vervang", "--als-kopie"], "gaan niet samen"),
        (["exporteer", "a", "--database", "d"], "ontbreekt iets: --uit"),
        (["rapport", "a", "b"], "hoort er niet bij: b"),
        (["rapport", "a", "--editie", "x"], "--editie"),
        (["scan.vtscan", "b"], "hoort er niet bij: b"),
        (["--onbekend"], "hoort er niet bij: --onbekend"),
        (["scans"], "ontbreekt iets: --database"),
        (["demo", "--uit"], "Na --uit"),
        (["rapport", "a", "--wachtwoord-bestand", "f"], "hoort --identiteit"),
        (["database", "d"], "--controle of --herstel"),
        (["database", "d", "--controle", "--herstel", "b"], "niet allebei"),
    ],
)
def test_a_wrong_command_line_gives_one_dutch_sentence(vtscan: Aanroep, argumenten: list[str], zin: str) -> None:
    gezegd = vtscan.weigert(2, *argumenten, zin=zin).lower()
    assert [woord for woord in ENGELS if woord in gezegd] == []
    assert vtscan.gestart == []


@pytest.mark.parametrize(
    "opdracht",
    [[], ["demo"], ["beoordeel"], ["rapport"], ["controleer"], ["importeer"], ["scans"], ["exporteer"], ["inspectie"]],
)
def test_help_is_dutch_and_offers_only_what_there_is(vtscan: Aanroep, opdracht: list[str]) -> None:
    antwoord = vtscan(*opdracht, "--help")
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert antwoord.uit.startswith(" ".join(["gebruik: vtscan", *opdracht, "["]))
    assert [woord for woord in ENGELS if woord in antwoord.uit.lower()] == []
    assert "--herstel" not in antwoord.uit


def test_an_unforeseen_error_shows_its_kind_and_never_its_text(
    vtscan: Aanroep, ijsselland: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breek(*_: object) -> None:
        raise KeyError("vertrouwelijke tekst")

    monkeypatch.setattr("vtscan_desktop.services.beoordelen.beoordeel_scan", breek)
    gezegd = vtscan.weigert(3, "beoordeel", ijsselland, zin="KeyError")
    assert "vertrouwelijk" not in gezegd


def test_breaking_off_is_no_traceback(vtscan: Aanroep, ijsselland: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def onderbreek(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vtscan_desktop.services.beoordelen.beoordeel_scan", onderbreek)
    vtscan.weigert(3, "beoordeel", ijsselland, zin="Afgebroken")


def test_a_file_name_cannot_steer_the_terminal(vtscan: Aanroep) -> None:
    gezegd = vtscan.weigert(2, "beoordeel", "a\x1b[31m\nb\udcff", zin="is er niet")
    assert gezegd.rstrip("\n").isprintable()
