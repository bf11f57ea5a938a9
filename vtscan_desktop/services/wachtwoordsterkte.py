"""How strong a passphrase is: how long someone who has the file, and a fast computer, would have to guess.

zxcvbn counts the guesses; it gets the words of the Dutch dictionary and of the field beside its own English ones, since
someone who guesses has them too. Nothing of the passphrase is kept or leaves this computer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

POGINGEN_PER_SECONDE = 10_000
"""What a thief with a rack of graphics cards may reach: a guess takes 64 MiB and some 0.1 s of one core (argon2id)."""
_GEWOGEN = 72
"""Characters that are looked at; more than these make no passphrase weaker."""
_UUR, _DAG, _JAAR = 3600.0, 86_400.0, 31_557_600.0
_TE_ZWAK_S = _DAG
_EIGEN = ("vtscan", "risicoscan", "risicoscans", "veilig", "thuis", "veiligthuis", "wachtwoord", "welkom", "geheim")
_DUREN = (
    (60.0, "binnen een minuut"),
    (_UUR, "binnen een uur"),
    (_DAG, "binnen een dag"),
    (30 * _DAG, "binnen een maand"),
    (_JAAR, "binnen een jaar"),
    (100 * _JAAR, "in tientallen jaren"),
    (10_000 * _JAAR, "in honderden jaren of meer"),
)
_RAAD_BIJ = {
    "dictionary": "Eén bekend woord met een cijfer of teken erbij is snel geraden.",
    "spatial": "Toetsen die naast elkaar liggen, zijn snel geraden.",
    "repeat": "Herhalingen maken een wachtwoord nauwelijks sterker.",
    "sequence": "Reeksen zoals abc of 6543 zijn snel geraden.",
    "regex": "Een jaartal is snel geraden.",
    "date": "Een datum is snel geraden.",
}
_MEER = "Neem er een paar gewone woorden bij die niets met elkaar te maken hebben."


_beurt = Lock()
"""zxcvbn changes tables of its own while it works."""


@dataclass(frozen=True, slots=True)
class Sterkte:
    """An estimate: `stand` from 0 (refused) to 3, a word for it, and one or two sentences."""

    stand: int
    woord: str
    zin: str

    @property
    def te_zwak(self) -> bool:
        """Whether it won't be taken: guessed within a day."""
        return self.stand == 0


def weeg(wachtwoord: str) -> Sterkte:
    """Estimate a passphrase, on any thread: the first time 0.3 s for the words, then at most some tens of ms."""
    with _beurt:
        # A space between words says nothing to who guesses, but zxcvbn counts it as one more part to arrange.
        vormen = {wachtwoord[:_GEWOGEN], "".join(wachtwoord.split())[:_GEWOGEN]} - {""} or {"-"}
        wegingen: list[Mapping[str, Any]] = [_laad()(vorm, max_length=_GEWOGEN) for vorm in vormen]
    gewogen = min(wegingen, key=lambda weging: float(weging["guesses"]))
    seconden = float(gewogen["guesses"]) / 2 / POGINGEN_PER_SECONDE
    duur = next((tekst for grens, tekst in _DUREN if seconden < grens), "in duizenden jaren of meer")
    zin = f"Een dief met het bestand en zware computers raadt dit naar schatting {duur}."
    if seconden < _TE_ZWAK_S:
        return Sterkte(0, "Te zwak", f"{zin} {_raad(gewogen['sequence'])}")
    if seconden < _JAAR:
        return Sterkte(1, "Matig", f"{zin} {_MEER}")
    return Sterkte(2, "Redelijk", zin) if seconden < 100 * _JAAR else Sterkte(3, "Sterk", zin)


def _raad(delen: list[Mapping[str, Any]]) -> str:
    """What makes it weak, by its longest part, and what helps."""
    langste = max(delen, key=lambda deel: len(deel["token"]), default={"pattern": ""})
    return f"{_RAAD_BIJ.get(langste['pattern'], '')} {_MEER}".lstrip()


@cache
def _laad() -> Any:
    """zxcvbn, that knows Dutch: the shorter a word the more usual, so the sooner it is tried."""
    from zxcvbn import matching, zxcvbn  # 60 ms, and the words 200: not before someone chooses a passphrase

    from vtscan_desktop.hulpbronnen import laad_regios, laad_vakwoorden

    regios = [deel for regio in laad_regios() for deel in regio.naam.lower().split()]
    vak = [*_EIGEN, *regios, *(woord.lower() for woord in laad_vakwoorden())]
    matching.add_frequency_lists({"vak": list(dict.fromkeys(vak)), "nederlands": _nederlands()})
    return zxcvbn


def _nederlands() -> list[str]:
    from vtscan_desktop.hulpbronnen import woordenboekwoorden

    woorden = {woord.lower() for woord in woordenboekwoorden() if woord.isalpha()}
    return sorted(woorden, key=lambda woord: (len(woord), woord))
