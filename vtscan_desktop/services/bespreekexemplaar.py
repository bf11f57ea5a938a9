"""A copy of a report in Word, for a reader to write in, beside the signed report that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import schrijf_veilig, vrij_pad

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.services.rapporten import Rapportresultaat


def maak_bespreekexemplaar(resultaat: Rapportresultaat) -> Path:
    """Write the copy of a report that was made, under a name that is still free; its path.

    It holds what the report prints of the topics and acties, its versie and its SHA-256. Takes a moment the first time:
    call it off the UI thread. Raises OmgevingFout when it cannot be written.
    """
    from vtscan_desktop.rapport.bespreekexemplaar import schrijf_bespreekexemplaar

    inhoud = schrijf_bespreekexemplaar(resultaat.gegevens, resultaat.sha256)
    pad = vrij_pad(resultaat.pad.with_name(f"{resultaat.pad.stem}-bespreekexemplaar.docx"))
    schrijf_veilig(pad, inhoud, vervang=False)
    return pad
