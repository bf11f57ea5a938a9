"""The version of a database: made, brought up to date, or refused when it is newer than this program.

Alembic is imported only when there is something to migrate (it costs a quarter of a second); for a database
that is up to date one SELECT is enough.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.models.verbinding import geen_database

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0006"
"""Alembic's id of the newest version that this program knows."""
SCHEMAVERSIE = 6
"""The same as a number that goes up, kept in `PRAGMA user_version`: it tells newer from unknown."""
MIGRATIES = Path(__file__).with_name("migraties")
"""The folder with the scripts, in the source tree as in an installed package."""


def is_bij(verbinding: Connection, pad: Path) -> bool:
    """Whether the database is up to date; False when it has to be migrated first.

    Raises `InvoerFout` when it is newer than the program, or no database of this program at all.
    """
    schemaversie = verbinding.exec_driver_sql("PRAGMA user_version").scalar_one()
    if schemaversie > SCHEMAVERSIE:
        raise InvoerFout(
            f"De database {pad} is gemaakt met een nieuwere versie van dit programma; werk het programma eerst bij."
        )
    tabel = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if schemaversie < 1 or not verbinding.exec_driver_sql(tabel).scalar_one():
        raise geen_database(pad)
    versie = verbinding.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    if schemaversie == SCHEMAVERSIE and versie != HEAD:
        raise InvoerFout(f"De database {pad} heeft een versie die dit programma niet kent.")
    return bool(schemaversie == SCHEMAVERSIE)


def vrije_naam(pad: Path) -> Path:
    """Where the copy goes of a database as it was before it was migrated: beside it, over nothing else."""
    namen = (f"{pad.stem}.voor-{HEAD}{f'-{i}' if i > 1 else ''}{pad.suffix}" for i in count(1))
    return next(kandidaat for naam in namen if not (kandidaat := pad.with_name(naam)).exists())


def migreer(verbinding: Connection) -> None:
    """Run all migrations that the database has not had, within the transaction of `verbinding`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # ConfigParser reads a % as the start of a variable.
    config.set_main_option("script_location", str(MIGRATIES).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = verbinding
    command.upgrade(config, "head")
