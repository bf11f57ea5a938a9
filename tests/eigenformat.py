"""An organisation's own format, made from the one that ships, and any format at all."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from vtscan_desktop.hulpbronnen import nieuwste_formatbestand
from vtscan_desktop.uitwisseling.formatbestand import lees_format

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vtscan_desktop.domain.topics import Format


def topics(bestand: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The 20 topics in a format file."""
    for thema in bestand["themas"]:
        yield from thema["topics"]


def eigen_bestand(versie: str = "1", merk: str = "Eigen") -> dict[str, Any]:
    """A format file in which each title, short name, thema and question is its own, and begins with `merk`."""
    bestand = deepcopy(nieuwste_formatbestand()) | {"id": "ons-format", "naam": f"{merk} format", "versie": versie}
    for thema in bestand["themas"]:
        thema["titel"] = f"{merk} thema {thema['topics'][0]['nr']}"
    for topic in topics(bestand):
        topic["titel"] = f"{merk}e titel {topic['nr']}{' ({jaar})' if topic['nr'] == 18 else ''}"
        topic["kort"] = f"{merk} kort {topic['nr']}"
        topic["in_zin"] = f"het {merk.lower()}e punt {topic['nr']}"
        topic["in_rij"] = f"{merk.lower()} punt {topic['nr']}"
        topic.pop("aangevuld", None)
    for topic in bestand["leidraad"]["topics"]:
        for vraag in topic["vragen"]:
            vraag["tekst"] = f"{merk}e vraag {vraag['id']}?"
    return bestand


def bytes_van(bestand: dict[str, Any]) -> bytes:
    """The file."""
    return json.dumps(bestand, ensure_ascii=False).encode()


def schrijf_eigen(folder: Path, versie: str = "1", merk: str = "Eigen") -> Path:
    """`eigen_bestand` on disk."""
    pad = folder / f"format-{merk}-{versie}.json"
    pad.write_bytes(bytes_van(eigen_bestand(versie, merk)))
    return pad


_woord = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzéëïABC0123456789&'\"%-/;:,.?!()§€’"), min_size=1, max_size=12
)
_zin = st.lists(_woord, min_size=1, max_size=3).map(" ".join)


@st.composite
def formats(draw: st.DrawFn) -> Format:
    """Any format that is taken over: other words everywhere, fewer or more questions, with or without aangevuld."""
    bestand = deepcopy(nieuwste_formatbestand()) | {
        "id": draw(st.from_regex(r"\Aeigen-[a-z0-9]{1,8}\Z")),
        "versie": "3",
    }
    for nr, thema in enumerate(bestand["themas"]):
        thema["titel"] = f"{nr} {draw(_zin)}"
    for topic in topics(bestand):
        for veld in ("titel", "kort", "in_zin", "in_rij"):
            topic[veld] = f"{draw(_zin)} {topic['nr']}"[-40:].strip()
        if draw(st.booleans()):
            topic["aangevuld"] = draw(_zin)
        else:
            topic.pop("aangevuld", None)
    for topic in bestand["leidraad"]["topics"]:
        eerste = topic["vragen"][0]
        aantal = draw(st.integers(1, 12))
        topic["vragen"] = [eerste | {"id": f"{topic['nr']}.{i}", "tekst": draw(_zin)} for i in range(aantal)]
    return lees_format(bytes_van(bestand), "eigen").format
