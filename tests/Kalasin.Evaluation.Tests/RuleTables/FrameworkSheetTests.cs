using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation.Tests.RuleTables;

public sealed class FrameworkSheetTests
{
    [Fact]
    public async Task Template_ReadsAsItsExample()
    {
        using var stream = new MemoryStream();
        await FrameworkSheet.WriteTemplateAsync(stream, TestContext.Current.CancellationToken);
        var result = await FrameworkSheet.ReadAsync(SourceFile.FromBytes("แบบ.xlsx", stream.ToArray()), TestContext.Current.CancellationToken);
        Assert.Empty(Filled.Told(result));
        var framework = result.Value!;
        Assert.Equal(("clean-office-2570", 2570, 3), (framework.Id.Value, framework.FiscalYear, framework.Indicators.Length));
        Assert.Equal(new DateOnly(2027, 8, 31), framework.FinalDeadline.Date);
        Assert.IsType<InterpolatedScale>(framework.Indicators[0].Scale);
        Assert.IsType<SteppedScale>(framework.Indicators[1].Scale);
        Assert.IsType<LevelMeasure>(framework.Indicators[2].Measure);
        Assert.Equal((SourceKind.Office, "ประกาศจังหวัด ลงวันที่ ๑ ตุลาคม ๒๕๖๙"), (framework.Indicators[0].Weight.Source.Kind, framework.Indicators[0].Weight.Source.Citation));
        Assert.NotNull(AwardRules.For(framework, "46"));
    }

