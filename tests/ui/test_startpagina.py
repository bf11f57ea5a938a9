"""The start page: every scan by regio, in and out, and nothing gone without being named first."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import antwoord_op, kies_uit_menu
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.risicoscan import Editie, Vaststelling
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.reservekopieen import RESERVEMAP
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.scans import startpagina
from vtscan_desktop.ui.scans.scanrij import Chip, NieuweScan
from vtscan_desktop.ui.scans.startpagina import Startpagina
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.herstelsleutel import Sleutelvlak
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

NU = datetime(2016, 7, 12, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def lege_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without scans, made once."""
    gemaakt = Sessie.maak(tmp_path_factory.mktemp("leeg") / "scans.vtdb", "voorbeeld")
    gemaakt.sluit()
    return gemaakt.pad


@pytest.fixture
def sessie(tmp_path: Path, lege_database: Path) -> Iterator[Sessie]:
    (tmp_path / "db").mkdir()
    gemaakt = Sessie.open(Path(shutil.copy(lege_database, tmp_path / "db" / "scans.vtdb")), "voorbeeld")
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def pagina(qtbot: QtBot, sessie: Sessie) -> Startpagina:
    gemaakt = Startpagina(sessie, lambda: NU, None)  # type: ignore[arg-type]
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1280, 800)
    gemaakt.show()
    return gemaakt


def _voorbeeld(sessie: Sessie) -> str:
    return sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)


def _koppen(pagina: Startpagina) -> str:
    return "\n".join(deel.text() for deel in pagina.findChildren(QLabel))


def _wacht_op_melding(qtbot: QtBot, pagina: Startpagina, doe: Callable[[], None]) -> str:
    with qtbot.waitSignal(pagina.melding) as sein:
        doe()
    return str(sein.args[0])


def test_an_empty_database_says_what_to_do_and_opens_the_example(qtbot: QtBot, pagina: Startpagina) -> None:
    assert "Nog geen scans" in _koppen(pagina)
    with qtbot.waitSignal(pagina.open_scan) as sein:
        pagina.voorbeeld.click()
    assert sein.args == [pagina.rijen()[0].regel.id]
    assert pagina.rijen()[0].regel.voorbeeld


def test_scans_stand_under_their_regio_with_voorstel_and_vaststelling(pagina: Startpagina, sessie: Sessie) -> None:
    sessie.scans.nieuw("twente", date(2016, 9, 1))
    kopie = sessie.scans.dupliceer(_voorbeeld(sessie))
    oud = sessie.opslag.lees(kopie)
    sessie.opslag.bewaar(oud, Werkstand(replace(oud.scan, vaststelling=Vaststelling(3, "x"))), NU)
    pagina.ververs()
    assert [rij.regel.regionaam for rij in pagina.rijen()] == ["IJsselland", "IJsselland", "Twente"]
    rij = next(rij for rij in pagina.rijen() if rij.regel.id == kopie)
    chips = [chip.tekst for chip in rij.findChildren(Chip)]
    assert chips == ["voorstel 2", "vastgesteld 3"]
    assert "VOORBEELD" in _koppen(pagina)


def test_the_filter_finds_by_regio_title_and_year(pagina: Startpagina, sessie: Sessie) -> None:
    _voorbeeld(sessie)
    sessie.scans.nieuw("twente", date(2017, 9, 1))
    pagina.ververs()
    for zoek, regios in (
        ("twen", ["twente"]),
        ("2016", ["ijsselland"]),
        ("Openbare IJssel", ["ijsselland"]),
        ("x", []),
    ):
        pagina.filter.setText(zoek)
        pagina.filter.textEdited.emit(zoek)
        assert [rij.regel.regio for rij in pagina.rijen()] == regios
    assert "Geen scan gevonden" in _koppen(pagina)


def test_a_new_scan_is_made_and_opened(qtbot: QtBot, pagina: Startpagina, sessie: Sessie) -> None:
    pagina.nieuw.click()
    venster = pagina.findChildren(NieuweScan)[0]
    venster.regio.zet_waarde("twente")
    venster.peildatum.setText("geen datum")
    venster.maak.click()
    assert not venster.fout.isHidden()
    venster.peildatum.setText("1-9-2016")
    with qtbot.waitSignal(pagina.open_scan) as sein:
        venster.maak.click()
    scan = sessie.opslag.lees(sein.args[0]).scan
    assert (scan.regio, scan.peildatum) == ("twente", date(2016, 9, 1))


