"""Thinning never takes the newest, never takes much at once, and doesn't care what the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.uitdunning import DAGEN, LAATSTE, UREN, WEKEN, Kopiemoment, te_houden

BEGIN = datetime(2016, 7, 11, 9, 0, tzinfo=UTC)
MOMENTEN = st.lists(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), max_size=120).map(
    lambda tijden: [Kopiemoment(nr, tijd.replace(tzinfo=UTC)) for nr, tijd in enumerate(tijden, 1)]
)


def _uitgedund(momenten: list[Kopiemoment]) -> list[Kopiemoment]:
    houd = te_houden(momenten)
    return [s for s in momenten if s.nr in houd]


@given(MOMENTEN)
def test_the_newest_always_stay_whatever_their_time(momenten: list[Kopiemoment]) -> None:
    assert {s.nr for s in momenten[-LAATSTE:]} <= te_houden(momenten)


@given(MOMENTEN)
def test_there_is_an_end_to_how_many_stay(momenten: list[Kopiemoment]) -> None:
    assert len(te_houden(momenten)) <= LAATSTE + UREN + DAGEN + WEKEN


@given(MOMENTEN)
def test_thinning_twice_takes_no_more(momenten: list[Kopiemoment]) -> None:
    rest = _uitgedund(momenten)
    assert _uitgedund(rest) == rest


@given(MOMENTEN, st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_found_does_not_matter(momenten: list[Kopiemoment], dobbel: object) -> None:
    door_elkaar = momenten.copy()
    dobbel.shuffle(door_elkaar)  # type: ignore[attr-defined]
    assert te_houden(door_elkaar) == te_houden(momenten)


def _werk(dagen: int, per_dag: int = 24) -> list[Kopiemoment]:
    """Backups every twenty minutes of eight-hour days, thinned each time, as the program does."""
    rest: list[Kopiemoment] = []
    nr = 0
    for dag in range(dagen):
        for i in range(per_dag):
            nr += 1
            rest = _uitgedund([*rest, Kopiemoment(nr, BEGIN + timedelta(days=dag, minutes=20 * i))])
    return rest


def test_after_a_year_of_work_there_are_hours_days_and_weeks_to_go_back_to() -> None:
    rest = _werk(365)
    leeftijd = [(rest[-1].tijd - s.tijd) for s in rest]
    assert sum(oud < timedelta(hours=8) for oud in leeftijd) >= 8
    assert sum(oud < timedelta(days=14) for oud in leeftijd) >= 14 + 8
    assert max(leeftijd) > timedelta(weeks=24)
    assert len(rest) <= LAATSTE + UREN + DAGEN + WEKEN


def test_a_clock_that_is_a_year_ahead_for_a_while_costs_at_most_one_of_each_kind() -> None:
    rest = _werk(60)
    voor = {s.nr for s in rest}
    nr = rest[-1].nr
    dag = timedelta(days=60)
    for i, sprong in enumerate((0, 365, 365, 0, -1, 0)):
        nr += 1
        rest = _uitgedund([*rest, Kopiemoment(nr, BEGIN + dag + timedelta(days=sprong, minutes=20 * i))])
        assert rest[-1].nr == nr
    assert len(voor - {s.nr for s in rest}) <= LAATSTE + 3 * 3
