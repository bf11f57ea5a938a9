"""The strength of a passphrase, as honest as an estimate can be."""

from __future__ import annotations

import re

import pytest

from vtscan_desktop.services.wachtwoordsterkte import weeg


@pytest.mark.parametrize(
    "wachtwoord",
    [
        *("welkom01", "Welkom01!", "wachtwoord", "risicoscan", "VeiligThuis", "IJsselland2016!", "22-07-1985"),
        *("qwertyuiop", "aaaaaaaaaaaaaaaaaaaaaaaaa", "zorgvuldigheid", "abcdefgh12345678"),
    ],
)
def test_wat_snel_geraden_is_heet_te_zwak_met_een_reden_en_raad(wachtwoord: str) -> None:
    sterkte = weeg(wachtwoord)
    assert sterkte.te_zwak
    assert re.fullmatch(r"Een dief .* naar schatting binnen een .*\. .*Neem er .*\.", sterkte.zin)


@pytest.mark.parametrize("wachtwoord", ["een lange zin als slot", "fiets lamp gordijn mus", "kN7#vQ2$xLp9!w"])
def test_een_zin_of_genoeg_toeval_is_sterk(wachtwoord: str) -> None:
    assert weeg(wachtwoord).stand == 3


def test_nederlandse_woorden_tellen_als_woorden_en_niet_als_losse_letters() -> None:
    """Ten letters by chance take years; a Dutch word of fourteen takes a moment."""
    assert weeg("ontwikkelingen").te_zwak
    assert not weeg("xqzvkwpjbr").te_zwak


def test_spaties_maken_een_wachtwoord_niet_sterker() -> None:
    assert weeg("w e l k o m").stand == weeg("welkom").stand == 0


@pytest.mark.parametrize("wachtwoord", ["", " ", "x" * 5000, "é" * 72, "\U0001f512" * 30, "woord " * 40])
def test_elke_tekst_krijgt_een_antwoord(wachtwoord: str) -> None:
    assert weeg(wachtwoord).zin.endswith(".")
