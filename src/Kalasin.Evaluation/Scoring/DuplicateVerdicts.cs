using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>
/// What people judged about pairs of rows. Rows that are each the same as a third are the same, unless the two themselves were judged
/// to differ. Fingerprints are computed only of rows of units of which somebody judged a row.
/// </summary>
internal sealed class DuplicateVerdicts
{
    private readonly Dictionary<(RowFingerprint, RowFingerprint), DuplicateDecision> verdicts = [];
    private readonly Dictionary<RowFingerprint, List<DuplicateDecision>> links = [];
    private readonly Dictionary<RowFingerprint, int> things = [];
    private readonly HashSet<UnitCode> units = [];
    private readonly Dictionary<RegisterRow, RowFingerprint> fingerprints = new(ReferenceEqualityComparer.Instance);

    public DuplicateVerdicts(ImmutableArray<DuplicateDecision> decisions)
    {
        if (decisions.IsEmpty) return;
        foreach (var decision in decisions)
        {
            units.Add(decision.First.Unit);
            units.Add(decision.Second.Unit);
            verdicts[(decision.First, decision.Second)] = decision;
            verdicts[(decision.Second, decision.First)] = decision;
        }
        foreach (var decision in All.Where(d => d.Same).OrderBy(d => Key(d.First), StringComparer.Ordinal).ThenBy(d => Key(d.Second), StringComparer.Ordinal))
        {
            Links(decision.First).Add(decision);
            Links(decision.Second).Add(decision);
        }
        foreach (var row in links.Keys) Collect(row, things.Count);
    }

    /// <summary>Every pair that was judged, once.</summary>
    public IEnumerable<DuplicateDecision> All => verdicts.Values.Distinct();

    /// <summary>Whether anything was judged at all.</summary>
    public bool Any => verdicts.Count > 0;

    /// <summary>Whether a row of a unit was judged.</summary>
    public bool NameRowsOf(UnitCode unit) => units.Contains(unit);

    /// <summary>The judgement that makes two rows the same or tells them apart, or <see langword="null"/>; the order of the two doesn't matter.</summary>
    public DuplicateDecision? On(RowReference a, RowReference b)
    {
        if (!NameRowsOf(a.Unit) || !NameRowsOf(b.Unit)) return null;
        if (verdicts.TryGetValue((Of(a), Of(b)), out var direct)) return direct;
        return ThingOf(a) is { } thing && thing == ThingOf(b) ? LinkOf(a) : null;
    }

    /// <summary>A judgement that makes a row the same as another.</summary>
    public DuplicateDecision LinkOf(RowReference row) => links[Of(row)][0];

    /// <summary>What rows that were judged to be the same have in common; <see langword="null"/> for a row that is the same as no other.</summary>
    public int? ThingOf(RowReference row) => NameRowsOf(row.Unit) && things.TryGetValue(Of(row), out var thing) ? thing : null;

    /// <summary>The fingerprint of a row.</summary>
    public RowFingerprint Of(RowReference row)
    {
        if (!fingerprints.TryGetValue(row.Row, out var fingerprint)) fingerprints.Add(row.Row, fingerprint = RowFingerprint.Of(row.Unit, row.Row));
        return fingerprint;
    }

    private void Collect(RowFingerprint from, int thing)
    {
        var open = new Stack<RowFingerprint>([from]);
        while (open.TryPop(out var row))
            if (things.TryAdd(row, thing))
                foreach (var link in links[row]) open.Push(link.First == row ? link.Second : link.First);
    }

    private List<DuplicateDecision> Links(RowFingerprint of)
    {
        if (!links.TryGetValue(of, out var found)) links.Add(of, found = []);
        return found;
    }

    private static string Key(RowFingerprint row) => $"{row.Unit}/{row.Hash}";
}
