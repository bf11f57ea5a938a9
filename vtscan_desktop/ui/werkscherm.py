"""An open scan: header, step list, pages, notes beside the topic, note line below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.meldingregel import Meldingregel
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.elders import Elders
from vtscan_desktop.ui.gesprek.agendavenster import toon_agenda
from vtscan_desktop.ui.gesprek.gespreksmodus import Gespreksmodus
from vtscan_desktop.ui.gesprek.notitiebalk import GEEN_NOTITIES, Notitiebalk
from vtscan_desktop.ui.kopbalk import Kopbalk
from vtscan_desktop.ui.naast.zijvak import Zijvak
from vtscan_desktop.ui.nakijkstand import Nakijkstand
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.paginakeuze import maak_pagina
from vtscan_desktop.ui.paginas.paginavoorraad import Paginavoorraad
from vtscan_desktop.ui.plek import Plek
from vtscan_desktop.ui.sneltoetsen import koppel
from vtscan_desktop.ui.sprong import spring
from vtscan_desktop.ui.stappen import CATEGORIE, GESPREKKEN, RAPPORT, Stap, buren, maak_stappen, topicstap
from vtscan_desktop.ui.stappenlijst import Stappenlijst
from vtscan_desktop.ui.tabellen.cellen import TekstCel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import Alleenlezen
from vtscan_desktop.ui.versies.versievenster import bied_versies_aan
from vtscan_desktop.ui.werkruimte import Werkruimte

SMAL = 1000
"""Below this width, in px at 100%, the notes beside a topic show only when asked for."""
PLEK_MS = 1000
"""While there is typing the cursor's place is kept this often: a program that is ended begins where its user was."""


