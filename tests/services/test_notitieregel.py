"""What a line in the note line means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.risicoscan import NotitieSoort
from vtscan_desktop.services.notitieregel import Notitieregel, ontleed, soort_in_wording, soorten_met


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("van 45 naar 33", Notitieregel("van 45 naar 33")),
        ("3: van 45 naar 33", Notitieregel("van 45 naar 33", topic=3)),
        ("12:vorm #wens kiezen", Notitieregel("vorm kiezen", topic=12, soort=NotitieSoort.WENS)),
        ("#knelpunt arts ziek", Notitieregel("arts ziek", soort=NotitieSoort.KNELPUNT)),
        ("arts ziek #Knelpunt", Notitieregel("arts ziek", soort=NotitieSoort.KNELPUNT)),
    ],
)
def test_een_nummer_vooraan_kiest_het_topic_en_een_hekje_de_soort(regel: str, verwacht: Notitieregel) -> None:
    assert ontleed(regel) == verwacht


@pytest.mark.parametrize("regel", ["21: te hoog", "0: te laag", "om 14:30 begonnen", "#onbekend woord", "a#knelpunt"])
def test_wat_geen_topic_of_soort_is_blijft_gewoon_tekst(regel: str) -> None:
    assert ontleed(regel) == Notitieregel(regel)


@given(st.text(alphabet=st.characters(exclude_characters="#:0123456789", exclude_categories=["Cs", "Cc"])))
def test_gewone_tekst_komt_er_ongewijzigd_uit_op_de_buitenste_spaties_na(tekst: str) -> None:
    assert ontleed(tekst).tekst == tekst.strip()


@pytest.mark.parametrize(
    ("begin", "soorten"),
    [
        ("k", ["knelpunt"]),
        ("o", ["oorzaak", "opgave"]),
        ("OP", ["opgave"]),
        ("wens", ["wens"]),
        ("x", []),
        ("", ["knelpunt", "oorzaak", "opgave", "partner", "wens", "risico", "afspraak", "notitie"]),
    ],
)
def test_een_begin_noemt_de_soorten_die_het_kan_worden(begin: str, soorten: list[str]) -> None:
    assert soorten_met(begin) == tuple(soorten)


@pytest.mark.parametrize(
    ("regel", "begin"), [("van 45 #k", "k"), ("#", ""), ("#knelpunt", None), ("a#k", None), ("#k arts", None)]
)
def test_een_soort_is_in_wording_zolang_de_regel_ermee_eindigt(regel: str, begin: str | None) -> None:
    assert soort_in_wording(regel) == begin


def test_een_begin_dat_maar_een_soort_kan_zijn_telt_als_die_soort() -> None:
    assert ontleed("#k arts ziek") == Notitieregel("arts ziek", soort=NotitieSoort.KNELPUNT)
    assert ontleed("#o arts ziek") == Notitieregel("#o arts ziek")
