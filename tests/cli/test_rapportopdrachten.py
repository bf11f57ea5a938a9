"""rapport and controleer: a real PDF, signed, checked, damaged and opened again as a scan."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.cases import casusscan
from tests.cli.conftest import IJSSELLAND, Aanroep
from vtscan_desktop.cli import Starters, main
from vtscan_desktop.domain.risicoscan import ScanStatus
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.rapport.identiteit import lees_kenmerken, maak_identiteit
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

STAND = Callable[[], dict[str, bytes | None]]
NAAM = "risicoscan-ijsselland-2016-07-11.pdf"


@pytest.fixture(scope="session")
def _rapport(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("rapport") / NAAM
    niets = Starters(venster=lambda *_: 1, demo=lambda *_: 1)
    assert main(["rapport", str(voorbeeldscan()), "--uit", str(pad)], niets) == 0
    return pad


@pytest.fixture
def rapport(_rapport: Path, tmp_path: Path) -> Path:
    """The signed report of IJsselland, for this test alone."""
    return Path(shutil.copy(_rapport, tmp_path / "rapport.pdf"))


def test_the_report_gets_its_usual_name_and_replaces_only_when_asked(
    vtscan: Aanroep, ijsselland: Path, tmp_path: Path, stand: STAND
) -> None:
    antwoord = vtscan("rapport", ijsselland)
    assert (antwoord.code, antwoord.uit) == (0, NAAM + "\n")
    voor = stand()
    assert list(voor) == [NAAM]
    vtscan.weigert(
        2, "rapport", ijsselland, zin="bestaat al en is niet overschreven. Geef een andere naam, of --vervang."
    )
    assert stand() == voor
    assert vtscan("rapport", ijsselland, "--vervang").code == 0
    assert list(stand()) == [NAAM]
    assert vtscan("controleer", tmp_path / NAAM).code == 0


def test_mistakes_that_make_a_report_a_concept_are_said(vtscan: Aanroep, tmp_path: Path) -> None:
    gaaf = replace(casusscan.lees_casus_scan({}), status=ScanStatus.TER_BESPREKING)
    fout = replace(gaaf, overall_beeld="")
    for naam, scan, gezegd in (("gaaf", gaaf, 0), ("fout", fout, 1)):
        (tmp_path / f"{naam}.vtscan").write_bytes(schrijf_scan(scan))
        antwoord = vtscan("rapport", f"{naam}.vtscan", "--uit", f"{naam}.pdf")
        assert (antwoord.code, antwoord.uit) == (0, f"{naam}.pdf\n")
        assert antwoord.fout.count("Op dit rapport staat CONCEPT, want in de scan staan nog fouten") == gezegd


def test_a_target_that_cannot_be_written_leaves_nothing(vtscan: Aanroep, ijsselland: Path, stand: STAND) -> None:
    vtscan.weigert(3, "rapport", ijsselland, "--uit", "weg/rapport.pdf", zin="map weg is er niet")
    vtscan.weigert(2, "rapport", ijsselland, "--uit", ".", "--vervang", zin="is een map")
    assert stand() == {}


def test_a_report_never_takes_the_place_of_the_scan_that_it_is_made_from(
    vtscan: Aanroep, ijsselland: Path, rapport: Path, tmp_path: Path, stand: STAND
) -> None:
    scan = Path(shutil.copy(ijsselland, tmp_path / "scan.vtscan"))
    voor = stand()
    for bron in (scan, rapport):
        vtscan.weigert(2, "rapport", bron, "--uit", bron, "--vervang", zin="is het bestand met de scan zelf")
    assert stand() == voor


def test_controleer_answers_in_the_agreed_shape(vtscan: Aanroep, rapport: Path) -> None:
    antwoord = vtscan("controleer", rapport, "--json")
    assert (antwoord.code, antwoord.fout) == (0, "")
    controle = json.loads(antwoord.uit)
    assert list(controle) == ["geldig", "handtekeningen", "open_velden", "scan", "meldingen"]
    assert controle["geldig"] is True
    (handtekening,) = controle["handtekeningen"]
    assert list(handtekening) == ["veld", "naam", "tijd", "geldig", "vertrouwd", "vingerafdruk"]
    assert (handtekening["veld"], handtekening["geldig"], handtekening["vertrouwd"]) == ("adviseur", True, False)
    assert handtekening["vingerafdruk"].startswith("sha256:")
    assert controle["open_velden"] == ["wethouder", "bestuurder"]
    scan = {"id": IJSSELLAND, "regio": "ijsselland", "peildatum": "2016-07-11", "editie": "bestuurlijk"}
    assert controle["scan"] == scan


def test_controleer_tells_a_reader_who_signed(vtscan: Aanroep, rapport: Path) -> None:
    gezegd = vtscan("controleer", rapport).uit
    assert gezegd.startswith("Het rapport is geldig.\n")
    assert "Handtekening van adviseur: Adviseur ondersteuningsprogramma" in gezegd
    assert "Nog niet ondertekend: wethouder en bestuurder." in gezegd
    assert "IJsselland, peildatum 11 juli 2016, bestuurlijke editie" in gezegd


@pytest.mark.parametrize("waar", [0.1, 0.5, 0.9])
def test_one_changed_byte_makes_the_answer_no(vtscan: Aanroep, rapport: Path, waar: float) -> None:
    inhoud = bytearray(rapport.read_bytes())
    inhoud[int(len(inhoud) * waar)] ^= 1
    rapport.write_bytes(inhoud)
    antwoord = vtscan("controleer", rapport, "--json")
    assert antwoord.code == 1
    assert json.loads(antwoord.uit)["geldig"] is False
    assert vtscan("controleer", rapport).uit.startswith("Het rapport is NIET geldig.\n")


def test_a_pdf_without_a_signature_is_not_valid(vtscan: Aanroep, tmp_path: Path) -> None:
    kaal = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(kaal)
    (tmp_path / "kaal.pdf").write_bytes(kaal.getvalue())
    antwoord = vtscan("controleer", "kaal.pdf", "--json")
    assert antwoord.code == 1
    controle = json.loads(antwoord.uit)
    assert (controle["geldig"], controle["handtekeningen"], controle["scan"]) == (False, [], None)
    vtscan.weigert(2, "beoordeel", "kaal.pdf", zin="geen leesbare risicoscan")


def test_what_is_no_pdf_cannot_be_checked(vtscan: Aanroep, tmp_path: Path, stand: STAND) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"geen pdf")
    (tmp_path / "leeg.pdf").write_bytes(b"")
    voor = stand()
    vtscan.weigert(2, "controleer", "brief.pdf", "--json", zin="brief.pdf: Dit bestand is geen PDF")
    vtscan.weigert(2, "controleer", "leeg.pdf", zin="geen PDF")
    vtscan.weigert(2, "controleer", ".", zin="is een map")
    vtscan.weigert(3, "controleer", "weg.pdf", zin="is er niet")
    assert stand() == voor


def test_the_scan_in_a_report_gives_the_same_voorstel_and_comes_in_as_a_copy(
    vtscan: Aanroep, ijsselland: Path, rapport: Path, database: Path, wachtwoord: Path
) -> None:
    origineel, ingesloten = (json.loads(vtscan("beoordeel", scan, "--json").uit) for scan in (ijsselland, rapport))
    assert ingesloten == origineel
    bij = ["--database", database, "--wachtwoord-bestand", wachtwoord]
    vtscan.weigert(2, "importeer", rapport, *bij, "--vervang", zin="leeskopie")
    antwoord = vtscan("importeer", rapport, *bij)
    assert antwoord.code == 0
    edities = {r["id"]: r["editie"] for r in json.loads(vtscan("scans", *bij, "--json").uit)}
    assert edities == {IJSSELLAND: "volledig", antwoord.uit.strip(): "bestuurlijk"}


def test_an_interne_editie_has_its_own_name_and_carries_the_full_scan(
    vtscan: Aanroep, ijsselland: Path, tmp_path: Path
) -> None:
    antwoord = vtscan("rapport", ijsselland, "--editie", "intern")
    assert (antwoord.code, antwoord.uit) == (0, "risicoscan-ijsselland-2016-07-11-intern.pdf\n")
    controle = json.loads(vtscan("controleer", tmp_path / antwoord.uit.strip(), "--json").uit)
    assert (controle["geldig"], controle["scan"]["editie"]) == (True, "volledig")
    bestuurlijk = tmp_path / "bestuurlijk.pdf"
    assert vtscan("rapport", ijsselland, "--uit", bestuurlijk).code == 0
    vtscan.weigert(2, "rapport", bestuurlijk, "--editie", "intern", zin="zelf een bestuurlijke editie")


def test_an_identity_of_ones_own_signs_with_the_passphrase_from_a_file(
    vtscan: Aanroep, ijsselland: Path, tmp_path: Path, stand: STAND
) -> None:
    eigen = maak_identiteit("Senior adviseur", "Een bureau", datetime.now(UTC))
    (tmp_path / "ik.p12").write_bytes(eigen.pkcs12)
    (tmp_path / "w.txt").write_text(f"{eigen.wachtwoord}\nandere regel\n")
    (tmp_path / "fout.txt").write_text("onjuist\n")
    voor = stand()
    met = ("rapport", ijsselland, "--uit", "r.pdf", "--identiteit")
    vtscan.weigert(2, *met, "ik.p12", "--wachtwoord-bestand", "fout.txt", zin="wachtwoord klopt niet")
    vtscan.weigert(2, *met, "ik.p12", zin="wachtwoord klopt niet")
    vtscan.weigert(2, *met, "w.txt", zin="geen identiteitsbestand")
    vtscan.weigert(3, *met, "weg.p12", zin="is er niet")
    vtscan.weigert(3, *met, "ik.p12", "--wachtwoord-bestand", "weg.txt", zin="is er niet")
    assert stand() == voor
    antwoord = vtscan(*met, "ik.p12", "--wachtwoord-bestand", "w.txt")
    assert antwoord.code == 0
    assert "Let op" not in antwoord.fout  # nothing speaks against signing with it
    (handtekening,) = json.loads(vtscan("controleer", "r.pdf", "--json").uit)["handtekeningen"]
    assert handtekening["naam"] == eigen.naam
    assert handtekening["vingerafdruk"] == lees_kenmerken(eigen).vingerafdruk


def test_an_expired_identity_signs_after_a_warning(vtscan: Aanroep, ijsselland: Path, tmp_path: Path) -> None:
    eigen = maak_identiteit("Adviseur", "", datetime(2000, 1, 1, tzinfo=UTC))
    (tmp_path / "ik.p12").write_bytes(eigen.pkcs12)
    (tmp_path / "w.txt").write_text(eigen.wachtwoord)
    antwoord = vtscan("rapport", ijsselland, "--identiteit", "ik.p12", "--wachtwoord-bestand", "w.txt")
    assert antwoord.code == 0
    assert "is verlopen: het gold tot en met 1 januari 2010" in antwoord.fout
