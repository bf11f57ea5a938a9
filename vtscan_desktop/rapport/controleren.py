"""Check a report: is it what was signed, and by whom?

Stricter than a PDF viewer: the last signature must cover the file to its end, and since the first one nothing may have
changed but signature fields being filled in. Importing this module loads pyHanko; import it late and off the UI thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from asn1crypto import x509
from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, async_validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel

from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.rapport.afwerking import VELDUITLEG
from vtscan_desktop.rapport.bijlage import Beschadigd, open_lezer
from vtscan_desktop.rapport.controle import Controle, Handtekening
from vtscan_desktop.rapport.omslag import klopt_omslag
from vtscan_desktop.rapport.verschil import noem_verschillen
from vtscan_desktop.rapport.vertrouwen import maak_context

_STERK = frozenset({"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"})
_ONLEESBAAR = "Het bestand is beschadigd, afgekapt of veranderd: het is niet goed te lezen."
_MAX_NAAM = 200
_MAX_VELDEN = 200
"""A report has a field per signer, at most one for each gemeente and a few more."""


@dataclass(frozen=True, slots=True)
class _Bevinding:
    """One signature as found: `revisie` is its place in the file's history, `einde` up to which byte it covers it."""

    handtekening: Handtekening
    revisie: int
    einde: int
    meldingen: tuple[str, ...]


def controleer(pdf: bytes, wortels: Sequence[bytes] | None = None) -> Controle:
    """Check all signatures of a report. `wortels` are trusted roots (DER); None means those of the operating system.

    The scan that the report carries is not looked at here. A PDF that is broken or has no signature is simply not
    valid; `InvoerFout` when it is no PDF at all.
    """
    try:
        lezer = open_lezer(pdf)
        velden = _velden(lezer)
    except Beschadigd:
        return Controle(geldig=False, meldingen=(_ONLEESBAAR,))
    bevindingen = sorted(
        (_beoordeel(lezer, naam, veld, wortels) for naam, waarde, veld in velden if waarde is not None),
        key=lambda bevinding: bevinding.revisie,
    )
    bevindingen = [_met_plaats(lezer, bevinding, velden, len(pdf)) for bevinding in bevindingen]
    bezwaren = _bezwaren(lezer, pdf, bevindingen)
    meldingen = [*bezwaren, *(melding for bevinding in bevindingen for melding in bevinding.meldingen)]
    return Controle(
        geldig=not bezwaren and all(bevinding.handtekening.geldig for bevinding in bevindingen),
        handtekeningen=tuple(bevinding.handtekening for bevinding in bevindingen),
        open_velden=tuple(naam for naam, waarde, _ in velden if waarde is None),
        meldingen=tuple(dict.fromkeys(meldingen)),
        open_titels=tuple(_titel(lezer, naam, veld) for naam, waarde, veld in velden if waarde is None),
        bezwaren=tuple(bezwaren),
    )


def _met_plaats(
    lezer: PdfFileReader, bevinding: _Bevinding, velden: Sequence[tuple[str, object, IndirectObject]], einde: int
) -> _Bevinding:
    """With what the signature's field is called, and whether the signature reaches the end of the file."""
    handtekening = bevinding.handtekening
    veld = next(veld for naam, _, veld in velden if naam == handtekening.veld)
    titel = _titel(lezer, handtekening.veld, veld)
    volledig = bevinding.einde == einde
    return replace(bevinding, handtekening=replace(handtekening, titel=titel, volledig=volledig))


def _titel(lezer: PdfFileReader, naam: str, veld: IndirectObject) -> str:
    """What a field is called for people; its name where it says nothing else."""
    try:
        inhoud: object = lezer.get_object(veld.reference)  # type: ignore[no-untyped-call]
        tekst = str(inhoud.get("/TU") or "") if isinstance(inhoud, DictionaryObject) else ""
    except Exception:  # a hostile file can make the reader fail in any way
        tekst = ""
    return _toonbaar(tekst.removeprefix(VELDUITLEG)) or naam


def _bezwaren(lezer: PdfFileReader, pdf: bytes, bevindingen: Sequence[_Bevinding]) -> list[str]:
    """What speaks against the report as a whole, whatever each signature says."""
    bezwaren = [] if bevindingen or pdf.rstrip().endswith(b"%%EOF") else [_ONLEESBAAR]
    try:
        if bevindingen:
            bezwaren += noem_verschillen(open_lezer(pdf[: bevindingen[0].einde]), lezer)
        if _eerder_ondertekend(lezer) - {bevinding.handtekening.veld for bevinding in bevindingen}:
            bezwaren.append("Een eerdere handtekening is uit het rapport weggehaald.")
    except Exception:  # a hostile file can make the reader fail in any way
        bezwaren = [_ONLEESBAAR]
    if not bevindingen:
        bezwaren.append("Dit rapport heeft geen handtekening.")
    elif bevindingen[-1].einde != len(pdf):
        bezwaren.append("Na de laatste handtekening is nog iets aan het bestand toegevoegd of veranderd.")
    return bezwaren


def _eerder_ondertekend(lezer: PdfFileReader) -> set[str]:
    """The fields that hold a signature in any revision of the file: what was signed once must still be so."""
    revisies = [lezer.get_historical_resolver(nr) for nr in range(lezer.total_revisions)]
    return {_toonbaar(naam) for toen in revisies for naam, _, _ in enumerate_sig_fields(toen, filled_status=True)}


