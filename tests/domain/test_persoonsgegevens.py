"""What is likely to point at a person is found, and ordinary text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.persoonsgegevens import vind_nummers, vind_persoonsgegevens, voldoet_aan_elfproef

NAMEN = ("Jan de Vries", "A. Bakker", "Fatima El Amrani", "mr. P.J. van den Berg", "Els van 't Hof", "Els Kok")


def soorten(tekst: str, *namen: str) -> list[tuple[str, str]]:
    return [(gevonden.soort.value, gevonden.tekst) for gevonden in vind_persoonsgegevens(tekst, namen)]


@pytest.mark.parametrize(
    ("tekst", "wat", "gevonden"),
    [
        ("Het gaat om 111222333.", "bsn", "111222333"),
        ("Het gaat om 1112.22.333.", "bsn", "1112.22.333"),
        ("Zijn BSN is 111.222.333, zei hij.", "bsn", "111.222.333"),
        ("burgerservicenummer: 111 222 333", "bsn", "111 222 333"),
        ("Bel 06-12345678.", "telefoon", "06-12345678"),
        ("Bel 06 12 34 56 78 morgen.", "telefoon", "06 12 34 56 78"),
        ("Bel 038-4567890", "telefoon", "038-4567890"),
        ("Bel 0384567890", "telefoon", "0384567890"),
        ("Bel 0529 12 34 56", "telefoon", "0529 12 34 56"),
        ("Bel +31 6 12345678", "telefoon", "+31 6 12345678"),
        ("Mail j.devries@vtijsselland.nl.", "email", "j.devries@vtijsselland.nl"),
        ("Volgens Jan de Vries loopt het.", "naam", "Jan de Vries"),
        ("Volgens J. de Vries loopt het.", "naam", "J. de Vries"),
        ("De Vries zag het niet.", "naam", "De Vries"),
        ("Zoals mevrouw Bakker zei.", "naam", "mevrouw Bakker"),
        ("Daarna belde Bakker terug.", "naam", "Bakker"),
        ("Mevrouw Kok zag het niet.", "naam", "Mevrouw Kok"),
        ("Dhr. Kok en de rest.", "naam", "Dhr. Kok"),
        ("De heer A. Kok kwam.", "naam", "De heer A. Kok"),
        ("Met El Amrani is gesproken.", "naam", "El Amrani"),
        ("Volgens van den Berg kan het.", "naam", "van den Berg"),
        ("Volgens Els van ’t Hof kan het.", "naam", "Els van ’t Hof"),
    ],
)
def test_it_is_found(tekst: str, wat: str, gevonden: str) -> None:
    assert soorten(tekst, *NAMEN) == [(wat, gevonden)]


@pytest.mark.parametrize(
    "tekst",
    [
        "In 2015 waren er 123456789 dingen.",  # not a citizen number by its digits
        "Het budget is € 111222333 of 111.222.333 euro.",
        "Een saldo van 111222333,50.",
        "Zaak 2016/111222333-4 is dicht.",
        "000000000",
        "Van 01-04-2016 tot 30-06-2016, 10-12 uur.",
        "De peildatum was 06-12-2016.",
        "Bel Veilig Thuis op 0800-2000, gratis.",
        "Mail naar info@veiligthuis.nl of secretariaat@ggd.nl.",
        "Bakker is een beroep. Bakker staat hier vooraan in de zin.",
        "De vries is een beest in de vriezer.",
        "Aan de berg werk is gewerkt; de bakkers ook.",
        "Bakkerstraat en Vriesland.",
        "Topic 12 en 3375 tot 8399 euro per 1.000 inwoners.",
    ],
)
def test_ordinary_text_is_left_alone(tekst: str) -> None:
    assert soorten(tekst, *NAMEN) == []


def test_a_number_and_a_name_are_each_said_once() -> None:
    assert len(soorten("Jan de Vries 111222333 en Jan de Vries, BSN 111222333.", *NAMEN)) == 2


@pytest.mark.parametrize("naam", ["", ".", "X", "jan", "Li"])
def test_a_name_of_which_too_little_is_known_finds_nothing(naam: str) -> None:
    assert soorten("Het lijkt of jan X in Li heeft gezegd dat het goed gaat.", naam) == []


def test_of_nine_digits_about_one_in_eleven_can_be_a_citizen_number() -> None:
    raak = sum(voldoet_aan_elfproef(str(nr)) for nr in range(123456000, 123467000))
    assert 990 <= raak <= 1010


@given(
    st.lists(st.text(alphabet="0123456789. ,a\nbsn") | st.sampled_from(["BSN 111.222.333", "111222333"]), max_size=6)
)
def test_in_veel_teksten_samen_wordt_hetzelfde_nummer_gevonden_als_in_elk_apart(teksten: list[str]) -> None:
    apart = [(nr, wat) for nr, tekst in enumerate(teksten) for soort, wat in soorten(tekst) if soort == "bsn"]
    assert list(vind_nummers(teksten)) == apart
