"""The escalatieladder: where it stands, what is proposed next and why, and the steps themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtscan_desktop.domain.escalatie import EIGEN_LADDER, Advies, Escalatievoorstel, bepaal_ladder
from vtscan_desktop.domain.risicoscan import Maatwerkactie
from vtscan_desktop.services.tabelsoorten import MAATWERKACTIES
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.rijlijst import Lijst, Rij
from vtscan_desktop.ui.bouwstenen.tweeluik import Tweeluik
from vtscan_desktop.ui.figuren.laddervak import Laddervak
from vtscan_desktop.ui.paginas.categorieteksten import schakel
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabellen.tabelkoppeling import maak_tabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_TERMIJN = next(i for i, kolom in enumerate(MAATWERKACTIES.kolommen) if kolom.sleutel == "termijn")


class EscalatiePagina(Pagina):
    """The ladder beside the proposal, and under them the one place where maatwerkacties are typed."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap,
            werkruimte,
            parent,
            titel="Escalatie",
            onder="Van adviesgesprek tot bewindspersoon: wat is gedaan, en wat kan nu helpen",
            breed=True,
        )
        self._voorstel: Escalatievoorstel | None = None
        boven = Tweeluik(1, 1, 760, self.inhoud)
        self.ladder = Laddervak(boven)
        boven.vul(self.ladder, self._maak_voorstelvak(boven))
        self.kolom.addSpacing(thema().px(maten.KLEIN))
        self.kolom.addWidget(boven)
        self.kop("Stappen en andere maatwerkacties")
        self.tabel = maak_tabel("maatwerkacties", werkruimte, self.inhoud)
        self.tabel.geweigerd.connect(self.melding)
        self.kolom.addWidget(self.tabel)

    def ververs(self) -> None:
        """Show the ladder as it is today."""
        vandaag = self.werkruimte.nu().date()
        ladder = bepaal_ladder(self.werkruimte.scan, self.werkruimte.format, vandaag)
        self.ladder.toon(ladder, vandaag)
        self._toon_voorstel(ladder.voorstel)
        self.tabel.ververs()

    def eerste_veld(self) -> QWidget | None:
        """The first step; without one the page itself, for Enter must not add one unasked."""
        return self.tabel.focusketen()[0] if self.tabel.aantal() else self.rol

    def _maak_voorstelvak(self, parent: QWidget) -> QWidget:
        t = thema()
        vak = QFrame(parent)
        zet_soort(vak, "kaart")
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.KLEIN))
        kolom.addWidget(label("Volgende stap", vak, "gedempt"))
        self.zin = label("", vak, "tussenkop")
        kolom.addWidget(self.zin)
        self.redenen = Lijst("Waarom", vak)
        self.redenen.gekozen.connect(self.naar_stap)
        kolom.addWidget(self.redenen)
        self.zet = knop("Zet deze stap", vak, "hoofd")
        self.zet.clicked.connect(self._bij_zet)
        kolom.addWidget(self.zet, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addStretch(1)
        kolom.addWidget(label(EIGEN_LADDER, vak, "klein"))
        return vak

    def _toon_voorstel(self, voorstel: Escalatievoorstel) -> None:
        if voorstel == self._voorstel:
            return
        self._voorstel = voorstel
        self.zin.setText(voorstel.tekst)
        rijen = tuple(
            Rij(
                uitleg=reden.tekst,
                bron=f"Basis op orde, {reden.bron}",
                links=schakel(reden.topic) if reden.topic else "",
            )
            for reden in voorstel.redenen
        )
        self.redenen.toon(rijen)
        self.redenen.setVisible(bool(rijen))
        self.zet.setVisible(voorstel.advies is Advies.ZETTEN)

    def _bij_zet(self) -> None:
        """Add the proposed steps; the cursor goes to the day of the first."""
        assert self._voorstel is not None
        nieuw = tuple(Maatwerkactie(soort, aanleiding=self._voorstel.aanleiding) for soort in self._voorstel.soorten)
        self.werkruimte.wijzig_veld(maatwerkacties=(*self.werkruimte.scan.maatwerkacties, *nieuw))
        self.tabel.ververs()
        self.tabel.rij(self.tabel.aantal() - len(nieuw)).veld(_TERMIJN).setFocus()
