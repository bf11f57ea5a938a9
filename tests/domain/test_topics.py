"""The titles of 18-20 follow the peildatum."""

from __future__ import annotations

from datetime import date

import pytest

from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.hulpbronnen import laad_format


@pytest.mark.parametrize(
    ("peildatum", "jaar", "periode", "dag"),
    [
        (date(2016, 4, 1), "2016", "januari t/m maart 2016", "1 april 2016"),
        (date(2016, 7, 11), "2016", "april t/m juni 2016", "1 juli 2016"),
        (date(2016, 3, 31), "2016", "januari t/m maart 2016", "1 april 2016"),
        (date(2016, 3, 30), "2016", "oktober t/m december 2015", "1 januari 2016"),
        (date(2016, 12, 31), "2016", "oktober t/m december 2016", "1 januari 2017"),
        (date(2017, 1, 1), "2017", "oktober t/m december 2016", "1 januari 2017"),
    ],
)
def test_jaar_periode_en_dag_volgen_de_peildatum(peildatum: date, jaar: str, periode: str, dag: str) -> None:
    format_ = laad_format()
    assert titel_op(format_.topic(18), peildatum) == f"Structurele budget VT {jaar}"
    assert titel_op(format_.topic(19), peildatum).endswith(f"({periode})")
    assert titel_op(format_.topic(20), peildatum).endswith(f"(op {dag})")


def test_andere_titels_blijven_zoals_ze_zijn() -> None:
    format_ = laad_format()
    assert all(titel_op(topic, date(2016, 7, 11)) == topic.titel for topic in format_.topics[:17])


def test_elk_topic_hoort_bij_een_hoofdthema() -> None:
    format_ = laad_format()
    assert [t.nr for thema in format_.themas() for t in format_.topics_van(thema)] == list(range(1, 21))
