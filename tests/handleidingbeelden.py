"""The pictures of the handleiding and of the README, from the real window: `python -m tests.handleidingbeelden`.

All of them, each time, over those that are there; with a folder behind it they go there instead. What differs from one
time to the next (the clock, the folder, the key that signs, a cursor that blinks) stands still, and no font but the
shipped one is used, so that `test_handleidingbeelden.py` can compare them with the window.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from unittest import mock

from PIL import Image
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

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
from vtscan_desktop.ui.rapporten import controle
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster
from vtscan_desktop.ui.scans.overlegvenster import Overlegvenster
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.teksten import vingerafdruk_in_groepen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.versies import scanversies
from vtscan_desktop.ui.werkscherm import Werkscherm

README = "readme"
"""The picture that the README begins with; the others are of the handleiding."""
LETTERS = Path(__file__).with_name("letters.conf")
"""How fonts are drawn on Linux, where each system has its own ideas of it."""
MAAT, README_MAAT = QRect(0, 0, 1010, 640), QRect(0, 0, 1280, 800)
_STIL = 3
"""So many looks in a row must be the same."""
_BEURT_MS = 20


def plaats(naam: str) -> Path:
    """Where a picture belongs."""
    return Path(__file__).parents[1] / "docs/beeld/venster.png" if naam == README else beeldmap() / f"{naam}.png"


class Album:
    """Takes the pictures, into one folder."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def neem(self, wat: QWidget, naam: str) -> None:
        """A picture of a widget, small, once nothing changes any more."""
        doel = self._map / f"{naam}.png"
        wacht_tot_stil(wat)
        wat.grab().save(str(doel))
        beeld = Image.open(doel).convert("RGB")
        beeld.quantize(palette=_kleuren(), dither=Image.Dither.NONE).save(doel, optimize=True)

    def neem_dialoog(self, venster: QWidget, naam: str) -> None:
        """A picture of the dialog that is open, which then closes."""
        for dialoog in open_dialogen(venster):
            self.neem(dialoog, naam)
            dialoog.close()
        rust(1)


def wacht_tot_stil(wat: QWidget) -> None:
    """Until nothing is read, made or waited for in the background, and the picture stays as it is."""
    eerder, gelijk = None, 0
    while gelijk < _STIL:
        QTest.qWait(_BEURT_MS)  # unlike `rust`, leaves the machine to what is waited for
        beeld = wat.grab().toImage()
        gelijk = gelijk + 1 if beeld == eerder and not _is_bezig(wat) else 0
        eerder = beeld


def _is_bezig(wat: QObject) -> bool:
    """Whether a thread works, or a timer of the window is about to go off that does so once."""
    while (boven := wat.parent()) is not None:
        wat = boven
    klokken = (klok for wie in (QApplication.instance(), wat) if wie for klok in wie.findChildren(QTimer))
    return any(klok.isActive() and klok.isSingleShot() for klok in klokken) or any(
        draad.name == "taak" for draad in threading.enumerate()
    )


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


def eerste_start(album: Album, map_: Path) -> None:
    """What the first start asks."""
    venster = maak_venster(map_ / "risicoscans.vtdb")
    album.neem(venster, "eerste-start")
    sluit(venster)


def startpagina(album: Album, venster: Hoofdvenster, rapport: Path) -> None:
    """The start page, and windows that open from it."""
    sessie = venster.sessie
    assert sessie is not None
    album.neem(venster, "startpagina")
    maak_reservekopie(sessie.opslag, NU)
    for naam, dialoog in (
        ("reservekopieen", Reservevenster(sessie.pad, sessie.herstelsleutel, lambda: NU, rust, venster)),
        ("controle", Controlevenster(rapport, venster)),
        ("overleg", Overlegvenster(sessie, lambda: LATER, venster)),
    ):
        dialoog.open()
        album.neem_dialoog(venster, naam)


def open_scan(album: Album, venster: Hoofdvenster) -> None:
    """The steps of the scan, and windows that open from it."""
    assert venster.sessie is not None
    venster.open_scan(venster.sessie.scans.overzicht()[0].id)
    scherm = venster.werkscherm
    assert scherm is not None
    for notitie in NOTITIES:
        typ(scherm.notitiebalk.regel, notitie)
    for stap_id, naam in (
        (topicstap(3), "venster"),
        (stappen.GESPREKKEN, "gesprekken"),
        (stappen.IN_KAART, "in-kaart"),
        (stappen.CATEGORIE, "categorie"),
        (stappen.ACTIES, "acties"),
        (stappen.NAKIJKEN, "nakijken"),
        (stappen.RAPPORT, "rapport"),
    ):
        scherm.ga_naar(stap_id)
        album.neem(venster, naam)
    wat_als(album, scherm, venster)
    cijfers(album, scherm, venster)
    scherm.ga_naar(topicstap(3))
    druk(venster, "gespreksmodus")
    album.neem(venster, "gespreksmodus")
    druk(venster, "gespreksmodus")
    for toets, naam in (("agenda", "agenda"), ("scanversies", "versies"), ("instellingen", "instellingen")):
        druk(venster, toets)
        album.neem_dialoog(venster, naam)
    druk(venster, "zoek")
    assert venster.zoeker.zoekvenster is not None
    venster.zoeker.zoekvenster.regel.setText("gemeenten")
    album.neem_dialoog(venster, "zoeken")


