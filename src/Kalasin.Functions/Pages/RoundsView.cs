using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The rounds of this installation, and the form that opens another.</summary>
public sealed record RoundsView() : PageView(new BilingualText("รอบการประเมิน", "Rounds"))
{
    public required ImmutableArray<RoundView> Rounds { get; init; }

    /// <summary>Frameworks that a round can be opened for.</summary>
    public required IReadOnlyList<Framework> Frameworks { get; init; }

    /// <summary>Why a round can't be shown, for each that can't.</summary>
    public ImmutableArray<Finding> Damaged { get; init; } = [];

    /// <summary>Dropped files that still lie there, each with its path and why.</summary>
    public ImmutableArray<Finding> Waiting { get; init; } = [];

    /// <summary>The form's proof of origin.</summary>
    public required string Token { get; init; }
}
