using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Functions.Pages;

/// <summary>The page on which an annex, or the plan, is entered: by workbook or by hand, with what it changes before it is saved.</summary>
public sealed record RuleEditView : PageView
{
    internal RuleEditView(BilingualText title, AwardRules rules, string word) : base(title) => (Rules, Word) = (rules, word);

    public AwardRules Rules { get; }

    /// <summary><c>annex</c> or <c>plan</c>.</summary>
    public string Word { get; }

    public string Round => Rules.Plan.Id.Value;

    public ImmutableArray<RuleTableView> Tables { get; init; } = [];

    /// <summary>What is wrong beside single fields.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>It was tried, and can be saved.</summary>
    public bool IsTried { get; init; }

    public ImmutableArray<RulesChange> Changes { get; init; } = [];

    internal ImmutableArray<ScoreChange> Scores { get; init; } = [];

    /// <summary>The head approved a report that the change makes stale.</summary>
    public bool OutdatesReport { get; init; }

    public string Reason { get; init; } = "";

    public string Token { get; init; } = "";
}
