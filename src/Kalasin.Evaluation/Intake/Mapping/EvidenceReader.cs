using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads บัญชีหลักฐาน. Links and file names stay as written and are never followed.</summary>
internal static class EvidenceReader
{
    private const int RowsSearched = 20;

    private const int MostNumber = 999;

    public static ImmutableArray<Evidence> Read(TablePart? part, CellReader cells, TableNotes notes)
    {
        if (part is null) return [];
        var head = part.Below.Take(RowsSearched).Select(r => (Row: r, Columns: ColumnsOf(r))).FirstOrDefault(h => h.Columns.Count >= 2);
        if (head.Columns is null)
        {
            if (part.Values.Select(v => ((RawRow Row, RawCell Cell)?)v).FirstOrDefault() is var (row, cell)) notes.SayAt(row.PlaceOf(cell.Column), NotRead, Words.Quote(cell.Text));
            return [];
        }
        foreach (var cell in head.Row.Cells)
            if (!head.Columns.ContainsKey(cell.Column) && Words.Key(cell.Text) != Words.Key(FormLayout.RunningNumber) && !Words.IsBlank(cell.Text))
                notes.SayAt(head.Row.PlaceOf(cell.Column), UnknownColumn, Words.Quote(cell.Text));
        int? numbers = head.Row.Cells.Any(IsRunningNumber) ? head.Row.Cells.First(IsRunningNumber).Column : null;
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var row in part.Below.Where(r => r.Number > head.Row.Number))
            if (row.Cells.Any(c => head.Columns.ContainsKey(c.Column) && !Words.IsBlank(c.Text)))
                evidence.Add(ReadRow(row, NumberOf(row, numbers, evidence is [.., { Number: var last }] ? last : 0), head.Columns, cells, notes));
        return evidence.ToImmutable();
    }

    /// <summary>
    /// The number that stands before a row, by which the form tells its code, so that a row left blank moves none of the labels of those below; where
    /// none stands that goes on from the last, the next one.
    /// </summary>
    private static int NumberOf(RawRow row, int? column, int last) =>
        row.Cells.Where(c => c.Column == column).Select(c => Number(c.Text)).FirstOrDefault() is { } number && number > last && number <= MostNumber ? number : last + 1;

    private static bool IsRunningNumber(RawCell cell) => cell.Kind == RawKind.Text && Words.Key(cell.Text) == Words.Key(FormLayout.RunningNumber);

    private static Evidence ReadRow(RawRow row, int number, Dictionary<int, EvidenceField> columns, CellReader cells, TableNotes notes)
    {
        RawCell? CellOf(EvidenceField field) =>
            row.Cells.Where(c => columns.TryGetValue(c.Column, out var f) && f == field && !Words.IsBlank(c.Text)).Select(c => (RawCell?)c).FirstOrDefault();
        string? TextOf(EvidenceField field) => CellOf(field) is { } cell ? ThaiText.Normalise(cell.Text) : null;
        var date = CellOf(EvidenceField.Date) is { } dated ? cells.ReadDate(dated, notes.Cell(row, dated)) : null;
        var pages = CellOf(EvidenceField.Pages) is { } counted ? Number(counted.Text) : null;
        if (pages is null && CellOf(EvidenceField.Pages) is { } unread) notes.SayAt(row.PlaceOf(unread.Column), NotRead, Words.Quote(unread.Text));
        return new(
            number, TextOf(EvidenceField.Title) ?? "", date, TextOf(EvidenceField.Rows), TextOf(EvidenceField.Kind),
            TextOf(EvidenceField.Location), pages);
    }

    private static int? Number(string text) =>
        int.TryParse([.. ThaiNumerals.ToArabic(text).Where(char.IsAsciiDigit)], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Dictionary<int, EvidenceField> ColumnsOf(RawRow row)
    {
        var columns = new Dictionary<int, EvidenceField>();
        foreach (var cell in row.Cells)
        {
            if (cell.Kind != RawKind.Text || cell.Text.Length > 200) continue;
            var key = Words.Key(cell.Text);
            foreach (var column in FormLayout.EvidenceColumns)
                if (!columns.ContainsValue(column.Field) && column.Synonyms.Prepend(column.Heading).Any(n => Words.Key(n) == key)
                    && columns.TryAdd(cell.Column, column.Field))
                    break;
        }
        return columns;
    }
}
