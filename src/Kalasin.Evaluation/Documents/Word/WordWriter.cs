using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// Writes Word files (ECMA-376, transitional, .docx) with real styles, lists, headings, captions, alternate texts and the
/// embedded Sarabun. Pure and thread-safe: same document, same bytes. The text is that of the PDF, paragraph by paragraph
/// and cell by cell; page breaks are Word's own, and contents name the pages of the PDF until Word counts its own.
/// </summary>
internal sealed class WordWriter : IDocumentWriter
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <inheritdoc/>
    public ReportFormat Format => ReportFormat.Word;

    /// <inheritdoc/>
    public Task WriteAsync(ReportDocument document, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BlockChecks.Check(document);
        var template = document.Stationery.Template;
        if (template is not null) document = template.On(document);
        var numbers = new Numbers(document, cancellationToken);
        var package = numbers.Package;
        package.Root.ToPart("officeDocument", "word/document.xml");
        // A reader meets the main part first; its relationships fill up while the body is made.
        var body = PackedBytes.OnceXml(
            (xml, bytes) =>
            {
                numbers.Bytes = bytes;
                WriteMain(numbers, xml, cancellationToken);
            },
            CompressionLevel.Fastest);
        package.Add("word/document.xml", MainType, body, numbers.Main);
        AddPart(numbers, "styles", template?.StylesFor(document.Theme, document.Language).Part ?? StylePart.For(document.Theme, document.Language));
        template?.AddTo(package, numbers.Main);
        AddPart(numbers, "settings", SettingsPart.For(document.Language));
        AddPart(numbers, "numbering", NumberingPart.For(numbers.NumberedLists));
        FontParts.AddTo(package, numbers.Main, template?.Families ?? [document.Theme.WordFamily]);
        new CoreProperties(document.Title, document.AsOf, document.Author, document.Subject, document.Language).AddTo(package);
        return package.WriteAsync(stream, cancellationToken);
    }

    private static void AddPart(Numbers numbers, string name, PackedBytes bytes)
    {
        numbers.Main.ToPart(name, $"{name}.xml");
        numbers.Package.Add($"word/{name}.xml", $"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml", bytes);
    }

    private static void WriteMain(Numbers numbers, XmlWriter xml, CancellationToken cancellationToken)
    {
        WordXml.WriteStart(xml, "document");
        xml.WriteStartElement("w", "body", WordXml.Namespace);
        var sections = numbers.Document.Sections;
        for (var s = 0; s < sections.Length; s++)
        {
            var properties = SectionElements.Of(sections[s], s, numbers);
            var isLast = s == sections.Length - 1;
            OpenXmlElement? held = null;
            foreach (var element in new BlockElements(numbers, sections[s], s).All(cancellationToken))
            {
                held?.WriteTo(xml);
                held = element;
            }
            if (!isLast) held = EndSection(held, properties, xml);
            held?.WriteTo(xml);
            if (isLast) properties.WriteTo(xml);
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // A section ends with the paragraph that carries its properties; the last one's stand at the end of the body.
    private static W.Paragraph EndSection(OpenXmlElement? last, W.SectionProperties properties, XmlWriter xml)
    {
        if (last is not W.Paragraph end)
        {
            last?.WriteTo(xml);
            end = BlockElements.Spacer();
        }
        (end.ParagraphProperties ??= new()).SectionProperties = properties;
        return end;
    }
}
