"""The building blocks of the categorie page. Each rebuilds only what differs from what it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vtscan_desktop.domain.beoordeling import CATEGORIENAMEN, Beoordeling
from vtscan_desktop.domain.notatie import parse_datum
from vtscan_desktop.domain.risicoscan import Kladrij, Oordeel, Vaststelling
from vtscan_desktop.ui.paginas.categorieteksten import KORTE_NAMEN, variantzin
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.velden import (
    DatumVeld,
    Knoppenrij,
    Label,
    TekstVlak,
    label,
    lijn,
    zet_eigenschap,
    zet_soort,
)
from vtscan_desktop.ui.werkruimte import Werkruimte

KLADTABEL = "vaststelling"
"""Under this name a motivering or date without a valid vaststelling is kept."""
_MEER = "meer"
"""Target of the link that shows or hides the rest of a row."""
_VERHOUDING = {1: 119, 2: 173, 3: 119}


class Beeldlabel(QLabel):
    """The shape of an oordeel, in the colours in force."""

    def __init__(self, oordeel: Oordeel, parent: QWidget, maat: int = 16) -> None:
        super().__init__(parent)
        self._oordeel = oordeel
        self._maat = maat
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(thema().px(maat + 4))
        self._teken()
        thema().gewijzigd.connect(self._teken)

    def _teken(self) -> None:
        self.setPixmap(thema().oordeelpixmap(self._oordeel, maat=self._maat))


class Linktekst(Label):
    """Text with links to steps, for mouse and keyboard. Only for text of our own: it is read as markup."""

    def __init__(self, html: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._html = html
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._teken()
        thema().gewijzigd.connect(self._teken)

    def _teken(self) -> None:
        # the colour of a link is fixed when its text is set; line height as in long texts
        stijl = f"a{{color:{thema().palet.accent};}} p{{margin:0;line-height:120%;}}"
        self.setText(f"<style>{stijl}</style><p>{self._html}</p>")


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a list: shape, bold head, muted explanation, source, links at the right, links on request."""

    beeld: Oordeel | None = None
    kop: str = ""
    uitleg: str = ""
    bron: str = ""
    html: str = ""
    links: str = ""
    meer: str = ""
    meer_tekst: str = "bekijk"


class Rijvak(QWidget):
    """Shows one `Rij`."""

    gekozen = Signal(str)

    def __init__(self, rij: Rij, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        onder = QVBoxLayout(self)
        onder.setContentsMargins(0, 0, 0, 0)
        onder.setSpacing(0)
        buiten = QHBoxLayout()
        buiten.setContentsMargins(0, t.px(9), 0, t.px(9))
        buiten.setSpacing(t.px(9))
        onder.addLayout(buiten)
        onder.addWidget(lijn(self))
        if rij.beeld is not None:
            beeld = Beeldlabel(rij.beeld, self)
            beeld.setContentsMargins(0, t.px(1), 0, 0)
            buiten.addWidget(beeld)
        kolom = QVBoxLayout()
        kolom.setSpacing(t.px(2))
        buiten.addLayout(kolom, 1)
        if rij.kop:
            kolom.addWidget(label(rij.kop, self, "kop"))
        if rij.uitleg:
            kolom.addWidget(label(rij.uitleg, self, "gedempt" if rij.kop else ""))
        if rij.bron:
            kolom.addWidget(label(rij.bron, self, "klein"))
        if rij.html:
            kolom.addWidget(self._linktekst(rij.html))
        if rij.links:
            rechts = self._linktekst(rij.links)
            rechts.setWordWrap(False)
            rechts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            rechts.setAccessibleName(f"Topics bij: {rij.kop}")
            buiten.addWidget(rechts)
        self._rest: Linktekst | None = None
        if rij.meer:
            toon = self._linktekst(f'<a href="{_MEER}">{rij.meer_tekst}</a>')
            if rij.kop:
                toon.setWordWrap(False)
                toon.setAccessibleName(f"{rij.meer_tekst}: {rij.kop}")
                toon.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
                buiten.addWidget(toon)
            else:
                kolom.addWidget(toon)
            self._rest = self._linktekst(rij.meer)
            self._rest.hide()
            kolom.addWidget(self._rest)

    def _linktekst(self, html: str) -> Linktekst:
        gemaakt = Linktekst(html, self)
        gemaakt.linkActivated.connect(self._bij_link)
        return gemaakt

    def _bij_link(self, doel: str) -> None:
        if doel == _MEER and self._rest is not None:
            self._rest.setVisible(self._rest.isHidden())
        else:
            self.gekozen.emit(doel)


class Lijst(QWidget):
    """A heading with rows under it; it goes away when there are none. `gekozen` carries the step of a link."""

    gekozen = Signal(str)

    def __init__(self, kop: str, parent: QWidget, *, onder: str = "") -> None:
        super().__init__(parent)
        self._rijen: tuple[Rij, ...] | None = None
        self._vakken: dict[Rij, Rijvak] = {}
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, thema().px(6), 0, 0)
        kolom.setSpacing(0)
        titel = QHBoxLayout()
        titel.setSpacing(thema().px(5))
        titel.addWidget(label(kop, self, "kop", breekt=False))
        if onder:
            titel.addWidget(label(onder, self, "klein", breekt=False), 1, Qt.AlignmentFlag.AlignBottom)
        else:
            titel.addStretch(1)
        kolom.addLayout(titel)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(0)
        kolom.addLayout(self._vak)

    def toon(self, rijen: tuple[Rij, ...]) -> None:
        """Show rows; only those that differ are made anew."""
        if rijen == self._rijen:
            return
        self._rijen = rijen
        for oud in [rij for rij in self._vakken if rij not in rijen]:
            weg = self._vakken.pop(oud)
            self._vak.removeWidget(weg)
            weg.hide()
            weg.deleteLater()
        for plek, rij in enumerate(dict.fromkeys(rijen)):
            if rij not in self._vakken:
                self._vakken[rij] = Rijvak(rij, self)
                self._vakken[rij].gekozen.connect(self.gekozen)
            hier = self._vak.itemAt(plek)
            if hier is None or hier.widget() is not self._vakken[rij]:
                self._vak.insertWidget(plek, self._vakken[rij])
        self.setVisible(bool(rijen))


