"""Versies: every report that was made of a scan, what it was made from, and what has changed since."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.domain.benamingen import EDITIENAAM
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_tijdstip, hoofdletter
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.scanverschil import tel_wijzigingen, vergelijk_scans
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.scanversies import Rapportversie, Scanversies, Statuswijziging, Versiesleutel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_bestand, kies_doel
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.rijlijst import Lijst, Rij
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.zijlijst import Zijlijst
from vtscan_desktop.ui.teksten import SCANSTATUS, vingerafdruk_in_groepen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.verschilbeeld import UITLEG, Verschilbeeld
from vtscan_desktop.ui.versies.versievenster import moment
from vtscan_desktop.ui.werkruimte import Werkruimte

_MAAT = QSize(1000, 640)
_BEELDHOOGTE = 220
"""Least height of what is different, in px at 100%; where that doesn't fit, all beside the list scrolls."""
_NU = "nu"
_GEEN = (
    "Er is nog geen rapport van deze scan gemaakt. Bij elk rapport legt het programma de scan vast zoals die dan is. "
    "Hier ziet u later wat er sindsdien is gewijzigd."
)
_GELIJK = "Er is niets gewijzigd."
_KORT = {Editie.BESTUURLIJK.value: "bestuurlijk", Editie.VOLLEDIG.value: "intern"}


def versienaam(versie: Rapportversie) -> str:
    """Which version it is: "Versie 2, bestuurlijke editie"."""
    return f"Versie {versie.versie}, {EDITIENAAM[Editie(versie.editie)]}"


