using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation.Tests.RuleTables;

public sealed class AnnexSheetTests
{
    private const string Letter = "กรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๑.๑/ว ๑๘๙๐ ลงวันที่ ๒ พฤษภาคม ๒๕๖๗";

    private static readonly Framework Before = BuiltInFrameworks.Get("dla-2567");

    [Fact]
    public async Task FilledIn_IsTheNextRevisionWithTheAnnexAsItsSource()
    {
        var result = await ReadAsync(("indicators", 0, "weight", "๓"), ("indicators", 0, "evidence", "ทะเบียนคุมเรื่อง\nมติ ก.ท.จ."), ("levels", 0, "from", "ร้อยละ ๕๕"));
        Assert.Empty(Filled.Told(result));
        var (after, first) = (result.Value!, result.Value!.Indicators[0]);
        Assert.Equal(Before.Revision + 1, after.Revision);
        Assert.Equal((3m, SourceKind.Annex, Letter), (first.Weight.Value, first.Weight.Source.Kind, first.Weight.Source.Citation));
        Assert.Equal(SourceKind.Annex, first.Scale!.Source.Kind);
        Assert.Equal(55m, first.Scale.Bounds[0]);
        Assert.Equal(["ทะเบียนคุมเรื่อง", "มติ ก.ท.จ."], first.Evidence.Select(e => e.Thai));
        // Nobody said anything of the others.
        Assert.True(after.Indicators[1].Weight.Source.IsAssumed);
        Assert.True(after.Indicators[1].Scale!.Source.IsAssumed);
    }

    [Fact]
    public async Task ItemNamed_ConfirmsWhatStandsThere()
    {
        var after = (await ReadAsync(("indicators", 1, "item", "หน้า ๓ ข้อ ๒"))).Value!.Indicators[1];
        Assert.Equal((Before.Indicators[1].Weight.Value, Letter + " หน้า ๓ ข้อ ๒"), (after.Weight.Value, after.Weight.Source.Citation));
        Assert.False(after.Scale!.Source.IsAssumed);
    }

    [Fact]
    public async Task Confirmed_AssumedMarkIsGone()
    {
        var row = Annex.TablesOf(Before).Single(t => t.Id == "assumed").Rows.ToList().FindIndex(r => r[0].EndsWith("/period/source", StringComparison.Ordinal));
        var result = await ReadAsync(("assumed", row, "confirmed", "ใช่"));
        Assert.Equal(1, AssumedRules.In(RulesDraft.Of(Before).Node).Count() - AssumedRules.In(RulesDraft.Of(result.Value!).Node).Count());
    }

    [Fact]
    public async Task LevelTextsAndDeadline_AreTheAnnexs()
    {
        var level = Before.Indicators.First(i => i.Measure.IsLevel);
        var row = Annex.TablesOf(Before).Single(t => t.Id == "levels").Rows.ToList().FindIndex(r => r[0] == level.Number.Value);
        var after = (await ReadAsync(("levels", row, "text", "มีคำสั่งแต่งตั้ง"), ("letter", 1, "value", "๑๔ มิถุนายน ๒๕๖๗"))).Value!;
        Assert.Equal("มีคำสั่งแต่งตั้ง", ((LevelMeasure)after[level.Number].Measure).Steps[0].Text.Thai);
        Assert.Equal((new DateOnly(2024, 6, 14), SourceKind.DlaLetter), (after.FinalDeadline.Date, after.FinalDeadline.Source.Kind));
    }

    [Fact]
    public async Task EveryMethod_ComesBackAsItWasChosen()
    {
        foreach (var (method, kind) in new[] { (AnnexScale.Stepped, typeof(SteppedScale)), (AnnexScale.Interpolated, typeof(InterpolatedScale)), (AnnexScale.None, null) })
        {
            var result = await ReadAsync(("indicators", 0, "method", method), ("indicators", 0, "item", "ข้อ ๑"));
            Assert.Equal(kind, result.Value?.Indicators[0].Scale?.GetType());
            // A score that no row gives is nobody's but ours.
            if (kind == typeof(SteppedScale)) Assert.Contains("ระบบให้ ๐ คะแนน", result.Value!.Indicators[0].Scale!.Source.Note, StringComparison.Ordinal);
            else Assert.Null(result.Value!.Indicators[0].Scale?.Source.Note);
        }
        var banded = await ReadAsync(("indicators", 0, "method", AnnexScale.Banded), ("levels", 0, "from", ""));
        Assert.IsType<BandedScale>(banded.Value!.Indicators[0].Scale);
    }

    [Fact]
    public async Task BadCells_AreFoundInTheirPlaces()
    {
        var result = await ReadAsync(
            ("letter", 0, "value", ""), ("indicators", 0, "weight", "สองเท่า"), ("indicators", 1, "method", "เดา"), ("levels", 1, "from", "10"), ("levels", 3, "number", "99"),
            ("assumed", 0, "confirmed", "บางส่วน"), ("letter", 1, "value", "กลางเดือน"), ("indicators", 2, "weight", "-1"));
        Assert.Null(result.Value);
        string[] expected = ["KAL3207 หนังสือ!B5", "KAL3205 หนังสือ!B6", "KAL3208 ระดับคะแนน!A8", "KAL3204 ตัวชี้วัด!C5", "KAL3206 ตัวชี้วัด!D6", "KAL3206 เกณฑ์สมมติอื่น!D5", "KAL3043 ตัวชี้วัด!C7", "KAL3039 ตัวชี้วัด!D5"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Filled.Told(result).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NothingChanged_IsSaid() => Assert.Equal(["KAL3210 !"], Filled.Told(await ReadAsync()));

    [Fact]
    public async Task SheetGoneOrNoWorkbook_IsSaid()
    {
        Assert.Contains("KAL3201 !", Filled.Told(await AnnexSheet.ReadAsync(Before, await Filled.Of(Annex.TablesOf(Before).RemoveAt(2)), TestContext.Current.CancellationToken)));
        Assert.Single((await AnnexSheet.ReadAsync(Before, SourceFile.FromBytes("x.txt", "สวัสดี"u8.ToArray()), TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task EveryShippedFramework_GoesOutAndComesBack()
    {
        foreach (var framework in BuiltInFrameworks.All)
        {
            var tables = Annex.TablesOf(framework);
            var file = await Filled.Of(tables, [("letter", 0, "value", Letter), .. Enumerable.Range(0, framework.Indicators.Length).Select(i => ("indicators", i, "item", "ข้อ ๑"))]);
            var result = await AnnexSheet.ReadAsync(framework, file, TestContext.Current.CancellationToken);
            Assert.Empty(Filled.Told(result));
            Assert.All(result.Value!.Indicators, i => Assert.False(i.Weight.Source.IsAssumed));
            // Only where rules come from has changed.
            Assert.All(
                RulesDifference.Between(framework, result.Value),
                c => Assert.True(c.Pointer.EndsWith("ource", StringComparison.Ordinal), c.Line.Thai));
        }
    }

    private static async Task<RulesResult<Framework>> ReadAsync(params (string, int, string, string)[] cells) =>
        await AnnexSheet.ReadAsync(Before, await Filled.Of(Annex.TablesOf(Before), cells is [] ? [("letter", 0, "value", Letter)] : [("letter", 0, "value", Letter), .. cells]));
}
