using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>A row with the return it stands in.</summary>
internal readonly record struct SelectedRow(RowReference Reference, Return From)
{
    public RegisterRow Row => Reference.Row;

    public PredicateSubject Subject => PredicateSubject.Of(Reference.Row, From);
}

/// <summary>Rows that an indicator is about, and those that don't count whatever the measure says: faulty, excluded by a decision, outside the period, not concerned.</summary>
internal sealed record RowSelection(ImmutableArray<Return> Returns, ImmutableArray<SelectedRow> Rows, ImmutableArray<ExcludedRow> Excluded)
{
    /// <summary>Rows as they were sent.</summary>
    public int Reported => Rows.Length + Excluded.Length;

    public static RowSelection Of(IndicatorCase of, ImmutableArray<Return> returns)
    {
        var rows = ImmutableArray.CreateBuilder<SelectedRow>(returns.Sum(r => r.Rows.Length));
        var excluded = ImmutableArray.CreateBuilder<ExcludedRow>();
        foreach (var from in returns)
            foreach (var row in from.Rows)
            {
                var selected = new SelectedRow(new(from.Unit, row), from);
                if (Objection(of, selected) is { } objection) excluded.Add(new(selected.Reference, objection.Why, objection.Reason));
                else rows.Add(selected);
            }
        return new(returns, rows.DrainToImmutable(), excluded.ToImmutable());
    }

    /// <summary>Rows that can be read, that nobody excluded and that are of the days that count, whatever the measure makes of them.</summary>
    public static IEnumerable<RegisterRow> Standing(IndicatorCase of, Return from) => from.Rows.Where(row => Unread(of, new(from.Unit, row)) is null);

    /// <summary>A row that a decision excluded; <see langword="null"/> for others.</summary>
    public static ExcludedRow? Ruled(IndicatorCase of, RowReference row) => of.Rulings.Excluded(row) is { Told: var told }
        ? new(row, ExclusionReason.RowExcluded, new($"ไม่นับตามที่วินิจฉัย: {told.Thai}", $"excluded by a decision: {told.English}"))
        : null;

    private static (ExclusionReason Why, BilingualText Reason)? Objection(IndicatorCase of, SelectedRow selected)
    {
        if (Unread(of, selected.Reference) is { } objection) return objection;
        if (of.Indicator.Measure.Where is { } where && !of.Predicates.Holds(where, selected.Subject))
            return (ExclusionReason.NotConcerned, of.Reasons.Of(where, selected.Subject));
        return null;
    }

    private static (ExclusionReason Why, BilingualText Reason)? Unread(IndicatorCase of, RowReference reference)
    {
        if (Ruled(of, reference) is { } ruled) return (ruled.Why, ruled.Reason);
        var row = reference.Row;
        if (!row.Faults.IsEmpty) return (ExclusionReason.Faulty, BilingualText.Join(" ", row.Faults.Select(f => f.Message)));
        if (ForeignPlaces.In(of, row) is { } foreign) return (ExclusionReason.OtherProvince, foreign);
        if (row.LacksEvidence) return (ExclusionReason.NoEvidence, new("ยังไม่มีหลักฐานยืนยัน", "no evidence names it"));
        if (of.Indicator.Period is { } period && PeriodReasons.Outside(of.Indicator.Register, period, row) is { } outside)
            return (ExclusionReason.OutsidePeriod, outside);
        return PeriodReasons.Later(of.Indicator, row, of.EvaluationDate) is { } later ? (ExclusionReason.AfterEvaluationDate, later) : null;
    }
}
