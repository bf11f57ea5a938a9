"""What the oordelen add up to and why, and beside it what the adviser decides; or what it would be if."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.onderbouwing import EIGEN_UITWERKING
from vtscan_desktop.domain.proef import Proef
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Hertoetsuitkomst, Oordeel, Risicoscan
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.tweeluik import Tweeluik
from vtscan_desktop.ui.paginas.categoriedelen import Vaststellingkaart, Voorstelkaart
from vtscan_desktop.ui.paginas.categorieuitleg import Uitleg
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.proefdelen import Proefbalk, Proefvak, Terugbalk, Verschilkaart
from vtscan_desktop.ui.stappen import Stap, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open
from vtscan_desktop.ui.werkruimte import Werkruimte

_LOSGELATEN = "U bent gestopt met ‘wat als’. Wat u uitprobeerde, is niet bewaard."


class CategoriePagina(Pagina):
    """Voorstel and vaststelling side by side, and the whole explanation under them.

    While something is tried out (`proef`), all but the vaststelling shows the copy; nothing of it is kept.
    """

    eigen_stand = True

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap,
            werkruimte,
            parent,
            titel="Categorie",
            onder="Wat de oordelen samen betekenen, en wat u vaststelt",
            breed=True,
        )
        self._getoond: Beoordeling | None = None
        self.proef: Proef | None = None
        self._kopie: tuple[Risicoscan, Beoordeling] | None = None
        self._genomen: tuple[Risicoscan, Proef] | None = None
        self.proefvak: Proefvak | None = None
        self.watals = knop("Wat als…", self.inhoud)
        self.watals.setToolTip("Andere oordelen uitproberen op een kopie")
        self.watals.setAccessibleName("Wat als: andere oordelen uitproberen op een kopie")
        self.watals.clicked.connect(self.begin_proef)
        self.plaats_merken(self.watals)
        self._bouw()
        for deel in (self.watals, self.balk, self.verschil):
            laat_open(deel)

    def _bouw(self) -> None:
        self.balk = Proefbalk(self)
        self.balk.stoppen.connect(self.laat_los)
        self.balk.hide()
        buiten = self.layout()
        assert isinstance(buiten, QVBoxLayout)
        buiten.insertWidget(0, self.balk)
        self.terugbalk = Terugbalk(self.inhoud)
        self.terugbalk.terug.connect(self.neem_terug)
        self.kolom.addWidget(self.terugbalk)
        self.kolom.addSpacing(thema().px(maten.SMAL))
        boven = Tweeluik(1, 1, 760, self.inhoud)
        self.voorstel = Voorstelkaart(boven)
        boven.vul(self.voorstel, self._maak_rechts(boven))
        self.kolom.addWidget(boven)
        self._proefplek = QVBoxLayout()
        self.kolom.addLayout(self._proefplek)
        self.uitleg = Uitleg(self.werkruimte, self.inhoud)
        self.uitleg.gekozen.connect(self._bij_link)
        self.uitleg.naar_plaats.connect(self.naar_plaats)
        self.kolom.addWidget(self.uitleg)
        self.kolom.addWidget(label(EIGEN_UITWERKING, self.inhoud, "klein"))

    def _maak_rechts(self, parent: QWidget) -> QWidget:
        """The vaststelling; while something is tried out, what differs from the scan stands in its place."""
        vak = QWidget(parent)
        vak.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.vaststelling = Vaststellingkaart(self.werkruimte, vak)
        self.vaststelling.motivering.geweigerd.connect(self.melding)
        self.vaststelling.naar_topic.connect(self.naar_stap)
        self.verschil = Verschilkaart(self.werkruimte.format, vak)
        self.verschil.overnemen.connect(self.neem_over)
        self.verschil.loslaten.connect(self.laat_los)
        self.verschil.hide()
        kolom.addWidget(self.vaststelling)
        kolom.addWidget(self.verschil)
        return vak

    def ververs(self) -> None:
        """Show the scan as it is now, or the copy; the explanation only when it was made anew."""
        self.vaststelling.ververs()
        if self.proef is not None:
            self._toon_proef(self.proef.waar_anders(self.werkruimte.scan))
        else:
            self._toon(self.werkruimte.beoordeling)
        if self._genomen is not None and not self._terug():
            self._genomen = None
            self.terugbalk.hide()

    def eerste_veld(self) -> QWidget | None:
        """The choice of the vaststelling."""
        return self.vaststelling.keuze.knop(self.vaststelling.keuze.waarde())

    def hideEvent(self, e: QHideEvent) -> None:
        """Another step is shown: what is tried out is let go."""
        super().hideEvent(e)
        if not e.spontaneous() and self.proef is not None:
            if self.proef:
                self.melding.emit(_LOSGELATEN)
            self.laat_los()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Esc stops trying out."""
        if e.key() == Qt.Key.Key_Escape and self.proef is not None:
            self.laat_los()
        else:
            super().keyPressEvent(e)

    # -- wat als ----------------------------------------------------------------------------------------------

    def begin_proef(self) -> None:
        """Try out other oordelen, on a copy."""
        if self.proefvak is None:
            self.proefvak = Proefvak(self.werkruimte.format, self.inhoud)
            self.proefvak.gekozen.connect(self._bij_keuze)
            self._proefplek.addWidget(self.proefvak)
            zet_tabvolgorde(self.verschil.laat_los, self.proefvak.findChildren(KeuzeVeld))
            laat_open(self.proefvak)
        self._zet_modus(Proef())
        self._naar(self.proefvak.veld(1))

    def probeer(self, proef: Proef) -> None:
        """Show what follows from other oordelen, as `begin_proef` has started."""
        self._toon_proef(proef.waar_anders(self.werkruimte.scan))

    def laat_los(self) -> None:
        """Stop trying out; the scan is as it was."""
        self._zet_modus(None)
        if self.isVisible():
            self._naar(self.watals)

    def neem_over(self) -> None:
        """Put what is ticked in the scan, as one step that can be undone; what is not ticked stays on trial."""
        if self.proef is None:
            return
        voor, genomen = self.werkruimte.scan, self.proef.beperkt_tot(self.verschil.gekozen())
        rest = self.proef.beperkt_tot([nr for nr in self.proef.nummers() if nr not in genomen.nummers()])
        self._genomen = (voor, genomen)
        self._zet_modus(rest if rest else None)
        self.werkruimte.wijzig(genomen.pas_toe(voor))
        self.ververs()
        self.terugbalk.toon(len(genomen.nummers()))
        self._naar(self.terugbalk.knop)

    def neem_terug(self) -> None:
        """Undo what was taken over, where it was not changed since."""
        terug = self._terug()
        self._genomen = None
        self.terugbalk.hide()
        if terug:
            self.werkruimte.wijzig(terug.pas_toe(self.werkruimte.scan))
            self.ververs()
        self._naar(self.watals)

    def _naar(self, veld: QWidget) -> None:
        """Focus on something near the top, with the voorstel in sight: what had focus is gone, and Qt scrolled on."""
        veld.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rol.verticalScrollBar().setValue(0)

    def _terug(self) -> Proef:
        if self._genomen is None:
            return Proef()
        voor, genomen = self._genomen
        return genomen.terug(voor, self.werkruimte.scan)

    def _zet_modus(self, proef: Proef | None) -> None:
        aan = proef is not None
        self.proef = proef
        self._kopie = None
        for deel, zichtbaar in (
            (self.balk, aan),
            (self.verschil, aan),
            (self.vaststelling, not aan),
            (self.watals, not aan),
        ):
            deel.setVisible(zichtbaar)
        if self.proefvak is not None:
            self.proefvak.setVisible(aan)
        zet_eigenschap(self.voorstel, "proef", aan)
        zet_eigenschap(self.verschil, "proef", aan)
        self.voorstel.kop.setText("Voorstel, als u dit overneemt" if aan else "Voorstel")
        if proef is not None:
            self._toon_proef(proef)
        else:
            self.werkruimte.uitgeprobeerd.emit(None)
            self._toon(self.werkruimte.beoordeling)

    def _toon_proef(self, proef: Proef) -> None:
        scan = self.werkruimte.scan
        kopie = proef.pas_toe(scan)
        if self._kopie is None or self._kopie[0] != kopie:
            self._kopie = (kopie, beoordeel_scan(kopie, self.werkruimte.format))
            self.werkruimte.uitgeprobeerd.emit(self._kopie[1])
        self.proef = proef
        beoordeling = self._kopie[1]
        if self.proefvak is not None:
            self.proefvak.toon(scan, proef)
        self.verschil.toon(scan, proef, self.werkruimte.beoordeling.voorstel, beoordeling.voorstel)
        self.verschil.neem_over.setHidden(self.werkruimte.op_slot)
        self._toon(beoordeling)

    def _bij_keuze(self, nr: int, waarde: str) -> None:
        if self.proef is None:
            return
        if nr:
            self.probeer(self.proef.met_oordeel(nr, Oordeel(waarde)))
        else:
            self.probeer(Proef(self.proef.oordelen, Hertoetsuitkomst(waarde)))

    def _bij_link(self, stap: str) -> None:
        """A link to a topic goes there; while something is tried out, to its choice on this page."""
        nummers = {topicstap(nr): nr for nr in OORDEEL_NRS}
        if self.proef is not None and self.proefvak is not None and stap in nummers:
            veld = self.proefvak.veld(nummers[stap])
            veld.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rol.ensureWidgetVisible(veld, 0, thema().px(maten.UITZICHT))
        else:
            self.naar_stap.emit(stap)

    def _toon(self, beoordeling: Beoordeling) -> None:
        if beoordeling is not self._getoond:
            self._getoond = beoordeling
            self.voorstel.toon(beoordeling)
            self.uitleg.toon(beoordeling)
