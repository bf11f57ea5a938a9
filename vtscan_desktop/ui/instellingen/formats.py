"""What topics are called and what the leidraad asks: which format new scans begin with, and the way to the others."""

from __future__ import annotations

from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.instellingen.groep import Groep


class GroepFormats(Groep):
    """The format for new scans, by name; choosing is done where all of them stand."""

    sleutel = "formats"
    titel = "Formats"
    uitleg = "Hoe hoofdthema’s en topics heten, en wat de leidraad vraagt. Uw organisatie kan een eigen format hebben."

    def bouw(self) -> None:
        """The name, and the window with all formats."""
        self._standaard = label("", self)
        self.kolom.addWidget(self._standaard)
        (self.open,) = self.knoppen(("Eigen formats…", "", self._bij_open))
        self.ververs()

    def ververs(self) -> None:
        """Say which format a new scan begins with."""
        self._standaard.setText(f"Een nieuwe scan begint met {self.sessie.scans.formats.standaard().volledig}.")

    def _bij_open(self) -> None:
        from vtscan_desktop.ui.scans.formatvenster import open_formats

        open_formats(self.sessie, self).finished.connect(self._bij_dicht)

    def _bij_dicht(self, _uitkomst: int) -> None:
        if self.venster.sessie is not None:
            self.ververs()
