using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Columns that find out which rows are the first about their thing.</summary>
/// <param name="Flag">1 for a row that counts for its thing.</param>
/// <param name="Counts">What it comes to.</param>
internal sealed record ThingColumns(RowColumn Flag, ImmutableArray<bool> Counts)
{
    private const string Judged = "นับ";
    private const string JudgedNot = "ไม่นับ";

    /// <summary>Adds the columns.</summary>
    /// <param name="work">The indicator.</param>
    /// <param name="identity">Columns that say what a row is about; empty: every row is a thing of its own.</param>
    /// <param name="oneAnswer">Rows about one thing that don't say the same of it don't count.</param>
    /// <param name="counting">Rows that the library counts for their thing.</param>
    public static ThingColumns Add(IndicatorWork work, ImmutableArray<string> identity, bool oneAnswer, Func<SelectedRow, bool> counting)
    {
        var rows = work.Register;
        if (identity.IsEmpty) return new(rows.Selected, rows.IsSelected);
        var byUnit = work.IsPerHost || work.Of.Rules.Plan.Duplicates == DuplicatesPolicy.CountAll && work.Indicator.Measure.Over is null;
        ImmutableArray<string> said = oneAnswer ? [.. work.Indicator.Register.Columns.Where(c => c.Type != ColumnType.Text).Select(c => c.Id)] : [];
        var hidden = identity.Concat(said).Any(id => rows.Find(id) is null);
        ImmutableArray<bool> truth = [.. rows.Lines.Select((l, i) => rows.IsSelected[i] && counting(l!.Value))];
        if (hidden) work.Unsaid.Add("“ไม่ซ้ำ” ใช้คอลัมน์ที่ไม่แสดงในฉบับนี้ จึงเป็นค่าที่ระบบคำนวณ");
        if (hidden || !work.MayCompare(rows.Lines.Length, rows.Lines.Length))
        {
            return new(rows.Table.Flag("ไม่ซ้ำ (ค่าจากระบบ)", truth), truth);
        }
        ImmutableArray<string> keys = [.. Enumerable.Range(0, rows.Lines.Length).Select(i => Text(rows, identity, i, blank: true))];
        ImmutableArray<string> answers = [.. Enumerable.Range(0, rows.Lines.Length).Select(i => Text(rows, said, i, blank: false))];
        var key = KeyColumn(rows, "เรื่อง", identity, keys);
        var answer = said.IsEmpty || identity.SequenceEqual(said)
            ? null
            : rows.Table.Add("สิ่งที่รายงานของเรื่อง", 20, i => Cell.Text(answers[i], CellStyle.Step), i => Joined(rows, said, i, blank: false));
        var expected = Expected(rows, keys, answers, byUnit);
        var ruled = work.Of.Verdicts.Any || !truth.SequenceEqual(expected)
            ? rows.Table.Add("วินิจฉัยว่าซ้ำหรือไม่", 12, i => Cell.Text(truth[i] == expected[i] ? "" : truth[i] ? Judged : JudgedNot, CellStyle.Input))
            : null;
        return new(rows.Table.Flag("ไม่ซ้ำ", truth, Once), truth);

        string Once(int i)
        {
            var same = $"{rows.Selected.All}*EXACT({key.All},{key.At(i)}){(byUnit ? $"*EXACT({rows.Units.All},{rows.Units.At(i)})" : "")}";
            var first = i == 0 ? "1"
                : $"IF(SUMPRODUCT({rows.Selected.Before(i)}*EXACT({key.Before(i)},{key.At(i)}){(byUnit ? $"*EXACT({rows.Units.Before(i)},{rows.Units.At(i)})" : "")})=0,1,0)";
            if (answer is not null) first = $"IF(SUMPRODUCT({same})=SUMPRODUCT({same}*EXACT({answer.All},{answer.At(i)})),{first},0)";
            var counts = $"IF({key.At(i)}=\"\",1,{first})";
            if (ruled is not null) counts = $"IF({ruled.At(i)}=\"{Judged}\",1,IF({ruled.At(i)}=\"{JudgedNot}\",0,{counts}))";
            return $"IF({rows.Selected.At(i)}=1,{counts},0)";
        }
    }

    /// <summary>Another count of the rows that count already: each thing of other columns once.</summary>
    public ThingColumns? Beside(IndicatorWork work, string heading, ImmutableArray<string> identity)
    {
        var rows = work.Register;
        if (identity.Any(id => rows.Find(id) is null) || !work.MayCompare(rows.Lines.Length, rows.Lines.Length)) return null;
        ImmutableArray<string> keys = [.. Enumerable.Range(0, rows.Lines.Length).Select(i => Text(rows, identity, i, blank: true))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<bool> counts = [.. Enumerable.Range(0, rows.Lines.Length).Select(i => Counts[i] && (keys[i].Length == 0 || seen.Add(keys[i])))];
        var key = KeyColumn(rows, $"{heading}: เรื่อง", identity, keys);
        var flag = rows.Table.Flag(heading, counts, i => i == 0
            ? Flag.At(0)
            : $"IF({Flag.At(i)}=1,IF({key.At(i)}=\"\",1,IF(SUMPRODUCT({Flag.Before(i)}*EXACT({key.Before(i)},{key.At(i)}))=0,1,0)),0)");
        return new(flag, counts);
    }

    /// <summary>What a row is about as one text: the column itself where it is one.</summary>
    private static RowColumn KeyColumn(RegisterTable rows, string heading, ImmutableArray<string> identity, ImmutableArray<string> keys) => identity is [var only]
        ? rows.Compared(only)
        : rows.Table.Add(heading, 20, i => Cell.Text(keys[i], CellStyle.Step), i => Joined(rows, identity, i, blank: true));

    /// <summary>Which rows the formulas count where nobody judged anything.</summary>
    private static ImmutableArray<bool> Expected(RegisterTable rows, ImmutableArray<string> keys, ImmutableArray<string> answers, bool byUnit)
    {
        var things = Enumerable.Range(0, keys.Length).Where(i => rows.IsSelected[i] && keys[i].Length > 0)
            .GroupBy(i => (keys[i], byUnit ? rows.Lines[i]!.Value.From.Unit : default(UnitCode?)))
            .Where(g => g.Select(i => answers[i]).Distinct().Count() == 1).Select(g => g.First()).ToHashSet();
        return [.. Enumerable.Range(0, keys.Length).Select(i => rows.IsSelected[i] && (keys[i].Length == 0 || things.Contains(i)))];
    }

    /// <summary>Formula of the cells that say what a row is about, as one text; empty where all are blank.</summary>
    public static string Joined(RegisterTable rows, ImmutableArray<string> ids, int line, bool blank)
    {
        var parts = ids.Select(id => rows.Compared(id).At(line)).ToList();
        var joined = parts.Count == 1 ? $"{parts[0]}&\"\"" : string.Join("&\"|\"&", parts);
        return blank ? $"IF({string.Join('+', parts.Select(p => $"LEN({p})"))}=0,\"\",{joined})" : joined;
    }

    /// <summary>What <see cref="Joined"/> comes to.</summary>
    public static string Text(RegisterTable rows, ImmutableArray<string> ids, int line, bool blank)
    {
        var parts = ids.Select(id => rows.ComparedText(id, line)).ToList();
        return blank && parts.All(p => p.Length == 0) ? "" : string.Join('|', parts);
    }
}