def test_opening_and_duplicating_from_a_row(qtbot: QtBot, pagina: Startpagina, sessie: Sessie) -> None:
    scan_id = _voorbeeld(sessie)
    pagina.ververs()
    with qtbot.waitSignal(pagina.open_scan) as sein:
        pagina.rijen()[0].open.click()
    assert sein.args == [scan_id]
    kies_uit_menu(pagina.rijen()[0], "Dupliceren")
    assert len(pagina.rijen()) == 2


def test_deleting_names_what_goes_and_is_not_the_default(qtbot: QtBot, pagina: Startpagina, sessie: Sessie) -> None:
    _voorbeeld(sessie)
    pagina.ververs()
    gezien = antwoord_op("Annuleren")
    kies_uit_menu(pagina.rijen()[0], "Verwijderen…")
    qtbot.waitUntil(lambda: bool(gezien))
    assert "IJsselland" in gezien[0]
    assert "11 juli 2016" in gezien[0]
    assert gezien[1] == "Annuleren"
    assert len(sessie.scans.overzicht()) == 1
    antwoord_op("Verwijderen")
    with qtbot.waitSignal(pagina._verwijderaar.klaar):
        kies_uit_menu(pagina.rijen()[0], "Verwijderen…")
    assert sessie.scans.overzicht() == ()


@pytest.mark.parametrize(
    ("antwoord", "aantal", "reserve"), [("Annuleren", 1, 0), ("Als kopie", 2, 1), ("Vervangen", 1, 1)]
)
def test_importing_what_is_there_asks(
    qtbot: QtBot, pagina: Startpagina, sessie: Sessie, antwoord: str, aantal: int, reserve: int
) -> None:
    _voorbeeld(sessie)
    pagina.ververs()
    gezien = antwoord_op(antwoord)
    if antwoord == "Annuleren":
        pagina.importeer(voorbeeldscan())
        qtbot.waitUntil(lambda: bool(gezien))
    else:
        _wacht_op_melding(qtbot, pagina, lambda: pagina.importeer(voorbeeldscan()))
    assert len(sessie.scans.overzicht()) == aantal
    assert len(list((sessie.pad.parent / RESERVEMAP).glob("*"))) == reserve


def test_a_bestuurlijke_scan_comes_in_as_a_reading_copy(qtbot: QtBot, pagina: Startpagina, tmp_path: Path) -> None:
    scan = beperk(lees_invoer(voorbeeldscan()).scan, Editie.BESTUURLIJK)
    (tmp_path / "b.vtscan").write_bytes(schrijf_scan(scan))
    melding = _wacht_op_melding(qtbot, pagina, lambda: pagina.importeer(tmp_path / "b.vtscan"))
    assert "leeskopie" in melding
    assert "LEESKOPIE" in _koppen(pagina)


@pytest.mark.parametrize("inhoud", [b"", b"geen json", b"[" * 200_000, b"%PDF-1.7 niet echt"])
def test_a_wrong_file_is_said_in_one_sentence_and_changes_nothing(
    qtbot: QtBot, pagina: Startpagina, sessie: Sessie, tmp_path: Path, inhoud: bytes
) -> None:
    (tmp_path / "x.json").write_bytes(inhoud)
    voor = sessie.opslag.revisie()
    melding = _wacht_op_melding(qtbot, pagina, lambda: pagina.importeer(tmp_path / "x.json"))
    assert melding
    assert "\n" not in melding
    assert sessie.opslag.revisie() == voor


