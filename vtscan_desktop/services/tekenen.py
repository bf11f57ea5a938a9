"""Counter-sign a report that someone else made: fill one of its empty signature fields.

pyHanko takes over a second to load the first time: call this off the UI thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import lees_begrensd, schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vtscan_desktop.rapport.controle import Controle
    from vtscan_desktop.rapport.identiteit import Identiteit

_STAPPEN = ("Rapport lezen", "Ondertekenen", "Wegschrijven", "Nalopen wat er staat")


def teken_mee(
    pad: Path,
    doel: Path,
    veld: str,
    identiteit: Identiteit,
    *,
    nu: datetime,
    vervang: bool,
    voortgang: Callable[[str, int, int], None] = lambda _tekst, _stap, _totaal: None,
) -> Controle:
    """Sign the empty field `veld` of the report at `pad` and write it to `doel`, which may be `pad` itself.

    What was signed before is only added to. `nu` is the real time (aware). `voortgang` is told as by `maak_rapport`
    and may raise to stop. The check of what was written is given back.

    Raises InvoerFout when the report is not valid, has no such empty field, or `doel` exists and `vervang` is false;
    OmgevingFout when it cannot be written, what was written does not pass the check, or the report changed meanwhile.
    Then nothing is left behind and `doel` is as it was.
    """
    from vtscan_desktop.rapport.bijlage import MAX_PDF
    from vtscan_desktop.rapport.controleren import controleer
    from vtscan_desktop.rapport.ondertekenen import onderteken

    voortgang(_STAPPEN[0], 1, len(_STAPPEN))
    eerst = lees_begrensd(pad, MAX_PDF)
    toen = controleer(eerst)
    if not toen.geldig:
        raise InvoerFout(f"{pad.name} is geen geldig ondertekend rapport; onderteken het niet.")
    voortgang(_STAPPEN[1], 2, len(_STAPPEN))
    pdf = onderteken(eerst, veld, identiteit, nu)
    voortgang(_STAPPEN[2], 3, len(_STAPPEN))
    uitkomst: list[Controle] = []

    def loop_na(proef: Path) -> None:
        voortgang(_STAPPEN[3], 4, len(_STAPPEN))
        geschreven = lees_begrensd(proef, MAX_PDF)
        if geschreven != pdf or not _is_aangevuld(toen, nu_ := controleer(geschreven), veld):
            raise OmgevingFout(f"{doel} is niet goed weggeschreven en daarom niet bewaard.")
        if lees_begrensd(pad, MAX_PDF) != eerst:
            raise OmgevingFout(f"{pad} is veranderd terwijl u ondertekende; er is niets bewaard.")
        uitkomst.append(nu_)
        voortgang(_STAPPEN[3], 4, len(_STAPPEN))  # the last moment to stop: after this it has its name

    schrijf_veilig(doel, pdf, vervang=vervang, controle=loop_na)
    return uitkomst[0]


def _is_aangevuld(toen: Controle, nu: Controle, veld: str) -> bool:
    """Whether every signature that was there is there and holds, and `veld` is the one that came with it."""

    def wie(controle: Controle) -> list[tuple[str, str]]:
        return [(h.veld, h.vingerafdruk) for h in controle.handtekeningen if h.geldig]

    erbij = [paar for paar in wie(nu) if paar not in wie(toen)]
    return nu.geldig and len(wie(nu)) == len(wie(toen)) + 1 and [naam for naam, _ in erbij] == [veld]
