using System.Collections.Immutable;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation;

/// <summary>Scores returns by the rules of an award. Pure and thread-safe; the order of the returns of different units doesn't matter.</summary>
public static class Scorer
{
    /// <summary>The scorecards of a round.</summary>
    /// <param name="rules">Rules to score by.</param>
    /// <param name="returns">The current version of each unit's return on each indicator; of two from one unit on one indicator the
    /// later counts, with a finding.</param>
    /// <param name="evaluationDate">Day "overdue" and "not yet due" are judged on, inclusive; a round takes it from <see cref="RoundPlan.JudgedOn"/>.</param>
    /// <param name="decisions">What people decided. Default: none.</param>
    /// <returns>One scorecard for the province, or one per hosting unit in the plan's order where units are scored.</returns>
    public static ImmutableArray<Scorecard> Score(AwardRules rules, IEnumerable<Return> returns, DateOnly evaluationDate, Decisions? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(returns);
        var byIndicator = returns.GroupBy(r => r.Indicator).ToDictionary(g => g.Key, g => g.ToList());
        var foreign = OfOtherRounds(rules, byIndicator);
        foreach (var given in byIndicator.Values) given.RemoveAll(r => IsOfOtherRound(rules, r));
        var strays = foreign.AddRange(Strays(rules, byIndicator));
        if (rules.Framework.Entrant == EntrantKind.Province)
            return [Card(rules, null, rules.Plan.Province, rules.Province.BilingualName, byIndicator,
                evaluationDate, decisions ?? Decisions.None) with { Findings = strays }];
        return
        [
            .. from unit in rules.Plan.Units
               where rules.IndicatorsOf(unit.Code).Any()
               select Card(rules, unit, unit.Code.Value, unit.Name, byIndicator, evaluationDate, decisions ?? Decisions.None) with { Findings = strays },
        ];
    }

    private static Scorecard Card(
        AwardRules rules, ReportingUnit? entrant, string code, BilingualText name,
        Dictionary<IndicatorNumber, List<Return>> returns, DateOnly evaluationDate, Decisions decisions)
    {
        var scores = ImmutableArray.CreateBuilder<Score>();
        var provisional = false;
        foreach (var indicator in entrant is null ? rules.Framework.Indicators : rules.IndicatorsOf(entrant.Code))
        {
            var of = new IndicatorCase(rules, indicator, entrant, evaluationDate, decisions);
            var answers = HostReturns.Of(of, returns.GetValueOrDefault(indicator.Number) ?? []);
            var measurement = Merging.Of(of, answers);
            var points = Points.Of(of, measurement);
            var used = UsedRules.Of(of, measurement, points);
            var (decided, self) = (Decided.Of(of, answers), SelfScoring.Of(of, answers));
            measurement = measurement with { Findings = [.. measurement.Findings, .. Unclassed(of), .. CalendarGaps.Findings(of, answers), .. SelfScoring.Findings(self, points.Score, of.Indicator.FullScore),
                    .. Assessing.Findings(of, points)] };
            provisional |= !points.Final;
            scores.Add(new(
                indicator.Number, measurement, points.Score, points.Weight, Explaining.Of(of, answers, decided, measurement, points, used),
                NextLevel.Of(of, measurement, points.Score), used)
            {
                Assessment = of.Rulings.Assessed,
                SelfScore = self?.Score,
                IsByPerson = points.ByPerson,
                Decided = decided,
            });
        }
        var totals = TotalParts.Of(rules.Framework, scores);
        var card = new Scorecard(
            code, name, rules.Framework.Id, rules.Framework.Revision, evaluationDate, scores.ToImmutable(), totals.Total, provisional)
        {
            FullTotal = totals.Full,
            Groups = totals.Groups,
            Bonus = totals.Bonus,
            Penalty = totals.Penalty,
            TotalExplanation = TotalWords.Of(rules.Framework, totals, scores),
        };
        return card with { Requirements = RequirementOutcomes.Of(rules.Framework, card) };
    }

    private static IEnumerable<Finding> Unclassed(IndicatorCase of) =>
        of.Unclassed is { } unsaid ? [ScoringFindings.ClassUnknown.At(Place.Nowhere, unsaid)] : [];

    private static bool IsOfOtherRound(AwardRules rules, Return given) => given.Round is { } round && round != rules.Plan.Id;

    /// <summary>Returns that were read by the rules of another round: of another province, or of another award. None of them counts.</summary>
    private static ImmutableArray<Finding> OfOtherRounds(AwardRules rules, Dictionary<IndicatorNumber, List<Return>> returns) =>
    [
        .. returns.Values.SelectMany(given => given).Where(r => IsOfOtherRound(rules, r))
            .OrderBy(r => r.Indicator.Value, StringComparer.Ordinal).ThenBy(r => r.Unit.Value, StringComparer.Ordinal).ThenBy(r => r.Round!.Value.Value, StringComparer.Ordinal)
            .Select(r => ScoringFindings.OtherRound.At(Place.Nowhere, r.Indicator.Bilingual, r.Unit.Value, r.Round!.Value.Value, rules.Plan.Id.Value)),
    ];

    /// <summary>Returns that belong nowhere: of units that don't host their indicator, or on indicators that don't exist.</summary>
    private static ImmutableArray<Finding> Strays(AwardRules rules, Dictionary<IndicatorNumber, List<Return>> returns)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var (number, given) in returns.OrderBy(r => r.Key.Value, StringComparer.Ordinal))
        {
            var kind = rules.Framework.Find(number) is null ? ScoringFindings.NoSuchIndicator : ScoringFindings.NotAHost;
            var hosts = kind == ScoringFindings.NoSuchIndicator ? [] : rules.HostingOf(number).Hosts;
            foreach (var unit in given.Select(r => r.Unit).Where(u => !hosts.Contains(u)).Distinct().OrderBy(u => u.Value, StringComparer.Ordinal))
                findings.Add(kind.At(Place.Nowhere, number.Bilingual, rules.Plan.Find(unit)?.Name ?? unit.Value));
        }
        return findings.ToImmutable();
    }
}
