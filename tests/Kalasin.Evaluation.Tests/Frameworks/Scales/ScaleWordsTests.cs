using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks.Scales;

/// <summary>How each kind of scale says why a value has its score, and whether its scores are levels.</summary>
public sealed class ScaleWordsTests
{
    private static readonly RuleSource Source = new(SourceKind.Assumed);
    private static readonly InterpolatedScale Levels = new(Source, [60, 70, 80, 90, 100]) { ZeroWhenNothing = true };
    private static readonly InterpolatedScale Scores = new(Source, [50, 70, 100]) { Scores = [4, 10, 20] };
    private static readonly InterpolatedScale Falling = new(Source, [4, 3, 2, 1, 0]) { ZeroWhenNothing = true };
    private static readonly SteppedScale Steps = new(Source, [new(10, 2), new(25, 5)]) { Floor = 0 };
    private static readonly BandedScale Bands = new(Source, [new(2), new(5, 95), new(0, 120)]);
    private static readonly DirectScale Direct = new(Source) { Full = 10 };

    public static TheoryData<string, double, string, string> Reasons => new()
    {
        { nameof(Levels), 0, "ไม่มีผล", "nothing at all" },
        { nameof(Levels), 0.01, "ไม่ถึงเกณฑ์ระดับ ๑ คือ ๖๐", "short of level 1, 60" },
        { nameof(Levels), 60, "ถึงเกณฑ์ ๖๐", "reaches the threshold 60" },
        { nameof(Levels), 75, "อยู่ระหว่าง ๗๐ กับ ๘๐: ๒ + (ค่า − ๗๐) ÷ (๘๐ − ๗๐)", "between 70 and 80: 2 + (value − 70) ÷ (80 − 70)" },
        { nameof(Levels), 100, "ถึงเกณฑ์ ๑๐๐", "reaches the threshold 100" },
        { nameof(Scores), 49, "ไม่ถึงเกณฑ์แรก คือ ๕๐", "short of the first threshold, 50" },
        { nameof(Scores), 60, "อยู่ระหว่าง ๕๐ กับ ๗๐: ๔ + (ค่า − ๕๐) ÷ (๗๐ − ๕๐) × ๖", "between 50 and 70: 4 + (value − 50) ÷ (70 − 50) × 6" },
        { nameof(Falling), 0, "ถึงเกณฑ์ ๐", "reaches the threshold 0" },
        { nameof(Falling), 5, "ไม่ถึงเกณฑ์ระดับ ๑ คือ ๔", "short of level 1, 4" },
        { nameof(Falling), 2.5, "อยู่ระหว่าง ๓ กับ ๒: ๒ + (ค่า − ๓) ÷ (๒ − ๓)", "between 3 and 2: 2 + (value − 3) ÷ (2 − 3)" },
        { nameof(Steps), 9, "ไม่ถึงขั้นแรก คือ ๑๐", "short of the first step, 10" },
        { nameof(Steps), 24, "ถึงเกณฑ์ ๑๐", "reaches the threshold 10" },
        { nameof(Steps), 25, "ถึงเกณฑ์ ๒๕", "reaches the threshold 25" },
        { nameof(Bands), 94, "ต่ำกว่า ๙๕", "below 95" },
        { nameof(Bands), 95, "ตั้งแต่ ๙๕ แต่ต่ำกว่า ๑๒๐", "from 95 and below 120" },
        { nameof(Bands), 120, "ตั้งแต่ ๑๒๐ ขึ้นไป", "from 120 on" },
        { nameof(Direct), -1, "ต่ำกว่า ๐", "below 0" },
        { nameof(Direct), 10, "เป็นคะแนนโดยตรง", "the value is the score" },
        { nameof(Direct), 11, "เกินคะแนนเต็ม ๑๐", "above the full score, 10" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Why_IsSaidInBothLanguages(string scale, double value, string thai, string english) =>
        Assert.Equal(new(thai, english), Of(scale).Why((decimal)value, new("ค่า", "value")));

    [Fact]
    public void LevelItself_IsTheScore() => Assert.Equal(new("คิดคะแนนตามระดับ", "the level is the score"), new DirectScale(Source).Why(3, "3"));

    [Fact]
    public void ScoresUpToFive_AreLevels()
    {
        Assert.All((Scale[])[Levels, new DirectScale(Source), Stepped(5), Banded(5), ByClass(5, 4)], scale => Assert.True(scale.HasLevels));
        Assert.All((Scale[])[Scores, Direct, Stepped(5.01m), Banded(5.01m), ByClass(5, 6), ByClass(6, 5)], scale => Assert.False(scale.HasLevels));
    }

    [Theory]
    [InlineData(nameof(Levels), 1, 70.0, 2.0)]
    [InlineData(nameof(Scores), 60, 70.0, 10.0)]
    [InlineData(nameof(Scores), 100, null, null)]
    [InlineData(nameof(Falling), 0, null, null)]
    [InlineData(nameof(Falling), 2.5, 2.0, 3.0)]
    [InlineData(nameof(Steps), 9, 10.0, 2.0)]
    [InlineData(nameof(Steps), 10, 25.0, 5.0)]
    [InlineData(nameof(Steps), 25, null, null)]
    [InlineData(nameof(Bands), 0, 95.0, 5.0)]
    [InlineData(nameof(Bands), 95, null, null)]
    [InlineData(nameof(Direct), 3, null, null)]
    public void Next_IsWhatScoresMore(string scale, double value, double? goal, double? score) =>
        Assert.Equal(((decimal?)goal, (decimal?)score), Of(scale).Next((decimal)value) is { } next ? (next.Value, next.Score) : (null, null));

    private static SteppedScale Stepped(decimal last) => new(Source, [new(1, 1), new(2, last)]);

    private static BandedScale Banded(decimal best) => new(Source, [new(1), new(best, 2), new(0, 3)]);

    private static ByClassScale ByClass(decimal one, decimal other) => new(Source, "size", [new("large", Stepped(one)), new("small", Stepped(other))]);

    private static Scale Of(string name) => name switch
    {
        nameof(Levels) => Levels, nameof(Scores) => Scores, nameof(Falling) => Falling, nameof(Steps) => Steps, nameof(Bands) => Bands, _ => Direct,
    };
}
