using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>A return as far as its evidence goes: rows without any are marked, facts without any are left out.</summary>
internal static class Proven
{
    public static Return Of(IndicatorCase of, Return given, ImmutableArray<Finding>.Builder findings)
    {
        if (of.Indicator.NeedsEvidence is not { } rule || given.Status == ReturnStatus.Nil) return given;
        var hasAny = given.Evidence.Any(e => !string.IsNullOrWhiteSpace(e.Title));
        var rows = given.Rows.Select(row =>
            rule.Needs == EvidenceNeed.Return ? row with { LacksEvidence = !hasAny } : row with { LacksEvidence = !EvidenceRows.Confirm(given, row.Number) }).ToImmutableArray();
        var lacking = rows.Count(r => r.LacksEvidence);
        if (lacking > 0)
            findings.Add(ScoringFindings.EvidenceLacks.At(Place.Nowhere, of.NameOf(given.Unit), ThaiNumerals.Number(lacking)));
        else if (!hasAny && !given.Facts.IsEmpty) findings.Add(ScoringFindings.FactsUnproven.At(Place.Nowhere, of.NameOf(given.Unit)));
        return given with { Rows = rows, Facts = hasAny ? given.Facts : ValuesById.Empty };
    }
}
