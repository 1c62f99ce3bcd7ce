using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>A row that a decision is about.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Row">Its unit and fingerprint.</param>
/// <param name="Pointer">Where the decision names it.</param>
internal sealed record NamedRow(IndicatorNumber Indicator, RowFingerprint Row, string Pointer);

/// <summary>
/// What a decision depends on and only the vault tells. It names the contents it was found in, so that it is worth nothing once other ones are
/// current.
/// </summary>
/// <param name="Rows">Rows that were found, each with the content of the return it stands in.</param>
/// <param name="Disagreeing">Answers of joint hosts that were compared and differ; empty where they agree.</param>
internal sealed record Observed(ImmutableArray<(IndicatorNumber Indicator, RowFingerprint Row, ContentHash Content)> Rows, ImmutableArray<ReturnHead> Disagreeing)
{
    /// <summary>Nobody looked.</summary>
    public static Observed None { get; } = new([], []);
}
