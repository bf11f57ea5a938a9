"""An organisation's format with every text about as long as it may be: what has to fit everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.eigenformat import bytes_van, eigen_bestand, topics
from vtscan_desktop.uitwisseling.formatbestand import lees_format

if TYPE_CHECKING:
    from vtscan_desktop.domain.topics import Format

_TITEL = "De samenwerking van meldcodeverantwoordelijken met gemeenten, politie en ketenpartners bij crisissen, ook in"
_VRAAG = (
    "Hoe is geregeld dat meldingen die buiten kantooruren binnenkomen dezelfde veiligheidsbeoordeling krijgen als "
    "meldingen overdag, wie beslist daarover, hoe wordt dat vastgelegd in het dossier, en hoe weten gemeenten, politie "
    "en ketenpartners binnen hoeveel dagen zij een terugkoppeling mogen verwachten over de vervolgstappen?"
)
_AANGEVULD = (
    "Dit topic is aangevuld op verzoek van het regionaal bestuurlijk overleg, omdat de gezamenlijke gemeenten na de "
    "tussenrapportage van vorig jaar meer zicht wilden op de samenwerking met ketenpartners in het weekend."
)


def lang_bestand() -> dict[str, Any]:
    """The file: titles to 120 characters, short names to 40, words as long as they may be."""
    bestand = eigen_bestand() | {
        "id": "lang-format",
        "naam": "Risicoscan van de gezamenlijke veiligheidsregio's en de jeugdbescherming in het oosten van het land",
        "herkomst": f"Vastgesteld door het regionaal bestuurlijk overleg. {_AANGEVULD}"[:300],
    }
    for nr, thema in enumerate(bestand["themas"], 1):
        thema["titel"] = f"{nr}e hoofdthema: samenwerking in de regio"[:40]
    for topic in topics(bestand):
        nr = topic["nr"]
        topic["titel"] = f"{_TITEL} {nr}{' ({jaar})' if nr == 18 else ''}"
        topic["kort"] = f"Regionale verantwoordelijken meldcode {nr}"
        topic["in_zin"] = f"de samenwerking met gemeenten en politie bij crisissen {nr}"
        topic["in_rij"] = f"crisisverantwoordelijkheden in de regio {nr}"
        if nr in (3, 16):
            topic["aangevuld"] = _AANGEVULD
    for topic in bestand["leidraad"]["topics"]:
        for vraag in topic["vragen"]:
            vraag["tekst"] = f"{_VRAAG} ({vraag['id']})"
    return bestand


def lang_format() -> Format:
    """That format, as it is taken over."""
    return lees_format(bytes_van(lang_bestand()), "lang.json").format
