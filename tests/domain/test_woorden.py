"""Which words a spelling check looks at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.woorden import als_sleutel, delen, is_te_keuren, staat_erin, vind_woorden


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("De wethouder, de raad (en ‘het’ veld).", ["De", "wethouder", "de", "raad", "en", "het", "veld"]),
        ("in 2016, 1.2.4, A4, 10e en 2e kwartaal", ["in", "en", "kwartaal"]),
        ("GGD, VNG en IGJ, ook VT's; GEMEENTE niet", ["en", "ook", "GEMEENTE", "niet"]),
        ("zie https://www.vng.nl/artikel of mail a.jansen@vng.nl of vng.nl nu", ["zie", "of", "mail", "of", "nu"]),
        ("zie http://intranet/stukken nu", ["zie", "nu"]),
        ("’s Avonds, zo’n regio's, 't veld", ["Avonds", "zo’n", "regio's", "veld"]),
        ("jeugd- en gezinshulp, op- en afschalen", ["jeugd-", "en", "gezinshulp", "op-", "en", "afschalen"]),
        ("goed/fout – x — ja…nee", ["goed", "fout", "ja", "nee"]),
        ("cafe\u0301 één", ["cafe\u0301", "één"]),
        ("", []),
    ],
)
def test_alleen_wat_een_woord_is_wordt_gekeurd(tekst: str, woorden: list[str]) -> None:
    assert [woord for _, woord in vind_woorden(tekst)] == woorden


@given(st.text(st.sampled_from("aé’'-. /@1AZ😀\n"), max_size=40))
def test_elk_woord_staat_waar_gezegd_wordt_en_bekende_worden_overgeslagen(tekst: str) -> None:
    gevonden = list(vind_woorden(tekst))
    assert all(tekst[begin : begin + len(woord)] == woord and is_te_keuren(woord) for begin, woord in gevonden)
    bekend = {woord for _, woord in gevonden[::2]}
    assert list(vind_woorden(tekst, bekend)) == [(b, w) for b, w in gevonden if w not in bekend]


def test_een_eigen_woord_geldt_ook_met_een_hoofdletter_maar_niet_andersom() -> None:
    lijst = {als_sleutel("triageren"), als_sleutel("Kadera")}
    assert staat_erin("Triageren", lijst)
    assert staat_erin("Kadera", lijst)
    assert not staat_erin("kadera", lijst)
    assert staat_erin("regio’s", {als_sleutel("regio's")})


def test_een_woord_met_streepjes_is_goed_als_zijn_delen_goed_zijn() -> None:
    assert delen("VNG-model") == ("model",)
    assert delen("gezondheids-") == ("gezondheid",)
    assert delen("wachtlijst") == ("wachtlijst",)