class Scanversievenster(QDialog):
    """The versions of a scan, the newest first. `openen` carries the `Versiesleutel` of one to look back at."""

    openen = Signal(object)
    naar_rapport = Signal()
    """Asks for the step where a report is made."""

    def __init__(self, werkruimte: Werkruimte, versies: Scanversies, parent: QWidget) -> None:
        super().__init__(parent)
        self._ruimte = werkruimte
        self._versies = versies
        self._vandaag = werkruimte.nu().astimezone().date()
        self._rijen = versies.van(werkruimte.scan.id)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Versies van deze scan")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(*[t.px(maten.BREED)] * 4)
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(label("Versies van deze scan", self, "titel"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.RUIM))
        rij.addWidget(self._maak_lijst())
        self._bladen = QStackedWidget(self)
        self._bladen.addWidget(self._maak_versieblad())
        self._bladen.addWidget(self._maak_statusblad())
        rij.addWidget(self._bladen, 1)
        kolom.addLayout(rij, 1)
        self.melding = label("", self, "klein")
        self.melding.hide()
        kolom.addWidget(self.melding)
        knoppen = QHBoxLayout()
        self.controle = knop("Controleer een PDF…", self, icoon="schild")
        self.controle.setToolTip("Zoekt uit of een bestand precies een van deze rapporten is")
        self.controle.clicked.connect(self._kies_pdf)
        knoppen.addWidget(self.controle)
        knoppen.addStretch(1)
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.close)
        knoppen.addWidget(sluiten)
        kolom.addLayout(knoppen)
        self.lijst.setCurrentRow(0)
        self.lijst.setFocus()

    @property
    def gekozen(self) -> Rapportversie | None:
        """The version shown; None while the changes of status are."""
        nummer = self.lijst.currentRow()
        return self._rijen[nummer] if 0 <= nummer < len(self._rijen) else None

    def _maak_lijst(self) -> Zijlijst:
        self.lijst = Zijlijst("Versies", self)
        for versie in self._rijen:
            wat = f"Versie {versie.versie}, {_KORT[versie.editie]}"
            self.lijst.addItem(QListWidgetItem(f"{wat}\n{moment(versie.gemaakt, self._vandaag)}"))
        self.lijst.addItem(QListWidgetItem("Verloop van de status"))
        self.lijst.currentRowChanged.connect(self._bij_keuze)
        return self.lijst

    def _maak_versieblad(self) -> QWidget:
        rol = Rolvak(self)
        blad = rol.vlak
        kolom = QVBoxLayout(blad)
        kolom.setContentsMargins(0, 0, thema().px(maten.KLEIN), 0)
        kolom.setSpacing(thema().px(maten.KLEIN))
        self.naam = label("", blad, "kop")
        kolom.addWidget(self.naam)
        self.gewist = label("", blad, "let_op")
        kolom.addWidget(self.gewist)
        rij = Stroom(tussen=thema().px(maten.KLEIN), regel=thema().px(maten.KLEIN))
        self.inzien = knop("Open om te lezen", blad)
        self.inzien.clicked.connect(self._bij_open)
        self.bewaar = knop("Bewaar als scan…", blad)
        self.bewaar.setToolTip("De scan zoals die toen was, als .vtscan-bestand")
        self.bewaar.clicked.connect(self._kies_doel)
        for deze in (self.inzien, self.bewaar):
            rij.addWidget(deze)
        kolom.addLayout(rij)
        self.tegen = KeuzeVeld("Vergeleken met", [], blad)
        self.tegen.veranderd.connect(self._toon_verschil)
        kolom.addWidget(label("Wat er is gewijzigd tot en met", blad, "kop", buddy=self.tegen))
        kolom.addWidget(self.tegen)
        self.samenvatting = label("", blad)
        kolom.addWidget(self.samenvatting)
        self.beeld = Verschilbeeld("Wat er is gewijzigd", blad)
        self.beeld.setMinimumHeight(thema().px(_BEELDHOOGTE))
        kolom.addWidget(self.beeld, 1)
        kolom.addWidget(label(UITLEG, blad, "klein"))
        self.feiten = label("", blad, "klein")
        self.feiten.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kolom.addWidget(self.feiten)
        return rol

    def _bij_rapport(self) -> None:
        self.accept()
        self.naar_rapport.emit()

    def _maak_statusblad(self) -> QWidget:
        blad = QWidget(self)
        kolom = QVBoxLayout(blad)
        kolom.setContentsMargins(0, 0, 0, 0)
        if not self._rijen:
            kolom.addWidget(label(_GEEN, blad, "gedempt"))
            self.maak = knop("Naar Rapport", blad)
            self.maak.clicked.connect(self._bij_rapport)
            kolom.addWidget(self.maak, 0, Qt.AlignmentFlag.AlignLeft)
        self.status = Lijst("Verloop van de status", blad)
        wijzigingen = self._versies.statuswijzigingen(self._ruimte.scan.id)
        self.status.toon(tuple(_statusrij(wijziging, self._vandaag) for wijziging in wijzigingen))
        kolom.addWidget(self.status)
        if not wijzigingen:
            nu = SCANSTATUS[self._ruimte.scan.status]
            kolom.addWidget(label(f"De status is niet gewijzigd: de scan is {nu}.", blad, "gedempt"))
        kolom.addStretch(1)
        return blad

    def _bij_keuze(self, _nummer: int) -> None:
        versie = self.gekozen
        self._bladen.setCurrentIndex(int(versie is None))
        if versie is None:
            return
        self.naam.setText(versienaam(versie))
        self.feiten.setText(_feiten(versie))
        self.gewist.setText(versie.gewist)
        self.gewist.setVisible(bool(versie.gewist))
        self.tegen.clear()
        self.tegen.addItem("nu", _NU)
        for nummer, ander in enumerate(self._rijen):
            if ander is not versie and ander.gemaakt >= versie.gemaakt:
                self.tegen.addItem(f"{versienaam(ander)[:1].lower()}{versienaam(ander)[1:]}", str(nummer))
        self._toon_verschil(_NU)

    def _toon_verschil(self, tegen: str) -> None:
        versie = self.gekozen
        if versie is None:
            return
        try:
            toen = self._versies.lees(versie.sleutel)
            nu = self._ruimte.scan if tegen == _NU else self._versies.lees(self._rijen[int(tegen)].sleutel)
        except VtscanFout as fout:
            self._zet_leesbaar(False)
            self.samenvatting.setText(str(fout))
            self.beeld.toon_groepen((), "")
            return
        self._zet_leesbaar(True)
        groepen = vergelijk_scans(toen, nu, self._ruimte.format, regionaam)
        aantal = tel_wijzigingen(groepen)
        self.samenvatting.setText(hoofdletter(f"{telling(aantal, 'wijziging', 'wijzigingen')}.") if aantal else "")
        self.beeld.toon_groepen(groepen, _GELIJK)

    def _zet_leesbaar(self, leesbaar: bool) -> None:
        """What can be done with a version whose scan was kept, or was not."""
        for deze in (self.inzien, self.bewaar):
            deze.setEnabled(leesbaar)

    def _bij_open(self) -> None:
        if (versie := self.gekozen) is not None:
            self.close()
            self.openen.emit(versie.sleutel)

    def _kies_doel(self) -> None:
        versie, scan = self.gekozen, self._ruimte.scan
        if versie is None:
            return
        naam = f"risicoscan-{scan.regio}-{scan.peildatum.isoformat()}-versie-{versie.versie}.vtscan"
        pad = kies_doel(self, "Bewaar deze versie", documentenmap() / naam, "Risicoscan (*.vtscan *.json)")
        if pad is not None:
            self.bewaar_als(versie.sleutel, pad)

    def bewaar_als(self, sleutel: Versiesleutel, pad: Path) -> None:
        """Write a version to a file (an existing one was confirmed by the file dialog)."""
        voer_uit(
            partial(_exporteer, self._versies, sleutel, pad), self, klaar=self._bij_bewaard, mislukt=self._bij_fout
        )

    def _kies_pdf(self) -> None:
        pad = kies_bestand(self, "Controleer een PDF", documentenmap(), "PDF (*.pdf)")
        if pad is not None:
            self.controleer(pad)

    def controleer(self, pad: Path) -> None:
        """Find out whether a file is the report of one of these versions, to the last byte."""
        werk = partial(_herken, self._versies, self._ruimte.scan.id, pad)
        voer_uit(werk, self, klaar=self._bij_herkend, mislukt=self._bij_fout)

    def _bij_herkend(self, uitkomst: tuple[Path, Rapportversie | None]) -> None:
        pad, versie = uitkomst
        if versie is None:
            self._zeg(
                f"{pad.name} is geen van deze rapporten, of het is daarna gewijzigd of medeondertekend. Met “Controleer"
                " een rapport” op de startpagina ziet u wat er met de handtekeningen is.",
                "let_op",
            )
            return
        self.lijst.setCurrentRow(self._rijen.index(versie))
        self._zeg(f"{pad.name} is precies {versienaam(versie)[:1].lower()}{versienaam(versie)[1:]}.", "melding")

    def _bij_bewaard(self, pad: Path) -> None:
        self._zeg(f"De scan zoals die toen was, staat in {pad.name}.", "melding")

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._zeg(str(fout), "fout")

    def _zeg(self, zin: str, soort: str) -> None:
        zet_eigenschap(self.melding, "soort", soort)
        self.melding.setText(zin)
        self.melding.show()


