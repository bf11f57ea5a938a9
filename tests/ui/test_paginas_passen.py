"""Every page stands within its column: at 1280x800 and at text sizes up to 200% nothing is cut off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from tests.ui.proefscan import Proef
from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Kerndata,
    Partij,
    ProcesRij,
    Standpunt,
    TopicZienswijze,
    Wie,
    Zienswijze,
)
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.ui.pagina import Pagina
from vtscan_desktop.ui.paginas.gegevens import GegevensPagina
from vtscan_desktop.ui.paginas.gesprekken import GesprekkenPagina
from vtscan_desktop.ui.paginas.kerndata import BudgetPagina, FormatiePagina, ProcesPagina
from vtscan_desktop.ui.paginas.teksten import InKaartPagina, OverallBeeldPagina
from vtscan_desktop.ui.paginas.zienswijzen import ZienswijzenPagina
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

PAGINAS: dict[str, type[Pagina]] = {
    "gegevens": GegevensPagina,
    "gesprekken": GesprekkenPagina,
    "topic-18": BudgetPagina,
    "topic-19": ProcesPagina,
    "topic-20": FormatiePagina,
    "in_kaart": InKaartPagina,
    "overall_beeld": OverallBeeldPagina,
    "zienswijzen": ZienswijzenPagina,
}
LANG = Wie("Beleidsadviseur jeugd en veiligheid, ook namens de andere tien gemeenten", "Gemeente Deventer", "Zoë")


@pytest.fixture
def gevuld(proef: Proef) -> Iterator[Proef]:
    scan = replace(
        lees_scanbestand(voorbeeldscan()).scan,
        id=proef.scan_id,
        adviseur=LANG,
        gesprekken=(Gesprek("g1", date(2016, 9, 30), GesprekSoort.INSTELLING, (LANG, LANG), "Stadhuis " * 20),),
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
            (ProcesRij(date(2016, 11, 30), date(2016, 12, 28), 12345, 12345, 12345),),
            (FormatieRij(date(2016, 12, 28), FormatieFunctie.VT, 123.45, 12.34),),
        ),
    )
    proef.werkruimte.wijzig(scan)
    yield proef
    thema().zet_schaal(1.0)


@pytest.mark.parametrize(("schaal", "breedte"), [(1.0, 694), (2.0, 890)], ids=["100%", "200%"])
def test_op_elke_pagina_staat_alles_in_beeld(gevuld: Proef, schaal: float, breedte: int) -> None:
    """The widths are those of the middle column at 1280x800; large text has it wider, without what is beside it."""
    thema().zet_schaal(schaal)
    for stap, klasse in PAGINAS.items():
        pagina = gevuld.toon(klasse, stap, breedte)
        QApplication.processEvents()
        QApplication.processEvents()
        assert list(te_krap(pagina)) == [], stap
        gevuld.ruim_op()


@pytest.mark.parametrize("stap", PAGINAS)
def test_elk_bedieningselement_heeft_een_naam_en_geen_twee_dezelfde_plek(gevuld: Proef, stap: str) -> None:
    pagina = gevuld.toon(PAGINAS[stap], stap)
    bediening = [w for soort in (QAbstractButton, QComboBox, QLineEdit, QTextEdit) for w in pagina.findChildren(soort)]
    assert [w for w in bediening if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))] == []
    namen = sorted(w.accessibleName() for w in bediening if w.accessibleName())
    assert [a for a, b in pairwise(namen) if a == b] == []
    plekken = sorted(w.objectName() for w in bediening if isinstance(w, QTextEdit | QLineEdit))
    assert "" not in plekken
    assert [a for a, b in pairwise(plekken) if a == b] == []


def te_krap(pagina: Pagina) -> Iterator[str]:
    rol = pagina.rol.viewport()
    for widget in pagina.inhoud.findChildren(QWidget):
        if not widget.isVisible():
            continue
        vak = QRect(widget.mapTo(rol, QPoint()), widget.size())
        wat = f"{type(widget).__name__} {widget.accessibleName() or widget.property('text')!r}"
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QTextEdit | QComboBox) and (
            vak.left() < 0 or vak.right() > rol.width()
        ):
            yield f"{wat} steekt uit"
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.width() < widget.minimumSizeHint().width():
            yield f"{wat} is te smal"
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"{wat} is te laag"
        if isinstance(widget, QTextEdit) and widget.document().size().height() > widget.viewport().height() + 1:
            yield f"{wat} laat een regel weg"
        tekst = widget.currentText() if isinstance(widget, QComboBox) else ""
        tekst = widget.text() if isinstance(widget, QLineEdit) else tekst
        if tekst and widget.fontMetrics().horizontalAdvance(tekst) > widget.width() - 16 * thema().schaal:
            yield f"{wat} laat {tekst!r} niet helemaal zien"
