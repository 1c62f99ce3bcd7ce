using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>The grid of a round: every expected return and what became of it.</summary>
/// <param name="Cells">One per expected return, in the order of units and indicators.</param>
internal sealed record RoundStatus(ImmutableArray<StatusCell> Cells)
{
    /// <summary>Expected returns.</summary>
    public int Expected => Cells.Length;

    /// <summary>Returns that came, late ones included.</summary>
    public int Received => Cells.Count(c => c.Current is not null);

    /// <summary>Returns whose current version came late.</summary>
    public int Late => Cells.Count(c => c.Lateness is { IsLate: true });

    /// <summary>Returns that did not come.</summary>
    public IEnumerable<StatusCell> Missing => Cells.Where(c => c.Current is null);

    /// <summary>The grid of a state.</summary>
    public static RoundStatus Of(RoundState state, AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        return new(
        [
            .. from unit in rules.Plan.Units
               from indicator in rules.IndicatorsOf(unit.Code)
               let current = state.Current(unit.Code, indicator.Number)
               select new StatusCell(
                   unit.Code, indicator.Number, current, current is null ? null : Lateness.Of(current.ReceivedAt, rules.Plan.InternalDeadline)),
        ]);
    }
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
}
