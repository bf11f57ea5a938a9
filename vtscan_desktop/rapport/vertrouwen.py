"""Whether a certificate chains to a root that this machine trusts. Nothing is fetched: the program works offline."""

from __future__ import annotations

import ssl
from collections.abc import Sequence

from asn1crypto import x509
from pyhanko_certvalidator import ValidationContext


def maak_context(certificaat: x509.Certificate, wortels: Sequence[bytes] | None) -> ValidationContext:
    """The context to validate `certificaat` in: the DER roots `wortels`, or those of the operating system when None.

    A self-made certificate is trusted by nobody, whatever the roots are.
    """
    if certificaat.self_issued:
        wortels = ()
    elif wortels is None:
        wortels = ssl.create_default_context().get_ca_certs(binary_form=True)
    return ValidationContext(trust_roots=[x509.Certificate.load(wortel) for wortel in wortels], allow_fetching=False)
