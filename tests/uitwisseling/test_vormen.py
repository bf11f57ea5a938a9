"""Dates, instants and ids are read exactly, and written in one form."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from tests.strategieen import datums, tijdstippen
from vtscan_desktop.uitwisseling.vormen import is_uuid, lees_datum, lees_tijdstip, schrijf_tijdstip


@given(datums)
def test_every_date_comes_back(datum: date) -> None:
    assert lees_datum(datum.isoformat()) == datum


@pytest.mark.parametrize(
    "tekst",
    [
        "2016-02-30",
        "2015-02-29",
        "1899-12-31",
        "2101-01-01",
        "20160711",
        "2016-7-11",
        "2016-W28-1",
        "2016-07-11\n",
        "٢٠١٦-٠٧-١١",
        "",
    ],
)
def test_what_is_no_date_is_refused(tekst: str) -> None:
    assert lees_datum(tekst) is None


@given(tijdstippen)
def test_every_instant_comes_back(tijdstip: datetime) -> None:
    assert lees_tijdstip(schrijf_tijdstip(tijdstip)) == tijdstip


@pytest.mark.parametrize(
    ("tekst", "tijdstip"),
    [
        ("2016-07-11T10:00:00+02:00", datetime(2016, 7, 11, 8, tzinfo=UTC)),
        ("2016-07-11t08:00:00z", datetime(2016, 7, 11, 8, tzinfo=UTC)),
        ("2016-07-11T08:00:00.25-00:00", datetime(2016, 7, 11, 8, 0, 0, 250000, tzinfo=UTC)),
        ("2016-07-11T08:00:00.1234567899Z", datetime(2016, 7, 11, 8, 0, 0, 123456, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, tzinfo=UTC)),
        ("2017-01-01T00:59:60+01:00", datetime(2017, 1, 1, tzinfo=UTC)),
    ],
)
def test_an_instant_counts_whatever_its_form(tekst: str, tijdstip: datetime) -> None:
    assert lees_tijdstip(tekst) == tijdstip


@pytest.mark.parametrize(
    "tekst",
    [
        "2016-07-11",
        "2016-07-11T10:00:00",
        "2016-07-11 10:00:00Z",
        "2016-07-11T10:00Z",
        "2016-07-11T24:00:00Z",
        "2016-07-11T10:60:00Z",
        "2016-07-11T10:00:60Z",
        "2016-07-11T10:00:61Z",
        "2016-07-11T10:00:00.Z",
        "2016-07-11T10:00:00+24:00",
        "2016-07-11T10:00:00+01:60",
        "2016-07-11T10:00:00+0200",
        "2016-02-30T10:00:00Z",
        "1899-12-31T23:59:59Z",
        "1900-01-01T00:00:00+01:00",
        "2100-12-31T23:59:59-01:00",
        "2100-12-31T23:59:60Z",
        "0001-01-01T00:00:00+01:00",
    ],
)
def test_what_is_no_instant_is_refused(tekst: str) -> None:
    assert lees_tijdstip(tekst) is None


@pytest.mark.parametrize("tekst", ["6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "6F6C8A52-0a0c-4b8e-9f3c-2d6b1f1e2016"])
def test_an_id_may_be_in_any_case(tekst: str) -> None:
    assert is_uuid(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "6f6c8a520a0c4b8e9f3c2d6b1f1e2016",
        "{6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016}",
        "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e201",
        "",
        "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016\n",
    ],
)
def test_only_the_form_with_hyphens_is_an_id(tekst: str) -> None:
    assert not is_uuid(tekst)
