"""The identities that the adviser can sign with, kept in the encrypted database; one of them is active.

Reading a certificate brings in cryptography: call these functions off the UI thread.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from vtscan_desktop import VERSIEDATUM
from vtscan_desktop.bestanden import lees_begrensd
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.models.waarden import Identiteitrij

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.models.waarden import Rapportversie, Scankop
    from vtscan_desktop.rapport.identiteit import Identiteit, Kenmerken

_MAX_PKCS12 = 1_000_000
_SPELING = timedelta(minutes=2)
"""Two clocks, or one that was just set right, may differ this much without being implausible."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """An identity as the user sees it."""

    id: str
    actief: bool
    kenmerken: Kenmerken


def _haal(rij: Identiteitrij) -> Identiteit:
    from vtscan_desktop.rapport.identiteit import Identiteit

    return Identiteit(rij.naam, rij.pkcs12, rij.wachtwoord)


def _maak_kaart(rij: Identiteitrij) -> Kaart:
    from vtscan_desktop.rapport.identiteit import lees_kenmerken

    return Kaart(rij.id, rij.actief, lees_kenmerken(_haal(rij)))


def kaarten(opslag: Opslag) -> tuple[Kaart, ...]:
    """All identities of this database, the oldest first."""
    return tuple(_maak_kaart(rij) for rij in opslag.identiteiten())


def actieve_kaart(opslag: Opslag) -> Kaart | None:
    """The identity that signs reports, or None while there is none."""
    return next((_maak_kaart(rij) for rij in opslag.identiteiten() if rij.actief), None)


def identiteit_voor(opslag: Opslag, functie: str, organisatie: str, nu: datetime) -> Identiteit:
    """The active identity of this database; the first time one is made (self-signed) and kept.

    `nu` is aware. Who reports again signs with the same key, so that readers can compare fingerprints.
    """
    from vtscan_desktop.rapport.identiteit import maak_identiteit

    for rij in opslag.identiteiten():
        if rij.actief:
            return _haal(rij)
    nieuw = maak_identiteit(functie, organisatie, nu)
    _bewaar(opslag, nieuw, nu)
    return nieuw


def haal_identiteit(opslag: Opslag, identiteit_id: str) -> Identiteit:
    """The identity with this id. Raises InvoerFout when it is not there."""
    return _haal(_rij(opslag, identiteit_id))


def maak_nieuwe(opslag: Opslag, naam: str, organisatie: str, soort: str, nu: datetime) -> Kaart:
    """Make a self-signed identity ("ec" or "rsa"), keep it and make it the active one."""
    from vtscan_desktop.rapport.identiteit import Sleutelsoort, maak_identiteit

    if not naam.strip():
        raise InvoerFout("Vul een naam of functie in: die staat straks bij de handtekening.")
    return _bewaar(opslag, maak_identiteit(naam, organisatie, nu, Sleutelsoort(soort)), nu)


def lees_pkcs12(pad: Path, wachtwoord: str) -> Identiteit:
    """The identity in the PKCS#12 at `pad`. Raises InvoerFout or OmgevingFout."""
    from vtscan_desktop.rapport.identiteit import lees_identiteit

    inhoud = lees_begrensd(pad, _MAX_PKCS12)
    try:
        return lees_identiteit(inhoud, wachtwoord)
    except InvoerFout as fout:
        raise InvoerFout(f"{pad.name}: {fout}") from fout


def importeer(opslag: Opslag, pad: Path, wachtwoord: str, nu: datetime) -> Kaart:
    """Take in a PKCS#12, keep it and make it the active one; one that is there already is only made active.

    Raises InvoerFout or OmgevingFout.
    """
    from vtscan_desktop.rapport.identiteit import lees_kenmerken

    nieuw = lees_pkcs12(pad, wachtwoord)
    afdruk = lees_kenmerken(nieuw).vingerafdruk
    for kaart in kaarten(opslag):
        if kaart.kenmerken.vingerafdruk == afdruk:
            return kies(opslag, kaart.id)
    return _bewaar(opslag, nieuw, nu)


