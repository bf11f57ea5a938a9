"""What a check of a report finds: the values that `vtscan controleer --json` prints (`docs/commands.md`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vtscan_desktop.domain.risicoscan import Editie


@dataclass(frozen=True, slots=True)
class Handtekening:
    """One signature. `tijd` is what the signer says, with its offset, or None; `vingerafdruk` of the certificate.

    `titel` is what the field is called for people. `volledig` says that it covers the file to its end; else it covers
    the file as it was when it was put.
    """

    veld: str
    naam: str
    tijd: datetime | None
    geldig: bool
    vertrouwd: bool
    vingerafdruk: str
    titel: str = ""
    uitgever: str = ""
    zelfondertekend: bool = False
    volledig: bool = False


@dataclass(frozen=True, slots=True)
class Scaninfo:
    """Which scan a report carries."""

    id: str
    regio: str
    peildatum: date
    editie: Editie


@dataclass(frozen=True, slots=True)
class Controle:
    """The whole answer. `geldig`: signed, every signature intact, and nothing but allowed changes after the first.

    `open_velden` are the signature fields still empty, in document order, and `open_titels` what they are called for
    people; `meldingen` are Dutch sentences, of which `bezwaren` are those that make the report as a whole not valid.
    """

    geldig: bool
    handtekeningen: tuple[Handtekening, ...] = ()
    open_velden: tuple[str, ...] = ()
    scan: Scaninfo | None = None
    meldingen: tuple[str, ...] = ()
    open_titels: tuple[str, ...] = ()
    bezwaren: tuple[str, ...] = ()

    def als_object(self) -> dict[str, object]:
        """The JSON object of `controleer --json`."""
        return {
            "geldig": self.geldig,
            "handtekeningen": [
                {
                    "veld": h.veld,
                    "naam": h.naam,
                    "tijd": h.tijd.isoformat() if h.tijd else None,
                    "geldig": h.geldig,
                    "vertrouwd": h.vertrouwd,
                    "vingerafdruk": h.vingerafdruk,
                }
                for h in self.handtekeningen
            ],
            "open_velden": list(self.open_velden),
            "scan": self.scan
            and {
                "id": self.scan.id,
                "regio": self.scan.regio,
                "peildatum": self.scan.peildatum.isoformat(),
                "editie": self.scan.editie.value,
            },
            "meldingen": list(self.meldingen),
        }
