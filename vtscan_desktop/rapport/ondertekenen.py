"""Sign a report: PAdES B-B (ETSI EN 319 142-1), with a visible stamp inside the box of its field.

Importing this module loads pyHanko, which takes over a second: import it late and off the UI thread.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import BaseStamp, BaseStampStyle

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import format_tijdstip
from vtscan_desktop.rapport.identiteit import ZELFONDERTEKEND, Identiteit
from vtscan_desktop.rapport.stempel import teken_stempel
from vtscan_desktop.rapport.stilte import zwijg

zwijg()

_SAMENVATTING = "sha256"
_STATUS_ZELF = "Zelfondertekend: identiteit niet door derden bevestigd"


class _Stempel(BaseStamp):
    """The appearance of a signed field: our own drawing, taken over as a form XObject."""

    style: _Stempelstijl

    def register(self) -> IndirectObject:
        """Put the drawing in the file and return its reference."""
        tekening = teken_stempel(self.style.regels, self.style.extra, self.box.width, self.box.height)
        verwijzing: IndirectObject = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(tekening)))
        return verwijzing


@dataclass(frozen=True)
class _Stempelstijl(BaseStampStyle):
    """What the stamp says; `extra` only where there is room."""

    regels: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def create_stamp(
        self,
        writer: BasePdfFileWriter,
        box: BoxConstraints,
        text_params: dict[str, object],  # noqa: ARG002
    ) -> _Stempel:
        """The stamp for a field of the size of `box`."""
        return _Stempel(writer, self, box)


class _Schrijver(IncrementalPdfFileWriter):
    """Appends to a report and leaves its metadata alone.

    pyHanko would rewrite the packet in a form of its own, which is no longer what PDF/A-3 and PDF/UA ask.
    """

    def _update_meta(self) -> None:
        return


class _Ondertekenaar(PdfSigner):
    """Signs at the time it is told, and leaves the file a PDF 1.7, as PDF/A-3 asks.

    pyHanko takes the clock, and declares PDF 2.0 for elliptic curves.
    """

    def __init__(self, tijd: datetime, meta: PdfSignatureMetadata, signer: SimpleSigner, stijl: _Stempelstijl) -> None:
        super().__init__(meta, signer, stamp_style=stijl)
        self._tijd = tijd

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002
        """Declare PAdES only."""
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        """Start signing at the time given."""
        sessie = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        sessie.system_time = self._tijd
        return sessie


def onderteken(pdf: bytes, veld: str, identiteit: Identiteit, tijd: datetime) -> bytes:
    """Sign the empty field `veld` at `tijd` (aware; the real time, not the scan's peildatum).

    The first signature certifies: from then on only filling in signature fields is allowed (DocMDP, P=2), so that
    others can counter-sign the fields that are still empty. The bytes that were there stay as they were.

    Raises `InvoerFout` when the PDF has no such empty field.
    """
    if tijd.tzinfo is None:
        raise ValueError("tijd must be an aware datetime")
    signer = SimpleSigner.load_pkcs12_data(identiteit.pkcs12, [], identiteit.wachtwoord.encode())
    schrijver = _Schrijver(BytesIO(pdf))
    if veld not in (naam for naam, _, _ in enumerate_sig_fields(schrijver.prev, filled_status=False)):
        raise InvoerFout(f"Dit rapport heeft geen leeg handtekeningvak met de naam ‘{veld}’.")
    eerste = not any(enumerate_sig_fields(schrijver.prev, filled_status=True))
    meta = PdfSignatureMetadata(
        field_name=veld,
        md_algorithm=_SAMENVATTING,
        subfilter=SigSeedSubFilter.PADES,
        certify=eerste,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    stijl = _stempel(signer.signing_cert, identiteit, tijd)
    uit = BytesIO()
    ondertekenaar = _Ondertekenaar(tijd, meta, signer, stijl)
    asyncio.run(ondertekenaar.async_sign_pdf(schrijver, existing_fields_only=True, output=uit))
    return uit.getvalue()


def _stempel(certificaat: x509.Certificate, identiteit: Identiteit, tijd: datetime) -> _Stempelstijl:
    zelf = [_STATUS_ZELF] if certificaat.self_issued else []
    naam = identiteit.naam.removesuffix(f" ({ZELFONDERTEKEND})")
    kenmerk = certificaat.sha256.hex()[:16]
    groepen = " ".join(kenmerk[i : i + 4] for i in range(0, len(kenmerk), 4))
    return _Stempelstijl(
        border_width=0,
        regels=(f"Digitaal ondertekend door {naam}", format_tijdstip(tijd), *zelf),
        extra=(f"Vingerafdruk {groepen}",),
    )
