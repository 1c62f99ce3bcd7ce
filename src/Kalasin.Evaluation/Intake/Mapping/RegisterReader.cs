using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads the rows under a register's head: values by column, with the faults that keep a row from counting.</summary>
internal sealed class RegisterReader(RegisterSchema schema, RegisterHead head, CellReader cells, TableNotes notes)
{
    /// <summary>The text column that says an authority's district.</summary>
    private readonly Column? district = FormLayout.DistrictOf(schema);

    /// <summary>Rows that were filled in, in order.</summary>
    public List<RowDraft> Read(IEnumerable<RawRow> rows)
    {
        var drafts = new List<RowDraft>();
        var stray = new HashSet<int>();
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
                if (cell.Column != head.NumberAt && !head.Columns.ContainsKey(cell.Column) && head.Row.At(cell.Column) is null && !Words.IsBlank(cell.Text) && stray.Add(cell.Column))
                    notes.SayAt(row.PlaceOf(cell.Column), NotRead, Words.Quote(cell.Text));
            if (IsEntry(row)) drafts.Add(ReadRow(row, drafts.Count + 1));
        }
        return drafts;
    }

    private bool IsEntry(RawRow row)
    {
        if (row.Cells.Take(3).FirstOrDefault(c => c.Kind == RawKind.Text && Words.IsTotal(c.Text)) is { Column: > 0 } total)
        {
            notes.SayAt(row.PlaceOf(total.Column), TotalRow, Words.Quote(total.Text));
            return false;
        }
        var filled = row.Cells.Where(c => head.Columns.ContainsKey(c.Column) && IsFilled(c)).ToList();
        if (filled.Count == 0)
        {
            var isNumber = (RawCell c) => c.Kind != RawKind.Text || ThaiNumerals.ToArabic(c.Text).Trim().TrimEnd('.').All(char.IsAsciiDigit);
            if (head.NumberAt > 0 && row.At(head.NumberAt) is { } mark && !Words.IsBlank(mark.Text) && !isNumber(mark)) notes.SayAt(row.PlaceOf(mark.Column), NotRead, Words.Quote(mark.Text));
            return false;
        }
        return schema.Prefill is null || filled.Exists(c => head.Columns[c.Column] is var column && column.Id != schema.Prefill && column != district);
    }

    private RowDraft ReadRow(RawRow row, int number)
    {
        var faults = new List<Finding>();
        var values = Return.NoValues.ToBuilder();
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        var districtText = district is null ? null : head.Columns.Where(c => c.Value == district).Select(c => row.At(c.Key)?.Text).FirstOrDefault(t => t is not null && !Words.IsBlank(t));
        foreach (var (at, column) in head.Columns)
        {
            var cellNotes = NotesOf(row, number, at, column, faults);
            if (row.At(at) is { } cell && IsFilled(cell))
            {
                values.Add(column.Id, cells.Read(column, cell, districtText, cellNotes));
                typed.Add(column.Id, ThaiText.Normalise(cell.Text));
            }
            else if (column.Required) cellNotes.Say(RequiredBlank, column.Heading);
        }
        return new(row, number, values.ToImmutable(), typed, faults);
    }

    /// <summary>Where findings on a column of a row go.</summary>
    public CellNotes NotesOf(RowDraft draft, string column) =>
        head.Columns.FirstOrDefault(c => c.Value.Id == column) is { Value: { } found } at
            ? NotesOf(draft.Row, draft.Number, at.Key, found, draft.Faults)
            : NotesOf(draft.Row, draft.Number, draft.Row.Cells[0].Column, schema.Find(column)!, draft.Faults);

    private CellNotes NotesOf(RawRow row, int number, int at, Column column, List<Finding> faults) =>
        new(notes, row.PlaceOf(at), faults, new Place { Row = number, Pointer = "/" + column.Id });

    private static bool IsFilled(RawCell cell) => cell.Kind is RawKind.Uncalculated or RawKind.Error || !Words.IsBlank(cell.Text);
}

/// <summary>A row while it is being read.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Number">Position among the filled rows, from 1.</param>
/// <param name="Values">Values by column id.</param>
/// <param name="Typed">What was typed, by column id.</param>
/// <param name="Faults">Errors so far.</param>
internal sealed record RowDraft(RawRow Row, int Number, ImmutableSortedDictionary<string, CellValue> Values, Dictionary<string, string> Typed, List<Finding> Faults)
{
    public RegisterRow ToRow() => new(Number, Values) { Faults = [.. Faults] };
}
