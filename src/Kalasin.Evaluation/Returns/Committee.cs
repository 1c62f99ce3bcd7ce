using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns;

/// <summary>What a committee scores in a round and whom: as writers and readers of judges' sheets, and the paper of its result, all know it.</summary>
internal sealed class Committee
{
    /// <summary>Most judges, inclusive: as many as a wide page has columns for.</summary>
    public const int MostJudges = 12;

    private readonly ImmutableDictionary<IndicatorNumber, ImmutableHashSet<UnitCode>> scored;
    private readonly Dictionary<string, ReportingUnit> byCode;

    private Committee(AwardRules rules, ImmutableArray<JudgedIndicator> indicators)
    {
        (Rules, Indicators) = (rules, indicators);
        scored = indicators.ToImmutableDictionary(i => i.Number, i => EntrantsOf(rules, i.Number));
        Entrants = [.. rules.Plan.Units.Where(u => scored.Values.Any(units => units.Contains(u.Code)))];
        byCode = Entrants.ToDictionary(u => u.Code.Value, StringComparer.Ordinal);
    }

    public AwardRules Rules { get; }

    /// <summary>What judges score, in the framework's order; at least one.</summary>
    public ImmutableArray<JudgedIndicator> Indicators { get; }

    /// <summary>Whom they score, in the plan's order.</summary>
    public ImmutableArray<ReportingUnit> Entrants { get; }

    /// <summary>The committee of a round; <see langword="null"/> where judges score nothing.</summary>
    public static Committee? Of(AwardRules rules)
    {
        ImmutableArray<JudgedIndicator> indicators = [.. rules.Framework.Indicators.Where(i => i.IsJudged).Select(JudgedIndicator.Of)];
        return indicators.IsEmpty ? null : new(rules, indicators);
    }

    /// <summary>What a judge is called in registers and papers: never by name.</summary>
    public static BilingualText NameOf(int judge) => new($"กรรมการลำดับที่ {ThaiNumerals.Format(judge)}", $"Judge no. {judge}");

    /// <summary>The entrant of a code; <see langword="null"/> where judges score none such.</summary>
    public ReportingUnit? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Whether judges score that entrant on that.</summary>
    public bool Scores(UnitCode entrant, IndicatorNumber indicator) => scored[indicator].Contains(entrant);

    /// <summary>What an entrant is called: where a province is scored, by its own name.</summary>
    public BilingualText NameOf(ReportingUnit entrant) => Rules.Framework.Entrant == EntrantKind.Province ? Rules.Province.BilingualName : entrant.Name;

    /// <summary>Each host is scored by itself; a province once, by its lead.</summary>
    private static ImmutableHashSet<UnitCode> EntrantsOf(AwardRules rules, IndicatorNumber indicator) =>
        rules.HostingOf(indicator) is var hosting && rules.Framework.Entrant == EntrantKind.Province ? [hosting.Lead] : [.. hosting.Hosts];
}

/// <summary>An indicator that judges score.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Judge">Column of its register that names the judge.</param>
/// <param name="Score">Column that holds the score.</param>
/// <param name="Least">Lowest score, inclusive.</param>
/// <param name="Most">Highest score, inclusive.</param>
internal sealed record JudgedIndicator(Indicator Indicator, Column Judge, Column Score, decimal Least, decimal Most)
{
    public IndicatorNumber Number => Indicator.Number;

    /// <summary>Its heading on sheets, which readers know it by.</summary>
    public string Heading =>
        $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(Number.Value)} {ThaiNumerals.ToThaiInProse(Indicator.ShortText.Thai)} ({ThaiNumerals.Exact(Least).Thai}–{ThaiNumerals.Exact(Most).Thai})";

    /// <summary>Of an indicator that is judged: the framework was read, so its columns are there.</summary>
    public static JudgedIndicator Of(Indicator indicator)
    {
        var measure = (AverageMeasure)indicator.Measure;
        var score = indicator.Register.Find(measure.Column)!;
        return new(indicator, indicator.Register.Find(measure.Judge!)!, score, score.Minimum!.Value, score.Maximum!.Value);
    }
}
