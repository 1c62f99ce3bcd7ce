using Kalasin.Evaluation.Tests.Reports;

namespace Kalasin.Evaluation.Tests.Trials;

/// <summary>What would be is what would come of sending it: the same reading, the same checks, the same scores, and nothing is kept.</summary>
[Collection<ReadSample>]
public sealed class WhatIfTests(ReadSample sample)
{
    private static readonly UnitCode Namon = UnitCode.Parse("4602");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowTakenOut_LowersTheCount_AndOnlyThere()
    {
        var row = sample.Card["3"].Measurement.Counted.First(r => r.Unit.Value == "PUB");
        var tried = await TryAsync(new InputChange(Number("3")) { Unit = row.Unit, Row = row.Row.Number });
        Assert.Empty(tried.Findings);
        var difference = Assert.Single(tried.Differences);
        Assert.Equal((sample.Card["3"].Measurement.Value, sample.Card["3"].Measurement.Value - 1), (difference.ValueBefore, difference.ValueAfter));
        Assert.Equal(sample.Card.Total, tried.Before.Single().Total);
    }

    /// <summary>What was wrong with a row when it was sent stays wrong, whatever else is tried; evidence goes on naming the rows that it named.</summary>
    [Fact]
    public async Task RowsThatArentTried_KeepTheirFaultsAndTheirNumbers()
    {
        var counted = sample.Card["3"].Measurement.Counted.Where(r => r.Unit.Value == "PUB").Select(r => r.Row).ToList();
        var fault = new Finding("KAL2999", Severity.Error, new() { Row = counted[^1].Number, Pointer = "/date" }, "อ่านไม่ได้", "โปรดแก้");
        var returns = sample.Returns.Select(r => r.Unit.Value != "PUB" || r.Indicator != Number("3") ? r : r with
        {
            Rows = [.. r.Rows.Select(row => row.Number == counted[^1].Number ? row with { Faults = [fault] } : row)],
        });
        var tried = await WhatIf.TryAsync(
            ReadSample.Rules, returns, ReadSample.Rules.Plan.JudgedOn, [new(Number("3")) { Unit = UnitCode.Parse("PUB"), Row = counted[0].Number }], cancellationToken: Token);
        var (before, after) = (tried.Before.Single()["3"].Measurement, tried.After.Single()["3"].Measurement);
        Assert.Equal(before.Value - 1, after.Value);
        Assert.Equal(
            before.Counted.Where(r => r.Unit.Value == "PUB").Select(r => r.Row.Number).Except([counted[0].Number]),
            after.Counted.Where(r => r.Unit.Value == "PUB").Select(r => r.Row.Number));
    }

    [Fact]
    public async Task Cell_IsUnderstoodAsInAForm_AndChangesTheTotal()
    {
        var measured = sample.Card["1"].Measurement;
        var late = measured.NotMet[0].Row;
        var received = ((DateValue)late.Row["received"]!).Date;
        var tried = await TryAsync(new InputChange(Number("1")) { Unit = late.Unit, Row = late.Row.Number, Field = "resolved", Value = ThaiDate.Long(received.AddDays(30)) });
        var (of, total) = (tried.Differences.Single(d => d.Indicator is not null), tried.Differences.Single(d => d.Indicator is null));
        Assert.Equal((measured.Numerator * 100 / measured.Denominator, (measured.Numerator + 1) * 100 / measured.Denominator), (of.ValueBefore, of.ValueAfter));
        Assert.True(of.Change > 0 && total.Change > 0);
        Assert.Equal(tried.After.Single().Total - tried.Before.Single().Total, total.Change);
    }

    /// <summary>Whatever is not tried stays as it is: writing a return as JSON and reading it again changes nothing.</summary>
    [Fact]
    public async Task Returns_AreReadAgainAsTheyWere()
    {
        var tried = 0;
        foreach (var r in sample.Returns)
        {
            var row = r.Rows.FirstOrDefault(row => row.Values.Values.Any(v => v is TextValue));
            if (row is null) continue;
            var (column, value) = row.Values.First(v => v.Value is TextValue);
            var same = await TryAsync(new InputChange(r.Indicator) { Unit = r.Unit, Row = row.Number, Field = column, Value = ((TextValue)value).Text });
            Assert.True(same.Differences.IsEmpty, $"{r.Unit} {r.Indicator}: {string.Join("; ", same.Differences)}");
            tried++;
        }
        Assert.InRange(tried, 50, 90);
    }

    [Fact]
    public async Task WhatCantBeUnderstood_IsAFindingAtTheCell_AndTheRowDoesntCount()
    {
        var measured = sample.Card["1"].Measurement;
        var row = measured.Counted[0];
        var tried = await TryAsync(new InputChange(Number("1")) { Unit = row.Unit, Row = row.Row.Number, Field = "resolved", Value = "เดี๋ยวนี้" });
        Assert.Contains(tried.Findings, f => f.Severity == Severity.Error && f.Code.StartsWith("KAL2", StringComparison.Ordinal));
        Assert.Equal(measured.Value, tried.Before.Single()["1"].Measurement.Value);
        Assert.NotEqual(measured.Value, tried.After.Single()["1"].Measurement.Value);
    }

    [Fact]
    public async Task PersonsScore_StandsBesideOrCountsAsItWould()
    {
        var tried = await TryAsync(new InputChange(Number("8")) { Score = 4 }, new InputChange(Number("3")) { Score = 3 });
        var after = tried.After.Single();
        Assert.Equal((4m, sample.Card["8"].Points), (after["8"].Assessment!.Score, after["8"].Points));
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

    private Task<WhatIf> TryAsync(params InputChange[] changes) =>
        WhatIf.TryAsync(ReadSample.Rules, sample.Returns, ReadSample.Rules.Plan.JudgedOn, changes, cancellationToken: Token);
}
