"""Page one is one page that says it all; what it has no room for stands behind it, and it says where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.rapport.bouwproef import gegevens, ijsselland, lees, plat
from vtscan_desktop.domain.risicoscan import Actie, Risicoscan, Vaststelling, Wie
from vtscan_desktop.rapport.bouw import bouw_rapport
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Huisstijl, Ondertekenaar
from vtscan_desktop.rapport.onderdelen.passend import Inkorting, begin_van, kies_inkorting

if TYPE_CHECKING:
    from pathlib import Path

KOPPEN = ("Overall beeld", "Waarom ", "Wat is afgesproken", "Wat wij van u vragen", "Bestuurder Veilig Thuis")
ZIN = "In zes van de elf gemeenten zijn de afspraken met de wijkteams schriftelijk vastgelegd, in vijf nog niet. "


def _met_kernacties(scan: Risicoscan, aantal: int) -> Risicoscan:
    for nr in range(1, aantal + 1):
        wat = f"Stel een uitvoeringsplan voor topic {nr} op en leg vast wie beslist over extra capaciteit"
        actie = Actie(wat, "Centrumgemeente Zwolle, afdeling Sociaal Domein", date(2016, 9, 1), kern=True)
        scan = scan.met_topic(replace(scan.topic(nr), acties=(actie,)))
    return scan


def _lang(scan: Risicoscan) -> Risicoscan:
    return replace(scan, overall_beeld=f"BEGIN {ZIN * 40}EINDBEELD.", vraag_aan_lezer=f"{ZIN * 20}EINDVRAAG.")


def _afwijkend(scan: Risicoscan) -> Risicoscan:
    return replace(scan, vaststelling=Vaststelling(3, f"{ZIN * 25}EINDMOTIVERING.", date(2016, 7, 1)))


SCANS = {
    "ijsselland": ijsselland(),
    "zeven kernacties": _met_kernacties(ijsselland(), 7),
    "zestien kernacties": _met_kernacties(ijsselland(), 16),
    "lange teksten": _lang(ijsselland()),
    "alles tegelijk": _afwijkend(_lang(_met_kernacties(ijsselland(), 16))),
    "korte regels": replace(ijsselland(), overall_beeld="regel\n" * 80),
}


@pytest.mark.parametrize("soort", SCANS)
def test_page_one_says_it_all_and_has_the_boxes(soort: str, tmp_path: Path) -> None:
    bouwsel = bouw_rapport(gegevens(SCANS[soort]))
    eerste = plat(lees(bouwsel.pdf, tmp_path, "-l", "1"))
    assert [kop for kop in KOPPEN if kop not in eerste] == []
    assert {vak.pagina for vak in bouwsel.vakken} == {0}
    assert "Waarop dit rapport berust" not in eerste


def test_what_gives_way_stands_whole_behind_it_and_page_one_says_where(tmp_path: Path) -> None:
    pdf = bouw_rapport(gegevens(SCANS["alles tegelijk"])).pdf
    eerste, verder = plat(lees(pdf, tmp_path, "-l", "1")), plat(lees(pdf, tmp_path, "-f", "2"))
    assert "En nog dertien kernacties: zie ‘Acties’" in eerste
    assert "De motivering staat verderop, onder ‘Vaststelling’." in eerste
    for einde, waar in (("EINDBEELD", "Overall beeld"), ("EINDVRAAG", "Wat wij van u vragen")):
        assert einde not in eerste
        assert f"De hele tekst staat verderop, onder ‘{waar}’." in eerste
        assert einde in verder
    assert "EINDMOTIVERING" in verder
    assert all(f"uitvoeringsplan voor topic {nr} op" in verder for nr in range(1, 17))


def test_nothing_gives_way_where_all_fits(tmp_path: Path) -> None:
    assert "verderop" not in plat(lees(bouw_rapport(gegevens(ijsselland())).pdf, tmp_path, "-l", "1"))


@pytest.mark.parametrize("aantal", [4, 12])
def test_more_boxes_than_fit_get_a_page_of_their_own_and_nothing_gives_way(aantal: int, tmp_path: Path) -> None:
    velden = (STANDAARD_ONDERTEKENAARS[0], *(Ondertekenaar(f"w{nr}", f"Wethouder {nr}") for nr in range(1, aantal)))
    bouwsel = bouw_rapport(gegevens(ijsselland(), velden))
    assert {vak.pagina for vak in bouwsel.vakken} == {1}
    eerste = plat(lees(bouwsel.pdf, tmp_path, "-l", "1"))
    assert "De vakken om te ondertekenen staan verderop, onder ‘Ondertekenen’." in eerste
    assert eerste.count("verderop") == 1
    assert "Ondertekenen" in plat(lees(bouwsel.pdf, tmp_path, "-f", "2", "-l", "2"))


def test_boxes_that_fill_more_than_a_page_begin_under_their_heading(tmp_path: Path) -> None:
    lang = "Wethouder jeugd, onderwijs, volksgezondheid en sociale zaken van de gemeente met een lange naam nummer"
    velden = (STANDAARD_ONDERTEKENAARS[0], *(Ondertekenaar(f"w{nr}", f"{lang} {nr}") for nr in range(20)))
    bouwsel = bouw_rapport(gegevens(ijsselland(), velden))
    assert {vak.pagina for vak in bouwsel.vakken} == {1, 2}
    tweede = plat(lees(bouwsel.pdf, tmp_path, "-f", "2", "-l", "2"))
    assert tweede.split("Ondertekenen")[1].strip().startswith("Adviseur")


def test_boxes_for_which_nothing_can_make_room_stand_behind_a_page_one_that_is_one_page(tmp_path: Path) -> None:
    naam = "Gemeenschappelijke regeling voor zorg en veiligheid in de regio " * 4
    scan = replace(SCANS["alles tegelijk"], adviseur=Wie(naam, naam))
    velden = tuple(Ondertekenaar(f"w{nr}", naam) for nr in range(3))
    bouwsel = bouw_rapport(gegevens(scan, velden))
    assert {vak.pagina for vak in bouwsel.vakken} == {1}
    eerste = plat(lees(bouwsel.pdf, tmp_path, "-l", "1"))
    assert [kop for kop in KOPPEN[:-1] if kop not in eerste] == []
    assert "De vakken om te ondertekenen staan verderop" in eerste
    assert "Ondertekenen" in plat(lees(bouwsel.pdf, tmp_path, "-f", "2", "-l", "2"))


@pytest.mark.parametrize("soort", SCANS)
def test_a_logo_and_a_long_name_change_no_word_of_it(soort: str, tmp_path: Path) -> None:
    logo = BytesIO()
    Image.new("RGB", (300, 300), "navy").save(logo, "PNG")
    naam = "Samenwerkingsverband van de elf gemeenten in de regio en hun uitvoeringsorganisaties"
    kaal = gegevens(SCANS[soort])
    met = plat(lees(bouw_rapport(replace(kaal, huisstijl=Huisstijl(naam, logo.getvalue()))).pdf, tmp_path))
    zonder = plat(lees(bouw_rapport(kaal).pdf, tmp_path))
    assert sorted(met.split()) == sorted(f"{zonder} {naam}".split())


@pytest.mark.parametrize("naam", ["Gemeenschappelijke regeling voor zorg en veiligheid " * 6, "Lang" * 75])
def test_a_name_of_any_length_and_the_widest_logo_leave_the_boxes_on_page_one(naam: str, tmp_path: Path) -> None:
    logo = BytesIO()
    Image.new("RGB", (1020, 20), "navy").save(logo, "PNG")
    g = replace(gegevens(SCANS["alles tegelijk"]), huisstijl=Huisstijl(naam.strip(), logo.getvalue()))
    bouwsel = bouw_rapport(g)
    assert {vak.pagina for vak in bouwsel.vakken} == {0}
    assert plat(lees(bouwsel.pdf, tmp_path, "-l", "1")).replace(" ", "").startswith(naam.replace(" ", "")[:40])


@given(st.text(), st.integers(0, 400))
def test_a_beginning_is_a_beginning_and_no_longer_than_asked(tekst: str, maximum: int) -> None:
    begin = begin_van(tekst, maximum)
    assert len(begin) <= max(maximum, 0) + 2
    assert tekst.strip().startswith(begin.removesuffix(" …").rstrip()) or not begin.removesuffix(" …").strip()
    assert begin_van(tekst, None) == tekst.strip()


def test_a_beginning_ends_with_a_sentence_where_it_can() -> None:
    assert begin_van("Dit gaat goed. Dat nog niet. En de rest volgt.", 30) == "Dit gaat goed. Dat nog niet."
    assert begin_van("Dit gaat goed (§ 1.2), en daarom is er weinig te doen", 20) == "Dit gaat goed (§ …"


@given(st.integers(0, 20), st.integers(0, 2000), st.integers(0, 3000))
def test_the_least_that_must_give_way_does(acties: int, langste: int, ruimte: int) -> None:
    def past(k: Inkorting) -> bool:
        tekst = langste if k.tekens is None else min(k.tekens, langste)
        return 50 * k.acties + (200 if k.motivering else 20) + tekst <= ruimte

    gekozen = kies_inkorting(acties, langste, past)
    if gekozen is None:
        assert not past(Inkorting(min(acties, 1), motivering=False, tekens=min(100, langste)))
        return
    assert past(gekozen)
    if gekozen != Inkorting(acties):
        assert not past(Inkorting(acties))
    if gekozen.tekens is None and 3 <= gekozen.acties < acties and gekozen.motivering:
        assert not past(replace(gekozen, acties=gekozen.acties + 1))
