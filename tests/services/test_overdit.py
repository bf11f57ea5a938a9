"""Licences are shown as they read: whole, and flowing where a line end only kept them narrow."""

from __future__ import annotations

import pytest

from vtscan_desktop.domain.handleiding import Tabel, stukken_in
from vtscan_desktop.services.overdit import (
    Onderdeel,
    als_hoofdstuk,
    dit_programma,
    meegeleverd_van_anderen,
    pakketten,
)


def alineas(deel: Onderdeel) -> list[str]:
    return ["".join(stuk.tekst for stuk in stukken_in(blok)) for blok in als_hoofdstuk(deel).blokken]


@pytest.mark.parametrize("deel", [dit_programma(), *pakketten()], ids=lambda deel: deel.naam)
def test_van_een_licentie_blijft_elk_woord_in_zijn_volgorde(deel: Onderdeel) -> None:
    assert deel.tekst == "" or " ".join(alineas(deel)).split() == deel.tekst.split()


def test_een_zin_van_de_eupl_loopt_door_en_punten_koppen_en_alineas_blijven() -> None:
    eupl = alineas(dit_programma())
    assert "— reproduce the Work," in eupl
    assert "1.Definitions" in eupl
    assert "Licensed under the EUPL" in eupl
    assert (
        "— ‘The Source Code’:the human-readable form of the Work which is the most convenient for people to study and "
        "modify." in eupl
    )
    afgebroken = [
        alinea for alinea in eupl if len(alinea) > 80 and alinea[-1] not in ".:,;+" and "CC BY-SA" not in alinea
    ]
    assert afgebroken == []


def test_elke_rechthebbende_houdt_een_regel_en_kolommen_blijven_zoals_ze_zijn() -> None:
    regels = (
        "Copyright (c) 2012 by Someone With A Rather Long Name, and others",
        "Everyone is permitted to copy this, and to read it aloud as well.",
        "name of the file             what it is, and under which licence it is",
        "a-name-of-some-file.txt      text, under the licence of all the others",
    )
    assert alineas(Onderdeel("iets", "1", "MIT", "\n".join(regels))) == list(regels)


def test_zonder_tekst_staat_er_welke_licentie_het_is() -> None:
    assert alineas(Onderdeel("iets", "1", "MIT", "")) == [
        "Bij dit onderdeel zit geen aparte tekst. De licentie heet: MIT."
    ]


def test_wat_van_anderen_meekomt_is_te_lezen_op_200_procent() -> None:
    """A table would leave its columns no room."""
    assert not any(isinstance(blok, Tabel) for blok in als_hoofdstuk(meegeleverd_van_anderen()).blokken)
