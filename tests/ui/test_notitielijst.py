"""The list of notes: edited in place, moved, retagged, removed and taken over, and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout

from tests.ui.proefscan import NU, Proef
from vtscan_desktop.domain.risicoscan import Actie, Gesprek, GesprekSoort, Notitie, NotitieSoort, Wie
from vtscan_desktop.services.notities import Notitiefilter
from vtscan_desktop.ui.gesprek.notitielijst import BEGIN, Notitielijst
from vtscan_desktop.ui.gesprek.notitierij import Notitierij
from vtscan_desktop.ui.paginas.gesprekken import GesprekkenPagina
from vtscan_desktop.ui.paginas.teksten import InKaartPagina

INSTELLING = Gesprek("g1", date(2016, 5, 12), GesprekSoort.INSTELLING, (Wie("manager", "Veilig Thuis", "Jansen"),))
WETHOUDER = Gesprek("g2", date(2016, 7, 11), GesprekSoort.WETHOUDER)


def notities(aantal: int) -> tuple[Notitie, ...]:
    return tuple(Notitie(NU + timedelta(seconds=i), f"notitie {i}", "g1", 3) for i in range(aantal))


@pytest.fixture
def lijst(proef: Proef) -> Notitielijst:
    """The notes on topic 3: three of the instelling."""
    proef.begin_met(gesprekken=(INSTELLING, WETHOUDER), notities=notities(3))
    gemaakt = Notitielijst(proef.werkruimte, proef.venster)
    QVBoxLayout(proef.venster).addWidget(gemaakt)
    gemaakt.toon(Notitiefilter(topic=3))
    proef.venster.resize(306, 600)
    proef.toon_venster()
    return gemaakt


def kies(rij: Notitierij, *pad: str) -> None:
    """Choose from the menu of a note, by the texts on the way."""
    menu: QMenu = rij.maak_menu()
    actie: QAction | None = None
    for deel in pad:
        actie = next(a for a in menu.actions() if a.text().split("\t")[0] == deel)
        menu = actie.menu() or menu  # type: ignore[assignment]
    assert actie is not None
    assert actie.isEnabled()
    actie.trigger()


def teksten(lijst: Notitielijst) -> list[str]:
    return [rij.notitie.tekst for rij in lijst.rijen()]


def test_een_notitie_wordt_ter_plekke_bewerkt_en_elke_letter_is_meteen_in_de_scan(
    proef: Proef, lijst: Notitielijst
) -> None:
    rij = lijst.rijen()[1]
    rij.setFocus()
    QTest.keyClick(rij, Qt.Key.Key_Return)
    assert rij.vak is not None
    QTest.keyClicks(rij.vak, ", erbij")
    assert proef.scan.notities[1].tekst == "notitie 1, erbij"
    QTest.keyClick(rij.vak, Qt.Key.Key_Return)
    assert rij.vak is None
    assert rij.hasFocus()
    assert proef.heropen().notities[1] == replace(notities(3)[1], tekst="notitie 1, erbij")


def test_bewerken_is_een_stap_terug_en_een_lege_notitie_is_een_verwijderde(proef: Proef, lijst: Notitielijst) -> None:
    rij = lijst.rijen()[0]
    rij.bewerk()
    assert rij.vak is not None
    rij.vak.selectAll()
    QTest.keyClick(rij.vak, Qt.Key.Key_Delete)
    QTest.keyClick(rij.vak, Qt.Key.Key_Escape)
    assert teksten(lijst) == ["notitie 1", "notitie 2"]
    lijst.ongedaan.click()
    assert proef.scan.notities == notities(3)
    rij = lijst.rijen()[0]
    rij.bewerk()
    assert rij.vak is not None
    QTest.keyClicks(rij.vak, " en meer")
    rij.sluit_bewerken()
    lijst.ongedaan.click()
    assert proef.scan.notities == notities(3)


def test_verplaatsen_naar_topic_en_gesprek_en_een_andere_soort_met_elk_een_stap_terug(
    proef: Proef, lijst: Notitielijst
) -> None:
    kies(lijst.rijen()[0], "Soort", "knelpunt")
    kies(lijst.rijen()[0], "Naar gesprek", "11 jul 2016, wethouder")
    kies(lijst.rijen()[0], "Naar topic", "12 Visie op positionering")
    verplaatst = proef.scan.notities[0]
    assert (verplaatst.soort, verplaatst.gesprek, verplaatst.topic) == (NotitieSoort.KNELPUNT, "g2", 12)
    assert teksten(lijst) == ["notitie 1", "notitie 2"]
    rij = lijst.rijen()[0]
    rij.setFocus()
    for _ in range(3):
        QTest.keyClick(rij, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert proef.scan.notities == notities(3)


def test_ook_als_alle_notities_weg_zijn_maakt_ctrl_z_dat_ongedaan(proef: Proef, lijst: Notitielijst) -> None:
    voor = teksten(lijst)
    lijst.rijen()[0].setFocus()
    for _ in voor:
        QTest.keyClick(proef.venster.focusWidget(), Qt.Key.Key_Delete)
    assert teksten(lijst) == []
    niet_meer = next(k for k in lijst.findChildren(QPushButton) if k.accessibleName().startswith("Niet meer"))
    niet_meer.click()
    for _ in voor:
        QTest.keyClick(proef.venster.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert teksten(lijst) == voor


def test_delete_verwijdert_en_de_pijlen_lopen_langs_de_lijst(proef: Proef, lijst: Notitielijst) -> None:
    lijst.rijen()[0].setFocus()
    QTest.keyClick(lijst.rijen()[0], Qt.Key.Key_Down)
    assert lijst.rijen()[1].hasFocus()
    QTest.keyClick(lijst.rijen()[1], Qt.Key.Key_Delete)
    assert teksten(lijst) == ["notitie 0", "notitie 2"]
    assert lijst.rijen()[1].hasFocus()
    assert lijst.ongedaan.isVisible()
    lijst.ongedaan.click()
    assert proef.scan.notities == notities(3)
    assert not lijst.ongedaan.isVisible()


@pytest.mark.parametrize(
    ("keuze", "veld"),
    [("Onder de feitelijke situatie zetten", "toelichting"), ("Onder de risico’s zetten", "risico")],
)
def test_een_notitie_wordt_tekst_met_haar_gesprek_als_bron(
    proef: Proef, lijst: Notitielijst, keuze: str, veld: str
) -> None:
    kies(lijst.rijen()[2], keuze)
    assert getattr(proef.scan.topic(3), veld) == "notitie 2"
    assert proef.scan.topic(3).bronnen == ("g1",)
    lijst.ongedaan.click()
    assert proef.scan.topic(3).bronnen == ()
    assert getattr(proef.scan.topic(3), veld) == ""


def test_een_notitie_wordt_een_actie_en_blijft_zelf_staan(proef: Proef, lijst: Notitielijst) -> None:
    kies(lijst.rijen()[0], "Een actie van maken")
    assert proef.scan.topic(3).acties == (Actie("notitie 0"),)
    assert proef.scan.topic(3).bronnen == ("g1",)
    assert len(lijst.rijen()) == 3
    assert proef.heropen().topic(3).acties == (Actie("notitie 0"),)


def test_per_topic_staat_erbij_van_wie_het_komt_zonder_naam(lijst: Notitielijst) -> None:
    naam = lijst.rijen()[0].accessibleName()
    assert "instelling" in naam
    assert "manager (Veilig Thuis)" in naam
    assert "Jansen" not in naam


def test_een_nieuwe_notitie_tussen_vijfduizend_maakt_een_rij_en_laat_de_rest_met_rust(
    proef: Proef, lijst: Notitielijst
) -> None:
    proef.begin_met(notities=notities(5000))
    assert len(lijst.rijen()) <= 4 * BEGIN
    assert lijst.aantal() == 5000
    lijst.toon(Notitiefilter(topic=4))
    lijst.toon(Notitiefilter(topic=3))
    voor = lijst.rijen()
    assert len(voor) == BEGIN
    proef.werkruimte.wijzig(proef.scan.met_notitie(Notitie(NU + timedelta(days=1), "nieuw", None, 3)))
    assert lijst.rijen()[:-1] == voor
    assert lijst.rijen()[-1].notitie.tekst == "nieuw"


def test_eerdere_notities_komen_als_men_erom_vraagt(proef: Proef, lijst: Notitielijst) -> None:
    proef.begin_met(notities=notities(BEGIN + 5))
    lijst.toon(Notitiefilter(gesprek="g1"))
    assert teksten(lijst)[0] == "notitie 5"
    lijst.eerder.click()
    assert teksten(lijst)[0] == "notitie 0"
    assert not lijst.eerder.isVisible()


def test_het_verslag_toont_een_gesprek_tegelijk_op_volgorde_met_topic_en_soort(proef: Proef) -> None:
    rij = (
        Notitie(NU + timedelta(minutes=5), "tweede", "g2", 3, NotitieSoort.WENS),
        Notitie(NU, "eerste", "g2"),
        Notitie(NU, "van het andere", "g1", 3),
        Notitie(NU, "los", None, 5),
    )
    proef.begin_met(gesprekken=(INSTELLING, WETHOUDER), notities=rij)
    pagina = proef.toon(GesprekkenPagina, "gesprekken")
    assert pagina.verslag.waarde() == "g2"
    assert teksten(pagina.notities) == ["eerste", "tweede"]
    assert "wens" in pagina.notities.rijen()[1].accessibleName()
    assert "3 Wachtlijsten" in pagina.notities.rijen()[1].accessibleName()
    for plaats, verwacht in enumerate((["van het andere"], ["eerste", "tweede"], ["los"])):
        pagina.verslag.setCurrentIndex(plaats)
        pagina.verslag.activated.emit(plaats)
        assert teksten(pagina.notities) == verwacht
    proef.werkruimte.zet_lopend_gesprek("g1")
    assert pagina.verslag.waarde() == "g1"


def test_in_kaart_staan_de_notities_naast_hun_tekst_en_worden_overgenomen(proef: Proef) -> None:
    rij = tuple(Notitie(NU, f"over {soort.value}", "g1", 3, soort) for soort in NotitieSoort)
    proef.begin_met(gesprekken=(INSTELLING,), notities=rij)
    pagina = proef.toon(InKaartPagina, "in_kaart", breedte=999)
    assert teksten(pagina.notities["knelpunten"]) == ["over knelpunt", "over oorzaak"]
    assert teksten(pagina.notities["wensen"]) == ["over wens"]
    [neem] = [k for k in pagina.notities["wensen"].findChildren(QPushButton) if k.text() == "Overnemen"]
    neem.setFocus()
    neem.click()
    assert proef.venster.focusWidget() is pagina.notities["wensen"].rijen()[0]
    assert pagina.vlakken["wensen"].tekst() == "over wens"
    assert neem.text() == "Staat in de tekst"
    assert not neem.isEnabled()
    assert not pagina.notities["partners"].ongedaan.isVisible()
    pagina.notities["wensen"].ongedaan.click()
    assert proef.scan.in_kaart.wensen == ""
    assert neem.isEnabled()


def test_een_lege_lijst_zegt_hoe_men_begint(lijst: Notitielijst) -> None:
    lijst.toon(Notitiefilter(topic=9))
    assert any(lab.isVisible() and "Enter bewaart" in lab.text() for lab in lijst.findChildren(QLabel))
    assert lijst.aantal() == 0
