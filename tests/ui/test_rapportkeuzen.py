"""The choices on the report page, the preview, and the copy in Word."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.editie import Weggelaten
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import Editie, Gesprek, GesprekSoort, Notitie, Wie
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.services.huisstijl import Huisstijl
from vtscan_desktop.services.rapporten import Rapportkeuze, controleer_rapport
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.instellingen.huisstijlvak import Huisstijlvak
from vtscan_desktop.ui.paginas.pagina import RIJ_MAX
from vtscan_desktop.ui.paginas.rapport import RapportPagina
from vtscan_desktop.ui.paginas.rapportkeuzen import Editiekeuze, Uitgever
from vtscan_desktop.ui.rapporten.voorbeeldvenster import Voorbeeldvenster, schrijf_weggelaten
from vtscan_desktop.ui.stappen import RAPPORT, maak_stappen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

NU = datetime.now(UTC)


@pytest.fixture
def ruimte(sessie: Sessie) -> Iterator[Werkruimte]:
    houder = QObject()
    gelezen = lees_invoer(voorbeeldscan())
    wie = Wie("coördinator", "Gemeente Zwolle", "A. de Vries")
    gesprek = Gesprek("g1", date(2016, 7, 1), GesprekSoort.AMBTELIJK, (wie,), "Stadhuis")
    scan = replace(gelezen.scan, gesprekken=(gesprek,), notities=(Notitie(NU, "notitie", "g1"),))
    scan_id = sessie.scans.importeer(replace(gelezen, scan=scan), Importbeleid.KOPIE)
    werkruimte = Werkruimte(sessie, scan_id, lambda: datetime.now(UTC), houder)  # not before the scan was kept
    yield werkruimte
    werkruimte.sluit()


@pytest.fixture
def pagina(houder: QWidget, ruimte: Werkruimte, sessie: Sessie) -> RapportPagina:
    stap = next(s for s in maak_stappen(laad_format()) if s.id == RAPPORT)
    gemaakt = RapportPagina(stap, ruimte, houder, sessie)
    gemaakt.sluit_af(None, None)
    gemaakt.ververs()
    gemaakt.resize(houder.size())
    gemaakt.show()
    return gemaakt


def _maak(qtbot: QtBot, pagina: RapportPagina) -> None:
    pagina.maak.click()
    qtbot.waitUntil(lambda: pagina.maak.isEnabled() and not pagina.uitkomst.isHidden())


def test_the_usual_choice_is_bestuurlijk_with_bijlage(pagina: RapportPagina) -> None:
    assert pagina.editie.keuze() == Rapportkeuze(Editie.BESTUURLIJK, bijlage=True)


def test_the_chosen_editie_and_bijlage_are_what_is_made(qtbot: QtBot, pagina: RapportPagina, tmp_path: Path) -> None:
    pagina.editie.edities[Editie.VOLLEDIG].click()
    assert pagina.pad.name == "risicoscan-ijsselland-2016-07-11-intern.pdf"
    pagina.zet_pad(tmp_path / "intern.pdf")
    _maak(qtbot, pagina)
    scan = controleer_rapport(pagina.pad).scan
    assert scan is not None
    assert scan.editie is Editie.VOLLEDIG
    pagina.editie.bijlage.click()
    pagina.zet_pad(tmp_path / "zonder.pdf")
    _maak(qtbot, pagina)
    assert controleer_rapport(pagina.pad).scan is None


def test_a_leeskopie_offers_no_interne_editie(houder: QWidget, ruimte: Werkruimte) -> None:
    keuze = Editiekeuze(replace(ruimte.scan, editie=Editie.BESTUURLIJK), houder)
    assert not keuze.edities[Editie.VOLLEDIG].isEnabled()
    assert keuze.keuze().editie is Editie.BESTUURLIJK


def _open(qtbot: QtBot, venster: Voorbeeldvenster) -> None:
    qtbot.waitUntil(lambda: bool(venster.bladzijden))
    qtbot.waitUntil(lambda: all(b.beeld is not None for b in venster.in_beeld()))


def test_the_preview_draws_pages_as_they_come_into_view(qtbot: QtBot, pagina: RapportPagina) -> None:
    venster = pagina.toon_voorbeeld()
    _open(qtbot, venster)
    assert len(venster.bladzijden) > 8
    assert venster.in_beeld()[0] is venster.bladzijden[0]
    assert venster.bladzijden[-1].beeld is None
    eerste = venster.bladzijden[0].beeld
    assert eerste is not None
    kleuren = {eerste.pixelColor(x, y).name() for x in range(0, eerste.width(), 3) for y in range(0, 300, 3)}
    assert QColor("#1c2430").name() in kleuren or len(kleuren) > 20
    balk = venster.rol.verticalScrollBar()
    balk.setValue(balk.maximum())
    qtbot.waitUntil(lambda: venster.bladzijden[-1].beeld is not None)
    assert "1 naam" in venster.weg.text() or "één naam (A. de Vries)" in venster.weg.text()
    venster.close()


def test_closing_the_preview_while_it_is_made_is_no_trouble(qtbot: QtBot, pagina: RapportPagina) -> None:
    pagina.toon_voorbeeld().close()
    qtbot.waitUntil(lambda: all(draad.name != "taak" for draad in threading.enumerate()))
    QApplication.processEvents()


def test_closing_the_preview_just_when_it_is_ready_is_no_trouble(qtbot: QtBot, pagina: RapportPagina) -> None:
    venster = pagina.toon_voorbeeld()
    qtbot.waitUntil(lambda: bool(venster.bladzijden))
    assert venster._voorbeeld is not None
    venster._bij_open(venster._voorbeeld)
    venster.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(50)


def test_a_preview_that_cannot_be_made_says_why(qtbot: QtBot, pagina: RapportPagina) -> None:
    def mislukt() -> bytes:
        raise InvoerFout("Dit kan niet.")

    venster = Voorbeeldvenster(mislukt, "kop", "", pagina)
    venster.open()
    qtbot.waitUntil(lambda: venster.stand.text() == "Dit kan niet.")
    venster.close()


def test_what_is_left_out_is_said_in_words() -> None:
    assert schrijf_weggelaten(Weggelaten(0, (), ())).startswith("De bestuurlijke editie laat niets weg")
    zin = schrijf_weggelaten(Weggelaten(2, ("A", "B"), ("Stadhuis",)))
    assert zin == "De bestuurlijke editie laat dit weg: twee notities, twee namen (A en B) en één locatie (Stadhuis)."


def test_name_and_logo_are_kept_and_a_wrong_file_is_told(
    qtbot: QtBot, houder: QWidget, sessie: Sessie, tmp_path: Path
) -> None:
    vak = Huisstijlvak(sessie, houder)
    vak.show()
    vak.naam.setFocus()
    qtbot.keyClicks(vak.naam, "VNG")
    assert sessie.huisstijl().organisatie == "VNG"
    Image.new("RGB", (300, 100), "red").save(tmp_path / "logo.png")
    vak.zet_logo(tmp_path / "logo.png")
    qtbot.waitUntil(vak.kies.isEnabled)
    assert sessie.huisstijl().logo.startswith(b"\x89PNG")
    assert not vak.beeld.pixmap().isNull()
    (tmp_path / "fout.png").write_bytes(b"geen beeld")
    with qtbot.waitSignal(vak.melding) as gezegd:
        vak.zet_logo(tmp_path / "fout.png")
    assert "PNG" in gezegd.args[0]
    vak.weg.click()
    assert sessie.huisstijl().logo == b""
    assert sessie.huisstijl().organisatie == "VNG"


def test_the_page_shows_whose_name_comes_on_it_and_leads_to_where_that_is_chosen(
    qtbot: QtBot, pagina: RapportPagina, sessie: Sessie
) -> None:
    sessie.onthoud_huisstijl(Huisstijl("Ondersteuningsprogramma", b""))
    pagina.ververs()
    assert pagina.uitgever.naam.text() == "Ondersteuningsprogramma"
    with qtbot.waitSignal(pagina.instellingen_gevraagd) as gevraagd:
        pagina.uitgever.wijzig.click()
    assert gevraagd.args == ["organisatie"]
    sessie.onthoud_huisstijl(Huisstijl("", b""))
    pagina.ververs()
    assert "Nog geen organisatie" in pagina.uitgever.naam.text()


def test_a_wide_logo_fits_at_the_largest_text(tmp_path: Path, houder: QWidget) -> None:
    Image.new("RGB", (1000, 200), "red").save(tmp_path / "logo.png")
    thema().zet_schaal(2.0)
    try:
        uitgever = Uitgever(houder)
        uitgever.toon(Huisstijl("Ondersteuningsprogramma Veilig Thuis", (tmp_path / "logo.png").read_bytes()))
        assert uitgever.minimumSizeHint().width() <= RIJ_MAX
    finally:
        thema().zet_schaal(1.0)


def test_a_bespreekexemplaar_is_made_beside_the_report(
    qtbot: QtBot, pagina: RapportPagina, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geopend: list[str] = []

    def open_(adres: QUrl) -> bool:
        geopend.append(Path(adres.toLocalFile()).name)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    pagina.zet_pad(tmp_path / "rapport.pdf")
    _maak(qtbot, pagina)
    pagina.uitkomst.bespreek.click()
    qtbot.waitUntil(lambda: bool(geopend))
    assert geopend == ["rapport-bespreekexemplaar.docx"]
    assert (tmp_path / geopend[0]).read_bytes().startswith(b"PK")


def test_the_preview_lets_go_of_its_document_also_by_esc(qtbot: QtBot, pagina: RapportPagina) -> None:
    venster = pagina.toon_voorbeeld()
    _open(qtbot, venster)
    voorbeeld = venster._voorbeeld
    assert voorbeeld is not None
    QTest.keyClick(venster, Qt.Key.Key_Escape)
    assert not venster.isVisible()
    assert voorbeeld.teken(0, 100) is None
