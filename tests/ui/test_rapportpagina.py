"""The report page: what it makes is checked, what goes wrong is said, and nothing half-written stays."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.cases.casusscan import lees_casus_scan
from tests.ui.proefscan import Rem, antwoord_op
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.risicoscan import ScanStatus
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.rapport.drukwerk import lees_drukwerk
from vtscan_desktop.services import identiteiten, post, rapporten
from vtscan_desktop.services.ondertekenaars import maak_ondertekenaars
from vtscan_desktop.services.rapporten import controleer_rapport
from vtscan_desktop.services.scans import Importbeleid, ScanService, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen import mapwijzer
from vtscan_desktop.ui.bouwstenen.rijlijst import Linktekst, Rijvak
from vtscan_desktop.ui.paginas.rapport import RapportPagina
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.stappen import RAPPORT, maak_stappen
from vtscan_desktop.ui.teksten import ZELFONDERTEKEND
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

NU = datetime(2016, 7, 12, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _oude_versie(monkeypatch: pytest.MonkeyPatch) -> None:
    """In these tests it is 2016, and the program is older."""
    monkeypatch.setattr(identiteiten, "VERSIEDATUM", date(2016, 1, 1))


@pytest.fixture(scope="module")
def sessie(sessie: Sessie) -> Sessie:
    """The same, in 2016."""
    sessie.scans = ScanService(sessie.opslag, lambda: NU)
    return sessie


@pytest.fixture
def ruimte(sessie: Sessie) -> Iterator[Werkruimte]:
    houder = QObject()
    scan_id = sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.KOPIE)
    werkruimte = Werkruimte(sessie, scan_id, lambda: NU, houder)
    yield werkruimte
    werkruimte.sluit()


def _nieuwe_pagina(houder: QWidget, ruimte: Werkruimte, sessie: Sessie, pad: Path) -> RapportPagina:
    stap = next(s for s in maak_stappen(laad_format()) if s.id == RAPPORT)
    gemaakt = RapportPagina(stap, ruimte, houder, sessie)
    gemaakt.sluit_af(None, None)
    gemaakt.zet_pad(pad)
    gemaakt.ververs()
    gemaakt.resize(houder.size())
    gemaakt.show()
    ruimte.gewijzigd.connect(gemaakt.ververs)
    return gemaakt


@pytest.fixture
def pagina(houder: QWidget, ruimte: Werkruimte, sessie: Sessie, tmp_path: Path) -> RapportPagina:
    return _nieuwe_pagina(houder, ruimte, sessie, tmp_path / "rapport.pdf")


def _maak(qtbot: QtBot, pagina: RapportPagina) -> None:
    pagina.maak.click()
    assert not pagina.maak.isEnabled()
    qtbot.waitUntil(pagina.maak.isEnabled)


def _ontbreekt(pagina: RapportPagina) -> str:
    return "\n".join(d.text() for rij in pagina.ontbreekt.findChildren(Rijvak) for d in rij.findChildren(QLabel))


def test_the_report_is_signed_valid_and_says_its_version(qtbot: QtBot, pagina: RapportPagina) -> None:
    _maak(qtbot, pagina)
    assert pagina.fout.isHidden()
    controle = controleer_rapport(pagina.pad)
    assert controle.geldig
    assert controle.open_velden == ("wethouder", "bestuurder")
    assert "versie 1" in pagina.uitkomst.regels.text()
    antwoord_op("Vervangen")
    _maak(qtbot, pagina)
    assert "versie 2" in pagina.uitkomst.regels.text()


def test_an_existing_file_is_kept_unless_the_user_says_so(pagina: RapportPagina) -> None:
    pagina.pad.write_bytes(b"eerder")
    antwoord_op("Annuleren")
    pagina.maak.click()
    assert pagina.maak.isEnabled()
    assert pagina.pad.read_bytes() == b"eerder"


def test_what_was_typed_just_now_is_in_the_report(qtbot: QtBot, pagina: RapportPagina, ruimte: Werkruimte) -> None:
    ruimte.wijzig_veld(overall_beeld="Net getypt: <b>&amp;</b>")
    _maak(qtbot, pagina)
    assert lees_invoer(pagina.pad).scan.overall_beeld == "Net getypt: <b>&amp;</b>"


def test_other_signers_can_be_named_and_are_kept(
    qtbot: QtBot, pagina: RapportPagina, sessie: Sessie, ruimte: Werkruimte
) -> None:
    pagina.ondertekenaars.findChildren(QPushButton)[1].click()  # the first one away
    pagina.ondertekenaars.erbij.click()
    nieuw = pagina.ondertekenaars.velden()[-1]
    nieuw.setText("Wethouder Zwolle")
    nieuw.textEdited.emit("Wethouder Zwolle")
    assert sessie.medeondertekenaars(ruimte.scan.id) == ("Bestuurder Veilig Thuis", "Wethouder Zwolle")
    _maak(qtbot, pagina)
    assert controleer_rapport(pagina.pad).open_velden == ("bestuurder", "wethouder_zwolle")


def test_every_signer_gets_a_field_of_its_own() -> None:
    velden = [wie.veld for wie in maak_ondertekenaars(("Wethouder", "wethouder", "Wéthouder", " ", "€", "Adviseur"))]
    assert velden == ["adviseur", "wethouder", "wethouder_2", "wethouder_3", "ondertekenaar", "adviseur_2"]


def test_the_identity_is_called_what_it_is(qtbot: QtBot, pagina: RapportPagina) -> None:
    _maak(qtbot, pagina)
    qtbot.waitUntil(lambda: not pagina._kenmerk.isHidden())
    teksten = "\n".join(d.text() for d in pagina.findChildren(QLabel))
    assert ZELFONDERTEKEND in teksten.lower()
    vingerafdruk = controleer_rapport(pagina.pad).handtekeningen[0].vingerafdruk
    assert vingerafdruk.removeprefix("sha256:") in teksten.replace(" ", "")


def test_before_it_is_made_the_page_says_whether_it_will_be_a_concept_with_a_way_to_what_is_left(
    qtbot: QtBot, pagina: RapportPagina, ruimte: Werkruimte
) -> None:
    assert "Dit rapport krijgt het merk CONCEPT" in _ontbreekt(pagina)
    assert "er staat nog een fout open en de scan heeft de status concept" in _ontbreekt(pagina)
    link = next(d for d in pagina.ontbreekt.findChildren(Linktekst) if 'href="nakijken"' in d.text())
    with qtbot.waitSignal(pagina.naar_stap) as sein:
        link.linkActivated.emit("nakijken")
    assert sein.args == ["nakijken"]
    ruimte.wijzig(replace(lees_casus_scan({"id": ruimte.scan.id}), status=ScanStatus.TER_BESPREKING))
    assert pagina.ontbreekt.isHidden()
    assert not pagina.compleet.isHidden()


def test_a_row_that_is_not_finished_makes_it_a_concept_since_no_report_can_hold_it(
    qtbot: QtBot, pagina: RapportPagina, ruimte: Werkruimte
) -> None:
    gaaf = replace(lees_casus_scan({"id": ruimte.scan.id}), status=ScanStatus.TER_BESPREKING)
    ruimte.wijzig_tabel(gaaf, "budget", (Kladrij("budget", 0, ("2016", "veel", ""), echt=False),))
    assert "Dit rapport krijgt het merk CONCEPT" in _ontbreekt(pagina)
    _maak(qtbot, pagina)
    assert "CONCEPT" in lees_drukwerk(pagina.pad.read_bytes()).stukken


@pytest.mark.parametrize("soort", ["geen map", "map als bestand"])
def test_a_target_that_cannot_be_written_is_said_and_leaves_nothing(
    qtbot: QtBot, pagina: RapportPagina, tmp_path: Path, soort: str
) -> None:
    if soort == "geen map":
        pagina.zet_pad(tmp_path / "weg" / "rapport.pdf")
    else:
        (tmp_path / "doel.pdf").mkdir()
        pagina.zet_pad(tmp_path / "doel.pdf")
        antwoord_op("Vervangen")
    voor = sorted(tmp_path.rglob("*"))
    _maak(qtbot, pagina)
    assert not pagina.fout.isHidden()
    assert "\n" not in pagina.fout.text()
    assert pagina.uitkomst.isHidden()
    assert sorted(tmp_path.rglob("*")) == voor


def test_a_scan_that_cannot_be_kept_makes_no_report(
    pagina: RapportPagina, ruimte: Werkruimte, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol() -> None:
        raise OmgevingFout("De schijf is vol.")

    monkeypatch.setattr(ruimte, "bewaar_nu", vol)
    pagina.maak.click()
    assert pagina.fout.text() == "De schijf is vol."
    assert not pagina.pad.exists()


def test_open_and_folder_go_to_the_desktop(
    qtbot: QtBot, pagina: RapportPagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    geopend: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: geopend.append(url) or True)
    monkeypatch.setattr(mapwijzer, "toon_in_map", lambda _pad: False)
    _maak(qtbot, pagina)
    pagina.uitkomst.open.click()
    pagina.uitkomst.map.click()
    qtbot.waitUntil(lambda: len(geopend) == 2)
    assert [Path(url.toLocalFile()) for url in geopend] == [pagina.pad, pagina.pad.parent]


def test_the_pdf_can_be_pasted_as_a_file(qtbot: QtBot, pagina: RapportPagina) -> None:
    _maak(qtbot, pagina)
    with qtbot.waitSignal(pagina.melding):
        pagina.uitkomst.kopie.click()
    assert QApplication.clipboard().mimeData().urls() == [QUrl.fromLocalFile(str(pagina.pad))]
    # Without a screen Qt keeps what was copied until after Python is gone, and then falls over it.
    QApplication.clipboard().clear()


def test_stopping_halfway_leaves_nothing_and_can_be_followed_by_a_report(
    qtbot: QtBot, pagina: RapportPagina, sessie: Sessie, ruimte: Werkruimte, monkeypatch: pytest.MonkeyPatch
) -> None:
    rem = Rem(monkeypatch, rapporten, "_bouw")
    pagina.maak.click()
    qtbot.waitUntil(rem.bezig.is_set)
    pagina.stop.click()
    assert not pagina.stop.isEnabled()
    with qtbot.waitSignal(pagina.melding) as gezegd:
        rem.los.set()
    assert "er is niets bewaard" in gezegd.args[0]
    assert list(pagina.pad.parent.iterdir()) == []
    assert sessie.opslag.rapportversies(ruimte.scan.id) == ()
    assert pagina.stop.isHidden()
    assert pagina.uitkomst.isHidden()
    _maak(qtbot, pagina)
    assert controleer_rapport(pagina.pad).geldig


@pytest.mark.parametrize("antwoord", ["Annuleren", "Toch ondertekenen"])
def test_an_odd_clock_is_said_first_and_the_user_decides(
    qtbot: QtBot, pagina: RapportPagina, monkeypatch: pytest.MonkeyPatch, antwoord: str
) -> None:
    monkeypatch.setattr(identiteiten, "VERSIEDATUM", date(2026, 1, 1))
    antwoord_op(antwoord)
    _maak(qtbot, pagina)
    assert pagina.pad.exists() == (antwoord == "Toch ondertekenen")


def test_the_mail_concept_holds_the_report(
    qtbot: QtBot, pagina: RapportPagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post, "open_in_mailprogramma", lambda _concept: False)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    _maak(qtbot, pagina)
    with qtbot.waitSignals([pagina.melding, pagina.melding]):
        pagina.uitkomst.mail.click()
    bericht = email.message_from_bytes(pagina.pad.with_suffix(".eml").read_bytes())
    bijlage = next(deel for deel in bericht.walk() if deel.get_content_type() == "application/pdf")
    assert bijlage.get_payload(decode=True) == pagina.pad.read_bytes()


def test_closing_the_page_during_a_run_is_safe(
    qtbot: QtBot,
    houder: QWidget,
    ruimte: Werkruimte,
    sessie: Sessie,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rem = Rem(monkeypatch, rapporten, "_bouw")
    pad = tmp_path / "rapport.pdf"
    pagina = _nieuwe_pagina(houder, ruimte, sessie, pad)
    zwak = ref(pagina)
    pagina.maak.click()
    qtbot.waitUntil(rem.bezig.is_set)
    with qtbot.waitSignal(pagina.destroyed):
        pagina.deleteLater()
    del pagina
    assert zwak() is None
    rem.los.set()
    qtbot.waitUntil(pad.exists)
    assert controleer_rapport(pad).geldig


def test_the_check_window_shows_who_signed_and_what_is_open(
    qtbot: QtBot, pagina: RapportPagina, tmp_path: Path
) -> None:
    _maak(qtbot, pagina)
    venster = Controlevenster(pagina.pad, pagina)
    venster.show()
    qtbot.waitUntil(venster.balk.isHidden)
    teksten = "\n".join(d.text() for d in venster.findChildren(QLabel))
    assert venster.oordeel.text() == "Dit rapport is geldig"
    for deel in (
        "11 juli 2016, bestuurlijke editie",
        "Wethouder en Bestuurder Veilig Thuis",
        "12 juli 2016",
        "niet door derden",
    ):
        assert deel in teksten
    with qtbot.waitSignal(venster.open_scan) as sein:
        venster.overnemen.click()
    assert sein.args == [pagina.pad]
    kapot = bytearray(pagina.pad.read_bytes())
    kapot[len(kapot) // 2] ^= 1
    (tmp_path / "kapot.pdf").write_bytes(kapot)
    tweede = Controlevenster(tmp_path / "kapot.pdf", pagina)
    qtbot.waitUntil(tweede.balk.isHidden)
    assert tweede.oordeel.text() == "Dit rapport is niet geldig"


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_every_control_has_a_name_and_nothing_is_cut_off(
    qtbot: QtBot, houder: QWidget, ruimte: Werkruimte, sessie: Sessie, schaal: float
) -> None:
    thema().zet_schaal(schaal)
    try:
        houder.resize(800, 600)
        pagina = _nieuwe_pagina(houder, ruimte, sessie, Path("/een/heel/lange/map" * 6) / "rapport.pdf")
        qtbot.waitUntil(lambda: not _afgesneden(pagina))
        assert pagina.inhoud.minimumSizeHint().width() <= pagina.rol.viewport().width()
        for deel in pagina.findChildren(QWidget):
            if isinstance(deel, QPushButton | QLineEdit):
                assert deel.accessibleName() or deel.text(), deel
    finally:
        thema().zet_schaal(1.0)


def _afgesneden(pagina: QWidget) -> list[str]:
    return [
        deel.text()
        for deel in pagina.findChildren(QLabel)
        if deel.isVisible() and deel.wordWrap() and deel.height() < deel.heightForWidth(deel.width())
    ]


def test_signers_are_numbered_in_the_order_in_which_they_stand(pagina: RapportPagina) -> None:
    pagina.ondertekenaars.findChildren(QPushButton)[1].click()  # the first one away
    pagina.ondertekenaars.erbij.click()
    assert [v.accessibleName() for v in pagina.ondertekenaars.velden()] == ["Ondertekenaar 2", "Ondertekenaar 3"]
