using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Frameworks.Alterations;

/// <summary>A framework and a plan for it, as they are and as JSON.</summary>
internal sealed class RulesDocument
{
    private readonly Framework framework;
    private readonly RoundPlan plan;
    private readonly JsonNode frameworkJson, planJson;
    private readonly HashSet<string> before;

    private RulesDocument(string name, Framework framework, RoundPlan plan)
    {
        (Name, this.framework, this.plan) = (name, framework, plan);
        (frameworkJson, planJson) = (JsonNode.Parse(RulesWriter.ToJson(framework))!, JsonNode.Parse(RulesWriter.ToJson(plan))!);
        before = [.. AwardRules.Of(framework, plan).Findings.Select(f => f.ToString())];
    }

    public string Name { get; }

    public bool IsLong => framework.Indicators.Length > 10;

    public static RulesDocument Of(string name, Framework framework, RoundPlan plan) => new(name, framework, plan);

    public static RulesDocument Of(string name, AwardRules rules) => new(name, rules.Framework, rules.Plan);

    public static RulesDocument OfSample(string name)
    {
        string Text(string file) => File.ReadAllText(RepositoryFile.At("samples", "frameworks", name, file));
        return new(name, RulesText.ReadFramework(Text("framework.json")).Value!, RulesText.ReadPlan(Text("plan.json")).Value!);
    }

    public JsonNode Json(bool isPlan) => isPlan ? planJson : frameworkJson;

    /// <summary>What is said when one thing is altered; nothing of what is said anyway.</summary>
    public Altered With(Alteration by, bool isPlan)
    {
        var text = by.In(Json(isPlan)).ToJsonString();
        return isPlan
            ? Of(by, RulesText.ReadPlan(text), other => AwardRules.Of(framework, other), other => RulesDifference.Between(plan, other))
            : Of(by, RulesText.ReadFramework(text), other => AwardRules.Of(other, plan), other => RulesDifference.Between(framework, other));
    }

    private Altered Of<T>(Alteration by, RulesResult<T> read, Func<T, RulesResult<AwardRules>> fit, Func<T, ImmutableArray<RulesChange>> differ) where T : class =>
        read.Value is not { } other ? new(by, read.Findings, [])
            : new(by, [.. read.Findings, .. fit(other).Findings.Where(f => !before.Contains(f.ToString()))], differ(other));
}