def wat_als(album: Album, scherm: Werkscherm, venster: QWidget) -> None:
    """Other oordelen, tried out."""
    pagina = scherm.pagina(stappen.CATEGORIE)
    assert isinstance(pagina, CategoriePagina)
    scherm.ga_naar(stappen.CATEGORIE)
    pagina.begin_proef()
    pagina.probeer(Proef(((4, Oordeel.NIET_OP_ORDE), (16, Oordeel.PRIL))))
    album.neem(venster, "wat-als")
    pagina.laat_los()


def cijfers(album: Album, scherm: Werkscherm, venster: QWidget) -> None:
    """A figure, on kerndata that has everything."""
    eerder = scherm.werkruimte.scan.kerndata
    scherm.werkruimte.wijzig_veld(kerndata=VOLLE_KERNDATA)
    pagina = scherm.pagina(topicstap(20))
    scherm.ga_naar(topicstap(20))
    rust(50)
    pagina.rol.ensureWidgetVisible(pagina.findChildren(Figuurvak)[0], 0, 200)
    album.neem(venster, "cijfers")
    scherm.werkruimte.wijzig_veld(kerndata=eerder)


def vergelijken(album: Album, venster: Hoofdvenster) -> None:
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
    album.neem_dialoog(venster, "vergelijken")


def readme(album: Album, database: Path) -> None:
    """The picture that the README begins with."""
    venster = open_venster(database, README_MAAT)
    scherm = venster.werkscherm
    assert scherm is not None
    scherm.ga_naar(topicstap(3))
    album.neem(venster, README)
    sluit(venster)


def open_venster(database: Path, maat: QRect = MAAT) -> Hoofdvenster:
    """The main window with the database open."""
    venster = maak_venster(database, maat)
    venster.neem_sessie(Sessie.open(database, GEHEIM))
    return venster


def vaste_vingerafdruk(van: str) -> str:
    """Stands in for a fingerprint, since the key of an identity, and so its signature, is another each time."""
    soort = "een identiteit" if van.startswith("sha256:") else "een rapport"
    return vingerafdruk_in_groepen(sha256(soort.encode()).hexdigest())


@contextmanager
def stilstand(map_: Path) -> Iterator[None]:
    """Nothing differs from one time to the next; `map_` is where one works, and no picture names it."""
    hier, knippert = Path.cwd(), QApplication.cursorFlashTime()
    with ExitStack() as af:
        af.callback(os.chdir, hier)
        af.callback(QApplication.setCursorFlashTime, knippert)
        af.enter_context(mock.patch.object(Path, "home", return_value=Path("Documenten")))
        af.enter_context(mock.patch.object(ScanService.__init__, "__defaults__", (lambda: NU,)))
        for plek in (controle, scanversies):
            af.enter_context(mock.patch.object(plek, "vingerafdruk_in_groepen", vaste_vingerafdruk))
        os.chdir(map_)
        QApplication.setCursorFlashTime(0)
        yield


def maak_beelden(doel: Path) -> None:
    """Make them all in a folder, each by its name."""
    maak_app()
    thema().stel_in(LICHT, 1.0)
    album = Album(doel.resolve())
    with tempfile.TemporaryDirectory() as folder, stilstand(Path(folder)):
        map_ = Path("Documenten")
        (map_ / "leeg").mkdir(parents=True)
        eerste_start(album, map_ / "leeg")
        database = map_ / "risicoscans.vtdb"
        rapport = maak_database(database)
        venster = open_venster(database)
        startpagina(album, venster, rapport)
        open_scan(album, venster)
        sluit(venster)
        readme(album, database)
        venster = open_venster(database)
        vergelijken(album, venster)
        sluit(venster)


def main() -> None:
    """Make them in a folder, or put new ones in the place of all that are there."""
    ontleder = argparse.ArgumentParser(prog="python -m tests.handleidingbeelden")
    ontleder.add_argument("map", nargs="?", type=Path)
    gevraagd: Path | None = ontleder.parse_args().map
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["FONTCONFIG_FILE"] = str(LETTERS)
    with tempfile.TemporaryDirectory() as tijdelijk:
        doel = gevraagd or Path(tijdelijk)
        maak_beelden(doel)
        if gevraagd is not None:
            return
        for oud in beeldmap().glob("*.png"):
            oud.unlink()
        for nieuw in doel.iterdir():
            shutil.move(nieuw, plaats(nieuw.stem))


if __name__ == "__main__":
    main()
