"""The e-mail carries the report itself and can be sent after addressing it."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.post import Mailconcept, maak_eml, open_concept, stel_op
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 50


@pytest.fixture
def scan() -> Risicoscan:
    return lees_scanbestand(voorbeeldscan()).scan


@pytest.fixture
def concept(tmp_path: Path, scan: Risicoscan) -> Mailconcept:
    pad = tmp_path / "risicoscan één.pdf"
    pad.write_bytes(PDF)
    return stel_op(scan, pad)


def lees(eml: bytes) -> EmailMessage:
    bericht = message_from_bytes(eml, policy=default)
    assert isinstance(bericht, EmailMessage)
    return bericht


def nep_mailprogramma(folder: Path, uitkomst: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mail program that notes what it is given."""
    programma = folder / "bin" / "xdg-email"
    programma.parent.mkdir()
    programma.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/gekregen"\nexit {uitkomst}\n')
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", str(programma.parent), prepend=":")
    return folder / "gekregen"


def test_the_eml_is_unsent_and_has_the_report_to_the_byte(concept: Mailconcept) -> None:
    bericht = lees(maak_eml(concept))
    assert bericht["X-Unsent"] == "1"
    assert bericht["Subject"] == "Risicoscan Veilig Thuis IJsselland, peildatum 11 juli 2016"
    assert bericht["To"] is None
    (bijlage,) = bericht.iter_attachments()
    assert bijlage.get_content_type() == "application/pdf"
    assert bijlage.get_filename() == "risicoscan één.pdf"
    assert bijlage.get_payload(decode=True) == PDF


def test_the_body_is_dutch_and_quotes_nothing_from_the_scan(scan: Risicoscan, concept: Mailconcept) -> None:
    tekst = lees(maak_eml(concept)).get_body()
    assert tekst is not None
    assert "Veilig Thuis IJsselland (peildatum 11 juli 2016)" in tekst.get_content()
    assert "Let op: dit is een voorbeeld." in tekst.get_content()
    geheim = replace(scan, overall_beeld="KANARIE", vraag_aan_lezer="KANARIE", titel="KANARIE", voorbeeld=False)
    ander = stel_op(geheim, concept.bijlage)
    assert "KANARIE" not in ander.onderwerp + ander.tekst
    assert "voorbeeld" not in ander.tekst


def test_the_mail_program_gets_the_report(
    concept: Mailconcept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gekregen = nep_mailprogramma(tmp_path, 0, monkeypatch)
    assert open_concept(concept) is None
    regels = gekregen.read_text().splitlines()
    assert regels[regels.index("--attach") + 1] == str(concept.bijlage)
    assert regels[regels.index("--subject") + 1] == concept.onderwerp
    assert not list(tmp_path.glob("*.eml"))


def test_without_a_mail_program_there_is_an_eml_beside_the_report(
    concept: Mailconcept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nep_mailprogramma(tmp_path, 3, monkeypatch)
    een, twee = open_concept(concept), open_concept(concept)
    assert een == tmp_path / "risicoscan één.eml"
    assert twee == tmp_path / "risicoscan één (2).eml"
    assert een is not None
    assert len(list(lees(een.read_bytes()).iter_attachments())) == 1


def test_a_report_that_is_gone_is_said_in_a_sentence(concept: Mailconcept) -> None:
    concept.bijlage.unlink()
    with pytest.raises(OmgevingFout, match="is er niet"):
        maak_eml(concept)


def test_the_mail_with_an_interne_editie_says_so(scan: Risicoscan) -> None:
    concept = stel_op(scan, Path("rapport.pdf"), Editie.VOLLEDIG)
    assert "interne editie" in concept.onderwerp
    assert "Deel haar niet verder" in concept.tekst
    assert "interne editie" not in stel_op(scan, Path("rapport.pdf")).tekst
