"""Who the user is, and whose name and logo stand on the reports."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.services.adviseur import DELEN
from vtscan_desktop.ui.instellingen.groep import Groep
from vtscan_desktop.ui.instellingen.huisstijlvak import Huisstijlvak
from vtscan_desktop.ui.scanveld import Formulier
from vtscan_desktop.ui.velden import RegelVeld

_VELDEN = {
    "functie": ("Uw functie", "bijvoorbeeld adviseur", 230),
    "organisatie": ("Uw organisatie", "bijvoorbeeld VNG", 170),
    "naam": ("Uw naam (mag leeg blijven)", "", 170),
}


def adviseurvelden(parent: QWidget) -> tuple[Formulier, dict[str, RegelVeld]]:
    """The fields for who the user is, function first: the form, and each field by its part of `DELEN`."""
    vak = Formulier(parent)
    velden = {}
    for deel in DELEN:
        kop, hint, breedte = _VELDEN[deel]
        veld = RegelVeld(kop, vak, hint=hint)
        veld.setObjectName(f"adviseur-{deel}")
        vak.voeg_toe(kop, veld, breedte)
        velden[deel] = veld
    return vak, velden


class GroepZelf(Groep):
    """Function, organisation and name: what a new scan begins with."""

    sleutel = "gegevens"
    titel = "Uw gegevens"
    uitleg = "Zo begint elke nieuwe scan; in een scan kunt u het anders invullen. Bestaande scans veranderen niet."

    def bouw(self) -> None:
        """The three fields, and the way to the identities that sign."""
        vak, self.velden = adviseurvelden(self)
        wie = self.sessie.adviseur()
        for deel, veld in self.velden.items():
            veld.zet_tekst(getattr(wie, deel))
            veld.veranderd.connect(self._bij_tekst)
        self.kolom.addWidget(vak)
        self.klein(
            "In de bestuurlijke editie van het rapport staan functie en organisatie, en geen namen. "
            "Dit staat alleen in uw versleutelde database."
        )
        self.knoppen(("Waarmee u ondertekent…", "schild", self._toon_identiteiten))

    def _bij_tekst(self, _tekst: str) -> None:
        delen = {deel: veld.tekst() for deel, veld in self.velden.items()}
        try:
            self.sessie.onthoud_adviseur(replace(self.sessie.adviseur(), **delen))
        except VtscanFout as fout:
            self.melding.emit(str(fout))

    def _toon_identiteiten(self) -> None:
        from vtscan_desktop.ui.identiteiten import Identiteitenvenster

        wie = self.sessie.adviseur()
        Identiteitenvenster(self.sessie, self.venster.klok, (wie.functie, wie.organisatie), self).open()


class GroepOrganisatie(Groep):
    """Name and logo on page one of every report."""

    sleutel = "organisatie"
    titel = "Organisatie en logo"
    uitleg = "Wie de rapporten uitgeeft. Het komt boven aan pagina 1 van elk rapport dat u van nu af maakt."

    def bouw(self) -> None:
        """The name, and the logo as it will be printed."""
        self.huisstijl = Huisstijlvak(self.sessie, self)
        self.huisstijl.melding.connect(self.melding)
        self.kolom.addWidget(self.huisstijl)