def kies(opslag: Opslag, identiteit_id: str) -> Kaart:
    """Make this identity the active one. Raises InvoerFout when it is not there."""
    rij = replace(_rij(opslag, identiteit_id), actief=True)
    opslag.bewaar_identiteit(rij)
    return _maak_kaart(rij)


def getekende_rapporten(opslag: Opslag, identiteit_id: str) -> tuple[str, ...]:
    """The reports of this database that an identity signed, each in words, the oldest first.

    Reports that it counter-signed are not known here. Raises InvoerFout when the identity is not there.
    """
    from vtscan_desktop.rapport.identiteit import lees_kenmerken

    afdruk = lees_kenmerken(_haal(_rij(opslag, identiteit_id))).vingerafdruk
    scans = {kop.id: kop for kop in opslag.overzicht()}
    return tuple(_noem_rapport(scans[rapport.scan_id], rapport) for rapport in opslag.getekend_met(afdruk))


def _noem_rapport(kop: Scankop, rapport: Rapportversie) -> str:
    intern = ", interne editie" if rapport.editie == Editie.VOLLEDIG.value else ""
    return f"{regionaam(kop.regio)}, peildatum {format_datum(kop.peildatum)}, versie {rapport.versie}{intern}"


def verwijder(opslag: Opslag, identiteit_id: str, opvolger: str | None = None) -> None:
    """Take an identity out of the database for good; reports that it signed stay as valid as they are.

    Where it is the active one and there are others, `opvolger` is the id of the one that signs from now on. Raises
    InvoerFout when that is not told, or one of them is not there.
    """
    rij = _rij(opslag, identiteit_id)
    anderen = [ander for ander in opslag.identiteiten() if ander.id != identiteit_id]
    if rij.actief and anderen:
        if opvolger is None or opvolger == identiteit_id:
            raise InvoerFout(f"Kies eerst met welke andere identiteit u voortaan tekent in plaats van ‘{rij.naam}’.")
        kies(opslag, opvolger)
    opslag.verwijder_identiteit(identiteit_id)


def _rij(opslag: Opslag, identiteit_id: str) -> Identiteitrij:
    for rij in opslag.identiteiten():
        if rij.id == identiteit_id:
            return rij
    raise InvoerFout("Deze identiteit is niet meer in de database.")


def _bewaar(opslag: Opslag, identiteit: Identiteit, nu: datetime) -> Kaart:
    rij = Identiteitrij(str(uuid4()), identiteit.naam, identiteit.pkcs12, identiteit.wachtwoord, nu, actief=True)
    opslag.bewaar_identiteit(rij)
    return _maak_kaart(rij)


def waarschuwingen(kenmerken: Kenmerken | None, nu: datetime, laatst: datetime | None = None) -> tuple[str, ...]:
    """What speaks against signing now (`nu`, aware) with this identity, None being one still to be made.

    `laatst` is the latest moment that is noted in the database (aware): it rises with use, so that a clock that lost
    its time shows however old this program is. The user decides; these are Dutch sentences to decide by.
    """
    gevonden = []
    klok = f"De klok van deze computer staat op {format_datum(nu.date())}"
    if nu.astimezone(UTC).date() < VERSIEDATUM:
        gevonden.append(f"{klok}, en dat is vóór dit programma werd gemaakt. Die datum komt in de handtekening.")
    elif laatst is not None and nu < laatst - _SPELING:
        gevonden.append(
            f"{klok}, maar in deze database is het laatst iets bewaard op "
            f"{format_datum(laatst.astimezone(nu.tzinfo).date())}. "
            "De klok loopt waarschijnlijk achter; zijn tijd komt in de handtekening."
        )
    if kenmerken is not None and nu < kenmerken.geldig_vanaf:
        gevonden.append(
            f"Het certificaat van ‘{kenmerken.naam}’ is nog niet geldig: het geldt vanaf "
            f"{format_datum(kenmerken.geldig_vanaf.astimezone(nu.tzinfo).date())}."
        )
    if kenmerken is not None and nu > kenmerken.geldig_tot:
        gevonden.append(
            f"Het certificaat van ‘{kenmerken.naam}’ is verlopen: het gold tot en met "
            f"{format_datum(kenmerken.geldig_tot.astimezone(nu.tzinfo).date())}."
        )
    return tuple(gevonden)
