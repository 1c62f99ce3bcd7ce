using Kalasin.Evaluation.Tests.Reports.Scorecards;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Trials;

/// <summary>What would be is what would come of sending it: the same reading, the same checks, the same scores, and nothing is kept.</summary>
public sealed class WhatIfTests
{
    private static readonly UnitCode Namon = UnitCode.Parse("4602");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowTakenOut_LowersTheCount_AndOnlyThere()
    {
        var returns = Everything();
        var before = Scorer.Score(Rules, returns, EvaluationDate).Single();
        var unit = before["3"].Measurement.Counted[0].Unit;
        var tried = await TryAsync(new InputChange(Number("3")) { Unit = unit, Row = before["3"].Measurement.Counted[0].Row.Number });
        Assert.Equal((before["3"].Measurement.Value, before["3"].Measurement.Value - 1), (Assert.Single(tried.Differences).ValueBefore, Assert.Single(tried.Differences).ValueAfter));
        Assert.Equal(before.Total, tried.Before.Single().Total);
        Assert.Empty(tried.Findings);
    }

    [Fact]
    public async Task Cell_IsUnderstoodAsInAForm_AndChangesTheTotal()
    {
        var late = Scorer.Score(Rules, Everything(), EvaluationDate).Single()["1"].Measurement.NotMet[0].Row;
        var received = ((DateValue)late.Row["received"]!).Date;
        var tried = await TryAsync(new InputChange(Number("1")) { Unit = late.Unit, Row = late.Row.Number, Field = "resolved", Value = ThaiDate.Long(received.AddDays(30)) });
        var (of, total) = (tried.Differences.Single(d => d.Indicator is not null), tried.Differences.Single(d => d.Indicator is null));
        Assert.Equal((500m / 7, 600m / 7), (of.ValueBefore!.Value, of.ValueAfter!.Value));
        Assert.True(of.Change > 0 && total.Change > 0);
        Assert.Equal(tried.After.Single().Total - tried.Before.Single().Total, total.Change);
    }

    /// <summary>Whatever is not tried stays as it is: writing a return as JSON and reading it again changes nothing.</summary>
    [Fact]
    public async Task Returns_AreReadAgainAsTheyWere()
    {
        foreach (var (name, of) in ScorecardCases.All)
            foreach (var r in of.Returns.Where(r => r.Rows.Length > 0 && of.Rules.Hosts(r.Unit, r.Indicator) && of.Returns.Count(o => (o.Unit, o.Indicator) == (r.Unit, r.Indicator)) == 1).Take(3))
            {
                var column = of.Rules.Framework[r.Indicator].Register.Columns.FirstOrDefault(c => r.Rows[0][c.Id] is TextValue { Text.Length: > 1 });
                if (column is null) continue;
                var change = new InputChange(r.Indicator) { Unit = r.Unit, Row = 1, Field = column.Id, Value = ((TextValue)r.Rows[0][column.Id]!).Text };
                var tried = await WhatIf.TryAsync(of.Rules, of.Returns, of.EvaluationDate, [change], of.Decisions, cancellationToken: Token);
                Assert.True(tried.Differences.IsEmpty, $"{name} {r.Unit} {r.Indicator}: {string.Join("; ", tried.Differences)}");
            }
    }

    [Fact]
    public async Task WhatCantBeUnderstood_IsAFindingAtTheCell_AndTheRowDoesntCount()
    {
        var row = Scorer.Score(Rules, Everything(), EvaluationDate).Single()["1"].Measurement.Counted[0];
        var tried = await TryAsync(new InputChange(Number("1")) { Unit = row.Unit, Row = row.Row.Number, Field = "resolved", Value = "เดี๋ยวนี้" });
        Assert.Contains(tried.Findings, f => f.Severity == Severity.Error && f.Code.StartsWith("KAL2", StringComparison.Ordinal));
        Assert.Equal(500m / 7, tried.Before.Single()["1"].Measurement.Value);
        Assert.NotEqual(500m / 7, tried.After.Single()["1"].Measurement.Value);
    }

    [Fact]
    public async Task PersonsScore_StandsBesideOrCountsAsItWould()
    {
        var tried = await TryAsync(new InputChange(Number("8")) { Score = 4 }, new InputChange(Number("3")) { Score = 3 });
        var after = tried.After.Single();
        Assert.Equal((4m, true), (after["8"].Assessment!.Score, after["8"].Points == 5));
        Assert.Equal((3m, true), (after["3"].Points!.Value, after["3"].IsByPerson));
        Assert.Null(tried.Before.Single()["3"].Points);
    }

    [Theory]
    [InlineData("KAL4401", "/changes")]
    [InlineData("KAL4402", "/changes")]
    [InlineData("KAL4403", "/changes/0/indicator")]
    [InlineData("KAL4404", "/changes/0/unit")]
    [InlineData("KAL4405", "/changes/0/row")]
    [InlineData("KAL4406", "/changes/0/field")]
    [InlineData("KAL4407", "/changes/0/score")]
    [InlineData("KAL4408", "/changes/0/value")]
    public async Task ChangeOfWhatIsntThere_IsAFinding_AndNothingIsTried(string code, string pointer)
    {
        InputChange[] changes = code switch
        {
            "KAL4401" => [],
            "KAL4402" => [.. Enumerable.Repeat(new InputChange(Number("8")) { Score = 1 }, WhatIf.MostChanges + 1)],
            "KAL4403" => [new(Number("99")) { Score = 1 }],
            "KAL4404" => [new(Number("1")) { Unit = Namon, Row = 1, Field = "received" }],
            "KAL4405" => [new(Number("3")) { Unit = Namon, Row = 5000, Field = "date" }],
            "KAL4406" => [new(Number("3")) { Unit = Namon, Row = 1, Field = "datum" }],
            "KAL4407" => [new(Number("8")) { Score = 5.5m }],
            _ => [new(Number("3")) { Unit = Namon, Row = 1, Field = "date", Value = new('ก', 4001) }],
        };
        var tried = await TryAsync(changes);
        var finding = tried.Findings[0];
        Assert.Equal((code, pointer), (finding.Code, finding.Place.Pointer));
        Assert.True(tried.After == tried.Before);
    }

    private static IndicatorNumber Number(string number) => IndicatorNumber.Parse(number);

    private static Task<WhatIf> TryAsync(params InputChange[] changes) => WhatIf.TryAsync(Rules, Everything(), EvaluationDate, changes, cancellationToken: Token);
}
