"""Earlier versions of texts, ticks of the leidraad, own words, and the index to search in.

Frozen: which texts are found, and the triggers that say which rows the index has to follow. All that is in the
database already is marked as such; the index itself is filled by the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Name, table, key of the scan, the two places below it, columns.
BRONNEN = (
    ("titel", "scan", "id", "0", "0", "titel"),
    ("notitie", "notitie", "scan_id", "positie", "0", "tekst"),
    ("toelichting", "topic", "scan_id", "nr", "0", "toelichting"),
    ("risico", "topic", "scan_id", "nr", "0", "risico"),
    ("motivering", "topic", "scan_id", "nr", "0", "motivering"),
    ("actie", "actie", "scan_id", "topic", "positie", "omschrijving, verantwoordelijke"),
    ("gesprek", "gesprek", "scan_id", "positie", "0", "locatie"),
    ("gesprekspartner", "gesprekspartner", "scan_id", "gesprek", "positie", "functie, organisatie, naam"),
    ("document", "document", "scan_id", "positie", "0", "titel, uitgever"),
    ("maatwerkactie", "maatwerkactie", "scan_id", "positie", "0", "omschrijving, verantwoordelijke, uitkomst"),
    ("zienswijze_tekst", "zienswijze", "scan_id", "positie", "0", "tekst"),
    ("zienswijze_antwoord", "zienswijze", "scan_id", "positie", "0", "antwoord"),
    ("topic_zienswijze_tekst", "topic_zienswijze", "scan_id", "zienswijze", "positie", "tekst"),
    ("topic_zienswijze_antwoord", "topic_zienswijze", "scan_id", "zienswijze", "positie", "antwoord"),
    ("knelpunten", "in_kaart", "scan_id", "0", "0", "knelpunten"),
    ("opgaven", "in_kaart", "scan_id", "0", "0", "opgaven"),
    ("partners", "in_kaart", "scan_id", "0", "0", "partners"),
    ("wensen", "in_kaart", "scan_id", "0", "0", "wensen"),
    ("overall_beeld", "beeld", "scan_id", "0", "0", "overall_beeld"),
    ("vraag_aan_lezer", "beeld", "scan_id", "0", "0", "vraag_aan_lezer"),
    ("vaststelling", "vaststelling", "scan_id", "0", "0", "motivering"),
)


def upgrade() -> None:
    op.create_table(
        "tekstversie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("tijd", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tekstversie_veld", "tekstversie", ["scan_id", "veld", "id"])
    op.create_table(
        "leidraadvink",
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("gesprek", sa.Text(), nullable=False),
        sa.Column("vraag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "gesprek", "vraag"),
    )
    op.create_table(
        "eigen_woord",
        sa.Column("woord", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("woord"),
    )
    op.create_table(
        "zoekrij",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("vuil", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("scan_id", "bron", "a", "b"),
    )
    op.create_index("ix_zoekrij_vuil", "zoekrij", ["bron"], sqlite_where=sa.text("vuil"))
    op.execute(
        "CREATE VIRTUAL TABLE zoek USING fts5"
        " (tekst, scan, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    # A leaf of the index fills one page of SQLCipher, that has 80 bytes less than one of SQLite.
    op.execute("INSERT INTO zoek (zoek, rank) VALUES ('pgsz', 3900)")
    op.execute("CREATE TRIGGER zoekrij_weg AFTER DELETE ON zoekrij BEGIN DELETE FROM zoek WHERE rowid = old.id; END")
    for bron in BRONNEN:
        _volg(*bron)
    op.execute("PRAGMA user_version = 2")


def _volg(naam: str, tabel: str, scan: str, a: str, b: str, kolommen: str) -> None:
    """Make the rows of one bron for what is there, and the triggers that keep them."""

    def plaats(rij: str) -> list[str]:
        return [deel if deel == "0" else f"{rij}.{deel}" for deel in (a, b)]

    def waar(rij: str) -> str:
        van_a, van_b = plaats(rij)
        return f"scan_id = {rij}.{scan} AND bron = '{naam}' AND a = {van_a} AND b = {van_b}"

    voeg_toe = "INSERT INTO zoekrij (scan_id, bron, a, b, vuil)"
    van_a, van_b = plaats("new")
    op.execute(f"{voeg_toe} SELECT {scan}, '{naam}', {a}, {b}, 1 FROM {tabel}")
    op.execute(
        f"CREATE TRIGGER zoek_{naam}_erbij AFTER INSERT ON {tabel} BEGIN "
        f"{voeg_toe} VALUES (new.{scan}, '{naam}', {van_a}, {van_b}, 1); END"
    )
    op.execute(
        f"CREATE TRIGGER zoek_{naam}_anders AFTER UPDATE OF {kolommen} ON {tabel} BEGIN "
        f"UPDATE zoekrij SET vuil = 1 WHERE {waar('new')} AND NOT vuil; END"
    )
    op.execute(
        f"CREATE TRIGGER zoek_{naam}_weg AFTER DELETE ON {tabel} BEGIN DELETE FROM zoekrij WHERE {waar('old')}; END"
    )
