using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>The day on which the last return that counts came.</summary>
public sealed class CompletionTests
{
    [Fact]
    public void LastReturn_TellsTheDay_AndWhatIsOwedNone()
    {
        var script = RoundScript.Opened();
        var expected = RoundScript.Rules.Expected.ToList();
        foreach (var (indicator, unit) in expected[1..]) script.Give(RoundScript.Delivery(unit.Value, $"{unit} {indicator}", (indicator.Value, $"{unit} {indicator}")) with { ReceivedAt = RoundScript.At("2024-05-10T09:00:00+07:00") });
        Assert.Null(Completion.Of(script.State, RoundScript.Rules, "46"));

        var (last, of) = (expected[0].Unit, expected[0].Indicator);
        script.Take(new ExcuseUnit(last, "x", of));
        Assert.Equal(new(2024, 5, 10), Completion.Of(script.State, RoundScript.Rules, "46"));
        script.Give(RoundScript.Delivery(last.Value, "late", (of.Value, "late")) with { ReceivedAt = RoundScript.At("2024-05-13T23:59:00+07:00") });
        Assert.Equal(new(2024, 5, 13), Completion.Of(script.State, RoundScript.Rules, "46"));
    }
}
