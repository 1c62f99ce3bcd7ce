using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>The results of one entrant of a ranking, as they were sent and recomputed.</summary>
/// <param name="Province">The province that it is, or that it belongs to.</param>
/// <param name="Scorecard">Recomputed from the values that were sent, by the rules of the ranking.</param>
public sealed record RankingEntry(Province Province, Scorecard Scorecard)
{
    /// <summary>The round that it comes from. Default: none, it was typed into a sheet.</summary>
    public RoundId? Round { get; init; }

    /// <summary>How many entries the round's log had. Default: it comes from no round.</summary>
    public long? LogEntries { get; init; }

    /// <summary>The head of the round's log at that entry, as its receipts and reports print it. Default: it comes from no round.</summary>
    public ContentHash? LogHead { get; init; }

    /// <summary>Made of sample data. Default <see langword="false"/>.</summary>
    public bool IsSample { get; init; }

    /// <summary>Its classes, where thresholds depend on them.</summary>
    [JsonInclude] internal ImmutableArray<EntrantClass> Classes { get; init => field = value.OrEmpty(); } = [];
}

/// <summary>The entries that a file holds, and everything found in it.</summary>
/// <param name="Entries">Those that count; what has an error is not among them.</param>
/// <param name="Findings">What was found.</param>
public sealed record RankingEntries(ImmutableArray<RankingEntry> Entries, ImmutableArray<Finding> Findings);
