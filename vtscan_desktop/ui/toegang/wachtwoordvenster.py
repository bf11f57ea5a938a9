"""Another passphrase: asked for and done off this thread; the main window then shows the new herstelsleutel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from vtscan_desktop.services.kopiewerk import alle_kopieen
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.wachtwoord import Wissel, verander_wachtwoord
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.keuzen import Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.velden import geheimveld
from vtscan_desktop.ui.langwerk import Afloop, Langwerk
from vtscan_desktop.ui.toegang.nieuw_wachtwoord import NieuwWachtwoord

_MAAT = QSize(600, 640)
_UITLEG = (
    "Alle scans worden opnieuw versleuteld. U krijgt ook een nieuwe herstelsleutel: de oude opent daarna alleen nog "
    "oude kopieën. Valt de stroom uit, dan geldt het oude of het nieuwe wachtwoord, en er gaat niets verloren."
)


def _wissel(sessie: Sessie, huidig: str, nieuw: str, ook_kopieen: bool, in_bos: bool, melder: Melder) -> Wissel:
    return verander_wachtwoord(sessie.opslag, huidig, nieuw, ook_kopieen=ook_kopieen, in_sleutelbos=in_bos, meld=melder)


class Wachtwoordvenster(Formuliervenster):
    """Asks for the passphrase of now and for another."""

    def __init__(self, sessie: Sessie, in_sleutelbos: bool, parent: QWidget) -> None:
        super().__init__("Wachtwoord wijzigen", _UITLEG, "Wijzig het wachtwoord", _MAAT, parent)
        self._sessie = sessie
        self._in_bos = in_sleutelbos
        self.huidig = geheimveld("Huidig wachtwoord of herstelsleutel", self.vak)
        self.kop("Huidig wachtwoord of herstelsleutel", self.huidig)
        self.nieuw = NieuwWachtwoord(self.vak, "Nieuw wachtwoord")
        self.nieuw.klaar.connect(self._bij_hoofd)
        self.nieuw.gekeurd.connect(self._bij_gekeurd)
        self.kolom.addWidget(self.nieuw)
        self.kopieen = Vinkregel(_kopiezin(len(alle_kopieen(sessie.opslag))), self.vak)
        self.kopieen.zet(True)
        self.kolom.addWidget(self.kopieen)
        kopie_uitleg = (
            "Wat u niet meeneemt, opent alleen met het oude wachtwoord. Kopieën die u zelf elders hebt gezet, kent "
            "vtscan niet: die houden hun oude wachtwoord, en wie dat kent kan ze lezen."
        )
        self.kolom.addWidget(label(kopie_uitleg, self.vak, "klein"))
        self.kolom.addStretch(1)
        self.huidig.setFocus()

    def doe(self) -> None:
        """Change it, once the new one was found strong enough."""
        if not self.huidig.tekst():
            self.toon_fout("Vul eerst uw huidige wachtwoord in.")
            return
        self.zet_bezig(True)
        self.nieuw.keur()

    def _bij_gekeurd(self, bezwaar: str) -> None:
        if bezwaar:
            self.zet_bezig(False)
            self.toon_fout(bezwaar)
            self.nieuw.wachtwoord.setFocus()
            return
        keuzen = (self.huidig.tekst(), self.nieuw.tekst(), self.kopieen.aan(), self._in_bos)
        Langwerk.van(self).begin(
            self,
            "Wachtwoord wijzigen",
            partial(_wissel, self._sessie, *keuzen),
            klaar=self._bij_wissel,
            mislukt=self.bij_fout,
            vertel=vertel,
            voortgang=self.toon_voortgang,
        )

    def _bij_wissel(self, wissel: Wissel) -> None:
        """The new one holds: nothing of the old or new stays in a field, and the key is shown."""
        self.zet_bezig(False)
        self.huidig.clear()
        self.nieuw.wis()
        self.accept()
        Langwerk.van(self).toon(vertel(wissel))


def vertel(wissel: Wissel) -> Afloop:
    """What came of it, in words."""
    zinnen = ["Hieronder staat uw nieuwe herstelsleutel; vernietig de oude."]
    if wissel.overgezet:
        zinnen.append(f"{_aantal(wissel.overgezet)} opnieuw versleuteld.")
    if wissel.gebleven:
        zinnen.append("Niet elke reservekopie ging mee: wie het oude wachtwoord kent, kan die nog lezen.")
    if wissel.melding:
        zinnen.append(wissel.melding)
    return Afloop("Het nieuwe wachtwoord geldt", " ".join(zinnen), sleutel=True, oude_kopieen=wissel.gebleven)


def _kopiezin(aantal: int) -> str:
    if not aantal:
        return "Ook reservekopieën opnieuw versleutelen (er zijn er nog geen)"
    return f"Ook {'de ene reservekopie' if aantal == 1 else f'alle {aantal} reservekopieën'} opnieuw versleutelen"


def _aantal(aantal: int) -> str:
    return "Eén reservekopie is" if aantal == 1 else f"{aantal} reservekopieën zijn"
