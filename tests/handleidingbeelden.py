"""The pictures of the handleiding and of the README, from the real window: `python -m tests.handleidingbeelden`.

All of them, each time, over those that are there. A clock that stands still and the shipped scan make them alike.
"""

from __future__ import annotations

import os
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from unittest import mock

from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.kerndataproef import VOLLE_KERNDATA
from tests.schermbeelden import (
    GEHEIM,
    LATER,
    NOTITIES,
    NU,
    druk,
    maak_database,
    open_dialogen,
    rust,
    typ,
)
from vtscan_desktop.app import maak_app
from vtscan_desktop.domain.hermeting import Deel
from vtscan_desktop.domain.proef import Proef
from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.services.handleiding import beeldmap
from vtscan_desktop.services.reservekopieen import maak_reservekopie
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import stappen
from vtscan_desktop.ui.figuren.figuurvak import Figuurvak
from vtscan_desktop.ui.kleuren import LICHT
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster
from vtscan_desktop.ui.scans.overlegvenster import Overlegvenster
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

README = Path(__file__).parents[1] / "docs/beeld/venster.png"
MAAT, README_MAAT = QRect(0, 0, 1010, 640), QRect(0, 0, 1280, 800)
RUSTIG_MS = 1500
"""For what is read or made in the background."""


def neem(wat: QWidget, doel: Path, *, rustig: int = 300) -> None:
    """A picture of a widget, small."""
    rust(rustig)
    wat.grab().save(str(doel))
    beeld = Image.open(doel).convert("RGB")
    beeld.quantize(palette=_kleuren(), dither=Image.Dither.NONE).save(doel, optimize=True)


@cache
def _kleuren() -> Image.Image:
    """The colours of the appearance and those between text and ground: a quarter of the bytes, no colour off."""
    p = LICHT
    tonen = (p.op_orde, p.pril, p.in_ontwikkeling, p.niet_op_orde, p.open)
    tekst = (p.inkt, p.gedempt, p.accent, p.rand, *(toon.voor for toon in tonen))
    paren = [(voor, grond) for voor in tekst for grond in (p.papier, p.doek)] + [(t.voor, t.achter) for t in tonen]
    paren += [(p.accent, p.accent_zacht), (p.inkt, p.accent_zacht), (p.op_accent, p.accent), (p.lijn, p.papier)]
    delen = [
        [int(voor[i : i + 2], 16) * deel + int(grond[i : i + 2], 16) * (1 - deel) for i in (1, 3, 5)]
        for voor, grond in paren
        for deel in (0, 0.25, 0.5, 0.75, 1)
    ]
    palet = Image.new("P", (1, 1))
    palet.putpalette([round(waarde) for kleur in dict.fromkeys(map(tuple, delen)) for waarde in kleur])
    return palet


def neem_dialoog(venster: QWidget, naam: str, *, rustig: int = 300) -> None:
    """A picture of the dialog that is open, which then closes."""
    for dialoog in open_dialogen(venster):
        neem(dialoog, beeldmap() / f"{naam}.png", rustig=rustig)
        dialoog.close()
    rust(1)


def sluit(venster: Hoofdvenster) -> None:
    """Close it for good, here and now."""
    venster.close()
    venster.deleteLater()
    rust(1)


def maak_venster(database: Path, maat: QRect = MAAT) -> Hoofdvenster:
    """The main window, shown."""
    venster = Hoofdvenster(database, lambda: NU, lambda _pad: "")
    venster.setGeometry(maat)
    venster.show()
    venster.activateWindow()
    return venster


def eerste_start(map_: Path) -> None:
    """What the first start asks."""
    venster = maak_venster(map_ / "risicoscans.vtdb")
    neem(venster, beeldmap() / "eerste-start.png")
    sluit(venster)


def startpagina(venster: Hoofdvenster, rapport: Path) -> None:
    """The start page, and windows that open from it."""
    sessie = venster.sessie
    assert sessie is not None
    neem(venster, beeldmap() / "startpagina.png")
    maak_reservekopie(sessie.opslag, NU)
    for naam, dialoog in (
        ("reservekopieen", Reservevenster(sessie.pad, sessie.herstelsleutel, lambda: NU, rust, venster)),
        ("controle", Controlevenster(rapport, venster)),
        ("overleg", Overlegvenster(sessie, lambda: LATER, venster)),
    ):
        dialoog.open()
        neem_dialoog(venster, naam, rustig=RUSTIG_MS)


def stap(scherm: Werkscherm, venster: QWidget, stap_id: str, naam: str) -> None:
    """A step."""
    scherm.ga_naar(stap_id)
    neem(venster, beeldmap() / f"{naam}.png")


