"""The tab with the topic as it was in the regio's previous scan, to read only."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Oordeel, Risicoscan
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.domain.voorstel import afwaardeerreden, effectieve_oordelen
from vtscan_desktop.domain.zinnen import afwaardering
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.topicbeeld import beeldpixmap, topicbeeld
from vtscan_desktop.ui.naast.cijfers import cijferregels
from vtscan_desktop.ui.naast.tabblad import Rolblad
from vtscan_desktop.ui.teksten import OORDEEL, SCANSTATUS
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_GEEN = (
    "Er is geen eerdere scan van deze regio: geen met een peildatum vóór {peildatum}. Hebt u er een als bestand of "
    "rapport? Importeer die dan op de startpagina."
)
_LEEG = "In die scan is bij dit topic niets ingevuld"


class VorigeBlad(Rolblad):
    """The previous scan is looked up once for a regio and peildatum, off this thread."""

    naar_start = Signal()
    """Asks for the start page, where an earlier scan can be imported."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__("Vorige scan", werkruimte, parent)
        self.vorige: Risicoscan | None = None
        self.gevonden = False
        """Whether the answer is in: `vorige` is the previous scan, or there is none."""
        self._voor: tuple[str, date] | None = None
        self._nr = 0
        self._effectief: dict[int, Oordeel] = {}
        self.kolom.setSpacing(thema().px(maten.KRAP))
        self.stand = label("", self.vlak, "klein")
        self.kolom.addWidget(self.stand)
        self.start = knop("Naar alle scans", self.vlak, "link")
        self.start.clicked.connect(self.naar_start)
        self.start.hide()
        self.kolom.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self._bouw_oordeel()
        self.delen: dict[str, tuple[QLabel, QLabel]] = {}
        for naam in ("toelichting", "cijfers", "risico", "motivering"):
            kop, tekst = label("", self.vlak, "kop"), label("", self.vlak)
            tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            kop.setContentsMargins(0, thema().px(maten.KLEIN), 0, 0)
            self.kolom.addWidget(kop)
            self.kolom.addWidget(tekst)
            self.delen[naam] = (kop, tekst)
        self.sluit_af()

    def toon_topic(self, nr: int) -> None:
        """Show a topic of the previous scan, which is looked up first where that was not done yet."""
        scan = self.werkruimte.scan
        voor = (scan.regio, scan.peildatum)
        if voor != self._voor:
            self._voor, self._nr = voor, nr
            self.vorige, self.gevonden = None, False
            self._toon_vorige()
            voer_uit(
                partial(_zoek, self.werkruimte.scans, scan), self, klaar=self._bij_gevonden, mislukt=self._bij_fout
            )
        elif nr != self._nr:
            self._nr = nr
            self._toon_vorige()

    def _bouw_oordeel(self) -> None:
        self._oordeelvak = QWidget(self.vlak)
        rij = QHBoxLayout(self._oordeelvak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema().px(maten.KLEIN))
        self._beeld = QLabel(self._oordeelvak)
        rij.addWidget(self._beeld)
        self.oordeel = label("", self._oordeelvak, "kop")
        rij.addWidget(self.oordeel, 1)
        self.kolom.addWidget(self._oordeelvak)
        self.telling = label("", self.vlak, "klein")
        self.kolom.addWidget(self.telling)

    def _bij_gevonden(self, antwoord: tuple[tuple[str, date], Risicoscan | None]) -> None:
        voor, vorige = antwoord
        if voor != self._voor:  # the peildatum was changed since
            return
        self.vorige, self.gevonden = vorige, True
        self._effectief = effectieve_oordelen(vorige) if vorige else {}
        self._toon_vorige()

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._voor = None  # try again when asked again
        self.stand.setText(str(fout))

    def _toon_vorige(self) -> None:
        teksten = _teksten(self.vorige, self._nr) if self.vorige else {}
        for naam, (kop, tekst) in self.delen.items():
            titel, inhoud = teksten.get(naam, ("", ""))
            kop.setText(titel)
            tekst.setText(inhoud)
            kop.setVisible(bool(inhoud))
            tekst.setVisible(bool(inhoud))
        self._toon_oordeel()
        self._toon_stand(leeg=not any(inhoud for _, inhoud in teksten.values()))

    def _toon_oordeel(self) -> None:
        met = self.vorige is not None and self._nr in OORDEEL_NRS
        self._oordeelvak.setVisible(met)
        reden = None
        if self.vorige is not None and met:
            invulling = self.vorige.topic(self._nr)
            reden = afwaardeerreden(invulling, self.vorige.peildatum)
            self._beeld.setPixmap(beeldpixmap(topicbeeld(self._effectief[self._nr], invulling), maten.ICOON))
            self.oordeel.setText(OORDEEL[invulling.oordeel])
        self.telling.setText(afwaardering(f"topic {self._nr}", reden.value) if reden else "")
        self.telling.setVisible(bool(reden))

    def _toon_stand(self, *, leeg: bool) -> None:
        self.start.setVisible(self.gevonden and self.vorige is None)
        if not self.gevonden:
            self.stand.setText("De vorige scan wordt opgezocht…")
        elif self.vorige is None:
            self.stand.setText(_GEEN.format(peildatum=format_datum(self.werkruimte.scan.peildatum)))
        else:
            soort = "voorbeeld, " if self.vorige.voorbeeld else ""
            kop = f"Peildatum {format_datum(self.vorige.peildatum)} ({soort}{SCANSTATUS[self.vorige.status]})"
            toen = self._noem_anders(self.vorige)
            self.stand.setText(". ".join(deel for deel in (kop, toen, _LEEG if leeg else "") if deel))

    def _noem_anders(self, vorige: Risicoscan) -> str:
        """What the topic was called then, where that is something else."""
        toen = self.werkruimte.scans.format_van(vorige).topic(self._nr)
        anders = toen.titel != self.werkruimte.format.topic(self._nr).titel
        return f"Toen heette dit topic: {titel_op(toen, vorige.peildatum)}" if anders else ""


def _zoek(scans: ScanService, scan: Risicoscan, _melder: Melder) -> tuple[tuple[str, date], Risicoscan | None]:
    return (scan.regio, scan.peildatum), scans.vorige(scan)


def _teksten(vorige: Risicoscan, nr: int) -> dict[str, tuple[str, str]]:
    """What that scan holds on a topic: heading and text by part, empty where there is none."""
    invulling = vorige.topic(nr)
    eerste = "Feitelijke situatie" if nr in OORDEEL_NRS else "Toelichting"
    return {
        "toelichting": (eerste, invulling.toelichting.strip()),
        "cijfers": ("Cijfers", "\n".join(cijferregels(vorige.kerndata, nr))),
        "risico": ("Risico’s", invulling.risico.strip()),
        "motivering": ("Motivering", invulling.motivering.strip() if invulling.oordeel is Oordeel.NVT else ""),
    }
