"""The one stretch of a signed PDF that its signature cannot cover: the place of the signature itself.

A changed byte there means nothing to the content, but a report in which a byte was changed must not pass as untouched.
So the wrapping must be exactly as a signer writes it: nothing beside the signature, and no loose ends within.
"""

from __future__ import annotations

from asn1crypto import cms
from pyhanko.sign.validation import EmbeddedPdfSignature


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
    methoden = list(gegevens["digest_algorithms"])
    ingesloten = gegevens["encap_content_info"]
    return bool(
        gegevens["version"].native in ("v1", "v3")
        and ondertekenaar["version"].native in ("v1", "v3")
        and [methode.dump() for methode in methoden] == [ondertekenaar["digest_algorithm"].dump()]
        and ingesloten["content_type"].native == "data"
        and ingesloten["content"].native is None
    )
