namespace Kalasin.Evaluation.Scoring;

/// <summary>Rows that decisions name, found again in the current returns.</summary>
internal sealed class RuledRows
{
    private readonly IndicatorCase of;
    private readonly Dictionary<RowFingerprint, RowReference> rows = [];

    private RuledRows(IndicatorCase of) => this.of = of;

    public static RuledRows Of(IndicatorCase of, HostReturns answers)
    {
        var found = new RuledRows(of);
        // Fingerprints are computed only of units of which somebody decided about a row.
        foreach (var from in answers.Counted.Concat(answers.Excluded.Select(e => e.Return)).Where(r => of.Rulings.NameRowsOf(r.Unit)))
            foreach (var row in from.Rows)
            {
                var reference = new RowReference(from.Unit, row);
                found.rows.TryAdd(of.Rulings.Duplicates.Of(reference), reference);
            }
        return found;
    }

    /// <summary>Row number and unit; of a row that its unit has changed or taken out since, that it did.</summary>
    public BilingualText NameOf(RowFingerprint row)
    {
        if (rows.GetValueOrDefault(row) is { } found) return of.Names.WithUnit(found);
        var unit = of.NameOf(row.Unit);
        return new($"แถวหนึ่งของ{unit.Thai}ซึ่งไม่มีในฉบับปัจจุบันแล้ว", $"a row of {unit.English} that its current return no longer has");
    }

    /// <summary>Decisions by unit and row; those on rows that are gone come last.</summary>
    public IEnumerable<T> InOrder<T>(IEnumerable<T> decisions, params ReadOnlySpan<Func<T, RowFingerprint>> about)
    {
        var ordered = decisions.OrderBy(_ => 0);
        foreach (var row in about) ordered = ordered.ThenBy(d => PlaceOf(row(d)));
        return ordered;
    }

    private (int Unit, int Row, string Hash) PlaceOf(RowFingerprint row) => (
        of.Rules.Plan.Find(row.Unit) is { } unit ? of.Rules.Plan.Units.IndexOf(unit) : int.MaxValue,
        rows.GetValueOrDefault(row)?.Row.Number ?? int.MaxValue,
        row.Hash);
}
