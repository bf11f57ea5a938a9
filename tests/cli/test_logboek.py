"""A command logs as the window does: which, on what id, how it ended and when, and nothing that it was about."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import IJSSELLAND, WACHTWOORD, Aanroep
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services import logboek


def test_elke_opdracht_staat_in_het_logboek_met_hoe_zij_afliep(vtscan: Aanroep, tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text(WACHTWOORD)
    database = ("--database", tmp_path / "Kanariegraaf.vtdb", "--wachtwoord-bestand", geheim)
    vtscan("importeer", voorbeeldscan(), *database)
    vtscan("scans", *database)
    vtscan("exporteer", IJSSELLAND, *database, "--uit", tmp_path / "uit.vtscan")
    vtscan("exporteer", IJSSELLAND, *database, "--uit", tmp_path / "uit.vtscan")
    vtscan("rapport", voorbeeldscan(), "--uit", tmp_path / "uit.pdf")
    (tmp_path / "uit.pdf").write_bytes((tmp_path / "uit.pdf").read_bytes().replace(b"/Type", b"/Typf", 1))
    vtscan("controleer", tmp_path / "uit.pdf")
    vtscan("inspectie", "bestaat-niet")
    tekst = (vtscan.gegevens / logboek.BESTAND).read_text("utf-8")
    assert [regel[21:] for regel in tekst.splitlines()] == [
        f"scan geïmporteerd  {IJSSELLAND}  gelukt",
        "opdracht importeer  gelukt",
        "opdracht scans  gelukt",
        f"scan geëxporteerd  {IJSSELLAND}  gelukt",
        "opdracht exporteer  gelukt",
        f"scan geëxporteerd  {IJSSELLAND}  BestaatAl",
        "opdracht exporteer  BestaatAl",
        f"rapport gemaakt  {IJSSELLAND}  gelukt",
        "opdracht rapport  gelukt",
        "opdracht controleer  nee",
        "opdracht inspectie  InvoerFout",
    ]
    for woord in ("Kanariegraaf", WACHTWOORD, "uit.pdf", str(tmp_path)):
        assert woord not in tekst


def test_wie_niets_kan_opschrijven_houdt_de_opdracht_niet_op(vtscan: Aanroep) -> None:
    (vtscan.gegevens).write_text("geen map")
    assert vtscan("inspectie").code == 0


def test_hulp_en_een_verkeerde_opdracht_laten_geen_spoor(vtscan: Aanroep) -> None:
    vtscan("rapport", "--help")
    assert not (vtscan.gegevens).exists()
