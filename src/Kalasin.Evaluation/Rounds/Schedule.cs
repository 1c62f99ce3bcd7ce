using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kalasin.Evaluation.Rounds;

/// <summary>One thing that is due.</summary>
/// <param name="Key">Names the step in its round, the same each time: doing it twice changes nothing.</param>
/// <param name="Kind">What to do.</param>
/// <param name="DueSince">First day it is due.</param>
internal sealed record Step(string Key, StepKind Kind, DateOnly DueSince)
{
    /// <summary>What is told to whom, now or by the mail that is handed over; <see langword="null"/> where nobody is told anything.</summary>
    public Notice? Notice { get; init; }
}

/// <summary>Kinds of steps.</summary>
internal enum StepKind
{
    /// <summary>Close the internal deadline.</summary>
    Close,

    /// <summary>Compile the province's report; never where units are scored.</summary>
    Compile,

    /// <summary>Queue a mail that tells somebody something.</summary>
    Tell,

    /// <summary>Hand a queued mail over.</summary>
    SendMail,
}

/// <summary>What is due in a round. Pure.</summary>
internal static class Schedule
{
    /// <summary>Key of the step that closes the internal deadline.</summary>
    internal const string Close = "close";

    /// <summary>Steps that are due and not done. None waits for another that is listed; each is tried again until it is done.</summary>
    /// <param name="state">The round as it is.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="now">When.</param>
    public static ImmutableArray<Step> Due(RoundState state, AwardRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        if (state.Opened is null) return [];
        var steps = ImmutableArray.CreateBuilder<Step>();
        var dayAfter = rules.Plan.InternalDeadline.Date.AddDays(1);
        var isOver = BangkokTime.Date(now) >= dayAfter;
        if (isOver && state.Closed is null) steps.Add(new(Close, StepKind.Close, dayAfter));
        steps.AddRange(Notices.Due(state, rules, now));
        // A report is of one entrant: where units are scored, each one's is written when somebody asks for it.
        if (isOver && rules.Framework.Entrant == EntrantKind.Province && IsOutdated(state, rules)) steps.Add(new(KeyOfCompiling(state), StepKind.Compile, dayAfter));
        foreach (var mail in state.Outbox.Where(mail => mail.IsDue(now)))
            steps.Add(new(mail.Step, StepKind.SendMail, BangkokTime.Date(mail.QueuedAt)) { Notice = new(mail.Purpose, mail.Unit) });
        return steps.ToImmutable();
    }

    private static bool IsOutdated(RoundState state, AwardRules rules) => state.Reports.Count < 2 || state.Reports.Values.Any(r => !r.IsCurrent(state, rules));

    /// <summary>The same for the same versions and decisions under the same rules; of a round without decisions what it was before there were any.</summary>
    private static string KeyOfCompiling(RoundState state)
    {
        var versions = string.Join('\n', state.Heads.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Unit} {h.Indicator} {h.Version}")));
        if (state.Rulings != ContentHash.Zero) versions += $"\n{state.Rulings}";
        return string.Create(CultureInfo.InvariantCulture, $"compile-{state.Rules.Count}-{ContentHash.Of(Encoding.ASCII.GetBytes(versions)).ToString()[..16]}");
    }
}
