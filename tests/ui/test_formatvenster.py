"""Formats through the real window: taken over, chosen, kept as a file; a scan shows its own words everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.eigenformat import bytes_van, eigen_bestand, schrijf_eigen
from tests.rapport.bouwproef import lees, plat
from tests.ui.conftest import NU
from tests.ui.proefscan import antwoord_op
from vtscan_desktop.domain.risicoscan import Actie, Maatwerkactie, MaatwerkSoort, Oordeel, Risicoscan, Vaststelling
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.services.bespreekexemplaar import maak_bespreekexemplaar
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport
from vtscan_desktop.services.scans import Importbeleid
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.gesprek.agendavenster import Agendavenster
from vtscan_desktop.ui.naast.zijvak import VORIGE
from vtscan_desktop.ui.scans.formatvenster import VERWIJDER, Formatvenster
from vtscan_desktop.ui.scans.hermetingvenster import Hermetingvenster
from vtscan_desktop.ui.scans.scanrij import NieuweScan
from vtscan_desktop.ui.scans.vergelijkvenster import Vergelijkvenster
from vtscan_desktop.ui.stappen import CATEGORIE, GEGEVENS, NAKIJKEN, topicstap
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.uitwisseling.formatbestand import lees_formatbestand
from vtscan_desktop.uitwisseling.lezen import Gelezen

ANDERMANS = [laad_format().topic(nr).kort.casefold() for nr in (7, 8, 13, 14, 16)]
"""Short names that ship, and that nothing else in a scan without texts is called."""


@pytest.fixture
def venster(voorbeeldsessie: Sessie, qtbot: QtBot) -> Iterator[Formatvenster]:
    """The window with the formats, over another."""
    onder = QWidget()
    onder.resize(1280, 800)
    qtbot.addWidget(onder)
    onder.show()
    gemaakt = Formatvenster(voorbeeldsessie, onder)
    gemaakt.open()
    qtbot.waitUntil(lambda: len(gemaakt.kaarten) == 1)
    yield gemaakt
    onder.close()


def _neem_over(qtbot: QtBot, venster: Formatvenster, pad: Path) -> None:
    venster.neem_over(pad)
    qtbot.waitUntil(venster.erbij.isEnabled)


def _teksten(kaart: QWidget) -> str:
    return "\n".join(deze.text() for deze in kaart.findChildren(QLabel) if not deze.isHidden())


def test_a_format_is_taken_over_looked_at_chosen_and_removed(
    qtbot: QtBot, venster: Formatvenster, voorbeeldsessie: Sessie, tmp_path: Path
) -> None:
    assert "Gebruikt in één scan" in _teksten(venster.kaarten[0])
    _neem_over(qtbot, venster, schrijf_eigen(tmp_path))
    assert venster.melding.text() == "Eigen format, versie 1, is overgenomen."
    eigen = venster.kaarten[1]
    assert "Twintig titels en" in _teksten(eigen)
    assert "Nog niet gebruikt" in _teksten(eigen)
    assert "Herkomst: Veilig Thuis" in _teksten(eigen)
    eigen.toon.click()
    assert eigen.woorden is not None
    assert "3  Eigene titel 3" in _teksten(eigen.woorden)
    assert "Eigene vraag 3" in _teksten(eigen.woorden)
    qtbot.waitUntil(eigen.woorden.isVisible)
    eigen.kiezen.emit(eigen.regel)
    qtbot.waitUntil(venster.erbij.isEnabled)
    assert voorbeeldsessie.scans.formats.standaard().kenmerk == "ons-format/1"
    assert "Voor nieuwe scans" in _teksten(venster.kaarten[1])
    gevraagd = antwoord_op(VERWIJDER)
    venster.kaarten[1].weg.click()
    qtbot.waitUntil(lambda: len(venster.kaarten) == 1)
    assert gevraagd[1] == "Annuleren"
    assert voorbeeldsessie.scans.formats.standaard() == laad_format()


def test_a_wrong_file_is_one_sentence_and_changes_nothing(qtbot: QtBot, venster: Formatvenster, tmp_path: Path) -> None:
    bestand = eigen_bestand()
    bestand["themas"][0]["topics"][2]["titel"] = "<b>Wachten</b>"
    (tmp_path / "fout.json").write_bytes(bytes_van(bestand))
    _neem_over(qtbot, venster, tmp_path / "fout.json")
    assert "topic 3, titel bevat een < of >" in venster.fout.text()
    assert venster.fout.textFormat() is Qt.TextFormat.PlainText
    assert len(venster.kaarten) == 1
    _neem_over(qtbot, venster, schrijf_eigen(tmp_path))
    assert venster.fout.isHidden()


def test_the_shipped_format_is_kept_as_a_file_to_adapt_and_comes_back_as_an_own_one(
    qtbot: QtBot, venster: Formatvenster, tmp_path: Path
) -> None:
    pad = tmp_path / "eigen-format.json"
    venster.bewaar(venster.kaarten[0].regel.format, pad)
    qtbot.waitUntil(venster.erbij.isEnabled)
    assert lees_formatbestand(pad).format.topics == laad_format().topics
    bestand = json.loads(pad.read_text("utf-8"))
    bestand["themas"][0]["topics"][2]["titel"] = "Wachttijden"
    pad.write_text(json.dumps(bestand), "utf-8")
    _neem_over(qtbot, venster, pad)
    assert "Eén titel en nul vragen anders" in _teksten(venster.kaarten[1])
    assert "Verwijderen" not in _teksten(venster.kaarten[0])


def test_the_window_goes_when_it_is_closed(qtbot: QtBot, venster: Formatvenster) -> None:
    with qtbot.waitSignal(venster.destroyed):
        venster.close()


# -- a scan of an own format ----------------------------------------------------------------------------------------


def _vol(scan: Risicoscan) -> Risicoscan:
    """Judged, with acties and a maatwerkactie, but without texts that could hold a title."""
    oordelen = [Oordeel.OP_ORDE, Oordeel.IN_ONTWIKKELING, Oordeel.NIET_OP_ORDE, Oordeel.PRIL]
    topics = tuple(
        topic
        if topic.nr > 17
        else replace(topic, oordeel=oordelen[topic.nr % 4], acties=(Actie("Doen", "wij", date(2016, 8, 1)),))
        for topic in scan.topics
    )
    stap = Maatwerkactie(MaatwerkSoort.VNG_AMBTELIJK, aanleiding=14)
    return replace(scan, topics=topics, maatwerkacties=(stap,), vaststelling=Vaststelling(2, datum=date(2016, 7, 11)))


@pytest.fixture
def eigen_scan(voorbeeldsessie: Sessie, tmp_path: Path) -> str:
    """A scan of an own format of which a newer version was taken over since."""
    voorbeeldsessie.scans.formats.neem_over(schrijf_eigen(tmp_path))
    scan_id = voorbeeldsessie.scans.nieuw("twente", date(2016, 7, 11), "ons-format/1")
    scan = _vol(voorbeeldsessie.scans.lees(scan_id))
    voorbeeldsessie.scans.importeer(Gelezen(scan), Importbeleid.VERVANG)
    voorbeeldsessie.scans.formats.neem_over(schrijf_eigen(tmp_path, "2", "Nieuw"))
    voorbeeldsessie.scans.formats.kies_standaard("ons-format/2")
    return scan_id


def _alles_in(widget: QWidget) -> Iterator[str]:
    """All that a widget and what is in it shows or tells."""
    for deze in (widget, *widget.findChildren(QWidget)):
        yield from (deze.toolTip(), deze.accessibleName(), deze.accessibleDescription())
        for naam in ("text", "toPlainText"):
            if callable(lees := getattr(deze, naam, None)):
                yield str(lees())
        if isinstance(deze, QComboBox):
            yield from (deze.itemText(i) for i in range(deze.count()))
        elif isinstance(deze, QAbstractItemView) and (model := deze.model()) is not None:
            for rij in range(model.rowCount()):
                for kolom in range(model.columnCount()):
                    yield str(model.index(rij, kolom).data())


def _eis_eigen(waar: str, teksten: Iterator[str], *, merk: str = "Eigen") -> None:
    alles = "\n".join(teksten)
    vreemd = [naam for naam in ANDERMANS if naam in alles.casefold()]
    assert not vreemd, (waar, vreemd)
    assert "Nieuw kort" not in alles, waar
    assert merk in alles, waar


def test_every_page_of_a_scan_has_the_words_of_its_own_format_also_after_a_newer_version(
    hoofdvenster: Hoofdvenster, eigen_scan: str, qtbot: QtBot
) -> None:
    hoofdvenster.resize(1280, 800)
    hoofdvenster.wissel_scan(eigen_scan)
    scherm = hoofdvenster.werkscherm
    assert scherm is not None
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        scherm.pagina(stap.id).ververs()
        _eis_eigen(stap.id, _alles_in(scherm))
    scherm.ga_naar(topicstap(7))
    qtbot.waitUntil(lambda: "Eigene vraag 7." in "\n".join(_alles_in(scherm.zijvak)))
    scherm.ga_naar(CATEGORIE)
    pagina = scherm.pagina(CATEGORIE)
    pagina.begin_proef()  # type: ignore[attr-defined]
    _eis_eigen("wat als", _alles_in(pagina))
    pagina.laat_los()  # type: ignore[attr-defined]
    scherm.wissel_modus()
    _eis_eigen("gespreksmodus", _alles_in(scherm))
    scherm.verlaat_modus()
    agenda = Agendavenster(scherm.werkruimte, hoofdvenster)
    for plaats in range(4):
        agenda.kies(plaats)
        _eis_eigen(f"agenda {plaats}", iter([agenda.tekst(), agenda.blad.document().toPlainText()]))
    agenda.close()
    zin = "\n".join(punt.titel + punt.tekst for punt in scherm.werkruimte.nakijkpunten())
    _eis_eigen(NAKIJKEN, iter([zin]))


def test_the_report_and_the_copy_in_word_have_the_words_of_the_scan(
    voorbeeldsessie: Sessie, eigen_scan: str, tmp_path: Path
) -> None:
    scan = voorbeeldsessie.scans.lees(eigen_scan)
    gemaakt = maak_rapport(
        scan, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=voorbeeldsessie.opslag, keuze=Rapportkeuze()
    )
    tekst = plat(lees((tmp_path / "r.pdf").read_bytes(), tmp_path))
    _eis_eigen("rapport", iter([tekst]), merk="Eigene titel 3")
    assert "Eigen thema 1" in tekst
    assert "Format: Eigen format, versie 1." in tekst
    word = Document(str(maak_bespreekexemplaar(gemaakt)))
    cellen = [cel.text for tabel in word.tables for rij in tabel.rows for cel in rij.cells]
    _eis_eigen("Word", iter([*cellen, *(alinea.text for alinea in word.paragraphs)]), merk="Eigene titel 3")


def test_a_scan_of_a_format_that_is_not_here_says_so_when_it_comes_in_and_on_its_first_page(
    hoofdvenster: Hoofdvenster, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = json.loads(voorbeeldscan().read_text("utf-8")) | {"format": "hun-format/7"}
    scan["id"] = "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e0001"
    (tmp_path / "hun.vtscan").write_text(json.dumps(scan), "utf-8")
    hoofdvenster.naar_start()
    start = hoofdvenster.startpagina
    assert start is not None
    with qtbot.waitSignal(start.melding) as sein:
        start.importeer(tmp_path / "hun.vtscan")
    assert "‘hun-format/7’, dat hier niet aanwezig is" in sein.args[0]
    hoofdvenster.open_scan(scan["id"])
    scherm = hoofdvenster.werkscherm
    assert scherm is not None
    scherm.ga_naar(GEGEVENS)
    zichtbaar = [deze.text() for deze in scherm.pagina(GEGEVENS).findChildren(QLabel) if deze.isVisible()]
    assert any("‘hun-format/7’" in tekst for tekst in zichtbaar)
    assert scherm.werkruimte.scan.format == "hun-format/7"


def test_a_new_scan_and_a_hermeting_ask_for_a_format_only_where_there_are_more(
    hoofdvenster: Hoofdvenster, voorbeeldsessie: Sessie, tmp_path: Path
) -> None:
    def nieuw() -> NieuweScan:
        assert hoofdvenster.startpagina is not None
        hoofdvenster.startpagina.nieuw.click()
        (gevonden,) = hoofdvenster.startpagina.findChildren(NieuweScan)
        return gevonden

    def weg(dialoog: QDialog) -> None:
        dialoog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    oud = hoofdvenster.werkscherm
    assert oud is not None
    vorige = oud.werkruimte.scan
    hoofdvenster.naar_start()
    eerste = nieuw()
    assert eerste.format.isHidden()
    weg(eerste)
    voorbeeldsessie.scans.formats.neem_over(schrijf_eigen(tmp_path))
    voorbeeldsessie.scans.formats.kies_standaard("ons-format/1")
    tweede = nieuw()
    assert tweede.format.isVisible()
    assert tweede.peildatum.geometry().bottom() < tweede.format.y() < tweede.maak.y()
    assert tweede.format.waarde() == "ons-format/1"
    tweede.maak.click()
    scherm = hoofdvenster.werkscherm
    assert scherm is not None
    assert scherm.werkruimte.scan.format == "ons-format/1"
    hoofdvenster.scanwerk.begin_hermeting(vorige.id)
    (hermeting,) = hoofdvenster.findChildren(Hermetingvenster)
    assert hermeting.format.waarde() == laad_format().kenmerk
    hermeting.peildatum.zet_datum(date(2017, 1, 11))
    hermeting.maak.click()
    assert hoofdvenster.werkscherm is not None
    assert hoofdvenster.werkscherm.werkruimte.scan.format == vorige.format


def test_a_version_and_a_scan_beside_it_have_words_of_their_own(
    hoofdvenster: Hoofdvenster, voorbeeldsessie: Sessie, eigen_scan: str, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = voorbeeldsessie.scans.lees(eigen_scan)
    maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=voorbeeldsessie.opslag, keuze=Rapportkeuze())
    (versie,) = voorbeeldsessie.versies.van(eigen_scan)
    voorbeeldsessie.scans.importeer(Gelezen(replace(scan, format="risicoscan")), Importbeleid.VERVANG)
    hoofdvenster.scanwerk.open_versie(versie.sleutel)
    scherm = hoofdvenster.werkscherm
    assert scherm is not None
    scherm.ga_naar(topicstap(7))
    _eis_eigen("versie", _alles_in(scherm))
    hoofdvenster.naar_start()
    later = voorbeeldsessie.scans.hermeting(eigen_scan, date(2017, 1, 11), frozenset(), "ons-format/2")
    hoofdvenster.open_scan(later)
    hoofdvenster.scanwerk.vergelijk()
    (naast,) = hoofdvenster.findChildren(Vergelijkvenster)
    qtbot.waitUntil(lambda: naast.vergelijking is not None)
    teksten = list(_alles_in(naast))
    assert "7 Nieuw kort 7 (toen: Systeemgerichte gezinsaanpak)" in teksten
    assert any("Nieuw format, versie 2" in tekst and "ander format" in tekst for tekst in teksten)


def test_the_tab_with_the_scan_before_says_what_the_topic_was_called_then(
    hoofdvenster: Hoofdvenster, voorbeeldsessie: Sessie, eigen_scan: str, qtbot: QtBot
) -> None:
    later = voorbeeldsessie.scans.hermeting(eigen_scan, date(2017, 1, 11), frozenset(), "ons-format/2")
    hoofdvenster.resize(1280, 800)
    hoofdvenster.wissel_scan(later)
    scherm = hoofdvenster.werkscherm
    assert scherm is not None
    scherm.ga_naar(topicstap(18))
    scherm.zijvak.kies(VORIGE)
    qtbot.waitUntil(lambda: "Toen heette dit topic: Eigene titel 18 (2016)" in "\n".join(_alles_in(scherm.zijvak)))