    /// <summary>Each measure that the template offers, with fields of its own.</summary>
    [Fact]
    public async Task EveryMeasure_CanBeEntered()
    {
        var fields = new[] { ("หน่วยงาน", "อปท."), ("ผ่าน", "ใช่-ไม่"), ("รับ", "วันที่"), ("เสร็จ", "วันที่"), ("ปีนี้", "จำนวน"), ("ปีก่อน", "จำนวน") };
        var (first, second) = (new Dictionary<string, string>
        {
            [FrameworkTables.Yes] = "ผ่าน", [FrameworkTables.Authorities] = "ผ่าน", [FrameworkTables.InTime] = "รับ", [FrameworkTables.Sum] = "ปีนี้", [FrameworkTables.Ratio] = "ปีนี้",
            [FrameworkTables.Growth] = "ปีนี้", [FrameworkTables.Average] = "ปีนี้", [FrameworkTables.Weighted] = "ปีนี้",
        }, new Dictionary<string, string> { [FrameworkTables.InTime] = "เสร็จ", [FrameworkTables.Ratio] = "ปีก่อน", [FrameworkTables.Growth] = "ปีก่อน", [FrameworkTables.Weighted] = "ปีก่อน" });
        var table = FrameworkTables.Template.ToDictionary(t => t.Id);
        ImmutableArray<RuleTable> tables =
        [
            table["about"],
            table["indicators"] with
            {
                Rows = [.. FrameworkTables.Measures.Select((m, i) => (ImmutableArray<string>)
                    [$"{i + 1}", "ข้อความ", "ย่อ", "1", m, first.GetValueOrDefault(m, ""), second.GetValueOrDefault(m, ""), "30", "หน่วย", "แถว", m == FrameworkTables.Level ? AnnexScale.Direct : AnnexScale.Interpolated, "", "", "", "", ""])],
            },
            table["fields"] with { Rows = [.. FrameworkTables.Measures.SelectMany((_, i) => fields.Select(f => (ImmutableArray<string>)[$"{i + 1}", f.Item1, f.Item2, "", "", f.Item2 == "จำนวน" ? "0" : "", f.Item2 == "จำนวน" ? "1000" : "", ""]))] },
            table["levels"] with
            {
                Rows = [.. FrameworkTables.Measures.SelectMany((_, i) => Enumerable.Range(1, 5).Select(s => (ImmutableArray<string>)[$"{i + 1}", $"{s}", $"{10 * s}", $"ขั้นที่ {s}"]))],
            },
            table["conditions"] with { Rows = [[$"{FrameworkTables.Measures.IndexOf(FrameworkTables.Conditions) + 1}", ConditionTables.Meeting, "", "ผ่าน", Comparison.Words[0], "ใช่"]] },
        ];
        var result = await FrameworkSheet.ReadAsync(await Filled.Of(tables), TestContext.Current.CancellationToken);
        Assert.Empty(Filled.Told(result));
        Assert.Equal(
            [
                typeof(PercentageMeasure), typeof(PercentageMeasure), typeof(PercentageMeasure), typeof(PercentageMeasure), typeof(CountMeasure), typeof(SumMeasure), typeof(RatioOfSumsMeasure), typeof(GrowthMeasure),
                typeof(AverageMeasure), typeof(AverageMeasure), typeof(LevelMeasure),
            ],
            result.Value!.Indicators.Select(i => i.Measure.GetType()));
        // What the workbook doesn't ask, whoever gives the award didn't say.
        Assert.True(((PercentageMeasure)result.Value.Indicators[1].Measure).Population!.Source!.IsAssumed);
        Assert.True(result.Value.Indicators[8].Measure is { Source.IsAssumed: false, IsAssumed: true });
        Assert.Contains("ไม่ได้ถาม", result.Value.FinalDeadline.Source.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadCells_AreFoundInTheirPlaces()
    {
        var result = await FrameworkSheet.ReadAsync(await Filled.Of(
            FrameworkTables.Template, ("about", 1, "value", ""), ("about", 4, "value", "ปีหน้า"), ("indicators", 0, "weight", ""), ("indicators", 0, "first", "สะอาด"), ("indicators", 1, "method", "เดา"),
            ("fields", 0, "type", "รูปภาพ"), ("levels", 1, "score", "สอง"), ("fields", 5, "number", "9"), ("indicators", 2, "from", "เร็ว ๆ นี้")), TestContext.Current.CancellationToken);
        Assert.Null(result.Value);
        string[] expected =
        [
            "KAL3207 กรอบ!B6", "KAL3204 กรอบ!B9", "KAL3207 ตัวชี้วัด!D5", "KAL3212 ตัวชี้วัด!F5", "KAL3206 ตัวชี้วัด!K6", "KAL3206 ช่องข้อมูล!C5", "KAL3204 ระดับคะแนน!B6", "KAL3208 ช่องข้อมูล!A10",
            "KAL3205 ตัวชี้วัด!M7",
        ];
        Assert.All(expected, e => Assert.Contains(e, Filled.Told(result)));
    }

    /// <summary>Levels run from 1 and each is worded: the first that isn't so is named.</summary>
    [Theory]
    [InlineData("score", "7", "B")]
    [InlineData("text", "", "D")]
    public async Task LevelOutOfOrderOrWithoutText_IsFoundAtIt(string column, string typed, string letter)
    {
        var number = FrameworkTables.Template.First(t => t.Id == FrameworkTables.Indicators).Rows.First(r => r.Contains(FrameworkTables.Level))[0];
        var row = FrameworkTables.Template.First(t => t.Id == "levels").Rows.ToList().FindLastIndex(r => r[0] == number);
        var result = await FrameworkSheet.ReadAsync(await Filled.Of(FrameworkTables.Template, ("levels", row, column, typed)), TestContext.Current.CancellationToken);
        Assert.Null(result.Value);
        Assert.Contains($"KAL3213 ระดับคะแนน!{letter}{row + 5}", Filled.Told(result));
    }

    /// <summary>Each row of an indicator is written with all its fields: two of the same would multiply them.</summary>
    [Fact]
    public async Task RowsOfTheSameIndicator_AreAFinding()
    {
        var number = FrameworkTables.Template.First(t => t.Id == FrameworkTables.Indicators).Rows[0][0];
        var result = await FrameworkSheet.ReadAsync(await Filled.Of(FrameworkTables.Template, (FrameworkTables.Indicators, 1, "number", number)), TestContext.Current.CancellationToken);
        Assert.Null(result.Value);
        Assert.Contains("KAL3211 ตัวชี้วัด!A6", Filled.Told(result));
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("2567.9")]
    [InlineData("1")]
    public async Task YearThatIsNone_IsAFinding(string year)
    {
        var row = FrameworkTables.Template.First(t => t.Id == "about").Rows.ToList().FindIndex(r => r[0] == FrameworkTables.Year);
        var result = await FrameworkSheet.ReadAsync(await Filled.Of(FrameworkTables.Template, ("about", row, "value", year)), TestContext.Current.CancellationToken);
        Assert.Null(result.Value);
        Assert.Contains(result.Findings, f => f.Code == "KAL3204");
    }

    [Fact]
    public async Task MeaningOfCells_IsFoundInTheirPlaces()
    {
        var told = Filled.Told(await FrameworkSheet.ReadAsync(await Filled.Of(
            FrameworkTables.Template, ("about", 0, "value", "Clean Office"), ("levels", 1, "from", "55"), ("indicators", 1, "weight", "-1"), ("about", 6, "value", "๑ ตุลาคม ๒๕๖๘")), TestContext.Current.CancellationToken)).ToList();
        Assert.Contains("KAL3015 กรอบ!B5", told);
        Assert.Contains("KAL3039 ตัวชี้วัด!K5", told);
        Assert.Contains("KAL3043 ตัวชี้วัด!D6", told);
    }
}
