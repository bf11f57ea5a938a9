"""A chapter of the handleiding as a document for the screen, in the appearance in force."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtCore import Qt as Kern
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from vtscan_desktop.domain.handleiding import Alinea, Beeld, Blok, Hoofdstuk, Kop, Lijst, Soort, Stukken, Tabel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import thema

_REGEL = 140
"""Height of a line, in percent."""


def maak_blad(hoofdstuk: Hoofdstuk, beeldmap: Path, breedte: int, dichtheid: float) -> QTextDocument:
    """The document; pictures are made as wide as `breedte` at most, for a screen with that many pixels a unit."""
    t = thema()
    blad = QTextDocument()
    blad.setDocumentMargin(t.px(maten.BREED))
    blad.setDefaultFont(t.letter())
    blad.setIndentWidth(t.px(maten.BREED))
    blad.setDefaultStyleSheet(_stijl())
    delen = [f"<h1>{escape(hoofdstuk.titel)}</h1>"] if hoofdstuk.titel else []
    for blok in hoofdstuk.blokken:
        if isinstance(blok, Beeld):
            delen.append(_beeld(blad, blok, beeldmap, breedte, dichtheid))
        else:
            delen.append(_html(blok))
    blad.setHtml("".join(delen))
    return blad


def _stijl() -> str:
    t = thema()
    p = t.palet
    marge = {naam: t.px(maat) for naam, maat in (("krap", maten.KRAP), ("klein", maten.KLEIN), ("ruim", maten.BREED))}
    koppen = (("h1", "titel", marge["klein"]), ("h2", "tussenkop", marge["ruim"]), ("h3", "basis", marge["ruim"]))
    return "".join(
        (
            f"* {{ color: {p.inkt}; }}",
            f"p, li {{ line-height: {_REGEL}%; }}",
            f"p {{ margin-top: 0; margin-bottom: {marge['klein']}px; }}",
            f"li {{ margin-bottom: {marge['krap']}px; }}",
            *(
                f"{tag} {{ font-size: {t.px(LETTER[maat])}px; font-weight: 500; margin-top: {boven}px;"
                f" margin-bottom: {marge['klein']}px; }}"
                for tag, maat, boven in koppen
            ),
            f"a {{ color: {p.accent}; }}",
            ".naam { font-weight: 500; }",
            f".toets {{ font-weight: 500; background-color: {p.open.achter}; }}",
            f".letterlijk {{ color: {p.accent}; }}",
            f".beeld {{ margin-top: {marge['klein']}px; line-height: 100%; }}",
            f".onder {{ color: {p.gedempt}; font-size: {t.px(LETTER['klein'])}px; }}",
            f"th {{ font-weight: 500; text-align: left; background-color: {p.open.achter}; }}",
            f".let_op {{ background-color: {p.accent_zacht}; }}",
        )
    )


def _html(blok: Blok) -> str:
    marge = thema().px(maten.KLEIN)
    ruim = f'style="margin-top: {marge}px; margin-bottom: {2 * marge}px"'
    match blok:
        case Kop():
            return f'<h{blok.niveau}><a name="{blok.anker}"></a>{escape(blok.tekst)}</h{blok.niveau}>'
        case Alinea(let_op=True):
            cel = f'<td class="let_op"><p style="margin-bottom: 0">{_tekst(blok.stukken)}</p></td>'
            return f'<table width="100%" cellpadding="{marge}" cellspacing="0" {ruim}><tr>{cel}</tr></table>'
        case Alinea():
            return f"<p>{_tekst(blok.stukken)}</p>"
        case Lijst():
            tag = "ol" if blok.genummerd else "ul"
            return f"<{tag}>{''.join(f'<li>{_tekst(punt)}</li>' for punt in blok.punten)}</{tag}>"
        case Tabel():
            kop = "".join(f"<th>{_tekst(cel)}</th>" for cel in blok.koppen)
            rijen = "".join(f"<tr>{''.join(f'<td>{_tekst(cel)}</td>' for cel in rij)}</tr>" for rij in blok.rijen)
            rand = f"border-collapse: collapse; border-color: {thema().palet.lijn}; "
            stijl = ruim.replace('="', f'="{rand}', 1)
            return f'<table width="100%" cellpadding="{marge}" border="1" {stijl}><tr>{kop}</tr>{rijen}</table>'
        case _:
            raise TypeError(type(blok))


def _tekst(stukken: Stukken) -> str:
    uit = []
    for stuk in stukken:
        tekst = escape(stuk.tekst)
        if stuk.soort is Soort.TOETS:
            tekst = f"&nbsp;{tekst.replace(' ', '&nbsp;')}&nbsp;"
        if stuk.soort is not Soort.GEWOON:
            tekst = f'<span class="{stuk.soort.value}">{tekst}</span>'
        uit.append(f'<a href="{escape(stuk.doel)}">{tekst}</a>' if stuk.doel else tekst)
    return "".join(uit)


def _beeld(blad: QTextDocument, beeld: Beeld, map_: Path, breedte: int, dichtheid: float) -> str:
    """A picture, made as large as it is shown (a document would make it smaller roughly), with a thin border."""
    bron = QImage(str(map_ / beeld.naam)).convertToFormat(QImage.Format.Format_RGB32)
    breed = min(breedte, bron.width())
    klein = bron.scaledToWidth(round(breed * dichtheid), Kern.TransformationMode.SmoothTransformation)
    verf = QPainter(klein)
    verf.setPen(QColor(thema().palet.rand))
    verf.drawRect(QRectF(0, 0, klein.width() - 1, klein.height() - 1))
    verf.end()
    klein.setDevicePixelRatio(dichtheid)
    blad.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(beeld.naam), klein)
    hoog = round(klein.height() / dichtheid)
    # the words under it say what is on it
    return (
        f'<p class="beeld"><img src="{escape(beeld.naam)}" width="{breed}" height="{hoog}"></p>'
        f'<p class="onder">{escape(beeld.alt)}</p>'
    )
