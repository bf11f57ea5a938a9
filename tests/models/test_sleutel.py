"""The herstelsleutel opens what the passphrase opens, and a slip of the pen is named by line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.models.sleutel import (
    Herstelsleutelfout,
    lees_herstelsleutel,
    leid_sleutel_af,
    schrijf_herstelsleutel,
)

SLEUTEL = bytes(range(7, 256, 8))
sleutels = st.binary(min_size=32, max_size=32)


@given(sleutels)
def test_every_key_comes_back_from_its_written_form(sleutel: bytes) -> None:
    geschreven = schrijf_herstelsleutel(sleutel)
    assert [len(regel) for regel in geschreven.splitlines()] == [19] * 4
    assert lees_herstelsleutel(geschreven) == sleutel


def test_case_spaces_dashes_and_lookalikes_do_not_matter() -> None:
    geschreven = schrijf_herstelsleutel(SLEUTEL)
    slordig = geschreven.lower().replace("-", " – ").replace("\n", "\r\n\n  ").replace("0", "o").replace("1", "l")
    assert lees_herstelsleutel(slordig) == SLEUTEL
    assert lees_herstelsleutel("".join(geschreven.split()).replace("-", "")) == SLEUTEL


@given(sleutels, st.integers(0, 3), st.integers(0, 15), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_is_named_by_its_line(sleutel: bytes, regel: int, plaats: int, teken: str) -> None:
    regels = [r.replace("-", "") for r in schrijf_herstelsleutel(sleutel).splitlines()]
    fout = regels[regel][:plaats] + teken + regels[regel][plaats + 1 :]
    if fout == regels[regel]:
        return
    regels[regel] = fout
    # 1 in 32,768 slips gives the same check; none of these does.
    with pytest.raises(Herstelsleutelfout, match=f"Regel {regel + 1} "):
        lees_herstelsleutel("\n".join(regels))


def test_swapped_lines_and_a_missing_character_are_found() -> None:
    regels = schrijf_herstelsleutel(SLEUTEL).splitlines()
    with pytest.raises(Herstelsleutelfout, match="Regel 2 "):
        lees_herstelsleutel("\n".join([regels[0], regels[2], regels[1], regels[3]]))
    with pytest.raises(Herstelsleutelfout, match="Regel 3 "):
        lees_herstelsleutel("\n".join([*regels[:2], regels[2][:-1], regels[3]]))


@pytest.mark.parametrize("wachtwoord", ["", "voorbeeld", "1234567890", "de regen valt zacht " * 4, "0" * 64 + "!"])
def test_a_passphrase_is_not_taken_for_a_herstelsleutel(wachtwoord: str) -> None:
    assert lees_herstelsleutel(wachtwoord) is None


def test_the_same_letters_give_the_same_key_however_they_are_encoded() -> None:
    zout = b"z" * 16
    samengesteld, los = (unicodedata.normalize(vorm, "Zwólle é") for vorm in ("NFC", "NFD"))
    assert samengesteld != los
    assert leid_sleutel_af(samengesteld, zout) == leid_sleutel_af(los, zout)


@pytest.mark.parametrize("leeg", ["", "  \t"])
def test_an_empty_passphrase_is_refused(leeg: str) -> None:
    with pytest.raises(InvoerFout, match="leeg"):
        leid_sleutel_af(leeg, b"z" * 16)
