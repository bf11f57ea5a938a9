"""Who the user is, and whose name and logo stand on the reports."""

from __future__ import annotations

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.bouwstenen.adviseurvelden import Adviseurvelden
from vtscan_desktop.ui.instellingen.groep import Groep
from vtscan_desktop.ui.instellingen.huisstijlvak import Huisstijlvak


class GroepZelf(Groep):
    """Function, organisation and name: what a new scan begins with."""

    sleutel = "gegevens"
    titel = "Uw gegevens"
    uitleg = "Zo begint elke nieuwe scan; in een scan kunt u het anders invullen. Bestaande scans veranderen niet."

    def bouw(self) -> None:
        """The three fields, and the way to the identities that sign."""
        self.vak = Adviseurvelden(self.sessie.adviseur(), self)
        for veld in self.vak.velden.values():
            veld.veranderd.connect(self._bij_tekst)
        self.kolom.addWidget(self.vak)
        self.klein(
            "In de bestuurlijke editie van het rapport staan functie en organisatie, en geen namen. "
            "Dit staat alleen in uw versleutelde database."
        )
        self.knoppen(("Waarmee u ondertekent…", "schild", self._toon_identiteiten))

    def _bij_tekst(self, _tekst: str) -> None:
        try:
            self.sessie.onthoud_adviseur(self.vak.wie())
        except VtscanFout as fout:
            self.melding.emit(str(fout))

    def _toon_identiteiten(self) -> None:
        from vtscan_desktop.ui.rapporten.identiteiten import Identiteitenvenster

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
