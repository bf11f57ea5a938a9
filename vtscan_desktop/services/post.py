"""An e-mail with the report attached, ready for the adviser to address and send with their own mail program."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import lees_begrensd, schrijf_veilig, vrij_pad
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.rapporten import rapporttitel

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.domain.risicoscan import Risicoscan

_MAX_BIJLAGE = 100_000_000
_MAILPROGRAMMA = "xdg-email"
_GEDULD = 15.0
"""Seconds that a mail program gets to say whether it opens."""


@dataclass(frozen=True, slots=True)
class Mailconcept:
    """An e-mail without an addressee: `bijlage` is the report."""

    onderwerp: str
    tekst: str
    bijlage: Path


def stel_op(scan: Risicoscan, rapport: Path, editie: Editie = Editie.BESTUURLIJK) -> Mailconcept:
    """The e-mail that goes with the report of `scan`. It quotes nothing from the scan: the report does the telling."""
    waarvan = f"Veilig Thuis {regionaam(scan.regio)} (peildatum {format_datum(scan.peildatum)})"
    alinea_s = [
        "Geachte heer of mevrouw,",
        f"Bijgaand ontvangt u de risicoscan van {waarvan}. "
        "Op de eerste pagina staat wat de uitkomst is en wat er van u wordt gevraagd.",
        "Het rapport is digitaal ondertekend. U kunt het zelf ook ondertekenen, in het vak dat voor u is.",
        "Met vriendelijke groet,",
    ]
    if editie is Editie.VOLLEDIG:
        alinea_s.insert(1, "Let op: dit is de interne editie, met notities, namen en locaties. Deel haar niet verder.")
    if scan.voorbeeld:
        alinea_s.insert(1, "Let op: dit is een voorbeeld.")
    return Mailconcept(rapporttitel(scan, editie), "\n\n".join(alinea_s) + "\n", rapport)


def maak_eml(concept: Mailconcept) -> bytes:
    """The e-mail as an .eml file (RFC 5322) that mail programs open as one still to be sent.

    Raises InvoerFout or OmgevingFout when the report cannot be read.
    """
    bericht = EmailMessage(policy=SMTP)
    bericht["Subject"] = concept.onderwerp
    bericht["X-Unsent"] = "1"
    bericht.set_content(concept.tekst)
    bericht.add_attachment(
        lees_begrensd(concept.bijlage, _MAX_BIJLAGE),
        maintype="application",
        subtype="pdf",
        filename=concept.bijlage.name,
    )
    return bericht.as_bytes()


def open_in_mailprogramma(concept: Mailconcept) -> bool:
    """Hand the e-mail to the desktop's mail program, where there is one that says it took it (Linux)."""
    programma = shutil.which(_MAILPROGRAMMA)
    if programma is None:
        return False
    opdracht = [programma, "--utf8", "--subject", concept.onderwerp, "--body", concept.tekst]
    opdracht += ["--attach", str(concept.bijlage.resolve())]
    try:
        uitkomst = subprocess.run(opdracht, stdin=subprocess.DEVNULL, capture_output=True, timeout=_GEDULD, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return uitkomst.returncode == 0


def bewaar_eml(concept: Mailconcept) -> Path:
    """Write the .eml beside the report, under a name that is still free, for the desktop to open; its path."""
    pad = vrij_pad(concept.bijlage.with_suffix(".eml"))
    schrijf_veilig(pad, maak_eml(concept), vervang=False)
    return pad


def open_concept(concept: Mailconcept) -> Path | None:
    """Open the e-mail in the mail program; where that fails, the path of an .eml for the caller to open."""
    return None if open_in_mailprogramma(concept) else bewaar_eml(concept)
