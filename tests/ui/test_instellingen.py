"""Settings: what the user chooses holds at once, at the same place in the scan, and after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.voorkeuren import Kleurstelling, Voorkeuren, lees_voorkeuren
from vtscan_desktop.ui.instellingen import Instellingenvenster
from vtscan_desktop.ui.kleuren import DONKER
from vtscan_desktop.ui.spelling import spelling
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.tekstvlak import TekstVlak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

GEHEIMEN = ("Wachtwoord wijzigen…", "Sleutelbos…")
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


@pytest.fixture
def venster(voorbeeldsessie: Sessie, tmp_path: Path, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The window with the scan of IJsselland open, and preferences in a file of its own."""
    thema()
    gemaakt = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    gemaakt.neem_sessie(voorbeeldsessie)
    gemaakt.open_scan(voorbeeldsessie.scans.overzicht()[0].id)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.activateWindow()
    qtbot.waitUntil(gemaakt.isActiveWindow)
    yield gemaakt
    gemaakt.close()
    thema().stel_in(None, 1.0)


def instellingen(venster: Hoofdvenster) -> Instellingenvenster:
    venster.weergave.open_venster()
    [gevonden] = venster.findChildren(Instellingenvenster)
    return gevonden


def test_donker_en_grote_tekst_gelden_meteen_en_na_een_herstart(
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
    vraag.kleurknop(Kleurstelling.DONKER).click()
    vraag.grootte.knop("150").click()
    vraag._bij_goed()
    qtbot.waitUntil(lambda: thema().palet is DONKER and thema().schaal == 1.5)
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


def test_annuleren_verandert_niets(venster: Hoofdvenster, tmp_path: Path) -> None:
    vraag = instellingen(venster)
    vraag.kleurknop(Kleurstelling.HOOG_CONTRAST).click()
    vraag.reject()
    QApplication.processEvents()
    assert thema().gekozen is None
    assert not (tmp_path / "voorkeuren.json").exists()


def test_spelling_gaat_aan_en_uit_en_begint_met_de_scan(venster: Hoofdvenster, qtbot: QtBot) -> None:
    assert spelling().actief
    vraag = instellingen(venster)
    vraag.spelling.vinkje.click()
    vraag._bij_goed()
    qtbot.waitUntil(lambda: not spelling().actief)
    venster.weergave.neem(Voorkeuren())
    assert spelling().actief
    venster.close()
    assert not spelling().actief


def test_het_menu_meer_heeft_alles_ook_zonder_toetsen(venster: Hoofdvenster) -> None:
    assert venster.werkscherm is not None
    menu = venster.werkscherm.kopbalk.meer.menu()
    teksten = [actie.text().split("\t")[0] for actie in menu.actions() if not actie.isSeparator()]
    gewoon = ["Instellingen…", "Handleiding…", "Sneltoetsen…", "Over dit programma…", "Tekst groter", "Tekst kleiner"]
    assert teksten == ["Versies…", "Vergelijken…", "Hermeting…", *gewoon, *GEHEIMEN, "Vergrendel nu"]


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_het_venster_past_op_1280_bij_800(venster: Hoofdvenster, schaal: float) -> None:
    venster.resize(1280, 800)
    venster.zet_weergave(None, schaal)
    vraag = instellingen(venster)
    QApplication.processEvents()
    assert vraag.width() <= 1280
    assert vraag.height() <= 800
    assert vraag.minimumSizeHint().width() <= vraag.width()
