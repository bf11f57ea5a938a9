"""Hoor en wederhoor through the page: who is expected, what lacks, answers per topic, and what the report says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.proefscan import Proef, typ
from vtscan_desktop.domain.risicoscan import Partij, Standpunt, TopicZienswijze, Wie, Zienswijze
from vtscan_desktop.domain.zienswijzen import zienswijzen_te_komen
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.ui.bouwstenen.rijlijst import Rijvak
from vtscan_desktop.ui.paginas.zienswijzen import ZienswijzenPagina
from vtscan_desktop.ui.stappen import ZIENSWIJZEN, is_ingevuld, maak_stappen
from vtscan_desktop.ui.tabellen.inklapvak import Inklapvak

AKKOORD = Zienswijze(Partij.AMBTENAAR, Wie(), date(2016, 9, 1), Standpunt.AKKOORD)
INSTELLING = Zienswijze(
    Partij.INSTELLING,
    Wie("bestuurder", "Veilig Thuis"),
    tekst="Wij zien het anders",
    per_topic=(TopicZienswijze(3, "De lijst is korter", "Aangepast"), TopicZienswijze(4, "Er is zicht")),
)
STAP = next(s for s in maak_stappen(laad_format()) if s.id == ZIENSWIJZEN)


@pytest.fixture
def pagina(proef: Proef) -> ZienswijzenPagina:
    proef.begin_met(zienswijzen=(AKKOORD, INSTELLING))
    return proef.toon(ZienswijzenPagina, ZIENSWIJZEN)


def te_doen(pagina: ZienswijzenPagina) -> list[str]:
    QApplication.processEvents()  # new rows are shown with the next layout
    vakken = sorted((vak for vak in pagina.open.findChildren(Rijvak) if vak.isVisible()), key=lambda vak: vak.y())
    return [vak.findChildren(QLabel)[0].text() for vak in vakken]


def veld(pagina: ZienswijzenPagina, rij: int, sleutel: str) -> Any:
    i = next(i for i, k in enumerate(pagina.tabel.soort.kolommen) if k.sleutel == sleutel)
    return pagina.tabel.rij(rij).veld(i)


def test_bovenaan_staat_wie_nog_moet_antwoorden_en_wat_er_ontbreekt(pagina: ZienswijzenPagina) -> None:
    assert te_doen(pagina) == [
        "Nog niet ontvangen: wethouder.",
        "Instelling (Veilig Thuis): de datum ontbreekt.",
        "Instelling (Veilig Thuis): het standpunt ontbreekt.",
        "Instelling (Veilig Thuis): de zienswijze heeft nog geen antwoord.",
        "Instelling (Veilig Thuis): de opmerking bij topic 4 heeft nog geen antwoord.",
    ]
    assert pagina.stand.text() == "Het rapport noemt wie nog moet antwoorden."


def test_een_punt_brengt_de_cursor_in_zijn_kaart(pagina: ZienswijzenPagina) -> None:
    pagina.open.gekozen.emit("1")
    assert pagina.tabel.rij(1).isAncestorOf(QApplication.focusWidget())


def test_van_verwacht_naar_ontvangen_naar_compleet(proef: Proef, pagina: ZienswijzenPagina) -> None:
    assert not is_ingevuld(STAP, proef.scan)
    QTest.keyClick(pagina.knoppen[Partij.WETHOUDER], Qt.Key.Key_Space)
    typ(veld(pagina, 2, "organisatie"), "gemeente Deventer")
    assert te_doen(pagina)[0] == "Nog niet ontvangen: wethouder (gemeente Deventer)."
    assert zienswijzen_te_komen(proef.scan) == "wethouder (gemeente Deventer)"  # what the report says
    proef.heropen()
    assert proef.scan.zienswijzen[2] == Zienswijze(Partij.WETHOUDER, Wie(organisatie="gemeente Deventer"))
    pagina = proef.toon(ZienswijzenPagina, ZIENSWIJZEN)
    standpunt = veld(pagina, 2, "standpunt")
    standpunt.setFocus()
    QTest.keyClick(standpunt, Qt.Key.Key_Down)
    typ(veld(pagina, 2, "datum"), "3-9-2016")
    assert is_ingevuld(STAP, proef.scan)
    typ(veld(pagina, 1, "datum"), "1-9-2016")
    instelling = replace(
        proef.scan.zienswijzen[1],
        standpunt=Standpunt.NIET_AKKOORD,
        antwoord="Beide staan erin",
        per_topic=tuple(replace(t, antwoord="Dank") for t in INSTELLING.per_topic),
    )
    proef.werkruimte.wijzig_veld(zienswijzen=(AKKOORD, instelling, proef.scan.zienswijzen[2]))
    assert te_doen(pagina) == []
    assert pagina.stand.text() == "Van alle partijen is een zienswijze ontvangen, en alles is beantwoord."


def test_zoveel_wethouders_als_er_zijn(proef: Proef, pagina: ZienswijzenPagina) -> None:
    for _ in range(11):
        pagina.voeg_toe(Partij.WETHOUDER)
    assert pagina.tabel.aantal() == 13
    assert len(proef.heropen().zienswijzen) == 13


def test_een_verwijderde_zienswijze_komt_terug_met_haar_opmerkingen(proef: Proef, pagina: ZienswijzenPagina) -> None:
    knoppen = {deze.accessibleName(): deze for deze in pagina.findChildren(QPushButton)}
    knoppen["Zienswijzen, rij 2, verwijderen"].click()
    assert proef.scan.zienswijzen == (AKKOORD,)
    next(k for k in pagina.findChildren(QPushButton) if k.text() == "Ongedaan maken" and k.isVisible()).click()
    assert proef.scan.zienswijzen == (AKKOORD, INSTELLING)


def test_de_opmerkingen_per_topic_klappen_in_tot_de_namen_van_hun_topics(
    proef: Proef, pagina: ZienswijzenPagina
) -> None:
    vak = veld(pagina, 1, "per_topic")
    assert isinstance(vak, Inklapvak)
    assert vak.knop.text() == "– 3 Wachtlijsten en 4 Zicht op veiligheid"
    vak.knop.setFocus()
    QTest.keyClick(vak.knop, Qt.Key.Key_Space)
    assert vak.ingeklapt
    assert vak.knop.text() == "+ 3 Wachtlijsten en 4 Zicht op veiligheid"
    assert proef.scan.zienswijzen[1] == INSTELLING  # folding changes nothing
    QTest.keyClick(vak.knop, Qt.Key.Key_Space)
    assert not vak.ingeklapt
    vak.knop.click()
    vak.setFocus()  # as a jump from Nakijken does
    assert not vak.ingeklapt
    assert vak.genest.isAncestorOf(QApplication.focusWidget())
    leeg = veld(pagina, 0, "per_topic")
    assert leeg.knop.isHidden()  # nothing to fold; the link that adds one is there
    assert leeg.genest.toevoegen.isVisible()
