"""Who still has to be asked what: shown, printed, kept and copied."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import NU, Proef
from vtscan_desktop.domain.risicoscan import Gesprek, GesprekSoort, Notitie
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.ui.gesprek.agendavenster import OVERZICHT, Agendavenster, toon_agenda
from vtscan_desktop.ui.kleuren import DONKER
from vtscan_desktop.ui.paginas.gesprekken import GesprekkenPagina
from vtscan_desktop.ui.stappen import GESPREKKEN
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte
from vtscan_desktop.ui.werkscherm import Werkscherm

AMBTELIJK, INSTELLING, WETHOUDER, OVERIG = 1, 2, 3, 4


@pytest.fixture
def ruimte(proef: Proef) -> Werkruimte:
    """An empty scan with two gesprekken and three notes."""
    gesprekken = (
        Gesprek("a", date(2016, 5, 12), GesprekSoort.AMBTELIJK),
        Gesprek("b", date(2016, 5, 13), GesprekSoort.INSTELLING),
    )
    notities = tuple(Notitie(NU, "x", gesprek, nr) for gesprek, nr in (("a", 1), ("b", 2), (None, 9)))
    proef.begin_met(gesprekken=gesprekken, notities=notities)
    proef.venster.resize(1280, 800)
    proef.venster.show()
    return proef.werkruimte


@pytest.fixture
def venster(ruimte: Werkruimte, proef: Proef) -> Agendavenster:
    return toon_agenda(ruimte, proef.venster)


def getoond(venster: Agendavenster) -> str:
    return venster.blad.toPlainText()


def test_het_overzicht_zegt_per_topic_bij_wie_er_nog_niets_genoteerd_is(venster: Agendavenster) -> None:
    venster.kies(OVERZICHT)
    regels = getoond(venster).splitlines()
    plek = {nr: regels.index(next(r for r in regels if r.startswith(f"{nr}  "))) for nr in (1, 2, 3, 9)}
    assert regels[plek[1] + 1 : plek[1] + 5] == ["genoteerd", "genoteerd", "nog niets", "nog niets"]
    assert regels[plek[2] + 1 : plek[2] + 5] == ["genoteerd", "nog niets", "genoteerd", "nog niets"]
    assert regels[plek[3] + 1 : plek[3] + 5] == ["nog niets"] * 4
    assert regels[plek[9] + 1 : plek[9] + 5] == ["genoteerd", "nog niets", "nog niets", "nog niets"]
    assert "nog 17 zonder notitie" in regels
    assert "nog niet gesproken" in regels


def test_de_agenda_toont_wat_die_gesprekspartner_nog_niet_is_gevraagd(ruimte: Werkruimte, proef: Proef) -> None:
    vraag = laad_format().leidraad.topic(3).vragen[0]
    ruimte.zet_lopend_gesprek("b")
    ruimte.zet_vinkje(vraag.id, True)
    venster = toon_agenda(ruimte, proef.venster)
    assert "Agenda voor het gesprek met de instelling" in getoond(venster)  # with whom is spoken now
    assert vraag.tekst not in getoond(venster)
    venster.kies(AMBTELIJK)
    assert "de ambtelijk adviseurs" in getoond(venster)
    assert vraag.tekst in getoond(venster)


def test_zonder_lopend_gesprek_begint_de_agenda_bij_wie_nog_niet_is_gesproken(venster: Agendavenster) -> None:
    assert "het gesprek met de wethouder" in getoond(venster)


def test_wat_getoond_wordt_is_ook_te_kopieren(venster: Agendavenster) -> None:
    for plaats in (OVERZICHT, AMBTELIJK, INSTELLING, WETHOUDER, OVERIG):
        venster.kies(plaats)
        venster.kopieer()
        assert QGuiApplication.clipboard().text() == venster.tekst()
        assert "Gekopieerd" in venster.uitkomst.text()
    venster.kies(INSTELLING)
    assert venster.tekst().startswith("Agenda voor het gesprek met de instelling\n")
    for vraag in laad_format().leidraad.topic(7).vragen:
        assert vraag.tekst in venster.tekst()
        assert vraag.tekst in getoond(venster)


def test_de_pdf_is_donker_op_wit_en_houdt_alle_vragen(venster: Agendavenster, tmp_path: Path) -> None:
    thema().kies(DONKER)
    try:
        venster.kies(INSTELLING)
        venster.bewaar_als(tmp_path / "agenda.pdf")
    finally:
        thema().kies(None)
    with pikepdf.open(tmp_path / "agenda.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "Agenda instelling IJsselland"
        assert len(pdf.pages) > 1
        assert [round(float(x)) for x in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        inhoud = pdf.pages[0].Contents.read_bytes()
        assert DONKER.inkt.encode() not in inhoud
    assert "Bewaard in agenda.pdf" in venster.uitkomst.text()


def test_een_pdf_die_niet_geschreven_kan_worden_laat_niets_achter(venster: Agendavenster, tmp_path: Path) -> None:
    venster.bewaar_als(tmp_path / "er niet" / "agenda.pdf")
    assert venster.uitkomst.property("soort") == "fout"
    assert list(tmp_path.glob("**/*.pdf")) == []


def test_afdrukken_geeft_hetzelfde_aan_de_printer(venster: Agendavenster, tmp_path: Path) -> None:
    venster.kies(INSTELLING)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    venster.druk_af(printer)
    del printer
    with pikepdf.open(tmp_path / "afdruk.pdf") as pdf:
        assert len(pdf.pages) > 1


def test_een_naam_werkt_nooit_als_opmaak(ruimte: Werkruimte, proef: Proef) -> None:
    ruimte.wijzig_veld(regio="<b>x</b>")
    venster = toon_agenda(ruimte, proef.venster)
    assert "<b>x</b>" in getoond(venster)


def test_de_agenda_gaat_open_met_knop_en_toets(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    werkscherm.ga_naar(GESPREKKEN)
    toetsen = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(werkscherm, Qt.Key.Key_A, toetsen)
    [venster] = werkscherm.findChildren(Agendavenster)
    assert venster.isVisible()
    QTest.keyClick(venster, Qt.Key.Key_Escape)
    assert not venster.isVisible()
    qtbot.waitUntil(lambda: werkscherm.findChildren(Agendavenster) == [])
    pagina = werkscherm.pagina(GESPREKKEN)
    assert isinstance(pagina, GesprekkenPagina)
    pagina.agenda.click()
    assert len(werkscherm.findChildren(Agendavenster)) == 1


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_het_venster_past_in_1280_bij_800(ruimte: Werkruimte, proef: Proef, schaal: float) -> None:
    thema().zet_schaal(schaal)
    try:
        venster = toon_agenda(ruimte, proef.venster)
        QApplication.processEvents()
        assert venster.width() <= 1280
        assert venster.height() <= 800
        for deze in venster.findChildren(QAbstractButton):
            if deze.isVisible() and deze.text():
                assert deze.width() >= deze.minimumSizeHint().width()
                assert venster.rect().contains(
                    deze.geometry().translated(deze.parentWidget().mapTo(venster, deze.rect().topLeft()))
                )
        for plaats in (OVERZICHT, INSTELLING):
            venster.kies(plaats)
            QApplication.processEvents()
            assert venster.blad.document().size().width() <= venster.blad.viewport().width() + 1
        venster.close()
    finally:
        thema().zet_schaal(1.0)
