using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
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
                if (cell.Column != head.NumberAt && !head.Columns.ContainsKey(cell.Column) && head.Row.At(cell.Column) is null
                    && !Words.IsBlank(cell.Text) && stray.Add(cell.Column))
                    notes.SayAt(row.PlaceOf(cell.Column), NotRead, Words.Quote(cell.Text));
            if (IsEntry(row)) drafts.Add(ReadRow(row, drafts.Count + 1));
        }
        return drafts;
    }

    private bool IsEntry(RawRow row)
    {
        foreach (var total in row.Cells.AsSpan(0, Math.Min(3, row.Cells.Length)))
        {
            if (total.Kind != RawKind.Text || !Words.IsTotal(total.Text)) continue;
            notes.SayAt(row.PlaceOf(total.Column), TotalRow, Words.Quote(total.Text));
            return false;
        }
        var (isFilled, isEntry) = (false, schema.Prefill is null);
        foreach (var cell in row.Cells)
        {
            if (!head.Columns.TryGetValue(cell.Column, out var column) || !IsFilled(cell)) continue;
            isFilled = true;
            isEntry |= column.Id != schema.Prefill && column != district;
            if (isEntry) break;
        }
        if (!isFilled)
        {
            var isNumber = (RawCell c) => c.Kind != RawKind.Text || ThaiNumerals.ToArabic(c.Text).Trim().TrimEnd('.').All(char.IsAsciiDigit);
            if (head.NumberAt > 0 && row.At(head.NumberAt) is { } mark && !Words.IsBlank(mark.Text) && !isNumber(mark))
                notes.SayAt(row.PlaceOf(mark.Column), NotRead, Words.Quote(mark.Text));
            return false;
        }
        return isEntry;
    }

    private RowDraft ReadRow(RawRow row, int number)
    {
        var faults = new List<Finding>();
        var values = Return.NoValues.ToBuilder();
        var districtText = district is null
            ? null
            : head.Columns.Where(c => c.Value == district).Select(c => row.At(c.Key)?.Text).FirstOrDefault(t => t is not null && !Words.IsBlank(t));
        foreach (var (at, column) in head.Columns)
        {
            var cellNotes = NotesOf(row, number, at, column, faults);
            if (row.At(at) is { } cell && IsFilled(cell)) values.Add(column.Id, cells.Read(column, cell, districtText, cellNotes));
            else if (column.Required) cellNotes.Say(RequiredBlank, column.Heading);
        }
        return new(row, number, values.ToImmutable(), faults);
    }

    /// <summary>What was typed into a column of a row; <see langword="null"/> where nothing was.</summary>
    public string? TypedIn(RowDraft draft, string column) =>
        draft.Row.At(head.Columns.FirstOrDefault(c => c.Value.Id == column).Key) is { } cell && IsFilled(cell) ? ThaiText.Normalise(cell.Text) : null;

    /// <summary>Where findings on a column of a row go.</summary>
    public CellNotes NotesOf(RowDraft draft, string column) =>
        head.Columns.FirstOrDefault(c => c.Value.Id == column) is { Value: { } found } at
            ? NotesOf(draft.Row, draft.Number, at.Key, found, draft.Faults)
            : NotesOf(draft.Row, draft.Number, draft.Row.Cells[0].Column, schema.Find(column)!, draft.Faults);

    private CellNotes NotesOf(RawRow row, int number, int at, Column column, List<Finding> faults) =>
        new(notes, row, at, faults, number, column.Id);

    private static bool IsFilled(RawCell cell) => cell.Kind is RawKind.Uncalculated or RawKind.Error || !Words.IsBlank(cell.Text);
}

/// <summary>A row while it is being read.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Number">Position among the filled rows, from 1.</param>
/// <param name="Values">Values by column id.</param>
/// <param name="Faults">Errors so far.</param>
internal sealed record RowDraft(RawRow Row, int Number, ImmutableSortedDictionary<string, CellValue> Values, List<Finding> Faults)
{
    public RegisterRow ToRow() => new(Number, Values) { Faults = [.. Faults] };
}
