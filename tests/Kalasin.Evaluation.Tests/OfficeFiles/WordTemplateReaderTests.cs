using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Documents.Word;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.OfficeFiles;

/// <summary>A template of an office's own: what is taken of it, what isn't, and what is refused.</summary>
public sealed class WordTemplateReaderTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public async Task Document_OnATemplate_IsSound(FileFormatVersions version)
    {
        using var file = WordprocessingDocument.Open(await Written(await Read()), false);
        Assert.Empty(new OpenXmlValidator(version).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Description}"));
    }

    [Fact]
    public async Task Document_OnATemplate_SaysTheSame_WithTheSameBytesEachTime()
    {
        var (first, second) = (await Written(await Read()), await Written(await Read()));
        Assert.Equal(first.ToArray(), second.ToArray());
        using var plain = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        using var file = WordprocessingDocument.Open(first, false);
        Assert.Equal(WordWriterTests.Texts(plain), WordWriterTests.Texts(file));
    }

    [Fact]
    public async Task Styles_AreFoundByName_AndOursStandWhereThereAreNone()
    {
        using var file = WordprocessingDocument.Open(await Written(await Read()), false);
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToDictionary(s => s.StyleId!.Value!);
        Assert.Equal("9C1C2E", styles["Heading1"].StyleRunProperties!.Color!.Val!.Value);
        Assert.Equal("Normal", styles["Heading1"].BasedOn!.Val!.Value);
        Assert.Equal("1F5FA8", styles["Heading2"].StyleRunProperties!.Color!.Val!.Value);
        Assert.Equal("double", styles["ReportTable"].Descendants<W.TopBorder>().Single().Val!.InnerText);
        // The office's own style is called by an id that one of ours has.
        Assert.Equal("Letterhead", styles["Note2"].StyleName!.Val!.Value);
        Assert.Equal("Note", styles["Note"].StyleName!.Val!.Value);
        Assert.Equal("Body Text", styles["BodyText"].StyleName!.Val!.Value);
        Assert.Equal(styles.Count, styles.Values.Select(s => (s.Type!.Value, s.StyleName!.Val!.Value!.ToLowerInvariant())).Distinct().Count());
        Assert.Single(styles.Values, s => s.Type!.Value == W.StyleValues.Paragraph && s.Default?.Value == true);
        var used = file.MainDocumentPart.Document.Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value!).Distinct();
        Assert.All(used, id => Assert.Contains(id, styles.Keys));
        var defaults = file.MainDocumentPart.StyleDefinitionsPart.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("Loma", "th-TH"), (defaults.RunFonts!.ComplexScript!.Value, defaults.Languages!.Bidi!.Value));
    }

    [Fact]
    public async Task Page_HasTheTemplatesMarginsAndLetterhead_AndKeepsWhatTheDocumentSays()
    {
        using var file = WordprocessingDocument.Open(await Written(await Read()), false);
        var main = file.MainDocumentPart!;
        var sections = main.Document.Descendants<W.SectionProperties>().ToList();
        Assert.All(sections, s => Assert.Equal((1134u, 2268), (s.GetFirstChild<W.PageMargin>()!.Left!.Value, s.GetFirstChild<W.PageMargin>()!.Top!.Value)));
        foreach (var reference in sections.SelectMany(s => s.Elements<W.HeaderReference>()))
        {
            var part = (HeaderPart)main.GetPartById(reference.Id!.Value!);
            Assert.Contains(MadeTemplate.Letterhead, part.Header.InnerText, StringComparison.Ordinal);
            Assert.Contains("Note2", part.Header.Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value));
            var embed = Assert.Single(part.Header.Descendants<DocumentFormat.OpenXml.Drawing.Blip>()).Embed!.Value!;
            Assert.Equal("image/png", part.GetPartById(embed).ContentType);
            // The template numbers its pages at the foot.
            Assert.DoesNotContain("PAGE", part.Header.InnerText, StringComparison.Ordinal);
        }
        Assert.Contains(main.HeaderParts, p => p.Header.InnerText.Contains("เกณฑ์สมมติ", StringComparison.Ordinal));
        Assert.All(main.FooterParts, p => Assert.StartsWith("หน้า ", p.Footer.InnerText, StringComparison.Ordinal));
        Assert.Contains(main.FooterParts, p => p.Footer.InnerText.Contains("ข้อมูลตัวอย่าง", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Template_WhatIsNotTaken_IsSaid()
    {
        var bytes = MadeTemplate.Bytes(file =>
        {
            file.MainDocumentPart!.Document.Body!.PrependChild(new W.Paragraph(new W.Run(new W.Text("ร่าง"))));
            var heading = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<W.Style>().First(s => s.StyleId == "1");
            heading.StyleParagraphProperties!.NumberingProperties = new(new W.NumberingId { Val = 4 });
        });
        var (template, findings) = await WordTemplateReader.ReadAsync(bytes, "t.dotx", TestContext.Current.CancellationToken);
        Assert.NotNull(template);
        var leftOut = Assert.Single(findings, f => f.Code == "KAL6110").Message;
        Assert.Contains("ข้อความและภาพในเนื้อแม่แบบ, ลำดับเลขของลักษณะ", leftOut.Thai, StringComparison.Ordinal);
        Assert.Contains("Body Text", Assert.Single(findings, f => f.Code == "KAL6109").Message.Thai, StringComparison.Ordinal);
        using var written = WordprocessingDocument.Open(await Written(template), false);
        Assert.Empty(written.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<W.NumberingProperties>());
    }

    [Fact]
    public async Task TemplateOfOtherPaper_StaysA4_AndSaysSo()
    {
        var bytes = MadeTemplate.Bytes(f => (f.MainDocumentPart!.Document.Descendants<W.PageSize>().Single().Width, f.MainDocumentPart.Document.Descendants<W.PageSize>().Single().Height) = (12240u, 20160u));
        var (template, findings) = await WordTemplateReader.ReadAsync(bytes, "t.dotx", TestContext.Current.CancellationToken);
        Assert.NotNull(template);
        Told.Is(Assert.Single(findings, f => f.Code == "KAL6111"), "KAL6111", "t.dotx", "ขนาดกระดาษของแม่แบบไม่ใช่ A4 เอกสารยังใช้ A4", "The template's paper is not A4; documents stay A4.");
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "macros", "KAL1006" }, { "external", "KAL6105" }, { "attached", "KAL6105" }, { "dde", "KAL6106" }, { "object", "KAL6106" }, { "narrow", "KAL6107" },
        { "unsound", "KAL6108" }, { "dtd", "KAL1013" }, { "text", "KAL6104" }, { "cut", "KAL1007" }, { "sheet", "KAL6104" }, { "deep", "KAL1014" }, { "bomb", "KAL1019" }, { "styles", "KAL1019" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Template_ThatIsHostileOrNone_IsRefusedWithAFinding(string what, string code)
    {
        var bytes = what switch
        {
            "macros" => MadeTemplate.Bytes(type: WordprocessingDocumentType.MacroEnabledTemplate),
            "external" => MadeTemplate.Bytes(f => f.MainDocumentPart!.HeaderParts.Single().AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new("https://example.com/a.png"))),
            "attached" => MadeTemplate.Bytes(f =>
            {
                var settings = f.MainDocumentPart!.AddNewPart<DocumentSettingsPart>();
                settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new("file:///C:/x.dotm"), "rId1");
                settings.Settings = new(new W.AttachedTemplate { Id = "rId1" });
            }),
            "dde" => MadeTemplate.Bytes(f => f.MainDocumentPart!.HeaderParts.Single().Header.AppendChild(new W.Paragraph(new W.SimpleField { Instruction = " DDEAUTO c:\\\\x \"y\" " }))),
            "object" => MadeTemplate.Bytes(f => f.MainDocumentPart!.HeaderParts.Single().AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").FeedData(new MemoryStream([1]))),
            "narrow" => MadeTemplate.Bytes(f => f.MainDocumentPart!.Document.Descendants<W.PageMargin>().Single().Left = 9000u),
            "unsound" => With(MadeTemplate.Bytes(), "word/styles.xml", xml => xml.Replace("<w:basedOn w:val=\"a\"", "<w:jc w:val=\"x\"/><w:basedOn w:val=\"a\"", StringComparison.Ordinal)),
            "dtd" => With(MadeTemplate.Bytes(), "word/styles.xml", xml => xml.Insert(xml.IndexOf("<w:styles", StringComparison.Ordinal), "<!DOCTYPE x [<!ENTITY a \"b\">]>")),
            "deep" => With(MadeTemplate.Bytes(), "word/document.xml", _ => $"<w:document xmlns:w=\"{WordXml.Namespace}\"><w:body>{string.Concat(Enumerable.Repeat("<w:sdt>", 90))}{string.Concat(Enumerable.Repeat("</w:sdt>", 90))}</w:body></w:document>"),
            "bomb" => Styles(2_000_000),
            "styles" => Styles(2_001),
            "text" => Encoding.UTF8.GetBytes("แม่แบบ"),
            "cut" => MadeTemplate.Bytes()[..2000],
            _ => Sheet(),
        };
        var (template, findings) = await WordTemplateReader.ReadAsync(bytes, "t.dotx", TestContext.Current.CancellationToken);
        Assert.Null(template);
        Assert.Equal([code], findings.Select(f => f.Code));
    }

    private static async Task<WordTemplate> Read() => (await WordTemplateReader.ReadAsync(MadeTemplate.Bytes(), "t.dotx", TestContext.Current.CancellationToken)).Template!;

    private static Task<MemoryStream> Written(WordTemplate template) =>
        WordWriterTests.Write(EveryBlock.Document with { Stationery = new(MadeEmblem.Read) { Template = template } });

    private static byte[] Styles(int count) => With(
        MadeTemplate.Bytes(), "word/styles.xml", _ => $"<w:styles xmlns:w=\"{WordXml.Namespace}\">{string.Concat(Enumerable.Repeat("<w:style/>", count))}</w:styles>");

    private static byte[] Sheet()
    {
        var bytes = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
            book.AddWorkbookPart().Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
        return bytes.ToArray();
    }

    private static byte[] With(byte[] file, string part, Func<string, string> change)
    {
        var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open())) text = reader.ReadToEnd();
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(change(text));
        }
        return bytes.ToArray();
    }
}
