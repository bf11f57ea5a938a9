"""With each report the scan as it was printed, the file's name and who signed; and the changes of status."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for naam in ("bestandsnaam", "vingerafdruk", "gewist"):
        op.add_column("rapportversie", sa.Column(naam, sa.Text(), nullable=False, server_default=""))
    op.add_column("rapportversie", sa.Column("inhoud", sa.LargeBinary(), nullable=True))
    op.create_table(
        "statuswijziging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("tijd", sa.Text(), nullable=False),
        sa.Column("van", sa.Text(), nullable=False),
        sa.Column("naar", sa.Text(), nullable=False),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_statuswijziging_scan", "statuswijziging", ["scan_id", "id"])
    op.execute("PRAGMA user_version = 3")
