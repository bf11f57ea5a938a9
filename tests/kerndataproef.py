"""Kerndata with everything in it: unequal periods, unknown numbers, several kinds of waiting. Made up."""

from __future__ import annotations

from datetime import date

from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Kerndata,
    ProcesRij,
    WachtlijstRij,
)

ONDERZOEKEN = "niet gestarte onderzoeken"
MELDINGEN = "meldingen zonder triage"

VOLLE_KERNDATA = Kerndata(
    510000,
    (
        BudgetRij(2015, 2300000.0, BudgetSoort.STRUCTUREEL),
        BudgetRij(2016, 2560000.0, BudgetSoort.STRUCTUREEL),
        BudgetRij(2016, 400000.0, BudgetSoort.TIJDELIJK),
    ),
    (
        ProcesRij(date(2015, 1, 1), date(2015, 6, 30), 800, 450, 120),
        ProcesRij(date(2015, 7, 1), date(2015, 9, 30), 420, None, 70),
        ProcesRij(date(2015, 10, 1), date(2015, 12, 31), 455, 250, 64),
        ProcesRij(date(2016, 1, 1), date(2016, 3, 31), 470, 300, 80),
    ),
    (
        FormatieRij(date(2015, 11, 30), FormatieFunctie.VT, 30.5, 4.0),
        FormatieRij(date(2016, 1, 1), FormatieFunctie.VT, 31.0, None),
        FormatieRij(date(2016, 4, 1), FormatieFunctie.VT, 33.0, 12.0),
        FormatieRij(date(2015, 11, 30), FormatieFunctie.VERTROUWENSARTS, 0.8, 0.0),
        FormatieRij(date(2016, 4, 1), FormatieFunctie.VERTROUWENSARTS, 1.0, 0.0),
        FormatieRij(date(2015, 11, 30), FormatieFunctie.GEDRAGSWETENSCHAPPER, 0.33, 0.0),
        FormatieRij(date(2016, 4, 1), FormatieFunctie.GEDRAGSWETENSCHAPPER, 0.66, 0.0),
    ),
    (
        WachtlijstRij(date(2014, 12, 31), 30, ONDERZOEKEN),
        WachtlijstRij(date(2015, 3, 31), 22, ONDERZOEKEN),
        WachtlijstRij(date(2015, 6, 30), 17, ONDERZOEKEN),
        WachtlijstRij(date(2015, 9, 30), 45, ONDERZOEKEN),
        WachtlijstRij(date(2015, 12, 31), 33, ONDERZOEKEN),
        WachtlijstRij(date(2015, 3, 31), 12, MELDINGEN),
        WachtlijstRij(date(2015, 6, 30), 28, MELDINGEN),
        WachtlijstRij(date(2015, 12, 31), 9, MELDINGEN),
        WachtlijstRij(date(2015, 12, 31), 14, "crisisopvang"),
    ),
)
"""A scan's kerndata from which every figure can be drawn and every derived figure computed."""
