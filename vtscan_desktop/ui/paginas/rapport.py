"""Makes the signed PDF: what it will hold, what is still missing, who signs, and what came of it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vtscan_desktop.domain.editie import bepaal_weggelaten
from vtscan_desktop.domain.errors import Afgebroken, VtscanFout
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.services.identiteiten import Kaart, waarschuwingen
from vtscan_desktop.services.rapporten import Rapportresultaat, rapportnaam, rapporttitel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, Taak, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel, mag_vervangen
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import Regel, breekbaar, knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.rijlijst import Lijst
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.langwerk import Afloop, Langwerk
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.rapportdelen import Medeondertekenaars, Uitkomst, wat_open_staat
from vtscan_desktop.ui.paginas.rapportkeuzen import Editiekeuze, Uitgever
from vtscan_desktop.ui.rapporten.identiteiten import Identiteitenvenster, geldigheid_van, status_van
from vtscan_desktop.ui.rapporten.voorbeeldvenster import Voorbeeldvenster, schrijf_weggelaten
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.teksten import ZELFONDERTEKEND, vingerafdruk_in_groepen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open
from vtscan_desktop.ui.werkruimte import Werkruimte

_TOCH = "Toch ondertekenen"


class RapportPagina(Pagina):
    """The last step. The report is made from the scan as it is when the button is pressed."""

    eigen_stand = True

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget, sessie: Sessie) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Rapport", onder="Een ondertekend PDF-bestand, klaar om te mailen"
        )
        laat_open(self)
        self._sessie = sessie
        self._identiteit: Kaart | None = None
        self._gevraagd = False
        self._vervang = False
        self._taak: Taak | None = None
        self.pad = documentenmap() / rapportnaam(werkruimte.scan)
        self._eigen_pad = False
        self._bouw_inhoud()
        self._bouw_ondertekening()
        self._bouw_uitgever()
        self._bouw_maken()

    def ververs(self) -> None:
        """Show what is missing and who signs, as it is now."""
        scan = self.werkruimte.scan
        self.ontbreekt.toon(wat_open_staat(self.werkruimte.nakijkpunten(), scan))
        self.compleet.setVisible(self.ontbreekt.isHidden())
        self._toon_identiteit()
        self.uitgever.toon(self._sessie.huisstijl())
        self._bij_editie()

    def showEvent(self, e: QShowEvent) -> None:
        """Offer the earlier scans; the first time, look up who signs: that takes reading a certificate."""
        super().showEvent(e)
        scan = self.werkruimte.scan
        self.editie.zet_eerdere(
            tuple(regel for regel in self.werkruimte.scans.van_regio(scan) if regel.peildatum < scan.peildatum)
        )
        if not self._gevraagd:
            self._gevraagd = True
            self._zoek_identiteit()

    def eerste_veld(self) -> QWidget | None:
        """The editie that is chosen: the button that makes it may be out of sight."""
        return self.editie.edities[self.editie.keuze().editie]

    def zet_pad(self, pad: Path) -> None:
        """Choose where the report goes."""
        self.pad = pad
        self._eigen_pad = True
        self._toon_pad()

    def start(self) -> None:
        """Keep all, ask before replacing a file, and make the report off this thread."""
        self.fout.hide()
        vervang = self.pad.exists()
        if vervang and not mag_vervangen(self, self.pad, "Bestaand rapport vervangen?"):
            return
        try:
            self.werkruimte.bewaar_nu()
        except VtscanFout as fout:
            self._bij_fout(fout)
            return
        self._zet_bezig(True)
        self._vervang = vervang
        vooraf = partial(_waarschuw, self._sessie, self.werkruimte.nu())
        voer_uit(vooraf, self, klaar=self._bij_waarschuwingen, mislukt=self._bij_fout)

    def _bij_waarschuwingen(self, zinnen: tuple[str, ...]) -> None:
        """Sign, unless something speaks against it and the user minds."""
        if zinnen and vraag(self, "Nu ondertekenen?", "\n\n".join(zinnen), _TOCH) != _TOCH:
            self._zet_bezig(False)
            return
        werk = partial(
            _maak,
            self._sessie,
            self.werkruimte.scan,
            self.pad,
            nu=self.werkruimte.nu(),
            vervang=self._vervang,
            medeondertekenaars=self.ondertekenaars.titels(),
            keuze=self.editie.keuze(),
        )
        self._taak = Langwerk.van(self).begin(
            self,
            "Rapport maken",
            werk,
            klaar=self._bij_klaar,
            mislukt=self._bij_fout,
            vertel=_vertel,
            voortgang=self._bij_voortgang,
        )
        self.stop.setEnabled(True)
        self.stop.show()

    def _bij_afbreken(self) -> None:
        """Ask it to stop; the progress shows until it has."""
        if self._taak is not None:
            self._taak.breek_af()
            self.stop.setEnabled(False)
            self._stap.setText("Afbreken…")

    def _bouw_inhoud(self) -> None:
        self.kop("Wat erin komt")
        self.editie = Editiekeuze(self.werkruimte.scan, self.inhoud)
        self.editie.veranderd.connect(self._bij_editie)
        self.kolom.addWidget(self.editie)
        self.voorbeeld = knop("Voorbeeld bekijken…", self.inhoud)
        self.voorbeeld.clicked.connect(self.toon_voorbeeld)
        self.versies = knop("Versies van deze scan…", self.inhoud, icoon="klok-terug")
        self.versies.clicked.connect(self.versies_gevraagd)
        knoppen = Stroom(tussen=thema().px(maten.KLEIN), regel=thema().px(maten.KLEIN))
        for deze in (self.voorbeeld, self.versies):
            knoppen.addWidget(deze)
        self.kolom.addLayout(knoppen)
        self.ontbreekt = Lijst("Voordat u het maakt", self.inhoud)
        self.ontbreekt.gekozen.connect(self.naar_stap)
        self.kolom.addWidget(self.ontbreekt)
        self.compleet = label(
            "Er is niets meer na te lopen: alle topics, uw vaststelling en de zienswijzen staan erin.", self.inhoud
        )
        self.kolom.addWidget(self.compleet)

    def _bouw_ondertekening(self) -> None:
        t = thema()
        self.kop("Wie ondertekent")
        kaart, kolom = _kaart(self.inhoud)
        self._wie = label("", kaart, "kop")
        kolom.addWidget(self._wie)
        self._eerlijk = label("", kaart, "gedempt")
        kolom.addWidget(self._eerlijk)
        self._kenmerk = label("", kaart, "klein")
        self._kenmerk.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kolom.addWidget(self._kenmerk)
        self.identiteiten = knop("Andere identiteit…", kaart, "link")
        self.identiteiten.clicked.connect(self._toon_identiteiten)
        kolom.addWidget(self.identiteiten, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addSpacing(t.px(maten.SMAL))
        kolom.addWidget(label("Daarna kunnen zij tekenen, elk in een eigen vak:", kaart, "gedempt"))
        self.ondertekenaars = Medeondertekenaars(self._sessie, self.werkruimte.scan.id, kaart)
        self.ondertekenaars.melding.connect(self.melding)
        kolom.addWidget(self.ondertekenaars)
        self.kolom.addWidget(kaart)

    def _bouw_maken(self) -> None:
        self.kop("Waar het komt")
        rij = Stroom(tussen=thema().px(maten.KLEIN), uiteen=True)
        self._plek = Regel("", self.inhoud)
        rij.addWidget(self._plek)
        self.kies = knop("Andere plek…", self.inhoud, icoon="map")
        self.kies.clicked.connect(self._kies_plek)
        rij.addWidget(self.kies)
        self.kolom.addLayout(rij)
        maakrij = QHBoxLayout()
        maakrij.setSpacing(thema().px(maten.GEWOON))
        self.maak = knop("Maak rapport", self.inhoud, "hoofd")
        self.maak.setObjectName("maak_rapport")
        self.maak.clicked.connect(self.start)
        maakrij.addWidget(self.maak)
        self.balk = QProgressBar(self.inhoud)
        self.balk.setAccessibleName("Voortgang van het rapport")
        self.balk.setTextVisible(False)
        self.balk.hide()
        maakrij.addWidget(self.balk, 1)
        self.stop = knop("Afbreken", self.inhoud)
        self.stop.clicked.connect(self._bij_afbreken)
        self.stop.hide()
        maakrij.addWidget(self.stop)
        self._stap = label("", self.inhoud, "gedempt", breekt=False)
        maakrij.addWidget(self._stap)
        maakrij.addStretch(0)
        self.kolom.addLayout(maakrij)
        self.fout = label("", self.inhoud, "waarschuwing")
        self.fout.hide()
        self.kolom.addWidget(self.fout)
        self.uitkomst = Uitkomst(self.inhoud)
        self.uitkomst.melding.connect(self.melding)
        self.kolom.addWidget(self.uitkomst)

    def _bouw_uitgever(self) -> None:
        self.kop("Wie het uitgeeft")
        self.uitgever = Uitgever(self.inhoud)
        self.uitgever.wijzigen.connect(self._bij_wijzig_uitgever)
        self.kolom.addWidget(self.uitgever)

    def _bij_wijzig_uitgever(self) -> None:
        self.instellingen_gevraagd.emit("organisatie")

    def toon_voorbeeld(self) -> Voorbeeldvenster:
        """Show the pages of the report as it would be made now."""
        scan, keuze = self.werkruimte.scan, self.editie.keuze()
        maak = partial(
            self._sessie.maak_voorbeeld,
            scan,
            nu=self.werkruimte.nu(),
            medeondertekenaars=self.ondertekenaars.titels(),
            keuze=keuze,
        )
        weg = schrijf_weggelaten(bepaal_weggelaten(scan)) if keuze.editie is Editie.BESTUURLIJK else ""
        venster = Voorbeeldvenster(maak, rapporttitel(scan, keuze.editie), weg, self)
        venster.open()
        return venster

    def _bij_editie(self) -> None:
        if not self._eigen_pad:
            self.pad = self.pad.with_name(rapportnaam(self.werkruimte.scan, self.editie.keuze().editie))
        self._toon_pad()

    def _toon_pad(self) -> None:
        self._plek.setText(breekbaar(self.pad))

    def _toon_identiteit(self) -> None:
        wie = self.werkruimte.scan.adviseur
        naam = ", ".join(deel for deel in (wie.functie.strip(), wie.organisatie.strip()) if deel) or "Adviseur"
        kaart = self._identiteit
        self._wie.setText(f"U tekent als eerste: {naam if kaart is None else kaart.kenmerken.naam}")
        self._kenmerk.setVisible(kaart is not None)
        if kaart is None:
            self._eerlijk.setText(
                f"Bij het eerste rapport maakt het programma een identiteit voor u: {ZELFONDERTEKEND}. "
                "Elke wijziging na het tekenen is te zien, maar wie er tekende heeft niemand anders gecontroleerd."
            )
            return
        self._eerlijk.setText(
            f"{status_van(kaart)}. Ontvangers herkennen uw identiteit aan de vingerafdruk; geef die zelf door, "
            "bijvoorbeeld per telefoon."
        )
        afdruk = vingerafdruk_in_groepen(kaart.kenmerken.vingerafdruk)
        self._kenmerk.setText(f"Vingerafdruk: {afdruk}\n{geldigheid_van(kaart)}")

    def _toon_identiteiten(self) -> None:
        wie = self.werkruimte.scan.adviseur
        venster = Identiteitenvenster(self._sessie, self.werkruimte.nu, (wie.functie, wie.organisatie), self)
        venster.gewijzigd.connect(self._zoek_identiteit)
        venster.open()

    def _zoek_identiteit(self) -> None:
        voer_uit(partial(_identiteit, self._sessie), self, klaar=self._bij_identiteit, mislukt=self._toon_fout)

    def _bij_identiteit(self, kaart: Kaart | None) -> None:
        self._identiteit = kaart
        self._toon_identiteit()

    def _kies_plek(self) -> None:
        pad = kies_doel(self, "Waar komt het rapport?", self.pad, "PDF (*.pdf)", vraagt_later=True)
        if pad is not None:
            self.zet_pad(pad)

    def _zet_bezig(self, bezig: bool) -> None:
        self.maak.setEnabled(not bezig)
        self.kies.setEnabled(not bezig)
        self.balk.setVisible(bezig)
        self.balk.setRange(0, 0)
        self._stap.setText("")
        self._taak = None
        self.stop.hide()
        if bezig:
            self.uitkomst.hide()

    def _bij_voortgang(self, tekst: str, stap: int, van: int) -> None:
        self.balk.setRange(0, van)
        self.balk.setValue(stap - 1)
        if self.stop.isEnabled():
            self._stap.setText(f"{tekst}…")

    def _bij_klaar(self, resultaat: Rapportresultaat) -> None:
        self._zet_bezig(False)
        self.uitkomst.toon(resultaat, self.werkruimte.scan)
        QTimer.singleShot(0, self, self._rol_naar_uitkomst)  # once there is room for it
        self._zoek_identiteit()

    def _rol_naar_uitkomst(self) -> None:
        self.uitkomst.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rol.ensureWidgetVisible(self.uitkomst)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self._zet_bezig(False)
        self.maak.setFocus()  # which it lost while it could not be pressed
        if isinstance(fout, Afgebroken):
            self.melding.emit(str(fout))
        else:
            self._toon_fout(fout)

    def _toon_fout(self, fout: VtscanFout) -> None:
        self.fout.setText(str(fout))
        self.fout.show()


def _maak(sessie: Sessie, scan: Any, pad: Path, melder: Melder, **opdracht: Any) -> Rapportresultaat:
    return sessie.maak_rapport(scan, pad, voortgang=melder, **opdracht)


def _vertel(resultaat: Rapportresultaat) -> Afloop:
    return Afloop("Het rapport is gemaakt en ondertekend", "\n".join((str(resultaat.pad), *resultaat.meldingen)))


def _identiteit(sessie: Sessie, _melder: Melder) -> Kaart | None:
    return sessie.identiteit()


def _waarschuw(sessie: Sessie, nu: datetime, _melder: Melder) -> tuple[str, ...]:
    kaart = sessie.identiteit()
    return waarschuwingen(kaart.kenmerken if kaart else None, nu, sessie.laatste_moment())


def _kaart(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    t = thema()
    kaart = QFrame(parent)
    zet_soort(kaart, "kaart")
    kolom = QVBoxLayout(kaart)
    kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
    kolom.setSpacing(t.px(maten.SMAL))
    return kaart, kolom
