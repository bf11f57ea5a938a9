"""A report that was changed in any way is not valid, and the check says in Dutch what is wrong."""

from __future__ import annotations

import random
import re
import subprocess
from datetime import timedelta

import pytest
from asn1crypto import cms
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rapport.ondertekend import (
    AANVALLEN,
    NU,
    SCAN,
    VAKKEN,
    adviseur,
    bladzijden,
    onbeschreven,
    ondertekend,
    teken_over,
    vul_aan,
)
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.rapport import bijlage
from vtscan_desktop.rapport.afwerking import werk_af
from vtscan_desktop.rapport.bijlage import haal_scan
from vtscan_desktop.rapport.controle import Controle
from vtscan_desktop.rapport.controleren import controleer
from vtscan_desktop.rapport.gegevens import Vak
from vtscan_desktop.rapport.identiteit import maak_identiteit
from vtscan_desktop.rapport.ondertekenen import onderteken
from vtscan_desktop.rapport.xmp import Documentgegevens

STEEKPROEF = 60


def bereiken(pdf: bytes) -> tuple[int, int]:
    """Where the first signature's own place begins and ends."""
    gevonden = re.search(rb"/ByteRange \[0 (\d+) (\d+) \d+\]", pdf)
    assert gevonden
    return int(gevonden[1]), int(gevonden[2])


def verwerpt(pdf: bytes, woorden: str = "") -> Controle:
    controle = controleer(pdf)
    assert not controle.geldig
    assert controle.meldingen
    assert woorden in " ".join(controle.meldingen)
    return controle


def test_a_signed_report_is_valid_and_says_who_when_and_what_is_open() -> None:
    controle = controleer(ondertekend())
    assert controle.geldig
    (handtekening,) = controle.handtekeningen
    assert (handtekening.veld, handtekening.naam) == ("adviseur", "Adviseur, VNG (zelfondertekend)")
    assert (handtekening.geldig, handtekening.vertrouwd) == (True, False)
    assert handtekening.tijd is not None
    assert handtekening.tijd.isoformat() == "2026-07-11T16:04:05+02:00"
    assert re.fullmatch("sha256:[0-9a-f]{64}", handtekening.vingerafdruk)
    assert controle.open_velden == ("wethouder", "bestuurder")
    assert controle.meldingen == (
        "Zelfondertekend door ‘Adviseur, VNG (zelfondertekend)’: de identiteit is niet door derden bevestigd.",
    )


def test_the_json_object_has_exactly_the_fields_of_the_contract() -> None:
    antwoord = controleer(ondertekend()).als_object()
    assert list(antwoord) == ["geldig", "handtekeningen", "open_velden", "scan", "meldingen"]
    assert antwoord["scan"] is None
    handtekeningen = antwoord["handtekeningen"]
    assert isinstance(handtekeningen, list)
    assert list(handtekeningen[0]) == ["veld", "naam", "tijd", "geldig", "vertrouwd", "vingerafdruk"]
    assert handtekeningen[0]["tijd"] == "2026-07-11T16:04:05+02:00"


def test_an_unsigned_report_is_not_valid() -> None:
    controle = verwerpt(onbeschreven(), "geen handtekening")
    assert controle.open_velden == ("adviseur", "wethouder", "bestuurder")
    assert haal_scan(onbeschreven()) == SCAN


@pytest.mark.parametrize("zaad", range(STEEKPROEF))
def test_one_flipped_bit_anywhere_makes_it_invalid(zaad: int) -> None:
    pdf = bytearray(ondertekend())
    keuze = random.Random(zaad)
    plaats, bit = keuze.randrange(len(pdf)), keuze.randrange(8)
    pdf[plaats] ^= 1 << bit
    print(f"zaad {zaad}: byte {plaats}, bit {bit}")
    verwerpt(bytes(pdf))


def test_nor_may_what_names_the_signer_be_written_otherwise() -> None:
    """Neither the version numbers nor that name are signed, and names are compared without capitals."""
    pdf = ondertekend()
    begin, einde = bereiken(pdf)
    omslag = cms.ContentInfo.load(bytes.fromhex(pdf[begin + 1 : einde - 1].decode()))
    naam = omslag["content"]["signer_infos"][0]["sid"].dump().hex().encode()
    plek = pdf.lower().rindex(naam, begin, einde)
    eerste_versie, versie = pdf.index(b"020101", begin), plek - 6
    assert pdf[versie:plek] == b"020101"
    for plaats in (*range(eerste_versie, eerste_versie + 6), *range(versie, plek + len(naam))):
        anders = bytearray(pdf)
        anders[plaats] ^= 2  # in hexadecimal this makes a capital of a small letter, and the other way round
        assert not controleer(bytes(anders)).geldig, plaats - begin


