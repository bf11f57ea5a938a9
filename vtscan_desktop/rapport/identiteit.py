"""The identity an adviser signs with: a certificate and its key in one PKCS#12 (RFC 7292).

One that the program makes is self-signed and says so in its own name: nobody else has checked who holds it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from vtscan_desktop.domain.errors import InvoerFout

ZELFONDERTEKEND = "zelfondertekend"
_GELDIGHEID = timedelta(days=3653)
"""Ten years: a report must still be checkable when the regio is scanned again."""
_SPELING = timedelta(hours=1)
"""A clock that is set back a little must not make a fresh certificate 'not valid yet'."""
_EINDE_LATIJN = 0x180
"""Past Latin Extended-A."""
_LEESTEKENS = "‘’“”–—…€"
_MAX_NAAM = 64
"""Longest common name and organisation (X.520 upper bounds), in bytes."""


@dataclass(frozen=True, slots=True)
class Identiteit:
    """Certificate and key as PKCS#12, with its passphrase; neither shows in a `repr`, so in no log."""

    naam: str
    pkcs12: bytes = field(repr=False)
    wachtwoord: str = field(repr=False)


def _schoon(tekst: str) -> str:
    """One line of text in Latin script: names in a certificate must pass the preparation of RFC 4518."""
    return " ".join("".join(teken if teken.isprintable() and _latijn(teken) else " " for teken in tekst).split())


def _latijn(teken: str) -> bool:
    return ord(teken) < _EINDE_LATIJN or teken in _LEESTEKENS


def _kort(tekst: str, maximum: int) -> str:
    """`tekst` in at most `maximum` bytes of UTF-8, with an ellipsis where it was cut."""
    if len(tekst.encode()) <= maximum:
        return tekst
    return tekst.encode()[: maximum - len("…".encode())].decode(errors="ignore").rstrip() + "…"


def _naam(functie: str, organisatie: str) -> str:
    staart = f" ({ZELFONDERTEKEND})"
    wie = ", ".join(deel for deel in (functie or "Adviseur", organisatie) if deel)
    return _kort(wie, _MAX_NAAM - len(staart)) + staart


def _certificaat(naam: str, organisatie: str, sleutel: ec.EllipticCurvePrivateKey, nu: datetime) -> x509.Certificate:
    delen = [x509.NameAttribute(NameOID.COMMON_NAME, naam)]
    if organisatie:
        delen.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, _kort(organisatie, _MAX_NAAM)))
    onderwerp = x509.Name(delen)
    sleutelgebruik = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(onderwerp)
        .issuer_name(onderwerp)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - _SPELING)
        .not_valid_after(nu + _GELDIGHEID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(sleutelgebruik, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), critical=False)
        .sign(sleutel, hashes.SHA256())
    )


def maak_identiteit(functie: str, organisatie: str, nu: datetime) -> Identiteit:
    """Make a self-signed identity (EC P-256), valid from `nu` (aware) for ten years.

    A person's name is not asked for: the bestuurlijke editie names functions only.
    """
    if nu.tzinfo is None:
        raise ValueError("nu must be an aware datetime")
    sleutel = ec.generate_private_key(ec.SECP256R1())
    organisatie = _schoon(organisatie)
    naam = _naam(_schoon(functie), organisatie)
    certificaat = _certificaat(naam, organisatie, sleutel, nu)
    wachtwoord = secrets.token_urlsafe(24)
    inhoud = pkcs12.serialize_key_and_certificates(
        naam.encode(), sleutel, certificaat, None, BestAvailableEncryption(wachtwoord.encode())
    )
    return Identiteit(naam, inhoud, wachtwoord)


def lees_identiteit(inhoud: bytes, wachtwoord: str) -> Identiteit:
    """Take in a PKCS#12 of the adviser's own.

    Raises `InvoerFout` when it is no PKCS#12, the passphrase is wrong, or it lacks a certificate or private key.
    """
    try:
        sleutel, certificaat, _ = pkcs12.load_key_and_certificates(inhoud, wachtwoord.encode())
    except ValueError as fout:
        raise InvoerFout(
            "Dit identiteitsbestand (PKCS#12) gaat niet open: het wachtwoord klopt niet of het bestand is beschadigd."
        ) from fout
    if sleutel is None or certificaat is None:
        raise InvoerFout(
            "In dit identiteitsbestand (PKCS#12) staat geen certificaat met de privésleutel die erbij hoort."
        )
    namen = certificaat.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    naam = str(namen[0].value) if namen else certificaat.subject.rfc4514_string()
    return Identiteit("".join(teken for teken in naam if teken.isprintable()), inhoud, wachtwoord)


def vingerafdruk(identiteit: Identiteit) -> str:
    """SHA-256 of the certificate, as a check of a report gives it: "sha256:..."."""
    _, certificaat, _ = pkcs12.load_key_and_certificates(identiteit.pkcs12, identiteit.wachtwoord.encode())
    assert certificaat is not None  # `lees_identiteit` and `maak_identiteit` see to it
    return f"sha256:{certificaat.fingerprint(hashes.SHA256()).hex()}"
