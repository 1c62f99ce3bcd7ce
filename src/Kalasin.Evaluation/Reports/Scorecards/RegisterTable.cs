using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>
/// The register rows of all hosts with what formulas judge of each: whether it can be read and stands, falls into the days that count, and
/// is what the indicator is about. What a measure asks beyond that it adds as columns of its own.
/// </summary>
internal sealed class RegisterTable
{
    private const string Nothing = "\"\"";

    private readonly IndicatorWork work;
    private readonly Dictionary<string, RowColumn> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowColumn> keys = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Site> sites;

    public RegisterTable(IndicatorWork work)
    {
        this.work = work;
        Lines = LinesOf(work);
        Table = new(Lines.Length);
        sites = [.. Enumerable.Range(0, Lines.Length).Select(SiteOf)];
        Table.Add("ที่", 7, i => Cell.Number(i + 1, CellStyle.Data).As(CellFormat.ThaiWhole));
        Units = Table.Add("หน่วยงาน", 20, i => Cell.Text(Lines[i] is { } line ? work.Shown.NameOf(line.From.Unit) : "", CellStyle.Data));
        Table.Add("แถวในไฟล์", 9, i => Lines[i] is { } line ? Cell.Number(line.Row.Number, CellStyle.Data).As(CellFormat.ThaiWhole) : "ไม่มีแถว");
        foreach (var column in work.Indicator.Register.Columns.Where(c => work.Report.ShowsColumn(work.Indicator, c)))
            columns.Add(column.Id, Table.Add(column.Heading.Thai, WidthOf(column), i => work.Shown.CellOf(Lines[i]?.Row[column.Id], column.Options, column.Type)));
    }

    /// <summary>The rows, by host and number; a single <see langword="null"/> where there is none.</summary>
    public ImmutableArray<SelectedRow?> Lines { get; }

    public RowTable Table { get; }

    public RowColumn Units { get; }

    /// <summary>1 for a row that the indicator is about, of a return that counts.</summary>
    public RowColumn Selected { get; private set; } = null!;

    public ImmutableArray<bool> IsSelected { get; private set; }

    /// <summary>The column of an id; <see langword="null"/> where the edition doesn't show it.</summary>
    public RowColumn? Find(string id) => columns.GetValueOrDefault(id);

    /// <summary>Adds the columns by which rows are judged whatever the measure.</summary>
    /// <param name="compared">Text columns that formulas compare.</param>
    public void Judge(IEnumerable<string> compared)
    {
        foreach (var id in compared.Distinct().Where(id => columns.ContainsKey(id) && work.Indicator.Register.Find(id)?.Type == ColumnType.Text))
            keys.Add(id, Table.Add(
                $"{work.Indicator.Register.HeadingOf(id).Thai} (ปรับรูปแบบให้เทียบกันได้)", 18,
                i => Cell.Text(Lines[i]?.Row[id] is TextValue text ? ThaiText.Key(text.Text) : "", CellStyle.Step)));
        ImmutableArray<bool> stands = [.. Lines.Select(l => l is { } line && line.Row.Faults.IsEmpty && !line.Row.LacksEvidence && RowSelection.Ruled(work.Of, line.Reference) is null)];
        var standing = Table.Flag("อ่านได้ มีหลักฐานที่ต้องมี และไม่ถูกวินิจฉัยออก", stands);
        ImmutableArray<bool> timely = [.. Lines.Select((l, i) => stands[i] && InTime(l!.Value.Row))];
        ImmutableArray<bool> concerns = [.. Lines.Select((l, i) => timely[i] && work.Of.Predicates.Holds(work.Indicator.Measure.Where, l!.Value.Subject))];
        IsSelected = [.. Lines.Select((l, i) => concerns[i] && HostOf(l!.Value.From.Unit)?.Counts == true && work.Measures(l.Value.From.Unit))];
        var last = standing;
        if (work.Indicator.Period is not null || Happened.Any()) last = Flag("อยู่ในช่วงเวลา", timely, standing, [.. Happened.Select(c => c.Id), .. work.Indicator.Period is { } period ? [period.Column] : Array.Empty<string>()], Days);
        if (work.Indicator.Measure.Where is { } where) last = Flag("ตรงตามตัวชี้วัด", concerns, last, where);
        var before = last;
        var only = work.Measured.Length < work.Hosts.Length ? work.Measured[0] : null;
        Selected = Table.Flag("นำมาพิจารณา", IsSelected, i => Lines[i] is { } line && HostOf(line.From.Unit) is { } host
            ? $"{before.At(i)}*{host.CountsAt.Here}{(only is null ? "" : $"*EXACT({Units.At(i)},{only.NameAt.Here})")}"
            : null);
    }

