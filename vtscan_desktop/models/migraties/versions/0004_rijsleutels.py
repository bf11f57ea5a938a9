"""Rows with text get a key that stays theirs, so that the versions of their texts follow them.

Frozen: which tables these are, and at what place their cells get the key in the rows that are in the making.
"""

import json
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABELLEN = ("notitie", "actie", "wachtlijst", "maatwerkactie", "zienswijze", "topic_zienswijze", "gesprekspartner")
# Tables as the window shows them: where their rows lie, and which cell holds rows that get a key too.
GETOOND = {
    "acties": "actie",
    "wachtlijst": "wachtlijst",
    "maatwerkacties": "maatwerkactie",
    "zienswijzen": "zienswijze",
}
GENEST = {"gesprekken": 4, "zienswijzen": 8}


def upgrade() -> None:
    for tabel in TABELLEN:
        op.add_column(tabel, sa.Column("sleutel", sa.Text(), nullable=False, server_default=""))
        op.execute(f"UPDATE {tabel} SET sleutel = lower(hex(randomblob(8)))")
    _vul_klad_aan()
    op.execute("PRAGMA user_version = 4")


def _vul_klad_aan() -> None:
    """A row in the making gets the key of the row that it stands for, or one of its own."""
    verbinding = op.get_bind()
    vraag = "SELECT scan_id, positie, tabel, rij, echt, cellen FROM klad ORDER BY scan_id, tabel, rij"
    onecht: dict[tuple[str, str], int] = {}
    for scan_id, positie, tabel, rij, echt, tekst in verbinding.exec_driver_sql(vraag).all():
        naam, _, nr = tabel.partition("/")
        cellen = json.loads(tekst)
        if naam in GENEST:
            genest = json.loads(cellen[GENEST[naam]] or "[]")
            cellen[GENEST[naam]] = _pak_in([[*deel, _sleutel()] for deel in genest])
        if naam in GETOOND:
            voor = onecht.setdefault((scan_id, tabel), 0)
            waar = "scan_id = ? AND positie = ?" + (" AND topic = ?" if nr else "")
            plaats = (scan_id, rij - voor, *([int(nr)] if nr else []))
            vraag = f"SELECT sleutel FROM {GETOOND[naam]} WHERE {waar}"
            echte = verbinding.exec_driver_sql(vraag, plaats).scalar() if echt else None
            onecht[scan_id, tabel] += not echt
            cellen.append(echte or _sleutel())
        if naam in GENEST or naam in GETOOND:
            nieuw = json.dumps(cellen, ensure_ascii=False)
            vraag = "UPDATE klad SET cellen = ? WHERE scan_id = ? AND positie = ?"
            verbinding.exec_driver_sql(vraag, (nieuw, scan_id, positie))


def _sleutel() -> str:
    return uuid4().hex[:16]


def _pak_in(rijen: list[list[str]]) -> str:
    return json.dumps(rijen, ensure_ascii=False) if rijen else ""