def _velden(lezer: PdfFileReader) -> list[tuple[str, object, IndirectObject]]:
    """Name, value (None: still empty) and reference of each signature field, in document order."""
    try:
        velden: list[tuple[str, object, IndirectObject]] = []
        for naam, waarde, verwijzing in enumerate_sig_fields(lezer):
            velden.append((_toonbaar(naam), waarde, verwijzing))
            if len(velden) > _MAX_VELDEN:
                raise Beschadigd
    except Exception as fout:  # a hostile file can make the reader fail in any way
        raise Beschadigd from fout
    return velden


def _beoordeel(lezer: PdfFileReader, naam: str, veld: IndirectObject, wortels: Sequence[bytes] | None) -> _Bevinding:
    try:
        return _onderzoek(lezer, naam, veld, wortels)
    except Exception:  # a hostile file can make the reader fail in any way
        onleesbaar = Handtekening(naam, "", None, geldig=False, vertrouwd=False, vingerafdruk="")
        melding = f"De handtekening in ‘{naam}’ is beschadigd of vervangen: ze is niet te lezen."
        return _Bevinding(onleesbaar, lezer.xrefs.total_revisions, 0, (melding,))


def _onderzoek(lezer: PdfFileReader, naam: str, veld: IndirectObject, wortels: Sequence[bytes] | None) -> _Bevinding:
    inhoud: object = lezer.get_object(veld.reference)  # type: ignore[no-untyped-call]
    if not isinstance(inhoud, DictionaryObject):
        raise Beschadigd
    handtekening = EmbeddedPdfSignature(lezer, inhoud, naam)
    certificaat = handtekening.signer_cert
    context = maak_context(certificaat, wortels)
    status = asyncio.run(async_validate_pdf_signature(handtekening, context, ts_validation_context=context))
    fouten = _fouten(handtekening, status)
    uitkomst = Handtekening(
        veld=naam,
        naam=_naam_van(certificaat.subject),
        tijd=status.signer_reported_dt,
        geldig=not fouten,
        vertrouwd=status.trusted,
        vingerafdruk=f"sha256:{certificaat.sha256.hex()}",
        uitgever=_naam_van(certificaat.issuer),
        zelfondertekend=bool(certificaat.self_issued),
    )
    return _Bevinding(
        uitkomst,
        handtekening.signed_revision,
        handtekening.byte_range[2] + handtekening.byte_range[3],
        (*(f"Handtekening ‘{naam}’: {fout}" for fout in fouten), *_opmerkingen(certificaat, uitkomst)),
    )


def _fouten(handtekening: EmbeddedPdfSignature, status: PdfSignatureStatus) -> list[str]:
    """Why a signature does not hold; empty when it does."""
    fouten = []
    if not status.intact:
        fouten.append("de inhoud van het rapport is na het ondertekenen veranderd.")
    if not status.valid:
        fouten.append("de handtekening zelf klopt niet.")
    if handtekening.md_algorithm not in _STERK:
        fouten.append("de handtekening gebruikt een verouderde, onveilige methode.")
    if not klopt_omslag(handtekening):
        fouten.append("op de plaats van de handtekening staat iets dat er niet hoort.")
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        fouten.append("de handtekening dekt niet het hele rapport.")
    elif not _alleen_toegestaan(handtekening, status):
        fouten.append("na het ondertekenen is iets veranderd of toegevoegd dat niet is toegestaan.")
    return fouten


def _alleen_toegestaan(handtekening: EmbeddedPdfSignature, status: PdfSignatureStatus) -> bool:
    """Whether nothing but form fill came after it, and the signature itself did not forbid even that."""
    verschil = status.diff_result
    if not isinstance(verschil, DiffResult):
        return False
    strenger = handtekening.docmdp_level is MDPPerm.NO_CHANGES
    grens = ModificationLevel.LTA_UPDATES if strenger else ModificationLevel.FORM_FILLING
    return bool(status.docmdp_ok) and verschil.modification_level <= grens


def _naam_van(wie: x509.Name) -> str:
    naam = wie.native.get("common_name") or wie.human_friendly
    return _toonbaar(naam if isinstance(naam, str) else ", ".join(map(str, naam)))


def _toonbaar(tekst: str) -> str:
    """Text from the file, fit for one line on a screen or terminal."""
    return "".join(teken for teken in tekst if teken.isprintable())[:_MAX_NAAM]


def _opmerkingen(certificaat: x509.Certificate, handtekening: Handtekening) -> list[str]:
    """What a reader must know of the signer, though it makes the signature no less intact."""
    naam, tijd = handtekening.naam, handtekening.tijd
    opmerkingen = []
    if certificaat.self_issued:
        opmerkingen.append(f"Zelfondertekend door ‘{naam}’: de identiteit is niet door derden bevestigd.")
    elif not handtekening.vertrouwd:
        opmerkingen.append(
            f"Het certificaat van ‘{naam}’ is niet te herleiden tot een uitgever die deze computer vertrouwt."
        )
    if tijd is None:
        opmerkingen.append(f"De handtekening van ‘{naam}’ noemt geen tijdstip.")
    elif tijd.tzinfo is not None and tijd < certificaat.not_valid_before:
        opmerkingen.append(
            f"Het certificaat van ‘{naam}’ was bij het ondertekenen nog niet geldig: "
            f"het geldt vanaf {format_datum(certificaat.not_valid_before)}."
        )
    elif tijd.tzinfo is not None and tijd > certificaat.not_valid_after:
        opmerkingen.append(
            f"Het certificaat van ‘{naam}’ was bij het ondertekenen verlopen: "
            f"het gold tot en met {format_datum(certificaat.not_valid_after)}."
        )
    return opmerkingen
