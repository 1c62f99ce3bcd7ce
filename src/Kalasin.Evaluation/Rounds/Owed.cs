using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What is still waited for from one unit.</summary>
/// <param name="Returns">Indicators without a return.</param>
/// <param name="Corrections">Indicators whose return has rows to be corrected that nobody has explained, or was asked to be corrected.</param>
/// <param name="Copies">Copies that have not come, of returns that have.</param>
internal sealed record Owed(
    ImmutableArray<IndicatorNumber> Returns, ImmutableArray<IndicatorNumber> Corrections, ImmutableArray<OwedCopies> Copies)
{
    /// <summary>What the results wait for; copies alone they don't.</summary>
    public bool HoldsResultsUp => !Returns.IsEmpty || !Corrections.IsEmpty;

    /// <summary>What a unit's cells say.</summary>
    /// <param name="cells">As <see cref="RoundStatus.CellsOf"/> gives them.</param>
    public static Owed Of(IEnumerable<StatusCell> cells)
    {
        ImmutableArray<StatusCell> all = [.. cells];
        var came = all.Where(c => c.Current is not null).ToImmutableArray();
        return new(
            [.. all.Where(c => c.Current is null && !c.IsExcused).Select(c => c.Indicator)],
            [.. came.Where(c => !c.OpenCorrections.IsEmpty || (c.Current!.FaultyRows > 0 && !c.IsExplained)).Select(c => c.Indicator)],
            [
                .. came.GroupBy(c => string.Join(' ', FormsLeft(c)), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
                    .Select(g => new OwedCopies([.. FormsLeft(g.First())], [.. g.Select(c => c.Indicator)])),
            ]);
    }

    private static IEnumerable<CopyForm> FormsLeft(StatusCell cell) => Enum.GetValues<CopyForm>().Except(cell.Copies);
}

/// <summary>Copies that are waited for.</summary>
/// <param name="Forms">In what forms.</param>
/// <param name="Indicators">Of the returns on these.</param>
internal sealed record OwedCopies(ImmutableArray<CopyForm> Forms, ImmutableArray<IndicatorNumber> Indicators);
