"""Errors whose message is one clear Dutch sentence, meant for the user."""


class VtscanFout(Exception):
    """Base of all foreseen errors. `str(fout)` is the Dutch sentence; `code` the exit code (`docs/commands.md`)."""

    code = 2


class InvoerFout(VtscanFout):
    """What was given is wrong: a scan, a PDF, a passphrase, an id, a target that exists (exit 2)."""


class BestaatAl(InvoerFout):
    """There is a file of that name already; it was not overwritten."""


class SchadeFout(InvoerFout):
    """A database file is damaged: what stands in it can't be trusted, and a backup is the way on."""


class Wachtwoordfout(InvoerFout):
    """The passphrase or herstelsleutel is not that of the file."""


class OmgevingFout(VtscanFout):
    """Something outside failed: no such file, no permission, disk full, database in use (exit 3)."""

    code = 3


class Afgebroken(VtscanFout):
    """The user stopped it; nothing was left behind."""

    code = 3
