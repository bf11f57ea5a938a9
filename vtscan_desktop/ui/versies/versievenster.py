"""Eerdere versies: how a text once was, what has changed since, and putting it back."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.domain.notatie import format_tijdstip
from vtscan_desktop.domain.tekstversies import Tekstversie, Verschilsoort, omvang, verschil, zeg_verschil
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.zijlijst import Zijlijst
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.verschilbeeld import UITLEG, Verschilbeeld
from vtscan_desktop.ui.werkruimte import Werkruimte

_MAAT = QSize(860, 520)
_TOEN = "U bekijkt een eerdere versie van de scan. De eerdere versies van een tekst ziet u in de scan van nu."
_GEEN_VERSCHIL = "Alleen spaties of nieuwe regels zijn anders dan nu."


class Versievenster(QDialog):
    """The versions of one text, the newest first, each with its difference from the text as it is now.

    After `exec` gave `Accepted`, `gekozen` holds the text to put back; of a scan on slot one only looks (`op_slot`).
    """

    def __init__(
        self,
        naam: str,
        tekst: str,
        versies: tuple[Tekstversie, ...],
        vandaag: date,
        parent: QWidget,
        *,
        op_slot: bool = False,
    ) -> None:
        super().__init__(parent)
        self._op_slot = op_slot
        self.gekozen: str | None = None
        self._tekst = tekst
        self._versies = tuple(versie for versie in versies if versie.tekst != tekst)
        self.setWindowTitle(f"Eerdere versies van: {naam}")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.BREED), t.px(maten.RUIM), t.px(maten.BREED), t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(label(f"Eerdere versies van: {naam}", self, "titel"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.RUIM))
        rij.addWidget(self._maak_lijst(vandaag))
        rij.addLayout(self._maak_rechts(), 1)
        kolom.addLayout(rij, 1)
        kolom.addLayout(self._maak_knoppen())
        if self._versies:
            self.lijst.setCurrentRow(0)
            self.lijst.setFocus()

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to show: no version differs from the text as it is."""
        return not self._versies

    def _maak_lijst(self, vandaag: date) -> Zijlijst:
        self.lijst = Zijlijst("Momenten", self)
        for versie in self._versies:
            dag, _, uur = moment(versie.tijd, vandaag).partition(", ")
            self.lijst.addItem(QListWidgetItem(f"{dag}\n{uur}, {omvang(versie.tekst)}"))
        self.lijst.currentRowChanged.connect(self._toon)
        return self.lijst

    def _maak_rechts(self) -> QVBoxLayout:
        kolom = QVBoxLayout()
        kolom.setSpacing(thema().px(maten.KLEIN))
        self.beeld = Verschilbeeld("Verschil met de tekst van nu", self)
        kolom.addWidget(self.beeld, 1)
        self.samenvatting = label("", self)
        kolom.addWidget(self.samenvatting)
        kolom.addWidget(label(UITLEG, self, "klein"))
        return kolom

    def _maak_knoppen(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(maten.KLEIN))
        rij.addStretch(1)
        sluit = knop("Sluiten", self)
        sluit.clicked.connect(self.reject)
        rij.addWidget(sluit)
        self.terug: QPushButton = knop("Zet deze terug", self, "hoofd")
        self.terug.setToolTip("Ctrl+Z in het veld brengt de tekst van nu weer terug")
        self.terug.setHidden(self._op_slot)
        if not self._op_slot:
            self.terug.clicked.connect(self._zet_terug)
            self.lijst.itemActivated.connect(self._zet_terug)
        rij.addWidget(self.terug)
        return rij

    def _toon(self, nummer: int) -> None:
        stukken = verschil(self._versies[nummer].tekst, self._tekst)
        self.samenvatting.setText(_samenvatting(stukken))
        self.beeld.begin()
        self.beeld.voeg_verschil_toe(stukken)
        self.beeld.klaar()

    def _zet_terug(self) -> None:
        self.gekozen = self._versies[self.lijst.currentRow()].tekst
        self.accept()


def _samenvatting(stukken: tuple[tuple[Verschilsoort, str], ...]) -> str:
    """How much differs, in words: for who does not see the marks."""
    telling = zeg_verschil(stukken)
    return f"Sindsdien: {telling}." if telling else _GEEN_VERSCHIL


def moment(tijd: datetime, vandaag: date) -> str:
    """When, as one says it: "vandaag, 16.04 uur", "gisteren, 9.30 uur", "11 juli 2016, 16.04 uur"."""
    lokaal = tijd.astimezone()
    dag = {0: "vandaag", 1: "gisteren"}.get((vandaag - lokaal.date()).days)
    heel = format_tijdstip(lokaal)
    return f"{dag},{heel.partition(',')[2]}" if dag else heel


def bied_versies_aan(vlak: TekstVlak, werkruimte: Werkruimte) -> str:
    """Let the user see and put back the versions of a text; one sentence when there is nothing to choose from.

    Raises `VtscanFout` when they can't be read.
    """
    if werkruimte.bevroren:
        return _TOEN
    vandaag = werkruimte.nu().astimezone().date()
    versies = werkruimte.versies(vlak.sleutel)
    naam = vlak.accessibleName()
    venster = Versievenster(naam, vlak.tekst(), versies, vandaag, vlak.window(), op_slot=werkruimte.op_slot)
    if venster.leeg:
        venster.deleteLater()
        return f"Er is nog geen eerdere versie van: {naam}."
    venster.setWindowModality(Qt.WindowModality.WindowModal)  # the handleiding can still be read
    venster.exec()
    gekozen = venster.gekozen
    venster.deleteLater()
    if gekozen is not None:
        vlak.vervang(gekozen)
    vlak.setFocus(Qt.FocusReason.OtherFocusReason)
    return ""
