"""The handleiding tells of the program as it is: its words, keys, pictures and places are the real ones."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

import vtscan_desktop.ui
from vtscan_desktop import cli
from vtscan_desktop.domain.handleiding import Beeld, Hoofdstuk, Kop, Soort, Stuk, stukken_in, zoek
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.handleiding import beeldmap, lees_blokken, lees_handleiding
from vtscan_desktop.ui.handleiding import hulpplek
from vtscan_desktop.ui.handleiding.sneltoetsenblad import maak_sneltoetsenblad, toetsnamen
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN
from vtscan_desktop.ui.stappen import maak_stappen

PAKKET = Path(vtscan_desktop.ui.__file__).parents[1]
KB = 1000
GEEN_VENSTER = {"Formuliervenster", "Bladvenster"}
"""What other windows are made of."""


@cache
def hoofdstukken() -> tuple[Hoofdstuk, ...]:
    return (*lees_handleiding(toetsnamen()), maak_sneltoetsenblad())


def stukken() -> Iterator[tuple[str, Stuk]]:
    for hoofdstuk in hoofdstukken():
        for blok in hoofdstuk.blokken:
            for stuk in stukken_in(blok):
                yield hoofdstuk.id, stuk


def plekken() -> set[str]:
    return {h.id for h in hoofdstukken()} | {
        f"{h.id}#{blok.anker}" for h in hoofdstukken() for blok in h.blokken if isinstance(blok, Kop)
    }


@cache
def woorden_op_het_scherm() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """All texts in the code of the window, and patterns for those with something filled in."""
    vast, vormen = set(), []
    for pad in (p for map_ in ("ui", "services", "domain") for p in (PAKKET / map_).rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
                vast.add(knoop.value.partition("\t")[0])  # a menu has a key behind it
            elif isinstance(knoop, ast.JoinedStr):
                delen = [d.value if isinstance(d, ast.Constant) else None for d in knoop.values]
                if sum(len(str(d).strip()) for d in delen if d) >= 6:
                    vormen.append(re.compile("".join(".+" if d is None else re.escape(str(d)) for d in delen)))
    vast |= {topic.kort for topic in laad_format().topics}
    return frozenset(vast), tuple(vormen)


def test_elke_naam_in_de_handleiding_staat_zo_op_het_scherm() -> None:
    vast, vormen = woorden_op_het_scherm()
    vreemd = [
        f"{waar}: {stuk.tekst}"
        for waar, stuk in stukken()
        if stuk.soort is Soort.NAAM and stuk.tekst not in vast and not any(v.fullmatch(stuk.tekst) for v in vormen)
    ]
    assert vreemd == []


def test_elke_toets_komt_uit_het_register() -> None:
    """A key is written as its id, which must be there for the chapters to be read at all; none is typed out."""
    bron = "".join(pad.read_text("utf-8") for pad in (beeldmap().parent).glob("*.md"))
    assert re.findall(r"\b(?:Ctrl|Alt|Shift)\s?\+|\bF\d", bron) == []
    with pytest.raises(KeyError):
        lees_blokken("`@bestaat-niet`", toetsnamen())


def test_elke_link_leidt_ergens_heen_en_ook_in_de_bestanden_zelf() -> None:
    assert [f"{waar}: {s.doel}" for waar, s in stukken() if s.doel and s.doel not in plekken()] == []
    for pad in beeldmap().parent.glob("*.md"):
        for doel in re.findall(r"\]\(([^)#]+)", pad.read_text("utf-8")):
            if doel != "sneltoetsen.md":  # which is made of the register
                assert (pad.parent / doel).is_file(), f"{pad.name}: {doel}"


def test_elk_beeld_is_er_is_klein_en_wordt_genoemd() -> None:
    genoemd = {blok.naam for h in hoofdstukken() for blok in h.blokken if isinstance(blok, Beeld)}
    grootte = {pad.name: pad.stat().st_size for pad in beeldmap().iterdir()}
    assert genoemd == set(grootte)
    assert [naam for naam, bytes_ in grootte.items() if bytes_ > 100 * KB] == []
    assert sum(grootte.values()) < 900 * KB


def test_f1_heeft_een_plek_voor_elke_stap_en_elk_venster() -> None:
    stappen = {stap.id for stap in maak_stappen(laad_format()) if not stap.topic}
    assert stappen == set(hulpplek.STAP)
    for deel in pkgutil.walk_packages(vtscan_desktop.ui.__path__, "vtscan_desktop.ui."):
        importlib.import_module(deel.name)
    vensters = {soort.__name__ for soort in alle_onder(QDialog) if soort.__module__.startswith("vtscan_desktop.ui")}
    assert vensters - GEEN_VENSTER == set(hulpplek.VENSTER)


def alle_onder(soort: type) -> Iterator[type]:
    for onder in soort.__subclasses__():
        yield onder
        yield from alle_onder(onder)


def test_elke_plek_van_f1_bestaat() -> None:
    gevraagd = {*hulpplek.TOEGANG.values(), *hulpplek.STAP.values(), *hulpplek.VENSTER.values()}
    gevraagd |= {
        hulpplek.TOPIC,
        hulpplek.CIJFERS,
        hulpplek.NOTITIEREGEL,
        hulpplek.GESPREKSMODUS,
        hulpplek.STARTPAGINA,
    }
    assert gevraagd - plekken() == set()


def test_alle_opdrachten_en_alle_sneltoetsen_staan_erin() -> None:
    letterlijk = {stuk.tekst for waar, stuk in stukken() if waar == "opdrachten"}
    assert {f"vtscan {naam}" for naam in cli._OPDRACHTEN} <= letterlijk
    toetsen = {stuk.tekst for waar, stuk in stukken() if waar == hulpplek.SNELTOETSEN and stuk.soort is Soort.TOETS}
    assert {toets.tekst for toets in SNELTOETSEN} <= toetsen


@pytest.mark.parametrize(
    ("vraag", "plek"),
    [
        ("herstelsleutel", "beginnen#de-herstelsleutel"),
        ("wachtwoord kwijt", "veiligheid#de-herstelsleutel"),
        ("usb", "reservekopieen#een-tweede-plaats"),
        ("#k", "gesprek#de-notitieregel"),
        ("Meetek", "rapport#meetekenen"),
    ],
)
def test_zoeken_vindt_het_deel_waar_alle_woorden_in_staan(vraag: str, plek: str) -> None:
    gevonden = [f"{v.hoofdstuk}#{v.anker}" for v in zoek(hoofdstukken(), vraag)]
    assert plek in gevonden[:4]


def test_een_kop_die_past_staat_voor_een_tekst_die_past() -> None:
    assert zoek(hoofdstukken(), "escalatie")[0].hoofdstuk == "acties"
    assert zoek(hoofdstukken(), "  ") == zoek(hoofdstukken(), "escalatie onderzeeboot") == ()


def test_na_de_puntjes_van_een_knop_staat_geen_punt() -> None:
    [alinea] = lees_blokken("Kies **Exporteren…**. En dan **Openen**.", {})
    assert "".join(stuk.tekst for stuk in stukken_in(alinea)) == "Kies Exporteren… En dan Openen."
