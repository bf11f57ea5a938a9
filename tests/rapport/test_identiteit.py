"""An identity says honestly who it is, and keeps its secrets to itself."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rapport.ondertekend import NU, adviseur, onbeschreven
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.rapport.controleren import controleer
from vtscan_desktop.rapport.identiteit import (
    Identiteit,
    Sleutelsoort,
    lees_identiteit,
    lees_kenmerken,
    maak_identiteit,
)
from vtscan_desktop.rapport.ondertekenen import onderteken


def certificaat(identiteit: Identiteit) -> x509.Certificate:
    _, gevonden, _ = pkcs12.load_key_and_certificates(identiteit.pkcs12, identiteit.wachtwoord.encode())
    assert gevonden is not None
    return gevonden


def test_a_made_identity_says_in_its_name_that_it_is_self_signed() -> None:
    assert adviseur().naam == "Adviseur, VNG (zelfondertekend)"
    eigen = certificaat(adviseur())
    assert eigen.subject == eigen.issuer
    assert eigen.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == adviseur().naam
    assert isinstance(eigen.public_key(), ec.EllipticCurvePublicKey)
    assert eigen.not_valid_before_utc <= NU <= NU + timedelta(days=3650) <= eigen.not_valid_after_utc
    gebruik = eigen.extensions.get_extension_for_class(x509.KeyUsage).value
    assert gebruik.content_commitment
    assert not gebruik.key_cert_sign


def test_no_two_identities_share_a_key_or_passphrase() -> None:
    een, twee = maak_identiteit("Adviseur", "VNG", NU), maak_identiteit("Adviseur", "VNG", NU)
    assert een.wachtwoord != twee.wachtwoord
    assert certificaat(een).public_key() != certificaat(twee).public_key()


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=15)
def test_any_function_and_organisation_make_an_identity(functie: str, organisatie: str) -> None:
    identiteit = maak_identiteit(functie, organisatie, NU)
    assert identiteit.naam.isprintable()
    assert len(identiteit.naam.encode()) <= 64
    assert identiteit.naam.endswith("(zelfondertekend)")
    gelezen = lees_identiteit(identiteit.pkcs12, identiteit.wachtwoord)
    assert lees_kenmerken(gelezen) == lees_kenmerken(identiteit)
    assert controleer(onderteken(onbeschreven(), "adviseur", identiteit, NU)).geldig


def test_key_and_passphrase_do_not_show_in_a_repr() -> None:
    assert repr(adviseur()) == "Identiteit(naam='Adviseur, VNG (zelfondertekend)')"


def test_a_moment_without_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="aware"):
        maak_identiteit("Adviseur", "VNG", datetime(2026, 7, 11, 16, 4))


@pytest.mark.parametrize("wachtwoord", ["onjuist", "", "é" * 1000])
def test_another_passphrase_is_refused(wachtwoord: str) -> None:
    with pytest.raises(InvoerFout, match="wachtwoord klopt niet of het bestand is beschadigd"):
        lees_identiteit(adviseur().pkcs12, wachtwoord)


@pytest.mark.parametrize(
    "inhoud", [b"", b"rommel", b"-----BEGIN CERTIFICATE-----\n", b"0\x80", adviseur().pkcs12[:-9], b"%PDF-1.7" * 99]
)
def test_what_is_no_pkcs12_is_refused(inhoud: bytes) -> None:
    with pytest.raises(InvoerFout, match="geen identiteitsbestand"):
        lees_identiteit(inhoud, "x")


@given(st.integers(0, 10**6), st.integers(1, 255))
@settings(max_examples=50)
def test_a_damaged_pkcs12_is_refused_or_read_whole(plaats: int, wissel: int) -> None:
    kapot = bytearray(adviseur().pkcs12)
    kapot[plaats % len(kapot)] ^= wissel
    with suppress(InvoerFout):
        gelezen = lees_identiteit(bytes(kapot), adviseur().wachtwoord)
        assert lees_kenmerken(gelezen).vingerafdruk == lees_kenmerken(adviseur()).vingerafdruk


def _pkcs12(sleutel: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey, *gebruik: str) -> bytes:
    onderwerp = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Zoë")])
    namen = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
    overige = ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    bouwer = x509.CertificateBuilder(
        onderwerp, onderwerp, sleutel.public_key(), 7, NU, NU + timedelta(days=9)
    ).add_extension(x509.KeyUsage(**{naam: naam in gebruik for naam in (*namen, *overige)}), critical=True)
    slot = None if isinstance(sleutel, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return pkcs12.serialize_key_and_certificates(
        b"x", sleutel, bouwer.sign(sleutel, slot), None, BestAvailableEncryption(b"geheim")
    )


def test_a_key_that_is_weak_unknown_or_not_meant_to_sign_with_is_refused() -> None:
    zwak = rsa.generate_private_key(65537, 1024)
    for inhoud, woorden in (
        (_pkcs12(zwak, "digital_signature"), "minstens 2048 bits"),
        (_pkcs12(ed25519.Ed25519PrivateKey.generate(), "digital_signature"), "EC-sleutel"),
        (_pkcs12(rsa.generate_private_key(65537, 2048), "key_encipherment"), "niet bedoeld om mee te ondertekenen"),
    ):
        with pytest.raises(InvoerFout, match=woorden):
            lees_identiteit(inhoud, "geheim")


def test_the_passphrase_of_an_imported_identity_is_not_kept() -> None:
    inhoud = _pkcs12(rsa.generate_private_key(65537, 2048), "digital_signature")
    gelezen = lees_identiteit(inhoud, "geheim")
    assert gelezen.naam == "Zoë"
    assert gelezen.wachtwoord != "geheim"
    with pytest.raises(ValueError):
        pkcs12.load_key_and_certificates(gelezen.pkcs12, b"geheim")


def test_an_identity_can_have_an_rsa_key() -> None:
    identiteit = maak_identiteit("Adviseur", "VNG", NU, Sleutelsoort.RSA)
    kenmerken = lees_kenmerken(identiteit)
    assert kenmerken.sleutel == "RSA 3072"
    assert kenmerken.zelfondertekend
    controle = controleer(onderteken(onbeschreven(), "adviseur", identiteit, NU))
    assert controle.geldig
    assert controle.handtekeningen[0].vingerafdruk == kenmerken.vingerafdruk


def test_a_pkcs12_without_a_key_is_refused() -> None:
    leeg = pkcs12.serialize_key_and_certificates(
        b"x", None, certificaat(adviseur()), None, BestAvailableEncryption(b"geheim")
    )
    with pytest.raises(InvoerFout, match="privésleutel"):
        lees_identiteit(leeg, "geheim")


def test_an_identity_made_in_another_zone_is_valid_at_once() -> None:
    assert certificaat(maak_identiteit("a", "b", NU.astimezone(UTC))).not_valid_before_utc <= NU
