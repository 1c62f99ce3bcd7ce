using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>However much is wrong with a file, its findings stay few, name the first places exactly and count them all.</summary>
public sealed class BoundedFindingsTests
{
    private const int Rows = 20_000;
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static Task<IntakeResult> Read(params byte[][] files) =>
        ReturnReader.ReadAsync(
            Rules, files.Select((f, i) => SourceFile.FromBytes($"{i}.xlsx", f)), IntakeLimits.Default, TestContext.Current.CancellationToken);

    [Fact]
    public async Task SameFaultInManyRows_IsOneFindingWithItsRange()
    {
        var got = await Read(HostileWorkbooks.BadRows(Rows));
        var blank = Assert.Single(got.Findings, f => f.Code == "KAL2047");
        Assert.Equal(("C4", "C4:C20003", Rows, null), (blank.Place.Cell, blank.Place.Cells, blank.Place.Count, blank.Place.More));
        Assert.Equal("0.xlsx › ตัวชี้วัด 3 › C4:C20003", blank.Place.ToString());
    }

    [Fact]
    public async Task ManyTextsOfAKind_FirstAreExactAndTheRestIsCounted()
    {
        var dates = (await Read(HostileWorkbooks.BadRows(Rows))).Findings.Where(f => f.Code == "KAL2102").ToList();
        Assert.Equal(["B4", "B5", "B6", "B7", "B8", "B9:B20003"], dates.Select(f => f.Place.Cells ?? f.Place.Cell));
        Assert.Contains("“วันไหนก็ได้ 4”", dates[0].Message.Thai, StringComparison.Ordinal);
        Assert.EndsWith("อีก ๑๙,๙๙๔ แห่งเป็นลักษณะเดียวกัน", dates[^1].Message.Thai, StringComparison.Ordinal);
        Assert.EndsWith("19,994 more places are alike.", dates[^1].Message.English, StringComparison.Ordinal);
        Assert.Equal(Rows, dates.Sum(f => f.Place.Count ?? 1));
    }

    [Fact]
    public async Task TwentyThousandBadRows_GiveAHandfulOfFindingsAndKeepEveryRow()
    {
        var got = await Read(HostileWorkbooks.BadRows(Rows));
        Assert.InRange(got.Findings.Length, 3, 25);
        Assert.Equal(3 * Rows, got.Findings.Where(f => f.Severity == Severity.Error).Sum(f => f.Place.Count ?? 1));
        Assert.All(got.Returns.Single().Rows, r => Assert.Equal(3, r.Faults.Length));
    }

    [Fact]
    public async Task MergedRange_IsOneFindingOfItsFirstColumns()
    {
        var covered = Assert.Single((await Read(HostileWorkbooks.MergedRange(500, 1_000))).Findings, f => f.Code == "KAL2001");
        Assert.Equal("B6", covered.Place.Cell);
        Assert.StartsWith("B6", covered.Place.Cells, StringComparison.Ordinal);
        Assert.InRange(covered.Place.Cells!.Length, 1, 500);
        Assert.InRange(covered.Place.Count!.Value, 490_000, 500_000);
    }

    [Fact]
    public async Task ManySheetsOfAnIndicator_AreNamedUpToABoundAndThenCounted()
    {
        var sheets = (await Read(HostileWorkbooks.ManySheets(1_500))).Findings.Where(f => f.Code == "KAL2022").ToList();
        Assert.Equal(GroupedFindings.MostOfKind + 1, sheets.Count);
        Assert.Equal(1_499, sheets.Sum(f => f.Place.Count ?? 1));
        Assert.All(sheets, f => Assert.InRange(f.Place.ToString().Length, 0, 200));
    }

    [Fact]
    public async Task ManyFiles_ShareTheBound()
    {
        var bad = HostileWorkbooks.BadRows(100);
        var got = await Read([.. Enumerable.Repeat(bad, 50)]);
        Assert.All(got.Findings.CountBy(f => f.Code), c => Assert.InRange(c.Value, 1, GroupedFindings.MostOfKind + 1));
        Assert.Equal(50 * 100, got.Findings.Where(f => f.Code == "KAL2102").Sum(f => f.Place.Count ?? 1));
    }

    [Fact]
    public async Task FindingOnASheet_SaysItsUnitAndIndicatorWhateverTheSheetIsCalled()
    {
        var got = await Read(HostileWorkbooks.BadRows(3, "งานของเรา"));
        Assert.NotEmpty(got.Findings);
        Assert.All(got.Findings.Where(f => f.Place.Sheet is not null), f => Assert.Equal(new("4602", "3"), f.About));
        Assert.All(got.Findings.Where(f => f.Place.Sheet is null), f => Assert.Equal(new("4602", null), f.About));
    }

    [Fact]
    public async Task RowsThatDoNotCount_AreGroupedByTheirReason()
    {
        var got = await Read(HostileWorkbooks.BadRows(Rows));
        var excluded = ExcludedRows.Of(Scorer.Score(Rules, got.Returns, Rules.Plan.JudgedOn).Single()["3"].Measurement.Excluded);
        Assert.InRange(excluded.Length, 1, 101);
        Assert.Equal(Rows, excluded.Sum(e => e.Count));
        Assert.Equal(("101–20000", 101), (excluded[^1].Rows, excluded[^1].First));
    }
}
