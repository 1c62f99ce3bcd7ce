using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rankings;

namespace Kalasin.Evaluation.Tests.Rankings;

/// <summary>Provinces with results, for rankings in tests.</summary>
internal static class Field
{
    public static readonly RuleSource Office = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");

    public static readonly Framework Dla = BuiltInFrameworks.Get("dla-2567");

    /// <summary>The department's framework with tie-breaks and T-scores.</summary>
    public static readonly Framework Tied = Dla with
    {
        Ranking = new(Office)
        {
            TieBreaks = [new(new IndicatorScore(IndicatorNumber.Parse("2")), Preference.Higher), new(new IndicatorValue(IndicatorNumber.Parse("10")), Preference.Lower)],
            TScores = true,
        },
    };

    /// <summary>An entry of values in the order of the framework's indicators; null where there is none.</summary>
    public static RankingEntry Entry(Framework framework, string province, params decimal?[] values)
    {
        var of = Province.Find(province)!;
        return new(of, ValuedScorecard.Of(framework, province, of.BilingualName, framework.FinalDeadline.Date, [], Sent(framework, values)));
    }

    /// <summary>An entry of every province, all values within what is asked.</summary>
    public static ImmutableArray<RankingEntry> Nation(Framework framework) =>
    [
        .. Province.All.Select((p, n) => Entry(framework, p.Code,
            [70 + n % 30, 60 + n * 7 % 40, 10 + n, 5 + n % 9, n % 12, 20 + n % 30, 2 + n % 5, 1 + n % 5, 1 + n * 3 % 5, n % 3, 50 + n * 11 % 50, 80 + n % 20])),
    ];

    private static List<SentScore> Sent(Framework framework, decimal?[] values) =>
        [.. framework.Indicators.Select((i, n) => new SentScore(i.Number, n < values.Length && values[n] is not null ? MeasurementState.Measured : MeasurementState.Missing) { Value = n < values.Length ? values[n] : null })];
}
