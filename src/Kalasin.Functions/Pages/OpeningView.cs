using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The page on which the plan of a round is entered before the round is opened.</summary>
public sealed record OpeningView : PageView
{
    internal OpeningView(Framework framework, RoundPlan plan, string address) : base(new BilingualText("เปิดรอบการประเมิน", "Open a round")) =>
        (Framework, Plan, Address) = (framework, plan, address);

    /// <summary>The framework of the round.</summary>
    public Framework Framework { get; }

    /// <summary>The plan that there is.</summary>
    public RoundPlan Plan { get; }

    /// <summary>Of this page.</summary>
    public string Address { get; }

    public ImmutableArray<RuleTableView> Tables { get; init; } = [];

    /// <summary>What is wrong beside single fields.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>In what the plan that was entered differs from the one there is.</summary>
    public ImmutableArray<RulesChange> Changes { get; init; } = [];

    public string Token { get; init; } = "";
}
