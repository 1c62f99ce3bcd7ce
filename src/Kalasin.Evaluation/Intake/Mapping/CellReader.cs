using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.CellFindings;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads a filled cell as what its column holds. What can't be understood becomes an <see cref="UnreadValue"/> and a finding.</summary>
internal sealed class CellReader(ReadingScope scope)
{
    private const int MostKnown = 4_096;

    private readonly DateCells dates = new(scope);
    private readonly ChoiceCells choices = new();
    private readonly PlaceCells places = new(scope);

    /// <summary>Cells of a column that say the same hold the same: what was once read without a word need not be read again.</summary>
    private readonly Dictionary<Column, Dictionary<Said, CellValue>> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Values of texts, by the text as it stands in memory: what a workbook has once for many cells becomes one value.</summary>
    private readonly Dictionary<string, TextValue> texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value of a cell.</summary>
    /// <param name="column">What it should hold.</param>
    /// <param name="cell">The cell; not blank.</param>
    /// <param name="district">What stands in the row's district column, when there is one.</param>
    /// <param name="notes">Where findings go.</param>
    public CellValue Read(Column column, RawCell cell, string? district, CellNotes notes)
    {
        if (column.Type == ColumnType.Text || cell.Kind is not (RawKind.Text or RawKind.Date)) return ReadAnew(column, cell, district, notes);
        if (!known.TryGetValue(column, out var ofColumn)) known.Add(column, ofColumn = []);
        var text = new Said(cell.Kind == RawKind.Text ? cell.Text : "", cell.Days, column.Type is ColumnType.Authority or ColumnType.Sender ? district : null);
        if (ofColumn.TryGetValue(text, out var value)) return value;
        var said = notes.Table.Said;
        value = ReadAnew(column, cell, district, notes);
        if (said == notes.Table.Said && ofColumn.Count < MostKnown) ofColumn.Add(text, value);
        return value;
    }

    private CellValue ReadAnew(Column column, RawCell cell, string? district, CellNotes notes)
    {
        if (cell.Kind == RawKind.Error)
        {
            notes.Say(ErrorCell, Words.Quote(cell.Text));
            return new UnreadValue(cell.Text);
        }
        if (cell.Kind == RawKind.Uncalculated)
        {
            notes.Say(Uncalculated);
            return new UnreadValue("");
        }
        return column.Type switch
        {
            ColumnType.Number => NumberCells.Read(column, cell, notes),
            ColumnType.Date => dates.Read(cell, notes),
            ColumnType.Choice => choices.ReadChoice(column, cell, notes),
            ColumnType.Flag => ChoiceCells.ReadFlag(column, cell, notes),
            ColumnType.Authority => places.ReadAuthority(cell, district, notes),
            ColumnType.Sender => places.ReadSender(cell, district, notes),
            _ => ReadText(column, cell, notes),
        };
    }

    /// <summary>What a value was read from.</summary>
    private readonly record struct Said(string Text, double Days, string? District);

    /// <summary>A single fact, read like a cell of a column.</summary>
    public CellValue Read(Fact fact, RawCell cell, CellNotes notes) =>
        ReadAnew(new Column(fact.Id, fact.Label, fact.Type) { Options = fact.Options }, cell, null, notes);

    /// <summary>A date outside registers; <see langword="null"/> when it could not be read.</summary>
    public DateOnly? ReadDate(RawCell cell, CellNotes notes) => (dates.Read(cell, notes) as DateValue)?.Date;

    private CellValue ReadText(Column column, RawCell cell, CellNotes notes)
    {
        var value = cell.Kind switch
        {
            RawKind.Text => TextOf(cell.Text),
            RawKind.Date => new(DateCells.Shown(cell)),
            _ => new TextValue(ThaiText.Normalise(cell.Text)),
        };
        if (!column.CaseCode || !value.Text.Contains(PersonalData.Withheld, StringComparison.Ordinal)) return value;
        notes.Say(PersonalDataInCode, column.Heading);
        return new UnreadValue(PersonalData.Withheld);
    }

    private TextValue TextOf(string text)
    {
        if (texts.TryGetValue(text, out var value)) return value;
        value = new(ThaiText.Normalise(text));
        if (texts.Count < MostKnown) texts.Add(text, value);
        return value;
    }
}
