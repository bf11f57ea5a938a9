"""A newer program on the data of an older one, and the other way round, as the user meets it in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import antwoord_op
from vtscan_desktop.models.migratie import HEAD, SCHEMAVERSIE
from vtscan_desktop.models.verbinding import verbind, vind_sleutel
from vtscan_desktop.services import logboek
from vtscan_desktop.services.reservekopieen import reservemap
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.reservekopieen import reservevenster
from vtscan_desktop.ui.reservekopieen.herstelweg import ZET_TERUG
from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
WACHTWOORD = "voorbeeld"
DATA = Path(__file__).parents[1] / "models" / "data"
"""Databases as released versions of the program left them, one of each schema. Never made anew."""
EERDERE = [DATA / f"schema-{nr:04d}.vtdb" for nr in range(1, SCHEMAVERSIE)]
WACHT_MS = 60_000


def _schema(pad: Path) -> int:
    verbinding = verbind(pad, *vind_sleutel(pad, WACHTWOORD))
    try:
        return int(verbinding.execute("PRAGMA user_version").fetchone()[0])
    finally:
        verbinding.close()


def _venster(qtbot: QtBot, database: Path) -> tuple[Hoofdvenster, Ontgrendelen]:
    venster = Hoofdvenster(database, lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    assert venster.toegang is not None
    blad = venster.toegang.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText(WACHTWOORD)
    blad.open.click()
    return venster, blad


@pytest.mark.parametrize("data", EERDERE, ids=lambda pad: pad.stem)
def test_data_of_each_earlier_schema_opens_and_one_sentence_says_where_the_copy_of_before_is(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    logboek.begin(tmp_path / "logboek")
    database = Path(shutil.copy(data, tmp_path / "scans.vtdb"))
    venster, _ = _venster(qtbot, database)
    qtbot.waitUntil(lambda: venster.startpagina is not None, timeout=WACHT_MS)
    assert venster.startpagina is not None
    assert len(venster.startpagina.rijen()) == 1
    kopie = database.with_name(f"scans.voor-{HEAD}.vtdb")
    assert venster.meldingregel.tekst().endswith(f"zoals ze was, staat ze ernaast in {kopie.name}.")
    assert venster.meldingregel.tekst().count(".") == kopie.name.count(".") + 1
    assert _schema(kopie) == int(data.stem.removeprefix("schema-"))
    assert venster.sessie is not None
    [scan] = venster.sessie.scans.overzicht()
    venster.open_scan(scan.id)
    assert venster.werkscherm is not None
    for stap in venster.werkscherm.stappen:
        venster.werkscherm.ga_naar(stap.id)
    venster.close()
    logboek.stop()
    assert _schema(database) == SCHEMAVERSIE
    assert f"database bijgewerkt  schema.{HEAD}" in (tmp_path / "logboek" / logboek.BESTAND).read_text("utf-8")
    weer, _ = _venster(qtbot, database)
    qtbot.waitUntil(lambda: weer.sessie is not None, timeout=WACHT_MS)
    assert "bijgewerkt" not in weer.meldingregel.tekst()
    weer.close()


def test_what_was_done_is_said_and_the_place_remembered_also_when_the_open_scan_comes_back_at_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    database = Path(shutil.copy(EERDERE[-1], tmp_path / "scans.vtdb"))
    onthouden: list[Path] = []
    venster = Hoofdvenster(database, lambda: NU, _onthoud_in(onthouden))
    qtbot.addWidget(venster)
    sessie = Sessie.open(database, WACHTWOORD)
    sessie.onthoud_open_scan(sessie.scans.overzicht()[0].id)
    venster.neem_sessie(sessie)
    assert venster.werkscherm is not None
    assert f"scans.voor-{HEAD}.vtdb" in venster.meldingregel.tekst()
    assert onthouden == [database]
    venster.close()


def _onthoud_in(lijst: list[Path]) -> Callable[[Path], str]:
    def onthoud(pad: Path) -> str:
        lijst.append(pad)
        return ""

    return onthoud


def test_a_newer_database_is_refused_untouched_in_one_sentence_and_the_copy_of_before_is_put_back_from_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    database = Path(shutil.copy(EERDERE[-1], tmp_path / "scans.vtdb"))
    Sessie.open(database, WACHTWOORD).sluit()
    verbinding = verbind(database, *vind_sleutel(database, WACHTWOORD))
    verbinding.execute(f"PRAGMA user_version = {SCHEMAVERSIE + 1}").fetchall()
    verbinding.execute("UPDATE alembic_version SET version_num = '9999'")
    verbinding.close()
    inhoud = database.read_bytes()
    venster, blad = _venster(qtbot, database)
    qtbot.waitUntil(lambda: not blad.fout.isHidden(), timeout=WACHT_MS)
    assert "is gemaakt met een nieuwere versie van dit programma" in blad.fout.text()
    assert blad.fout.text().replace(str(database), "").count(".") == 1
    assert blad.herstelweg.knop.text().strip() == ZET_TERUG
    assert not blad.herstelweg.knop.isHidden()
    assert database.read_bytes() == inhoud
    blad.herstelweg.knop.click()
    [kopieen] = blad.findChildren(Reservevenster)
    qtbot.waitUntil(kopieen.terug.isEnabled, timeout=WACHT_MS)
    gevraagd = antwoord_op(reservevenster.ZET_TERUG)
    with qtbot.waitSignal(venster.start_klaar, timeout=WACHT_MS):
        kopieen.terug.click()
    assert "eerst bewaard" in gevraagd[0]
    assert venster.startpagina is not None
    assert len(venster.startpagina.rijen()) == 1
    assert [pad.read_bytes() for pad in reservemap(database).glob("scans-vervangen-*.vtdb")] == [inhoud]
    venster.close()
