"""The metadata packet (XMP, ISO 16684-1) of a report, written by hand.

A PDF/A-3 file that also says it is PDF/UA must describe the pdfuaid schema itself (ISO 19005-3, 6.6.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

_UA_EN_A = """
 <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
  <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>"""


@dataclass(frozen=True, slots=True)
class Documentgegevens:
    """What a report says of itself: `titel`, `auteur` (a function, no person), and when it was made (aware)."""

    titel: str
    auteur: str
    opgesteld: datetime


def schrijf_xmp(gegevens: Documentgegevens, programma: str, taal: str, *, getagd: bool) -> bytes:
    """The packet as UTF-8; only when `getagd` does it claim PDF/A-3a and PDF/UA-1."""
    titel, auteur, maker = escape(gegevens.titel), escape(gegevens.auteur), escape(programma)
    tijd = gegevens.opgesteld.isoformat(timespec="seconds")
    pakket = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:format>application/pdf</dc:format>
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>{auteur}</rdf:li></rdf:Seq></dc:creator>
  <dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreateDate>{tijd}</xmp:CreateDate><xmp:ModifyDate>{tijd}</xmp:ModifyDate>
  <xmp:MetadataDate>{tijd}</xmp:MetadataDate><xmp:CreatorTool>{maker}</xmp:CreatorTool>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>{maker}</pdf:Producer>
 </rdf:Description>{_UA_EN_A if getagd else ""}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    return pakket.encode()
