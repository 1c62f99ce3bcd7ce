using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>What people judged about pairs of rows; fingerprints are computed only when somebody judged anything.</summary>
internal sealed class DuplicateVerdicts
{
    private readonly Dictionary<(RowFingerprint, RowFingerprint), DuplicateDecision> verdicts = [];
    private readonly Dictionary<RowFingerprint, List<RowFingerprint>> same = [];
    private readonly Dictionary<RegisterRow, RowFingerprint> fingerprints = new(ReferenceEqualityComparer.Instance);

    public DuplicateVerdicts(ImmutableArray<DuplicateDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            verdicts[(decision.First, decision.Second)] = decision;
            verdicts[(decision.Second, decision.First)] = decision;
        }
        foreach (var decision in verdicts.Values.Distinct())
        {
            if (!decision.Same) continue;
            Partners(decision.First).Add(decision.Second);
            Partners(decision.Second).Add(decision.First);
        }
    }

    /// <summary>The judgement of a pair, or <see langword="null"/>; the order of the two doesn't matter.</summary>
    public DuplicateDecision? On(RowReference a, RowReference b) => verdicts.Count == 0 ? null : verdicts.GetValueOrDefault((Of(a), Of(b)));

    /// <summary>The judgement of a row and a fingerprint.</summary>
    public DuplicateDecision? Between(RowReference row, RowFingerprint other) => verdicts.GetValueOrDefault((Of(row), other));

    /// <summary>Rows that somebody judged to be the same thing as this one.</summary>
    public IReadOnlyList<RowFingerprint> SameAs(RowReference row) => same.Count > 0 && same.TryGetValue(Of(row), out var partners) ? partners : [];

    /// <summary>The fingerprint of a row.</summary>
    public RowFingerprint Of(RowReference row)
    {
        if (!fingerprints.TryGetValue(row.Row, out var fingerprint)) fingerprints.Add(row.Row, fingerprint = RowFingerprint.Of(row.Unit, row.Row));
        return fingerprint;
    }

    /// <summary>Every pair that was judged, once.</summary>
    public IEnumerable<DuplicateDecision> All => verdicts.Values.Distinct();

    /// <summary>Whether anything was judged at all.</summary>
    public bool Any => verdicts.Count > 0;

    private List<RowFingerprint> Partners(RowFingerprint of)
    {
        if (!same.TryGetValue(of, out var partners)) same.Add(of, partners = []);
        return partners;
    }
}