    /// <summary>A column of ones where a condition holds for a row of another column's ones.</summary>
    public RowColumn Flag(string heading, IReadOnlyList<bool> holds, RowColumn of, Predicate? condition) =>
        Flag(heading, holds, of, (condition?.Operands ?? []).OfType<ColumnOperand>().Select(c => c.Name), i => work.Conditions.Of(condition, sites[i]));

    /// <summary>The same for a formula that asks for some columns.</summary>
    public RowColumn Flag(string heading, IReadOnlyList<bool> holds, RowColumn of, IEnumerable<string> asked, Func<int, string?> condition)
    {
        if (asked.Any(id => Find(id) is null)) work.Unsaid.Add($"“{heading}” ใช้คอลัมน์ที่ไม่แสดงในฉบับนี้ จึงเป็นค่าที่ระบบคำนวณ");
        return Table.Flag(heading, holds, i => condition(i) is { } formula ? $"IF({of.At(i)}=1,IF({formula},1,0),0)" : null);
    }

    /// <summary>A column as formulas compare it: texts by their key.</summary>
    public RowColumn Compared(string id) => keys.GetValueOrDefault(id) ?? columns[id];

    /// <summary>What <see cref="Compared"/> holds, as a text.</summary>
    public string ComparedText(string id, int line) => Spoken(Compared(id).Content(line));

    public HostLine? HostOf(UnitCode unit) => work.Hosts.FirstOrDefault(h => h.Unit == unit);

    private static string Spoken(Cell cell) => cell.Kind switch
    {
        CellKind.Number => (cell.Amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        CellKind.Text => cell.Content,
        _ => "",
    };

    private IEnumerable<Column> Happened => work.Indicator.Register.Columns.Where(c => c.Happened && c.Id != work.Indicator.Period?.Column);

    private bool InTime(RegisterRow row) =>
        (work.Indicator.Period is not { } period || PeriodReasons.Outside(work.Indicator.Register, period, row) is null)
        && PeriodReasons.Later(work.Indicator, row, work.Of.EvaluationDate) is null;

    /// <summary>A day of the period, and nothing that happened after the evaluation date.</summary>
    private string? Days(int line)
    {
        var parts = new List<string?>();
        if (work.Indicator.Period is { } period)
        {
            var (source, label) = (work.Sources.Of(period.Source), work.Indicator.Register.HeadingOf(period.Column).Thai);
            var from = work.Rules.Of(work.Indicator, $"{label}: วันแรกที่นับ", Cell.Date(period.From, CellStyle.InputDate), source).There;
            var to = work.Rules.Of(work.Indicator, $"{label}: วันสุดท้ายที่นับ", Cell.Date(period.To, CellStyle.InputDate), source).There;
            parts.Add(Find(period.Column)?.At(line) is { } day ? $"ISNUMBER({day}),{day}>={from},{day}<={to},{day}<={work.Rules.EvaluationDate.There}" : null);
        }
        foreach (var column in Happened)
            parts.Add(Find(column.Id)?.At(line) is { } day ? $"OR(NOT(ISNUMBER({day})),{day}<={work.Rules.EvaluationDate.There})" : null);
        return parts.Contains(null) ? null : $"AND({string.Join(',', parts)})";
    }

    private Site SiteOf(int line) => new(
        operand => operand switch
        {
            ColumnOperand c => Find(c.Name)?.At(line),
            FactOperand f => (Lines[line] is { } row ? work.Facts.At(row.From.Unit, f.Name) : null) ?? Nothing,
            _ => null,
        },
        operand => operand switch
        {
            ColumnOperand c => keys.GetValueOrDefault(c.Name)?.At(line),
            FactOperand f => (Lines[line] is { } row ? work.Facts.KeyAt(row.From.Unit, f.Name) : null) ?? Nothing,
            _ => null,
        });

    /// <summary>Outside the house rows with a cell that couldn't be read stay out; they count nowhere.</summary>
    private static ImmutableArray<SelectedRow?> LinesOf(IndicatorWork work)
    {
        ImmutableArray<SelectedRow?> rows =
        [
            .. work.Of.Hosts.SelectMany(h => work.Answers.Counted.Concat(work.Answers.Excluded.Select(e => e.Return)).Where(r => r.Unit == h.Code))
                .SelectMany(r => r.Rows, (r, row) => (SelectedRow?)new SelectedRow(new(r.Unit, row), r))
                .Where(l => work.Report.IsInternal || !l!.Value.Row.Values.Values.Any(v => v is UnreadValue)),
        ];
        return rows.IsEmpty ? [null] : rows;
    }

    private static double WidthOf(Column column) => column.Type switch
    {
        ColumnType.Number or ColumnType.Flag => 11,
        ColumnType.Date => 20,
        ColumnType.Text => 22,
        _ => 18,
    };
}
