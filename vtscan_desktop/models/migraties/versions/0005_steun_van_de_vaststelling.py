"""What a vaststelling rested on when it was given; of those that are there already nothing is known."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "steun",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("categorie", sa.Integer(), nullable=False),
        sa.Column("oordelen", sa.Text(), nullable=False),
        sa.Column("hertoets", sa.Text(), nullable=False),
        sa.Column("voorstel", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.execute("PRAGMA user_version = 5")
