"""The pages with figures and the one with zienswijzen."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.proefscan import Proef, toets, typ
from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Partij,
    ProcesRij,
    Standpunt,
    TopicZienswijze,
    Wie,
    Zienswijze,
)
from vtscan_desktop.ui.paginas.kerndata import BudgetPagina, FormatiePagina, ProcesPagina
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.zienswijzen import ZienswijzenPagina
from vtscan_desktop.ui.tabellen.tabel import RijenTabel


def cel(tabel: RijenTabel, rij: int, sleutel: str) -> Any:
    return tabel.rij(rij).cel(next(i for i, k in enumerate(tabel.soort.kolommen) if k.sleutel == sleutel))


def kies(veld: Any, waarde: str) -> None:
    veld.setFocus()
    while veld.tekst() != waarde:
        voor = veld.tekst()
        toets(veld, Qt.Key.Key_Down)
        assert veld.tekst() != voor, f"{waarde} staat niet in de lijst"


def tekst_van(pagina: Pagina) -> str:
    return " ".join(w.text() for w in pagina.findChildren(QLabel) if w.isVisible())


def test_budget_en_inwoners_geven_een_bedrag_per_duizend(proef: Proef) -> None:
    pagina = proef.toon(BudgetPagina, "topic-18")
    assert "18  Structurele budget VT 2016" in tekst_van(pagina)
    pagina.tabel.toevoegen.click()
    typ(cel(pagina.tabel, 0, "jaar"), "2016")
    typ(cel(pagina.tabel, 0, "bedrag"), "2.560.000")
    assert "Niet te berekenen: het aantal inwoners ontbreekt." in tekst_van(pagina)
    assert pagina.figuren.vakken == []
    typ(pagina.inwoners, "500.000")
    assert "Budget per 1.000 inwoners, 2016 €\u00a05.120 " in tekst_van(pagina)
    assert "Budget van 2016 (€\u00a02.560.000) ÷ 500.000 inwoners ×\u00a01.000." in tekst_van(pagina)
    assert "binnen de bandbreedte van €\u00a03.375 tot €\u00a08.399" in tekst_van(pagina)
    assert "2016: €\u00a05.120, binnen de bandbreedte" in pagina.figuren.vakken[0].vlak.accessibleDescription()
    typ(pagina.toelichting, "Bron: begroting")
    scan = proef.heropen()
    assert scan.kerndata.budget == (BudgetRij(2016, 2560000.0, BudgetSoort.STRUCTUREEL),)
    assert scan.kerndata.inwoners == 500000
    assert scan.topic(18).toelichting == "Bron: begroting"


def test_nul_inwoners_is_geen_aantal_maar_blijft_wel_staan(proef: Proef) -> None:
    pagina = proef.toon(BudgetPagina, "topic-18")
    typ(pagina.inwoners, "0")
    pagina.toelichting.setFocus()
    assert "minstens 1" in pagina.inwoners.fout.text()
    assert proef.heropen().kerndata.inwoners is None
    assert proef.toon(BudgetPagina, "topic-18").inwoners.tekst() == "0"


def test_primair_proces_houdt_onbekend_uit_elkaar_van_nul(proef: Proef) -> None:
    pagina = proef.toon(ProcesPagina, "topic-19")
    pagina.tabel.toevoegen.click()
    typ(cel(pagina.tabel, 0, "van"), "1-1-2016")
    typ(cel(pagina.tabel, 0, "tot"), "31-3-2016")
    typ(cel(pagina.tabel, 0, "meldingen"), "1.234")
    typ(cel(pagina.tabel, 0, "onderzoeken"), "0")
    assert "Niet te berekenen: het aantal adviesvragen in januari t/m maart 2016 ontbreekt." in tekst_van(pagina)
    assert "0 onderzoeken ÷ 1.234 meldingen." in tekst_van(pagina)
    verwacht = ProcesRij(date(2016, 1, 1), date(2016, 3, 31), 1234, None, 0)
    assert proef.heropen().kerndata.primair_proces == (verwacht,)


def test_een_periode_die_eindigt_voor_ze_begint_telt_niet_mee_en_blijft_staan(proef: Proef) -> None:
    pagina = proef.toon(ProcesPagina, "topic-19")
    pagina.tabel.toevoegen.click()
    typ(cel(pagina.tabel, 0, "van"), "1-1-2016")
    typ(cel(pagina.tabel, 0, "tot"), "31-12-2015")
    pagina.toelichting.setFocus()
    assert "De einddatum ligt voor de begindatum." in tekst_van(pagina)
    assert proef.heropen().kerndata.primair_proces == ()
    assert cel(proef.toon(ProcesPagina, "topic-19").tabel, 0, "tot").tekst() == "31-12-2015"


def test_formatie_met_komma_en_zonder_tijdelijk(proef: Proef) -> None:
    pagina = proef.toon(FormatiePagina, "topic-20")
    pagina.tabel.toevoegen.click()
    typ(cel(pagina.tabel, 0, "peildatum"), "1-7-2016")
    kies(cel(pagina.tabel, 0, "functie"), "vertrouwensarts")
    typ(cel(pagina.tabel, 0, "vast"), "0,8")
    assert "Vertrouwensarts op 1 juli 2016: 0,8 fte vast." in tekst_van(pagina)
    verwacht = FormatieRij(date(2016, 7, 1), FormatieFunctie.VERTROUWENSARTS, 0.8, None)
    assert proef.heropen().kerndata.formatie == (verwacht,)


def test_een_volledige_zienswijze_komt_in_de_database(proef: Proef) -> None:
    pagina = proef.toon(ZienswijzenPagina, "zienswijzen")
    assert "Nog niet ontvangen: instelling." in tekst_van(pagina)
    tabel = pagina.tabel
    tabel.toevoegen.click()
    kies(cel(tabel, 0, "partij"), "instelling")
    QApplication.processEvents()
    assert "Nog niet ontvangen: ambtenaar." in tekst_van(pagina)
    kies(cel(tabel, 0, "standpunt"), "akkoord_met_opmerkingen")
    typ(cel(tabel, 0, "datum"), "1-8-2016")
    typ(cel(tabel, 0, "functie"), "Directeur")
    typ(cel(tabel, 0, "organisatie"), "Veilig Thuis IJsselland")
    typ(cel(tabel, 0, "tekst"), "Herkenbaar.\nTwee opmerkingen.")
    typ(cel(tabel, 0, "antwoord"), "Verwerkt.")
    per = cel(tabel, 0, "per_topic").genest
    per.toevoegen.click()
    typ(cel(per, 0, "tekst"), "Andere telling")
    kies(cel(per, 0, "nr"), "3")
    assert proef.heropen().zienswijzen == (
        Zienswijze(
            Partij.INSTELLING,
            Wie("Directeur", "Veilig Thuis IJsselland"),
            date(2016, 8, 1),
            Standpunt.AKKOORD_MET_OPMERKINGEN,
            "Herkenbaar.\nTwee opmerkingen.",
            "Verwerkt.",
            (TopicZienswijze(3, "Andere telling"),),
        ),
    )


def test_een_zienswijze_zonder_partij_en_een_opmerking_zonder_topic_blijven_staan(proef: Proef) -> None:
    tabel = proef.toon(ZienswijzenPagina, "zienswijzen").tabel
    tabel.toevoegen.click()
    typ(cel(tabel, 0, "tekst"), "Van wie is dit?")
    per = cel(tabel, 0, "per_topic").genest
    per.toevoegen.click()
    typ(cel(per, 0, "tekst"), "Bij welk topic?")
    assert proef.heropen().zienswijzen == ()
    tabel = proef.toon(ZienswijzenPagina, "zienswijzen").tabel
    assert cel(tabel, 0, "tekst").tekst() == "Van wie is dit?"
    assert cel(cel(tabel, 0, "per_topic").genest, 0, "tekst").tekst() == "Bij welk topic?"
    kies(cel(tabel, 0, "partij"), "wethouder")
    assert proef.scan.zienswijzen == (Zienswijze(Partij.WETHOUDER, tekst="Van wie is dit?"),)
