"""An identity says honestly who it is, and keeps its secrets to itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rapport.ondertekend import NU, adviseur, onbeschreven
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.rapport.controleren import controleer
from vtscan_desktop.rapport.identiteit import Identiteit, lees_identiteit, maak_identiteit
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
    assert lees_identiteit(identiteit.pkcs12, identiteit.wachtwoord) == identiteit
    assert controleer(onderteken(onbeschreven(), "adviseur", identiteit, NU)).geldig


def test_key_and_passphrase_do_not_show_in_a_repr() -> None:
    assert repr(adviseur()) == "Identiteit(naam='Adviseur, VNG (zelfondertekend)')"


def test_a_moment_without_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="aware"):
        maak_identiteit("Adviseur", "VNG", datetime(2026, 7, 11, 16, 4))


@pytest.mark.parametrize(("inhoud", "wachtwoord"), [(adviseur().pkcs12, "onjuist"), (b"rommel", "x"), (b"", "")])
def test_what_is_no_pkcs12_or_has_another_passphrase_is_refused(inhoud: bytes, wachtwoord: str) -> None:
    with pytest.raises(InvoerFout, match="wachtwoord klopt niet of het bestand is beschadigd"):
        lees_identiteit(inhoud, wachtwoord)


def test_a_pkcs12_without_a_key_is_refused() -> None:
    leeg = pkcs12.serialize_key_and_certificates(
        b"x", None, certificaat(adviseur()), None, BestAvailableEncryption(b"geheim")
    )
    with pytest.raises(InvoerFout, match="privésleutel"):
        lees_identiteit(leeg, "geheim")


def test_an_identity_made_in_another_zone_is_valid_at_once() -> None:
    assert certificaat(maak_identiteit("a", "b", NU.astimezone(UTC))).not_valid_before_utc <= NU
