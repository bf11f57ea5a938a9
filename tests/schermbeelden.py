"""Every page and every window as a picture, to look at: `python -m tests.schermbeelden MAP [WOORD]`.

The real window on the shipped scan, at 1280x800, in each appearance at 100% and 200%. With WOORD only the pictures
with that word in their name are kept, such as `donker` or `topic-3`; `licht-200` makes that appearance only.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.kerndataproef import VOLLE_KERNDATA
from vtscan_desktop.app import maak_app
from vtscan_desktop.domain.proef import Proef
from vtscan_desktop.domain.risicoscan import Editie, Oordeel
from vtscan_desktop.domain.tekstversies import Tekstversie
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.foutverslag import beschrijf, bewaar_verslag
from vtscan_desktop.services.rapporten import maak_rapport
from vtscan_desktop.services.reservekopieen import maak_reservekopie
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.scanversies import Versiesleutel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.figuren.figuurvak import Figuurvak
from vtscan_desktop.ui.instellingen.verhuisvenster import Verhuisvenster
from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, LICHT, Palet
from vtscan_desktop.ui.langwerk import Afloop, Afloopvenster
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.rapporten.identiteiten import Identiteitenvenster
from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster, TweedePlaats
from vtscan_desktop.ui.scans.bewaartermijnvenster import Bewaartermijnvenster
from vtscan_desktop.ui.scans.overlegvenster import Overlegvenster
from vtscan_desktop.ui.scans.persoonvenster import Persoonvenster
from vtscan_desktop.ui.stappen import ACTIES, CATEGORIE, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.eerste_start import EersteStart
from vtscan_desktop.ui.toegang.herstelsleutel import Sleutelvenster
from vtscan_desktop.ui.toegang.startbladen import Sleutelblad
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.versies.heropenen import Heropenvenster
from vtscan_desktop.ui.versies.versievenster import Versievenster
from vtscan_desktop.ui.verslagvenster import Verslagvenster

LATER = datetime(2016, 11, 1, 9, 0, tzinfo=UTC)
"""When some of the acties are late."""
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
GEHEIM = "een lang wachtwoord"
RUST_MS = 200
"""How long the window gets to settle before a picture."""
NOTITIES = (
    "3: van 45 naar 33 onderzoeken, maar extra inzet stopt in augustus #knelpunt",
    "3: triage gaat sneller sinds mei",
    "12: raad vraagt om een gezamenlijke visie van de elf gemeenten #opgave",
    "wijkteams willen één vast gezicht per gemeente #wens",
)
VENSTERS = ("zoek", "topic", "vlaggen", "over", "instellingen", "formats", "agenda", "scanversies")
"""Windows of an open scan, by the shortcut that opens them."""


class Fotograaf:
    """Makes the pictures of one appearance."""

    def __init__(self, map_: Path, woord: str, palet: Palet, schaal: float) -> None:
        self._map = map_
        self._woord = woord
        self._voor = weergavenaam(palet, schaal)
        self.aantal = 0

    def neem(self, wat: QWidget, naam: str, na: Callable[[], object] | None = None) -> None:
        """Take a picture of a widget, under a name; `na` goes first, and is skipped with the picture."""
        bestand = f"{self._voor}-{naam}.png"
        if self._woord not in bestand:
            return
        if na is not None:
            na()
        rust()
        wat.grab().save(str(self._map / bestand))
        self.aantal += 1


def weergavenaam(palet: Palet, schaal: float) -> str:
    """What the pictures of an appearance begin with: `hoog-contrast-200`."""
    return f"{palet.naam.replace(' ', '-')}-{schaal:.0%}".rstrip("%")


def rust(ms: int = RUST_MS) -> None:
    """Let Qt work off what it has to do."""
    klok = QElapsedTimer()
    klok.start()
    while klok.elapsed() < ms:
        QApplication.processEvents()


def typ(veld: QWidget, tekst: str) -> None:
    """Type a line and Enter."""
    for teken in tekst:
        QApplication.sendEvent(veld, toets(Qt.Key.Key_unknown, teken))
    QApplication.sendEvent(veld, toets(Qt.Key.Key_Return, "\r"))


def toets(sleutel: Qt.Key, tekst: str) -> QKeyEvent:
    """One key, pressed."""
    return QKeyEvent(QEvent.Type.KeyPress, sleutel, Qt.KeyboardModifier.NoModifier, tekst)


def maak_database(pad: Path) -> Path:
    """A database with the shipped scan; gives back the report made of it."""
    sessie = Sessie.maak(pad, GEHEIM)
    scan = sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
    rapport = pad.with_name("Risicoscan IJsselland.pdf")
    maak_rapport(sessie.opslag.lees(scan).scan, rapport, nu=NU, vervang=False, opslag=sessie.opslag)
    sessie.sluit()
    return rapport


def druk(venster: QWidget, toets_id: str) -> None:
    """Do what a shortcut of the window does."""
    gevonden = (t for t in venster.findChildren(QShortcut) if t.objectName() == toets_id)
    next(t for t in gevonden if isinstance(t.parent(), QWidget) and t.parent().isVisible()).activated.emit()


def open_dialogen(venster: QWidget) -> Iterator[QDialog]:
    """The dialogs that are open over a window."""
    yield from (d for d in venster.findChildren(QDialog) if d.isVisible())


def fotografeer_dialoog(foto: Fotograaf, venster: QWidget, naam: str) -> None:
    """Take the dialog that is open, and close it."""
    for dialoog in open_dialogen(venster):
        foto.neem(dialoog, f"venster-{naam}", lambda: rust(400))
        dialoog.close()
    rust(1)


def toegang(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """The screens before a database is open."""
    foto.neem(venster, "toegang")


def eerste_start(foto: Fotograaf, database: Path) -> None:
    """The steps of a first start, where there is no database yet."""
    venster = Hoofdvenster(database.with_name("nog-niet.vtdb"), lambda: NU, lambda _pad: "")
    venster.setGeometry(QRect(0, 0, 1280, 800))
    venster.show()
    assert venster.toegang is not None
    start = venster.toegang.blad
    assert isinstance(start, EersteStart)
    foto.neem(venster, "eerste-start-1")
    start.neem_wachtwoord(GEHEIM)  # past the weighing
    rust(2000)
    for nummer in range(2, 6):
        foto.neem(venster, f"eerste-start-{nummer}")
        if isinstance(start.blad, Sleutelblad):
            start.blad.bewaard.click()
        if nummer < 5:
            start.blad.door.click()
    venster.deleteLater()
    rust(1)


def startpagina(foto: Fotograaf, venster: Hoofdvenster, rapport: Path) -> None:
    """The start page and the windows that open from it."""
    foto.neem(venster, "start")
    start, sessie = venster.startpagina, venster.sessie
    assert start is not None
    assert sessie is not None
    maak_reservekopie(sessie.opslag, NU)
    kopieen = Reservevenster(sessie.pad, sessie.herstelsleutel, lambda: NU, rust, venster)
    kopieen.voeg_toe(TweedePlaats(None, kopieen))
    verslag = bewaar_verslag(beschrijf(ZeroDivisionError(), NU), NU, rapport.parent)
    makers: tuple[tuple[str, Callable[[], QDialog]], ...] = (
        ("reservekopieen", lambda: kopieen),
        ("foutverslag", lambda: Verslagvenster(verslag, start)),
        ("herstelsleutel", lambda: Sleutelvenster(sessie.herstelsleutel, sessie.pad, NU.date, start)),
        ("controle", lambda: Controlevenster(rapport, start)),
        ("overleg", lambda: Overlegvenster(sessie, lambda: LATER, venster)),
    )
    for naam, maak in makers:
        maak().open()
        rust(1500 if naam in ("controle", "overleg", "reservekopieen") else 1)
        fotografeer_dialoog(foto, venster, naam)


def paginas(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """Every step from the top, and from the bottom where it goes on."""
    scherm = venster.werkscherm
    assert scherm is not None
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        pagina = scherm.pagina(stap.id)
        foto.neem(venster, stap.id.replace("_", "-"))
        balk = pagina.rol.verticalScrollBar()
        if balk.maximum() > 0:
            foto.neem(venster, f"{stap.id.replace('_', '-')}-onder", lambda balk=balk: balk.setValue(balk.maximum()))  # type: ignore[misc]


def figuren(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """The pages with figures, on kerndata that has everything; then as it was."""
    scherm = venster.werkscherm
    assert scherm is not None
    eerder = scherm.werkruimte.scan.kerndata
    scherm.werkruimte.wijzig_veld(kerndata=VOLLE_KERNDATA)
    for nr in (3, 18, 19, 20):
        scherm.ga_naar(topicstap(nr))
        rust(50)
        for i, vak in enumerate(scherm.pagina(topicstap(nr)).findChildren(Figuurvak)):
            rol = scherm.pagina(topicstap(nr)).rol
            foto.neem(venster, f"figuur-{nr}-{i}", lambda rol=rol, vak=vak: rol.ensureWidgetVisible(vak, 0, 300))  # type: ignore[misc]
    scherm.werkruimte.wijzig_veld(kerndata=eerder)


def beheer(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """The windows about passphrase, persons and keeping, and the menus of the start page."""
    start, sessie = venster.startpagina, venster.sessie
    assert start is not None
    assert sessie is not None
    for naam, open_ in (
        ("wachtwoord", venster.beveiliging.open_wachtwoord),
        ("sleutelbos", venster.beveiliging.open_sleutelbos),
    ):
        open_()
        rust(500)  # the windows look for backups and a keyring first
        fotografeer_dialoog(foto, venster, naam)
    persoon = Persoonvenster(sessie, NU, venster)
    persoon.open()
    foto.neem(persoon, "venster-persoon")
    persoon.naam.setText("Zwolle")
    persoon.doe()
    rust(1500)
    fotografeer_dialoog(foto, venster, "persoon-gevonden")
    Bewaartermijnvenster(sessie, sessie.scans.overzicht()[0], start).open()
    fotografeer_dialoog(foto, venster, "bewaartermijn")
    venster.scanwerk.begin_hermeting(sessie.scans.overzicht()[0].id)
    fotografeer_dialoog(foto, venster, "hermeting")
    start.nieuw.click()
    fotografeer_dialoog(foto, venster, "nieuwe-scan")
    for naam, menu in (("beveiliging", start.beveiliging.menu()), ("scan", start.rijen()[0].maak_menu())):
        fotografeer_menu(foto, menu, naam)


def fotografeer_menu(foto: Fotograaf, menu: QMenu, naam: str) -> None:
    """Take a menu, and close it."""
    menu.popup(QPoint())
    foto.neem(menu, f"menu-{naam}")
    menu.close()


def op_slot(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """A version to look back at, in which nothing can be changed; and the window when it is locked."""
    scherm, sessie = venster.werkscherm, venster.sessie
    assert scherm is not None
    assert sessie is not None
    fotografeer_menu(foto, scherm.kopbalk.meer.menu(), "meer")
    Heropenvenster(scherm.werkruimte, venster).open()
    fotografeer_dialoog(foto, venster, "heropenen")
    scan_id = scherm.werkruimte.scan.id
    venster.scanwerk.open_versie(Versiesleutel(scan_id, 1, Editie.BESTUURLIJK))
    assert venster.werkscherm is not None
    for stap in (topicstap(3), ACTIES, CATEGORIE):
        venster.werkscherm.ga_naar(stap)
        foto.neem(venster, f"versie-{stap.replace('_', '-')}")
    venster.open_scan(scan_id)
    venster.slot.vergrendel()
    rust(50)
    foto.neem(venster, "vergrendeld")


def wat_als(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """The categorie page while other oordelen are tried out."""
    scherm = venster.werkscherm
    assert scherm is not None
    scherm.ga_naar(CATEGORIE)
    pagina = scherm.pagina(CATEGORIE)
    assert isinstance(pagina, CategoriePagina)
    pagina.begin_proef()
    pagina.probeer(Proef(((4, Oordeel.NIET_OP_ORDE), (16, Oordeel.PRIL))))
    foto.neem(venster, "categorie-wat-als")
    pagina.laat_los()


def naast_en_gesprek(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """What stands beside a topic, and the quiet window for a gesprek."""
    scherm = venster.werkscherm
    assert scherm is not None
    scherm.ga_naar(topicstap(3))
    for plaats in "1234":
        druk(venster, f"zijtab-{plaats}")
        foto.neem(venster, f"naast-{plaats}")
    druk(venster, "zijtab-1")
    druk(venster, "gespreksmodus")
    foto.neem(venster, "gespreksmodus")
    druk(venster, "gespreksmodus")


def vensters(foto: Fotograaf, venster: Hoofdvenster) -> None:
    """The windows of an open scan."""
    scherm, sessie = venster.werkscherm, venster.sessie
    assert scherm is not None
    assert sessie is not None
    for naam in ("handleiding", "sneltoetsen"):
        druk(venster, naam)
        assert venster.hulp.handleiding is not None
        foto.neem(venster.hulp.handleiding, naam)
    venster.hulp.sluit()
    for naam in VENSTERS:
        druk(venster, naam)
        rust(50)
        fotografeer_dialoog(foto, venster, naam)
    tekst = scherm.werkruimte.scan.topic(3).toelichting
    versies = (Tekstversie(NU, tekst[: len(tekst) // 2]), Tekstversie(NU, tekst.replace("wachtlijst", "lijst")))
    for groep in ("weergave", "bestanden"):
        venster.weergave.open_groep(groep)
        fotografeer_dialoog(foto, venster, f"instellingen-{groep}")
    for naam, dialoog in (
        ("verhuizen", Verhuisvenster(venster, venster)),
        ("afloop", Afloopvenster(Afloop("Klaar", f"Dat is gelukt.\n\n{tekst}"), None, venster)),
        ("versies", Versievenster("Feitelijke situatie", tekst, versies, NU.date(), venster)),
        ("identiteiten", Identiteitenvenster(sessie, lambda: NU, ("Adviseur", "VNG"), venster)),
    ):
        dialoog.open()
        rust(200)
        fotografeer_dialoog(foto, venster, naam)


def een_weergave(map_: Path, woord: str, palet: Palet, schaal: float, database: Path, rapport: Path) -> int:
    """All pictures of one appearance; gives back how many."""
    foto = Fotograaf(map_, woord, palet, schaal)
    thema().stel_in(palet, schaal)
    venster = Hoofdvenster(database, lambda: NU, lambda _pad: "")
    venster.setGeometry(QRect(0, 0, 1280, 800))
    venster.show()
    venster.activateWindow()
    toegang(foto, venster)
    eerste_start(foto, database)
    venster.activateWindow()
    venster.neem_sessie(Sessie.open(database, GEHEIM))
    if venster.werkscherm is not None:
        venster.naar_start()
    startpagina(foto, venster, rapport)
    beheer(foto, venster)
    assert venster.sessie is not None
    venster.open_scan(venster.sessie.scans.overzicht()[0].id)
    assert venster.werkscherm is not None
    if not venster.werkscherm.werkruimte.scan.notities:
        for notitie in NOTITIES:
            typ(venster.werkscherm.notitiebalk.regel, notitie)
    rust(3000)  # the pages that are made in the background
    paginas(foto, venster)
    figuren(foto, venster)
    wat_als(foto, venster)
    naast_en_gesprek(foto, venster)
    vensters(foto, venster)
    op_slot(foto, venster)
    venster.close()
    venster.deleteLater()
    rust(1)
    return foto.aantal


def main() -> None:
    """Make what was asked for."""
    ontleder = argparse.ArgumentParser(prog="python -m tests.schermbeelden")
    ontleder.add_argument("map", type=Path)
    ontleder.add_argument("woord", nargs="?", default="")
    gevraagd = ontleder.parse_args()
    doel, woord = gevraagd.map, gevraagd.woord
    doel.mkdir(parents=True, exist_ok=True)
    maak_app()
    sys.excepthook = sys.__excepthook__  # what goes wrong is to be seen, not kept
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "beelden.vtdb"
        rapport = maak_database(database)
        weergaven = [(palet, schaal) for palet in (LICHT, DONKER, HOOG_CONTRAST) for schaal in (1.0, 2.0)]
        for palet, schaal in [w for w in weergaven if woord.startswith(weergavenaam(*w))] or weergaven:
            aantal = een_weergave(doel, woord, palet, schaal, database, rapport)
            print(f"{palet.naam}, {schaal:.0%}: {aantal} beelden")


if __name__ == "__main__":
    main()
