using System.Security;
using System.Text;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>Document information and XMP; both say the same (ISO 19005-2, 6.6.3), and the only date in them is the day the content is of.</summary>
internal static class Metadata
{
    private const string Producer = "Kalasin.Evaluation";

    public static void Information(PdfFile file, int id, ReportDocument document)
    {
        var date = $"D:{document.AsOf:yyyyMMdd}000000+07'00'";
        var info = file.Open(id).Raw("<</Title"u8).Text(Sayable(document.Title));
        if (document.Author is { } author) info.Raw("/Author"u8).Text(Sayable(author));
        if (document.Subject is { } subject) info.Raw("/Subject"u8).Text(Sayable(subject));
        info.Raw("/Producer"u8).Text(Producer).Raw("/CreationDate"u8).Text(date).Raw("/ModDate"u8).Text(date).Raw(">>"u8);
        file.Close();
    }

    /// <summary>The XMP packet, claims included.</summary>
    public static byte[] Xmp(ReportDocument document)
    {
        var date = $"{document.AsOf:yyyy-MM-dd}T00:00:00+07:00";
        var author = document.Author is { } a ? $"<dc:creator><rdf:Seq><rdf:li>{Escape(a)}</rdf:li></rdf:Seq></dc:creator>" : "";
        var subject = document.Subject is { } s
            ? $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(s)}</rdf:li></rdf:Alt></dc:description>"
            : "";
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(document.Title)}</rdf:li></rdf:Alt></dc:title>{author}{subject}<dc:language><rdf:Bag><rdf:li>{Escape(document.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{Producer}</pdf:Producer>
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {Extension}
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n"));
    }

    // PDF/A asks for a description of every schema that it doesn't know itself; PDF/UA's is one.
    private const string Extension = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates which part of ISO 14289 the document conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;

    private static string Escape(string text) => SecurityElement.Escape(Sayable(text));

    // XML takes no control characters and no halves of surrogate pairs.
    private static string Sayable(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) || (r.Value & 0xFFFE) == 0xFFFE ? "\uFFFD" : r.ToString()));
}
