using System.Collections.Immutable;

namespace Kalasin.Evaluation;

/// <summary>What people decided about returns: exclusions and duplicates. Empty until somebody decides.</summary>
/// <param name="Excluded">Returns that do not count, with the reason.</param>
/// <param name="Duplicates">Pairs of rows that somebody judged.</param>
public sealed record Decisions(ImmutableArray<ExcludedReturn> Excluded, ImmutableArray<DuplicateDecision> Duplicates)
{
    /// <summary>Nothing decided.</summary>
    public static Decisions None { get; } = new([], []);
}

/// <summary>A return that somebody excluded.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Reason">Why.</param>
public sealed record ExcludedReturn(UnitCode Unit, IndicatorNumber Indicator, string Reason);

/// <summary>Somebody's judgement of two rows that look like the same thing.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="First">One row: unit and fingerprint (<see cref="RowFingerprint"/>).</param>
/// <param name="Second">The other row.</param>
/// <param name="Same">They are the same thing and count once; otherwise each counts.</param>
/// <param name="Reason">Why.</param>
public sealed record DuplicateDecision(IndicatorNumber Indicator, RowFingerprint First, RowFingerprint Second, bool Same, string Reason);
