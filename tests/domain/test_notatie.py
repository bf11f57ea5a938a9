"""Dutch notation: what is written can be read back, and what people type is understood or refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.notatie import (
    format_breuk,
    format_datum,
    format_datum_kort,
    format_euro,
    format_getal,
    format_tijdstip,
    getalwoord,
    hoofdletter,
    opsomming,
    parse_datum,
    parse_geheel,
    parse_getal,
)


@pytest.mark.parametrize(
    "tekst",
    [
        "31-12-2016",
        "31/12/2016",
        "31.12.2016",
        "31 dec 2016",
        "31 dec. 2016",
        "31 December 2016",
        " 31\u00a0december  2016 ",
        "2016-12-31",
        "31dec2016",
    ],
)
def test_een_datum_wordt_in_elke_gewone_vorm_begrepen(tekst: str) -> None:
    assert parse_datum(tekst) == date(2016, 12, 31)


def test_dag_staat_voor_maand() -> None:
    assert parse_datum("1/10/2016") == date(2016, 10, 1)
    assert parse_datum("1 mrt 2016") == date(2016, 3, 1)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "31-02-2016",
        "31-12-1899",
        "1-1-2101",
        "31-12-16",
        "12-31-2016",
        "31 foo 2016",
        "morgen",
        "٣١-١٢-٢٠١٦",
        "0-1-2016",
    ],
)
def test_wat_geen_bestaande_datum_is_wordt_geweigerd(tekst: str) -> None:
    assert parse_datum(tekst) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_een_geschreven_datum_is_terug_te_lezen(dag: date) -> None:
    assert parse_datum(format_datum(dag)) == parse_datum(format_datum_kort(dag)) == parse_datum(str(dag)) == dag


def test_datum_en_tijd_staan_er_zoals_op_papier() -> None:
    assert format_datum(date(2016, 7, 11)) == "11 juli 2016"
    assert format_datum_kort(date(2016, 3, 31)) == "31 mrt 2016"
    assert format_tijdstip(datetime(2016, 7, 11, 16, 4, tzinfo=UTC)) == "11 juli 2016, 16.04 uur"


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234,50", 1234.5),
        ("1\u202f234", 1234),
        ("1234", 1234),
        ("0,8", 0.8),
        ("0.8", 0.8),
        ("0.125", 0.125),
        ("1.234", 1234),
        ("1.234.567", 1234567),
        ("12.5", 12.5),
        ("€ 3.375", 3375),
        ("-1,5", -1.5),
        ("− 2", -2),
        ("007", 7),
    ],
)
def test_een_getal_wordt_begrepen_zoals_het_getypt_is(tekst: str, waarde: float) -> None:
    assert parse_getal(tekst) == waarde


@pytest.mark.parametrize(
    "tekst", ["", "-", ",", "1,", ",5", "1,2,3", "1.23.4", "1.2345,6", "abc", "1e5", "nan", "inf", "٣", "1" * 16, "1-2"]
)
def test_wat_geen_getal_is_wordt_geweigerd(tekst: str) -> None:
    assert parse_getal(tekst) is None


def test_een_geheel_getal_heeft_geen_komma() -> None:
    assert parse_geheel("1.234") == 1234
    assert parse_geheel("1 234") == 1234
    assert parse_geheel("12,5") is parse_geheel("0.8") is parse_geheel("") is None
    assert parse_geheel("-3") == -3


@given(st.floats(-1e14, 1e14).filter(lambda x: x == 0 or abs(x) > 1e-12))
def test_een_geschreven_getal_is_terug_te_lezen(getal: float) -> None:
    assert parse_getal(format_getal(getal)) == getal


@given(st.integers(-(10**14), 10**14))
def test_een_geschreven_geheel_getal_is_terug_te_lezen(getal: int) -> None:
    assert parse_geheel(format_getal(getal)) == getal


@given(st.text(max_size=30))
def test_willekeurige_tekst_breekt_het_lezen_nooit(tekst: str) -> None:
    parse_datum(tekst)
    parse_getal(tekst)
    parse_geheel(tekst)


def test_getallen_staan_er_op_zijn_nederlands() -> None:
    assert format_getal(1234.5) == "1.234,5"
    assert format_getal(33, 1) == "33,0"
    assert format_getal(0.8) == "0,8"
    assert format_getal(-0.0) == format_getal(-0.004, 2).replace(",00", "") == "0"
    assert format_euro(1234) == "€\u00a01.234"
    assert format_euro(3374.5) == "€\u00a03.374,50"


@pytest.mark.parametrize(
    ("getal", "decimalen", "tekst"),
    [(2.5, 0, "3"), (3.5, 0, "4"), (0.125, 2, "0,13"), (98.765, 2, "98,77"), (-2.5, 0, "-3"), (-0.004, 2, "0,00")],
)
def test_een_half_wordt_naar_boven_afgerond_zoals_op_school(getal: float, decimalen: int, tekst: str) -> None:
    assert format_getal(getal, decimalen) == tekst
    if getal >= 0:
        assert format_breuk(Fraction(repr(getal)), decimalen) == tekst


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 6))
def test_een_afgerond_getal_ligt_hoogstens_een_halve_eenheid_van_wat_het_was(getal: float, decimalen: int) -> None:
    geschreven = Fraction(format_getal(getal, decimalen).replace(".", "").replace(",", "."))
    assert abs(geschreven - Fraction(repr(getal))) <= Fraction(1, 2 * 10**decimalen)


def test_opsomming_getalwoord_en_hoofdletter() -> None:
    assert [opsomming(list("abc")[:n]) for n in range(4)] == ["", "a", "a en b", "a, b en c"]
    assert opsomming(["1", "2"], "of") == "1 of 2"
    assert (getalwoord(0), getalwoord(6), getalwoord(20), getalwoord(21)) == ("nul", "zes", "twintig", "21")
    assert (hoofdletter("één topic"), hoofdletter("zes"), hoofdletter("")) == ("Eén topic", "Zes", "")
