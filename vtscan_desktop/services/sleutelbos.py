"""The keyring of the operating system, that may keep the passphrase if, and only if, the user chooses so.

All of it may wait for another program (on Linux over D-Bus, and for the user who must open the keyring): never on the
UI thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.errors import OmgevingFout

if TYPE_CHECKING:
    from pathlib import Path

    from keyring.backend import KeyringBackend

DIENST = "vtscan"
_VEILIG = {
    "keyring.backends.SecretService": "de sleutelbos van uw bureaublad",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.Windows": "Referentiebeheer van Windows",
    "keyring.backends.macOS": "de sleutelhanger van macOS",
}
"""The only ones that are trusted: they encrypt with the user's own login. Others write plain files, or nothing."""
GEEN = (
    "Deze computer heeft geen sleutelbos die vtscan kan gebruiken (Windows: Referentiebeheer, macOS: Sleutelhanger, "
    "Linux: GNOME-sleutelbos of KWallet). Uw wachtwoord wordt nergens bewaard; u typt het steeds zelf."
)


def zoek_sleutelbos() -> str:
    """The name of the keyring, as a part of a Dutch sentence; "" when there is none that is safe (see `GEEN`)."""
    bos = _kies()
    return _VEILIG[type(bos).__module__] if bos is not None else ""


def onthoud(database: Path, wachtwoord: str) -> None:
    """Have the keyring keep the passphrase of a database. Raises `OmgevingFout` when it doesn't."""
    bos = _eis()
    try:
        bos.set_password(DIENST, _naam(database), wachtwoord)
        bewaard = bos.get_password(DIENST, _naam(database)) == wachtwoord
    except Exception as fout:  # each keyring has errors of its own, and the user may say no
        raise _mislukt(fout) from fout
    if not bewaard:
        raise OmgevingFout("De sleutelbos heeft het wachtwoord niet bewaard.")


def haal(database: Path) -> str | None:
    """The passphrase that the keyring keeps for a database, None when it has none or can't be asked."""
    bos = _kies()
    try:
        return None if bos is None else bos.get_password(DIENST, _naam(database))
    except Exception:  # then the user types it, as without a keyring
        return None


def vergeet(database: Path) -> None:
    """Have the keyring drop the passphrase of a database, if it has it. Raises `OmgevingFout` when it doesn't."""
    bos = _eis()
    try:
        if bos.get_password(DIENST, _naam(database)) is not None:
            bos.delete_password(DIENST, _naam(database))
    except Exception as fout:
        raise _mislukt(fout) from fout


def _kies() -> KeyringBackend | None:
    """The best keyring that is safe and works here."""
    from keyring.backend import get_all_keyring  # 0.2 s, and it looks for D-Bus

    geschikt = [bos for bos in get_all_keyring() if type(bos).__module__ in _VEILIG]
    return max(geschikt, key=lambda bos: bos.priority, default=None)


def _eis() -> KeyringBackend:
    bos = _kies()
    if bos is None:
        raise OmgevingFout(GEEN)
    return bos


def _naam(database: Path) -> str:
    return str(database.absolute())


def _mislukt(fout: Exception) -> OmgevingFout:
    return OmgevingFout(f"De sleutelbos weigerde ({type(fout).__name__}). Uw wachtwoord werkt gewoon.")
