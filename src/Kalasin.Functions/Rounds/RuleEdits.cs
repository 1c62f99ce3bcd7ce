using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Rules of a round changed by tables that come back filled in, from a workbook or a page: what they would change is shown first, down to each score; saved, they
/// are the next revision of the framework (an annex) or of the plan, and the round moves to it.
/// </summary>
internal sealed class RuleEdits(Rulebook rulebook, RoundService rounds, ResultsService results, ReadingRoom reading)
{
    /// <summary>The tables of the newest revision.</summary>
    public async Task<RuleEdit> OpenAsync(OpenedRound round, RuleEditKind kind, CancellationToken cancellationToken)
    {
        var framework = await rulebook.FrameworkAsync(round.Rules.Framework.Id, null, cancellationToken) ?? round.Rules.Framework;
        var plan = await rulebook.PlanAsync(round.Id, null, cancellationToken) ?? round.Rules.Plan;
        return kind == RuleEditKind.Annex
            ? new(kind, framework, plan, Annex.TablesOf(framework), AnnexSheet.ToWorkbook(framework))
            : RuleEdit.OfPlan(framework, plan);
    }

    /// <summary>The tables of a workbook that came back; what is found goes to <paramref name="findings"/>.</summary>
    /// <exception cref="ReadingBusyException">It can't be read now.</exception>
    public Task<TypedTables> ReadAsync(SourceFile file, RuleEdit edit, List<Finding> findings, CancellationToken cancellationToken) =>
        reading.ReadSmallAsync(_ => RuleWorkbookReader.ReadAsync(file, edit.Tables, findings, cancellationToken), cancellationToken);

    /// <summary>What the tables would change.</summary>
    public async Task<RuleEditOutcome> TryAsync(OpenedRound round, RuleEdit edit, TypedTables typed, List<Finding> findings, CancellationToken cancellationToken)
    {
        var (framework, plan, found) = edit.Apply(typed, findings);
        if (framework is null || plan is null) return new(null, [], [], found);
        var fit = AwardRules.Of(framework, plan);
        if (fit.Value is not { } rules) return new(null, [], [], [.. found, .. fit.Findings]);
        var before = await results.SnapshotAsync(round, cancellationToken);
        var after = await results.SnapshotAsync(round with { Revisions = round.Revisions.Add(rules) }, cancellationToken);
        return new(
            rules, edit.Kind == RuleEditKind.Annex ? RulesDifference.Between(edit.Framework, framework) : RulesDifference.Between(edit.Plan, plan),
            ScoreChange.Between(round.Rules, ResultsService.Score(before, null), rules, ResultsService.Score(after, null)), found);
    }

    /// <summary>Publishes what was tried and moves the round to it.</summary>
    public async Task<RoundOutcome> SaveAsync(
        OpenedRound round, RuleEdit edit, RuleEditOutcome tried, StatedText reason, Actor actor, CancellationToken cancellationToken)
    {
        if (tried.Rules is not { } rules) return new(new Refuse(tried.Findings), round);
        var published = edit.Kind == RuleEditKind.Annex
            ? await rulebook.PublishAsync(rules.Framework, reason, actor, cancellationToken)
            : await rulebook.PublishAsync(rules.Plan, reason, actor, cancellationToken);
        return published is Refuse refusal ? new(refusal, round) : await rounds.ReviseAsync(round, reason, actor, cancellationToken);
    }
}

/// <summary>What tables are about.</summary>
internal enum RuleEditKind
{
    /// <summary>What the giver of the award says in an annex: the framework.</summary>
    Annex,

    /// <summary>What the province decides: the plan.</summary>
    Plan,
}

/// <summary>Tables that go out.</summary>
/// <param name="Framework">Newest revision.</param>
/// <param name="Plan">Newest revision.</param>
internal sealed record RuleEdit(RuleEditKind Kind, Framework Framework, RoundPlan Plan, ImmutableArray<RuleTable> Tables, Workbook Workbook)
{
    /// <summary>The tables of a plan.</summary>
    public static RuleEdit OfPlan(Framework framework, RoundPlan plan) =>
        new(RuleEditKind.Plan, framework, plan, PlanTables.TablesOf(plan, framework), PlanSheet.ToWorkbook(framework, plan));

    /// <summary>Framework and plan with what came back; what the tables are not about stays.</summary>
    public (Framework? Framework, RoundPlan? Plan, ImmutableArray<Finding> Findings) Apply(TypedTables typed, List<Finding> findings)
    {
        if (Kind == RuleEditKind.Annex)
        {
            var annex = Annex.Apply(Framework, typed, findings);
            return (annex.Value, Plan, annex.Findings);
        }
        var plan = PlanTables.Apply(Plan, Framework, typed, findings);
        return (Framework, plan.Value, plan.Findings);
    }
}

/// <summary>What tables that came back would change.</summary>
/// <param name="Rules">Null where they have faults.</param>
internal sealed record RuleEditOutcome(AwardRules? Rules, ImmutableArray<RulesChange> Changes, ImmutableArray<ScoreChange> Scores, ImmutableArray<Finding> Findings);
