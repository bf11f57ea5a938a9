"""The categorie page: the machine's voorstel and the adviser's vaststelling side by side, neither touching."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.risicoscan import Hertoets, Hertoetsuitkomst, Oordeel, Risicoscan, Vaststelling
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.rijlijst import Beeldlabel, Lijst, Linktekst, Rijvak
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.paginas.categorieteksten import stapmarkering
from vtscan_desktop.ui.stappen import CATEGORIE, maak_stappen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

NU = datetime.fromisoformat("2016-07-12T10:00:00+02:00")
KERN = (1, 3, 4, 5, 9, 12, 13, 14, 15)


@pytest.fixture
def ruimte(sessie: Sessie) -> Iterator[Werkruimte]:
    """A fresh copy of IJsselland, open."""
    houder = QObject()
    scan_id = sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.KOPIE)
    werkruimte = Werkruimte(sessie, scan_id, lambda: NU, houder)
    yield werkruimte
    werkruimte.sluit()


def _pagina(houder: QWidget, ruimte: Werkruimte) -> CategoriePagina:
    stap = next(s for s in maak_stappen(laad_format()) if s.id == CATEGORIE)
    pagina = CategoriePagina(stap, ruimte, houder)
    pagina.sluit_af(None, None)
    pagina.resize(houder.size())
    pagina.show()
    pagina.ververs()
    QCoreApplication.processEvents()
    ruimte.gewijzigd.connect(pagina.ververs)
    return pagina


def _teksten(lijst: Lijst) -> str:
    QCoreApplication.processEvents()  # new rows come into view with the next layout
    return "\n".join(
        deel.text() for rij in lijst.findChildren(Rijvak) if not rij.isHidden() for deel in rij.findChildren(QLabel)
    )


def _afgesneden(pagina: QWidget) -> list[str]:
    return [
        deel.text()
        for deel in pagina.findChildren(QLabel)
        if deel.isVisible() and deel.wordWrap() and deel.height() < deel.heightForWidth(deel.width())
    ]


def _leeg(ruimte: Werkruimte, **oordelen: Oordeel) -> None:
    """An empty scan in its place, with some oordelen (t4=...)."""
    scan = Risicoscan(ruimte.scan.id, "ijsselland", date(2016, 7, 11))
    for naam, oordeel in oordelen.items():
        nr = int(naam[1:])
        scan = scan.met_topic(replace(scan.topic(nr), oordeel=oordeel))
    ruimte.wijzig(scan)


def test_the_example_shows_voorstel_2_with_its_reasons(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    assert "topic 16" in pagina.voorstel.zin.text()
    standen = [vak.property("stand") for vak in pagina.voorstel.findChildren(QFrame) if vak.property("stand")]
    assert standen == ["niet", "voorstel2", "niet"]
    waarom = _teksten(pagina.uitleg.regels)
    assert "Zes kerntopics zijn nog in ontwikkeling" in waarom
    assert "§ 1.2" in waarom
    assert "Systeemgerichte gezinsaanpak telt als niet op orde" in _teksten(pagina.uitleg.lager)
    assert "categorie 3" in _teksten(pagina.uitleg.verandert)
    assert "Topic 16" in _teksten(pagina.uitleg.open)


def test_every_topic_link_jumps_to_its_step(qtbot: QtBot, houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    for lijst, stap in (
        (pagina.uitleg.regels, "topic-13"),
        (pagina.uitleg.lager, "topic-7"),
        (pagina.uitleg.verandert, "topic-4"),
    ):
        link = next(d for d in lijst.findChildren(Linktekst) if f'href="{stap}"' in d.text())
        with qtbot.waitSignal(pagina.naar_stap) as sein:
            link.linkActivated.emit(stap)
        assert sein.args == [stap]


def test_the_many_topics_of_a_rule_are_shown_on_request(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    meer = next(d for d in pagina.uitleg.regels.findChildren(Linktekst) if ">bekijk<" in d.text())
    rest = next(d for d in pagina.uitleg.regels.findChildren(Linktekst) if "Visie op positionering" in d.text())
    assert rest.isHidden()
    meer.linkActivated.emit("meer")
    assert not rest.isHidden()


def test_a_range_shows_every_categorie_that_is_still_possible(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    _leeg(ruimte)
    standen = [vak.property("stand") for vak in pagina.voorstel.findChildren(QFrame) if vak.property("stand")]
    assert standen == ["mogelijk"] * 3
    assert ruimte.beoordeling.voorstel.voorstel is None


def test_a_hertoets_that_holds_the_voorstel_is_said(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    ruimte.wijzig_veld(hertoets=Hertoets(Hertoetsuitkomst.VERSCHERPT_TOEZICHT))
    assert 'href="topic-2"' in _teksten(pagina.uitleg.verandert)


def test_choosing_a_categorie_leaves_the_voorstel_alone_and_dates_itself(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    voor = ruimte.beoordeling.voorstel
    pagina.vaststelling.keuze.knop("3").click()
    assert ruimte.scan.vaststelling == Vaststelling(3, "", NU.date())
    assert ruimte.beoordeling.voorstel == voor


def test_a_worse_oordeel_changes_the_voorstel_and_leaves_the_vaststelling_alone(
    houder: QWidget, ruimte: Werkruimte
) -> None:
    pagina = _pagina(houder, ruimte)
    pagina.vaststelling.keuze.knop("2").click()
    ruimte.wijzig_topic(4, oordeel=Oordeel.NIET_OP_ORDE)
    assert ruimte.beoordeling.voorstel.voorstel == 3
    assert ruimte.scan.vaststelling is not None
    assert ruimte.scan.vaststelling.categorie == 2
    assert not pagina.vaststelling.let_op.isHidden()


def test_the_warning_stands_while_a_motivering_is_owed(houder: QWidget, ruimte: Werkruimte) -> None:
    kaart = _pagina(houder, ruimte).vaststelling
    kaart.keuze.knop("2").click()
    assert kaart.let_op.isHidden()
    kaart.keuze.knop("1").click()
    assert not kaart.let_op.isHidden()
    kaart.motivering.insertPlainText("De gemeenten hebben besloten.")
    assert kaart.let_op.isHidden()
    assert ruimte.scan.vaststelling is not None
    assert ruimte.scan.vaststelling.motivering == "De gemeenten hebben besloten."


def test_a_motivering_outlives_not_having_decided_and_a_restart(
    houder: QWidget, ruimte: Werkruimte, sessie: Sessie
) -> None:
    kaart = _pagina(houder, ruimte).vaststelling
    kaart.motivering.insertPlainText("Eerst nog bellen.")
    kaart.datum.setText("12 ju")
    kaart.datum.textEdited.emit("12 ju")
    assert ruimte.scan.vaststelling is None
    ruimte.bewaar_nu()
    opnieuw = Werkruimte(sessie, ruimte.scan.id, lambda: NU, houder)
    weer = _pagina(houder, opnieuw).vaststelling
    assert weer.motivering.tekst() == "Eerst nog bellen."
    assert weer.datum.tekst() == "12 ju"
    weer.keuze.knop("2").click()
    weer.keuze.knop("").click()
    assert weer.motivering.tekst() == "Eerst nog bellen."
    opnieuw.sluit()


def test_nothing_a_user_typed_acts_as_markup(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    for deel in pagina.uitleg.signalen.findChildren(QLabel):
        if not isinstance(deel, Linktekst | Beeldlabel):
            assert deel.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("nr", KERN)
def test_a_single_step_names_its_topic_with_a_link(ruimte: Werkruimte, nr: int) -> None:
    alles = {f"t{n}": Oordeel.OP_ORDE for n in range(1, 18)} | {f"t{nr}": Oordeel.PRIL}
    _leeg(ruimte, **alles)
    stap = ruimte.beoordeling.onderbouwing.omhoog
    assert stap is not None
    html = stapmarkering(stap, laad_format())
    assert html.count("<a ") == 1
    assert f'href="topic-{nr}"' in html


def test_what_stays_the_same_on_the_page_is_not_made_anew(houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    ruimte.wijzig_topic(4, oordeel=Oordeel.NIET_OP_ORDE)
    ruimte.wijzig_topic(4, oordeel=Oordeel.OP_ORDE)
    rijen = pagina.uitleg.regels.findChildren(Rijvak)
    assert rijen
    pagina.ververs()
    assert pagina.uitleg.regels.findChildren(Rijvak) == rijen


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_every_control_has_a_name_and_nothing_is_cut_off(
    qtbot: QtBot, houder: QWidget, ruimte: Werkruimte, schaal: float
) -> None:
    thema().zet_schaal(schaal)
    try:
        pagina = _pagina(houder, ruimte)
        qtbot.waitUntil(lambda: not _afgesneden(pagina))
        assert pagina.inhoud.minimumSizeHint().width() <= pagina.rol.viewport().width()
        for deel in pagina.findChildren(QWidget):
            if isinstance(deel, QPushButton | QLineEdit | QTextEdit):
                assert deel.accessibleName() or getattr(deel, "text", str)(), deel
            if isinstance(deel, QPushButton) and deel.isVisible() and deel.text():
                assert deel.width() >= deel.minimumSizeHint().width(), deel.text()
    finally:
        thema().zet_schaal(1.0)


def test_a_closed_page_is_freed(qtbot: QtBot, houder: QWidget, ruimte: Werkruimte) -> None:
    pagina = _pagina(houder, ruimte)
    zwak = ref(pagina)
    with qtbot.waitSignal(pagina.destroyed):
        pagina.deleteLater()
    del pagina
    assert zwak() is None
