using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>A chapter of an indicator says its figure first and large, then shows it, then tells why.</summary>
[Collection<ReadSample>]
public sealed class ChapterTests(ReadSample sample)
{
    [Theory]
    [InlineData(1, "ร้อยละ ๗๕.๐๐")]
    [InlineData(3, "๗๘ กิจกรรม")]
    [InlineData(10, "๐ เรื่อง")]
    public void KeyFigure_StandsFirstWithItsUnitAndWhatIsSaidOfIt(int indicator, string figure)
    {
        var blocks = Results(sample.Official, indicator).OfType<Paragraph>().ToList();
        Assert.Equal((ParagraphStyle.KeyFigure, figure), (blocks[0].Style, blocks[0].PlainText));
        Assert.Equal(sample.Card.Scores[indicator - 1].Measurement.Sentence.Thai, blocks[1].PlainText);
    }

    [Fact]
    public void KeyFigure_OfAnAssumedLevel_IsWhatWasReported()
    {
        Assert.Equal(["๗๑ รายการ", "รายงาน ๒๒ หน่วยงาน ๗๑ รายการ"], Results(sample.Official, 8).OfType<Paragraph>().Take(2).Select(p => p.PlainText));
        Assert.Equal("ระดับ ๕", Results(sample.Internal, 8).OfType<Paragraph>().First().PlainText);
    }

    [Fact]
    public void Chart_EachChapterHasOneWhereThereIsSomethingToCompare()
    {
        for (var indicator = 1; indicator <= 12; indicator++)
            Assert.Equal(indicator == 10 ? 0 : 1, Results(sample.Official, indicator).OfType<Chart>().Count());
        Assert.Equal([87.5m, 62.5m], Bars(sample.Official, 1));
        Assert.Equal(78, Bars(sample.Official, 3).Sum());
        Assert.Equal(71, Bars(sample.Official, 8).Sum());
    }

    [Fact]
    public void Chart_OfLevels_CountsEntriesByLevel_InTheHouseOnly()
    {
        var levels = Assert.Single(Results(sample.Internal, 8).OfType<BarChart>());
        Assert.Equal(["๐", "๑", "๒", "๓", "๔", "๕"], levels.Bars.Select(b => b.Label));
        Assert.True(levels.Bars[^1].Value > 0);
        Assert.DoesNotContain("ระดับ", Assert.Single(Results(sample.Official, 8).OfType<BarChart>()).AlternateText, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_StandInOneTableWithWhatTheyWrote()
    {
        var table = sample.Official.TableOf("ตาราง ๓-๓-๒");
        Assert.Equal(["หน่วยงาน", "รายงาน", "ซ้ำ", "ไม่นับ", "นับได้", "ผลการดำเนินงาน"], table.Heads());
        var rows = table.Texts().ToList();
        Assert.Equal(19, rows.Count);
        Assert.Equal(["ท่าคันโท", "-", "-", "-", "-", "ยังไม่ได้รับรายงาน"], Assert.Single(rows, r => r[0] == "ท่าคันโท"));
        Assert.Equal(["นามน", "๗", "๑", "๐", "๖"], Assert.Single(rows, r => r[0] == "นามน").SkipLast(1));
    }

    [Fact]
    public void Evidence_FewItemsStandWithTheirCodes_ManyAreCounted()
    {
        Assert.Contains(BlockText.Of(sample.Official), t => t.StartsWith("๐๑-PER-๐๑ ทะเบียนรับเรื่องวินัย", StringComparison.Ordinal));
        var many = Assert.Single(sample.Official.Under("๓.๓.๗").OfType<Paragraph>());
        Assert.StartsWith("หลักฐาน ๓๙ รายการ จาก ๑๗ หน่วยงาน ตามบัญชีหลักฐานใน", many.PlainText, StringComparison.Ordinal);
    }

    private static IEnumerable<Block> Results(ReportDocument report, int indicator) => report.Under($"๓.{ThaiNumerals.Format(indicator)}.๒ ");

    private static IEnumerable<decimal> Bars(ReportDocument report, int indicator) =>
        Assert.Single(Results(report, indicator).OfType<BarChart>()).Bars.Select(b => b.Value ?? 0);
}
