using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Chapters number themselves: what a chapter put in the middle moves, and that no reference leads astray.</summary>
[Collection<ReadSample>]
public sealed partial class NumberingTests(ReadSample sample)
{
    private static readonly Chapter MadeUp = new(ChapterKind.Part, "บทแทรก",
    [
        new Heading(2, "ที่มา"),
        new Paragraph(["ดู", new Reference("results"), " ", new Reference("evidence"), " ", new Reference("review"), " และ", new Reference("registers")]),
        TableOf("ตารางแทรก", "made-up-table"),
        new Heading(2, "ผล") { Anchor = "made-up-section" },
        ListBlock.Of(["ก"]),
        new Paragraph([new Reference("made-up-table"), ", ", new Reference("made-up-section") { NumberOnly = true }]),
    ])
    {
        Anchor = "made-up",
    };

    [Fact]
    public void PartInTheMiddle_MovesAllThatFollowsAndWhatRefersToIt()
    {
        var at = ProvinceReport.Chapters.IndexOf(ResultsPart.Compose) + 1;
        var made = MadeUp with { Runs = [new(Wide: false, [.. MadeUp.Runs.Single().Blocks.Where(b => b is not Paragraph)])] };
        var report = ProvinceReport.Compose(Content(Edition.Internal), ProvinceReport.Chapters.Insert(at, _ => made));

        var texts = Numbered(report);
        string[] own = ["ส่วนที่ ๓ บทแทรก", "๓.๑ ที่มา", "ตาราง ๓-๑ ตารางแทรก", "๓.๒ ผล"];
        Assert.Equal(own, texts.Skip(texts.IndexOf(own[0])).Take(own.Length));
        var before = Numbered(sample.Internal);
        Assert.Equal(
            before.Select(t => OfLaterPart().Replace(t, m => m.Groups["before"].Value + (char)(m.Groups["part"].Value[0] + 1))),
            texts.Where(t => !own.Contains(t)));
        foreach (var moved in (string[])["๔.๑๒.๘ ภาพกิจกรรม", "ส่วนที่ ๖ ข้อมูลตรวจทานภายใน"]) Assert.Contains(moved, texts);
        Assert.Contains(texts, t => t.EndsWith("ตามบัญชีหลักฐานในส่วนที่ ๕", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.EndsWith("รายการเกณฑ์สมมติอยู่ในส่วนที่ ๖", StringComparison.Ordinal));
        Assert.Empty(BlockChecks.Violations(report));
    }

    [Fact]
    public void AppendixInTheMiddle_MovesTheLettersOfThoseThatFollow()
    {
        var unit = UnitCode.Parse("4603");
        var evidence = sample.Returns.Where(r => r.Unit == unit).SelectMany(r => r.Evidence)
            .First(e => e.Location is { } location && location.EndsWith(".zip", StringComparison.Ordinal));
        ReportPicture picture = new(unit, evidence.Location!, ReadSample.Picture);
        var content = Content(Edition.Official, sample.Circumstances with { Pictures = [picture, picture] });
        var at = ProvinceReport.Chapters.IndexOf(PictureAppendix.Compose);

        var before = Numbered(ProvinceReport.Compose(content, ProvinceReport.Chapters));
        Assert.Contains(before, t => t.StartsWith("ภาพ ข-๑, ข-๒ ในภาคผนวก ข และภาพถ่าย ๑๗ รายการ ตามบัญชีหลักฐานในส่วนที่ ๔", StringComparison.Ordinal));
        var texts = Numbered(ProvinceReport.Compose(content, ProvinceReport.Chapters.Insert(at, _ => new(ChapterKind.Appendix, "แทรก", [new Paragraph("ก")]))));
        foreach (var moved in (string[])["ภาคผนวก ก ทะเบียนข้อมูล", "ภาคผนวก ข แทรก", "ภาคผนวก ค ภาพกิจกรรม", "ภาคผนวก ง รายชื่อองค์กรปกครองส่วนท้องถิ่น", "ภาคผนวก จ สำเนาหนังสือและคำสั่ง"])
            Assert.Contains(moved, texts);
        Assert.Contains(texts, t => t.StartsWith("ภาพ ค-๑, ค-๒ ในภาคผนวก ค และ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("ภาพ ค-๒ ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("ตาราง จ-๑ ", StringComparison.Ordinal));
    }

    [Fact]
    public void References_ForwardsBackwardsAndInside_AreTheNumbersThatStandThere()
    {
        var results = new Chapter(ChapterKind.Part, "ผล", [new Paragraph("ก")]) { Anchor = "results" };
        var registers = new Chapter(ChapterKind.Appendix, "ทะเบียน", [new Paragraph("ข")]) { Anchor = "registers" };
        var texts = Texts(results, MadeUp, results with { Anchor = "evidence" }, results with { Anchor = "review" }, registers);
        Assert.Contains("ดูส่วนที่ ๑ ส่วนที่ ๓ ส่วนที่ ๔ และภาคผนวก ก", texts);
        Assert.Contains("ตาราง ๒-๑, ๒.๒", texts);
    }

    [Fact]
    public void References_InListsAndCells_AreResolvedToo()
    {
        ImmutableArray<Inline> reference = ["ดู", new Reference("here")];
        var texts = Texts(new Chapter(ChapterKind.Part, "ก",
        [
            new ListBlock([[new Paragraph(reference)]]),
            new Table([new(1)], [TableRow.Of("หัว")], [new([new TableCell(reference)])]) { Caption = "ข", Anchor = "here" },
        ]));
        Assert.Equal(["ส่วนที่ ๑ ก", "ดูตาราง ๑-๑", "ตาราง ๑-๑ ข", "หัว", "ดูตาราง ๑-๑"], texts);
    }

    [Theory]
    [InlineData(nameof(CaptionNumbers.ThroughChapter), "ตาราง ๑-๑ ก", "ตาราง ๑-๒ ข")]
    [InlineData(nameof(CaptionNumbers.AnewInSections), "ตาราง ๑-๑-๑ ก", "ตาราง ๑-๒-๑ ข")]
    [InlineData(nameof(CaptionNumbers.OfSections), "ตาราง ๑-๑ ก", "ตาราง ๑-๒ ข")]
    public void Captions_AreNumberedAsTheChapterAsks(string captions, params string[] expected)
    {
        var texts = Texts(new Chapter(ChapterKind.Part, "ส",
            [new Heading(2, "ห"), TableOf("ก"), new Heading(2, "ห"), TableOf("ข")]) { Captions = Enum.Parse<CaptionNumbers>(captions) });
        Assert.Equal(expected, texts.Where(t => t.StartsWith("ตาราง ", StringComparison.Ordinal)));
    }

    [Fact]
    public void FaultyChapters_Throw_NamingEveryFault()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Texts(
            new Chapter(ChapterKind.Uncounted, "คำนำ", [new Paragraph([new Reference("nowhere"), new Reference("preface")])]) { Anchor = "preface" },
            new Chapter(ChapterKind.Part, "ก", [TableOf("ก", "twice"), TableOf("ข", "twice")]) { Captions = CaptionNumbers.OfSections }));
        foreach (var fault in (string[])["at the anchor 'nowhere'", "at the anchor 'preface'", "the anchor 'twice' stands twice", "two are called ตาราง ๑-๐"])
            Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReferenceToWhatNeverLeavesTheHouse_ThrowsInTheOfficialEditionOnly()
    {
        var chapters = ProvinceReport.Chapters.Add(_ => new(ChapterKind.Appendix, "ก", [new Paragraph([new Reference(ReviewPart.Anchor)])]));
        Assert.Contains("ส่วนที่ ๕", BlockText.Of(ProvinceReport.Compose(Content(Edition.Internal), chapters)));
        var thrown = Assert.Throws<InvalidOperationException>(() => ProvinceReport.Compose(Content(Edition.Official), chapters));
        Assert.Contains($"'{ReviewPart.Anchor}'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_LeadToWhatTheyName()
    {
        foreach (var report in (ReportDocument[])[sample.Official, sample.Internal])
        {
            var anchored = report.Named.Where(b => b.Target is not null)
                .ToDictionary(b => b.Target!, b => BlockText.Of(report with { Sections = [new([b])] }).First());
            var links = report.Blocks.OfType<Paragraph>().SelectMany(p => p.Content).OfType<Link>().ToList();
            Assert.True(links.Count > 12, $"Only {links.Count} links.");
            Assert.All(links, link => Assert.StartsWith(link.Text + " ", anchored[link.Target[1..]], StringComparison.Ordinal));
        }
    }

    private ReportContent Content(Edition edition, ReportCircumstances? circumstances = null) =>
        new(ReadSample.Rules, sample.Returns, sample.Card, edition, circumstances ?? sample.Circumstances);

    private static Table TableOf(string caption, string? anchor = null) =>
        new([new(1)], [TableRow.Of("หัว")], [TableRow.Of("ค่า")]) { Caption = caption, Anchor = anchor };

    private static List<string> Texts(params Chapter[] chapters) =>
        [.. BlockText.Of(new("รายงาน", new(2024, 5, 15), [.. Numbering.Of(chapters).Select(run => new Section(run.Blocks))]))];

    /// <summary>Headings, captions, and paragraphs that refer to them.</summary>
    private static List<string> Numbered(ReportDocument report) =>
    [
        .. report.Named.Select(b => b switch
        {
            Heading heading => heading.Text,
            Table table => table.Caption,
            Figure figure => figure.Caption,
            Paragraph paragraph when paragraph.Content.Any(i => i is Link) => paragraph.PlainText,
            _ => null,
        }).OfType<string>(),
    ];

    [GeneratedRegex(@"(?<before>ส่วนที่ |ตาราง |^)(?<part>[๓-๕])(?=[ .-]|$)", RegexOptions.None, 1000)]
    private static partial Regex OfLaterPart();
}