def test_exporting_gives_back_the_scan(
    qtbot: QtBot, pagina: Startpagina, sessie: Sessie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _voorbeeld(sessie)
    pagina.ververs()
    monkeypatch.setattr(startpagina, "kies_doel", lambda _wie, _titel, voorstel, _filters: tmp_path / voorstel.name)
    _wacht_op_melding(qtbot, pagina, lambda: kies_uit_menu(pagina.rijen()[0], "Exporteren…"))
    assert lees_invoer(tmp_path / "risicoscan-ijsselland-2016-07-11.vtscan").scan == lees_invoer(voorbeeldscan()).scan


def test_an_export_that_cannot_be_written_is_said(qtbot: QtBot, pagina: Startpagina, sessie: Sessie) -> None:
    scan_id = _voorbeeld(sessie)
    doel = sessie.pad.parent / "geen map" / "uit.vtscan"
    assert _wacht_op_melding(qtbot, pagina, lambda: pagina.exporteer(scan_id, doel)).endswith(".")
    assert not doel.parent.exists()


def test_a_file_may_be_dropped_on_the_page(qtbot: QtBot, pagina: Startpagina) -> None:
    gegevens = QMimeData()
    gegevens.setUrls([QUrl.fromLocalFile(str(voorbeeldscan()))])
    val = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        gegevens,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    _wacht_op_melding(qtbot, pagina, lambda: pagina.dropEvent(val))
    assert len(pagina.rijen()) == 1


def test_a_pdf_is_checked_first(qtbot: QtBot, pagina: Startpagina, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"geen pdf")
    pagina.neem_bestand(tmp_path / "x.pdf")
    venster = pagina.findChildren(Controlevenster)[0]
    qtbot.waitUntil(venster.balk.isHidden)
    assert venster.oordeel.text() == "Controleren is niet gelukt"
    assert venster.uitleg.text()
    zwak = ref(venster)
    with qtbot.waitSignal(venster.destroyed):
        venster.close()
    del venster
    assert zwak() is None


def test_the_recovery_key_can_be_seen_again(hoofdvenster: Hoofdvenster) -> None:
    hoofdvenster.naar_start()
    assert hoofdvenster.startpagina is not None
    hoofdvenster.startpagina.sleutel.click()
    [vlak] = hoofdvenster.findChildren(Sleutelvlak)
    assert hoofdvenster.sessie is not None
    assert vlak.accessibleDescription() == hoofdvenster.sessie.herstelsleutel


def test_what_came_in_has_the_focus_and_removing_it_gives_the_focus_to_a_row(
    qtbot: QtBot, pagina: Startpagina, sessie: Sessie
) -> None:
    for regio in ("amsterdam-amstelland", "zeeland"):
        sessie.scans.nieuw(regio, date(2016, 9, 1))
    pagina.ververs()
    pagina.controle.setFocus()
    with qtbot.waitSignal(pagina.melding):
        pagina.importeer(voorbeeldscan())
    rij = next(rij for rij in pagina.rijen() if rij.regel.regio == "ijsselland")
    assert pagina.focusWidget() is rij.open
    sessie.scans.verwijder(rij.regel.id)
    pagina.ververs()
    assert pagina.focusWidget() is pagina.rijen()[0].open


def test_questions_and_dialogs_are_freed(pagina: Startpagina, sessie: Sessie) -> None:
    _voorbeeld(sessie)
    pagina.ververs()
    antwoord_op("Annuleren")
    kies_uit_menu(pagina.rijen()[0], "Verwijderen…")
    pagina.nieuw.click()
    pagina.findChildren(NieuweScan)[0].reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert pagina.findChildren(QMessageBox) == []
    assert pagina.findChildren(NieuweScan) == []


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_every_control_has_a_name_and_fits(qtbot: QtBot, sessie: Sessie, schaal: float) -> None:
    _voorbeeld(sessie)
    thema().zet_schaal(schaal)
    try:
        pagina = Startpagina(sessie, lambda: NU, None)  # type: ignore[arg-type]
        qtbot.addWidget(pagina)
        pagina.resize(1280, 800)
        pagina.show()
        assert pagina.minimumSizeHint().width() <= 1280
        qtbot.waitUntil(
            lambda: all(
                deel.width() >= deel.minimumSizeHint().width()
                for deel in pagina.findChildren(QPushButton)
                if deel.isVisible()
            )
        )
        for deel in pagina.findChildren(QWidget):
            if isinstance(deel, QPushButton):
                assert deel.accessibleName() or deel.text()
    finally:
        thema().zet_schaal(1.0)


def test_enter_drukt_op_de_knop_waar_de_focus_is(pagina: Startpagina, qtbot: QtBot) -> None:
    qtbot.keyClick(pagina.nieuw, Qt.Key.Key_Return)
    [venster] = pagina.findChildren(NieuweScan)
    [terug] = (k for k in venster.findChildren(QPushButton) if k.text() == "Annuleren")
    qtbot.keyClick(terug, Qt.Key.Key_Enter)
    assert venster.result() == NieuweScan.DialogCode.Rejected
    assert not venster.isVisible()
    assert pagina.rijen() == []
