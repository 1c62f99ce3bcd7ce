using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;

namespace Kalasin.Evaluation.Tests.Documents.Layout;

public sealed class DocumentLayoutTests
{
    [Fact]
    public void Of_SmallBlocks_StandWhereTheRegulationPutsThem() => Assert.Equal(
        """
        text 85,89 54 wide Sarabun-Bold 14.5: ๑. บทนำ
        text 156,114 18 wide Sarabun-Regular 11.5: เนื้อ
        fill 85,125 454 × 18
        rule 85,125 to 85,143
        rule 312,125 to 312,143
        rule 539,125 to 539,143
        rule 85,143 to 539,143
        rule 85,125 to 539,125
        text 195,138 6 wide Sarabun-Bold 10: ก
        text 422,138 6 wide Sarabun-Bold 10: ข
        text 89,156 6 wide Sarabun-Regular 10: ค
        text 531,156 5 wide Sarabun-Regular 10: ง
        rule 85,160 to 539,160
        rule 85,143 to 85,160
        rule 312,143 to 312,160
        rule 539,143 to 539,160
        """.ReplaceLineEndings("\n"),
        Laid.Out(
            new Heading(1, "๑. บทนำ"), new Paragraph("เนื้อ"),
            new Table([new(1), new(1, Alignment.End)], [TableRow.Of("ก", "ข")], [TableRow.Of("ค", "ง")])).Pages[0].Describe());

    [Fact]
    public void Of_TextAfterATableOrANotice_KeepsItsDistance()
    {
        double Gap(Block block)
        {
            var boxes = Laid.Out(block, new Paragraph("ต่อ") { Style = ParagraphStyle.Plain }).Pages[0].Boxes().ToList();
            var bottom = boxes.Where(b => b.Box is RulesBox).Max(b => b.Y + ((RulesBox)b.Box).Rules.Max(r => r.Y2));
            return boxes.Single(b => b.Box is TextBox { Text: "ต่อ" }).Y - bottom;
        }
        Assert.InRange(Gap(new Table([new(1)], [TableRow.Of("ก")], [TableRow.Of("ข")])), 5, 15);
        Assert.InRange(Gap(new Paragraph("ประกาศ") { Style = ParagraphStyle.Notice }), 5, 15);
    }

    [Fact]
    public void Of_HeadingAtThePageEnd_GoesWithItsText()
    {
        for (var lines = 28; lines < 42; lines++)
        {
            var pages = Laid.Out(Laid.Long(lines), new Heading(1, "หัวข้อ"), Laid.Long(3)).Pages;
            Assert.All(pages, p => Assert.NotEqual("หัวข้อ", p.Texts().Last()));
        }
    }

    /// <summary>What says where a table is from stands under it, however the table fills its page.</summary>
    [Fact]
    public void Of_NoteUnderATable_BeginsOnThePageWhereTheTableEnds()
    {
        for (var rows = 20; rows < 70; rows++)
        {
            var table = new Table([new(1)], [TableRow.Of("หัว")], [.. Enumerable.Range(1, rows).Select(r => TableRow.Of($"แถว {r}"))]);
            var pages = Laid.Out(table, new Paragraph("ที่มา: ทะเบียนของหน่วยงาน") { Style = ParagraphStyle.Note }, Laid.Long(3)).Pages;
            Assert.Contains($"แถว {rows}", pages.Single(p => p.Texts().Contains("ที่มา: ทะเบียนของหน่วยงาน")).Texts());
        }
    }

    /// <summary>Photos of a telephone, four to three, with captions of two lines.</summary>
    [Fact]
    public void Of_SixLandscapePhotos_StandOnOnePage()
    {
        var photo = MadeEmblem.Png(400, 300);
        var figures = Enumerable.Range(1, 6).Select(i => new Figure(photo, "ภาพ")
        {
            Caption = $"ภาพที่ {i} ประชุมเชิงปฏิบัติการจัดทำฐานข้อมูลผู้ประสงค์ขอรับความช่วยเหลือ วันที่ ๑๗ ม.ค. ๖๗", WidthMillimetres = 110,
        });
        var page = Assert.Single(Laid.Out([new Heading(1, "ภาพกิจกรรม"), .. Evaluation.Reports.PictureRows.Of(figures)]).Pages);
        var pictures = page.Boxes().Select(b => b.Box).OfType<PictureBox>().ToList();
        Assert.Equal(6, pictures.Count);
        Assert.All(pictures, p => Assert.InRange(p.Width, 70 * Page.PointsPerMillimetre, 80 * Page.PointsPerMillimetre));
    }