def open_scan(venster: Hoofdvenster) -> None:
    """The steps of the scan, and windows that open from it."""
    assert venster.sessie is not None
    venster.open_scan(venster.sessie.scans.overzicht()[0].id)
    scherm = venster.werkscherm
    assert scherm is not None
    for notitie in NOTITIES:
        typ(scherm.notitiebalk.regel, notitie)
    rust(2 * RUSTIG_MS)  # the pages that are made in the background
    for stap_id, naam in (
        (topicstap(3), "venster"),
        (stappen.GESPREKKEN, "gesprekken"),
        (stappen.IN_KAART, "in-kaart"),
        (stappen.CATEGORIE, "categorie"),
        (stappen.ACTIES, "acties"),
        (stappen.NAKIJKEN, "nakijken"),
        (stappen.RAPPORT, "rapport"),
    ):
        stap(scherm, venster, stap_id, naam)
    wat_als(scherm, venster)
    cijfers(scherm, venster)
    scherm.ga_naar(topicstap(3))
    druk(venster, "gespreksmodus")
    neem(venster, beeldmap() / "gespreksmodus.png")
    druk(venster, "gespreksmodus")
    for toets, naam in (("agenda", "agenda"), ("scanversies", "versies"), ("instellingen", "instellingen")):
        druk(venster, toets)
        neem_dialoog(venster, naam)
    druk(venster, "zoek")
    assert venster.zoeker.zoekvenster is not None
    venster.zoeker.zoekvenster.regel.setText("gemeenten")
    neem_dialoog(venster, "zoeken", rustig=RUSTIG_MS)


def wat_als(scherm: Werkscherm, venster: QWidget) -> None:
    """Other oordelen, tried out."""
    pagina = scherm.pagina(stappen.CATEGORIE)
    assert isinstance(pagina, CategoriePagina)
    scherm.ga_naar(stappen.CATEGORIE)
    pagina.begin_proef()
    pagina.probeer(Proef(((4, Oordeel.NIET_OP_ORDE), (16, Oordeel.PRIL))))
    neem(venster, beeldmap() / "wat-als.png")
    pagina.laat_los()


def cijfers(scherm: Werkscherm, venster: QWidget) -> None:
    """A figure, on kerndata that has everything."""
    eerder = scherm.werkruimte.scan.kerndata
    scherm.werkruimte.wijzig_veld(kerndata=VOLLE_KERNDATA)
    pagina = scherm.pagina(topicstap(20))

    scherm.ga_naar(topicstap(20))
    rust(50)
    pagina.rol.ensureWidgetVisible(pagina.findChildren(Figuurvak)[0], 0, 200)
    neem(venster, beeldmap() / "cijfers.png")
    scherm.werkruimte.wijzig_veld(kerndata=eerder)


def vergelijken(venster: Hoofdvenster) -> None:
    """A hermeting beside the scan before it."""
    sessie, scherm = venster.sessie, venster.werkscherm
    assert sessie is not None
    assert scherm is not None
    nieuw = sessie.scans.hermeting(scherm.werkruimte.scan.id, date(2017, 1, 11), frozenset(Deel))
    venster.wissel_scan(nieuw)
    assert venster.werkscherm is not None
    for nr, oordeel in ((3, Oordeel.OP_ORDE), (13, Oordeel.OP_ORDE), (7, Oordeel.IN_ONTWIKKELING), (9, Oordeel.PRIL)):
        venster.werkscherm.werkruimte.wijzig_topic(nr, oordeel=oordeel)
    druk(venster, "vergelijken")
    neem_dialoog(venster, "vergelijken", rustig=RUSTIG_MS)


def readme(database: Path) -> None:
    """The picture that the README begins with."""
    venster = maak_venster(database, README_MAAT)
    venster.neem_sessie(Sessie.open(database, GEHEIM))
    scherm = venster.werkscherm
    assert scherm is not None
    rust(2 * RUSTIG_MS)
    scherm.ga_naar(topicstap(3))
    neem(venster, README)
    sluit(venster)


def main() -> None:
    """Make them all."""
    maak_app()
    thema().stel_in(LICHT, 1.0)
    for oud in beeldmap().glob("*.png"):
        oud.unlink()
    README.parent.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(Path, "home", return_value=Path("Documenten")),
        mock.patch.object(ScanService.__init__, "__defaults__", (lambda: NU,)),
    ):
        hier = Path.cwd()
        os.chdir(folder)  # so that a place in a picture is not one on this computer
        map_ = Path("Documenten")
        (map_ / "leeg").mkdir(parents=True)
        eerste_start(map_ / "leeg")
        database = map_ / "risicoscans.vtdb"
        rapport = maak_database(database)
        venster = maak_venster(database)
        venster.neem_sessie(Sessie.open(database, GEHEIM))
        startpagina(venster, rapport)
        open_scan(venster)
        sluit(venster)
        readme(database)
        venster = maak_venster(database)
        venster.neem_sessie(Sessie.open(database, GEHEIM))
        vergelijken(venster)
        sluit(venster)
        os.chdir(hier)


if __name__ == "__main__":
    main()
