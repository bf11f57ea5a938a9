"""The one stretch of a signed PDF that its signature cannot cover: the place of the signature itself.

A changed byte there means nothing to the content, but a report in which a byte was changed must not pass as untouched.
So the wrapping must be exactly as a signer writes it: nothing beside the signature, and no loose ends within.
"""

from __future__ import annotations

from asn1crypto import cms, x509
from pyhanko.sign.validation import EmbeddedPdfSignature

_VERSIE_BIJ = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}
"""Version of a signature, and of what is around it, by how the signer is named (RFC 5652, 5.1 and 5.3)."""


def klopt_omslag(handtekening: EmbeddedPdfSignature) -> bool:
    """Whether the place of a signature holds that signature (RFC 5652) and padding only."""
    return _alleen_nullen(handtekening) and _letterlijk(handtekening) and _zonder_losse_einden(handtekening)


def _alleen_nullen(handtekening: EmbeddedPdfSignature) -> bool:
    inhoud = handtekening.pkcs7_content
    geheel: bytes = cms.ContentInfo.load(inhoud).dump()
    ondertekend: bytes = handtekening.signed_data.dump()
    return inhoud.startswith(geheel) and geheel.endswith(ondertekend) and not inhoud[len(geheel) :].strip(b"\x00")


def _letterlijk(handtekening: EmbeddedPdfSignature) -> bool:
    """Whether the file holds these bytes in hexadecimal and nothing else between the signed ranges."""
    _, begin, einde, _ = handtekening.byte_range
    handtekening.reader.stream.seek(begin)
    letterlijk: bytes = handtekening.reader.stream.read(einde - begin)
    hexadecimaal = handtekening.pkcs7_content.hex().encode()
    return letterlijk in (b"<" + hexadecimaal + b">", b"<" + hexadecimaal.upper() + b">")


def _zonder_losse_einden(handtekening: EmbeddedPdfSignature) -> bool:
    """Whether the parts that are outside the signed attributes say what those say."""
    gegevens, ondertekenaar = handtekening.signed_data, handtekening.signer_info
    versie = _VERSIE_BIJ[ondertekenaar["sid"].name]
    methoden = list(gegevens["digest_algorithms"])
    ingesloten = gegevens["encap_content_info"]
    return bool(
        gegevens["version"].native == versie
        and ondertekenaar["version"].native == versie
        and _noemt_letterlijk(ondertekenaar["sid"], handtekening.signer_cert)
        and [methode.dump() for methode in methoden] == [ondertekenaar["digest_algorithm"].dump()]
        and ingesloten["content_type"].native == "data"
        and ingesloten["content"].native is None
    )


def _noemt_letterlijk(sid: cms.SignerIdentifier, certificaat: x509.Certificate) -> bool:
    """Whether the signer is named by the very bytes of the certificate: names are else compared without capitals."""
    if sid.name == "subject_key_identifier":
        return bool(sid.chosen.native == certificaat.key_identifier)
    nummer: object = sid.chosen["serial_number"].native
    return bool(sid.chosen["issuer"].dump() == certificaat.issuer.dump() and nummer == certificaat.serial_number)
