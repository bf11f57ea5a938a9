"""A database from someone else runs nothing of its own: it is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.eigen_schema import EIGEN, kenmerk
from vtscan_desktop.models.opslag import Opslag

DATA = Path(__file__).parent / "data"


def _zet_erin(pad: Path, *opdrachten: str) -> None:
    with Opslag.open(pad, WACHTWOORD) as opslag, opslag._beurt() as verbinding:
        for opdracht in opdrachten:
            verbinding.exec_driver_sql(opdracht)


@pytest.mark.parametrize(
    "opdrachten",
    [
        ("CREATE TRIGGER kwaad AFTER UPDATE ON scan BEGIN DELETE FROM notitie; END",),
        ("CREATE TRIGGER kwaad AFTER INSERT ON instelling BEGIN UPDATE topic SET oordeel = 'op_orde'; END",),
        ("CREATE VIEW kwaad AS SELECT * FROM identiteit",),
        ("CREATE VIRTUAL TABLE kwaad USING fts5 (a)",),
        ("DROP TRIGGER zoek_notitie_weg",),
        (
            "DROP TRIGGER zoek_titel_erbij",
            "CREATE TRIGGER zoek_titel_erbij AFTER INSERT ON scan BEGIN DELETE FROM notitie; END",
        ),
        ("ALTER TABLE notitie RENAME TO echt", "CREATE VIEW notitie AS SELECT * FROM echt"),
    ],
)
def test_wat_vanzelf_werkt_en_niet_van_ons_is_wordt_geweigerd_en_doet_niets(
    database: Path, opdrachten: tuple[str, ...]
) -> None:
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, Werkstand(Risicoscan("a", "ijsselland", NU.date())), NU)
    _zet_erin(database, *opdrachten)
    eerst = database.read_bytes()
    with pytest.raises(InvoerFout, match="niet van dit programma"):
        Opslag.open(database, WACHTWOORD)
    assert database.read_bytes() == eerst
    assert [p.name for p in database.parent.iterdir()] == [database.name]


def test_een_vreemde_tabel_of_kolom_wordt_niet_gelezen_en_doet_dus_niets(database: Path) -> None:
    _zet_erin(database, "CREATE TABLE vreemd (a)", "INSERT INTO vreemd VALUES (1)")
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, Werkstand(Risicoscan("a", "ijsselland", NU.date())), NU)
        assert opslag.bestaat("a")


def test_elk_schema_dat_dit_programma_maakt_of_ooit_maakte_is_eigen(database: Path) -> None:
    """A migration that changes a trigger adds its kenmerk (as it is named here when this fails) to `EIGEN`."""
    with Opslag.open(database, WACHTWOORD) as opslag:
        assert kenmerk(opslag._verbinding) in EIGEN
        opslag.verander_wachtwoord("een heel andere zin")
        assert kenmerk(opslag._verbinding) in EIGEN
