"""An organisation's own formats; and of each version kept with a report of which format it is."""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "eigen_format",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("overgenomen", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel"),
    )
    op.add_column("rapportversie", sa.Column("format", sa.Text(), nullable=False, server_default=""))
    _vul_aan()
    op.execute("PRAGMA user_version = 6")


def _vul_aan() -> None:
    """The format stands in the scan that was kept."""
    verbinding = op.get_bind()
    vraag = "SELECT scan_id, versie, editie, inhoud FROM rapportversie WHERE inhoud IS NOT NULL"
    for *sleutel, inhoud in verbinding.exec_driver_sql(vraag).all():
        if naam := json.loads(zlib.decompress(inhoud)).get("format"):
            waar = "scan_id = ? AND versie = ? AND editie = ?"
            verbinding.exec_driver_sql(f"UPDATE rapportversie SET format = ? WHERE {waar}", (naam, *sleutel))
