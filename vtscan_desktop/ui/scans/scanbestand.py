"""Scans from files and to files, off the window's thread: the work, and what to tell of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.services.scans import Gelezen, Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder
from vtscan_desktop.ui.langwerk import Afloop
from vtscan_desktop.ui.teksten import scannaam


def lees(pad: Path, _melder: Melder) -> Gelezen:
    """The scan in a file or a report."""
    return lees_invoer(pad)


def importeer(sessie: Sessie, gelezen: Gelezen, beleid: Importbeleid, _melder: Melder) -> tuple[str, Gelezen]:
    """Add what was read; under which id, and what the user should know of it in this database."""
    scan_id = sessie.scans.importeer(gelezen, beleid)
    return scan_id, replace(gelezen, meldingen=sessie.scans.meldingen(gelezen))


def exporteer(sessie: Sessie, scan_id: str, pad: Path, _melder: Melder) -> Path:
    """Write a scan to a file, over one that is there."""
    sessie.scans.exporteer(scan_id, pad, vervang=True)
    return pad


def vertel_import(uitkomst: tuple[str, Gelezen]) -> Afloop:
    """What was taken over, and what to know of it."""
    gelezen = uitkomst[1]
    scan = gelezen.scan
    zinnen = [f"{scannaam(scan.regio, scan.peildatum)}, is overgenomen."]
    if scan.editie is Editie.BESTUURLIJK:
        zinnen.append("Het is een leeskopie: notities en namen zitten er niet in.")
    return Afloop("De scan is overgenomen", " ".join((*zinnen, *gelezen.meldingen)))


def vertel_export(pad: Path) -> Afloop:
    """Where the scan stands."""
    return Afloop("De scan is geëxporteerd", f"De scan staat in {pad.name}.")
