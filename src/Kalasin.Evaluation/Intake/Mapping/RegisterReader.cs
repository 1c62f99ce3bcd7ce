using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads the rows under a register's head: values by column, with the faults that keep a row from counting.</summary>
internal sealed class RegisterReader(RegisterSchema schema, RegisterHead head, CellReader cells, TableNotes notes)
{
    /// <summary>The text column that says an authority's district.</summary>
    private readonly Column? district = FormLayout.DistrictOf(schema);

    /// <summary>Columns of the table with a heading, known or not.</summary>
    private readonly HashSet<int> headed = [head.NumberAt, .. head.Row.Cells.Select(c => c.Column)];

    /// <summary>Ids of the columns that were found, in order: all rows share them.</summary>
    private readonly string[] ids = IdsOf(head);

    /// <summary>Where the value of each column stands among them.</summary>
    private readonly int[] places = [.. head.Columns.Select(c => Array.IndexOf(IdsOf(head), c.Column.Id))];

    /// <summary>Rows that were filled in, in order.</summary>
    public RowDrafts Read(ReadOnlyMemory<RawRow> rows)
    {
        var drafts = new RowDrafts(rows);
        for (var at = 0; at < rows.Length; at++)
        {
            var row = rows.Span[at];
            var filled = row.Cells;
            for (var i = 0; i < filled.Length; i++)
                if (!headed.Contains(filled.ColumnAt(i)) && filled[i] is var cell && !Words.IsBlank(cell))
                {
                    headed.Add(cell.Column);
                    notes.SayAt(row.PlaceOf(cell.Column), NotRead, Words.Quote(cell.Text));
                }
            if (IsEntry(row)) ReadRow(row, at, drafts);
        }
        return drafts;
    }

    private bool IsEntry(RawRow row)
    {
        var filled = row.Cells;
        for (var i = 0; i < Math.Min(3, filled.Length); i++)
        {
            var total = filled[i];
            if (total.Kind != RawKind.Text || !Words.IsTotal(total.Text)) continue;
            notes.SayAt(row.PlaceOf(total.Column), TotalRow, Words.Quote(total.Text));
            return false;
        }
        var (isFilled, isEntry) = (false, schema.Prefill is null);
        for (var i = 0; i < filled.Length; i++)
        {
            if (head[filled.ColumnAt(i)] is not { } column || !IsFilled(filled[i])) continue;
            isFilled = true;
            isEntry |= column.Id != schema.Prefill && column != district;
            if (isEntry) break;
        }
        if (!isFilled)
        {
            if (head.NumberAt > 0 && row.At(head.NumberAt) is { } mark && !Words.IsBlank(mark) && !IsNumber(mark))
                notes.SayAt(row.PlaceOf(mark.Column), NotRead, Words.Quote(mark.Text));
            return false;
        }
        return isEntry;
    }

    private void ReadRow(RawRow row, int number, RowDrafts drafts)
    {
        var values = new CellValue?[ids.Length];
        var draft = drafts.Add(number, new(ids, values));
        var districtText = district is null ? null : DistrictIn(row);
        var (filled, next) = (row.Cells, 0);
        for (var i = 0; i < places.Length; i++)
        {
            var (at, column) = head.Columns[i];
            while (next < filled.Length && filled.ColumnAt(next) < at) next++;
            var cellNotes = NotesOf(draft, at, column);
            if (next < filled.Length && filled.ColumnAt(next) == at && filled[next] is var cell && IsFilled(cell))
                values[places[i]] = cells.Read(column, cell, districtText, cellNotes);
            else if (column.Required) cellNotes.Say(RequiredBlank, column.Heading);
        }
    }

    private static string[] IdsOf(RegisterHead head) => [.. head.Columns.Select(c => c.Column.Id).Order(StringComparer.Ordinal)];

    private string? DistrictIn(RawRow row) =>
        head.PlaceOf(district!.Id) is > 0 and var at && row.At(at) is { } cell && cell.Text is var text && !Words.IsBlank(text) ? text : null;

    /// <summary>What was typed into a column of a row; <see langword="null"/> where nothing was.</summary>
    public string? TypedIn(RowDraft draft, string column) =>
        draft.Row.At(head.PlaceOf(column)) is { } cell && IsFilled(cell) ? ThaiText.Normalise(cell.Text) : null;

    /// <summary>Where findings on a column of a row go.</summary>
    public CellNotes NotesOf(RowDraft draft, string column) =>
        head.PlaceOf(column) is > 0 and var at
            ? NotesOf(draft, at, head[at]!)
            : NotesOf(draft, draft.Row.Cells[0].Column, schema.Find(column)!);

    private CellNotes NotesOf(RowDraft draft, int at, Column column) => new(notes, draft.Row, at, draft, column.Id);

    private static bool IsFilled(RawCell cell) => cell.Kind is RawKind.Uncalculated or RawKind.Error || !Words.IsBlank(cell);

    private static bool IsNumber(RawCell cell) =>
        cell.Kind != RawKind.Text || ThaiNumerals.ToArabic(cell.Text).Trim().TrimEnd('.').All(char.IsAsciiDigit);
}
