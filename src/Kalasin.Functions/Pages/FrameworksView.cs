using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The frameworks of this installation, and the form that takes one of an office's own.</summary>
public sealed record FrameworksView() : PageView(new BilingualText("กรอบการประเมิน", "Frameworks"))
{
    public required IReadOnlyList<Framework> Frameworks { get; init; }

    /// <summary>What was sent and reads; null for nothing.</summary>
    public Framework? Read { get; init; }

    /// <summary>In what it differs from the revision before; null where it is the first.</summary>
    public IReadOnlyList<RulesChange>? Changes { get; init; }

    /// <summary>It was published.</summary>
    public bool IsPublished { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    public string Reason { get; init; } = "";

    public required string Token { get; init; }
}
