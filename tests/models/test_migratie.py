"""A new database is made by the migrations, and they make exactly the tables that the program knows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.steun import steun_van
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models import migratie
from vtscan_desktop.models.migratie import HEAD, MIGRATIES, SCHEMAVERSIE
from vtscan_desktop.models.opslag import Opslag, Plek
from vtscan_desktop.models.verbinding import verbind, vind_sleutel
from vtscan_desktop.models.zoekindex import werk_bij
from vtscan_desktop.services.tabelrijen import pak_uit, voeg_samen
from vtscan_desktop.services.tabelsoorten import tabelplek
from vtscan_desktop.uitwisseling.formatbestand import lees_format
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_the_constants_are_those_of_the_newest_script(opslag: Opslag) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIES))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    with opslag._beurt() as conn:
        assert conn.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMAVERSIE
    assert len(list(scripts.walk_revisions())) == SCHEMAVERSIE


def test_a_migrated_database_has_the_tables_of_the_program(opslag: Opslag) -> None:
    with opslag._beurt() as conn:
        # SQLite makes the tables of its full-text index itself.
        opties = {
            "compare_type": True,
            "include_name": lambda naam, *_: naam != "zoek" and not str(naam).startswith("zoek_"),
        }
        context = MigrationContext.configure(conn, opts=opties | {"target_metadata": SQLModel.metadata})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_all_that_belongs_to_a_scan_goes_with_it(opslag: Opslag) -> None:
    with opslag._beurt() as conn:
        for tabel in SQLModel.metadata.tables.values():
            if "scan_id" in tabel.c:
                (sleutel,) = {rij.on_delete for rij in conn.exec_driver_sql(f"PRAGMA foreign_key_list({tabel.name})")}
                assert sleutel == "CASCADE", tabel.name


def test_opening_a_database_that_is_up_to_date_never_imports_alembic(database: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from vtscan_desktop.models import sleutel, verbinding\n"
        "print('sqlmodel' in sys.modules)\n"
        "from vtscan_desktop.models.opslag import Opslag\n"
        "Opslag.open(Path(sys.argv[1]), sys.argv[2]).sluit(); print('alembic' in sys.modules)"
    )
    gedaan = subprocess.run(
        [sys.executable, "-c", code, str(database), WACHTWOORD],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert gedaan.stdout == "False\nFalse\n"


DATA = Path(__file__).parent / "data"
"""Databases as released versions of the program left them. Never made anew."""
EERSTE = DATA / "schema-0001.vtdb"
"""A database as the first version of the program left it: IJsselland with a row in the making."""


@pytest.fixture
def eerste(tmp_path: Path) -> Path:
    """A copy of that database, to open."""
    return Path(shutil.copy(EERSTE, tmp_path / "scans.vtdb"))


def test_a_database_of_the_first_version_opens_with_all_that_was_in_it(eerste: Path) -> None:
    scan = lees_scan(voorbeeldscan().read_bytes(), "ijsselland").scan
    with Opslag.open(eerste, "voorbeeld") as opslag:
        assert opslag.lees(scan.id) == Werkstand(scan, (Kladrij("budget", 1, ("2016", "veel", ""), False),))
        assert opslag.revisie() == 3
        assert opslag.lees_plek(scan.id) == Plek(scan.id, "topic/3", "toelichting", 4)
        assert opslag.lees_instelling("thema") == "donker"
        (versie,) = opslag.rapportversies(scan.id)
        assert (versie.versie, versie.bestandsnaam, opslag.lees_versie(versie.sleutel)) == (1, "", None)
        assert opslag.tekstversies(scan.id, "overall_beeld") == ()
        assert opslag.vinkjes(scan.id) == frozenset()
        gevonden = {treffer.plek for treffer in opslag.zoek("wachtlijst")}
    assert {"document/3", "overall_beeld"} <= gevonden
    with Opslag.open(eerste, "voorbeeld") as opslag:
        assert {treffer.plek for treffer in opslag.zoek("wachtlijst")} == gevonden


def test_rows_and_rows_in_the_making_of_an_earlier_version_get_keys_of_their_own(tmp_path: Path) -> None:
    with Opslag.open(Path(shutil.copy(DATA / "schema-0002.vtdb", tmp_path / "scans.vtdb")), "voorbeeld") as opslag:
        stand = opslag.lees(opslag.overzicht()[0].id)
        scan = stand.scan
        klad = {rij.tabel: rij.cellen for rij in stand.klad}
        wat = tabelplek("acties/3", NU.date())
        acties = voeg_samen(wat.soort, wat.lees(scan), [rij for rij in stand.klad if rij.tabel == "acties/3"])
        assert [cellen[:3] for cellen in acties[:2]] == [
            ("Triage versnellen", "Veilig Thuis", ""),
            ("Wachtlijst bespreken", "gemeenten", "na de zomer"),
        ]
        assert klad["acties/3"][-1] == scan.topic(3).acties[1].sleutel
        assert klad["budget"] == ("2016", "veel", "")
        (persoon,) = pak_uit(klad["gesprekken"][4], 4)
        (opmerking,) = pak_uit(klad["zienswijzen"][8], 4)
        assert (persoon[:2], opmerking[:2]) == (("manager", "Veilig Thuis"), ("3", "Graag sneller"))
        sleutels = [n.sleutel for n in scan.notities] + [a.sleutel for t in scan.topics for a in t.acties]
        sleutels += [z.sleutel for z in scan.zienswijzen] + [persoon[-1], opmerking[-1], klad["zienswijzen"][-1]]
        assert all(sleutels)
        assert len(set(sleutels)) == len(sleutels)
        assert [v.tekst for v in opslag.tekstversies(scan.id, "topic/3/toelichting")] == ["Zo was het."]
        assert opslag.lees(scan.id) == stand


def test_a_database_of_the_fifth_version_opens_with_all_that_was_in_it(tmp_path: Path) -> None:
    with Opslag.open(Path(shutil.copy(DATA / "schema-0005.vtdb", tmp_path / "scans.vtdb")), "voorbeeld") as opslag:
        (kop,) = opslag.overzicht()
        stand = opslag.lees(kop.id)
        assert stand.scan.notities[-1].tekst == "een notitie van toen"
        assert [rij.cellen for rij in stand.klad] == [("2016", "veel", "")]
        assert stand.steun == steun_van(stand.scan)
        assert [v.tekst for v in opslag.tekstversies(kop.id, "topic/3/toelichting")] == ["Zo was het."]
        assert opslag.lees_plek(kop.id) == Plek(kop.id, "topic/3", "toelichting", 4)
        assert opslag.vinkjes(kop.id) == {("", "3-1")}
        assert opslag.eigen_woorden() == {"ketenregie"}
        assert opslag.lees_instelling("thema") == "donker"
        (versie,) = opslag.rapportversies(kop.id)
        assert opslag.lees_versie(versie.sleutel) == schrijf_scan(stand.scan)
        assert versie.format == stand.scan.format == "risicoscan"
        assert [w.reden for w in opslag.statuswijzigingen(kop.id)] == ["voor de proef"]
        assert opslag.revisie() == 6


def test_a_database_of_the_sixth_version_opens_with_its_own_format_and_all_that_is_of_it(tmp_path: Path) -> None:
    with Opslag.open(Path(shutil.copy(DATA / "schema-0006.vtdb", tmp_path / "scans.vtdb")), "voorbeeld") as opslag:
        (kop,) = opslag.overzicht()
        stand = opslag.lees(kop.id)
        assert [rij.cellen for rij in stand.klad] == [("2016", "veel", "")]
        (eigen,) = opslag.eigen_formats()
        assert eigen.sleutel == stand.scan.format == "ons-format/1"
        assert lees_format(eigen.inhoud, "bewaard").format.topic(3).titel == "Eigene titel 3"
        assert opslag.lees_instelling("standaardformat") == "ons-format/1"
        (versie,) = opslag.rapportversies(kop.id)
        assert versie.format == "ons-format/1"
        assert opslag.lees_versie(versie.sleutel) == schrijf_scan(stand.scan)
        assert opslag.vinkjes(kop.id) == {("", "3.1-aantal")}
        assert opslag.revisie() == 7


def test_the_index_of_an_older_database_is_that_of_a_new_one(eerste: Path, opslag: Opslag) -> None:
    def inhoud(opslag: Opslag, scan_id: str) -> list[object]:
        with opslag._beurt() as conn:
            werk_bij(conn)
            vraag = "SELECT bron, a, b, tekst FROM zoekrij LEFT JOIN zoek ON zoek.rowid = id WHERE scan_id = ?"
            return sorted(map(tuple, conn.exec_driver_sql(vraag, (scan_id,))))

    with Opslag.open(eerste, "voorbeeld") as ouder:
        (kop,) = ouder.overzicht()
        opslag.bewaar(None, ouder.lees(kop.id), NU)
        assert inhoud(ouder, kop.id) == inhoud(opslag, kop.id)


def test_before_a_migration_a_copy_of_the_database_is_made_beside_it_over_nothing_else(eerste: Path) -> None:
    van_mij = eerste.with_name(f"scans.voor-{HEAD}.vtdb")
    van_mij.write_text("van mij")
    Opslag.open(eerste, "voorbeeld").sluit()
    assert van_mij.read_text() == "van mij"
    kopie = eerste.with_name(f"scans.voor-{HEAD}-2.vtdb")
    assert {p.name for p in eerste.parent.iterdir()} == {eerste.name, van_mij.name, kopie.name}
    sleutel, zout = vind_sleutel(kopie, "voorbeeld")
    verbinding = verbind(kopie, sleutel, zout)
    assert verbinding.execute("PRAGMA user_version").fetchone() == (1,)
    assert verbinding.execute("SELECT revisie FROM stand").fetchone() == (3,)
    verbinding.close()
    Opslag.open(eerste, "voorbeeld").sluit()
    assert len(list(eerste.parent.iterdir())) == 3


def test_a_migration_that_fails_leaves_the_database_as_it_was(eerste: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = migratie.migreer

    def halverwege(verbinding: Connection) -> None:
        echt(verbinding)
        raise OmgevingFout("De schijf is vol.")

    with monkeypatch.context() as m:
        m.setattr(migratie, "migreer", halverwege)
        with pytest.raises(OmgevingFout, match="vol"):
            Opslag.open(eerste, "voorbeeld")
    sleutel, zout = vind_sleutel(eerste, "voorbeeld")
    verbinding = verbind(eerste, sleutel, zout)
    assert verbinding.execute("PRAGMA user_version").fetchone() == (1,)
    assert verbinding.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'zoek%'").fetchone() == (0,)
    verbinding.close()
    with Opslag.open(eerste, "voorbeeld") as opslag:
        assert opslag.zoek("wachtlijst")