class Voorstelkaart(QFrame):
    """The three categories, which of them is proposed or still possible, and how sure that is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(18), t.px(14), t.px(18), t.px(16))
        kolom.setSpacing(t.px(8))
        kolom.addWidget(label("Voorstel", self, "gedempt"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(6))
        self._vakken: dict[int, QFrame] = {}
        for categorie, breedte in _VERHOUDING.items():
            vak = self._maak_vak(categorie)
            self._vakken[categorie] = vak
            rij.addWidget(vak, breedte)
        kolom.addLayout(rij)
        self.zin = label("", self)
        self.variant = label("", self, "klein")
        kolom.addWidget(self.zin)
        kolom.addWidget(self.variant)
        kolom.addStretch(1)

    def toon(self, beoordeling: Beoordeling) -> None:
        """Show a voorstel."""
        v = beoordeling.voorstel
        for categorie, vak in self._vakken.items():
            mogelijk = v.beste <= categorie <= v.slechtste
            stand = f"voorstel{categorie}" if categorie == v.voorstel else "mogelijk" if mogelijk else "niet"
            if vak.property("stand") != stand:
                zet_eigenschap(vak, "stand", stand)
                for deel in vak.findChildren(QLabel):
                    deel.style().unpolish(deel)
                    deel.style().polish(deel)
            woord = {"mogelijk": "nog mogelijk", "niet": "niet voorgesteld"}.get(stand, "voorgesteld")
            vak.setAccessibleName(f"Categorie {categorie}, {CATEGORIENAMEN[categorie]}: {woord}")
        self.zin.setText(beoordeling.onderbouwing.status)
        self.variant.setText(variantzin(v))
        self.variant.setVisible(bool(self.variant.text()))

    def _maak_vak(self, categorie: int) -> QFrame:
        t = thema()
        vak = QFrame(self)
        zet_soort(vak, "categorie")
        vak.setToolTip(f"Categorie {categorie}: {CATEGORIENAMEN[categorie]}")
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(t.px(8), t.px(9), t.px(8), t.px(12))
        kolom.setSpacing(t.px(3))
        nummer = label(str(categorie), vak)
        nummer.setProperty("deel", "nummer")
        naam = label(KORTE_NAMEN[categorie], vak)
        for deel in (nummer, naam):
            deel.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            kolom.addWidget(deel)
        kolom.addStretch(1)
        return vak


class Vaststellingkaart(QFrame):
    """The adviser's own decision; the voorstel never changes it, and it never changes the voorstel."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        zet_soort(self, "kaart")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(18), t.px(14), t.px(18), t.px(16))
        kolom.setSpacing(t.px(8))
        kolom.addWidget(label("Uw vaststelling", self, "gedempt"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(10))
        self.keuze = Knoppenrij("Uw vaststelling", self)
        self.keuze.setObjectName("vaststelling")
        for categorie in (1, 2, 3):
            deze = self.keuze.voeg_toe(str(categorie), str(categorie))
            deze.setToolTip(f"Categorie {categorie}: {CATEGORIENAMEN[categorie]}")
        self.keuze.voeg_toe("", "Nog niet")
        self.keuze.veranderd.connect(self._bij_keuze)
        rij.addWidget(self.keuze)
        rij.addStretch(1)
        self.datum = DatumVeld("Datum van de vaststelling", self)
        self.datum.setObjectName("vaststelling.datum")
        self.datum.setMaximumWidth(t.px(130))
        self.datum.veranderd.connect(self._bewaar)
        rij.addWidget(label("op", self, "gedempt", buddy=self.datum))
        rij.addWidget(self.datum)
        kolom.addLayout(rij)
        self.motivering = TekstVlak(
            "Motivering", self, regels=2, hint="Motivering (verplicht als u afwijkt van het voorstel)"
        )
        self.motivering.setObjectName("vaststelling.motivering")
        self.motivering.veranderd.connect(self._bewaar)
        kolom.addWidget(self.motivering)
        self.let_op = label("", self, "let_op")
        kolom.addWidget(self.let_op)
        kolom.addStretch(1)

    def ververs(self) -> None:
        """Show the vaststelling as it is now, or what was typed without one."""
        gekozen = self._werkruimte.scan.vaststelling
        klad = self._werkruimte.klad(KLADTABEL)
        motivering, datumtekst = klad[0].cellen if klad else ("", "")
        self.keuze.zet_waarde(str(gekozen.categorie) if gekozen else "")
        self.motivering.zet_tekst(gekozen.motivering if gekozen else motivering)
        if klad:
            self.datum.zet_tekst(datumtekst)
        else:
            self.datum.zet_datum(gekozen.datum if gekozen else None)
        self._toon_let_op(gekozen)

    def _toon_let_op(self, gekozen: Vaststelling | None) -> None:
        voorstel = self._werkruimte.beoordeling.voorstel.voorstel
        wijkt_af = gekozen is not None and gekozen.categorie != voorstel
        if gekozen is not None and wijkt_af and not gekozen.motivering.strip():
            wat = "er is nog geen voorstel" if voorstel is None else f"het voorstel is {voorstel}"
            self.let_op.setText(f"U stelt categorie {gekozen.categorie} vast en {wat}. Schrijf op waarom.")
            self.let_op.show()
        else:
            self.let_op.hide()

    def _bij_keuze(self, waarde: str) -> None:
        if waarde and not self.datum.tekst().strip():
            self.datum.zet_datum(self._werkruimte.nu().date())
        self._bewaar()

    def _bewaar(self, _tekst: str = "") -> None:
        keuze, motivering, datumtekst = self.keuze.waarde(), self.motivering.tekst(), self.datum.tekst()
        datum = parse_datum(datumtekst)
        gekozen = Vaststelling(int(keuze), motivering, datum) if keuze else None
        af = not datumtekst.strip() or datum is not None
        leeg = not motivering and not datumtekst.strip()
        klad: tuple[Kladrij, ...] = ()
        if (gekozen and not af) or (not gekozen and not leeg):
            klad = (Kladrij(KLADTABEL, 0, (motivering, datumtekst), echt=gekozen is not None),)
        scan = replace(self._werkruimte.scan, vaststelling=gekozen)
        self._werkruimte.wijzig_tabel(scan, KLADTABEL, klad)


class Tweeluik(QWidget):
    """Two parts side by side, or one above the other where that is too narrow."""

    def __init__(self, links: int, rechts: int, minimum: int, parent: QWidget, tussen: int = 18) -> None:
        super().__init__(parent)
        self._minimum = minimum
        self._delen = (links, rechts)
        self.vak = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.vak.setContentsMargins(0, 0, 0, 0)
        self.vak.setSpacing(thema().px(tussen))

    def vul(self, links: QWidget, rechts: QWidget) -> None:
        """Put the parts in."""
        for deel, rek in zip((links, rechts), self._delen, strict=True):
            deel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.vak.addWidget(deel, rek)

    def event(self, e: QEvent) -> bool:
        """Choose the direction by the width there is."""
        if e.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            smal = self.width() < thema().px(self._minimum)
            richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
            if self.vak.direction() != richting:
                self.vak.setDirection(richting)
        return super().event(e)

    def minimumSizeHint(self) -> QSize:
        """No wider than one of the parts: they go under one another where it is narrow."""
        hint = super().minimumSizeHint()
        smalst = max((d.minimumSizeHint().width() for d in self._widgets()), default=0)
        return QSize(smalst, hint.height())

    def _widgets(self) -> list[QWidget]:
        return [w for i in range(self.vak.count()) if (item := self.vak.itemAt(i)) and (w := item.widget())]
