using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>Rows whose numbers make a value, each thing once; a row that lacks one of those needed is left out with a finding.</summary>
internal sealed record RowNumbers(
    ImmutableArray<SelectedRow> Rows, ImmutableArray<ExcludedRow> Excluded, ImmutableArray<LookAlike> LookAlikes, ImmutableArray<Finding> Findings)
{
    public static RowNumbers Of(IndicatorCase of, RowSelection rows, ImmutableArray<string> needed)
    {
        var distinct = DistinctRows.WithOneAnswer(of, rows);
        var counted = ImmutableArray.CreateBuilder<SelectedRow>(distinct.Rows.Length);
        var excluded = rows.Excluded.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        distinct.Note(of, excluded, findings);
        foreach (var row in distinct.Rows)
        {
            if (needed.All(c => row.Row[c] is NumberValue))
            {
                counted.Add(row);
                continue;
            }
            var lacking = BilingualText.Join(", ", needed.Where(c => row.Row[c] is not NumberValue).Select(of.HeadingOf));
            findings.Add(ScoringFindings.NumberMissing.At(new() { Row = row.Row.Number }, of.Names.WithUnit(row.Reference), lacking));
            excluded.Add(new(row.Reference, ExclusionReason.NumberMissing, new($"ยังไม่ได้ระบุ{lacking.Thai}", $"{lacking.English} is blank")));
        }
        return new(counted.ToImmutable(), excluded.ToImmutable(), distinct.LookAlikes, findings.ToImmutable());
    }

    /// <summary>The number of a row; 0 when blank.</summary>
    public static decimal Number(RegisterRow row, string column) => (row[column] as NumberValue)?.Number ?? 0;

    public static decimal Sum(IEnumerable<RegisterRow> rows, string column) => Sum(rows.Select(r => Number(r, column)));

    // In order of size: the last of 28 digits may be rounded, and the order of rows must not show.
    public static decimal Sum(IEnumerable<decimal> numbers) => numbers.Order().Sum();

    public decimal Sum(string column) => Sum(Rows.Select(r => r.Row), column);

    /// <summary>Without the rows at the ends; of equal numbers the earlier row stands lower, and the mean is the same whichever does.</summary>
    public RowNumbers Without(string column, Trim trim)
    {
        var ordered = Rows.OrderBy(r => Number(r.Row, column)).ToList();
        var (low, high) = (ordered.Take(trim.Lowest).ToList(), ordered.Skip(trim.Lowest).TakeLast(trim.Highest).ToList());
        var left = low.Concat(high).Select(r => r.Reference).ToHashSet<RowReference>(ReferenceEqualityComparer.Instance);
        return this with
        {
            Rows = [.. Rows.Where(r => !left.Contains(r.Reference))],
            Excluded =
            [
                .. Excluded,
                .. low.Select(r => new ExcludedRow(r.Reference, ExclusionReason.Trimmed, new("เป็นค่าต่ำสุดที่ตัดออก", "among the lowest, which are left out"))),
                .. high.Select(r => new ExcludedRow(r.Reference, ExclusionReason.Trimmed, new("เป็นค่าสูงสุดที่ตัดออก", "among the highest, which are left out"))),
            ],
        };
    }

    public Measurement Measured(decimal value, Measure measure, BilingualText formula, BilingualText sentence) =>
        With(new(MeasurementState.Measured, value, measure.Unit, formula, sentence));

    public Measurement NoValue(Measure measure, BilingualText formula, BilingualText sentence) =>
        With(new(MeasurementState.NotApplicable, null, measure.Unit, formula, sentence));

    private Measurement With(Measurement draft) => draft with
    {
        Counted = [.. Rows.Select(r => r.Reference)], Excluded = Excluded, LookAlikes = LookAlikes, Findings = Findings,
    };
}
