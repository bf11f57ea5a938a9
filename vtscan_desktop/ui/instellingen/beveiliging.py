"""Who gets in: locking, the passphrase, and the ways around it that the user chose."""

from __future__ import annotations

from vtscan_desktop.services.voorkeuren import VERGRENDELEN_NA
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.instellingen.groep import Groep
from vtscan_desktop.ui.sneltoetsen import sneltoets

_IN_BOS = "De sleutelbos van dit systeem bewaart uw wachtwoord: vtscan opent zonder te vragen."
_NIET_IN_BOS = "Uw wachtwoord wordt nergens bewaard; u typt het bij elke start."


class GroepBeveiliging(Groep):
    """When the window locks, and the windows about what opens it."""

    sleutel = "beveiliging"
    titel = "Beveiliging"
    met_database = False

    def bouw(self) -> None:
        """The time, and with a database its passphrase, herstelsleutel and keyring."""
        self.minuten = Knoppenrij("Vergrendelen na", self, wisbaar=False)
        for aantal in VERGRENDELEN_NA:
            self.minuten.voeg_toe(str(aantal), f"{aantal} min")
        self.minuten.zet_waarde(str(self.venster.weergave.voorkeuren.vergrendelen_na))
        self.minuten.veranderd.connect(self._bij_minuten)
        self.kop("Vergrendel als ik het venster niet gebruik", self.minuten)
        self.klein(
            "Eerst wordt alles bewaard. Met uw wachtwoord komt u terug waar u was. Het gebeurt ook als de computer in "
            f"slaapstand gaat, en meteen met {sneltoets('vergrendel').tekst}."
        )
        if self.venster.sessie is None:
            return
        self.kop("Wachtwoord en herstelsleutel")
        self._bos = label("", self, "gedempt")
        self.kolom.addWidget(self._bos)
        beveiliging = self.venster.beveiliging
        self.knoppen(
            ("Wachtwoord wijzigen…", "", beveiliging.open_wachtwoord),
            ("Herstelsleutel…", "", beveiliging.open_herstelsleutel),
            ("Sleutelbos…", "", beveiliging.open_sleutelbos),
        )
        self.ververs()

    def ververs(self) -> None:
        """Say whether the keyring has the passphrase."""
        if self.venster.sessie is not None:
            self._bos.setText(_IN_BOS if self.venster.weergave.voorkeuren.sleutelbos else _NIET_IN_BOS)

    def _bij_minuten(self, minuten: str) -> None:
        self.gekozen.emit(self.venster.weergave.voorkeuren._replace(vergrendelen_na=int(minuten)))