@pytest.mark.parametrize("naam", AANVALLEN)
def test_what_is_appended_after_signing_is_named(naam: str) -> None:
    aanval, woorden = AANVALLEN[naam]
    pdf = vul_aan(ondertekend(), aanval)
    assert pdf.startswith(ondertekend())
    verwerpt(pdf, woorden)


@pytest.mark.parametrize("naam", AANVALLEN)
def test_signing_over_a_change_does_not_hide_it(naam: str) -> None:
    aanval, woorden = AANVALLEN[naam]
    bedrieger = maak_identiteit("Bestuurder", "Iemand", NU)
    pdf = onderteken(vul_aan(ondertekend(), aanval), "bestuurder", bedrieger, NU)
    verwerpt(pdf, woorden)


def test_a_change_between_two_signatures_breaks_the_first() -> None:
    pdf = onderteken(vul_aan(ondertekend(), teken_over), "wethouder", adviseur(), NU)
    eerste, tweede = verwerpt(pdf).handtekeningen
    assert (eerste.geldig, tweede.geldig) == (False, True)


@pytest.mark.parametrize("deel", [0.02, 0.3, 0.7, 0.95, 0.999])
def test_a_truncated_report_is_broken(deel: float) -> None:
    verwerpt(ondertekend()[: int(len(ondertekend()) * deel)], "afgekapt")


@pytest.mark.parametrize("staart", [b"\n", b"%", b"\x00" * 9, b"nog iets"])
def test_bytes_behind_the_end_are_a_change(staart: bytes) -> None:
    verwerpt(ondertekend() + staart)


def test_the_signature_of_another_report_does_not_fit() -> None:
    ander = onderteken(onbeschreven(), "adviseur", adviseur(), NU + timedelta(days=1))
    begin, einde = bereiken(ondertekend())
    begin_ander, einde_ander = bereiken(ander)
    vreemd = ander[begin_ander:einde_ander][: einde - begin].ljust(einde - begin, b"0")
    verwerpt(ondertekend()[:begin] + vreemd + ondertekend()[einde:])


@pytest.mark.parametrize("vulling", [b"0", b"f", b"z"])
def test_an_erased_signature_is_no_signature(vulling: bytes) -> None:
    begin, einde = bereiken(ondertekend())
    verwerpt(ondertekend()[: begin + 1] + vulling * (einde - begin - 2) + ondertekend()[einde - 1 :])


def test_nothing_can_hide_in_the_padding_of_a_signature() -> None:
    _, einde = bereiken(ondertekend())
    pdf = bytearray(ondertekend())
    assert pdf[einde - 3 : einde] == b"00>"
    pdf[einde - 3] = ord("7")
    verwerpt(bytes(pdf), "op de plaats van de handtekening")


def test_a_signature_over_a_part_of_the_file_is_not_enough() -> None:
    pdf = ondertekend()
    bereik = re.search(rb"/ByteRange \[0 \d+ \d+ (\d+)\]", pdf)
    assert bereik
    korter = str(int(bereik[1]) - 50).encode().rjust(len(bereik[1]), b"0")
    verwerpt(pdf[: bereik.start(1)] + korter + pdf[bereik.end(1) :])


def test_two_counter_signatures_leave_the_first_valid() -> None:
    pdf = onderteken(ondertekend(), "bestuurder", maak_identiteit("Bestuurder", "Veilig Thuis", NU), NU)
    pdf = onderteken(pdf, "wethouder", maak_identiteit("Wethouder", "Gemeente Zwolle", NU), NU)
    controle = controleer(pdf)
    assert controle.geldig
    assert [h.veld for h in controle.handtekeningen] == ["adviseur", "bestuurder", "wethouder"]
    assert all(h.geldig for h in controle.handtekeningen)
    assert controle.open_velden == ()


