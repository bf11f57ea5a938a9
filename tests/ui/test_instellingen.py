"""Settings: one window for all of them; what the user chooses holds at once, and after a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.risicoscan import Wie
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.voorkeuren import Kleurstelling, Voorkeuren, lees_voorkeuren
from vtscan_desktop.ui.bouwstenen.spelling import spelling
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.instellingen.bestanden import GroepBestanden
from vtscan_desktop.ui.instellingen.beveiliging import GroepBeveiliging
from vtscan_desktop.ui.instellingen.venster import Instellingenvenster
from vtscan_desktop.ui.instellingen.verhuisvenster import Verhuisvenster
from vtscan_desktop.ui.instellingen.weergave import GroepSpelling, GroepWeergave
from vtscan_desktop.ui.instellingen.zelf import GroepOrganisatie, GroepZelf
from vtscan_desktop.ui.kleuren import DONKER
from vtscan_desktop.ui.langwerk import Afloopvenster
from vtscan_desktop.ui.paginas.rapport import RapportPagina
from vtscan_desktop.ui.stappen import RAPPORT, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
WACHT_MS = 60_000


@pytest.fixture
def venster(actief_venster: Hoofdvenster) -> Hoofdvenster:
    return actief_venster


def instellingen(venster: Hoofdvenster) -> Instellingenvenster:
    venster.weergave.open_venster()
    [gevonden] = (deze for deze in venster.findChildren(Instellingenvenster) if deze.isVisible())
    return gevonden


def _weergave(vraag: Instellingenvenster) -> GroepWeergave:
    groep = vraag.groep("weergave")
    assert isinstance(groep, GroepWeergave)
    return groep


def test_donker_en_grote_tekst_zijn_meteen_te_zien_en_gelden_na_een_herstart(
    venster: Hoofdvenster, tmp_path: Path, qtbot: QtBot
) -> None:
    scherm = venster.werkscherm
    assert scherm is not None
    scherm.ga_naar(topicstap(3))
    vlak = scherm.pagina(topicstap(3)).eerste_veld()
    assert isinstance(vlak, TekstVlak)
    vlak.setFocus()
    vlak.zet_cursorplek(12)
    vraag = instellingen(venster)
    _weergave(vraag).kleurknop(Kleurstelling.DONKER).click()
    qtbot.waitUntil(lambda: thema().palet is DONKER)
    knop = _weergave(vraag).grootte.knop("150")
    knop.setFocus()
    knop.click()
    qtbot.waitUntil(lambda: thema().schaal == 1.5)
    assert vraag.isVisible()
    assert vraag.focusWidget() is _weergave(vraag).grootte.knop("150")  # made anew, at the new size
    assert _weergave(vraag).kleurknop(Kleurstelling.DONKER).isChecked()
    vraag.sluiten.click()
    nieuw = venster.werkscherm
    assert nieuw is not None
    assert nieuw.huidig == topicstap(3)
    veld = nieuw.pagina(topicstap(3)).eerste_veld()
    assert isinstance(veld, TekstVlak)
    assert veld.cursorplek() == 12
    thema().stel_in(None, 1.0)
    weer = Hoofdvenster(tmp_path / "geen.db", lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    qtbot.addWidget(weer)
    assert thema().palet is DONKER
    assert thema().schaal == 1.5


def test_groter_met_een_toets_wordt_onthouden(venster: Hoofdvenster, tmp_path: Path) -> None:
    venster.weergave.groter()
    venster.weergave.groter()
    assert lees_voorkeuren(tmp_path / "voorkeuren.json") == Voorkeuren(tekstgrootte=130)


def test_wie_u_bent_staat_in_de_database_en_nergens_anders_en_zo_begint_een_nieuwe_scan(
    venster: Hoofdvenster, tmp_path: Path, qtbot: QtBot
) -> None:
    groep = instellingen(venster).groep("gegevens")
    assert isinstance(groep, GroepZelf)
    for deel, tekst in (("functie", "Adviseur kanarievogel"), ("organisatie", "VNG"), ("naam", "J. Jansen")):
        groep.vak.velden[deel].setFocus()
        qtbot.keyClicks(groep.vak.velden[deel], tekst)
    sessie = venster.sessie
    assert sessie is not None
    assert sessie.adviseur() == Wie("Adviseur kanarievogel", "VNG", "J. Jansen")
    [oude] = sessie.scans.overzicht()
    assert sessie.scans.lees(oude.id).adviseur != sessie.adviseur()
    nieuw = sessie.scans.lees(sessie.scans.nieuw("zeeland", NU.date()))
    assert nieuw.adviseur == sessie.adviseur()
    venster.weergave.groter()
    bestanden = [pad for pad in tmp_path.rglob("*") if pad.is_file()]
    assert tmp_path / "voorkeuren.json" in bestanden
    assert [pad for pad in bestanden if b"kanarievogel" in pad.read_bytes()] == []


def test_spelling_gaat_aan_en_uit_en_begint_met_de_scan(venster: Hoofdvenster, qtbot: QtBot) -> None:
    assert spelling().actief
    groep = instellingen(venster).groep("spelling")
    assert isinstance(groep, GroepSpelling)
    groep.aan.vinkje.click()
    qtbot.waitUntil(lambda: not spelling().actief)
    venster.weergave.neem(Voorkeuren())
    assert spelling().actief
    venster.close()
    assert not spelling().actief


def test_eigen_woorden_staan_op_een_rij_en_gaan_er_met_delete_weer_uit(venster: Hoofdvenster, qtbot: QtBot) -> None:
    for woord in ("wijkteamoverleg", "Zwolle", "aanmeldpunt"):
        spelling().leer(woord)
    vraag = instellingen(venster)
    groep = vraag.groep("spelling")
    assert isinstance(groep, GroepSpelling)
    lijst = groep.woorden
    assert [lijst.item(i).text() for i in range(lijst.count())] == ["aanmeldpunt", "wijkteamoverleg", "Zwolle"]
    assert not groep.weg.isEnabled()
    lijst.setCurrentRow(1)
    qtbot.keyClick(lijst, Qt.Key.Key_Delete)  # type: ignore[no-untyped-call]
    assert [lijst.item(i).text() for i in range(lijst.count())] == ["aanmeldpunt", "Zwolle"]
    assert not spelling().is_eigen("wijkteamoverleg")
    vraag.close()
    venster.naar_start()
    weer = instellingen(venster).groep("spelling")
    assert isinstance(weer, GroepSpelling)
    weer.woorden.setCurrentRow(0)
    weer.weg.click()
    assert venster.sessie is not None
    assert venster.sessie.eigen_woorden() == {"Zwolle"}


def test_de_vergrendeltijd_geldt_meteen(venster: Hoofdvenster, tmp_path: Path, qtbot: QtBot) -> None:
    groep = instellingen(venster).groep("beveiliging")
    assert isinstance(groep, GroepBeveiliging)
    groep.minuten.knop("5").click()
    qtbot.waitUntil(lambda: venster.weergave.voorkeuren.vergrendelen_na == 5)
    assert lees_voorkeuren(tmp_path / "voorkeuren.json") == Voorkeuren(vergrendelen_na=5)


def test_de_tweede_plaats_wordt_bewaard_en_weer_vergeten(venster: Hoofdvenster, tmp_path: Path) -> None:
    groep = instellingen(venster).groep("bestanden")
    assert isinstance(groep, GroepBestanden)
    assert venster.sessie is not None
    groep.tweede.gekozen.emit(tmp_path)
    assert venster.sessie.tweede_plaats() == tmp_path
    groep.tweede.weg.click()
    assert venster.sessie.tweede_plaats() is None


def test_zonder_database_is_er_alleen_wat_van_deze_computer_is(tmp_path: Path, qtbot: QtBot) -> None:
    thema()
    gemaakt = Hoofdvenster(tmp_path / "geen.db", lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    assert [groep.sleutel for groep in instellingen(gemaakt).groepen] == ["weergave", "spelling", "beveiliging"]


def test_de_lijst_gaat_naar_een_groep_en_volgt_wie_rolt(venster: Hoofdvenster, qtbot: QtBot) -> None:
    vraag = instellingen(venster)
    qtbot.waitExposed(vraag)
    assert vraag.focusWidget() is vraag.lijst
    sleutels = [groep.sleutel for groep in vraag.groepen]
    for _ in range(sleutels.index("bestanden")):
        qtbot.keyClick(vraag.lijst, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    groep = vraag.groep("bestanden")
    assert groep.visibleRegion().boundingRect().top() == 0
    qtbot.keyClick(vraag.lijst, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    focus = vraag.focusWidget()
    assert focus is not None
    assert groep.isAncestorOf(focus)
    vraag._rol.verticalScrollBar().setValue(0)
    assert vraag.lijst.currentRow() == 0


def test_een_pagina_opent_ze_bij_haar_eigen_groep(venster: Hoofdvenster, qtbot: QtBot) -> None:
    scherm = venster.werkscherm
    assert scherm is not None
    scherm.ga_naar(RAPPORT)
    pagina = scherm.pagina(RAPPORT)
    assert isinstance(pagina, RapportPagina)
    pagina.uitgever.wijzig.click()
    [vraag] = venster.findChildren(Instellingenvenster)
    groep = vraag.groep("organisatie")
    assert isinstance(groep, GroepOrganisatie)
    assert vraag.focusWidget() is groep.huisstijl.naam
    qtbot.waitUntil(lambda: groep.visibleRegion().boundingRect().size() == groep.size())
    vraag.close()
    venster.weergave.open_groep("bestanden")
    [vraag] = (deze for deze in venster.findChildren(Instellingenvenster) if deze.isVisible())
    qtbot.waitUntil(lambda: vraag._rol.verticalScrollBar().value() == vraag.groep("bestanden").y() > 0)
    vraag.close()
    venster.weergave.open_groep("organisatie")
    [vraag] = (deze for deze in venster.findChildren(Instellingenvenster) if deze.isVisible())
    groep = vraag.groep("organisatie")
    assert isinstance(groep, GroepOrganisatie)
    qtbot.keyClicks(groep.huisstijl.naam, "VNG")
    vraag.close()
    assert pagina.uitgever.naam.text() == "VNG"


def test_het_menu_meer_heeft_alles_ook_zonder_toetsen(venster: Hoofdvenster) -> None:
    assert venster.werkscherm is not None
    menu = venster.werkscherm.kopbalk.meer.menu()
    teksten = [actie.text().split("\t")[0] for actie in menu.actions() if not actie.isSeparator()]
    scans = ["Versies…", "Vergelijken…", "Hermeting…", "Overzicht voor het overleg…"]
    gewoon = ["Instellingen…", "Handleiding…", "Sneltoetsen…", "Over dit programma…", "Tekst groter", "Tekst kleiner"]
    assert teksten == [*scans, *gewoon, "Reservekopieën…", "Wachtwoord wijzigen…", "Vergrendel nu"]


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_het_venster_past_op_1280_bij_800_en_niets_valt_weg(venster: Hoofdvenster, schaal: float, qtbot: QtBot) -> None:
    venster.resize(1280, 800)
    venster.zet_weergave(None, schaal)
    vraag = instellingen(venster)
    qtbot.waitExposed(vraag)
    assert vraag.width() <= 1280
    assert vraag.height() <= 800
    assert vraag.minimumSizeHint().width() <= vraag.width()
    for deel in vraag.findChildren(QWidget):
        if isinstance(deel, QAbstractButton | QLineEdit | QListWidget) and deel.isVisible():
            naam = deel.accessibleName() or (deel.text() if isinstance(deel, QAbstractButton) else "")
            assert naam, deel
        if isinstance(deel, QAbstractButton) and deel.isVisible() and deel.text():
            assert deel.width() >= deel.sizeHint().width(), deel.text()
        if isinstance(deel, QLabel) and deel.isVisible() and deel.wordWrap():
            assert deel.height() >= deel.heightForWidth(deel.width()), deel.text()
    for groep in vraag.groepen:
        assert groep.width() <= vraag._rol.viewport().width()


def test_een_gesloten_venster_is_weg(venster: Hoofdvenster, qtbot: QtBot) -> None:
    vraag = instellingen(venster)
    with qtbot.waitSignal(vraag.destroyed):
        vraag.close()


def _verhuisvenster(venster: Hoofdvenster, folder: Path) -> Verhuisvenster:
    groep = instellingen(venster).groep("bestanden")
    assert isinstance(groep, GroepBestanden)
    groep.verplaats.click()
    [vraag] = venster.findChildren(Verhuisvenster)
    assert not vraag.hoofd.isEnabled()
    vraag.zet_map(folder)
    return vraag


def test_de_database_verhuist_met_de_open_scan_en_wat_net_getypt_is(
    venster: Hoofdvenster, tmp_path: Path, qtbot: QtBot
) -> None:
    assert venster.werkscherm is not None
    venster.werkscherm.werkruimte.wijzig_veld(titel="net getypt")
    oud = tmp_path / "voorbeeld.db"
    folder = tmp_path / "nieuw"
    folder.mkdir()
    vraag = _verhuisvenster(venster, folder)
    assert vraag.hoofd.isEnabled()
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: venster.sessie is not None and venster.sessie.pad.parent == folder, timeout=WACHT_MS)
    assert venster.werkscherm is not None
    assert venster.werkscherm.werkruimte.scan.titel == "net getypt"
    assert venster.werkscherm.isVisible()
    assert f"staat nu in {folder}" in venster.meldingregel.tekst()
    assert not oud.exists()
    assert not any(dialoog.isVisible() for dialoog in venster.findChildren(QDialog))
    venster.werkscherm.werkruimte.wijzig_veld(titel="op de nieuwe plek")
    venster.close()
    weer = Sessie.open(folder / oud.name, "een lang wachtwoord")
    assert weer.scans.overzicht()[0].titel == "op de nieuwe plek"
    weer.sluit()


def test_mislukt_verhuizen_dan_staat_alles_er_nog_en_is_de_scan_open(
    venster: Hoofdvenster, tmp_path: Path, qtbot: QtBot
) -> None:
    venster.na_openen = lambda _pad: "De plaats van de database kon niet worden onthouden."
    folder = tmp_path / "nieuw"
    folder.mkdir()
    vraag = _verhuisvenster(venster, folder)
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: "niet worden onthouden" in vraag.fout.text(), timeout=WACHT_MS)
    assert vraag.isVisible()
    assert list(folder.iterdir()) == []
    assert venster.sessie is not None
    assert venster.sessie.pad == tmp_path / "voorbeeld.db"
    assert venster.werkscherm is not None
    venster.werkscherm.werkruimte.wijzig_veld(titel="gaat gewoon door")
    venster.werkscherm.werkruimte.bewaar_nu()
    assert venster.sessie.scans.overzicht()[0].titel == "gaat gewoon door"


def test_een_map_die_niet_kan_wordt_geweigerd_en_een_die_niet_moet_krijgt_een_waarschuwing(
    venster: Hoofdvenster, tmp_path: Path
) -> None:
    vraag = _verhuisvenster(venster, tmp_path)
    assert "al in deze map" in vraag.fout.text()
    assert not vraag.hoofd.isEnabled()
    (tmp_path / "OneDrive").mkdir()
    vraag.zet_map(tmp_path / "OneDrive")
    assert vraag.fout.text() == ""
    assert "OneDrive" in vraag._bezwaar.text()
    assert vraag.hoofd.isEnabled()


def test_op_slot_tijdens_het_verhuizen_gaat_open_op_de_nieuwe_plek(
    venster: Hoofdvenster, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "nieuw"
    folder.mkdir()
    vraag = _verhuisvenster(venster, folder)
    vraag.hoofd.click()
    with qtbot.waitSignal(venster.langwerk.rust, timeout=WACHT_MS):
        venster.slot.vergrendel()
    assert venster.sessie is None
    assert venster.toegang is not None
    assert venster.toegang.blad.pad == folder / "voorbeeld.db"
    with qtbot.waitSignal(venster.start_klaar, timeout=WACHT_MS):
        venster.toegang.probeer("een lang wachtwoord")
    [afloop] = venster.findChildren(Afloopvenster)
    assert afloop.windowTitle() == "De database is verplaatst"
    assert venster.werkscherm is not None
