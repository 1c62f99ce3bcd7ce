using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Rankings;

/// <summary>What a file of scorecards says: which rules, which round at which moment, and the scores of its entrants.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Version of this form.</param>
/// <param name="Framework">Framework that was scored by.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Rules">Hash of the framework: two offices may each have a revision 2.</param>
/// <param name="Round">The round, and so its plan.</param>
/// <param name="PlanRevision">Revision of the plan.</param>
/// <param name="Province">Two-digit code.</param>
/// <param name="EvaluationDate">Day that "overdue" was judged on.</param>
/// <param name="Cards">One per entrant.</param>
/// <param name="Seal">Hash of all the rest.</param>
internal sealed record SentScorecards(
    string Format, int Version, FrameworkId Framework, int Revision, ContentHash Rules, RoundId Round, int PlanRevision, string Province,
    DateOnly EvaluationDate, ImmutableArray<SentCard> Cards, ContentHash Seal)
{
    public const string FormatName = "kalasin-scorecards";
    public const int CurrentVersion = 1;

    /// <summary>How it stands in JSON.</summary>
    public static JsonTypeInfo<SentScorecards> Form { get; } =
        (JsonTypeInfo<SentScorecards>)RulesJson.OptionsOf(SentContext.Default, new WordEnum<MeasurementState>()).GetTypeInfo(typeof(SentScorecards));

    /// <summary>How many entries the round's log had. Default: it comes from no round.</summary>
    public long? Entries { get; init; }

    /// <summary>The log's head at that entry, as receipts and reports print it. Default: it comes from no round.</summary>
    public ContentHash? LogHead { get; init; }

    /// <summary>Made of sample data. Default <see langword="false"/>.</summary>
    public bool IsSample { get; init; }

    /// <summary>The seal that belongs to what it says.</summary>
    public ContentHash Sealing() => ContentHash.Of(CanonicalJson.Of(this with { Seal = ContentHash.Zero }, Form));
}

/// <summary>The scores of one entrant.</summary>
/// <param name="Entrant">Province code, or unit code in a framework of units.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Scores">One per indicator that it answers for.</param>
internal sealed record SentCard(string Entrant, BilingualText Name, ImmutableArray<SentScore> Scores)
{
    /// <summary>Its classes, where thresholds depend on them. Default: none.</summary>
    public ImmutableArray<EntrantClass> Classes { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Day on which its last return came. Default: not said.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Its total, exact. Default: none yet.</summary>
    public decimal? Total { get; init; }
}

/// <summary>The value of one indicator, and what it scores.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="State">Whether there is a value.</param>
internal sealed record SentScore(IndicatorNumber Indicator, MeasurementState State)
{
    /// <summary>Exact. Default: none.</summary>
    public decimal? Value { get; init; }

    /// <summary>Exact. Default: unscored.</summary>
    public decimal? Points { get; init; }

    /// <summary>A person gave the points, because none could be computed. Default <see langword="false"/>.</summary>
    public bool ByPerson { get; init; }
}

/// <summary>What the compiler writes of scorecard files for their JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SentScorecards))]
internal sealed partial class SentContext : JsonSerializerContext;
