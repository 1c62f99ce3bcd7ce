using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents.Word;

/// <summary>What Word, its navigation and a screen reader find in the file besides the text.</summary>
public sealed class WordStructureTests
{
    [Fact]
    public async Task Table_HeadsRepeatRowsStayWholeAndSpansAreMerged()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        var table = file.MainDocumentPart!.Document.Body!.Elements<W.Table>().First(t => t.Descendants<W.TableHeader>().Any());
        var rows = table.Elements<W.TableRow>().ToList();
        Assert.Equal([true, true, false], rows.Take(3).Select(r => r.TableRowProperties!.Elements<W.TableHeader>().Any()));
        Assert.All(rows, r => Assert.Single(r.TableRowProperties!.Elements<W.CantSplit>()));
        Assert.Equal(["restart", "restart", "2"], rows[0].Elements<W.TableCell>().Select(Span));
        Assert.Equal(["continue", "continue", "1", "1"], rows[1].Elements<W.TableCell>().Select(Span));
        Assert.Equal(["2", "1", "1"], rows[^1].Elements<W.TableCell>().Select(Span));
        var grid = table.GetFirstChild<W.TableGrid>()!.Elements<W.GridColumn>().Sum(c => int.Parse(c.Width!.Value!, null));
        Assert.Equal(table.GetFirstChild<W.TableProperties>()!.TableWidth!.Width!.Value, grid.ToString());
        Assert.Equal("จำนวนและร้อยละของผลรายแห่ง", table.GetFirstChild<W.TableProperties>()!.TableDescription!.Val!.Value);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task TableUnderWhichANoteStands_ItsLastRowStaysWithTheNote(bool noted, int kept)
    {
        Table table = new([new(1), new(1)], [TableRow.Of("ก", "ข")], [TableRow.Of("๑", "๒"), TableRow.Of("๓", "๔")]);
        Paragraph under = new("ใต้ตาราง") { Style = noted ? ParagraphStyle.Note : ParagraphStyle.Body };
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(new ReportDocument("ก", new(2024, 5, 15), [new([new Heading(1, "ก"), table, under])])), false);
        var body = file.MainDocumentPart!.Document.Body!;
        var written = Assert.Single(body.Elements<W.Table>());
        Assert.Equal([0, 0, kept], written.Elements<W.TableRow>().Select(r => r.Descendants<W.KeepNext>().Count()));
        Assert.Equal(noted, written.NextSibling<W.Paragraph>()!.ParagraphProperties!.KeepNext is not null);
    }

    [Fact]
    public async Task PageNumber_IsThaiFromPageTwo()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        var main = file.MainDocumentPart!;
        var sections = main.Document.Descendants<W.SectionProperties>().ToList();
        Assert.Equal(3, sections.Count);
        Assert.Equal([true, false, false], sections.Select(s => s.Elements<W.TitlePage>().Any()));
        Assert.All(sections, s => Assert.Equal(W.NumberFormatValues.ThaiNumbers, s.GetFirstChild<W.PageNumberType>()!.Format!.Value));
        foreach (var header in sections.SelectMany(s => s.Elements<W.HeaderReference>()))
        {
            var part = (HeaderPart)main.GetPartById(header.Id!.Value!);
            var isFirst = header.Type!.Value == W.HeaderFooterValues.First;
            Assert.Equal(isFirst ? [] : [" PAGE "], part.Header.Descendants<W.FieldCode>().Select(f => f.Text));
            if (!isFirst) Assert.EndsWith("-  -", part.Header.InnerText.Replace(" PAGE ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PageNumber_NotWanted_IsLeftOut()
    {
        using var file = WordprocessingDocument.Open(
            await WordWriterTests.Write(new ReportDocument("ก", new(2024, 5, 15), [new([new Heading(1, "ก")]) { PageNumbers = false }])),
            false);
        Assert.All(file.MainDocumentPart!.HeaderParts, p => Assert.Empty(p.Header.Descendants<W.FieldCode>()));
    }

    [Fact]
    public async Task Fonts_EmbeddedOnes_TurnBackIntoTheOriginals()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        Assert.NotNull(file.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<W.EmbedTrueTypeFonts>());
        var table = file.MainDocumentPart.FontTablePart!;
        var font = table.Fonts.Elements<W.Font>().Single();
        (W.FontRelationshipType Embed, string Style)[] faces = [(font.EmbedRegularFont!, "Regular"),
            (font.EmbedBoldFont!, "Bold"), (font.EmbedItalicFont!, "Italic")];
        foreach (var (embed, style) in faces)
        {
            var bytes = new MemoryStream();
            using (var part = table.GetPartById(embed.Id!.Value!).GetStream()) await part.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            var key = Convert.FromHexString(embed.FontKey!.Value!.Trim('{', '}').Replace("-", "", StringComparison.Ordinal));
            var plain = bytes.ToArray();
            for (var i = 0; i < 32; i++) plain[i] ^= key[15 - i % 16];
            using var original = typeof(WordWriter).Assembly.GetManifestResourceStream($"Documents/Data/Fonts/Sarabun-{style}.ttf")!;
            var expected = new byte[original.Length];
            original.ReadExactly(expected);
            Assert.Equal(expected, plain);
        }
    }

    [Fact]
    public async Task Theme_OtherFamily_IsAskedForFirstWithSarabunBehindIt()
    {
        var document = new ReportDocument("ก", new(2024, 5, 15), [new([new Heading(1, "ก")])]) { Theme = new("TH SarabunIT๙", 16) };
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(document), false);
        var fonts = file.MainDocumentPart!.FontTablePart!.Fonts.Elements<W.Font>().ToList();
        Assert.Equal(["TH SarabunIT๙", "Sarabun"], fonts.Select(f => f.Name!.Value));
        Assert.Equal("Sarabun", fonts[0].AltName!.Val!.Value);
        var defaults = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal("TH SarabunIT๙", defaults.RunFonts!.ComplexScript!.Value);
        Assert.Equal("32", defaults.FontSizeComplexScript!.Val!.Value);
    }

    [Fact]
    public async Task List_Numbered_CountsInThaiAndStartsAnew()
    {
        using var file = WordprocessingDocument.Open(
            await WordWriterTests.Write(ListBlock.Of(["ก", "ข"], ListMarker.ThaiNumber), ListBlock.Of(["ค"], ListMarker.ThaiNumber), ListBlock.Of(["ง"])),
            false);
        var numbers = file.MainDocumentPart!.Document.Descendants<W.NumberingId>().Select(n => n.Val!.Value).ToList();
        Assert.Equal([2, 2, 3, 1], numbers);
        var numbering = file.MainDocumentPart.NumberingDefinitionsPart!.Numbering;
        Assert.Equal(W.NumberFormatValues.ThaiNumbers, FirstLevel(numbering, 3).NumberingFormat!.Val!.Value);
        Assert.Equal("%1.", FirstLevel(numbering, 3).LevelText!.Val!.Value);
        Assert.Equal(W.NumberFormatValues.Bullet, FirstLevel(numbering, 1).NumberingFormat!.Val!.Value);
        Assert.Equal(1, numbering.Elements<W.NumberingInstance>().Single(n => n.NumberID!.Value == 3)
            .GetFirstChild<W.LevelOverride>()!.StartOverrideNumberingValue!.Val!.Value);
    }

    [Fact]
    public async Task Contents_EntriesLeadToWhatTheyName()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        var body = file.MainDocumentPart!.Document.Body!;
        var bookmarks = body.Descendants<W.BookmarkStart>().ToDictionary(b => b.Name!.Value!, b => b.Parent!.InnerText);
        Assert.All(body.Descendants<W.Hyperlink>().Where(h => h.Anchor is not null), h => Assert.Contains(h.Anchor!.Value!, bookmarks.Keys));
        Assert.All(body.Descendants<W.SdtBlock>().SelectMany(b => b.Descendants<W.Hyperlink>()), h => Assert.Equal(h.Descendants<W.Text>().First().Text, bookmarks[h.Anchor!.Value!]));
        Assert.Equal(
            [" TOC \\o \"1-2\" \\u \\h \\z ", " TOC \\t \"caption,1\" \\h \\z ", " TOC \\t \"Figure Caption,1\" \\h \\z "],
            body.Descendants<W.SdtBlock>().Select(b => b.Descendants<W.FieldCode>().First().Text));
    }

    [Fact]
    public async Task Contents_NameThePagesOfThePdfAndAskWordToRefreshThem()
    {
        var pages = ContentsPages.Of(EveryBlock.Document, TestContext.Current.CancellationToken);
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        var contents = file.MainDocumentPart!.Document.Body!.Descendants<W.SdtBlock>().ToList();
        Assert.All(contents, c => Assert.True(c.Descendants<W.FieldChar>().First().Dirty!.Value));
        var entries = contents.SelectMany(c => c.Descendants<W.Hyperlink>()).ToList();
        Assert.All(entries, e => Assert.Equal($" PAGEREF {e.Anchor!.Value} \\h ", Assert.Single(e.Descendants<W.FieldCode>()).Text));
        Assert.All(entries, e => Assert.Single(e.Descendants<W.TabChar>()));
        Assert.Equal(
            EveryBlock.Document.Blocks.OfType<Heading>().Select((h, i) => (h.Level, Page: ThaiNumerals.Format(pages.OfHeading[i]))).Where(h => h.Level <= 2).Select(h => h.Page),
            contents[0].Descendants<W.Hyperlink>().Select(e => e.Descendants<W.Text>().Last().Text));
    }

    [Fact]
    public async Task Link_ToACaption_LeadsToItsBookmarkAndLooksLikeTheText()
    {
        var table = new Table([new(1)], [TableRow.Of("หัว")], [TableRow.Of("ค่า")]) { Caption = "ตาราง ๑", Anchor = "table" };
        var figure = new Figure(EveryBlock.Png, "ภาพ") { Caption = "ภาพ ๑", Anchor = "figure" };
        using var file = WordprocessingDocument.Open(
            await WordWriterTests.Write(new Paragraph(["ดู", new Link("ตาราง ๑", "#table"), new Link("ภาพ ๑", "#figure")]), table, figure),
            false);
        var body = file.MainDocumentPart!.Document.Body!;
        var bookmarks = body.Descendants<W.BookmarkStart>().ToDictionary(b => b.Name!.Value!, b => b.Parent!.InnerText);
        Assert.Equal(["ตาราง ๑", "ภาพ ๑"], body.Descendants<W.Hyperlink>().Select(h => bookmarks[h.Anchor!.Value!]));
        Assert.Empty(body.Descendants<W.Hyperlink>().SelectMany(h => h.Descendants<W.RunStyle>()));
    }

    [Fact]
    public async Task Link_WebAddress_IsAnExternalRelationshipOnce()
    {
        using var file = WordprocessingDocument.Open(
            await WordWriterTests.Write(new Paragraph([new Link("ก", "https://example.go.th/ก"), new Link("ข", "https://example.go.th/ก")])),
            false);
        var relationship = Assert.Single(file.MainDocumentPart!.HyperlinkRelationships);
        Assert.True(relationship.IsExternal);
        Assert.Equal("https://example.go.th/%E0%B8%81", relationship.Uri.OriginalString);
        Assert.All(file.MainDocumentPart.Document.Descendants<W.Hyperlink>(), h => Assert.Equal(relationship.Id, h.Id!.Value));
    }

    [Fact]
    public async Task Figure_CarriesItsAlternateTextAndKeepsItsShape()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(EveryBlock.Document), false);
        var pictures = file.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>().ToList();
        Assert.Equal("คิวอาร์โค้ดของหนังสือ เลขที่ ๑๒๓๔", pictures[0].DocProperties!.Description!.Value);
        Assert.Equal(pictures[0].Extent!.Cx!.Value, pictures[0].Extent!.Cy!.Value);
        Assert.StartsWith("แผนภูมิแท่ง คะแนนรายตัวชี้วัด", pictures[4].DocProperties!.Description!.Value, StringComparison.Ordinal);
        Assert.Equal(["ภาพถ่าย: ผู้เข้าประชุม", "ภาพถ่าย: แปลงสมุนไพร"], pictures[2..4].Select(p => p.DocProperties!.Description!.Value));
        var inline = Assert.Single(pictures.Skip(1).SkipLast(5));
        Assert.StartsWith("แผนภูมิแท่ง", inline.DocProperties!.Description!.Value, StringComparison.Ordinal);
        Assert.Equal(80 * 36000, inline.Extent!.Cx!.Value);
        Assert.Equal(40 * 36000, inline.Extent.Cy!.Value);
    }

    [Fact]
    public async Task PageBreak_FallsOnTheNextParagraphOrASpacerBeforeATable()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(
            new Paragraph("ก"), new PageBreak(), new Paragraph("ข"), new PageBreak(),
            new Table([new(1)], [TableRow.Of("ค")], []), new PageBreak()), false);
        var breaks = file.MainDocumentPart!.Document.Descendants<W.PageBreakBefore>().Select(b => b.Ancestors<W.Paragraph>().Single().InnerText);
        Assert.Equal(["ข", "", ""], breaks);
    }

    private static string? Span(W.TableCell cell) => cell.TableCellProperties switch
    {
        { VerticalMerge: { } merge } => merge.Val is { } v ? ((DocumentFormat.OpenXml.IEnumValue)v.Value).Value : "continue",
        { GridSpan: { } span } => span.Val!.Value.ToString(),
        _ => "1",
    };

    private static W.Level FirstLevel(W.Numbering numbering, int instance)
    {
        var id = numbering.Elements<W.NumberingInstance>().Single(n => n.NumberID!.Value == instance).AbstractNumId!.Val!.Value;
        return numbering.Elements<W.AbstractNum>().Single(a => a.AbstractNumberId!.Value == id).GetFirstChild<W.Level>()!;
    }
}
