"""Dutch words for the values of the domain, as the window shows them."""

from collections.abc import Mapping
from datetime import date

from vtscan_desktop.domain.benamingen import NOTITIESOORT as NOTITIESOORT
from vtscan_desktop.domain.benamingen import SCANSTATUS as SCANSTATUS
from vtscan_desktop.domain.nakijken.stof import Ernst
from vtscan_desktop.domain.notatie import format_datum, opsomming
from vtscan_desktop.domain.risicoscan import (
    Editie,
    Hertoetsuitkomst,
    Oordeel,
    Risicoscan,
)
from vtscan_desktop.domain.zinnen import telling as telling_in_woorden
from vtscan_desktop.hulpbronnen import regionaam

OORDEEL: dict[Oordeel, str] = {
    Oordeel.OP_ORDE: "Op orde",
    Oordeel.PRIL: "Pril",
    Oordeel.IN_ONTWIKKELING: "In ontwikkeling",
    Oordeel.NIET_OP_ORDE: "Niet op orde",
    Oordeel.NVT: "N.v.t.",
    Oordeel.NIET_BESPROKEN: "Niet besproken",
}
HERTOETS: dict[Hertoetsuitkomst, str] = {
    Hertoetsuitkomst.NIET_GEHOUDEN: "Niet gehouden",
    Hertoetsuitkomst.VOLDAAN: "Voldaan",
    Hertoetsuitkomst.NIET_VOLDAAN: "Niet voldaan",
    Hertoetsuitkomst.VERSCHERPT_TOEZICHT: "Verscherpt toezicht",
}


def scannaam(regio: str, peildatum: date) -> str:
    """Which scan it is: "Veilig Thuis IJsselland, peildatum 11 juli 2016"."""
    return f"Veilig Thuis {regionaam(regio)}, peildatum {format_datum(peildatum)}"


def scanmerk(scan: Risicoscan) -> str:
    """The mark that every screen of such a scan carries: an example, or a reading copy; "" for none."""
    return "VOORBEELD" if scan.voorbeeld else "LEESKOPIE" if scan.editie is Editie.BESTUURLIJK else ""


def aantallen(telling: Mapping[Ernst, int]) -> str:
    """How many points there are by weight: "één fout, vier waarschuwingen en twee opmerkingen"; "" for none."""
    woorden = {
        Ernst.FOUT: ("fout", "fouten"),
        Ernst.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
        Ernst.OPMERKING: ("opmerking", "opmerkingen"),
    }
    delen = [telling_in_woorden(telling[ernst], *woorden[ernst]) for ernst in Ernst if telling[ernst]]
    return opsomming(delen)


ZELFONDERTEKEND = "zelfondertekend – identiteit niet door derden bevestigd"


def vingerafdruk_in_groepen(vingerafdruk: str) -> str:
    """A fingerprint in groups of four, so that it can be read aloud."""
    kaal = vingerafdruk.removeprefix("sha256:")
    return " ".join(kaal[i : i + 4] for i in range(0, len(kaal), 4))
