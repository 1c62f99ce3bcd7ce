using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>The grid of a round: every expected return and what became of it.</summary>
/// <param name="Cells">One per expected return, in the order of units and indicators; excused ones included.</param>
internal sealed record RoundStatus(ImmutableArray<StatusCell> Cells)
{
    /// <summary>Returns that somebody waits for or that came: all but excused ones that didn't.</summary>
    public int Expected => Cells.Count(c => c.Current is not null || !c.IsExcused);

    /// <summary>What judges score, in the same order; excused ones included. Nobody owes it. Default: none.</summary>
    public ImmutableArray<StatusCell> Judged { get; init => field = value.OrEmpty(); } = [];

    /// <summary>How many of <see cref="Judged"/> judges have to score, or have scored: all but excused ones that they didn't.</summary>
    public int JudgedExpected => Judged.Count(c => c.Current is not null || !c.IsExcused);

    /// <summary>How many judges have scored: by a whole set, every judge's sheet.</summary>
    public int JudgedReceived => Judged.Count(c => c.Current is not null);

    /// <summary>All that the plan asks for is in: what units owe, and what judges score. Where neither is asked for, nothing is complete.</summary>
    public bool IsComplete => Expected + JudgedExpected is var all and > 0 && Received + JudgedReceived == all;

    /// <summary>How far judges are; <see langword="null"/> where they score nothing.</summary>
    public BilingualText? JudgedInWords
    {
        get
        {
            var (done, all) = (ThaiNumerals.Number(JudgedReceived), ThaiNumerals.Number(JudgedExpected));
            return JudgedExpected == 0 ? null
                : JudgedReceived == JudgedExpected ? new($"กรรมการให้คะแนนครบ {all.Thai} รายการแล้ว", $"judges have scored all {all.English}")
                : new($"กรรมการให้คะแนนแล้ว {done.Thai} จาก {all.Thai} รายการ", $"judges have scored {done.English} of {all.English}");
        }
    }

    /// <summary>Returns that came, late ones included.</summary>
    public int Received => Cells.Count(c => c.Current is not null);

    /// <summary>Returns whose current version came late.</summary>
    public int Late => Cells.Count(c => c.Lateness is { IsLate: true });

    /// <summary>Returns that did not come and are waited for.</summary>
    public IEnumerable<StatusCell> Missing => Cells.Where(c => c.Current is null && !c.IsExcused);

    /// <summary>The grid of a state.</summary>
    public static RoundStatus Of(RoundState state, AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        return new([.. rules.Plan.Units.SelectMany(unit => CellsOf(state, rules, unit.Code))]) { Judged = [.. rules.Plan.Units.SelectMany(unit => JudgedOf(state, rules, unit.Code))] };
    }

    /// <summary>The cells of one unit, in the order of indicators; what judges score is waited for from nobody's unit.</summary>
    public static IEnumerable<StatusCell> CellsOf(RoundState state, AwardRules rules, UnitCode unit) =>
        rules.AskedOf(unit).Select(indicator => StatusCell.Of(state, rules, unit, indicator.Number));

    /// <summary>What judges score of a unit, in the order of indicators: it owes none of it.</summary>
    public static IEnumerable<StatusCell> JudgedOf(RoundState state, AwardRules rules, UnitCode unit) =>
        rules.IndicatorsOf(unit).Where(i => i.IsJudged).Select(indicator => StatusCell.Of(state, rules, unit, indicator.Number));
}

/// <summary>One expected return.</summary>
/// <param name="Unit">From whom.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Current">Its current version; <see langword="null"/> when missing.</param>
/// <param name="Lateness">How that arrived; <see langword="null"/> when missing.</param>
internal sealed record StatusCell(UnitCode Unit, IndicatorNumber Indicator, ReturnVersion? Current, Lateness? Lateness)
{
    /// <summary>An explicit nil return.</summary>
    public bool IsNil => Current?.Status == ReturnStatus.Nil;

    /// <summary>Nobody waits for it. Default: somebody does.</summary>
    public bool IsExcused { get; init; }

    /// <summary>Its current version is left out of the results. Default: it counts.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Versions that came and were withdrawn or erased. Default: 0.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Forms in which a copy came, of the three that the letter asks for. Default: none.</summary>
    public ImmutableArray<CopyForm> Copies { get; init; } = [];

    /// <summary>Confirmations that the current version needs. Default: none.</summary>
    public ImmutableArray<ConfirmationKind> ConfirmationsNeeded { get; init; } = [];

    /// <summary>Confirmations that the current version has. Default: none.</summary>
    public ImmutableArray<ConfirmationKind> ConfirmationsGiven { get; init; } = [];

    /// <summary>Numbers of the corrections that were asked for and are open. Default: none.</summary>
    public ImmutableArray<long> OpenCorrections { get; init; } = [];

    /// <summary>Since the current version came, the unit has answered what it was asked to correct, without a new one. Default: it has not.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Numbers of the questions about it that are open. Default: none.</summary>
    public ImmutableArray<long> OpenQuestions { get; init; } = [];

    /// <summary>It has every confirmation that it needs; a missing one needs none.</summary>
    public bool IsConfirmed => ConfirmationsNeeded.All(ConfirmationsGiven.Contains);

    /// <summary>What became of one expected return.</summary>
    public static StatusCell Of(RoundState state, AwardRules rules, UnitCode unit, IndicatorNumber indicator)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        var current = state.Current(unit, indicator);
        var versions = state.Returns.TryGetValue((unit, indicator), out var known) ? known : [];
        return new(unit, indicator, current, current is null ? null : Lateness.Of(state, rules, unit, indicator, current.ReceivedAt))
        {
            IsExcused = state.IsExcused(unit, indicator),
            IsExcluded = current is not null && state.ExcludedReturns.ContainsKey((unit, indicator, current.Version)),
            Withdrawn = versions.Count(v => state.Standing(v) is null),
            Copies = [.. Enum.GetValues<CopyForm>().Where(form => state.CopyOf(unit, indicator, form) is not null)],
            ConfirmationsNeeded = current is null ? [] : [.. NeededBy(rules, unit)],
            ConfirmationsGiven = current is null
                ? []
                : [.. Enum.GetValues<ConfirmationKind>().Where(kind => state.Confirmations.ContainsKey((unit, indicator, current.Version, kind)))],
            OpenCorrections = [.. state.Corrections.Where(c => c.Value.IsOpen && c.Value.IsAbout(unit, indicator)).Select(c => c.Key)],
            IsExplained = current is not null && state.Corrections.Values.Any(c => c.Answer?.At >= current.ReceivedAt && c.IsAbout(unit, indicator)),
            OpenQuestions = [.. state.Questions.Where(q => q.Value.IsOpen && q.Value.Unit == unit && (q.Value.Indicator is null || q.Value.Indicator == indicator)).Select(q => q.Key)],
        };
    }

    /// <summary>Whoever collects the returns can't be the only one who looks at their own; heads of units confirm where the plan asks for it.</summary>
    private static IEnumerable<ConfirmationKind> NeededBy(AwardRules rules, UnitCode unit)
    {
        if (rules.Plan.Collector == unit) yield return ConfirmationKind.ByAnother;
        if (rules.Plan.UnitHeadConfirms) yield return ConfirmationKind.ByUnitHead;
    }
}
