"""The ladder: where it stands, what is proposed and why, setting a step, its uitkomst, and the next rung."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.proefscan import Proef, typ
from vtscan_desktop.domain.risicoscan import ActieStatus, Maatwerkactie, MaatwerkSoort, Oordeel
from vtscan_desktop.ui.bouwstenen.rijlijst import Linktekst
from vtscan_desktop.ui.paginas.escalatie import EscalatiePagina
from vtscan_desktop.ui.stappen import ESCALATIE, topicstap
from vtscan_desktop.ui.tabellen.cellen import RegelCel


@pytest.fixture
def pagina(proef: Proef) -> EscalatiePagina:
    """Topic 9 is not op orde; nothing was done about it yet."""
    scan = proef.scan
    proef.werkruimte.wijzig(scan.met_topic(replace(scan.topic(9), oordeel=Oordeel.NIET_OP_ORDE)))
    return proef.toon(EscalatiePagina, ESCALATIE, 940, 700)


def teksten(vak: QWidget) -> list[str]:
    return [deze.text() for deze in vak.findChildren(QLabel) if deze.isVisible()]


def test_de_ladder_toont_elke_trede_van_hoog_naar_laag_met_haar_stand_in_woorden(pagina: EscalatiePagina) -> None:
    getoond = [t for t in teksten(pagina.ladder) if t]
    assert getoond == [
        "De ladder, van hoog naar laag",
        "Trede 4: Bewindspersonen",
        "Nog niet gezet (§ 1.2)",
        "Trede 3: VNG, bestuurlijk",
        "Nog niet gezet (§ 1.2)",
        "Trede 2: VNG, ambtelijk",
        "Nog niet gezet (§ 1.2)",
        "Trede 1: Adviesgesprekken met instelling en wethouder",
        "Nog niet gezet, nu voorgesteld (§ 1.2, § 1.4)",
    ]


def test_het_voorstel_zegt_waarom_met_bron_en_dat_een_mens_beslist(pagina: EscalatiePagina) -> None:
    alles = " ".join(teksten(pagina))
    assert "Visie op de positie (kerntopic 9) is niet op orde." in alles
    assert "Basis op orde, § 1.2" in alles
    assert "een eigen uitwerking. U beslist." in alles
    gegaan: list[str] = []
    pagina.naar_stap.connect(gegaan.append)
    [link] = [deze for deze in pagina.redenen.findChildren(Linktekst) if "topic-9" in deze.text()]
    link.linkActivated.emit(topicstap(9))
    assert gegaan == [topicstap(9)]


def test_van_voorstel_naar_stap_naar_uitkomst_naar_de_volgende_trede(proef: Proef, pagina: EscalatiePagina) -> None:
    pagina.zet.setFocus()
    QTest.keyClick(pagina.zet, Qt.Key.Key_Space)
    assert proef.scan.maatwerkacties == (
        Maatwerkactie(MaatwerkSoort.ADVIESGESPREK_INSTELLING, aanleiding=9),
        Maatwerkactie(MaatwerkSoort.ADVIESGESPREK_WETHOUDER, aanleiding=9),
    )
    assert pagina.zet.isHidden()
    assert pagina.zin.text().startswith("Spreek eerst een dag af")
    veld = QApplication.focusWidget()
    assert isinstance(veld, RegelCel)  # the day of the new step
    typ(veld, "1-7-2016")
    assert proef.scan.maatwerkacties[0].termijn == date(2016, 7, 1)
    stappen = tuple(
        replace(m, termijn=date(2016, 7, 1), status=ActieStatus.GEREED, uitkomst="Geen toezegging")
        for m in proef.scan.maatwerkacties
    )
    proef.werkruimte.wijzig_veld(maatwerkacties=stappen)
    assert pagina.zin.text() == "Voorstel: trede 2, gesprek door de VNG, ambtelijk."
    assert "Uitkomst: Geen toezegging" in teksten(pagina.ladder)
    pagina.zet.click()
    assert proef.scan.maatwerkacties[-1] == Maatwerkactie(MaatwerkSoort.VNG_AMBTELIJK, aanleiding=9)
    assert proef.heropen().maatwerkacties[:2] == stappen


def test_een_stap_zonder_uitkomst_is_te_laat_naar_de_klok_van_vandaag(proef: Proef, pagina: EscalatiePagina) -> None:
    stap = Maatwerkactie(MaatwerkSoort.VNG_AMBTELIJK, aanleiding=9, termijn=date(2016, 7, 10))
    proef.werkruimte.wijzig_veld(maatwerkacties=(stap,))
    regels = teksten(pagina.ladder)
    assert "Te laat, zonder uitkomst (§ 1.2)" in regels
    assert "Gesprek door de VNG, ambtelijk · om topic 9 · uiterlijk 10 juli 2016, één dag te laat · open" in regels
    assert pagina.zin.text() == "Voorstel: trede 3, gesprek door de VNG, bestuurlijk."
    proef.werkruimte.wijzig_veld(maatwerkacties=(replace(stap, termijn=date(2016, 7, 11)),))
    assert "Loopt (§ 1.2)" in teksten(pagina.ladder)


def test_wie_typt_verliest_zijn_plek_niet_als_de_ladder_meeverandert(proef: Proef, pagina: EscalatiePagina) -> None:
    pagina.tabel.toevoegen.click()
    rij = pagina.tabel.rij(0)
    uitkomst = next(i for i, k in enumerate(pagina.tabel.soort.kolommen) if k.sleutel == "uitkomst")
    proef.werkruimte.wijzig_veld(maatwerkacties=(Maatwerkactie(MaatwerkSoort.BEWINDSPERSOON, omschrijving="Brief"),))
    rij = pagina.tabel.rij(0)
    typ(rij.veld(uitkomst), "Toegezegd")
    assert rij.veld(uitkomst).hasFocus()
    assert proef.scan.maatwerkacties[0].uitkomst == "Toegezegd"
