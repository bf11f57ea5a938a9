"""The identity an adviser signs with: a certificate and its key in one PKCS#12 (RFC 7292).

One that the program makes is self-signed and says so in its own name: nobody else has checked who holds it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from asn1crypto.pkcs12 import Pfx
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
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
_RSA_NIEUW = 3072
_RSA_MINSTENS = 2048
"""Bits of an RSA key: of one that is made, and the least of one that is taken in."""

_NIST = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}
"""What FIPS 186 calls the curves of SEC 2, and most people with it."""

Sleutel = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class Sleutelsoort(StrEnum):
    """What key a new identity gets. RSA is for readers whose software knows no elliptic curves."""

    EC = "ec"
    RSA = "rsa"


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


def _certificaat(naam: str, organisatie: str, sleutel: Sleutel, nu: datetime) -> x509.Certificate:
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


def maak_identiteit(functie: str, organisatie: str, nu: datetime, soort: Sleutelsoort = Sleutelsoort.EC) -> Identiteit:
    """Make a self-signed identity (EC P-256 or RSA-3072), valid from `nu` (aware) for ten years.

    `functie` is what the signer wants to be known by: a function, for the bestuurlijke editie names no persons.
    """
    if nu.tzinfo is None:
        raise ValueError("nu must be an aware datetime")
    sleutel = _maak_sleutel(soort)
    organisatie = _schoon(organisatie)
    naam = _naam(_schoon(functie), organisatie)
    return _sluit_in(naam, sleutel, _certificaat(naam, organisatie, sleutel, nu), [])


def _maak_sleutel(soort: Sleutelsoort) -> Sleutel:
    if soort is Sleutelsoort.RSA:
        return rsa.generate_private_key(public_exponent=65537, key_size=_RSA_NIEUW)
    return ec.generate_private_key(ec.SECP256R1())


def _sluit_in(naam: str, sleutel: Sleutel, certificaat: x509.Certificate, keten: list[x509.Certificate]) -> Identiteit:
    """A PKCS#12 of its own, with a passphrase that nobody needs to know."""
    wachtwoord = secrets.token_urlsafe(24)
    inhoud = pkcs12.serialize_key_and_certificates(
        naam.encode(), sleutel, certificaat, keten, BestAvailableEncryption(wachtwoord.encode())
    )
    return Identiteit(naam, inhoud, wachtwoord)


def lees_identiteit(inhoud: bytes, wachtwoord: str) -> Identiteit:
    """Take in a PKCS#12 of the adviser's own; it gets another passphrase, so that theirs is kept nowhere.

    Raises `InvoerFout` when it is no PKCS#12, the passphrase is wrong, it lacks a certificate with its private key, or
    these are not fit to sign with.
    """
    _eis_pkcs12(inhoud)
    try:
        sleutel, certificaat, keten = pkcs12.load_key_and_certificates(inhoud, wachtwoord.encode() or None)
    except UnsupportedAlgorithm as fout:
        raise InvoerFout(
            "Dit identiteitsbestand (PKCS#12) is versleuteld op een manier die dit programma niet kent."
        ) from fout
    except (ValueError, TypeError) as fout:
        raise InvoerFout(
            "Dit identiteitsbestand (PKCS#12) gaat niet open: het wachtwoord klopt niet of het bestand is beschadigd."
        ) from fout
    if sleutel is None or certificaat is None or sleutel.public_key() != certificaat.public_key():
        raise InvoerFout(
            "In dit identiteitsbestand (PKCS#12) staat geen certificaat met de privésleutel die erbij hoort."
        )
    if not isinstance(sleutel, Sleutel) or (
        isinstance(sleutel, rsa.RSAPrivateKey) and sleutel.key_size < _RSA_MINSTENS
    ):
        raise InvoerFout(
            "De sleutel in dit identiteitsbestand past niet bij dit programma; wel een RSA-sleutel van minstens "
            f"{_RSA_MINSTENS} bits of een EC-sleutel."
        )
    if not _mag_ondertekenen(certificaat):
        raise InvoerFout("Het certificaat in dit identiteitsbestand is niet bedoeld om mee te ondertekenen.")
    return _sluit_in(_wie(certificaat.subject), sleutel, certificaat, list(keten))


def _eis_pkcs12(inhoud: bytes) -> None:
    try:
        versie = Pfx.load(inhoud, strict=True)["version"].native
    except (ValueError, TypeError):
        versie = None
    if versie != "v3":
        raise InvoerFout("Dit is geen identiteitsbestand (PKCS#12, een bestand met de naam .p12 of .pfx).")


def _mag_ondertekenen(certificaat: x509.Certificate) -> bool:
    try:
        gebruik = certificaat.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    return gebruik.digital_signature or gebruik.content_commitment


def _wie(onderwerp: x509.Name) -> str:
    namen = onderwerp.get_attributes_for_oid(NameOID.COMMON_NAME)
    naam = str(namen[0].value) if namen else onderwerp.rfc4514_string()
    return "".join(teken for teken in naam if teken.isprintable())


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What the certificate of an identity says: `vingerafdruk` is "sha256:...", both moments are aware (UTC)."""

    naam: str
    uitgever: str
    zelfondertekend: bool
    sleutel: str
    vingerafdruk: str
    geldig_vanaf: datetime
    geldig_tot: datetime


def lees_kenmerken(identiteit: Identiteit) -> Kenmerken:
    """What there is to see of an identity; its key stays where it is."""
    _, certificaat, _ = pkcs12.load_key_and_certificates(identiteit.pkcs12, identiteit.wachtwoord.encode())
    assert certificaat is not None  # `lees_identiteit` and `maak_identiteit` see to it
    sleutel = certificaat.public_key()
    return Kenmerken(
        naam=identiteit.naam,
        uitgever=_wie(certificaat.issuer),
        zelfondertekend=certificaat.issuer == certificaat.subject,
        sleutel=f"RSA {sleutel.key_size}" if isinstance(sleutel, rsa.RSAPublicKey) else _krommenaam(sleutel),
        vingerafdruk=f"sha256:{certificaat.fingerprint(hashes.SHA256()).hex()}",
        geldig_vanaf=certificaat.not_valid_before_utc,
        geldig_tot=certificaat.not_valid_after_utc,
    )


def _krommenaam(sleutel: object) -> str:
    if not isinstance(sleutel, ec.EllipticCurvePublicKey):
        return ""
    naam = sleutel.curve.name
    return f"EC {_NIST.get(naam, naam)}"
