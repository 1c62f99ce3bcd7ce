using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Scoring.Jumps;

/// <summary>What one unit's own return comes to, by itself: whatever was decided about it, it is what the unit reported.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Rows">Rows that were reported.</param>
/// <param name="Value">Its value, in the measure's unit; <see langword="null"/> where there is nothing to measure.</param>
internal sealed record UnitFigure(UnitCode Unit, IndicatorNumber Indicator, int Rows, decimal? Value)
{
    /// <summary>The figure of a return; <see langword="null"/> where its unit or indicator isn't in the rules.</summary>
    public static UnitFigure? Of(AwardRules rules, Return from)
    {
        if (rules.Framework.Find(from.Indicator) is not { } indicator || rules.Plan.Find(from.Unit) is not { } unit) return null;
        var of = new IndicatorCase(rules, indicator, unit, rules.Plan.JudgedOn, Decisions.None);
        return new(from.Unit, from.Indicator, from.Rows.Length, Measuring.Of(of, [from]).Value);
    }
}

/// <summary>What the units reported in the round of the year before.</summary>
/// <param name="Rules">Its rules.</param>
/// <param name="Figures">What its current returns come to.</param>
internal sealed record YearBefore(AwardRules Rules, IReadOnlyCollection<UnitFigure> Figures)
{
    /// <summary>Whether a round is the one before: the same province, the same award, one fiscal year earlier.</summary>
    public static bool Is(AwardRules earlier, AwardRules rules) =>
        earlier.Plan.Province == rules.Plan.Province
        && earlier.Framework.FiscalYear == rules.Framework.FiscalYear - 1
        && AwardOf(earlier.Framework) == AwardOf(rules.Framework);

    /// <summary>What an indicator was called then, it is the same as now: numbers move from year to year.</summary>
    public Indicator? Find(Indicator indicator) => Rules.Framework.Indicators.FirstOrDefault(i =>
        i.ShortText.Thai == indicator.ShortText.Thai && i.Measure.GetType() == indicator.Measure.GetType() && i.Measure.Unit == indicator.Measure.Unit);

    /// <summary>The framework's id without its year: <c>dla-</c> of <c>dla-2567</c>.</summary>
    private static string AwardOf(Framework framework) =>
        framework.Id.Value.Replace(framework.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture), "", StringComparison.Ordinal);
}
