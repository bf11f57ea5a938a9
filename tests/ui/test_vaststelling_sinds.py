"""A vaststelling that no longer rests on the same oordelen, in the real window."""

from __future__ import annotations

from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.paginas.categoriedelen import Vaststellingkaart
from vtscan_desktop.ui.werkruimte import Werkruimte
from vtscan_desktop.ui.werkscherm import Werkscherm


def kaart(scherm: Werkscherm) -> Vaststellingkaart:
    scherm.ga_naar("categorie")
    pagina = scherm.pagina("categorie")
    assert isinstance(pagina, CategoriePagina)
    return pagina.vaststelling


def test_a_later_change_is_said_with_a_link_also_after_reopening(
    werkscherm: Werkscherm, voorbeeldsessie: Sessie
) -> None:
    vast = kaart(werkscherm)
    vast.keuze.knop("2").click()
    assert not vast.verschoven.isVisible()
    werkscherm.werkruimte.wijzig_topic(4, oordeel=Oordeel.NIET_OP_ORDE)
    assert vast.verschoven.isVisible()
    assert 'topic <a href="topic-4">4</a> (was op orde, nu niet op orde)' in vast.sinds.text()
    assert "het voorstel (was categorie 2, nu categorie 3)" in vast.sinds.text()
    werkscherm.werkruimte.bewaar_nu()
    weer = Werkruimte(voorbeeldsessie, werkscherm.werkruimte.scan.id, werkscherm.werkruimte.nu, werkscherm)
    opnieuw = weer.verschuiving()
    assert opnieuw is not None
    assert opnieuw.topics == (4,)
    assert "vaststelling_verschoven" in {punt.id for punt in weer.nakijkpunten()}
    weer.sluit()
    vast.sinds.linkActivated.emit("topic-4")
    assert werkscherm.huidig == "topic-4"


def test_giving_it_anew_takes_the_flag_away_and_leaves_motivering_and_categorie(werkscherm: Werkscherm) -> None:
    vast = kaart(werkscherm)
    vast.keuze.knop("2").click()
    vast.motivering.insertPlainText("Zo is besloten.")
    werkscherm.werkruimte.wijzig_topic(4, oordeel=Oordeel.NIET_OP_ORDE)
    vast.opnieuw.click()
    assert not vast.verschoven.isVisible()
    gegeven = werkscherm.werkruimte.scan.vaststelling
    assert gegeven is not None
    assert (gegeven.categorie, gegeven.motivering) == (2, "Zo is besloten.")
    assert gegeven.datum == werkscherm.werkruimte.nu().date()


def test_another_choice_rests_on_the_oordelen_of_now(werkscherm: Werkscherm) -> None:
    vast = kaart(werkscherm)
    vast.keuze.knop("2").click()
    werkscherm.werkruimte.wijzig_topic(4, oordeel=Oordeel.NIET_OP_ORDE)
    vast.keuze.knop("3").click()
    assert not vast.verschoven.isVisible()


def test_a_motivering_is_asked_for_when_it_differs_or_when_there_is_no_voorstel(werkscherm: Werkscherm) -> None:
    vast = kaart(werkscherm)
    vast.keuze.knop("2").click()
    assert not vast.let_op.isVisible()
    werkscherm.werkruimte.wijzig_topic(4, oordeel=Oordeel.NIET_BESPROKEN)
    assert "er is nog geen voorstel" in vast.let_op.text()
    assert vast.let_op.isVisible()
