"""Life of a scan: concept, ter bespreking, vastgesteld. What is vastgesteld stays; going back has a reason."""

from __future__ import annotations

from vtscan_desktop.domain.benamingen import SCANSTATUS
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import opsomming
from vtscan_desktop.domain.risicoscan import Risicoscan, ScanStatus
from vtscan_desktop.domain.voorstel import Voorstel

MAX_REDEN = 2_000
"""Longest allowed reason, in characters."""


def is_op_slot(scan: Risicoscan) -> bool:
    """Whether a scan may not be changed as it is."""
    return scan.status is ScanStatus.VASTGESTELD


def wat_vaststellen_mist(scan: Risicoscan, voorstel: Voorstel) -> tuple[str, ...]:
    """What a scan still lacks before it can be vastgesteld, each as part of a sentence; nothing when it can."""
    vast = scan.vaststelling
    if vast is None:
        return ("uw vaststelling van de categorie",)
    mist = [] if vast.datum else ["de datum van uw vaststelling"]
    if vast.categorie != voorstel.voorstel and not vast.motivering.strip():
        mist.append("de motivering bij uw vaststelling, die anders is dan het voorstel")
    return tuple(mist)


def eis_overgang(scan: Risicoscan, voorstel: Voorstel, naar: ScanStatus, reden: str) -> None:
    """Raises InvoerFout unless a scan may go to this status; back from vastgesteld asks a reason."""
    if naar is ScanStatus.VASTGESTELD and (mist := wat_vaststellen_mist(scan, voorstel)):
        raise InvoerFout(
            f"Deze scan kan nog niet op {SCANSTATUS[naar]}. Vul bij Categorie eerst in: {opsomming(mist)}."
        )
    if scan.status is ScanStatus.VASTGESTELD and naar is not scan.status and not reden.strip():
        raise InvoerFout("Schrijf op waarom de vastgestelde scan weer open gaat. De reden wordt bewaard.")
    if len(reden) > MAX_REDEN:
        raise InvoerFout(f"De reden mag hoogstens {MAX_REDEN} tekens lang zijn.")
