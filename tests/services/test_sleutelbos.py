"""The keyring: only a real one, only when chosen, and never a plain file."""

from __future__ import annotations

from pathlib import Path

import keyring.backend
import pytest
from keyring.backends import SecretService, fail, null

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.services import sleutelbos

DATABASE = Path("scans.vtdb")


class _Kluis(keyring.backend.KeyringBackend):
    """A keyring in memory, that passes for the one of the desktop."""

    __module__ = SecretService.__name__
    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.inhoud: dict[tuple[str, str], str] = {}
        self.weiger = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.weiger:
            raise RuntimeError("geheim")
        return self.inhoud.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.inhoud[service, username]


class _PlatBestand(_Kluis):
    """What keyrings.alt offers where there is nothing better: a plain file."""

    __module__ = "keyrings.alt.file"
    priority = 9  # type: ignore[assignment]


def _met(monkeypatch: pytest.MonkeyPatch, *bossen: keyring.backend.KeyringBackend) -> None:
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: list(bossen))


def test_wat_de_sleutelbos_onthoudt_geeft_hij_terug_tot_hij_het_vergeet(monkeypatch: pytest.MonkeyPatch) -> None:
    _met(monkeypatch, fail.Keyring(), _Kluis())
    assert sleutelbos.haal(DATABASE) is None
    sleutelbos.onthoud(DATABASE, "een zin")
    assert sleutelbos.haal(DATABASE) == "een zin"
    assert sleutelbos.haal(Path("andere.vtdb")) is None
    sleutelbos.vergeet(DATABASE)
    sleutelbos.vergeet(DATABASE)
    assert sleutelbos.haal(DATABASE) is None


def test_een_plat_bestand_of_niets_is_geen_sleutelbos_en_dat_wordt_gezegd(monkeypatch: pytest.MonkeyPatch) -> None:
    plat = _PlatBestand()
    _met(monkeypatch, fail.Keyring(), null.Keyring(), plat)
    assert sleutelbos.zoek_sleutelbos() == ""
    with pytest.raises(OmgevingFout, match="geen sleutelbos"):
        sleutelbos.onthoud(DATABASE, "een zin")
    assert sleutelbos.haal(DATABASE) is None
    assert plat.inhoud == {}


def test_een_sleutelbos_die_weigert_geeft_een_zin_zonder_zijn_eigen_woorden(monkeypatch: pytest.MonkeyPatch) -> None:
    kluis = _Kluis()
    _met(monkeypatch, kluis)
    kluis.weiger = True
    assert sleutelbos.haal(DATABASE) is None
    with pytest.raises(OmgevingFout) as fout:
        sleutelbos.onthoud(DATABASE, "een zin")
    assert "geheim" not in str(fout.value)


def test_een_sleutelbos_die_niets_bewaart_wordt_niet_geloofd(monkeypatch: pytest.MonkeyPatch) -> None:
    kluis = _Kluis()
    kluis.set_password = lambda *_: None  # type: ignore[method-assign]
    _met(monkeypatch, kluis)
    with pytest.raises(OmgevingFout, match="niet bewaard"):
        sleutelbos.onthoud(DATABASE, "een zin")
