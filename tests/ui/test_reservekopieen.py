"""Backups in the window: made by themselves, looked into, put back; and the way to the last one from a damaged file."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import GEHEIM, antwoord_op
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.langwerk import Afloopvenster
from vtscan_desktop.ui.reservekopieen import reservevenster
from vtscan_desktop.ui.reservekopieen.reservevenster import ZET_TERUG, Reservevenster, TweedePlaats
from vtscan_desktop.ui.reservekopieen.reservewacht import Reservewacht
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen, Toegang
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
WACHT_MS = 60_000


@pytest.fixture
def database(tmp_path: Path, lege_database: Path) -> Path:
    return Path(shutil.copy(lege_database, tmp_path / "scans.vtdb"))


def _wacht_op_kopie(qtbot: QtBot, wacht: Reservewacht) -> None:
    with qtbot.waitSignal(wacht.klaar, timeout=WACHT_MS):
        wacht.maak()


def test_a_backup_is_made_at_the_start_and_then_only_after_a_change(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    ouder = QObject()
    wacht = Reservewacht(lambda: NU, ouder)
    with qtbot.waitSignal(wacht.klaar, timeout=WACHT_MS):
        wacht.begin(sessie)
    assert len(lijst(database)) == 1
    assert wacht.timer.interval() == 20 * 60 * 1000
    with qtbot.waitSignal(wacht.klaar, timeout=WACHT_MS):
        wacht.timer.timeout.emit()
    assert len(lijst(database)) == 1
    sessie.scans.nieuw("zeeland", NU.date())
    _wacht_op_kopie(qtbot, wacht)
    assert len(lijst(database)) == 2
    wacht.stop()
    sessie.sluit()


def test_a_second_place_that_is_not_there_is_said_once(qtbot: QtBot, database: Path, tmp_path: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    sessie.zet_tweede_plaats(tmp_path / "stick")
    ouder = QObject()
    wacht = Reservewacht(lambda: NU, ouder)
    gezegd: list[str] = []
    wacht.melding.connect(gezegd.append)
    with qtbot.waitSignal(wacht.klaar, timeout=WACHT_MS):
        wacht.begin(sessie)
    _wacht_op_kopie(qtbot, wacht)
    assert len(gezegd) == 1
    assert "is er nu niet" in gezegd[0]
    wacht.stop()
    sessie.sluit()


def _venster(qtbot: QtBot, database: Path) -> Hoofdvenster:
    venster = Hoofdvenster(database, lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    return venster


def _reservevenster(qtbot: QtBot, houder: Hoofdvenster | Toegang) -> Reservevenster:
    [gevonden] = houder.findChildren(Reservevenster)
    qtbot.waitUntil(gevonden.terug.isEnabled, timeout=WACHT_MS)
    return gevonden


def test_a_backup_is_looked_into_and_put_back_and_what_was_there_is_kept(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    maak_reservekopie(sessie.opslag, NU)
    sessie.scans.nieuw("zeeland", NU.date())
    venster = _venster(qtbot, database)
    venster.neem_sessie(sessie)
    assert venster.startpagina is not None
    venster.startpagina.reserve.click()
    kopieen = _reservevenster(qtbot, venster)
    assert "IJsselland" in kopieen.beeld.text()
    assert "Zeeland" not in kopieen.beeld.text()
    assert "Laatste wijziging: " in kopieen.beeld.text()
    gevraagd = antwoord_op("Annuleren")
    kopieen.terug.click()
    assert "wordt vervangen door de reservekopie van 11 juli 2016" in gevraagd[0]
    assert "eerst bewaard" in gevraagd[0]
    assert venster.sessie is sessie, "nothing happens before yes"
    antwoord_op(ZET_TERUG)
    kopieen.terug.click()
    qtbot.waitUntil(lambda: venster.sessie is not sessie, timeout=WACHT_MS)
    assert venster.sessie is not None
    assert [regel.regio for regel in venster.sessie.scans.overzicht()] == ["ijsselland"]
    assert "staat terug" in venster.meldingregel.tekst()
    assert len(lijst(database)) == 2
    venster.close()
    with Sessie.open(lijst(database)[0].pad, GEHEIM).opslag as bewaard:
        assert {kop.regio for kop in bewaard.overzicht()} == {"ijsselland", "zeeland"}


def test_a_backup_is_put_back_from_an_open_scan_which_is_kept_first(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    maak_reservekopie(sessie.opslag, NU)
    venster = _venster(qtbot, database)
    venster.neem_sessie(sessie)
    venster.open_scan(sessie.scans.overzicht()[0].id)
    assert venster.werkscherm is not None
    venster.werkscherm.werkruimte.wijzig_veld(titel="net getypt")
    venster.reserve.open_venster()
    kopieen = _reservevenster(qtbot, venster)
    antwoord_op(ZET_TERUG)
    kopieen.terug.click()
    qtbot.waitUntil(lambda: venster.sessie is not sessie, timeout=WACHT_MS)
    assert venster.werkscherm is not None, "the scan that was open is open again, as it was in the backup"
    assert venster.werkscherm.werkruimte.scan.titel != "net getypt"
    assert "staat terug" in venster.meldingregel.tekst()
    venster.close()
    with Sessie.open(lijst(database)[0].pad, GEHEIM).opslag as bewaard:
        assert [kop.titel for kop in bewaard.overzicht()] == ["net getypt"]


def test_a_second_place_is_chosen_in_that_window(qtbot: QtBot, database: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    venster = _venster(qtbot, database)
    venster.neem_sessie(Sessie.open(database, GEHEIM))
    assert venster.startpagina is not None
    venster.startpagina.reserve.click()
    [plaats] = venster.findChildren(TweedePlaats)
    with qtbot.waitSignal(venster.reserve.wacht.klaar, timeout=WACHT_MS):
        plaats.gekozen.emit(stick)
    assert len(list(stick.iterdir())) == 1
    venster.close()


def test_from_a_damaged_database_to_its_last_good_backup_in_three_clicks(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    goed = maak_reservekopie(sessie.opslag, NU)
    sessie.scans.nieuw("zeeland", NU.date())
    slecht = maak_reservekopie(sessie.opslag, NU)
    sessie.sluit()
    for pad in (database, slecht.pad):
        inhoud = bytearray(pad.read_bytes())
        inhoud[9000] ^= 1
        pad.write_bytes(inhoud)
    toegang = Toegang(database)
    qtbot.addWidget(toegang)
    toegang.show()
    blad = toegang.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText(GEHEIM)
    blad.open.click()
    qtbot.waitUntil(blad.herstelweg.knop.isVisible, timeout=WACHT_MS)
    assert "beschadigd" in blad.fout.text()
    blad.herstelweg.knop.click()
    kopieen = _reservevenster(qtbot, toegang)
    gekozen = kopieen.gekozen()
    assert gekozen is not None
    assert gekozen.pad == goed.pad, "the newest is damaged too, so it isn't the one to begin with"
    antwoord_op(ZET_TERUG)
    with qtbot.waitSignal(toegang.geopend, timeout=WACHT_MS) as sein:
        kopieen.terug.click()
    hersteld = sein.args[0]
    assert [regel.regio for regel in hersteld.scans.overzicht()] == ["ijsselland"]
    hersteld.sluit()
    assert any("vervangen" in kopie.pad.name for kopie in lijst(database)), "the damaged file is kept"


def test_a_backup_is_removed_once_that_was_confirmed(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    oudste = maak_reservekopie(sessie.opslag, NU)
    nieuwste = maak_reservekopie(sessie.opslag, NU)
    venster = _venster(qtbot, database)
    venster.neem_sessie(sessie)
    venster.reserve.open_venster()
    kopieen = _reservevenster(qtbot, venster)
    antwoord_op("Annuleren")
    kopieen.weg.click()
    assert nieuwste.pad.exists()
    antwoord_op("Verwijderen")
    kopieen.weg.click()
    qtbot.waitUntil(lambda: [k.pad for k in kopieen.kopieen] == [oudste.pad], timeout=WACHT_MS)
    assert [k.pad for k in lijst(database)] == [oudste.pad]
    qtbot.waitUntil(kopieen.terug.isEnabled, timeout=WACHT_MS)
    antwoord_op("Verwijderen")
    kopieen.weg.click()
    qtbot.waitUntil(lambda: kopieen.kopieen == (), timeout=WACHT_MS)
    assert not kopieen.terug.isEnabled()
    assert not kopieen.weg.isEnabled()
    venster.close()


def test_where_the_damaged_file_is_kept_is_said_once_the_backup_is_open(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    maak_reservekopie(sessie.opslag, NU)
    sessie.sluit()
    inhoud = bytearray(database.read_bytes())
    inhoud[9000] ^= 1
    database.write_bytes(inhoud)
    venster = _venster(qtbot, database)
    assert venster.toegang is not None
    blad = venster.toegang.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText(GEHEIM)
    blad.open.click()
    qtbot.waitUntil(blad.herstelweg.knop.isVisible, timeout=WACHT_MS)
    blad.herstelweg.knop.click()
    kopieen = _reservevenster(qtbot, venster)
    antwoord_op(ZET_TERUG)
    with qtbot.waitSignal(venster.start_klaar, timeout=WACHT_MS):
        kopieen.terug.click()
    [afloop] = venster.findChildren(Afloopvenster)
    assert "is bewaard als " in afloop.uitleg.text()
    assert "vervangen" in afloop.uitleg.text()
    venster.close()


def test_a_wrong_passphrase_offers_no_backup(qtbot: QtBot, database: Path) -> None:
    sessie = Sessie.open(database, GEHEIM)
    maak_reservekopie(sessie.opslag, NU)
    sessie.sluit()
    toegang = Toegang(database)
    qtbot.addWidget(toegang)
    toegang.show()
    blad = toegang.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText("niet dit")
    blad.open.click()
    qtbot.waitUntil(blad.fout.isVisible, timeout=WACHT_MS)
    assert "wachtwoord klopt niet" in blad.fout.text()
    assert blad.herstelweg.knop.isHidden()


def test_when_removing_a_backup_goes_wrong_the_window_says_so_and_can_be_closed(
    qtbot: QtBot, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(_kopieen: object) -> None:
        raise OmgevingFout("De stick is eruit.")

    monkeypatch.setattr(reservevenster, "verwijder", stuk)
    sessie = Sessie.open(database, GEHEIM)
    kopie = maak_reservekopie(sessie.opslag, NU)
    venster = _venster(qtbot, database)
    venster.neem_sessie(sessie)
    venster.reserve.open_venster()
    kopieen = _reservevenster(qtbot, venster)
    antwoord_op("Verwijderen")
    kopieen.weg.click()
    qtbot.waitUntil(lambda: kopieen.fout.text() == "De stick is eruit.", timeout=WACHT_MS)
    assert [k.pad for k in kopieen.kopieen] == [kopie.pad]
    qtbot.waitUntil(kopieen.terug.isEnabled, timeout=WACHT_MS)
    kopieen.sluit.click()
    assert not kopieen.isVisible()
    venster.close()
