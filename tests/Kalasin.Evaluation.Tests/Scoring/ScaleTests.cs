using CsCheck;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class ScaleTests
{
    private static readonly RuleSource Source = new(SourceKind.Assumed);

    private static readonly InterpolatedScale Percent = new(Source, [60, 70, 80, 90, 100]);

    private static readonly InterpolatedScale Complaints = new(Source, [4, 3, 2, 1, 0]);

    private static readonly BandedScale Around100 = new(Source, [new(2), new(5, 95), new(3, 105.01m), new(0, 120)]);

    private static readonly Gen<InterpolatedScale> AnyScale =
        from steps in Gen.Int[1, 5000].Array[5]
        from start in Gen.Int[-1000, 1000]
        from falling in Gen.Bool
        select new InterpolatedScale(Source, [.. Thresholds(start, steps, falling)]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(60, 1)]
    [InlineData(70, 2)]
    [InlineData(75, 2.5)]
    [InlineData(87.5, 3.75)]
    [InlineData(89.996, 3.9996)]
    [InlineData(90, 4)]
    [InlineData(100, 5)]
    public void Interpolated_Rising(double value, double points) => Assert.Equal((decimal)points, Percent.Points((decimal)value));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 4)]
    [InlineData(1.5, 3.5)]
    [InlineData(4, 1)]
    [InlineData(40, 1)]
    public void Interpolated_Falling(double value, double points) => Assert.Equal((decimal)points, Complaints.Points((decimal)value));

    [Theory]
    [InlineData(-0.01, "below 0", 0)]
    [InlineData(0, "the value is the score", 0)]
    [InlineData(10, "the value is the score", 10)]
    [InlineData(10.01, "above the full score, 10", 10)]
    public void Direct_SaysWhatIsCutOff(double value, string why, double points)
    {
        var scale = new DirectScale(Source) { Full = 10 };
        Assert.Equal((why, (decimal)points), (scale.Why((decimal)value, new("", "")).English, scale.Points((decimal)value)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 1)]
    [InlineData(60, 1)]
    public void ZeroWhenNothing_IsForNothingAtAll(double value, double points) =>
        Assert.Equal((decimal)points, (Percent with { ZeroWhenNothing = true }).Points((decimal)value));

    [Theory]
    [InlineData(9.99, 0.5)]
    [InlineData(10, 2)]
    [InlineData(24.99, 2)]
    [InlineData(25, 3.5)]
    [InlineData(900, 5)]
    public void Stepped_GivesTheLastStepReached(double value, double points) =>
        Assert.Equal((decimal)points, (new SteppedScale(Source, [new(10, 2), new(25, 3.5m), new(60, 5)]) { Floor = 0.5m }).Points((decimal)value));

    [Theory]
    [InlineData(6, 0)]
    [InlineData(5, 1)]
    [InlineData(2, 3)]
    [InlineData(0, 5)]
    public void Stepped_Falling(double value, double points) =>
        Assert.Equal((decimal)points, (new SteppedScale(Source, [new(5, 1), new(2, 3), new(0, 5)])).Points((decimal)value));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(25, 25)]
    [InlineData(100, 100)]
    [InlineData(101, 100)]
    public void Interpolated_BetweenTwoPointsIsALine(double value, double points) =>
        Assert.Equal((decimal)points, new InterpolatedScale(Source, [0, 100]) { Scores = [0, 100] }.Points((decimal)value));

    [Theory]
    [InlineData(49.99, 2)]
    [InlineData(50, 4)]
    [InlineData(60, 7)]
    [InlineData(70, 10)]
    [InlineData(85, 15)]
    [InlineData(100, 20)]
    public void Interpolated_WithScoresAndFloor(double value, double points) =>
        Assert.Equal((decimal)points, (new InterpolatedScale(Source, [50, 70, 100]) { Scores = [4, 10, 20], Floor = 2 }).Points((decimal)value));

    [Theory]
    [InlineData(94.9, 2)]
    [InlineData(95, 5)]
    [InlineData(105, 5)]
    [InlineData(105.01, 3)]
    [InlineData(130, 0)]
    public void Banded_EveryValueLiesInOne(double value, double points) => Assert.Equal((decimal)points, Around100.Points((decimal)value));

    [Fact]
    public void Banded_NextIsAboveOnly()
    {
        Assert.Equal(new ScaleGoal(95, 5), Around100.Next(10));
        Assert.Null(Around100.Next(100));
        Assert.Null(Around100.Next(140));
        // A band that scores the same is no next one.
        Assert.Equal(new ScaleGoal(100, 5), new BandedScale(Source, [new(2), new(2, 95), new(5, 100)]).Next(90));
        Assert.Equal(
            ["ต่ำกว่า ๙๕", "ตั้งแต่ ๙๕ แต่ต่ำกว่า ๑๐๕.๐๑", "ตั้งแต่ ๑๒๐ ขึ้นไป"],
            new[] { 1m, 100, 130 }.Select(v => Around100.Why(v, "x").Thai));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(81.37, 81.37)]
    [InlineData(100.5, 100)]
    public void Direct_OfPointsStaysWithinItsFullScore(double value, double points) =>
        Assert.Equal((decimal)points, (new DirectScale(Source) { Full = 100 }).Points((decimal)value));

    [Fact]
    public void Next_IsTheFirstThresholdThatScoresMore()
    {
        Assert.Equal(new ScaleGoal(90, 5), new SteppedScale(Source, [new(50, 1), new(90, 5)]).Next(60));
        var scale = new InterpolatedScale(Source, [50, 70, 100]) { Scores = [4, 10, 20] };
        Assert.Equal(new ScaleGoal(70, 10), scale.Next(10)); // without a floor what is short of the first scores as the first
        Assert.Equal(new ScaleGoal(50, 4), (scale with { Floor = 0 }).Next(10));
        Assert.Equal(new ScaleGoal(100, 20), scale.Next(70));
        Assert.Null(scale.Next(100));
        Assert.Equal(new ScaleGoal(0, 1, Beyond: true), (Percent with { ZeroWhenNothing = true }).Next(0));
    }

    [Fact]
    public void Interpolated_OfAnyRangeIsMonotoneAndExactAtItsThresholds() => Gen.Select(
        Gen.Int[1, 5000].Array[2, 12], Gen.Int[1, 900].Array[12], Gen.Int[0, 100], Gen.Bool, Gen.Int[-9000, 90_000], Gen.Int[-9000, 90_000])
        .Sample((steps, rises, first, falling, a, b) =>
        {
            decimal[] thresholds = [.. Thresholds(0, steps, falling)], scores = new decimal[steps.Length];
            for (var i = 0; i < scores.Length; i++) scores[i] = (i == 0 ? first : scores[i - 1]) + rises[i];
            var scale = new InterpolatedScale(Source, [.. thresholds]) { Scores = [.. scores], Floor = first };
            Assert.Equal(scores, thresholds.Select(scale.Points));
            var (low, high) = (scale.Points(Math.Min(a, b) / 7m), scale.Points(Math.Max(a, b) / 7m));
            Assert.True(falling ? low >= high : low <= high);
            Assert.InRange(low, first, scores[^1]);
        });

    [Fact]
    public void Interpolated_IsBoundedAndExactAtThresholds() => AnyScale.Sample(scale =>
    {
        for (var k = 0; k < 5; k++) Assert.Equal(k + 1, scale.Points(scale.Thresholds[k]));
    });

    [Fact]
    public void Interpolated_IsMonotoneAndBounded() => Gen.Select(AnyScale, Gen.Int[-200_000, 3_000_000], Gen.Int[-200_000, 3_000_000]).Sample((scale, a, b) =>
    {
        var (low, high) = (scale.Points(Math.Min(a, b) / 100m), scale.Points(Math.Max(a, b) / 100m));
        Assert.InRange(low, 1, 5);
        Assert.InRange(high, 1, 5);
        Assert.True(scale.IsFalling ? low >= high : low <= high);
    });

    [Theory]
    [InlineData(89.996, 89.99)]
    [InlineData(89.994, 89.99)]
    [InlineData(90, 90)]
    [InlineData(90.004, 90)]
    [InlineData(90.005, 90.01)]
    [InlineData(79.4701986, 79.47)]
    [InlineData(99.999, 99.99)]
    public void Display_NeverCrossesAThreshold(double value, double shown) => Assert.Equal((decimal)shown, ScoreDisplay.Round((decimal)value, Percent));

    [Theory]
    [InlineData(1.004, 1.01)]
    [InlineData(1, 1)]
    [InlineData(1.996, 2)]
    public void Display_NeverCrossesAThresholdDownwards(double value, double shown) =>
        Assert.Equal((decimal)shown, ScoreDisplay.Round((decimal)value, Complaints));

    [Theory]
    [InlineData(3.996, "๓.๙๙")]
    [InlineData(4, "๔.๐๐")]
    [InlineData(3.745, "๓.๗๕")]
    public void Points_AreShownBelowAWholeLevelUntilItIsReached(double points, string shown) => Assert.Equal(shown, ScoreDisplay.Points((decimal)points).Thai);

    [Fact]
    public void Display_KeepsTheSideOfEveryThreshold() => Gen.Select(AnyScale, Gen.Long[-2_000_000_000, 30_000_000_000]).Sample((scale, n) =>
    {
        var value = n / 1_000_000m;
        var shown = ScoreDisplay.Round(value, scale);
        Assert.True(Math.Abs(shown - value) < 0.01m);
        Assert.Equal(scale.Bounds.Select(b => value >= b), scale.Bounds.Select(b => shown >= b));
        Assert.Equal(scale.Bounds.Select(b => value <= b), scale.Bounds.Select(b => shown <= b));
    });

    private static IEnumerable<decimal> Thresholds(int start, int[] steps, bool falling)
    {
        decimal at = start;
        foreach (var step in steps) yield return at += (falling ? -step : step) / 8m * 4;
    }
}
