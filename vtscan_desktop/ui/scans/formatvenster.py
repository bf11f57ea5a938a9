"""Formats: what topics are called and what the leidraad asks; taking over an own one, and choosing for new scans."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.services.formats import Formatregel, zeg_gebruik
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_bestand, kies_doel
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.langwerk import Afloop, Langwerk
from vtscan_desktop.ui.thema import thema

_UITLEG = (
    "Een format bepaalt hoe hoofdthema’s en topics heten en wat de leidraad vraagt. De nummers, de regels en het "
    "voorstel blijven gelijk. Een scan houdt het format waarmee zij is begonnen, ook als er later een nieuw komt."
)
_BEGIN = (
    "Een eigen format begint met een voorbeeld: bewaar het, pas de teksten aan en neem het bestand over. Wat er mag "
    "staan, leest u in de handleiding."
)
_SOORT = "Format (*.json)"
Uitkomst = tuple[str, tuple[Formatregel, ...]]
"""What was done in one sentence, and the formats as they then are."""
VERWIJDER = "Verwijder"
_MAAT = QSize(760, 640)


def open_formats(sessie: Sessie, parent: QWidget) -> Formatvenster:
    """Show the formats over the window that `parent` stands in."""
    venster = Formatvenster(sessie, parent.window())
    venster.open()
    return venster


def _lees(sessie: Sessie, _melder: Melder) -> Uitkomst:
    return "", sessie.scans.formats.overzicht()


def _neem_over(sessie: Sessie, pad: Path, _melder: Melder) -> Uitkomst:
    format_ = sessie.scans.formats.neem_over(pad)
    regels = sessie.scans.formats.overzicht()
    gebruik = next(regel.gebruik for regel in regels if regel.format.kenmerk == format_.kenmerk)
    zin = f"{format_.volledig}, is overgenomen."
    if gebruik.scans:
        zin += f" {hoofdletter(zeg_gebruik(gebruik))} noemden dit format al; u ziet de titels na opnieuw openen."
    return zin, regels


def _kies(sessie: Sessie, format_: Format, _melder: Melder) -> Uitkomst:
    sessie.scans.formats.kies_standaard(format_.kenmerk)
    return f"Nieuwe scans beginnen met {format_.volledig}.", sessie.scans.formats.overzicht()


def _verwijder(sessie: Sessie, format_: Format, _melder: Melder) -> Uitkomst:
    sessie.scans.formats.verwijder(format_.kenmerk)
    return f"{format_.volledig}, is verwijderd.", sessie.scans.formats.overzicht()


def _bewaar(sessie: Sessie, format_: Format, pad: Path, _melder: Melder) -> Uitkomst:
    sessie.scans.formats.bewaar_bestand(format_.kenmerk, pad, vervang=True)
    return f"Het bestand staat in {pad.name}.", sessie.scans.formats.overzicht()


def _vertel(uitkomst: Uitkomst) -> Afloop:
    return Afloop("Formats", uitkomst[0])


class Formatvenster(QDialog):
    """A card for each format. What is done says so in one sentence, and so does what is not."""

    def __init__(self, sessie: Sessie, parent: QWidget) -> None:
        super().__init__(parent)
        self._sessie = sessie
        self.kaarten: list[Formatkaart] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Formats")
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.RUIM))
        buiten.setSpacing(t.px(maten.KLEIN))
        buiten.addWidget(label("Formats", self, "titel"))
        self._rol = rol = Rolvak(self)
        kolom = QVBoxLayout(rol.vlak)
        kolom.setContentsMargins(0, 0, t.px(maten.SMAL), 0)
        kolom.setSpacing(t.px(maten.KLEIN))
        for tekst in (_UITLEG, _BEGIN):
            kolom.addWidget(label(tekst, rol.vlak, "gedempt"))
        self._lijst = QVBoxLayout()
        self._lijst.setContentsMargins(0, t.px(maten.KLEIN), 0, 0)
        self._lijst.setSpacing(t.px(maten.KLEIN))
        kolom.addLayout(self._lijst)
        kolom.addStretch(1)
        buiten.addWidget(rol, 1)
        self.melding = label("", self, "gedempt")
        self.fout = label("", self, "waarschuwing")
        for deze in (self.melding, self.fout):
            deze.hide()
            buiten.addWidget(deze)
        buiten.addLayout(self._maak_knoppen())
        self.resize(maat_over(parent, _MAAT))
        voer_uit(partial(_lees, sessie), self, klaar=self._toon, mislukt=self._bij_fout)

    def neem_over(self, pad: Path) -> None:
        """Take over the format in a file."""
        self._doe("Format overnemen", partial(_neem_over, self._sessie, pad))

    def bewaar(self, format_: Format, pad: Path) -> None:
        """Write a format to a file (an existing one was confirmed by the file dialog)."""
        self._doe("Format bewaren", partial(_bewaar, self._sessie, format_, pad))

    def _maak_knoppen(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(maten.KLEIN))
        self.erbij = knop("Neem een format over…", self, icoon="invoer")
        self.erbij.clicked.connect(self._kies_bestand)
        rij.addWidget(self.erbij)
        rij.addStretch(1)
        self.sluiten = knop("Sluiten", self, "hoofd")
        self.sluiten.clicked.connect(self.close)
        rij.addWidget(self.sluiten)
        return rij

    def _kies_bestand(self) -> None:
        pad = kies_bestand(self, "Neem een format over", documentenmap(), _SOORT)
        if pad is not None:
            self.neem_over(pad)

    def _kies_doel(self, regel: Formatregel) -> None:
        f = regel.format
        naam = f"format-{f.id}-{f.versie}.json" if regel.eigen else "eigen-format.json"
        pad = kies_doel(self, "Bewaar het format", documentenmap() / naam, _SOORT)
        if pad is not None:
            self.bewaar(f, pad)

    def _bij_kies(self, regel: Formatregel) -> None:
        self._doe("Format kiezen", partial(_kies, self._sessie, regel.format))

    def _vraag_weg(self, regel: Formatregel) -> None:
        tekst = f"{regel.format.volledig}, is dan niet meer te kiezen. Geen scan gebruikt het."
        if vraag(self, "Dit format verwijderen?", tekst, VERWIJDER, gevaar=VERWIJDER) == VERWIJDER:
            self._doe("Format verwijderen", partial(_verwijder, self._sessie, regel.format))

    def _doe(self, wat: str, werk: partial[Uitkomst]) -> None:
        self._zet_bezig(True)
        for deze in (self.melding, self.fout):
            deze.hide()
        Langwerk.van(self).begin(self, wat, werk, klaar=self._toon, mislukt=self._bij_fout, vertel=_vertel)

    def _zet_bezig(self, bezig: bool) -> None:
        for deze in (*self.kaarten, self.erbij):
            deze.setEnabled(not bezig)

    def _toon(self, uitkomst: Uitkomst) -> None:
        zin, regels = uitkomst
        for oud in self.kaarten:
            oud.hide()
            oud.deleteLater()
        self.kaarten = [self._maak_kaart(regel) for regel in regels]
        zet_tabvolgorde(self._rol.vlak, (deze for kaart in self.kaarten for deze in kaart.findChildren(QPushButton)))
        self._zet_bezig(False)
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))
        self.sluiten.setFocus()
        if zin:
            QTimer.singleShot(0, self, self._rol_naar_onder)  # once there is room for what came

    def _maak_kaart(self, regel: Formatregel) -> Formatkaart:
        kaart = Formatkaart(regel, self._rol.vlak)
        kaart.kiezen.connect(self._bij_kies)
        kaart.bewaren.connect(self._kies_doel)
        kaart.verwijderen.connect(self._vraag_weg)
        self._lijst.addWidget(kaart)
        return kaart

    def _rol_naar_onder(self) -> None:
        balk = self._rol.verticalScrollBar()
        balk.setValue(balk.maximum())

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self.fout.setText(str(fout))
        self.fout.show()


class Formatkaart(QFrame):
    """One format. Each signal carries its `Formatregel`."""

    kiezen = Signal(object)
    bewaren = Signal(object)
    verwijderen = Signal(object)

    def __init__(self, regel: Formatregel, parent: QWidget) -> None:
        super().__init__(parent)
        self.regel = regel
        zet_soort(self, "kaart")
        t = thema()
        self._onder = onder = QVBoxLayout(self)
        onder.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        onder.setSpacing(t.px(maten.KRAP))
        boven = QHBoxLayout()
        boven.setSpacing(t.px(maten.GEWOON))
        boven.addWidget(label(regel.format.naam, self, "kop"), 1)
        boven.addWidget(self._maak_keuze(), 0, Qt.AlignmentFlag.AlignTop)
        onder.addLayout(boven)
        for tekst, soort in zip(beschrijf(regel), ("", "", "klein"), strict=True):
            onder.addWidget(label(tekst, self, soort))
        onder.addLayout(self._maak_knoppen())
        self.woorden: Woordenlijst | None = None

    def _maak_keuze(self) -> QWidget:
        """That it is the one for new scans, or the button that makes it so."""
        if self.regel.standaard:
            return label("Voor nieuwe scans", self, "merk", breekt=False)
        return self._knop("Kies voor nieuwe scans", "", self._bij_kies)

    def _maak_knoppen(self) -> Stroom:
        rij = Stroom(tussen=thema().px(maten.RUIM))
        self.toon = self._knop("Toon titels en vragen", "link", self._wissel)
        bewaar = "Bewaar als bestand…" if self.regel.eigen else "Bewaar een voorbeeld om aan te passen…"
        self.bewaar = self._knop(bewaar, "link", self._bij_bewaar)
        delen = [self.toon, self.bewaar]
        gebruik = self.regel.gebruik
        if self.regel.eigen and not gebruik.scans and not gebruik.versies:
            self.weg = self._knop("Verwijderen…", "link", self._bij_weg)
            delen.append(self.weg)
        for deze in delen:
            rij.addWidget(deze)
        return rij

    def _knop(self, tekst: str, soort: str, doe: object) -> QPushButton:
        gemaakt = knop(tekst, self, soort)
        self._benoem(gemaakt, tekst)
        gemaakt.clicked.connect(doe)
        return gemaakt

    def _benoem(self, deze: QPushButton, tekst: str) -> None:
        deze.setText(tekst)
        deze.setAccessibleName(f"{tekst.rstrip('…')}: {self.regel.format.volledig}")

    def _wissel(self) -> None:
        if self.woorden is None:
            self.woorden = Woordenlijst(self.regel.format, self)
            self._onder.addWidget(self.woorden)
            self.woorden.hide()
        open_ = self.woorden.isHidden()
        self.woorden.setVisible(open_)
        self._benoem(self.toon, "Verberg titels en vragen" if open_ else "Toon titels en vragen")

    def _bij_kies(self) -> None:
        self.kiezen.emit(self.regel)

    def _bij_bewaar(self) -> None:
        self.bewaren.emit(self.regel)

    def _bij_weg(self) -> None:
        self.verwijderen.emit(self.regel)


class Woordenlijst(QWidget):
    """All titles and questions of a format, to read and to copy."""

    def __init__(self, format_: Format, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, t.px(maten.KLEIN))
        self._kolom.setSpacing(t.px(maten.KRAP))
        for thema_ in format_.themas():
            self._zet(thema_.titel, "tussenkop", boven=maten.RUIM)
            for topic in format_.topics_van(thema_):
                self._zet(f"{topic.nr}  {topic.titel}", "kop", boven=maten.KLEIN)
                for vraag_ in format_.leidraad.topic(topic.nr).vragen:
                    self._zet(vraag_.tekst, "", links=maten.BREED)

    def _zet(self, tekst: str, soort: str, *, links: int = 0, boven: int = 0) -> None:
        gemaakt = label(tekst, self, soort)
        gemaakt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        gemaakt.setContentsMargins(thema().px(links), thema().px(boven), 0, 0)
        self._kolom.addWidget(gemaakt)


def beschrijf(regel: Formatregel) -> tuple[str, str, str]:
    """What is known of a format: version and day, what is its own and where it is used, and where it comes from."""
    f = regel.format
    soort = "Komt met het programma mee"
    eigen = ""
    if regel.overgenomen is not None:
        soort = f"Eigen format, overgenomen op {format_datum(regel.overgenomen.astimezone().date())}"
        titels, vragen = telling(regel.titels, "titel", "titels"), telling(regel.vragen, "vraag", "vragen")
        eigen = f"{hoofdletter(titels)} en {vragen} anders dan in het meegeleverde format. "
    gebruik = regel.gebruik
    in_gebruik = f"Gebruikt in {zeg_gebruik(gebruik)}" if gebruik.scans or gebruik.versies else "Nog niet gebruikt"
    return (
        f"Versie {f.versie} van {format_datum(f.datum)}. {soort}.",
        f"{eigen}{in_gebruik}.",
        f"Herkomst: {f.herkomst}",
    )
