"""The identity that the adviser signs with, kept in the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from vtscan_desktop.models.waarden import Identiteitrij

if TYPE_CHECKING:
    from datetime import datetime

    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.rapport.identiteit import Identiteit


def identiteit_voor(opslag: Opslag, functie: str, organisatie: str, nu: datetime) -> Identiteit:
    """The active identity of this database; the first time one is made (self-signed) and kept.

    `nu` is aware. Who reports again signs with the same key, so that readers can compare fingerprints.
    """
    from vtscan_desktop.rapport.identiteit import Identiteit, maak_identiteit

    for rij in opslag.identiteiten():
        if rij.actief:
            return Identiteit(rij.naam, rij.pkcs12, rij.wachtwoord)
    nieuw = maak_identiteit(functie, organisatie, nu)
    opslag.bewaar_identiteit(
        Identiteitrij(
            id=str(uuid4()),
            naam=nieuw.naam,
            pkcs12=nieuw.pkcs12,
            wachtwoord=nieuw.wachtwoord,
            gemaakt=nu,
            actief=True,
        )
    )
    return nieuw


def kenmerk_van(opslag: Opslag) -> tuple[str, str] | None:
    """Name and fingerprint ("sha256:...") of the active identity, or None while there is none."""
    from vtscan_desktop.rapport.identiteit import Identiteit, vingerafdruk

    for rij in opslag.identiteiten():
        if rij.actief:
            return rij.naam, vingerafdruk(Identiteit(rij.naam, rij.pkcs12, rij.wachtwoord))
    return None
