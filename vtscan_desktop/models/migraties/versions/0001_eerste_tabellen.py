"""The first tables.

Frozen: the types are SQLite's own, not those of the program, which may change after this.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "identiteit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("gemaakt", sa.Text(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("wachtwoord", sa.Text(), nullable=False),
        sa.Column("pkcs12", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "instelling",
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("naam"),
    )
    op.create_table(
        "scan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd", sa.Text(), nullable=False),
        sa.Column("regio", sa.Text(), nullable=False),
        sa.Column("peildatum", sa.Date(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("titel", sa.Text(), nullable=False),
        sa.Column("voorbeeld", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("editie", sa.Text(), nullable=False),
        sa.Column("adviseur_functie", sa.Text(), nullable=False),
        sa.Column("adviseur_organisatie", sa.Text(), nullable=False),
        sa.Column("adviseur_naam", sa.Text(), nullable=False),
        sa.Column("hertoets_uitkomst", sa.Text(), nullable=False),
        sa.Column("hertoets_datum", sa.Date(), nullable=True),
        sa.Column("inwoners", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "stand",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "beeld",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("overall_beeld", sa.Text(), nullable=False),
        sa.Column("vraag_aan_lezer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id"),
    )
    op.create_table(
        "budget",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("bedrag", sa.Float(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "document",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("titel", sa.Text(), nullable=False),
        sa.Column("uitgever", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "formatie",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("peildatum", sa.Date(), nullable=False),
        sa.Column("functie", sa.Text(), nullable=False),
        sa.Column("vast", sa.Float(), nullable=True),
        sa.Column("tijdelijk", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "gesprek",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("locatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "in_kaart",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("knelpunten", sa.Text(), nullable=False),
        sa.Column("opgaven", sa.Text(), nullable=False),
        sa.Column("partners", sa.Text(), nullable=False),
        sa.Column("wensen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id"),
    )
    op.create_table(
        "klad",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tabel", sa.Text(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("echt", sa.Boolean(), nullable=False),
        sa.Column("cellen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "maatwerkactie",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("aanleiding", sa.Integer(), nullable=True),
        sa.Column("termijn", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("verantwoordelijke", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("uitkomst", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "notitie",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tijd", sa.Text(), nullable=False),
        sa.Column("gesprek", sa.Text(), nullable=True),
        sa.Column("topic", sa.Integer(), nullable=True),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "plek",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Text(), nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id"),
    )
    op.create_table(
        "primair_proces",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("meldingen", sa.Text(), nullable=True),
        sa.Column("adviesvragen", sa.Text(), nullable=True),
        sa.Column("onderzoeken", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "rapportversie",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("editie", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("gemaakt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "versie", "editie"),
    )
    op.create_table(
        "topic",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("oordeel", sa.Text(), nullable=False),
        sa.Column("later", sa.Boolean(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("risico", sa.Text(), nullable=False),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "nr"),
    )
    op.create_table(
        "vaststelling",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("categorie", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "wachtlijst",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("aantal", sa.Text(), nullable=False),
        sa.Column("wat", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "zienswijze",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("partij", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("standpunt", sa.Text(), nullable=True),
        sa.Column("van_functie", sa.Text(), nullable=False),
        sa.Column("van_organisatie", sa.Text(), nullable=False),
        sa.Column("van_naam", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "positie"),
    )
    op.create_table(
        "actie",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("topic", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("termijn", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kern", sa.Boolean(), nullable=False),
        sa.Column("verantwoordelijke", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id", "topic"], ["topic.scan_id", "topic.nr"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "topic", "positie"),
    )
    op.create_table(
        "bron",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("topic", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id", "topic"], ["topic.scan_id", "topic.nr"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "topic", "positie"),
    )
    op.create_table(
        "gesprekspartner",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("gesprek", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("functie", sa.Text(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id", "gesprek"], ["gesprek.scan_id", "gesprek.positie"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "gesprek", "positie"),
    )
    op.create_table(
        "topic_zienswijze",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("zienswijze", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("positie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["scan_id", "zienswijze"], ["zienswijze.scan_id", "zienswijze.positie"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("scan_id", "zienswijze", "positie"),
    )
    op.execute("INSERT INTO stand (id, revisie) VALUES (1, 0)")
    op.execute("PRAGMA user_version = 1")
