using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>What the hosts of an indicator reported, sorted into what counts, what was excluded and what is missing.</summary>
/// <param name="Counted">Returns that count, in the plan's order of units.</param>
/// <param name="Excluded">Returns that a decision excluded, with the decision.</param>
/// <param name="Missing">Hosts that have not reported and must.</param>
/// <param name="Excused">Hosts that have not reported and need not.</param>
/// <param name="Findings">Who is missing, what was excluded, what came from somebody else.</param>
internal sealed record HostReturns(
    ImmutableArray<Return> Counted, ImmutableArray<(Return Return, ExcludedReturn Ruling)> Excluded, ImmutableArray<ReportingUnit> Missing,
    ImmutableArray<ReportingUnit> Excused, ImmutableArray<Finding> Findings)
{
    /// <summary>Sorts the returns on an indicator.</summary>
    /// <param name="of">The indicator's case.</param>
    /// <param name="returns">All returns on the indicator; of two from one unit the later one is its current version.</param>
    public static HostReturns Of(IndicatorCase of, IReadOnlyList<Return> returns)
    {
        var current = new Dictionary<UnitCode, Return>(returns.Count);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var given in returns)
        {
            if (current.ContainsKey(given.Unit)) findings.Add(ScoringFindings.SeveralReturns.At(Place.Nowhere, of.NameOf(given.Unit)));
            current[given.Unit] = given;
        }
        var counted = ImmutableArray.CreateBuilder<Return>(current.Count);
        var excluded = ImmutableArray.CreateBuilder<(Return, ExcludedReturn)>();
        var (missing, excused) = (ImmutableArray.CreateBuilder<ReportingUnit>(), ImmutableArray.CreateBuilder<ReportingUnit>());
        foreach (var host in of.Hosts)
        {
            if (!current.TryGetValue(host.Code, out var answer)) (of.Rulings.Excused(host.Code) is null ? missing : excused).Add(host);
            else if (of.Rulings.Excluded(host.Code) is { } ruling)
            {
                excluded.Add((answer, ruling));
                findings.Add(ScoringFindings.ReturnExcluded.At(Place.Nowhere, host.Name, ruling.Told));
            }
            else
            {
                ForeignPlaces.Say(of, answer, findings);
                counted.Add(Proven.Of(of, answer, findings));
            }
        }
        if (missing.Count > 0 && missing.Count < of.Hosts.Length)
            findings.Add(ScoringFindings.HostsMissing.At(Place.Nowhere, ThaiNumerals.Number(missing.Count), Naming.Of(missing)));
        return new(counted.ToImmutable(), excluded.ToImmutable(), missing.ToImmutable(), excused.ToImmutable(), findings.ToImmutable());
    }
}
