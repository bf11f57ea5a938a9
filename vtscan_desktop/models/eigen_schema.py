"""Whether a database holds nothing that runs by itself but what this program put there.

A file from someone else opens with its passphrase, and its triggers and views would run with our own changes. So they
are held against those of each released schema before anything is written. (`trusted_schema=OFF` keeps functions out of
them; tables that nobody reads do nothing.)
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.errors import InvoerFout

if TYPE_CHECKING:
    from pathlib import Path

EIGEN = frozenset(
    {
        "4f53cda18c2baa0c",  # 0001: none
        "56fcf1ecdb4d47dd",  # since 0002: the triggers of the index, and the index
    }
)
"""What `kenmerk` gives for the schemas that this program makes. A migration that changes a trigger adds its own."""
_WERKT_VANZELF = """
SELECT type, name, tbl_name, sql FROM sqlite_master
WHERE type IN ('trigger', 'view') OR upper(sql) LIKE 'CREATE VIRTUAL%' ORDER BY type, name
"""


def eis_eigen(verbinding: Any, pad: Path) -> None:
    """Raise `InvoerFout` when the database holds triggers, views or virtual tables that are not ours."""
    if kenmerk(verbinding) not in EIGEN:
        raise InvoerFout(
            f"In {pad} staan opdrachten die niet van dit programma zijn (triggers of views). De database is niet "
            "geopend: iemand kan er iets in verstopt hebben."
        )


def kenmerk(verbinding: Any) -> str:
    """A digest of all in an open database that runs by itself."""
    rijen = [list(rij) for rij in verbinding.execute(_WERKT_VANZELF).fetchall()]
    return hashlib.sha256(json.dumps(rijen).encode()).hexdigest()[:16]
