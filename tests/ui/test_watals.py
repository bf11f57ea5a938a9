"""Wat als, in the real window: it follows at once, it can't be mistaken, and nothing of it stays unless taken over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.risicoscan import Hertoetsuitkomst, Oordeel, ScanStatus, Vaststelling
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.rijlijst import Linktekst
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.werkscherm import Werkscherm


def begin(scherm: Werkscherm) -> CategoriePagina:
    scherm.ga_naar("categorie")
    pagina = scherm.pagina("categorie")
    assert isinstance(pagina, CategoriePagina)
    pagina.watals.click()
    return pagina


def kies(pagina: CategoriePagina, nr: int, waarde: str) -> None:
    """As the user does: by the keys of the list."""
    assert pagina.proefvak is not None
    veld = pagina.proefvak.veld(nr)
    sprong = veld.findData(waarde) - veld.currentIndex()
    toets = Qt.Key.Key_Down if sprong > 0 else Qt.Key.Key_Up
    for _ in range(abs(sprong)):
        QApplication.sendEvent(veld, QKeyEvent(QKeyEvent.Type.KeyPress, toets, Qt.KeyboardModifier.NoModifier))
    assert veld.waarde() == waarde


def chip(scherm: Werkscherm) -> str:
    return scherm.kopbalk.findChild(QPushButton, "voorstel").accessibleName()


def test_voorstel_rules_and_header_follow_a_change_and_the_scan_does_not(werkscherm: Werkscherm) -> None:
    scan = werkscherm.werkruimte.scan
    pagina = begin(werkscherm)
    kies(pagina, 4, "niet_op_orde")
    assert chip(werkscherm) == "Wat als · Voorstel: categorie 3"
    assert "Het voorstel wordt categorie 3; in de scan is het categorie 2." in pagina.verschil.zin.text()
    QCoreApplication.processEvents()  # new rows come into view with the next layout
    regels = [deel.accessibleName() for deel in pagina.uitleg.regels.findChildren(Linktekst) if deel.isVisible()]
    assert "Topics bij: Het zicht op veiligheid is niet op orde" in regels
    assert werkscherm.werkruimte.scan is scan
    kies(pagina, 0, "verscherpt_toezicht")
    assert pagina.proef is not None
    assert pagina.proef.hertoets is Hertoetsuitkomst.VERSCHERPT_TOEZICHT
    kies(pagina, 4, "op_orde")
    assert pagina.verschil.gekozen() == (0,)


def test_it_is_unmistakable_and_the_vaststelling_is_out_of_reach(werkscherm: Werkscherm) -> None:
    pagina = begin(werkscherm)
    assert pagina.balk.isVisible()
    assert not pagina.rol.isAncestorOf(pagina.balk)  # it stays in view however far the page is scrolled
    assert "Wat als" in chip(werkscherm)
    assert not pagina.vaststelling.isVisible()
    assert pagina.voorstel.property("proef") is True
    pagina.balk.klaar.click()
    assert not pagina.balk.isVisible()
    assert pagina.vaststelling.isVisible()
    assert chip(werkscherm) == "Voorstel: categorie 2"


def test_esc_stops_it_from_any_choice(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    pagina = begin(werkscherm)
    kies(pagina, 4, "niet_op_orde")
    assert pagina.proefvak is not None
    qtbot.keyClick(pagina.proefvak.veld(4), Qt.Key.Key_Escape)
    assert pagina.proef is None
    assert pagina.vaststelling.isVisible()
    assert werkscherm.focusWidget() is pagina.watals


def test_leaving_the_page_lets_go_of_it_and_says_so(werkscherm: Werkscherm) -> None:
    scan = werkscherm.werkruimte.scan
    pagina = begin(werkscherm)
    kies(pagina, 4, "niet_op_orde")
    werkscherm.ga_naar(topicstap(4))
    assert pagina.proef is None
    assert werkscherm.werkruimte.scan is scan
    assert chip(werkscherm) == "Voorstel: categorie 2"
    assert "niet bewaard" in werkscherm.meldingregel.tekst()
    werkscherm.ga_naar("categorie")
    assert pagina.vaststelling.isVisible()


def test_closing_keeps_nothing_of_it(werkscherm: Werkscherm, voorbeeldsessie: Sessie) -> None:
    voor = voorbeeldsessie.opslag.lees(werkscherm.werkruimte.scan.id)
    pagina = begin(werkscherm)
    kies(pagina, 4, "niet_op_orde")
    werkscherm.sluit()
    assert voorbeeldsessie.opslag.lees(voor.scan.id) == voor


def test_only_what_is_ticked_is_taken_over_and_one_press_undoes_it(werkscherm: Werkscherm) -> None:
    scan = werkscherm.werkruimte.scan
    pagina = begin(werkscherm)
    for nr, waarde in ((4, "niet_op_orde"), (5, "pril"), (16, "op_orde")):
        kies(pagina, nr, waarde)
    pagina.verschil._regels[5].vinkje.click()
    pagina.verschil.neem_over.click()
    nu = werkscherm.werkruimte.scan
    assert [nu.topic(nr).oordeel for nr in (4, 5, 16)] == [
        Oordeel.NIET_OP_ORDE,
        Oordeel.IN_ONTWIKKELING,
        Oordeel.OP_ORDE,
    ]
    assert pagina.proef is not None  # what was not ticked is still being tried out
    assert pagina.proef.nummers() == (5,)
    assert pagina.terugbalk.isVisible()
    pagina.terugbalk.knop.click()
    assert werkscherm.werkruimte.scan == scan
    assert pagina.terugbalk.isHidden()


def test_undoing_is_no_longer_offered_when_all_of_it_was_changed_since(werkscherm: Werkscherm) -> None:
    pagina = begin(werkscherm)
    kies(pagina, 4, "niet_op_orde")
    pagina.verschil.neem_over.click()
    assert pagina.proef is None
    assert chip(werkscherm) == "Voorstel: categorie 3"
    werkscherm.werkruimte.wijzig_topic(4, oordeel=Oordeel.PRIL)
    assert pagina.terugbalk.isHidden()


def test_a_link_to_a_topic_goes_to_its_choice_on_the_page(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.activateWindow()
    qtbot.waitUntil(werkscherm.isActiveWindow)
    pagina = begin(werkscherm)
    pagina.uitleg.gekozen.emit(topicstap(13))
    assert werkscherm.huidig == "categorie"
    veld = QApplication.focusWidget()
    assert isinstance(veld, KeuzeVeld)
    assert veld.accessibleName() == "Wat als: Sturing en bekostiging"


def test_in_a_scan_on_slot_one_can_try_out_but_not_take_over(werkscherm: Werkscherm) -> None:
    ruimte = werkscherm.werkruimte
    ruimte.wijzig_veld(vaststelling=Vaststelling(2, "", ruimte.nu().date()))
    ruimte.zet_status(ScanStatus.VASTGESTELD)
    scan = ruimte.scan
    pagina = begin(werkscherm)
    kies(pagina, 4, "niet_op_orde")
    assert chip(werkscherm) == "Wat als · Voorstel: categorie 3"
    assert pagina.verschil.neem_over.isHidden()
    assert pagina.balk.klaar.isEnabled()
    assert ruimte.scan is scan


def test_every_choice_has_a_name_and_kern_topics_offer_no_nvt(werkscherm: Werkscherm) -> None:
    pagina = begin(werkscherm)
    assert pagina.proefvak is not None
    velden = pagina.proefvak.findChildren(KeuzeVeld)
    assert len({veld.accessibleName() for veld in velden}) == 18
    assert pagina.proefvak.veld(4).findData("nvt") == -1
    assert pagina.proefvak.veld(7).findData("nvt") >= 0
    QCoreApplication.processEvents()
    assert all(w.accessibleName() or w.text() for w in pagina.findChildren(QPushButton))
    assert isinstance(pagina.balk, QWidget)
