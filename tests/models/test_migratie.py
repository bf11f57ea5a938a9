"""A new database is made by the migrations, and they make exactly the tables that the program knows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from tests.models.conftest import WACHTWOORD
from vtscan_desktop.models.migratie import HEAD, MIGRATIES, SCHEMAVERSIE

if TYPE_CHECKING:
    from vtscan_desktop.models.opslag import Opslag


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
        context = MigrationContext.configure(conn, opts={"compare_type": True, "target_metadata": SQLModel.metadata})
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
