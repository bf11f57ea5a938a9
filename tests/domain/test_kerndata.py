"""Sums and periods over kerndata."""

from __future__ import annotations

from datetime import date

import pytest

from vtscan_desktop.domain.kerndata import (
    budget,
    laatste_budgetjaar,
    laatste_formatie,
    periode_tekst,
    wachtlijstreeksen,
)
from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Kerndata,
    WachtlijstRij,
)


@pytest.mark.parametrize(
    ("van", "tot", "tekst"),
    [
        (date(2016, 1, 1), date(2016, 3, 31), "januari t/m maart 2016"),
        (date(2016, 2, 1), date(2016, 2, 29), "februari 2016"),
        (date(2015, 10, 1), date(2016, 3, 31), "oktober 2015 t/m maart 2016"),
        (date(2016, 1, 4), date(2016, 3, 31), "4 januari 2016 t/m 31 maart 2016"),
    ],
)
def test_een_periode_staat_er_in_woorden(van: date, tot: date, tekst: str) -> None:
    assert periode_tekst(van, tot) == tekst


def test_een_budget_telt_op_per_jaar_en_soort_en_is_anders_onbekend() -> None:
    kerndata = Kerndata(
        budget=(
            BudgetRij(2016, 0.1, BudgetSoort.STRUCTUREEL),
            BudgetRij(2016, 0.2, BudgetSoort.STRUCTUREEL),
            BudgetRij(2016, 5, BudgetSoort.TIJDELIJK),
        )
    )
    assert budget(kerndata, 2016, BudgetSoort.STRUCTUREEL) == 0.3
    assert budget(kerndata, 2016) == 5.3
    assert budget(kerndata, 2015) is laatste_budgetjaar(Kerndata()) is None


def test_een_onbekende_formatie_is_niet_nul() -> None:
    dag = date(2016, 4, 1)
    stand = laatste_formatie(Kerndata(formatie=(FormatieRij(dag, FormatieFunctie.VT, 3.5),)), FormatieFunctie.VT)
    assert stand is not None
    assert (stand.vast, stand.tijdelijk) == (3.5, None)
    assert laatste_formatie(Kerndata(), FormatieFunctie.VT) is None


def test_tellingen_vormen_per_soort_een_reeks_op_datum() -> None:
    rijen = (
        WachtlijstRij(date(2016, 2, 1), 2, "Onderzoek "),
        WachtlijstRij(date(2016, 1, 1), 1, "onderzoek"),
        WachtlijstRij(date(2016, 2, 1), 3, "ONDERZOEK"),
    )
    (reeks,) = wachtlijstreeksen(Kerndata(wachtlijst=rijen))
    assert (reeks.wat, reeks.punten) == ("Onderzoek", ((date(2016, 1, 1), 1), (date(2016, 2, 1), 3)))
