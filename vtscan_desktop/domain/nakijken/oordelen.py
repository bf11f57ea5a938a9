"""Checks of the oordelen: what is judged without saying why, and what is not judged yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.afspraken import vind_te_herstellen
from vtscan_desktop.domain.nakijken.stof import Stof, Vondst
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Hertoetsuitkomst, Oordeel
from vtscan_desktop.domain.vindplaats import Vindplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONBEOORDEELD = (Oordeel.NIET_BESPROKEN, Oordeel.NVT)


def nvt_zonder_motivering(stof: Stof) -> Iterator[Vondst]:
    """N.v.t. wants a motivering (beslisregels)."""
    for nr in OORDEEL_NRS:
        invulling = stof.scan.topic(nr)
        if invulling.oordeel is Oordeel.NVT and not invulling.motivering.strip():
            tekst = f"{stof.topic(nr)}: niet van toepassing, maar er staat niet waarom."
            yield Vondst(tekst, Vindplaats(f"topic/{nr}/motivering"))


def zonder_toelichting(stof: Stof) -> Iterator[Vondst]:
    """An oordeel of which the facts are not written down."""
    for nr in OORDEEL_NRS:
        invulling = stof.scan.topic(nr)
        if invulling.oordeel not in _ONBEOORDEELD and not invulling.toelichting.strip():
            tekst = f"{stof.topic(nr)}: er is een oordeel, maar de feitelijke situatie is niet beschreven."
            yield Vondst(tekst, Vindplaats(f"topic/{nr}/toelichting"))


def zonder_bron(stof: Stof) -> Iterator[Vondst]:
    """An oordeel that rests on no gesprek or document."""
    for nr in OORDEEL_NRS:
        invulling = stof.scan.topic(nr)
        if invulling.oordeel not in _ONBEOORDEELD and not invulling.bronnen:
            tekst = f"{stof.topic(nr)}: er is een oordeel, maar geen gesprek of document waarop het rust."
            yield Vondst(tekst, Vindplaats(f"topic/{nr}/bronnen"))


def zonder_afspraak(stof: Stof) -> Iterator[Vondst]:
    """In ontwikkeling without a concrete agreement (§ 1.1) counts as niet op orde."""
    for lager in stof.beoordeling.voorstel.afgewaardeerd:
        klad = [rij for rij in stof.klad if rij.tabel == f"acties/{lager.nr}"]
        plaats = vind_te_herstellen(stof.scan.topic(lager.nr), stof.scan.peildatum, klad)
        if plaats is not None:
            reden = lager.tekst.partition(": ")[2]
            yield Vondst(f"{stof.topic(lager.nr)}: in ontwikkeling telt als niet op orde, want {reden}", plaats)


def beslissend_open(stof: Stof) -> Iterator[Vondst]:
    """Topics without an oordeel that can still change the voorstel."""
    for nr in stof.beoordeling.voorstel.beslissend:
        tekst = f"{stof.topic(nr)}: nog niet besproken, en dat kan het voorstel nog veranderen."
        yield Vondst(tekst, Vindplaats(f"topic/{nr}/oordeel"))


def overig_open(stof: Stof) -> Iterator[Vondst]:
    """Topics without an oordeel that don't decide."""
    voorstel = stof.beoordeling.voorstel
    for nr in voorstel.openstaand:
        if nr not in voorstel.beslissend:
            yield Vondst(f"{stof.topic(nr)}: nog niet besproken.", Vindplaats(f"topic/{nr}/oordeel"))


def hertoets_zonder_datum(stof: Stof) -> Iterator[Vondst]:
    """A hertoets with an uitkomst was held on some day."""
    hertoets = stof.scan.hertoets
    if hertoets.uitkomst is not Hertoetsuitkomst.NIET_GEHOUDEN and hertoets.datum is None:
        yield Vondst("Bij de uitkomst van de hertoets staat geen datum.", Vindplaats("hertoetsdatum"))
