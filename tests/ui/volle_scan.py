"""IJsselland, filled as full as a scan gets in practice, for tests of what fits on a page."""

from dataclasses import replace
from datetime import UTC, date, datetime

from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Kerndata,
    Notitie,
    NotitieSoort,
    Partij,
    ProcesRij,
    Risicoscan,
    Standpunt,
    TopicZienswijze,
    Wie,
    Zienswijze,
)

WACHT = "meldingen die na triage wachten op overdracht aan een wijkteam"
LANG = Wie("Beleidsadviseur jeugd en veiligheid, ook namens de andere tien gemeenten", "Gemeente Deventer", "Zoë")
_TIJD = datetime(2016, 9, 30, 12, 58, tzinfo=UTC)


def vul(scan: Risicoscan) -> Risicoscan:
    """The scan with long names, large numbers and a row in every table."""
    return replace(
        scan,
        adviseur=LANG,
        gesprekken=(Gesprek("g1", date(2016, 9, 30), GesprekSoort.INSTELLING, (LANG, LANG), "Stadhuis " * 20),),
        notities=tuple(Notitie(_TIJD, "Sluitende afspraken ontbreken nog. " * 9, "g1", 3, s) for s in NotitieSoort),
        zienswijzen=(
            Zienswijze(
                Partij.AMBTENAAR,
                LANG,
                date(2016, 12, 28),
                Standpunt.AKKOORD_MET_OPMERKINGEN,
                "Herkenbaar. " * 30,
                "Verwerkt.",
                (TopicZienswijze(8, "Andere telling " * 10, "Klopt"),),
            ),
        ),
        kerndata=Kerndata(
            515000,
            (BudgetRij(2016, 12345678.9, BudgetSoort.STRUCTUREEL),),
            (
                ProcesRij(date(2016, 1, 1), date(2016, 6, 30), 67890, None, 1234),
                ProcesRij(date(2016, 11, 30), date(2016, 12, 28), 12345, 12345, 12345),
            ),
            (
                FormatieRij(date(2016, 11, 30), FormatieFunctie.VT, 98.76, None),
                FormatieRij(date(2016, 12, 28), FormatieFunctie.VT, 123.45, 12.34),
            ),
            scan.kerndata.wachtlijst + tuple(replace(rij, wat=WACHT) for rij in scan.kerndata.wachtlijst[1:]),
        ),
    )
