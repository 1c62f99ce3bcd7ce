using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring.Jumps;

/// <summary>A unit's figure that is far from its own of the year before, or from its peers' of this year.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Figures">Both figures in a sentence.</param>
/// <param name="Finding">The same as a finding that asks for a reason, or has it.</param>
/// <param name="Explained">The reason that was given; <see langword="null"/> while it is asked for.</param>
internal sealed record Jump(UnitCode Unit, IndicatorNumber Indicator, BilingualText Figures, Finding Finding, ExplainedJump? Explained)
{
    /// <summary>All jumps of a round, in the plan's order of units and the framework's of indicators.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="figures">What its current returns come to.</param>
    /// <param name="before">The year before; <see langword="null"/> where the installation hasn't its round.</param>
    /// <param name="decisions">Reasons that were given.</param>
    /// <param name="rule">What is far. Default <see cref="JumpRule.Default"/>.</param>
    public static ImmutableArray<Jump> Of(
        AwardRules rules, IReadOnlyCollection<UnitFigure> figures, YearBefore? before, Decisions decisions, JumpRule? rule = null)
    {
        rule ??= JumpRule.Default;
        var now = figures.ToLookup(f => f.Indicator);
        var then = before?.Figures.ToLookup(f => (f.Unit, f.Indicator));
        return
        [
            .. from unit in rules.Plan.Units
               from indicator in rules.IndicatorsOf(unit.Code)
               let own = now[indicator.Number].FirstOrDefault(f => f.Unit == unit.Code)
               where own is not null
               let earlier = before?.Find(indicator) is { } same ? then![(unit.Code, same.Number)].FirstOrDefault() : null
               let peers = now[indicator.Number].Where(f => f.Unit != unit.Code && rules.Plan.Find(f.Unit)?.Kind == unit.Kind).ToList()
               from finding in Findings(rule, indicator, unit, own, earlier, peers)
               select Told(unit.Code, indicator.Number, finding, decisions),
        ];
    }

    /// <summary>At most one against the year before and one against peers, of the value where that jumps, else of the rows behind it.</summary>
    private static IEnumerable<Finding> Findings(
        JumpRule rule, Indicator indicator, ReportingUnit unit, UnitFigure own, UnitFigure? earlier, List<UnitFigure> peers)
    {
        var measures = (ImmutableArray<Shown>)[new(f => f.Value, v => ScoreDisplay.Value(indicator, v)), new(f => f.Rows, Rows)];
        var (name, about) = (new BilingualText($"ตัวชี้วัดที่ {indicator.Number.Bilingual.Thai}", $"indicator {indicator.Number}"), unit.ShortName);
        if (earlier is not null)
            foreach (var (of, show) in measures)
                if (of(own) is { } mine && of(earlier) is { } theirs && rule.IsFar(mine, theirs))
                {
                    yield return JumpFindings.FromLastYear.At(Place.Nowhere, about, name, show(mine), show(theirs));
                    break;
                }
        foreach (var (of, show) in measures)
            if (of(own) is { } mine && rule.Usual(peers.Select(of).OfType<decimal>()) is { } usual && rule.IsFar(mine, usual))
            {
                yield return JumpFindings.FromPeers.At(
                    Place.Nowhere, about, name, show(mine), show(usual.Low), show(usual.High), ThaiNumerals.Number(usual.Peers));
                break;
            }
    }

    private static Jump Told(UnitCode unit, IndicatorNumber indicator, Finding finding, Decisions decisions)
    {
        var explained = decisions.Jumps.LastOrDefault(j => j.Unit == unit && j.Indicator == indicator);
        var told = explained is null ? finding : JumpFindings.Explained.At(Place.Nowhere, finding.Message, explained.Told);
        return new(unit, indicator, finding.Message, told with { About = new(unit.Value, indicator.Value) }, explained);
    }

    private static BilingualText Rows(decimal rows)
    {
        var number = ThaiNumerals.Exact(decimal.Round(rows, 2));
        return new($"{number.Thai} แถว", $"{Counted.Of(number):row|rows}");
    }

    /// <summary>A figure and how it is written.</summary>
    private sealed record Shown(Func<UnitFigure, decimal?> Of, Func<decimal, BilingualText> Show);
}
