"""When an earlier version of a text is kept, and how the difference is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategieen import tekst
from vtscan_desktop.domain.risicoscan import InKaart, Risicoscan
from vtscan_desktop.domain.tekstversies import (
    Tekstversie,
    Verschilsoort,
    begin_verloop,
    gewijzigde_teksten,
    is_grote_verwijdering,
    na_verlaten,
    na_wijziging,
    verschil,
)

NU = datetime(2016, 7, 11, 9, 0, tzinfo=UTC)
ZIN = "De wachtlijst is in juni weggewerkt en blijft onder de grens van tien zaken. "


def typ(begin: str, *stappen: tuple[float, str], versie: str = "") -> list[Tekstversie]:
    """The versions taken while the text becomes each of these, so many seconds after the one before."""
    verloop, tijd, genomen = begin_verloop(versie, begin), NU, []
    for seconden, nieuw in stappen:
        tijd += timedelta(seconds=seconden)
        verloop, genomen_versie = na_wijziging(verloop, nieuw, tijd)
        genomen += [genomen_versie] if genomen_versie else []
    return genomen


def test_what_stood_when_a_session_begins_is_kept_at_the_first_change() -> None:
    assert [v.tekst for v in typ("oud", (1, "oude"), (1, "ouder"))] == ["oud"]
    assert typ("oud", (1, "oude"), versie="oud") == []


def test_what_stood_during_a_pause_is_kept_with_the_instant_of_its_last_change() -> None:
    (versie,) = typ("", (0, "a"), (5, "ab"), (30, "abc"))
    assert versie == Tekstversie(NU + timedelta(seconds=5), "ab")
    assert typ("", (0, "a"), (5, "ab"), (29.9, "abc")) == []


@pytest.mark.parametrize("nieuw", ["x", "", "D", "Een heel andere tekst, die iemand eroverheen plakte. " * 3])
def test_select_all_and_type_keeps_the_text_at_once(nieuw: str) -> None:
    assert [v.tekst for v in typ("", (1, ZIN), (1, nieuw))] == [ZIN]


def test_a_short_text_of_a_few_words_is_kept_from_select_all_as_well() -> None:
    assert [v.tekst for v in typ("", (1, "Twee fte"), (1, "x"))] == ["Twee fte"]
    assert typ("", (1, "woord"), (1, "x")) == []


def test_backspace_held_down_keeps_the_text_before_much_of_it_is_gone() -> None:
    heel = ZIN * 3
    (versie, *_) = typ("", (1, heel), *((0.03, heel[:-i]) for i in range(1, len(heel))))
    assert versie.tekst == heel


def test_leaving_the_field_keeps_what_was_changed_once() -> None:
    verloop, _ = na_wijziging(begin_verloop("", ""), "getypt", NU)
    verloop, versie = na_verlaten(verloop, NU + timedelta(seconds=9))
    assert versie == Tekstversie(NU, "getypt")
    assert na_verlaten(verloop, NU)[1] is None
    assert na_verlaten(begin_verloop("", "niet aangeraakt"), NU)[1] is None


def test_the_bounds_of_a_large_deletion() -> None:
    assert is_grote_verwijdering("a b" * 40, "a b" * 26) is True
    assert is_grote_verwijdering("x" * 133, "x" * 93) is True
    assert is_grote_verwijdering("x" * 134, "x" * 94) is False  # less than 30 %
    assert is_grote_verwijdering("x" * 100, "x" * 61) is False  # less than 40 characters
    assert is_grote_verwijdering(ZIN, ZIN + "meer") is False


teksten = st.lists(
    st.tuples(st.sampled_from([0.2, 31.0]), tekst(80) | st.sampled_from(["", ZIN, ZIN * 2])), max_size=12
)


@given(st.sampled_from(["", ZIN]), teksten)
def test_no_version_is_blank_or_equal_to_the_one_before(begin: str, stappen: list[tuple[float, str]]) -> None:
    versies = typ(begin, *stappen)
    assert all(v.tekst.strip() for v in versies)
    assert all(a.tekst != b.tekst and a.tijd <= b.tijd for a, b in pairwise(versies))


@given(st.sampled_from(["", ZIN]), teksten)
def test_no_large_deletion_is_a_loss(begin: str, stappen: list[tuple[float, str]]) -> None:
    bekend = {""} | {v.tekst for v in typ(begin, *stappen)}
    stand = [begin, *(nieuw for _, nieuw in stappen)]
    for oud, nieuw in pairwise(stand):
        if oud.strip() and is_grote_verwijdering(oud, nieuw):
            assert oud in bekend


def test_each_long_text_has_its_own_key_and_what_is_shared_is_passed_over() -> None:
    oud = Risicoscan("a", "ijsselland", date(2016, 7, 11), overall_beeld="zo")
    nieuw = oud.met_topic(replace(oud.topic(3), toelichting="t", risico="r", later=True))
    nieuw = replace(nieuw, in_kaart=InKaart(wensen="w"), overall_beeld="anders")
    assert list(gewijzigde_teksten(oud, nieuw)) == [
        ("topic/3/toelichting", "", "t"),
        ("topic/3/risico", "", "r"),
        ("in_kaart/wensen", "", "w"),
        ("overall_beeld", "zo", "anders"),
    ]
    assert list(gewijzigde_teksten(nieuw, nieuw)) == []


def test_the_difference_is_shown_by_words() -> None:
    g, w, n = Verschilsoort.GELIJK, Verschilsoort.WEG, Verschilsoort.NIEUW
    assert verschil("De wachtlijst is kort.", "De wachtlijst is lang.") == (
        (g, "De wachtlijst is "),
        (w, "kort"),
        (n, "lang"),
        (g, "."),
    )
    assert verschil("", "") == ()
    assert verschil("weg", "") == ((w, "weg"),)


woordenrijen = st.lists(st.sampled_from(["de ", "wachtlijst", "\n", "é", "👩‍👩‍👧", ". "]), max_size=30).map("".join)


@given(woordenrijen | tekst(), woordenrijen | tekst())
def test_the_pieces_make_up_both_texts_to_the_letter(oud: str, nieuw: str) -> None:
    stukken = verschil(oud, nieuw)
    assert "".join(deel for soort, deel in stukken if soort is not Verschilsoort.NIEUW) == oud
    assert "".join(deel for soort, deel in stukken if soort is not Verschilsoort.WEG) == nieuw
    assert all(deel for _, deel in stukken)


def test_the_longest_texts_are_compared_in_no_time() -> None:
    oud = "".join(f"regel {i} over van alles\n" for i in range(4000))
    nieuw = oud.replace("regel 7 ", "zin 7 ")[:90_000]
    stukken = verschil(oud, nieuw)
    assert "".join(deel for soort, deel in stukken if soort is not Verschilsoort.NIEUW) == oud
    assert len(stukken) < 12
