"""Taking a person out: first every place where the name stands, and only then out of all of them.

What came of it is told by the main window, for the screen may be locked by then.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from vtscan_desktop.services.persoon import Wisplan, Wisuitkomst, maak_plan, stel_vervanging_voor, vat_samen, wis
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.langwerk import Afloop, Langwerk

_MAAT = QSize(640, 680)
_FRAGMENTEN = 12
"""So many different ones are shown of the words around it; of the rest the number."""
_UITLEG = (
    "De naam gaat uit alle scans in deze database: notities, teksten, eerdere versies, het zoekregister, wat bij "
    "rapporten is bewaard, en de reservekopieën. U ziet eerst waar de naam staat."
)
_BUITEN = (
    "Buiten bereik blijven: de PDF's en bestanden die u al gaf of opsloeg, kopieën die u zelf elders zette, en de "
    "identiteit waarmee u ondertekent. Vraag ontvangers zo nodig om hun exemplaar te vernietigen."
)


def _zoek(sessie: Sessie, namen: tuple[str, ...], vervanging: str, _melder: Melder) -> Wisplan:
    return maak_plan(sessie.opslag, namen, vervanging or stel_vervanging_voor(sessie.opslag, namen))


def _wis(sessie: Sessie, plan: Wisplan, nu: datetime, melder: Melder) -> Wisuitkomst:
    return wis(sessie.opslag, plan, nu, melder)


class Persoonvenster(Formuliervenster):
    """`verwijderd` tells that the name was taken out."""

    verwijderd = Signal()

    def __init__(self, sessie: Sessie, nu: datetime, parent: QWidget) -> None:
        super().__init__("Verwijder een persoon", _UITLEG, "Zoek waar de naam staat", _MAAT, parent)
        self._sessie = sessie
        self._nu = nu
        self.plan: Wisplan | None = None
        self.naam = RegelVeld("Naam", self.vak, hint="A. de Vries; de Vries; Anna")
        self.kop("Naam, en elke andere schrijfwijze na een puntkomma", self.naam)
        self.vervanging = RegelVeld("Wat ervoor in de plaats komt", self.vak, maximum=60)
        self.vervanging.setPlaceholderText("de functie, of [verwijderd] als die niet bekend is")
        self.kop("Wat ervoor in de plaats komt (mag leeg blijven)", self.vervanging)
        self.overzicht = label("", self.vak)
        self.overzicht.setAccessibleName("Waar de naam staat")
        self.kolom.addWidget(self.overzicht)
        self.kolom.addStretch(1)
        for veld in (self.naam, self.vervanging):
            veld.veranderd.connect(self._bij_typen)
            veld.returnPressed.connect(self._bij_hoofd)
        self.naam.setFocus()

    def doe(self) -> None:
        """Find, or remove what was found."""
        self.zet_bezig(True)
        if self.plan is not None:
            Langwerk.van(self).begin(
                self,
                "Persoon verwijderen",
                partial(_wis, self._sessie, self.plan, self._nu),
                klaar=self._bij_gewist,
                mislukt=self.bij_fout,
                vertel=partial(vertel, self.plan.rapporten),
                voortgang=self.toon_voortgang,
            )
            return
        namen = tuple(naam.strip() for naam in self.naam.tekst().split(";") if naam.strip())
        zoek = partial(_zoek, self._sessie, namen, self.vervanging.tekst().strip())
        voer_uit(zoek, self, klaar=self._bij_plan, mislukt=self.bij_fout)

    def _bij_typen(self, _tekst: str) -> None:
        """Another name makes another plan."""
        self.plan = None
        self.overzicht.setText("")
        self._zet_hoofd("Zoek waar de naam staat", gevaar=False)

    def _bij_plan(self, plan: Wisplan) -> None:
        self.zet_bezig(False)
        balk = self.rol.verticalScrollBar()
        balk.rangeChanged.connect(self._rol_naar_overzicht, Qt.ConnectionType.SingleShotConnection)
        self.overzicht.setText(beschrijf(plan))
        if plan.plekken or plan.kopieen:  # a backup may hold what the database no longer does
            self.plan = plan
            self._zet_hoofd("Verwijder deze persoon", gevaar=True)

    def _rol_naar_overzicht(self) -> None:
        """With large text what was found lies below what is seen: show it, once there is room for it."""
        self.rol.verticalScrollBar().setValue(self.overzicht.y())

    def _bij_gewist(self, uitkomst: Wisuitkomst) -> None:
        self.zet_bezig(False)
        rapporten = self.plan.rapporten if self.plan is not None else ()
        self.accept()
        self.verwijderd.emit()
        Langwerk.van(self).toon(vertel(rapporten, uitkomst))

    def _zet_hoofd(self, tekst: str, *, gevaar: bool) -> None:
        self.hoofd.setText(tekst)
        zet_eigenschap(self.hoofd, "soort", "gevaar" if gevaar else "hoofd")


def beschrijf(plan: Wisplan) -> str:
    """The plan in words, a line a place."""
    if not plan.plekken:
        regels = ["De naam staat nergens in deze database."]
    else:
        regels = [f"De naam staat op {len(plan.plekken)} plekken. Ervoor in de plaats komt: {plan.vervanging}.", ""]
        regels += [f"• {regel}" for regel in vat_samen(plan)]
        fragmenten = list(dict.fromkeys(plek.fragment for plek in plan.plekken))
        regels += ["", *(f"“{fragment}”" for fragment in fragmenten[:_FRAGMENTEN])]
        if (rest := len(fragmenten) - _FRAGMENTEN) > 0:
            regels.append(f"en nog {rest} andere")
    if plan.kopieen:
        regels += ["", f"Doorzocht en opnieuw geschreven {_worden(len(plan.kopieen))}."]
    if plan.gesloten_kopieen:
        namen = ", ".join(pad.name for pad in plan.gesloten_kopieen)
        regels += [
            "",
            f"Niet te openen met uw wachtwoord van nu, dus niet doorzocht: {namen}. "
            "Na afloop kunt u ze hier verwijderen.",
        ]
    return "\n".join([*regels, "", *_buiten(plan.rapporten), "", "Verwijderen kan niet ongedaan worden gemaakt."])


def vertel(rapporten: tuple[str, ...], uitkomst: Wisuitkomst) -> Afloop:
    """What was done, in words."""
    regels = [f"Aangepaste teksten: {uitkomst.teksten}; reservekopieën: {uitkomst.kopieen}."]
    regels += [f"Niet gelukt in {regel}" for regel in uitkomst.mislukt]
    titel = "De naam is verwijderd, maar niet overal" if uitkomst.mislukt else "De naam is verwijderd"
    return Afloop(titel, "\n".join([*regels, "", *_buiten(rapporten)]), oude_kopieen=uitkomst.gesloten_kopieen)


def _worden(aantal: int) -> str:
    return "wordt ook de ene reservekopie" if aantal == 1 else f"worden ook alle {aantal} reservekopieën"


def _buiten(rapporten: tuple[str, ...]) -> list[str]:
    lijst = ["", "Uitgegeven rapporten van deze scans:", *(f"• {rapport}" for rapport in rapporten)]
    return [_BUITEN, *(lijst if rapporten else [])]
