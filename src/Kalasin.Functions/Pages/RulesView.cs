using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The rules that a round has gone by, and what changed from each to the next.</summary>
public sealed record RulesView : PageView
{
    internal RulesView(AwardRules rules) : base(new BilingualText("กติกาของรอบ", "Rules of the round")) => Rules = rules;

    public AwardRules Rules { get; }

    public string Round => Rules.Plan.Id.Value;

    /// <summary>Newest first.</summary>
    public ImmutableArray<RulesLine> Lines { get; init; } = [];
}

/// <summary>Rules that were in force from a moment on.</summary>
/// <param name="Who">Who put them into force.</param>
/// <param name="Since">When.</param>
/// <param name="Reason">Why; empty for those that the round was opened under.</param>
/// <param name="Changes">In what they differ from those before.</param>
public sealed record RulesLine(int Framework, int Plan, BilingualText Who, DateTimeOffset Since, string Reason, ImmutableArray<RulesChange> Changes);
