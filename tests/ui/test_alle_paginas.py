"""Promises that hold for every page of an open scan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, LICHT, Palet
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkscherm import Werkscherm

BEDIENING = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)


def naam_van(widget: QWidget, buddies: set[QWidget]) -> str:
    tekst = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or tekst or ("buddy" if widget in buddies else "")


def zichtbaar(vanaf: QWidget, soorten: type | tuple[type, ...]) -> list[QWidget]:
    return [w for w in vanaf.findChildren(QWidget) if isinstance(w, soorten) and w.isVisible()]


def test_elk_bedieningselement_op_elke_pagina_heeft_een_naam(werkscherm: Werkscherm) -> None:
    naamloos = []
    for stap in werkscherm.stappen:
        werkscherm.ga_naar(stap.id)
        buddies = {b for lab in werkscherm.findChildren(QLabel) if (b := lab.buddy()) is not None}
        for widget in zichtbaar(werkscherm, BEDIENING):
            if not naam_van(widget, buddies).strip() and widget.objectName() != "qt_spinbox_lineedit":
                naamloos.append(f"{stap.id}: {type(widget).__name__} {widget.objectName()}")
    assert naamloos == []


def afgesneden(label: QLabel) -> bool:
    if not label.text() or label.pixmap().width() or label.sizePolicy().horizontalPolicy().name == "Ignored":
        return False
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width())
    return label.width() + 1 < label.minimumSizeHint().width()


@pytest.mark.parametrize("schaal", [1.0, 1.5, 2.0])
def test_op_1280_bij_800_wordt_niets_afgesneden(werkscherm: Werkscherm, schaal: float) -> None:
    begin = werkscherm
    thema().zet_schaal(schaal)
    try:
        scherm = Werkscherm(begin.werkruimte, begin._sessie, None)
        scherm.resize(1280, 800)
        scherm.show()
        fouten = [fout for stap in scherm.stappen for fout in fouten_op(scherm, stap.id)]
        assert scherm.width() == 1280
        assert fouten == []
        scherm.deleteLater()
    finally:
        thema().zet_schaal(1.0)


def fouten_op(scherm: Werkscherm, stap: str) -> list[str]:
    scherm.ga_naar(stap)
    QApplication.processEvents()
    pagina = scherm.pagina(stap)
    rol = pagina.rol.viewport()
    gevonden = []
    for widget in zichtbaar(pagina.inhoud, (*BEDIENING, QLabel)):
        vak = QRect(widget.mapTo(rol, QPoint(0, 0)), widget.size())
        if vak.left() < 0 or vak.right() > rol.width():
            gevonden.append(f"{stap}: {type(widget).__name__} {widget.accessibleName()!r} steekt uit")
        if isinstance(widget, QLabel) and afgesneden(widget):
            gevonden.append(f"{stap}: label {widget.text()[:40]!r} past niet")
        if isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.minimumSizeHint().width():
            gevonden.append(f"{stap}: knop {widget.text()!r} past niet")
        if isinstance(widget, QTextEdit) and widget.document().size().height() > widget.viewport().height() + 2:
            gevonden.append(f"{stap}: tekstvak {widget.accessibleName()!r} past niet")
    return gevonden


def helderheid(kleur: str) -> float:
    def lineair(deel: int) -> float:
        waarde = deel / 255
        return waarde / 12.92 if waarde <= 0.03928 else float(((waarde + 0.055) / 1.055) ** 2.4)

    rood, groen, blauw = (lineair(int(kleur[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("palet", [LICHT, DONKER, HOOG_CONTRAST], ids=lambda p: p.naam)
def test_tekst_heeft_contrast_4_5_en_bediening_3(palet: Palet) -> None:
    tonen = [palet.op_orde, palet.pril, palet.in_ontwikkeling, palet.niet_op_orde, palet.open]
    tekst = [(voor, vlak) for voor in (palet.inkt, palet.gedempt, palet.accent) for vlak in (palet.papier, palet.doek)]
    tekst += [(t.voor, t.achter) for t in tonen] + [(t.voor, palet.papier) for t in tonen]
    tekst += [(palet.op_accent, palet.accent), (palet.accent, palet.accent_zacht), (palet.inkt, palet.accent_zacht)]
    assert min(contrast(a, b) for a, b in tekst) >= 4.5
    assert min(contrast(palet.rand, vlak) for vlak in (palet.papier, palet.doek)) >= 3


def test_typen_gaat_door_terwijl_een_andere_stap_wordt_getoond_en_blijft_staan(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(topicstap(3))
    vlak = werkscherm.pagina(topicstap(3)).eerste_veld()
    assert isinstance(vlak, QTextEdit)
    vlak.insertPlainText("Eerst dit. ")
    werkscherm.ga_naar(topicstap(4))
    werkscherm.ga_naar(topicstap(3))
    assert vlak.toPlainText().startswith("Eerst dit. ")
    assert werkscherm.werkruimte.scan.topic(3).toelichting.startswith("Eerst dit. ")


def test_de_pagina_scrolt_en_de_velden_niet(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(topicstap(3))
    velden = zichtbaar(werkscherm.pagina(topicstap(3)).inhoud, QAbstractScrollArea)
    assert velden
    assert all(not veld.verticalScrollBar().isVisible() for veld in velden)
