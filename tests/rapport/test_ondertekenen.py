"""Signing certifies the report, leaves room for the others, and shows in the box on page one."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from pikepdf import Name

from tests.rapport.ondertekend import NU, SCAN, adviseur, onbeschreven, ondertekend
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.rapport.bijlage import haal_scan
from vtscan_desktop.rapport.controleren import controleer
from vtscan_desktop.rapport.identiteit import Identiteit, lees_identiteit, maak_identiteit
from vtscan_desktop.rapport.ondertekenen import onderteken


def tekst_van(pdf: bytes, folder: Path) -> str:
    (folder / "r.pdf").write_bytes(pdf)
    opdracht = ["pdftotext", "-layout", "-l", "1", str(folder / "r.pdf"), "-"]
    return subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout


def uitgegeven(naam: str, functie: str = "") -> tuple[Identiteit, bytes]:
    """An identity that an authority issued, and that authority's certificate (DER)."""

    def bouw(wie: str, door: str, sleutel: ec.EllipticCurvePrivateKey, *, ca: bool) -> x509.CertificateBuilder:
        gebruik = dict.fromkeys(
            ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
        )
        return (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, wie)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, door)]))
            .public_key(sleutel.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
            .not_valid_after(datetime.now(UTC) + timedelta(days=3650))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=not ca, content_commitment=not ca, key_cert_sign=ca, crl_sign=ca, **gebruik
                ),
                critical=True,
            )
        )

    wortelsleutel, sleutel = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    wortel = bouw("Proefuitgever", "Proefuitgever", wortelsleutel, ca=True).sign(wortelsleutel, hashes.SHA256())
    eigen = bouw(naam, "Proefuitgever", sleutel, ca=False).sign(wortelsleutel, hashes.SHA256())
    inhoud = pkcs12.serialize_key_and_certificates(
        functie.encode(), sleutel, eigen, [wortel], BestAvailableEncryption(b"geheim")
    )
    return lees_identiteit(inhoud, "geheim"), wortel.public_bytes(Encoding.DER)


def test_the_first_signature_certifies_and_allows_form_fill_only() -> None:
    with pikepdf.open(BytesIO(ondertekend())) as doc:
        handtekening = doc.Root.AcroForm.Fields[0].V
        assert doc.Root.Perms.DocMDP == handtekening
        assert handtekening.SubFilter == Name("/ETSI.CAdES.detached")
        assert handtekening.Reference[0].TransformMethod == Name.DocMDP
        assert handtekening.Reference[0].TransformParams.P == 2
        assert str(handtekening.M) == "D:20260711160405+02'00'"


def test_a_counter_signature_does_not_certify() -> None:
    with pikepdf.open(BytesIO(onderteken(ondertekend(), "wethouder", adviseur(), NU))) as doc:
        assert "/Reference" not in doc.Root.AcroForm.Fields[1].V
        assert doc.Root.Perms.DocMDP == doc.Root.AcroForm.Fields[0].V


def test_signing_only_appends() -> None:
    assert ondertekend().startswith(onbeschreven())
    assert haal_scan(ondertekend()) == SCAN


def test_signing_leaves_the_metadata_as_they_were() -> None:
    with pikepdf.open(BytesIO(onbeschreven())) as toen, pikepdf.open(BytesIO(ondertekend())) as nu:
        assert nu.Root.Metadata.read_raw_bytes() == toen.Root.Metadata.read_raw_bytes()
        assert dict(nu.docinfo) == dict(toen.docinfo)


def test_a_signed_report_is_still_a_pdf_1_7() -> None:
    for pdf in (ondertekend(), onderteken(ondertekend(), "wethouder", adviseur(), NU)):
        with pikepdf.open(BytesIO(pdf)) as doc:
            assert doc.pdf_version == "1.7"
            assert "/Version" not in doc.Root
            assert list(doc.Root.Extensions) == ["/ESIC"]


def test_the_stamp_says_when_and_how_it_was_signed(tmp_path: Path) -> None:
    tekst = " ".join(tekst_van(ondertekend(), tmp_path).split())
    assert "Digitaal ondertekend door Adviseur, VNG" in tekst
    assert "11 juli 2026, 16.04 uur" in tekst
    assert "Zelfondertekend:" in tekst
    kenmerk = controleer(ondertekend()).handtekeningen[0].vingerafdruk.removeprefix("sha256:")
    assert f"Vingerafdruk {kenmerk[:4]} {kenmerk[4:8]} {kenmerk[8:12]} {kenmerk[12:16]}" in tekst
    assert tekst.count("nog te ondertekenen") == 2


def test_the_stamp_stays_inside_its_field(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(ondertekend())
    uit = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(tmp_path / "r.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    woorden = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', uit)
    stempel = [woord for woord in woorden if woord[4] not in ("Bladzijde", "een", "nog", "te", "ondertekenen")]
    assert len(stempel) >= 12
    for x0, y0, x1, y1, _ in stempel:
        assert float(x0) >= 65.9
        assert float(x1) <= 201.1
        assert float(y0) >= 841.8 - 136 - 3  # the line box is a little higher than the letters
        assert float(y1) <= 841.9 - 84 + 1


def test_the_field_must_be_there_and_empty() -> None:
    for pdf, veld in ((onbeschreven(), "burgemeester"), (ondertekend(), "adviseur")):
        with pytest.raises(InvoerFout, match=f"‘{veld}’"):
            onderteken(pdf, veld, adviseur(), NU)


def test_a_moment_without_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="aware"):
        onderteken(onbeschreven(), "adviseur", adviseur(), datetime(2026, 7, 11))


def test_an_issued_identity_is_trusted_only_by_who_trusts_its_issuer(tmp_path: Path) -> None:
    identiteit, wortel = uitgegeven("J. Zoë")
    pdf = onderteken(onbeschreven(), "adviseur", identiteit, NU)
    bekend, onbekend = controleer(pdf, [wortel]), controleer(pdf)
    assert bekend.geldig
    assert onbekend.geldig
    assert bekend.handtekeningen[0].vertrouwd
    assert bekend.meldingen == ()
    assert not onbekend.handtekeningen[0].vertrouwd
    assert "niet te herleiden" in onbekend.meldingen[0]
    assert "ondertekend door J. Zoë" in " ".join(tekst_van(pdf, tmp_path).split())


def test_a_self_made_identity_is_never_trusted_not_even_as_a_root() -> None:
    _, eigen, _ = pkcs12.load_key_and_certificates(adviseur().pkcs12, adviseur().wachtwoord.encode())
    assert eigen is not None
    controle = controleer(ondertekend(), [eigen.public_bytes(Encoding.DER)])
    assert controle.geldig
    assert not controle.handtekeningen[0].vertrouwd


def test_one_can_sign_with_an_identity_made_this_moment() -> None:
    nu = datetime.now(UTC)
    controle = controleer(onderteken(onbeschreven(), "adviseur", maak_identiteit("Adviseur", "VNG", nu), nu))
    assert controle.geldig
    assert len(controle.meldingen) == 1