    [Fact]
    public void Of_ParagraphOverTwoPages_LeavesTwoLinesOnEach()
    {
        for (var lines = 30; lines < 44; lines++)
        {
            var pages = Laid.Out(new Paragraph("ก"), Laid.Long(lines)).Pages;
            if (pages.Length > 1) Assert.InRange(pages[1].Texts().Count(), 2, 100);
        }
    }

    [Fact]
    public void Of_LongTable_RepeatsItsHeadWithoutMeaning()
    {
        var pages = Laid.Out(new Table([new(1), new(1)], [TableRow.Of("หัวหนึ่ง", "หัวสอง")],
            [.. Enumerable.Range(1, 90).Select(i => TableRow.Of($"แถว{i}", "ผล"))]) { Caption = "ตาราง ๑" }).Pages;
        Assert.Equal(3, pages.Length);
        Assert.Equal(["ตาราง ๑", "หัวหนึ่งหัวสอง", "แถว1ผล"], pages[0].Texts().Take(3));
        Assert.All(
            pages.Skip(1),
            p => Assert.Equal(["หัวหนึ่ง", "หัวสอง"], p.Boxes().Select(b => b.Box).OfType<TextBox>().Take(2).Where(t => t.Node is null).Select(t => t.Text)));
        Assert.Equal(90, pages.SelectMany(p => p.Texts()).Count(t => t.StartsWith("แถว", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_RowTallerThanAPage_IsCutBetweenLinesAndLosesNone()
    {
        var words = Enumerable.Range(1, 1500).Select(i => $"คำ{i}").ToArray();
        var laid = Laid.Out(new Table([new(1), new(3)], [TableRow.Of("ก", "ข")], [TableRow.Of("ย่อ", string.Join(' ', words))]));
        Assert.Empty(laid.Violations);
        Assert.True(laid.Pages.Length > 2);
        Assert.Equal(words, laid.Pages.SelectMany(p => p.Boxes()).Select(b => b.Box).OfType<TextBox>()
            .Where(t => t.Node is not null && t.Text.Contains("คำ", StringComparison.Ordinal))
            .SelectMany(t => t.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Of_TextThatStandsInSeveralCells_StandsInEachByItsColumn()
    {
        const string Text = "ข้อความ";
        var row = TableRow.Of(Text, Text, Text, Text);
        var page = Laid.Out(new Table(
            [new(1), new(3, Alignment.Center), new(2, Alignment.End), new(2, Alignment.Distribute)], [TableRow.Of("ก", "ข", "ค", "ง")], [row, row])).Pages[0];
        var edges = page.Boxes().Where(b => b.Box is RulesBox).SelectMany(b => ((RulesBox)b.Box).Rules.Where(r => r.X1 == r.X2).Select(r => b.X + r.X1)).Distinct().Order().ToList();
        var texts = page.Boxes().Where(b => b.Box is TextBox { Node.Role: "TD" }).Select(b => (Left: b.X + ((TextBox)b.Box).X, ((TextBox)b.Box).Width)).ToList();
        Assert.Equal(8, texts.Count);
        foreach (var cells in texts.Chunk(4))
        {
            Assert.Equal(edges[0] + 3.5, cells[0].Left, 0.001);
            Assert.Equal((edges[1] + edges[2]) / 2, cells[1].Left + cells[1].Width / 2, 0.001);
            Assert.Equal(edges[3] - 3.5, cells[2].Left + cells[2].Width, 0.001);
            Assert.Equal(edges[3] + 3.5, cells[3].Left, 0.001);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ตาราง ๑")]
    public void Of_SpansThatHoldMoreRowsTogetherThanAPageHas_StandInTheirCells(string? caption)
    {
        // Each row starts a text of five lines over two rows, so that every row is held by the one above.
        var text = new TableCell([.. Enumerable.Range(0, 9).Select(i => i % 2 == 0 ? (Inline)new Run("ข้อความ") : new LineBreak())]) { RowSpan = 2 };
        var rows = Enumerable.Range(0, 80).Select(r => new TableRow(r == 0 ? [text, new("ก"), new("ก")] : r == 79 ? [new("ก")] : [text, new("ก")]));
        var laid = Laid.Out(new Table([new(1), new(1), new(1)], [TableRow.Of("ก", "ข", "ค")], [.. rows]) { Caption = caption });
        Assert.Empty(laid.Violations);
        Assert.Equal(79 * 5, laid.Pages.Sum(p => p.Boxes().Count(b => b.Box is TextBox { Node: not null } t && t.Text.Trim() == "ข้อความ")));
        Assert.All(laid.Pages, page => Assert.True(
            page.Boxes().Where(b => b.Box is TextBox { Node: not null }).Max(b => b.Y + ((TextBox)b.Box).Baseline)
                < page.Boxes().Where(b => b.Box is RulesBox).Max(b => b.Y + ((RulesBox)b.Box).Rules.Max(r => r.Y2))));
    }

    [Fact]
    public void Of_FiguresSideBySide_StandOnOneLineWithTheirCaptionsBelow()
    {
        var boxes = Laid.Out(new FigureRow(
        [
            new(EveryBlock.Png, "ก") { Caption = "ประชุมเชิงปฏิบัติการ ณ หอประชุมที่ว่าการอำเภอกมลาไสย วันที่ ๑๗ ม.ค. ๖๗" },
            new(EveryBlock.Png, "ข") { Caption = "ลงพื้นที่", WidthMillimetres = 30 },
        ])).Pages[0].Boxes().ToList();
        var pictures = boxes.Where(b => b.Box is PictureBox).Select(b => (Box: (PictureBox)b.Box, b.X, b.Y)).ToList();
        Assert.Equal(pictures[0].Y + pictures[0].Box.Y + pictures[0].Box.Height, pictures[1].Y + pictures[1].Box.Y + pictures[1].Box.Height, 3);
        Assert.True(pictures[0].X + pictures[0].Box.X + pictures[0].Box.Width < pictures[1].X + pictures[1].Box.X);
        var foot = pictures[0].Y + pictures[0].Box.Y + pictures[0].Box.Height;
        Assert.All(boxes.Where(b => b.Box is TextBox), b => Assert.InRange(b.Y + ((TextBox)b.Box).Baseline, foot + 5, foot + 60));
        // In the order in which they are read: picture, caption, picture, caption.
        Assert.Equal("ภวภว", string.Concat(boxes.Select(b => b.Box is PictureBox ? 'ภ' : 'ว')).Replace("วว", "ว", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Contents_ShowThePagesOfTheHeadings()
    {
        var blocks = new List<Block> { new TableOfContents("สารบัญ") };
        for (var i = 1; i <= 12; i++) blocks.AddRange([new Heading(1, $"ส่วน {(char)('ก' + i)}"), Laid.Long(20)]);
        var laid = Laid.Out([.. blocks]);
        var shown = laid.Pages[0].Texts().Skip(1).Take(12);
        Assert.Equal(laid.Headings.Select(h => $"{h.Heading.Text} {ThaiNumerals.Format(h.Page)}"), shown);
        Assert.True(laid.Headings[^1].Page > 5);
    }

    [Fact]
    public void Of_ListsOfCaptions_ShowThePagesOfTablesAndFigures()
    {
        static Table Captioned(string caption) => new([new(1)], [TableRow.Of("ก")], [TableRow.Of("ข")]) { Caption = caption };
        var laid = Laid.Out(
            new TableOfContents("สารบัญตาราง") { Of = ContentsKind.Tables },
            new TableOfContents("สารบัญภาพ") { Of = ContentsKind.Figures }, Captioned("ตาราง ๑"), Laid.Long(120), Captioned("ตาราง ๒"),
            new PageBreak(), new Figure(EveryBlock.Png, "ภาพ") { Caption = "ภาพ ๑" });
        var last = laid.Pages.Length;
        Assert.Equal(
            ["สารบัญตาราง", "ตาราง ๑ ๑", $"ตาราง ๒ {ThaiNumerals.Format(last - 1)}", "สารบัญภาพ", $"ภาพ ๑ {ThaiNumerals.Format(last)}"],
            laid.Pages[0].Texts().Take(5));
        Assert.Contains(laid.Pages[0].Boxes().Select(b => b.Box).OfType<LinkBox>(), l => l.Target == $"#page:{last}");
    }

    [Fact]
    public void Of_Anchors_AreWhereHeadingsStandAndWhereCaptionsHavePages()
    {
        var laid = Laid.Out(
            new Heading(1, "ก") { Anchor = "heading" }, Laid.Long(120), new PageBreak(),
            new Figure(EveryBlock.Png, "ภาพ") { Caption = "ภาพ ๑", Anchor = "figure" });
        Assert.Equal((laid.Headings[0].Page, laid.Headings[0].Y), laid.Anchors["heading"]);
        Assert.Equal((laid.Pages.Length, 0), laid.Anchors["figure"]);
    }

    [Fact]
    public void Of_Links_OnlyThoseThatLeaveTheDocumentAreUnderlined()
    {
        static int Rules(string target) => Laid.Out(new Heading(1, "ก") { Anchor = "a" }, new Paragraph([new Link("ข", target)]))
            .Pages[0].Boxes().Count(b => b.Box is RulesBox);
        Assert.Equal((1, 0), (Rules("https://example.go.th"), Rules("#a")));
    }

    [Fact]
    public void Of_PageBreaks_GiveNoEmptyPages() =>
        Assert.Equal(2, Laid.Out(new PageBreak(), new Paragraph("ก"), new PageBreak(), new PageBreak(),
            new Heading(1, "ข") { PageBreakBefore = true }, new PageBreak()).Pages.Length);

    [Fact]
    public void Of_PageNumbers_StandFromTheSecondPageOn()
    {
        var pages = Laid.Out(new Paragraph("ก"), new PageBreak(), new Paragraph("ข")).Pages;
        Assert.DoesNotContain("- ๑ -", pages[0].Describe(), StringComparison.Ordinal);
        var number = pages[1].Boxes().Single(b => b.Box is TextBox { Node: null });
        Assert.Equal("- ๒ -", ((TextBox)number.Box).Text);
        // About 3 cm from the edge.
        Assert.InRange(number.Y + ((TextBox)number.Box).Baseline, 26 * Page.PointsPerMillimetre, 31 * Page.PointsPerMillimetre);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Of_AnyDocument_DrawsTextWithinTheMargins(ReportDocument document)
    {
        var laid = PdfWriter.Layout(document, TestContext.Current.CancellationToken);
        Assert.Empty(laid.Violations);
        foreach (var page in laid.Pages)
            foreach (var placed in page.Boxes().Where(b => b.Box is TextBox { Node: not null }))
            {
                var text = (TextBox)placed.Box;
                Assert.True(placed.X + text.X > 30 * Page.PointsPerMillimetre - 0.1, text.Text);
                Assert.True(placed.X + text.X + text.Width < page.Width - 20 * Page.PointsPerMillimetre + 0.1, text.Text);
                Assert.InRange(placed.Y + text.Baseline, 25 * Page.PointsPerMillimetre, page.Height - 20 * Page.PointsPerMillimetre);
            }
    }

    public static TheoryData<ReportDocument> Hostile => new(
        EveryBlock.Document,
        Laid.Document(new Paragraph(new string('ก', 3000)), new Paragraph("https://example.go.th/" + new string('a', 900))),
        Laid.Document(new Table([new(1), new(9)], [TableRow.Of("ลำดับที่ของรายการ", "ข")], [TableRow.Of(new string('W', 60), "ข้อความ")])),
        Laid.Document(new Heading(1, string.Concat(Enumerable.Repeat("หัวข้อที่ยาวมาก ", 60))), new Paragraph("ก")));

    [Fact]
    public void Of_ColumnNarrowerThanALetter_SaysSo() =>
        Assert.Contains(
            Laid.Out(new Table(
                [.. Enumerable.Repeat(new TableColumn(1), 200)], [TableRow.Of([.. Enumerable.Repeat("ข", 200)])],
                [TableRow.Of([.. Enumerable.Repeat("กว้าง", 200)])])).Violations,
            v => v.Contains("wider than its column", StringComparison.Ordinal));
}
