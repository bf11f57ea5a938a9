"""Nakijken in the real window: each point has a way to where it is mended, and the step list says how many are left."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from vtscan_desktop.domain.nakijken.regels import kijk_na
from vtscan_desktop.domain.nakijken.stof import Ernst, Stof
from vtscan_desktop.domain.risicoscan import Notitie, Oordeel
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.ui.bouwstenen.rijlijst import Linktekst
from vtscan_desktop.ui.gesprek.notitierij import Notitierij
from vtscan_desktop.ui.paginas.nakijken import NakijkenPagina
from vtscan_desktop.ui.stappen import GESPREKKEN, topicstap
from vtscan_desktop.ui.werkscherm import Werkscherm
from vtscan_desktop.uitwisseling.lezen import lees_scan


def nakijken(scherm: Werkscherm) -> NakijkenPagina:
    scherm.ga_naar("nakijken")
    pagina = scherm.pagina("nakijken")
    assert isinstance(pagina, NakijkenPagina)
    return pagina


def aloud(scherm: Werkscherm) -> str:
    model = scherm.stappenlijst.model()
    namen = [str(model.index(rij, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "") for rij in range(model.rowCount())]
    return next(naam for naam in namen if naam.startswith("Nakijken"))


def test_of_the_example_every_point_is_right() -> None:
    scan = lees_scan(voorbeeldscan().read_bytes(), "ijsselland").scan
    punten = kijk_na(Stof(scan, beoordeel_scan(scan, laad_format()), laad_format(), date(2016, 7, 11)))
    assert [(p.ernst.value, p.id, str(p.plaats)) for p in punten] == [
        ("fout", "zonder_afspraak", "acties/7:0:omschrijving"),
        ("waarschuwing", "gesprek_ontbreekt", "gesprekken"),
        ("waarschuwing", "gesprek_ontbreekt", "gesprekken"),
        ("waarschuwing", "geen_vaststelling", "vaststelling"),
        ("opmerking", "overig_open", "topic/16/oordeel"),
        ("opmerking", "zienswijze_ontbreekt", "zienswijzen"),
        ("opmerking", "zienswijze_ontbreekt", "zienswijzen"),
        ("opmerking", "zienswijze_ontbreekt", "zienswijzen"),
        ("opmerking", "signaal", "topic/20"),
        ("opmerking", "signaal", "topic/20"),
    ]


def test_the_list_stands_by_weight_and_follows_the_scan(werkscherm: Werkscherm) -> None:
    pagina = nakijken(werkscherm)
    assert pagina.samen.text() == "Eén fout, drie waarschuwingen en zes opmerkingen."
    assert pagina.lijsten[Ernst.FOUT].isVisible()
    werkscherm.werkruimte.wijzig_topic(7, oordeel=Oordeel.NIET_OP_ORDE)
    assert not pagina.lijsten[Ernst.FOUT].isVisible()
    assert pagina.samen.text() == "Drie waarschuwingen en zes opmerkingen."


def test_the_page_begins_at_its_first_point(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    werkscherm.stapel.setFocus()
    nakijken(werkscherm)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Linktekst)
    qtbot.keyClick(focus, Qt.Key.Key_Tab)
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert werkscherm.huidig == "topic-7"


def test_a_link_puts_the_cursor_in_the_very_cell(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    pagina = nakijken(werkscherm)
    link = next(d for d in pagina.findChildren(Linktekst) if "acties/7:0:omschrijving" in d.text())
    link.linkActivated.emit("acties/7:0:omschrijving")
    assert werkscherm.huidig == "topic-7"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Acties, rij 1, wat"


@pytest.mark.parametrize(("topic", "stap"), [(5, topicstap(5)), (None, GESPREKKEN)])
def test_a_number_of_a_person_in_a_note_leads_to_that_very_note(
    werkscherm: Werkscherm, topic: int | None, stap: str
) -> None:
    for tekst in ("Zij wachten nog", "Het kind 111222333 wacht", "Zij wachten ook"):
        notitie = Notitie(tijd=NU, tekst=tekst, gesprek=None, topic=topic)
        werkscherm.werkruimte.wijzig(werkscherm.werkruimte.scan.met_notitie(notitie))
    pagina = nakijken(werkscherm)
    link = next(d for d in pagina.findChildren(Linktekst) if "notitie/" in d.text())
    link.linkActivated.emit(link.text().split('"')[1])
    assert werkscherm.huidig == stap
    rij = werkscherm.window().focusWidget()
    assert isinstance(rij, Notitierij)
    assert "111222333" in rij.accessibleName()


@pytest.mark.parametrize(
    ("doel", "stap", "naam"),
    [
        ("topic/4/toelichting", "topic-4", "Feitelijke situatie"),
        ("topic/2/motivering", "topic-2", "Motivering"),
        ("topic/4/oordeel", "topic-4", "Oordeel"),
        ("topic/4/bronnen", "topic-4", "De kwaliteit"),
        ("acties/3:1:termijn", "topic-3", "Acties, rij 2, wanneer"),
        ("wachtlijst:2:aantal", "topic-3", "rij 3, aantal"),
        ("formatie:0:vast", "topic-20", "rij 1, vast"),
        ("gesprekken", "gesprekken", "Gesprek toevoegen"),
        ("titel", "gegevens", "Titel"),
        ("peildatum", "gegevens", "Peildatum"),
        ("inwoners", "topic-18", "Inwoners"),
        ("hertoetsdatum", "topic-2", "Datum van de hertoets"),
        ("adviseur/organisatie", "gegevens", "Adviseur, organisatie"),
        ("overall_beeld", "overall_beeld", "Overall beeld"),
        ("in_kaart/wensen", "in_kaart", "Wensen"),
        ("vaststelling", "categorie", "Uw vaststelling"),
        ("vaststelling/datum", "categorie", "Datum van de vaststelling"),
        ("vaststelling/motivering", "categorie", "Motivering"),
        ("zienswijzen", "zienswijzen", "ienswijze"),
    ],
)
def test_every_kind_of_place_can_be_gone_to(
    werkscherm: Werkscherm, qtbot: QtBot, doel: str, stap: str, naam: str
) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    werkscherm.ga_naar_plaats(doel)
    assert werkscherm.huidig == stap
    focus = QApplication.focusWidget()
    assert focus is not None
    assert naam in (focus.accessibleName() or str(focus.property("text")))


def test_a_row_in_the_making_is_a_fout_and_the_link_goes_to_it(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    ruimte = werkscherm.werkruimte
    with qtbot.waitSignal(werkscherm.nakijkstand.geteld):
        ruimte.wijzig_tabel(ruimte.scan, "budget", (Kladrij("budget", 0, ("2016", "veel", "structureel"), False),))
    assert aloud(werkscherm) == "Nakijken, twee fouten en drie waarschuwingen"
    werkscherm.ga_naar_plaats("budget:0:")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Budget, rij 1, jaar"


def test_the_step_list_says_how_many_are_left_a_moment_after_a_change(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    assert aloud(werkscherm) == "Nakijken, één fout en drie waarschuwingen"
    with qtbot.waitSignal(werkscherm.nakijkstand.geteld):
        werkscherm.werkruimte.wijzig_topic(7, oordeel=Oordeel.NIET_OP_ORDE)
    assert aloud(werkscherm) == "Nakijken, drie waarschuwingen"
