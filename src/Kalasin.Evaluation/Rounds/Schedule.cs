using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Rounds;

/// <summary>One thing that a deadline makes due.</summary>
/// <param name="Key">Names the step in its round, the same each time: doing it twice changes nothing.</param>
/// <param name="Kind">What to do.</param>
/// <param name="DueSince">First day it is due.</param>
public sealed record Step(string Key, StepKind Kind, DateOnly DueSince);

/// <summary>Kinds of steps.</summary>
public enum StepKind
{
    /// <summary>Close the internal deadline.</summary>
    Close,

    /// <summary>Compile the province's report; never where units are scored.</summary>
    Compile,
}

/// <summary>What is due in a round. Pure.</summary>
public static class Schedule
{
    /// <summary>Steps that are due and not done, in the order they have to be done.</summary>
    /// <param name="state">The round as it is.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="now">When.</param>
    public static ImmutableArray<Step> Due(RoundState state, AwardRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        var dayAfter = rules.Plan.InternalDeadline.Date.AddDays(1);
        if (state.Opened is null || BangkokTime.Date(now) < dayAfter) return [];
        var steps = ImmutableArray.CreateBuilder<Step>(2);
        if (state.Closed is null) steps.Add(new("close", StepKind.Close, dayAfter));
        // A report is of one entrant: where units are scored, each one's is written when somebody asks for it.
        var outdated = rules.Framework.Entrant == EntrantKind.Province && (state.Reports.Count < 2 || state.Reports.Values.Any(r => !r.Heads.SequenceEqual(state.Heads)));
        if (outdated) steps.Add(new("compile", StepKind.Compile, dayAfter));
        return steps.ToImmutable();
    }
}
