"""argparse in Dutch: its help, and its errors as one sentence (`InvoerFout`) instead of a usage text and an exit."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser, HelpFormatter, Namespace, _ArgumentGroup
from typing import TYPE_CHECKING, Any, NoReturn

from vtscan_desktop.domain.errors import InvoerFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GEBRUIK = "gebruik: "
_ZINNEN = (
    (r"the following arguments are required: (.*)", r"Er ontbreekt iets: \1"),
    (r"unrecognized arguments: (.*)", r"Dit hoort er niet bij: \1"),
    (r"argument (.*?): expected one argument", r"Na \1 moet een waarde staan"),
    (r"argument (.*?): expected at least one argument", r"Na \1 moet minstens één waarde staan"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 en \2 gaan niet samen; kies één van de twee"),
    (r"argument (.*?): ignored explicit argument (.*)", r"Bij \1 hoort geen waarde (\2)"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"Bij \1 kan \2 niet; wel: \3"),
)
"""What argparse says, by its own English words, and what the user reads; anything else gets a general sentence."""


class Ontleder(ArgumentParser):
    """A parser for one command. `programma` is the command as typed, `uitleg` one Dutch sentence for its help."""

    def __init__(self, programma: str, uitleg: str, slot: str = "") -> None:
        super().__init__(
            prog=programma, description=uitleg, epilog=slot, formatter_class=_Opmaak, add_help=False, allow_abbrev=False
        )
        self._delen = self.add_argument_group("argumenten")
        self._opties = self.add_argument_group("opties")
        self.optie("-h", "--help", action="help", help="deze uitleg")

    def deel(self, naam: str, **wat: Any) -> None:
        """Add an argument that is known by its place."""
        self._delen.add_argument(naam, **wat)

    def optie(self, *namen: str, **wat: Any) -> Action:
        """Add an option."""
        return self._opties.add_argument(*namen, **wat)

    def een_van(self, *opties: tuple[str, str]) -> None:
        """Add options (name, help) of which at most one can be given."""
        groep = self._opties.add_mutually_exclusive_group()
        for naam, uitleg in opties:
            groep.add_argument(naam, action="store_true", help=uitleg)

    def ontleed(self, argumenten: Sequence[str]) -> Namespace:
        """The values given, options and the rest in any order. Raises InvoerFout; `--help` prints and exits with 0."""
        # argparse would take the usage itself here, and cut off the length of its own English word
        self.usage = self.format_usage().removeprefix(_GEBRUIK).strip()
        return self.parse_intermixed_args(list(argumenten))

    def error(self, message: str) -> NoReturn:
        """Argparse calls this for every error: one Dutch sentence."""
        for patroon, zin in _ZINNEN:
            vorm = re.fullmatch(patroon, message, re.DOTALL)
            if vorm:
                raise InvoerFout(f"{vorm.expand(zin)} (zie {self.prog} --help).")
        raise InvoerFout(f"Deze opdracht klopt niet (zie {self.prog} --help).")


class _Opmaak(HelpFormatter):
    """Help with a Dutch heading, and the closing text as it stands."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_ArgumentGroup],
        prefix: str | None = None,  # noqa: ARG002  # the Dutch one is always used
    ) -> None:
        """Put the Dutch word before the usage."""
        super().add_usage(usage, actions, groups, _GEBRUIK)  # type: ignore[arg-type]  # the stub wants its own group

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)