class Werkscherm(QWidget):
    """The shell around the pages of one scan. `terug` asks for the start page."""

    terug = Signal()
    versies_gevraagd = Signal()
    """Asks for the versions of the scan."""
    instellingen_gevraagd = Signal(str)
    """Asks for a group of the settings, by its key."""

    def __init__(self, werkruimte: Werkruimte, sessie: Sessie, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.werkruimte = werkruimte
        self._sessie = sessie
        self.stappen = maak_stappen(werkruimte.format, rapport=not werkruimte.bevroren)
        self._stap = {stap.id: stap for stap in self.stappen}
        self._huidig = ""
        self.smal = False
        self._modus: Gespreksmodus | None = None
        self._plek_voor_modus = Plek()
        self._plek_voor_notitie = Plek()
        self._plekklok = QTimer(self)
        self._plekklok.setSingleShot(True)
        self._plekklok.setInterval(PLEK_MS)
        self._plekklok.timeout.connect(self.onthoud_plek)
        self.kopbalk = Kopbalk(self)
        self.stappenlijst = Stappenlijst(self.stappen, self)
        self.stapel = QStackedWidget(self)
        self.zijvak = Zijvak(werkruimte, self)
        self.notitiebalk = Notitiebalk(werkruimte, self)
        self.meldingregel = Meldingregel(self)
        self.alleenlezen = Alleenlezen(self)
        self.nakijkstand = Nakijkstand(werkruimte, self)
        self.elders = Elders(werkruimte, self.meldingregel, self)
        self._leg_uit()
        self._verbind()
        self._maak_toetsen()
        self._voorraad = Paginavoorraad(self, self._maak_pagina)
        self.stappenlijst.aangewezen.connect(self.wijs_aan)
        self.kopbalk.toon_scan(werkruimte.scan)
        if werkruimte.laatst_bewaard is not None:
            self._bij_bewaard(werkruimte.laatst_bewaard)
        self._toon_beoordeling(werkruimte.beoordeling)
        self.nakijkstand.tel()
        self._herstel_plek()

    @property
    def huidig(self) -> str:
        """The id of the step shown."""
        return self._huidig

    def pagina(self, stap_id: str) -> Pagina:
        """The page of a step, made on first use."""
        return self._voorraad.pagina(stap_id)

    def _maak_pagina(self, stap: Stap) -> Pagina:
        pagina = maak_pagina(stap, self.werkruimte, self._sessie, self.stapel)
        pagina.sluit_af(*buren(self.stappen, stap.id))
        pagina.naar_stap.connect(self.ga_naar)
        pagina.naar_plaats.connect(self.ga_naar_plaats)
        pagina.melding.connect(self.meldingregel.toon)
        pagina.versies_gevraagd.connect(self.versies_gevraagd)
        pagina.instellingen_gevraagd.connect(self.instellingen_gevraagd)
        for vlak in pagina.findChildren(TekstVlak):
            if not isinstance(vlak, TekstCel):  # a table asks for its cells, which come and go
                vlak.versies_gevraagd.connect(self._toon_versies)
        self.stapel.addWidget(pagina)
        return pagina

    def wijs_aan(self, stap_id: str) -> None:
        """Something that leads to a step is pointed at: its page is made before it is asked for."""
        self._voorraad.wijs_aan(stap_id)

    def ga_naar(self, stap_id: str) -> None:
        """Show a step."""
        self.verlaat_modus()
        if stap_id not in self._stap or stap_id == self._huidig:
            return
        self._huidig = stap_id
        stap = self._stap[stap_id]
        pagina = self._voorraad.toon(stap_id)
        self.stapel.setCurrentWidget(pagina)
        self.alleenlezen.pas_toe()
        self.stappenlijst.zet_huidig(stap_id)
        self.zijvak.zet_topic(stap.topic)
        self.notitiebalk.zet_topic(stap.topic)
        if not self.notitiebalk.regel.hasFocus() and not self.stappenlijst.hasFocus():
            self._zet_focus(pagina)
        self.onthoud_plek()

    def ga_naar_veld(self, stap_id: str) -> None:
        """Show a step with the cursor in it, wherever it was; in gespreksmodus a topic is shown there."""
        topic = self._stap[stap_id].topic
        if topic and self._modus is not None and self.in_modus:
            self._modus.begin(topic)
            return
        self.ga_naar(stap_id)
        self._zet_focus(self.pagina(stap_id))

    def ga_naar_plaats(self, doel: str) -> None:
        """Show a place in the scan (a `Vindplaats` as text), with the cursor in it."""
        spring(self, doel)

    def _zet_focus(self, pagina: Pagina) -> None:
        veld = pagina.eerste_veld()
        if veld is not None:
            veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def sluit(self) -> None:
        """Keep all and let go of the scan. Raises `VtscanFout` when it can't be kept; the screen then stays."""
        self.onthoud_plek()
        veld = QApplication.focusWidget()
        if isinstance(veld, TekstVlak) and veld.sleutel and self.isAncestorOf(veld):
            self.werkruimte.verlaat_veld(veld.sleutel)
        self.werkruimte.sluit()
        self.houd_op()

    def houd_op(self) -> None:
        """Make no more pages beforehand: this screen is about to go, and the scan perhaps before it."""
        self._voorraad.stop()
        self._plekklok.stop()
        self.nakijkstand.stop()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """A narrow window, or a large text, makes room for the page."""
        super().resizeEvent(e)
        smal = e.size().width() < thema().px(SMAL)
        if smal != self.smal:
            self.smal = smal
            for deel in (self.zijvak, self.notitiebalk):
                deel.zet_smal(smal)

    def _leg_uit(self) -> None:
        self._lagen = QStackedLayout(self)
        gewoon = QWidget(self)
        self._lagen.addWidget(gewoon)
        buiten = QVBoxLayout(gewoon)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(self.kopbalk)
        buiten.addWidget(self.alleenlezen.balk)
        rij = QHBoxLayout()
        rij.setSpacing(0)
        rij.addWidget(self.stappenlijst)
        self._vak = vak = QVBoxLayout()
        vak.setSpacing(0)
        midden = QHBoxLayout()
        midden.addWidget(self.stapel)
        midden.addWidget(self.zijvak)
        vak.addLayout(midden, 1)
        vak.addWidget(self.meldingregel)
        vak.addWidget(self.notitiebalk)
        rij.addLayout(vak, 1)
        buiten.addLayout(rij, 1)

    def _verbind(self) -> None:
        self.kopbalk.terug.connect(self.terug)
        self.kopbalk.naar_categorie.connect(self._naar_categorie)
        self.notitiebalk.wissel_notities.connect(self.zijvak.wissel)
        self.zijvak.bedekt.connect(self._bij_bedekt)
        self.zijvak.melding.connect(self.meldingregel.toon)
        self.zijvak.naar_start.connect(self.terug)
        self.stappenlijst.gekozen.connect(self.ga_naar)
        self.notitiebalk.naar_gesprekken.connect(self._naar_gesprekken)
        self.notitiebalk.naar_topic.connect(self._naar_topic)
        self.notitiebalk.terug.connect(self._uit_notitie)
        self.notitiebalk.melding.connect(self.meldingregel.toon)
        self.werkruimte.gewijzigd.connect(self._bij_wijziging)
        self.werkruimte.beoordeeld.connect(self._toon_beoordeling)
        self.werkruimte.uitgeprobeerd.connect(self.kopbalk.toon_uitgeprobeerd)
        self.nakijkstand.geteld.connect(self.stappenlijst.toon_telling)
        self.werkruimte.bewaard.connect(self._bij_bewaard)
        self.werkruimte.versies_gevraagd.connect(self._toon_versies)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._bij_focus)

    def _bij_bedekt(self, bedekt: bool) -> None:
        """In a narrow window what is beside the topic takes the place of the page, and gives it back."""
        self.stapel.setHidden(bedekt)
        self.notitiebalk.notities.setText("Terug naar het topic" if bedekt else "Leidraad en notities")
        self.notitiebalk.notities.setAccessibleName("")

    def _maak_toetsen(self) -> None:
        for toets, doe in (
            ("volgende", self._volgende),
            ("vorige", self._vorige),
            ("notitie", self._naar_notitie),
            ("agenda", self._toon_agenda),
            ("gespreksmodus", self.wissel_modus),
            ("start", self.terug.emit),
            ("versies", self._toon_versies),
        ):
            koppel(toets, self, doe)

    @property
    def gereed(self) -> bool:
        """Whether the pages that a user is likely to go to next stand ready."""
        return self._voorraad.gereed

    def _bij_wijziging(self, _scan: object) -> None:
        scan = self.werkruimte.scan
        self.kopbalk.toon_scan(scan)
        self.stappenlijst.ververs(scan, self.werkruimte.beoordeling)
        if self._huidig:
            self.pagina(self._huidig).ververs()
            self.alleenlezen.pas_toe()
        if not self._plekklok.isActive():
            self._plekklok.start()

    def _toon_beoordeling(self, _beoordeling: object) -> None:
        self.kopbalk.toon_beoordeling(self.werkruimte.beoordeling)
        self.stappenlijst.ververs(self.werkruimte.scan, self.werkruimte.beoordeling)

    def _bij_bewaard(self, melding: Bewaarmelding) -> None:
        self.kopbalk.toon_bewaard(melding)
        if melding.fout is not None:
            self.elders.meld(f"{melding.fout} Uw tekst staat nog op het scherm; het programma probeert het opnieuw.")

    def _bij_focus(self, oud: QWidget | None, nieuw: QWidget | None) -> None:
        """Leaving a field keeps where the user was, and all that was typed, at once."""
        if oud is not None and self.isAncestorOf(oud):
            if nieuw is self.notitiebalk.regel and not self.notitiebalk.isAncestorOf(oud):
                self._plek_voor_notitie = Plek(oud)
            self.onthoud_plek(oud)
            if isinstance(oud, TekstVlak) and oud.sleutel:
                self.werkruimte.verlaat_veld(oud.sleutel)
            self.werkruimte.bewaar_gauw()

    def onthoud_plek(self, veld: QWidget | None = None) -> None:
        """Keep which step, field and cursor the user is at: by default the field of this window that has focus, or gets
        it back when the dialog over it closes.
        """
        if self.in_modus:  # the place to come back to is the one behind it
            return
        veld = veld or self.window().focusWidget()
        naam, cursor = "", 0
        if isinstance(veld, TekstVlak | RegelVeld | DatumVeld) and self.isAncestorOf(veld):
            naam, cursor = veld.objectName(), veld.cursorplek()
        self.werkruimte.onthoud_plek(self._huidig, naam, cursor)

    def _herstel_plek(self) -> None:
        plek = self.werkruimte.plek()
        stap = plek.stap if plek is not None and plek.stap in self._stap else self.stappen[0].id
        veld, cursor = (plek.veld, plek.cursor) if plek is not None else ("", 0)
        self.ga_naar(stap)
        houder = self if veld == self.notitiebalk.regel.objectName() else self.pagina(stap)
        gevonden = houder.findChild(QWidget, veld) if veld else None
        if isinstance(gevonden, TekstVlak | RegelVeld):
            gevonden.setFocus(Qt.FocusReason.OtherFocusReason)
            gevonden.zet_cursorplek(cursor)

    def _buur(self, kant: int) -> Stap | None:
        return buren(self.stappen, self._huidig)[kant]

    def _vorige(self) -> None:
        if self._modus is not None and self.in_modus:
            self._modus.ga(-1)
        elif stap := self._buur(0):
            self.ga_naar(stap.id)

    def _volgende(self) -> None:
        if self._modus is not None and self.in_modus:
            self._modus.ga(1)
        elif stap := self._buur(1):
            self.ga_naar(stap.id)

    def _toon_versies(self, vlak: object = None) -> None:
        """Offer the earlier versions of the text in a field that asks, or else that the cursor is in."""
        vlak = vlak or self.window().focusWidget()
        if not isinstance(vlak, TekstVlak) or not vlak.sleutel:
            self.meldingregel.toon("Zet de cursor eerst in de tekst waarvan u een eerdere versie zoekt.")
            return
        try:
            melding = bied_versies_aan(vlak, self.werkruimte)
        except VtscanFout as fout:
            melding = str(fout)
        if melding:
            self.meldingregel.toon(melding)

    @property
    def in_modus(self) -> bool:
        """Whether gespreksmodus is shown."""
        return self._modus is not None and self._lagen.currentWidget() is self._modus

    @property
    def modustopic(self) -> int | None:
        """The topic that gespreksmodus is on, None while it isn't shown."""
        return self._modus.topic if self._modus is not None and self.in_modus else None

    def wissel_modus(self) -> None:
        """Show gespreksmodus, or bring back all that was there."""
        if self.in_modus:
            self.verlaat_modus()
        else:
            self.open_modus(self._stap[self._huidig].topic)

    def open_modus(self, topic: int | None) -> None:
        """Show gespreksmodus on a topic; None for the one it was on last. Not of a scan on slot: it is for typing."""
        if self._op_slot():
            return
        self.onthoud_plek()
        self._plek_voor_modus = Plek(QApplication.focusWidget(), self.pagina(self._huidig).rol)
        if self._modus is None:
            self._modus = Gespreksmodus(self.werkruimte, self)
            self._modus.klaar.connect(self.verlaat_modus)
            self._modus.naar_gesprekken.connect(self._naar_gesprekken)
            self._modus.melding.connect(self.meldingregel.toon)
            self._lagen.addWidget(self._modus)
        self._modus.neem_meldingregel(self.meldingregel)
        self._lagen.setCurrentWidget(self._modus)
        self._modus.begin(topic)

    def verlaat_modus(self) -> None:
        """Bring back page, focus and cursor as they were."""
        if not self.in_modus:
            return
        self._vak.insertWidget(self._vak.count() - 1, self.meldingregel)
        self._lagen.setCurrentIndex(0)
        self.notitiebalk.neem_klad()
        if not self._plek_voor_modus.herstel(self):
            self._zet_focus(self.pagina(self._huidig))

    def _uit_notitie(self) -> None:
        """Esc in the note line: back to where one was."""
        if not self._plek_voor_notitie.herstel(self):
            self._zet_focus(self.pagina(self._huidig))

    def _naar_topic(self, nr: int) -> None:
        self.ga_naar(topicstap(nr))

    def _op_slot(self) -> bool:
        """Whether no notes can be made; then says so."""
        if self.werkruimte.op_slot:
            self.meldingregel.toon(GEEN_NOTITIES)
        return self.werkruimte.op_slot

    def _naar_notitie(self) -> None:
        if self._op_slot():
            return
        if self._modus is not None and self.in_modus:
            self._modus.balk.regel.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.notitiebalk.regel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _naar_categorie(self) -> None:
        self.ga_naar(CATEGORIE)

    def naar_rapport(self) -> None:
        """Show the step where a report is made."""
        self.ga_naar(RAPPORT)

    def _toon_agenda(self) -> None:
        toon_agenda(self.werkruimte, self)

    def _naar_gesprekken(self) -> None:
        self.ga_naar(GESPREKKEN)
