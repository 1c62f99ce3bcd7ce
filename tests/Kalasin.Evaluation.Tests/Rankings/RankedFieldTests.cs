using System.Collections.Immutable;
using CsCheck;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Tests.Scoring;

namespace Kalasin.Evaluation.Tests.Rankings;

/// <summary>Documents of a ranking say the same whoever was read first, tell ties apart in words, and leave nobody out.</summary>
public sealed class RankedFieldTests
{
    private static readonly DateOnly Day = new(2024, 6, 10);

    [Fact]
    public void AnyOrderOfImport_GivesTheSameDocuments() => Gen.Int.Sample(seed =>
    {
        var entries = Field.Nation(Field.Tied).ToArray();
        var expected = Text(RankingReport.Compose(Field.Tied, entries, Day));
        new Random(seed).Shuffle(entries);
        Assert.Equal(expected, Text(RankingReport.Compose(Field.Tied, entries, Day)));
    }, iter: 10);

    [Fact]
    public void Nation_RanksSixtySixAndShowsTenApart()
    {
        var field = RankedField.Of(Field.Tied, Field.Nation(Field.Tied), Day);
        Assert.Equal(66, field.Ranking.Rows.Count(r => r.Standing == EntrantStanding.Ranked));
        Assert.Equal(10, field.Ranking.Rows.Count(r => r.Standing == EntrantStanding.Apart));
        Assert.Empty(field.Awaited);
        var text = Text(RankingReport.Compose(field));
        Assert.All(Province.All, p => Assert.Contains(p.FullName, text, StringComparison.Ordinal));
        Assert.Contains("จังหวัดที่หนังสือยกเว้น", text, StringComparison.Ordinal);
        Assert.Contains("เกณฑ์สมมติ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void APersonsScore_IsMarkedWhereverItStands()
    {
        var number = IndicatorNumber.Parse("3");
        var card = KalasinRound.Score(Decisions.None with { Assessments = [new(number, null, 4.25m, "ตามเกณฑ์ของคณะกรรมการ")] }, [.. KalasinRound.Everything()]);
        var sent = ScorecardFile.Read(KalasinRound.Rules.Framework, new MemoryStream(ScorecardFile.Write(KalasinRound.Rules, [card])));
        var text = Text(RankingReport.Compose(KalasinRound.Rules.Framework, sent.Entries, Day));
        Assert.Contains("๔.๒๕*", text, StringComparison.Ordinal);
        Assert.Contains("* คะแนนที่ผู้ประเมินให้", text, StringComparison.Ordinal);
        Assert.Contains("มีคะแนนที่ผู้ประเมินให้", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ผู้ประเมินให้", Text(RankingReport.Compose(Field.Tied, Field.Nation(Field.Tied), Day)), StringComparison.Ordinal);
    }

    [Fact]
    public void Ties_AreToldInWordsWithBothNumbers()
    {
        // All three come to the same total; the first has the better score of indicator 2, the other two are equal in everything.
        RankingEntry[] entries =
        [
            Field.Entry(Field.Tied, "40", 60, 90, null, null, null, null, null, 3, 3, 0, 60, 60), Field.Entry(Field.Tied, "41", 90, 60, null, null, null, null, null, 3, 3, 0, 60, 60),
            Field.Entry(Field.Tied, "42", 90, 60, null, null, null, null, null, 3, 3, 0, 60, 60),
        ];
        var field = RankedField.Of(Field.Tied, entries, Day);
        Assert.Equal([1, 2, 2], field.Ranking.Rows.Select(r => r.Rank));
        Assert.Contains("คะแนนตัวชี้วัดที่ ๒: ๔ เทียบกับ ๑", field.Ties["40"].Thai, StringComparison.Ordinal);
        Assert.Contains("ลำดับร่วมกับจังหวัดเลย", field.Ties["41"].Thai, StringComparison.Ordinal);
        Assert.Contains("after it by score of indicator 2: 1 against 4", field.Ties["41"].English, StringComparison.Ordinal);
        Assert.Equal(63, field.Awaited.Count());
    }

    [Fact]
    public async Task EveryFormat_IsWritten()
    {
        var document = RankingReport.Compose(Field.Tied, Field.Nation(Field.Tied), Day);
        foreach (var format in FileFormat.OfReports)
        {
            using var stream = new MemoryStream();
            await document.WriteAsync(stream, format, TestContext.Current.CancellationToken);
            Assert.True(stream.Length > 10_000);
        }
        using var workbook = new MemoryStream();
        await RankingWorkbook.WriteAsync(Field.Tied, Field.Nation(Field.Tied), Day, workbook, TestContext.Current.CancellationToken);
        Assert.True(workbook.Length > 5_000);
        if (Environment.GetEnvironmentVariable("KALASIN_RANKING") is not { } folder) return;
        await document.SaveAsync(Path.Combine(folder, "ranking.pdf"), TestContext.Current.CancellationToken);
        await document.SaveAsync(Path.Combine(folder, "ranking.docx"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "ranking.xlsx"), workbook.ToArray(), TestContext.Current.CancellationToken);
        await using var sheet = File.Create(Path.Combine(folder, "sheet.xlsx"));
        await RankingSheet.WriteAsync(Field.Dla, sheet, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void NothingSent_IsADocumentToo() => Assert.Contains("ยังไม่ได้รับ ๖๖ จังหวัด", Text(RankingReport.Compose(Field.Dla, [], Day)), StringComparison.Ordinal);

    [Fact]
    public void MoreThanADocumentPrints_AreSaidToBeLeftOut()
    {
        var (framework, province) = (BuiltInFrameworks.Get("dla-district-2567"), Province.Find("46")!);
        ImmutableArray<SentScore> values = [.. framework.Indicators.Select(i => new SentScore(i.Number, MeasurementState.Measured) { Value = 1 })];
        var field = RankedField.Of(framework, Enumerable.Range(1, 2_003).Select(n => new RankingEntry(
            province, ValuedScorecard.Of(framework, $"46-U{n}", $"หน่วยงาน {n}", framework.FinalDeadline.Date, [], values))), Day);
        Assert.Contains("และอีก ๓ ราย", Text(RankingReport.Compose(field)), StringComparison.Ordinal);
        Assert.Equal(("46-U2003", "46-U2003"), (field.Find("46-U2003")!.Scorecard.Entrant, field.PlaceOf("46-U2003")!.Scorecard.Entrant));
        Assert.Null(field.Find("46-U9999"));
    }

    private static string Text(ReportDocument document) => string.Join('\n', document.Blocks.Select(Text));

    private static string Text(Block block) => block switch
    {
        Heading h => h.Text,
        Paragraph p => p.PlainText,
        ListBlock list => string.Join('\n', list.Items.SelectMany(i => i).Select(Text)),
        Table table => string.Join('\n', table.Rows.Select(r => string.Join('|', r.Cells.Select(c => string.Concat(c.Content.OfType<Run>().Select(run => run.Text)))))),
        _ => block.ToString(),
    };
}
