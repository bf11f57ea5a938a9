"""What this program is made of: the parts by others, their versions and licences, as installed here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path

from vtscan_desktop import __version__
from vtscan_desktop.domain.handleiding import Alinea, Hoofdstuk, Stuk
from vtscan_desktop.hulpbronnenmap import hulpbronnenmap, meegeleverd
from vtscan_desktop.services.handleiding import lees_blokken

LICENTIE = "EUPL-1.2"
_NAAM = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", re.MULTILINE)
_LICENTIEBESTAND = re.compile(r"(^|/)(licen[cs]e|copying|notice)", re.IGNORECASE)
_KLASSE = "License :: "
_QT = "LGPL-3.0"
_NIEUW = re.compile(r"[-–—*•·=#+]|\(?(\d{1,2}(\.\d+)*|[A-Za-z]|[ivx]+)[.)]|Copyright\b|©|\([cC]\)")
"""What a line begins with that does not go on from the one before: a point, a number, a heading, a holder of rights."""
_KOLOMMEN = re.compile(r"\S {3,}\S|[-=*_]{5}")
"""A line that is set as it is: columns, or a rule."""
_VOL = {"zin": 0.9, "gewoon": 0.72, "klein": 0.55}
"""How full a line is that goes on, as a part of the longest beside it: where it ends a sentence, where not, and where
the next begins with a small letter.
"""
_RECHTEN = ("Copyright", "©", "(c)", "(C)")
_MINSTENS = 45
"""Fewest signs of a line that goes on."""
_LANG = 60
"""A longer "licence" is its whole text, not its name."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part: its name, version, the name of its licence, and all that its licence says."""

    naam: str
    versie: str
    licentie: str
    tekst: str
    opgemaakt: bool = False
    """Whether the text is Markdown."""


def dit_programma() -> Onderdeel:
    """The program itself."""
    return Onderdeel(
        "Risicoscan Veilig Thuis (vtscan)", __version__, LICENTIE, meegeleverd("LICENSE").read_text("utf-8")
    )


def meegeleverd_van_anderen() -> Onderdeel:
    """Fonts, dictionary and what else ships without being a package."""
    tekst = meegeleverd("THIRD-PARTY.md").read_text("utf-8")
    return Onderdeel("Lettertypen, woordenboek en bibliotheken", "", "", tekst, opgemaakt=True)


def pakketten() -> tuple[Onderdeel, ...]:
    """The packages that the program runs on, as far as they are installed on this system, by name."""
    namen = _NAAM.findall(meegeleverd("requirements.txt").read_text("utf-8"))
    gevonden = (_pakket(naam) for naam in namen)
    return tuple(sorted((deel for deel in gevonden if deel is not None), key=lambda deel: deel.naam.casefold()))


def als_hoofdstuk(deel: Onderdeel) -> Hoofdstuk:
    """What the licence of a part says, to be shown as a chapter of the handleiding is, without a title of its own."""
    if deel.opgemaakt:
        return Hoofdstuk("", "", lees_blokken(deel.tekst, {}))
    geen = f"Bij dit onderdeel zit geen aparte tekst. De licentie heet: {deel.licentie}."
    return Hoofdstuk("", "", tuple(Alinea((Stuk(tekst),)) for tekst in _alineas(deel.tekst) or (geen,)))


def _alineas(tekst: str) -> list[str]:
    """A text in paragraphs, without the line ends that only kept it narrow: those that say something stay."""
    alineas: list[str] = []
    for blok in re.split(r"\n\s*\n", tekst.replace("\r\n", "\n").strip()):
        regels = blok.split("\n")
        breedst = max(map(len, regels))
        alineas.append(regels[0].strip())
        for vorige, regel in pairwise(regels):
            if _loopt_door(vorige.rstrip(), regel.strip(), breedst):
                alineas[-1] += f" {regel.strip()}"
            else:
                alineas.append(regel.strip())
    return [alinea for alinea in alineas if alinea]


def _loopt_door(vorige: str, regel: str, breedst: int) -> bool:
    """Whether a line goes on from the one before, which was only full."""
    if len(vorige.strip()) < _MINSTENS or _NIEUW.match(regel) or _KOLOMMEN.search(f"{vorige}\n{regel}"):
        return False
    if regel[0].islower():
        return len(vorige) >= breedst * _VOL["klein"]
    if vorige.lstrip().startswith(_RECHTEN):  # each holder on a line
        return False
    soort = "zin" if vorige.endswith((".", ":", ";")) else "gewoon"
    return len(vorige) >= breedst * _VOL[soort]


def _pakket(naam: str) -> Onderdeel | None:
    try:
        pakket = distribution(naam)
    except PackageNotFoundError:  # only needed on another system
        return None
    licentie = _licentie(pakket)
    tekst = _tekst(pakket) or (_tekst_van_qt() if _QT in licentie else "")
    return Onderdeel(pakket.metadata["Name"], pakket.version, licentie, tekst)


def _licentie(pakket: Distribution) -> str:
    over = pakket.metadata.json
    naam = str(over.get("license_expression") or over.get("license") or "").strip()
    if naam and len(naam) <= _LANG:
        return naam
    klassen = [klasse for klasse in over.get("classifier", ()) if klasse.startswith(_KLASSE)]
    return ", ".join(klasse.rpartition(" :: ")[2] for klasse in klassen) or "zie de tekst"


def _tekst(pakket: Distribution) -> str:
    """All licence files of a package; a frozen program has only those, not all that the package lists."""
    namen = (str(bestand) for bestand in pakket.files or ())
    licenties = (naam for naam in namen if _LICENTIEBESTAND.search(naam.partition(".dist-info")[2]))
    paden = (Path(str(pakket.locate_file(naam))) for naam in licenties)
    return "\n\n".join(_lees(pad).strip() for pad in paden if pad.is_file())


def _tekst_van_qt() -> str:
    """Qt's licence, which its packages lack: the LGPL, and the GPL that it builds on."""
    return "\n\n".join(
        _lees(hulpbronnenmap() / "licenties" / f"{naam}.txt").strip() for naam in ("LGPL-3.0", "GPL-3.0")
    )


def _lees(pad: Path) -> str:
    inhoud = pad.read_bytes()
    try:
        return inhoud.decode("utf-8")
    except UnicodeDecodeError:  # an older text, with a © of its own
        return inhoud.decode("latin-1")
