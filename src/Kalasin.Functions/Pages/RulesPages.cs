using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The page of the rules that a round has gone by.</summary>
internal static class RulesPages
{
    public static async Task<IResult> ShowAsync(string round, RoundLog log, Installation installation, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var lines = ImmutableArray.CreateBuilder<RulesLine>();
        foreach (var (i, rules) in found.State.Rules.Index())
        {
            var reason = rules.Reason is { } why ? await StatedTexts.ReadAsync(found.Vault, why, cancellationToken) : null;
            lines.Insert(0, new(rules.Named.FrameworkRevision, rules.Named.PlanRevision, rules.By.RoleName, rules.Since, reason?.Text ?? (rules.Reason is null ? "" : "–"), i == 0 ? [] : Changes(found.Revisions[i - 1], found.Revisions[i])));
        }
        return PageAnswer.Of<RulesPage>(new RulesView(found.Rules)
        {
            IsSample = installation.IsSample, InRound = found.Id.Value, Trail = LinksView.TrailOf(found), Lines = lines.ToImmutable(), AsOf = day,
        });
    }

    private static ImmutableArray<RulesChange> Changes(AwardRules before, AwardRules after) =>
        [.. RulesDifference.Between(before.Framework, after.Framework), .. RulesDifference.Between(before.Plan, after.Plan)];
}
