using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The head's day on one page, read on a phone: what waits for a signature, what it says, and what may be decided of it.</summary>
public sealed record HeadView : PageView
{
    internal HeadView(SigningView signing, RoundView round) : base(new BilingualText("เรื่องเสนอหัวหน้าส่วนราชการ", "For the head")) => (Signing, Round) = (signing, round);

    /// <summary>Where the report stands.</summary>
    public SigningView Signing { get; }

    /// <summary>The round at a glance.</summary>
    public RoundView Round { get; }

    public string Id => Round.Id;

    /// <summary>The scores as they would be now; null where units are scored, each by itself.</summary>
    public Scorecard? Card { get; init; }

    /// <summary>The scores as bars; null where there are too few.</summary>
    public ChartView? Chart { get; init; }

    /// <summary>A report waits for the head's word.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>Some score rests on a rule that nobody gave.</summary>
    public bool HasAssumed => Card is { } card && card.Scores.Any(s => s.IsAssumed);

    /// <summary>What stands before the report can leave, in the order in which it is done.</summary>
    public required ImmutableArray<SeasonStep> Ahead { get; init; }
}
