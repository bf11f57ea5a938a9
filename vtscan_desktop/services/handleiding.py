"""The handleiding that ships: Markdown to values, and values to a PDF.

Each chapter is a file `NN-naam.md` in `resources/handleiding`. `**Naam**` is a name on the screen, `` `@id` `` a
shortcut by its id, other `` `code` `` is typed or read as it stands, `> ` is what must not be missed, a picture stands
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.handleiding import (
    Alinea,
    Beeld,
    Blok,
    Hoofdstuk,
    Kop,
    Lijst,
    Soort,
    Stuk,
    Stukken,
    Tabel,
)
from vtscan_desktop.hulpbronnenmap import hulpbronnenmap

_DOEL = re.compile(r"^\d\d-|\.md\b")
"""What a link to a file has more than the id of its chapter."""
_TOETS = "@"
"""What a shortcut begins with, before its id."""


def beeldmap() -> Path:
    """The folder with the pictures."""
    return hulpbronnenmap() / "handleiding" / "beeld"


def lees_handleiding(toetsen: Mapping[str, str]) -> tuple[Hoofdstuk, ...]:
    """The chapters in order; `toetsen` says how each shortcut is named on this system, by its id."""
    bestanden = sorted((hulpbronnenmap() / "handleiding").glob("[0-9][0-9]-*.md"))
    return tuple(_hoofdstuk(pad.stem[3:], pad.read_text("utf-8"), toetsen) for pad in bestanden)


def bewaar_als_pdf(hoofdstukken: Sequence[Hoofdstuk], pad: Path, nu: datetime) -> Path:
    """Write the handleiding to a PDF, over what is there; the path. Takes seconds: call it off the UI thread.

    Raises OmgevingFout when it cannot be written.
    """
    from vtscan_desktop.rapport.handleiding import bouw_handleiding

    beelden = {
        blok.naam: (beeldmap() / blok.naam).read_bytes()
        for hoofdstuk in hoofdstukken
        for blok in hoofdstuk.blokken
        if isinstance(blok, Beeld)
    }
    schrijf_veilig(pad, bouw_handleiding(hoofdstukken, beelden, nu), vervang=True)
    return pad


def lees_blokken(markdown: str, toetsen: Mapping[str, str]) -> tuple[Blok, ...]:
    """Markdown as blocks, its title (the heading of level 1) left out."""
    boom = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))
    return tuple(blok for knoop in boom.children if knoop.tag != "h1" for blok in _blokken(knoop, toetsen))


def _hoofdstuk(id_: str, markdown: str, toetsen: Mapping[str, str]) -> Hoofdstuk:
    titel = markdown.split("\n", 1)[0].removeprefix("# ").strip()
    return Hoofdstuk(id_, titel, lees_blokken(markdown, toetsen))


def _blokken(knoop: SyntaxTreeNode, toetsen: Mapping[str, str]) -> Iterator[Blok]:
    match knoop.type:
        case "heading":
            yield Kop(int(knoop.tag[1]), "".join(stuk.tekst for stuk in _stukken(knoop.children, toetsen)))
        case "paragraph" if knoop.children[0].children[0].type == "image":
            beeld = knoop.children[0].children[0]
            yield Beeld(Path(str(beeld.attrs["src"])).name, beeld.content)
        case "paragraph":
            yield Alinea(_stukken(knoop.children, toetsen))
        case "blockquote":
            for deel in knoop.children:
                yield Alinea(_stukken(deel.children, toetsen), let_op=True)
        case "bullet_list" | "ordered_list":
            punten = tuple(_stukken(_inhoud(punt), toetsen) for punt in knoop.children)
            yield Lijst(punten, genummerd=knoop.type == "ordered_list")
        case "table":
            rijen = [
                tuple(_stukken(cel.children, toetsen) for cel in rij.children)
                for deel in knoop.children
                for rij in deel.children
            ]
            yield Tabel(rijen[0], tuple(rijen[1:]))
        case _:
            raise ValueError(f"a chapter of the handleiding holds a {knoop.type}, which is shown nowhere")


def _inhoud(punt: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """The text of a point: it holds one paragraph."""
    [alinea] = punt.children
    return alinea.children


def _stukken(
    knopen: Sequence[SyntaxTreeNode], toetsen: Mapping[str, str], soort: Soort = Soort.GEWOON, doel: str = ""
) -> Stukken:
    uit: list[Stuk] = []
    for knoop in knopen:
        match knoop.type:
            case "inline":
                uit += _stukken(knoop.children, toetsen, soort, doel)
            case "text":
                na_puntjes = bool(uit) and uit[-1].tekst.endswith("…")
                uit.append(Stuk(knoop.content.removeprefix(".") if na_puntjes else knoop.content, soort, doel))
            case "softbreak":
                uit.append(Stuk(" ", soort, doel))
            case "strong":
                uit += _stukken(knoop.children, toetsen, Soort.NAAM, doel)
            case "link":
                uit += _stukken(knoop.children, toetsen, soort, _DOEL.sub("", str(knoop.attrs["href"])))
            case "code_inline" if knoop.content.startswith(_TOETS):
                uit.append(Stuk(toetsen[knoop.content[1:]], Soort.TOETS, doel))
            case "code_inline":
                uit.append(Stuk(knoop.content, Soort.LETTERLIJK, doel))
            case _:
                raise ValueError(f"a chapter of the handleiding holds a {knoop.type}, which is shown nowhere")
    return tuple(uit)
