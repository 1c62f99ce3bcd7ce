using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's season: what is next, what stands before and after it, and whom to remind.</summary>
public sealed record SeasonView : PageView
{
    internal SeasonView(RoundView round) : base(new BilingualText("ลำดับงานของรอบ", "The season, step by step")) => Round = round;

    /// <summary>The round at a glance.</summary>
    public RoundView Round { get; }

    public string Id => Round.Id;

    /// <summary>In their order.</summary>
    public required ImmutableArray<SeasonStep> Steps { get; init; }

    /// <summary>The one that everything waits for; null when all is done.</summary>
    public SeasonStep? Next => Steps.FirstOrDefault(s => s.Standing == StepStanding.Next);

    /// <summary>How many are done.</summary>
    public int Done => Steps.Count(s => s.Standing == StepStanding.Done);

    /// <summary>Closing and compiling, where they are due; null where they aren't.</summary>
    public CompileNow? Compile { get; init; }

    /// <summary>Units that owe a return or a correction.</summary>
    public required int Owing { get; init; }

    /// <summary>Units that can be reminded by mail: they owe something and have an address.</summary>
    public required int Reminded { get; init; }

    public required string Token { get; init; }

    public required string Key { get; init; }
}
