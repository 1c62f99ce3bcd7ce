using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>
/// Columns of numbers that are summed. Programs compute in binary fractions, which satang are not: numbers are summed as whole ones of
/// their last decimal, so that every sum is exact.
/// </summary>
internal sealed class SummedColumns
{
    private const int LeastDecimals = 2;

    private readonly IndicatorWork work;
    private readonly Dictionary<string, RowColumn> columns = new(StringComparer.Ordinal);
    private readonly Spot decimals;
    private readonly decimal scale;
    private readonly RowColumn counted;
    private readonly ImmutableArray<bool> counts;

    /// <param name="work">The indicator.</param>
    /// <param name="summed">Number columns.</param>
    /// <param name="needed">Those of them without which a row is left out; of others a blank counts as 0.</param>
    /// <param name="trim">Rows that are left out at both ends, by the first column. Default: none.</param>
    public SummedColumns(IndicatorWork work, ImmutableArray<string> summed, ImmutableArray<string> needed, Trim? trim = null)
    {
        this.work = work;
        var rows = work.Register;
        var things = work.Together.SelectMany(r => DistinctRows.WithOneAnswer(work.Of, RowSelection.Of(work.Of, r)).Rows).Select(r => r.Row)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var thing = ThingColumns.Add(work, work.Indicator.Measure.IdentityIn(work.Indicator.Register), oneAnswer: true, r => things.Contains(r.Row));
        counts = Lines(work.Together.SelectMany(r => RowNumbers.Of(work.Of, RowSelection.Of(work.Of, r), needed).Rows));
        counted = rows.Flag(
            "นำมารวมยอด", counts, thing.Flag, needed,
            i => needed.IsEmpty ? "TRUE" : $"AND({string.Join(',', needed.Select(c => $"ISNUMBER({rows.Find(c)!.At(i)})"))})");
        var places = Enumerable.Range(0, counts.Length).Where(i => counts[i]).SelectMany(i => summed.Select(id => (int)Plain(Number(i, id)).Scale));
        var most = Math.Max(LeastDecimals, places.DefaultIfEmpty(0).Max());
        scale = (decimal)Math.Pow(10, Math.Min(most, 28));
        decimals = work.Rules.Of(
            work.Indicator, "จำนวนทศนิยมที่ใช้รวมยอด", RuleCells.Number(most), ("ระบบ", "รวมเป็นจำนวนเต็มของทศนิยมตำแหน่งสุดท้าย ผลรวมจึงไม่คลาดเคลื่อน"));
        foreach (var id in summed.Distinct()) columns.Add(id, Add(id));
        if (trim is not null) (counted, counts) = Trimmed(trim, summed[0]);
    }

    /// <summary>The sum of a column, in its last decimals.</summary>
    public (Func<string?> Formula, decimal Result) Sum(string column, RowGroup group) => (
        () => $"SUMPRODUCT({Whole(column)}*{counted.All}{In(group)})", Of(group).Sum(i => Number(i, column)) * scale);

    /// <summary>The sum of the products of two columns, in the last decimals of both.</summary>
    public (Func<string?> Formula, decimal Result) Products(string column, string weights, RowGroup group) => (
        () => $"SUMPRODUCT({Whole(column)}*{Whole(weights)}*{counted.All}{In(group)})",
        Of(group).Sum(i => Number(i, column) * Number(i, weights)) * scale * scale);

    /// <summary>How many rows are summed.</summary>
    public (Func<string?> Formula, decimal Result) Count(RowGroup group) => AddedFormulas.Count(work, counted, counts, group);

    /// <summary>A sum, in last decimals, over a number that isn't.</summary>
    public Fraction Over((Func<string?> Formula, decimal Result) above, (Func<string?> Formula, decimal Result) below) => new(
        above.Formula, above.Result, () => $"{below.Formula()}*{Scale}", below.Result * scale);

    private RowColumn Add(string id)
    {
        var (rows, name, of, among) = (work.Register, work.Indicator.Register.HeadingOf(id).Thai, counted, counts);
        return rows.Table.Add(
            $"{name} ที่นำมารวม", 18,
            i => Cell.Number(among[i] ? Number(i, id) : 0, CellStyle.Result).As(CellFormat.ThaiExact),
            i => rows.Find(id)?.At(i) is { } cell ? $"IF(AND({of.At(i)}=1,ISNUMBER({cell})),{cell},0)" : null);
    }

    /// <summary>A column of the rows that stay: of equal numbers the earlier row stands lower.</summary>
    private (RowColumn, ImmutableArray<bool>) Trimmed(Trim trim, string id)
    {
        var (rows, all, number, source) = (work.Register, counted, columns[id], work.Sources.Of(work.Indicator.Measure.Source));
        var lowest = work.Rules.Of(work.Indicator, "จำนวนค่าต่ำสุดที่ตัดออก", RuleCells.Number(trim.Lowest), source).There;
        var highest = work.Rules.Of(work.Indicator, "จำนวนค่าสูงสุดที่ตัดออก", RuleCells.Number(trim.Highest), source).There;
        var ranks = new int[counts.Length];
        foreach (var together in Enumerable.Range(0, counts.Length).Where(i => counts[i]).GroupBy(i => work.IsPerHost ? rows.Lines[i]!.Value.From.Unit : default(UnitCode?)))
            foreach (var (rank, i) in together.OrderBy(i => Number(i, id)).Index()) ranks[i] = rank + 1;
        var order = rows.Table.Add("ลำดับจากน้อยไปมาก", 11, i => Cell.Number(ranks[i], CellStyle.Result).As(CellFormat.ThaiWhole), i =>
            $"IF({all.At(i)}=1,1+SUMPRODUCT({all.All}*({number.All}<{number.At(i)}){Of(i, all: true)})"
            + $"{(i == 0 ? "" : $"+SUMPRODUCT({all.Before(i)}*({number.Before(i)}={number.At(i)}){Of(i, all: false)})")},0)");
        var kept = Lines(work.Together.SelectMany(r => RowNumbers.Of(work.Of, RowSelection.Of(work.Of, r), Needed(id)) is var numbers && numbers.Rows.Length > trim.Lowest + trim.Highest
            ? numbers.Without(id, trim).Rows : []));
        var flag = rows.Table.Flag("ไม่ถูกตัดออก", kept, i =>
            $"IF(AND({all.At(i)}=1,{order.At(i)}>{lowest},{order.At(i)}<=SUMPRODUCT({all.All}*1{Of(i, all: true)})-{highest}),1,0)");
        return (flag, kept);

        string Of(int line, bool all) => work.IsPerHost ? $"*EXACT({(all ? rows.Units.All : rows.Units.Before(line))},{rows.Units.At(line)})" : "";
    }

    private ImmutableArray<string> Needed(string id) => work.Indicator.Measure is AverageMeasure { Blanks: BlankRule.Zero } ? [] : [id];

    private string Scale => $"10^{decimals.There}";

    private string Whole(string column) => $"ROUND({columns[column].All}*{Scale},0)";

    private string In(RowGroup group) => IndicatorWork.In(group, work.Register.Units);

    private ImmutableArray<bool> Lines(IEnumerable<SelectedRow> of)
    {
        var these = of.Select(r => r.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. work.Register.Lines.Select(l => l is { } line && these.Contains(line.Row))];
    }

    private IEnumerable<int> Of(RowGroup group) => Enumerable.Range(0, counts.Length)
        .Where(i => counts[i] && (group.Host is null || work.Register.Lines[i]!.Value.From.Unit == group.Host.Unit));

    private decimal Number(int line, string column) => RowNumbers.Number(work.Register.Lines[line]!.Value.Row, column);

    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