def _feiten(versie: Rapportversie) -> str:
    delen = [f"Gemaakt op {format_tijdstip(versie.gemaakt.astimezone())}"]
    if versie.bestandsnaam:
        delen[0] += f", als {versie.bestandsnaam}"
    delen.append(f"Kenmerk van het bestand (SHA-256): {vingerafdruk_in_groepen(versie.sha256)}")
    if versie.vingerafdruk:
        delen.append(f"Ondertekend met de identiteit met vingerafdruk {vingerafdruk_in_groepen(versie.vingerafdruk)}")
    return "\n".join(delen)


def _statusrij(wijziging: Statuswijziging, vandaag: date) -> Rij:
    kop = hoofdletter(f"{SCANSTATUS[wijziging.van]} werd {SCANSTATUS[wijziging.naar]}")
    wie = (
        f"{moment(wijziging.tijd, vandaag)}, door {wijziging.wie}" if wijziging.wie else moment(wijziging.tijd, vandaag)
    )
    return Rij(kop=kop, uitleg=wijziging.reden, bron=hoofdletter(wie))


def _exporteer(versies: Scanversies, sleutel: Versiesleutel, pad: Path, _melder: Melder) -> Path:
    versies.exporteer(sleutel, pad, vervang=True)
    return pad


def _herken(versies: Scanversies, scan_id: str, pad: Path, _melder: Melder) -> tuple[Path, Rapportversie | None]:
    return pad, versies.herken(scan_id, pad)