def test_pdfsig_agrees(tmp_path_factory: pytest.TempPathFactory) -> None:
    pad = tmp_path_factory.mktemp("pdfsig") / "rapport.pdf"
    pdf = onderteken(ondertekend(), "wethouder", maak_identiteit("Wethouder", "Zwolle", NU), NU)

    def oordeel(inhoud: bytes) -> str:
        pad.write_bytes(inhoud)
        return subprocess.run(["pdfsig", "-nocert", str(pad)], capture_output=True, text=True, check=False).stdout

    goed = oordeel(pdf)
    assert goed.count("Signature is Valid") == 2
    assert goed.count("ETSI.CAdES.detached") == 2
    assert goed.count("SHA-256") == 2
    kapot = bytearray(pdf)
    kapot[2000] ^= 1
    assert "Digest Mismatch" in oordeel(bytes(kapot))


@pytest.mark.parametrize(
    ("verschil", "woorden"),
    [(timedelta(days=4000), "verlopen"), (timedelta(days=-2), "nog niet geldig"), (timedelta(), "")],
)
def test_a_certificate_outside_its_validity_is_named(verschil: timedelta, woorden: str) -> None:
    controle = controleer(onderteken(onbeschreven(), "adviseur", adviseur(), NU + verschil))
    assert controle.geldig
    assert woorden in " ".join(controle.meldingen)
    assert len(controle.meldingen) == (2 if woorden else 1)


@pytest.mark.parametrize("inhoud", [b"", b"\x00" * 5000, b"PK\x03\x04", b"{}", "géén pdf".encode()])
def test_what_is_no_pdf_is_refused_in_one_sentence(inhoud: bytes) -> None:
    for doe in (controleer, haal_scan):
        with pytest.raises(InvoerFout, match="geen PDF"):
            doe(inhoud)


def test_a_file_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bijlage, "MAX_PDF", len(ondertekend()) - 1)
    with pytest.raises(InvoerFout, match="te groot"):
        controleer(ondertekend())


@given(st.binary(max_size=400), st.integers(0, 10**6))
@settings(max_examples=50)
def test_garbage_in_a_report_never_crashes_the_check(rommel: bytes, plaats: int) -> None:
    pdf = ondertekend()
    plaats = 5 + plaats % (len(pdf) - 5)
    for inhoud in (b"%PDF-1.7\n" + rommel, pdf[:plaats] + rommel, rommel + b"\nstartxref\n0\n%%EOF\n"):
        assert not controleer(inhoud).geldig
        haal_scan(inhoud)


@pytest.mark.parametrize(
    "staart",
    [
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n",
        b"xref\n0 9999999999\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
        b"1 0 obj\n" + b"[" * 200_000 + b"\nendobj\nstartxref\n9\n%%EOF\n",
        b"1 0 obj\n<</Type/Catalog/AcroForm<</Fields[1 0 R]>>/Kids[1 0 R]>>\nendobj\nxref\n0 2\n"
        b"0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n81\n%%EOF\n",
    ],
    ids=["kring van xrefs", "eindeloze xref", "diep genest", "kring van velden"],
)
def test_a_pdf_made_to_keep_a_reader_busy_is_put_aside(staart: bytes) -> None:
    assert not controleer(b"%PDF-1.7\n" + staart).geldig
    assert haal_scan(b"%PDF-1.7\n" + staart) is None


def test_a_bomb_for_an_attachment_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bijlage, "MAX_SCAN", 1_000_000)
    bom = werk_af(bladzijden(), VAKKEN, b" " * 3_000_000, Documentgegevens("t", "a", NU))
    assert len(bom) < 200_000
    assert haal_scan(bom) is None
    monkeypatch.undo()
    assert len(haal_scan(bom) or b"") == 3_000_000


def test_checking_writes_nothing_to_stderr_or_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    for pdf in (ondertekend(), ondertekend()[:-900], vul_aan(ondertekend(), teken_over)):
        controleer(pdf)
    assert capfd.readouterr() == ("", "")


def test_a_field_name_cannot_act_on_the_terminal() -> None:
    vreemd = Vak("a\x1b[2Jb\n", "A", 0, VAKKEN[0].rect)
    pdf = werk_af(bladzijden(), (vreemd,), SCAN, Documentgegevens("t", "a", NU))
    assert controleer(pdf).open_velden == ("a[2Jb",)
